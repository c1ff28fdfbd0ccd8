"""The template engine: one environment per process, autoescape on, one file per page.

A page refers to no outside resource. Its Content-Security-Policy allows exactly one style
sheet (by hash) and ``data:`` images (the empty icon), so that whatever slipped through the
escaping could neither run, nor load, nor send anything.
"""

import base64
import hashlib
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.i18n import Language, text
from autograder.render import safe, words

TEMPLATES = Path(__file__).parent / "templates"

Translate = Callable[..., str]
"""``t("Summe {n}", n=3)`` in a template: the sentence in the page's language."""


@cache
def environment() -> Environment:
    """The environment of all pages; templates are compiled once per process."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(line=safe.line, block=safe.block, page_name=safe.page_name)
    made.globals.update(words=words, style=_style(), policy=_policy(), LINE=safe.LINE_CHARS)
    return made


def render(template: str, language: Language, **values: object) -> str:
    """Fill one template of ``templates/``; ``t`` translates, ``n`` writes numbers."""
    return environment().get_template(template).render(_words(language), **values)


def pieces(template: str, language: Language, **values: object) -> Iterator[str]:
    """The same piece by piece, for pages that are too long to be held."""
    return environment().get_template(template).generate(_words(language), **values)


def _words(language: Language) -> dict[str, object]:
    number = partial(words.number, language=language)
    return {"lang": language, "t": translator(language), "n": number}


def translator(language: Language) -> Translate:
    """The ``t`` of a template."""

    def translate(german: str, **values: object) -> str:
        return text(german, **values)[language]

    return translate


@cache
def _style() -> Markup:
    return Markup((TEMPLATES / "style.css").read_text("utf-8"))  # noqa: S704  (our own file)


@cache
def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
