"""What people look at in OUT: pages and tables, rendered from the store and never read back.

Each page remembers the state it was made from, so that a page is made again exactly when that
state changed, also when a killed run had no time to.
"""

import hashlib
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from autograder.course.sheet import Sheet
from autograder.export.atomic import write_atomically
from autograder.export.marks import GERMAN_EXCEL, write_marks
from autograder.export.results import write_results
from autograder.fingerprint import toolkit
from autograder.i18n import Language
from autograder.records.model import RunInfo, SubmissionResult
from autograder.render.details import details
from autograder.render.feedback import feedback
from autograder.render.overview import overview
from autograder.render.safe import page_name

FOLDERS = ("feedback", "details")
TABLES = ("results.json", "marks.csv", "marks-excel.csv", "index.html")
STATE = ".views.json"
_State = tuple[Language, dict[str, str], str]
"""Language; submission → stamp of its pages; stamp of the tables."""


class Views:
    """The pages and tables of one OUT."""

    def __init__(self, path: Path, language: Language | None = None) -> None:
        """``language``: of all pages from now on; None: as they are."""
        self.path = path
        before, self._pages, self._tables = self._remembered()
        self.language: Language = language or before
        self._look = f"{toolkit()}:{self.language}"
        self.seconds = 0.0
        """What renewing the tables took the last time."""

    def page(self, sheet: Sheet, result: SubmissionResult, state: str) -> None:
        """The pages of one submission, unless they show this state already."""
        stamp = self._stamp(sheet, state)
        name = page_name(result.submission)
        there = all((self.path / folder / name).is_file() for folder in FOLDERS)
        if there and self._pages.get(result.submission) == stamp:
            return
        pages = (
            feedback(sheet, result, self.language),
            details(sheet, result, self.language),
        )
        for folder, content in zip(FOLDERS, pages, strict=True):
            (self.path / folder).mkdir(exist_ok=True)
            write_atomically(self.path / folder / name, content.encode())
        self._pages[result.submission] = stamp

    def tables(
        self, sheet: Sheet, run: RunInfo, results: Iterable[tuple[SubmissionResult, str]]
    ) -> list[SubmissionResult]:
        """All pages that are stale, and the tables of the whole run; drops what is gone.

        Returns all results, so that nobody has to read them again.
        """
        start = time.monotonic()
        states: dict[str, str] = {}
        kept = list(self._paged(sheet, results, states))
        stamp = self._stamp(sheet, repr((sorted(states.items()), run)))
        there = all((self.path / name).is_file() for name in TABLES)
        if not there or stamp != self._tables:
            write_results(self.path / "results.json", run, kept)
            write_marks(self.path / "marks.csv", sheet, kept)
            write_marks(self.path / "marks-excel.csv", sheet, kept, GERMAN_EXCEL)
            page = overview(sheet, run, kept, self.language)
            write_atomically(self.path / "index.html", page.encode())
            self._tables = stamp
            self._drop(states)
            self._remember()
        self.seconds = time.monotonic() - start
        return kept

    def _paged(
        self,
        sheet: Sheet,
        results: Iterable[tuple[SubmissionResult, str]],
        states: dict[str, str],
    ) -> Iterator[SubmissionResult]:
        for result, state in results:
            self.page(sheet, result, state)
            states[result.submission] = state
            yield result

    def _drop(self, states: dict[str, str]) -> None:
        """Pages of submissions that the store no longer has: somebody was forgotten."""
        for name in self._pages.keys() - states.keys():
            for folder in FOLDERS:
                (self.path / folder / page_name(name)).unlink(missing_ok=True)
            del self._pages[name]

    def _stamp(self, sheet: Sheet, state: str) -> str:
        digest = hashlib.sha256(msgspec.json.encode(sheet))
        digest.update(f"{self._look}:{state}".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def _remembered(self) -> _State:
        try:
            state: _State = msgspec.json.decode((self.path / STATE).read_bytes(), type=_State)
        except (OSError, msgspec.DecodeError):
            return "de", {}, ""
        return state

    def _remember(self) -> None:
        state = msgspec.json.encode((self.language, self._pages, self._tables))
        write_atomically(self.path / STATE, state)
