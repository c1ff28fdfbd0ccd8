"""``python parity_worker.py BUNDLE``: what ``otter run`` does, for one submission after another.

Reads lines ``{"submission": path, "out": folder}`` and answers each with ``{"plugin": error}``,
which is empty where our plugin did not fail. otter's own output goes to ``out/otter.log``. Only
the start of Python and the import of otter are shared: kernel, checks and files are new each time.
"""

import json
import os
import sys
import traceback
from pathlib import Path

PLUGIN = "otter_plugin.py"


def _frames(fault: BaseException) -> traceback.StackSummary:
    return traceback.extract_tb(fault.__traceback__)


def main(bundle: str) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    from otter.run import main as otter_run

    for line in sys.stdin:
        order = json.loads(line)
        out = Path(order["out"])
        error = ""
        with (out / "otter.log").open("wb", buffering=0) as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            try:
                otter_run(order["submission"], autograder=bundle, output_dir=str(out), no_logo=True)
            except BaseException as fault:
                if any(PLUGIN in one.filename for one in _frames(fault)):
                    error = f"{type(fault).__name__}: {fault}"
                traceback.print_exc()
            sys.stdout.flush()
            sys.stderr.flush()
        print(json.dumps({"plugin": error}), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
