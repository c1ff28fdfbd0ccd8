import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from autograder.export.atomic import write_atomically


def test_a_file_is_replaced_as_a_whole(tmp_path):
    path = tmp_path / "marks.csv"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_write_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch):
    path = tmp_path / "marks.csv"
    write_atomically(path, b"old")

    def killed(*_args):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", killed)
    monkeypatch.setattr("pathlib.Path.replace", killed)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_many_may_write_the_same_file_at_once(tmp_path):
    path = tmp_path / "handed-in"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: write_atomically(path, b"the same" * 10_000), range(200)))
    assert path.read_bytes() == b"the same" * 10_000
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "missing" / "marks.csv", b"")
