"""The one door: every system that marks can be handed to, by the name of its option."""

from collections.abc import Mapping

from autograder.export.canvas import canvas
from autograder.export.folders import ilias, openolat, pages
from autograder.export.gradescope import gradescope
from autograder.export.moodle import moodle
from autograder.export.order import Exporter
from autograder.export.tables import csv_table, xlsx_table

WITH_TABLE: Mapping[str, Exporter] = {"moodle": moodle, "canvas": canvas}
"""Those that fill in a table which the LMS gave out."""
ALONE: Mapping[str, Exporter] = {
    "gradescope": gradescope,
    "ilias": ilias,
    "openolat": openolat,
    "feedback": pages,
    "csv": csv_table,
    "xlsx": xlsx_table,
}
"""Those that need nothing but the marks."""
