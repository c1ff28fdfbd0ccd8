"""The student zip: what is in it, and that no hidden check and no solution is."""

import io
import zipfile
from pathlib import Path

import pytest

from autograder.build.master import read_master
from autograder.cli import main
from autograder.course.sheet import Course
from autograder.errors import UsageFault
from autograder.public.bundle import student_bundle
from autograder.public.cell import published_files

ROOT = Course(Path(__file__).resolve().parents[3])
MIN_CHARACTERS = 24
"""Shorter lines, such as ``return s, o``, give nothing away by themselves."""


def unpacked(archive: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


def everything(files: dict[str, str]) -> str:
    """All texts of a bundle, those inside its notebooks' first cells included."""
    inner = [text for one in files.values() for text in published_files(one).values()]
    return "\n".join([*files.values(), *inner]).replace("\\n", "\n").replace('\\"', '"')


def test_it_holds_both_notebooks_the_tests_and_the_reader(built_course):
    files = unpacked(student_bundle(built_course, built_course.load("mini")))
    tests = {name for name in files if name.startswith("tests/mini_public/")}
    assert files.keys() - tests == {"mini.ipynb", "mini.en.ipynb"}
    assert "tests/mini_public/1a.py" in tests
    assert "tests/mini_public/selbsttest/formulas/reading.py" in tests


@pytest.mark.parametrize(("language", "name"), [("de", "mini.ipynb"), ("en", "mini.en.ipynb")])
def test_its_tests_are_those_that_the_notebook_unpacks(built_course, language, name):
    files = unpacked(student_bundle(built_course, built_course.load("mini"), language))
    carried = published_files(files[name])
    tests = {path: text for path, text in files.items() if path.startswith("tests/")}
    assert tests == {f"tests/mini_public/{path}": text for path, text in carried.items()}


def test_the_same_notebooks_give_the_same_bytes(built_course):
    sheet = built_course.load("mini")
    assert student_bundle(built_course, sheet) == student_bundle(built_course, sheet)


def secrets() -> set[str]:
    """Lines of the hidden checks, the bank and the solutions of Blatt 9, as canaries."""
    folders = [ROOT.checks("blatt09"), *(ROOT.reference("blatt09") / one for one in KINDS)]
    lines = {
        line.strip()
        for folder in folders
        for path in folder.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
    }
    for cell in read_master(ROOT.reference("blatt09") / "master.py"):
        marked = False
        for line in cell.source.splitlines():
            marked = marked and "END LÖSUNG" not in line
            if marked or "loesung" in cell.tags:
                lines.add(line.strip())
            marked |= "BEGIN LÖSUNG" in line
    return {line for line in lines if len(line) >= MIN_CHARACTERS}


KINDS = ("variants", "wrong", "whole")


def public() -> str:
    """What everybody may know: the toolkit's own source, the sheet, the table of public checks."""
    folder = ROOT.assignment("blatt09")
    known = [*(ROOT.root / "autograder").rglob("*.py"), folder / "sheet.toml"]
    published = (folder / "published").glob("*.ipynb")
    texts = [path.read_text("utf-8") for path in [*known, *published]]
    return "\n".join(texts).replace("\\n", "\n").replace('\\"', '"')


def test_no_line_of_hidden_checks_or_solutions_is_in_the_zip_of_blatt_9():
    known = public()
    canaries = {line for line in secrets() if line not in known}
    assert len(canaries) > 2000
    given = everything(unpacked(student_bundle(ROOT, ROOT.load("blatt09"))))
    assert "aufgabe_1d" in given
    assert [line for line in sorted(canaries) if line in given] == []


def test_the_command_writes_the_zip(built_course, tmp_path, capsys):
    target = tmp_path / "für Studierende.zip"
    arguments = ["bundle", "mini", "--student", "--course", str(built_course.root)]
    assert main([*arguments, "--out", str(target)]) == 0
    assert "mini.ipynb" in unpacked(target.read_bytes())
    assert str(target) in capsys.readouterr().out


def test_one_kind_of_bundle_must_be_named(built_course):
    with pytest.raises(SystemExit) as caught:
        main(["bundle", "mini", "--course", str(built_course.root)])
    assert caught.value.code == 2


def test_what_is_missing_is_named_with_the_remedy(course):
    path = course.assignment("mini") / "mini.ipynb"
    path.write_text(path.read_text("utf-8").replace("_gepackt = ", "_anders = "), "utf-8")
    with pytest.raises(UsageFault, match=r"public\.toml"):
        student_bundle(course, course.load("mini"))
    path.unlink()
    with pytest.raises(UsageFault, match="autograder build mini"):
        student_bundle(course, course.load("mini"))
