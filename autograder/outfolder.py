"""OUT: what a run leaves on disk, private, and renewed as each submission ends.

``records/`` holds one file per submission and is written first; everything else is a view of
it. A later run adds or replaces submissions and touches no other record.
"""

import os
import re
import secrets
import time
from pathlib import Path

import msgspec

from autograder.errors import UsageFault
from autograder.export.atomic import write_atomically
from autograder.export.marks import GERMAN_EXCEL, write_marks
from autograder.export.results import (
    ResultsFault,
    decode_submission,
    encode_submission,
    write_results,
)
from autograder.i18n import Language
from autograder.model import RunInfo, SubmissionResult
from autograder.render.details import details
from autograder.render.feedback import feedback
from autograder.render.overview import overview
from autograder.render.safe import page_name
from autograder.sheet import Sheet

SEED_BYTES = 16
VIEWS_SHARE = 0.05
"""Share of the time that renewing the views of the whole run may take while it goes on."""


class OutFolder:
    """One OUT folder of one sheet."""

    def __init__(self, path: Path, sheet: Sheet, language: Language = "de") -> None:
        self.path = path
        self.sheet = sheet
        self.language = language
        self.results: dict[str, SubmissionResult] = {}
        self.damaged: list[str] = []
        """Names of records that cannot be read; they stay until their submission comes again."""
        self._run: RunInfo | None = None
        self._renewed = 0.0
        self._cost = 0.0
        self._prepare()

    def _prepare(self) -> None:
        try:
            self._refuse_foreign_folder()
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.chmod(0o700)
            for name in ("records", "feedback", "details", "rerun"):
                (self.path / name).mkdir(exist_ok=True)
            (self.path / ".gitignore").write_text("*\n", "utf-8")
        except OSError as error:
            raise UsageFault(f"{self.path} cannot be written: {error.strerror}.") from error
        for record in sorted((self.path / "records").glob("*.json")):
            try:
                result = decode_submission(record.read_bytes())
            except (ResultsFault, OSError):
                self.damaged.append(record.name)
            else:
                self.results[result.submission] = result

    def _refuse_foreign_folder(self) -> None:
        """Its mode is changed and files in it are replaced: it must be empty or an OUT folder."""
        if not self.path.is_dir() or (self.path / "records").is_dir():
            return
        if any(self.path.iterdir()):
            raise UsageFault(
                f"{self.path} is not empty and holds no results. "
                "Choose an empty or a new folder with --out."
            )

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

    def begin(self, run: RunInfo) -> None:
        """Say under what conditions the following results come about."""
        previous = self._previous_sheet()
        if (self.results or self.damaged) and previous not in (None, run.sheet):
            raise UsageFault(
                f"{self.path} holds results of {previous}, not of {run.sheet}. "
                "Choose another folder with --out."
            )
        self._run = run
        write_atomically(self.path / "run.json", msgspec.json.encode(run) + b"\n")

    def _previous_sheet(self) -> str | None:
        try:
            return str(msgspec.json.decode((self.path / "run.json").read_bytes())["sheet"])
        except (OSError, msgspec.DecodeError, KeyError, TypeError):
            return None

    def save(self, result: SubmissionResult, rerun: bytes | None = None) -> None:
        """Keep one submission's result and its pages; the views follow soon."""
        self.results[result.submission] = result
        name = page_name(result.submission)
        records = self.path / "records"
        write_atomically(records / f"{name.removesuffix('.html')}.json", encode_submission(result))
        if rerun is not None:
            write_atomically(self.path / "rerun" / f"{name.removesuffix('.html')}.ipynb", rerun)
        self._page("feedback", name, feedback(self.sheet, result, self.language))
        self._page("details", name, details(self.sheet, result, self.language))
        now = time.monotonic()
        if now - self._renewed > self._cost / VIEWS_SHARE:
            self.renew()

    def renew(self) -> None:
        """Write the views of all results: results.json, the marks tables, index.html."""
        assert self._run is not None
        start = time.monotonic()
        ordered = [self.results[key] for key in sorted(self.results)]
        write_results(self.path / "results.json", self._run, ordered)
        write_marks(self.path / "marks.csv", self.sheet, ordered)
        write_marks(self.path / "marks-excel.csv", self.sheet, ordered, GERMAN_EXCEL)
        page = overview(self.sheet, self._run, ordered, self.language)
        write_atomically(self.path / "index.html", page.encode())
        self._renewed = time.monotonic()
        self._cost = self._renewed - start

    def _page(self, folder: str, name: str, content: str) -> None:
        write_atomically(self.path / folder / name, content.encode())
