"""The work on one piece: its two texts as tokens, who is whose partner, and which stretch of the new text is whose."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from reportgen.facts import Value
from reportgen.language import Language
from reportgen.language.recognition import Reading
from reportgen.recover.atoms import SentText
from reportgen.recover.classes import AtomTexts, atom_texts
from reportgen.recover.flat import Flat
from reportgen.recover.fold import compared
from reportgen.recover.placement import Placement
from reportgen.recover.press import Press
from reportgen.recover.tokens import Edges, KnownTexts, Token, basic_tokens, tokens
from reportgen.recover.typed_readings import TypedReadings
from reportgen.recover.window import whole_text, window
from reportgen.wording import Placeholder

_FREE, _MATCHED, _PLACED = 0, 1, 2
_FEW = 3
"""How many neighbours are passed over to look for an atom a second time."""


def is_end(piece: object) -> bool:
    """Whether a placeholder prints one end of a range."""
    return isinstance(piece, Placeholder) and piece.item in ("low", "high")


@dataclass(frozen=True, slots=True)
class Opening:
    """A stretch of the new text, from `start` to `end`, in which an atom may stand."""

    start: int
    end: int


@dataclass
class Recovery:
    """What is known so far; modules that decide one thing each take it and place atoms.

    `whole` takes all sentences for different ones. `words_give_way` lets a text of several words that a fact prints
    exactly stand also where some of its words have found partners elsewhere.
    """

    sent: SentText
    new: Flat
    press: Press
    placements: dict[int, Placement] = field(default_factory=dict)
    typed: list[Placement] = field(default_factory=list)
    whole: bool = False
    words_give_way: bool = False
    partner_of_old: dict[int, int] = field(default_factory=dict)
    partner_of_new: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = compared(self.new.text)
        self.old_text = compared(self.sent.flat.text)
        self.window = whole_text(self.sent, self.new) if self.whole else window(self.sent, self.new, self.language)
        old, new = self.window.old, self.window.new
        facts = tuple(self.press.values.values())
        self.typed_readings = TypedReadings(
            self.language, self.sent, self.new.text, self.text, self.old_text, *new, facts
        )
        self.atoms: AtomTexts = atom_texts(self.sent, self.press, self.window)
        old_basic = basic_tokens(self.old_text, *old)
        old_edges = Edges(self.old_text, old_basic, *self._around(old_basic))
        self.edges = Edges(self.text, basic_tokens(self.text, *new), old_edges.glued, old_edges.tails)
        known = KnownTexts(self.atoms.known())
        self.old: list[Token] = tokens(old_edges, known, lambda *_: True, old, self._old_atoms())
        self.tokens: list[Token] = tokens(self.edges, known, self._may_stand, new, self._marks())
        self.owners = bytearray(len(self.text))
        self._keep_outside()

    def _keep_outside(self) -> None:
        """Leave all as it was that stands outside of the window."""
        start, end = self.window.new
        self.owners[:start] = bytes([_MATCHED]) * start
        self.owners[end:] = bytes([_MATCHED]) * (len(self.text) - end)
        for index, atom in enumerate(self.sent.atoms):
            if not self.window.holds(atom):
                at = self.window.shifted(atom.start)
                self.place(self.kept(index, at, at + atom.end - atom.start))

    @property
    def language(self) -> Language:
        """The language of both texts."""
        return self.press.language

    def _around(self, basic: tuple[Token, ...]) -> tuple[frozenset[str], frozenset[str]]:
        """The letters that stand before and behind atoms in one word: those of the language, and those of the piece."""
        plain, starts, ends = Edges(self.old_text, basic), set[str](), set[str]()
        for atom in self.sent.atoms:
            if atom.end > atom.start and self.window.holds(atom):
                first, last = basic[plain.index(atom.start)], basic[plain.index(atom.end - 1)]
                starts.add(self.old_text[first.start : atom.start])
                ends.add(self.old_text[atom.end : last.end])
        glued = self.language.conventions.recognition.glued
        return frozenset({*glued, *starts} - {""}), frozenset(ends - {""})

    def _old_atoms(self) -> Iterator[Token]:
        for index, (atom, key) in enumerate(zip(self.sent.atoms, self.atoms.keys, strict=True)):
            if atom.end > atom.start and self.window.holds(atom):
                yield Token(atom.start, atom.end, "known", key, index)

    def _marks(self) -> Iterator[Token]:
        start, end = self.window.new
        for at, note in self.new.notes.items():
            if start <= at < end:
                yield Token(at, at + 1, "known", ("note", note))

    @property
    def readings(self) -> list[Reading]:
        """Every value that the new text may say somewhere in the window."""
        return self.typed_readings.all

    def says(self, piece: object) -> list[tuple[Value, bool]]:
        """What a piece of wording says, with whether it is one end of a range; nothing for what prints no fact."""
        said = self.press.said(piece)
        return [] if said is None else [(said, is_end(piece))]

    def _may_stand(self, start: int, end: int, key: Hashable) -> bool:
        """Whether a known text may stand here: an atom of its class."""
        return self.typed_readings.may_stand(start, end, self._says_by_class.get(key, ()))

    @cached_property
    def _says_by_class(self) -> dict[Hashable, set[tuple[Value, bool]]]:
        found: dict[Hashable, set[tuple[Value, bool]]] = {}
        for atom, key in zip(self.sent.atoms, self.atoms.keys, strict=True):
            found.setdefault(key, set()).update(self.says(atom.piece))
        return found

    def match(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Make tokens partners: the old ones and the new ones by their indexes."""
        for old, new in pairs:
            token = self.tokens[new]
            atom = self.old[old].atom
            if atom >= 0 and token.kind == "known" and not self.prints(atom, token):
                continue
            self.partner_of_old[old], self.partner_of_new[new] = new, old
            if atom >= 0:
                self.place(self.kept(atom, token.start, token.end))
            else:
                self.leave_as_letters(token.start, token.end)

    def leave_as_letters(self, start: int, end: int) -> None:
        """Take a stretch for words, where no fact is looked for any more."""
        self.owners[start:end] = bytes([_MATCHED]) * (end - start)

    def prints(self, atom: int, token: Token) -> bool:
        """Whether an atom may print the text of a known token, which others of its class may print."""
        texts = self.atoms.texts[atom]
        return not texts or self.text[token.start : token.end] in texts

    def release(self, atom: int) -> None:
        """Part an atom from its partner."""
        for old, new in list(self.partner_of_old.items()):
            if self.old[old].atom == atom:
                del self.partner_of_old[old], self.partner_of_new[new]

    def kept(self, atom: int, start: int, end: int) -> Placement:
        """The placement of an atom that stands there as it was."""
        piece = self.sent.atoms[atom].piece
        return Placement(start, end, atom, piece, self.press.said(piece))

    def place(self, placement: Placement) -> None:
        """Put a placement over its stretch, which then is free no more."""
        start, end = placement.start, placement.end
        if placement.atom < 0:
            self.typed.append(placement)
        else:
            self.placements[placement.atom] = placement
        self.owners[start:end] = bytes([_PLACED]) * (end - start)

    def take_out(self, placement: Placement) -> None:
        """Leave a stretch to letters after all."""
        if placement.atom >= 0:
            del self.placements[placement.atom]
        else:
            self.typed.remove(placement)
        self.owners[placement.start : placement.end] = bytes(placement.end - placement.start)

    def is_in_window(self, placement: Placement) -> bool:
        """Whether a placement stands among the sentences that differ."""
        return placement.atom < 0 or self.window.holds(self.sent.atoms[placement.atom])

    def placed(self) -> list[Placement]:
        """All placements in the order of the text."""
        return sorted((*self.placements.values(), *self.typed), key=lambda each: (each.start, each.end))

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing has found its place between start and end."""
        return start < end and not self.owners[start:end].strip(b"\0")

    def fits(self, start: int, end: int, says: Iterable[tuple[Value, bool]] = ()) -> bool:
        """Whether something that says this may be put over a stretch: it is free, and cuts no word, figure or name."""
        free = self.is_free(start, end) or (self.words_give_way and self._may_give_way(start, end))
        return free and self.edges.fit(start, end) and self.typed_readings.may_stand(start, end, says)

    def _may_give_way(self, start: int, end: int) -> bool:
        """Whether words may leave a stretch to a text that is printed exactly: they have strayed there."""
        several = _FREE in self.owners[start:end] and len(self.text[start:end].split()) >= _FEW
        return not self.is_placed(start, end) and (several or self.is_typed(start, end))

    def is_typed(self, start: int, end: int) -> bool:
        """Whether at least half of a stretch is free and nothing has been placed over any of it."""
        return not self.is_placed(start, end) and 2 * self.owners.count(_FREE, start, end) >= end - start > 0

    def is_placed(self, start: int, end: int) -> bool:
        """Whether a placement has taken some of the text between start and end."""
        return _PLACED in self.owners[start:end]

    def find(
        self, texts: Iterable[str], gap: Opening, says: Iterable[tuple[Value, bool]] = ()
    ) -> tuple[int, int] | None:
        """The first free place in a gap of one of some texts, those that are given first before others.

        `says` is what the text would say there, which no longer figure, date or name may hold.
        """
        said = list(says)
        for text in texts:
            at = self.text.find(text, gap.start, gap.end) if text else -1
            while at >= 0:
                end = at + len(text)
                if self.fits(at, end, said):
                    return at, end
                at = self.text.find(text, at + 1, gap.end)
        return None

    def gaps(self, atom: int) -> list[Opening]:
        """The stretches where an atom may stand: between the partners of its neighbours, or beside each of them.

        The last one is wider: a sign or a small word next to it may have found its partner anywhere.
        """
        index = next((index for index, token in enumerate(self.old) if token.atom == atom), None)
        if index is None:
            return []  # it printed nothing
        before, behind = self._between(index, 1, 1)
        # The neighbours may have moved apart: then it may have gone with either.
        apart = [Opening(before, self._free_until(before)), Opening(self._free_from(behind), behind)]
        wide = Opening(*self._between(index, _FEW, _FEW))
        return [*([Opening(before, behind)] if before <= behind else apart), *([wide] if wide.start < wide.end else [])]

    def _between(self, index: int, before: int, behind: int) -> tuple[int, int]:
        """Where the partner of the neighbour so many places before an old token ends, and that of one behind begins."""
        first, last = self.window.new
        ends = (end for end in map(self._end, range(index - 1, -1, -1)) if end is not None)
        starts = (at for at in map(self._start, range(index + 1, len(self.old))) if at is not None)
        return next(islice(ends, before - 1, None), first), next(islice(starts, behind - 1, None), last)

    def _free_until(self, at: int) -> int:
        end = at
        while end < len(self.text) and self.owners[end] == _FREE:
            end += 1
        return end

    def _free_from(self, at: int) -> int:
        start = at
        while start > 0 and self.owners[start - 1] == _FREE:
            start -= 1
        return start

    def _end(self, old: int) -> int | None:
        """Where the partner of an old token ends."""
        placement = self.placements.get(self.old[old].atom)
        if placement:
            return placement.end
        new = self.partner_of_old.get(old)
        return None if new is None else self.tokens[new].end

    def _start(self, old: int) -> int | None:
        placement = self.placements.get(self.old[old].atom)
        if placement:
            return placement.start
        new = self.partner_of_old.get(old)
        return None if new is None else self.tokens[new].start
