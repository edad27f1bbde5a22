"""From the located data of numbering.yaml to the ledger, with the place of whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from reportgen.comparison.difference import name_of_key
from reportgen.errors import InputError, Position, suggestion
from reportgen.ledger.model import CHANGES, INSERTIONS, STATES, Accepted, Block, Edition, Ledger
from reportgen.located import LocatedDict, LocatedList
from reportgen.tree.path import ANNEXES, Path

Value = TypeVar("Value", bound=str)

_BLOCK = re.compile(
    r"(?P<kind>[a-z][a-z-]*)(?: (?P<path>(?:[a-z]+\.)?\d[\w .]*?))?(?: in (?P<owner>[\w/-]+))?(?:; (?P<words>.*))?"
)
_WORDS = (*ANNEXES, "table", "figure", "box")
_STEP = re.compile(r"[1-9]\d*(?: [a-z]+)*")
_EDITION = ("edition", "symbol", "insertions", "states", "changes", "blocks", "texts")
_CHANGE = ("change", "after", "step", "corrigendum", "languages", "why")


def read_ledger(data: LocatedDict) -> Ledger:
    """The ledger; an `InputError` with its place where the file says something else than a ledger does."""
    _known(data, ("editions",))
    editions = data.get("editions")
    if not isinstance(editions, LocatedList):
        raise InputError("expected a list of editions", _at(data, "editions"), "reportgen numbers freeze writes it")
    return Ledger(
        tuple(_edition(each, origin.position) for each, origin in zip(editions, editions.origins, strict=True))
    )


def _edition(data: Any, at: Position) -> Edition:
    if not isinstance(data, LocatedDict):
        raise InputError("expected an edition", at)
    _known(data, _EDITION)
    number = data.get("edition")
    if not isinstance(number, int):
        raise InputError("an edition has a number", _at(data, "edition"), "edition: 1")
    states = _section(data, "states")
    texts = _section(data, "texts")
    return Edition(
        number=number,
        symbol=str(data.get("symbol") or ""),
        insertions=_one_of(data, "insertions", INSERTIONS),
        states={tag: _one_of(states, tag, STATES) for tag in states},
        blocks=tuple(
            _block(name, value, blocks) for blocks in [_section(data, "blocks")] for name, value in blocks.items()
        ),
        texts={tag: {name: str(value) for name, value in _section(texts, tag).items()} for tag in texts},
        changes=tuple(_accepted(name, changes) for changes in [_section(data, "changes")] for name in changes),
    )


def _block(name: str, value: Any, blocks: LocatedDict) -> Block:
    match = _BLOCK.fullmatch(str(value))
    position = blocks.keys_at[name].position
    if match is None:
        raise InputError(f"'{value}' is no block", position, "kind number; words: paragraph 41; agenda council")
    path = parse_path(match["path"] or "", position)
    return Block(name, match["kind"], path, match["owner"] or "", tuple((match["words"] or "").split()), position)


def parse_path(text: str, position: Position | None = None) -> Path:
    """The path that was written as 76.2, 41 bis or annex.1.3."""
    steps = text.split(".") if text else []
    for step in steps:
        if step not in _WORDS and not _STEP.fullmatch(step):
            raise InputError(f"'{text}' is no number", position, "41, 76.2, 41 bis or annex.1.3")
    return tuple(int(step) if step.isdigit() else step for step in steps)


def _accepted(name: str, changes: LocatedDict) -> Accepted:
    data = _section(changes, name)
    _known(data, _CHANGE)
    why = str(data.get("why") or "")
    if not why:
        raise InputError(f"the change of '{name}' has no reason", _at(changes, name), 'why: "…"')
    return Accepted(
        id=name_of_key(name),
        change=_one_of(data, "change", CHANGES),
        why=why,
        after=str(data.get("after") or ""),
        step=str(data.get("step") or ""),
        corrigendum=str(data.get("corrigendum") or ""),
        languages=tuple(str(tag) for tag in data.get("languages") or ()),
        position=changes.keys_at[name].position,
    )


def _section(data: LocatedDict, key: str) -> LocatedDict:
    value = data.get(key)
    if value is None or value == {}:
        return data.empty()
    if not isinstance(value, LocatedDict):
        raise InputError(f"'{key}' is a mapping", _at(data, key))
    return value


def _one_of(data: LocatedDict, key: str, choices: Collection[Value]) -> Value:
    value = data.get(key)
    for choice in choices:
        if choice == value:
            return choice
    raise InputError(f"'{key}' is '{value}'", _at(data, key), f"one of: {', '.join(choices)}")


def _known(data: LocatedDict, keys: Collection[str]) -> None:
    for key in data:
        if key not in keys:
            raise InputError(f"there is no key '{key}' here", data.keys_at[key].position, suggestion(key, keys))


def _at(data: LocatedDict, key: str) -> Position:
    values: Mapping[str, Any] = data.values_at
    origin = values.get(key) or data.origin
    position: Position = origin.position
    return position
