"""Small systematic faults in the code of the reference: would a check notice each of them?

Operators, constants, indices, dropped factors and calls, swapped arguments (after DeMillo,
Lipton, Sayward 1978, IEEE Computer 11(4)). Changes that only reorder a commutative operation are
not made.
"""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

_Node = TypeVar("_Node", bound=ast.AST)

_OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
}
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt,),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_DROPS_LEFT = (ast.Add, ast.Mult, ast.MatMult)
_NEEDED_CALLS = ("range", "len")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed cell. ``change`` names it: the line before and after, independent of layout."""

    part: str
    cell: str
    """Key of the cell in the master."""
    change: str
    source: str


def mutants(part: str, cell: str, source: str) -> tuple[Mutant, ...]:
    """All mutants of one code cell, each source once, in the order of the code."""
    tree = ast.parse(source)
    plain = ast.unparse(tree)
    found: dict[str, Mutant] = {}
    for target, replacement in _replacements(tree):
        changed = ast.unparse(_with(tree, target, replacement))
        if changed != plain and changed not in found:
            found[changed] = Mutant(part, cell, _change(plain, changed), changed)
    return tuple(found.values())


def _with(tree: ast.Module, target: ast.AST, replacement: ast.AST) -> ast.AST:
    tree, target = copy.deepcopy((tree, target))

    class Swap(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> Any:
            return replacement if node is target else self.generic_visit(node)

    mutated: ast.AST = Swap().visit(tree)
    return ast.fix_missing_locations(mutated)


def _change(before: str, after: str) -> str:
    old, new = before.splitlines(), after.splitlines()
    pairs = [(a.strip(), b.strip()) for a, b in zip(old, new, strict=False) if a != b]
    return " → ".join(pairs[0] if pairs else (old[-1].strip(), new[-1].strip()))


def _replacements(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.AST]]:
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        parameters = [argument.arg for argument in function.args.args]
        for statement in function.body:
            for node in ast.walk(statement):
                replacements = (*_of_value(node, parameters), *_of_structure(node))
                yield from ((node, replacement) for replacement in replacements)


def _of_value(node: ast.AST, parameters: list[str]) -> Iterator[ast.AST]:
    """Other constants, indices and names."""
    match node:
        case ast.Constant(value=bool()):
            return
        case ast.Constant(value=int() | float() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Subscript(slice=ast.Slice() | ast.Constant()):
            return
        case ast.Subscript():
            for step in (ast.Add(), ast.Sub()):
                yield _copy(node, slice=ast.BinOp(node.slice, step, ast.Constant(1)))
        case ast.Name(ctx=ast.Load()) if node.id in parameters:
            place = parameters.index(node.id)
            for name in parameters[max(0, place - 1) : place] + parameters[place + 1 : place + 2]:
                yield ast.Name(name, ast.Load())


def _of_structure(node: ast.AST) -> Iterator[ast.AST]:
    """Other operators; operands, calls and statements dropped; arguments swapped."""
    match node:
        case ast.BinOp():
            yield from (_copy(node, op=other()) for other in _OPERATORS.get(type(node.op), ()))
            yield node.left
            if isinstance(node.op, _DROPS_LEFT):
                yield node.right
        case ast.AugAssign():
            yield from (_copy(node, op=other()) for other in _OPERATORS.get(type(node.op), ()))
            yield ast.Pass()
        case ast.Compare(ops=[operator]):
            yield from (_copy(node, ops=[other()]) for other in _COMPARISONS[type(operator)])
        case ast.BoolOp():
            yield _copy(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
            yield from node.values
        case ast.UnaryOp(op=ast.USub()) | ast.Attribute(attr="T"):
            yield node.operand if isinstance(node, ast.UnaryOp) else node.value
        case ast.Tuple(ctx=ast.Load(), elts=[first, second]):
            yield _copy(node, elts=[second, first])
        case ast.Call():
            yield from _of_call(node)


def _of_call(node: ast.Call) -> Iterator[ast.AST]:
    needed = isinstance(node.func, ast.Name) and node.func.id in _NEEDED_CALLS
    if len(node.args) == 1 and not node.keywords and not needed:
        yield node.args[0]
    for place in range(len(node.args) - 1):
        swapped = list(node.args)
        swapped[place : place + 2] = reversed(swapped[place : place + 2])
        yield _copy(node, args=swapped)


def _copy(node: _Node, **fields: object) -> _Node:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made
