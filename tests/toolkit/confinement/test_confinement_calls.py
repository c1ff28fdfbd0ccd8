"""System calls that nothing in a notebook needs."""

import platform

import pytest

CALLS = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def attempt(number, *arguments):
    result = libc.syscall(number, *map(ctypes.c_long, arguments))
    return ctypes.get_errno() if result == -1 else 0
report({name: attempt(number, *arguments) for name, (number, *arguments) in calls.items()})
"""
NEWUSER, NEWNS = 0x10000000, 0x20000
REFUSED = {
    "unshare user": ("unshare", NEWUSER),
    "unshare mounts": ("unshare", NEWNS),
    "setns": ("setns", 0, 0),
    "mount": ("mount", 0, 0, 0, 0, 0),
    "umount2": ("umount2", 0, 0),
    "open_tree": ("open_tree", -100, 0, 1),
    "move_mount": ("move_mount", 0, 0, 0, 0, 0),
    "fsopen": ("fsopen", 0, 0),
    "pivot_root": ("pivot_root", 0, 0),
    "chroot": ("chroot", 0),
    "bpf": ("bpf", 0, 0, 0),
    "io_uring_setup": ("io_uring_setup", 1, 0),
    "add_key": ("add_key", 0, 0, 0, 0, 0),
    "keyctl": ("keyctl", 0, -3, 0),
    "request_key": ("request_key", 0, 0, 0, 0),
    "userfaultfd": ("userfaultfd", 0),
    "perf_event_open": ("perf_event_open", 0, 0, -1, -1, 0),
    "ptrace": ("ptrace", 0, 0, 0, 0),
    "process_vm_readv": ("process_vm_readv", 1, 0, 0, 0, 0, 0),
    "kcmp": ("kcmp", 1, 1, 0, 0, 0),
    "memfd_create": ("memfd_create", 0, 0),
    "shmget": ("shmget", 0, 4096, 0o1600),
    "seccomp": ("seccomp", 1, 0, 0),
    "setuid": ("setuid", 0),
    "clone with a namespace": ("clone", NEWUSER | 17, 0, 0, 0, 0),
    "clone as a sibling": ("clone", 0x8000 | 17, 0, 0, 0, 0),
    "prctl dumpable": ("prctl", 4, 0, 0, 0, 0),
    "prctl subreaper": ("prctl", 36, 0, 0, 0, 0),
    "personality": ("personality", 0x0040000),
    "open_by_handle_at": ("open_by_handle_at", 0, 0, 0),
    "reboot": ("reboot", 0, 0, 0, 0),
    "syslog": ("syslog", 2, 0, 0),
    "swapon": ("swapon", 0, 0),
    "quotactl": ("quotactl", 0, 0, 0, 0),
    "name_to_handle_at": ("name_to_handle_at", 0, 0, 0, 0, 0),
    "mknodat": ("mknodat", -100, 0, 0o020666, 0x103),
}
EPERM, ENOSYS, EBADARCH = 1, 38, 31


def numbered(calls):
    from autograder.inside.confinement.tables import NUMBERS

    return {name: (NUMBERS[call], *arguments) for name, (call, *arguments) in calls.items()}


def test_every_dangerous_call_is_refused(zygote):
    found = zygote.run(CALLS, know={"calls": numbered(REFUSED)}).value
    assert {name: number for name, number in found.items() if number != EPERM} == {}


def test_the_filter_alone_refuses_them_too(on_kernel_level):
    calls = {name: call for name, call in REFUSED.items() if name != "chroot"}
    found = on_kernel_level.run(CALLS, know={"calls": numbered(calls)}, only=["seccomp"]).value
    assert {name: number for name, number in found.items() if number != EPERM} == {}


def test_calls_newer_than_our_table_look_as_if_the_kernel_were_older(zygote):
    calls = {"clone3": ("clone3", 0, 0)}
    unknown = {**numbered(calls), "next year's": (600, 0), "far": (0x3FFFFFFF, 0)}
    found = zygote.run(CALLS, know={"calls": unknown}).value
    assert set(found.values()) == {ENOSYS}


def test_the_second_call_table_of_this_machine_is_closed(zygote):
    if platform.machine() != "x86_64":
        pytest.skip("x32 exists on x86_64 only")
    getpid, unshare = 39, 272
    found = zygote.run(
        CALLS,
        know={"calls": {"getpid": (getpid | 1 << 30,), "unshare": (unshare | 1 << 30, NEWUSER)}},
    )
    assert found.value == {"getpid": ENOSYS, "unshare": ENOSYS}


def test_calls_in_the_32_bit_manner_kill_the_process(zygote):
    """``int 0x80`` with a 32-bit number would pass a filter that looks at numbers only."""
    if platform.machine() != "x86_64":
        pytest.skip("int 0x80 exists on x86 only")
    code = """
import ctypes, mmap
getpid_32 = b"\\xb8\\x14\\x00\\x00\\x00\\xcd\\x80\\xc3"
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(getpid_32)
start = ctypes.addressof(ctypes.c_char.from_buffer(page))
report(ctypes.CFUNCTYPE(ctypes.c_int)(start)())
"""
    answer = zygote.run(code, seconds=10)
    assert answer.status != 0
    assert answer.said == []


def test_no_capability_and_no_way_to_gain_one(zygote):
    code = """
fields = dict(line.split(":\\t", 1) for line in open("/proc/self/status") if ":\\t" in line)
report({name: fields[name].strip() for name in fields if name.startswith("Cap")}
       | {name: fields[name].strip() for name in ("NoNewPrivs", "Seccomp", "Groups", "Threads")})
"""
    found = zygote.run(code).value
    bounding = found.pop("CapBnd")
    if zygote.place.level == "namespaces" or zygote.place.root:
        assert int(bounding, 16) == 0
    assert {found.pop(name) for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {"0" * 16}
    assert found["NoNewPrivs"] == "1"
    assert found["Seccomp"] == "2"
    assert found["Threads"] == "1"
    if zygote.place.level == "kernel" and zygote.place.root:
        assert found["Groups"] == ""


def test_libraries_that_set_modes_or_times_do_not_fail(zygote):
    code = """
import os, shutil
with open("a", "w") as file:
    file.write("x")
shutil.copy2("a", "b")
os.utime("b")
os.chmod("b", 0o600)
os.sched_setaffinity(0, os.sched_getaffinity(0))
report(open("b").read())
"""
    assert zygote.run(code).value == "x"


def test_the_old_landlock_filter_keeps_readable_files_from_being_emptied(on_kernel_level):
    """Before its third version Landlock let a reader truncate what belongs to the same user."""
    code = """
import os
failed = []
for act in (lambda: os.open(secret, os.O_RDONLY | os.O_TRUNC), lambda: os.truncate(secret, 0)):
    try:
        act()
    except PermissionError:
        failed.append(1)
report([failed, open(secret).read()])
"""
    if on_kernel_level.place.root:
        pytest.skip("student processes have a user id of their own here")
    answer = on_kernel_level.run(code, only=["seccomp abi 1"])
    assert answer.value == [[1, 1], "the hidden check"]
