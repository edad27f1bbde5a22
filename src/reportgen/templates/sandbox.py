"""Jinja2 for templates of users: they give nothing but text, and none runs for ever.

Every step of a template draws on a budget: a turn of a loop, a call, a filter, each item or letter handed to these. The
budget is counted, not timed, so that the same template ends in the same place on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from contextvars import ContextVar
from functools import wraps
from types import CodeType
from typing import Any, cast

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, nodes, pass_context
from jinja2.bccache import Bucket
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

STEPS = 200_000
"""Turns of loops, calls, and items given to them, in one template."""

LONGEST = 100_000
"""The most letters of a text, or items of a list, that a template makes or prints."""

WIDEST = 1_000
"""The largest number that a filter or a function is given: widths, counts, digits."""

_WIDTH = re.compile(r"\d{4,}|\*")
_OF_TEXTS = ("startswith", "endswith", "upper", "lower", "strip", "lstrip", "rstrip", "split", "title", "capitalize")
"""Methods of texts that templates may call; those that pad or repeat (center, zfill, format) are left out."""


class TooMuch(Exception):
    """A template that takes more than it may; the message says of what."""


class Budget:
    """What is left for one template while it is rendered."""

    def __init__(self) -> None:
        self.steps = STEPS

    def spend(self, steps: int = 1) -> None:
        """Take some steps from what is left; `TooMuch` where it is not enough."""
        self.steps -= steps
        if self.steps < 0:
            raise TooMuch(f"the template takes more than {STEPS:,} steps")


BUDGET: ContextVar[Budget] = ContextVar("budget")


def spend(steps: int = 1) -> None:
    """Take some steps from the budget of the template that is being rendered."""
    BUDGET.get().spend(steps)


def measured(value: Any) -> Any:
    """The value, after its letters, or its items and theirs, were taken from the budget."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str | bytes):
            if len(each) > LONGEST:
                raise TooMuch(f"the template makes a text of more than {LONGEST:,} letters")
            spend(len(each) // 100)
        elif isinstance(each, list | tuple | set | frozenset | dict):
            spend(len(each))
            waiting += (*each.keys(), *each.values()) if isinstance(each, dict) else each
        # Printing a huge number takes time that grows with its square.
        elif isinstance(each, int) and each.bit_length() > 300:
            raise TooMuch("the template makes a number of more than 90 digits")
    return value


def bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter, test or function whose arguments and result are held to what a template may take."""

    @wraps(function)
    def call(*arguments: Any, **options: Any) -> Any:
        spend()
        for each in (*arguments, *options.values()):
            measured(each)
        if function is FILTERS["format"]:
            _hold_pattern(arguments[0])
        # Filters that get the context have the value as their second argument.
        given = 2 if hasattr(function, "jinja_pass_arg") else 1
        _hold(WIDEST, arguments[given:], options)
        return measured(function(*arguments, **options))

    return call


def _hold(most: int, arguments: Sequence[Any], options: Mapping[str, Any]) -> None:
    """Raise `TooMuch` for numbers above `most`, and for texts longer than that."""
    for each in (*arguments, *options.values()):
        if isinstance(each, int) and abs(each) > most:
            raise TooMuch(f"the template asks for {each:,} of something, more than {most:,}")
        if isinstance(each, str) and len(each) > most:
            raise TooMuch(f"the template gives a filter a text of more than {most:,} letters")


def _hold_pattern(pattern: object) -> None:
    """Raise `TooMuch` for a pattern of `%` that asks for a width: the text would be made before it is measured."""
    if isinstance(pattern, str) and _WIDTH.search(pattern):
        raise TooMuch("the template pads a text to a width above 999")


def bounded_range(*bounds: int) -> range:
    """A range of at most as many numbers as a template may count."""
    numbers = range(*bounds)
    spend(min(len(numbers), STEPS + 1) if numbers.stop - numbers.start < 10**15 else STEPS + 1)
    return numbers


class _Compiled(BytecodeCache):
    """Templates that this process has compiled, by their names and texts, for all environments."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code of the same text into the bucket, where there is one."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket."""
        if bucket.code:
            self.codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of the templates of one language."""

    # Operators reach `call_binop` only if they are named here.
    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, loader: BaseLoader, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printed,
            bytecode_cache=_COMPILED,
        )
        self.filters.update(filters)
        self.filters = {name: bounded(each) for name, each in self.filters.items()}
        self.tests = {name: bounded(cast(Any, each)) for name, each in self.tests.items()}
        # Jinja2's cycler, joiner and lipsum are left out: no template of ours needs them.
        self.globals = {"range": bounded_range, "dict": dict, "namespace": self.globals["namespace"]}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template with a step at each turn of a loop and in each part, and with texts joined by `joined`."""
        return _Counting().visit(super()._parse(source, name, filename))  # type: ignore[no-any-return]

    def spend_step(self, letters: int) -> None:
        """One step, and those for the letters of the template's own that follow it."""
        spend(1 + letters // 100)

    def counted_items(self, items: Iterable[Any]) -> Iterable[Any]:
        """The items of a loop, all taken from the budget; items that the loop filters out cost time too."""
        if isinstance(items, Sized):
            spend(len(items))
        return items

    def joined(self, *parts: Any) -> str:
        """The texts of some values, one behind the other."""
        return str(measured("".join(str(measured(part)) for part in parts)))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operation on values that are not too large, with a result that is not."""
        spend()
        measured(left), measured(right)
        if operator == "**" and isinstance(right, int) and abs(right) > 64:
            raise TooMuch("the template raises a number to a power above 64")
        if operator == "*":
            for many, text in ((left, right), (right, left)):
                if isinstance(many, int) and isinstance(text, Sized) and len(text) * max(many, 0) > LONGEST:
                    raise TooMuch(f"the template makes a text or list of more than {LONGEST:,} items")
        if operator == "%":
            _hold_pattern(left)
        return measured(super().call_binop(context, operator, left, right))

    def call(self, context: Any, function: Any, /, *arguments: Any, **options: Any) -> Any:
        """A call of what a template may call, with arguments that are not too large."""
        spend()
        if function not in (self.spend_step, self.counted_items, self.joined):
            for each in (*arguments, *options.values()):
                measured(each)
        return super().call(context, function, *arguments, **options)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may ask a value for something."""
        if isinstance(obj, str | bytes | int | float):
            return attr in _OF_TEXTS and isinstance(obj, str)
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, _: Any) -> None:
        """Leave `format` unavailable: a width in its pattern can be as large as the memory."""
        return


class _Counting(NodeTransformer):
    """Puts a step into every loop, macro, block and template, and takes joined texts through the environment."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = _called("counted_items", [cast(nodes.Expr, node.iter)], node.lineno)
        node.body.insert(0, _step(node))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        return self._with_step(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        return self._with_step(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:
        return self._with_step(node)

    def visit_Template(self, node: nodes.Template) -> nodes.Node:
        return self._with_step(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _called("joined", node.nodes, node.lineno)

    def _with_step(self, node: Any) -> nodes.Node:
        self.generic_visit(node)
        node.body.insert(0, _step(node))
        return node  # type: ignore[no-any-return]


def _called(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    function = nodes.EnvironmentAttribute(name, lineno=line)
    return nodes.Call(function, arguments, [], None, None, lineno=line)


def _step(node: Any) -> nodes.ExprStmt:
    letters = nodes.Const(sum(len(text.data) for text in node.find_all(nodes.TemplateData)), lineno=node.lineno)
    return nodes.ExprStmt(_called("spend_step", [letters], node.lineno), lineno=node.lineno)


@pass_context
def _printed(_: Any, value: Any) -> Any:
    """What a template prints, as long as it is not too much."""
    return measured(value)
