"""Bytes → text: UTF-8, or what a byte order mark or the first bytes of a JSON file say."""

import json

from autograder.i18n import text
from autograder.intake.contract import Refused
from autograder.intake.names import display


def decoded(content: bytes, name: str) -> str:
    """The text of a notebook or script; raises :class:`Refused` for other encodings.

    Knows UTF-8, UTF-16 and UTF-32, with and without a byte order mark. Guessing further
    (Latin-1, Windows-1252) would silently turn wrong letters into somebody's answer.
    """
    try:
        return content.decode(json.detect_encoding(content))
    except UnicodeDecodeError as error:
        raise Refused(
            text(
                "„{name}“ ist nicht als UTF-8 gespeichert und lässt sich nicht lesen (Byte "
                "{position}). Bitte öffnen Sie die Datei in Jupyter, speichern Sie sie dort neu "
                "und geben Sie sie noch einmal ab.",
                name=display(name),
                position=error.start,
            )
        ) from error


def well_formed(source: str) -> str:
    """Without lone surrogates, which no UTF-8 file or frame can hold."""
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return source.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return source
