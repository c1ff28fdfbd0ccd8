"""HTML that a student's notebook gave → HTML that does nothing: an allow-list.

No link, style, form, frame or id; classes only those that colour code; pictures only as data of
a known type. What is left cannot load, send or run anything, nor look like part of our page.
"""

import re

import nh3
from markupsafe import Markup

_TAGS = set(
    re.findall(
        r"\w+",
        "p br hr h1 h2 h3 h4 h5 h6 em strong s b i u sub sup code pre blockquote ul ol li table "
        "thead tbody tfoot tr th td caption span div dl dt dd img",
    )
)
_DROPPED = set(
    re.findall(
        r"\w+",
        "script style iframe object embed svg math template noscript textarea title select form",
    )
)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=]{1,8000000}")
_CODE_CLASS = re.compile(r"highlight|[a-z]{1,2}\d?")
"""Pygments' short classes; none of our own is that short."""
_HEADING = re.compile(r"(</?h)([1-6])>")
_TEXT_CHARS = 200


def clean(html: str) -> Markup:
    """Reduce hostile or generated HTML to the allow-list."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_DROPPED,
        attributes={
            "img": {"src", "alt"},
            "th": {"colspan", "rowspan"},
            "td": {"colspan", "rowspan"},
            "div": {"class"},
            "span": {"class"},
        },
        attribute_filter=_attribute,
        url_schemes={"data"},
        link_rel=None,
    )
    return Markup(_HEADING.sub(_lower_heading, cleaned))  # noqa: S704


def _lower_heading(tag: re.Match[str]) -> str:
    """Below the page's own headings, whose order people jump along."""
    return f"{tag[1]}{min(6, int(tag[2]) + 2)}>"


def _attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "src":
        return value if _PICTURE.fullmatch(value) else None
    if name == "class":
        kept = [one for one in value.split() if _CODE_CLASS.fullmatch(one)]
        return " ".join(kept) or None
    if name in ("colspan", "rowspan"):
        return value if re.fullmatch(r"[1-9]\d?", value) else None
    return value[:_TEXT_CHARS]
