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
from dataclasses import dataclass, field
from pathlib import Path

from autograder.sandbox.probe import best_level, probe
from benchmarks.chaos_batch import NOTEBOOKS, Batch, Fault, Run, Timing
from benchmarks.chaos_marks import Comparison, Marks, compare, read_marks
from benchmarks.chaos_tree import ROLES, adopt_everything, leftovers

_STARTING_SHARE = 0.1
"""Of the faults: during start-up, which takes longer than grading a batch as small as this."""
_PAUSE_SECONDS = 4.0
_GRADED = re.compile(r"^(\d+) Abgaben in", re.MULTILINE)
_KILLED = -signal.SIGKILL
_OK, _GRADER_FAILED = 0, 3


@dataclass
class Tally:
    """What happened in all rounds."""

    rounds: Counter[str] = field(default_factory=Counter)
    longest: dict[str, float] = field(default_factory=dict)
    not_graded: int = 0
    ended: int = 0
    missed: int = 0
    violations: list[str] = field(default_factory=list)


def main() -> int:
    options = _options()
    sys.stdout.reconfigure(line_buffering=True)
    print(f"seed {options.seed}")
    adopt_everything()
    level = best_level(probe())
    if level is None:
        print("this machine offers no confinement: see autograder doctor")
        return 1
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        work = Path(folder)
        batch = Batch(work, options.notebooks, options.jobs, level)
        expected, usual = _undisturbed(batch, work / "undisturbed")
        print(
            f"{len(expected)} submissions, {options.jobs} workers, level {level}; undisturbed: "
            f"{usual.starting:.1f} s to start, {usual.grading:.1f} s to grade"
        )
        for number in range(options.rounds):
            rng = random.Random(f"{options.seed}/{number}")
            faults = _faults(rng, number, options.stops, options.doubles)
            _round(batch, work / f"round-{number}", rng, faults, expected, usual, number, tally)
    _print_report(tally, options.rounds)
    return 1 if tally.violations else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", default=secrets.token_hex(4))
    parser.add_argument("--notebooks", type=int, default=len(NOTEBOOKS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stops", type=float, default=0.25, help="share of SIGSTOP among faults")
    parser.add_argument("--doubles", type=float, default=0.15, help="share of rounds with two")
    return parser.parse_args()


def _undisturbed(batch: Batch, out: Path) -> tuple[Marks, Timing]:
    run = batch.grade(out, random.Random(0))
    if run.code != _OK:
        raise RuntimeError(f"the undisturbed run ended with {run.code}:\n{run.output[-2000:]}")
    return read_marks(out), run.timing


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


def _round(
    batch: Batch,
    out: Path,
    rng: random.Random,
    faults: list[Fault],
    expected: Marks,
    usual: Timing,
    number: int,
    tally: Tally,
) -> None:
    run = batch.grade(out, rng, faults, usual)
    problems = [f"left running: {left}" for left in leftovers()]
    killed = any(hit.fault.role == "P0" and hit.fault.signal == signal.SIGKILL for hit in run.hits)
    temporary = batch.temporary_files()
    if temporary and not killed:
        problems.append(f"temporary files are left: {temporary}")
    if killed and run.code == _KILLED:
        told = "killed; "
    else:
        verdict, told = _verdict(run, out, expected, tally)
        problems += verdict
    if run.code != _OK and run.code is not None:
        again = batch.grade(out, rng)
        problems += _again(again, out, expected)
        told += "the same command again: all marks"
    names = " + ".join(f"{hit.fault.role} {hit.fault.signal.name}" for hit in run.hits)
    tally.missed += len(faults) - len(run.hits)
    tally.rounds[names or "no fault"] += 1
    tally.longest[names or "no fault"] = max(tally.longest.get(names or "no fault", 0), run.seconds)
    struck = ", ".join(
        f"{hit.fault.role} {hit.fault.signal.name} at {hit.seconds:.2f} s" for hit in run.hits
    )
    print(f"{number:4d}  {struck or 'no fault'}: {run.seconds:.1f} s, {told or 'all marks'}")
    for problem in problems:
        print(f"      VIOLATION {problem}")
        tally.violations.append(f"round {number} ({struck}): {problem}")
    if problems:
        print(run.output[-1500:])
    shutil.rmtree(out, ignore_errors=True)


def _verdict(run: Run, out: Path, expected: Marks, tally: Tally) -> tuple[list[str], str]:
    """What is wrong with a run that came to its end, and what is noteworthy."""
    if run.code is None:
        return ["it hung"], ""
    if run.code not in (_OK, _GRADER_FAILED):
        return [f"exit code {run.code}"], ""
    if not (out / "results.json").exists() and len(run.hits) > 1:
        return [], "did not start; "
    try:
        found = compare(expected, read_marks(out))
    except (ValueError, OSError, KeyError) as error:
        return [f"OUT cannot be read: {error}"], ""
    graded = _GRADED.search(run.output)
    problems = []
    if graded is None or int(graded[1]) != len(expected):
        problems.append(f"it says that it graded {graded and graded[1]} of {len(expected)}")
    problems += _problems(found, run)
    tally.not_graded += len(found.not_graded)
    tally.ended += len(found.ended)
    told = [f"not graded: {', '.join(found.not_graded)}; "] if found.not_graded else []
    told += [f"ended early twice: {', '.join(found.ended)}; "] if found.ended else []
    return problems, "".join(told)


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


def _again(run: Run, out: Path, expected: Marks) -> list[str]:
    problems = [f"the run after it left: {left}" for left in leftovers()]
    if run.code != _OK:
        return [*problems, f"the same command again ends with {run.code}: {run.output[-500:]}"]
    found = compare(expected, read_marks(out))
    return problems if found.equal else [*problems, f"the same command again: {found}"]


def _print_report(tally: Tally, rounds: int) -> None:
    print(f"\n{'faults':24} rounds  longest")
    for names, count in sorted(tally.rounds.items()):
        print(f"{names:24} {count:6d} {tally.longest[names]:7.1f} s")
    print(
        f"\n{rounds} rounds, {len(tally.violations)} violations; submissions not graded after two "
        f"faults: {tally.not_graded}; ended early when confirmed alone: {tally.ended}; "
        f"faults that came too late: {tally.missed}"
    )
    for violation in tally.violations:
        print(f"VIOLATION {violation}")


if __name__ == "__main__":
    sys.exit(main())
