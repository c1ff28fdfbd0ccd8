"""Write the example cohort: ``python reference/lehreinheit10/make_cohort.py``.

Everybody starts from the reference; ``cohort_src/NAME.py`` says what NAME does differently, written
as the whole notebooks of the bank are. Cells that only show something are left out unless NAME's
first comment says ``keeps them``. What each submission must earn stands in ``cohort.toml``.
"""

import json
import shutil
from dataclasses import replace
from pathlib import Path

from autograder.build import build_notebooks, reference_notebook
from autograder.selftest.assemble import SHOWING_TAG, cells_of, workshop
from autograder.selftest.bank import BankFile, read_file
from autograder.course.sheet import Course

HERE = Path(__file__).parent
COURSE = Course(HERE.parents[1])
SOURCES = HERE / "cohort_src"
COHORT = HERE / "cohort"
SMALLEST_PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mP4z8AARwzEcQCukw/xOF6MEQAAAABJ"
    "RU5ErkJggg=="
)
"""A red square, as the output of a cell that draws."""


def cohort() -> dict[str, bytes]:
    """File below ``cohort/`` → content; the same on every call."""
    sheet = COURSE.load("lehreinheit10")
    shop = workshop(COURSE, sheet)
    whole = cells_of(reference_notebook(COURSE, sheet))
    complete = tuple(cell for cell in whole if "loesung" not in cell.tags)
    built = {}
    for path in sorted(SOURCES.glob("*.py")):
        file = read_file(path, "whole")
        base = complete if "keeps them" in file.shows else shop.reference
        built[f"{path.stem}.ipynb"] = with_outputs(replace(shop, reference=base), file)
    published = build_notebooks(COURSE, sheet)
    folder = COURSE.assignment(sheet.id)
    built["probe-ines.ipynb"] = published[folder / "lehreinheit10.ipynb"].encode()
    return built


def with_outputs(shop, file: BankFile) -> bytes:
    """The notebook; cells that show something carry a picture, as if they had been run."""
    (text,) = shop.notebooks((file,))
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and SHOWING_TAG in cell["metadata"].get("tags", ()):
            data = {"image/png": SMALLEST_PNG, "text/plain": ["<Figure size 900x300>"]}
            cell["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


if __name__ == "__main__":
    shutil.rmtree(COHORT, ignore_errors=True)
    COHORT.mkdir()
    for name, content in cohort().items():
        (COHORT / name).write_bytes(content)
