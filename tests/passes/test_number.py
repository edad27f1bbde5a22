from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import language as languages
from reportgen.language import Language
from reportgen.passes.number import number_blocks
from reportgen.tree.inlines import Bold, Content, Italic, NoteMark, PrintedFact, Text
from reportgen.tree.nodes import (
    Alternative,
    Annex,
    Block,
    Box,
    Cell,
    Document,
    Figure,
    Heading,
    LetterNote,
    ListItem,
    Note,
    Number,
    Paragraph,
    Picture,
    PlainParagraph,
    Quotation,
    Subparagraph,
    Summary,
    Table,
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


def table(name: str, *marked: str, notes: tuple[str, ...] = ()) -> Table:
    """A table with a mark in each cell of its only row."""
    cells = tuple(Cell(f"{name}/1-{index}", (NoteMark(mark),)) for index, mark in enumerate(marked, 1))
    heads = tuple(Cell(f"{name}/head-{index}", ()) for index in range(1, len(marked) + 1))
    below = tuple(LetterNote(note, ()) for note in notes)
    return Table(name, (), heads, (cells,), (1,) * len(marked), (False,) * len(marked), notes=below)


def box(name: str, content: Content = (), notes: tuple[str, ...] = ()) -> Box:
    return Box(name, content, (), notes=tuple(LetterNote(note, ()) for note in notes))


def figure(name: str) -> Figure:
    return Figure(name, (), Picture(b"", "png", (1, 1), ""), 100, Alternative(f"{name}/alternative", ()))


IN_ANNEXES: tuple[Block, ...] = (
    Heading("one", 1, ()),
    Paragraph("p1", ()),
    table("t1"),
    Annex("a1", 1, ()),
    Paragraph("p2", ()),
    Subparagraph("p2a", 1, ()),
    Heading("two", 1, ()),
    table("t2"),
    Annex("a2", 1, ()),
    Annex("x1", 2, ()),
    Paragraph("p3", ()),
    Annex("x2", 2, ()),
    Paragraph("p4", ()),
    Annex("a3", 1, ()),
    Annex("x3", 2, ()),
    Heading("three", 1, ()),
    Heading("three-a", 2, ()),
    figure("f1"),
    box("b1"),
)


def test_annexes_and_appendices_begin_anew_and_tables_do_not(numbered: Number_) -> None:
    document = numbered(*IN_ANNEXES)
    assert dict(zip([block.id for block in document.blocks], paths_of(document), strict=True)) == {
        "one": (1,),
        "p1": (1,),
        "t1": (1,),
        "a1": ("annex", 1),
        "p2": ("annex", 1, 1),
        "p2a": ("annex", 1, 1, 1),
        "two": ("annex", 1, 1),
        "t2": (2,),
        "a2": ("annex", 2),
        "x1": ("annex", 2, "appendix", 1),
        "p3": ("annex", 2, "appendix", 1, 1),
        "x2": ("annex", 2, "appendix", 2),
        "p4": ("annex", 2, "appendix", 2, 1),
        "a3": ("annex", 3),
        "x3": ("annex", 3, "appendix", 1),
        "three": ("annex", 3, "appendix", 1, 1),
        "three-a": ("annex", 3, "appendix", 1, 1, 1),
        "f1": (1,),
        "b1": (1,),
    }


def paths_of(document: Document) -> list[tuple[int | str, ...]]:
    return [block.number.path if getattr(block, "number", None) else () for block in document.blocks]


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", ["Annex I", "Annex II", "Appendix I", "Appendix II", "Annex III", "Appendix"]),
        ("fr", ["Annexe~I", "Annexe~II", "Appendice~I", "Appendice~II", "Annexe~III", "Appendice"]),
        ("es", ["Anexo~I", "Anexo~II", "Apéndice~I", "Apéndice~II", "Anexo~III", "Apéndice"]),
        ("ru", ["Приложение~I", "Приложение~II", "Добавление~I", "Добавление~II", "Приложение~III", "Добавление"]),
        ("zh", ["附件一", "附件二", "附录一", "附录二", "附件三", "附录"]),
        ("ar", ["المرفق الأول", "المرفق الثاني", "التذييل الأول", "التذييل الثاني", "المرفق الثالث", "التذييل"]),
    ],
)
def test_labels_of_annexes_in_six_languages(numbered: Number_, tag: str, wanted: list[str]) -> None:
    document = numbered(*IN_ANNEXES, language=languages.load(Workspace.at(), tag))
    found = [block.number.label for block in document.blocks if isinstance(block, Annex) and block.number]
    assert found == [label.replace("~", "\u00a0") for label in wanted]


def test_one_annex_alone_has_no_number(numbered: Number_) -> None:
    document = numbered(Paragraph("p", ()), Annex("a", 1, ()), Paragraph("q", ()))
    assert labels(document) == ["1.", "Annex", "1."]
    assert paths(document) == [(1,), ("annex", 1), ("annex", 1, 1)]


def test_notes_of_tables_and_boxes_have_letters_in_the_order_of_their_marks(numbered: Number_) -> None:
    document = numbered(
        Paragraph("p", (NoteMark("foot-1"),)),
        table("t1", "late", "early", "late", notes=("early", "late", "unmarked")),
        box("b1", (NoteMark("boxed"),), notes=("boxed",)),
        table("t2", "other", notes=("other",)),
        Paragraph("q", (NoteMark("foot-2"),)),
        notes=(Note("foot-1", ()), Note("foot-2", ())),
    )
    first, second = (block for block in document.blocks if isinstance(block, Table))
    assert [mark.label for cell in first.rows[0] for mark in marks(cell.content)] == ["a", "b", "a"]
    assert [(note.id, note.number) for note in first.notes] == [
        ("late", Number(("table", 1, 1), "a")), ("early", Number(("table", 1, 2), "b"))
    ]  # fmt: skip
    assert [(note.id, note.number) for note in second.notes] == [("other", Number(("table", 2, 1), "a"))]
    (boxed,) = (block for block in document.blocks if isinstance(block, Box))
    assert [note.number for note in boxed.notes] == [Number(("box", 1, 1), "a")]
    assert [(note.id, note.number) for note in document.notes] == [
        ("foot-1", Number((1,), "1")), ("foot-2", Number((2,), "2"))
    ]  # fmt: skip


def test_footnotes_run_on_through_annexes_and_lists(numbered: Number_) -> None:
    document = numbered(
        Paragraph("p", (NoteMark("m"),)),
        ListItem("l/1", 1, (NoteMark("n"),)),
        Quotation("q", (NoteMark("o"),)),
        Annex("a", 1, ()),
        Paragraph("r", (NoteMark("s"),)),
        notes=tuple(Note(name, ()) for name in "smno"),
    )
    assert [(note.id, note.number.label) for note in document.notes if note.number] == [
        ("m", "1"), ("n", "2"), ("o", "3"), ("s", "4")
    ]  # fmt: skip


def test_lists_quotations_and_plain_text_take_no_number(numbered: Number_) -> None:
    document = numbered(
        Paragraph("p", ()), ListItem("l/1", 1, ()), Quotation("q", ()), PlainParagraph("r", ()), Paragraph("s", ())
    )
    assert labels(document) == ["1.", "", "", "", "2."]
