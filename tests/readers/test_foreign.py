"""Files that other programs made: the numbers are those that LibreOffice prints for the same file."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.readers import ReadDocument, read_document
from reportgen.tree.line import Line

FILES = Path(__file__).parent / "files"
MARKDOWN = """\
---
title: A title
---

# Introduction

1. one
2. two

   a. two a
   b. two b

Between.[^later]

3. three

(@) example
(@) another

## Second

- bullet

i. roman
ii. roman two[^first]

[^first]: First in the file.
[^later]: Second in the file.
"""
HTML = """\
<html><body><h1>Introduction</h1><ol><li>one</li><li>two<ol type="a"><li>two a</li><li>two b</li></ol></li>
<li>three</li></ol><p>between</p><ol start="4"><li>four</li></ol><ol type="I"><li>roman</li><li>roman two</li></ol>
<table><tr><td><ol><li>in a cell</li></ol></td></tr></table></body></html>
"""


def made_by_pandoc(folder: Path, *options: str) -> Path:
    pypandoc = pytest.importorskip("pypandoc", reason="pypandoc-binary is not installed (pip)")
    path = folder / "pandoc.docx"
    pypandoc.convert_text(MARKDOWN, "docx", "markdown", outputfile=str(path), extra_args=options)
    return path


def made_by_python_docx(folder: Path) -> Path:
    docx = pytest.importorskip("docx", reason="python-docx is not installed (pip)")
    document = docx.Document()
    document.add_heading("Introduction", 1)
    for text, style in (("one", ""), ("two", ""), ("deeper", " 2"), ("three", "")):
        document.add_paragraph(text, style=f"List Number{style}")
    document.add_paragraph("bullet", style="List Bullet")
    cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    cell.style = "List Number"
    cell.add_run("four in a cell")
    document.add_paragraph("five", style="List Number")
    path = folder / "python-docx.docx"
    document.save(str(path))
    return path


def rows(document: ReadDocument) -> list[tuple[str, str, str]]:
    return [(line.kind, line.label, line.text) for line in document.lines()]


def test_pandoc(tmp_path: Path) -> None:
    document = read_document(made_by_pandoc(tmp_path))
    assert rows(document) == [
        ("plain", "", "A title"),
        ("heading", "", "Introduction"),
        ("paragraph", "1.", "one"),
        ("paragraph", "2.", "two"),
        ("subparagraph", "a.", "two a"),
        ("subparagraph", "b.", "two b"),
        ("plain", "", "Between."),
        ("paragraph", "3.", "three"),
        ("paragraph", "(1)", "example"),
        ("paragraph", "(2)", "another"),
        ("heading", "", "Second"),
        ("item", "", "bullet"),
        ("paragraph", "i.", "roman"),
        ("paragraph", "ii.", "roman two"),
        ("note", "1", "Second in the file."),
        ("note", "2", "First in the file."),
    ]
    assert [line.line.id for line in document.blocks if line.line.kind == "heading"] == ["introduction", "second"]


def test_numbers_that_pandoc_writes_as_text(tmp_path: Path) -> None:
    document = read_document(made_by_pandoc(tmp_path, "--number-sections"))
    headings = [line for line in document.blocks if line.line.kind == "heading"]
    assert [(line.line.label, line.line.path, line.line.text, line.typed) for line in headings] == [
        ("1", (1,), "Introduction", True),
        ("1.1", (1, 1), "Second", True),
    ]


def test_python_docx(tmp_path: Path) -> None:
    assert rows(read_document(made_by_python_docx(tmp_path))) == [
        ("heading", "", "Introduction"),
        ("paragraph", "1.", "one"),
        ("paragraph", "2.", "two"),
        ("paragraph", "1.", "deeper"),
        ("paragraph", "3.", "three"),
        ("item", "", "bullet"),
        ("paragraph", "4.", "four in a cell"),
        ("paragraph", "5.", "five"),
    ]


def test_npm_docx() -> None:
    document = read_document(FILES / "npm-docx.docx")
    assert rows(document) == [
        ("heading", "", "Introduction"),
        ("paragraph", "1.", "one"),
        ("paragraph", "2.", "two"),
        ("subparagraph", "(a)", "two a"),
        ("subparagraph", "(b)", "two b"),
        ("subparagraph", "(i)", "two b i"),
        ("paragraph", "3.", "three"),
        ("subparagraph", "(a)", "three a"),
        ("plain", "", "marked twice"),
        ("paragraph", "4.", "in a cell"),
        ("paragraph", "1.", "another list"),
        ("paragraph", "2.", "its second"),
        ("paragraph", "3.", "four of the first"),
        ("paragraph", "12.", "typed by hand"),
        ("item", "", "a bullet"),
        ("note", "1", "A second note."),
        ("note", "2", "A first note."),
    ]
    assert [line.line.text for line in document.blocks if line.typed] == ["typed by hand"]
    assert [line.place for line in document.blocks if line.line.text == "in a cell"] == ["table"]


@pytest.mark.external
def test_npm_docx_makes_it_so_still(tmp_path: Path, npm: Callable[[str], Path]) -> None:
    environment = os.environ | {"NODE_PATH": str(npm("docx") / "node_modules")}
    script = (FILES / "npm-docx.js").read_text("utf-8")
    made = subprocess.run(["node", "-e", script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    assert rows(read_document(tmp_path / "npm-docx.docx")) == rows(read_document(FILES / "npm-docx.docx"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, libreoffice: Callable) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("made")
    (folder / "libreoffice.html").write_text(HTML, "utf-8")
    libreoffice([folder / "libreoffice.html"], "docx:MS Word 2007 XML", folder)
    return {
        "pandoc": made_by_pandoc(folder),
        "python-docx": made_by_python_docx(folder),
        "libreoffice": folder / "libreoffice.docx",
        "npm-docx": FILES / "npm-docx.docx",
    }


@pytest.mark.external
def test_libreoffice(made: dict[str, Path]) -> None:
    assert rows(read_document(made["libreoffice"])) == [
        ("heading", "", "Introduction"),
        ("paragraph", "1.", "one"),
        ("paragraph", "2.", "two"),
        ("subparagraph", "a.", "two a"),
        ("subparagraph", "b.", "two b"),
        ("paragraph", "3.", "three"),
        ("plain", "", "between"),
        ("paragraph", "4.", "four"),
        ("paragraph", "I.", "roman"),
        ("paragraph", "II.", "roman two"),
        ("paragraph", "1.", "in a cell"),
    ]


@pytest.mark.external
def test_libreoffice_prints_the_same_numbers(
    made: dict[str, Path], libreoffice: Callable, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("printed")
    libreoffice(list(made.values()), "txt:Text (encoded):UTF8", folder)
    for path in made.values():
        printed = [line.split() for line in (folder / f"{path.stem}.txt").read_text("utf-8-sig").splitlines()]
        found = [line for line in read_document(path).blocks if not line.marks]
        rows = [[*sign(line.line), *line.line.text.split()] for line in found]
        assert [words for words in printed if words in rows] == rows


def sign(line: Line) -> list[str]:
    """What is printed before a text: its number, or the bullet of an item."""
    return ["•"] if line.kind == "item" else line.label.split()
