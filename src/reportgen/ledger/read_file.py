"""From the located data of numbering.yaml to the ledger; errors have their place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt

from reportgen.comparison.difference import name_of_key
from reportgen.errors import InputError, Position, suggestion
from reportgen.ledger.model import Accepted, Insertions, Ledger, LedgerBlock, LedgerEdition, Structural
from reportgen.ledger.standing import State
from reportgen.located import LocatedDict
from reportgen.located.validate import Loc, Terms, place_in, validated
from reportgen.tree.path import ANNEXES, Path

_BLOCK = re.compile(
    r"(?P<kind>[a-z][a-z-]*)(?: (?P<path>(?:[a-z]+\.)?\d[\w .]*?))?(?: in (?P<owner>[\w/-]+))?(?:; (?P<words>.*))?"
)
_WORDS = (*ANNEXES, "table", "figure", "box")
_STEP = re.compile(r"[1-9]\d*(?: [a-z]+)*")


def _or_empty(empty: Any) -> BeforeValidator:
    """A validator that puts `empty` where a key has no value, which YAML reads as null."""
    return BeforeValidator(lambda written: empty if written is None else written)


class _Written(BaseModel):
    # YAML reads an unquoted digest such as 3102957744 as a number.
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, defer_build=True)


class WrittenChange(_Written):
    """A change that somebody answers for, as the file has it."""

    change: Structural
    why: Annotated[str, Field(min_length=1)]
    after: str = ""
    step: str = ""
    corrigendum: str = ""
    languages: tuple[str, ...] = ()


class WrittenEdition(_Written):
    """An edition as the file has it: a block is one line, which says kind, number and some words."""

    edition: StrictInt
    symbol: Annotated[str, _or_empty("")] = ""
    insertions: Insertions
    states: Annotated[dict[str, State], _or_empty({})] = {}
    changes: Annotated[dict[str, WrittenChange], _or_empty({})] = {}
    blocks: Annotated[dict[str, str], _or_empty({})] = {}
    texts: Annotated[dict[str, Annotated[dict[str, str], _or_empty({})]], _or_empty({})] = {}


class WrittenLedger(_Written):
    """numbering.yaml."""

    editions: tuple[WrittenEdition, ...]


def read_ledger(data: LocatedDict) -> Ledger:
    """The ledger; an `InputError` with its place where the file is not a ledger."""
    written = validated(WrittenLedger, data, _TERMS)
    return Ledger(
        tuple(_edition(each, data, ("editions", index)) for index, each in enumerate(written.editions)),
    )


def _edition(written: WrittenEdition, data: LocatedDict, place: Loc) -> LedgerEdition:
    return LedgerEdition(
        number=written.edition,
        symbol=written.symbol,
        insertions=written.insertions,
        states=written.states,
        blocks=tuple(_blocks(written, data["editions"][place[1]].get("blocks"))),
        texts=written.texts,
        changes=tuple(
            _accepted(name, change, place_in(data, (*place, "changes", name), key=True))
            for name, change in written.changes.items()
        ),
    )


def _blocks(written: WrittenEdition, data: LocatedDict) -> Iterator[LedgerBlock]:
    for name, line in written.blocks.items():
        position = data.keys_at[name].position
        match = _BLOCK.fullmatch(line)
        if match is None:
            raise InputError(f"'{line}' is no block", position, "kind number; words: paragraph 41; agenda council")
        path = parse_path(match["path"] or "", position)
        words = tuple((match["words"] or "").split())
        yield LedgerBlock(name, match["kind"], path, match["owner"] or "", words, position)


def parse_path(text: str, position: Position | None = None) -> Path:
    """The path that was written as 76.2, 41 bis or annex.1.3."""
    steps = text.split(".") if text else []
    for step in steps:
        if step not in _WORDS and not _STEP.fullmatch(step):
            raise InputError(f"'{text}' is no number", position, "41, 76.2, 41 bis or annex.1.3")
    return tuple(int(step) if step.isdigit() else step for step in steps)


def _accepted(key: str, written: WrittenChange, position: Position) -> Accepted:
    return Accepted(
        id=name_of_key(key),
        change=written.change,
        why=written.why,
        after=written.after,
        step=written.step,
        corrigendum=written.corrigendum,
        languages=written.languages,
        position=position,
    )


def _unknown(loc: Loc, name: str, position: Position) -> InputError:
    models: tuple[type[BaseModel], ...] = (WrittenLedger, WrittenLedger, WrittenEdition, WrittenEdition, WrittenChange)
    fields = models[min(len(loc), len(models)) - 1].model_fields
    return InputError(f"there is no field '{name}' here", position, suggestion(name, fields))


_TERMS = Terms(
    file="ledger",
    missing_hints={"why": 'a change has a reason: why: "…"', "editions": "reportgen numbers freeze writes them"},
    extra=_unknown,
    hint="reportgen numbers freeze writes the ledger, and numbers accept changes it",
)
