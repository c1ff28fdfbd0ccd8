"""An interpreter that was not warmed up, for one submission, runs notebooks no differently."""

from sandbox_limits import LIMITS

from autograder.sandbox.run import NotebookRun, Program
from autograder.sandbox.zygote import Zygote

CELLS = (
    "x = 1\nprint('a')",
    "1 / 0",
    "import asyncio\nawait asyncio.sleep(0)\nx + 1",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "%matplotlib inline\nplt.plot([3, 4]);",
    "!echo b",
    "plt.figure()\nx",
    "import otter\ngrader = otter.Notebook()\ngrader.check('1a')",
    "import numpy as np, random\n(np.random.rand(), random.random())",
)


def shown(wall, preload, *, warm):
    """Per cell how it ended and what it showed; pictures by their type only."""
    with Zygote(wall, preload, LIMITS.frame_mib, warm=warm) as zygote:
        run = NotebookRun(zygote, LIMITS, Program(list(enumerate(CELLS)), seed=7))
        alive = run.start()
        assert alive is not None
        try:
            ends = [(report.outcome, report.error, report.line) for report in run.reports]
            outputs = [[_of(one) for one in run.outputs[number]] for number in range(len(CELLS))]
            return ends, outputs
        finally:
            run.end()


def _of(output):
    data = output.get("data", {})
    if "image/png" in data:
        return ("picture",)
    return (output["output_type"], output.get("text"), output.get("ename"), data)


def test_a_cold_interpreter_shows_what_a_warm_one_shows(wall):
    preload = ("numpy", "matplotlib.pyplot")
    warm_ends, warm = shown(wall, preload, warm=True)
    ends, cold = shown(wall, preload, warm=False)
    assert ends == warm_ends
    for number, (one, other) in enumerate(zip(cold, warm, strict=True)):
        assert one == other, CELLS[number]
    assert ("picture",) in cold[3]
