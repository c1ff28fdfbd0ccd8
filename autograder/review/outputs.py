"""What a notebook showed under its cells, as it was handed in: made safe, bounded, in order.

Outputs are claims of the student, never evidence; they are shown because a tutor wants to see
the plots. Pictures become ``data:`` images, which run nothing and load nothing, also as SVG.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from markupsafe import Markup

from autograder.feedback.clean import clean
from autograder.feedback.handed_in import joined
from autograder.feedback.images import SIGNATURES, SVG, Picture, picture
from autograder.i18n import Language, text
from autograder.render import safe
from autograder.review import markup

MAX_OUTPUTS = 20
"""Shown of one cell."""
HTML_KIB = 256

Bundle = Mapping[str, Any]
"""MIME type → content, as nbformat has it; hostile."""


def shown(outputs: Iterable[Any], language: Language) -> list[Markup]:
    """Each output as HTML; what cannot be shown is named."""
    found = []
    for number, output in enumerate(outputs):
        if number == MAX_OUTPUTS:
            found.append(_note(text("Weitere Ausgaben werden nicht gezeigt.")[language]))
            break
        if isinstance(output, Mapping):
            found.append(_one(output, language))
    return [one for one in found if one]


def image(found: Picture, alt: str) -> Markup:
    return Markup('<img src="{}" alt="{}">').format(found.uri, alt)


def attachments(raw: bytes, language: Language) -> list[Markup]:
    """Pictures pasted into a Markdown cell: ``{name: {mime: base64}}``."""
    try:
        names = msgspec.json.decode(raw or b"{}", type=dict[str, dict[str, Any]])
    except (msgspec.DecodeError, RecursionError):
        return [_note(text("Eine Anlage ist nicht lesbar.")[language])]
    pictures = [
        (name, picture(mime, joined(content)))
        for name, bundle in list(names.items())[:MAX_OUTPUTS]
        for mime, content in bundle.items()
    ]
    return [image(found, safe.line(name)) for name, found in pictures if found]


def read(raw: bytes) -> list[Any]:
    """The outputs of a cell; none where they are not what nbformat says."""
    try:
        return msgspec.json.decode(raw or b"[]", type=list[Any])
    except (msgspec.DecodeError, RecursionError):
        return []


def _one(output: Mapping[str, Any], language: Language) -> Markup:
    kind = output.get("output_type")
    if kind == "stream":
        return markup.verbatim(joined(output.get("text")))
    if kind == "error":
        trace = "\n".join(map(str, _listed(output.get("traceback"))))
        return markup.verbatim(trace or joined(output.get("evalue")))
    bundle = output.get("data")
    return _rich(bundle, language) if isinstance(bundle, Mapping) else Markup("")


def _rich(bundle: Bundle, language: Language) -> Markup:
    """The richest form that can be shown: picture, formula, table, text."""
    for mime in (*SIGNATURES, SVG):
        if mime in bundle:
            found = picture(mime, joined(bundle[mime]))
            if found is None:
                return _note(text("Ein Bild ist zu groß oder nicht lesbar.")[language])
            return image(found, text("Ausgabe der Zelle")[language])
    if "text/latex" in bundle:
        return markup.markdown(joined(bundle["text/latex"]))
    html = joined(bundle.get("text/html", ""))
    if html and len(html) <= HTML_KIB * 1024:
        return Markup('<div class="raw">{}</div>').format(clean(html))
    return markup.verbatim(joined(bundle.get("text/plain", "")))


def _note(words: str) -> Markup:
    return Markup('<p class="quiet">{}</p>').format(words)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
