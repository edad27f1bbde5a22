"""An issued document in one language, as its edition kept it, with the corrigenda that went out since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.amendments.applied import NotFound, applied
from reportgen.language.conventions import Conventions
from reportgen.model.corrections import Corrections, PieceCorrection
from reportgen.model.report import REISSUE_NOTE
from reportgen.record import record, replace
from reportgen.tree.corrected import digest_of_look
from reportgen.tree.inlines import Content
from reportgen.tree.looked import looked
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.sent import SentDocument

_MADE_FROM_PARENT = ("masthead/symbol", REISSUE_NOTE)
"""Pieces that an amendment has of its own."""


@record
class Issued:
    """What went out in a language: the document that an edition kept, and the corrigenda to it by their symbols.

    `own` is the symbol of the corrigendum that is looked at, empty where that is the issued report itself or its
    reissue.
    """

    sent: SentDocument
    corrigenda: Mapping[str, Corrections]
    own: str = ""


@record
class Uncovered:
    """A piece whose text is neither that of the edition nor that of a corrigendum."""

    piece: str


@record
class IdleItem:
    """An item of a corrigendum that changes nothing, or cannot be carried out: `why` says which."""

    symbol: str
    number: int
    piece: str
    why: str


def corrected_pieces(
    sent: SentDocument, corrigenda: Sequence[Corrections], conventions: Conventions
) -> tuple[PrintedPiece, ...]:
    """The pieces of a document with all corrigenda carried out; items that cannot be are left out."""
    pieces = {each.id: each for each in sent.pieces}
    for corrections in corrigenda:
        for name, correction in _of_language(corrections, sent.identity.language):
            with_it = _corrected(pieces.get(name), name, correction, conventions)
            pieces |= {name: with_it} if with_it else {}
    return tuple(pieces.values())


def faults_of_items(issued: Issued, conventions: Conventions) -> Iterator[IdleItem]:
    """The items that change nothing in a language, or say what cannot be done in its issued document."""
    tag = issued.sent.identity.language
    pieces = {each.id: each for each in issued.sent.pieces}
    for symbol, corrections in issued.corrigenda.items():
        for item in corrections.items:
            found = item.languages.get(tag)
            if found is None or not found.edits:
                continue
            before = pieces.get(item.piece)
            after = _corrected(before, item.piece, found, conventions)
            if after is None:
                why = "its words do not stand once at its place"
            elif before is not None and _look(before.content) == _look(after.content):
                why = "it changes nothing"
            elif found.old != _digest(before) or found.new != digest_of_look(after.content):
                why = "it was made for another text"
            else:
                pieces[item.piece] = after
                continue
            yield IdleItem(symbol, item.number, item.piece, why)


def uncovered(issued: Issued, now: Sequence[PrintedPiece], conventions: Conventions) -> Iterator[Uncovered]:
    """The pieces that say something else today than the issued document with its corrigenda."""
    corrected = corrected_pieces(issued.sent, tuple(issued.corrigenda.values()), conventions)
    wanted = {each.id: _look(each.content) for each in corrected}
    found = {each.id: _look(each.content) for each in now}
    for name in dict.fromkeys((*found, *wanted)):
        if name not in _MADE_FROM_PARENT and found.get(name, ()) != wanted.get(name, ()):
            yield Uncovered(name)


def _of_language(corrections: Corrections, tag: str) -> Iterator[tuple[str, PieceCorrection]]:
    for item in corrections.items:
        found = item.languages.get(tag)
        if found and found.edits:
            yield item.piece, found


def _corrected(
    piece: PrintedPiece | None, name: str, correction: PieceCorrection, conventions: Conventions
) -> PrintedPiece | None:
    """A piece as an item makes it; None where the item cannot be carried out."""
    known = piece or PrintedPiece(name, "cell", (), "", ())
    try:
        text = applied(correction.edits, looked(known.content), conventions)
    except NotFound:
        return None
    return replace(known, content=text.content())


def _digest(piece: PrintedPiece | None) -> str:
    return digest_of_look(piece.content if piece else ())


def _look(content: Content) -> object:
    """What tells two texts apart for a reader: letters, looks, and which notes are marked where."""
    return () if not content else looked(content)
