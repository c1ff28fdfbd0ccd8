"""What Moodle makes of a name when it writes it into an archive."""

import html
import re
import unicodedata

_DROPPED = re.compile(r"[\x00-\x1f\x7f'`/:*?\"<>|\\&]")
"""What Moodle drops (``PARAM_FILE``), and what Windows does not take."""

NO_GROUP = frozenset(("Default group", "Standard-Gruppe"))
"""What Moodle calls those in no group, in English and in German."""
ANONYMOUS = frozenset(("Participant", "Teilnehmerin", "Teilnehmer/in"))
"""What Moodle calls everybody under blind marking; in file names the slash is dropped."""


def moodle_file_name(name: str) -> str:
    """A person's or group's name as it stands in an archive: ``O'Neill`` → ``ONeill``.

    Underscores separate the fields there, so those of a name become spaces.
    """
    return " ".join(_DROPPED.sub("", unicodedata.normalize("NFC", name).replace("_", " ")).split())


def agree(archived: str, name: str) -> bool:
    """Whether an archive's name can stand for this person or group.

    Moodle writes a group's name as HTML before it drops characters: ``A & B`` → ``A amp; B``.
    """
    written = (name, html.escape(name, quote=False))
    return moodle_file_name(archived) in {moodle_file_name(one) for one in written}
