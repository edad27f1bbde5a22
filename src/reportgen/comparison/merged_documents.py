"""Two editions of a document as one tree that carries both: `merged(old, new, author, date)`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from reportgen.comparison.compare import standing_pairs
from reportgen.comparison.kept_order import unmoved
from reportgen.comparison.match import ALIKE
from reportgen.comparison.merged_content import SameBlocks, merged_content
from reportgen.comparison.merged_masthead import merged_masthead
from reportgen.comparison.sides import of_documents
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.editions import inserted_notes
from reportgen.tree.inlines import Content, CrossReference, Deleted, Inline, Inserted, NoteMark, NumberReference
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, map_block, map_blocks, map_leaves, map_notes, plain_blocks


def merged(
    old: tree.Document, new: tree.Document, author: str, date: str, *, sure: bool = True, moved: Collection[str] = ()
) -> tree.Document:
    """The newer edition with all that the older one has beside it; the author signs the changes, with an ISO 8601 date.

    A block that moved is deleted where it stood and inserted where it stands. `sure` says that the ids of the older
    edition are those of an author, `moved` are ids known to have moved.
    """
    sides = [of_documents(document, {document.language: document}) for document in (old, new)]
    pairs = standing_pairs(sides[0], sides[1], sure=sure, moved=moved)
    # What only stands in the place of another text is no new wording of it; a cell is known by nothing but its place.
    kept = [pair for pair in pairs if pair.found != "number" or sides[1][pair.new].kind == "cell"]
    olds = {sides[1][pair.new].id: sides[0][pair.old].id for pair in kept}
    old = _with_newer_targets(old, olds)
    letters = [block.id for block in all_blocks(new) if isinstance(block, tree.LetterNote)]
    names = (*letters, *(note.id for note in (*new.masthead.notes, *new.notes)))
    notes = {olds[name]: name for name in names if name in olds}
    while True:
        found = _Merger(old, new, olds, notes).document(author, date)
        # A mark that moved inside its block is struck out and set anew, and so is its note.
        lost = inserted_notes(found) & frozenset(notes.values())
        if not lost:
            return found
        notes = {before: now for before, now in notes.items() if now not in lost}


_Part = TypeVar("_Part")
_Leaf = TypeVar("_Leaf", bound=tree.Leaf | tree.Note)
_Numbered = TypeVar("_Numbered", bound=tree.Block | tree.Note)
Pairs = Sequence[tuple[int, int]]


class _Merger:
    """Merges what both editions have, by the ids of the newer one; `olds` gives those of the older one."""

    def __init__(
        self, old: tree.Document, new: tree.Document, olds: Mapping[str, str], notes: Mapping[str, str]
    ) -> None:
        self.old, self.new, self.olds, self.notes = old, new, olds, notes
        labels = {block.id: _label(block) for block in all_blocks(old)}
        same = (block.id for block in all_blocks(new) if block.id in olds and labels[olds[block.id]] == _label(block))
        self.same = SameBlocks(notes, frozenset(same))

    def document(self, author: str, date: str) -> tree.Document:
        """The tree of both editions."""
        old, new = self.old, self.new
        gone = [note for note in (*old.masthead.notes, *old.notes) if note.id not in self.notes]
        before = {now: note for note in (*old.masthead.notes, *old.notes) if (now := self.notes.get(note.id))}
        masthead = merged_masthead(old.masthead, new.masthead, self.content)
        return replace(
            new,
            masthead=replace(masthead, notes=tuple(self._note(before.get(note.id), note) for note in masthead.notes)),
            blocks=self.sequence(plain_blocks(old), plain_blocks(new), self.block),
            notes=tuple(self._note(before.get(note.id), note) for note in new.notes),
            changes=tree.Changes(author, date, old.symbol, old.masthead.job_number, tuple(gone)),
        )

    def content(self, old: Content, new: Content) -> Content:
        """The inlines of both editions."""
        return new if old == new and self._is_steady(new) else merged_content(old, new, self.same)

    def _is_steady(self, content: Content) -> bool:
        """Whether no mark and no reference of equal inlines means something else in the other edition."""
        for each in all_inlines(content):
            if isinstance(each, NoteMark) and self.notes.get(each.note) != each.note:
                return False
            if isinstance(each, NumberReference) and each.target not in self.same.numbers:
                return False
        return True

    def sequence(self, old: Sequence[Any], new: Sequence[Any], merge: Callable[[Any, Any], Any]) -> tuple[Any, ...]:
        """What both editions have merged, between what only one has; what was deleted stands first."""
        places = {block.id: index for index, block in enumerate(old)}
        pairs = [(places.get(self.olds.get(block.id, ""), -1), index) for index, block in enumerate(new)]
        alike = [(one, other) for one, other in pairs if one >= 0 and _can_merge(old[one], new[other])]
        return tuple(_interleaved(old, new, alike, merge))

    def block(self, old: tree.Block, new: tree.Block) -> tree.Block:
        """A block of both editions."""
        match old, new:
            case tree.Summary(), tree.Summary():
                blocks = self.sequence(_plain(old.blocks), _plain(new.blocks), self.leaf)
                return replace(new, heading=self.content(old.heading, new.heading), blocks=blocks)
            case tree.Contents(), tree.Contents():
                olds, news = _plain(old.entries), _plain(new.entries)
                entries = tuple(_interleaved(olds, news, _equal(olds, news), lambda _, entry: entry))
                return replace(new, content=self.content(old.content, new.content), entries=entries)
            case tree.Table(), tree.Table():
                heads = tuple(map(self.leaf, old.heads, new.heads))
                return self._noted(old, replace(new, heads=heads, rows=tuple(self._rows(old, new))))
            case tree.Figure(), tree.Figure():
                is_same = _shown(old) == _shown(new)
                return self._noted(old, replace(new, replaced=None if is_same else old))
            case tree.Box(), tree.Box():
                blocks = self.sequence(_plain(old.blocks), _plain(new.blocks), self.leaf)
                return self._noted(old, replace(new, blocks=blocks))
            case _:
                return self.leaf(old, new)  # type: ignore[type-var]

    def leaf(self, old: _Leaf, new: _Leaf) -> _Leaf:
        """A block of both editions that has nothing inside but its content."""
        return _numbered(old, replace(new, content=self.content(old.content, new.content)))

    def _noted(self, old: tree.Noted, new: tree.Noted) -> tree.Noted:
        """The caption, the source and the notes of a block."""
        notes = self.sequence(_plain(old.notes), _plain(new.notes), self.leaf)
        source = self._source(old.source, new.source)
        return _numbered(old, replace(new, content=self.content(old.content, new.content), source=source, notes=notes))

    def _source(
        self, old: tree.Tracked[tree.Source] | None, new: tree.Tracked[tree.Source] | None
    ) -> tree.Tracked[tree.Source] | None:
        if isinstance(old, tree.Source) and isinstance(new, tree.Source):
            return self.leaf(old, new)
        if isinstance(old, tree.Source):
            return Deleted(old)
        return Inserted(new) if isinstance(new, tree.Source) else None

    def _rows(self, old: tree.Table, new: tree.Table) -> Iterator[tree.Tracked[tree.Row]]:
        olds, news = _plain(old.rows), _plain(new.rows)
        places = {cell.id: index for index, row in enumerate(olds) for cell in row}
        pairs = []
        for index, row in enumerate(news):
            found = [places[self.olds[cell.id]] for cell in row if self.olds.get(cell.id) in places]
            at = max(set(found), key=found.count) if found else -1
            pairs += [(at, index)] if at >= 0 and _is_same_row(olds[at], row) else []
        yield from _interleaved(olds, news, pairs, lambda one, other: tuple(map(self.leaf, one, other)))

    def _note(self, old: tree.Note | None, new: tree.Note) -> tree.Note:
        return self.leaf(old, new) if old else new


def _interleaved(
    old: Sequence[_Part], new: Sequence[_Part], pairs: Pairs, merge: Callable[[_Part, _Part], _Part]
) -> Iterator[tree.Tracked[_Part]]:
    """Both sequences as one; of pairs that cross others, as few as can be are parted."""
    kept = unmoved([one for one, _ in pairs], [1] * len(pairs))
    at = there = 0
    for one, other in (*(pair for index, pair in enumerate(pairs) if index in kept), (len(old), len(new))):
        yield from (Deleted(part) for part in old[at:one])
        yield from (Inserted(part) for part in new[there:other])
        if one < len(old):
            yield merge(old[one], new[other])
        at, there = one + 1, other + 1


def _can_merge(old: object, new: object) -> bool:
    """Whether two blocks look alike but for their texts and numbers, so that one paragraph can show both."""
    if type(old) is not type(new) or _has_number(old) != _has_number(new):
        return False
    if isinstance(old, tree.Table) and isinstance(new, tree.Table):
        return len(old.heads) == len(new.heads)
    return all(getattr(old, name, None) == getattr(new, name, None) for name in ("level", "recommendation"))


def _is_same_row(old: tree.Row, new: tree.Row) -> bool:
    """Whether a row is the other one with some cells changed, and not one that stands in its place."""
    sides = [[plain_text(cell.content) for cell in row] for row in (old, new)]
    same = sum(one == other != "" for one, other in zip(*sides, strict=True))
    return same > 0 or fuzz.ratio(sides[0][0], sides[1][0]) >= ALIKE


def _shown(figure: tree.Figure) -> tuple[tree.Picture, int, str]:
    return figure.picture, figure.width, plain_text(figure.alternative.content)


def _has_number(block: object) -> bool:
    return getattr(block, "number", None) is not None


def _label(block: tree.Block) -> str:
    number: tree.Number | None = getattr(block, "number", None)
    return number.label if number else ""


def _numbered(old: object, new: _Numbered) -> _Numbered:
    """The newer block with the number of the older one beside its own, where that is another."""
    number: tree.Number | None = getattr(new, "number", None)
    before: tree.Number | None = getattr(old, "number", None)
    if number is None or before is None or (before.label, before.path) == (number.label, number.path):
        return new
    return replace(new, number=replace(number, was=before))  # type: ignore[arg-type]


def _plain(parts: Sequence[tree.Tracked[_Part]]) -> list[_Part]:
    return [each for each in parts if not isinstance(each, Inserted | Deleted)]


def _equal(old: Sequence[tree.ContentsEntry], new: Sequence[tree.ContentsEntry]) -> Pairs:
    """The places of the same lines of the contents, in both."""
    sides = [
        [(each.level, each.label, plain_text(each.content), each.paragraphs) for each in side] for side in (old, new)
    ]
    codes = (code for code in Indel.opcodes(*sides) if code.tag == "equal")
    return [
        pair
        for code in codes
        for pair in zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
    ]


def _with_newer_targets(old: tree.Document, olds: Mapping[str, str]) -> tree.Document:
    """The older edition, whose references name blocks as the newer one does: authors may give a block another id."""
    names = {before: now for now, before in olds.items() if before != now}
    if not names:
        return old

    def renamed(inline: Inline) -> Inline:
        match inline:
            case NumberReference():
                return replace(inline, target=names.get(inline.target, inline.target))
            case CrossReference():
                targets = tuple(names.get(target, target) for target in inline.targets)
                return replace(inline, targets=targets, content=tuple(map(renamed, inline.content)))
            case _:
                return inline

    mapped = map_blocks(old, lambda block: map_block(block, lambda content: map_leaves(content, renamed)))
    return replace(mapped, notes=map_notes(old.notes, lambda content: map_leaves(content, renamed)))
