"""``python -m benchmarks.plain_fork SHEET``: what a fork without any wall costs.

A process as warm as the zygote. For every line on its input it forks a child that runs one cell
in the same shell, and answers with a JSON line of two ``time.monotonic()`` instants: when the
child reported that it lives, and when it began the cell. Measured against the time of the fork.
"""

import json
import os
import struct
import sys
import time
from pathlib import Path

from autograder.course.sheet import Course
from autograder.inside.preload import preload, shell_for_children
from autograder.inside.shell import CellRunner, Shell

CELL = "begun = __import__('time').monotonic()"
_INSTANT = struct.Struct("<d")


def main() -> None:
    course = Course(Path(__file__).resolve().parent.parent)
    preload(course.load(sys.argv[1]).preload, warm=True)
    requests, answers = sys.stdin, sys.stdout
    shell = shell_for_children(warm=True)
    print(json.dumps("ready"), file=answers, flush=True)
    for _ in requests:
        print(json.dumps(_one(shell)), file=answers, flush=True)


def _one(shell: Shell) -> tuple[float, float]:
    """Seconds from the fork until the child lives, and until it runs the cell."""
    reading, writing = os.pipe()
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.write(writing, b"!")
        CellRunner(shell).run(CELL)
        os.write(writing, _INSTANT.pack(shell.user_ns["begun"]))
        os._exit(0)
    os.read(reading, 1)
    alive = time.monotonic()
    (begun,) = _INSTANT.unpack(os.read(reading, _INSTANT.size))
    os.waitpid(pid, 0)
    os.close(reading)
    os.close(writing)
    return alive - start, begun - start


if __name__ == "__main__":
    main()
