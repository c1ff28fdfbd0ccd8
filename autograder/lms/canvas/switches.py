"""What a token may do on a Canvas and how an assignment is set."""

from collections.abc import Iterator

import msgspec

from autograder.i18n import text
from autograder.lms.canvas.assignment import IN_POINTS, Assignment
from autograder.lms.canvas.rest import CanvasFault, Rest
from autograder.lms.switches import Switch


class _Self(msgspec.Struct, frozen=True):
    id: int


def switches(rest: Rest, course: int, number: int) -> Iterator[Switch]:
    """Every finding in the order in which it matters; ends where nothing more can be asked."""
    try:
        rest.get("users/self", _Self)
    except CanvasFault as fault:
        remedy = text(
            "Prüfen Sie Adresse und Token (Canvas: Konto → Einstellungen → Zugriffstoken)."
        )
        yield Switch(
            text("Canvas antwortet nicht wie erwartet: {reason}", reason=fault), False, remedy
        )
        return
    yield Switch(text("Canvas: Token gültig"), True)
    try:
        assignment = Assignment(rest, course, number)
        people = assignment.students()
        assignment.submissions()
    except CanvasFault as fault:
        yield Switch(
            text("Aufgabe nicht zugänglich: {reason}", reason=fault),
            False,
            text("Das Konto braucht im Kurs eine Rolle, die alle Noten sieht und bearbeitet."),
        )
        return
    details = assignment.details
    yield Switch(text("Aufgabe „{name}“, {n} Personen", name=details.name, n=len(people)), True)
    yield Switch(
        text("Bewertung in Punkten (Maximum {points:g})", points=details.points_possible or 0),
        details.grading_type in IN_POINTS and bool(details.points_possible),
        text("In den Einstellungen der Aufgabe „Note anzeigen als: Punkte“ wählen."),
    )
    yield Switch(
        text("Noten von außen angenommen (nicht moderiert, oder schon freigegeben)"),
        not details.moderated_grading or details.grades_published,
        text("Erst die moderierten Noten in Canvas freigeben."),
    )
    yield Switch(
        text("Noten bleiben verborgen, bis jemand sie veröffentlicht"),
        details.post_manually,
        text("Wenn gewünscht: Noten → ⋮ → Grade Posting Policy → Manually."),
        needed=False,
    )
