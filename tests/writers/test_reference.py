"""The real report in the looks of files of python-docx, LibreOffice, pandoc and our own."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import ooxml_integrity
import openxml_audit
import pypandoc
import pytest
import segno
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from reportgen import language as languages
from reportgen import pipeline
from reportgen.errors import InputError, UsageError
from reportgen.passes.number import number_blocks
from reportgen.readers import read
from reportgen.tree.inlines import Text
from reportgen.tree.nodes import Document, Heading
from reportgen.workspace import Workspace
from reportgen.writers import docx as writer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCES = ("python-docx", "pandoc", "our own", "libreoffice")
TAGS = ("en", "ar", "zh")
EVERY = [
    pytest.param((source, tag), marks=[pytest.mark.external] if source == "libreoffice" else [], id=f"{source} {tag}")
    for source in SOURCES
    for tag in TAGS
]
Parts = Callable[[bytes], dict[str, bytes]]
Sheets = Callable[[str], Path]


@pytest.fixture(scope="module")
def report() -> dict[str, Document]:
    workspace = Workspace.at()
    loaded = pipeline.load(workspace, "e-cn.15-2019-9")
    built = {tag: pipeline.build(workspace, loaded, tag) for tag in TAGS}
    return {
        tag: replace(each, masthead=replace(each.masthead, job_number=f"V.19-0152{number}"))
        for number, (tag, each) in enumerate(built.items())
    }


def house() -> docx.document.Document:
    """A file with what a house style has: fonts, numbered headings, page, headers with placeholders and a picture."""
    made = docx.Document()
    styles = made.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Arial", Pt(12)
    styles["Heading 1"].font.color.rgb = RGBColor(0x99, 0, 0)
    styles["Heading 1"].paragraph_format.left_indent = Cm(1)
    styles["Heading 1"].paragraph_format.first_line_indent = Cm(-1)
    numbered = styles.add_style("numbered PARAGRAPH", WD_STYLE_TYPE.PARAGRAPH)
    numbered.base_style = styles["List Number"]
    styles.add_style("Plain Text", WD_STYLE_TYPE.PARAGRAPH).font.name = "Courier New"
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.gutter = Cm(4), Cm(3), Cm(0.5)
    section.different_first_page_header_footer = True
    made.settings.odd_and_even_pages_header_footer = True
    section.header.paragraphs[0].text = "House {symbol}, job {job_number}, {language}, {other}"
    picture = io.BytesIO()
    segno.make("house").save(picture, kind="png")
    picture.seek(0)
    section.first_page_header.paragraphs[0].add_run().add_picture(picture, width=Cm(1))
    section.even_page_footer.paragraphs[0].text = "even"
    section.even_page_footer.paragraphs[0].style = styles["List Bullet"]
    made.add_paragraph("This text is not read.")
    return made


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory, report: dict[str, Document]) -> Sheets:
    """A function: the file of a source."""
    folder = tmp_path_factory.mktemp("sheets")

    def made(source: str) -> Path:
        path = folder / f"{source}.docx"
        if path.exists():
            return path
        match source:
            case "python-docx":
                house().save(str(path))
            case "pandoc":
                command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
                path.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
            case "libreoffice":
                _through_libreoffice(made("python-docx"), path)
            case _:
                path.write_bytes(writer.write(report["en"]))
        return path

    return made


def _through_libreoffice(source: Path, path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine: the package libreoffice-writer has it")
    folder = path.parent / "office"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(source)]
    subprocess.run(command, capture_output=True, check=True)
    (folder / source.name).rename(path)


@pytest.fixture(params=EVERY)
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    source, tag = request.param
    return source, tag


@pytest.fixture
def path(case: tuple[str, str], sheets: Sheets, report: dict[str, Document], tmp_path: Path) -> Path:
    """The report in the looks of the case's file."""
    file = tmp_path / "report.docx"
    file.write_bytes(styled(report[case[1]], sheets(case[0])))
    return file


def styled(document: Document, sheet: Path) -> bytes:
    return writer.write(document, pipeline.style_sheet(sheet))


def tree(data: bytes, parts: Parts, name: str) -> etree._Element:
    return etree.fromstring(parts(data)[f"word/{name}.xml"])


def style(data: bytes, parts: Parts, name: str) -> etree._Element:
    """The one style of a name."""
    found = [
        each
        for each in tree(data, parts, "styles").iter(f"{W}style")
        if (each.find(f"{W}name")).get(f"{W}val").casefold() == name.casefold()
    ]
    assert len(found) == 1, name
    return found[0]


