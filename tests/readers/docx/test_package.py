"""Broken and hostile files: one clear line, and never at a cost."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.errors import InputError
from reportgen.readers import read, read_document
from reportgen.word import package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARAGRAPH = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def message(path: Path) -> str:
    with pytest.raises(InputError) as error:
        read(path)
    assert error.value.exit_code == 3
    assert "\n" not in error.value.message
    assert error.value.position is not None
    assert error.value.position.file == str(path)
    return error.value.message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"Hello", "this is not a Word file"),
        (random.Random(1).randbytes(4000), "this is not a Word file"),
        (b"{\\rtf1 Hello}", "this is an RTF file"),
        (b"PK\x03\x04" + bytes(60), "the file is cut off or damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "this is a file of Word 97 to 2003 (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "the file is protected by a password"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
         "this is a Word file as one piece of XML"),
    ],
)  # fmt: skip
def test_what_is_no_word_file(word, data: bytes, said: str) -> None:
    assert message(word.bytes(data)) == said


@pytest.mark.parametrize("part", [4, 30, 0.1, 0.5, 0.9, -22, -1])
def test_cut_off(word, part: float) -> None:
    whole = word.write(PARAGRAPH).read_bytes()
    length = round(len(whole) * part) if isinstance(part, float) else part
    assert message(word.bytes(whole[:length], "cut.docx")) == "the file is cut off or damaged"


def test_damaged_inside(word) -> None:
    path = word.write(PARAGRAPH * 200)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("word/document.xml")
    data = bytearray(path.read_bytes())
    at = entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2
    data[at : at + 8] = b"\xff" * 8
    assert message(word.bytes(bytes(data), "damaged.docx")) == "the part 'word/document.xml' is damaged"


def parts(word, path: Path, **changes: str | None) -> Path:
    """The file with some parts changed or left out."""
    with zipfile.ZipFile(path) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, text in changes.items():
        if text is None:
            del files[name]
        else:
            files[name] = text
    return word.zip(files, "changed.docx")


def test_missing_parts(word) -> None:
    whole = word.write(PARAGRAPH, numbering="")
    assert message(parts(word, whole, **{"word/document.xml": None})) == "the file has no part 'word/document.xml'"
    assert message(parts(word, whole, **{"word/numbering.xml": None})) == "the part 'word/numbering.xml' is missing"
    assert message(parts(word, whole, **{"word/styles.xml": None})) == "the part 'word/styles.xml' is missing"


def test_parts_that_nothing_refers_to_need_not_be_there(word) -> None:
    whole = word.write(PARAGRAPH)
    bare = parts(word, whole, **{"word/_rels/document.xml.rels": None, "word/styles.xml": None, "_rels/.rels": None})
    assert [line.text for line in read(bare)] == ["text"]


def test_other_things_in_a_zip_file(word) -> None:
    assert message(word.zip({"mimetype": "application/vnd.oasis.opendocument.text"})) == (
        "this is an OpenDocument file, not Word"
    )
    assert message(word.zip({"word/document.xml": "<workbook/>"})) == "the file holds no Word document"
    assert message(word.zip({"word/document.xml": f'<w:document xmlns:w="{W}"/>'})) == "the file holds no Word document"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<w:document", "is not XML: "),
        ("", "is not XML: "),
        (f'<!DOCTYPE w:d [<!ENTITY l0 "ha">{LAUGHS}]><w:document xmlns:w="{W}"><w:body>&l9;</w:body></w:document>',
         "has a document type, as no Word file has"),
        (f'<!DOCTYPE d SYSTEM "http://example.org/d.dtd"><w:document xmlns:w="{W}"/>',
         "has a document type, as no Word file has"),
        (f'<w:document xmlns:w="{W}"><w:body>{"<w:sdt>" * 10_000}{"</w:sdt>" * 10_000}</w:body></w:document>',
         "is not XML: it is nested too deep"),
    ],
)  # fmt: skip
def test_xml_that_is_none(word, text: str, said: str) -> None:
    path = parts(word, word.write(PARAGRAPH), **{"word/document.xml": text})
    assert message(path).startswith(f"the part 'word/document.xml' {said}")


def test_a_document_type_in_another_encoding(word) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>'
    path = parts(word, word.write(PARAGRAPH), **{"word/document.xml": text.encode("utf-16")})
    assert message(path) == "the part 'word/document.xml' has a document type, as no Word file has"


def test_utf_16_is_read(word) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}"><w:body>{PARAGRAPH}</w:body></w:document>'
    path = parts(word, word.write(PARAGRAPH), **{"word/document.xml": text.encode("utf-16")})
    assert [line.text for line in read(path)] == ["text"]


def test_bombs_are_refused_before_they_are_inflated(word) -> None:
    blank = f'<w:document xmlns:w="{W}"><w:body>{" " * package.LARGEST_PART}</w:body></w:document>'
    path = parts(word, word.write(PARAGRAPH), **{"word/document.xml": blank})
    assert message(path) == f"the part 'word/document.xml' has {len(blank):,} bytes, more than 40,000,000"


def test_more_parts_than_any_file_has(word, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word.zip({f"x{number}": "" for number in range(10_001)})
    monkeypatch.setattr(package.zipfile, "ZipFile", None)
    assert message(path) == "the file has more than 10,000 parts"


def test_more_markup_than_any_report_has(word, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_MARKUP", 300)
    assert message(word.write(PARAGRAPH * 100)).endswith("tags and attributes, more than 300")


@pytest.mark.parametrize("body", [PARAGRAPH * 60, "<w:p>" + '<w:bookmarkStart w:name="a" w:id="1"/>' * 60 + "</w:p>"])
def test_more_of_something_than_any_report_has(word, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    monkeypatch.setattr(package, "LARGEST_COUNT", 50)
    assert message(word.write(body)) == "the file has more than 50 paragraphs, bookmarks and notes"


def test_the_largest_file(word, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word.write(PARAGRAPH)
    monkeypatch.setattr("reportgen.readers.docx.LARGEST_FILE", 100)
    assert message(path) == f"the file has {path.stat().st_size:,} bytes, more than 100"


def based(*pairs: tuple[str, str]) -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>' for name, base in pairs
    )


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("A", "B"), ("B", "A")], "styles are based on one another: A → B → A"),
        ([("X", "A"), ("A", "B"), ("B", "C"), ("C", "A")], "styles are based on one another: A → B → C → A"),
        ([(f"S{n}", f"S{n + 1}") for n in range(300)], "styles are based on one another more than 200 deep"),
        ([(f"S{n}", f"S{n + 1}") for n in reversed(range(300))], "styles are based on one another more than 200 deep"),
    ],
)
def test_styles_without_an_end(word, pairs: list[tuple[str, str]], said: str) -> None:
    assert message(word.write(PARAGRAPH, styles=based(*pairs))) == said


def test_numbering_styles_in_a_circle(word) -> None:
    style = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    assert message(word.write(body, styles=style, numbering=numbering)) == (
        "numbering styles are linked to one another in a circle"
    )


@pytest.mark.parametrize(
    "wrap",
    [
        lambda inner: f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>",
        lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
        lambda inner: f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>",
    ],
)
def test_as_deep_as_the_parser_goes(word, wrap: Callable[[str], str]) -> None:
    body = PARAGRAPH
    while wrap(body).count("<w:") < 240:
        body = wrap(body)
    assert [line.text for line in read(word.write(body))] == ["text"]


@pytest.mark.parametrize(
    "numbering",
    [
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="x"/><w:lvlText/></w:lvl></w:abstractNum>',
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="-1"/><w:lvl w:ilvl="99"/><w:lvl/></w:abstractNum>',
        '<w:abstractNum/><w:num/><w:num w:numId="x"/><w:num w:numId="1"/>',
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride/></w:num>',
    ],
)
def test_nonsense_in_the_lists_is_passed_over(word, numbering: str) -> None:
    number = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>level {level}</w:t></w:r></w:p>"
        for level in ("0", "8", "9", "-1", "", "999999999999", "1.5")
    )
    found = read(word.write(body, numbering=numbering + number))
    assert [line.label for line in found] == [""] * 7


def test_a_large_number_is_no_large_label(word) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999"/>'
        f'<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1" * 10_000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    (line,) = read(word.write(body, numbering=numbering))
    assert line.label.startswith("999999999" * 9)
    assert len(line.label) < 400


def test_no_such_file(tmp_path: Path) -> None:
    assert message(tmp_path / "no.docx") == "cannot read the file: No such file or directory"
    folder = tmp_path / "folder.docx"
    folder.mkdir()
    assert message(folder) == "cannot read the file: a folder has this name"


def test_neither_word_nor_markdown(word) -> None:
    assert message(word.bytes(b"text", "file.txt")) == "the file is neither Word nor Markdown"


def test_word_is_known_by_its_content(word) -> None:
    data = word.write(PARAGRAPH).read_bytes()
    assert [line.text for line in read(word.bytes(data, "file.bin"))] == ["text"]


def test_the_name_in_messages_is_what_the_caller_says(word) -> None:
    with pytest.raises(InputError) as error:
        read_document(word.bytes(b"", "file.docx"), shown="delivered.docx")
    assert str(error.value) == "delivered.docx: the file is empty\n  hint: save it anew from Word"


@pytest.mark.parametrize(
    ("offset", "value", "said"),
    [
        (6, 1, "the file is protected by a password"),
        (8, 12, "the part 'word/document.xml' is packed in a way that no Word file is"),
    ],
)
def test_parts_packed_otherwise(word, offset: int, value: int, said: str) -> None:
    """The flags and the method of a member stand in the list at the end of the file, and before the member."""
    path = word.zip({"word/document.xml": f'<w:document xmlns:w="{W}"/>'})
    data = bytearray(path.read_bytes())
    data[offset] = data[data.rindex(b"PK\x01\x02") + offset + 2] = value
    assert message(word.bytes(bytes(data), "packed.docx")) == said


def test_what_a_list_of_members_promises_falsely(word) -> None:
    data = bytearray(word.write(PARAGRAPH).read_bytes())
    at = data.rindex(b"PK\x05\x06")
    data[at + 10 : at + 12] = b"\xff\xff"
    assert message(word.bytes(bytes(data), "many.docx")) == "the file has more than 10,000 parts"
