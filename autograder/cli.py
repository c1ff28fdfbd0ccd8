"""argv in, text and exit code out. Only the commands print, only this exits.

Exit codes: 0 done; 1 a check of ours failed (doctor, build --check); 2 wrong use; 3 the grader
itself failed on something. What a student did wrong is no exit code.
"""

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text as RichText

from autograder import __version__
from autograder.commands import (
    alias,
    build,
    bundle,
    categories,
    check,
    comment,
    doctor,
    exempt,
    explain,
    export,
    forget,
    grade,
    mark,
    marks,
    overrides,
    person,
    release,
    review,
    selftest,
    take,
    todo,
    void,
)
from autograder.commands.shared import GRADER_FAILED, INTERRUPTED, WRONG_USE, language_of
from autograder.errors import GraderFault, UsageFault
from autograder.i18n import text

COMMANDS = (
    *(grade, todo, review, mark, marks, comment, alias, exempt, overrides, take, void),
    *(explain, release, export, person, forget),
    *(check, doctor, build, bundle, selftest, categories),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a redirected output on Windows knows few characters, and any notebook has more
            stream.reconfigure(errors="replace")
    arguments = _parsed(argv)
    errors = Console(stderr=True, highlight=False)
    try:
        command: Callable[[argparse.Namespace], int] = arguments.command
        return command(arguments)
    except UsageFault as fault:
        errors.print(RichText(str(fault), style="bold red"))
        return WRONG_USE
    except GraderFault as fault:
        errors.print(RichText(f"{text('Unser Fehler')[language_of(arguments)]}: {fault}"))
        return GRADER_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """With paths that stand behind options too, which argparse alone would refuse."""
    parser = _parser()
    arguments, rest = parser.parse_known_args(argv)
    if rest and not (hasattr(arguments, "paths") and all(one[:1] != "-" for one in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        arguments.paths = [*arguments.paths, *map(Path, rest)]
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="autograder",
        description="Bewertet Jupyter-Notebooks mit verborgenen Prüfungen. / "
        "Grades Jupyter notebooks with hidden checks.",
    )
    parser.add_argument("--version", action="version", version=f"autograder {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
