"""Dates as Moodle writes them into its worksheet, in German and in English.

They are local times without a zone: that of the user who downloaded the worksheet.
"""

import re
from datetime import datetime

_MONTHS = {
    name: number
    for names in (
        "januar februar märz april mai juni juli august september oktober november dezember",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
} | {"jänner": 1, "feber": 2}
_WORDS = re.compile(
    r"(?:\w+, )?(?P<day>\d{1,2})\.? (?P<month>[^\W\d_]+) (?P<year>\d{4}),? "
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?:\s?(?P<half>[AaPp])[Mm])?"
)
_GERMAN = re.compile(
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}),? (?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::\d{2})?"
)
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[ T](?P<hour>\d{2}):(?P<minute>\d{2})"
    r"(?::\d{2})?"
)
MAX_CHARS = 80


def moodle_date(cell: str) -> datetime | None:
    """A date cell as a naive time; None for ``-`` and for whatever cannot be read.

    Also reads what a spreadsheet makes of it (``21.11.2026 21:52``) and what we write
    ourselves (``2026-11-21 21:52``).
    """
    plain = " ".join(cell[:MAX_CHARS].split())
    found = _WORDS.fullmatch(plain) or _GERMAN.fullmatch(plain) or _ISO.fullmatch(plain)
    if found is None:
        return None
    piece = found.groupdict()
    hour = int(piece["hour"])
    if half := piece.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in "Pp" else 0)
    month = piece["month"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.casefold(), 0)
    try:
        return datetime(int(piece["year"]), number, int(piece["day"]), hour, int(piece["minute"]))
    except ValueError:
        return None
