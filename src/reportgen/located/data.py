"""Mappings, lists and strings that know their places, which are computed only when asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from reportgen.located.origin import Origin

_LINE = re.compile("^", re.MULTILINE)
_BITS = 32


def place(start: int, end: int) -> int:
    """A start and an end in a text as one number, which takes a third of the memory of a pair."""
    return start << _BITS | end


Place = int | Origin
"""Where a value stands: start and end in the text of its source in one number, or its origin itself."""


class LocatedSource:
    """A text that values were read from; origins are made when they are asked for, which is seldom."""

    def __init__(self, text: str, shown: str, first_line: int) -> None:
        self.text, self.shown, self.first_line = text, shown, first_line

    def origin(self, at: Place) -> Origin:
        """What a place means; an `Origin` is returned as it is."""
        if isinstance(at, Origin):
            return at
        start, end = at >> _BITS, at & ((1 << _BITS) - 1)
        line = bisect_right(self._line_starts, start) - 1
        column = start - self._line_starts[line] + 1
        return Origin(self.shown, line + self.first_line, column, self.text, start, end)

    @cached_property
    def _line_starts(self) -> list[int]:
        # Kept, since counting line ends before each place would make large files quadratic.
        return [match.start() for match in _LINE.finditer(self.text)]


class LocatedStr(str):
    """A string from a file."""

    __slots__ = ("_place", "_source")
    _source: LocatedSource
    _place: Place

    @classmethod
    def at(cls, text: str, source: LocatedSource, at: Place) -> LocatedStr:
        """The text with its place."""
        marked = cls(text)
        marked._source, marked._place = source, at
        return marked

    @property
    def origin(self) -> Origin:
        """Where the string stands."""
        return self._source.origin(self._place)


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

    __slots__ = ("_places", "_source")

    def __init__(self, source: LocatedSource, items: Sequence[Any], places: Sequence[Place]) -> None:
        super().__init__(items)
        self._source, self._places = source, places

    @property
    def origins(self) -> ItemOrigins:
        """Where the items stand."""
        return ItemOrigins(self._source, self._places)


class ItemOrigins(Sequence[Origin]):
    """Where the items of a list stand, by index."""

    __slots__ = ("_places", "_source")

    def __init__(self, source: LocatedSource, places: Sequence[Place]) -> None:
        self._source, self._places = source, places

    @overload
    def __getitem__(self, index: int) -> Origin: ...
    @overload
    def __getitem__(self, index: slice) -> ItemOrigins: ...
    def __getitem__(self, index: int | slice) -> Origin | ItemOrigins:
        if isinstance(index, slice):
            return ItemOrigins(self._source, self._places[index])
        return self._source.origin(self._places[index])

    def __len__(self) -> int:
        return len(self._places)


class Origins(Mapping[str, Origin]):
    """Where the keys or the values of a mapping stand, by key."""

    __slots__ = ("_places", "_source")

    def __init__(self, source: LocatedSource, places: Mapping[str, Place]) -> None:
        self._source, self._places = source, places

    def __getitem__(self, key: str) -> Origin:
        return self._source.origin(self._places[key])

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class LocatedDict(dict[str, Any]):
    """A mapping from a file, with the places of its keys and values."""

    __slots__ = ("_keys", "_source", "_values", "place")

    def __init__(self, source: LocatedSource, at: Place) -> None:
        super().__init__()
        self._source, self.place = source, at
        self._keys: dict[str, Place] = {}
        self._values: dict[str, Place] = {}

    @property
    def origin(self) -> Origin:
        """Where the mapping stands."""
        return self._source.origin(self.place)

    @property
    def keys_at(self) -> Origins:
        """Where the keys stand."""
        return Origins(self._source, self._keys)

    @property
    def values_at(self) -> Origins:
        """Where the values stand."""
        return Origins(self._source, self._values)

    def put(self, key: str, value: Any, value_at: Place, key_at: Place | None = None) -> None:
        """Add a value with its place; what was read from somewhere else has its key there too."""
        self[key] = value
        self._values[key], self._keys[key] = value_at, value_at if key_at is None else key_at

    def empty(self) -> LocatedDict:
        """An empty mapping in the same place."""
        return LocatedDict(self._source, self.place)
