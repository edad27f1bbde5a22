"""What of a document is compared when a file of it comes back: every printed piece, from symbol to last note."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import assert_never

from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.editions import newer
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Deleted,
    Inserted,
    Italic,
    Link,
    ListJoin,
    NameUse,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.tree.line import kind_of
from reportgen.tree.masthead import LINE_IDS, further_titles
from reportgen.tree.path import Path
from reportgen.tree.symbols import symbol_content
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of

MASTHEAD = "masthead"
"""The kind of a line of the masthead, and the first part of its id where it is no piece of wording."""

_DIGITS = 32
_PIECE, _PART, _END, _ITALIC, _BOLD, _LINK, _MARK = map(chr, range(1, 8))


@record
class PrintedPiece:
    """A line of the masthead, a block or a note as it was printed; `path` and `label` are empty without a number."""

    id: str
    kind: str
    path: Path
    label: str
    content: Content


@record
class Identity:
    """What a file says it is: `edition` is the number of the last freeze, 0 for a draft, `digest` that of its text."""

    symbol: str
    edition: int
    language: str
    digest: str


def identity_of(document: tree.Document) -> Identity:
    """The identity of the files that are written of a document."""
    digest = printed_digest(printed_pieces(newer(document)))
    return Identity(document.symbol, document.edition, document.language, digest)


def printed_pieces(document: tree.Document) -> Iterator[PrintedPiece]:
    """The lines of the masthead, the blocks in reading order, the notes of the masthead and those of the text."""
    yield from masthead_pieces(document)
    for block in all_blocks(document):
        yield _piece(block.id, kind_of(block), getattr(block, "number", None), content_of(block))
    for note in (*document.masthead.notes, *document.notes):
        yield _piece(note.id, "note", note.number, note.content)


def masthead_pieces(document: tree.Document) -> Iterator[PrintedPiece]:
    """The lines of the masthead that are not empty, in the order in which they are printed."""
    for name, content in _masthead(document) if document.masthead.printed else ():
        if content:
            yield PrintedPiece(name, MASTHEAD, (), "", content)


def printed_digest(pieces: Iterable[PrintedPiece]) -> str:
    """The digest of printed pieces: 32 hexadecimal digits of SHA-256.

    It is that of all a reader sees in the text: ids, kinds, labels, words, italics, bold, addresses and marks. Job
    number, pages, pictures and looks may change late and are no part of it.
    """
    parts: list[str] = []
    for each in pieces:
        parts += (_PIECE, each.id, _PART, each.kind, _PART, each.label.strip(), _PART)
        _add(each.content, parts)
    return hashlib.sha256("".join(parts).encode(errors="surrogatepass")).hexdigest()[:_DIGITS]


def _piece(name: str, kind: str, number: tree.Number | None, content: Content) -> PrintedPiece:
    path, label = (number.path, number.label) if number else ((), "")
    return PrintedPiece(name, kind, path, label, content)


def _masthead(document: tree.Document) -> Iterator[tuple[str, Content]]:
    head = document.masthead
    yield f"{MASTHEAD}/name", (Text(head.united_nations),)
    yield f"{MASTHEAD}/symbol", symbol_content(document)
    for field, name in LINE_IDS.items():
        if field == "body":
            for number, line in enumerate(filter(None, head.information), 1):
                yield f"{MASTHEAD}/information-{number}", line
        yield name, getattr(head, field)
        if field == "agenda_title":
            yield from further_titles(head)


def _add(content: Content, parts: list[str]) -> None:
    """Add what is seen of some inlines, with signs that no text has for looks, addresses and marks."""
    for inline in content:
        match inline:
            case Text() | ListJoin():
                parts.append(inline.text)
            case PrintedFact() | CrossReference():
                _add(inline.content, parts)
            case Italic() | Bold():
                parts.append(_ITALIC if isinstance(inline, Italic) else _BOLD)
                _add(inline.content, parts)
                parts.append(_END)
            case NumberReference():
                parts.append(inline.label)
            case Link():
                parts += (_LINK, inline.url, _END)
            case NoteMark():
                parts += (_MARK, inline.note, _END)
            case NameUse():
                parts.append(plain_text((inline,)))
            case Inserted() | Deleted():
                raise AssertionError("a digest is that of one edition")
            case _:
                assert_never(inline)
