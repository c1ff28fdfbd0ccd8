"""Cases for what an LMS gave out or a tutor saved: tables, Gradescope's metadata, archives' names;
and for the page that shows a student's notebook."""

import io
import re
import sys
import zipfile
from functools import cache
from pathlib import Path
from random import Random

from fuzz_driver import Target
from fuzz_intake import make_notebook, run_archive
from fuzz_mutation import mutated

from autograder.errors import UsageFault
from autograder.feedback.notebook import own_notebook
from autograder.intake.contract import Refused
from autograder.intake.systems.gradescope import read_metadata
from autograder.lms.worksheet import read_worksheet

DATA = Path(__file__).resolve().parents[1] / "data"
sys.path.append(str(Path(__file__).resolve().parents[1] / "toolkit" / "feedback"))
from feedback_notebooks import HOSTILE  # noqa: E402

MAX_CASE_BYTES = 1 << 16
_ACTIVE = re.compile(
    r"<\s*/?\s*(script|iframe|style|object|embed|form|svg|link|meta|base|a|input|video)\b"
    r"|<[^>]*\s(on\w+|style|href|srcdoc|action)\s*=",
    re.IGNORECASE,
)
_NOTEBOOK = b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}'
_NAMES = (
    *("Muster Anna_7_assignsubmission_file", "Teilnehmerin_9_assignsubmission_onlinetext"),
    *("Standard-Gruppe_assignsubmission_file", "x_1_assignsubmission_file_", "_2_", "_assign"),
    *("musteranna_101_5001_", "anon_ab_12_", "Muster_Anna_amuster_4711", "1_submissions", "a"),
    *("2_revisions_1", "submission_7", "submission_metadata.yml", "..", "ä\u202e", "x" * 90),
)


@cache
def _worksheets() -> tuple[bytes, ...]:
    plain = [path.read_bytes() for path in sorted((DATA / "moodle").glob("*.csv"))]
    excel = [one.decode("utf-8-sig").encode("cp1252", "replace") for one in plain]
    return (*plain, *excel, *(one.decode("utf-8-sig").encode("utf-16") for one in plain))


def make_worksheet(rng: Random) -> bytes:
    return mutated(rng, _worksheets(), MAX_CASE_BYTES)


def run_worksheet(content: bytes) -> bool:
    try:
        worksheet = read_worksheet(content, "x.csv")
    except UsageFault:
        return False
    numbers = [row.participant for row in worksheet.rows]
    assert len(set(numbers)) == len(numbers)
    return True


@cache
def _metadata() -> tuple[bytes, ...]:
    return (
        (DATA / "gradescope" / "submission_metadata.yml").read_bytes(),
        b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        b"submission_1:\n  :submitters: !ruby/object:Kernel\n  - :name: x\n",
        b"submission_1: {:submitters: [{:name: x}], :created_at: 2026-02-30 25:00:00}\n",
    )


def make_metadata(rng: Random) -> bytes:
    return mutated(rng, _metadata(), MAX_CASE_BYTES)


def run_metadata(content: bytes) -> bool:
    try:
        return bool(read_metadata(content, "x.yml"))
    except Refused:
        return False


def make_packed(rng: Random) -> bytes:
    """A zip whose folders and files are named as several LMS do, well or badly."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for _ in range(rng.randint(1, 12)):
            pieces = [rng.choice(_NAMES) for _ in range(rng.randint(1, 3))]
            path = "/".join(pieces) + rng.choice(("", "/a.ipynb", "b.ipynb", "/onlinetext.html"))
            info = zipfile.ZipInfo(path, (rng.choice((1980, 2026)), 1, 1, 0, 0, 0))
            if path not in archive.namelist():
                archive.writestr(info, rng.choice((_NOTEBOOK, *_metadata())))
    return buffer.getvalue()


def make_page(rng: Random) -> bytes:
    return mutated(rng, (HOSTILE,), MAX_CASE_BYTES) if rng.random() < 0.5 else make_notebook(rng)


def run_page(content: bytes) -> bool:
    page = str(own_notebook(content, content, {}, "de"))
    found = _ACTIVE.search(page)
    assert found is None, page[max(0, found.start() - 40) : found.end() + 40]
    return bool(page)


TARGETS = (
    Target("worksheets", make_worksheet, run_worksheet),
    Target("metadata", make_metadata, run_metadata),
    Target("packed", make_packed, run_archive),
    # as much text as a page may hold takes its converter some seconds, however tame it is
    Target("pages", make_page, run_page, cpu_seconds=8.0),
)
