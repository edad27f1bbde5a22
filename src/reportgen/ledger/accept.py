"""Accepting changes: who answers for an insertion, a deletion or a move in a frozen report, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.comparison.difference import Difference
from reportgen.comparison.sides import Piece, of_documents
from reportgen.errors import ReportgenError, UsageError, suggestion
from reportgen.ledger.audit import anchors_of, standing
from reportgen.ledger.editions import of_edition
from reportgen.ledger.model import Accepted, Ledger, LedgerEdition
from reportgen.ledger.standing import Standing
from reportgen.tree import nodes as tree
from reportgen.tree.path import ANNEXES


def accept_changes(
    ledger: Ledger,
    original: tree.Document,
    documents: Mapping[str, tree.Document],
    ids: Sequence[str],
    why: str,
    corrigendum: str = "",
    languages: Sequence[str] = (),
    words: bool = False,
) -> Ledger:
    """The ledger with the changes of some blocks accepted, and of all that belongs to them and changed the same way.

    A change to an issued language is accepted only where a corrigendum says it. `documents` are those whose wording
    is looked at: the issued ones. With `words`, other words of a frozen language are accepted too.
    """
    current = ledger.current(original.symbol)
    if current is None:
        raise UsageError("nothing is frozen, so nothing needs to be accepted", None, "reportgen numbers freeze")
    held = {tag: document for tag, document in documents.items() if tag in current.held()}
    pieces = of_documents(original, held)
    now = standing(current, pieces, held)
    if "frozen" not in current.states.values() and not corrigendum:
        raise ReportgenError(
            f"all languages are issued as {original.symbol}", None,
            "name the corrigendum with --corrigendum SYMBOL, or give the revision a symbol of its own (…/Rev.1)",
        )  # fmt: skip
    sides = of_edition(current), pieces
    found = [change for name in ids for change in _changes(name, now, current, sides, words)]
    places = anchors_of(now.differences)
    new = {each.key: _accepted(each, places, current, why, corrigendum, languages) for each in found}
    edition = replace(current, changes=tuple({**current.accepted(), **new}.values()))
    return Ledger(tuple(edition if each is current else each for each in ledger.editions))


def _changes(
    name: str, now: Standing, edition: LedgerEdition, sides: tuple[Sequence[Piece], Sequence[Piece]], words: bool
) -> Iterator[Difference]:
    """The change of a block, and of all that belongs to it."""
    difference = _named(name, now.differences)
    if difference and difference.structural:
        yield difference
        side = sides[0] if difference.place == "deleted" else sides[1]
        # A paragraph takes its subparagraphs and notes with it; nobody should have to name each of them.
        alike = {each.id: each for each in now.differences if each.place == difference.place}
        yield from (alike[piece.id] for piece in _belonging(side, name) if piece.id in alike)
        return
    parts = [each for each in now.differences if each.id.startswith(f"{name}/")]
    changed = [each for each in parts if each.structural]
    issued = difference and any(difference.key in keys for keys in now.issued.values())
    if difference and (issued or words) and difference.change == "reworded":
        yield difference
    elif not changed:
        _refuse(name, difference or next(iter(parts), None), now.differences)
    yield from changed


def _named(name: str, differences: Sequence[Difference]) -> Difference | None:
    """The difference of an id; where a part took the id of a deleted one, the one that was deleted or inserted."""
    found = [each for each in differences if each.id == name]
    return next((each for each in found if each.structural), found[0] if found else None)


def _refuse(name: str, difference: Difference | None, differences: Sequence[Difference]) -> None:
    """Raise a `UsageError` that says why there is nothing to accept.

    A list has an id (l) and no block of its own, only its parts (l/2-1).
    """
    if difference is None:
        raise UsageError(f"there is no block '{name}'", None, suggestion(name, [each.id for each in differences]))
    hints = {
        "renumbered": "accept the insertion, deletion or move that its number follows from",
        "reworded": "new wording of a frozen report is reported, and needs no acceptance",
        "unchanged": "reportgen numbers check lists what changed",
    }
    message = f"'{name}' is {difference.change}: there is nothing to accept"
    raise UsageError(message, None, hints[difference.change])


def _belonging(side: Sequence[Piece], name: str) -> Iterator[Piece]:
    """The parts and notes of a block; of a heading or an annex, all that stands under it."""
    start = next(index for index, piece in enumerate(side) if piece.id == name)
    head = side[start]
    spans = head.kind in ("heading", *ANNEXES)
    inside = {start}
    for index in range(start + 1, len(side)):
        piece = side[index]
        # Only headings and annexes reach on to their next equal; other blocks own what points to them.
        if spans and _ends(head, piece):
            break
        if piece.owner in inside or (spans and piece.kind != "note"):
            inside.add(index)
    # Notes stand at the end, behind all blocks, and are found by who marks them.
    inside |= {index for index, piece in enumerate(side) if piece.kind == "note" and piece.owner in inside}
    yield from (side[index] for index in sorted(inside - {start}))


def _ends(head: Piece, piece: Piece) -> bool:
    """Whether a piece is the first that no longer belongs to a heading or an annex."""
    if head.kind == "heading":
        return piece.kind in ANNEXES or (piece.kind == "heading" and len(piece.path) <= len(head.path))
    return piece.kind == "annex" or (piece.kind == "appendix" and head.kind == "appendix")


def _accepted(
    difference: Difference,
    places: Mapping[str, tuple[str, str]],
    edition: LedgerEdition,
    why: str,
    corrigendum: str,
    languages: Sequence[str],
) -> Accepted:
    change = "reworded" if difference.place in ("same", "renumbered") else difference.place
    step = difference.new[-1] if difference.new and edition.insertions == "bis" else ""
    return Accepted(
        id=difference.id,
        change=change,  # type: ignore[arg-type]
        why=why,
        after=places.get(difference.id, ("", ""))[0],
        step=step if isinstance(step, str) and difference.structural else "",
        corrigendum=corrigendum,
        languages=tuple(languages),
    )
