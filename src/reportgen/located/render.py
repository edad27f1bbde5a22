"""New items and keys as YAML in the style of their neighbours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

import yaml

from reportgen.located.edits import Scalar, YamlData
from reportgen.located.parts import Collection, YamlParts, line_start
from reportgen.located.scalars import ScalarStyle, scalar_text, style_of
from reportgen.record import record, replace

Models = tuple[yaml.Node, ...]
"""The nodes whose style a new one copies, the nearest first."""

_STEP = 2
_PLAIN_KEY = re.compile(r"[A-Za-z_][\w./-]*\Z")
_NO_KEYS = frozenset({"true", "false", "null"})


@record
class Renderer:
    """Writes values into one text; `width` is the length of its lines."""

    text: str
    width: int

    def part(self, key: str, value: YamlData, column: int, models: Models) -> str:
        """The lines of a new key, or of a new item where there is no key."""
        return self.entry(key, value, column, models) if key else self.item(value, column, models)

    def item(self, value: YamlData, column: int, models: Models) -> str:
        """The lines of a new item of a list whose dashes stand at a column; they end in a line break."""
        return f"{' ' * column}-{self._value(value, column, models, behind_dash=True)}\n"

    def entry(self, key: str, value: YamlData, column: int, models: Models) -> str:
        """The lines of a new key with its value; they end in a line break."""
        return f"{' ' * column}{key_text(key)}:{self._value(value, column, models)}\n"

    def flow(self, value: YamlData, models: Models) -> str:
        """A value as it stands in brackets."""
        if isinstance(value, Mapping):
            inner = [f"{key_text(key)}: {self.flow(each, _at(models, key))}" for key, each in value.items()]
            return "{" + ", ".join(inner) + "}"
        if _is_list(value):
            return "[" + ", ".join(self.flow(each, _items(models)) for each in value) + "]"
        return scalar_text(_scalar(value), self._style(models, 0, in_flow=True))

    def _value(self, value: YamlData, column: int, models: Models, behind_dash: bool = False) -> str:
        if not isinstance(value, Mapping) and not _is_list(value):
            return " " + scalar_text(_scalar(value), self._style(models, column, in_flow=False))
        if not value or self._in_brackets(value, column, models):
            return " " + self.flow(value, models)
        inner = column + (_STEP if behind_dash else self._step(models, isinstance(value, Mapping)))
        lines = "".join(self._lines(value, inner, models)).rstrip("\n")
        return " " + lines[inner:] if behind_dash else "\n" + lines

    def _lines(self, value: YamlData, column: int, models: Models) -> Iterator[str]:
        if isinstance(value, Mapping):
            yield from (self.entry(key, each, column, _at(models, key)) for key, each in value.items())
        else:
            assert isinstance(value, Sequence)
            yield from (self.item(each, column, _items(models)) for each in value)

    def _in_brackets(self, value: YamlData, column: int, models: Models) -> bool:
        """Whether a value goes in brackets: as the nearest model of its type does, else if it is short and flat."""
        for model in models:
            if is_filled(model) and isinstance(model, yaml.MappingNode) == isinstance(value, Mapping):
                return bool(model.flow_style)
        within = value.values() if isinstance(value, Mapping) else value if _is_list(value) else ()
        shallow = not any(isinstance(each, Mapping) or _is_list(each) for each in within)
        return shallow and column + len(self.flow(value, models)) + 20 < self.width

    def _step(self, models: Models, is_mapping: bool) -> int:
        """How many columns a block is indented below its key, as in the nearest model."""
        for model in models:
            if is_filled(model) and isinstance(model, yaml.MappingNode) == is_mapping and not model.flow_style:
                parts = YamlParts(self.text, model)
                before = self.text[: line_start(self.text, parts.all[0].start)].rstrip("\n").rpartition("\n")[2]
                step = parts.column - (len(before) - len(before.lstrip(" -")))
                # Dashes may stand in the column of their key (0); a greater step is some alignment, not a habit.
                if 0 <= step <= 8 and not parts.is_inline(0):
                    return step
        return _STEP

    def _style(self, models: Models, column: int, in_flow: bool) -> ScalarStyle:
        for model in models:
            if isinstance(model, yaml.ScalarNode):
                style = style_of(self.text, model, in_flow, self.width)
                block = style.opening in ("|", ">")
                # No block can stand in brackets.
                opening = "" if in_flow and block else style.opening
                head = "" if in_flow else style.head
                return replace(style, opening=opening, head=head, indent=column + _STEP, column=column, old=())
        return ScalarStyle(indent=column + _STEP, column=column, width=self.width, in_flow=in_flow)


def key_text(key: str) -> str:
    """A key as YAML, in quotes where it would be read as something else."""
    return key if _PLAIN_KEY.match(key) and key not in _NO_KEYS else json.dumps(key, ensure_ascii=False)


def _is_list(value: YamlData) -> TypeGuard[Sequence[YamlData]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def is_filled(node: yaml.Node) -> TypeGuard[Collection]:
    """Whether a node is a list or a mapping that holds something."""
    return isinstance(node, yaml.MappingNode | yaml.SequenceNode) and bool(node.value)


def _at(models: Models, key: str) -> Models:
    """The values of a key in the models; where none has it, their other collections, for their style."""
    pairs = [pair for model in models if isinstance(model, yaml.MappingNode) for pair in model.value]
    own = tuple(value for name, value in pairs if name.value == key)
    return own or tuple(value for _, value in pairs if is_filled(value))


def _items(models: Models) -> Models:
    return tuple(each for model in models if isinstance(model, yaml.SequenceNode) for each in model.value)


def _scalar(value: YamlData) -> Scalar:
    assert not isinstance(value, Mapping)
    assert not _is_list(value)
    return value  # type: ignore[return-value]
