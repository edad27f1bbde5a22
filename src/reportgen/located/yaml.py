"""Read YAML text into located data."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from reportgen.errors import InputError, Position
from reportgen.located.data import LocatedDict, LocatedList, LocatedSource, LocatedStr, Place, WrittenFloat, place
from reportgen.located.kept_text import normalized
from reportgen.workspace import Workspace

# libyaml is some twenty times faster than the parser in Python, and is not in every build of PyYAML.
_YamlParser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.SafeLoader  # type: ignore[attr-defined]
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?\Z")
_NUMERIC = frozenset("+-.0123456789")
"""What a number begins with."""

# YAML 1.2 core: yes, no, on and off are plain text, so that NO stays Norway.
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
# Far deeper than any report; the builder below recurses, and Python allows about 1,000 calls.
_DEEPEST = 60
_QUOTE_HINT = "quote a value that has ': ', '#' or '{' in it"
_DEEP_HINT = "close the brackets that were opened; a text that begins with '[', '{' or '- ' stands in quotes"
_KEY = re.compile(r"\s*(- +)?[\w-]+:(\s|\Z)")
_INDENTED = re.compile("block (mapping|sequence|end)|expected (key|'-' indicator)")
"""What the parser says when a line has an indent that no line before it has."""

UNWRITABLE: re.Pattern[str] = yaml.reader.Reader.NON_PRINTABLE
"""Control characters, which no document can hold."""

_LONGEST_NUMBER = 100
"""Digits of the longest number; Python itself raises an error for more than 4,300."""


def read_text(workspace: Workspace, path: Path) -> str:
    """The text of a file of the workspace; an `InputError` that names it where it cannot be read."""
    return normalized(workspace.read(path), workspace.shown(path))


def read(workspace: Workspace, path: Path) -> LocatedDict:
    """The mapping that a YAML file of the workspace holds."""
    return parse(read_text(workspace, path), workspace.shown(path))


def parse(text: str, shown: str, first_line: int = 1) -> LocatedDict:
    """The mapping that a YAML text holds; `first_line` is the line of the file where the text begins."""
    try:
        data = _Reader(text, LocatedSource(text, shown, first_line)).document()
    except _TooDeep as error:
        at = Position(shown, error.line + first_line, error.column + 1)
        raise InputError(f"lists and mappings are nested more than {_DEEPEST} deep", at, _DEEP_HINT) from None
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, shown, first_line) from None
    except yaml.reader.ReaderError:
        check_characters(text, shown, first_line)
        hint = "write it with letters, or take it out"
        raise InputError("this is not YAML: a character that no text has", Position(shown, 1, 1), hint) from None
    if data is None:
        at = Position(shown, first_line, 1)
        raise InputError("expected a mapping of keys to values", at, "write 'key: value', one a line")
    return data


def composed(text: str) -> yaml.Node | None:
    """The nodes of a YAML text, for whoever edits it; `_TooDeep` at the first node that is nested too deep."""
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        _look_for_depth(text, error)
        raise


def _look_for_depth(text: str, error: yaml.MarkedYAMLError) -> None:
    """Raise `_TooDeep` where the text before a fault is nested too deep, which is the fault that a reader can see.

    The parser reads ahead of what it hands out, and has a limit of its own since libyaml 0.2.6.
    """
    mark = error.problem_mark
    if mark is not None and 0 < mark.index < len(text):
        with suppress(yaml.YAMLError):
            yaml.compose(text[: mark.index], Loader=_Loader)


def _syntax_error(error: yaml.MarkedYAMLError, text: str, shown: str, first_line: int) -> InputError:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return InputError(f"this is not YAML: {error.problem}", Position(shown, 1, 1), _QUOTE_HINT)
    context = f" ({error.context})" if error.context else ""
    at = Position(shown, mark.line + first_line, mark.column + 1)
    return InputError(f"this is not YAML: {error.problem}{context}", at, _syntax_hint(error, text, mark))


def _syntax_hint(error: yaml.MarkedYAMLError, text: str, mark: yaml.Mark) -> str:
    if text[mark.index : mark.index + 1] == "\t":
        return "indent with spaces, not with tabs"
    if "another document" in str(error.problem):
        return "one file holds one mapping; take '---' out"
    line = text[text.rfind("\n", 0, mark.index) + 1 :].partition("\n")[0]
    if _INDENTED.search(str(error.problem)) or _KEY.match(line):
        return f"indent the line as those that it belongs to; {_QUOTE_HINT}"
    return _QUOTE_HINT


def check_characters(text: str, shown: str, first_line: int = 1) -> None:
    """Raise an `InputError` for the first control character, which no document can hold."""
    match = UNWRITABLE.search(text)
    if match:
        before = text[: match.start()]
        at = Position(shown, before.count("\n") + first_line, match.start() - before.rfind("\n"))
        raise InputError(f"the character U+{ord(match.group()):04X} cannot stand in a text", at, "take it out")


class _TooDeep(Exception):
    """Something is nested deeper than any report is; lines and columns count from 0."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__()
        self.line, self.column = mark.line, mark.column


class _CountsDepth:
    """A resolver that counts the depth of nodes, so that no text exhausts the stack, and resolves no tags."""

    depth = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: Any) -> None:
        """Called by the loader before every node."""
        self.depth += 1
        if self.depth > _DEEPEST and parent is not None:
            raise _TooDeep(parent.start_mark)

    def ascend_resolver(self) -> None:
        """Called by the loader after every node."""
        self.depth -= 1

    def resolve(self, *_: Any) -> str:
        """Called by the loader for the tag of every node, which nobody reads."""
        return ""


