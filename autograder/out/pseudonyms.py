"""Other names for people, so that neither the store nor a page knows who somebody is.

The only link is ``pseudonyms.csv`` in OUT; where it is kept elsewhere or deleted, results can no
longer be told to anybody's name (GDPR, article 4, number 5).
"""

import csv
import io
import os
import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from autograder.errors import UsageFault
from autograder.export.atomic import write_atomically
from autograder.intake.contract import Found
from autograder.records.people import Person

FILE = "pseudonyms.csv"
_BYTES = 4
_COLUMNS = ["pseudonym", "id", "name"]


class Pseudonyms:
    """The table of one OUT; somebody keeps their pseudonym from run to run."""

    def __init__(self, out: Path) -> None:
        self._path = out / FILE
        self._known = _read(self._path)

    def applied(self, found: Sequence[Found]) -> list[Found]:
        """The same submissions under pseudonyms; the table is kept before anything else is."""
        result = []
        for one in found:
            people = [self._of(person) for person in one.people]
            names = tuple(person.id for person in people)
            result.append(
                replace(one, id="-".join(names[:3]), students=names, people=tuple(people))
            )
        self._write()
        return result

    def forget(self, pseudonym: str) -> None:
        """Nobody can be told any more who this was."""
        if any(name == pseudonym for name, _ in self._known.values()):
            self._known = {k: one for k, one in self._known.items() if one[0] != pseudonym}
            self._write()

    def _of(self, person: Person) -> Person:
        known = self._known.setdefault(person.id, (f"p-{secrets.token_hex(_BYTES)}", person.name))
        return Person(id=known[0], group=person.group)

    def _write(self) -> None:
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(_COLUMNS)
        writer.writerows([name, key, shown] for key, (name, shown) in self._known.items())
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        os.close(descriptor)
        write_atomically(self._path, out.getvalue().encode("utf-8", "replace"))
        self._path.chmod(0o600)


def _read(path: Path) -> dict[str, tuple[str, str]]:
    """Person's id → pseudonym and name."""
    try:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageFault(f"{path} is damaged; without it nobody keeps their pseudonym.") from error
    if rows[:1] != [_COLUMNS] or any(len(row) != len(_COLUMNS) for row in rows):
        raise UsageFault(f"{path} is damaged. Expected the columns {', '.join(_COLUMNS)}.")
    return {key: (name, shown) for name, key, shown in rows[1:]}
