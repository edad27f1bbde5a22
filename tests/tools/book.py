"""A small report in English and Chinese whose paragraphs a test rewrites, and its ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.ledger.model import Ledger
from reportgen.ledger.standing import Audit, Standing
from reportgen.ledger.write_file import load
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from reportgen.workspace.writing import write_all

HEADINGS = {"one": "Section of beginnings", "two": "Section of ends"}
SUBJECTS = {
    "alpha": "judges in the juvenile courts of the capital received training on detention",
    "beta": "a helpline for survivors of violence was opened in the north by volunteers",
    "gamma": "prosecutors of the south drafted guidelines on shelters and witness protection",
    "delta": "experts met in the capital and reviewed a handbook on restorative justice",
    "epsilon": "prison officers in the west learned about rehabilitation and parole boards",
}


@dataclass
class Book:
    """The report: sections with their paragraphs, written anew by each call of `write`."""

    tiny: Any
    sections: dict[str, list[Any]]

    def write(self, **sections: Sequence[Any]) -> None:
        """Write the report with these sections: a paragraph is an id, (id, text) or (id, [ids of its parts])."""
        self.sections.update({name: list(rows) for name, rows in sections.items()})
        for name, rows in self.sections.items():
            self.tiny.section("".join(_section(name, rows)), name)
        names = ", ".join(name for name, rows in self.sections.items() if rows)
        self.tiny.report(
            f"symbol: {self.symbol}\nlanguage: en\ntitle: A small report\nmasthead: {{organ: ecosoc}}\n"
            f"sections: [{names}]\n"
        )

    symbol: str = "A/99/1"

    def built(self) -> Built:
        return Built(self.tiny.workspace, self.tiny.load())

    def freeze(self, tags: Sequence[str] = ("en",), **options: Any) -> None:
        write_all(self.tiny.root, numbers.freeze(self.built(), tags, **options).file())

    def accept(self, *ids: str, why: str = "Asked for", **options: Any) -> None:
        write_all(self.tiny.root, numbers.accept(self.built(), ids, why, **options).file())

    def ledger(self) -> Ledger:
        return load(self.tiny.workspace, "tiny")

    def audit(self, tags: Sequence[str] = ("en",)) -> Audit:
        found = numbers.check(self.built(), tags)
        assert found is not None
        return found

    def standing(self, tags: Sequence[str] = ("en",)) -> Standing:
        [only] = self.audit(tags).standings
        return only

    def numbers(self, tag: str = "en") -> list[str]:
        """Every number with the id of its block."""
        blocks = self.built()[tag].blocks
        return [f"{'.'.join(map(str, block.number.path))} {block.id}" for block in blocks if block.number]

    def findings(self, tags: Sequence[str] = ("en",)) -> list[str]:
        """What the rule about the ledger says."""
        found = pipeline.check(self.tiny.workspace, self.tiny.load(), tags)
        return [f"{each.code} {each.language}{each.where}: {each.message}" for each in found if each.code[:4] == "RG09"]


def _section(name: str, rows: Iterable[Any]) -> Iterable[str]:
    yield f"id: {name}\nheading: {HEADINGS.get(name, f'Section {name}')}\nparagraphs:\n"
    for row in rows:
        paragraph, more = row if isinstance(row, tuple) else (row, None)
        text = more if isinstance(more, str) else text_of(paragraph)
        yield f"  - id: {paragraph}\n    text: {text}\n"
        if isinstance(more, list):
            yield "    subparagraphs:\n"
            yield from (f"      - id: {part}\n        text: {text_of(part)}\n" for part in more)
        if isinstance(more, dict):
            yield "    notes:\n"
            yield from (f"      {note}: {text}\n" for note, text in more["notes"].items())


def text_of(name: str) -> str:
    return f"During the year, {SUBJECTS.get(name, f'something wholly different happened under {name}')}."


@pytest.fixture
def book(tiny: Any) -> Book:
    """Two sections, one and two, with five paragraphs; nothing is frozen."""
    found = Book(tiny, {})
    found.write(one=["alpha", "beta"], two=["gamma", "delta", "epsilon"])
    return found


@pytest.fixture
def frozen(book: Book) -> Book:
    """The same, frozen in English."""
    book.freeze()
    return book
