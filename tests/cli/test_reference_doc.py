"""reportgen build --reference-doc: a Word file of the user's gives the looks of docx and pdf."""

from __future__ import annotations

import io
import shutil
import zipfile

import docx
import pytest
from docx.shared import Pt

NO_FILE = """\
none.docx: cannot read the file: No such file or directory
  hint: it is not there, or not for you to read
"""


@pytest.fixture
def house(tiny) -> str:
    made = docx.Document()
    made.styles["Heading 1"].font.size = Pt(33)
    made.sections[0].header.paragraphs[0].text = "House {symbol}"
    buffer = io.BytesIO()
    made.save(buffer)
    tiny.write("house.docx", buffer.getvalue())
    return "house.docx"


def test_the_looks_of_a_file(run, files, tiny, house: str) -> None:
    outcome = run("build", "--reference-doc", house)
    assert outcome == (0, "outputs/tiny/tiny.en.docx\noutputs/tiny/tiny.en.md\n", "")
    opened = docx.Document(str(tiny.root / "outputs/tiny/tiny.en.docx"))
    assert opened.styles["Heading 1"].font.size == Pt(33)
    assert opened.sections[0].header.paragraphs[0].text == "House A/99/1"


def test_markdown_is_as_it_was(run, tiny, house: str) -> None:
    run("build", "-t", "md")
    path = tiny.root / "outputs/tiny/tiny.en.md"
    before = path.read_bytes()
    run("build", "--reference-doc", house)
    assert path.read_bytes() == before


def test_every_language_has_the_looks(run, tiny, translate, house: str) -> None:
    translate()
    assert run("build", "-t", "docx", "--reference-doc", house).exit_code == 0
    for tag in ("en", "zh"):
        opened = docx.Document(str(tiny.root / f"outputs/tiny/tiny.{tag}.docx"))
        assert opened.styles["Heading 1"].font.size == Pt(33)


@pytest.mark.external
@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="LibreOffice, poppler")
def test_a_pdf_has_the_looks(run, tiny, house: str) -> None:
    import subprocess

    assert run("build", "-t", "pdf", "--reference-doc", house).exit_code == 0
    path = str(tiny.root / "outputs/tiny/tiny.en.pdf")
    assert "House A/99/1" in subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("formats", [["md"], ["json", "outline"]])
def test_where_no_format_would_show_it(run, files, house: str, formats: list[str]) -> None:
    options = [part for name in formats for part in ("-t", name)]
    message = "--reference-doc is for docx and pdf, and neither is written\n  hint: add -t docx\n"
    assert run("build", *options, "--reference-doc", house) == (2, "", message)
    assert files("outputs") == []


def test_no_such_file(run, files) -> None:
    outcome = run("build", "--reference-doc", "none.docx")
    assert outcome == (
        3,
        "",
        NO_FILE,
    )
    assert files("outputs") == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Hello", "this is not a Word file\n  hint: save it as .docx\n"),
        (b"", "the file is empty\n  hint: save it anew from Word\n"),
        (b"PK\x03\x04", "the file is cut off or damaged\n  hint: fetch it or save it anew\n"),
    ],
)
def test_a_file_that_is_none(run, files, tiny, data: bytes, said: str) -> None:
    tiny.write("house.docx", data)
    assert run("build", "--reference-doc", "house.docx") == (3, "", f"house.docx: {said}")
    assert files("outputs") == []


def test_a_page_without_room_writes_nothing(run, files, tiny, house: str) -> None:
    path = tiny.root / house
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'w:w="12240"', b'w:w="4000"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    outcome = run("build", "--reference-doc", house)
    assert (outcome.exit_code, outcome.out) == (3, "")
    assert outcome.err.startswith("house.docx: its page leaves 7 mm for the width of the text, less than 90\n")
    assert files("outputs") == []
