"""Our own code on a page with a student's pictures and formulas, behind the walls: HTML → PDF.

It is run like a notebook, by name (:mod:`autograder.sandbox.chore`). WeasyPrint sets no MathML,
so formulas become SVG pictures first. Nothing is fetched, and behind the walls nothing could be.
"""

import base64
import re
import warnings

from weasyprint import HTML
from weasyprint.urls import URLFetcher
from ziamath.config import config
from ziamath.zmath import Math

FILE = "page.html"
"""Where the page lies, in the working directory."""
FONT_PIXELS = 16
MAX_FORMULAS = 2_000
"""Of one page; the others stand as their source."""
_FORMULA = re.compile(
    r'<span class="formula" role="math" aria-label="([^"]*)">(<math.*?</math>)</span>', re.DOTALL
)
_BAR = re.compile(r'<svg class="bar".*?</svg>', re.DOTALL)
"""WeasyPrint does not know the colours in it; the numbers stand beside it."""
_DISPLAY = re.compile(r'<math[^>]*\bdisplay="block"')

config.svg2 = False  # without <symbol>, which not everything draws


def printed() -> bytes:
    """The page on A4, as PDF."""
    with open(FILE, encoding="utf-8") as file:
        page = _BAR.sub("", file.read())
    found = _FORMULA.subn(_drawn, page, count=MAX_FORMULAS)[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
        document: bytes = HTML(string=found, url_fetcher=fetcher).write_pdf()
    return document


def _drawn(formula: re.Match[str]) -> str:
    """A picture of a formula on its line; its source where it cannot be drawn."""
    source, mathml = formula.groups()
    try:
        math = Math(mathml, size=FONT_PIXELS)
        svg, (_, height), offset = math.svg(), math.getsize(), math.getyofst()
    except Exception:  # whatever a hostile formula makes it raise
        return f"<code>{source}</code>"
    picture = base64.b64encode(svg.encode()).decode()
    image = (
        f'<img alt="{source}" src="data:image/svg+xml;base64,{picture}" '
        f'style="vertical-align: {offset:.2f}px; height: {height + 2:.2f}px; max-width: 100%">'
    )
    if _DISPLAY.match(mathml):
        return f'<span style="display: block; text-align: center; margin: .5em 0">{image}</span>'
    return image


HTML(string="<p>ä").write_pdf()  # fonts are found before the first fork
