"""The symbol as the masthead prints it: the asterisk of a reissue marks the note that tells of it."""

from __future__ import annotations

from reportgen.model.report import REISSUE_NOTE
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NoteMark, Text
from reportgen.tree.masthead import joint_symbol
from reportgen.tree.text import plain_text
from reportgen.tree.walk import pointers


def symbol_content(document: tree.Document) -> Content:
    """The symbol of a document with the mark that it may have."""
    return _content(document, document.symbol, document.masthead.notes)


def older_symbol(document: tree.Document) -> Content:
    """The symbol of the older of two editions, which is that of the document where it has one edition."""
    if document.changes is None:
        return symbol_content(document)
    return _content(document, document.changes.symbol, document.changes.notes)


def symbol_text(content: Content) -> str:
    """The symbol that some inlines print, asterisk included."""
    return plain_text(content) + "".join(each.label for each in pointers(content) if isinstance(each, NoteMark))


def _content(document: tree.Document, symbol: str, notes: tuple[tree.Note, ...]) -> Content:
    second = document.masthead.second_symbol
    if symbol.endswith("*") and any(note.id == REISSUE_NOTE for note in notes):
        return Text(joint_symbol(symbol.removesuffix("*"), second)), NoteMark(REISSUE_NOTE, "*")
    return (Text(joint_symbol(symbol, second)),)
