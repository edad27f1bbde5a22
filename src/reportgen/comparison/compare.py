"""What became of every block: unchanged, reworded, inserted, deleted, moved or renumbered. Cost: n log n."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.comparison.difference import Difference, Fate
from reportgen.comparison.fingerprints import MISSING, Digest
from reportgen.comparison.kept_order import unmoved
from reportgen.comparison.match import PiecePair, match_pieces
from reportgen.comparison.sides import Piece, alone
from reportgen.comparison.splits import Relations, find_relations
from reportgen.comparison.stray_numbers import astray
from reportgen.tree.citation import cited, with_article
from reportgen.tree.path import Path, scope_of


def compare(
    old: Sequence[Piece], new: Sequence[Piece], *, sure: bool = True, moved: Collection[str] = ()
) -> tuple[Difference, ...]:
    """Every block of both sides once, in the order of the new side; the deleted ones where they stood.

    `sure` says that ids are those of an author and not bookmarks of a file; `moved` are ids known to have moved, so
    that no other block is said to have moved round them.
    """
    pairs = match_pieces(old, new, sure)
    olds = {pair.new: pair.old for pair in pairs}
    # An author's report counts its own numbers, so only those of a file can be wrong.
    wrong = {} if sure else astray(old, new, olds)
    relations = find_relations(old, new, olds)
    return tuple(_Comparison(old, new, pairs, sure, frozenset(moved), wrong, relations).differences())


def standing_pairs(
    old: Sequence[Piece], new: Sequence[Piece], *, sure: bool = True, moved: Collection[str] = ()
) -> list[PiecePair]:
    """The pieces that both sides have and that did not move; the arguments are those of `compare`."""
    pairs = match_pieces(old, new, sure)
    relations = find_relations(old, new, {pair.new: pair.old for pair in pairs})
    comparison = _Comparison(old, new, pairs, sure, frozenset(moved), {}, relations)
    return [pair for pair in pairs if comparison.place(pair) != "moved"]


_LOST = Digest(MISSING)


@dataclass
class _Comparison:
    old: Sequence[Piece]
    new: Sequence[Piece]
    pairs: Sequence[PiecePair]
    sure: bool
    known_moved: frozenset[str]
    astray: Mapping[int, str]
    relations: Relations
    of_new: dict[int, PiecePair] = field(init=False)
    kept: frozenset[int] = field(init=False)
    alone: tuple[frozenset[int], frozenset[int]] = field(init=False)
    paths: frozenset[tuple[str, Path]] = field(init=False)

    def __post_init__(self) -> None:
        self.of_new = {pair.new: pair for pair in self.pairs}
        self.alone = alone(self.old), alone(self.new)
        self.paths = frozenset((piece.family, piece.path) for piece in self.new)
        candidates = [
            pair for pair in self.pairs if not self._is_part(pair) and self.new[pair.new].id not in self.known_moved
        ]
        # Parts go where their whole goes. Weighed here, a long table would make everything round it look moved.
        indexes = unmoved([pair.old for pair in candidates], [self._weight(pair) for pair in candidates])
        self.kept = frozenset(candidates[index].new for index in indexes)
        parts = [pair.new for pair in self.pairs if self._is_part(pair)]
        self.kept |= {index for index in parts if self.new[index].owner in self.kept}

    def _is_part(self, pair: PiecePair) -> bool:
        """Whether the block is a part of a table, figure or box on both sides."""
        old, new = self.old[pair.old], self.new[pair.new]
        return bool(old.base and new.base) and old.owner >= 0 <= new.owner

    def _weight(self, pair: PiecePair) -> int:
        """What keeping a block in its place is worth: as many as possible stay, first those with the same number."""
        old, new = self.old[pair.old], self.new[pair.new]
        # The first term outweighs all bonuses together, so that the count of blocks that stay always comes first.
        return 4 * len(self.pairs) + 2 * (old.path == new.path) + (new.kind == "heading")

    def differences(self) -> Iterator[Difference]:
        """Both sides merged: the deleted ones stand behind the last block before them that kept its place."""
        known = {pair.old for pair in self.pairs}
        deleted = deque(index for index in range(len(self.old)) if index not in known)
        kept = deque(self.of_new[index].old for index in sorted(self.kept))
        for index in range(len(self.new)):
            # Blocks that moved say nothing of where a deleted one stood, so only the kept ones are waited for.
            while deleted and deleted[0] < (kept[0] if kept else len(self.old)):
                yield self._deleted(deleted.popleft())
            if index in self.kept:
                kept.popleft()
            pair = self.of_new.get(index)
            yield self._paired(pair) if pair else self._inserted(index)
        for index in deleted:
            yield self._deleted(index)

    def _deleted(self, index: int) -> Difference:
        piece = self.old[index]
        into = self.relations.merged.get(index)
        remark = f"merged into {_name(self.new[into])}" if into is not None else ""
        texts = piece.printed, ""
        return Difference(piece.id, piece.kind, "deleted", old=piece.path, remark=remark, texts=texts, kin=into)

    def _inserted(self, index: int) -> Difference:
        piece = self.new[index]
        source = self.relations.split.get(index)
        split = f"split from {_name(self.old[source])}" if source is not None else ""
        remark = ", ".join(filter(None, (split, self.astray.get(index))))
        astray, texts = index in self.astray, ("", piece.printed)
        label = piece.label if self._is_foreign(piece) else ""
        return Difference(
            piece.id, piece.kind, "inserted", new=piece.path, remark=remark, astray=astray, texts=texts, label=label,
            kin=source,
        )  # fmt: skip

    def _is_foreign(self, piece: Piece) -> bool:
        """Whether its list is one of another file: what its number stands under is not there, or a figure stands where
        letters are counted."""
        scope = len(scope_of(piece.path))
        above = (piece.path[:length] for length in range(scope + 1, len(piece.path)))
        if piece.family == "paragraph" and any((piece.family, path) not in self.paths for path in above):
            return True
        is_figure = piece.label.strip("().").isdecimal()
        return piece.kind == "subparagraph" and is_figure and not cited(piece.kind, piece.path).endswith(piece.label)

    def _paired(self, pair: PiecePair) -> Difference:
        old, new = self.old[pair.old], self.new[pair.new]
        reworded, reprinted, translated = _texts(old, new)
        return Difference(
            new.id or old.id,
            new.kind,
            self.place(pair),
            old.path,
            new.path,
            reworded,
            reprinted,
            translated,
            old_id=old.id if new.id and old.id != new.id else "",
            found=pair.found,
            remark=self.astray.get(pair.new) or _remark(old, new, self._is_alone(pair.old, pair.new)),
            astray=pair.new in self.astray,
            texts=(old.printed, new.printed),
            old_kind=old.kind if old.kind != new.kind else "",
        )

    def place(self, pair: PiecePair) -> Fate:
        """What became of the place of a block that both sides have."""
        old, new = self.old[pair.old], self.new[pair.new]
        if pair.new not in self.kept or not self._same_owner(old, new) or (self.sure and _is_made_over(old, new)):
            return "moved"
        same = old.path == new.path and self._is_alone(pair.old, pair.new) is None
        return "same" if same else "renumbered"

    def _is_alone(self, old: int, new: int) -> bool | None:
        """True where a block became the only annex, False where it was the only one, None where nothing changed there.

        A single annex is cited without a number; in a file the printed label already shows this.
        """
        before, now = old in self.alone[0], new in self.alone[1]
        return now if self.sure and before != now else None

    def _same_owner(self, old: Piece, new: Piece) -> bool:
        """Whether a block belongs to the same block as before, or to one that was split from it or merged into it."""
        if old.owner < 0 or new.owner < 0:
            return old.owner == new.owner or not (old.path and new.path) or old.family != new.family
        pair = self.of_new.get(new.owner)
        if pair is not None and pair.old == old.owner:
            return True
        return self.relations.split.get(new.owner) == old.owner or self.relations.merged.get(old.owner) == new.owner


def _is_made_over(old: Piece, new: Piece) -> bool:
    """Whether an author changed the kind of a block, so that it is counted in another series or not at all."""
    return old.family != new.family and bool(old.path or new.path)


def _remark(old: Piece, new: Piece, is_alone: bool | None) -> str:
    if old.path and not new.path:
        return "it has no number now"
    if old.kind != new.kind and old.path:
        return f"it was {with_article(old.kind)}"
    if new.path and not old.path:
        return "it had no number"
    if is_alone is not None:
        return "it is the only one now, without a number" if is_alone else "it was the only one, without a number"
    lost = [tag for tag in new.digests if new.digests[tag].printed == MISSING != old.digests.get(tag, _LOST).printed]
    return f"not translated in {', '.join(lost)}" if lost else ""


def _texts(old: Piece, new: Piece) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The languages whose wording changed, those in which only a printed name changed, and those translated since.

    A first translation stands apart because it changes nothing that was sent out.
    """
    changed = [
        tag for tag in old.digests if tag in new.digests and old.digests[tag].printed != new.digests[tag].printed
    ]
    translated = tuple(tag for tag in changed if old.digests[tag].printed == MISSING)
    reworded = tuple(tag for tag in changed if tag not in translated and old.digests[tag].reworded(new.digests[tag]))
    return reworded, tuple(tag for tag in changed if tag not in (*reworded, *translated)), translated


def _name(piece: Piece) -> str:
    return piece.id or cited(piece.kind, piece.path)
