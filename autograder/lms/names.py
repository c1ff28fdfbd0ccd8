"""What Moodle makes of a name when it writes it into an archive."""

import re

_DROPPED = re.compile(r"[\x00-\x1f\x7f'/:*?\"<>|\\&]")

NO_GROUP = frozenset(("Default group", "Standard-Gruppe"))
"""What Moodle calls those in no group, in English and in German."""
ANONYMOUS = frozenset(("Participant", "Teilnehmerin", "Teilnehmer/in"))
"""What Moodle calls everybody under blind marking; in file names the slash is dropped."""


def moodle_file_name(name: str) -> str:
    """A person's or group's name as it stands in an archive: ``O'Neill`` → ``ONeill``.

    Underscores separate the fields there, so those of a name become spaces.
    """
    return " ".join(_DROPPED.sub("", name.replace("_", " ")).split())
