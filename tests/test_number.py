from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import language as languages
from reportgen.language import Language
from reportgen.number import number_blocks
from reportgen.tree.inlines import Bold, Content, Italic, NoteMark, PrintedFact, Text
from reportgen.tree.nodes import (
    Block,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    PlainParagraph,
    Subparagraph,
    Summary,
)
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workspace import Workspace

ENGLISH = languages.load(Workspace.at(), "en")
CHINESE = languages.load(Workspace.at(), "zh")

Number_ = Callable[..., Document]


@pytest.fixture(scope="module")
def numbered(document_of: Callable[..., Document]) -> Number_:
    def number(*blocks: Block, notes: tuple[Note, ...] = (), language: Language = ENGLISH) -> Document:
        return number_blocks(document_of(language, *blocks, notes=notes), language)

    return number


def labels(document: Document) -> list[str]:
    return [block.number.label if getattr(block, "number", None) else "" for block in all_blocks(document)]


def paths(document: Document) -> list[tuple[int | str, ...]]:
    return [block.number.path if getattr(block, "number", None) else () for block in all_blocks(document)]


def marks(content: Content) -> list[NoteMark]:
    return [each for each in all_inlines(content) if isinstance(each, NoteMark)]


SMALL: tuple[Block, ...] = (
    Summary("summary", (), (PlainParagraph("s1", ()), PlainParagraph("s2", ()))),
    Heading("one", 1, ()),
    Paragraph("p1", ()),
    Heading("one-a", 2, ()),
    Paragraph("p2", ()),
    Subparagraph("p2a", 1, ()),
    Subparagraph("p2b", 1, ()),
    Subparagraph("p2b1", 2, ()),
    Subparagraph("p2b2", 2, ()),
    Subparagraph("p2c", 1, ()),
    Subparagraph("p2c1", 2, ()),
    PlainParagraph("plain", ()),
    Heading("one-b", 2, ()),
    Heading("two", 1, ()),
    Paragraph("p3", ()),
    Subparagraph("p3a", 1, ()),
    Heading("two-a", 2, ()),
)


def test_numbers_of_a_small_document(numbered: Number_) -> None:
    document = numbered(*SMALL)
    assert paths(document) == [
        (), (), (), (1,), (1,), (1, 1), (2,), (2, 1), (2, 2), (2, 2, 1), (2, 2, 2), (2, 3), (2, 3, 1), (), (1, 2),
        (2,), (3,), (3, 1), (2, 1),
    ]  # fmt: skip
    assert labels(document) == [
        "", "", "", "I.", "1.", "A.", "2.", "(a)", "(b)", "(i)", "(ii)", "(c)", "(i)", "", "B.", "II.", "3.", "(a)",
        "A.",
    ]  # fmt: skip


def test_labels_are_those_of_the_language_and_paths_are_not(numbered: Number_) -> None:
    english, chinese = numbered(*SMALL), numbered(*SMALL, language=CHINESE)
    assert paths(chinese) == paths(english)
    assert labels(chinese)[3:10] == ["一.", "1.", "A.", "2.", "(a)", "(b)", "㈠"]


def test_a_level_that_is_skipped_counts_as_one(numbered: Number_) -> None:
    document = numbered(Heading("a", 1, ()), Heading("b", 3, ()), Heading("c", 3, ()), Heading("d", 2, ()))
    assert paths(document) == [(1,), (1, 1, 1), (1, 1, 2), (1, 2)]


def test_numbering_again_changes_nothing(numbered: Number_) -> None:
    document = numbered(*SMALL)
    assert number_blocks(document, ENGLISH) == document


def test_notes_are_numbered_in_the_order_of_their_first_marks(numbered: Number_) -> None:
    blocks = [
        Paragraph("a", (Text("x"), NoteMark("late"), Italic((Bold((NoteMark("later"),)),)))),
        Subparagraph("b", 1, (NoteMark("latest"), NoteMark("late"))),
    ]
    written = tuple(Note(name, (Text(name),)) for name in ("latest", "never", "late", "later"))
    document = numbered(*blocks, notes=written)
    found = [(note.id, note.number) for note in document.notes]
    assert found == [("late", Number((1,), "1")), ("later", Number((2,), "2")), ("latest", Number((3,), "3"))]
    assert [mark.label for block in document.blocks for mark in marks(block.content)] == ["1", "2", "3", "1"]


def test_a_mark_inside_a_printed_fact_is_labelled(numbered: Number_) -> None:
    fact = PrintedFact("f", "count", "1", (Text("one"), NoteMark("n")))
    document = numbered(Paragraph("a", (fact,)), notes=(Note("n", ()),))
    assert marks(document.blocks[0].content) == [NoteMark("n", "1")]


def test_notes_of_the_summary_come_first(numbered: Number_) -> None:
    summary = Summary("summary", (), (PlainParagraph("s", (NoteMark("first"),)),))
    body = Paragraph("a", (NoteMark("second"),))
    document = numbered(summary, body, notes=(Note("second", ()), Note("first", ())))
    assert [note.id for note in document.notes] == ["first", "second"]


