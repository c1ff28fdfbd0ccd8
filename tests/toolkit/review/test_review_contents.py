"""What was handed in is found again by its hash, and what is broken breaks nothing."""

import json
from dataclasses import replace

import pytest

from autograder.intake.snapshot import place_of
from autograder.records.ledger import KeptFile
from autograder.review import contents as module


def version(review, number=0):
    return review.desk.version(f"probe-{number:04d}")


def test_the_cells_of_a_part_come_with_their_outputs(review):
    found = review.office.shelves.contents(version(review))
    (cell,) = found.of_part("1a")
    assert cell.kind == "code"
    assert "def aufgabe_1a" in cell.source
    assert b"image/png" in cell.outputs
    (written,) = found.of_part("1b")
    assert written.kind == "markdown"
    assert found.of_part("9z") == []


def test_names_that_the_notebook_defines_are_known(review):
    found = review.office.shelves.contents(version(review))
    assert {"aufgabe_1a", "aufgabe_2b"} <= set(found.names)
    assert len(found.names) <= module.MAX_NAMES


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[" * 50_000, b'{"cells": 3, "nbformat": 4}', b"\xff\xfe\x00",
     json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": {"a": 1}}]}).encode()],
)  # fmt: skip
def test_a_broken_notebook_has_no_cells_and_the_page_still_opens(review, content):
    known = version(review)
    path = review.folder.handed_in / place_of(known.files[0].sha256)
    path.write_bytes(content)
    assert review.office.shelves.contents(known).cells == ()
    answer = review.answer("1b", 0)
    page = review.tutor().get(f"/answer/1b/{answer.code}")
    assert page.status_code == 200


def test_a_file_that_is_gone_or_was_never_read_is_no_file(review):
    shelves = review.office.shelves
    assert shelves.file(KeptFile("x.pdf")) is None
    assert shelves.file(KeptFile("x.pdf", "00" * 32)) is None


def test_memory_is_bounded_by_how_many_are_kept(review, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 3)
    shelves = review.office.shelves
    for number in range(6):
        shelves.contents(version(review, number))
    assert len(shelves._known) == 3


def test_the_same_content_is_read_once(review):
    shelves = review.office.shelves
    first = shelves.contents(version(review))
    assert shelves.contents(replace(version(review), number=2)) is first
