"""Does a message give the answer away? The formula engine reads it as a student could.

Every stretch of words in a message is tried as a formula; where it can be read and equals the
reference, the message leaks. Numbers that are not small integers could only come from the
hidden inputs.
"""

import contextlib
import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.formulas import Question, Unreadable, Verdict, judge
from autograder.i18n import Text

MAX_WORDS = 12
"""Longest stretch of a message that is read as a formula."""
SMALL = 100
"""Integers below this may stand in a message (a shape, a number of layers)."""

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?:e[+-]?\d+)?(?![\w])")
_EDGES = " .,;:!?„“”\"'`$"
_SEED = "messages"

Questions = Mapping[str, tuple[Question, ...]]
"""Part → the formulas that are right answers to it."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A message that says too much, and the words that do."""

    part: str
    message: str
    words: str


def questions_of(course: Course, sheet: Sheet) -> Questions:
    """``QUESTIONS`` of ``tests/SHEET/SHEET_questions.py``; without that file: none.

    The file belongs to the course's author, as the hidden checks beside it do.
    """
    path = course.checks(sheet.id) / f"{sheet.id}_questions.py"
    if not path.is_file():
        return {}
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with _importable(path.parent):
        spec.loader.exec_module(module)
    found = getattr(module, "QUESTIONS", None)
    if not isinstance(found, Mapping):
        raise UsageFault(f"{path} defines no QUESTIONS: part → questions with the right answers.")
    return found


@contextlib.contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """As pytest does: modules beside a check may import each other."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))


def leaks(messages: Iterable[tuple[str, Text]], questions: Questions) -> Iterator[Leak]:
    """All (part, message) pairs that hold a right answer or a hidden number."""
    for part, message in sorted(set(messages), key=lambda pair: (pair[0], pair[1].de)):
        for sentence in sorted({message.de, message.en}):
            words = hidden_number(sentence) or _given_away(sentence, questions.get(part, ()))
            if words:
                yield Leak(part, sentence, words)


def hidden_number(sentence: str) -> str | None:
    """The first number that is no small integer."""
    for number in _NUMBER.findall(sentence):
        if not number.isdigit() or int(number) >= SMALL:
            return str(number)
    return None


def _given_away(sentence: str, questions: Iterable[Question]) -> str | None:
    targets = [target for question in questions for target in _targets(question)]
    for words in _stretches(sentence):
        if any(_equal(words, target) for target in targets):
            return words
    return None


def _targets(question: Question) -> Iterator[Question]:
    """The whole answer, and every component that is not a mere number."""
    yield question
    if not isinstance(question.reference, str):
        for component in question.reference:
            if re.search(r"[a-z]", component):
                yield _component(question, component)


@cache
def _component(question: Question, component: str) -> Question:
    return replace(question, reference=component, components=(), wrong_forms=())


def _stretches(sentence: str) -> Iterator[str]:
    words = sentence.split()
    seen: set[str] = set()
    for first in range(len(words)):
        for last in range(first + 1, min(first + MAX_WORDS, len(words)) + 1):
            stretch = " ".join(words[first:last]).strip(_EDGES)
            if stretch and stretch not in seen:
                seen.add(stretch)
                yield stretch


def _equal(words: str, question: Question) -> bool:
    try:
        return judge(words, question, _SEED).verdict is Verdict.EQUAL
    except Unreadable:
        return False
