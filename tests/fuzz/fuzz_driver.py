"""``python tests/fuzz/fuzz_driver.py``: many seeded cases per target, watched one by one.

A target makes a case from a random generator and feeds it to a reader of hostile input. Nothing
but the reader's own narrow exception may come out, and no case may take more than two seconds of
CPU (a page: eight) or 300 MiB. Every case has a number: ``--target NAME --seed SEED --case NUMBER``
repeats it.
"""

import argparse
import importlib
import os
import resource
import secrets
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from random import Random
from typing import Any

CASE_CPU_SECONDS = 2.0
CASE_WALL_SECONDS = 30.0
"""Far above the CPU limit: the machine may be busy, but nothing may wait forever."""
GROWTH_MIB = 300
MODULES = ("fuzz_wire", "fuzz_checks", "fuzz_intake", "fuzz_formulas", "fuzz_lms")
_WARM_UP = 50


@dataclass(frozen=True)
class Target:
    """``run`` returns whether the case was accepted and raises only what is a bug."""

    name: str
    make: Callable[[Random], Any]
    run: Callable[[Any], bool]
    cpu_seconds: float = CASE_CPU_SECONDS
    """What one case may take."""


class OutOfTime(BaseException):
    """Not an Exception, so that no reader can swallow it."""


class Failure(AssertionError):
    """A case that broke a promise."""


@dataclass(frozen=True)
class Report:
    """What happened to one target."""

    name: str
    cases: int
    accepted: int
    seconds: float
    slowest_seconds: float
    """CPU time of the slowest case."""
    slowest_case: int
    growth_mib: float
    """Peak memory of the process above what it was before the first case."""


def targets() -> dict[str, Target]:
    """All targets by name."""
    return {
        target.name: target for name in MODULES for target in importlib.import_module(name).TARGETS
    }


def fuzz(target: Target, cases: int, seed: str, first: int = 0) -> Report:
    """Run cases ``first``, ``first + 1``, …; raises :class:`Failure` for the first bad one."""
    for number in range(min(cases, _WARM_UP)):
        target.run(target.make(_generator(target, seed, f"warm-up {number}")))
    before = _peak_mib()
    accepted = slowest_case = 0
    slowest = 0.0
    start = time.perf_counter()
    for number in range(first, first + cases):
        peak = _peak_mib()
        case = target.make(_generator(target, seed, number))
        before += _peak_mib() - peak  # a large case is no fault of the reader
        cpu = time.process_time()
        try:
            with time_limits(target.cpu_seconds):
                accepted += target.run(case)
        except (OutOfTime, Exception) as error:
            raise _failure(target, seed, number, case) from error
        cpu = time.process_time() - cpu
        if cpu > slowest:
            slowest, slowest_case = cpu, number
        if _peak_mib() - before > GROWTH_MIB:
            raise _failure(target, seed, number, case) from MemoryError(f"{GROWTH_MIB} MiB")
    seconds = time.perf_counter() - start
    growth = _peak_mib() - before
    return Report(target.name, cases, accepted, seconds, slowest, slowest_case, growth)


def _generator(target: Target, seed: str, number: object) -> Random:
    return Random(f"{seed}/{target.name}/{number}")


def _failure(target: Target, seed: str, number: int, case: Any) -> Failure:
    shown = repr(case)
    shown = shown if len(shown) < 2_000 else f"{shown[:1_000]} … {shown[-500:]}"
    return Failure(f"--target {target.name} --seed {seed} --case {number}: {shown}")


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def time_limits(cpu_seconds: float = CASE_CPU_SECONDS) -> Iterator[None]:
    """Raises :class:`OutOfTime` in a case that takes too long; see :func:`watch_time`."""
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, CASE_WALL_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def out_of_time(number: int, _: object) -> None:
    """Handler of both timers; they must be installed in the main thread."""
    raise OutOfTime("too much CPU" if number == signal.SIGPROF else f"over {CASE_WALL_SECONDS} s")


def watch_time() -> None:
    """Install the handlers for cases that take too long."""
    signal.signal(signal.SIGPROF, out_of_time)
    signal.signal(signal.SIGALRM, out_of_time)


def _one(name: str, cases: int, seed: str, first: int) -> tuple[Report | None, str]:
    """In a process of its own: a report, or the story of the failure."""
    watch_time()
    try:
        return fuzz(targets()[name], cases, seed, first), ""
    except Failure:
        return None, traceback.format_exc()


def main() -> int:
    options = _options()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    names = options.target or list(targets())
    print(f"seed {options.seed}")
    first, cases = (0, options.cases) if options.case is None else (options.case, 1)
    print(f"{'target':16} {'cases':>8} accepted  cases/s  slowest case    memory")
    failed = False
    context = get_context("spawn")
    with ProcessPoolExecutor(options.jobs, mp_context=context, max_tasks_per_child=1) as pool:
        jobs = [pool.submit(_one, name, cases, options.seed, first) for name in names]
        for name, job in zip(names, jobs, strict=True):
            report, story = job.result()
            if report is None:
                failed = True
                print(f"{name:16} FAILED\n{story}")
                continue
            print(
                f"{name:16} {report.cases:8d} {report.accepted / report.cases:7.1%} "
                f"{report.cases / report.seconds:8.0f} {1e3 * report.slowest_seconds:8.1f} ms"
                f" (#{report.slowest_case}) {report.growth_mib:5.0f} MiB"
            )
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=100_000, help="of each target")
    parser.add_argument("--seed", default=secrets.token_hex(4))
    parser.add_argument("--target", action="append", help="may be given several times")
    parser.add_argument("--case", type=int, help="repeat only this one")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    # the same module object for the targets, which import it by its name
    sys.exit(importlib.import_module("fuzz_driver").main())
