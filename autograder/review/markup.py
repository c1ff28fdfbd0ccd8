"""A student's text → HTML without anything that acts: Markdown, formulas, code.

Markdown is rendered with raw HTML, links and pictures switched off and then cleaned by the
allow-list of :mod:`autograder.feedback.clean`. Formulas become ``<span class="tex">`` with their
LaTeX as text, which KaTeX sets in the browser, or MathML where no script may run.
"""

from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from autograder.feedback.clean import clean
from autograder.feedback.formula import formula
from autograder.feedback.marks import put_back, taken_out
from autograder.intake.mathspans import Span
from autograder.render import safe

KEPT = 1_000
"""Texts kept as HTML: most cells of a notebook are the sheet's own, the same for everybody."""
FORMULA_CHARS = 4_000
"""Longer formulas are shown as their source."""


@lru_cache(KEPT)
def markdown(text: str, mathml: bool = False) -> Markup:
    """Markdown with formulas, as the notebook shows it, minus links, pictures and raw HTML."""
    found: list[Span] = []
    page = clean(_markdown().render(taken_out(safe.block(text), found)))
    return put_back(page, found, formula if mathml else latex)


@lru_cache(KEPT)
def code(source: str) -> Markup:
    """Python in colours, cut as every block is."""
    plain = safe.block(source)
    formatter: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
    coloured = highlight(plain, PythonLexer(stripnl=False), formatter)
    return Markup(f'<pre class="code">{coloured}</pre>')  # noqa: S704  (escaped by the formatter)


def latex(source: str, display: bool = True) -> Markup:
    """One formula."""
    plain = safe.block(source)
    if len(plain) > FORMULA_CHARS:
        return Markup("<code>{}</code>").format(plain)
    kind = "tex display" if display else "tex"
    return Markup('<span class="{}">{}</span>').format(kind, plain)


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).enable("table").enable("strikethrough")
    return made.disable(["image", "link", "autolink", "reference", "html_block", "html_inline"])


def verbatim(text: str) -> Markup:
    """Text as it is."""
    return Markup("<pre>{}</pre>").format(safe.block(text))
