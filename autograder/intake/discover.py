"""Paths on the command line → one :class:`Found` per submission, without reading content.

What lies directly in PATH (a folder, or a zip that acts like one):

- each notebook or script is one submission; a PDF or picture with the same name before the dot
  belongs to it, any other PDF or picture is a submission of its own;
- each subfolder or zip is one person's submission, with everything in it;
- other files (data, texts) are for all submissions of the first kind to read;
- a lone notebook, with no zip beside it and no subfolder but such with data and texts, makes
  PATH one person's folder: everything beside the notebook belongs to it. The submission is
  called after the folder where several paths are given (``abgaben/*``), or where the notebook
  has the name of the published one.

A path to a single file is a submission without siblings. A zip whose only content is one
folder acts like that folder where this folder is called like the zip or holds several
notebooks, archives or folders with notebooks. Links are never followed, not even in PATH.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from autograder.intake.contract import Found
from autograder.intake.survey import survey


def discover(paths: Sequence[Path], published: Collection[str] = ()) -> list[Found]:
    """The submissions of :func:`autograder.intake.survey.survey` alone."""
    return list(survey(paths, published).found)
