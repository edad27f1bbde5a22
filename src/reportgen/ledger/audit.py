"""How a report stands to its ledger: what was changed since the freeze, and what of it nobody accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from reportgen.comparison.compare import compare
from reportgen.comparison.difference import Difference
from reportgen.comparison.sides import Piece, in_languages, of_documents
from reportgen.ledger.editions import of_edition
from reportgen.ledger.model import Accepted, Ledger, LedgerEdition
from reportgen.ledger.standing import Audit, Standing, Unmade
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.path import Path


def audit(ledger: Ledger, original: tree.Document, documents: Mapping[str, tree.Document]) -> Audit:
    """How the languages of `documents` stand to the editions they are held to; languages in draft are left out."""
    symbol = original.symbol
    held: dict[int, dict[str, tree.Document]] = {}
    for tag, document in documents.items():
        edition = ledger.edition_of(symbol, tag)
        if edition:
            held.setdefault(edition.number, {})[tag] = document
    editions = [edition for edition in ledger.under(symbol) if edition.number in held]
    now = of_documents(original, {tag: document for group in held.values() for tag, document in group.items()})
    standings = tuple(standing(each, now, held[each.number]) for each in editions)
    last = ledger.editions[-1].symbol if ledger.editions else ""
    current = ledger.current(symbol)
    bis = current is not None and current.insertions == "bis"
    retired = frozenset(_retired(ledger, original)) if bis else frozenset()
    return Audit(standings, "" if ledger.under(symbol) else last, bis, retired)


def standing(edition: LedgerEdition, now: Sequence[Piece], tags: Collection[str]) -> Standing:
    """How some languages of a report, whose pieces are `now`, stand to one edition."""
    old, new = of_edition(edition), in_languages(now, tags)
    moved = {change.id for change in edition.changes if change.change == "moved"}
    # Blocks whose move was accepted are named, else the blocks round them might be taken for the moved ones.
    differences = _located(compare(old, new, moved=moved), edition)
    made = _made(edition, differences)
    states = {tag: edition.states[tag] for tag in tags}
    open_keys = frozenset(each.key for each in differences if each.structural and each.key not in made)
    # What was changed in another language alone is made there, or is not; nothing of it is seen here.
    here = [each for each in edition.changes if not each.languages or set(each.languages) & set(tags)]
    lost = [each for each in here if each.key not in made]
    return Standing(
        edition=edition.number,
        states=states,
        differences=differences,
        accepted={name: change.why for name, change in made.items()},
        # Where no language is frozen, each issued one is held by `issued`, which is stricter.
        refused=open_keys if "frozen" in states.values() else frozenset(),
        issued={tag: _forbidden(tag, differences, made) for tag, state in states.items() if state == "issued"},
        unmade=tuple(Unmade(each.id, each.change, each.why, each.position) for each in lost),
    )


def anchors_of(differences: Sequence[Difference]) -> dict[str, tuple[str, str]]:
    """For every inserted or moved block the ids, on the old side, of those before and behind it that kept their place.

    Notes stand where their marks do and have no place of their own.
    """
    found: dict[str, tuple[str, str]] = {}
    waiting: list[str] = []
    before = ""
    # None stands for the end of the report, where the last waiting blocks get their place.
    for each in [*differences, None]:
        if each is not None and (each.kind == "note" or each.place == "deleted"):
            continue
        if each is not None and each.structural:
            waiting.append(each.id)
            continue
        behind = (each.old_id or each.id) if each else ""
        found.update((name, (before, behind)) for name in waiting)
        waiting, before = [], behind
    return found


def _made(edition: LedgerEdition, differences: Sequence[Difference]) -> dict[str, Accepted]:
    """The accepted changes that the report really has, by key: same change, and at the place that was accepted."""
    found = {each.key: each for each in differences}
    places = anchors_of(differences)
    order = {block.id: index for index, block in enumerate(edition.blocks)}
    made = {}
    for change in edition.changes:
        difference = found.get(change.key)
        if difference and _is_made(change, difference):
            before, behind = places.get(change.id, ("", ""))
            if change.change == "deleted" or change.id not in places or _stands(change.after, before, behind, order):
                made[change.key] = change
    return made


def _is_made(change: Accepted, found: Difference) -> bool:
    if change.change != "reworded":
        return found.place == change.change
    changed = {*found.reworded, *found.reprinted, *found.translated}
    return bool(changed.intersection(change.languages) if change.languages else changed)


def _stands(after: str, before: str, behind: str, order: Mapping[str, int]) -> bool:
    """Whether the place behind `after` lies between two blocks; blocks deleted since may lie between them too."""
    end = order[behind] if behind else len(order)
    return order.get(before, -1) <= order.get(after, -1) < end


def _forbidden(tag: str, differences: Sequence[Difference], made: Mapping[str, Accepted]) -> frozenset[str]:
    """The keys of differences in an issued language that no corrigendum covers."""
    covered = {
        name
        for name, change in made.items()
        if change.corrigendum and (not change.languages or tag in change.languages)
    }
    structural = [each for each in differences if each.structural]
    wrong = [each.key for each in structural]
    wrong += [each.key for each in differences if tag in (*each.reworded, *each.reprinted, *each.translated)]
    # With an insertion or deletion the renumbering only follows from it, and one message is enough.
    if not structural:
        wrong += [each.key for each in differences if each.place == "renumbered"]
    return frozenset(wrong) - covered


def _located(differences: Sequence[Difference], edition: LedgerEdition) -> tuple[Difference, ...]:
    """The differences; deleted blocks get their line in the ledger, since they have none in the report."""
    places = {block.id: block.position for block in edition.blocks}
    return tuple(
        replace(each, position=places.get(each.id)) if each.place == "deleted" else each for each in differences
    )


def _retired(ledger: Ledger, original: tree.Document) -> Iterator[tuple[str, Path]]:
    """Numbers that were in use and are no more."""
    used = {(piece.family, piece.path) for piece in of_documents(original, {})}
    for edition in ledger.under(original.symbol):
        for piece in of_edition(edition):
            if piece.path and (piece.family, piece.path) not in used:
                yield piece.family, piece.path
