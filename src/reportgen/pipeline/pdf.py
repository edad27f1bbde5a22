"""PDF through LibreOffice, and the pages that headings stand on there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportgen.errors import OutputError
from reportgen.pipeline.office import laid_out

if TYPE_CHECKING:
    from pypdf import PdfReader

    from reportgen.tree.nodes import Document
    from reportgen.word.style_sheet import StyleSheet


def to_pdf(document: Document, sheet: StyleSheet | None = None) -> bytes:
    """The document as a PDF file, in the looks of a style sheet if there is one.

    An `OutputError` with the install line where LibreOffice is not there.
    """
    return laid_out(with_pages(document, sheet), sheet)


def with_pages(document: Document, sheet: StyleSheet | None = None) -> Document:
    """The document with page numbers in its contents, as LibreOffice lays it out; errors as for `to_pdf`."""
    from reportgen.tree.nodes import Annex, Contents, Heading

    found = next((block for block in document.blocks if isinstance(block, Contents)), None)
    if found is None:
        return document
    headings = [block.id for block in document.blocks if isinstance(block, Heading | Annex)]
    pages = dict(zip(headings, _pages_of_headings(laid_out(document, sheet), len(headings)), strict=True))
    entries = tuple(replace(entry, page=str(pages[entry.target])) for entry in found.entries)
    filled = replace(found, entries=entries)
    return replace(document, blocks=tuple(filled if block is found else block for block in document.blocks))


def _pages_of_headings(data: bytes, expected: int) -> list[int]:
    """The page of every heading of a PDF file, from 1: its bookmarks are the headings in their order."""
    import io

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    pages = list(_outline_pages(reader, reader.outline))
    if len(pages) != expected:
        raise OutputError(f"the PDF has {len(pages)} bookmarks and the document {expected} headings")
    return pages


def _outline_pages(reader: PdfReader, outline: list[Any]) -> Iterator[int]:
    for item in outline:
        if isinstance(item, list):
            yield from _outline_pages(reader, item)
        else:
            yield (reader.get_destination_page_number(item) or 0) + 1
