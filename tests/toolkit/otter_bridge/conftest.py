"""One tiny course and its bundle for all tests of this room."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from otter_course import make_course

import autograder
from autograder.course.sheet import Course
from autograder.otter_bridge.bundle import gradescope_bundle


@pytest.fixture(scope="session")
def otter_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return make_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def frozen_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package: whoever edits it while tests run does not change it."""
    package = Path(autograder.__file__).parent
    copy = tmp_path_factory.mktemp("package") / "autograder"
    return Path(shutil.copytree(package, copy))


@pytest.fixture(scope="session")
def make_bundle(otter_course: Course, frozen_package: Path) -> Callable[[], bytes]:
    """Makes the bundle of the tiny course."""
    pytest.importorskip("otter", reason="the extra [otter] is not installed")

    def make() -> bytes:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(autograder, "__file__", str(frozen_package / "__init__.py"))
            return gradescope_bundle(otter_course, otter_course.load("mini"))

    return make


@pytest.fixture(scope="session")
def otter_zip(make_bundle: Callable[[], bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet's ``autograder.zip``."""
    path = tmp_path_factory.mktemp("bundle") / "autograder.zip"
    path.write_bytes(make_bundle())
    return path
