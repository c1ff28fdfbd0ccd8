"""What a bundle holds, for otter, for a grading image and for nobody else."""

import io
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from otter_course import SHEET, make_course

from autograder import __version__
from autograder.errors import UsageFault
from autograder.otter_bridge import bundle, payload
from autograder.otter_bridge.bundle import gradescope_bundle
from autograder.otter_bridge.config import PLUGIN


@pytest.fixture
def archive(otter_zip):
    with zipfile.ZipFile(otter_zip) as opened:
        yield opened


@pytest.fixture
def carried(archive):
    """The archive inside: course and package."""
    with zipfile.ZipFile(io.BytesIO(archive.read(payload.NAME))) as opened:
        yield opened


def test_a_bundle_has_what_otter_and_gradescope_look_for(archive):
    names = set(archive.namelist())
    root = {"setup.sh", "run_autograder", "run_otter.py", "environment.yml", "otter_config.json"}
    assert names == root | {payload.NAME, "tests/part01.py", "tests/part02.py", "tests/part03.py"}
    for name in ("setup.sh", "run_autograder"):
        assert archive.getinfo(name).external_attr >> 16 & 0o777 == 0o755
        assert archive.read(name).startswith(b"#!")


def test_nothing_that_otter_copies_beside_the_submission_is_secret(archive):
    assert not [name for name in archive.namelist() if name.startswith("files/")]
    for name in archive.namelist():
        if name.startswith("tests/"):
            source = archive.read(name).decode()
            assert "geheim" not in source
            assert re.findall(r"^    \S.*", source, re.MULTILINE) == [
                line for line in source.splitlines() if "hidden_outcomes[" in line
            ]


def test_the_course_goes_along_without_its_reference(carried):
    names = [name for name in carried.namelist() if name.startswith("course/")]
    assert names == [
        "course/assignments/mini/mini.ipynb",
        "course/assignments/mini/sheet.toml",
        "course/tests/mini/test_mini_checks.py",
    ]
    assert not [name for name in carried.namelist() if b"geheime_loesung" in carried.read(name)]


def test_the_same_course_gives_the_same_bytes(make_bundle, otter_zip):
    assert make_bundle() == otter_zip.read_bytes()


def test_otter_is_told_the_plugin_and_to_hide_results_until_they_are_published(archive):
    config = json.loads(archive.read("otter_config.json"))
    ((name, ours),) = config["plugins"][0].items()
    assert name == PLUGIN
    assert re.fullmatch("[0-9a-f]{64}", ours.pop("code"))
    assert ours.pop("deadline_seconds") < 600
    assert ours.pop("checks_need") == []
    assert ours == {"sheet": "mini", "version": __version__, "language": "de"}
    assert config["show_hidden"] is True
    assert config["force_public_test_summary"] is False


def test_a_grading_image_gets_the_versions_that_are_used_here(archive):
    import numpy

    lines = archive.read("environment.yml").decode()
    assert f"- numpy=={numpy.__version__}\n" in lines
    assert f"- python={sys.version_info.major}.{sys.version_info.minor}\n" in lines
    assert "otter-grader[grading" in lines


def test_the_setup_script_installs_the_package_that_goes_along(archive, carried):
    script = archive.read("setup.sh").decode()
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
    assert f"/autograder/source/{payload.NAME}" in script
    assert "/tmp/autograder/wheel/*.whl" in script
    assert [name for name in carried.namelist() if name.startswith("wheel/")] == [
        f"wheel/notebook_autograder-{__version__}-py3-none-any.whl"
    ]


def test_otter_finds_json_where_it_leaves_an_empty_file(archive, tmp_path):
    last = archive.read("setup.sh").decode().splitlines()[-1]
    metadata = tmp_path / "submission_metadata.json"
    for before in (None, "", '{"id": 1}'):
        if before is not None:
            metadata.write_text(before, "utf-8")
        command = last.replace("/autograder/submission_metadata.json", str(metadata))
        subprocess.run(["bash", "-c", command], check=True)
        assert json.loads(metadata.read_text("utf-8")) == json.loads(before or "{}")


def test_a_sheet_that_only_people_mark_has_no_bundle(tmp_path):
    course = make_course(tmp_path)
    path = course.assignment("mini") / "sheet.toml"
    texts = re.sub(r"^(answers|checks|working) = .*\n", "", SHEET, flags=re.MULTILINE)
    path.write_text(texts.replace('"auto"', '"text"'), "utf-8")
    assert len(tomllib.loads(path.read_text("utf-8"))["tasks"]) == 4
    with pytest.raises(UsageFault, match="only parts that people mark"):
        gradescope_bundle(course, course.load("mini"))


def test_a_course_without_hidden_checks_has_no_bundle(tmp_path):
    course = make_course(tmp_path)
    course.checks("mini").rename(tmp_path / "elsewhere")
    with pytest.raises(UsageFault, match="no hidden checks at"):
        payload.payload(course, course.load("mini"))


def test_without_otter_the_message_says_what_to_install(otter_course, monkeypatch):
    monkeypatch.setattr(bundle, "find_spec", lambda name: None)
    with pytest.raises(UsageFault, match=re.escape('pip install "notebook-autograder[otter]"')):
        gradescope_bundle(otter_course, otter_course.load("mini"))


def test_a_bundle_without_its_course_is_refused_with_a_remedy(tmp_path):
    with pytest.raises(UsageFault, match="Make the bundle again"):
        payload.unpack_course(tmp_path, tmp_path / "target")
    (tmp_path / payload.NAME).write_bytes(b"no zip")
    with pytest.raises(UsageFault, match="Make the bundle again"):
        payload.unpack_course(tmp_path, tmp_path / "target")


def test_the_course_comes_out_as_it_went_in(otter_course, archive, tmp_path):
    (tmp_path / payload.NAME).write_bytes(archive.read(payload.NAME))
    course = payload.unpack_course(tmp_path, tmp_path / "target")
    assert course.load("mini") == otter_course.load("mini")
    checks = Path("test_mini_checks.py")
    packed = (course.checks("mini") / checks).read_bytes()
    assert packed == (otter_course.checks("mini") / checks).read_bytes()
    assert not (tmp_path / "target" / "wheel").exists()
