"""YAML as it was written: plain data in which every mapping, list and string knows its place in the file.

YAML 1.2 core schema: only `true` and `false` are booleans (`NO` is Norway) and dates stay strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from reportgen.errors import InputError, Position

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?\Z")
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_TOO_DEEP = re.compile(r"(?:[\[{][\s\"':]*){60}")
_TOO_LARGE = 20_000_000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands in a file: `source` is the whole text, `start` and `end` count its characters."""

    file: str
    line: int
    column: int
    source: str = field(repr=False, compare=False, default="")
    start: int = 0
    end: int = 0

    @property
    def position(self) -> Position:
        """Where the value begins."""
        return Position(self.file, self.line, self.column)

    def within(self, value: str, offset: int) -> Position:
        """The place of one character of a string, found by counting what is not white space.

        Folding moves only white space, so the count is the same in the value and in the file.
        """
        index = self._first_character()
        for _ in range(len("".join(value[:offset].split()))):
            index = self._next_visible(index) + 1
        index = self._next_visible(index)
        before = self.source[: min(index, len(self.source))]
        return Position(self.file, before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1)

    def _first_character(self) -> int:
        opening = self.source[self.start : self.start + 1]
        if opening in "|>" and opening:
            return self.source.find("\n", self.start) + 1
        return self.start + (opening in "\"'" and opening != "")

    def _next_visible(self, index: int) -> int:
        while index < len(self.source) and self.source[index].isspace():
            index += 1
        return index


class MarkedStr(str):
    """A string from a file."""

    __slots__ = ("origin",)
    origin: Origin


class MarkedList(list[Any]):
    """A list from a file, with the places of its items."""

    def __init__(self) -> None:
        super().__init__()
        self.origins: list[Origin] = []


class MarkedDict(dict[str, Any]):
    """A mapping from a file, with the places of its keys and values."""

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin
        self.keys_at: dict[str, Origin] = {}
        self.values_at: dict[str, Origin] = {}


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file; an `InputError` that names it where it cannot be read."""
    try:
        data = path.read_bytes()
        if len(data) > _TOO_LARGE:
            raise InputError(f"the file has {len(data):,} bytes, more than {_TOO_LARGE:,}", Position(shown))
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise InputError(f"cannot read the file: {error.strerror}", Position(shown)) from None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError("the file is not UTF-8", Position(shown, line, 1), "save it as UTF-8") from None


def read(path: Path, shown: str) -> MarkedDict:
    """The mapping that a YAML file holds; `shown` is the name that messages print."""
    return parse(read_text(path, shown), shown)


def parse(text: str, shown: str, first_line: int = 1) -> MarkedDict:
    """The mapping that a YAML text holds; `first_line` is the line of the file where the text begins."""
    if _TOO_DEEP.search(text):
        raise InputError("brackets are nested more than 60 deep", Position(shown))
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, shown, first_line) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(f"this is not YAML: {str(error).splitlines()[0]}", Position(shown)) from None
    if not isinstance(node, yaml.MappingNode):
        raise InputError("expected a mapping of keys to values", Position(shown, first_line, 1))
    return _Builder(text, shown, first_line).mapping(node)


def _syntax_error(error: yaml.MarkedYAMLError, shown: str, first_line: int) -> InputError:
    mark = error.problem_mark or error.context_mark
    at = Position(shown, mark.line + first_line, mark.column + 1) if mark else Position(shown)
    context = f" ({error.context})" if error.context else ""
    hint = "indent with spaces" if "\\t" in str(error.problem) else "quote a value that has ': ', '#' or '{' in it"
    return InputError(f"this is not YAML: {error.problem}{context}", at, hint)


class _Builder:
    """Turns the nodes of one text into marked data."""

    def __init__(self, text: str, shown: str, first_line: int) -> None:
        self.text, self.shown, self.first_line = text, shown, first_line
        self.seen: set[int] = set()

    def origin(self, node: yaml.Node) -> Origin:
        start, end = node.start_mark, node.end_mark
        return Origin(self.shown, start.line + self.first_line, start.column + 1, self.text, start.index, end.index)

    def value(self, node: yaml.Node) -> Any:
        if id(node) in self.seen:
            raise InputError("anchors and aliases are not used here", self.origin(node).position, "write it out")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return self.sequence(node)
        return self.scalar(node)

    def scalar(self, node: Any) -> Any:
        text: str = node.value
        if not node.style:
            if text in _CONSTANTS:
                return _CONSTANTS[text]
            if _INTEGER.match(text):
                return int(text)
            if _FLOAT.match(text):
                return float(text)
        marked = MarkedStr(text)
        marked.origin = self.origin(node)
        return marked

    def sequence(self, node: yaml.SequenceNode) -> MarkedList:
        items = MarkedList()
        for child in node.value:
            items.append(self.value(child))
            items.origins.append(self.origin(child))
        return items

    def mapping(self, node: yaml.MappingNode) -> MarkedDict:
        mapping = MarkedDict(self.origin(node))
        for key_node, value_node in node.value:
            at = self.origin(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                raise InputError("a key is a word, not a list or a mapping", at.position)
            key = str(key_node.value)
            if key in mapping:
                first = mapping.keys_at[key]
                raise InputError(f"the key '{key}' stands twice", at.position, f"first on line {first.line}")
            mapping[key] = self.value(value_node)
            mapping.keys_at[key], mapping.values_at[key] = at, self.origin(value_node)
        return mapping
