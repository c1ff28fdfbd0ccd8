"""Says of each submission whether both sides agree, and how."""

import math
from collections.abc import Mapping
from enum import StrEnum

from parity_runs import Ours


class Verdict(StrEnum):
    """How ``otter run`` and ``grade.py`` stand to each other on one submission."""

    SAME = "same points per part"
    NEITHER = "no mark from either"
    REFUSED = "refused by otter, marked by grade.py"
    NOT_FOR_OTTER = "not one file, so nothing for otter run"
    DIFFERS = "DIFFERS"

    @property
    def ok(self) -> bool:
        return self is not Verdict.DIFFERS


def compare(
    ours: Ours, otters: Mapping[str, float] | None, failed_on: str = ""
) -> tuple[Verdict, str]:
    """The verdict and, where they differ, which parts do.

    ``otters``: None without a mark; ``failed_on``: the error where it came from our plugin.

    otter has no word for an open part and counts it 0. Where otter refuses a submission,
    ``grade.py`` may still read it; where our plugin failed, both must have.
    """
    if otters is None:
        if failed_on and not ours.failed:
            return Verdict.DIFFERS, f"our plugin failed: {failed_on}"
        marked = any(points is not None for points in ours.points.values())
        return (Verdict.REFUSED if marked else Verdict.NEITHER), ""
    if ours.failed:
        return Verdict.DIFFERS, f"grade.py failed, otter says {dict(otters)}"
    counted = {part: points or 0.0 for part, points in ours.points.items()}
    parts = [
        f"{part}: grade.py {counted.get(part)}, otter {otters.get(part)}"
        for part in sorted(counted.keys() | otters.keys())
        if not math.isclose(counted.get(part, math.nan), otters.get(part, math.nan), abs_tol=1e-5)
    ]
    return (Verdict.DIFFERS if parts else Verdict.SAME), "; ".join(parts)
