"""Drafts and the worksheet put together: who handed in what, when, and who did not.

Nobody is guessed: a participant's number of an archive must stand in the worksheet with the
same name; groups are matched by their full name; what has no number only by an e-mail address,
ID number or full name that one row alone has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from autograder.errors import UsageFault
from autograder.i18n import Text, text
from autograder.intake.grouping import Draft
from autograder.intake.names import display
from autograder.intake.systems.moodle import person_id
from autograder.lms.matching import GROUP, NAME, NUMBER, SYSTEM, row_by_own_name, row_by_participant
from autograder.lms.names import NO_GROUP, agree, moodle_file_name
from autograder.lms.worksheet import Worksheet, WorksheetRow
from autograder.records.people import HandIn, Person

_SHOWN = 20
_SAME_MINUTE = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Drafts with the worksheet's people, and everybody else in it."""

    drafts: tuple[Draft, ...]
    absent: tuple[Person, ...]
    """Participants without a hand-in here."""
    left_out: tuple[Text, ...]


def enrol(drafts: Sequence[Draft], worksheet: Worksheet) -> Enrolled:
    """Raises :class:`UsageFault` where the worksheet is that of another assignment."""
    wanted = [(draft, _rows_of(draft, worksheet)) for draft in drafts]
    _refuse_other_assignment(wanted, worksheet)
    known = tuple(_known(draft, rows) if rows else draft for draft, rows in wanted)
    strangers = tuple(_stranger(draft, worksheet) for draft, rows in wanted if not rows)
    taken = {row.participant for _, rows in wanted for row in rows}
    absent = tuple(_person(row, "") for row in worksheet.rows if row.participant not in taken)
    unfinished = [row for _, rows in wanted if all(one.draft for one in rows) for row in rows]
    drafts_only = [row.name or row.identifier for row in unfinished]
    return Enrolled(known, absent, (*strangers, *not_handed_in(drafts_only)))


def not_handed_in(names: Sequence[str]) -> Iterator[Text]:
    """Whose work is in the LMS without having been handed in: the tutor decides what it counts."""
    if names:
        yield text(
            "Im Lernsystem nur Entwurf, also nicht abgegeben; bewertet werden sie trotzdem, ob das "
            "zählt, entscheiden Sie: {names}.",
            names=", ".join(display(name) for name in names[:_SHOWN])
            + (" …" if len(names) > _SHOWN else ""),
        )


def _rows_of(draft: Draft, worksheet: Worksheet) -> tuple[WorksheetRow, ...]:
    if not (draft.people and SYSTEM in draft.people[0].keys):
        row = row_by_own_name({draft.name}, worksheet)
        return () if row is None else (row,)
    keys = draft.people[0].keys
    if worksheet.teams:
        name = keys.get(NAME, "")
        return _team(name, worksheet) or _copy_of_member(keys[SYSTEM], name, worksheet)
    row = row_by_participant(keys[SYSTEM], keys.get(NAME, ""), worksheet)
    return () if row is None else (row,)


def _team(name: str, worksheet: Worksheet) -> tuple[WorksheetRow, ...]:
    """The members of a group; nobody where two groups have this name."""
    if name in NO_GROUP:
        return tuple(row for row in worksheet.rows if row.in_no_group)
    rows = tuple(row for row in worksheet.rows if agree(name, row.group))
    return rows if len({row.group for row in rows}) == 1 else ()


def _copy_of_member(number: str, name: str, worksheet: Worksheet) -> tuple[WorksheetRow, ...]:
    """Up to Moodle 4.0 each member had a copy, ``<group>-<name>`` with the member's number."""
    return tuple(
        row
        for row in worksheet.rows
        if row.participant == number and agree(name, f"{row.group}-{row.name}")
    )


def _refuse_other_assignment(
    wanted: Iterable[tuple[Draft, Sequence[WorksheetRow]]], worksheet: Worksheet
) -> None:
    """Numbers belong to one assignment; those of another one would mix up people."""
    archived = [pair for pair in wanted if pair[0].people and SYSTEM in pair[0].people[0].keys]
    if archived and not any(rows for _, rows in archived):
        raise UsageFault(
            f"{worksheet.name} knows nobody of the archive: it is of another assignment or group. "
            "Download worksheet and submissions from the same assignment."
        )
    blind = [
        abs(draft.handed_in.at - rows[0].submitted) <= _SAME_MINUTE
        for draft, rows in archived
        if rows and draft.handed_in.at and rows[0].submitted and not rows[0].name
    ]
    if len(blind) > 1 and not any(blind):
        raise UsageFault(
            f"Not one time in {worksheet.name} agrees with the archive: it is of another "
            "assignment, whose numbers stand for other people. Download both from the same one."
        )


def _known(draft: Draft, rows: Sequence[WorksheetRow]) -> Draft:
    number = draft.people[0].keys.get(SYSTEM, "") if draft.people else ""
    name = draft.people[0].keys.get(NAME, "") if draft.people else ""
    of_group = bool(name) and agree(name, rows[0].group)  # else a member's own number
    people = tuple(_person(row, number if of_group else "") for row in rows)
    times = [row.submitted for row in rows if row.submitted is not None]
    handed_in = HandIn(max(times), "worksheet") if times else draft.handed_in
    return replace(draft, people=people, handed_in=handed_in)


def _person(row: WorksheetRow, group_number: str) -> Person:
    name = row.name or f"Teilnehmer/in {row.participant}"
    given: Mapping[str, str] = {
        SYSTEM: row.participant,
        NAME: moodle_file_name(row.name),
        NUMBER: row.number,
        GROUP: group_number,
    }
    keys = {key: value for key, value in given.items() if value}
    return Person(
        id=person_id(moodle_file_name(row.name), row.participant),
        name=display(name),
        email=row.email,
        group=row.group,
        keys=keys,
    )


def _stranger(draft: Draft, worksheet: Worksheet) -> Text:
    return text(
        "„{name}“ wird bewertet, steht aber nicht (oder nicht eindeutig) in {worksheet}: Es gibt "
        "dafür keine Zeile, in die die Punkte eingetragen werden könnten.",
        name=display(draft.name),
        worksheet=display(worksheet.name),
    )
