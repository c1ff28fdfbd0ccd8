"""A small sheet and a peer that answers what a test tells it to."""

from autograder.checks.student import Student
from autograder.course.sheet import Answer, Exercise, Limits, Localised, Sheet, Task

NAME = Localised("Blatt", "sheet")


def task(part, *names, formula=False, **more):
    answers = (Answer(names, ("x", "w"), formula),) if names else ()
    return Task(part, 1, "auto", NAME, answers, **more)


SHEET = Sheet(
    schema=1,
    id="probe",
    version="1",
    title=NAME,
    points=3,
    exercises=(Exercise("1", NAME, 3),),
    tasks=(
        task("1a", "aufgabe_1a", "ableitung_w1"),
        task("1b", "aufgabe_1b", "vorwaerts_skip"),
        task("1c", "aufgabe_1c", formula=True),
    ),
    limits=Limits(call_seconds=1),
)
FUNCTION = (True, "builtins.function", 0)


class FakePeer:
    """Replies from a list; an exception in it is raised."""

    def __init__(self, *replies, names=None):
        self.replies = list(replies)
        self.listing = {"aufgabe_1a": FUNCTION, "aufgabe_1b": FUNCTION} if names is None else names
        self.asked = []

    def names(self, seconds):
        if isinstance(self.listing, Exception):
            raise self.listing
        return self.listing

    def call(self, target, names, rows, seconds, version=None, keep=False):
        return self._next(("call", target, tuple(names), rows, seconds, version))

    def get(self, target, seconds, version=None):
        return self._next(("get", target, seconds, version))

    def construct(self, maker, values, seconds):
        return self._next(("construct", maker, values, seconds))

    def weights(self, handle, seconds):
        return self._next(("weights", handle, seconds))

    def _next(self, asked):
        self.asked.append(asked)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply


def never(cause):
    raise AssertionError("no process died")


def student(peer, revive=never, **more):
    made = Student(SHEET, peer, revive, call_seconds=1.0, **more)
    made.begin_check()
    return made


def value(*results):
    return {"k": "value", "value": list(results)}
