"""The items of a corrigendum: every piece that one language at least prints otherwise than it was issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.amendments.applied import NotFound
from reportgen.amendments.edits import edits_between
from reportgen.amendments.places import places_of_pieces
from reportgen.errors import ReportgenError, raise_all
from reportgen.language import Language
from reportgen.located.json_line import json_line
from reportgen.model.corrections import CorrectedItem, CorrectedPlace, Corrections, PieceCorrection
from reportgen.record import record
from reportgen.tree.citation import cited
from reportgen.tree.corrected import digest_of_look
from reportgen.tree.looked import looked
from reportgen.tree.printed import PrintedPiece

_REVISION = "issue a revision instead: reportgen amend REPORT --as revision"
_OF_A_TABLE = ("cell",)
"""Kinds of pieces that may come and go: an empty cell prints nothing."""


@record
class BothTexts:
    """The pieces of one language as issued, corrigenda included, and as the sources print them today."""

    language: Language
    old: Sequence[PrintedPiece]
    new: Sequence[PrintedPiece]


def items_between(texts: Mapping[str, BothTexts], changing: Sequence[str]) -> tuple[CorrectedItem, ...]:
    """One list of items for all languages; only those of `changing` have instructions, the others say so.

    Raises errors for all changes that instructions cannot say: what moves a number is a revision.
    """
    # The structure is the same in all languages, so that one of them tells what is wrong.
    raise_all(next((found for tag in changing if (found := _structural(texts[tag]))), []))
    changed = {tag: set(_changed(texts[tag])) for tag in changing}
    errors: list[ReportgenError] = []
    places = {tag: _places(each) for tag, each in texts.items()}
    items: list[CorrectedItem] = []
    for name in _reading_order(texts):
        if any(name in found for found in changed.values()):
            said = {tag: _said(name, each, places[tag], name in changed.get(tag, ()), errors)
                    for tag, each in texts.items() if name in places[tag]}  # fmt: skip
            items.append(CorrectedItem(number=len(items) + 1, piece=name, languages=said))
    raise_all(errors)
    return tuple(items)


def dump_corrections(corrections: Corrections) -> bytes:
    """The text of the file: one line an item and language, so that git shows what changed."""
    head = (
        f"# The words of the items of a corrigendum to {corrections.symbol} as they are printed, by language.\n"
        "# Written by reportgen amend, and never translated: places, old and new words are those of the issued text.\n"
        f"report: {corrections.report}\nsymbol: {corrections.symbol}\nedition: {corrections.edition}\n"
        f"before: {json_line(corrections.before)}\nitems:\n"
    )
    rows = [row for item in corrections.items for row in _rows(item)]
    return (head + "".join(rows)).encode()


def _rows(item: CorrectedItem) -> Iterator[str]:
    yield f"  - number: {item.number}\n    piece: {item.piece}\n    languages:\n"
    for tag in sorted(item.languages):
        yield f"      {tag}: {json_line(item.languages[tag].model_dump(exclude_defaults=True))}\n"


def _structural(texts: BothTexts) -> list[ReportgenError]:
    """Errors for blocks that came or went since the issue; without such, for those that have another number."""
    old = {each.id: each for each in texts.old}
    new = {each.id: each for each in texts.new}
    fates = [(new[name], "inserted") for name in new if name not in old]
    fates += [(old[name], "deleted") for name in old if name not in new]
    errors = [
        ReportgenError(f"{_named(piece)} was {fate}, which a corrigendum cannot say", None, _REVISION)
        for piece, fate in fates
        if piece.kind not in _OF_A_TABLE
    ]
    both = [(old[name], new[name]) for name in old if name in new]
    return errors or [
        ReportgenError(f"{_named(before)} is {cited(after.kind, after.path)} now", None, _REVISION)
        for before, after in both
        if (before.kind, before.path) != (after.kind, after.path)
    ]


def _named(piece: PrintedPiece) -> str:
    return f"{cited(piece.kind, piece.path)} ({piece.id})"


def _changed(texts: BothTexts) -> Iterator[str]:
    """The ids of the pieces that a reader sees changed."""
    old = {each.id: looked(each.content) for each in texts.old}
    new = {each.id: looked(each.content) for each in texts.new}
    return (name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name))


def _places(texts: BothTexts) -> dict[str, CorrectedPlace]:
    """The places of the issued pieces; those of cells that were empty are found among today's."""
    return {**places_of_pieces(texts.new, texts.language), **places_of_pieces(texts.old, texts.language)}


def _reading_order(texts: Mapping[str, BothTexts]) -> list[str]:
    """The ids of all pieces; those that only some languages have stand behind the others."""
    return list(dict.fromkeys(piece.id for each in texts.values() for side in (each.old, each.new) for piece in side))


def _said(
    name: str, texts: BothTexts, places: Mapping[str, CorrectedPlace], is_changed: bool, errors: list[ReportgenError]
) -> PieceCorrection:
    """What an item says in a language; a fault is added to `errors`."""
    old = next((each.content for each in texts.old if each.id == name), ())
    new = next((each.content for each in texts.new if each.id == name), ())
    digest = digest_of_look(old)
    if not is_changed:
        return PieceCorrection(place=places[name], old=digest, new=digest)
    try:
        edits = edits_between(looked(old), looked(new), texts.language.conventions)
    except NotFound as fault:
        errors.append(ReportgenError(f"{texts.language.tag}, {name}: {fault}", None, _REVISION))
        return PieceCorrection(place=places[name], old=digest, new=digest)
    return PieceCorrection(place=places[name], old=digest, new=digest_of_look(new), edits=edits)
