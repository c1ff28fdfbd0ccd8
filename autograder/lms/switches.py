"""What a token may do on a Moodle site and what an assignment has switched on."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from autograder.i18n import Text, text
from autograder.lms.assignment import Assignment
from autograder.lms.webservice import MoodleFault, WebService

NEEDED = (
    "mod_assign_get_assignments",
    "mod_assign_list_participants",
    "mod_assign_get_submissions",
    "mod_assign_get_grades",
    "mod_assign_get_submission_status",
    "mod_assign_save_grade",
    "core_group_get_activity_allowed_groups",
)


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing that is on or off."""

    what: Text
    ok: bool
    remedy: Text | None = None
    needed: bool = True
    """Whether the web service cannot do without; else only uploading by hand needs it."""


class _Function(msgspec.Struct, frozen=True):
    name: str


class _Site(msgspec.Struct, frozen=True):
    sitename: str = ""
    release: str = ""
    functions: tuple[_Function, ...] = ()
    downloadfiles: int = 0
    uploadfiles: int = 0


def switches(service: WebService, cmid: int) -> Iterator[Switch]:
    """Every finding in the order in which it matters; ends where nothing more can be asked."""
    try:
        site = service.call("core_webservice_get_site_info", _Site)
    except MoodleFault as fault:
        yield Switch(
            text("Moodle antwortet nicht wie erwartet: {reason}", reason=fault),
            False,
            text(
                "Prüfen Sie Adresse und Token, und ob Web Services und das REST-Protokoll "
                "eingeschaltet sind (docs/moodle-admin.md)."
            ),
        )
        return
    yield Switch(text("Moodle {release}: Token gültig", release=site.release), True)
    lacking = sorted(set(NEEDED) - {one.name for one in site.functions})
    yield Switch(
        text("Funktionen des Web Service vollständig"),
        not lacking,
        text("Im Dienst ergänzen: {names}.", names=", ".join(lacking)),
    )
    yield Switch(
        text("Dateien laden und hochladen"),
        bool(site.downloadfiles and site.uploadfiles),
        text("Im Dienst „Datei-Download“ und „Datei-Upload“ erlauben."),
    )
    yield from _of_assignment(service, cmid)


def _of_assignment(service: WebService, cmid: int) -> Iterator[Switch]:
    try:
        assignment = Assignment(service, cmid)
        people = assignment.participants()
    except MoodleFault as fault:
        yield Switch(
            text("Aufgabe nicht zugänglich: {reason}", reason=fault),
            False,
            text("Das Konto braucht im Kurs die Rolle Trainer/in (mod/assign:grade)."),
        )
        return
    details = assignment.details
    yield Switch(
        text("Aufgabe „{name}“, {n} Personen", name=details.name, n=len(people)),
        bool(people),
        text(
            "Niemand ist im Kurs, oder das Konto sieht bei getrennten Gruppen keine: in eine "
            "Gruppe eintragen oder „Zugriff auf alle Gruppen“ erlauben."
        ),
    )
    yield Switch(
        text("Bewertung in Punkten (Maximum {points:g})", points=details.grade),
        details.grade > 0,
        text("In den Einstellungen der Aufgabe „Punkt“ statt einer Skala wählen."),
    )
    yield Switch(
        text("Feedback-Dateien"),
        details.enabled("assignfeedback", "file"),
        text("In den Einstellungen der Aufgabe „Feedback-Dateien“ anhaken; sonst nur Noten."),
        needed=False,
    )
    yield Switch(
        text("Bewertungstabelle zum Herunterladen (nur ohne Web Service nötig)"),
        details.enabled("assignfeedback", "offline"),
        text("In den Einstellungen der Aufgabe „Offline-Bewertungstabelle“ anhaken."),
        needed=False,
    )
