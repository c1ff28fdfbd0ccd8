import pytest
from sandbox_limits import LIMITS

from autograder.inside.confinement import standard_view
from autograder.inside.confinement.config import SLOT_UID, WallConfig
from autograder.sandbox.probe import probe, require
from autograder.sandbox.run import NotebookRun, Program
from autograder.sandbox.zygote import Zygote


@pytest.fixture(scope="session")
def wall():
    capabilities = probe()
    level = require("kernel", capabilities)
    readable, hidden = standard_view(())
    return WallConfig(
        level, readable, slot_uid=SLOT_UID if capabilities.root else None, hidden=hidden
    )


@pytest.fixture(scope="module")
def zygote(wall):
    with Zygote(wall, ("numpy",), LIMITS.frame_mib) as running:
        yield running


@pytest.fixture
def run(zygote):
    """Runs cells for real; what it made ends with the test."""
    made = []

    def started(*cells, limits=LIMITS, **program):
        made.append(NotebookRun(zygote, limits, Program(list(enumerate(cells)), **program)))
        made[-1].alive = made[-1].start()
        return made[-1]

    yield started
    for one in made:
        one.end()
