"""The one exception of this room, and how a student's text is quoted in a message."""

from autograder.errors import StudentFault
from autograder.i18n import Text

QUOTE_CHARACTERS = 40
"""Longest piece of a student's text that a message repeats."""


class Unreadable(StudentFault):
    """An answer cannot be read as a formula. It means "a tutor looks", never "wrong".

    ``message`` says what was expected, what was found and what to do, in both languages.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.de)
        self.message = message


def quoted(source: str) -> str:
    """A short printable piece of a hostile text, for use inside a message."""
    printable = "".join(c if c.isprintable() else " " for c in source[: 4 * QUOTE_CHARACTERS])
    line = " ".join(printable.split())
    return line if len(line) <= QUOTE_CHARACTERS else line[: QUOTE_CHARACTERS - 1] + "…"
