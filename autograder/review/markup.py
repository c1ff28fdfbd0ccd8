"""A student's text → HTML without anything that acts: Markdown, formulas, code.

Markdown is rendered with raw HTML switched off and then cleaned by an allow-list that knows no
link, no picture, no style and no attribute that a script of ours reads. Formulas become
``<span class="tex">`` with their LaTeX as text; KaTeX sets them in the browser.
"""

import re
from functools import cache, lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from autograder.intake.mathspans import Span, spans
from autograder.render import safe

KEPT = 1_000
"""Texts kept as HTML: most cells of a notebook are the sheet's own, the same for everybody."""
FORMULA_CHARS = 4_000
"""Longer formulas are shown as their source."""

TAGS = frozenset(
    [
        "p",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "em",
        "strong",
        "s",
        "b",
        "i",
        "u",
        "sub",
        "sup",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "span",
        "div",
        "dl",
        "dt",
        "dd",
    ]
)
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000(\\d+)\ue001")
_MARKS = str.maketrans("", "", "\ue000\ue001")


@lru_cache(KEPT)
def markdown(text: str) -> Markup:
    """Markdown with formulas, as the notebook shows it, minus links, pictures and raw HTML."""
    plain = safe.block(text).translate(_MARKS)
    found = spans(plain)
    marked, end = [], 0
    for number, span in enumerate(found):
        marked += [plain[end : span.start], _MARK.format(number)]
        end = span.end
    marked.append(plain[end:])
    page = clean(_markdown().render("".join(marked)))
    return Markup(_MARKED.sub(lambda one: _formula(found, int(one.group(1))), page))  # noqa: S704


def clean(html: str) -> Markup:
    """Raw HTML (of an output, say) reduced to the allow-list."""
    allowed = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}},
        clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template"},
        link_rel=None,
    )
    return Markup(allowed)  # noqa: S704


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


def _formula(found: list[Span], number: int) -> str:
    if number >= len(found):
        return ""
    return str(latex(found[number].latex, found[number].display))


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).enable("table").enable("strikethrough")
    return made.disable(["image", "link", "autolink", "reference", "html_block", "html_inline"])


def verbatim(text: str) -> Markup:
    """Text as it is."""
    return Markup("<pre>{}</pre>").format(safe.block(text))
