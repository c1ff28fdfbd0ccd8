"""The plots of a part side by side: as handed in, of the re-run, of the reference.

A picture belongs to the part under whose heading its cell stands. Handed-in pictures are claims
of the student, and hostile bytes: only PNGs whose header says a moderate size are passed on, as
``data:`` images, which run nothing and load nothing.
"""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from autograder.course.sheet import Course, Sheet
from autograder.feedback.handed_in import Raw, joined, raw_cells
from autograder.feedback.images import Picture, picture, picture_file
from autograder.i18n import Language, Text, text
from autograder.intake.contract import Cell
from autograder.intake.places import NOWHERE, fragments

PICTURES = 4
"""Shown of one part from one source."""
SIDE_PIXELS = 4_000
"""Longest side; decoded, a picture takes four bytes per pixel."""
FOLDER = "pictures"
"""Below ``reference/SHEET/``: the reference's plots, ``PART.png`` or ``PART-2.png``."""

_PNG = "image/png"
_FIGURE = Markup(
    '<figure class="drawing"><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>'
)
_ROW = Markup('<div class="drawings">{}</div>')

Plots = Mapping[str, Sequence[bytes]]
"""Part → PNG pictures in their order."""


def beside_each_other(
    sheet: Sheet, sources: Sequence[tuple[Text, Plots]], language: Language
) -> Mapping[str, Markup]:
    """Part → its plots in a row, in the order of the sources. Nothing where no student drew."""
    own = {part for _, plots in sources[:2] for part in plots}
    return {
        task.id: _ROW.format(Markup("").join(_figures(task.id, sources, language)))
        for task in sheet.tasks
        if task.pictures and task.id in own
    }


def compared(
    sheet: Sheet, handed_in: bytes | None, rerun: bytes | None, reference: Plots, language: Language
) -> Mapping[str, Markup]:
    """Part → the plots of a submission beside those of the reference."""
    sources = (
        (text("Wie abgegeben"), plots_of(handed_in, sheet)),
        (text("Bei der Bewertung neu ausgeführt"), plots_of(rerun, sheet)),
        (text("Musterlösung"), reference),
    )
    return beside_each_other(sheet, sources, language)


def plots_of(notebook: bytes | None, sheet: Sheet) -> Plots:
    """What the cells of a hostile notebook of format 4 show, by part."""
    found: dict[str, list[bytes]] = {}
    place = NOWHERE
    for raw in raw_cells(notebook):
        code = raw.get("cell_type") == "code"
        cell = Cell("code" if code else "markdown", joined(raw.get("source")))
        place = fragments(cell, place, sheet.by_id)[-1].place
        if code and len(place.parts) == 1:
            shown = found.setdefault(place.parts[0], [])
            shown += list(_pictures(raw))[: PICTURES - len(shown)]
    return {part: pictures for part, pictures in found.items() if pictures}


def reference_plots(course: Course, sheet: Sheet) -> Plots:
    """The pictures that the course keeps; none where it has no such folder."""
    found: dict[str, list[bytes]] = {}
    for path in sorted((course.reference(sheet.id) / FOLDER).glob("*.png")):
        part = path.stem.partition("-")[0]
        content = path.read_bytes()
        if part in sheet.by_id and is_moderate_png(content):
            found.setdefault(part, []).append(content)
    return found


def is_moderate_png(content: bytes) -> bool:
    """Whether the bytes begin as a PNG does, with a header that claims a moderate size."""
    if picture_file(_PNG, content) is None:
        return False
    if len(content) < 33 or content[8:16] != b"\x00\x00\x00\rIHDR":
        return False
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    return 0 < width <= SIDE_PIXELS and 0 < height <= SIDE_PIXELS


def _pictures(cell: Raw) -> Iterator[bytes]:
    outputs = cell.get("outputs")
    for output in outputs[:100] if isinstance(outputs, list) else ():
        bundle = output.get("data") if isinstance(output, dict) else None
        found = picture(_PNG, joined(bundle.get(_PNG))) if isinstance(bundle, dict) else None
        if found is not None and is_moderate_png(found.content):
            yield found.content


def _figures(
    part: str, sources: Sequence[tuple[Text, Plots]], language: Language
) -> Iterator[Markup]:
    for label, plots in sources:
        for one in list(plots.get(part, ()))[:PICTURES]:
            yield _FIGURE.format(Picture(_PNG, one).uri, label[language], label[language])
