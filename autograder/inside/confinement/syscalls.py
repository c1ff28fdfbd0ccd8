"""ctypes plumbing: system calls by name, failures as :class:`ConfinementError`."""

import ctypes
import os

from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.tables import NUMBERS

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long

Argument = int | bytes | None


def attempt(name: str, *arguments: Argument) -> int:
    """The raw result of a call; negative error number on failure."""
    if name not in NUMBERS:
        raise ConfinementError(name, "unknown on this kind of machine")
    result = int(_libc.syscall(ctypes.c_long(NUMBERS[name]), *map(_word, arguments)))
    return -ctypes.get_errno() if result == -1 else result


def call(name: str, *arguments: Argument, step: str = "") -> int:
    """The result of a call that must succeed; ``step`` says what it was for."""
    result = attempt(name, *arguments)
    if result < 0:
        raise ConfinementError(step or name, os.strerror(-result), -result)
    return result


def _word(argument: Argument) -> ctypes.c_long | ctypes.c_char_p | None:
    """Every argument fills a whole register: a plain int would leave the upper half undefined."""
    if isinstance(argument, int):
        return ctypes.c_long(argument)
    return None if argument is None else ctypes.c_char_p(argument)
