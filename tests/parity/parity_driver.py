"""``python tests/parity/parity_driver.py``: does ``otter run`` give the points of ``grade.py``?

For every solution of the bank and every attack of the hostile suite, on each Python named by
``--otter`` (the otter-grader installed there runs). Files of the bank that answer different parts
share a notebook. Of Lehreinheit 10, which trains networks, each part has only some. Exit code 1
where any submission differs. ``--sample N`` takes N at random (``--seed`` repeats the choice),
``--only`` those that hold a file or attack of this name, ``--groups`` those of some groups.
"""

import argparse
import queue
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from parity_cases import Case, Group, attacks, banks, for_otter, write_cases
from parity_compare import Verdict, compare
from parity_runs import Otter, OtterFailed, grade, make_bundle, otter_version


@dataclass(frozen=True)
class Told:
    """What came of one submission on one version of otter."""

    case: str
    verdict: Verdict
    why: str = ""
    second: bool = False
    """Whether both sides agreed only when both were run once more."""

    def __str__(self) -> str:
        return f"{self.case}: {self.verdict} {self.why}".rstrip()


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="parity-") as name:
        folder = Path(name)
        prepared = dict.fromkeys(("COURSE", "SUBMISSIONS", "OUT", "HOME", "REPOSITORY"), name)
        nowhere = {"TCP_PORT": "9", "UDP_PORT": "9", "MARK": "parity", "PID": "1"}
        everything = (*banks(), *attacks(folder / "course", Prepared({**prepared, **nowhere})))
        groups = _chosen(everything, arguments)
        wrong = 0
        for group in groups:
            if group.cases:
                run = Run(group, folder / group.name, arguments.jobs)
                wrong += sum(_report(group, *run.on(python)) for python in arguments.otter)
    return 1 if wrong else 0


class Prepared(dict[str, str]):
    """Placeholders of attacks; nothing listens here, so any address will do."""

    def __missing__(self, key: str) -> str:
        return "/nowhere"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    here = [Path(sys.executable)]
    parser.add_argument("--otter", nargs="+", type=Path, default=here, metavar="PYTHON")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--groups", default="", metavar="WORD", help="a word in the group's name")
    parser.add_argument("--jobs", type=int, default=2)
    return parser


def _chosen(groups: Sequence[Group], arguments: argparse.Namespace) -> list[Group]:
    chosen = [group for group in groups if arguments.groups in group.name]
    if arguments.only:
        chosen = [group.holding(arguments.only) for group in chosen]
    names = [case.name for group in chosen for case in group.cases]
    if arguments.sample and arguments.sample < len(names):
        names = random.Random(arguments.seed).sample(names, arguments.sample)
        print(f"sample of {len(names)}, --seed {arguments.seed}")
    return [group.named(names) for group in chosen]


class Run:
    """A group, graded by ``grade.py`` at once and then by any number of otters."""

    def __init__(self, group: Group, work: Path, jobs: int) -> None:
        self.group = group
        self.work = work
        self.jobs = jobs
        self.written = list(write_cases(group, work / "cohort"))
        start = time.monotonic()
        self.ours = grade(group, work / "cohort", work / "out", jobs)
        seconds = time.monotonic() - start
        print(f"{group.name}: grade.py, {len(self.written)} submissions in {seconds:.0f} s")

    def on(self, python: Path) -> tuple[str, list[Told]]:
        """The version of otter there, and what came of each submission."""
        version = otter_version(python)
        work = self.work / version
        work.mkdir()
        make_bundle(python, self.group, work / "autograder.zip")
        with ExitStack() as stack, ThreadPoolExecutor(self.jobs) as pool:
            otters: queue.SimpleQueue[Otter] = queue.SimpleQueue()
            for _ in range(self.jobs):
                otters.put(stack.enter_context(Otter(python, work / "autograder.zip")))

            def one(case: Case, person: Path) -> Told:
                otter = otters.get()
                try:
                    return self._one(case, person, otter, work / person.name)
                finally:
                    otters.put(otter)

            futures = [pool.submit(one, case, person) for case, person in self.written]
            start, told = time.monotonic(), []
            for done, future in enumerate(as_completed(futures), 1):
                told.append(future.result())
                left = (time.monotonic() - start) / done * (len(futures) - done) / 60
                print(
                    f"{version} {done}/{len(futures)}, {left:.0f} min left: {told[-1]}", flush=True
                )
        return version, told

    def _one(self, case: Case, person: Path, otter: Otter, out: Path) -> Told:
        """Time limits and chance may differ once on a busy machine, but not twice."""
        path = for_otter(person)
        if path is None:
            return Told(case.name, Verdict.NOT_FOR_OTTER)
        try:
            verdict, why = compare(self.ours[person.name], *otter.run(path, out / "1"))
            if verdict.ok:
                return Told(case.name, verdict)
            cohort = out / "cohort"
            ((_, alone),) = write_cases(self.group.named([case.name]), cohort)
            ours = grade(self.group, cohort, out / "out", jobs=1)[alone.name]
            verdict, more = compare(ours, *otter.run(path, out / "2"))
        except OtterFailed as failure:
            return Told(case.name, Verdict.DIFFERS, str(failure))
        if verdict.ok:
            return Told(case.name, verdict, why, second=True)
        held = f" ({', '.join(case.holds)})" if len(case.holds) > 1 else ""
        return Told(case.name, verdict, f"{why}; once more: {more}{held}")


def _report(group: Group, version: str, told: Sequence[Told]) -> int:
    """Print the counts; the number of submissions that differ."""
    print(f"\notter-grader {version}, {group.name}: {len(told)} submissions")
    for verdict, count in sorted(Counter(one.verdict for one in told).items()):
        print(f"{count:6}  {verdict}")
    for one in told:
        if one.second:
            print(f"  only when run again: {one.case} ({one.why})")
        if not one.verdict.ok:
            print(f"  {one}")
    print(flush=True)
    return sum(not one.verdict.ok for one in told)


if __name__ == "__main__":
    sys.exit(main())
