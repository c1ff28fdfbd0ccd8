"""What a grading image starts (Gradescope, ``otter grade``): otter, then what otter leaves open.

Where otter stops with an error it may still have written 0 points; then no ``results.json``
remains, and Gradescope says that the autograder failed. Bundle and results are closed to the users
that notebooks run as: one more wall, should all others be missing.
"""

import json
from pathlib import Path
from typing import NoReturn

import msgspec
from otter.run.run_autograder import main as run_otter

from autograder.otter_bridge import gradescope


def main(autograder_dir: str) -> None:
    """Grade what lies in ``autograder_dir/submission``; every error of otter's comes out."""
    results = Path(autograder_dir) / "results"
    for closed in (results, Path(autograder_dir) / "source"):
        closed.chmod(0o700)
    try:
        run_otter(autograder_dir)
        _complete(results)
    except BaseException:
        (results / "results.json").unlink(missing_ok=True)
        raise


def _complete(results: Path) -> None:
    """Put in what the plugin has added; without that there is no mark for anybody to read."""
    path, added = results / "results.json", results / gradescope.NAME
    if not added.is_file():
        path.unlink()
        return
    more = msgspec.json.decode(added.read_bytes(), type=gradescope.Extras)
    written = json.loads(path.read_text("utf-8"), parse_constant=_no_number)
    whole = gradescope.completed(written, more)
    path.write_text(json.dumps(whole, indent=2, ensure_ascii=False, allow_nan=False), "utf-8")
    added.unlink()


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"results.json holds {word}")
