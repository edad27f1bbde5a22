"""A document as it was sent: all that is needed when a file of it comes back, as lines that are read again.

Kept at each freeze, and carried in Word files. Read with limits, and never trusted: a file may come from anyone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from reportgen.facts.data import value_as_data, value_from_data
from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.editions import newer
from reportgen.tree.inline_data import content_as_data, content_from_data, content_from_prints, prints_of
from reportgen.tree.inlines import Inline
from reportgen.tree.memory import ContentMemory, made_of
from reportgen.tree.path import Path
from reportgen.tree.printed import Identity, PrintedPiece, printed_digest, printed_pieces
from reportgen.tree.printed_from import NameKey, PieceWording, PrintedFrom, ValuesByName

LARGEST_SENT = 30_000_000
"""The most characters that are read: a report of 7,600 paragraphs has 18,000,000."""

_MOST_SIGNS = 3_000_000
"""Beginnings of lists, mappings and texts, each of which is an object: such a report has 1,300,000."""

_MOST_PIECES = 45_000
_LONGEST_WORDING = 100_000
_FORMAT = 1
_LONGEST_PATH = 20
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# What XML 1.0 cannot hold or takes for markup; in a text of JSON it may be written as a number.
_ILLEGAL = re.compile("[<>&\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STEP = re.compile(r"[a-z]+|[1-9][0-9]*(?: [a-z]+)+")
"""A step that is no figure: annex, table, 41 bis."""


@record
class SentDocument:
    """The pieces of a document in the order of the text, and what they were printed from."""

    identity: Identity
    pieces: tuple[PrintedPiece, ...]
    printed_from: PrintedFrom


def sent_document(document: tree.Document) -> SentDocument:
    """A document as it is sent when it is written now."""
    shown = newer(document)
    pieces = tuple(printed_pieces(shown))
    identity = Identity(shown.symbol, shown.edition, shown.language, printed_digest(pieces))
    return SentDocument(identity, pieces, shown.printed_from)


def dump_sent(sent: SentDocument, memory: ContentMemory | None = None) -> str:
    """What was sent as lines of JSON: the head, then one line a piece. It holds no character that XML has not."""
    said, source = sent.identity, sent.printed_from
    head = {
        "format": _FORMAT,
        "symbol": said.symbol,
        "edition": said.edition,
        "language": said.language,
        "digest": said.digest,
        "original": source.language,
        "facts": {
            owner: {name: value_as_data(value) for name, value in values.items()}
            for owner, values in source.facts.items()
        },
        "introduced": {piece: [list(name) for name in names] for piece, names in source.introduced.items()},
    }
    return "\n".join([_legal(_json(head)), *(_line(each, source, memory) for each in sent.pieces)])


def _line(piece: PrintedPiece, source: PrintedFrom, memory: ContentMemory | None) -> str:
    wording, original = source.wordings.get(piece.id), source.sources.get(piece.id)
    key = "sent", piece.id, piece.kind, piece.path, piece.label, wording, original
    return made_of(memory, piece.content, key, lambda: _legal(_json(_piece(piece, source))))


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def read_sent(text: str) -> SentDocument:
    """What was sent; a `ValueError` where the lines do not say it."""
    if len(text) > LARGEST_SENT or sum(map(text.count, '[{"')) > _MOST_SIGNS:
        raise ValueError("more than was ever sent")
    lines = text.split("\n")
    if len(lines) > _MOST_PIECES:
        raise ValueError("more pieces than any report has")
    try:
        head, *rows = map(json.loads, lines)
    except RecursionError:
        raise ValueError("nested too deep") from None
    return _document(head, rows)


def _json(data: Any) -> str:
    return _ENCODER.encode(data)


def _piece(piece: PrintedPiece, source: PrintedFrom) -> list[Any]:
    """The piece as a list; its inlines in full, or else its wording and what that printed."""
    row = [piece.id, piece.kind, list(piece.path), piece.label]
    wording = source.wordings.get(piece.id)
    # Marks of the notes of the masthead stand behind the words of its templates.
    end = next((end for end in range(len(piece.content), 0, -1) if _is_of_wording(piece.content[end - 1])), 0)
    prints = prints_of(piece.content[:end], wording.text) if wording and wording.text else None
    behind = content_as_data(piece.content[end:]) if prints is not None else []
    content = {"prints": prints, **({"behind": behind} if behind else {})}
    if prints is None:
        content = {"full": content_as_data(piece.content)}
    words = [wording.text, wording.owner, wording.kind, source.sources.get(piece.id, "")] if wording else []
    return [*row, content, *words]


def _is_of_wording(inline: Inline) -> bool:
    return getattr(inline, "origin", None) is not None


def _document(head: Any, rows: list[Any]) -> SentDocument:
    match head:
        case {
            "format": 1,
            "symbol": str(symbol),
            "edition": int(edition),
            "language": str(language),
            "digest": str(digest),
            "original": str(original),
            "facts": dict(facts),
            "introduced": dict(introduced),
        }:
            pieces = tuple(map(_piece_from, rows))
            wordings = {each.id: wording for each, row in zip(pieces, rows, strict=True) for wording in _wordings(row)}
            source = PrintedFrom(
                original,
                wordings,
                {owner: _values(each) for owner, each in facts.items()},
                {row[0]: row[8] for row in rows if row[8:] and row[8]},
                {piece: _names(each) for piece, each in introduced.items()},
            )
            return SentDocument(Identity(symbol, edition, language, digest), pieces, source)
        case _:
            raise ValueError("no document that was sent")


def _piece_from(row: Any) -> PrintedPiece:
    match row:
        case [str(name), str(kind), list(path), str(label), {"full": content}, *_]:
            return PrintedPiece(name, kind, _path(path), label, content_from_data(content))
        case [str(name), str(kind), list(path), str(label), {"prints": prints}, str(wording), *_] if (
            len(wording) <= _LONGEST_WORDING
        ):
            behind = content_from_data(row[4].get("behind", []))
            return PrintedPiece(name, kind, _path(path), label, (*content_from_prints(wording, prints), *behind))
        case _:
            raise ValueError("no piece")


def _path(steps: list[Any]) -> Path:
    known = all(type(step) is int or (isinstance(step, str) and _STEP.fullmatch(step)) for step in steps)
    if not known or len(steps) > _LONGEST_PATH:
        raise ValueError("no path")
    return tuple(steps)


def _wordings(row: list[Any]) -> Iterator[PieceWording]:
    # Behind id, kind, path, label and content.
    match row[5:]:
        case []:
            return
        case [str(text), str(owner), str(kind), str()]:
            yield PieceWording(text, owner, kind)
        case _:
            raise ValueError("no wording")


def _values(data: Any) -> ValuesByName:
    if not isinstance(data, dict):
        raise ValueError("no facts")
    return {name: value_from_data(value) for name, value in data.items()}


def _names(data: Any) -> tuple[NameKey, ...]:
    match data:
        case [*names] if all(isinstance(each, list) and [*map(type, each)] == [str, str] for each in names):
            return tuple((kind, name) for kind, name in names)
        case _:
            raise ValueError("no names")
