"""Finds every sentence that the package shows to people, in its code, templates and enums.

``text()`` may be given a literal, a constant of its module, a choice between such, or a value
out of a dictionary of its module; anything else (an f-string, say) hides the sentence.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import jinja2

import autograder
from autograder.records import model

PACKAGE = Path(autograder.__file__).parent
PASSES_ON = {
    "records/model.py": "labels of the enums, which are looked at here one by one",
    "render/page.py": "t() of the templates, which are looked at here one by one",
    "checks/plugin.py": "docstrings of a sheet's checks, translated in the sheet's own catalog",
}
"""Files that may call ``text`` with anything, and where the sentences are instead."""


@dataclass(frozen=True)
class Sentence:
    """A German sentence; ``given`` is None where the names of its values are not known."""

    where: str
    german: str
    given: frozenset[str] | None


def sentences() -> list[Sentence]:
    """Every sentence of the package."""
    return [*_in_code(), *_in_templates(), *_labels()]


def hidden() -> list[str]:
    """Calls of ``text`` from which the sentence cannot be read off."""
    return [
        _place(path, call)
        for path, module in _modules()
        if str(path.relative_to(PACKAGE)) not in PASSES_ON
        for call, function in module.calls
        if not (call.args and module.read(call.args[0], function))
    ]


class Module:
    """One source file: its constants, and its calls of ``autograder.i18n.text``."""

    def __init__(self, tree: ast.Module) -> None:
        self.constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        self._names = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "autograder.i18n"
            for alias in node.names
            if alias.name == "text"
        }
        self.calls = list(self._find(tree, tree))

    def _find(self, node: ast.AST, function: ast.AST) -> Iterator[tuple[ast.Call, ast.AST]]:
        if isinstance(node, ast.Call) and self._is_text(node.func):
            yield node, function
        inner = node if isinstance(node, ast.FunctionDef) else function
        for child in ast.iter_child_nodes(node):
            yield from self._find(child, inner)

    def _is_text(self, called: ast.expr) -> bool:
        if isinstance(called, ast.Attribute):
            owner = called.value
            return called.attr == "text" and isinstance(owner, ast.Name) and owner.id == "i18n"
        return isinstance(called, ast.Name) and called.id in self._names

    def read(self, first: ast.expr, function: ast.AST) -> list[str]:
        """The sentences that the first argument may be; none if that cannot be told."""
        if isinstance(first, ast.IfExp):
            both = [self.read(one, function) for one in (first.body, first.orelse)]
            return both[0] + both[1] if all(both) else []
        if isinstance(first, ast.Name) and first.id in self.constants:
            return _strings(self.constants[first.id])
        if isinstance(first, ast.Name | ast.Subscript):
            used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            tables = [self.constants[name] for name in used & self.constants.keys()]
            return [
                one for table in tables if isinstance(table, ast.Dict) for one in _strings(table)
            ]
        return _strings(first) if isinstance(first, ast.Constant) else []


def _strings(node: ast.expr) -> list[str]:
    """String constants below a node; of a dictionary, only its values."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.Dict):
        return [one for value in node.values for one in _strings(value)]
    if isinstance(node, ast.Tuple | ast.List):
        return [one for value in node.elts for one in _strings(value)]
    return []


def _modules() -> Iterator[tuple[Path, Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, Module(ast.parse(path.read_text("utf-8")))


def _place(path: Path, node: ast.Call) -> str:
    return f"{path.relative_to(PACKAGE)}:{node.lineno}"


def _in_code() -> Iterator[Sentence]:
    for path, module in _modules():
        for call, function in module.calls:
            names = [keyword.arg for keyword in call.keywords]
            known = bool(call.args) and isinstance(call.args[0], ast.Constant)
            given = (
                frozenset(name for name in names if name) if known and None not in names else None
            )
            for german in module.read(call.args[0], function) if call.args else []:
                yield Sentence(_place(path, call), german, given)


def _in_templates() -> Iterator[Sentence]:
    engine = jinja2.Environment()
    for path in sorted(PACKAGE.rglob("templates/*.html")):
        for call in engine.parse(path.read_text("utf-8")).find_all(jinja2.nodes.Call):
            if not (isinstance(call.node, jinja2.nodes.Name) and call.node.name == "t"):
                continue
            first = call.args[0]
            where = f"{path.relative_to(PACKAGE)}:{call.lineno}"
            assert isinstance(first, jinja2.nodes.Const), f"{where}: t() wants a literal"
            yield Sentence(where, first.value, frozenset(one.key for one in call.kwargs))


def _labels() -> Iterator[Sentence]:
    for one in vars(model).values():
        if isinstance(one, type) and issubclass(one, Enum):
            for member in one:
                if german := getattr(member, "german", None):
                    yield Sentence(f"model.{one.__name__}.{member.name}", german, frozenset())
