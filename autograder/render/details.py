"""The tutor's page on one submission: evidence of the checks, answers, cells.

Never for students: it shows hidden inputs and expected values.
"""

from autograder.course.sheet import Sheet
from autograder.i18n import Language
from autograder.records.model import SubmissionResult
from autograder.render import cells, page, words
from autograder.render.standing import standing

MAX_CELLS = 200
"""Cells that did not run to their end are told one by one up to this number."""


def details(sheet: Sheet, result: SubmissionResult, language: Language = "de") -> str:
    """One submission's page for tutors: HTML in one file, without scripts.

    Its links expect ``index.html`` one folder up and ``feedback/`` beside its own folder.
    """
    stand = standing(sheet, result)
    return page.render(
        "details.html",
        language,
        sheet_title=sheet.title.text[language],
        result=result,
        stand=stand,
        status_tone=words.tone_of_status(result.status),
        marks=[(mark, words.tone_of(mark), words.label_of(mark)[language]) for mark in stand.marks],
        sentences=cells.sentences(result.cells, language)[:MAX_CELLS],
    )
