"""Small notebooks, archives and a sheet for the tests of the intake."""

import io
import json
import zipfile
from pathlib import Path

import msgspec

from autograder import intake
from autograder.course.sheet import Limits, Sheet
from autograder.intake.contract import Cell, Notebook, Submission
from autograder.intake.template import Template

SMALL = Limits(upload_mib=1)

SHEET = msgspec.convert(
    {
        "schema": 1,
        "id": "blatt09",
        "version": "1",
        "title": {"de": "Blatt", "en": "Sheet"},
        "points": 7,
        "marker": "Kennung blatt09",
        "exercises": [
            {"id": "1", "title": {"de": "Eins", "en": "One"}, "points": 4},
            {"id": "2", "title": {"de": "Zwei", "en": "Two"}, "points": 3},
        ],
        "tasks": [
            {
                **{"id": "1a", "points": 2, "kind": "auto", "title": {"de": "a", "en": "a"}},
                "answers": [{"names": ["aufgabe_1a", "ableitung_w1"]}],
            },
            {"id": "1b", "points": 1, "kind": "text", "title": {"de": "b", "en": "b"}},
            {
                **{"id": "1c", "points": 1, "kind": "auto", "title": {"de": "c", "en": "c"}},
                "answers": [{"names": ["aufgabe_1c", "vorwaerts_skip"]}],
            },
            {
                **{"id": "2a", "points": 1, "kind": "auto", "title": {"de": "a", "en": "a"}},
                "answers": [{"names": ["aufgabe_2a"], "formula": True}],
                "working": True,
            },
            {
                **{"id": "2b", "points": 2, "kind": "auto", "title": {"de": "b", "en": "b"}},
                "answers": [{"names": ["aufgabe_2b"], "formula": True}],
                "working": True,
            },
        ],
    },
    Sheet,
)


def md(source, *tags):
    return Cell("markdown", source, tags)


def code(source, *tags):
    return Cell("code", source, tags)


def stub(part):
    return code(f"def aufgabe_{part}(x):\n    ...  # Ihre Lösung", f"antwort-{part}")


PUBLISHED = (
    md("# Blatt 9\n\nKennung blatt09"),
    code("import numpy as np"),
    md("## Aufgabe 1: Kette (4 P)\n\nEin Netz mit $N$ Layern."),
    md("### Aufgabe 1a (2 P)\n\nBestimmen Sie die Ableitung."),
    stub("1a"),
    md("### Aufgabe 1b (1 P)\n\nErklären Sie das."),
    md("### Antwort 1b\n\n*Ihre Antwort*", "antwort-1b"),
    md("### Aufgabe 1c (1 P)\n\nRechnen Sie vorwärts."),
    stub("1c"),
    md("## Aufgabe 2: Varianzen (3 P)"),
    md("### Aufgabe 2a (1 P)\n\nBerechnen Sie den Erwartungswert."),
    md("### Rechenweg 2a\n\n*Ihr Rechenweg*", "rechenweg-2a"),
    stub("2a"),
    md("### Aufgabe 2b (2 P)\n\nBerechnen Sie die Varianz\n\n$$\n\\sigma^2\n$$"),
    md("### Rechenweg 2b\n\n*Ihr Rechenweg*", "rechenweg-2b"),
    stub("2b"),
    md("## Abgabe\n\nSpeichern und hochladen."),
)

TEMPLATE = Template.of(SHEET, [Notebook("blatt09.ipynb", PUBLISHED)])


def edited(replaced=None, after=None, dropped=()):
    """The published notebook with cells replaced, put in after others, or dropped (by index)."""
    cells = []
    for index, cell in enumerate(PUBLISHED):
        if index not in dropped:
            cells.append((replaced or {}).get(index, cell))
        cells += (after or {}).get(index, ())
    return Notebook("nb.ipynb", tuple(cells))


def ipynb(*cells, **fields):
    """Bytes of a notebook of format 4; a str is the source of a code cell."""
    listed = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": []}
        if isinstance(cell, str)
        else cell
        for cell in cells
    ]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": listed, **fields}
    return json.dumps(notebook).encode()


def as_json(cells):
    """Bytes of a notebook with these Cell records."""
    return ipynb(
        *(
            {"cell_type": one.kind, "source": one.source, "metadata": {"tags": list(one.tags)}}
            for one in cells
        )
    )


def zipped(members, **options):
    """Bytes of a zip; keys are names or ZipInfo."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def put(root: Path, files) -> Path:
    """Write files below ``root``; returns it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def read_all(*paths, limits=SMALL, published=()) -> dict[str, Submission]:
    """Everything found in ``paths``, opened, by id."""
    found = intake.discover(paths, published)
    return {one.id: intake.open(one, limits) for one in found}


def only(*paths, limits=SMALL) -> Submission:
    """The one submission in ``paths``."""
    (submission,) = read_all(*paths, limits=limits).values()
    return submission


def german(submission) -> str:
    """Problem and notes of a submission as one text."""
    lines = [note.de for note in submission.notes]
    if submission.problem:
        lines.insert(0, submission.problem[1].de)
    return "\n".join(lines)
