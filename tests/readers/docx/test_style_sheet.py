"""What is taken of a Word file of the user's, and which files are refused with one clear line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reportgen.errors import InputError
from reportgen.readers.docx.style_sheet import read_style_sheet
from reportgen.word.style_sheet import StyleSheet

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
PARAGRAPH = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
FIRST_AND_EVEN = '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="even" r:id="h2"/>'

NO_FILE = "cannot read the file: No such file or directory\n  hint: it is not there, or not for you to read"


def sheet(path: Path) -> StyleSheet:
    return read_style_sheet(path, "house.docx")


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        sheet(path)
    assert caught.value.exit_code == 3
    assert str(caught.value).startswith("house.docx: ")
    return str(caught.value).removeprefix("house.docx: ")


def with_parts(path: Path, **parts: str | bytes) -> Path:
    """The file with other parts by name."""
    with zipfile.ZipFile(path) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    files |= parts
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def header(content: str, root: str = "hdr") -> str:
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'


def relationships(*rows: tuple[str, str, str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    inner = "".join(f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>' for name, kind, target in rows)
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'


def headed(word, section: str, settings: str = "", first: str = "", second: str = "", **parts: str | bytes) -> Path:
    rows = [("s", "styles", "styles.xml"), ("h1", "header", "header1.xml"), ("h2", "header", "header2.xml")]
    if settings:
        rows.append(("t", "settings", "settings.xml"))
    path = word.write(f"{PARAGRAPH}<w:sectPr>{section}</w:sectPr>", settings=settings)
    files = {"word/_rels/document.xml.rels": relationships(*rows), "word/header1.xml": header(first),
             "word/header2.xml": header(second)}  # fmt: skip
    return with_parts(path, **files, **parts)


def texts(found: StyleSheet) -> dict[tuple[str, str], str]:
    return {key: part.xml for key, part in found.furniture.items()}


# What is refused.


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"Hello", "this is not a Word file\n  hint: save it as .docx"),
        (b"PK\x03\x04" + bytes(60), "the file is cut off or damaged\n  hint: fetch it or save it anew"),
        (OLE + "WordDocument".encode("utf-16-le"),
         "this is a file of Word 97 to 2003 (.doc)\n  hint: save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"),
         "the file is protected by a password\n  hint: save it without one"),
    ],
)  # fmt: skip
def test_what_is_no_word_file(word, data: bytes, said: str) -> None:
    assert refusal(word.bytes(data)) == said


def test_no_such_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.docx") == NO_FILE


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "cannot read the file: a folder has this name\n  hint: put a file there"


@pytest.mark.parametrize(
    "kind", ["application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject"]
)
def test_macros(word, kind: str) -> None:
    path = word.write(PARAGRAPH)
    with_parts(path, **{"[Content_Types].xml": f'<Types><Override PartName="/a" ContentType="{kind}"/></Types>'})
    assert refusal(path) == "the file holds macros (.docm, .dotm)\n  hint: save it as .docx"


def test_no_word_document(word) -> None:
    path = with_parts(word.write(PARAGRAPH), **{"word/document.xml": "<workbook/>"})
    assert refusal(path) == "the file holds no Word document\n  hint: give a .docx file"


@pytest.mark.parametrize("rows", [(), (("s", "styles", "styles.xml"),)])
def test_no_styles(word, rows: tuple[tuple[str, str, str], ...]) -> None:
    path = word.write(PARAGRAPH)
    with_parts(path, **{"word/_rels/document.xml.rels": relationships(*rows), "word/styles.xml": header("", "styles")})
    assert refusal(path).startswith("the file has no styles\n  hint: save it anew from Word")


def test_styles_based_on_one_another(word) -> None:
    path = word.write(
        PARAGRAPH,
        styles="".join(
            f'<w:style w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/></w:style>'
            for name, base in (("A", "B"), ("B", "A"))
        ),
    )
    assert refusal(path).startswith("styles are based on one another: A → B → A")


def test_a_document_type_in_a_header(word) -> None:
    path = headed(word, '<w:headerReference w:type="default" r:id="h1"/>')
    with_parts(path, **{"word/header1.xml": f"<!DOCTYPE a>{header('')}"})
    assert refusal(path).startswith("the part 'word/header1.xml' has a document type")


@pytest.mark.parametrize(
    ("kind", "target", "mode", "said"),
    [
        ("oleObject", "embeddings/a.bin", "", "'word/embeddings/a.bin' (oleObject)"),
        ("image", "http://example.org/a.png", ' TargetMode="External"', "a picture outside the file"),
        ("image", "media/a.exe", "", "'word/media/a.exe' (image)"),
    ],
)
def test_what_a_header_cannot_hold(word, kind: str, target: str, mode: str, said: str) -> None:
    row = relationships(("p", kind, target)).replace("/></Rel", f"{mode}/></Rel")
    path = headed(word, '<w:headerReference r:id="h1"/>', first='<w:p r:id="p"/>',
                  **{"word/_rels/header1.xml.rels": row})  # fmt: skip
    assert refusal(path) == (
        f"the part 'word/header1.xml' holds {said}\n"
        "  hint: headers and footers can have text, fields, links and pictures"
    )


def test_damaged_headers(word) -> None:
    section = '<w:headerReference w:type="default" r:id="h1"/>'
    assert refusal(headed(word, section, first='<w:p r:id="p"/>')).startswith(
        "the part 'word/header1.xml' refers to 'p', which is not there\n"
    )
    path = with_parts(headed(word, section), **{"word/header1.xml": header("", "ftr")})
    assert refusal(path).startswith("the part 'word/header1.xml' is no header\n")
    missing = relationships(("s", "styles", "styles.xml"), ("h1", "header", "gone.xml"))
    path = with_parts(headed(word, section), **{"word/_rels/document.xml.rels": missing})
    assert refusal(path).startswith("the part 'word/gone.xml' is missing\n")


# What is taken.


def test_lengths_in_any_unit(word) -> None:
    section = (
        '<w:pgSz w:w="21cm" w:h="297mm" w:orient="landscape"/>'
        '<w:pgMar w:top="1in" w:right="72pt" w:bottom="-1440" w:left="1000" w:gutter="200"/><w:cols w:num="2"/>'
    )
    page = sheet(word.write(f"{PARAGRAPH}<w:sectPr>{section}</w:sectPr>")).page
    assert (page.width, page.height, page.landscape) == (11906, 16838, True)
    assert (page.top, page.right, page.bottom, page.left, page.gutter) == (1440, 1440, -1440, 1200, 200)
    assert (page.header, page.columns, page.between) == (None, 2, 720)


def test_the_last_section_counts(word) -> None:
    first = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="9000" w:h="9000"/><w:titlePg/></w:sectPr></w:pPr></w:p>'
    last = '<w:sectPr><w:pgSz w:w="8000" w:h="8000"/><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>'
    found = sheet(word.write(first + last))
    assert (found.page.width, found.section) == (8000, ())


def test_a_section_has_the_headers_of_the_one_before(word) -> None:
    before = (
        f'<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr></w:pPr></w:p>{PARAGRAPH}'
    )
    path = headed(word, "", first="<w:p/>")
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    with_parts(path, **{"word/document.xml": body.replace(PARAGRAPH, before)})
    assert list(sheet(path).furniture) == [("header", "default")]


def test_headers_that_are_not_in_force_stay_behind(word) -> None:
    assert set(sheet(headed(word, FIRST_AND_EVEN)).furniture) == {("header", "default")}
    both = sheet(headed(word, FIRST_AND_EVEN, settings="<w:evenAndOddHeaders/>"))
    assert set(both.furniture) == {("header", "default"), ("header", "even")}
    off = sheet(headed(word, FIRST_AND_EVEN, settings='<w:evenAndOddHeaders w:val="0"/>'))
    assert set(off.furniture) == {("header", "default")}


def test_placeholders_that_word_has_split_are_joined(word) -> None:
    split = (
        "<w:p><w:r><w:t>{</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>job_number</w:t></w:r>"
        "<w:proofErr w:type='spellEnd'/><w:bookmarkStart w:id='0' w:name='_GoBack'/><w:bookmarkEnd w:id='0'/>"
        "<w:r><w:t>} end</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r></w:p>"
    )
    xml = texts(sheet(headed(word, '<w:headerReference w:type="default" r:id="h1"/>', first=split)))[
        "header", "default"
    ]
    assert '<w:r><w:t xml:space="preserve">{job_number} end</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>' in xml
    assert "proofErr" not in xml
    assert "bookmark" not in xml


def test_pictures_come_along(word) -> None:
    path = headed(word, '<w:headerReference w:type="default" r:id="h1"/>', first='<w:p r:id="p"/>', **{
        "word/_rels/header1.xml.rels": relationships(("p", "image", "media/a.PNG"), ("q", "oleObject", "unused.bin")),
        "word/media/a.PNG": b"\x89PNG <!DOCTYPE",
    })  # fmt: skip
    assert sheet(path).media == {"word/media/a.PNG": b"\x89PNG <!DOCTYPE"}


def test_language_direction_and_newer_namespaces_are_left_out_of_styles(word) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="Gone"/><w:rsid w:val="00AA"/>'
        '<w:pPr><w:bidi w:val="0"/><w:jc w:val="start"/></w:pPr>'
        '<w:rPr><w:lang w:val="hi-IN"/><w:sz w:val="30" xmlns:n="urn:new" n:a="1"/><n:glow xmlns:n="urn:new"/></w:rPr>'
        "</w:style>"
    )
    found = {each.id: each for each in sheet(word.write(PARAGRAPH, styles=style)).styles}["A"]
    assert found.head == '<w:name w:val="A"/>'
    assert found.paragraph == (("jc", '<w:jc w:val="left"/>'),)
    assert found.tail == '<w:rPr><w:sz w:val="30"/></w:rPr>'
    assert found.based_on == ""


def test_styles_that_are_nested_deep_are_no_fault(word) -> None:
    deep = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>' + "<w:pPr>" * 200 + "</w:pPr>" * 200
    assert "A" in {each.id for each in sheet(word.write(PARAGRAPH, styles=f"{deep}</w:style>")).styles}


def test_a_strict_file(word) -> None:
    section = '<w:sectPr><w:pgSz w:w="20cm" w:h="25cm"/></w:sectPr>'
    found = sheet(word.write(PARAGRAPH + section, strict=True))
    assert (found.page.width, [each.id for each in found.styles]) == (11339, ["Normal"])


LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def run_of(*parts: str) -> str:
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def field_of(*instruction: str, result: str = "seen") -> str:
    mark = '<w:fldChar w:fldCharType="{}"/>'.format
    texts = (f"<w:instrText>{part}</w:instrText>" for part in instruction)
    return run_of(mark("begin"), *texts, mark("separate"), f"<w:t>{result}</w:t>", mark("end"))


def header_of(word, content: str, *rows: tuple[str, str, str]) -> tuple[str, StyleSheet]:
    links = relationships(*rows).replace("/>", ' TargetMode="External"/>')
    found = sheet(headed(word, '<w:headerReference w:type="default" r:id="h1"/>', first=f"<w:p>{content}</w:p>",
                         **{"word/_rels/header1.xml.rels": links}))  # fmt: skip
    return found.furniture["header", "default"].xml, found


@pytest.mark.parametrize(
    "instruction",
    [
        (' INCLUDEPICTURE "http://example.org/a.png" \\d ',), (" INCLUDE", "PICTURE x "), (" includetext a.docx ",),
        (' DDEAUTO excel "a" ',), (" LINK Excel.Sheet.8 a ",), (" IMPORT a.png ",), (" MACROBUTTON Run now ",),
        (' HYPERLINK "javascript:alert(1)" ',), (" HYPERLINK file:///etc/passwd ",),
        (' HYPERLINK \\l "x" javascript:y',), (" HYPERLINK run.exe ",), ("",),
    ],
)  # fmt: skip
def test_fields_that_fetch_or_run_become_their_text(word, instruction: tuple[str, ...]) -> None:
    xml, _ = header_of(word, field_of(*instruction) + field_of(" PAGE ", result="1"))
    assert xml.count("instrText>") == 2
    assert xml.count("fldChar ") == 3
    assert ">seen<" in xml.replace('xml:space="preserve"', "").replace("<w:t >", "<w:t>")


def test_fields_in_fields_and_simple_ones(word) -> None:
    inner = field_of(" INCLUDEPICTURE x ", result="inner")
    simple = '<w:fldSimple w:instr="LINK a"><w:r><w:t>simple</w:t></w:r></w:fldSimple><w:fldSimple w:instr=" PAGE "/>'
    xml, _ = header_of(word, field_of(" IF 1 = 1 ", result="</w:t></w:r>" + inner + "<w:r><w:t>") + simple)
    assert "INCLUDEPICTURE" not in xml
    assert "LINK" not in xml
    assert (xml.count("fldChar "), xml.count("<w:fldSimple ")) == (3, 1)
    assert "inner" in xml
    assert "simple" in xml


def test_a_field_without_an_end_is_none(word) -> None:
    xml, _ = header_of(word, run_of('<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGE</w:instrText>"))
    assert "fldChar" not in xml
    assert "instrText" not in xml


@pytest.mark.parametrize("words", ['"https://example.org/a?b=c"', "mailto:a@b.c", '\\l "x" \\o "A tip"'])
def test_fields_that_link_stay(word, words: str) -> None:
    xml, _ = header_of(word, field_of(f" HYPERLINK {words} "))
    assert "HYPERLINK" in xml


def test_links_that_run_something_become_their_text(word) -> None:
    addresses = {"a": "https://example.org", "b": "javascript:alert(1)", "c": "file:///etc/passwd", "d": "mailto:a@b.c",
                 "e": "\\\\server\\share", "f": "  JavaScript:x"}  # fmt: skip
    content = "".join(
        f'<w:hyperlink r:id="{key}">{run_of(f"<w:t>{key}{key}</w:t>", "<w:tab/>")}</w:hyperlink>' for key in addresses
    )
    xml, found = header_of(word, content, *((key, "hyperlink", address) for key, address in addresses.items()))
    assert set(found.furniture["header", "default"].targets) == {"a", "d"}
    assert xml.count("<w:hyperlink ") == 2
    assert all(f"{key}{key}" in xml for key in addresses)
