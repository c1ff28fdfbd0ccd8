"""What a machine that grades puts up and states: its wall, its level in words, its versions."""

import platform
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder import __version__
from autograder.course.sheet import Course, Sheet
from autograder.inside.confinement import Level, WallConfig
from autograder.records.model import RunInfo
from autograder.sandbox.chore import plain_wall
from autograder.sandbox.probe import Capabilities

RECORDED_PACKAGES = ("numpy", "torch", "sympy", "ipython", "matplotlib", "pytest", "otter-grader")


def wall_for(
    course: Course, level: Level, out: Path, submissions: Sequence[Path] = ()
) -> WallConfig:
    """The strongest wall this machine offers; neither the course nor anybody's work is visible
    behind it."""
    root = course.root.resolve()
    wall = plain_wall(level, [str(root / "tests"), str(root / "reference"), str(out.resolve())])
    # only where it is needed: the names of these files would be found in a student's memory
    beside = [
        str(path)
        for path in map(Path.resolve, submissions)
        if any(path.is_relative_to(place) for place in wall.readable)
    ]
    return replace(wall, hidden=(*wall.hidden, *beside))


def confinement_in_words(level: Level, capabilities: Capabilities) -> str:
    """What stands in every run's results: the level and what it consists of here."""
    own_user = "own user id, " if capabilities.root else ""
    spaces = "namespaces, " if level == "namespaces" else ""
    return f"{level}: {spaces}{own_user}Landlock {capabilities.landlock_abi}, seccomp, rlimits"


def versions() -> Iterator[tuple[str, str]]:
    """Name and version of the packages that results depend on."""
    for name in RECORDED_PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def run_info(sheet: Sheet, seed: str, confinement: str) -> RunInfo:
    """Under what conditions a run takes place, from now on."""
    return RunInfo(
        sheet=sheet.id,
        version=sheet.version,
        seed=seed,
        toolkit=__version__,
        confinement=confinement,
        started=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        python=platform.python_version(),
        packages=dict(versions()),
    )
