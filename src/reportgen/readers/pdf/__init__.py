"""The text of a PDF, without running heads and page numbers; pypdf reads it, which the extra [pdf] brings."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import InputError, OutputError, Position
from reportgen.readers.document import ReadDocument
from reportgen.readers.pdf.notes import parted_pages, with_notes
from reportgen.readers.running_text import check_length, numbered_document, paragraphs_of
from reportgen.workspace import read_file

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST_PDF = 100_000_000
MOST_PAGES = 2_000

_AT_EDGE = 3
"""How many lines at the top and at the foot of a page may be furniture."""

_ARABIC_WORD = re.compile(r"[\u0621-\u063a\u0641-\u064a]+")
_FINAL_LETTERS = ("\u0629", "\u0649")
"""Ta marbuta and alif maqsura, which stand at the end of words alone: no Arabic word begins with one."""

_WORDS_TO_ONE = 50
"""How many words there are to one that begins so, for which a text is still read: a broken line may make a few."""

_FIGURES = re.compile(r"\d+")
_SET_APART = re.compile(
    r"(\A[\d.]+ )|(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fffA-Za-z\d])|(?<=[A-Za-z\d]) (?=[\u3400-\u9fff])"
)
"""A blank before or behind a Chinese sign, which a justified line has and the text has not; numbers keep theirs."""

_PAGE_AT_END = re.compile(r"\A#(?:/#)?\s+|\s+#(?:/#)?\Z")
_PAGE_NUMBER = re.compile(r"\W*(?:\d{1,4}|\d{1,4}\s*/\s*\d{1,4})\W*")


def read(path: Path, shown: str) -> ReadDocument:
    """A PDF; an `InputError` where it cannot be read, is protected, or has pictures of pages in place of text."""
    return parse_pdf(read_file(path, shown, LARGEST_PDF), shown)


def parse_pdf(data: bytes, shown: str) -> ReadDocument:
    """The bytes of a PDF; errors as of `read`, and an `OutputError` where pypdf is not there."""
    pages = list(_pages(data, shown))
    check_length(sum(map(len, pages)), sum(len(line) for page in pages for line in page), shown)
    bodies, notes = parted_pages(without_furniture_of_pages(pages))
    lines = [line for body in bodies for line in body]
    if not any(line.strip() for line in lines):
        raise InputError("the file has no text, only pictures of it", Position(shown), "recognize its text first (OCR)")
    if _is_out_of_order(lines):
        message = "the letters of the Arabic text are not in the order in which it is read"
        raise InputError(message, Position(shown), "take the Word file")
    return with_notes(numbered_document(paragraphs_of(lines), shown), notes)


def without_furniture_of_pages(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of pages without what stands at the edge of a third of them, and without page numbers.

    Figures do not count, since a running head has the number of its page.
    """
    times = Counter(head for page in pages for head in {_head(page[at]) for at in _edges(page)})
    often = {head for head, count in times.items() if head and count > 1 and 3 * count >= len(pages)}
    return [
        [line for at, line in enumerate(page) if not (at in edges and _is_furniture(line, often))]
        for page in pages
        for edges in [_edges(page)]
    ]


def _is_furniture(line: str, often: set[str]) -> bool:
    return _head(line) in often or _PAGE_NUMBER.fullmatch(line) is not None


def _edges(page: Sequence[str]) -> set[int]:
    """The places of the first and last lines of a page."""
    return {*range(min(_AT_EDGE, len(page))), *range(max(len(page) - _AT_EDGE, 0), len(page))}


def _head(line: str) -> str:
    """The line with # for figures and without the number of its page, which stands at either end (3/12 V.19-01520)."""
    return _PAGE_AT_END.sub("", _FIGURES.sub("#", line.strip()))


def _is_out_of_order(lines: Sequence[str]) -> bool:
    """Whether more than one Arabic word in fifty begins with a letter that stands at the end of words alone.

    So it is where letters come in the order of their places on the page, or where the strokes that stretch a line part
    words: reading them on would give other words and figures than the document has.
    """
    words: list[str] = [word for line in lines for word in _ARABIC_WORD.findall(line)]
    return sum(word.startswith(_FINAL_LETTERS) for word in words) * _WORDS_TO_ONE > len(words)


def _pages(data: bytes, shown: str) -> Iterator[list[str]]:
    """The lines of each page; whatever a hostile file makes pypdf raise is one error."""
    try:
        reader = _opened(data)
        if len(reader.pages) > MOST_PAGES:
            raise InputError(f"the file has more than {MOST_PAGES:,} pages", Position(shown), "part it")
        for page in reader.pages:
            yield [_SET_APART.sub(r"\1", line) for line in page.extract_text().splitlines() if line.strip()]
    except (InputError, OutputError, MemoryError):
        raise
    except Exception as error:
        hint = "save it without a password" if "decrypt" in str(error) else "print the document as PDF anew"
        raise InputError("the file cannot be read as PDF", Position(shown), hint) from None


def _opened(data: bytes) -> PdfReader:
    try:
        from pypdf import PdfReader
    except ImportError:
        hint = "pip install 'reportgen[pdf]'"
        raise OutputError("pypdf is needed to read PDF and is not on this machine", hint=hint) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of faults of files that do not matter here
    return PdfReader(io.BytesIO(data))
