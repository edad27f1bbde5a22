"""A freeze: the numbers and texts of some languages become an edition that later states are held to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from reportgen.comparison.fingerprints import Digest, sketch
from reportgen.comparison.sides import Piece, in_languages, of_documents
from reportgen.comparison.stable_lines import document_lines
from reportgen.errors import ReportgenError, UsageError
from reportgen.ledger.audit import standing
from reportgen.ledger.model import Insertions, Ledger, LedgerBlock, LedgerEdition
from reportgen.ledger.standing import Standing, State
from reportgen.tree import nodes as tree
from reportgen.tree.citation import listed


def freeze_edition(
    ledger: Ledger,
    original: tree.Document,
    documents: Mapping[str, tree.Document],
    tags: Collection[str],
    state: State = "frozen",
    insertions: Insertions | None = None,
) -> Ledger:
    """The ledger with some languages at a state.

    `documents` are those languages and all that are held already. Where the numbers are those of the last edition, that
    one is brought up to date. Else, if all changes were accepted, a new edition begins, and all languages move to it.
    """
    pieces = of_documents(original, documents)
    _require_one_numbering(pieces, original.language, documents)
    current = ledger.current(original.symbol)
    if current is None:
        states = dict.fromkeys(tags, state)
        return _added(ledger, _edition(ledger, original.symbol, pieces, states, insertions or "renumber"))
    if insertions and insertions != current.insertions:
        hint = "the choice is made at the first freeze under a symbol"
        raise UsageError(f"insertions are '{current.insertions}' in edition {current.number}", None, hint)
    _require_progress(ledger, original.symbol, tags, state)
    now = standing(current, pieces, [tag for tag in documents if tag in current.held()])
    _require_accepted(now, tags, original.slug)
    states = {
        # An issued language that differs stays with its old edition: what was issued is not changed by a freeze.
        **{tag: each for tag, each in now.states.items() if not now.issued.get(tag)},
        **dict.fromkeys(tags, state),
    }
    edition = _edition(ledger, original.symbol, pieces, states, current.insertions)
    # What was issued stays as it was: a corrigendum says what became of it.
    edition = replace(edition, texts=_texts(edition, current, now, frozenset(tags).difference(current.issued())))
    if all(each.place == "same" for each in now.differences):
        return _updated(ledger, current, replace(edition, number=current.number, changes=current.changes))
    return _added(ledger, edition)


def _block(piece: Piece, pieces: Sequence[Piece]) -> LedgerBlock:
    owner = pieces[piece.owner].id if piece.kind == "note" and piece.owner >= 0 else ""
    return LedgerBlock(piece.id, piece.kind, piece.path, owner, sketch(piece.text))


def _edition(
    ledger: Ledger,
    symbol: str,
    pieces: Sequence[Piece],
    states: Mapping[str, State],
    insertions: Insertions,
) -> LedgerEdition:
    number = max((edition.number for edition in ledger.editions), default=0) + 1
    texts: dict[str, dict[str, str]] = {tag: {} for tag in states}
    for piece in in_languages(pieces, states):
        for tag, digest in piece.digests.items():
            texts[tag][piece.id] = str(digest)
    blocks = tuple(_block(piece, pieces) for piece in pieces)
    return LedgerEdition(number, symbol, insertions, states, blocks, texts)


def _texts(
    edition: LedgerEdition, before: LedgerEdition, now: Standing, fresh: frozenset[str]
) -> dict[str, dict[str, str]]:
    """The digests of this freeze; a language that is not being frozen now keeps those of the edition before."""
    old_ids = {each.id: each.old_id or each.id for each in now.differences if each.place not in ("inserted", "deleted")}
    texts = {tag: dict(known) for tag, known in edition.texts.items()}
    # Else a freeze of French would silently approve what changed in Russian since its own freeze.
    for tag in texts.keys() - fresh:
        for name, old in old_ids.items():
            if name in texts[tag] and old in before.texts.get(tag, {}):
                # Parsed and printed again, so that what a person typed comes out as reportgen writes it.
                texts[tag][name] = str(Digest.parse(before.texts[tag][old]))
    return texts


def _added(ledger: Ledger, edition: LedgerEdition) -> Ledger:
    return Ledger((*ledger.editions, edition))


def _updated(ledger: Ledger, before: LedgerEdition, after: LedgerEdition) -> Ledger:
    return Ledger(tuple(after if each is before else each for each in ledger.editions))


def _require_one_numbering(pieces: Sequence[Piece], original: str, documents: Mapping[str, tree.Document]) -> None:
    numbers = [(piece.id, piece.kind, piece.path) for piece in pieces]
    for tag, document in documents.items():
        if [(line.id, line.kind, line.path) for line in document_lines(document)] != numbers:
            message = f"the numbers of {tag} are not those of {original}"
            raise ReportgenError(message, hint="reportgen check says where they differ")


def _require_progress(ledger: Ledger, symbol: str, tags: Iterable[str], state: State) -> None:
    """An issued language stays issued."""
    for tag in tags:
        edition = ledger.edition_of(symbol, tag)
        if edition and edition.states[tag] == "issued" and state != "issued":
            hint = "give the revision a symbol of its own (…/Rev.1) in report.yaml, then freeze"
            raise UsageError(f"{tag} is issued as {symbol}", None, hint)


def _require_accepted(now: Standing, tags: Collection[str], slug: str) -> None:
    refused = [each.id for each in now.differences if each.key in now.refused]
    if refused:
        hint = f'reportgen numbers accept {slug} {" ".join(refused[:3])}{" …" if refused[3:] else ""} --why "…"'
        raise ReportgenError(f"not accepted since edition {now.edition}: {listed(refused)}", None, hint)
    if now.unmade:
        lost = now.unmade[0]
        message = f"accepted as {lost.change}, but not so in the report: {listed([each.id for each in now.unmade])}"
        raise ReportgenError(message, lost.position, "make the change, or take its line out of the ledger")
    for tag in tags:
        if now.issued.get(tag):
            message = f"{tag} is issued and differs: {listed(sorted(now.issued[tag]))}"
            raise ReportgenError(message, None, "this needs a corrigendum, or a revision under a symbol of its own")
