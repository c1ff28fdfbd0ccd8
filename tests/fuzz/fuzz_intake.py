"""Cases for what is handed in: notebooks as JSON, and zip archives of them."""

import atexit
import io
import itertools
import json
import stat
import tempfile
import warnings
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from fuzz_driver import Target
from fuzz_mutation import mutated, reshaped

from autograder import intake
from autograder.course.sheet import Course, Limits, Sheet
from autograder.errors import UsageFault
from autograder.intake.contract import Cell, Notebook, Refused, Submission
from autograder.intake.notebook import CELLS, read_notebook

ROOT = Path(__file__).resolve().parents[2]
COHORT = ROOT / "reference" / "blatt09" / "cohort"
LIMITS = Limits(upload_mib=1)
MAX_CASE_BYTES = 1 << 18
_LOCATED_SHARE = 0.1
"""Of the notebooks that can be read: also looked through for answers, which takes longer."""
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32-be", "latin-1", "cp1252")
_LEAVES = (
    *(None, True, 0, 4, 3, -1, 2**64, 10**400, 0.5, float("nan"), float("inf"), "", "code", "raw"),
    *("markdown", "cells", "source", "metadata", "nbformat", "worksheets", "\ud800", "\x00", "ä"),
    *("### Antwort 2b\n\n$$x$$", "def aufgabe_1a(x):\n    return x", [], {}, ["a", "b"], [1], [[]]),
    *({"tags": ["antwort-1a"]}, {"sheet": "blatt09"}, {"language": "R"}, "python", "cell_type"),
)
_ANSWERS = (
    *("### Aufgabe 1a", "### Antwort 2b", "1 b)", "(c)", "$$", "\\[", "$", "```", "<!--", "---"),
    *("def aufgabe_1a(x):", "aufgabe_2b = 3", "*Ihre Antwort*", "# 2a", "\n", "=", "a" * 500, "(("),
    *(
        "\u202e",
        "\u2028",
        "%%html",
        "!ls",
        "lambda:",
        "'''",
        "\\begin{align}",
        "&",
        "x" + "**2" * 200,
    ),
)


@cache
def _notebooks() -> tuple[Any, ...]:
    """The cohort's readable notebooks as JSON values."""
    found = []
    for path in sorted(COHORT.rglob("*.ipynb")):
        with suppress(ValueError):
            found.append(json.loads(path.read_bytes()))
    return tuple(one for one in found if one.get("cells"))


@cache
def _files() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(COHORT.rglob("*.ipynb")))


def _small(rng: Random) -> dict[str, Any]:
    """A few neighbouring cells of a notebook of the cohort."""
    notebook = dict(rng.choice(_notebooks()))
    start = rng.randrange(len(notebook["cells"]))
    notebook["cells"] = notebook["cells"][start : start + rng.randint(1, 5)]
    return notebook


def make_notebook(rng: Random) -> bytes:
    """Damaged bytes of a real notebook, or valid JSON of the wrong shape, oddly encoded."""
    if rng.random() < 0.4:
        small = json.dumps(_small(rng), ensure_ascii=False).encode()
        return mutated(rng, (small, small, rng.choice(_files())), MAX_CASE_BYTES)
    value: Any = _small(rng)
    if rng.random() < 0.4:
        cell = rng.choice(value["cells"])
        lines = rng.choices(_ANSWERS, k=rng.randint(1, 12))
        value["cells"] = [{**cell, "source": "".join(lines)}]
    if rng.random() < 0.2:
        value = _old(rng, value)
    for _ in range(rng.randrange(4)):
        value = reshaped(rng, value, _LEAVES)
    try:
        text = json.dumps(value, ensure_ascii=rng.random() < 0.5)
    except (RecursionError, ValueError):  # a value in itself, or too deep to be written
        text = "[" * 5_000
    encoding = rng.choice(_ENCODINGS) if rng.random() < 0.2 else "utf-8"
    return text.encode(encoding, "replace" if encoding != "utf-8" else "surrogatepass")


def _old(rng: Random, notebook: dict[str, Any]) -> dict[str, Any]:
    """The same cells in one of the formats before the fourth."""
    cells = [
        {"cell_type": cell["cell_type"], "input": cell["source"], "source": cell["source"]}
        for cell in notebook["cells"]
    ]
    version = rng.choice((1, 2, 3))
    if version == 1 and rng.random() < 0.9:
        cells = [{"cell_type": "text", "text": cell["source"]} for cell in cells]
    body = {"cells": cells} if version == 1 else {"worksheets": [{"cells": cells}]}
    return {"nbformat": version, "nbformat_minor": 0, "metadata": {"name": ""}, **body}


def run_notebook(content: bytes) -> bool:
    try:
        notebook = read_notebook(content, "nb.ipynb")
    except Refused as error:
        refused, notebook = error, None
    if notebook is None:
        assert refused.text.de.isprintable()
        return False
    assert len(notebook.cells) <= CELLS
    for cell in notebook.cells:
        assert type(cell.source) is str
        cell.source.encode("utf-8")
    if len(content) % 1000 < 1000 * _LOCATED_SHARE:
        _graded(Submission("x", (), (notebook,)))
    return True


@cache
def _blatt09() -> tuple[Sheet, Mapping[str, intake.Template]]:
    course = Course(ROOT)
    return course.load("blatt09"), intake.templates(course)


