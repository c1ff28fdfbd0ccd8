"""Entering the wall, and refusing to work without one."""

import os
import sys
from pathlib import Path

import pytest
from confinement_zygote import IS_ROOT, Place, Zygote

from autograder.inside.confinement import ConfinementError, WallConfig, landlock, wall


def config(**changes):
    slot_uid = 61001 if IS_ROOT else None
    return WallConfig(**{"level": "namespaces", "readable": (), "slot_uid": slot_uid, **changes})


@pytest.mark.skipif(not IS_ROOT, reason="asks what root must say")
def test_root_without_a_separate_user_id_is_refused():
    with pytest.raises(ConfinementError, match="slot_uid"):
        wall._check(config(slot_uid=None))


def test_an_ordinary_user_cannot_give_user_ids_away(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(ConfinementError, match="only root"):
        wall._check(config(slot_uid=61001))


def test_level_kernel_without_a_scratch_folder_is_refused():
    with pytest.raises(ConfinementError, match="scratch"):
        wall._check(config(level="kernel"))


def test_a_kernel_without_landlock_is_refused(monkeypatch):
    monkeypatch.setattr(landlock, "kernel_abi", lambda: 0)
    with pytest.raises(ConfinementError, match="Landlock"):
        wall._check(config())


def test_an_old_kernel_is_refused_for_namespaces(monkeypatch):
    class Old:
        release = "5.13.0-generic"

    monkeypatch.setattr(os, "uname", lambda: Old)
    with pytest.raises(ConfinementError, match=r"5\.14"):
        wall._check(config())


def test_namespaces_are_never_replaced_by_something_weaker():
    with (
        pytest.raises(RuntimeError, match="leave the host's namespaces"),
        Zygote(Place("namespaces", root=False, container=True)),
    ):
        pass


def test_a_failing_step_in_the_child_ends_it_before_it_reads_anything():
    with Zygote(Place("namespaces", root=IS_ROOT)) as zygote:
        answer = zygote.run("report('ran')", limits={"open_files": -5})
    assert answer.status == 98
    assert answer.said[0]["raised"] == "ConfinementError"


def test_secrets_below_a_readable_folder_stay_hidden(zygote, outside, tmp_path_factory):
    """A virtual environment may live in the course's repository, or around it."""
    course = Path(outside["folder"]) / "course"
    (course / "tests").mkdir(parents=True, exist_ok=True)
    (course / "data" / "public").mkdir(parents=True, exist_ok=True)
    (course / "tests" / "check.py").write_text("hidden")
    (course / "data" / "key.txt").write_text("hidden")
    (course / "data" / "public" / "points.csv").write_text("shown")
    (course / "readme").write_text("shown")
    code = """
found = {}
for name in ("tests/check.py", "data/key.txt", "data/public/points.csv", "readme"):
    try:
        with open(f"{course}/{name}") as file:
            found[name] = file.read()
    except OSError:
        found[name] = "refused"
report(list(found.values()))
"""
    secrets = (str(course / "tests"), str(course / "data"))
    shown = (str(course), str(course / "data" / "public"))
    place = zygote.place
    with Zygote(place, readable=shown, hidden=secrets) as other:
        found = other.run(code, know={"course": str(course)}).value
    assert found in (["refused", "refused", "shown", "shown"], ["refused", "", "shown", "shown"])


def test_a_course_below_the_private_temporary_folder_stays_visible(in_namespaces):
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        (Path(folder) / "data.csv").write_text("1;2")
        os.chmod(Path(folder) / "data.csv", 0o644)
        with Zygote(in_namespaces.place, readable=(folder,)) as other:
            code = "report([open(f'{folder}/data.csv').read(), os.listdir('/tmp')])"
            found = other.run("import os\n" + code, know={"folder": folder}).value
    assert found[0] == "1;2"
    # the Python that runs this may itself lie below /tmp and is then visible too
    here = Path("/tmp")
    places = [Path(place) for place in (sys.prefix, sys.base_prefix, __file__)]
    mine = {place.parts[2] for place in places if place.is_relative_to(here)}
    assert set(found[1]) == {"work", "home", os.path.basename(folder)} | mine


def test_the_zygote_sees_nothing_of_the_host_either(in_namespaces):
    """Its imports run code of packages; that code finds no course to look at."""
    code = """
import os
report([os.path.exists(folder), sorted(os.listdir("/"))])
"""
    exists, top = in_namespaces.run(code, only=["none"]).value
    assert not exists
    assert "var" not in top
    assert {"proc", "tmp", "usr"} <= set(top)
