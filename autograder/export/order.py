"""What every exporter is given and gives back: rows in, bytes out, nothing written or sent.

A grade leaves only when every part has a mark: an export is what an LMS shows as final.
"""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from autograder.course.sheet import Sheet
from autograder.errors import UsageFault
from autograder.i18n import Language, Text, text
from autograder.records.people import Person, PersonMarks

Owner = TypeVar("Owner", bound=Hashable)
NAMES_SHOWN = 5
EXPORTS = "export"
"""Folder in OUT for what exporters write, unless they are told another."""
SAID_FILE = "exported.json"
"""In OUT: what the last export to each system said, by person."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What a tutor wants to hand over."""

    sheet: Sheet
    marks: Sequence[PersonMarks]
    feedback: Mapping[str, bytes] = field(default_factory=dict)
    """Person's id → their page (HTML or PDF); empty before the marks are released."""
    provisional: bool = False
    """Whether what is certain so far may leave in place of a total."""
    scale: bool = False
    """Whether points are converted where the LMS has another maximum."""
    missing: float | None = None
    """Grade for people who handed in nothing; None leaves them untouched."""
    before: Mapping[str, str] = field(default_factory=dict)
    """Person's id → what the last export said (:attr:`Exported.said`): left out where equal."""
    assignment: str = ""
    """Name or id of the LMS's column, where its table has several."""
    language: Language = "de"
    """Of what students read."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Files for an LMS."""

    files: Mapping[str, bytes]
    lines: tuple[Text, ...] = ()
    """What to do with the files, and what was left out, with the reason."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Person's id → fingerprint of grade and feedback, for the next export."""


Exporter: TypeAlias = Callable[[ExportOrder, bytes, str], Exported]
"""``(order, table, name of the table)``: the table is what the LMS gave out, else empty."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One person and what leaves for them."""

    marks: PersonMarks
    points: float | None
    """None: the cell stays empty."""
    page: bytes | None

    @property
    def said(self) -> str:
        page = hashlib.sha256(self.page).hexdigest()[:16] if self.page is not None else ""
        return f"{number(self.points) if self.points is not None else ''}|{page}"


def grades(order: ExportOrder, maximum: float | None) -> list[Grade]:
    """Everybody's grade in points of the LMS (``maximum``: its own, None where it has none).

    Raises :class:`UsageFault` where the maxima differ and nobody asked to convert.
    """
    _refuse_other_maximum(order, maximum)
    found = [
        Grade(marks, _points(marks, order, maximum), order.feedback.get(marks.person.id))
        for marks in order.marks
    ]
    return [one for one in found if order.before.get(one.marks.person.id) != one.said]


def said(found: Sequence[Grade], order: ExportOrder) -> Mapping[str, str]:
    """What the LMS knows after this export."""
    return {**order.before, **{one.marks.person.id: one.said for one in found}}


def number(points: float) -> str:
    """A dot, no thousands separator, at most five decimals: read alike in every language."""
    shown = f"{points:.5f}".rstrip("0").rstrip(".")
    return "0" if shown in ("-0", "") else shown


def feedback_name(sheet: Sheet, page: bytes) -> str:
    """No student hands in a file of this name, which the LMS would take for unchanged."""
    return f"feedback_{sheet.id}.{'pdf' if page.startswith(b'%PDF') else 'html'}"


def left_open(found: Sequence[Grade]) -> Iterator[Text]:
    """Why cells stay empty, and which grades are not final."""
    waiting = [one for one in found if one.marks.submission is not None and one.marks.open]
    empty = [one for one in waiting if one.points is None]
    if empty:
        yield text(
            "Ohne Note, weil noch Teile offen sind ({n}): {names}.",
            n=len(empty),
            names=_names(empty),
        )
    provisional = [one for one in waiting if one.points is not None]
    if provisional:
        yield text(
            "VORLÄUFIG: {n} Noten enthalten nur, was sicher ist: {names}.",
            n=len(provisional),
            names=_names(provisional),
        )


def unknown(found: Sequence[Grade]) -> Iterator[Text]:
    """People whom the LMS's own table does not have."""
    if found:
        yield text(
            "Nicht in der Tabelle und nicht übertragen ({n}): {names}.",
            n=len(found),
            names=_names(found),
        )


@dataclass(frozen=True, slots=True)
class Owned(Generic[Owner]):
    """Grades with their owners in the LMS: rows of its table, or accounts."""

    pairs: tuple[tuple[Owner, Grade], ...]
    several: tuple[Grade, ...]
    """Hand-ins that belong to one owner together: which one counts is no guess."""
    strangers: tuple[Grade, ...]

    @property
    def lines(self) -> Iterator[Text]:
        """What was left out, with the reason."""
        if self.several:
            yield text(
                "Nicht übertragen, weil im Lernsystem mehrere Abgaben zu derselben Person gehören "
                "(einmal als Archiv und einmal über den Web Service geholt?): {names}.",
                names=_names(self.several),
            )
        yield from unknown(self.strangers)


def owned(found: Iterable[Grade], owner_of: Callable[[Person], Owner | None]) -> Owned[Owner]:
    """Whoever is listed as absent gives way to their own hand-in."""
    of_owner: dict[Owner, list[Grade]] = {}
    strangers = []
    for one in found:
        owner = owner_of(one.marks.person)
        if owner is not None:
            of_owner.setdefault(owner, []).append(one)
        elif one.marks.submission is not None:
            strangers.append(one)
    pairs, several = [], []
    for owner, ones in of_owner.items():
        handed_in = [one for one in ones if one.marks.submission is not None] or ones[:1]
        if len(handed_in) == 1:
            pairs.append((owner, handed_in[0]))
        else:
            several += handed_in
    return Owned(tuple(pairs), tuple(several), tuple(strangers))


def too_much(found: Sequence[Grade]) -> Iterator[Text]:
    if found:
        yield text(
            "{n} haben mehr Punkte als das Maximum im Lernsystem, das würde sie stillschweigend "
            "ablehnen: {names}. Erhöhen Sie dort das Maximum.",
            n=len(found),
            names=_names(found),
        )


def _names(found: Sequence[Grade]) -> str:
    shown = ", ".join(one.marks.person.name or one.marks.person.id for one in found[:NAMES_SHOWN])
    return shown + (" …" if len(found) > NAMES_SHOWN else "")


def _points(marks: PersonMarks, order: ExportOrder, maximum: float | None) -> float | None:
    if marks.submission is None:
        return order.missing
    if marks.total is None and not order.provisional:
        return None
    return marks.certain * _factor(marks.maximum, order.sheet.points, maximum)


def _factor(own: float, points: float, maximum: float | None) -> float:
    """From somebody's own maximum, smaller than the sheet's where parts were remitted."""
    if own <= 0:
        return 0.0
    return points / own if maximum is None else maximum / own


def _refuse_other_maximum(order: ExportOrder, maximum: float | None) -> None:
    own = order.sheet.points
    if maximum is None or order.scale or abs(maximum - own) < 1e-9:
        return
    raise UsageFault(
        f"{order.sheet.id} has {number(own)} points, the assignment in the LMS {number(maximum)}. "
        f"Set its maximum to {number(own)}, or convert with --scale."
    )
