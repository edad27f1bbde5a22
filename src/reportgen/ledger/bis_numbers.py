"""Numbers that are never moved: an insertion is "41 bis", a deletion leaves its number empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.comparison.kept_order import unmoved
from reportgen.comparison.sides import Piece
from reportgen.errors import InputError
from reportgen.ledger.editions import of_edition
from reportgen.ledger.model import Ledger, LedgerEdition
from reportgen.tree import nodes as tree
from reportgen.tree.path import SUFFIXES, PathStep, Step
from reportgen.tree.walk import all_blocks

Group = tuple[str, str]


def decided_steps(ledger: Ledger, document: tree.Document) -> Mapping[str, PathStep]:
    """The last step of the number of each block that the ledger decides; none where numbers follow from the order."""
    edition = ledger.current(document.symbol)
    if edition is None or edition.insertions != "bis":
        return {}
    groups, sizes = _siblings(document)
    decision = _Decision(ledger, edition, sizes)
    for group, names in groups.items():
        decision.decide(group, names)
    return decision.steps


def _siblings(document: tree.Document) -> tuple[dict[Group, list[str]], Counter[str]]:
    """The ids that are counted together, by their kind and owner, and how many blocks stand under each id.

    Paragraphs are counted through the whole report, and anew in every annex and appendix.
    """
    groups: dict[Group, list[str]] = {}
    sizes: Counter[str] = Counter()
    above: dict[str, list[str]] = {"heading": [], "paragraph": []}
    annex = ""
    for block in all_blocks(document):
        if isinstance(block, tree.Annex):
            annex, above = block.id, {"heading": [], "paragraph": []}
        elif isinstance(block, tree.Heading | tree.Paragraph | tree.Subparagraph):
            family, depth = _depth(block)
            chain = above[family]
            del chain[depth:]
            groups.setdefault((family, chain[-1] if chain else annex), []).append(block.id)
            chain.append(block.id)
            sizes.update(chain)
    return groups, sizes


def _depth(block: tree.Heading | tree.Paragraph | tree.Subparagraph) -> tuple[str, int]:
    """What a block is counted with, and how many blocks it stands under."""
    if isinstance(block, tree.Heading):
        return "heading", block.level - 1
    return "paragraph", block.level if isinstance(block, tree.Subparagraph) else 0


@dataclass
class _Decision:
    """The steps decided so far; `used` holds all that were ever given, since a number sent out once is never reused."""

    ledger: Ledger
    edition: LedgerEdition
    sizes: Mapping[str, int]
    steps: dict[str, PathStep] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.accepted = {name: change.step for name, change in self.edition.accepted().items() if change.step}
        self.places: dict[str, int] = {}
        self.groups: dict[str, Group] = {}
        self.given: dict[str, PathStep] = {}
        self.used: dict[Group, set[PathStep]] = {}
        # Of several editions the last one wins, since `given` is overwritten; `used` remembers them all.
        for edition in self.ledger.under(self.edition.symbol):
            self._take(of_edition(edition))
        moved = {change.id for change in self.edition.changes if change.change == "moved"}
        now = {block.id: index for index, block in enumerate(self.edition.blocks) if block.id not in moved}
        self.places = now

    def _take(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if piece.path and piece.family in ("heading", "paragraph"):
                group = piece.family, pieces[piece.owner].id if piece.owner >= 0 else ""
                self.groups[piece.id], self.given[piece.id] = group, piece.path[-1]
                self.used.setdefault(group, set()).add(piece.path[-1])

    def decide(self, group: Group, names: Sequence[str]) -> None:
        """The steps of some siblings; a wholly new group counts from 1 by itself."""
        kept = self._kept(group, names)
        if not kept:
            return
        used = self.used[group] | {self.accepted[name] for name in names if name in self.accepted}
        first = next(self.given[name] for name in names if name in kept)
        last: PathStep | None = None
        for name in names:
            if name in kept:
                step = last = self.given[name]
            else:
                # The number that was accepted was told to people; another suffix that is free now must not replace it.
                step = self.accepted.get(name) or next(_free(last, first, used), "")
                used.add(step)
            if not step:
                raise InputError(f"more than {len(SUFFIXES)} blocks are inserted behind {last}", None, "freeze anew")
            self.steps[name] = step

    def _kept(self, group: Group, names: Sequence[str]) -> frozenset[str]:
        """The siblings that keep their numbers: those in their old order, weighed by the blocks under them."""
        known = [name for name in names if name in self.places and self.groups.get(name) == group]
        order = unmoved([self.places[name] for name in known], [self.sizes[name] for name in known])
        return frozenset(known[index] for index in order)


def _free(last: PathStep | None, first: PathStep, used: set[PathStep]) -> Iterator[str]:
    """The numbers free behind a number, or before the first one: 41 bis, 41 ter; nothing ever had them."""
    figure = Step.of(first if last is None else last).figure
    # Nothing stands before the first number, so an insertion there is "1 ante" and not "0 bis".
    before = ["ante", *(f"ante {suffix}" for suffix in SUFFIXES)] if last is None else SUFFIXES
    yield from (f"{figure} {suffix}" for suffix in before if f"{figure} {suffix}" not in used)