def value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val", "")


# Every source, every direction of writing.


def test_the_same_gives_the_same_bytes(
    case: tuple[str, str], path: Path, sheets: Sheets, report: dict[str, Document]
) -> None:
    assert styled(report[case[1]], sheets(case[0])) == path.read_bytes()


def test_openxml_audit_has_no_finding(path: Path) -> None:
    assert [str(error) for error in openxml_audit.OpenXmlValidator().validate(path).errors] == []


def test_ooxml_integrity_has_no_finding(path: Path) -> None:
    assert [str(finding) for finding in ooxml_integrity.check(str(path))] == []


@pytest.mark.external
def test_the_open_xml_sdk_has_no_finding(path: Path, sdk_validator: Path) -> None:
    done = subprocess.run([sdk_validator, path], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


def test_no_fault_that_validators_do_not_see(path: Path, faults: Callable[[bytes], list[str]]) -> None:
    assert faults(path.read_bytes()) == []


def test_numbers_and_texts_are_read_back_unchanged(
    case: tuple[str, str], path: Path, report: dict[str, Document], tmp_path: Path
) -> None:
    plain = tmp_path / "plain.docx"
    plain.write_bytes(writer.write(report[case[1]]))
    assert read(path) == read(plain)


def test_every_style_that_is_used_is_there(path: Path, parts: Parts) -> None:
    data = path.read_bytes()
    known = [each.get(f"{W}styleId") for each in tree(data, parts, "styles").iter(f"{W}style")]
    assert len(known) == len(set(known))
    used = re.compile(rb'<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]*)"')
    for part, content in parts(data).items():
        assert {each.decode() for each in used.findall(content)} <= set(known), part


def test_every_list_that_is_used_is_there(path: Path, parts: Parts) -> None:
    data = path.read_bytes()
    lists = tree(data, parts, "numbering")
    numbers = [each.get(f"{W}numId") for each in lists.iter(f"{W}num")]
    abstracts = [each.get(f"{W}abstractNumId") for each in lists.iter(f"{W}abstractNum")]
    assert len(numbers) == len(set(numbers))
    assert len(abstracts) == len(set(abstracts))
    assert {value(each, "abstractNumId") for each in lists.iter(f"{W}num")} <= set(abstracts)
    for part, content in parts(data).items():
        used = {each.decode() for each in re.findall(rb'<w:numId w:val="([^"]*)"', content)}
        assert used <= {"0", *numbers}, part
    linked = [each.get(f"{W}val") for each in lists.iter(f"{W}pStyle")]
    assert len(linked) == len(set(linked))


def test_every_relationship_has_its_part(path: Path, parts: Parts) -> None:
    every = parts(path.read_bytes())
    for name in (part for part in every if part.endswith(".rels")):
        folder = name.partition("_rels/")[0]
        for relation in etree.fromstring(every[name]):
            target = f"{folder}{relation.get('Target')}".replace("word/theme/../", "word/")
            assert relation.get("TargetMode") == "External" or target in every


def test_the_language_and_direction_are_those_of_the_document(
    case: tuple[str, str], path: Path, parts: Parts, report: dict[str, Document]
) -> None:
    data = path.read_bytes()
    styles = tree(data, parts, "styles")
    languages = [each.get(f"{W}val") for each in styles.iter(f"{W}lang")]
    assert languages == [report[case[1]].looks.locale]
    roots = [each for each in styles.iter(f"{W}style") if each.get(f"{W}type") == "paragraph"]
    directions = {each.find(f"{W}pPr/{W}bidi") is not None for each in roots if each.find(f"{W}basedOn") is None}
    assert directions == {case[1] == "ar"}


@pytest.mark.external
@pytest.mark.parametrize("source", SOURCES)
def test_libreoffice_counts_to_the_last_paragraph(
    source: str, sheets: Sheets, report: dict[str, Document], exported: Callable[[bytes, str], str]
) -> None:
    text = exported(styled(report["en"], sheets(source)), "txt")
    assert [int(each) for each in re.findall(r"(?m)^\s*(\d+)\.\s", text)] == list(range(1, 77))
    headings = [block.number.label for block in report["en"].blocks if isinstance(block, Heading) and block.number]
    labels = [match[1] for match in re.finditer(r"(?m)^\s*([IVX]+\.|[A-Z]\.)\s", text)]
    assert labels == headings


@pytest.mark.parametrize("source", SOURCES[:3])
@pytest.mark.parametrize("tag", ["en", "zh", "xr"])
def test_lists_that_no_style_has(
    tag: str, source: str, sheets: Sheets, rich_documents: dict[str, Document], tmp_path: Path,
    faults: Callable[[bytes], list[str]],
) -> None:  # fmt: skip
    document = rich_documents[tag]
    plain, path = tmp_path / "plain.docx", tmp_path / "styled.docx"
    plain.write_bytes(writer.write(document))
    path.write_bytes(styled(document, sheets(source)))
    assert read(path) == read(plain)
    assert faults(path.read_bytes()) == []
    assert [str(error) for error in openxml_audit.OpenXmlValidator().validate(path).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(path))] == []


