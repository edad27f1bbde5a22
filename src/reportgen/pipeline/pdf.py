"""PDF: the Word file as laid out by LibreOffice and tagged for PDF/UA-1, and the pages of headings."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reportgen.errors import OutputError
from reportgen.pipeline.office import pdf_of
from reportgen.record import replace
from reportgen.writers import written_bytes

if TYPE_CHECKING:
    from pikepdf import Object, OutlineItem, Pdf

    from reportgen.tree import nodes as tree
    from reportgen.writers.docx.reference.style_sheet import StyleSheet


def to_pdf(document: tree.Document, sheet: StyleSheet | None = None) -> bytes:
    """The document as a PDF file, in the looks of a style sheet if there is one.

    An `OutputError` with the install line where LibreOffice or pikepdf is not there.
    """
    _ask_for_pikepdf()
    from reportgen.pipeline.tagged import tagged

    return tagged(_laid_out(with_pages(document, sheet), sheet), _labels(document))


def with_pages(document: tree.Document, sheet: StyleSheet | None = None) -> tree.Document:
    """The document with page numbers in its contents, as LibreOffice lays it out; errors as for `to_pdf`."""
    from reportgen.tree import nodes as tree
    from reportgen.tree.walk import map_part

    found = next((block for block in document.blocks if isinstance(block, tree.Contents)), None)
    if found is None:
        return document
    _ask_for_pikepdf()
    headings = [block.id for block in document.blocks if isinstance(block, tree.Heading | tree.Annex)]
    # Page numbers are known only after a layout; filled in, they stand behind a tab and move no line.
    pages = dict(zip(headings, pages_of_headings(_laid_out(document, sheet), len(headings)), strict=True))
    entries = tuple(
        map_part(each, lambda entry: replace(entry, page=str(pages[entry.target]))) for each in found.entries
    )
    filled = replace(found, entries=entries)
    return replace(document, blocks=tuple(filled if block is found else block for block in document.blocks))


def pages_of_headings(data: bytes, expected: int) -> list[int]:
    """The page of every heading of a PDF file, from 1: its bookmarks are the headings in their order."""
    from pikepdf import Pdf

    with Pdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        pages = [numbers[_destination(pdf, item).objgen] for item in _items(outline.root)]
    # Better an error than page numbers beside the wrong headings.
    if len(pages) != expected:
        raise OutputError(
            f"the PDF has {len(pages)} bookmarks and the document {expected} headings", hint="try another LibreOffice"
        )
    return pages


def _ask_for_pikepdf() -> None:
    """Raise an `OutputError` where pikepdf, an extra of reportgen, is not installed."""
    if find_spec("pikepdf") is None:
        hint = "pip install 'reportgen[pdf]'"
        raise OutputError("pikepdf is needed to tag a PDF and to find its pages, and is not installed", hint=hint)


def _items(items: Sequence[OutlineItem]) -> Iterator[OutlineItem]:
    for item in items:
        yield item
        yield from _items(item.children)


def _destination(pdf: Pdf, item: OutlineItem) -> Object:
    """The page that a bookmark leads to, by itself or by its action."""
    # LibreOffice writes the one or the other, by version.
    place = item.destination if item.destination is not None else item.action.D  # type: ignore[union-attr]
    page: Object = place[0]  # type: ignore[index]
    return page


def _labels(document: tree.Document) -> frozenset[str]:
    """The labels of numbered paragraphs and subparagraphs."""
    from reportgen.tree import nodes as tree
    from reportgen.tree.walk import all_blocks

    listed = (block for block in all_blocks(document) if isinstance(block, tree.Paragraph | tree.Subparagraph))
    return frozenset(block.number.label for block in listed if block.number)


def _laid_out(document: tree.Document, sheet: StyleSheet | None) -> bytes:
    """The PDF file as LibreOffice makes it."""
    return pdf_of(written_bytes(_with_settled_references(_with_installed_fonts(document)), "docx", sheet))


def _with_settled_references(document: tree.Document) -> tree.Document:
    """The document with plain text for the REF fields that LibreOffice would fill in wrongly.

    It strips only the full stop from the end of a number, so that it would cite "41 -" in Arabic.
    """
    from reportgen.tree import nodes as tree
    from reportgen.tree.inlines import Content, CrossReference, Inline, NumberReference, Text
    from reportgen.tree.walk import all_blocks, map_block, map_blocks, map_leaves, map_notes

    listed = (
        block for block in all_blocks(document) if isinstance(block, tree.Heading | tree.Paragraph | tree.Subparagraph)
    )
    shown = {block.id: block.number.label.rstrip(". ") for block in listed if block.number}

    def settled(content: Content) -> Content:
        return map_leaves(content, inline_settled)

    def inline_settled(inline: Inline) -> Inline:
        match inline:
            case CrossReference():
                return replace(inline, content=tuple(map(part_settled, inline.content)))
            case _:
                return inline

    def part_settled(part: Inline) -> Inline:
        if isinstance(part, NumberReference) and shown.get(part.target, part.label) != part.label:
            return Text(part.label)
        return part

    mapped = map_blocks(document, lambda block: map_block(block, settled))
    return replace(mapped, notes=map_notes(document.notes, settled))


def _with_installed_fonts(document: tree.Document) -> tree.Document:
    """The document with free fonts in place of those not installed here.

    LibreOffice would choose others by itself, with other line breaks on every machine.
    """
    fonts = tuple((script, _installed(name)) for script, name in document.looks.fonts)
    return replace(document, looks=replace(document.looks, fonts=fonts))


def _installed(font: str) -> str:
    from reportgen.tree.looks import FALLBACKS

    matcher = shutil.which("fc-match")
    if matcher is None:
        return font
    found = subprocess.run([matcher, "-f", "%{family}", font], capture_output=True, text=True, check=False).stdout
    return font if font in found else FALLBACKS.get(font, font)
