"""Plots of a part beside each other, whatever bytes a notebook claims to be pictures."""

import base64
import json
import struct
import zlib
from pathlib import Path

import pytest

from autograder.course.sheet import Course
from autograder.feedback.pictures import (
    PICTURES,
    SIDE_PIXELS,
    compared,
    is_moderate_png,
    plots_of,
    reference_plots,
)

COURSE = Course(Path(__file__).parents[3])
SHEET = COURSE.load("lehreinheit10")


def png(width=2, height=2, shade=0):
    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(min(height, 9)))

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def coded(content):
    return base64.b64encode(content).decode()


def code(*pictures, mime="image/png"):
    outputs = [{"output_type": "display_data", "data": {mime: one}} for one in pictures]
    return {"cell_type": "code", "source": "zeige()", "outputs": outputs}


def text(source):
    return {"cell_type": "markdown", "source": source}


def notebook(*cells):
    return json.dumps({"nbformat": 4, "cells": cells}).encode()


def test_a_picture_belongs_to_the_part_under_whose_heading_it_stands():
    one, two = png(shade=1), png(shade=2)
    book = notebook(
        code(coded(png(shade=9))),
        text("### Aufgabe 1d (1 P)"),
        code(coded(one)),
        text(["### Aufgabe 2e\n", "Bilder"]),
        code([coded(two)[:10], coded(two)[10:]]),
    )
    assert plots_of(book, SHEET) == {"1d": [one], "2e": [two]}


@pytest.mark.parametrize(
    "claimed",
    [
        "",
        "kein Base64!",
        coded(b"<svg onload=alert(1)>"),
        coded(b"\x89PNG\r\n\x1a\n"),
        coded(png(width=SIDE_PIXELS + 1)),
        coded(png(height=0)),
        coded(png() + bytes(3 << 20)),
        None,
        17,
        {"a": "b"},
        [1, 2],
    ],
)
def test_what_is_no_moderate_png_is_left_out(claimed):
    assert plots_of(notebook(text("### Aufgabe 1d"), code(claimed)), SHEET) == {}


@pytest.mark.parametrize("mime", ["image/svg+xml", "text/html", "image/jpeg"])
def test_other_types_are_left_out(mime):
    assert plots_of(notebook(text("### Aufgabe 1d"), code(coded(png()), mime=mime)), SHEET) == {}


@pytest.mark.parametrize("content", [None, b"", b"[]", b'{"cells": 3}', b'{"cells": [3, {}]}'])
def test_something_else_than_a_notebook_has_no_plots(content):
    assert plots_of(content, SHEET) == {}


def test_a_flood_of_pictures_is_cut():
    book = notebook(text("### Aufgabe 1d"), *[code(*[coded(png())] * 30)] * 30)
    assert len(plots_of(book, SHEET)["1d"]) == PICTURES


def test_the_largest_side_is_shown_and_one_pixel_more_is_not():
    assert is_moderate_png(png(width=SIDE_PIXELS))
    assert not is_moderate_png(png(width=SIDE_PIXELS + 1))


def test_plots_stand_beside_those_of_the_re_run_and_of_the_reference():
    own, again, ours = png(shade=1), png(shade=2), png(shade=3)
    heading = text("### Aufgabe 1d")
    rows = compared(
        SHEET,
        notebook(heading, code(coded(own))),
        notebook(heading, code(coded(again))),
        {"1d": [ours], "2e": [ours]},
        "de",
    )
    assert list(rows) == ["1d"]  # who drew nothing is shown nothing of ours
    order = [rows["1d"].index(coded(one)) for one in (own, again, ours)]
    assert order == sorted(order)
    assert "Musterlösung" in rows["1d"]
    assert "<script" not in rows["1d"]


def test_plots_of_parts_that_do_not_ask_for_them_are_not_compared():
    book = notebook(text("### Aufgabe 1a"), code(coded(png())))
    assert compared(SHEET, book, None, {}, "en") == {}


def test_the_reference_has_plots_for_every_part_that_shows_some():
    assert set(reference_plots(COURSE, SHEET)) == {t.id for t in SHEET.tasks if t.pictures}


def test_a_course_without_plots_has_none(tmp_path):
    assert reference_plots(Course(tmp_path), SHEET) == {}
