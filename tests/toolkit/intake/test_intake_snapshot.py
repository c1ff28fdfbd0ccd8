"""What is kept of a hand-in is what is graded, now and when the originals are gone."""

import io
import os
import zipfile

import pytest

from autograder.course.sheet import Limits
from autograder.intake import snapshot
from autograder.intake import submission as intake
from autograder.intake.discover import discover
from autograder.intake.snapshot import place_of

NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


@pytest.fixture
def kept(tmp_path):
    folder = tmp_path / "kept"

    def keep(sha256, content):
        path = folder / place_of(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return folder, keep


def person(tmp_path, **files):
    folder = tmp_path / "abgaben" / "anna"
    folder.mkdir(parents=True)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("_", ".", 1)).write_bytes(data)
    return folder


def taken(folder, keep=lambda *_: None, limits=None):
    (found,) = discover([folder.parent])
    return found, snapshot.take(found, limits or Limits(), keep)


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


def test_the_kept_copy_is_read_as_the_original_was(tmp_path, kept):
    folder, keep = kept
    source = person(
        tmp_path,
        blatt_ipynb=NOTEBOOK,
        daten_csv="1,2",
        mehr_zip=zipped(tief_txt="x"),
        alt_rar=b"Rar!",
    )
    os.symlink("/etc/passwd", source / "link.txt")
    found, state = taken(source, keep)
    before = intake.open(found, Limits())
    for path in source.iterdir():
        path.unlink()
    version = snapshot.version_of(found, state)
    again = snapshot.again(version, folder)
    after = intake.open(again, Limits())
    assert (after.notebooks, after.files) == (before.notebooks, before.files)
    assert (set(after.documents), set(after.notes)) == (set(before.documents), set(before.notes))
    assert snapshot.take(again, Limits()).content == state.content


def test_the_same_files_have_the_same_hash_whatever_the_notebook_is_called(tmp_path):
    _, first = taken(person(tmp_path / "a", blatt_ipynb=NOTEBOOK, x_csv="1"))
    _, second = taken(person(tmp_path / "b", kopie_ipynb=NOTEBOOK, x_csv="1"))
    _, third = taken(person(tmp_path / "c", blatt_ipynb=NOTEBOOK, y_csv="1"))
    _, fourth = taken(person(tmp_path / "d", blatt_ipynb=NOTEBOOK + " ", x_csv="1"))
    assert first.content == second.content
    assert len({first.content, third.content, fourth.content}) == 3


def test_what_was_too_big_stays_too_big(tmp_path, kept):
    folder, keep = kept
    found, state = taken(
        person(tmp_path, blatt_ipynb=NOTEBOOK, gross_csv=b"x" * (2 << 20)),
        keep,
        Limits(upload_mib=1),
    )
    (refused,) = (one for one in state.files if one.refused)
    assert (refused.name, refused.sha256) == ("gross.csv", "")
    again = snapshot.again(snapshot.version_of(found, state), folder)
    direct, replayed = (intake.open(one, Limits(upload_mib=1)) for one in (found, again))
    assert replayed.notes == direct.notes
    assert replayed.documents == direct.documents


def test_the_same_bytes_are_kept_once(tmp_path, kept):
    folder, keep = kept
    taken(person(tmp_path, blatt_ipynb=NOTEBOOK, a_csv="same", b_csv="same"), keep)
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 2
