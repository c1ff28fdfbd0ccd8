"""One real batch: attacks with honest submissions in between, several jobs in one engine."""

import itertools
import os
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile_attacks import Attack, code_cell, notebook
from hostile_course import (
    LIMITS,
    ROOT,
    SHORT_LIMITS,
    TRAINING_LIMITS,
    copy_course,
    make_canaries,
)
from hostile_traces import MARK, Listeners, orphans_adopted, snapshot

from autograder.course.sheet import Sheet
from autograder.inside.confinement import Level
from autograder.out.folder import STORE, OutFolder
from autograder.records.model import SubmissionResult
from autograder.run.order import Order, Summary
from autograder.run.pipeline import grade
from autograder.sandbox.probe import STRONGEST_FIRST, tried
from autograder.store.connect import connect, sqlite_url

SOURCES = [ROOT / part for part in ("autograder", "assignments", "reference", "tests")]
JOBS, WAITING_JOBS = 2, 4
HONEST_EVERY = 12
"""Attacks between two honest submissions."""
_kept = [""]
"""Where the canary of this process's memory lives."""


def honest_of(sheet: str) -> Mapping[Path, float]:
    """Honest notebook → the points that it deserves for certain; short ones first."""
    folder = ROOT / "reference" / sheet
    listed = tomllib.loads((folder / "cohort.toml").read_text("utf-8"))["submissions"]
    points = {
        folder / "cohort" / entry["path"]: float(entry["total"])
        for entry in listed
        if entry["path"].startswith("muster-") and entry["path"].endswith(".ipynb")
    }
    return dict(sorted(points.items(), key=lambda item: item[0].stat().st_size))


@dataclass(frozen=True)
class _Kind:
    """Attacks that are graded together."""

    name: str
    sheet: str
    limits: str
    jobs: int
    waits: tuple[bool, ...] = (False,)

    def has(self, attack: Attack) -> bool:
        return attack.sheet == self.sheet and attack.waits in self.waits


_KINDS = (
    _Kind("waiting", "blatt09", SHORT_LIMITS, WAITING_JOBS, waits=(True,)),
    _Kind("working", "blatt09", LIMITS, JOBS),
    _Kind("training", "lehreinheit10", TRAINING_LIMITS, JOBS, waits=(False, True)),
)


@dataclass(frozen=True)
class Run:
    """One engine run over some of the attacks, with honest submissions in between."""

    sheet: Sheet
    out: Path
    summary: Summary
    attacks: Mapping[str, SubmissionResult]
    honest: Mapping[str, SubmissionResult]
    deserved: Mapping[str, float]
    """Honest submission → the points that it earns for certain, whoever is graded beside it."""
    secret: str
    """The honest submission that holds a canary."""

    def pages(self, result: SubmissionResult) -> Iterator[Path]:
        """All files of one submission in OUT."""
        yield from self.out.glob(f"*/{result.submission}.*")


@dataclass(frozen=True)
class Batch:
    """What came of all submissions, and what was seen beside them."""

    runs: Sequence[Run]
    canaries: Mapping[str, str]
    heard: list[str]
    before: dict[str, object]
    after: dict[str, object]

    def result_of(self, attack: Attack) -> SubmissionResult:
        return next(run.attacks[attack.name] for run in self.runs if attack.name in run.attacks)


class _Prepared:
    """Everything that one run needs, laid out below a folder of its own."""

    def __init__(
        self,
        folder: Path,
        attacks: Sequence[Attack],
        kind: _Kind,
        canaries: Mapping[str, str],
        places: Mapping[str, str],
    ) -> None:
        self.attacks = attacks
        self.kind = kind
        self.course = copy_course(folder / "course", canaries, kind.limits, kind.sheet)
        self.out, self.submissions = folder / "out", folder / "submissions"
        for path in (self.submissions, self.out):
            path.mkdir(parents=True)
        # one after the other: migrations know no threads
        connect(sqlite_url(self.out / STORE)).dispose()
        (self.out / "geheim").write_text(canaries["out"])
        here = {
            **{"COURSE": str(self.course.root), "SUBMISSIONS": str(self.submissions)},
            **{"OUT": str(self.out)},
        }
        self.deserved = _hand_in(
            attacks, honest_of(kind.sheet), self.submissions, {**places, **here}
        )
        self.secret = _hand_in_secret(self.submissions, canaries["submission"])

    def grade(self) -> Run:
        sheet, jobs = self.course.load(self.kind.sheet), self.kind.jobs
        order = Order(self.course, sheet, (self.submissions,), self.out, jobs)
        summary = grade(order)
        with OutFolder.existing(self.out) as kept:
            by_number = {number_of(result.submission): result for result in kept.results()}
        assert by_number.keys() == {number_of(path.name) for path in self.submissions.iterdir()}
        tried = {attack.name: by_number[str(n)] for n, attack in enumerate(self.attacks)}
        honest = {r.submission: r for number, r in by_number.items() if "." in number}
        return Run(order.sheet, self.out, summary, tried, honest, self.deserved, self.secret)


def run_batch(folder: Path, attacks: Sequence[Attack], level: Level | None = None) -> Batch:
    """Grade these attacks below ``folder``, and look at the machine before and after.

    ``level``: as if this machine offered no other level of confinement.

    Those that wait for the end of their time are graded beside the others, with short limits:
    they hardly need a processor.
    """
    canaries = make_canaries()
    home = folder / "home"
    home.mkdir()
    (home / ".geheim").write_text(canaries["home"])
    _kept[0] = canaries["memory"]
    with (
        pytest.MonkeyPatch.context() as patch,
        orphans_adopted(),
        Listeners(folder) as listeners,
        ThreadPoolExecutor(len(_KINDS)) as pool,
    ):
        patch.setenv("HOSTILE_SECRET", canaries["environment"])
        if level is not None:
            found = tried()
            without = {one: {"ok": one == level, "reason": "left out"} for one in STRONGEST_FIRST}
            patch.setattr("autograder.sandbox.probe.tried", lambda: found | without)
        places = {
            **listeners.addresses,
            **{"HOME": str(home), "REPOSITORY": str(ROOT), "MARK": MARK, "PID": str(os.getpid())},
        }
        prepared = [
            _Prepared(folder / kind.name, some, kind, canaries, places)
            for kind in _KINDS
            if (some := [attack for attack in attacks if kind.has(attack)])
        ]
        watched = [home, *SOURCES]
        watched += [path for one in prepared for path in (one.course.root, one.submissions)]
        before = snapshot(*watched)
        runs = list(pool.map(_Prepared.grade, prepared))
        after = snapshot(*watched)
    return Batch(runs, canaries, listeners.heard, before, after)


def number_of(name: str) -> str:
    """``017.5-muster-anna`` → ``17.5``; odd names have their number somewhere inside."""
    found = re.search(r"(?<!\d)(\d{3})(?:[._](\d))?-", name)
    assert found is not None, name
    whole, part = found.groups()
    return str(int(whole)) + (f".{part}" if part else "")


def _hand_in(
    attacks: Sequence[Attack],
    honest: Mapping[Path, float],
    folder: Path,
    prepared: Mapping[str, str],
) -> Mapping[str, float]:
    """Attacks by number, honest work between them and what it deserves."""
    deserved = {}
    neighbours = itertools.cycle(honest.items())
    for number, attack in enumerate(attacks):
        attack.hand_in(folder / f"{number:03}-{attack.name}", prepared)
        if number % HONEST_EVERY == 0:
            source, points = next(neighbours)
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
