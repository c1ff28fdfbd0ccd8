"""Writes a report: JSON for programs, one HTML page for the author of the checks."""

from pathlib import Path

import msgspec

from autograder.course.sheet import Sheet
from autograder.export.atomic import write_atomically
from autograder.i18n import Language
from autograder.render import page
from autograder.selftest.report import SCHEMA, Report


def write_report(report: Report, sheet: Sheet, out: Path, language: Language = "de") -> None:
    """``selftest.json`` and ``selftest.html`` in the folder ``out``, as a whole or not at all."""
    write_atomically(out / "selftest.json", encode_report(report))
    write_atomically(out / "selftest.html", html(report, sheet, language).encode())


def encode_report(report: Report) -> bytes:
    """The report as JSON, with its schema, ``ok`` and ``misses``."""
    fields = {name: getattr(report, name) for name in Report.__dataclass_fields__}
    extra = {"schema": SCHEMA, "ok": report.ok, "misses": report.misses}
    return msgspec.json.format(msgspec.json.encode({**extra, **fields})) + b"\n"


def html(report: Report, sheet: Sheet, language: Language = "de") -> str:
    """One page in one file, without scripts, in the style of the other pages."""
    title = sheet.title.text[language]
    return page.render("selftest.html", language, report=report, sheet_title=title)
