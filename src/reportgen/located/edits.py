"""Edits of a YAML file as values; every place is that of the file as it was read, whatever the other edits do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

YamlPath = tuple[str | int, ...]
"""The way from the whole file to a node: keys of mappings, and indexes of lists from 0."""

Scalar = str | int | float | bool | Decimal | None
YamlData = Scalar | Sequence["YamlData"] | Mapping[str, "YamlData"]


@dataclass(frozen=True, slots=True)
class Replace:
    """Another value for a scalar; a text that stands in a block keeps the line break at its end."""

    path: YamlPath
    value: Scalar


@dataclass(frozen=True, slots=True)
class Insert:
    """A new item before the one that has its index, or a new key before another one; at the end where there is none."""

    path: YamlPath
    value: YamlData
    before: str = ""


@dataclass(frozen=True, slots=True)
class Delete:
    """An item or a key that goes, with the comments directly above and behind it."""

    path: YamlPath


@dataclass(frozen=True, slots=True)
class Move:
    """An item or a key that goes to another place, with its comments; `to` and `before` are as in `Insert`."""

    path: YamlPath
    to: YamlPath
    before: str = ""


Edit = Replace | Insert | Delete | Move