def test_no_style_of_ours_is_lost(path: Path, parts: Parts, report: dict[str, Document]) -> None:
    data, plain = path.read_bytes(), writer.write(report["en"])
    names = [{value(each, "name").casefold() for each in tree(each_data, parts, "styles").iter(f"{W}style")}
             for each_data in (plain, data)]  # fmt: skip
    assert len(names[0]) == len(re.findall(b"<w:style ", parts(plain)["word/styles.xml"]))
    without = {"normal", "normal table", "no list", "default paragraph font"}
    assert names[0] - without <= names[1]


# Our own file.


def test_our_own_file_gives_the_same_bytes(report: dict[str, Document], tmp_path: Path) -> None:
    for tag, document in report.items():
        path = tmp_path / f"{tag}.docx"
        path.write_bytes(writer.write(document))
        assert styled(document, path) == path.read_bytes()


def test_headers_that_we_wrote_are_made_anew(sheets: Sheets, report: dict[str, Document], parts: Parts) -> None:
    other = replace(report["en"], symbol="A/99/1")
    every = parts(styled(other, sheets("our own")))
    assert b"A/99/1" in every["word/header-even.xml"]
    assert every["word/media/footer-first-1.png"] == parts(writer.write(other))["word/media/footer-first-1.png"]


def test_headers_of_ours_that_somebody_changed_are_theirs(
    sheets: Sheets, report: dict[str, Document], parts: Parts, tmp_path: Path
) -> None:
    opened = docx.Document(str(sheets("our own")))
    opened.sections[0].header.paragraphs[0].add_run(" {symbol} DRAFT")
    path = tmp_path / "changed.docx"
    opened.save(str(path))
    every = parts(styled(replace(report["en"], symbol="A/99/1"), path))
    assert b"A/99/1 DRAFT" in every["word/header-default.xml"]


# The house style.


@pytest.fixture(scope="module")
def data(sheets: Sheets, report: dict[str, Document]) -> bytes:
    return styled(report["en"], sheets("python-docx"))


def test_a_heading_has_our_number_and_its_own_looks(data: bytes, parts: Parts) -> None:
    heading = style(data, parts, "heading 1")
    assert value(heading, "pPr/numPr/numId") == "1"
    assert value(heading, "rPr/color") == "990000"
    (level,) = [each for each in tree(data, parts, "numbering").iter(f"{W}lvl") if value(each, "pStyle") == "Heading1"]
    indent = level.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert (indent.get(f"{W}left"), indent.get(f"{W}hanging"), value(level, "lvlJc")) == ("567", "567", "left")


def test_a_style_is_found_by_its_name_and_keeps_its_id(data: bytes, parts: Parts) -> None:
    numbered = style(data, parts, "Numbered Paragraph")
    name = numbered.get(f"{W}styleId")
    assert name == "numberedPARAGRAPH"
    assert (value(numbered, "basedOn"), value(numbered, "pPr/numPr/numId")) == ("ListNumber", "2")
    used = [each.get(f"{W}val") for each in tree(data, parts, "document").iter(f"{W}pStyle")]
    assert used.count(name) == 76
    assert "NumberedParagraph" not in used


def test_a_style_whose_id_is_that_of_another_is_not_taken_for_ours(data: bytes, parts: Parts) -> None:
    theirs, ours = style(data, parts, "Plain Text"), style(data, parts, "Unnumbered Paragraph")
    assert (theirs.get(f"{W}styleId"), ours.get(f"{W}styleId")) == ("PlainText", "PlainText2")
    assert theirs.find(f"{W}rPr/{W}rFonts") is not None


def test_what_the_file_lacks_has_the_size_of_its_body_text(data: bytes, parts: Parts) -> None:
    added = style(data, parts, "Summary Text")
    assert (value(added, "basedOn"), value(added, "rPr/sz")) == ("Normal", None)
    assert value(style(data, parts, "Normal"), "rPr/sz") == "24"
    assert value(style(data, parts, "Masthead Organ"), "rPr/sz") == "40"


