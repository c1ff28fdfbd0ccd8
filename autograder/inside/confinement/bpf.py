"""Classic BPF for seccomp: a few instructions and the two ways to put them to use.

A filter sees ``struct seccomp_data``: the call's number, the machine, six arguments. Arguments
are judged by their lower 32 bits, which is all the kernel reads of the ones checked here.
"""

import ctypes
import struct
from collections.abc import Iterable

from autograder.inside.confinement.syscalls import call

Program = bytes

_LOAD = 0x20
_AND = 0x54
_RETURN = 0x06
_JUMP_EQUAL = 0x15
_JUMP_GREATER = 0x25
_JUMP_ANY_BIT = 0x45
_OFFSET_NUMBER = 0
_OFFSET_ARCH = 4
_OFFSET_ARGUMENTS = 16
_INSTRUCTION_BYTES = 8
_PR_SET_SECCOMP = 22
_MODE_FILTER = 2

_ERRNO = 0x00050000
_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> Program:
    return struct.pack("=HBBI", code, if_true, if_false, value)


ALLOW = _instruction(_RETURN, _ALLOW)
KILL = _instruction(_RETURN, _KILL_PROCESS)


def answer(number: int) -> Program:
    """End the call with an error number; 0 pretends that it succeeded."""
    return _instruction(_RETURN, _ERRNO | number)


def when_machine_is_not(arch: int, then: Program) -> Program:
    return _instruction(_LOAD, _OFFSET_ARCH) + _unless(_JUMP_EQUAL, arch, then)


def load_number() -> Program:
    return _instruction(_LOAD, _OFFSET_NUMBER)


def when_number_above(number: int, then: Program) -> Program:
    return _when(_JUMP_GREATER, number, then)


def when_number(number: int, then: Program) -> Program:
    return _when(_JUMP_EQUAL, number, then)


def only(argument: int, values: Iterable[int], otherwise: Program, mask: int = 0) -> Program:
    """Allow the call if an argument (after ``mask``) is one of the values."""
    checks = b"".join(_when(_JUMP_EQUAL, value, ALLOW) for value in values)
    return _argument(argument, mask) + checks + otherwise


def all_but(argument: int, values: Iterable[int], otherwise: Program, mask: int = 0) -> Program:
    """Allow the call unless an argument (after ``mask``) is one of the values."""
    checks = b"".join(_when(_JUMP_EQUAL, value, otherwise) for value in values)
    return _argument(argument, mask) + checks + ALLOW


def when_argument(argument: int, value: int, then: Program) -> Program:
    return _argument(argument, 0) + _when(_JUMP_EQUAL, value, then)


def without_bits(argument: int, bits: int, otherwise: Program) -> Program:
    """Allow the call if none of these bits is set in an argument."""
    return _argument(argument, 0) + _when(_JUMP_ANY_BIT, bits, otherwise) + ALLOW


def install(program: Program) -> None:
    """Put a filter in force for this process and its descendants; needs no_new_privs."""

    class Filter(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))

    filter_ = Filter(len(program) // _INSTRUCTION_BYTES, program)
    address = ctypes.addressof(filter_)
    call("prctl", _PR_SET_SECCOMP, _MODE_FILTER, address, 0, 0, step="install the call filter")


def _argument(index: int, mask: int) -> Program:
    load = _instruction(_LOAD, _OFFSET_ARGUMENTS + 8 * index)
    return load + _instruction(_AND, mask) if mask else load


def _when(jump: int, value: int, then: Program) -> Program:
    return _instruction(jump, value, 0, len(then) // _INSTRUCTION_BYTES) + then


def _unless(jump: int, value: int, then: Program) -> Program:
    return _instruction(jump, value, len(then) // _INSTRUCTION_BYTES, 0) + then
