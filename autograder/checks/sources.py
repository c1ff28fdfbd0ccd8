"""Which lines of the hidden checks a part depends on, without running any of them.

A part depends on its own ``@task`` functions, on the rest of the files they stand in, and on
the helpers that these files import, directly or not. Whatever cannot be told apart (a task
whose name is computed, data files, ``conftest.py``) counts for every part.
"""

import ast
import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_parsing = threading.Lock()
"""Up to Python 3.11.7, two threads that build trees at once can disturb each other: a
SystemError on a sound file (CPython gh-106905). Several runs may share one process."""


@dataclass(frozen=True)
class _File:
    """One test file, taken apart."""

    rest: str
    """Everything outside the task functions."""
    functions: Mapping[str, str]
    """Part → the source of its functions."""
    parts: frozenset[str] | None
    """Parts with a test in it; None: not to be told."""
    imports: frozenset[str]


def sources_of_parts(folder: Path) -> dict[str, str]:
    """Part → a hash of the check code it depends on; parts without checks are missing."""
    files = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    helpers = {
        Path(place).stem: place
        for place in files
        if place.endswith(".py") and "/" not in place and not _is_test(place)
    }
    tests = {place: _taken_apart(path) for place, path in files.items() if _is_test(place)}
    texts = {place: path.read_bytes() for place, path in files.items()}
    imports = {name: _imports_of(texts[place]) for name, place in helpers.items()}
    own = set(helpers.values()) | {place for place, one in tests.items() if one.parts is not None}
    common = [place for place in files if place not in own or Path(place).stem == "conftest"]
    parts = {part for one in tests.values() for part in one.parts or ()}
    keys = {}
    for part in sorted(parts):
        digest = hashlib.sha256()
        used: set[str] = set()
        for place, one in tests.items():
            if one.parts is not None and part in one.parts:
                used |= _closure(one.imports, imports)
                digest.update(f"{place}\0{one.rest}\0{one.functions.get(part, '')}\0".encode())
        for place in sorted({*common, *(helpers[name] for name in used)}):
            digest.update(place.encode() + b"\0" + texts[place] + b"\0")
        keys[part] = digest.hexdigest()
    return keys


def _is_test(place: str) -> bool:
    name = place.rpartition("/")[2]
    return name.endswith(".py") and (name.startswith("test_") or name.endswith("_test.py"))


def _taken_apart(path: Path) -> _File:
    source = path.read_text("utf-8", errors="surrogateescape")
    try:
        tree = _parsed(source)
    except (SyntaxError, ValueError):
        return _File(source, {}, None, frozenset())
    lines = source.splitlines(keepends=True)
    functions: dict[str, str] = {}
    taken: set[int] = set()
    for node in tree.body:
        part = _part_of(node)
        if part is not None and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min(one.lineno for one in node.decorator_list) - 1
            span = range(first, node.end_lineno or first)
            functions[part] = functions.get(part, "") + "".join(lines[n] for n in span)
            taken.update(span)
    rest = "".join(line for number, line in enumerate(lines) if number not in taken)
    named = [_task_named(node) for node in ast.walk(tree) if _is_task_call(node)]
    parts = None if None in named else frozenset(name for name in named if name is not None)
    return _File(rest, functions, parts, _imported(tree))


def _part_of(node: ast.stmt) -> str | None:
    """The part of a function with exactly one task decorator."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return None
    marks = [_task_named(one) for one in node.decorator_list if _is_task_call(one)]
    return marks[0] if len(marks) == 1 else None


def _is_task_call(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name == "task"


def _task_named(node: ast.AST) -> str | None:
    first = node.args[0] if isinstance(node, ast.Call) and node.args else None
    value = first.value if isinstance(first, ast.Constant) else None
    return value if isinstance(value, str) else None


def _parsed(source: str | bytes) -> ast.Module:
    with _parsing:
        return ast.parse(source)


def _imports_of(source: bytes) -> frozenset[str]:
    """Top-level names of all modules that a source may import."""
    try:
        return _imported(_parsed(source))
    except (SyntaxError, ValueError):
        return frozenset()


def _imported(tree: ast.Module) -> frozenset[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return frozenset(names)


def _closure(first: frozenset[str], imports: Mapping[str, frozenset[str]]) -> set[str]:
    """The helpers that are reached from these names."""
    reached: set[str] = set()
    waiting = [name for name in first if name in imports]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [other for other in imports[name] if other in imports]
    return reached
