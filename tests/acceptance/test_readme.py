"""What the documentation says is so."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_python_version_in_the_readme_is_the_one_that_is_needed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = project["requires-python"].removeprefix(">=")
    assert f"Python ≥ {needed}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench"])
def test_every_make_target_of_the_readme_exists(target):
    run = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_exists(page):
    text = page.read_text("utf-8")
    named = set(re.findall(r"`autograder ([a-z]+)\b|^\$ autograder ([a-z]+)\b", text, re.M))
    commands = {first or second for first, second in named}
    known = subprocess.run(
        [sys.executable, "-m", "autograder.cli", "--help"],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    ).stdout  # fmt: skip
    assert [name for name in sorted(commands) if not re.search(rf"^ +{name}\b", known, re.M)] == []


def test_the_sheet_page_tells_every_limit_and_its_default():
    import msgspec

    from autograder.course.sheet import Limits

    text = (ROOT / "docs" / "sheet.md").read_text("utf-8")
    for field in msgspec.structs.fields(Limits):
        assert re.search(rf"\| `{field.name}` \| {field.default:g} \|", text), field.name


def test_the_architecture_page_knows_every_room():
    table = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## The rooms")[1]
    rooms = {path.parent.name for path in (ROOT / "autograder").glob("*/__init__.py")}
    doors = {path.stem for path in (ROOT / "autograder").glob("[a-z]*.py")}
    named = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\|([^|]+)\|", table, re.M))))
    assert (rooms | doors) - named == set()
