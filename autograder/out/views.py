"""What people look at in OUT: pages and tables, rendered from the store and never read back.

Each page remembers the state it was made from, so that a page is made again exactly when that
state changed, also when a killed run had no time to.
"""

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder.course.sheet import Sheet
from autograder.export.atomic import atomic_file, write_atomically
from autograder.fingerprint import toolkit
from autograder.i18n import Language
from autograder.records.model import RunInfo, SubmissionResult
from autograder.render.safe import page_name

if TYPE_CHECKING:
    from hashlib import _Hash

    from autograder.render.patterns import Surroundings

FOLDERS = ("feedback", "details")
TABLES = ("results.json", "marks.csv", "marks-excel.csv", "index.html")
STATE = ".views.json"
Read = Callable[[Sequence[str] | None], Iterable[tuple[SubmissionResult, str]]]
"""Submissions (None: all) → each as it counts now, with its state."""
Around = Callable[[], "Surroundings"]
_State = tuple[Language, dict[str, str], str]
"""Language; submission → stamp of its pages; stamp of the tables."""


class Views:
    """The pages and tables of one OUT."""

    def __init__(self, path: Path, language: Language | None = None) -> None:
        """``language``: of all pages from now on; None: as they are."""
        self.path = path
        before, self._pages, self._tables = self._remembered()
        self.language: Language = language or before
        self._hashed: tuple[Sheet, _Hash] | None = None
        self.seconds = 0.0
        """What renewing the tables took the last time."""

    def page(self, sheet: Sheet, result: SubmissionResult, state: str) -> None:
        """The pages of one submission, unless they show this state already."""
        stamp = _stamp(self._base(sheet), state)
        name = page_name(result.submission)
        there = all((self.path / folder / name).is_file() for folder in FOLDERS)
        if not there or self._pages.get(result.submission) != stamp:
            self._make(sheet, result, stamp)

    def renew(
        self, sheet: Sheet, run: RunInfo, states: Mapping[str, str], read: Read, around: Around
    ) -> None:
        """All pages that are stale, and the tables of the whole run; drops what is gone.

        ``states``: submission → a string that changes with it. Results are read one by one, and
        only where something is stale; ``around`` only for the tables.
        """
        start = time.monotonic()
        base = self._base(sheet)
        there = [_names_in(self.path / folder) for folder in FOLDERS]
        stamps = {name: _stamp(base, state) for name, state in states.items()}
        stale = [
            name
            for name, stamp in stamps.items()
            if self._pages.get(name) != stamp or not all(page_name(name) in one for one in there)
        ]
        for result, _ in read(stale) if stale else ():
            self._make(sheet, result, stamps[result.submission])
        stamp = _stamp(base, repr((sorted(states.items()), run)))
        if stamp != self._tables or not all((self.path / name).is_file() for name in TABLES):
            self._write_tables(sheet, run, (result for result, _ in read(None)), around())
            self._tables = stamp
            self._drop(states)
            self._remember()
        self.seconds = time.monotonic() - start

    def _make(self, sheet: Sheet, result: SubmissionResult, stamp: str) -> None:
        from autograder.render.details import details
        from autograder.render.feedback import feedback

        name = page_name(result.submission)
        pages = (
            feedback(sheet, result, self.language),
            details(sheet, result, self.language),
        )
        for folder, content in zip(FOLDERS, pages, strict=True):
            (self.path / folder).mkdir(exist_ok=True)
            write_atomically(self.path / folder / name, content.encode())
        self._pages[result.submission] = stamp

    def _write_tables(
        self,
        sheet: Sheet,
        run: RunInfo,
        results: Iterable[SubmissionResult],
        around: "Surroundings",
    ) -> None:
        from autograder.export.marks import GERMAN_EXCEL, marks_file
        from autograder.export.results import results_file
        from autograder.render.overview import Cohort

        cohort = Cohort(sheet, around)
        with ExitStack() as files:
            takers = [
                files.enter_context(results_file(self.path / "results.json", run)),
                files.enter_context(marks_file(self.path / "marks.csv", sheet)),
                files.enter_context(marks_file(self.path / "marks-excel.csv", sheet, GERMAN_EXCEL)),
                cohort.add,
            ]
            for result in results:
                for take in takers:
                    take(result)
        with atomic_file(self.path / "index.html") as file:
            file.writelines(piece.encode() for piece in cohort.page(run, self.language))

    def _drop(self, states: Collection[str]) -> None:
        """Pages of submissions that the store no longer has: somebody was forgotten."""
        for name in self._pages.keys() - set(states):
            for folder in FOLDERS:
                (self.path / folder / page_name(name)).unlink(missing_ok=True)
            del self._pages[name]

    def _base(self, sheet: Sheet) -> "_Hash":
        """What every page depends on; made once per sheet, it is long."""
        if self._hashed is None or self._hashed[0] is not sheet:
            digest = hashlib.sha256(msgspec.json.encode(sheet))
            digest.update(f"{toolkit()}:{self.language}".encode())
            self._hashed = sheet, digest
        return self._hashed[1]

    def _remembered(self) -> _State:
        try:
            state: _State = msgspec.json.decode((self.path / STATE).read_bytes(), type=_State)
        except (OSError, msgspec.DecodeError):
            return "de", {}, ""
        return state

    def _remember(self) -> None:
        state = msgspec.json.encode((self.language, self._pages, self._tables))
        write_atomically(self.path / STATE, state)


def _stamp(base: "_Hash", state: str) -> str:
    digest = base.copy()
    digest.update(f":{state}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _names_in(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return set()
