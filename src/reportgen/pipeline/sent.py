"""What was sent, in pieces as recovery takes them: a kept edition, what a Word file carries, or today's build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportgen.language import Language
from reportgen.ledger.kept import load_kept
from reportgen.pipeline.numbers import Built
from reportgen.printing.cited_numbers import cited_number, counts_in, labels_of
from reportgen.readers import ReadDocument
from reportgen.record import record, replace
from reportgen.recover import FactScope, SentFact, SentPiece
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.path import ANNEXES
from reportgen.tree.printed import MASTHEAD, Identity, PrintedPiece
from reportgen.tree.printed_from import NameKey
from reportgen.tree.sent import SentDocument, read_sent, sent_document
from reportgen.tree.walk import all_inlines

_FUNCTIONS = {"paragraph": "para", "subparagraph": "para", "heading": "section", "appendix": "annex"}
_HEADINGS = ("heading", "alternative", MASTHEAD, *ANNEXES)
_OF_SUMMARY = ("summary", "plain")


@record
class WasSent:
    """A document as it was sent, and how messages call it."""

    name: str
    document: SentDocument


def find_sent(built: Built, file: ReadDocument, tag: str) -> WasSent | None:
    """What was sent of a file in a language, by the digest that the file names; None where nobody has it.

    Looked for in the editions that were kept, that which the file names first; in the file; in today's build.
    """
    said = file.identity
    if said is not None:
        for number in _editions(built, said):
            kept = load_kept(built.workspace, built.report.slug, number)
            text = kept.texts.get(tag) if kept else None
            if kept and text and text.digest == said.digest:
                document = kept.document(tag)
                assert document is not None
                return WasSent(f"edition {number}", document)
    carried = _carried(built, file, tag)
    if carried is not None:
        return WasSent("what the file was printed from", carried)
    today = sent_document(built[tag])
    return WasSent("today's build", today) if said and said.digest == today.identity.digest else None


def sent_pieces(
    sent: SentDocument, language: Language, computed: frozenset[tuple[str, str]] = frozenset()
) -> dict[str, SentPiece]:
    """The pieces that have a wording, or wait for a translation, by id; `language` is the document's own.

    `computed` are the facts that are worked out, each with the block that keeps it.
    """
    source = sent.printed_from
    facts, numbers = _SentFacts(sent, computed), cited_numbers(sent.pieces, language)
    is_original = source.language in ("", sent.identity.language)
    known = dict(_names_known(sent))
    return {
        each.id: SentPiece(
            each.id,
            source.wordings[each.id].text,
            each.content,
            facts.of(each),
            numbers,
            source.wordings[each.id].kind,
            is_original=is_original,
            in_heading=_is_in_heading(each),
            introduced=known[each.id],
            source="" if is_original else source.sources.get(each.id, ""),
        )
        for each in sent.pieces
        if each.id in source.wordings
    }


def sources_of(sent: SentDocument) -> Mapping[str, str]:
    """The wordings of the original, by id, at the time when a document was sent."""
    source = sent.printed_from
    if source.language in ("", sent.identity.language):
        return {name: each.text for name, each in source.wordings.items() if not each.kind}
    return source.sources


def cited_numbers(pieces: Sequence[PrintedPiece], language: Language) -> dict[tuple[str, str], str]:
    """The id of each block of the main text and of each annex, by the function and the number that it is cited with."""
    labels = labels_of(pieces)
    found: dict[tuple[str, str], str] = {}
    for each in pieces:
        number = cited_number(each, labels, language) if each.path and not counts_in(each) else ""
        if number:
            found.setdefault((_FUNCTIONS.get(each.kind, each.kind), number), each.id)
    return found


def _editions(built: Built, said: Identity) -> list[int]:
    """The numbers of the editions of a report: that which a file names, then the others, the newest first."""
    numbers = [each.number for each in reversed(built.ledger().editions)]
    return sorted(numbers, key=lambda number: number != said.edition)


def _carried(built: Built, file: ReadDocument, tag: str) -> SentDocument | None:
    """What a file carries, where it is of the report and of the text that the file names."""
    try:
        found = read_sent(file.carried) if file.carried else None
    except ValueError:
        return None
    if found is None or (found.identity.symbol, found.identity.language) != (built.report.symbol, tag):
        return None
    return found if file.identity is None or file.identity.digest == found.identity.digest else None


class _SentFacts:
    """The facts that each piece may print, with the other pieces that print them."""

    def __init__(self, sent: SentDocument, computed: frozenset[tuple[str, str]]) -> None:
        self.source, self.computed = sent.printed_from, computed
        self.printed = {each.id: set(self._printed_in(each)) for each in sent.pieces}
        self.places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for piece, keys in self.printed.items():
            for key in keys:
                self.places[key].append(piece)
        self.of_owner: dict[str, dict[str, SentFact]] = {}
        self.of_report = self._kept_by("", "report")

    def of(self, piece: PrintedPiece) -> dict[str, SentFact]:
        """The facts of a piece; it is no place of its own."""
        owner = self._owner(piece)
        facts = dict(self._of_owner(owner))
        for keeper, name in self.printed[piece.id]:
            # A fact of the report has as many places as there are pieces, and nobody asks for them.
            if name in facts and keeper in ("", owner) and facts[name].scope != "report":
                places = tuple(each for each in facts[name].places if each != piece.id)
                facts[name] = replace(facts[name], places=places)
        return facts

    def _of_owner(self, owner: str) -> Mapping[str, SentFact]:
        """The facts of the report, those of a block over them, with all places of each."""
        if owner not in self.of_owner:
            own = self._kept_by(owner, "piece") if owner else {}
            # The words of a masthead stand in templates, which know no facts of the report.
            self.of_owner[owner] = own if owner == MASTHEAD else {**self.of_report, **own}
        return self.of_owner[owner]

    def _kept_by(self, keeper: str, scope: FactScope) -> dict[str, SentFact]:
        values = self.source.facts.get(keeper, {})
        places = self.places if keeper else {}
        scopes: dict[str, FactScope] = {name: "computed" for name in values if (keeper, name) in self.computed}
        return {
            name: SentFact(value, scopes.get(name, scope), tuple(places.get((keeper, name), ())))
            for name, value in values.items()
        }

    def _owner(self, piece: PrintedPiece) -> str:
        wording = self.source.wordings.get(piece.id)
        return wording.owner if wording else ""

    def _printed_in(self, piece: PrintedPiece) -> Iterator[tuple[str, str]]:
        """The facts that a piece prints, each with the block that keeps it; nobody keeps the numbers in cells."""
        owner = self._owner(piece)
        for inline in all_inlines(piece.content):
            if isinstance(inline, PrintedFact):
                keeper = owner if inline.fact in self.source.facts.get(owner, {}) else ""
                if inline.fact in self.source.facts.get(keeper, {}):
                    yield keeper, inline.fact


def _names_known(sent: SentDocument) -> Iterator[tuple[str, frozenset[NameKey]]]:
    """For each piece, the names whose short forms a reader has met above it; the summary is read alone."""
    introduced = sent.printed_from.introduced
    known: frozenset[NameKey] = frozenset()
    in_summary = False
    for each in sent.pieces:
        if in_summary != (each.kind in _OF_SUMMARY and (in_summary or each.kind == "summary")):
            in_summary, known = not in_summary, frozenset()
        yield each.id, frozenset() if _is_in_heading(each) else known
        if each.id in introduced:
            known |= frozenset(introduced[each.id])


def _is_in_heading(piece: PrintedPiece) -> bool:
    """Whether no name is shortened in a piece: in headings, in the masthead with its notes, behind a picture."""
    return piece.kind in _HEADINGS or (piece.kind == "note" and not piece.path)
