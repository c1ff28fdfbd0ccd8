"""OpenOlat: ``<Last>_<First>_<login>/<n>_submissions/…``, later attempts in ``<n>_revisions_<i>``.

The task, corrections and the assessment lie beside them and were not handed in.
"""

import re
from collections.abc import Sequence

from autograder.i18n import Text
from autograder.intake.grouping import Draft
from autograder.intake.nodes import Node, below, stripped
from autograder.intake.systems.recognised import Recognised, empty, most, strays
from autograder.records.people import HandIn, Person

SYSTEM = "openolat"
LABEL = "OpenOlat"
_STEP = re.compile(
    r"\d{1,2}_(?:(?P<first>submissions)|revisions_(?P<revision>\d{1,3})"
    r"|task|corrections(?:_\d{1,3})?|assessment)"
)


def recognise(level: Sequence[Node]) -> Recognised | None:
    """One draft per folder with a hand-in, its latest attempt."""
    people = [(node, steps) for node in level if (steps := _steps(node))]
    if not most(len(people), len(level)):
        return None
    drafts: list[Draft] = []
    left_out: list[Text] = []
    for node, steps in people:
        attempt = max(steps)
        if attempt < 0:
            left_out.append(empty(node.name))
        else:
            drafts.append(_draft(node, steps[attempt], attempt))
    known = {node.name for node, _ in people}
    others = [node for node in level if node.name not in known]
    return Recognised(LABEL, tuple(drafts), (*left_out, *strays(others, LABEL)))


def _steps(node: Node) -> dict[int, Node]:
    """Attempt (first: 0) → its folder; what is no attempt is -1."""
    found: dict[int, Node] = {}
    for inner in below(node):
        match = _STEP.fullmatch(inner.name)
        if match is None or not inner.folder:
            continue
        if match["first"]:
            found[0] = inner
        elif match["revision"]:
            found[int(match["revision"])] = inner
        else:
            found.setdefault(-1, inner)
    return {attempt: inner for attempt, inner in found.items() if attempt < 0 or below(inner)} or (
        {-1: node} if found else {}
    )


def _draft(node: Node, folder: Node, attempt: int) -> Draft:
    *names, login = node.name.split("_")
    name = " ".join(names) or login
    person = Person(node.name, name, keys={SYSTEM: login})
    return Draft(node.name, stripped(folder), (person,), HandIn(attempt=attempt + 1))
