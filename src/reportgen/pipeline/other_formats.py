"""Files of other programs: PDF and plain text; .odt, .doc and .rtf, which are read by way of a Word file."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import InputError, OutputError, Position
from reportgen.readers import ReadDocument, read_document
from reportgen.workspace import read_beginning, read_file

_MAGIC = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_PDF_MAGIC = b"%PDF-"
_TEXT = (".txt", ".text")
_OTHERS = (".md", ".markdown", ".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf")
_LARGEST = 300_000_000
"""The most bytes that an .odt file may have when it is unpacked: LibreOffice has no limit of its own."""


def read_any(path: Path, shown: str) -> ReadDocument:
    """A Word, OpenDocument, RTF or Markdown file, `shown` in messages; an `InputError` where it cannot be read."""
    if not read_beginning(path, shown, 8).startswith(_MAGIC):
        return read_document(path, shown=shown)
    from reportgen.readers.docx import read_word
    from reportgen.word.package import LARGEST_FILE, other_format

    data = read_file(path, shown, LARGEST_FILE)
    ending = other_format(data)
    return _by_way_of_word(data, ending, shown) if ending else read_word(data, shown)


def read_foreign(path: Path, shown: str) -> ReadDocument:
    """A file that nobody will write back to: also PDF and plain text; errors as of `read_any`."""
    beginning, ending = read_beginning(path, shown, 8), path.suffix.casefold()
    if beginning.startswith(_PDF_MAGIC) or ending == ".pdf":
        from reportgen.readers.pdf import read as read_pdf

        return read_pdf(path, shown)
    if ending in _TEXT and not beginning.startswith(_MAGIC):
        from reportgen.readers.text import read as read_text

        return read_text(path, shown)
    if ending not in _OTHERS and not beginning.startswith(_MAGIC):
        hint = "give .docx, .doc, .odt, .rtf, .md, .pdf or .txt"
        raise InputError(f"files '{ending}' are not read" if ending else "nothing tells what the file is",
                         Position(shown), hint)  # fmt: skip
    return read_any(path, shown)


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
