"""The package that goes along in a bundle is the one that runs here."""

import shutil
import subprocess
import sys

import pytest

import autograder
from autograder.course.sheet import load_sheet
from autograder.errors import UsageFault
from autograder.otter_bridge import requirements, wheel
from autograder.otter_bridge.requirements import pinned


@pytest.fixture
def package(frozen_package, monkeypatch):
    monkeypatch.setattr(autograder, "__file__", str(frozen_package / "__init__.py"))
    return frozen_package


def test_pip_installs_the_wheel_and_finds_every_file(package, tmp_path):
    name, content = wheel.wheel()
    path = tmp_path / name
    path.write_bytes(content)
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile")
    target = tmp_path / "target"
    subprocess.run([sys.executable, *pip, "--target", target, path], check=True)
    ours = {
        one.relative_to(package)
        for one in package.rglob("*")
        if one.is_file() and "__pycache__" not in one.parts
    }
    installed = target / "autograder"
    assert {one.relative_to(installed) for one in installed.rglob("*") if one.is_file()} == ours
    for one in ours:
        assert (installed / one).read_bytes() == (package / one).read_bytes()
    assert list(target.glob("notebook_autograder-*.dist-info/RECORD"))


def test_the_same_files_give_the_same_wheel(package):
    assert wheel.wheel() == wheel.wheel()


def test_another_line_of_code_is_another_fingerprint_and_a_leftover_is_not(package, monkeypatch):
    before = wheel.fingerprint()
    changed = package.parent / "changed" / "autograder"
    shutil.copytree(package, changed)
    monkeypatch.setattr(autograder, "__file__", str(changed / "__init__.py"))
    assert wheel.fingerprint() == before
    (changed / "__pycache__" / "old.py").write_text("x = 1", "utf-8")
    assert wheel.fingerprint() == before
    with (changed / "records" / "model.py").open("a") as file:
        file.write("\n")
    assert wheel.fingerprint() != before


def test_a_bare_checkout_is_told_to_install_itself(monkeypatch):
    monkeypatch.setattr(wheel, "DISTRIBUTION", "no-such-distribution")
    with pytest.raises(UsageFault, match=r"pip install -e \."):
        wheel.wheel()


def sheet_with(otter_course, tmp_path, *preload):
    source = (otter_course.assignment("mini") / "sheet.toml").read_text("utf-8")
    path = tmp_path / "sheet.toml"
    path.write_text(source.replace('preload = ["numpy"]', f"preload = {list(preload)}"), "utf-8")
    return load_sheet(path)


def test_requirements_are_what_grading_needs_and_what_the_sheet_preloads(otter_course, tmp_path):
    names = [line.split("==")[0] for line in pinned(sheet_with(otter_course, tmp_path, "numpy"))]
    assert {"numpy", "msgspec", "pytest", "ipython", "babel"} <= set(names)
    assert not {"torch", "sympy", "ruff"} & set(names)
    more = pinned(sheet_with(otter_course, tmp_path, "numpy", "hypothesis.strategies"))
    assert any(line.startswith("hypothesis==") for line in more)


def test_a_preloaded_package_that_is_missing_here_cannot_be_pinned(otter_course, tmp_path):
    with pytest.raises(UsageFault, match="pip install no_such_package"):
        pinned(sheet_with(otter_course, tmp_path, "no_such_package.sub"))


@pytest.mark.parametrize(
    ("version", "line"),
    [("2.5.0+cpu", "numpy==2.5.0+cpu"), ("2.5.0+cu121", "numpy==2.5.0"), ("2.5", "numpy==2.5")],
)
def test_only_the_build_for_cpus_is_asked_for_by_name(
    otter_course, tmp_path, monkeypatch, version, line
):
    true = requirements.metadata.version
    monkeypatch.setattr(
        requirements.metadata, "version", lambda name: version if name == "numpy" else true(name)
    )
    lines = pinned(sheet_with(otter_course, tmp_path, "numpy"))
    assert line in lines
    assert lines[0].startswith("--extra-index-url ") is version.endswith("+cpu")