class _Loader(_CountsDepth, _YamlParser):  # type: ignore[misc]
    """The loader of all that is read here."""


# Any, since the types of PyYAML let every mark be None; these have marks.
_DOCUMENT: Any = yaml.DocumentStartEvent
_STREAM_END: Any = yaml.StreamEndEvent
_MAPPING: Any = yaml.MappingStartEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent
_SCALAR: Any = yaml.ScalarEvent
_ALIAS: Any = yaml.AliasEvent


class _Reader:
    """Turns the events of one text into located data; nodes with their marks would take most of the memory."""

    def __init__(self, text: str, source: LocatedSource) -> None:
        self.source = source
        self.next: Callable[[], Any] = _Loader(text).get_event
        self.text, self.depth = text, 0
        self.anchors: dict[str, yaml.Mark] = {}

    def document(self) -> LocatedDict | None:
        """The one mapping of the text; None where it holds something else."""
        try:
            self.next()  # the stream begins
            begin = self.next()
            value = self.value(self.next(), begin)[0] if type(begin) is _DOCUMENT else None
            self.end(begin)
        except InputError:
            composed(self.text)  # what is no YAML at all is told first
            raise
        except yaml.MarkedYAMLError as error:
            _look_for_depth(self.text, error)
            raise
        return value if isinstance(value, LocatedDict) else None

    def end(self, begin: Any) -> None:
        """Read to the end of the stream; an error of YAML where a second document follows."""
        if type(begin) is _DOCUMENT:
            self.next()
            event: Any = self.next()
            if type(event) is not _STREAM_END:
                expected, found = "expected a single document in the stream", "but found another document"
                raise yaml.composer.ComposerError(expected, begin.start_mark, found, event.start_mark)

    def value(self, event: Any, parent: Any) -> tuple[Any, Place]:
        """The value that begins with an event, and its place; `parent` is the event that the value stands in."""
        kind = type(event)
        if self.depth == _DEEPEST:
            raise _TooDeep(parent.start_mark)
        if kind is _ALIAS:
            raise self.alias(event)
        if event.anchor:
            self.anchors[event.anchor] = event.start_mark
        if kind is _SCALAR:
            at = place(event.start_mark.index, event.end_mark.index)
            return self.scalar(event, at), at
        self.depth += 1
        read = self.mapping(event) if kind is _MAPPING else self.sequence(event)
        self.depth -= 1
        return read

    def alias(self, event: Any) -> Exception:
        """Aliases could make a small file huge ("billion laughs"), and an edit could not tell which place is meant."""
        if event.anchor not in self.anchors:
            return yaml.composer.ComposerError(None, None, "found undefined alias", event.start_mark)
        return InputError("anchors and aliases are not used here", self.at(self.anchors[event.anchor]), "write it out")

    def at(self, mark: yaml.Mark) -> Position:
        return self.source.origin(place(mark.index, mark.index)).position

    def scalar(self, event: Any, at: Place) -> Any:
        text: str = event.value
        # Only plain scalars can be numbers or constants; whatever is quoted is text.
        if not event.style:
            if text in _CONSTANTS:
                return _CONSTANTS[text]
            if text[0] in _NUMERIC:
                return self.number(event, text, at)
        return LocatedStr.at(text, self.source, at)

    def number(self, event: Any, text: str, at: Place) -> Any:
        """The number that a plain text writes, or the text where it writes none."""
        # Before `int`, whose own limit is an error without a place.
        digits = _digits(text) if len(text) > _LONGEST_NUMBER else 0
        if digits > _LONGEST_NUMBER:
            hint = f"a number has at most {_LONGEST_NUMBER} digits; a text of digits stands in quotes"
            raise InputError(f"a number of {digits:,} digits", self.at(event.start_mark), hint)
        if _INTEGER.match(text):
            return int(text)
        if _FLOAT.match(text):
            return WrittenFloat.of(text)
        return LocatedStr.at(text, self.source, at)

    def sequence(self, start: Any) -> tuple[LocatedList, Place]:
        items, places = list[Any](), list[Place]()
        while type(event := self.next()) is not _SEQUENCE_END:
            item, at = self.value(event, start)
            items.append(item)
            places.append(at)
        return LocatedList(self.source, items, places), place(start.start_mark.index, event.end_mark.index)

    def mapping(self, start: Any) -> tuple[LocatedDict, Place]:
        mapping = LocatedDict(self.source, 0)
        while type(event := self.next()) is not _MAPPING_END:
            key, key_at = self.key(event, mapping)
            value, value_at = self.value(self.next(), start)
            mapping.put(key, value, value_at, key_at)
        mapping.place = place(start.start_mark.index, event.end_mark.index)
        return mapping, mapping.place

    def key(self, event: Any, mapping: LocatedDict) -> tuple[str, Place]:
        if type(event) is not _SCALAR:
            hint = "text that begins with {{ stands in quotes, or behind '>' on a line of its own"
            raise InputError("a key is a word, not a list or a mapping", self.at(event.start_mark), hint)
        key = str(event.value)
        # YAML forbids it, yet PyYAML keeps the last one silently.
        if key in mapping:
            hint = f"first on line {mapping.keys_at[key].line}"
            raise InputError(f"the key '{key}' stands twice", self.at(event.start_mark), hint)
        return key, place(event.start_mark.index, event.end_mark.index)


def _digits(text: str) -> int:
    """How many digits a text has that may be a number; 0 for any other."""
    return 0 if text.strip("+-.0123456789eE") else sum(map(str.isdigit, text))
