"""A submission exactly as it was handed in: the bytes of its files, and a hash over all of them.

What is graded is the snapshot, never the files it was taken from: so what is graded is what is
kept, and can be graded again when the originals are gone.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.sheet import Limits
from autograder.i18n import Text
from autograder.intake.contract import Found, Refused, Source
from autograder.intake.entry import MIB, Entry, TooBig, beyond_allowance
from autograder.intake.gather import gather
from autograder.intake.kinds import Kind, kind_of
from autograder.intake.submission import reading_order
from autograder.records.ledger import KeptFile, Version


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Names and hashes of all files, without their bytes."""

    files: tuple[KeptFile, ...]
    content: str
    """SHA-256 (hex) over names and hashes."""


Keep = Callable[[str, bytes], None]
"""Takes (SHA-256, bytes) of each file as it is read."""


def take(found: Found, limits: Limits, keep: Keep = lambda *_: None) -> Snapshot:
    """Read a submission once, at most ``limits.upload_mib`` unpacked; archives are opened.

    Never raises for what a submission contains: what is not read says why.
    """
    left_bytes = limits.upload_mib * MIB
    files = []
    for entry in sorted(gather(found.sources, left_bytes), key=reading_order):
        if entry.superseded:
            continue
        try:
            content = entry.read(left_bytes)
        except TooBig:
            files.append(_refused(entry, beyond_allowance(entry.name, limits.upload_mib)))
        except Refused as error:
            files.append(_refused(entry, error.text))
        else:
            left_bytes -= len(content)
            digest = hashlib.sha256(content).hexdigest()
            keep(digest, content)
            files.append(KeptFile(entry.name, digest, entry.shared))
    return Snapshot(tuple(files), content_of(files))


def content_of(files: Sequence[KeptFile]) -> str:
    """The hash that says whether two submissions hold the same; the notebooks' own names do not
    enter, because copies within a group are often renamed."""
    lines = []
    for one in files:
        folder, _, name = one.name.rpartition("/")
        label = "*.ipynb" if kind_of(one.name) is Kind.NOTEBOOK else name
        why = one.refused.de if one.refused else ""
        lines.append([folder, label, one.sha256, one.shared, why])
    return hashlib.sha256(repr(sorted(lines)).encode("ascii", "backslashreplace")).hexdigest()


def version_of(found: Found, taken: Snapshot) -> Version:
    """What the store keeps of it."""
    return Version(
        submission=found.id,
        students=found.students,
        people=found.people,
        content=taken.content,
        files=taken.files,
        handed_in=found.handed_in,
    )


def again(version: Version, folder: Path) -> Found:
    """A kept submission, as if it had just been found; its bytes lie in ``folder`` by hash."""
    sources = tuple(
        Source(folder / place_of(one.sha256), one.name, None, one.shared, one.refused)
        for one in version.files
    )
    return Found(version.submission, version.students, sources, version.people, version.handed_in)


def place_of(sha256: str) -> Path:
    """Where the bytes with this hash lie below the folder of kept files."""
    return Path(sha256[:2]) / sha256[2:]


def _refused(entry: Entry, why: Text) -> KeptFile:
    return KeptFile(entry.name, "", entry.shared, why)
