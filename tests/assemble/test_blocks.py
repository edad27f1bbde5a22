"""Blocks of every kind as the tree has them: their pieces with ids, facts printed, notes below or at the foot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.errors import InputError
from reportgen.model.report import Report
from reportgen.tree import nodes
from reportgen.tree.inlines import NoteMark, PrintedFact, Text
from reportgen.tree.line import lines
from reportgen.tree.text import plain_text
from reportgen.tree.walk import inner_blocks

FIRST = "inputs/tiny/sections/first.yaml"


def blocks(tiny, text: str, tag: str = "en") -> list[nodes.Block]:
    """The blocks that stand below the heading."""
    tiny.paragraphs(text)
    return list(tiny.build(tag).blocks[1:])


def test_plain_text_and_quotations(tiny) -> None:
    assert blocks(tiny, "- id: a\n  plain: Words.\n- id: b\n  quotation: Of *others*.\n") == [
        nodes.PlainParagraph("a", (Text("Words."),)),
        nodes.Quotation("b", blocks(tiny, "- id: b\n  plain: Of *others*.\n")[0].content),  # type: ignore[union-attr]
    ]


def test_a_list_is_its_items_in_reading_order(tiny) -> None:
    found = blocks(
        tiny,
        "- id: l\n  list:\n    - text: a\n      list:\n"
        "        - text: b\n          list: [c, d]\n        - e\n    - f\n",
    )
    assert found == [
        nodes.ListItem("l/1", 1, (Text("a"),)),
        nodes.ListItem("l/1-1", 2, (Text("b"),)),
        nodes.ListItem("l/1-1-1", 3, (Text("c"),)),
        nodes.ListItem("l/1-1-2", 3, (Text("d"),)),
        nodes.ListItem("l/1-2", 2, (Text("e"),)),
        nodes.ListItem("l/2", 1, (Text("f"),)),
    ]
    assert [str(block.position) for block in found] == [  # type: ignore[union-attr]
        f"{FIRST}:{place}" for place in ("6:15", "8:19", "9:20", "9:23", "10:13", "11:9")
    ]


def test_a_recommendation_says_so_down_to_its_last_part(tiny) -> None:
    found = blocks(
        tiny,
        "- id: a\n  recommendation: true\n  text: Words.\n  subparagraphs:\n"
        "    - {id: b, text: x, subparagraphs: [{id: c, text: y}]}\n- id: d\n  text: Words.\n",
    )
    assert [(block.id, getattr(block, "recommendation", None)) for block in found] == [
        ("a", True), ("b", True), ("c", True), ("d", False)
    ]  # fmt: skip


BOX = """\
- id: b
  facts:
    n: {count: 12}
  box:
    heading: Words[^x]
    paragraphs:
      - "The {{ n }}.[^y]"
      - Others.
  source: From {{ unodc }}.
  notes:
    y: The second.
    x: The first.
"""


def test_a_box_has_paragraphs_a_source_and_notes(tiny) -> None:
    (box,) = blocks(tiny, BOX)
    assert isinstance(box, nodes.Box)
    assert box.number == nodes.Number((1,), "Box 1")
    assert [(block.id, plain_text(block.content)) for block in inner_blocks(box)] == [
        ("b/1", "The 12."),
        ("b/2", "Others."),
        ("b/source", "From the United Nations Office on Drugs and Crime."),
        ("x", "The first."),
        ("y", "The second."),
    ]
    assert box.source is not None
    assert box.source.label == "Source:"
    assert [note.number for note in box.notes] == [nodes.Number(("box", 1, 1), "a"), nodes.Number(("box", 1, 2), "b")]
    assert box.content[-1] == NoteMark("x", "a")


@pytest.mark.parametrize(
    ("tag", "label"),
    [
        ("en", "Source:"),
        ("fr", "Source~:"),
        ("es", "Fuente:"),
        ("ru", "Источник:"),
        ("zh", "资料来源："),
        ("ar", "المصدر:"),
    ],
)
def test_the_word_before_a_source(tiny, tag: str, label: str) -> None:
    tiny.report(f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    (box,) = blocks(tiny, "- id: b\n  box: {heading: x, paragraphs: [x]}\n  source: x\n", tag)
    assert isinstance(box, nodes.Box)
    assert box.source is not None
    assert box.source.label.replace("\u202f", "~").replace("\u00a0", "~") == label


TABLE = """\
- id: t
  facts:
    who: {place: KE}
  table:
    caption: Words
    columns:
      - {head: State, share: 3}
      - Number
      - {head: Year, numbers: plain, share: 2}
      - Signs
      - Nothing
    rows:
      - ["{{ who }}", 12500, 2016, "–", null]
      - [Others, "−1250.50", 2017, "..", ""]
      - [Total, 0, "", 3, ~]
    total: true
