"""Plain text, in UTF-8 or UTF-16: paragraphs parted by empty lines or by their numbers."""

from __future__ import annotations

import codecs
from pathlib import Path

from reportgen.errors import InputError, Position
from reportgen.readers.document import ReadDocument
from reportgen.readers.running_text import MOST_CHARACTERS, check_length, numbered_document, paragraphs_of
from reportgen.workspace import read_file

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(path: Path, shown: str) -> ReadDocument:
    """A text file; an `InputError` where it is no text, or longer than any document."""
    return parse_text(read_file(path, shown, 4 * MOST_CHARACTERS), shown)


def parse_text(data: bytes, shown: str) -> ReadDocument:
    """The bytes of a text file; errors as of `read`."""
    text = _decoded(data, shown)
    lines = text.splitlines()
    check_length(len(lines), len(text), shown)
    return numbered_document(paragraphs_of(lines), shown)


def _decoded(data: bytes, shown: str) -> str:
    encoding = "utf-16" if data.startswith(_WIDE) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError("the file is not text in UTF-8", Position(shown, line, 1), "save it in UTF-8") from None
    if "\0" in text:
        raise InputError("the file is no text", Position(shown), "give Word, Markdown, PDF or text")
    if not text.strip():
        raise InputError("the file has no text", Position(shown), "give one that has")
    return text
