"""What we write is read back as it was meant, from Word and from Markdown, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.passes.number import number_blocks
from reportgen.readers import ReadDocument, read, read_document
from reportgen.tree.inlines import NoteMark, NumberReference, Text
from reportgen.tree.line import Line, lines
from reportgen.tree.nodes import Block, Document, Heading, Note, Paragraph, PlainParagraph, Subparagraph, Summary
from reportgen.tree.walk import all_inlines
from reportgen.workspace import Workspace

WORKSPACE = Workspace.at()
REPORT = pipeline.load(WORKSPACE, "e-cn.15-2019-9")
LANGUAGES = pipeline.report_languages(WORKSPACE, REPORT)
FORMATS = ("docx", "md")


@pytest.fixture(scope="module", params=LANGUAGES)
def document(request: pytest.FixtureRequest) -> Document:
    return pipeline.build(WORKSPACE, REPORT, request.param)


def write(document: Document, format_name: str, folder: Path) -> Path:
    path = folder / f"{document.slug}.{document.language}.{format_name}"
    path.write_bytes(pipeline.write(document, format_name))
    return path


def meant(document: Document) -> list[Line]:
    """The lines of the document; a note's id stands in no file, nor does the blank at the end of a label."""
    return [
        replace(line, id="" if line.kind == "note" else line.id, label=line.label.rstrip()) for line in lines(document)
    ]


def known(found: list[Line]) -> list[Line]:
    """The lines of a file without the masthead, which has no ids."""
    return [line for line in found if line.id or line.path]


def test_six_languages() -> None:
    assert sorted(LANGUAGES) == ["ar", "en", "es", "fr", "ru", "zh"]


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_report(document: Document, format_name: str, tmp_path: Path) -> None:
    assert known(read(write(document, format_name, tmp_path))) == meant(document)


@pytest.mark.parametrize("format_name", FORMATS)
def test_nothing_of_ours_was_typed(document: Document, format_name: str, tmp_path: Path) -> None:
    assert not [line for line in read_document(write(document, format_name, tmp_path)).blocks if line.typed]


@pytest.mark.parametrize("format_name", FORMATS)
def test_notes_are_marked_where_they_were(document: Document, format_name: str, tmp_path: Path) -> None:
    marked = {
        inline.label: block.id
        for block in document.blocks
        if isinstance(block, Paragraph | PlainParagraph)
        for inline in all_inlines(block.content)
        if isinstance(inline, NoteMark)
    }
    found = read_document(write(document, format_name, tmp_path))
    counted = [note for note in found.notes if note.line.path]
    assert {note.line.label: found.blocks[note.marked_in[0]].line.id for note in counted} == marked
    assert len(marked) == len(document.notes)


@pytest.mark.parametrize("format_name", FORMATS)
def test_cross_references(document: Document, format_name: str, tmp_path: Path) -> None:
    found = read_document(write(document, format_name, tmp_path))
    references = [(line.line.id, each.target, each.text) for line in found.blocks for each in line.references]
    meant_references = [
        (block.id, inline.target, inline.label)
        for block in document.blocks
        if not isinstance(block, Summary)
        for reference in all_inlines(block.content)
        for inline in getattr(reference, "content", ())
        if isinstance(inline, NumberReference)
    ]
    assert references == meant_references
    assert [each[1:] for each in references[:2]] == [
        ("thematic-global-programmes", "12"),
        ("kyrgyzstan-justice-reform", "41"),
    ]


WORDS = {"ar": "نص", "zh": "案文", "ru": "Текст"}


def numbered(tag: str, shape: Callable[[Callable[[str, int], None]], None], **steps: str | int) -> Document:
    """A document of blocks of some kinds and levels, with decided steps by id."""
    blocks: list[Block] = []

    def add(kind: str, level: int = 0) -> None:
        name = f"{kind}{len(blocks)}"
        content = (Text(f"{WORDS.get(tag, 'Text')} {len(blocks)}"),)
        made: Block = Heading(name, level, content) if kind == "heading" else Paragraph(name, content)
        blocks.append(Subparagraph(name, level, content) if kind == "part" else made)

    shape(add)
    document = pipeline.build(WORKSPACE, REPORT, tag)
    language = pipeline.language(WORKSPACE, tag)
    return number_blocks(replace(document, blocks=tuple(blocks), notes=()), language, steps)


