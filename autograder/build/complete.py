"""Does a student notebook offer everything that ``sheet.toml`` asks for?"""

import ast
from collections.abc import Iterable, Sequence

from autograder.build.master import MasterCell
from autograder.course.sheet import Answer, Sheet, Task
from autograder.errors import UsageFault


def demand_complete(cells: Sequence[MasterCell], sheet: Sheet) -> None:
    """Raise :class:`UsageFault` for the first part that has no cell to answer it in."""
    if sheet.marker and not any(sheet.marker in cell.source for cell in cells):
        raise UsageFault(
            f"No cell of {sheet.id} shows the marker {sheet.marker!r} of sheet.toml, by which a "
            "notebook without its stamp is recognised. Write it into the first cell."
        )
    for task in sheet.tasks:
        for problem in _problems(cells, task):
            raise UsageFault(f"Part {task.id} of {sheet.id}: {problem}")


def _problems(cells: Sequence[MasterCell], task: Task) -> Iterable[str]:
    wanted = [f"antwort-{task.id}"] + ([f"rechenweg-{task.id}"] if task.working else [])
    for tag in wanted:
        if not any(tag in cell.tags for cell in cells):
            yield f"sheet.toml declares it, but no cell of the master has the tag {tag!r}."
    stubs = _stubs([cell for cell in cells if f"antwort-{task.id}" in cell.tags])
    for answer in task.answers:
        if stubs.get(answer.name) != answer.arguments:
            yield f"its answer cells define {_signatures(stubs)}, expected was {_stub(answer)}."


def _stubs(cells: Iterable[MasterCell]) -> dict[str, tuple[str, ...]]:
    return {
        node.name: tuple(argument.arg for argument in node.args.args)
        for cell in cells
        if cell.kind == "code"
        for node in _statements(cell)
        if isinstance(node, ast.FunctionDef)
    }


def _statements(cell: MasterCell) -> list[ast.stmt]:
    try:
        return ast.parse(cell.source).body
    except SyntaxError as error:
        raise UsageFault(f"The code of cell {cell.key!r} is not valid Python: {error}.") from error


def _signatures(stubs: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{name}({', '.join(names)})" for name, names in stubs.items()) or "nothing"


def _stub(answer: Answer) -> str:
    return f"{answer.name}({', '.join(answer.arguments)})"
