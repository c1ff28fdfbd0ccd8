"""What has to be run, and what is known already under the same conditions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.course.sheet import Sheet
from autograder.intake import snapshot
from autograder.intake.contract import Found
from autograder.intake.names import unique_slug
from autograder.out.folder import OutFolder
from autograder.records.ledger import Known, Version
from autograder.records.people import HandIn
from autograder.run.jobs import Job
from autograder.run.keys import Keys
from autograder.store import Store


@dataclass(frozen=True)
class Plan:
    """Jobs to run, versions that are only to be noted, and the rest, which is as it was."""

    jobs: tuple[Job, ...]
    renamed: tuple[Version, ...]
    """The same content under the same conditions, but other people or another time."""
    unchanged: int
    before: Mapping[str, int]
    """Submission → id of its result so far, of those that are run again."""


def identified(found: Iterable[Found], known: Mapping[str, Known]) -> list[Found]:
    """With the ids that the store has for the same people.

    An id is made from a name, and two people may have the same: whoever comes later must not
    replace the other's submission.
    """
    by_people = {one.people: name for name, one in known.items() if one.people}
    taken = {name.casefold() for name in known}
    result = []
    for one in found:
        people = tuple(person.id for person in one.people)
        theirs = by_people.get(people)
        there = known.get(one.id)
        if there is not None and (theirs == one.id or set(people) & set(there.people)):
            result.append(one)
        elif theirs is not None:
            result.append(replace(one, id=theirs))
        else:
            result.append(replace(one, id=unique_slug(one.id, taken)))
    return result


def handed_in_before(out: OutFolder, only: Sequence[str] = ()) -> list[Found]:
    """What was handed in so far (of these submissions, if any are named), from the copies that
    are kept in OUT."""
    return [
        snapshot.again(one, out.handed_in)
        for one in out.store.gradings.newest_versions()
        if not only or one.submission in only
    ]


def plan(
    received: Sequence[Found],
    sheet: Sheet,
    keys: Keys,
    store: Store,
    known: Mapping[str, Known],
    again: Sequence[str] = (),
) -> Plan:
    """Compare what came in with what is known; ``again``: parts to run in any case."""
    aliases = store.rulings().aliases
    jobs: list[Job] = []
    renamed: list[Version] = []
    partial: dict[str, Job] = {}
    for one in received:
        taken = snapshot.take(one, sheet.limits)
        before, own = known.get(one.id), aliases.get(one.id, {})
        if before is None or before.base != keys.base(taken.content):
            jobs.append(Job(one, aliases=own))
        elif stale := _stale(before, keys, own, again):
            partial[one.id] = Job(one, parts=stale, aliases=own)
        elif not _same_people(before, one):
            renamed.append(snapshot.version_of(one, taken))
    for earlier in store.gradings.latest(list(partial)):
        jobs.append(replace(partial[earlier.result.submission], before=earlier))
    names = {job.found.id for job in jobs}
    return Plan(
        jobs=tuple(jobs),
        renamed=tuple(renamed),
        unchanged=len(received) - len(jobs) - len(renamed),
        before={name: one.grading for name, one in known.items() if name in names},
    )


def _stale(
    before: Known, keys: Keys, aliases: Mapping[str, str], again: Sequence[str]
) -> tuple[str, ...]:
    changed = [part for part, key in keys.parts(aliases).items() if before.parts.get(part) != key]
    return keys.dependents([*changed, *again])


def _same_people(before: Known, now: Found) -> bool:
    if tuple(person.id for person in now.people) != before.people:
        return False
    return now.handed_in in (HandIn(), before.handed_in)
