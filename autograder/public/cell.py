"""The first code cell of a notebook: it unpacks the public tests and makes ``grader``.

The files travel inside the cell, so that a notebook opened alone (in Colab, from a mail) has them.
"""

import base64
import bz2
import json
import re
from collections.abc import Mapping
from typing import Any

from autograder.i18n import Language
from autograder.inside.substitutes import STAND_IN_VERSION
from autograder.public.package import SHIPPED
from autograder.public.testfiles import public_files, tests_folder

_CELL = {
    "de": """\
# @title Selbsttest einrichten: diese Zelle zuerst ausführen und so lassen, wie sie ist
# Sie schreibt die Formtests nach {folder}. Diese sehen nach, ob jede Antwort
# gefunden wird und die verlangte Form hat; ob sie richtig ist, wissen sie nicht.
""",
    "en": """\
# @title Set up the self-check: run this cell first and leave it as it is
# It writes the form tests to {folder}. They look whether every answer is
# found and has the form asked for; whether it is right they do not know.
""",
}
_CODE = """\
def _selbsttest(gepackt):
    import base64, bz2, json, pathlib, sys

    otter = sys.modules.get("otter")
    if getattr(otter, "__version__", "") == "{stand_in}":
        return otter.Notebook()  # {grading}
    ordner = pathlib.Path("{folder}").resolve()
    for name, text in json.loads(bz2.decompress(base64.b85decode(gepackt))).items():
        (ordner / name).parent.mkdir(parents=True, exist_ok=True)
        (ordner / name).write_text(text, "utf-8")
    sys.path.insert(0, str(ordner))
    from {package}.selfcheck.start import start

    return start(ordner, "{sheet}", "{language}")


_gepackt = "{packed}"
grader = _selbsttest(_gepackt)
"""
_PACKED = re.compile(r'_gepackt = \\?"([!-~]+?)\\?"')
"""Also where the cell's source stands in JSON."""
_LAST = """\
try:
    from {package}.selfcheck.start import hand_in

    hand_in(grader, "{sheet}", "{language}")
except (ModuleNotFoundError, NameError):
    print("{first}")
"""
_FIRST = {
    "de": "Führen Sie zuerst die Zelle „Selbsttest einrichten“ am Anfang aus.",
    "en": "First run the cell “Set up the self-check” at the top.",
}
_GRADING = {"de": "beim Bewerten gibt es nichts zu testen", "en": "nothing to test while grading"}


def first_cell(table: Mapping[str, Any], language: Language, published: str = "") -> str:
    """Source of the cell that sets everything up.

    ``published`` is the notebook as it stands on disk. Students may have it already, so the cell
    stays as it is there until the sheet gets another version or other tests.
    """
    folder = tests_folder(table["sheet"])
    files = public_files(table, language)
    before = _published_cell(published)
    if _own(published_files(before)) == _own(files):
        return before
    return (_CELL[language] + _CODE).format(
        folder=folder,
        package=SHIPPED,
        sheet=table["sheet"],
        language=language,
        packed=packed(files),
        stand_in=STAND_IN_VERSION,
        grading=_GRADING[language],
    )


def published_files(notebook: str) -> dict[str, str]:
    """Path → text of what the first cell of a notebook's text unpacks; empty where it has none."""
    found = _PACKED.search(notebook)
    if found is None:
        return {}
    try:
        files: dict[str, str] = json.loads(bz2.decompress(base64.b85decode(found[1])))
    except (OSError, ValueError):  # cut or edited; it is made anew
        return {}
    return files


def _published_cell(notebook: str) -> str:
    """Source of the first cell in a notebook's text; empty where it has none."""
    try:
        sources = ["".join(cell["source"]) for cell in json.loads(notebook)["cells"]]
    except (ValueError, LookupError, TypeError):
        return ""
    return next((source for source in sources if _PACKED.search(source)), "")


def last_cell(table: Mapping[str, Any], language: Language) -> str:
    """Source of the cell that makes the file to hand in, or says how to get it."""
    return _LAST.format(
        package=SHIPPED, sheet=table["sheet"], language=language, first=_FIRST[language]
    )


def packed(files: Mapping[str, str]) -> str:
    """The files in one line of ASCII: JSON, bzip2 (the same bytes on every machine), base 85."""
    whole = json.dumps(files, ensure_ascii=False, sort_keys=True)
    return base64.b85encode(bz2.compress(whole.encode())).decode("ascii")


def _own(files: Mapping[str, str]) -> dict[str, str]:
    """The files that belong to the sheet: its table and its tests."""
    return {name: text for name, text in files.items() if not name.startswith(f"{SHIPPED}/")}
