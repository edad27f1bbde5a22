"""Files in the formats of LibreOffice and of old Word (.odt, .doc), which are read by way of a Word file."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import InputError, OutputError, Position
from reportgen.readers import ReadDocument, read_document
from reportgen.workspace import read_beginning, read_file

_MAGIC = (b"PK", b"\xd0\xcf\x11\xe0")
_LARGEST = 300_000_000
"""The most bytes that an .odt file may have when it is unpacked: LibreOffice has no limit of its own."""


def read_any(path: Path, shown: str) -> ReadDocument:
    """A Word, OpenDocument or Markdown file; an `InputError` where it cannot be read; `shown` names it in messages."""
    if not read_beginning(path, shown, 8).startswith(_MAGIC):
        return read_document(path, shown=shown)
    from reportgen.word.package import LARGEST_FILE, other_format

    data = read_file(path, shown, LARGEST_FILE)
    ending = other_format(data)
    return _by_way_of_word(data, ending, shown) if ending else read_document(path, shown=shown)


def _by_way_of_word(data: bytes, ending: str, shown: str) -> ReadDocument:
    from reportgen.pipeline.office import word_of
    from reportgen.readers.docx import read_word
    from reportgen.word.package import open_package

    if ending == "odt":
        package = open_package(data, shown)
        package.check_count(sum(each.file_size for each in package.archive.infolist()), "bytes when unpacked", _LARGEST)
    try:
        word = word_of(data, ending)
    except OutputError as error:
        raise InputError(error.message, Position(shown), f"save it as .docx; {error.hint}") from None
    return read_word(word, shown)
