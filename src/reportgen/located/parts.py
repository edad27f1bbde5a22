"""The parts of YAML collections to the character: where each begins and ends, with the comments that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from reportgen.record import record

Collection = yaml.MappingNode | yaml.SequenceNode

_DASH = re.compile(r"^ *-(?=[ \t\n]|\Z)", re.MULTILINE)


@record
class Part:
    """An item of a list or a key of a mapping with its value: `start` is that of the key, or of the dash of a block.

    `end` is where its own words end, before any blanks, comments and line ends.
    """

    index: int
    key: str
    value: yaml.Node
    start: int
    end: int

    @property
    def step(self) -> str | int:
        """The key or index that names it in a path."""
        return self.key or self.index


@dataclass(frozen=True)
class YamlParts:
    """The parts of one collection of a text; `is_root` says that it is the whole file."""

    text: str
    node: Collection
    is_root: bool = False

    @property
    def in_brackets(self) -> bool:
        """Whether it stands in brackets."""
        return bool(self.node.flow_style)

    @cached_property
    def all(self) -> tuple[Part, ...]:
        """The parts in their order."""
        return tuple(self._mapping() if isinstance(self.node, yaml.MappingNode) else self._sequence())

    def _mapping(self) -> Iterator[Part]:
        for index, (key, value) in enumerate(self.node.value):
            end = max(key.end_mark.index, words_end(self.text, value))
            yield Part(index, str(key.value), value, key.start_mark.index, end)

    def _sequence(self) -> Iterator[Part]:
        at = self.node.start_mark.index
        for index, value in enumerate(self.node.value):
            start = value.start_mark.index if self.in_brackets else self._dash(at)
            end = max(start + 1, words_end(self.text, value))
            yield Part(index, "", value, start, end)
            at = line_end(self.text, end)

    def _dash(self, at: int) -> int:
        if self.text.startswith("-", at):
            return at
        found = _DASH.search(self.text, line_start(self.text, at))
        assert found is not None, "a list in block style has a dash before each item"
        return found.end() - 1

    @property
    def column(self) -> int:
        """The column of keys or dashes of a block, from 0."""
        start = self.all[0].start
        return start - line_start(self.text, start)

    def is_inline(self, index: int) -> bool:
        """Whether a part stands behind its owner's dash, on the same line."""
        start = self.all[index].start
        return bool(self.text[line_start(self.text, start) : start].strip())

    def begin(self, index: int) -> int:
        """Where a part of a block begins, comments directly above included; those at the head belong to the file."""
        start = self.all[index].start
        if self.is_inline(index):
            return start
        first = line_start(self.text, start)
        # Comments at the head of a file (licence, schema) belong to the file and not to its first key.
        if self.is_root and index == 0:
            return first
        lowest = self.finish(index - 1) if index else 0
        while first > lowest and self.text[:first].rpartition("\n")[0].rpartition("\n")[2].lstrip(" ").startswith("#"):
            first = line_start(self.text, first - 1)
        return first

    def finish(self, index: int) -> int:
        """Where a part of a block ends: behind its last line and the comments below that are indented deeper."""
        part = self.all[index]
        end = at = line_end(self.text, part.end)
        while at < len(self.text):
            line = self.text[at : line_end(self.text, at)]
            words = line.lstrip(" ")
            at += len(line)
            # A comment further in than the part is about its content; others are about what follows.
            if words.startswith("#") and len(line) - len(words) > self.column:
                end = at
            elif words.strip():
                break
        return end

    def between(self, index: int) -> str:
        """What stands between a part of a block and the one before it."""
        return self.text[self.finish(index - 1) : self.begin(index)]


def words_end(text: str, node: yaml.Node) -> int:
    """Where the words of a node end; PyYAML's own end mark may include blank lines and comments."""
    if isinstance(node, yaml.ScalarNode):
        return block_end(text, node) if node.style in ("|", ">") else node.end_mark.index
    assert isinstance(node, yaml.MappingNode | yaml.SequenceNode)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    if isinstance(node, yaml.MappingNode):
        return max(int(last[0].end_mark.index), words_end(text, last[1]))
    return max(YamlParts(text, node).all[-1].start + 1, words_end(text, last))


def block_end(text: str, node: yaml.Node) -> int:
    """Where the last line of a block scalar ends; blank lines behind it count only if its head has a "+"."""
    start, end = node.start_mark.index, node.end_mark.index
    whole = text[start:end]
    if keeps_breaks(text, node):
        return int(end) - whole.endswith("\n")
    return line_end(text, start + len(whole.rstrip(" \t\n"))) - 1


def keeps_breaks(text: str, node: yaml.Node) -> bool:
    """Whether a node ends in a block scalar with "+", to which blank lines behind it belong."""
    if isinstance(node, yaml.ScalarNode):
        start = node.start_mark.index
        return node.style in ("|", ">") and "+" in text[start : line_end(text, start)].partition("#")[0]
    assert isinstance(node, yaml.MappingNode | yaml.SequenceNode)
    if node.flow_style or not node.value:
        return False
    last = node.value[-1]
    return keeps_breaks(text, last[1] if isinstance(last, tuple) else last)


def line_start(text: str, at: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line behind that of a character begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
