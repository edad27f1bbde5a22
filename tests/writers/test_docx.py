from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import docx2python
import pypandoc
import pytest
import segno
from lxml import etree
from zlib_ng import zlib_ng

from reportgen.tree.inlines import Content, Link, NoteMark, Text
from reportgen.tree.line import lines
from reportgen.tree.nodes import Document, Heading, Paragraph, PlainParagraph, Subparagraph, Summary
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from reportgen.word.bookmarks import bookmark_name
from reportgen.writers import docx as writer
from reportgen.writers import manifest, markdown
from reportgen.writers.docx.media import qr_code
from tests.tools.opened_word import W, squeezed, without_figures, zipped
from tests.tools.validators import VALIDATORS

REAL = ("ar", "en", "es", "fr", "ru", "zh")
RICH = ("en", "zh", "xr")
EVERY = [*(f"real {tag}" for tag in REAL), *(f"rich {tag}" for tag in RICH)]


@pytest.fixture(scope="session")
def documents(real_documents: dict[str, Document], rich_documents: dict[str, Document]) -> dict[str, Document]:
    named = {f"real {tag}": document for tag, document in real_documents.items()}
    return named | {f"rich {tag}": document for tag, document in rich_documents.items()}


@pytest.fixture(scope="session")
def files(documents: dict[str, Document]) -> dict[str, bytes]:
    return {name: writer.write(document) for name, document in documents.items()}


@pytest.fixture(params=EVERY)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def data(files: dict[str, bytes], name: str) -> bytes:
    return files[name]


Parts = Callable[[bytes], dict[str, bytes]]


def test_the_same_document_gives_the_same_bytes(documents: dict[str, Document], data: bytes, name: str) -> None:
    assert writer.write(documents[name]) == data


def test_another_zlib_gives_the_same_bytes(
    documents: dict[str, Document], data: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (zipfile, segno.writers):
        monkeypatch.setattr(module, "zlib", zlib_ng)
    assert writer.write(documents[name]) == data


def test_a_qr_code_is_the_same_with_another_zlib(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "https://undocs.org/" + "x" * 400
    code = qr_code(text)
    monkeypatch.setattr(segno.writers, "zlib", zlib_ng)
    assert qr_code(text) == code


def test_the_package_is_in_order_and_has_no_clock(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, *rest = archive.namelist()
        assert first == "[Content_Types].xml"
        assert rest == sorted(set(rest))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}
        assert archive.testzip() is None


def test_every_part_is_well_formed_xml(data: bytes, parts: Parts) -> None:
    found = [name for name in parts(data) if name.endswith((".xml", ".rels"))]
    assert {"word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml"} <= set(found)
    for name in found:
        etree.fromstring(parts(data)[name])


def test_every_part_has_a_content_type_and_every_relationship_a_part(data: bytes, parts: Parts) -> None:
    every = parts(data)
    types = etree.fromstring(every["[Content_Types].xml"])
    overrides = {element.get("PartName", "")[1:] for element in types if element.tag.endswith("Override")}
    defaults = {element.get("Extension") for element in types if element.tag.endswith("Default")}
    assert overrides <= set(every)
    assert not [part for part in set(every) - overrides if part.rpartition(".")[2] not in defaults - {"xml"}
                and part != "[Content_Types].xml"]  # fmt: skip
    for name in (part for part in every if part.endswith(".rels")):
        folder = name.partition("_rels/")[0]
        for relation in etree.fromstring(every[name]):
            if relation.get("TargetMode") != "External":
                assert f"{folder}{relation.get('Target')}" in every


def test_what_xml_cannot_hold_is_dropped(document_of: Callable[..., Document], documents: dict[str, Document]) -> None:
    looks = documents["rich en"].looks
    assert looks.tag == "en"
    block = PlainParagraph("p", (Text("a\x00b\x0bc\x1fd\ufffee\uffff\ud800f"),))
    document = replace(documents["rich en"], blocks=(block,), notes=())
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(writer.write(document))).paragraphs]
    assert "abcdef" in texts


def test_addresses_in_the_title_are_links(documents: dict[str, Document], parts: Parts) -> None:
    document = documents["rich en"]
    title = (Text("See "), Link("https://un.org/title"))
    document = replace(document, masthead=replace(document.masthead, title=title, agenda_title=title))
    every = parts(writer.write(document))
    assert every["word/_rels/document.xml.rels"].count(b'Target="https://un.org/title"') == 1
    assert every["word/document.xml"].count(b"https://un.org/title") == 2


