"""The report with every kind of block in Word: what programs that know nothing of ours see in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import docx2python
import pypandoc
import pytest
from lxml import etree

from reportgen.language.labels import roman
from reportgen.tree.inlines import NoteMark
from reportgen.tree.nodes import (
    Alternative,
    Annex,
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    LetterNote,
    Noted,
    Paragraph,
    Source,
    Subparagraph,
    Table,
)
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.word.bookmarks import bookmark_name
from tests.tools.opened_word import W, squeezed, style_of, without_figures

TAGS = ("en", "ar")
Parts = Callable[[bytes], dict[str, bytes]]


@pytest.fixture(params=TAGS)
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def document(block_documents: dict[str, Document], tag: str) -> Document:
    return block_documents[tag]


@pytest.fixture
def data(block_files: dict[str, bytes], tag: str) -> bytes:
    return block_files[tag]


@pytest.fixture
def body(data: bytes, parts: Parts) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def shown(block: Block) -> str:
    """The text of a block as a file has it, without numbers that Word counts, marks of footnotes and blanks."""
    inside = isinstance(block, Noted | LetterNote | Annex)
    letters = {each.note: each.label for each in all_inlines(content_of(block)) if isinstance(each, NoteMark)}
    text = "".join(
        letters[each.note] if isinstance(each, NoteMark) and not each.label.isdecimal() else plain_text((each,))
        for each in content_of(block)
    )
    before = getattr(block, "number", None).label if inside else block.label if isinstance(block, Source) else ""  # type: ignore[union-attr]
    return squeezed(before + text)


def printed(document: Document) -> Iterator[Block]:
    """The blocks that stand on paper."""
    return (block for block in all_blocks(document) if not isinstance(block, Alternative))


# Validators.


def test_no_validator_has_a_finding(path: Path, findings: Callable[[Path], list[Any]]) -> None:
    assert findings(path) == []


# The same paragraphs and notes in every program.


def test_python_docx_reads_every_block_in_order(document: Document, path: Path) -> None:
    texts = [squeezed(paragraph.text) for paragraph in iterated(path)]
    texts = [re.sub(r"\(\)", "", text) for text in texts if text]
    wanted = [shown(block) for block in printed(document)]
    start = texts.index(wanted[0])
    entries = next(len(block.entries) for block in document.blocks if isinstance(block, Contents))
    contents = next(index for index, block in enumerate(printed(document)) if isinstance(block, Contents))
    found = texts[start:]
    assert [*found[: contents + 1], *found[contents + 2 + entries :]] == wanted


def iterated(path: Path) -> Iterator[docx.text.paragraph.Paragraph]:
    """All paragraphs, those of tables in their places."""
    opened = docx.Document(str(path))
    for element in opened.element.body.iter(W + "p"):
        yield docx.text.paragraph.Paragraph(element, opened)


@pytest.mark.filterwarnings("ignore:arabicAbjad numbering format")
def test_docx2python_reads_every_block(document: Document, path: Path) -> None:
    with docx2python.docx2python(path) as read:
        text = squeezed(re.sub(r"\(?----footnote\d+----\)?|</?a\b[^>]*>", "", read.text))
        notes = squeezed(re.sub("<[^>]*>", "", json.dumps(read.footnotes, ensure_ascii=False)))
    wanted = {block.id: shown(block) for block in printed(document)}
    assert len(wanted) > 300
    assert [name for name, words in wanted.items() if not words] == []
    assert [name for name, words in wanted.items() if words not in text] == []
    assert len(document.notes) == 40
    assert [note.id for note in document.notes if squeezed(plain_text(note.content)) not in notes] == []


def test_pandoc_reads_tables_pictures_and_notes(document: Document, path: Path) -> None:
    read = json.loads(pypandoc.convert_file(str(path), "json", format="docx"))
    found = json.dumps(read, ensure_ascii=False)
    assert found.count('"t": "Note"') == len(document.notes) + len(document.masthead.notes) == 41
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert found.count('"t": "Table"') == len(tables) + 1
    pictures = [plain_text(block.alternative.content) for block in document.blocks if isinstance(block, Figure)]
    assert len(pictures) == 2
    descriptions = [plain(image["c"][1]) for image in walked(read["blocks"]) if image.get("t") == "Image"]
    assert [squeezed(each) for each in descriptions] == [squeezed(each) for each in pictures]
    headings = [block["c"][0] for block in read["blocks"] if block["t"] == "Header"]
    assert headings == [block.level for block in document.blocks if isinstance(block, Heading)]


def walked(node: object) -> Iterator[dict[str, object]]:
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict):
        yield node
    for child in children:
        yield from walked(child)


def plain(inlines: object) -> str:
    return "".join(str(each["c"]) for each in walked(inlines) if each.get("t") == "Str")


@pytest.mark.external
def test_docx_preview_shows_the_same_paragraphs_and_notes(
    document: Document, path: Path, previewed: Callable[[Path], dict[str, Any]]
) -> None:
    read = previewed(path)
    texts = [without_figures(squeezed(text)) for text in read["paragraphs"]]
    wanted = [without_figures(shown(block)) for block in printed(document)]
    assert [text for text in wanted if text not in texts] == []
    notes = [squeezed(note).lstrip("*.") for note in read["notes"]]
    assert notes[1:] == [squeezed(plain_text(note.content)) for note in document.notes]
    assert read["pictures"] == 2


# Numbers, as programs that know nothing of ours count them.


def test_docxodus_counts_headings_and_paragraphs_anew_in_annexes(
    document: Document, data: bytes, tag: str, counted_by_docxodus: Callable[[bytes], dict[str, str]]
) -> None:
    found = counted_by_docxodus(data)
    numbered = [block for block in document.blocks if isinstance(block, Heading | Paragraph | Subparagraph)]
    wanted = {bookmark_name(block.id): block.number.label for block in numbered if block.number}
    if tag == "ar":  # Docxodus counts no Arabic letters
        wanted = {anchor: label for anchor, label in wanted.items() if re.search(r"\d", label)}
    assert {anchor: found[anchor] for anchor in wanted} == wanted


@pytest.mark.external
def test_libreoffice_prints_every_number(
    document: Document, data: bytes, exported: Callable[[bytes, str], str]
) -> None:
    lines = [abjad(squeezed(line)) for line in exported(data, "txt").splitlines() if line.strip()]
    lines = lines[lines.index(abjad(squeezed(plain_text(document.masthead.title)))) :]
    at = 0
    for block in document.blocks:
        number = getattr(block, "number", None)
        if number is not None:
            text = abjad(squeezed(number.label)) + ("" if isinstance(block, Noted | Annex) else beginning(block))
            at = next((index for index in range(at, len(lines)) if lines[index].startswith(text)), -1)
            assert at >= 0, f"{block.id}: {text}"


def abjad(text: str) -> str:
    """The text with the letter that LibreOffice has for the first of the Arabic alphabet."""
    return text.replace("أ", "ا").replace("ه\u200d", "ه")


def beginning(block: Block) -> str:
    """The words of a block up to its first mark or reference."""
    content = content_of(block)
    first = content[0] if content else None
    return abjad(squeezed(plain_text((first,)))[:20]) if first and not isinstance(first, NoteMark) else ""


def test_captions_are_counted_by_fields_of_word(document: Document, body: etree._Element, tag: str) -> None:
    fields = ["".join(each.itertext()).strip() for each in body.iter(W + "instrText")]
    sequences = [field for field in fields if field.startswith("SEQ")]
    # Word counts no Arabic words, as figures and annexes have them.
    kinds = {"Table": 4, "Box": 2} | ({"Figure": 2, "Annex": 2} if tag == "en" else {})
    assert {kind: sum(f"SEQ {kind} " in each for each in sequences) for kind in kinds} == kinds
    assert len(sequences) == sum(kinds.values())
    labels = [block.number.label for block in document.blocks if isinstance(block, Annex) and block.number]
    assert labels == {"en": [f"Annex {roman(1)}", f"Annex {roman(2)}", "Appendix"],
                      "ar": ["المرفق الأول", "المرفق الثاني", "التذييل"]}[tag]  # fmt: skip


def test_every_reference_points_to_a_bookmark_of_at_most_forty_characters(body: etree._Element) -> None:
    names = [each.get(W + "name", "") for each in body.iter(W + "bookmarkStart")]
    assert max(map(len, names)) <= 40
    fields = ["".join(each.itertext()).split() for each in body.iter(W + "instrText")]
    targets = {field[1] for field in fields if field[0] in ("REF", "PAGEREF")}
    assert targets <= set(names)
    assert any(target.endswith("__number") for target in targets)


# Tables, figures, styles.


def test_tables_have_their_style_repeated_heads_and_the_direction_of_the_text(
    body: etree._Element, document: Document, tag: str
) -> None:
    tables = list(body.iter(W + "tbl"))[1:]
    trees = [block for block in document.blocks if isinstance(block, Table)]
    for table, block in zip(tables, trees, strict=True):
        assert table.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == "UnitedNationsTable"  # type: ignore[union-attr]
        assert (table.find(f"{W}tblPr/{W}bidiVisual") is not None) == (tag == "ar")
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        bits = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200,
                "noVBand": 0x400}  # fmt: skip
        assert int(look.get(W + "val", ""), 16) == sum(bit for name, bit in bits.items() if look.get(W + name) == "1")
        rows = table.findall(W + "tr")
        assert len(rows) == len(block.rows) + 1
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * len(block.rows)
        styles = [each.get(W + "val") for each in rows[1].iter(W + "pStyle")]
        assert styles == ["TableCellNumber" if numeric else "TableCell" for numeric in block.numeric]


def test_letters_of_notes_are_in_italics_where_the_style_of_a_head_has_them_too(body: etree._Element) -> None:
    letters = [each.getparent() for each in body.iter(W + "rStyle") if each.get(W + "val") == "LetterNoteMark"]
    assert len(letters) > 10
    for letter in letters:
        assert letter is not None
        italic = letter.find(W + "i")
        assert italic is not None
        assert italic.get(W + "val") is None


def test_a_picture_stays_with_its_caption_and_with_what_stands_below_it(data: bytes, parts: Parts) -> None:
    styles = etree.fromstring(parts(data)["word/styles.xml"])
    kept = {style.get(W + "styleId") for style in styles if style.find(f"{W}pPr/{W}keepNext") is not None}
    assert {"FigureCaption", "FigurePicture", "TableCaption", "TableHead", "TableHeadNumber", "BoxHeading"} <= kept


def test_pictures_have_alternative_text(body: etree._Element, document: Document) -> None:
    found = [each.get("descr") for each in body.iter() if etree.QName(each).localname == "docPr"]
    assert found == [plain_text(block.alternative.content) for block in document.blocks if isinstance(block, Figure)]


def test_paragraphs_are_formatted_by_named_styles_alone(body: etree._Element) -> None:
    allowed = {"pStyle", "numPr"}
    _first, *paragraphs = body.iter(W + "p")  # the first line has tabs at the edges of the page
    for paragraph in paragraphs:
        properties = paragraph.find(W + "pPr")
        assert properties is not None
        assert {etree.QName(each).localname for each in properties} <= allowed


def test_recommendations_are_bold_by_their_styles(body: etree._Element, data: bytes, parts: Parts) -> None:
    used = [each.get(W + "val", "") for each in body.iter(W + "pStyle")]
    assert {style for style in used if style.startswith("Recommendation")} >= {"Recommendation", "RecommendationPart1"}
    styles = etree.fromstring(parts(data)["word/styles.xml"])
    bold = {style.get(W + "styleId") for style in styles if style.find(f"{W}rPr/{W}b") is not None}
    assert {"Recommendation", "RecommendationPart1", "TableTotal", "AnnexHeading"} <= bold


def test_the_last_row_of_a_table_with_a_total_is_set_as_one(body: etree._Element, document: Document) -> None:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert {block.total for block in tables} == {True, False}
    found = [table for table in body.iter(W + "tbl") if table.find(f"{W}tblPr/{W}tblStyle") is not None]
    for block, table in zip(tables, found, strict=True):
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        assert (look.get(W + "lastRow"), look.get(W + "val")) == (("1", "0660") if block.total else ("0", "0620"))
        rows = [{style.get(W + "val") for style in row.iter(W + "pStyle")} for row in table.iter(W + "tr")]
        assert rows[0] <= {"TableHead", "TableHeadNumber"}
        for row in rows[1:-1] if block.total else rows[1:]:
            assert row <= {"TableCell", "TableCellNumber"}
        if block.total:
            assert rows[-1] <= {"TableTotal", "TableTotalNumber"}


def test_the_contents_are_a_field_with_the_paragraphs_of_each_heading(body: etree._Element, document: Document) -> None:
    block = next(block for block in document.blocks if isinstance(block, Contents))
    fields = ["".join(each.itertext()).strip() for each in body.iter(W + "instrText")]
    assert f'TOC \\o "1-{block.depth}" \\h \\z \\u' in fields
    lines = [each for each in body.iter(W + "p") if each.findtext(W + "x") is None and style_of(each).startswith("TOC")]
    assert [style_of(each) for each in lines[1:]] == [f"TOC{entry.level}" for entry in block.entries]
    for line, entry in zip(lines[1:], block.entries, strict=True):
        text = squeezed("".join(line.itertext(W + "t")))
        assert text == squeezed(entry.label + plain_text(entry.content) + entry.paragraphs)
