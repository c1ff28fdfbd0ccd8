"""What the first code cell of a notebook starts: otter's ``grader``, or one that does as much.

Nothing of the readers is imported here: the cell must cost nothing where nobody asks for a check.
"""

import importlib
import sys
from pathlib import Path
from typing import Any

from autograder.i18n import Language, text
from autograder.selfcheck.finding import running_notebook

COLAB = "google.colab"


def start(folder: Path, sheet: str, language: Language) -> Any:
    """otter's ``Notebook`` on the tests in ``folder``; without otter our own :class:`Grader`."""
    try:
        otter = importlib.import_module("otter")
    except ImportError:
        from autograder.selfcheck.grader import Grader

        return Grader(folder, language)
    return otter.Notebook(_notebook_name(sheet), tests_dir=str(folder))


def _notebook_name(sheet: str) -> str | None:
    running = running_notebook(sheet)
    return running.name if running else None


def hand_in(grader: Any, sheet: str, language: Language) -> None:
    """Make the zip to hand in, or say how to get the file where that is not possible."""
    name = _notebook_name(sheet)
    if COLAB in sys.modules:
        said = text(
            "In Colab: Laden Sie das Notebook mit „Datei > Herunterladen > .ipynb herunterladen“ "
            "auf Ihren Rechner, und geben Sie diese Datei ab."
        )
    elif name is None:
        said = text(
            "Im Ordner liegt nicht genau ein Notebook dieses Blatts. Speichern Sie Ihres und geben "
            "Sie die .ipynb-Datei ab, oder nennen Sie sie: "
            'grader.export("NAME.ipynb", pdf=False)'
        )
    else:
        grader.export(name, pdf=False)
        said = text(
            "Abgegeben ist damit noch nichts. Laden Sie die .ipynb-Datei oder das ZIP-Archiv auf "
            "der Kursseite hoch."
        )
    print(said[language])
