"""One real batch: attacks, honest submissions in between, two jobs in one engine."""

import itertools
import os
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile_attacks import Attack, code_cell, notebook
from hostile_course import ROOT, copy_course, make_canaries
from hostile_traces import MARK, Listeners, orphans_adopted, snapshot

from autograder.model import SubmissionResult
from autograder.pipeline import Order, Summary, grade
from autograder.sheet import Sheet

SOURCES = [ROOT / part for part in ("autograder", "assignments", "reference", "tests")]
HONEST_EVERY = 12
"""Attacks between two honest submissions."""
_COHORT = ROOT / "reference/blatt09"
_HONEST = {
    _COHORT / "cohort" / entry["path"]: float(entry["total"])
    for entry in tomllib.loads((_COHORT / "cohort.toml").read_text("utf-8"))["submissions"]
    if entry["path"].startswith("muster-") and entry["path"].endswith(".ipynb")
}
"""Honest notebook → the points that it deserves for certain."""
_kept = [""]
"""Where the canary of this process's memory lives."""


@dataclass(frozen=True)
class Batch:
    """What came of all submissions, and what was seen beside them."""

    sheet: Sheet
    out: Path
    summary: Summary
    attacks: Mapping[str, SubmissionResult]
    honest: Mapping[str, SubmissionResult]
    deserved: Mapping[str, float]
    """Honest submission → the points that it earns for certain, whoever is graded beside it."""
    canaries: Mapping[str, str]
    secret: str
    """The honest submission that holds a canary."""
    heard: list[str]
    before: dict[str, object]
    after: dict[str, object]

    def pages(self, result: SubmissionResult) -> Iterator[Path]:
        """All files of one submission in OUT."""
        yield from self.out.glob(f"*/{result.submission}.*")


def run_batch(folder: Path, attacks: list[Attack]) -> Batch:
    """Grade these attacks below ``folder``, and look at the machine before and after."""
    with pytest.MonkeyPatch.context() as patch, orphans_adopted():
        return _run_batch(folder, patch, attacks)


def _run_batch(folder: Path, patch: pytest.MonkeyPatch, attacks: list[Attack]) -> Batch:
    canaries = make_canaries()
    course = copy_course(folder / "course", canaries)
    home, out, submissions = (folder / name for name in ("home", "out", "submissions"))
    for path in (home, submissions, out / "records"):
        path.mkdir(parents=True)
    (home / ".geheim").write_text(canaries["home"])
    (out / "geheim").write_text(canaries["out"])
    patch.setenv("HOSTILE_SECRET", canaries["environment"])
    _kept[0] = canaries["memory"]
    with Listeners(folder) as listeners:
        prepared = {
            **listeners.addresses,
            **{"COURSE": str(course.root), "SUBMISSIONS": str(submissions), "OUT": str(out)},
            **{"HOME": str(home), "REPOSITORY": str(ROOT), "MARK": MARK, "PID": str(os.getpid())},
        }
        deserved = _hand_in(attacks, submissions, prepared)
        secret = _hand_in_secret(submissions, canaries["submission"])
        before = snapshot(course.root, submissions, home, *SOURCES)
        order = Order(course, course.load("blatt09"), (submissions,), out, jobs=2)
        summary = grade(order)
        after = snapshot(course.root, submissions, home, *SOURCES)
    by_number = {number_of(result.submission): result for result in summary.results}
    names = {number_of(path.name): path.name for path in submissions.iterdir()}
    assert by_number.keys() == names.keys()
    tried = {attack.name: by_number[str(n)] for n, attack in enumerate(attacks)}
    honest = {r.submission: r for number, r in by_number.items() if "." in number}
    return Batch(
        *(order.sheet, out, summary, tried, honest, deserved, canaries, secret),
        *(listeners.heard, before, after),
    )


def number_of(name: str) -> str:
    """``017.5-muster-anna`` → ``17.5``; odd names have their number somewhere inside."""
    found = re.search(r"(?<!\d)(\d{3})(?:[._](\d))?-", name)
    assert found is not None, name
    whole, part = found.groups()
    return str(int(whole)) + (f".{part}" if part else "")


def _hand_in(
    attacks: list[Attack], folder: Path, prepared: Mapping[str, str]
) -> Mapping[str, float]:
    """Attacks by number, honest work between them and what it deserves."""
    deserved = {}
    honest = itertools.cycle(_HONEST.items())
    for number, attack in enumerate(attacks):
        attack.hand_in(folder / f"{number:03}-{attack.name}", prepared)
        if number % HONEST_EVERY == 0:
            source, points = next(honest)
            target = folder / f"{number:03}.5-{source.name}"
            shutil.copy(source, target)
            deserved[target.stem] = points
    return deserved


def _hand_in_secret(folder: Path, canary: str) -> str:
    """An honest submission that holds a canary; its id."""
    secret = "000.7-geheim"
    cells = [code_cell(f'geheim = "{canary}"\nprint(geheim)')]
    (folder / f"{secret}.ipynb").write_text(notebook(cells), "utf-8")
    return secret
