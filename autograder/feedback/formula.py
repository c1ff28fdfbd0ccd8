"""LaTeX → MathML, which browsers set without a script; what is not understood stays LaTeX.

latex2mathml passes text through without escaping, so its result counts only if it is XML of
elements that do nothing but set formulas; attributes that do more are left out.
"""

import re
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from latex2mathml.converter import convert
from markupsafe import Markup, escape

from autograder.render import safe

FORMULA_CHARS = 1_000
"""Longer formulas are shown as their source."""
NODES = 2_000
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_ELEMENTS = set(
    re.findall(
        r"\w+",
        "math mrow mi mn mo mtext mspace msup msub msubsup munder mover munderover mfrac msqrt "
        "mroot mtable mtr mtd mstyle mpadded mphantom menclose",
    )
)
_INNER = re.compile(r"\\(begin|end)\{(?:aligned|alignedat|gathered|multlined)\}")
"""The converter knows only their forms outside of formulas."""
_ATTRIBUTES = set(
    re.findall(
        r"\w+",
        "display stretchy fence form separator largeop movablelimits accent mathvariant width "
        "columnalign linethickness lspace rspace minsize maxsize displaystyle scriptlevel "
        "rowspacing columnspacing linebreak notation",
    )
)


def formula(latex: str, display: bool = False) -> Markup:
    """One formula, with its source for those who do not see it."""
    plain = safe.block(latex, FORMULA_CHARS + 1)
    source = Markup('<code class="latex">{}</code>').format(plain)
    if len(plain) > FORMULA_CHARS:
        return source
    try:
        known = _INNER.sub(r"\\\1{align*}", plain)
        tree = fromstring(convert(known, display="block" if display else "inline"))
    except (ParseError, DefusedXmlException):
        return source
    except Exception:  # whatever hostile LaTeX makes the converter raise
        return source
    if sum(1 for _ in tree.iter()) > NODES or not all(_harmless(one) for one in tree.iter()):
        return source
    return Markup('<span class="formula" role="math" aria-label="{}">{}</span>').format(
        plain, _written(tree)
    )


def _harmless(element: Element) -> bool:
    return _name(element) in _ELEMENTS


def _name(element: Element) -> str:
    return str(element.tag).removeprefix(_NAMESPACE)


def _written(element: Element) -> Markup:
    """The element anew from its checked pieces."""
    name = _name(element)
    attributes = Markup("").join(
        Markup(' {}="{}"').format(key, value)
        for key, value in element.attrib.items()
        if key in _ATTRIBUTES  # without a colour, or a height that covers the page
    )
    inner = Markup("").join(
        [escape(element.text or ""), *(_written(one) + escape(one.tail or "") for one in element)]
    )
    return Markup("<{0}{1}>{2}</{0}>").format(name, attributes, inner)
