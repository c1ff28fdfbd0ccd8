"""What a process was started with stands in its memory and in ``/proc`` until it is wiped."""

import ctypes
import os

from autograder.inside.confinement.faults import ConfinementError
from autograder.inside.confinement.processes import stat_fields

_ADDRESSES = slice(45, 49)
"""Start and end of the arguments, start and end of the environment."""
_NEW_NAME = b"autograder-student"


def forget_command_line() -> None:
    """Overwrite the arguments and the environment that the zygote was started with.

    They name folders of the coordinator. To be called once the environment has been replaced:
    until then the C library points into the old one.
    """
    addresses = [int(field) for field in stat_fields(os.getpid())[_ADDRESSES]]
    if not all(addresses):
        raise ConfinementError("forget the command line", "the kernel does not say where it is")
    arguments, arguments_end, environment, environment_end = addresses
    ctypes.memset(arguments, 0, arguments_end - arguments)
    ctypes.memset(environment, 0, environment_end - environment)
    name = _NEW_NAME[: arguments_end - arguments - 1]
    ctypes.memmove(arguments, name, len(name))
