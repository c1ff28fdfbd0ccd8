"""Everything behind one mark, for a student who asks: the answer, how it was read, what the
checks found then and find now, the rubric, and every change with who and why."""

from collections.abc import Iterable, Iterator

from autograder.course.rubrics import load_rubrics
from autograder.course.sheet import Course
from autograder.desk.marking import Held
from autograder.grading.engine import Engine
from autograder.grading.reading import Reader, with_aliases
from autograder.grading.walls import versions, wall_for
from autograder.i18n import Language, Text, text
from autograder.intake.snapshot import again
from autograder.out.folder import OutFolder
from autograder.records.ledger import Decision, Grading
from autograder.records.model import CheckResult, PartResult
from autograder.render.record import Row, Section
from autograder.render.words import points
from autograder.sandbox.probe import probe, require
from autograder.scoring.force import in_force


def replay(out: OutFolder, course: Course, held: Held, task: str) -> PartResult:
    """The part run again from the kept files with the run's seed; nothing is stored.

    Raises :class:`GraderFault` where nothing can be run here.
    """
    sheet = out.conditions.sheet
    wall = wall_for(course, require(sheet.confinement, probe()), out.path)
    assignment = Reader(course, sheet).read(again(held.version, out.handed_in))
    aliases = out.store.rulings().aliases.get(held.version.submission, {})
    with Engine(course, sheet, wall, workers=1) as engine:
        named = with_aliases(assignment, sheet, aliases)
        result = engine.grade(named, out.seed, [task]).result
    (part,) = (one for one in result.parts if one.task == task)
    return part


def record(out: OutFolder, course: Course, held: Held, task: str, now: PartResult) -> list[Section]:
    """What is known of one part of somebody's hand-in; ``now``: as :func:`replay` found it."""
    part, language = held.part(task), out.language
    (grading,) = out.store.gradings.latest([held.version.submission])
    rulings = out.store.rulings()
    people = [one.id for one in held.version.people]
    counted = in_force(held.result, rulings, people, held.person.id)
    mark = next((one for one in counted.parts if one.task == task), None)
    decided = [
        one
        for one in out.store.decisions.all()
        if one.task in ("", task)
        and one.submission in ("", held.version.submission)
        and one.person in ("", held.person.id)
    ]
    history = out.store.gradings.history(held.version.submission)
    return [
        Section(text("In Kraft"), tuple(_in_force(mark, language))),
        Section(text("Abgegeben"), tuple(_handed_in(held, part))),
        Section(text("Damals gefunden"), tuple(_found(part, language))),
        Section(text("Jetzt noch einmal ausgeführt"), tuple(_found(now, language))),
        Section(text("Bedingungen"), tuple(_conditions(out, grading))),
        Section(text("Bewertungsschema"), tuple(_rubric(course, out, task))),
        Section(text("Änderungen"), tuple(_changes(history, decided, task, language))),
    ]


def _in_force(part: PartResult | None, language: Language) -> Iterator[Row]:
    if part is None:
        yield Row(text("Punkte"), text("Der Teil ist aus der Wertung genommen.")[language])
        return
    shown = f"{points(part.points, language)} / {points(part.maximum, language)}"
    yield Row(text("Punkte"), f"{shown} ({part.outcome.label[language]})")


def _handed_in(held: Held, part: PartResult) -> Iterator[Row]:
    version = held.version
    yield Row(text("Fassung"), str(version.number))
    if version.handed_in.at is not None:
        at = version.handed_in.at.isoformat(timespec="seconds")
        yield Row(text("Zeitpunkt"), f"{at} ({version.handed_in.source})")
    for one in version.files:
        yield Row(text("Datei"), f"{one.name}  sha256 {one.sha256 or '–'}")
    yield Row(text("Antwort, wie abgegeben"), part.answer or "–", block=True)


def _found(part: PartResult, language: Language) -> Iterator[Row]:
    shown = f"{points(part.points, language)} ({part.outcome.label[language]})"
    yield Row(text("Ergebnis"), shown)
    if part.note is not None:
        yield Row(text("Gelesen"), part.note[language])
    if part.message is not None:
        yield Row(text("Mitteilung"), part.message[language])
    for check in part.checks:
        yield from _evidence(check, language)


def _evidence(check: CheckResult, language: Language) -> Iterator[Row]:
    earned = f"{points(check.points, language)} / {points(check.maximum, language)}"
    label = text("Prüfung {name}", name=check.name)
    yield Row(label, f"{check.title[language]}: {check.outcome.label[language]}, {earned}")
    seen = check.evidence
    if seen is None:
        return
    for name, value in seen.inputs.items():
        yield Row(text("Eingabe {name}", name=name), value, block=True)
    if seen.found is not None:
        yield Row(text("Gefunden"), seen.found, block=True)
    if seen.expected is not None:
        yield Row(text("Erwartet"), seen.expected, block=True)
    if seen.tolerance is not None:
        yield Row(text("Toleranz"), f"{seen.tolerance:g}")
    if seen.seed is not None:
        yield Row(text("Startwert der Prüfung"), str(seen.seed))
    if seen.traceback is not None:
        yield Row(text("Ablauf der Prüfung"), seen.traceback, block=True)


def _conditions(out: OutFolder, grading: Grading) -> Iterator[Row]:
    then = out.store.conditions(grading.run) or out.conditions
    info = then.info
    yield Row(text("Blatt"), f"{info.sheet} {info.version}")
    yield Row(text("Lauf"), f"{grading.run}, {info.started}")
    yield Row(text("Startwert des Laufs"), info.seed)
    yield Row(text("Schutz"), info.confinement)
    packages = {"autograder": info.toolkit, "python": info.python, **info.packages}
    yield Row(text("Versionen damals"), _listed(packages.items()))
    yield Row(text("Versionen jetzt"), _listed(versions()))


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {version}" for name, version in pairs)


def _rubric(course: Course, out: OutFolder, task: str) -> Iterator[Row]:
    rubric = load_rubrics(course, out.conditions.sheet.id).get(task)
    if rubric is None:
        yield Row(text("Schema"), "–")
        return
    for criterion in rubric.criteria:
        label = text("{points:g} P", points=criterion.points)
        yield Row(label, criterion.localised.text[out.language])
    for label, examples in (
        (text("Volle Punkte"), rubric.full),
        (text("Halbe Punkte"), rubric.half),
        (text("Keine Punkte"), rubric.none),
    ):
        for example in examples:
            yield Row(label, example.text[out.language])
    for label, hint in ((text("Folgefehler"), rubric.follow_up), (text("Zulassen"), rubric.look)):
        if hint is not None:
            yield Row(label, hint.text[out.language])


def _changes(
    history: list[Grading], decided: list[Decision], task: str, language: Language
) -> Iterator[Row]:
    """Results and decisions in the order of time."""
    lines: list[tuple[str, str]] = []
    for grading in history:
        for part in grading.result.parts:
            if part.task == task:
                found = f"{points(part.points, language)} ({part.outcome.label[language]})"
                lines.append((_time(grading), f"{text('Prüfungen')[language]}: {found}"))
    for one in decided:
        what = [one.kind.value, one.words]
        if one.points is not None:
            what.append(points(one.points, language))
        said = " ".join(word for word in what if word)
        lines.append((_time(one), f"{one.author}: {said} – {one.reason}"))
    for at, line in sorted(lines):
        yield Row(Text(at, at), line)


def _time(one: Grading | Decision) -> str:
    return one.at.isoformat(timespec="seconds") if one.at is not None else "–"
