"""Published notebooks, rubrics and example cohorts of every sheet of the project."""

import ast
import json
import runpy
import tomllib
from pathlib import Path

import pytest

from autograder.build import build_notebooks, stale
from autograder.build.master import read_master
from autograder.course.rubrics import load_rubrics
from autograder.course.sheet import Course
from autograder.records.model import Family, Outcome, Status

COURSE = Course(Path(__file__).parents[3])
SHEETS = [COURSE.load(name) for name in COURSE.sheets()]
every_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)
both_languages = pytest.mark.parametrize("language", ["de", "en"])


def published(sheet, language):
    ending = {"de": "ipynb", "en": "en.ipynb"}[language]
    return (COURSE.assignment(sheet.id) / f"{sheet.id}.{ending}").read_text("utf-8")


def cells(text):
    return json.loads(text)["cells"]


def source(cell):
    return "".join(cell["source"])


@every_sheet
def test_the_published_notebooks_are_fresh(sheet):
    assert stale(COURSE, sheet) == []
    assert len(build_notebooks(COURSE, sheet)) == 2


@every_sheet
@both_languages
def test_no_solution_line_of_the_master_stands_in_the_student_notebook(sheet, language):
    secret, free, marked = set(), set(), False
    for cell in read_master(COURSE.reference(sheet.id) / "master.py"):
        for line in cell.source.splitlines():
            marker = line.strip() in ("# END LÖSUNG", "<!-- END LÖSUNG -->")
            marked = marked and not marker
            (secret if marked or "loesung" in cell.tags else free).add(line.strip())
            marked |= line.strip() in ("# BEGIN LÖSUNG", "<!-- BEGIN LÖSUNG -->")
    secret -= free  # what the scaffolding shows anyway
    assert len(secret) > 60
    shown = {
        line.strip()
        for cell in cells(published(sheet, language))
        for line in source(cell).splitlines()
    }
    assert shown & secret == set()


@every_sheet
@both_languages
def test_every_part_has_its_answer_cells_with_the_signatures_of_the_sheet(sheet, language):
    tagged = {}
    for cell in cells(published(sheet, language)):
        for tag in cell["metadata"].get("tags", ()):
            tagged.setdefault(tag, []).append(cell)
    for task in sheet.tasks:
        found, kinds = {}, set()
        for cell in tagged[f"antwort-{task.id}"]:
            kinds.add(cell["cell_type"])
            if cell["cell_type"] == "code":
                for node in ast.parse(source(cell)).body:
                    found[node.name] = tuple(argument.arg for argument in node.args.args)
        assert found == {answer.name: answer.arguments for answer in task.answers}
        assert ("markdown" in kinds) is (task.kind in ("text", "both") or task.written)
        assert (f"rechenweg-{task.id}" in tagged) is task.working


@every_sheet
@both_languages
def test_every_part_is_headed_by_its_id_and_points(sheet, language):
    word = {"de": "Aufgabe", "en": "Task"}[language]
    text = "\n".join(source(cell) for cell in cells(published(sheet, language)))
    for task in sheet.tasks:
        begin = f"## {word} {task.id}"
        (line,) = [line for line in text.splitlines() if line.lstrip("#").startswith(begin[2:])]
        assert line.endswith(f"({task.points:g} P)")


@every_sheet
@both_languages
def test_every_accepted_name_is_told(sheet, language):
    text = published(sheet, language)
    for task in sheet.tasks:
        for answer in task.answers:
            assert all(name in text for name in answer.names)


@every_sheet
@both_languages
def test_the_stamp_stands_in_the_metadata_and_in_the_first_cell(sheet, language):
    text = published(sheet, language)
    assert json.loads(text)["metadata"]["autograder"] == {
        "sheet": sheet.id,
        "version": sheet.version,
    }
    assert sheet.marker in source(cells(text)[0])
    assert sheet.version in source(cells(text)[0])


@every_sheet
def test_every_part_has_a_rubric_whose_criteria_give_what_a_tutor_decides(sheet):
    rubrics = load_rubrics(COURSE, sheet.id)
    assert list(rubrics) == [task.id for task in sheet.tasks]
    for task in sheet.tasks:
        rubric = rubrics[task.id]
        by_tutor = task.points if task.kind == "text" else task.text_points
        assert sum(criterion.points for criterion in rubric.criteria) == by_tutor
        assert (rubric.look is not None) is (task.kind != "text")
        sentences = [*rubric.criteria, *rubric.full, *rubric.half, *rubric.none]
        sentences += [one for one in (rubric.look, rubric.follow_up) if one]
        assert all(sentence.de and sentence.en for sentence in sentences)
        assert not by_tutor or all((rubric.full, rubric.half, rubric.none, rubric.follow_up))


def expected_of(sheet):
    path = COURSE.reference(sheet.id) / "cohort.toml"
    return tomllib.loads(path.read_text("utf-8"))["submissions"]


@every_sheet
def test_the_cohort_on_disk_is_what_its_sources_give(sheet):
    folder = COURSE.reference(sheet.id)
    built = runpy.run_path(str(folder / "make_cohort.py"))["cohort"]()
    found = {
        str(path.relative_to(folder / "cohort")): path.read_bytes()
        for path in (folder / "cohort").rglob("*")
        if path.is_file()
    }
    assert sorted(found) == sorted(built)
    assert [name for name in built if found[name] != built[name]] == []


@every_sheet
def test_every_submission_has_one_expectation(sheet):
    folder = COURSE.reference(sheet.id) / "cohort"
    expected = expected_of(sheet)
    assert sorted(entry["path"] for entry in expected) == sorted(p.name for p in folder.iterdir())


def part_by_part(sheet, expected):
    """Task id → (points or None, outcome), filled up by the rules that cohort.toml states."""
    parts = {}
    for task in sheet.tasks:
        standard = expected["others" if task.kind == "auto" else "text"]
        entry = expected.get("parts", {}).get(task.id, {"outcome": standard})
        outcome = Outcome(entry["outcome"])
        decided = task.points if outcome.earns else 0
        points = entry.get("points", decided if outcome.family is Family.VERDICT else None)
        parts[task.id] = points, outcome
        assert ("open" in entry) <= (points is None)
    return parts


@every_sheet
def test_points_open_parts_and_status_follow_from_the_parts(sheet):
    for expected in expected_of(sheet):
        if "others" not in expected:
            continue
        parts = part_by_part(sheet, expected)
        assert set(expected.get("parts", {})) <= set(sheet.by_id)
        assert sum(points or 0 for points, _ in parts.values()) == expected["total"]
        assert sum(points is None for points, _ in parts.values()) == expected["open"]
        families = {outcome.family for _, outcome in parts.values()}
        waiting = Status.WAITING if Family.WAITING in families else Status.DONE
        assert Status(expected["status"]) is (Status.LOOK if Family.LOOK in families else waiting)


@every_sheet
def test_named_checks_add_up_to_the_part(sheet):
    for expected in expected_of(sheet):
        for task_id, part in expected.get("parts", {}).items():
            if "checks" in part:
                maxima = sheet.by_id[task_id].maxima()
                assert set(part["checks"]) == set(maxima)
                right = [name for name, word in part["checks"].items() if word == "right"]
                assert sum(maxima[name] for name in right) == part["points"]
