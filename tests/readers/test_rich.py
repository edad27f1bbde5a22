"""Italics, bold, addresses and marks are read back as they were printed; so is what a file says it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from reportgen import pipeline
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.readers import ReadDocument, read_document
from reportgen.tree.inlines import Bold, Content, Italic, Link, NoteMark, Text
from reportgen.tree.nodes import Cell, Document, Heading, LetterNote, Note, Paragraph, PlainParagraph, Summary, Table
from reportgen.tree.printed import MASTHEAD, identity_of, printed_pieces
from reportgen.tree.seen import seen
from reportgen.tree.text import plain_text
from reportgen.tree.walk import map_leaves
from reportgen.workspace import Workspace

FORMATS = ("docx", "md")
REAL = ("ar", "en", "es", "fr", "ru", "zh")
NAMES = [*(f"real {tag}" for tag in REAL), "every block en", "every block ar"]
CASE = Workspace.at(Path(__file__).parents[1] / "cases" / "every-block")


@pytest.fixture(scope="module")
def cases(real_documents: dict[str, Document]) -> dict[str, Document]:
    report = pipeline.load(CASE, "every-block")
    built = {f"every block {tag}": pipeline.build(CASE, report, tag) for tag in ("en", "ar")}
    return {f"real {tag}": each for tag, each in real_documents.items()} | built


def write(document: Document, format_name: str, folder: Path, name: str = "report") -> Path:
    path = folder / f"{name}.{format_name}"
    path.write_bytes(pipeline.write(document, format_name))
    return path


def read_back(document: Document, format_name: str, folder: Path) -> ReadDocument:
    return read_document(write(document, format_name, folder), shown="")


def without_notes(content: Content) -> Content:
    """The inlines with marks that name no note: Markdown knows the numbers of notes alone."""
    return map_leaves(content, lambda each: NoteMark("", each.label) if isinstance(each, NoteMark) else each)


def meant(document: Document, format_name: str) -> list[Content]:
    """What a reader sees of the blocks and of the notes."""
    found = [seen(each.content) for each in printed_pieces(document) if each.kind != MASTHEAD]
    return found if format_name == "docx" else [without_notes(each) for each in found]


def known(found: ReadDocument, format_name: str) -> list[Content]:
    """The contents of what has an id or a number, and of the notes."""
    lines = [each for each in found.blocks if each.line.id or each.line.path]
    contents = [each.content for each in (*lines, *found.notes)]
    return contents if format_name == "docx" else [without_notes(each) for each in contents]


def masthead(document: Document) -> list[tuple[str, Content]]:
    return [(each.id, seen(each.content)) for each in printed_pieces(document) if each.kind == MASTHEAD]


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_what_was_printed_is_read(cases: dict[str, Document], name: str, format_name: str, tmp_path: Path) -> None:
    found = read_back(cases[name], format_name, tmp_path)
    assert known(found, format_name) == meant(cases[name], format_name)
    assert [plain_text(each.content) for each in (*found.blocks, *found.notes)] == [line.text for line in found.lines()]


@pytest.mark.parametrize("name", NAMES)
def test_the_masthead_in_word(cases: dict[str, Document], name: str, tmp_path: Path) -> None:
    found = read_back(cases[name], "docx", tmp_path)
    assert [(each.id, each.content) for each in found.masthead] == masthead(cases[name])


@pytest.mark.parametrize("name", NAMES)
def test_the_masthead_in_markdown(cases: dict[str, Document], name: str, tmp_path: Path) -> None:
    found = read_back(cases[name], "md", tmp_path)
    wanted = [without_notes(content) for _, content in masthead(cases[name])]
    assert [without_notes(each.content) for each in found.masthead] == wanted


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_what_it_is(cases: dict[str, Document], name: str, format_name: str, tmp_path: Path) -> None:
    document = replace(cases[name], edition=3)
    assert read_back(document, format_name, tmp_path).identity == identity_of(document)


def test_ids_of_notes_are_not_those_of_lines(cases: dict[str, Document], tmp_path: Path) -> None:
    found = read_back(cases["real en"], "docx", tmp_path)
    assert [each.note_id for each in found.notes] == ["agenda-note", "compendium", "evaluation"]
    assert {each.line.id for each in found.notes} == {""}


def test_a_note_whose_id_is_too_long_for_a_bookmark_has_its_key(document_of: Callable, tmp_path: Path) -> None:
    longest = "a" * 40
    marked = Paragraph("p", (Text("Marked."), NoteMark(longest)))
    language = pipeline.language(Workspace.at(), "en")
    document = number_blocks(document_of(language, marked, notes=(Note(longest, (Text("Note."),)),)), language)
    found = read_back(document, "docx", tmp_path)
    [note] = found.notes
    assert note.note_id == ""
    assert found.blocks[-1].content == (Text("Marked."), NoteMark(note.key, "1"))


LOOKS = (
    Text("Plain, "),
    Italic((Text("in italics"),)),
    Text(" and "),
    Bold((Text("bold, "), Italic((Text("both"),)))),
    Text(": "),
    Link("https://undocs.org/en/A/1?x=1&y=2"),
    Text(", "),
    Italic((Text("see "), Link("https://un.org/"))),
    NoteMark("note"),
    Text("."),
)


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("tag", ["en", "ar", "zh"])
def test_every_look_in_every_place(document_of: Callable, tag: str, format_name: str, tmp_path: Path) -> None:
    language = pipeline.language(Workspace.at(), tag)
    words = {"en": "Words", "ar": "كلمات", "zh": "案文"}[tag]
    content = (Text(words), *LOOKS, Italic((Text(words),)))
    unmarked = tuple(each for each in content if not isinstance(each, NoteMark))
    cells = (Cell("t/1-1", (*unmarked, NoteMark("b"))), Cell("t/1-2", (Text("2"), NoteMark("a"))))
    # In Markdown the whole head is in italics, and nobody sees which of it are its own.
    head = unmarked if format_name == "docx" else (Text(words),)
    heads = (Cell("t/head-1", (Text(words), NoteMark("a"))), Cell("t/head-2", head))
    notes = (LetterNote("a", unmarked), LetterNote("b", (Text(words),)))
    document = document_of(
        language,
        Summary("summary", (Text(words),), (PlainParagraph("inside", unmarked),)),
        Heading("heading", 1, (Text(words), Italic((Text("x"),)))),
        Paragraph("first", content),
        Table("t", (Text(words), Italic((Text("x"),))), heads, (cells,), (1, 1), (False, False), notes=notes),
        notes=(Note("note", unmarked),),
    )
    document = resolve_references(number_blocks(document, language), language)
    assert known(read_back(document, format_name, tmp_path), format_name) == meant(document, format_name)


@pytest.mark.parametrize("format_name", FORMATS)
def test_bold_by_the_kind_of_a_block_is_no_bold_of_its_text(
    document_of: Callable, format_name: str, tmp_path: Path
) -> None:
    language = pipeline.language(Workspace.at(), "en")
    heads, row = ((Cell(f"t/{row}-1", (Text("Words"),)),) for row in ("head", "1"))
    table = Table("t", (Text("Caption"),), heads, (row,), (1,), (False,), total=True)
    advice = Paragraph("advice", (Text("Do so."),), recommendation=True)
    document = number_blocks(document_of(language, advice, table), language)
    assert known(read_back(document, format_name, tmp_path), format_name) == meant(document, format_name)


# Other programs.


def test_python_docx_keeps_all(cases: dict[str, Document], tmp_path: Path) -> None:
    path = write(replace(cases["every block en"], edition=2), "docx", tmp_path)
    before = read_document(path, shown="")
    docx.Document(str(path)).save(str(path))
    assert read_document(path, shown="") == before


WAYS = ("docx", "odt", "doc")
WORD = "docx:MS Word 2007 XML"


@pytest.fixture(scope="module")
def resaved(
    cases: dict[str, Document], libreoffice: Callable, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, ReadDocument]]:
    """The files as LibreOffice writes them, directly and by way of its own format and of the old one of Word."""
    folder = tmp_path_factory.mktemp("written")
    files = [write(each, "docx", folder, name.replace(" ", "-")) for name, each in cases.items()]
    found = {}
    for way in WAYS:
        there, back = (tmp_path_factory.mktemp(f"{way}-{name}") for name in ("there", "back"))
        if way == "docx":
            libreoffice(files, WORD, back)
        else:
            libreoffice(files, way, there)
            libreoffice(sorted(there.iterdir()), WORD, back)
        found[way] = {name: read_document(back / file.name, shown="") for name, file in zip(cases, files, strict=True)}
    return found


@pytest.mark.external
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_resaved_by_libreoffice(
    cases: dict[str, Document], resaved: dict[str, dict[str, ReadDocument]], name: str, way: str
) -> None:
    found = resaved[way][name]
    assert found.identity == identity_of(cases[name])
    assert [(each.id, each.content) for each in found.masthead] == masthead(cases[name])
    wanted = {each.id: seen(each.content) for each in printed_pieces(cases[name]) if each.kind != MASTHEAD}
    changed = dict(changed_by_libreoffice(found, wanted))
    # It works out the numbers of cross-references anew, and drops what pictures show on the way through .doc.
    cited = {each.line.id or each.note_id for each in (*found.blocks, *found.notes) if each.references}
    assert {name for name in changed if name not in cited} <= {name for name in wanted if name.endswith("/alternative")}
    assert way == "doc" or not [name for name in changed if name.endswith("/alternative")]


def changed_by_libreoffice(found: ReadDocument, wanted: dict[str, Content]) -> Iterator[tuple[str, Content | None]]:
    """What is not there any more, or not as it was, by id."""
    there = {each.line.id or each.note_id: each.content for each in (*found.blocks, *found.notes)}
    yield from ((name, there.get(name)) for name, content in wanted.items() if there.get(name) != content)
