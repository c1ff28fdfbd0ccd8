"""What a notebook can use up."""

import resource
import subprocess
import sys

import pytest

MIB = 1 << 20


def test_too_large_an_array_is_a_memory_error_and_the_notebook_goes_on(zygote):
    code = """
try:
    block = bytearray(600 << 20)
    report("got it")
except MemoryError:
    small = bytearray(50 << 20)
    report("MemoryError")
"""
    assert zygote.run(code).value == "MemoryError"


def test_the_memory_of_the_zygote_does_not_count(zygote):
    code = """
block = bytearray(450 << 20)
report(len(block) >> 20)
"""
    assert zygote.run(code).value == 450


def test_large_libraries_take_none_of_a_notebooks_memory():
    program = """
import mmap, tempfile, threading, time
from autograder.inside.confinement import rlimits
from autograder.inside.confinement.config import ChildLimits
with tempfile.TemporaryFile() as file:
    file.truncate(6 << 30)  # more than torch for CUDA maps
    libraries = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
    rlimits.apply(ChildLimits(512, 60, 64, 64, 256, threads=30), 100_000)
    block = bytearray(450 << 20)
    for _ in range(30):
        threading.Thread(target=time.sleep, args=(0.1,)).start()
print(len(block) >> 20)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "450\n", done.stderr


def test_shared_anonymous_memory_ends_too(zygote):
    code = """
import mmap
kept = []
try:
    for _ in range(64):
        kept.append(mmap.mmap(-1, 256 << 20))
except OSError:
    report(len(kept) < 20)
"""
    assert zygote.run(code).value is True


def test_threads_and_processes_are_capped(zygote):
    code = """
import threading, time
count = 0
try:
    for _ in range(2000):
        threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
        count += 1
except RuntimeError:
    pass
report(count)
import os; os._exit(0)
"""
    count = zygote.run(code, limits={"memory_mib": 2048}).value
    private = zygote.place.level == "namespaces" or zygote.place.root
    assert count == 31 if private else count < 2000


def test_cpu_time_ends(zygote):
    answer = zygote.run("while True: pass", limits={"cpu_seconds": 1}, seconds=10)
    assert answer.status in (-24, -9)


def test_one_file_cannot_grow_beyond_its_limit(zygote):
    code = """
import errno
try:
    with open("large", "wb") as file:
        for _ in range(40):
            file.write(bytes(1 << 20))
            file.flush()
    report("all of it")
except OSError as error:
    report(errno.errorcode[error.errno])
"""
    assert zygote.run(code, limits={"file_mib": 4}).value == "EFBIG"


def test_the_disk_of_a_notebook_ends(in_namespaces):
    code = """
import errno, os
found = []
for folder in (".", "/dev/shm"):
    try:
        for number in range(40):
            with open(f"{folder}/file{number}", "wb") as file:
                file.write(bytes(1 << 20))
    except OSError as error:
        found.append([errno.errorcode[error.errno], number <= 9])
report(found)
"""
    assert in_namespaces.run(code).value == [["ENOSPC", True], ["ENOSPC", True]]


def test_a_hundred_thousand_empty_files_do_not_fit(in_namespaces):
    code = """
import os
count = 0
try:
    for count in range(100_000):
        os.close(os.open(str(count), os.O_CREAT))
except OSError:
    report(count)
"""
    assert in_namespaces.run(code).value <= 20_000


def test_nothing_can_be_left_in_files_without_a_name(zygote):
    code = """
import os
try:
    os.memfd_create("m")
    report("made")
except PermissionError:
    report("refused")
"""
    assert zygote.run(code).value == "refused"


def test_open_files_are_capped(zygote):
    code = """
kept = []
try:
    while True:
        kept.append(open("/dev/null"))
except OSError:
    report(len(kept))
"""
    assert zygote.run(code).value < 128


def test_limits_cannot_be_raised_again(zygote):
    code = """
import resource
failed = 0
kinds = [getattr(resource, name) for name in dir(resource) if name.startswith("RLIMIT_")]
for kind in set(kinds):
    hard = resource.getrlimit(kind)[1]
    if hard == resource.RLIM_INFINITY:
        continue
    try:
        resource.setrlimit(kind, (hard + 1, hard + 1))
    except (ValueError, OSError):
        failed += 1
report(failed)
"""
    assert zygote.run(code).value >= 9


def test_a_crash_leaves_no_core_and_starts_no_handler_of_the_machine(zygote):
    code = """
import resource
report(resource.getrlimit(resource.RLIMIT_CORE))
"""
    own = resource.getrlimit(resource.RLIMIT_CORE)[1]
    wanted = 1 if own == resource.RLIM_INFINITY else min(1, own)
    assert zygote.run(code).value == [wanted, wanted]


def test_the_process_offers_itself_to_the_oom_killer_first(zygote):
    assert zygote.run("report(open('/proc/self/oom_score_adj').read())").value == "1000\n"


def test_limits_alone_give_a_memory_error(on_kernel_level):
    code = """
try:
    bytearray(600 << 20)
except MemoryError:
    report("MemoryError")
"""
    assert on_kernel_level.run(code, only=["rlimits"]).value == "MemoryError"


@pytest.mark.parametrize("memory_mib", [64, 1024])
def test_the_memory_limit_is_the_one_asked_for(in_namespaces, memory_mib):
    code = """
kept, mib = [], 0
try:
    while True:
        kept.append(bytearray(8 << 20))
        mib += 8
except MemoryError:
    kept.clear()
    report(mib)
"""
    found = in_namespaces.run(code, limits={"memory_mib": memory_mib}).value
    assert memory_mib - 16 <= found <= memory_mib + 16
