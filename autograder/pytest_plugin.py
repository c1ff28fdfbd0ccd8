"""Plain ``pytest tests/SHEET``: the hidden checks against the reference or one submission.

Loaded by pytest's entry point. It stays idle unless tests that carry ``@task`` are collected;
then it runs the notebook in a confined process, as grading does, and hands it to the checks.
"""

import tempfile
from pathlib import Path

import pytest

from autograder.checks import plugin
from autograder.checks.marking import mark_of
from autograder.checks.plugin import SEED, STUDENT
from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.i18n import add_catalog


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("autograder")
    group.addoption(
        "--submission",
        metavar="NOTEBOOK",
        help="check this notebook instead of the sheet's reference",
    )
    group.addoption("--check-seed", default="pytest", help="secret seed of the random inputs")


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.has_plugin("autograder_checks"):
        config.pluginmanager.register(plugin, "autograder_checks")
    config.stash[SEED] = str(config.getoption("--check-seed"))
    config.pluginmanager.register(_Reference(config), "autograder_reference")


class _Reference:
    """Keeps one living notebook for the sheet whose tests are running."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.sheet: str | None = None
        self.live: object = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if mark_of(item) is None:
            return
        folder = _checks_folder(item.path)
        if folder.name != self.sheet:
            self._close()
            self._open(folder)
        self.config.stash[STUDENT].begin_check()

    def pytest_unconfigure(self) -> None:
        self._close()

    def _open(self, folder: Path) -> None:
        from autograder.grading.live import LiveNotebook

        course, name = Course(folder.parent.parent), folder.name
        add_catalog(folder / "locale" / "en.po")
        chosen = self.config.getoption("--submission")
        scratch = Path(tempfile.mkdtemp(prefix="autograder-"))
        try:
            live = LiveNotebook(
                course, course.load(name), Path(chosen) if chosen else None, scratch
            )
            self.config.stash[STUDENT] = live.start()
        except UsageFault as fault:
            raise pytest.UsageError(str(fault)) from fault
        self.live, self.sheet = live, name

    def _close(self) -> None:
        from autograder.grading.live import LiveNotebook

        if isinstance(self.live, LiveNotebook):
            self.live.close()
            del self.config.stash[STUDENT]
        self.live = self.sheet = None


def _checks_folder(test: Path) -> Path:
    """``…/tests/SHEET`` of a test file in it or below it."""
    for folder in test.parents:
        if folder.parent.name == "tests":
            return folder
    raise pytest.UsageError(f"{test} lies in no folder tests/SHEET of a course")
