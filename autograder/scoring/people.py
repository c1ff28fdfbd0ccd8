"""From submissions to people: which hand-in counts for whom, and the marks that follow."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from autograder.course.sheet import Sheet
from autograder.records.ledger import Version
from autograder.records.model import Status, SubmissionResult
from autograder.records.people import Person, PersonMarks
from autograder.scoring.force import Rulings, in_force, sheet_in_force
from autograder.scoring.rules import override_of, with_rules

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def marks_of_people(
    sheet: Sheet,
    people: Iterable[Person],
    versions: Iterable[Version],
    results: Mapping[str, SubmissionResult],
    rulings: Rulings,
) -> list[PersonMarks]:
    """The marks in force for each person, with the lines of the sheet's rules.

    ``versions`` are the newest of each submission. Members of a group who handed in different
    things have no marks until somebody takes one of them: see :func:`contradictions`.
    """
    kept = [one for one in versions if one.submission in results]
    by_person: dict[str, list[Version]] = {}
    by_group: dict[str, list[Version]] = {}
    for one in kept:
        for person in one.people:
            by_person.setdefault(person.id, []).append(one)
        for group in {person.group for person in one.people if person.group}:
            by_group.setdefault(group, []).append(one)
    open_groups = contradictions(kept, rulings)
    effective = sheet_in_force(sheet, rulings)
    marks = []
    for person in people:
        own = by_group.get(person.group, []) if person.group else []
        chosen = chosen_of(own or by_person.get(person.id, []), person.id, rulings)
        result = results[chosen.submission] if chosen else None
        undecided = person.group in open_groups
        marks.append(_marks(effective, person, chosen, result, rulings, undecided))
    return marks


def contradictions(versions: Iterable[Version], rulings: Rulings) -> Mapping[str, tuple[str, ...]]:
    """Group → submissions of its members that differ, while nobody took one of them."""
    by_group: dict[str, dict[str, list[str]]] = {}
    for one in versions:
        for group in sorted({person.group for person in one.people if person.group}):
            by_group.setdefault(group, {}).setdefault(one.content, []).append(one.submission)
    found = {}
    for group, contents in by_group.items():
        names = tuple(sorted(name for some in contents.values() for name in some))
        if len(contents) > 1 and not set(names) & set(rulings.taken):
            found[group] = names
    return found


def chosen_of(versions: Sequence[Version], person: str, rulings: Rulings) -> Version | None:
    """The hand-in that counts: the one taken last, else the person's own newest one."""
    for name in reversed(rulings.taken):
        for one in versions:
            if one.submission == name:
                return one
    own = [one for one in versions if any(member.id == person for member in one.people)]
    return max(own or versions, key=_age, default=None)


def _age(version: Version) -> tuple[datetime, datetime]:
    return (version.handed_in.at or _LONG_AGO, version.at or _LONG_AGO)


def _marks(
    sheet: Sheet,
    person: Person,
    version: Version | None,
    result: SubmissionResult | None,
    rulings: Rulings,
    undecided: bool,
) -> PersonMarks:
    wanted = [task for task in sheet.tasks if (person.id, task.id) not in rulings.exempt]
    points: dict[str, float | None] = {task.id: None for task in wanted}
    maximum = sum(task.points for task in wanted)
    if version is None or result is None:
        return PersonMarks(person, None, Status.DONE, points, maximum)
    counted = in_force(result, rulings, [one.id for one in version.people], person.id)
    if not undecided:
        known = {part.task: part.points for part in counted.parts}
        points = {task: known.get(task) for task in points}
    marks = PersonMarks(
        person=person,
        submission=version.submission,
        status=Status.LOOK if undecided else counted.status,
        parts=points,
        maximum=maximum,
        handed_in=version.handed_in,
        comment=rulings.comments.get((version.submission, ""), ""),
    )
    return with_rules(marks, sheet.rules, override_of(person.id, rulings))
