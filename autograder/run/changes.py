"""What a run changed in marks that were known before it, for people to read before they export."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from autograder.records.ledger import Decision, as_was
from autograder.records.model import PartResult
from autograder.store import Store


@dataclass(frozen=True)
class Change:
    """One part of one submission whose automatic result is not what it was."""

    submission: str
    task: str
    old: PartResult
    new: PartResult
    mark: Decision | None
    """The mark by hand that stays in force over both."""

    @property
    def contradicts(self) -> bool:
        """Whether a mark by hand was given over another automatic result than this one."""
        new = as_was(self.new.outcome.value, self.new.points)
        return self.mark is not None and self.mark.was != new


def changes(store: Store, before: Mapping[str, int]) -> Iterator[Change]:
    """Old and new of every part whose result changed although the hand-in did not.

    ``before``: submission → id of the result that was in force. Of a new hand-in only those parts
    are told over which a mark by hand stays in force.
    """
    rulings = store.rulings()
    for name, known in before.items():
        history = store.gradings.history(name)
        (old,) = (one for one in history if one.id == known)
        new = history[-1]
        earlier = {part.task: part for part in old.result.parts}
        for part in new.result.parts:
            was = earlier.get(part.task)
            if was is None or (was.outcome, was.points) == (part.outcome, part.points):
                continue
            change = Change(name, part.task, was, part, rulings.mark(name, part.task))
            if old.version == new.version or change.contradicts:
                yield change
