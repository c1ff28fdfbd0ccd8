"""What a self-test found: plain rows, their sums, and what is not as it must be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.selftest.findings import Finding
from autograder.selftest.leaks import Leak
from autograder.selftest.stability import StabilityRow
from autograder.selftest.survivors import MAX_SHARE

SCHEMA = 1
"""Version of ``selftest.json``; raised when a field changes its meaning or goes away."""


@dataclass(frozen=True, slots=True)
class Share:
    """``good`` out of ``all``."""

    good: int
    all: int

    @property
    def whole(self) -> bool:
        return self.good == self.all

    def __str__(self) -> str:
        return f"{self.good}/{self.all}"


@dataclass(frozen=True, slots=True)
class MutantRow:
    """One fault that was put into the reference."""

    part: str
    change: str
    outcome: str
    killed: bool
    reason: str | None
    """Why a survivor is accepted."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """How well the checks of one part judge."""

    part: str
    right: Share
    """Right variants that got full marks."""
    caught: Share
    """Wrong forms that did not."""
    exact: Share
    """Notebooks with exactly the expected outcome and points, consequences included."""
    named: Share
    """Messages that name the mistake as the bank says."""
    mutants: Share
    """Faults in the reference that were noticed."""
    false_failure: float
    """Bound on the probability that a right answer fails; 0 where nothing but rounding could."""
    gradings: int
    """Right answers graded in this run."""


@dataclass(frozen=True, slots=True)
class WholeRow:
    """One whole notebook."""

    file: str
    shows: str
    parts: Share


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that ``selftest.json`` holds. ``ok``: the checks judge as they must."""

    sheet: str
    version: str
    toolkit: str
    full: bool
    seed: str
    """Secret seed of the run's inputs: the same seed repeats it."""
    seconds: float
    parts: tuple[PartRow, ...]
    whole: tuple[WholeRow, ...]
    findings: tuple[Finding, ...]
    mutants: tuple[MutantRow, ...]
    stability: tuple[StabilityRow, ...]
    leaks: tuple[Leak, ...]
    stale: tuple[str, ...]
    """Approved survivors that are none any more."""

    @property
    def ok(self) -> bool:
        return not self.misses

    @property
    def misses(self) -> tuple[str, ...]:
        """One line for everything that is not as it must be."""
        return tuple(self._misses())

    def _misses(self) -> Iterator[str]:
        yield from (one.told for one in self.findings if not (one.exact and one.named))
        for row in self.mutants:
            if not row.killed and row.reason is None:
                yield f"mutant of {row.part} survives without an approved reason: {row.change}"
        survivors = sum(not row.killed for row in self.mutants)
        if survivors > MAX_SHARE * len(self.mutants):
            yield f"{survivors} of {len(self.mutants)} mutants survive, at most 5 % may"
        yield from (f"approved survivor does not survive: {change}" for change in self.stale)
        for stable in self.stability:
            if stable.deviations:
                yield f"{stable.name}: {', '.join(stable.deviations)} in {stable.seeds} seeds"
        for leak in self.leaks:
            yield f"a message of {leak.part} gives away {leak.words!r}: {leak.message}"


def part_row(
    part: str,
    found: Sequence[Finding],
    mutated: Sequence[MutantRow],
    false_failure: float,
    stable_gradings: int,
) -> PartRow:
    """The sums of one part, over all notebooks of the bank."""
    mine = [one for one in found if one.part == part and one.kind != "whole"]
    own = [one for one in mine if one.role == "subject"]
    right = [one for one in own if one.kind == "variants"]
    killed = [row.killed for row in mutated if row.part == part]
    return PartRow(
        part=part,
        right=_share([one.earned for one in right]),
        caught=_share([not one.earned for one in own if one.kind == "wrong"]),
        exact=_share([one.exact for one in mine]),
        named=_share([one.named for one in mine if one.says]),
        mutants=_share(killed),
        false_failure=false_failure,
        gradings=len(right) + stable_gradings,
    )


def whole_rows(found: Sequence[Finding]) -> tuple[WholeRow, ...]:
    """One row per whole notebook."""
    whole = [one for one in found if one.kind == "whole"]
    names = dict.fromkeys((one.file, one.shows) for one in whole)
    return tuple(
        WholeRow(
            file, shows, _share([one.exact and one.named for one in whole if one.file == file])
        )
        for file, shows in names
    )


def _share(values: Sequence[bool]) -> Share:
    return Share(sum(values), len(values))
