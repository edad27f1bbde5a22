"""Numbers and text as a reader of a file sees them; nothing here knows how they were made."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import InputError, Position
from reportgen.readers.document import ReadDocument, ReadLine, ReadMark, ReadReference, View
from reportgen.tree.line import Line
from reportgen.workspace import read_beginning

__all__ = ["ReadDocument", "ReadLine", "ReadMark", "ReadReference", "View", "read", "read_document"]

_WORD = (".docx", ".docm", ".dotx", ".dotm", ".doc")
_MARKDOWN = (".md", ".markdown")
_MAGIC = (b"PK", b"\xd0\xcf\x11\xe0")


def read(path: Path, view: View = "accepted") -> list[Line]:
    """The lines of a Word or Markdown file: its blocks in reading order, then its footnotes."""
    return read_document(path, view).lines()


def read_document(path: Path, view: View = "accepted", shown: str = "") -> ReadDocument:
    """A Word or Markdown file with all that a comparison needs; `shown` is its name in messages.

    An `InputError` where the file cannot be read, or is neither.
    """
    name = shown or str(path)
    beginning = read_beginning(path, name, 8)
    # Contents before names: a Word file that was renamed .md is still one. An old .doc gets its own message.
    if beginning.startswith(_MAGIC) or path.suffix.casefold() in _WORD:
        # Imported here, since importing lxml takes longer than reading a Markdown file.
        from reportgen.readers.docx import read as read_word

        return read_word(path, name, view)
    if path.suffix.casefold() in _MARKDOWN:
        from reportgen.readers.markdown import read as read_markdown

        return read_markdown(path, name)
    # Its first bytes tell.
    raise InputError("the file is neither Word nor Markdown", Position(name, 1, 1), "give a .docx or a .md file")
