"""Write the example cohort: ``python reference/blatt09/make_cohort.py``.

Most started from the notebook as it was first published (``published/``), those in ``CURRENT`` from
today's: both stay gradable. ``cohort_src/basis.py`` answers every part rightly,
and ``cohort_src/NAME.py`` says what NAME does differently. Both are percent scripts; the word
behind ``# %%`` is the key of the cell that is replaced, and

- ``template=true`` leaves that cell as it was published,
- ``after="KEY"`` adds a cell of one's own behind that cell.

What each submission must earn stands in ``cohort.toml``.
"""

import io
import shutil
import zipfile
from functools import cache
from pathlib import Path

import jupytext
import nbformat

from autograder.build import build_notebooks
from autograder.course.sheet import Course

HERE = Path(__file__).parent
COURSE = Course(HERE.parents[1])
SOURCES = HERE / "cohort_src"
COHORT = HERE / "cohort"
FIRST = "2026.1"
CURRENT = ("muster-anna", "muster-jonas", "probe-ivo")

MEASURED = "Nr;Größe\r\n1;0,25\r\n2;-1,5\r\n3;0,7\r\n"
"""A table as German Excel saves it."""


def cohort() -> dict[str, bytes]:
    """Path below ``cohort/`` → content of every file; the same on every call."""
    by_name = {path.stem: path for path in sorted(SOURCES.glob("*.py")) if path.stem != "basis"}
    script = by_name.pop("muster-nils").read_bytes()
    files = {f"{name}.ipynb": written(notebook(name)) for name in by_name}
    files["muster-nils.py"] = script
    files["muster-jonas.ipynb"] = written(notebook("muster-jonas", language="en"))
    files["muster-kira/blatt09_abgabe.ipynb"] = files.pop("muster-kira.ipynb")
    files["muster-kira/messwerte.csv"] = MEASURED.encode("cp1252")
    files["muster-lars/teil1.ipynb"] = written(notebook(exercises="1"))
    files["muster-lars/teil2.ipynb"] = written(notebook(exercises="23"))
    files["muster-mira.zip"] = zipped("Blatt 9/Abgabe Mira.ipynb", files.pop("muster-mira.ipynb"))
    files["muster-olga/loesung.pdf"] = pdf("Blatt 9, Aufgabe 1a: siehe Rueckseite")
    files["probe-hedi.ipynb"] = written(nbformat.v4.new_notebook())
    files["probe-ivo.ipynb"] = written(published("de", current=True))
    files["probe-jule.ipynb"] = written(other_sheet())
    files["probe-kuno.ipynb"] = written(notebook())[:4000]
    files["probe-lena.ipynb"] = written(nbformat.convert(notebook(), 3))
    return dict(sorted(files.items()))


def notebook(name: str | None = None, *, language: str = "de", exercises: str = "123"):
    """The published notebook with the basis' answers to these exercises and NAME's changes."""
    own = changes(name) if name else []
    replaced = {cell.metadata.title for cell in own if "after" not in cell.metadata}
    result = published(language, current=name in CURRENT)
    for cell in changes("basis"):
        exercise = cell.metadata.title.split("-")[1][0]
        if exercise in exercises and cell.metadata.title not in replaced:
            replace(result, cell)
    for cell in own:
        if "after" in cell.metadata:
            insert(result, cell)
        elif not cell.metadata.get("template"):
            replace(result, cell)
    return result


def changes(name: str) -> list:
    script = (SOURCES / f"{name}.py").read_text("utf-8")
    return jupytext.reads(script, fmt="py:percent").cells


@cache
def published_text(language: str, current: bool) -> str:
    ending = {"de": "ipynb", "en": "en.ipynb"}[language]
    folder = COURSE.assignment("blatt09")
    if current:
        return build_notebooks(COURSE, COURSE.load("blatt09"))[folder / f"blatt09.{ending}"]
    return (folder / "published" / f"blatt09-{FIRST}.{ending}").read_text("utf-8")


def published(language: str, current: bool = False):
    return nbformat.reads(published_text(language, current), as_version=4)


def position(result, key: str) -> int:
    return [cell.id for cell in result.cells].index(key)


def replace(result, change) -> None:
    index = position(result, change.metadata.title)
    result.cells[index] = new_cell(change, metadata=result.cells[index].metadata)


def insert(result, change) -> None:
    result.cells.insert(position(result, change.metadata["after"]) + 1, new_cell(change))


def new_cell(change, metadata=None):
    make = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}
    return make[change.cell_type](change.source, id=change.metadata.title, metadata=metadata or {})


def written(result) -> bytes:
    return (nbformat.writes(result, version=nbformat.NO_CONVERT) + "\n").encode()


def zipped(name: str, content: bytes) -> bytes:
    archive = io.BytesIO()
    member = zipfile.ZipInfo(name, date_time=(2026, 1, 9, 12, 0, 0))
    member.create_system = 3  # the same bytes on every system
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(member, content)
    return archive.getvalue()


def pdf(line: str) -> bytes:
    """The smallest PDF that shows one line of ASCII text."""
    page = f"BT /F1 14 Tf 72 760 Td ({line}) Tj ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return content + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (table, len(content))
    )


def other_sheet():
    """What somebody hands in who mistook the folder: Lehreinheit 10."""
    cells = [
        nbformat.v4.new_markdown_cell("# Lehreinheit 10: ReLU-Netze", id="titel"),
        nbformat.v4.new_code_cell(
            "def aufgabe_1a(n_in, n_out, var_w, var_x):\n    return n_in * var_w * var_x",
            id="antwort-1a",
        ),
        nbformat.v4.new_code_cell(
            "def aufgabe_1b(n_in, n_out, var_w, var_x):\n    return 1 / n_in", id="antwort-1b"
        ),
    ]
    stamp = {"autograder": {"sheet": "lehreinheit10", "version": "2026.1"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=stamp)


if __name__ == "__main__":
    shutil.rmtree(COHORT, ignore_errors=True)
    for name, content in cohort().items():
        path = COHORT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
