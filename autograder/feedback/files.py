"""PDFs and pictures that were handed in, on the page of those who handed them in."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from autograder.i18n import Language, Text, text
from autograder.render import safe

PAGES_MIB = 8
"""Of all pages on one person's page; later ones are left out and that is said."""
_FIGURE = Markup(
    '<figure class="scan"><img src="data:image/jpeg;base64,{}" alt="{}">'
    "<figcaption>{}</figcaption></figure>"
)
_NOTE = Markup('<p class="quiet">{}</p>')


@dataclass(frozen=True, slots=True)
class ShownFile:
    """One file."""

    name: str
    """As handed in."""
    pages: Sequence[bytes]
    """JPEGs of our own making."""
    count: int
    fault: Text | None = None


def shown_files(files: Sequence[ShownFile], language: Language) -> Markup:
    """Each file's pages, and what is not shown of it; empty without files."""
    pieces: list[Markup] = []
    left_bytes = PAGES_MIB << 20
    for file in files:
        name, shown = safe.line(file.name), 0
        for number, page in enumerate(file.pages, 1):
            if len(page) > left_bytes:
                break
            left_bytes -= len(page)
            shown += 1
            label = name
            if file.count > 1:
                label = text(
                    "{name}, Seite {n} von {count}", name=name, n=number, count=file.count
                )[language]
            pieces.append(_FIGURE.format(base64.b64encode(page).decode(), label, label))
        pieces += [_NOTE.format(line) for line in _missing(file, name, shown, language)]
    return Markup("\n").join(pieces)


def _missing(file: ShownFile, name: str, shown: int, language: Language) -> list[str]:
    if file.fault is not None:
        why = file.fault[language]
        said = text("„{name}“ wird hier nicht gezeigt: {why}.", name=name, why=why)
        if shown:
            said = text("„{name}“ wird hier nicht ganz gezeigt: {why}.", name=name, why=why)
    elif shown < file.count:
        said = text(
            "Von „{name}“ stehen hier {n} von {count} Seiten.",
            name=name,
            n=shown,
            count=file.count,
        )
    else:
        return []
    return [said[language]]
