"""The families of failure: ours, the student's, and wrong use.

Where the line runs: from the moment a student process reports that it is confined, its
death or silence is the student's doing (or a student could choose "not graded"). Everything
before that, and everything in the coordinator, the zygote or the checks, is ours.
"""


class AutograderError(Exception):
    """Base of everything this package raises on purpose."""


class GraderFault(AutograderError):
    """We failed. The affected parts are "not graded", never 0 points."""


class UsageFault(AutograderError):
    """The command was used wrongly; the text says what was expected and what to do."""


class StudentFault(AutograderError):
    """What a submission did wrong; it becomes an outcome with a message, never a crash."""


class SubmissionFault(StudentFault):
    """A file that was handed in cannot be opened or read as what it claims to be."""
