"""The page's templates: autoescape on, our own scripts and styles only, one file per page."""

from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from autograder.i18n import Language
from autograder.render import safe, words
from autograder.render.page import translator

ROOM = Path(__file__).parent
STATIC = ROOM / "static"

HTMX = (
    '{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,'
    '"selfRequestsOnly":true,"historyCacheSize":0,"refreshOnHistoryMiss":true,'
    '"defaultSettleDelay":0,'
    '"responseHandling":[{"code":"204","swap":false},{"code":"...","swap":true}]}'
)
"""htmx without eval, without inline styles, and without student content in the browser's store.

A page is alive the moment it is shown (no settle delay): a key pressed before that would load a
whole page and lose the focus.
"""


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(ROOM / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(line=safe.line, block=safe.block)
    made.globals.update(words=words, htmx=HTMX, LINE=safe.LINE_CHARS)
    return made


def render(template: str, language: Language, **values: object) -> str:
    """Fill one template; ``t`` translates, ``n`` writes numbers."""
    number = partial(words.number, language=language)
    page = environment().get_template(template)
    return page.render(lang=language, t=translator(language), n=number, **values)


def respond(template: str, language: Language, status: int = 200, **values: object) -> HTMLResponse:
    return HTMLResponse(render(template, language, **values), status_code=status)
