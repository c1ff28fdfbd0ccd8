"""A graded cohort without grading: an OUT folder as a run leaves it, in seconds.

Every submission is a filled-in Blatt 9 with a plot in its outputs; the answers to written parts
are a few wordings, copies and near copies of them. People are numbered and obviously invented.
"""

import json
import random
import tempfile
import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path
from struct import pack

from autograder.course.sheet import Course, Sheet, Task
from autograder.i18n import Text
from autograder.intake import snapshot
from autograder.intake.contract import Found, Source
from autograder.out.folder import OutFolder
from autograder.records.ledger import Grading
from autograder.records.model import (
    CheckResult,
    Evidence,
    Outcome,
    PartResult,
    RunInfo,
    SubmissionResult,
)
from autograder.records.people import Person
from autograder.scoring.points import status_of
from autograder.store import Conditions

COURSE = Course(Path(__file__).resolve().parents[1])
SHEET = "blatt09"
WORDINGS = (
    "Pro Layer kommt ein Faktor $w_i\\,\\sigma'(s_i)$ dazu; sind alle vom Betrag kleiner als 1, "
    "ist das Produkt nach vielen Layern praktisch 0, sind alle größer, wird es riesig.",
    "Weil in 1a ein Produkt steht, verschwindet der Gradient exponentiell mit der Tiefe.",
    "Viele kleine Zahlen multipliziert ergeben eine sehr kleine Zahl, viele große eine große.",
    "Das liegt an der Lernrate.",
    "Die Varianz bleibt beim Durchgang erhalten:\n\n$$n_{in}\\cdot\\frac{1}{n_{in}}\\gamma^2 = "
    "\\gamma^2$$",
    "Ohne diese Wahl würden die Werte von Layer zu Layer größer oder kleiner.",
)
FILLERS = ("Deshalb", "Also", "Genau genommen", "Im Grunde", "Kurz gesagt", "Wie in der Vorlesung")
OUTCOMES = (
    (Outcome.RIGHT, 1.0),
    (Outcome.RIGHT, 1.0),
    (Outcome.RIGHT, 1.0),
    (Outcome.WRONG, 0.0),
    (Outcome.WRONG, 0.0),
    (Outcome.NOT_FOUND, None),
    (Outcome.NO_WORKING, None),
)


def build(
    out: Path,
    count: int,
    url: str | None = None,
    written: Mapping[int, Mapping[str, str]] | None = None,
) -> None:
    """``count`` submissions of Blatt 9 in OUT; ``written``: number → part → its answer cell."""
    sheet = COURSE.load(SHEET)
    chance = random.Random(9)
    template = json.loads((COURSE.assignment(SHEET) / f"{SHEET}.ipynb").read_text("utf-8"))
    info = RunInfo(SHEET, sheet.version, "5eed" * 8, "0", "kernel", "2026-11-21T12:00:00", "3.11")
    with OutFolder(out, url=url) as folder, tempfile.TemporaryDirectory() as scratch:
        run = folder.store.begin(Conditions(info, sheet, str(COURSE.root)))
        for number in range(count):
            name = f"probe-{number:04d}"
            own = _answers(sheet, chance) | dict((written or {}).get(number, {}))
            path = Path(scratch) / f"{name}.ipynb"
            path.write_text(json.dumps(_filled(template, own)), "utf-8")
            person = Person(name, f"Probe {number:04d}")
            found = Found(name, (person.name,), (Source(path, path.name),), (person,))
            taken = snapshot.take(found, sheet.limits, folder.keep)
            version = snapshot.version_of(found, taken)
            grading = Grading(_result(sheet, name, own, chance))
            folder.store.gradings.save(version, grading, run)


def _answers(sheet: Sheet, chance: random.Random) -> dict[str, str]:
    answers = {}
    for task in sheet.tasks:
        if task.kind == "text":
            words = chance.choice(WORDINGS)
            if chance.random() < 0.5:
                words = f"{chance.choice(FILLERS)}: {words}"
            if chance.random() < 0.3:
                words += f" Das sieht man bei N = {chance.randrange(2, 60)}."
            answers[task.id] = f"### Antwort {task.id}\n\n{words}"
        else:
            source = f"return {chance.randrange(4)} * n_in  # {task.id}"
            answers[task.id] = f"def aufgabe_{task.id}(n_in, n_out, sigma, gamma):\n    {source}"
    return answers


def _filled(template: dict[str, object], answers: Mapping[str, str]) -> dict[str, object]:
    cells = []
    done: set[str] = set()
    assert isinstance(template["cells"], list)
    for cell in template["cells"]:
        tags: Sequence[str] = cell["metadata"].get("tags", ())
        task = next((tag[8:] for tag in tags if tag.startswith("antwort-")), None)
        if task is not None and task in answers and task not in done:
            done.add(task)
            cell = {**cell, "source": answers[task]}
            if cell["cell_type"] == "code":
                cell["outputs"] = [_plot()]
        cells.append(cell)
    return {**template, "cells": cells}


def _plot() -> dict[str, object]:
    """A small picture, as matplotlib leaves one."""
    rows = b"".join(b"\0" + bytes((y * 4, y * 8, 180)) * 60 for y in range(30))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", 60, 30, 8, 2, 0, 0, 0))
    png = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    data = {"image/png": b64encode(png).decode(), "text/plain": "<Figure>"}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def _result(
    sheet: Sheet, name: str, answers: Mapping[str, str], chance: random.Random
) -> SubmissionResult:
    parts = tuple(_part(task, answers[task.id], chance) for task in sheet.tasks)
    return SubmissionResult(name, (name,), status_of(parts), parts)


def _part(task: Task, answer: str, chance: random.Random) -> PartResult:
    if task.kind == "text":
        return PartResult(task.id, Outcome.WAITING, None, task.points, answer=answer)
    outcome, share = chance.choice(OUTCOMES)
    points = None if share is None else share * task.points
    told = Text("Im Notebook gibt es keinen solchen Namen.", "There is no such name.")
    message = told if outcome is Outcome.NOT_FOUND else None
    evidence = Evidence({"x": "[0.25, 1.5]"}, "0.72", "1.16", 1e-9, 7)
    check = CheckResult(
        *("check", outcome, points or 0.0, task.points, task.title.text),
        message=message,
        evidence=evidence,
    )
    return PartResult(task.id, outcome, points, task.points, message, None, answer, (check,))
