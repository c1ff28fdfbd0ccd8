"""A record for people to read and to keep: sections of labelled lines, as text or as a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.i18n import Language, Text
from autograder.render import page, safe


@dataclass(frozen=True, slots=True)
class Row:
    """One label and what stands behind it; a block keeps its lines."""

    label: Text
    value: str
    block: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    title: Text
    rows: tuple[Row, ...]


def as_text(title: Text, sections: Iterable[Section], language: Language) -> str:
    """For a terminal: no sequence that it would obey."""
    lines = [title[language], ""]
    for section in sections:
        lines.append(section.title[language])
        for row in section.rows:
            lines += _lines(row, language)
        lines.append("")
    return "\n".join(lines)


def as_page(title: Text, sections: Sequence[Section], language: Language) -> str:
    """HTML in one file, without scripts."""
    return page.render("record.html", language, title=title[language], sections=sections)


def _lines(row: Row, language: Language) -> Iterable[str]:
    if not row.block:
        yield f"  {row.label[language]}: {safe.line(row.value, safe.LINE_CHARS)}"
        return
    yield f"  {row.label[language]}:"
    for line in safe.block(row.value).splitlines():
        yield f"    {line}"
