"""Paths on the command line → everything known before a file's content is read.

A level that an LMS packed is read as that LMS packs it (``systems``); any other as
:mod:`autograder.intake.discover` says.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from autograder.course.rules import Rules
from autograder.errors import UsageFault
from autograder.i18n import Text
from autograder.intake.contract import Found, Refused
from autograder.intake.enlist import enlist
from autograder.intake.enrol import enrol
from autograder.intake.grouping import Draft, group
from autograder.intake.kinds import Kind
from autograder.intake.names import display, unique_slug
from autograder.intake.nodes import folder_nodes, node_of, zip_nodes
from autograder.intake.overlap import settled
from autograder.intake.systems import recognise
from autograder.lms.roster import Roster
from autograder.lms.worksheet import Worksheet
from autograder.records.people import Person


@dataclass(frozen=True, slots=True)
class Cohort:
    """What the given paths hold."""

    found: tuple[Found, ...]
    absent: tuple[Person, ...] = ()
    """People of the worksheet who handed in nothing here."""
    left_out: tuple[Text, ...] = ()
    """What is not graded or belongs to nobody, each with the reason."""
    systems: tuple[str, ...] = ()
    """The LMS whose archives were recognised."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One path."""

    drafts: tuple[Draft, ...]
    left_out: tuple[Text, ...] = ()
    system: str = ""


def survey(
    paths: Sequence[Path],
    published: Collection[str] = (),
    worksheet: Worksheet | Roster | None = None,
    timezone: str = Rules().timezone,
) -> Cohort:
    """Find the submissions in ``paths``, in their order, then by name.

    ``published`` are names (without ending) of published notebooks: they say nothing about
    who handed in; ``timezone`` is that of an LMS's local times. Raises :class:`UsageFault` for a
    path that does not exist, where there is nothing at all, for the worksheet of another
    assignment, and for an LMS's archive among other paths; whatever is wrong with a single
    submission, ``open`` says on that one.
    """
    alone = len(paths) == 1
    read = [_read(path, published, alone) for path in paths]
    _refuse_archives_among_others(paths, read)
    drafts = settled(_once(draft for one in read for draft in one.drafts))
    if not drafts:
        reasons = " ".join(line.en for one in read for line in one.left_out)
        raise UsageFault(
            f"No submission found in {', '.join(str(path) for path in paths) or 'no path'}. "
            "Expected notebooks (.ipynb), a folder with one notebook or one subfolder per "
            f"person, a .zip of such a folder, or the archive of an LMS. {reasons}".rstrip()
        )
    absent: tuple[Person, ...] = ()
    left_out = [line for one in read for line in one.left_out]
    if worksheet is not None:
        enrolled = (
            enlist(drafts, worksheet) if isinstance(worksheet, Roster) else enrol(drafts, worksheet)
        )
        drafts, absent = list(enrolled.drafts), enrolled.absent
        left_out += enrolled.left_out
    taken: set[str] = set()
    zone = ZoneInfo(timezone)
    found = tuple(_found(draft, taken, zone) for draft in drafts)
    systems = tuple(dict.fromkeys(one.system for one in read if one.system))
    return Cohort(found, absent, tuple(left_out), systems)


def _found(draft: Draft, taken: set[str], zone: ZoneInfo) -> Found:
    name = unique_slug(draft.name, taken)
    people = draft.people or (Person(name, display(draft.name)),)
    students = tuple(display(person.name) for person in people)
    handed_in, at = draft.handed_in, draft.handed_in.at
    if at is not None and at.tzinfo is None:
        # of an hour that occurs twice in autumn the first: in the student's favour
        handed_in = replace(handed_in, at=at.replace(tzinfo=zone, fold=0))
    return Found(name, students, draft.sources, people, handed_in)


def _read(path: Path, published: Collection[str], alone: bool) -> _Read:
    if not path.exists() and not path.is_symlink():
        raise UsageFault(f"{path} does not exist. Name a notebook, a folder or a .zip.")
    node = node_of(path)
    itself = Draft(node.stem, node.sources)
    if not node.folder and node.kind is not Kind.ARCHIVE:
        return _Read((itself,))
    try:
        level = folder_nodes(path) if node.folder else zip_nodes(path, unwrap=False)
    except Refused as error:
        return _Read((Draft(node.stem, (replace(node.sources[0], refused=error.text),)),))
    recognised = recognise(level)
    if recognised is None and not node.folder:
        level = zip_nodes(path)
    if recognised is not None:
        drafts = sorted(recognised.drafts, key=lambda draft: draft.name)
        return _Read(tuple(drafts), recognised.left_out, recognised.system)
    # Beside other paths an empty folder is somebody's empty submission, not wrong use.
    return _Read(tuple(group(level, node.stem, published, alone) or ([] if alone else [itself])))


def _refuse_archives_among_others(paths: Sequence[Path], read: Sequence[_Read]) -> None:
    """An LMS's archive says who handed in; what a student packed like one must not."""
    packed = [(path, one.system) for path, one in zip(paths, read, strict=True) if one.system]
    if packed and (len(packed) < len(paths) or len({system for _, system in packed}) > 1):
        names = ", ".join(f"{path} ({system})" for path, system in packed)
        raise UsageFault(
            f"Packed like the archive of an LMS, but named beside other paths: {names}. Grade it "
            "alone, and the other paths in a second run: results add up in the same folder. If "
            "it is the work of one person, put it into a folder that holds such files only, and "
            "name that folder."
        )


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Each file once, although a folder and a file in it may both have been named."""
    seen: set[tuple[Path, int | None]] = set()
    kept = []
    for draft in drafts:
        own = {(one.path.absolute(), one.member) for one in draft.sources if not one.shared}
        if not own <= seen:
            kept.append(draft)
        seen |= own
    return kept
