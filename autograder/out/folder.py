"""OUT: one private folder with the truth (the store, the seed, what was handed in) and views.

``store.sqlite`` (or ``store.json``, which says where else the store is) is written first;
everything that people look at is made from it. A later run adds or replaces submissions and
touches no other.
"""

import os
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.export.atomic import write_atomically
from autograder.i18n import Language
from autograder.intake.snapshot import place_of
from autograder.out.pictures import Pictures
from autograder.out.views import Views
from autograder.records.ledger import Grading, Version
from autograder.records.model import SubmissionResult
from autograder.render.safe import page_name
from autograder.scoring.force import sheet_in_force
from autograder.store import Conditions, Store, counted, new_book, sqlite_url, without_password

if TYPE_CHECKING:
    from autograder.render.patterns import Surroundings

SEED_BYTES = 16
VIEWS_SHARE = 0.02
"""Share of the time that renewing the views of the whole run may take while it goes on."""
STORE = "store.sqlite"
ELSEWHERE = "store.json"


class _Elsewhere(msgspec.Struct):
    """Where the store of this OUT is, if not in it. A password is never kept."""

    url: str
    book: str


class OutFolder:
    """One OUT folder of one sheet. Use as a context manager, or call :meth:`close`."""

    def __init__(
        self, path: Path, language: Language | None = None, url: str | None = None
    ) -> None:
        """Open or make it; ``language``: of the pages, None: as they are; ``url``: where the
        store is, if not in the folder.

        Raises :class:`UsageFault` for a folder that holds something else or cannot be written.
        """
        self.path = path
        try:
            self._refuse_foreign_folder()
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.chmod(0o700)
            self.store = self._open(url)
            (self.path / ".gitignore").write_text("*\n", "utf-8")
        except OSError as error:
            raise UsageFault(f"{self.path} cannot be written: {error.strerror}.") from error
        self.views = Views(path, language)
        self.language: Language = self.views.language
        self._conditions = self.store.conditions()
        self._rulings = self.store.rulings()
        self._run = 0
        self._renewed = 0.0

    @classmethod
    def existing(cls, path: Path, language: Language = "de") -> "OutFolder":
        """One that a run made, whose pages keep their language; ``language`` is that of what is
        said about it. Raises :class:`UsageFault` where there is none."""
        require_results(path)
        found = cls(path)
        found.language = language
        return found

    def __enter__(self) -> "OutFolder":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    def _refuse_foreign_folder(self) -> None:
        """Its mode is changed and files in it are replaced: it must be empty or an OUT folder."""
        if not self.path.is_dir() or any((self.path / n).exists() for n in (STORE, ELSEWHERE)):
            return
        if any(self.path.iterdir()):
            raise UsageFault(
                f"{self.path} is not empty and holds no results. "
                "Choose an empty or a new folder with --out."
            )

    def _open(self, url: str | None) -> Store:
        place = self.path / ELSEWHERE
        known = _read(place)
        if url is None and known is None:
            return Store(sqlite_url(self.path / STORE))
        if known is None and (self.path / STORE).exists():
            raise UsageFault(
                f"{self.path} has its own store. Choose another folder with --out for {url}."
            )
        store = Store(url or (known.url if known else ""), known.book if known else new_book())
        if known is None:
            there = _Elsewhere(without_password(url or ""), store.book)
            write_atomically(place, msgspec.json.encode(there) + b"\n")
            place.chmod(0o600)
        return store

    @property
    def seed(self) -> str:
        """The run's secret seed: made once, kept here, the same for everybody.

        Raises :class:`UsageFault` when the file is damaged: another seed would mean other inputs
        than those of earlier results.
        """
        path = self.path / "seed"
        try:
            seed = path.read_text("ascii", errors="replace").strip()
        except FileNotFoundError:
            seed = secrets.token_hex(SEED_BYTES)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(seed + "\n")
        if not re.fullmatch(rf"[0-9a-f]{{{2 * SEED_BYTES}}}", seed):
            raise UsageFault(
                f"{path} is damaged. Choose another folder with --out, or remove the file and "
                "grade every submission again."
            )
        return seed

    @property
    def conditions(self) -> Conditions:
        """Those of the last run; raises :class:`UsageFault` before the first."""
        if self._conditions is None:
            raise UsageFault(f"{self.path} holds no results yet. Grade something first.")
        return self._conditions

    @property
    def sheet_in_force(self) -> Sheet:
        """The sheet of the last run, without parts that were taken out of the marking."""
        return sheet_in_force(self.conditions.sheet, self._rulings)

    @property
    def handed_in(self) -> Path:
        """Folder of everything that was handed in, by hash."""
        return self.path / "handed-in"

    @property
    def pictures(self) -> Pictures:
        """Pages of PDFs and pictures, by the same hashes."""
        return Pictures(self.path / "pictures")

    def keep(self, sha256: str, content: bytes) -> None:
        """Keep a file as it was handed in; the same bytes are kept once."""
        path = self.handed_in / place_of(sha256)
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, content)

    def undrawn(self) -> list[str]:
        """Hashes of PDFs and pictures in the newest hand-ins that nobody has drawn yet."""
        return self.pictures.undrawn(self.store.briefs.files())

    def check(self, sheet: Sheet) -> None:
        """Raises :class:`UsageFault` where the folder is about another sheet."""
        known = self._conditions.sheet.id if self._conditions else sheet.id
        if known != sheet.id:
            raise UsageFault(
                f"{self.path} holds results of {known}, not of {sheet.id}. "
                "Choose another folder with --out."
            )

    def note(self, version: Version) -> None:
        """The same content and result, but other people or another time."""
        (last,) = self.store.gradings.latest([version.submission])
        result = replace(last.result, students=version.students)
        self.store.gradings.save(version, replace(last, result=result), last.run)

    def begin(self, conditions: Conditions) -> None:
        """Say under what conditions the following results come about."""
        self._run = self.store.begin(conditions)
        self._conditions = conditions
        self._rulings = self.store.rulings()

    def save(self, version: Version, grading: Grading, rerun: bytes | None = None) -> None:
        """Keep one submission's result and its pages; the views follow soon."""
        result = grading.result
        if rerun is not None:
            name = page_name(result.submission).removesuffix(".html")
            (self.path / "rerun").mkdir(exist_ok=True)
            write_atomically(self.path / "rerun" / f"{name}.ipynb", rerun)
        saved = self.store.gradings.save(version, grading, self._run)
        people = [one.id for one in version.people]
        self.views.page(self.sheet_in_force, *counted(saved, self._rulings, people))
        now = time.monotonic()
        if now - self._renewed > self.views.seconds / VIEWS_SHARE:
            self.renew()

    def results(self) -> Iterator[SubmissionResult]:
        """Every submission as it counts now, by name."""
        return (result for result, _ in self.store.in_force())

    def renew(self) -> list[SubmissionResult]:
        """Bring pages and tables up to date with the store; returns everything as it counts now,
        in brief: outcomes and points only."""
        self._rulings = self.store.rulings()
        counted = list(self.store.brief_in_force())
        states = {result.submission: state for result, state in counted}
        self.views.renew(
            self.sheet_in_force, self.conditions.info, states, self.store.in_force, self._around
        )
        self._renewed = time.monotonic()
        return [result for result, _ in counted]

    def _around(self) -> "Surroundings":
        """Who belongs together, and what the course itself answers."""
        from autograder.render.patterns import Surroundings

        circles = {
            one.submission: {
                circle
                for person in one.people
                for circle in (person.id, person.group and f"Gruppe {person.group}")
                if circle
            }
            for one in self.store.briefs.holders()
        }
        reference = Course(Path(self.conditions.course)).reference(self.conditions.sheet.id)
        try:
            source = (reference / "master.py").read_text("utf-8", "replace")
        except OSError:  # the course has moved
            source = ""
        return Surroundings(circles, source)


def require_results(path: Path) -> None:
    """Raises :class:`UsageFault` where no run has been."""
    if not any((path / name).is_file() for name in (STORE, ELSEWHERE)):
        raise UsageFault(f"{path} holds no results. Name the OUT folder of a run.")


def _read(path: Path) -> _Elsewhere | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Elsewhere)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise UsageFault(
            f"{path} is damaged; it says where the store of this folder is."
        ) from error
