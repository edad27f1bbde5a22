"""Captions, annexes and contents of Word files, with what SEQ fields count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.readers import ReadLine, read_document

NAMES = {
    "TC": "Table Caption", "FC": "Figure Caption", "BH": "Box Heading", "AH": "Annex Heading", "PH": "Appendix Heading",
    "TN": "Table Note", "TH": "TOC Heading", "T1": "toc 1", "Q": "Quote", "C": "caption", "H1": "heading 1",
    "H2": "heading 2",
}  # fmt: skip
STYLES = (
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in NAMES.items()
    )
    + '<w:style w:type="character" w:styleId="L"><w:name w:val="Letter Note Mark"/></w:style>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start '
    'w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Annex %1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)


@pytest.fixture
def read(word) -> Callable[..., tuple[ReadLine, ...]]:
    return lambda body: read_document(word.write(body, styles=STYLES, numbering=LISTS)).blocks


def rows(found: tuple[ReadLine, ...]) -> list[tuple]:
    return [(each.line.kind, each.line.path, each.line.label, each.line.text) for each in found]


def t(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(style: str, *content: str, number: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr>{"".join(content)}</w:p>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str = "?") -> str:
    begin = f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"{begin}{mark('separate')}{t(result)}{mark('end')}"


BR = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    ("instructions", "shown"),
    [
        (["SEQ T", "SEQ T", "SEQ U", "SEQ t"], ["1", "2", "1", "3"]),
        (["SEQ T \\r 5", "SEQ T", r"SEQ T \\n"], ["5", "6", "7"]),
        (["SEQ T \\r7", "SEQ T \\c", "SEQ T"], ["7", "7", "8"]),
        (["SEQ T \\* ROMAN", "SEQ T \\* roman", "SEQ T \\* ALPHABETIC", "SEQ T \\* alphabetic"], ["I", "ii", "C", "d"]),
        (["SEQ T \\* ARABIC \\* MERGEFORMAT", "SEQ T \\* MERGEFORMAT"], ["1", "2"]),
        (["SEQ T \\h", "SEQ T"], ["", "2"]),
        ([f"SEQ T \\r {'9' * 5000}", f"SEQ T \\s {'9' * 5000}"], ["1", "2"]),
        (["SEQ T \\* CHINESENUM3", "SEQ T"], ["?", "2"]),
        (["SEQ T bookmark", "SEQ T", "SEQ"], ["?", "1", "?"]),
        (['SEQ "T"', "SEQ T"], ["1", "2"]),
    ],
)  # fmt: skip
def test_sequences(read: Callable, instructions: list[str], shown: list[str]) -> None:
    body = "".join(p("", t("x"), field(each)) for each in instructions)
    assert [each.line.text for each in read(body)] == [f"x{text}" for text in shown]


def test_a_sequence_begins_anew_at_headings(read: Callable) -> None:
    figure = p("", t("x"), field("SEQ F \\s 1"))
    body = figure + figure + p("H1", t("One")) + figure + p("H2", t("Two")) + figure + p("H1", t("Three")) + figure
    assert [each.line.text for each in read(body) if each.line.kind == "plain"] == ["x1", "x2", "x1", "x2", "x1"]


def test_a_deleted_caption_does_not_count(read: Callable) -> None:
    revision = 'w:id="9" w:author="A" w:date="2019-05-20T10:00:00Z"'
    deleted = f"<w:del {revision}>{field('SEQ T')}</w:del>"
    assert [each.line.text for each in read(p("", t("a"), deleted) + p("", t("b"), field("SEQ T")))] == ["a", "b1"]


def test_captions(read: Callable) -> None:
    body = (
        p("TC", t("Table "), field("SEQ Table", "9"), BR, t("Visits"))
        + p("FC", t("图"), field("SEQ Figure"), BR, t("访问"))
        + p("BH", t("Box 4"), BR, t("Advice"))
        + p("C", t("Table "), field("SEQ Table"), t(". More visits"))
        + p("C", t("A picture"))
    )
    found = read(body)
    assert rows(found) == [
        ("table", (1,), "Table 1", "Visits"),
        ("figure", (1,), "图1", "访问"),
        ("box", (4,), "Box 4", "Advice"),
        ("table", (2,), "Table 2", "More visits"),
        ("plain", (), "", "A picture"),
    ]
    assert [each.typed for each in found] == [False, False, True, False, False]


def test_annexes_number_anew(read: Callable) -> None:
    body = (
        p("", t("First"), number=1)
        + p("AH", t("Annex "), field("SEQ Annex \\* ROMAN"), BR, t("Terms"))
        + p("", t("Of the annex"), number=3)
        + p("H1", t("I. By hand"))
        + p("PH", t("Appendix "), field("SEQ Appendix \\* ROMAN \\r 1"), BR, t("Letters"))
        + p("", t("1.\u00a0Typed"))
        + p("AH", t("附件二"), BR, t("用语"))
    )
    assert rows(read(body)) == [
        ("paragraph", (1,), "1.", "First"),
        ("annex", ("annex", 1), "Annex I", "Terms"),
        ("paragraph", ("annex", 1, 1), "1.", "Of the annex"),
        ("heading", ("annex", 1, 1), "I.", "By hand"),
        ("appendix", ("annex", 1, "appendix", 1), "Appendix I", "Letters"),
        ("paragraph", ("annex", 1, "appendix", 1, 1), "1.", "Typed"),
        ("annex", ("annex", 2), "附件二", "用语"),
    ]


def test_annexes_of_others(read: Callable) -> None:
    body = p("H1", t("Annexe II. Termes")) + p("H2", t("Appendice")) + p("H1", t("Annexes")) + p("H1", t("X"), number=2)
    assert rows(read(body)) == [
        ("annex", ("annex", 2), "Annexe II", "Termes"),
        ("appendix", ("annex", 2, "appendix", 1), "Appendice", ""),
        ("heading", (), "", "Annexes"),
        ("annex", ("annex", 1), "Annex I", "X"),
    ]


def test_notes_sources_and_cells(read: Callable) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p('', t('Visits'), t('a', 'L'))}</w:tc><w:tc>{p('')}</w:tc></w:tr></w:tbl>"
    caption = p("TC", t("Table "), field("SEQ Table"), BR, t("Visits"), t("b", "L"))
    body = caption + cell + p("TN", t("Source: "), t("Own")) + p("TN", t("b", "L"), t(" All")) + p("TN", t("Plain"))
    assert rows(read(body)) == [
        ("table", (1,), "Table 1", "Visits"),
        ("cell", (), "", "Visits"),
        ("source", (), "", "Own"),
        ("letter-note", ("table", 1, 2), "b", "All"),
        ("plain", (), "", "Plain"),
    ]


def test_contents_are_no_lines(read: Callable) -> None:
    begin = f'{mark("begin")}<w:r><w:instrText>TOC \\o "1-2"</w:instrText></w:r>{mark("separate")}'
    body = p("TH", t("Contents")) + p("T1", begin, t("I. One")) + p("T1", t("II. Two")) + p("H1", mark("end"), t("One"))
    assert rows(read(body)) == [("contents", (), "", "Contents"), ("heading", (), "", "One")]


def test_contents_without_an_end_hide_nothing(read: Callable) -> None:
    begin = f"{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{mark('separate')}"
    body = p("T1", begin, t("One")) + p("H1", t("One"), field("SEQ T"))
    assert rows(read(body)) == [("plain", (), "", "One"), ("heading", (), "", "One1")]


def test_what_pictures_show(read: Callable) -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="Two bars"/></wp:inline></w:drawing></w:r>'
    bookmark = '<w:bookmarkStart w:id="1" w:name="chart"/>{}<w:bookmarkEnd w:id="1"/>'.format
    number = '<w:bookmarkStart w:id="2" w:name="chart__number"/>{}<w:bookmarkEnd w:id="2"/>'.format
    caption = p("FC", bookmark(f"{t('Figure ')}{number(field('SEQ Figure'))}{BR}{t('Visits')}"))
    found = read(p("", picture) + caption + p("", picture) + p("", t("With text"), picture))
    assert [(each.line.id, each.line.kind, each.line.text) for each in found] == [
        ("", "alternative", "Two bars"),
        ("chart", "figure", "Visits"),
        ("chart/alternative", "alternative", "Two bars"),
        ("", "plain", "With text"),
    ]


def test_quotations(read: Callable) -> None:
    assert rows(read(p("Q", t("1. “So”")))) == [("quotation", (), "", "1. “So”")]


@pytest.mark.parametrize(
    ("runs", "label"),
    [(["a"], "a"), ([" ", "a"], "a"), (["\u00a0", "", "b"], "b"), (["x", "a"], ""), ([" x", "a"], "")],
)
def test_the_letter_of_a_note_stands_before_its_text(read, runs: list[str], label: str) -> None:
    """Blanks may stand before it; a letter behind some text is a mark."""
    *before, letter = runs
    texts = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in before)
    mark = f'<w:r><w:rPr><w:rStyle w:val="L"/></w:rPr><w:t>{letter}</w:t></w:r>'
    properties = '<w:pPr><w:pStyle w:val="TN"/></w:pPr>'
    (found,) = read(f"<w:p>{properties}{texts}{mark}<w:r><w:t> Source</w:t></w:r></w:p>")
    assert found.line.label == label


def cells(*texts: str) -> str:
    inner = "".join(f"<w:tc>{p('N', t(text))}</w:tc>" for text in texts)
    return f"<w:tbl><w:tr>{inner}</w:tr></w:tbl>"


TITLES = [
    "Contents",
    "Contents (continued)",
    "Table des matières",
    "Índice",
    "Содержание",
    "المحتويات",
    "目录",
    "目 录",
]


@pytest.mark.parametrize("title", TITLES)
def test_contents_set_as_a_table_repeat_numbers(read: Callable, title: str) -> None:
    rest = cells("1. A cell") + p("N", t("2. Text"))
    entries = p("N", t("Page")) + cells("I.\tAfrica", "3") + p("N") + cells("A. Inner", "4")
    found = read(p("N", t(title)) + entries + p("N", t("1. Text")) + rest)
    assert [(each.line.label, each.line.text) for each in found if each.line.label] == [
        ("1.", "Text"),
        ("1.", "A cell"),
        ("2.", "Text"),
    ]


def test_contents_that_are_counted_are_no_paragraphs(read: Callable) -> None:
    row = f"<w:tr><w:tc>{p('N', t('Africa'), number=1)}</w:tc><w:tc>{p('N', t('3'))}</w:tc></w:tr>"
    found = read(p("N", t("Contents")) + f"<w:tbl>{row}</w:tbl>" + p("N", t("In 2019"), number=1))
    assert rows(found) == [
        ("plain", (), "", "Contents"),
        ("cell", (), "1.", "Africa"),
        ("cell", (), "", "3"),
        ("paragraph", (2,), "2.", "In 2019"),
    ]


def test_contents_set_with_tabs_repeat_numbers(read: Callable) -> None:
    lines = ("I.\tAfrica\t3", "A.\tInner ........ iv", "II.\tAsia\t4–12")
    entries = "".join(p("N", t(line)) for line in lines)
    found = read(p("N", t("Contents")) + entries + p("N", t("I.\tAfrica")) + p("N", t("1.\tIn 2019\t3")))
    assert [(each.line.label, each.line.text) for each in found if each.line.label] == [
        ("I.", "Africa"),
        ("1.", "In 2019 3"),
    ]


def test_a_title_in_the_table_of_contents_itself(read: Callable) -> None:
    found = read(cells("Contents", "Page") + cells("I. Africa", "3") + p("N", t("I.\tAfrica")) + cells("1. One"))
    assert [each.line.label for each in found if each.line.label] == ["I.", "1."]


def test_a_counted_number_that_is_typed_again(read: Callable) -> None:
    found = read(p("N", t("One"), number=1) + p("N", t("2. Two"), number=1) + p("N", t("(a) Three"), number=1))
    assert [(each.line.label, each.line.text, each.typed) for each in found] == [
        ("1.", "One", False),
        ("2.", "2. Two", True),
        ("3.", "(a) Three", False),
    ]
