"""The figures that the author of the budget report wrote, each with its place in the YAML; other values for them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from reportgen.located import Replace, YamlPath

ROOT = Path(__file__).parents[3]
SLUG = "a-80-590"
FOLDER = ROOT / "inputs" / SLUG
_FACTS = ("count", "number", "money", "percent")


@dataclass(frozen=True)
class Figure:
    """A figure of the author: its name, block/fact or table/row/column; what prints it; where it stands."""

    name: str
    piece: str
    file: str
    path: YamlPath
    value: Decimal
    kind: str
    notes: tuple[str, ...] = ()

    def other(self, chance: random.Random) -> Decimal:
        """Another value of the same kind, with as many decimals, and not below nought where that means nothing."""
        step = Decimal(1).scaleb(int(self.value.as_tuple().exponent)) if self.kind != "money" else Decimal(100)
        most = Decimal(100) if self.kind == "percent" else max(abs(self.value) * 2, step * 20)
        while True:
            found = step * chance.randint(1, int(most / step))
            if found != abs(self.value):
                return -found if self.value < 0 else found

    def edit(self, value: Decimal) -> Replace:
        """The edit of its file that writes another value."""
        return Replace(self.path, int(value) if value == value.to_integral_value() and "." not in str(value) else value)


@lru_cache(maxsize=1)
def figures() -> Mapping[str, Figure]:
    """Every figure of the report by its name."""
    found: dict[str, Figure] = {}
    for path in sorted(FOLDER.glob("sections/*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        for place, block in _blocks(data.get("paragraphs", ()), ("paragraphs",)):
            for figure in (*_facts(block, place, path.name), *_cells(block, place, path.name)):
                found[figure.name] = figure
    return found


@lru_cache(maxsize=1)
def row_numbers() -> Mapping[str, int]:
    """The numbers of the rows of tables, by table/row, from 1."""
    found: dict[str, int] = {}
    for path in sorted(FOLDER.glob("sections/*.yaml")):
        for block in yaml.safe_load(path.read_text("utf-8")).get("paragraphs", ()):
            names = block.get("table", {}).get("row_ids", ())
            found |= {f"{block['id']}/{name}": number for number, name in enumerate(names, 1)}
    return found


def _blocks(blocks: list[Any], place: YamlPath) -> Iterator[tuple[YamlPath, dict[str, Any]]]:
    for index, block in enumerate(blocks):
        yield (*place, index), block
        yield from _blocks(block.get("subparagraphs", []), (*place, index, "subparagraphs"))


def _facts(block: dict[str, Any], place: YamlPath, file: str) -> Iterator[Figure]:
    notes = tuple(block.get("notes", ()))
    for name, fact in block.get("facts", {}).items():
        for kind in _FACTS:
            if kind in fact:
                path = (*place, "facts", name, kind)
                yield Figure(f"{block['id']}/{name}", block["id"], file, path, Decimal(str(fact[kind])), kind, notes)


def _cells(block: dict[str, Any], place: YamlPath, file: str) -> Iterator[Figure]:
    table = block.get("table", {})
    columns = [each.get("id") if isinstance(each, dict) else None for each in table.get("columns", ())]
    for line, row in enumerate(table.get("rows", ())):
        for number, cell in enumerate(row):
            value = _number(cell)
            if value is not None:
                names = table.get("row_ids", ())
                name = f"{block['id']}/{names[line] if names else line + 1}/{columns[number] or number + 1}"
                path = (*place, "table", "rows", line, number)
                yield Figure(name, f"{block['id']}/{line + 1}-{number + 1}", file, path, value, "cell")


def _number(cell: Any) -> Decimal | None:
    if isinstance(cell, bool) or cell in (None, ""):
        return None
    try:
        return Decimal(str(cell))
    except InvalidOperation:
        return None
