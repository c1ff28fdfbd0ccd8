"""Values that cross the border between the trusted side and the student's process.

Both sides import this room, so it knows nothing of points, checks or paths, and it names no
module that a frame could choose. There is no pickle here, and no way to send a verdict: what
arrives is a value of the closed table in :mod:`autograder.wire.values`, or a :class:`WireFault`.
"""
