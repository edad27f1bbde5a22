"""One small fault in the text of a module: a flipped comparison, and for or, a branch, one more, another constant."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

COMPARISONS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
"""What each comparison becomes; an order loses or gains its bound, which tests miss more often than its direction."""

OPERATORS: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """A module with its fault: the kind, line and column, the code before and after, and the tree that is compiled."""

    kind: str
    line: int
    column: int
    before: str
    after: str
    tree: ast.Module


def places(source: str) -> int:
    """How many faults can be put into a module."""
    return sum(1 for _ in _places(ast.parse(source)))


def mutant(source: str, number: int) -> Mutant:
    """The module with the fault of a number, 0 and up."""
    tree = ast.parse(source)
    node = list(_places(tree))[number]
    before = ast.unparse(node)
    kind = _change(node)
    return Mutant(kind, node.lineno, node.col_offset + 1, before, ast.unparse(node), ast.fix_missing_locations(tree))


def _places(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that can be changed; annotations, decorators and what only type checkers read are left alone."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _places(child)
    if isinstance(node, ast.expr) and _kind(node):
        yield node


def _kind(node: ast.expr) -> str:
    """The kind of fault that an expression can have; empty where it has none."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            return "comparison"
        case ast.BoolOp():
            return "and, or"
        case ast.IfExp() | ast.UnaryOp(op=ast.Not()):
            return "branch"
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            return "operator"
        case ast.Constant(value=int()):
            return "constant"
    return ""


def _change(node: ast.expr) -> str:
    """Put the fault in; its kind."""
    kind = _kind(node)
    match node:
        case ast.Compare(ops=[op]):
            node.ops = [COMPARISONS[type(op)]()]
        case ast.BoolOp(op=op):
            node.op = ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.IfExp():
            node.body, node.orelse = node.orelse, node.body
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.BinOp(op=operator):
            node.op = OPERATORS[type(operator)]()
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
    return kind
