"""Edits of a YAML file as values; all paths are those of the file as read, before any of the edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.record import record

YamlPath = tuple[str | int, ...]
"""The path from the whole file to a node: keys of mappings and indexes of lists, from 0."""

Scalar = str | int | float | bool | Decimal | None
YamlData = Scalar | Sequence["YamlData"] | Mapping[str, "YamlData"]


@record
class Replace:
    """A new value for a scalar; a text in a block keeps the line break at its end."""

    path: YamlPath
    value: Scalar


@record
class Insert:
    """A new item before the one that has its index, or a new key before the key `before`; at the end by default."""

    path: YamlPath
    value: YamlData
    before: str = ""


@record
class Delete:
    """Deletes an item or a key, with the comments directly above and behind it."""

    path: YamlPath


@record
class Move:
    """Moves an item or a key with its comments; `to` and `before` are as the path and `before` of `Insert`."""

    path: YamlPath
    to: YamlPath
    before: str = ""


Edit = Replace | Insert | Delete | Move
