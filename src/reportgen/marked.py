"""YAML as it was written: plain data in which every mapping, list and string knows its place in the file.

YAML 1.2 core schema: only `true` and `false` are booleans (`NO` is Norway) and dates stay strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from reportgen.errors import InputError, Position

_YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?\Z")
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_DEEPEST = 60
_TOO_LARGE = 20_000_000

_DOUBLE_QUOTED = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|.", re.DOTALL)
_SINGLE_QUOTED = re.compile(r"''|.", re.DOTALL)
_AS_WRITTEN = re.compile(r".", re.DOTALL)
_BLANK_ESCAPES = frozenset("\n \ttrnvfNLP_")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands in a file: `source` is the whole text, `start` and `end` count its characters.

    A `plain` value stands there as it is, and a quotation mark or a '>' before it is its own, not YAML's.
    """

    file: str
    line: int
    column: int
    source: str = field(repr=False, compare=False, default="")
    start: int = 0
    end: int = 0
    plain: bool = field(compare=False, default=False)

    @property
    def position(self) -> Position:
        """Where the value begins."""
        return Position(self.file, self.line, self.column)

    def within(self, value: str, offset: int) -> Position:
        """The place of one character of a string, found by counting what is not white space.

        Folding moves only white space, so the count is the same in the value and in the file.
        """
        visible = (match.start() for match in self._characters() if not _is_blank(match.group()))
        index = next(islice(visible, len("".join(value[:offset].split())), None), self.end)
        before = self.source[:index]
        first_line = self.line - self.source.count("\n", 0, self.start)
        return Position(self.file, before.count("\n") + first_line, index - before.rfind("\n"))

    def _characters(self) -> Iterator[re.Match[str]]:
        """The characters of a string as they stand in the file: an escape is one."""
        opening = "" if self.plain else self.source[self.start : self.start + 1]
        if opening and opening in "|>":
            return _AS_WRITTEN.finditer(self.source, self.source.find("\n", self.start) + 1)
        if opening and opening in "\"'":
            pattern = _DOUBLE_QUOTED if opening == '"' else _SINGLE_QUOTED
            return pattern.finditer(self.source, self.start + 1, self.end - 1)
        return _AS_WRITTEN.finditer(self.source, self.start)


def _is_blank(character: str) -> bool:
    """Whether a character, or what an escape stands for, is white space."""
    if len(character) > 2:
        return chr(int(character[2:], 16)).isspace()
    return character[1] in _BLANK_ESCAPES if character[0] == "\\" and len(character) == 2 else character.isspace()


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
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
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
    try:
        node = yaml.compose(text, Loader=_Loader)
    except _TooDeep as error:
        at = Position(shown, error.line + first_line, error.column + 1)
        raise InputError(f"lists and mappings are nested more than {_DEEPEST} deep", at) from None
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, shown, first_line) from None
    except yaml.reader.ReaderError:
        check_characters(text, shown, first_line)
        raise InputError("this is not YAML: a character that no text has", Position(shown)) from None
    if not isinstance(node, yaml.MappingNode):
        raise InputError("expected a mapping of keys to values", Position(shown, first_line, 1))
    return _Builder(text, shown, first_line).mapping(node)


def _syntax_error(error: yaml.MarkedYAMLError, text: str, shown: str, first_line: int) -> InputError:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return InputError(f"this is not YAML: {error.problem}", Position(shown))
    context = f" ({error.context})" if error.context else ""
    at = Position(shown, mark.line + first_line, mark.column + 1)
    return InputError(f"this is not YAML: {error.problem}{context}", at, _syntax_hint(error, text, mark))


def _syntax_hint(error: yaml.MarkedYAMLError, text: str, mark: yaml.Mark) -> str:
    if text[mark.index : mark.index + 1] == "\t":
        return "indent with spaces, not with tabs"
    if "another document" in str(error.problem):
        return "one file holds one mapping; take '---' out"
    return "quote a value that has ': ', '#' or '{' in it"


def check_characters(text: str, shown: str, first_line: int = 1) -> None:
    """Raise an `InputError` for the first control character, which no document can hold."""
    match = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if match:
        before = text[: match.start()]
        at = Position(shown, before.count("\n") + first_line, match.start() - before.rfind("\n"))
        raise InputError(f"the character U+{ord(match.group()):04X} cannot stand in a text", at, "take it out")


class _TooDeep(Exception):
    """Something is nested deeper than any report is; lines and columns count from 0."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__()
        self.line, self.column = mark.line, mark.column


class _Loader(_YamlLoader):  # type: ignore[misc]
    """A loader that counts how deep it is, so that no text exhausts the stack."""

    depth = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: Any) -> None:
        """Called by the loader before every node."""
        self.depth += 1
        if self.depth > _DEEPEST and parent is not None:
            raise _TooDeep(parent.start_mark)

    def ascend_resolver(self) -> None:
        """Called by the loader after every node."""
        self.depth -= 1


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
                hint = "text that begins with {{ stands in quotes, or behind '>' on a line of its own"
                raise InputError("a key is a word, not a list or a mapping", at.position, hint)
            key = str(key_node.value)
            if key in mapping:
                first = mapping.keys_at[key]
                raise InputError(f"the key '{key}' stands twice", at.position, f"first on line {first.line}")
            mapping[key] = self.value(value_node)
            mapping.keys_at[key], mapping.values_at[key] = at, self.origin(value_node)
        return mapping
