"""Mutations of the real report in every language: each is named rightly by id, and no unchanged block is accused."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.ledger.audit import audit
from reportgen.ledger.freeze import freeze_edition
from reportgen.ledger.model import Ledger
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.tree.inlines import CrossReference, NoteMark, Text
from reportgen.tree.nodes import Block, Document, Heading, Paragraph, Subparagraph
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines, content_of
from reportgen.workspace import Workspace
from tests.tools.mutations import Expected, assert_expected

WORKSPACE = Workspace.at(Path(__file__).parents[2])
REPORT = pipeline.load(WORKSPACE, "e-cn.15-2019-9")
LANGUAGES = pipeline.report_languages(WORKSPACE, REPORT)
TIMES = 8

Unit = list[Block]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return pipeline.build_all(WORKSPACE, REPORT)


@pytest.fixture(scope="module")
def ledger(documents: dict[str, Document]) -> Ledger:
    return freeze_edition(Ledger(), documents["en"], documents, LANGUAGES)


def renumbered(document: Document, blocks: list[Block]) -> Document:
    """The document with other blocks, numbered anew and its cross-references resolved anew."""
    language = pipeline.language(WORKSPACE, document.language)
    return resolve_references(number_blocks(replace(document, blocks=tuple(blocks)), language), language)


def units(document: Document) -> list[Unit]:
    """The blocks, each paragraph together with its parts."""
    found: list[Unit] = []
    for block in document.blocks:
        if isinstance(block, Subparagraph):
            found[-1].append(block)
        else:
            found.append([block])
    return found


def blocks_of(found: list[Unit]) -> list[Block]:
    return [block for unit in found for block in unit]


def notes_of(unit: Unit) -> set[str]:
    return {inline.note for block in unit for inline in all_inlines(block.content) if isinstance(inline, NoteMark)}


def ids_of(unit: Unit) -> set[str]:
    return {block.id for block in unit} | notes_of(unit)


def paragraphs(found: list[Unit]) -> list[int]:
    return [index for index, unit in enumerate(found) if isinstance(unit[0], Paragraph)]


def referred(document: Document) -> set[str]:
    """Blocks that a cross-reference points to: those that refer to them cannot do without."""
    inlines = [inline for unit in units(document) for block in unit for inline in all_inlines(content_of(block))]
    return {name for each in inlines if isinstance(each, CrossReference) for name in (*each.targets, each.to)}


def insert(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    at = dice.choice(paragraphs(found)) + dice.randint(0, 1)
    found.insert(at, [Paragraph("inserted-here", (Text(f"Something wholly new is said here, number {at}."),))])
    return Expected(inserted={"inserted-here"})


def delete(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    at = dice.choice([index for index in paragraphs(found) if found[index][0].id not in referred(document)])
    return Expected(deleted=ids_of(found.pop(at)))


def move(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    source = dice.choice([index for index in paragraphs(found) if len(found[index]) == 1])
    target = dice.choice([index for index in range(2, len(found)) if abs(index - source) > 1])
    unit = found.pop(source)
    found.insert(target, unit)
    return Expected(moved={unit[0].id})


def swap(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    one, other = sorted(dice.sample(paragraphs(found), 2))
    found[one], found[other] = found[other], found[one]
    ids = found[one][0].id, found[other][0].id
    return Expected(moved=set(ids)) if other - one > 1 else Expected(moved={ids[0]}, either=({ids[1]},))


def reword(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    at = dice.choice(paragraphs(found))
    block = found[at][0]
    found[at][0] = replace(block, content=(*block.content, Text(" One more thing.")))
    return Expected(reworded={block.id})


def split(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    at = dice.choice([index for index in paragraphs(found) if is_long(found[index])])
    block = found[at][0]
    text = plain_text(block.content)
    half = len(text) * dice.randint(40, 60) // 100
    found[at] = [replace(block, content=(Text(text[:half]),))]
    found.insert(at + 1, [Paragraph("second-half", (Text(text[half:]),))])
    return Expected(inserted={"second-half"}, reworded={block.id}, remarks={"second-half": f"split from {block.id}"})


def merge(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    pairs = [index for index in paragraphs(found) if index + 1 < len(found) and is_mergeable(document, found, index)]
    at = dice.choice(pairs)
    block, gone = found[at][0], found.pop(at + 1)[0]
    found[at] = [replace(block, content=(*block.content, Text(" "), *gone.content))]
    return Expected(deleted={gone.id}, reworded={block.id}, remarks={gone.id: f"merged into {block.id}"})


def is_long(unit: Unit) -> bool:
    return len(unit) == 1 and len(plain_text(unit[0].content)) > 200 and not notes_of(unit)


def is_mergeable(document: Document, found: list[Unit], index: int) -> bool:
    one, other = found[index], found[index + 1]
    return (
        isinstance(other[0], Paragraph) and len(one) == len(other) == 1 and other[0].id not in referred(document)
        and not notes_of(one) and not notes_of(other)
    )  # fmt: skip


def demote(dice: random.Random, document: Document, found: list[Unit]) -> Expected:
    """A whole section goes away: its heading with all that stands under it."""
    headings = [index for index, unit in enumerate(found) if isinstance(unit[0], Heading)]
    ends = [*headings[1:], len(found)]
    spans = [(start, end) for start, end in zip(headings, ends, strict=True) if end - start > 1]
    start, end = dice.choice([span for span in spans if not ids_within(found, span) & referred(document)])
    gone = set().union(*(ids_of(unit) for unit in found[start:end]))
    del found[start:end]
    return Expected(deleted=gone)


def ids_within(found: list[Unit], span: tuple[int, int]) -> set[str]:
    return {block.id for unit in found[slice(*span)] for block in unit}


MUTATIONS: list[Callable[[random.Random, Document, list[Unit]], Expected]] = [
    insert, delete, move, swap, reword, split, merge, demote,
]  # fmt: skip


@pytest.mark.parametrize("time", range(TIMES))
@pytest.mark.parametrize("mutate", MUTATIONS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_mutation_is_named_and_nothing_else(
    documents: dict[str, Document], ledger: Ledger, tag: str, mutate: Callable[..., Expected], time: int
) -> None:
    document = documents[tag]
    found = units(document)
    expected = mutate(random.Random(f"{mutate.__name__} {time}"), document, found)
    mutated = renumbered(document, blocks_of(found))
    original = mutated if tag == "en" else replace(mutated, language="en")
    [standing] = audit(ledger, original, {tag: mutated}).standings
    if tag != "en":  # the sketches in the ledger are of English words
        expected = replace(expected, remarks={})
    assert_expected(standing.differences, expected)
    assert all(each.reworded in ((), (tag,)) for each in standing.differences)
    numbers = {block.id: block.number.path for block in mutated.blocks if getattr(block, "number", None)}
    assert {
        each.id: each.new for each in standing.differences if each.id in numbers and each.place != "deleted"
    } == numbers
    assert standing.refused == {each.id for each in standing.differences if each.structural}
