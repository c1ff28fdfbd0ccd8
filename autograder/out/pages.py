"""Feedback pages as they leave: one per person, with everything that is in force for them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from autograder.course.sheet import Course, Sheet
from autograder.errors import UsageFault
from autograder.feedback.files import ShownFile, shown_files
from autograder.feedback.notebook import own_notebook
from autograder.feedback.pictures import Plots, compared, reference_plots
from autograder.feedback.reading import reading
from autograder.intake.contract import Refused
from autograder.intake.folder import read_file
from autograder.intake.kinds import Kind, kind_of
from autograder.intake.snapshot import place_of
from autograder.intake.template import templates
from autograder.out.folder import OutFolder
from autograder.out.pictures import is_drawable
from autograder.records.ledger import KeptFile, Version
from autograder.records.model import SubmissionResult
from autograder.records.people import PersonMarks
from autograder.render.feedback import Personal, feedback
from autograder.render.safe import page_name
from autograder.scoring.force import in_force, without
from autograder.scoring.rules import passed

FILE_MIB = 64
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")


def feedback_of(out: OutFolder, marks: Sequence[PersonMarks]) -> Mapping[str, bytes]:
    """Person's id → their page; nobody without a hand-in has one."""
    rulings = out.store.rulings()
    results = {one.result.submission: one.result for one in out.store.gradings.latest()}
    versions = {one.submission: one for one in out.store.gradings.newest_versions()}
    course = Course(Path(out.conditions.course))
    published = _published(course, out.sheet_in_force)
    reference = reference_plots(course, out.sheet_in_force)
    shown: dict[str, tuple[Markup, Mapping[str, Markup], Markup]] = {}
    pages = {}
    for one in marks:
        if one.submission is None or one.submission not in results:
            continue
        version = versions[one.submission]
        if one.submission not in shown:
            shown[one.submission] = _notebook(out, version, published, reference)
        result = in_force(
            results[one.submission],
            rulings,
            [person.id for person in version.people],
            one.person.id,
        )
        exempt = {task.id for task in out.sheet_in_force.tasks} - set(one.parts)
        sheet = without(out.sheet_in_force, exempt)
        comments = {
            task: words
            for (submission, task), words in rulings.comments.items()
            if submission == one.submission and task
        }
        personal = Personal(
            one,
            passed(one, sheet.rules),
            comments,
            *shown[one.submission],
            readings=_readings(sheet, result),
        )
        pages[one.person.id] = feedback(sheet, result, out.language, personal).encode()
    return pages


def _readings(sheet: Sheet, result: SubmissionResult) -> Mapping[str, Markup]:
    """Part → the formula as it was read."""
    found = {}
    for part in result.parts:
        task = sheet.by_id.get(part.task)
        names = {name for answer in task.answers for name in answer.arguments} if task else set()
        if shown := reading(part.note, sorted(names)):
            found[part.task] = shown
    return found


def _published(course: Course, sheet: Sheet) -> Collection[str]:
    """Keys of the cells that everybody got; none where the course is no longer there."""
    try:
        known = templates(course)
    except UsageFault:
        return ()
    template = known.get(sheet.id)
    return template.cells if template is not None else ()


def _notebook(
    out: OutFolder, version: Version, published: Collection[str], reference: Plots
) -> tuple[Markup, Mapping[str, Markup], Markup]:
    """The notebook as handed in where there is one, its plots by part, and what came beside it;
    of several notebooks only the joined re-run."""
    books = [one for one in version.files if kind_of(one.name) is Kind.NOTEBOOK]
    pictures = {
        one.name: content
        for one in version.files
        if one.name.lower().endswith(_PICTURES) and (content := _kept(out, one)) is not None
    }
    name = page_name(version.submission).removesuffix(".html")
    rerun = _read(out.path / "rerun" / f"{name}.ipynb")
    alone = books[0] if len(books) == 1 else None
    handed_in = _kept(out, alone) if alone else None
    where = alone.name if alone else ""
    return (
        own_notebook(handed_in, rerun, pictures, out.language, where, published),
        compared(out.sheet_in_force, handed_in, rerun, reference, out.language),
        shown_files(list(_beside(out, version, handed_in or b"")), out.language),
    )


def _beside(out: OutFolder, version: Version, notebook: bytes) -> Iterator[ShownFile]:
    """PDFs and pictures, but not those that the notebook itself shows."""
    for one in version.files:
        own = PurePosixPath(one.name).name
        linked = own.lower().endswith(_PICTURES) and own.encode("utf-8", "replace") in notebook
        about = out.pictures.about(one.sha256) if is_drawable(one) and not linked else None
        if about is not None:
            pages = [out.pictures.page(one.sha256, number) or b"" for number in range(about.shown)]
            yield ShownFile(one.name, [page for page in pages if page], about.count, about.why)


def _kept(out: OutFolder, file: KeptFile) -> bytes | None:
    return _read(out.handed_in / place_of(file.sha256)) if file.sha256 else None


def _read(path: Path) -> bytes | None:
    try:
        return read_file(path, path.name, FILE_MIB << 20)
    except Refused:
        return None
