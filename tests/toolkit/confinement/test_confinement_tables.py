"""System call tables against the headers of the machine that runs the tests."""

import re
from pathlib import Path

import pytest

from autograder.inside.confinement import seccomp
from autograder.inside.confinement.tables import AARCH64, TABLES, X86_64

HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
KNOWN_ONLY_HERE = {"open", "fork", "vfork", "stat"}


@pytest.mark.parametrize("machine", HEADERS)
def test_our_numbers_are_those_of_the_kernel_headers(machine):
    if not HEADERS[machine].exists():
        pytest.skip("kernel headers are not installed")
    lines = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", HEADERS[machine].read_text())
    header = {name: int(number) for name, number in lines}
    table = TABLES[machine]
    shared = header.keys() & table.keys()
    assert len(shared) > 290
    assert {name: table[name] for name in shared} == {name: header[name] for name in shared}


@pytest.mark.parametrize("machine", TABLES)
def test_no_number_is_used_twice(machine):
    assert len(set(TABLES[machine].values())) == len(TABLES[machine])


def test_every_name_in_the_filter_exists_on_one_of_the_machines():
    named = set(seccomp._EVERYWHERE) | set(seccomp._IN_NAMESPACES) | set(seccomp._SCHEDULING)
    assert named <= X86_64.keys() | AARCH64.keys()
    assert X86_64.keys() >= KNOWN_ONLY_HERE
    assert not KNOWN_ONLY_HERE & AARCH64.keys()


@pytest.mark.parametrize("level", ["namespaces", "kernel"])
@pytest.mark.parametrize("abi", [1, 3, 7])
@pytest.mark.parametrize("separate_user", [True, False])
def test_filters_fit_into_the_kernels_limit(level, abi, separate_user):
    policy = seccomp.Policy(level, abi, separate_user)
    instructions = len(seccomp.program(policy, 1)) / 8
    assert instructions == int(instructions)
    assert instructions < 4096
