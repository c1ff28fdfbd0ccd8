"""From a found submission to what the engine grades: read, recognised, joined, located."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from autograder.course.sheet import Course, Sheet
from autograder.grading.engine import Assignment
from autograder.i18n import Text, text
from autograder.intake import submission as intake
from autograder.intake.contract import Cell, Found, Notebook, Submission
from autograder.intake.join import join
from autograder.intake.parts import locate
from autograder.intake.recognise import only_sheet
from autograder.intake.template import templates
from autograder.records.model import Handed, Status
from autograder.sandbox.run import Program

NOTEBOOK_SEED = 20_240_901
"""Seeds numpy, random and torch before the first cell: the same for everybody, and public."""


class Reader:
    """Reads submissions of one sheet; the published notebooks are loaded once."""

    def __init__(self, course: Course, sheet: Sheet) -> None:
        self.sheet = sheet
        self.known = templates(course)
        self.template = self.known[sheet.id]
        self.names = tuple(
            name for task in sheet.tasks for answer in task.answers for name in answer.names
        )

    def read(self, found: Found) -> Assignment:
        """Everything that can be known of a submission without running it."""
        submission = intake.open(found, self.sheet.limits)
        submission = only_sheet(submission, self.sheet.id, self.known)
        submission = join(submission, self.sheet, self.template)
        if submission.problem is not None or not submission.notebooks:
            return self._assignment(submission, None, {})
        return self.of_notebook(submission, submission.notebooks[0])

    def of_notebook(self, submission: Submission, notebook: Notebook) -> Assignment:
        """A submission whose one notebook is to be run."""
        parts = locate(notebook, self.sheet, self.template, submission.documents)
        handed = {
            name: Handed(
                touched=part.touched,
                answer=part.answer,
                formula=part.formula,
                written=part.written,
                working=part.working,
                documents=submission.documents,
                cells=part.cells,
            )
            for name, part in parts.items()
        }
        cells = [
            (number, cell.source)
            for number, cell in enumerate(notebook.cells)
            if cell.kind == "code" and cell.source.strip()
        ]
        folder = PurePosixPath(notebook.name).parent
        program = Program(
            cells=cells,
            files=submission.files,
            folder="" if str(folder) == "." else str(folder),
            watch=self.names,
            seed=NOTEBOOK_SEED,
        )
        return self._assignment(submission, program, handed, notebook.cells)

    def _assignment(
        self,
        submission: Submission,
        program: Program | None,
        handed: dict[str, Handed],
        cells: Sequence[Cell] = (),
    ) -> Assignment:
        return Assignment(
            id=submission.id,
            students=submission.students,
            program=program,
            handed=handed,
            problem=submission.problem or self._nothing(submission),
            cells=tuple((cell.kind, cell.source) for cell in cells),
            notes=submission.notes,
            files=(*(one.name for one in submission.notebooks), *submission.files),
            digest=submission.digest,
        )

    def _nothing(self, submission: Submission) -> tuple[Status, Text] | None:
        if submission.notebooks:
            return None
        return Status.LOOK, text("Die Abgabe enthält kein Notebook.")


def with_aliases(assignment: Assignment, sheet: Sheet, aliases: Mapping[str, str]) -> Assignment:
    """The same submission with one more cell at its end, in which a tutor names the answers.

    The cell runs where the student's cells run; that it was added is said in the notes.
    """
    program = assignment.program
    if not aliases or program is None:
        return assignment
    lines, notes = ["# von der Korrektur ergänzt"], list(assignment.notes)
    handed = dict(assignment.handed)
    for part, name in sorted(aliases.items()):
        lines += [f"{answer.name} = {name}" for answer in sheet.by_id[part].answers]
        note = text(
            "Als Antwort auf {part} gilt „{name}“; so hat es die Korrektur zugeordnet.",
            part=part,
            name=name,
        )
        notes.append(note)
        handed[part] = replace(handed[part], touched=True)
    source = "\n".join(lines)
    return replace(
        assignment,
        program=replace(program, cells=[*program.cells, (len(assignment.cells), source)]),
        cells=(*assignment.cells, ("code", source)),
        handed=handed,
        notes=tuple(notes),
    )
