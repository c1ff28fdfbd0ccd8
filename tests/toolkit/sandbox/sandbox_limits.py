"""Limits that make every attack end soon."""

import msgspec

from autograder.course.sheet import Limits

LIMITS = Limits(
    cell_seconds=15.0,
    call_seconds=5.0,
    submission_seconds=60.0,
    cpu_seconds=10,
    memory_mib=200,
    output_mib=1,
    frame_mib=2,
)
HASTY = msgspec.structs.replace(LIMITS, cell_seconds=0.7)
"""For what never ends."""