"""


def test_a_table_of_cells_of_every_kind(tiny) -> None:
    (table,) = blocks(tiny, TABLE)
    assert isinstance(table, nodes.Table)
    assert [[plain_text(cell.content) for cell in row] for row in (table.heads, *table.rows)] == [
        ["State", "Number", "Year", "Signs", "Nothing"],
        ["Kenya", "12,500", "2016", "–", ""],
        ["Others", "(1,250.50)", "2017", "..", ""],
        ["Total", "0", "", "3", ""],
    ]
    assert [cell.id for row in (table.heads, *table.rows) for cell in row][::5] == [
        "t/head-1",
        "t/1-1",
        "t/2-1",
        "t/3-1",
    ]
    assert table.shares == (3, 1, 2, 1, 1)
    assert table.numeric == (False, True, True, True, False)
    assert table.total
    assert table.rows[1][1].content == (PrintedFact("2-2", "count", "-1250.50", (Text("(1,250.50)"),)),)
    assert [block.id for block in inner_blocks(table) if block.id.endswith("-5")] == ["t/head-5"]


@pytest.mark.parametrize(
    ("tag", "row"),
    [
        ("en", ["12,500", "(1,250.50)", "2016"]),
        ("fr", ["12~500", "(1~250,50)", "2016"]),
        ("es", ["12.500", "(1.250,50)", "2016"]),
        ("ru", ["12~500", "(1~250,50)", "2016"]),
        ("zh", ["12,500", "(1,250.50)", "2016"]),
        ("ar", ["12~500", "(1~250.50)", "2016"]),
    ],
)
def test_numbers_of_cells_in_six_languages(tiny, tag: str, row: list[str]) -> None:
    tiny.report(f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    (table,) = blocks(
        tiny,
        "- id: t\n  table:\n    caption: x\n    columns: [A, B, {head: C, numbers: plain}]\n"
        "    rows: [[12500, '-1250.50', 2016]]\n",
        tag,
    )
    assert isinstance(table, nodes.Table)
    found = [plain_text(cell.content) for cell in table.rows[0]]
    assert [text.replace("\u202f", "~").replace("\u00a0", "~") for text in found] == row


def test_a_figure_has_its_picture_its_words_and_its_width(tiny) -> None:
    tiny.paragraphs(
        "- id: f\n  facts: {n: {count: 12}}\n  figure: {file: x.jpg, caption: 'Words[^x]', alternative: 'The {{ n }}', "
        "width: 200}\n  source: Others.\n  notes: {x: Note.}\n"
    )
    data = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x0b\x08\0\x10\0\x20\x03" + bytes(8) + b"\xff\xd9"
    tiny.write("inputs/tiny/x.jpg", data)
    (figure,) = tiny.build().blocks[1:]
    assert isinstance(figure, nodes.Figure)
    assert figure.picture == nodes.Picture(data, "jpeg", (32, 16), "The 12")
    assert (figure.width, figure.number) == (200, nodes.Number((1,), ""))
    assert [(line.id, line.kind, line.text) for line in lines(tiny.build())][1:] == [
        ("f", "figure", "Words"),
        ("f/alternative", "alternative", "The 12"),
        ("f/source", "source", "Others."),
        ("x", "letter-note", "Note."),
    ]


def test_no_figure_is_lost_silently_from_a_report_that_was_not_read_from_a_folder(tiny) -> None:
    from reportgen.assemble import assemble
    from reportgen.pipeline import language

    tiny.paragraphs("- id: f\n  figure: {file: x.jpg, caption: x, alternative: x}\n")
    report: Report = tiny.load().model_copy()
    report._workspace = None
    with pytest.raises(InputError, match=r"there is no file 'x\.jpg'"):
        assemble(report, language(tiny.workspace, "en"))


def test_footnotes_of_lists_and_quotations_are_those_of_the_report(tiny) -> None:
    tiny.paragraphs(
        "- id: q\n  quotation: 'Words.[^m]'\n  notes: {m: One.}\n- id: l\n  list: ['Words.[^n]']\n  notes: {n: Two.}\n"
    )
    document = tiny.build()
    assert [(note.id, note.number.label, plain_text(note.content)) for note in document.notes if note.number] == [
        ("m", "1", "One."), ("n", "2", "Two.")
    ]  # fmt: skip


def test_contents_stand_before_the_first_heading_and_annexes_after_the_last(tiny) -> None:
    tiny.report(
        "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\ncontents: 2\nsections: [first]\n"
        "annexes: [{id: one, heading: Words, appendices: [{id: two, heading: Words}]}, {id: three, heading: Words}]\n"
    )
    tiny.paragraphs("- id: a\n  text: Words.\n")
    document = tiny.build()
    assert [block.id for block in document.blocks] == ["contents", "first", "a", "one", "two", "three"]
    contents, *_, last = document.blocks
    assert isinstance(contents, nodes.Contents)
    assert replace(contents, entries=()) == nodes.Contents(
        "contents", (Text("Contents"),), ("Paragraphs", "Page"), "{low}–{high}", 2
    )
    assert isinstance(last, nodes.Annex)
    assert (last.level, plain_text(last.content), last.number) == (1, "Words", nodes.Number(("annex", 2), "Annex II"))


def test_several_cells_may_mark_one_note(tiny) -> None:
    (table,) = blocks(
        tiny,
        "- id: t\n  table: {caption: x, columns: ['A[^m]', B], rows: [['b[^n]', 'c[^m]'], ['d[^n]', 1]]}\n"
        "  notes: {n: N, m: M}\n",
    )
    assert isinstance(table, nodes.Table)
    cells = (cell for row in (table.heads, *table.rows) for cell in row)
    marks = [each.label for cell in cells for each in cell.content if isinstance(each, NoteMark)]
    assert marks == ["a", "b", "a", "b"]
    assert [(note.id, note.number.label) for note in table.notes if note.number] == [("m", "a"), ("n", "b")]


def test_a_code_keeps_its_zeros_and_is_compared_as_a_number_is(tiny) -> None:
    (table,) = blocks(tiny, "- id: t\n  table: {caption: x, columns: [A, B], rows: [['007', 1], [8, '..']]}\n")
    assert isinstance(table, nodes.Table)
    assert [row[0].content for row in table.rows] == [
        (PrintedFact("1-1", "count", "007", (Text("007"),)),),
        (PrintedFact("2-1", "count", "8", (Text("8"),)),),
    ]
    assert table.numeric == (True, True)


def test_a_cell_that_is_a_fact_is_printed_in_every_language_without_a_translation(tiny) -> None:
    tiny.paragraphs("""
      - id: t
        facts: {here: {place: KE}}
        table: {caption: x, columns: [A], rows: [["{{ here }}"], ["in {{ here }}"]]}
    """)
    tiny.catalogue('msgid ""\nmsgstr ""\n', "fr")
    (table,) = (block for block in tiny.build("fr").blocks if isinstance(block, nodes.Table))
    assert [plain_text(row[0].content) for row in table.rows] == ["Kenya", "⟦in Kenya⟧"]


def test_a_column_of_facts_that_are_figures_is_a_column_of_figures(tiny) -> None:
    facts = (
        "{n: {count: 5}, left: {number: -1.5}, spent: {money: 5, currency: USD}, all: {sum: [n, n]}, who: {place: KE}}"
    )
    rows = "[['{{ who }}', '{{ n }}', '{{ spent }}'], ['a', '{{ left }}', –], ['b', '{{ all }}', '{{ who }} {{ n }}']]"
    (table,) = blocks(tiny, f"- id: t\n  facts: {facts}\n  table: {{caption: x, columns: [A, B, C], rows: {rows}}}\n")
    assert isinstance(table, nodes.Table)
    assert table.numeric == (False, True, False)