# Validators.


def test_no_validator_has_a_finding(path: Path, findings: Callable[[Path], list[Any]]) -> None:
    assert findings(path) == []


DAMAGES = {
    "bookmarkEnd": (r'<w:bookmarkEnd w:id="3"/>', "", "bookmarks begin at"),
    "bookmark name": (r'w:name="second_b"', 'w:name="second"', "the bookmark name second stands twice"),
    "fldChar": (r'<w:fldChar w:fldCharType="end"/>', "", "fields are not closed"),
    "text in w:p": (r"</w:pPr>", "</w:pPr>stray", "there is text between the tags of a p"),
    "bidiVisual": (r"<w:bidiVisual/>", "", "a table without bidiVisual"),
    "rtl": (r"<w:rtl/>", "", "Arabic letters without rtl"),
    "even header": (r'w:type="even"', 'w:type="default"', "even headers and evenAndOddHeaders"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_lint_sees_damage(
    files: dict[str, bytes], parts: Parts, faults: Callable[[bytes], list[str]], damage: str
) -> None:
    old, new, message = DAMAGES[damage]
    every = parts(files["rich xr"])
    text = every["word/document.xml"].decode()
    assert old in text
    count = -1 if damage in ("rtl", "even header") else 1
    found = faults(zipped({**every, "word/document.xml": text.replace(old, new, count).encode()}))
    assert [fault for fault in found if message in fault] != []


@pytest.mark.parametrize(
    ("part", "old", "new", "message"),
    [
        ("styles", 'w:bidi="ar-SA"', 'w:bidi="arabic"', "'arabic' is no language"),
        ("settings", "<w:evenAndOddHeaders/>", "", "even headers and evenAndOddHeaders do not go together"),
        ("footnotes", 'w:id="-1"', 'w:id="99"', "the separators of footnotes are"),
    ],
)
def test_the_lint_sees_damage_of_other_parts(
    files: dict[str, bytes], parts: Parts, faults: Callable[[bytes], list[str]],
    part: str, old: str, new: str, message: str,
) -> None:  # fmt: skip
    every = parts(files["rich xr"])
    name = f"word/{part}.xml"
    assert old in every[name].decode()
    found = faults(zipped({**every, name: every[name].decode().replace(old, new).encode()}))
    assert [fault for fault in found if message in fault] != []


# Readers.


def body_texts(document: Document) -> list[str]:
    return [plain_text(content_of(block)) for block in all_blocks(document)]


def test_python_docx_reads_the_texts_of_the_manifest(documents: dict[str, Document], data: bytes, name: str) -> None:
    opened = docx.Document(io.BytesIO(data))
    saved = io.BytesIO()
    opened.save(saved)
    wanted = [re.sub("[\\x07\\x1f]", "", block["text"]) for block in manifest.manifest(documents[name])["blocks"]]
    for file in (opened, docx.Document(io.BytesIO(saved.getvalue()))):
        texts = [paragraph.text for paragraph in file.paragraphs]
        found = [text for text in texts[-len(wanted) - 1 :] if text][-len(wanted) :]
        assert [text.replace("()", "").strip() for text in found] == [text.strip() for text in wanted]


def test_python_docx_reads_language_and_title(documents: dict[str, Document], data: bytes, name: str) -> None:
    properties = docx.Document(io.BytesIO(data)).core_properties
    document = documents[name]
    assert properties.language == document.looks.locale
    assert properties.title == plain_text(document.masthead.title)
    assert properties.subject == document.symbol


def test_docx2python_reads_every_paragraph(documents: dict[str, Document], path: Path, name: str) -> None:
    with docx2python.docx2python(path) as read:
        text = re.sub(r"\s+", " ", read.text)
        notes = re.sub(r"\s+", " ", json.dumps(read.footnotes, ensure_ascii=False))
    if name.startswith("real"):
        document = documents[name]
        for block in document.blocks:
            if isinstance(block, PlainParagraph | Subparagraph):
                assert re.sub(r"\s+", " ", plain_text(block.content)) in text
        assert document.masthead.notes[0].id == "agenda-note"
        assert "E/CN.15/2019/1" in notes


def test_pandoc_reads_notes_headings_and_texts(documents: dict[str, Document], path: Path, name: str) -> None:
    blocks = json.loads(pypandoc.convert_file(str(path), "json", format="docx"))["blocks"]
    document = documents[name]
    headings = [block["c"] for block in blocks if block["t"] == "Header"]
    wanted = [block for block in document.blocks if isinstance(block, Heading)]
    assert [heading[0] for heading in headings] == [block.level for block in wanted]
    found = json.dumps(blocks, ensure_ascii=False)
    assert found.count('"t": "Note"') == len(document.notes) + len(document.masthead.notes)
    if name.startswith("real"):
        assert len(headings) == 11
        assert found.count('"t": "Note"') == 3


@pytest.mark.external
@pytest.mark.parametrize("tag", REAL)
def test_docx_preview_shows_the_same_paragraphs_and_notes(
    documents: dict[str, Document], files: dict[str, bytes], tag: str, tmp_path: Path,
    previewed: Callable[[Path], dict[str, Any]],
) -> None:  # fmt: skip
    path, document = tmp_path / "report.docx", documents[f"real {tag}"]
    path.write_bytes(files[f"real {tag}"])
    read = previewed(path)
    wanted = [squeezed(text) for text in body_texts(document)]
    texts = [squeezed(text) for text in read["paragraphs"]]
    assert [without_figures(text) for text in texts[-len(wanted) - 1 : -1]] == [
        without_figures(text) for text in wanted
    ]
    notes = [squeezed(note).removeprefix("*") for note in read["notes"]]
    assert notes == [squeezed(plain_text(note.content)) for note in (*document.masthead.notes, *document.notes)]


# Numbers, as programs that know nothing of ours count them.


def test_docxodus_counts_the_same_labels(
    documents: dict[str, Document], data: bytes, name: str, counted_by_docxodus: Callable[[bytes], dict[str, str]]
) -> None:
    if name == "rich xr":
        pytest.skip("Docxodus counts no Arabic letters")
    labels = counted_by_docxodus(data)
    numbered = [block for block in documents[name].blocks if isinstance(block, Heading | Paragraph | Subparagraph)]
    wanted = {bookmark_name(block.id): block.number.label for block in numbered if block.number}
    if name.startswith("real"):
        assert len(wanted) == 76 + 11 + 5
    wanted = {anchor: label for anchor, label in wanted.items() if label != "㈠"}  # which Docxodus does not know
    if name == "real ar":
        wanted = {anchor: label for anchor, label in wanted.items() if not re.fullmatch(r"\(\D+\)", label)}
    # A blank stands behind the Arabic words, so that a wide font does not run them into the heading.
    assert {anchor: labels[anchor].rstrip("\u00a0") for anchor in wanted} == wanted


@pytest.mark.external
@pytest.mark.parametrize(("tag", "headings"), [("en", "I. II. III. IV. V. VI."), ("zh", "一. 二. 三. 四. 五. 六.")])
def test_libreoffice_counts_the_same_labels(
    documents: dict[str, Document], files: dict[str, bytes], exported: Callable[[bytes, str], str],
    tag: str, headings: str,
) -> None:  # fmt: skip
    document = documents[f"real {tag}"]
    lines = [re.sub(r"\s+", " ", line).strip() for line in exported(files[f"real {tag}"], "txt").splitlines()]
    numbered = [block for block in document.blocks if isinstance(block, Heading | Paragraph | Subparagraph)]
    wanted = [f"{block.number.label} {with_marks(block.content)}" for block in numbered if block.number]
    assert [line for line in lines if line in set(wanted)] == wanted
    assert [int(line.partition(".")[0]) for line in wanted if re.match(r"\d+\. ", line)] == list(range(1, 77))
    labels = [line.partition(" ")[0] for line in wanted]
    assert " ".join(label for label in labels if label in headings.split()) == headings


@pytest.mark.external
@pytest.mark.parametrize("tag", REAL)
def test_libreoffice_shows_the_notes(
    documents: dict[str, Document], files: dict[str, bytes], exported: Callable[[bytes, str], str], tag: str
) -> None:
    document = documents[f"real {tag}"]
    html = exported(files[f"real {tag}"], "html")
    found = [squeezed(re.sub(r"<[^>]*>", "", note)) for note in re.findall(r'(?s)<div id="sdfootnote.*?</div>', html)]
    notes = (*document.masthead.notes, *document.notes)
    assert found == [squeezed(f"{note.number.label}{plain_text(note.content)}") for note in notes if note.number]
    marks = re.findall(r'(?s)<a class="sdfootnoteanc"[^>]*>(.*?)</a>', html)
    assert [re.sub(r"<[^>]*>", "", mark).strip("()") for mark in marks] == ["*", "1", "2"]


def with_marks(content: Content) -> str:
    return "".join(each.label if isinstance(each, NoteMark) else plain_text((each,)) for each in content)


# From right to left.


def test_right_to_left(files: dict[str, bytes], parts: Parts) -> None:
    every = parts(files["rich xr"])
    body = etree.fromstring(every["word/document.xml"])
    (section,) = body.iter(f"{W}sectPr")
    assert section.find(f"{W}bidi") is not None
    assert len(list(body.iter(f"{W}tbl"))) == len(list(body.iter(f"{W}bidiVisual"))) == 1
    normal = etree.fromstring(every["word/styles.xml"]).find(f"{W}style[@{W}styleId='Normal']")
    assert normal is not None
    assert normal.find(f"{W}pPr/{W}bidi") is not None


def test_a_language_that_is_folders_alone_is_built_and_written(
    invented: Any, faults: Callable[[bytes], list[str]], parts: Parts, tmp_path: Path
) -> None:
    invented.report(
        "symbol: A/99/1\nlanguage: xr\ntitle: كلمة UNODC\nmasthead: {organ: ecosoc, session: 3}\nsections: [first]\n"
        "facts: {unodc: {entity: unodc}, n: {count: 2925}}\n"
    )
    invented.section(
        "id: first\nheading: كلمة\nparagraphs:\n"
        "  - id: one\n    text: '{{ unodc }}، {{ n }} كلمة[^note]. {{ para(\"one-a\") }}'\n    notes: {note: كلمة.}\n"
        "    subparagraphs: [{id: one-a, text: '{{ unodc }} و{{ unodc }}'}]\n"
    )
    document = invented.build("xr")
    assert [line.label for line in lines(document)] == ["أولا -", "1 -", "(أ)", "1"]
    assert [line.text for line in lines(document)][1:3] == [
        "مكتب المخدرات (المكتب)، 2,925 كلمة. الفقرة 1 (أ)", "المكتب والمكتب",
    ]  # fmt: skip
    data = writer.write(document)
    assert faults(data) == []
    file = tmp_path / "report.docx"
    file.write_bytes(data)
    assert VALIDATORS["openxml-audit"](file) == []
    mark = re.search(r"\((</w:t></w:r>.*?footnoteReference.*?<w:t[^>]*>)\)", parts(data)["word/document.xml"].decode())
    assert mark is not None
    assert markdown.write(document).decode().startswith('<div dir="rtl" lang="ar-SA">\n\nالأمم المتحدة')


def test_runs_are_split_where_the_script_changes(files: dict[str, bytes], parts: Parts) -> None:
    body = etree.fromstring(parts(files["rich xr"])["word/document.xml"])
    (paragraph,) = [each for each in body.iter(f"{W}p") if each.find(f"{W}bookmarkStart[@{W}name='plain']") is not None]
    runs = [("".join(run.itertext(f"{W}t")), run.find(f"{W}rPr/{W}rtl") is not None) for run in paragraph.iter(f"{W}r")]
    assert runs == [("كلمة ", True), ("UNODC", False), (" و ", True), ("A/99/1", False), (" (2018)", True)]


def test_labels_of_headings_that_word_cannot_count_are_text(files: dict[str, bytes], parts: Parts) -> None:
    every = parts(files["rich xr"])
    numbering = etree.fromstring(every["word/numbering.xml"])
    abstracts = {number.get(f"{W}numId"): number for number in numbering.iter(f"{W}num")}
    found = {}
    for paragraph in etree.fromstring(every["word/document.xml"]).iter(f"{W}p"):
        own, mark = paragraph.find(f"{W}pPr/{W}numPr/{W}numId"), paragraph.find(f"{W}bookmarkStart")
        if own is not None and mark is not None:
            text = abstracts[own.get(f"{W}val")].find(f".//{W}lvlText")
            assert text is not None
            found[mark.get(f"{W}name")] = text.get(f"{W}val")
    # The blank keeps a label that is wider than its tab, in another font, from the text of the heading.
    assert found["level_1"] == "أولا -\u00a0"
    assert found["level_2"] == "ألف -\u00a0"
    assert found["last"] == "ثانيا -\u00a0"


def test_a_left_to_right_document_has_nothing_of_the_other_direction(data: bytes, name: str, parts: Parts) -> None:
    if name not in ("rich xr", "real ar"):
        for part, content in parts(data).items():
            if part.startswith("word/") and part.endswith(".xml"):
                assert not re.search(rb"<w:(bidi|rtl|bidiVisual)/>", content), part


# How Word gets numbers, notes and references.


def test_numbers_are_those_of_styles_not_of_paragraphs(files: dict[str, bytes], parts: Parts) -> None:
    for name in ("real en", "real zh"):
        body = etree.fromstring(parts(files[name])["word/document.xml"])
        assert list(body.iter(f"{W}numPr")) == []
        numbered = [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")].count("NumberedParagraph")
        assert numbered == 76


def test_cross_references_are_fields_with_their_result(files: dict[str, bytes], parts: Parts) -> None:
    text = parts(files["rich en"])["word/document.xml"].decode()
    found = re.findall(r"<w:instrText[^>]*> (REF \w+ [^<]*?) </w:instrText>.*?<w:t [^>]*>([^<]*)</w:t>", text)
    assert found == [
        ("REF second \\n \\h", "2"), ("REF second \\n \\h", "2"), ("REF second_b \\n \\h", "(b)"),
        ("REF level_1 \\n \\h", "I"),
        ("REF level_2 \\n \\h", "A"),
    ]  # fmt: skip


def test_every_reference_has_its_bookmark(data: bytes, parts: Parts) -> None:
    every = parts(data)
    names = set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/>', every["word/document.xml"].decode()))
    for part in ("word/document.xml", "word/footnotes.xml"):
        assert set(re.findall(r" REF (\w+) ", every[part].decode())) <= names
    assert all(len(each) <= 40 for each in names)


def test_notes_and_marks_go_together(data: bytes, parts: Parts) -> None:
    every = parts(data)
    marks = re.findall(r'<w:footnoteReference[^>]* w:id="(\d+)"', every["word/document.xml"].decode())
    notes = re.findall(r'<w:footnote w:id="(\d+)"', every["word/footnotes.xml"].decode())
    assert sorted(marks) == sorted(notes) == sorted(set(notes))


def test_the_summary_has_no_number(
    documents: dict[str, Document], files: dict[str, bytes], counted_by_docxodus: Callable[[bytes], dict[str, str]]
) -> None:
    for name in ("rich en", "rich zh"):
        labels = counted_by_docxodus(files[name])
        (summary,) = [block for block in documents[name].blocks if isinstance(block, Summary)]
        assert [labels[bookmark_name(block.id)] for block in (summary, *summary.blocks)] == ["", "", ""]


def test_fonts_have_a_free_one_beside_them_where_one_is_known(
    rich_documents: dict[str, Document], parts: Parts
) -> None:
    document = rich_documents["en"]
    fonts = (("cjk", "SimSun"), ("complex", "A font that is nowhere"), ("latin", "Times New Roman"))
    table = parts(writer.write(replace(document, looks=replace(document.looks, fonts=fonts))))["word/fontTable.xml"]
    root = etree.fromstring(table)
    found = {font.get(W + "name"): font.find(W + "altName") for font in root}
    others = {name: each.get(W + "val") if each is not None else None for name, each in found.items()}
    assert others["Times New Roman"] == "Liberation Serif"
    assert others["SimSun"] == "Noto Serif CJK SC"
    assert others["A font that is nowhere"] is None


def test_an_english_date_stands_in_order_in_an_arabic_masthead(
    rich_documents: dict[str, Document], parts: Parts
) -> None:
    document = rich_documents["xr"]
    lines = "Distr.: General", "26 February 2021", "", "Original: English"
    head = replace(document.masthead, information=tuple((Text(line),) for line in lines))
    text = parts(writer.write(replace(document, masthead=head)))["word/document.xml"].decode()
    assert '<w:r><w:t xml:space="preserve">\u200e26 February 2021</w:t></w:r>' in text
    assert '<w:r><w:t xml:space="preserve">Distr.: General</w:t></w:r>' in text
