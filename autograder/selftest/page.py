"""Writes a report: JSON for programs, one HTML page for the author of the checks."""

from functools import cache
from pathlib import Path

import msgspec
from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from autograder.export.atomic import write_atomically
from autograder.i18n import Language, text
from autograder.render import page
from autograder.selftest.report import SCHEMA, Report
from autograder.sheet import Sheet

TEMPLATES = Path(__file__).parent / "templates"


def write_report(report: Report, sheet: Sheet, out: Path, language: Language = "de") -> None:
    """``selftest.json`` and ``selftest.html`` in the folder ``out``, as a whole or not at all."""
    write_atomically(out / "selftest.json", encode_report(report))
    write_atomically(out / "selftest.html", html(report, sheet, language).encode())


def encode_report(report: Report) -> bytes:
    """The report as JSON, with its schema, ``ok`` and ``misses``."""
    extra = {"schema": SCHEMA, "ok": report.ok, "misses": report.misses}
    return msgspec.json.format(msgspec.json.encode({**extra, **_fields(report)})) + b"\n"


def html(report: Report, sheet: Sheet, language: Language = "de") -> str:
    """One page in one file, without scripts, in the style of the other pages."""

    def translate(german: str, **values: object) -> str:
        return text(german, **values)[language]

    return (
        _environment()
        .get_template("selftest.html")
        .render(lang=language, t=translate, report=report, sheet_title=sheet.title.text[language])
    )


def _fields(report: Report) -> dict[str, object]:
    return {name: getattr(report, name) for name in Report.__dataclass_fields__}


@cache
def _environment() -> Environment:
    """The pages' environment (autoescape, style, policy) with this room's template beside."""
    loader = ChoiceLoader([FileSystemLoader(TEMPLATES), FileSystemLoader(page.TEMPLATES)])
    return page.environment().overlay(loader=loader)
