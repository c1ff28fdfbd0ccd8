"""What a notebook can read and write."""

import os
from pathlib import Path

import pytest
from confinement_zygote import DRIVER

READ = """
def what_happens(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        return type(error).__name__
report([what_happens(path) for path in paths])
"""


def test_a_hidden_check_cannot_be_read(zygote, outside):
    paths = [outside["secret"], str(DRIVER), f"/proc/{outside['victim']}/root{outside['secret']}"]
    answers = zygote.run(READ, know={"paths": paths}).value
    assert set(answers) <= {"FileNotFoundError", "PermissionError"}


def test_without_walls_the_same_file_is_read(zygote, outside):
    if zygote.place.level == "namespaces":
        pytest.skip("the zygote itself lives behind its wall here")
    assert zygote.run(READ, know={"paths": [outside["secret"]]}, only=["none"]).value == [
        "the hidden check"
    ]


def test_landlock_alone_hides_the_file(on_kernel_level, outside):
    answers = on_kernel_level.run(READ, know={"paths": [outside["secret"]]}, only=["landlock"])
    assert answers.value == ["PermissionError"]


@pytest.mark.parametrize("abi", range(1, 8))
def test_every_version_of_landlock_hides_the_file(on_kernel_level, outside, abi):
    if on_kernel_level.ready["abi"] < abi:
        pytest.skip(f"this kernel's Landlock is older than {abi}")
    walls = [f"landlock abi {abi}"]
    answer = on_kernel_level.run(READ, know={"paths": [outside["secret"]]}, only=walls)
    assert answer.value == ["PermissionError"]


def test_namespaces_alone_hide_the_file(in_namespaces, outside):
    answers = in_namespaces.run(READ, know={"paths": [outside["secret"]]}, only=["namespaces"])
    assert answers.value == ["FileNotFoundError"]


def test_the_rest_of_this_package_and_the_tests_are_out_of_sight(zygote):
    package = Path(__file__).parents[3] / "autograder"
    paths = [str(package / name) for name in ("sheet.py", "checks/plugin.py", "sandbox/probe.py")]
    answers = zygote.run(READ, know={"paths": paths}).value
    assert set(answers) <= {"FileNotFoundError", "PermissionError"}


def test_ways_around_by_links_lead_nowhere(zygote):
    code = """
import os
found = []
for way in (os.symlink, os.link):
    try:
        way(secret, "here")
        found.append(open("here").read())
    except OSError as error:
        found.append(type(error).__name__)
    if os.path.lexists("here"):
        os.unlink("here")
for path in ("/proc/self/root" + secret, "/proc/self/cwd/../../../../.." + secret):
    try:
        found.append(open(path).read())
    except OSError as error:
        found.append(type(error).__name__)
report(found)
"""
    found = zygote.run(code).value
    assert "the hidden check" not in found
    assert len(found) == 4


def test_nothing_outside_the_scratch_directory_can_be_written(zygote, outside):
    code = """
import os
failed = []
for path in (folder + "/new", secret, "/new", "/usr/new", "/etc/new", "/dev/new", "/proc/self/comm",
             os.path.dirname(os.__file__) + "/new.py", os.__file__):
    try:
        with open(path, "a") as file:
            file.write("x")
    except OSError:
        failed.append(path)
for act in (lambda: os.truncate(secret, 0), lambda: os.unlink(secret), lambda: os.rmdir(folder),
            lambda: os.rename(secret, "mine"), lambda: os.mkdir(folder + "/d"),
            lambda: os.open(os.__file__, os.O_RDONLY | os.O_TRUNC)):
    try:
        act()
    except OSError:
        failed.append("act")
report(len(failed))
"""
    before = sorted(os.listdir(outside["folder"]))
    assert zygote.run(code).value == 15
    assert sorted(os.listdir(outside["folder"])) == before
    assert Path(outside["secret"]).read_text() == "the hidden check"


def test_mode_and_times_of_outside_files_stay(zygote, outside):
    code = """
import os
for act in (lambda: os.chmod(secret, 0), lambda: os.utime(secret, (1, 1)),
            lambda: os.chown(secret, 1000, 1000), lambda: os.setxattr(secret, "user.a", b"1")):
    try:
        act()
    except OSError:
        pass
report("done")
"""
    before = os.stat(outside["secret"])
    assert zygote.run(code).value == "done"
    after = os.stat(outside["secret"])
    assert (after.st_mode, after.st_mtime, after.st_uid) == (
        before.st_mode,
        before.st_mtime,
        before.st_uid,
    )
    assert os.listxattr(outside["secret"]) == []


def test_scratch_temporary_files_and_home_are_usable_and_fresh(zygote):
    code = """
import os, shutil, tempfile, pathlib
found = [os.listdir("."), os.listdir(os.environ["HOME"])]
with open("mine.txt", "w") as file:
    file.write("x")
with tempfile.NamedTemporaryFile() as file:
    file.write(b"x")
pathlib.Path.home().joinpath("note").write_text("x")
os.makedirs("deep/er")
shutil.move("mine.txt", "deep/er/mine.txt")
report([*found, sorted(os.listdir("deep/er"))])
"""
    for _ in range(2):
        assert zygote.run(code).value == [[], [], ["mine.txt"]]


def test_shared_memory_of_one_child_is_gone_for_the_next(in_namespaces):
    code = """
import os
report([os.listdir("/dev/shm"), os.path.exists("/tmp/left")])
open("/dev/shm/left", "w").write("x")
open("/tmp/left", "w").write("x")
"""
    for _ in range(2):
        assert in_namespaces.run(code).value == [[], False]


def test_hostile_leftovers_are_removed(on_kernel_level):
    code = """
import os
os.mkdir("closed", 0)
os.makedirs("locked/inside")
open("locked/inside/file", "w").write("x")
os.symlink(folder, "link")
for _ in range(3000):
    os.mkdir("deeper")
    os.chdir("deeper")
report("made")
"""
    answer = on_kernel_level.run(code)
    assert answer.value == "made"
    assert answer.scratch == []


def test_one_notebook_does_not_see_the_scratch_directory_of_another(on_kernel_level):
    code = """
import os
mine = os.path.dirname(os.getcwd())
try:
    report(os.listdir(os.path.dirname(mine)))
except PermissionError:
    report("refused")
"""
    assert on_kernel_level.run(code).value == "refused"


def test_only_harmless_parts_of_proc_are_seen_on_kernel_level(on_kernel_level, outside):
    code = """
import os
found = {}
for path in ("/proc/self/status", "/proc/meminfo", f"/proc/{victim}/environ",
             f"/proc/{victim}/cmdline", f"/proc/{victim}/maps", "/proc/1/cmdline"):
    try:
        found[path] = len(open(path, "rb").read()) > 0
    except OSError as error:
        found[path] = type(error).__name__
report(list(found.values()))
"""
    assert on_kernel_level.run(code).value == [True, True, *["PermissionError"] * 4]


def test_other_processes_do_not_exist_in_namespaces(in_namespaces):
    code = """
import os
report([[n for n in os.listdir("/proc") if n.isdigit()], os.getpid(), os.getuid(),
        os.path.exists(f"/proc/{victim}/stat")])
"""
    assert in_namespaces.run(code).value == [["1"], 1, 1000, False]
