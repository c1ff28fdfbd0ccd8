"""Scratch folders of level ``kernel``."""

import os

import pytest

from autograder.inside.confinement import ConfinementError, scratch


def test_a_folder_is_made_once(tmp_path):
    path = scratch.create(str(tmp_path), None)
    assert os.stat(path).st_mode & 0o777 == 0o700
    with pytest.raises(ConfinementError, match="exists"):
        scratch.create(str(tmp_path), None)


def test_links_are_removed_and_what_they_point_to_stays(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("x")
    root = tmp_path / "root"
    root.mkdir()
    folder = scratch.create(str(root), None)
    os.symlink(outside, os.path.join(folder, "link"))
    os.makedirs(os.path.join(folder, "a", "b"))
    os.symlink(outside, os.path.join(folder, "a", "b", "link"))
    scratch.remove(folder)
    assert os.listdir(root) == []
    assert (outside / "kept").read_text() == "x"


def test_a_folder_replaced_by_a_link_is_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "kept").write_text("x")
    os.symlink(tmp_path / "outside", tmp_path / "1")
    with pytest.raises(ConfinementError):
        scratch.remove(str(tmp_path / "1"))
    assert (tmp_path / "outside" / "kept").exists()


def test_what_is_gone_already_is_no_error(tmp_path):
    scratch.remove(str(tmp_path / "nothing"))


def test_more_entries_than_one_batch_are_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(scratch, "_MAX_NAMES", 3)
    folder = scratch.create(str(tmp_path), None)
    for number in range(10):
        os.makedirs(os.path.join(folder, str(number), "deep", "er"))
        with open(os.path.join(folder, str(number), "deep", "file"), "w") as file:
            file.write("x")
    scratch.remove(folder)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o1777])
def test_a_root_that_others_can_write_to_is_refused(tmp_path, mode):
    tmp_path.chmod(mode)
    with pytest.raises(ConfinementError, match="only we can write"):
        scratch.check_root(str(tmp_path))


def test_a_root_that_is_a_link_or_missing_is_refused(tmp_path):
    os.symlink("/tmp", tmp_path / "link")
    for name in ("link", "missing"):
        with pytest.raises(ConfinementError):
            scratch.check_root(str(tmp_path / name))
