"""PDF as a format, and reportgen build --pages: what LibreOffice lays out."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

import reportgen
from reportgen import pipeline
from reportgen.errors import OutputError
from reportgen.pipeline import office, pdf
from reportgen.tree.nodes import Contents, ContentsEntry, Document
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs the Debian package libreoffice-writer")


EVERY = Workspace(Path(__file__).parents[1] / "cases" / "every-block", Workspace.at().installed)
CONTENTS = """\
symbol: A/99/1
title: x
contents: 1
masthead: {organ: ecosoc}
sections: [first]
"""
NOTES = """\
symbol: A/99/1
title: A small report
masthead:
  organ: ecosoc
  agenda: {item: 7, provisional: true, note: {symbol: E/2019/1}}
  late: true
sections: [first]
"""


def built(tag: str = "en") -> Document:
    return pipeline.build(EVERY, pipeline.load(EVERY, "every-block"), tag)


def outlined(*pages: int) -> bytes:
    """A PDF file with a bookmark to each of these pages, from 1; every other one is below the one before."""
    stream = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(max(pages)):
            made.add_blank_page()
        with made.open_outline() as outline:
            for number, page in enumerate(pages):
                item = pikepdf.OutlineItem(f"Heading {number}", page - 1)
                (outline.root[-1].children if number % 2 else outline.root).append(item)
        made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("pages", [(1,), (1, 1, 2), (2, 2, 3, 5), (1, 2, 3)])
def test_the_pages_of_headings_are_those_of_the_bookmarks(pages: tuple[int, ...]) -> None:
    assert pdf.pages_of_headings(outlined(*pages), len(pages)) == list(pages)


def test_bookmarks_that_are_no_headings_are_an_error() -> None:
    with pytest.raises(OutputError, match="the PDF has 3 bookmarks and the document 2 headings"):
        pdf.pages_of_headings(outlined(1, 1, 2), 2)


@pytest.mark.external
@needs_office
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_two_notes_of_the_masthead_have_their_marks_once(tiny: Any, tag: str) -> None:
    tiny.report(NOTES)
    if tag == "ar":
        tiny.catalogue("", "ar")
    word = pipeline.write(tiny.build(tag), "docx")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(office.pdf_of(word))).pages)
    assert re.findall(r"\*+", text) == ["*", "**", "*", "**"]


def test_pdf_is_a_format_of_the_public_interface(tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    document = tiny.build()
    monkeypatch.setattr(pdf, "to_pdf", lambda given, sheet: b"%PDF" if given is document and sheet is None else b"")
    assert reportgen.write(document, "pdf") == b"%PDF"


@pytest.mark.parametrize("arguments", [("--pages",), ("-t", "pdf")])
def test_without_pikepdf(
    tiny: Any, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    tiny.report(CONTENTS)
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    outcome = run("build", *arguments)
    assert outcome.exit_code == 7
    assert outcome.err == (
        "pikepdf is needed to tag a PDF and to find its pages, and is not installed\n"
        "  hint: pip install 'reportgen[pdf]'\n"
    )
    assert not (tiny.root / "outputs").exists()


def entries(document: Document) -> tuple[ContentsEntry, ...]:
    return next(block.entries for block in document.blocks if isinstance(block, Contents))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.external
@needs_office
def test_every_heading_stands_on_the_page_that_the_contents_say() -> None:
    document = pdf.with_pages(built())
    pages = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(pdf.to_pdf(built()))).pages]
    found = entries(document)
    assert found[0].page in ("1", "2")
    assert [int(entry.page) for entry in found] == sorted(int(entry.page) for entry in found)
    assert int(found[-1].page) == len(pages)
    for entry in found:
        text = squeezed(f"{entry.label}{plain_text(entry.content)}")
        assert text in pages[int(entry.page) - 1], entry.target
    printed = "".join(pages[: int(found[0].page)])
    for entry in found:
        line = squeezed(f"{plain_text(entry.content)}{'.' * 3}")
        assert line in printed


@pytest.mark.external
@needs_office
def test_pages_in_a_document_from_right_to_left() -> None:
    pages = [int(entry.page) for entry in entries(pdf.with_pages(built("ar")))]
    assert pages == sorted(pages)
    assert len(set(pages)) > 5


@pytest.mark.external
@needs_office
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs the Debian package poppler-utils")
def test_arabic_numbers_are_cited_without_the_dash_behind_them(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf.to_pdf(built("ar")))
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    cited = re.findall(r"انظر أيضا الفقرة\s*([^\n]*)", re.sub("[\u200e\u200f\u202a-\u202e]", "", text))
    assert len(cited) == 3
    assert [each for each in cited if "-" in each] == []


def test_without_contents_no_program_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    document = pipeline.build(Workspace.at(), pipeline.load(Workspace.at(), "e-cn.15-2019-9"), "en")
    assert pdf.with_pages(document) is document


@pytest.mark.parametrize("arguments", [("--pages",), ("-t", "pdf")])
def test_without_libreoffice(
    tiny: Any, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    tiny.report(CONTENTS)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    outcome = run("build", *arguments)
    assert outcome.exit_code == 7
    assert outcome.err.startswith(
        "LibreOffice is needed to lay pages out and is not on this machine\n  hint: apt-get install"
    )
    assert not (tiny.root / "outputs").exists()
