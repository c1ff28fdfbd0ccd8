"""``doctor`` names the recipe that fits, and docs/recipes.md has it."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from autograder.inside.confinement import seccomp
from autograder.inside.confinement.seccomp import Policy
from autograder.inside.confinement.tables import TABLES, names
from autograder.sandbox import remedies
from autograder.sandbox.remedies import Recipe, Remedy, other_system, remedy

ROOT = Path(__file__).resolve().parents[3]
APPARMOR = "sys/kernel/apparmor_restrict_unprivileged_userns"
PROFILE = ROOT / "docs" / "seccomp-autograder.json"
WALLS = names(
    """
    clone unshare setns mount umount2 open_tree move_mount mount_setattr pivot_root sethostname
    capset prctl seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self
    close_range setresuid setresgid setgroups pidfd_open pidfd_send_signal prlimit64 setrlimit
    """
)
NEVER = names(
    """
    bpf perf_event_open userfaultfd io_uring_setup keyctl add_key request_key ptrace kexec_load
    process_vm_readv process_vm_writev pidfd_getfd open_by_handle_at init_module finit_module
    delete_module reboot swapon settimeofday fsopen iopl ioperm
    """
)


@pytest.fixture
def settings(monkeypatch):
    """A machine with nothing special; tests put the kernel's settings in."""
    found = {}
    monkeypatch.setattr(
        remedies, "read_setting", lambda path: found.get(str(path).removeprefix("/proc/"), "")
    )
    monkeypatch.setattr(remedies, "_is_container", lambda: False)
    return found


@pytest.mark.parametrize(
    ("setting", "value", "aspect", "words", "recipe"),
    [
        *[
            (
                "sys/kernel/apparmor_restrict_unprivileged_userns",
                "1",
                "mounts",
                "AppArmor",
                "Ubuntu",
            )
        ],
        *[("sys/user/max_user_namespaces", "0", "mounts", "max_user_namespaces", "Linux")],
        *[("sys/kernel/unprivileged_userns_clone", "0", "network", "userns_clone", "Linux")],
        *[("self/mountinfo", "1 2 0:1 / /proc/kcore ro", "processes", "unmask=ALL", "Container")],
        *[("", "", "network", "kernel", "Linux")],
    ],
)
def test_the_cause_decides_the_remedy(settings, setting, value, aspect, words, recipe):
    settings[setting] = value
    found = remedy(aspect, "Operation not permitted")
    assert words in found.text.de
    assert found.recipe == recipe
    assert f"„{recipe}“" in found.where.de


def test_in_a_container_the_profile_is_named(settings, monkeypatch):
    monkeypatch.setattr(remedies, "_is_container", lambda: True)
    assert "docs/seccomp-autograder.json" in remedy("user namespaces", "not permitted").text.de
    assert remedy("Landlock", "this kernel has none").recipe == "Container"


def test_an_old_kernel_under_windows_gets_its_own_remedy(settings, monkeypatch):
    assert "5.14" in remedy("Landlock", "none").text.de
    monkeypatch.setattr(remedies.platform, "release", lambda: "5.15.1-microsoft-standard-WSL2")
    assert "wsl --update" in remedy("Landlock", "none").text.de
    assert remedy("Landlock", "none").recipe == "WSL 2"


@pytest.mark.parametrize(
    ("system", "recipe"), [("Darwin", "macOS"), ("Windows", "WSL 2"), ("Linux", "Linux")]
)
def test_other_systems_are_sent_to_theirs(monkeypatch, system, recipe):
    monkeypatch.setattr(remedies.platform, "system", lambda: system)
    assert other_system().recipe == recipe


def test_the_same_remedy_is_the_same(settings):
    assert len({remedy("mounts", "x"), remedy("network", "y")}) == 1
    assert isinstance(remedy("kernel", "user 61001 may not read the Python"), Remedy)


def test_every_recipe_is_written():
    headings = re.findall(r"^## (.+)$", (ROOT / "docs/recipes.md").read_text("utf-8"), re.MULTILINE)
    assert set(get_args(Recipe)) <= set(headings)


@pytest.fixture(scope="module")
def profile():
    return json.loads(PROFILE.read_text("utf-8"))


def called(profile, action):
    rules = [rule for rule in profile["syscalls"] if rule["action"] == action]
    return {name for rule in rules for name in rule["names"]}


@pytest.mark.parametrize("level", ["kernel", "namespaces"])
def test_the_profile_lets_pass_what_our_walls_and_the_notebooks_need(profile, level):
    allowed = called(profile, "SCMP_ACT_ALLOW")
    mine = {*seccomp._EVERYWHERE, *WALLS, *seccomp._judged(Policy(level, 7, True))}
    mine |= set(seccomp._IN_NAMESPACES) if level == "namespaces" else set()
    assert mine - {"clone3"} <= allowed


def test_the_profile_refuses_what_nobody_needs(profile):
    refused = called(profile, "SCMP_ACT_ERRNO")
    assert set(NEVER) <= refused
    assert not (refused & called(profile, "SCMP_ACT_ALLOW"))
    assert profile["defaultAction"] == "SCMP_ACT_ERRNO"


def test_every_known_call_was_decided(profile):
    known = {name for table in TABLES.values() for name in table}
    assert known == called(profile, "SCMP_ACT_ALLOW") | called(profile, "SCMP_ACT_ERRNO")