def test_lists_of_the_file_have_new_numbers(data: bytes, parts: Parts) -> None:
    bullets = value(style(data, parts, "List Bullet"), "pPr/numPr/numId")
    assert bullets is not None
    assert int(bullets) > 2
    numbering = tree(data, parts, "numbering")
    abstract = numbering.find(f"{W}num[@{W}numId='{bullets}']/{W}abstractNumId")
    assert abstract is not None
    level = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{abstract.get(f'{W}val')}']/{W}lvl")
    assert level is not None
    assert (value(level, "numFmt"), value(level, "pStyle")) == ("bullet", "ListBullet")


def test_a_title_based_on_a_heading_has_no_number(report: dict[str, Document], parts: Parts, tmp_path: Path) -> None:
    made = docx.Document()
    made.styles["Title"].base_style = made.styles["Heading 1"]
    path = tmp_path / "title.docx"
    made.save(str(path))
    assert value(style(styled(report["en"], path), parts, "Title"), "pPr/numPr/numId") == "0"


def test_the_page_is_that_of_the_file(data: bytes, parts: Parts) -> None:
    body = tree(data, parts, "document")
    (section,) = body.iter(f"{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    found = {name: int(margins.get(f"{W}{name}", "")) for name in ("left", "right", "gutter")}
    assert found == {"left": 2268, "right": 1701, "gutter": 283}
    (table,) = body.iter(f"{W}tbl")
    width = 11906 - sum(found.values())
    assert [each.get(f"{W}w") for each in table.iter(f"{W}tblW")] == [str(width)]
    columns = [int(each.get(f"{W}w", "")) for each in table.iter(f"{W}gridCol")]
    assert sum(columns) == width
    assert min(columns) > 0
    stops = [each.get(f"{W}pos") for each in body.iter(f"{W}tab") if each.get(f"{W}val") == "right"]
    assert stops == [str(width)]


def test_headers_are_those_of_the_file(data: bytes, parts: Parts, report: dict[str, Document]) -> None:
    every = parts(data)
    names = {name for name in every if re.match(r"word/(header|footer)-", name)}
    assert names == {"word/header-default.xml", "word/header-first.xml", "word/footer-even.xml"}
    text = "".join(tree(data, parts, "header-default").itertext())
    assert text.strip() == "House E/CN.15/2019/9, job V.19-01520, en, {other}"
    (picture,) = [name for name in every if name.startswith("word/media/")]
    assert every[picture].startswith(b"\x89PNG")
    uses = [each.get(f"{W}type") for each in tree(data, parts, "document").iter(f"{W}headerReference")]
    assert sorted(map(str, uses)) == ["default", "first"]


def test_ours_stay_where_the_file_has_no_header(sheets: Sheets, report: dict[str, Document], parts: Parts) -> None:
    every = parts(styled(report["en"], sheets("pandoc")))
    assert sum(bool(re.match(r"word/(header|footer)-", name)) for name in every) == 6
    assert b"E/CN.15/2019/9" in every["word/header-even.xml"]


def test_what_word_wrote_for_latin_letters_alone_holds_for_arabic_ones(
    sheets: Sheets, report: dict[str, Document], parts: Parts
) -> None:
    arabic = styled(report["ar"], sheets("python-docx"))
    properties = style(arabic, parts, "Normal").find(f"{W}rPr")
    assert properties is not None
    assert (value(properties, "sz"), value(properties, "szCs")) == ("24", "24")
    assert value(style(styled(report["en"], sheets("python-docx")), parts, "Normal"), "rPr/szCs") is None


def test_symbols_in_headers_are_escaped(sheets: Sheets, report: dict[str, Document], parts: Parts) -> None:
    odd = replace(report["en"], symbol="A/<&>/1")
    assert "A/<&>/1" in "".join(tree(styled(odd, sheets("python-docx")), parts, "header-default").itertext())


@pytest.mark.parametrize(("margin", "columns"), [(7, 1), (2, 4)])
def test_a_page_without_room(report: dict[str, Document], tmp_path: Path, margin: int, columns: int) -> None:
    made = docx.Document()
    made.sections[0].left_margin = made.sections[0].right_margin = Cm(margin)
    made.sections[0]._sectPr.find(f"{W}cols").set(f"{W}num", str(columns))
    path = tmp_path / "narrow.docx"
    made.save(str(path))
    with pytest.raises(InputError, match=r"its page leaves \d+ mm for the width of the text, less than 90") as caught:
        styled(report["en"], path)
    assert caught.value.position is not None
    assert caught.value.position.file == str(path)


def test_text_without_looks(report: dict[str, Document], sheets: Sheets) -> None:
    with pytest.raises(UsageError, match="the format 'md' takes no looks from a file"):
        pipeline.write(report["en"], "md", pipeline.style_sheet(sheets("pandoc")))


def test_links_in_a_header_stay(report: dict[str, Document], sheets: Sheets, parts: Parts, tmp_path: Path) -> None:
    made = docx.Document()
    link = made.sections[0].header.part.relate_to(
        "https://un.org/?a=1&b=2", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", True
    )
    made.sections[0].header.paragraphs[0]._p.append(
        etree.fromstring(
            f'<w:hyperlink xmlns:w="{W[1:-1]}" r:id="{link}"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        )
    )
    path = tmp_path / "link.docx"
    made.save(str(path))
    relations = etree.fromstring(parts(styled(report["en"], path))["word/_rels/header-default.xml.rels"])
    assert [(each.get("Id"), each.get("Target")) for each in relations] == [(link, "https://un.org/?a=1&b=2")]


def test_pictures_of_every_kind_have_their_content_type(
    report: dict[str, Document], tmp_path: Path, sheets: Sheets
) -> None:
    source = tmp_path / "jpg.docx"
    with zipfile.ZipFile(sheets("python-docx")) as old, zipfile.ZipFile(source, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"media/image1.png", b"media/image1.jpg")
            new.writestr(name.replace("media/image1.png", "media/image1.jpg"), data)
    with zipfile.ZipFile(io.BytesIO(styled(report["en"], source))) as archive:
        assert b'Extension="jpg" ContentType="image/jpeg"' in archive.read("[Content_Types].xml")


# Pieces of a file, one by one.


def changed(folder: Path, **changes: tuple[str, str]) -> Path:
    """The template of python-docx with one change in each of some parts (styles, settings, numbering, document …)."""
    buffer, path = io.BytesIO(), folder / "changed.docx"
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text: str | bytes = old.read(name)
            if (change := changes.get(Path(name).stem)) and name.startswith("word/") and name.endswith(".xml"):
                before, text = text.decode(), re.sub(change[0], change[1], text.decode(), count=1, flags=re.DOTALL)
                assert text != before, name
            new.writestr(name, text)
    return path


def test_a_heading_without_outline_level_gets_ours(report: dict[str, Document], parts: Parts, tmp_path: Path) -> None:
    path = changed(tmp_path, styles=(r'<w:outlineLvl w:val="1"/>', ""))
    assert value(style(styled(report["en"], path), parts, "heading 2"), "pPr/outlineLvl") == "1"


def test_a_list_of_the_file_lets_go_of_our_headings(report: dict[str, Document], parts: Parts, tmp_path: Path) -> None:
    level = r'<w:pStyle w:val="ListBullet"/>'
    path = changed(tmp_path, numbering=(level, level.replace("ListBullet", "Heading1")))
    data = styled(report["en"], path)
    assert re.findall(rb'<w:pStyle w:val="Heading1"/>', parts(data)["word/numbering.xml"]) == [
        b'<w:pStyle w:val="Heading1"/>'
    ]


def test_numbers_between_two_stand_where_their_style_says(
    rich_documents: dict[str, Document], parts: Parts, sheets: Sheets
) -> None:
    numbering = tree(styled(rich_documents["xr"], sheets("python-docx")), parts, "numbering")
    levels = [each for each in numbering.iter(f"{W}lvl") if each.get(f"{W}ilvl") == "0"]
    own = [each for each in levels if each.getparent().tag == f"{W}lvlOverride"]
    assert own
    assert {value(each, "lvlJc") for each in own} == {"left"}


def test_page_set_up_beside_size_and_margins(report: dict[str, Document], parts: Parts, tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        settings=(r"(<w:zoom [^>]*/>)", r"\1<w:mirrorMargins/>"),
        document=(r"<w:cols [^>]*/>", '<w:pgNumType w:start="5"/><w:cols w:space="10"/>'),
    )
    data = styled(report["en"], path)
    assert tree(data, parts, "settings").find(f"{W}mirrorMargins") is not None
    (section,) = tree(data, parts, "document").iter(f"{W}sectPr")
    names = [etree.QName(each).localname for each in section if not each.tag.endswith("Reference")]
    assert names == ["footnotePr", "pgSz", "pgMar", "pgNumType", "cols", "titlePg", "docGrid"]
    assert value(section, "docGrid") == ""


def test_even_pages_are_those_of_the_file(report: dict[str, Document], parts: Parts, tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "one header for all pages"
    path = tmp_path / "one.docx"
    made.save(str(path))
    data = styled(report["en"], path)
    assert tree(data, parts, "settings").find(f"{W}evenAndOddHeaders") is None
    (section,) = tree(data, parts, "document").iter(f"{W}sectPr")
    assert section.find(f"{W}titlePg") is None
    assert len(section.findall(f"{W}headerReference")) == 1
    assert section.findall(f"{W}footerReference") == []


def test_theme_fonts_and_latent_styles_come_along(
    sheets: Sheets, report: dict[str, Document], parts: Parts, data: bytes
) -> None:
    with zipfile.ZipFile(sheets("python-docx")) as archive:
        theirs = {name: etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("theme/theme1", "fontTable")}
        latent = etree.fromstring(archive.read("word/styles.xml")).find(f"{W}latentStyles")
    assert etree.tostring(tree(data, parts, "theme/theme1")) == etree.tostring(theirs["theme/theme1"])
    fonts = [each.get(f"{W}name") for each in tree(data, parts, "fontTable").iter(f"{W}font")]
    assert fonts == [each.get(f"{W}name") for each in theirs["fontTable"].iter(f"{W}font")]
    found = tree(data, parts, "styles").find(f"{W}latentStyles")
    assert latent is not None
    assert found is not None
    assert len(found) == len(latent) > 100


def test_a_name_that_a_style_of_another_kind_has(report: dict[str, Document], parts: Parts, tmp_path: Path) -> None:
    made = docx.Document()
    made.styles.add_style("Summary Text", WD_STYLE_TYPE.CHARACTER)
    path = tmp_path / "kinds.docx"
    made.save(str(path))
    data = styled(report["en"], path)
    assert style(data, parts, "Summary Text").get(f"{W}type") == "character"
    added = style(data, parts, "Summary Text 2")
    assert (added.get(f"{W}type"), added.get(f"{W}styleId")) == ("paragraph", "SummaryText2")
    used = {each.get(f"{W}val") for each in tree(data, parts, "document").iter(f"{W}pStyle")}
    assert "SummaryText2" in used


def test_effects_of_text_stay(report: dict[str, Document], parts: Parts, tmp_path: Path) -> None:
    space = "http://schemas.microsoft.com/office/word/2010/wordml"
    effect = f'<w14:ligatures xmlns:w14="{space}" w14:val="standard"/></w:rPr></w:rPrDefault>'
    path = changed(tmp_path, styles=("</w:rPr></w:rPrDefault>", effect))
    data = styled(report["en"], path)
    styles = tree(data, parts, "styles")
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert [etree.QName(each).localname for each in defaults][-2:] == ["lang", "ligatures"]
    assert styles.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w14"
    out = tmp_path / "out.docx"
    out.write_bytes(data)
    assert [str(error) for error in openxml_audit.OpenXmlValidator().validate(out).errors] == []


def test_a_bis_number_stands_where_its_style_says(
    document_of: Callable[..., Document], parts: Parts, sheets: Sheets, tmp_path: Path
) -> None:
    english = languages.load(Workspace.at(), "en")
    blocks = [Heading(name, 1, (Text(name),)) for name in ("a", "b", "c")]
    document = number_blocks(document_of(english, *blocks), english, {"b": "1 bis"})
    path = tmp_path / "bis.docx"
    path.write_bytes(styled(document, sheets("python-docx")))
    assert [line.label for line in read(path)][-3:] == ["I.", "I bis.", "II."]
    numbering = tree(path.read_bytes(), parts, "numbering")
    own = [each for each in numbering.iter(f"{W}lvl") if each.getparent().tag == f"{W}lvlOverride"]
    assert [value(each, "lvlJc") for each in own] == ["left"]


def test_the_narrowest_page_has_room_for_every_column(
    rich_documents: dict[str, Document], parts: Parts, tmp_path: Path
) -> None:
    made = docx.Document()
    made.sections[0].left_margin = made.sections[0].right_margin = Cm(6.2)
    path = tmp_path / "narrow.docx"
    made.save(str(path))
    columns = tree(styled(rich_documents["en"], path), parts, "document").iter(f"{W}gridCol")
    assert min(int(each.get(f"{W}w", "")) for each in columns) > 100
