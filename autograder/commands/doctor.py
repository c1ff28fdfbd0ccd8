"""``autograder doctor``: which walls this machine offers, and what to do about missing ones."""

import argparse

from rich.console import Console
from rich.text import Text as RichText

from autograder.commands.shared import (
    CHECK_FAILED,
    DONE,
    Commands,
    common_arguments,
    language_of,
)


def add(commands: Commands) -> None:
    command = commands.add_parser("doctor", help="Was bietet dieser Rechner? / what works here?")
    common_arguments(command, sheet=False)
    command.add_argument(
        "--moodle",
        metavar="URL",
        help="Rechte und Schalter einer Moodle-Aufgabe / rights and switches of an assignment",
    )
    command.add_argument(
        "--canvas", metavar="URL", help="das Gleiche für Canvas / the same for Canvas"
    )
    command.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    from autograder.sandbox.probe import best_level, probe
    from autograder.sandbox.remedies import Remedy

    language = language_of(arguments)
    console = Console(highlight=False)
    if arguments.moodle:
        from autograder.commands import moodle

        return DONE if moodle.doctor(arguments.moodle, console, language) else CHECK_FAILED
    if arguments.canvas:
        from autograder.commands import canvas

        return DONE if canvas.doctor(arguments.canvas, console, language) else CHECK_FAILED
    capabilities = probe()
    said: set[Remedy] = set()
    for finding in capabilities.findings:
        mark = RichText("✓ " if finding.ok else "✗ ", style="green" if finding.ok else "red")
        console.print(mark + RichText(finding.what[language]))
        if finding.remedy is not None and not finding.ok and finding.remedy not in said:
            said.add(finding.remedy)
            console.print(RichText(f"  → {finding.remedy.text[language]}"))
            if where := finding.remedy.where:
                console.print(RichText(f"    {where[language]}"))
    return DONE if best_level(capabilities) else CHECK_FAILED