def all_levels(add: Callable[[str, int], None]) -> None:
    for chapter in range(12):
        for level in range(1, 7 if chapter % 3 == 0 else 2):
            for _ in range(2):
                add("heading", level)
                add("paragraph", 0)
                for part in (1, 2, 3, 4, 4, 3, 1):
                    add("part", part)


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_all_levels(tag: str, format_name: str, tmp_path: Path) -> None:
    document = numbered(tag, all_levels)
    found = known(read(write(document, format_name, tmp_path)))
    assert found == meant(document)
    assert {len(line.path) for line in found} == {1, 2, 3, 4, 5, 6}


def between_numbers(add: Callable[[str, int], None]) -> None:
    for kind, level in (
        ("heading", 1), ("paragraph", 0), ("paragraph", 0), ("paragraph", 0), ("part", 1), ("part", 1), ("part", 2),
        ("paragraph", 0), ("part", 1), ("part", 1), ("part", 2), ("heading", 1), ("heading", 2), ("paragraph", 0),
    ):  # fmt: skip
        add(kind, level)


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_between_two_numbers(tag: str, format_name: str, tmp_path: Path) -> None:
    steps = {"paragraph1": "1 ante", "paragraph3": "1 bis", "part9": "1 bis", "heading11": "1 ter", "paragraph13": 9}
    document = numbered(tag, between_numbers, **steps)
    found = known(read(write(document, format_name, tmp_path)))
    assert found == meant(document)
    assert [line.path for line in found] == [
        (1,), ("1 ante",), (2,), ("1 bis",), ("1 bis", 1), ("1 bis", 2), ("1 bis", 2, 1), (2,), (2, 1), (2, "1 bis"),
        (2, "1 bis", 1), ("1 ter",), ("1 ter", 1), (9,),
    ]  # fmt: skip


def test_resaved_by_python_docx(document: Document, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed (pip)")
    path = write(document, "docx", tmp_path)
    before = read_document(path, shown="")
    docx.Document(str(path)).save(str(path))
    assert read_document(path, shown="") == before


@pytest.fixture(scope="module")
def resaved(libreoffice: Callable, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    written, again = (tmp_path_factory.mktemp(name) for name in ("written", "again"))
    files = [write(pipeline.build(WORKSPACE, REPORT, tag), "docx", written) for tag in LANGUAGES]
    libreoffice(files, "docx:MS Word 2007 XML", again)
    return {tag: (path, again / path.name) for tag, path in zip(LANGUAGES, files, strict=True)}


@pytest.mark.external
@pytest.mark.parametrize("tag", LANGUAGES)
def test_resaved_by_libreoffice(tag: str, resaved: dict[str, tuple[Path, Path]]) -> None:
    before, after = (read_document(path, shown="") for path in resaved[tag])
    assert list(without_references(after)) == list(without_references(before))
    assert [[mark.label for mark in line.marks] for line in after.blocks] == [
        [mark.label for mark in line.marks] for line in before.blocks
    ]


def without_references(document: ReadDocument) -> Iterator[Line]:
    """The lines; LibreOffice writes cross-references anew, with the label as it stands: in Arabic 41 - for 41."""
    for each in (*document.blocks, *document.notes):
        text = each.line.text
        for reference in each.references:
            text = text.replace(reference.text, "#" + reference.target)
        yield replace(each.line, text=text)


def test_a_tiny_report(tiny, tmp_path: Path) -> None:
    document = tiny.build()
    assert known(read(write(document, "docx", tmp_path))) == [
        Line("first", "heading", (1,), "I.", "The first section"),
        Line("opening", "paragraph", (1,), "1.", "The report is small."),
    ]


@pytest.mark.parametrize("format_name", FORMATS)
def test_summaries_and_plain_paragraphs(document_of: Callable, format_name: str, tmp_path: Path) -> None:
    inner = PlainParagraph("inside", (Text("In the summary."),))
    note = Note("a-note", (Text("The note."),))
    blocks = (
        Summary("summary", (Text("Summary"),), (inner,)),
        Heading("opening", 1, (Text("Opening"),)),
        PlainParagraph("plain", (Text("Not numbered."), NoteMark("a-note"))),
        Paragraph("first", (Text("Numbered  twice * and _so_ on."),)),
    )
    language = pipeline.language(WORKSPACE, "en")
    document = number_blocks(document_of(language, *blocks, notes=(note,)), language)
    assert known(read(write(document, format_name, tmp_path))) == [
        Line("summary", "summary", (), "", "Summary"),
        Line("inside", "plain", (), "", "In the summary."),
        Line("opening", "heading", (1,), "I.", "Opening"),
        Line("plain", "plain", (), "", "Not numbered."),
        Line("first", "paragraph", (1,), "1.", "Numbered  twice * and _so_ on."),
        Line("", "note", (1,), "1", "The note."),
    ]
