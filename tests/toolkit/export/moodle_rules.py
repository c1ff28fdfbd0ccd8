"""What Moodle 4.5 does with an uploaded worksheet and feedback zip, as seen on a real one.

Not a mock of our own code: the rules of ``assignfeedback_offline`` and ``assignfeedback_file``
written down from their behaviour, to see what becomes of our files there.
"""

import csv
import io
import re
import zipfile
from datetime import datetime

COLUMNS = {
    "de": ("ID", "Bewertung", "Zuletzt geändert (Bewertung)"),
    "en": ("Identifier", "Grade", "Last modified (grade)"),
}
PREFIX = {"de": "Teilnehmer/in", "en": "Participant "}
DECIMAL = {"de": ",", "en": "."}


def imported(content, language, people, maximum, stored=None, ignore_modified=False):
    """Participant → grade that is stored afterwards; ``stored``: participant → (grade, date)."""
    stored = stored or {}
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    header = rows[0]
    if not set(COLUMNS[language]) <= set(header) or any(len(row) != len(header) for row in rows):
        return "refused"
    identifier, grade, modified = (header.index(name) for name in COLUMNS[language])
    result = {who: kept for who, (kept, _) in stored.items()}
    for row in rows[1:]:
        who = row[identifier][len(PREFIX[language]) :]
        cell = row[grade].replace(" ", "")
        if who not in people or cell == "":
            continue
        value = php_float(cell.replace(DECIMAL[language], ".", 1))
        if not 0 <= value <= maximum:
            continue
        if who in stored and not ignore_modified and stored[who][1] > strtotime(row[modified]):
            continue
        result[who] = value
    return result


def php_float(cell):
    match = re.match(r"-?\d+(\.\d+)?", cell)
    return float(match[0]) if match else 0.0


def strtotime(cell):
    """The forms that PHP reads here: ISO, and English words; German ones are the year 1970."""
    for form in ("%Y-%m-%d %H:%M", "%A, %d %B %Y, %I:%M %p"):
        try:
            return datetime.strptime(cell, form)
        except ValueError:
            continue
    return datetime(1970, 1, 1)


def distributed(content, ids):
    """Number → feedback files that Moodle takes from a zip."""
    given = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            parts = name.split("/")
            if parts[-1].startswith((".", "~")):
                continue
            for place, part in enumerate(parts):
                pieces = part.split("_", 4)
                if len(pieces) >= 4 and pieces[1] in ids and pieces[3] == "file":
                    given.setdefault(pieces[1], []).append("/".join(parts[place + 1 :]))
                    break
    return given
