"""Paths on the command line → submissions. Everything read here is hostile input.

The way of one submission: ``discover`` finds it, ``open`` reads it, ``only_sheet`` drops
notebooks of other sheets, ``join`` makes one notebook of several, ``locate`` says what was
handed in for each part.
"""

from autograder.intake.contract import Cell, Found, Notebook, Source, Stamp, Submission
from autograder.intake.discover import discover
from autograder.intake.join import join
from autograder.intake.parts import Part, locate
from autograder.intake.recognise import only_sheet, recognise
from autograder.intake.submission import open
from autograder.intake.survey import Cohort, survey
from autograder.intake.template import Template, templates

__all__ = [
    "Cell",
    "Cohort",
    "Found",
    "Notebook",
    "Part",
    "Source",
    "Stamp",
    "Submission",
    "Template",
    "discover",
    "join",
    "locate",
    "only_sheet",
    "open",
    "recognise",
    "survey",
    "templates",
]
