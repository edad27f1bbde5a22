"""What is taken of a Word file of the user's, and which files are refused with one clear line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from reportgen import language as languages
from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.tree.inlines import Text
from reportgen.tree.nodes import Document, Paragraph
from reportgen.workspace import Workspace
from reportgen.writers import docx as writer
from tests.tools.messages import as_expected

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
PARAGRAPH = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
FIRST_AND_EVEN = '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="even" r:id="h2"/>'

NO_FILE = "cannot read the file: No such file or directory\n  hint: it is not there, or not for you to read"


@pytest.fixture(scope="module")
def small(document_of: Callable[..., Document]) -> Document:
    return document_of(languages.load(Workspace.at(), "en"), Paragraph("one", (Text("Text"),)))


@pytest.fixture
def styled(small: Document) -> Callable[[Path], dict[str, etree._Element]]:
    """A function: the parts in word/ of a small document in the looks of a file, by name."""

    def made(path: Path) -> dict[str, etree._Element]:
        data = writer.write(small, pipeline.style_sheet(path, "house.docx"))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {
                name.removeprefix("word/").removesuffix(".xml"): etree.fromstring(archive.read(name))
                for name in archive.namelist()
                if name.startswith("word/") and name.endswith((".xml", ".rels"))
            }

    return made


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def said(element: etree._Element | None) -> dict[str, str]:
    """The attributes of an element by their names without namespace."""
    assert element is not None
    return {etree.QName(key).localname: str(value) for key, value in element.items()}


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        pipeline.style_sheet(path, "house.docx")
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


def headers(parts: dict[str, etree._Element]) -> set[str]:
    """The headers and footers by name."""
    return {name for name in parts if name.startswith(("header-", "footer-"))}


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
    assert as_expected(refusal(word.bytes(data)), said) == said


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


def test_a_header_of_more_elements_than_any_has(word) -> None:
    path = headed(word, '<w:headerReference w:type="default" r:id="h1"/>', first="<w:p/>" * 20_000)
    assert as_expected(refusal(path), "") == "the file has more than 20,000 elements in its headers and footers"


# What is taken.


def test_lengths_in_any_unit(word, styled) -> None:
    section = (
        '<w:pgSz w:w="42cm" w:h="297mm" w:orient="landscape"/>'
        '<w:pgMar w:top="1in" w:right="72pt" w:bottom="-1440" w:left="1000" w:gutter="200"/><w:cols w:num="2"/>'
    )
    (own,) = styled(word.write(f"{PARAGRAPH}<w:sectPr>{section}</w:sectPr>"))["document"].iter(w("sectPr"))
    assert said(own.find(w("pgSz"))) == {"w": "23811", "h": "16838", "orient": "landscape"}
    margins = said(own.find(w("pgMar")))
    assert [margins[name] for name in ("top", "right", "bottom", "left", "gutter")] == [
        "1440", "1440", "-1440", "1000", "200",
    ]  # fmt: skip
    assert said(own.find(w("cols"))) == {"num": "2"}


@pytest.mark.parametrize("length", ["", "x", "1e9", "9" * 5000, "-99999", "12parsec", "nan", "1e400in"])
def test_lengths_that_no_page_has(word, styled, length: str) -> None:
    plain = styled(word.write(PARAGRAPH))["document"].find(f".//{w('pgSz')}")
    path = word.write(f'{PARAGRAPH}<w:sectPr><w:pgSz w:w="{length}" w:h="{length}"/></w:sectPr>')
    assert said(styled(path)["document"].find(f".//{w('pgSz')}")) == said(plain)


def test_the_last_section_counts(word, styled) -> None:
    first = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="9000" w:h="9000"/><w:cols w:num="1"/></w:sectPr></w:pPr></w:p>'
    last = '<w:sectPr><w:pgSz w:w="8000" w:h="8000"/><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>'
    (own,) = styled(word.write(first + last))["document"].iter(w("sectPr"))
    assert (said(own.find(w("pgSz")))["w"], own.find(w("cols"))) == ("8000", None)


def test_a_section_has_the_headers_of_the_one_before(word, styled) -> None:
    before = (
        f'<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr></w:pPr></w:p>{PARAGRAPH}'
    )
    path = headed(word, "", first="<w:p/>")
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    with_parts(path, **{"word/document.xml": body.replace(PARAGRAPH, before)})
    assert headers(styled(path)) == {"header-default"}


def test_headers_that_are_not_in_force_stay_behind(word, styled) -> None:
    assert headers(styled(headed(word, FIRST_AND_EVEN))) == {"header-default"}
    both = styled(headed(word, FIRST_AND_EVEN, settings="<w:evenAndOddHeaders/>"))
    assert headers(both) == {"header-default", "header-even"}
    off = styled(headed(word, FIRST_AND_EVEN, settings='<w:evenAndOddHeaders w:val="0"/>'))
    assert headers(off) == {"header-default"}


def test_placeholders_that_word_has_split_are_joined(word, styled) -> None:
    split = (
        "<w:p><w:r><w:t>{</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>sym</w:t></w:r>"
        "<w:proofErr w:type='spellEnd'/><w:bookmarkStart w:id='0' w:name='_GoBack'/><w:bookmarkEnd w:id='0'/>"
        "<w:r><w:t>bol} end</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r></w:p>"
    )
    header = styled(headed(word, '<w:headerReference w:type="default" r:id="h1"/>', first=split))["header-default"]
    assert [each.text for each in header.iter(w("t"))] == ["A/99/1 end", "bold"]
    names = {etree.QName(each).localname for each in header.iter()}
    assert names == {"hdr", "p", "r", "rPr", "b", "t"}


def test_pictures_come_along(word, small: Document) -> None:
    path = headed(word, '<w:headerReference w:type="default" r:id="h1"/>', first='<w:p r:id="p"/>', **{
        "word/_rels/header1.xml.rels": relationships(("p", "image", "media/a.PNG"), ("q", "oleObject", "unused.bin")),
        "word/media/a.PNG": b"\x89PNG <!DOCTYPE",
    })  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(writer.write(small, pipeline.style_sheet(path)))) as archive:
        assert archive.read("word/media/reference-1.png") == b"\x89PNG <!DOCTYPE"
        assert [name for name in archive.namelist() if "media" in name] == ["word/media/reference-1.png"]


def test_language_direction_and_newer_namespaces_are_left_out_of_styles(word, styled) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="Gone"/><w:rsid w:val="00AA"/>'
        '<w:pPr><w:bidi w:val="0"/><w:jc w:val="start"/></w:pPr>'
        '<w:rPr><w:lang w:val="hi-IN"/><w:sz w:val="30" xmlns:n="urn:new" n:a="1"/><n:glow xmlns:n="urn:new"/></w:rPr>'
        "</w:style>"
    )
    assert written_style(styled(word.write(PARAGRAPH, styles=style)), "A") == (
        '<w:name w:val="A"/><w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="30"/></w:rPr>'
    )


def written_style(parts: dict[str, etree._Element], name: str) -> str:
    """What the style of an id holds, without namespaces."""
    (style,) = [each for each in parts["styles"].iter(w("style")) if each.get(w("styleId")) == name]
    inner = "".join(etree.tostring(each, encoding="unicode") for each in style)
    return inner.replace(f' xmlns:w="{W}"', "").replace(f' xmlns:r="{R}"', "")


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ('<mc:AlternateContent><mc:Choice Requires="x"><w:b/></mc:Choice><mc:Fallback><w:i/></mc:Fallback>'
         "</mc:AlternateContent><w:sz/>", "<w:i/><w:sz/>"),
        ("<mc:AlternateContent><mc:Choice Requires='x'><w:b/></mc:Choice></mc:AlternateContent>", ""),
        ("loose<w:b/> text <wp:x>in<w:i/></wp:x> more", "<w:b/>"),
        ("<w:p><w:r><w:t>text</w:t></w:r> x</w:p><w:r>y</w:r><w:b/>", "<w:b/>"),
    ],
)  # fmt: skip
def test_alternatives_and_texts_in_a_style(word, styled, content: str, kept: str) -> None:
    style = f'<w:style w:type="character" w:styleId="A"><w:name w:val="A"/><w:rPr>{content}</w:rPr></w:style>'
    inner = f"<w:rPr>{kept}</w:rPr>" if kept else "<w:rPr/>"
    assert written_style(styled(word.write(PARAGRAPH, styles=style)), "A") == f'<w:name w:val="A"/>{inner}'


def test_what_a_style_holds_is_in_the_order_of_the_schema(word, styled) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="A"><w:qFormat/><w:rPr/><w:pPr><w:jc w:val="both"/><w:keepNext/></w:pPr>'
        '<w:basedOn w:val="Normal"/><w:name w:val="A"/></w:style>'
    )
    assert written_style(styled(word.write(PARAGRAPH, styles=style)), "A") == (
        '<w:name w:val="A"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:keepNext/><w:jc w:val="both"/></w:pPr><w:rPr/>'
    )


def test_a_style_that_is_based_on_itself_is_based_on_none(word, styled) -> None:
    style = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="A"/></w:style>'
    (found,) = [
        each for each in styled(word.write(PARAGRAPH, styles=style))["styles"].iter(w("style"))
        if each.get(w("styleId")) == "A"
    ]  # fmt: skip
    assert found.find(w("basedOn")) is None


def test_styles_that_are_nested_deep_are_no_fault(word, styled) -> None:
    deep = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>' + "<w:pPr>" * 200 + "</w:pPr>" * 200
    styles = styled(word.write(PARAGRAPH, styles=f"{deep}</w:style>"))["styles"]
    assert "A" in {each.get(w("styleId")) for each in styles.iter(w("style"))}


def test_a_strict_file(word, styled) -> None:
    parts = styled(word.write(f'{PARAGRAPH}<w:sectPr><w:pgSz w:w="20cm" w:h="25cm"/></w:sectPr>', strict=True))
    assert said(parts["document"].find(f".//{w('pgSz')}"))["w"] == "11339"
    assert parts["styles"].tag == w("styles")
    assert parts["styles"].find(w("style")).get(w("styleId")) == "Normal"


# Fields and links of headers.


def run_of(*parts: str) -> str:
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def field_of(*instruction: str, result: str = "seen") -> str:
    mark = '<w:fldChar w:fldCharType="{}"/>'.format
    texts = (f"<w:instrText>{part}</w:instrText>" for part in instruction)
    return run_of(mark("begin"), *texts, mark("separate"), f"<w:t>{result}</w:t>", mark("end"))


@pytest.fixture
def header_of(word, styled) -> Callable[..., tuple[str, dict[str, etree._Element]]]:
    """A function: a header with some content as it is written, and all parts."""

    def made(content: str, *rows: tuple[str, str, str]) -> tuple[str, dict[str, etree._Element]]:
        links = relationships(*rows).replace("/>", ' TargetMode="External"/>')
        path = headed(word, '<w:headerReference w:type="default" r:id="h1"/>', first=f"<w:p>{content}</w:p>",
                      **{"word/_rels/header1.xml.rels": links})  # fmt: skip
        parts = styled(path)
        return etree.tostring(parts["header-default"], encoding="unicode"), parts

    return made


@pytest.mark.parametrize(
    "instruction",
    [
        (' INCLUDEPICTURE "http://example.org/a.png" \\d ',), (" INCLUDE", "PICTURE x "), (" includetext a.docx ",),
        (' DDEAUTO excel "a" ',), (" LINK Excel.Sheet.8 a ",), (" IMPORT a.png ",), (" MACROBUTTON Run now ",),
        (' HYPERLINK "javascript:alert(1)" ',), (" HYPERLINK file:///etc/passwd ",),
        (' HYPERLINK \\l "x" javascript:y',), (" HYPERLINK run.exe ",), ("",),
    ],
)  # fmt: skip
def test_fields_that_fetch_or_run_become_their_text(header_of, instruction: tuple[str, ...]) -> None:
    xml, _ = header_of(field_of(*instruction) + field_of(" PAGE ", result="1"))
    assert xml.count("instrText>") == 2
    assert xml.count("fldChar ") == 3
    assert ">seen<" in xml.replace('xml:space="preserve"', "").replace("<w:t >", "<w:t>")


def test_fields_in_fields_and_simple_ones(header_of) -> None:
    inner = field_of(" INCLUDEPICTURE x ", result="inner")
    simple = '<w:fldSimple w:instr="LINK a"><w:r><w:t>simple</w:t></w:r></w:fldSimple><w:fldSimple w:instr=" PAGE "/>'
    xml, _ = header_of(field_of(" IF 1 = 1 ", result="</w:t></w:r>" + inner + "<w:r><w:t>") + simple)
    assert "INCLUDEPICTURE" not in xml
    assert "LINK" not in xml
    assert (xml.count("fldChar "), xml.count("<w:fldSimple ")) == (3, 1)
    assert "inner" in xml
    assert "simple" in xml


def test_a_field_without_an_end_is_none(header_of) -> None:
    xml, _ = header_of(run_of('<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGE</w:instrText>"))
    assert "fldChar" not in xml
    assert "instrText" not in xml


@pytest.mark.parametrize("words", ['"https://example.org/a?b=c"', "mailto:a@b.c", '\\l "x" \\o "A tip"'])
def test_fields_that_link_stay(header_of, words: str) -> None:
    xml, _ = header_of(field_of(f" HYPERLINK {words} "))
    assert "HYPERLINK" in xml


def test_links_that_run_something_become_their_text(header_of) -> None:
    addresses = {"a": "https://example.org", "b": "javascript:alert(1)", "c": "file:///etc/passwd", "d": "mailto:a@b.c",
                 "e": "\\\\server\\share", "f": "  JavaScript:x"}  # fmt: skip
    content = "".join(
        f'<w:hyperlink r:id="{key}">{run_of(f"<w:t>{key}{key}</w:t>", "<w:tab/>")}</w:hyperlink>' for key in addresses
    )
    xml, parts = header_of(content, *((key, "hyperlink", address) for key, address in addresses.items()))
    assert [row.get("Id") for row in parts["_rels/header-default.xml.rels"]] == ["a", "d"]
    assert xml.count("<w:hyperlink ") == 2
    assert all(f"{key}{key}" in xml for key in addresses)


def test_pictures_that_would_be_fetched_are_not_named(header_of) -> None:
    picture = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="file:///a"><v:imagedata src="http://x.org/a.png"/></v:shape>'
    xml, _ = header_of(f"<w:r><w:pict>{picture}</w:pict></w:r>")
    assert "imagedata" in xml
    assert "x.org" not in xml
    assert "file:" not in xml


def test_placeholders_stand_in_alternative_texts_too(header_of) -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xml, _ = header_of(
        f'<w:r><w:drawing><d:docPr xmlns:d="{space}" id="1" name="x" descr="Code of {{symbol}}"/></w:drawing></w:r>'
    )
    assert 'descr="Code of A/99/1"' in xml
