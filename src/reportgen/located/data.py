"""Mappings, lists and strings that know their places, which are computed only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.located.origin import Origin

Node = yaml.Node | Origin


@dataclass(frozen=True, slots=True)
class LocatedSource:
    """A text that nodes were read from; origins are made when they are asked for, which is seldom."""

    text: str
    shown: str
    first_line: int

    def origin(self, node: Node) -> Origin:
        """The place of a node; an `Origin` is returned as it is."""
        if isinstance(node, Origin):
            return node
        start, end = node.start_mark, node.end_mark
        return Origin(self.shown, start.line + self.first_line, start.column + 1, self.text, start.index, end.index)


class LocatedStr(str):
    """A string from a file."""

    __slots__ = ("_node", "_source")
    _source: LocatedSource
    _node: Node

    @classmethod
    def at(cls, text: str, source: LocatedSource, node: Node) -> LocatedStr:
        """The text with its place."""
        marked = cls(text)
        marked._source, marked._node = source, node
        return marked

    @property
    def origin(self) -> Origin:
        """Where the string stands."""
        return self._source.origin(self._node)


class WrittenFloat(float):
    """A number with a point from a file, with its text: 4.50 is not 4.5, and most have no exact binary value."""

    written: str

    @classmethod
    def of(cls, text: str) -> WrittenFloat:
        """The number that a text writes."""
        number = cls(text)
        number.written = text
        return number

    # Pydantic makes a Decimal of the text, so 4.50 keeps its last digit.
    def __str__(self) -> str:
        return self.written


class LocatedList(list[Any]):
    """A list from a file, with the places of its items."""

    def __init__(self, source: LocatedSource, nodes: Sequence[Node]) -> None:
        super().__init__()
        self._source, self._nodes = source, nodes

    @property
    def origins(self) -> list[Origin]:
        """Where the items stand."""
        return [self._source.origin(node) for node in self._nodes]


class Origins(Mapping[str, Origin]):
    """Where the keys or the values of a mapping stand, by key."""

    __slots__ = ("_nodes", "_source")

    def __init__(self, source: LocatedSource, nodes: Mapping[str, Node]) -> None:
        self._source, self._nodes = source, nodes

    def __getitem__(self, key: str) -> Origin:
        return self._source.origin(self._nodes[key])

    def __contains__(self, key: object) -> bool:
        return key in self._nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


class LocatedDict(dict[str, Any]):
    """A mapping from a file, with the places of its keys and values."""

    def __init__(self, source: LocatedSource, node: Node) -> None:
        super().__init__()
        self._source, self._node = source, node
        self._keys: dict[str, Node] = {}
        self._values: dict[str, Node] = {}

    @property
    def origin(self) -> Origin:
        """Where the mapping stands."""
        return self._source.origin(self._node)

    @property
    def keys_at(self) -> Origins:
        """Where the keys stand."""
        return Origins(self._source, self._keys)

    @property
    def values_at(self) -> Origins:
        """Where the values stand."""
        return Origins(self._source, self._values)

    def put(self, key: str, value: Any, node: Node) -> None:
        """Add what was read from somewhere else."""
        self[key] = value
        self._keys[key] = self._values[key] = node

    def empty(self) -> LocatedDict:
        """An empty mapping in the same place."""
        return LocatedDict(self._source, self._node)
