"""The package ``selbsttest`` that runs in a student's notebook, made from this package's source.

It holds the modules that ``autograder.selfcheck`` needs, each as it stands here but for the name
of the package in its imports, and the English sentences of these modules. So it cannot drift.
"""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

import autograder

SHIPPED = "selbsttest"
_OURS = "autograder"
_ROOT = Path(autograder.__file__).parent
_ROOTS = ("selfcheck/start.py", "selfcheck/grader.py", "selfcheck/cases.py", "selfcheck/reader.py")
_IMPORT = re.compile(rf"^(\s*from ){_OURS}(?=\.)", re.MULTILINE)

_INIT = f'''"""Formtests und Leser für Formelantworten; sie wissen nicht, was richtig ist.

Erzeugt, nicht von Hand geändert. Braucht nur die Standardbibliothek.
"""

import json
from pathlib import Path

from {SHIPPED}.i18n import add_sentences

add_sentences(json.loads((Path(__file__).parent / "english.json").read_text("utf-8")))


def gelesen(teil, antwort, sprache="de"):
    """Zeigt, wie eine Formel als Antwort auf diesen Teil gelesen wird (nicht, ob sie stimmt)."""
    from {SHIPPED}.selfcheck.reader import show

    show(antwort, teil, Path(__file__).parent.parent, sprache)
'''


@cache
def package_files() -> dict[str, str]:
    """Path below the folder of the tests → text; the same for every sheet."""
    sources = {path: (_ROOT / path).read_text("utf-8") for path in sorted(_needed())}
    files = {path: _IMPORT.sub(rf"\g<1>{SHIPPED}", text) for path, text in sources.items()}
    folders = {path.rpartition("/")[0] for path in files} - {""}
    files |= {f"{folder}/__init__.py": "" for folder in folders}
    files["__init__.py"] = _INIT
    english = json.dumps(_english(sources), ensure_ascii=False, indent=0, sort_keys=True)
    files["english.json"] = english + "\n"
    return {f"{SHIPPED}/{path}": files[path] for path in sorted(files)}


def _needed() -> set[str]:
    """The modules that the roots import, directly or not; packages themselves stay empty."""
    found: set[str] = set()
    waiting = list(_ROOTS)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(ast.parse((_ROOT / path).read_text("utf-8")))
    return found


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{_OURS}."):
            module = str(node.module).removeprefix(f"{_OURS}.").replace(".", "/")
            if (_ROOT / f"{module}.py").is_file():
                yield f"{module}.py"
            else:
                yield from (f"{module}/{alias.name}.py" for alias in node.names)


def _english(sources: dict[str, str]) -> dict[str, str]:
    """Every sentence of the catalog that stands in one of the sources."""
    said = {
        node.value
        for source in sources.values()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    with (_ROOT / "locale" / "en" / "autograder.po").open("rb") as file:
        catalog = read_po(file, locale="en")
    return {
        str(one.id): str(one.string) for one in catalog if one.id in said and one.id and one.string
    }
