"""otter's public test files of a sheet: one per part, and one that counts.

They are written in ASCII: otter opens them in the encoding of the machine.
"""

import json
from collections.abc import Mapping
from typing import Any

from autograder.i18n import Language
from autograder.public.package import SHIPPED, package_files
from autograder.selfcheck.table import NAME

COUNT = "formtest"
"""Sorts behind every part, so that ``check_all`` ends with it."""

_HEAD = """\
# {task}: looks at the form of the answer only; it does not know what is right.
from otter.test_files import test_case
from {package}.selfcheck import words
from {package}.selfcheck.cases import Tests

OK_FORMAT = False
name = {task!r}
points = 0
tests = Tests({language!r})
"""
_FORM = """

@test_case(name="{task} Form", points=0, success_message=words.in_form({language!r}))
def form(env):
    tests.form({task!r}, env)
"""
_COMPARISON = """

@test_case(name="{task} {label}", points=0, success_message=words.agrees({language!r}))
def comparison(env):
    tests.comparison({task!r}, env)
"""
_COUNT = """

@test_case(name="Formtest", points=0)
def count(env):
    tests.count(env)
"""
_LABEL = {"de": "Vergleich", "en": "comparison"}


def tests_folder(sheet: str) -> str:
    """Where a notebook keeps its tests: not ``tests/SHEET``, which is a course's hidden checks."""
    return f"tests/{sheet}_public"


def public_files(table: Mapping[str, Any], language: Language) -> dict[str, str]:
    """Path below :func:`tests_folder` → text: test files, the table, and what runs them."""
    values = {"package": SHIPPED, "language": language}
    files = {}
    for part in table["parts"]:
        task = part["task"]
        templates = [_HEAD, _FORM]
        if any("compare" in answer for answer in part["answers"]):
            templates.append(_COMPARISON)
        given = {**values, "task": task, "label": _LABEL[language]}
        files[f"{task}.py"] = "".join(one.format(**given) for one in templates)
    files[f"{COUNT}.py"] = (_HEAD + _COUNT).format(**values, task=COUNT)
    files[NAME] = json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return {**files, **package_files()}
