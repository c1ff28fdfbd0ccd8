# /// attack
# tries = "hands in a foreign kernel, tests, logs and configurations in an archive"
# total = 2
# [parts]
# 2d = "right"
# ///

"""What would make otter or Jupyter run something else than the notebook."""

from pathlib import Path

from hostile_attacks import HONEST, code_cell, notebook, zipped

BOMB = b"import os; os.system('touch /tmp/hostile-was-here-otter'); raise SystemExit"


def hand_in(target: Path) -> None:
    kernel = {"name": "bash -c 'touch /tmp/hostile-was-here-kernel'", "language": "python"}
    book = notebook([code_cell(HONEST)], kernelspec=kernel)
    names = ("ipykernel_launcher.py", "IPython.py", "numpy.py", "tests/q1.py", "conftest.py")
    files = {name: BOMB for name in (*names, "sitecustomize.py", "autograder/__init__.py")}
    files |= {".OTTER_LOG": BOMB, "otter_config.json": b'{"seed": 1}', "results.pkl": BOMB}
    zipped(target.with_name(f"{target.name}.zip"), {"a.ipynb": book.encode(), **files})
