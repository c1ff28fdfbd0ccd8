"""While tutors mark anonymously, what the program itself says names nobody either.

What a student wrote into an answer is shown as it is: a text that has words taken out of it is
not the answer any more.
"""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from autograder.records.ledger import Version

SHORTEST = 3
"""Shorter names would be found in any word."""
_HIDDEN = "…"


def names_in(submission: str, students: Iterable[str], version: Version | None) -> list[str]:
    """Everything that says whose a submission is, the longest first."""
    names = {submission, *students}
    if version is not None:
        names |= {value for one in version.people for value in (one.id, one.name, one.email)}
        for kept in version.files:
            path = PurePosixPath(kept.name)
            names |= {kept.name, path.name, path.stem, *path.parts}
    return sorted((one for one in names if len(one) >= SHORTEST), key=len, reverse=True)


def veiled(words: str, names: Iterable[str]) -> str:
    """The same sentence without these names."""
    pattern = "|".join(re.escape(one) for one in names)
    return re.sub(pattern, _HIDDEN, words, flags=re.IGNORECASE) if pattern else words
