"""The submission is out of otter's hands before otter runs or reads anything of it."""

import nbformat

from autograder.otter_bridge.isolation import fresh_notebook, move_away


def laid_out(tmp_path, name="abgabe.ipynb"):
    folder = tmp_path / "submission"
    (folder / "tests").mkdir(parents=True)
    (folder / "tests" / "part01.py").write_text("ours", "utf-8")
    (folder / name).write_text("handed in", "utf-8")
    return folder / name


def test_only_our_tests_and_an_empty_notebook_stay(tmp_path):
    path = laid_out(tmp_path)
    (path.parent / ".OTTER_LOG").write_bytes(b"pickle")
    (path.parent / "ipykernel_launcher.py").write_text("hostile", "utf-8")
    (path.parent / "data").mkdir()
    (path.parent / "data" / "x.csv").write_text("1", "utf-8")
    away = move_away(path, tmp_path / "away", unpacked=False)
    assert sorted(one.name for one in path.parent.iterdir()) == ["abgabe.ipynb", "tests"]
    assert (path.parent / "tests" / "part01.py").read_text() == "ours"
    left = nbformat.read(path, as_version=4)
    assert [cell.source for cell in left.cells] == [""]
    assert sorted(one.relative_to(away).as_posix() for one in away.rglob("*")) == [
        ".OTTER_LOG",
        "abgabe.ipynb",
        "data",
        "data/x.csv",
        "ipykernel_launcher.py",
    ]
    assert (away / "abgabe.ipynb").read_text() == "handed in"
    assert away.stat().st_mode & 0o777 == 0o700


def test_a_script_leaves_an_empty_script(tmp_path):
    path = laid_out(tmp_path, "abgabe.py")
    move_away(path, tmp_path / "away", unpacked=False)
    assert path.read_text() == ""


def test_links_are_moved_and_not_followed(tmp_path):
    path = laid_out(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "other.txt").write_text("not handed in", "utf-8")
    (path.parent / "folder").symlink_to(outside)
    (path.parent / "lost").symlink_to(tmp_path / "nowhere")
    away = move_away(path, tmp_path / "away", unpacked=False)
    assert (away / "folder").is_symlink()
    assert (away / "lost").is_symlink()
    assert (outside / "other.txt").read_text() == "not handed in"


def test_what_otter_itself_left_is_not_taken_for_an_answer(tmp_path):
    path = laid_out(tmp_path)
    (path.parent / "__init__.py").touch()
    (path.parent / "abgabe.zip").write_bytes(b"unpacked by otter")
    away = move_away(path, tmp_path / "away", unpacked=True)
    assert [one.name for one in away.iterdir()] == ["abgabe.ipynb"]


def test_an_own_init_file_and_an_own_archive_are_kept(tmp_path):
    path = laid_out(tmp_path)
    (path.parent / "__init__.py").write_text("x = 1", "utf-8")
    (path.parent / "daten.zip").write_bytes(b"handed in")
    away = move_away(path, tmp_path / "away", unpacked=False)
    assert sorted(one.name for one in away.iterdir()) == [
        "__init__.py",
        "abgabe.ipynb",
        "daten.zip",
    ]


def test_the_notebook_for_otter_asks_for_no_other_kernel():
    notebook = fresh_notebook("x = 1")
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) == {"kernelspec"}
    assert [(cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells] == [
        ("code", "x = 1", {})
    ]