def _graded(submission: Submission) -> None:
    """Everything that happens to a submission before it is run."""
    sheet, known = _blatt09()
    template = known["blatt09"]
    submission = intake.only_sheet(submission, "blatt09", known)
    submission = intake.join(submission, sheet, template)
    assert submission.problem or len(submission.notebooks) <= 1
    for notebook in submission.notebooks:
        parts = intake.locate(notebook, sheet, template, submission.documents)
        assert list(parts) == list(sheet.by_id)


def make_cells(rng: Random) -> Notebook:
    """Cells that look like answers and headings in any order."""
    cells = []
    for _ in range(rng.randrange(9)):
        source = "".join(rng.choices(_ANSWERS, k=rng.randrange(12)))
        if rng.random() < 0.02:
            source += rng.choice(_ANSWERS) * rng.choice((100, 3_000))
        tags = rng.choice(((), ("antwort-1a",), ("rechenweg-2b", "x"), ("-",)))
        cells.append(Cell(rng.choice(("code", "markdown", "raw")), source, tags))
    return Notebook("nb.ipynb", tuple(cells))


def run_cells(notebook: Notebook) -> bool:
    _graded(Submission("x", (), (notebook,)))
    return True


_NAMES = (
    *("a.ipynb", "b/a.ipynb", "b/c/a.ipynb", "A.IPYNB", "a.ipynb.txt", "a.py", "a.pdf", "d.csv"),
    *(
        "x.zip",
        "b/x.zip",
        "../a.ipynb",
        "/etc/passwd",
        "C:\\a.ipynb",
        "b\\a.ipynb",
        "..",
        ".",
        "a/",
    ),
    *("\u202ea.ipynb", "ä.ipynb", "a" * 300 + ".ipynb", "a\nb.ipynb", "con.ipynb", "__MACOSX/._a"),
    *(
        "b/../../a.ipynb",
        "b//a.ipynb",
        "./a.ipynb",
        "a.lnk",
        "x.tar.gz",
        ".hidden",
        "~$a",
        "a.ipynb ",
    ),
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_MODES = (0, stat.S_IFREG | 0o644, stat.S_IFLNK | 0o777, stat.S_IFDIR | 0o755, stat.S_IFCHR)


def _zip(rng: Random, depth: int = 0) -> bytes:
    """A zip as some tool or some attacker might write it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for _ in range(rng.randint(0, 5)):
            name = rng.choice(_NAMES)
            info = zipfile.ZipInfo(name)
            info.compress_type = rng.choice(_METHODS[: 2 if rng.random() < 0.8 else 4])
            if rng.random() < 0.1:
                info.external_attr = rng.choice(_MODES) << 16
                info.create_system = 3
            if rng.random() < 0.1:
                info.extra = rng.randbytes(rng.randrange(30))
            archive.writestr(info, _member(rng, name, depth))
        if rng.random() < 0.1:
            archive.comment = rng.randbytes(rng.randrange(60))
    return buffer.getvalue()


def _member(rng: Random, name: str, depth: int) -> bytes:
    if name.endswith(".zip") and depth < 4:
        return _zip(rng, depth + 1)
    if rng.random() < 0.05:
        return b"\x00" * rng.choice((1_000, 1 << 20))
    if name.lower().endswith(".ipynb"):
        return make_notebook(rng) if rng.random() < 0.3 else json.dumps(_small(rng)).encode()
    return rng.randbytes(rng.randrange(50))


@cache
def _zips() -> tuple[bytes, ...]:
    """The cohort as others would pack it, and zips of every odd kind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # names that occur twice
        odd = [_zip(Random(f"zip {number}")) for number in range(150)]
    return (*(path.read_bytes() for path in sorted(COHORT.glob("*.zip"))), *odd)


def make_archive(rng: Random) -> bytes:
    """Damage anywhere, or only where the directory stands."""
    if rng.random() < 0.1:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            return _zip(rng)
    if rng.random() < 0.3:
        return mutated(rng, _zips(), MAX_CASE_BYTES)
    whole = rng.choice(_zips())
    start = max(whole.find(b"PK\x01\x02"), 0)
    return whole[:start] + mutated(rng, (whole[start:],), MAX_CASE_BYTES)


@cache
def _scratch() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="fuzz-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


_numbers = itertools.count()


def run_archive(content: bytes) -> bool:
    path = _scratch() / f"{next(_numbers)}.zip"
    path.write_bytes(content)
    try:
        return _handed_in(path)
    finally:
        path.unlink()


def _handed_in(path: Path) -> bool:
    try:
        found = intake.discover([path])
    except UsageFault:
        return False
    assert len({one.id for one in found}) == len(found)
    submissions = [intake.open(one, LIMITS) for one in found]
    for submission in submissions:
        assert submission.problem or submission.notebooks
        for name, data in submission.files.items():
            assert type(data) is bytes
            assert not name.startswith("/"), name
            assert ".." not in name.split("/"), name
    if len(path.name) % 7 == 0 and submissions:
        _graded(submissions[0])
    return any(submission.notebooks for submission in submissions)


TARGETS = (
    Target("notebooks", make_notebook, run_notebook),
    Target("cells", make_cells, run_cells),
    Target("archives", make_archive, run_archive),
)
