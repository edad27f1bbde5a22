"""Read YAML text into located data."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from reportgen.errors import InputError, Position
from reportgen.located.data import LocatedDict, LocatedList, LocatedSource, LocatedStr, WrittenFloat
from reportgen.located.kept_text import normalized
from reportgen.workspace import Workspace

# libyaml is some twenty times faster than the parser in Python, and is not in every build of PyYAML.
_YamlParser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.SafeLoader  # type: ignore[attr-defined]
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?\Z")
# YAML 1.2 core: yes, no, on and off are plain text, so that NO stays Norway.
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
# Far deeper than any report; the builder below recurses, and Python allows about 1,000 calls.
_DEEPEST = 60
_QUOTE_HINT = "quote a value that has ': ', '#' or '{' in it"
_DEEP_HINT = "close the brackets that were opened; a text that begins with '[', '{' or '- ' stands in quotes"
_KEY = re.compile(r"\s*(- +)?[\w-]+:(\s|\Z)")
_INDENTED = re.compile("block (mapping|sequence|end)|expected (key|'-' indicator)")
"""What the parser says when a line has an indent that no line before it has."""

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
        node = composed(text)
    except _TooDeep as error:
        at = Position(shown, error.line + first_line, error.column + 1)
        raise InputError(f"lists and mappings are nested more than {_DEEPEST} deep", at, _DEEP_HINT) from None
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, shown, first_line) from None
    except yaml.reader.ReaderError:
        check_characters(text, shown, first_line)
        hint = "write it with letters, or take it out"
        raise InputError("this is not YAML: a character that no text has", Position(shown, 1, 1), hint) from None
    if not isinstance(node, yaml.MappingNode):
        at = Position(shown, first_line, 1)
        raise InputError("expected a mapping of keys to values", at, "write 'key: value', one a line")
    return _Builder(LocatedSource(text, shown, first_line)).mapping(node)


def composed(text: str) -> yaml.Node | None:
    """The nodes of a YAML text; `_TooDeep` at the first node that is nested too deep.

    The parser reads ahead of the nodes that it hands out, and has a limit of its own since libyaml 0.2.6: where it
    complains, the text before that place may already be too deep, which is the fault that a reader can see.
    """
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if mark is not None and 0 < mark.index < len(text):
            with suppress(yaml.YAMLError):
                yaml.compose(text[: mark.index], Loader=_Loader)
        raise


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


class _Builder:
    """Turns the nodes of one text into located data."""

    def __init__(self, source: LocatedSource) -> None:
        self.source = source
        self.seen: set[int] = set()

    def position(self, node: yaml.Node) -> Position:
        return self.source.origin(node).position

    def value(self, node: yaml.Node) -> Any:
        # Aliases could make a small file huge ("billion laughs"), and an edit could not tell which place is meant.
        if id(node) in self.seen:
            raise InputError("anchors and aliases are not used here", self.position(node), "write it out")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return self.sequence(node)
        return self.scalar(node)

    def scalar(self, node: Any) -> Any:
        text: str = node.value
        # Only plain scalars can be numbers or constants; whatever is quoted is text.
        if not node.style:
            if text in _CONSTANTS:
                return _CONSTANTS[text]
            # Before `int`, whose own limit is an error without a place.
            if len(text) > _LONGEST_NUMBER and text.strip("+-.0123456789eE") == "":
                hint = f"a number has at most {_LONGEST_NUMBER} digits; a text of digits stands in quotes"
                raise InputError(f"a number of {len(text):,} digits", self.position(node), hint)
            if _INTEGER.match(text):
                return int(text)
            if _FLOAT.match(text):
                return WrittenFloat.of(text)
        marked = LocatedStr(text)
        marked._source, marked._node = self.source, node
        return marked

    def sequence(self, node: yaml.SequenceNode) -> LocatedList:
        items = LocatedList(self.source, node.value)
        items.extend(self.value(child) for child in node.value)
        return items

    def mapping(self, node: yaml.MappingNode) -> LocatedDict:
        mapping = LocatedDict(self.source, node)
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                hint = "text that begins with {{ stands in quotes, or behind '>' on a line of its own"
                raise InputError("a key is a word, not a list or a mapping", self.position(key_node), hint)
            key = str(key_node.value)
            # YAML forbids it, yet PyYAML keeps the last one silently.
            if key in mapping:
                first = mapping.keys_at[key]
                hint = f"first on line {first.line}"
                raise InputError(f"the key '{key}' stands twice", self.position(key_node), hint)
            mapping[key] = self.value(value_node)
            mapping._keys[key], mapping._values[key] = key_node, value_node
        return mapping
