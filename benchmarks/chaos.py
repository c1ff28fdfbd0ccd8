"""``python -m benchmarks.chaos``: kill and stop every kind of process of the grader.

Each round grades a small batch of the example cohort by the real command. At random moments the
coordinator (P0), the zygote (P1), a student process (P2) or a check process (P3) is killed or
stopped. Then nothing may be lost, graded twice or marked wrongly, and no process may be left.
"Not graded" is allowed only after two faults in one round, and the same command again mends it.
"""

import argparse
import random
import re
import secrets
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from autograder.sandbox.probe import best_level, probe
from benchmarks.chaos_batch import NOTEBOOKS, Batch, Fault, Hit, Run
from benchmarks.chaos_marks import Comparison, compare, read_marks, read_results
from benchmarks.processes import ROLES, adopt_everything, leftovers

_STARTING_SHARE = 0.1
"""Of the faults: during start-up, which takes longer than grading a batch as small as this."""
_PAUSE_SECONDS = 4.0
_GRADED = re.compile(r"^Bewertet: (\d+), in", re.MULTILINE)
_KILLED = -signal.SIGKILL
_OK, _GRADER_FAILED = 0, 3


def main() -> int:
    options = _options()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    print(f"seed {options.seed}")
    adopt_everything()
    level = best_level(probe())
    if level is None:
        print("this machine offers no confinement: see autograder doctor")
        return 1
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        batch = Batch(Path(folder), options.notebooks, options.jobs, level)
        chaos = Chaos(batch, Path(folder))
        print(
            f"{len(chaos.expected)} submissions, {options.jobs} workers, level {level}; "
            f"undisturbed: {chaos.usual.starting:.1f} s to start, {chaos.usual.grading:.1f} s to "
            "grade"
        )
        for number in range(options.first, options.first + options.rounds):
            rng = random.Random(f"{options.seed}/{number}")
            chaos.round(number, rng, _faults(rng, number, options.stops, options.doubles))
    chaos.print_report()
    return 1 if chaos.violations else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="number of the first round")
    parser.add_argument("--seed", default=secrets.token_hex(4))
    parser.add_argument("--notebooks", type=int, default=len(NOTEBOOKS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stops", type=float, default=0.25, help="share of SIGSTOP among faults")
    parser.add_argument("--doubles", type=float, default=0.15, help="share of rounds with two")
    return parser.parse_args()


def _faults(rng: random.Random, number: int, stops: float, doubles: float) -> list[Fault]:
    roles = [ROLES[number % len(ROLES)]]
    if rng.random() < doubles:
        roles.append(rng.choice(ROLES[1:]))
    found = []
    for role in roles:
        stop = rng.random() < stops
        found.append(
            Fault(
                role=role,
                signal=signal.SIGSTOP if stop else signal.SIGKILL,
                moment=rng.random(),
                while_starting=role != "P2" and rng.random() < _STARTING_SHARE,
                pause_seconds=rng.uniform(0.1, _PAUSE_SECONDS) if stop and role == "P0" else 0.0,
            )
        )
    return found


class Chaos:
    """All rounds of one batch, and what happened in them."""

    def __init__(self, batch: Batch, work: Path) -> None:
        self.batch = batch
        self.work = work
        run = batch.grade(work / "undisturbed", random.Random(0))
        if run.code != _OK:
            raise RuntimeError(f"the undisturbed run ended with {run.code}:\n{run.output[-2000:]}")
        self.expected = read_marks(work / "undisturbed")
        self.usual = run.timing
        self.rounds: Counter[str] = Counter()
        self.longest: dict[str, float] = {}
        self.not_graded = self.ended = self.missed = 0
        self.violations: list[str] = []

    def round(self, number: int, rng: random.Random, faults: Sequence[Fault]) -> None:
        """Grade once while ``faults`` strike, and look at everything that is left."""
        out = self.work / f"round-{number}"
        run = self._strike(out, rng, faults)
        problems = [f"left running: {left}" for left in leftovers()]
        killed = run.code == _KILLED and any(_kills_coordinator(hit) for hit in run.hits)
        temporary = self.batch.temporary_files()
        if temporary and not killed:
            problems.append(f"temporary files are left: {temporary}")
        verdict, told = self._killed(out) if killed else self._verdict(run, out)
        problems += verdict
        if run.code not in (_OK, None):
            problems += self._again(out, rng)
            told += "the same command again: all marks"
        self.missed += len(faults) - len(run.hits)
        names = " + ".join(f"{hit.fault.role} {hit.fault.signal.name}" for hit in run.hits)
        self.rounds[names] += 1
        self.longest[names] = max(self.longest.get(names, 0), run.seconds)
        self._tell(number, run, told, problems)
        shutil.rmtree(out, ignore_errors=True)

    def _strike(self, out: Path, rng: random.Random, faults: Sequence[Fault]) -> Run:
        """Grade, and once more from the beginning as long as every fault comes too late."""
        while True:
            run = self.batch.grade(out, rng, faults, self.usual)
            if run.hits or run.code != _OK:
                return run
            self.missed += len(faults)
            faults = [replace(fault, moment=fault.moment / 2) for fault in faults]
            shutil.rmtree(out)

    def _tell(self, number: int, run: Run, told: str, problems: Sequence[str]) -> None:
        struck = ", ".join(
            f"{hit.fault.role} {hit.fault.signal.name} at {hit.seconds:.2f} s" for hit in run.hits
        )
        summary = f"{number:4d}  {struck or 'no fault'}: {run.seconds:.1f} s"
        print(f"{summary}, {'VIOLATED' if problems else told or 'all marks'}")
        for problem in problems:
            print(f"      VIOLATION {problem}")
            self.violations.append(f"round {number} ({struck}): {problem}")
        if problems:
            print(run.output[-1500:])

    def _killed(self, out: Path) -> tuple[list[str], str]:
        """What is wrong with the files of a run that was killed, as far as it had come."""
        try:
            found = compare(self.expected, read_results(out))
        except ValueError as error:
            return [f"a killed run left a damaged file: {error}"], ""
        wrong = (*found.wrong, *found.not_graded, *found.invented)
        return ([f"wrong before the end: {wrong}"] if wrong else []), "killed; "

    def _verdict(self, run: Run, out: Path) -> tuple[list[str], str]:
        """What is wrong with a run that came to its end, and what is noteworthy."""
        if run.code is None:
            return ["it hung"], ""
        if run.code not in (_OK, _GRADER_FAILED):
            return [f"exit code {run.code}"], ""
        if not (out / "results.json").exists() and len(run.hits) > 1:
            return [], "did not start; "
        try:
            found = compare(self.expected, read_marks(out))
        except (ValueError, OSError, KeyError) as error:
            return [f"OUT cannot be read: {error}"], ""
        graded = _GRADED.search(run.output)
        problems = _problems(found, run)
        if graded is None or int(graded[1]) != len(self.expected):
            problems.append(f"it says that it graded {graded and graded[1]}")
        self.not_graded += len(found.not_graded)
        self.ended += len(found.ended)
        told = [f"not graded: {', '.join(found.not_graded)}; "] if found.not_graded else []
        told += [f"ended early twice: {', '.join(found.ended)}; "] if found.ended else []
        return problems, "".join(told)

    def _again(self, out: Path, rng: random.Random) -> list[str]:
        """What is wrong after the same command was given once more, undisturbed."""
        run = self.batch.grade(out, rng)
        problems = [f"the run after it left: {left}" for left in leftovers()]
        if run.code != _OK:
            return [*problems, f"the same command again ends with {run.code}: {run.output[-500:]}"]
        found = compare(self.expected, read_marks(out))
        return problems if found.equal else [*problems, f"the same command again: {found}"]

    def print_report(self) -> None:
        print(f"\n{'faults':24} rounds  longest")
        for names, count in sorted(self.rounds.items()):
            print(f"{names or 'none':24} {count:6d} {self.longest[names]:7.1f} s")
        print(
            f"\n{self.rounds.total()} rounds, {len(self.violations)} violations; submissions not "
            f"graded after two faults: {self.not_graded}; ended early when confirmed alone: "
            f"{self.ended}; faults that came too late: {self.missed}"
        )
        for violation in self.violations:
            print(f"VIOLATION {violation}")


def _kills_coordinator(hit: Hit) -> bool:
    return hit.fault.role == "P0" and hit.fault.signal == signal.SIGKILL


def _problems(found: Comparison, run: Run) -> list[str]:
    problems = []
    if found.lost or found.invented:
        problems.append(f"lost {found.lost}, invented {found.invented}")
    if found.wrong:
        problems.append(f"wrong marks: {found.wrong}")
    students = sum(hit.fault.role == "P2" for hit in run.hits)
    if len(found.ended) > students:
        problems.append(f"processes that nobody struck ended: {found.ended}")
    if found.not_graded and len(run.hits) < 2:
        problems.append(f"not graded after one fault: {found.not_graded}")
    if (run.code == _GRADER_FAILED) != bool(found.not_graded):
        problems.append(f"exit code {run.code} with not graded: {found.not_graded}")
    return problems


if __name__ == "__main__":
    sys.exit(main())