def test_notes_of_the_masthead_take_asterisks(document_of: Callable[..., Document]) -> None:
    document = document_of(ENGLISH, Paragraph("a", (NoteMark("n"),)), notes=(Note("n", ()),))
    item = (Text("Item 7"), NoteMark("agenda-note"), NoteMark("other-note"))
    own = (Note("agenda-note", (), asterisk=True), Note("other-note", (), asterisk=True))
    document = replace(document, masthead=replace(document.masthead, agenda_item=item, notes=own))
    found = number_blocks(document, ENGLISH)
    assert [mark.label for mark in marks(found.masthead.agenda_item)] == ["*", "**"]
    assert [note.number for note in found.masthead.notes] == [Number((), "*"), Number((), "**")]
    assert [note.number for note in found.notes] == [Number((1,), "1")]


LETTERS = st.sampled_from(("heading", "paragraph", "plain", "summary", "sub1", "sub2", "sub3", "sub4"))
PIECES = st.lists(st.tuples(LETTERS, st.integers(1, 6), st.lists(st.integers(0, 8), max_size=2)), max_size=60)


def blocks_of(pieces: list[tuple[str, int, list[int]]]) -> list[Block]:
    """Any tree that a report can be: headings and subparagraphs go down one level at a time."""
    blocks: list[Block] = []
    heading, part = 0, -1
    for index, (kind, level, notes) in enumerate(pieces):
        name, content = f"b{index}", tuple(NoteMark(f"n{note}") for note in notes)
        if kind == "heading":
            heading, part = min(level, heading + 1), -1
            blocks.append(Heading(name, heading, ()))
        elif kind == "paragraph":
            part = 0
            blocks.append(Paragraph(name, content))
        elif kind.startswith("sub") and kind != "summary" and part >= 0:
            part = min(int(kind[-1]), part + 1)
            blocks.append(Subparagraph(name, part, content))
        elif kind == "plain":
            blocks.append(PlainParagraph(name, content))
        elif kind == "summary":
            blocks.append(Summary(name, (), (PlainParagraph(f"{name}s", content),)))
    return blocks


NOTES = tuple(Note(f"n{number}", ()) for number in range(9))


@given(PIECES)
def test_paragraphs_run_from_1_without_gap(numbered: Number_, pieces: list[tuple[str, int, list[int]]]) -> None:
    document = numbered(*blocks_of(pieces), notes=NOTES)
    found = [block.number for block in document.blocks if isinstance(block, Paragraph)]
    assert found == [Number((number,), f"{number}.") for number in range(1, len(found) + 1)]


@given(PIECES)
def test_headings_and_subparagraphs_follow_one_another(
    numbered: Number_, pieces: list[tuple[str, int, list[int]]]
) -> None:
    document = numbered(*blocks_of(pieces), notes=NOTES)
    for kinds in ((Heading,), (Paragraph, Subparagraph)):
        found = [block.number.path for block in document.blocks if isinstance(block, kinds) and block.number]
        assert found[:1] in ([], [(1,)])
        for before, after in pairwise(found):
            assert follows(before, after)


def follows(before: tuple[int | str, ...], after: tuple[int | str, ...]) -> bool:
    """One step down, the next one here, or the next one further up."""
    if len(after) > len(before):
        return after == (*before, 1)
    last = before[len(after) - 1]
    return isinstance(last, int) and after == (*before[: len(after) - 1], last + 1)


@given(PIECES)
def test_numbers_are_the_same_in_every_language_and_unique(
    numbered: Number_, pieces: list[tuple[str, int, list[int]]]
) -> None:
    blocks = blocks_of(pieces)
    english, chinese = numbered(*blocks, notes=NOTES), numbered(*blocks, notes=NOTES, language=CHINESE)
    assert paths(english) == paths(chinese)
    for kinds in ((Heading,), (Paragraph, Subparagraph)):
        found = [block.number for block in english.blocks if isinstance(block, kinds)]
        assert len({number.path for number in found if number}) == len(found)


@given(PIECES)
def test_notes_run_from_1_in_the_order_of_their_first_marks(
    numbered: Number_, pieces: list[tuple[str, int, list[int]]]
) -> None:
    document = numbered(*blocks_of(pieces), notes=NOTES)
    assert [note.number for note in document.notes] == [
        Number((number,), str(number)) for number in range(1, len(document.notes) + 1)
    ]
    found = [mark for block in all_blocks(document) for mark in marks(content_of(block))]
    assert list(dict.fromkeys(mark.note for mark in found)) == [note.id for note in document.notes]
    of_note = {note.id: note.number.label for note in document.notes if note.number}
    assert all(mark.label == of_note[mark.note] for mark in found)


@given(PIECES)
def test_numbering_changes_nothing_but_numbers(numbered: Number_, pieces: list[tuple[str, int, list[int]]]) -> None:
    blocks = blocks_of(pieces)
    assert [block.id for block in numbered(*blocks, notes=NOTES).blocks] == [block.id for block in blocks]


def test_steps_that_are_decided_are_kept_and_the_count_goes_on(document_of: Callable[..., Document]) -> None:
    blocks = [Paragraph(name, ()) for name in ("a", "new", "b", "c")]
    document = document_of(ENGLISH, *blocks, Subparagraph("c-one", 1, ()))
    found = number_blocks(document, ENGLISH, {"new": "1 bis", "c": 7})
    assert labels(found) == ["1.", "1 bis.", "2.", "7.", "(a)"]
    assert paths(found) == [(1,), ("1 bis",), (2,), (7,), (7, 1)]
