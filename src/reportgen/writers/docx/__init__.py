"""Word: the document as bytes, written into a small package of our own (no python-docx at run time)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.editions import gone_notes
from reportgen.tree.inlines import Content, Link
from reportgen.tree.looks import Looks
from reportgen.tree.memory import ContentMemory
from reportgen.tree.sent import sent_document
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.word.parts import PAGES, furniture_part
from reportgen.word.sent import SENT_PART
from reportgen.writers.docx.body import END_RULE, Body, footnotes
from reportgen.writers.docx.bookmarks import BookmarkCount
from reportgen.writers.docx.comments import WrittenComments
from reportgen.writers.docx.furniture import (
    core_properties,
    first_footer,
    footer,
    header,
    relationships,
    settings,
)
from reportgen.writers.docx.identity import custom_properties
from reportgen.writers.docx.libreoffice import told_apart
from reportgen.writers.docx.lists import WrittenLists
from reportgen.writers.docx.masthead import masthead
from reportgen.writers.docx.media import DRAWING_NAMESPACES, Pictures
from reportgen.writers.docx.numbering import numbering
from reportgen.writers.docx.package import package
from reportgen.writers.docx.revisions import Revisions
from reportgen.writers.docx.runs import Runs, runs_of
from reportgen.writers.docx.sent import sent_parts
from reportgen.writers.docx.styles import styles
from reportgen.writers.docx.theme import font_table, theme
from reportgen.writers.docx.xml import R, part_in_pieces

if TYPE_CHECKING:
    from reportgen.writers.docx.reference.style_sheet import StyleSheet

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"


def write(document: tree.Document, sheet: StyleSheet | None = None, memory: ContentMemory | None = None) -> bytes:
    """The bytes of a DOCX file, in the looks of a style sheet if there is one; the same input gives the same bytes."""
    if sheet is None:
        return package(_parts(document, memory))
    # Imported here, since only style sheets need python-docx, which takes long to import.
    from reportgen.writers.docx.reference.dress import dress
    from reportgen.writers.docx.reference.page import reference_page

    looks = replace(document.looks, page=reference_page(sheet, document.looks.page))
    document = replace(document, looks=looks)
    return package(dress(_parts(document), document, sheet))


def _parts(document: tree.Document, memory: ContentMemory | None = None) -> dict[str, bytes]:
    """The parts of the package by name."""
    document = told_apart(document)
    looks, sent = document.looks, sent_document(document)
    body_links = _links(_body_contents(document))
    note_links = _links(note.content for note in _notes(document))
    pictures, comments = Pictures("document"), WrittenComments(document.comments)
    revisions, bookmarks = Revisions(document.changes), BookmarkCount()
    body = _body(looks, runs_of(document, body_links, bookmarks, revisions, memory), pictures, comments)
    # The body is written before numbering.xml, which needs the lists that the body turned out to want.
    head = masthead(document, body.runs, pictures, comments)
    pieces = chain(["<w:body>", head], body.blocks(document), [END_RULE, _section(document), "</w:body>"])
    text = part_in_pieces("document", pieces, DRAWING_NAMESPACES)
    parts = {
        "_rels/.rels": relationships(
            {
                "rId1": (f"{R}/officeDocument", "word/document.xml"),
                "rId2": (f"{_PACKAGE}/core-properties", "docProps/core.xml"),
                "rId3": (f"{R}/custom-properties", "docProps/custom.xml"),
            }
        ),
        "docProps/core.xml": core_properties(document, looks),
        "docProps/custom.xml": custom_properties(sent.identity),
        "word/document.xml": text,
        "word/styles.xml": styles(looks),
        "word/numbering.xml": numbering(looks, body.lists.own),
        "word/settings.xml": settings(looks),
        "word/fontTable.xml": font_table(looks),
        "word/theme/theme1.xml": theme(looks),
        "word/footnotes.xml": footnotes(document, runs_of(document, note_links, bookmarks, revisions)),
        "word/_rels/document.xml.rels": relationships(
            {**_document_parts(document), **pictures.relationships}, _by_id(body_links)
        ),
    }
    if document.comments:
        parts["word/comments.xml"] = comments.part()
    if note_links:
        parts["word/_rels/footnotes.xml.rels"] = relationships({}, _by_id(note_links))
    return {**parts, **_furniture_parts(document, revisions), **pictures.parts, **sent_parts(sent, memory)}


def _furniture_parts(document: tree.Document, revisions: Revisions) -> dict[str, bytes]:
    """The headers and footers, with the codes of the first page."""
    parts: dict[str, bytes] = {}
    for which in PAGES:
        parts[furniture_part("header", which)] = header(document, which, revisions)
        parts[furniture_part("footer", which)] = footer(document, which, revisions)
    parts["word/footer-first.xml"], codes = first_footer(document, revisions)
    if codes.parts:
        parts["word/_rels/footer-first.xml.rels"] = relationships(codes.relationships)
    return {**parts, **codes.parts}


def _body(looks: Looks, runs: Runs, pictures: Pictures, comments: WrittenComments) -> Body:
    """The writer of blocks, with one for what only the older one of two editions has."""
    lists = WrittenLists(looks)
    older = Body(looks, runs.older, pictures, comments, WrittenLists(looks, lists.own)) if runs.older else None
    return Body(looks, runs, pictures, comments, lists, older)


def _notes(document: tree.Document) -> tuple[tree.Note, ...]:
    return (*document.masthead.notes, *document.notes, *gone_notes(document))


def _by_id(links: dict[str, str]) -> dict[str, str]:
    return {name: url for url, name in links.items()}


def _document_parts(document: tree.Document) -> dict[str, tuple[str, str]]:
    names = ("styles", "numbering", "settings", "footnotes", "fontTable")
    found = {f"rId{number}": (f"{R}/{name}", f"{name}.xml") for number, name in enumerate(names, 1)}
    if document.comments:
        found["rIdComments"] = (f"{R}/comments", "comments.xml")
    if document.printed_from.wordings:
        found["rIdSent"] = (f"{R}/customXml", SENT_PART.removeprefix("word/"))
    found["rIdTheme"] = (f"{R}/theme", "theme/theme1.xml")
    for which in PAGES:
        found[f"rIdHeader{which}"] = (f"{R}/header", f"header-{which}.xml")
        found[f"rIdFooter{which}"] = (f"{R}/footer", f"footer-{which}.xml")
    return found


def _body_contents(document: tree.Document) -> Iterator[Content]:
    head = document.masthead
    yield from (head.agenda_item, head.agenda_title, head.title, head.author)
    for block in all_blocks(document):
        yield content_of(block)


def _links(contents: Iterator[Content]) -> dict[str, str]:
    """A relationship id for every URL, in the order of first use."""
    urls = [each.url for content in contents for each in all_inlines(content) if isinstance(each, Link)]
    return {url: f"rIdLink{number}" for number, url in enumerate(dict.fromkeys(urls), 1)}


def _section(document: tree.Document) -> str:
    """The section: page size, margins, headers, in the order of the schema, which `w:bidi` must keep too."""
    page = document.looks.page
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="rId{kind.capitalize()}{which}"/>'
        for which in PAGES
        for kind in ("header", "footer")
    )
    bidi = "<w:bidi/>" if document.direction == "rtl" else ""
    return (
        f'<w:sectPr>{references}<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.side}" w:bottom="{page.bottom}" w:left="{page.side}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/><w:titlePg/>{bidi}</w:sectPr>'
    )
