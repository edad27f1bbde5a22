"""What the sentences that differ may say anywhere, and where a fact may stand among it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.facts import (
    Age,
    Cited,
    Count,
    FiscalYear,
    Money,
    Names,
    Ordinal,
    Percent,
    Period,
    PlainNumber,
    Range,
    Rate,
    Ratio,
    Spread,
    Time,
    Value,
    Year,
)
from reportgen.language import Language
from reportgen.language.recognition import Reading, Span
from reportgen.record import replace
from reportgen.recover.atoms import SentText

_BY_PATTERN = (Age, Cited, FiscalYear, PlainNumber, Rate, Ratio, Spread, Time)
_PART = 64
"""Letters of a part of the text, by which readings are looked up."""


@dataclass(frozen=True)
class TypedReadings:
    """The readings of the new text from `start` to `end`; `text` and `old_text` are both texts as they are compared.

    `facts` are all that the piece may print.
    """

    language: Language
    sent: SentText
    typed: str
    text: str
    old_text: str
    start: int
    end: int
    facts: tuple[Value, ...]

    @cached_property
    def all(self) -> list[Reading]:
        """Every value that a part of the text may say."""
        found = self.language.recognizer.readings(self.typed[self.start : self.end])
        moved = (replace(each, start=each.start + self.start, end=each.end + self.start) for each in found)
        return [each for each in moved if self._names(each)]

    @cached_property
    def valueless(self) -> list[Span]:
        """What has figures and is the value of no fact: 18 July, two thirds, 4.5."""
        found = self.language.recognizer.valueless(self.typed[self.start : self.end])
        return [replace(each, start=each.start + self.start, end=each.end + self.start) for each in found]

    def _names(self, reading: Reading) -> bool:
        """Whether a reading names something: the Council names one only where the piece has it as a fact."""
        value = reading.value
        return not isinstance(value, Names) or reading.usual or (value.kind, value.ids) in self._known_names

    @cached_property
    def _known_names(self) -> set[tuple[str, tuple[str, ...]]]:
        names = (each for each in self.facts if isinstance(each, Names))
        return {(each.kind, (name,)) for each in names for name in each.ids}

    def may_stand(self, start: int, end: int, says: Iterable[tuple[Value, bool]]) -> bool:
        """Whether one of some facts may stand between two places: no longer figure, date or name holds it.

        Each comes with whether it is one end of a range. What held an atom in the text as it was sent may do so again,
        and so may what says the same ("in May 2018").
        """
        said = list(says)
        return not any(self._forbids(each, start, end, said) for each in self._across(start, end))

    def _forbids(self, reading: Reading, start: int, end: int, said: list[tuple[Value, bool]]) -> bool:
        """Whether a reading holds the stretch from start to end and says something else, or is a number cut by it."""
        if (reading.start, reading.end) == (start, end) or self._is_of_another_kind(reading.value):
            return False
        if reading.start <= start and end <= reading.end:
            # A first use has the short form in brackets behind the full one; neither stands there alone.
            rest = self.text[reading.start : start] + self.text[end : reading.end]
            return any(bracket in rest for bracket in "(（") or not self._may_hold(reading.value, said)
        if not (reading.start < start < reading.end or reading.start < end < reading.end):
            return False
        # "297 to 307 children" is cut before its second number.
        counted = isinstance(reading.value, Range) and any(isinstance(value, Count) for value, _ in said)
        return isinstance(reading.value, Count | Ordinal) or (counted and not self._may_hold(reading.value, said))

    def _may_hold(self, held: Value, said: Iterable[tuple[Value, bool]]) -> bool:
        may_be_an_end = self._may_be_an_end(held)
        return any(may_hold(held, value, is_end or may_be_an_end) for value, is_end in said)

    def _may_be_an_end(self, held: Value) -> bool:
        """Whether both ends of a range may be facts, since the text had such a range or both are values of the piece.

        Else who types 310–320 for 313 has put a range into its place, and not 310.
        """
        if not isinstance(held, Range):
            return False
        return self._had_ranges or {held.low, held.high} <= self._numbers

    @cached_property
    def _had_ranges(self) -> bool:
        """Whether a range of the text as it was sent had an end that was a fact, and stands there no more."""
        readings = self.language.recognizer.readings(self.sent.flat.text)
        ranges = (each for each in readings if isinstance(each.value, Range))
        held = (each for each in ranges if self._holds_an_atom(each.start, each.end))
        return any(self.old_text[each.start : each.end] not in self.text for each in held)

    @cached_property
    def _numbers(self) -> set[int]:
        return {each.number for each in self.facts if isinstance(each, Count | Year)}

    def _is_of_another_kind(self, value: Value) -> bool:
        """Whether a value is one that only a pattern tells (aged 15) and that no fact of the piece is of its kind."""
        return isinstance(value, _BY_PATTERN) and value.kind not in self._kinds

    @cached_property
    def _kinds(self) -> set[str]:
        return {each.kind for each in self.facts}

    def _across(self, start: int, end: int) -> set[Reading]:
        """The new readings that have a part in the stretches of text from start to end."""
        return {each for part in range(start // _PART, end // _PART + 1) for each in self._new.get(part, ())}

    @cached_property
    def _new(self) -> dict[int, list[Reading]]:
        """The readings that held no atom in the text as it was sent, by the parts of the text in which they stand."""
        found: dict[int, list[Reading]] = {}
        for each in self.all:
            if not self._held_an_atom(self.text[each.start : each.end]):
                for part in range(each.start // _PART, each.end // _PART + 1):
                    found.setdefault(part, []).append(each)
        return found

    def _held_an_atom(self, words: str) -> bool:
        """Whether these words stood in the text as it was sent, and an atom had printed a part of them."""
        if words not in self._holders:
            self._holders[words] = any(self._holds_an_atom(at, at + len(words)) for at in self._occurrences(words))
        return self._holders[words]

    @cached_property
    def _holders(self) -> dict[str, bool]:
        return {}

    def _occurrences(self, words: str) -> Iterator[int]:
        at = self.old_text.find(words)
        while at >= 0:
            yield at
            at = self.old_text.find(words, at + 1)

    def _holds_an_atom(self, start: int, end: int) -> bool:
        """Whether an atom stands between two places of the old text and does not fill them."""
        starts = self._starts
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            atom = self.sent.atoms[index]
            if atom.end <= end and (atom.start, atom.end) != (start, end):
                return True
        return False

    @cached_property
    def _starts(self) -> list[int]:
        return [atom.start for atom in self.sent.atoms]

    def was_typed(self, words: str) -> bool:
        """Whether these words stood in the text as it was sent, and no fact had printed them."""
        places = (self.sent.sources[at : at + len(words)] for at in self._occurrences(words))
        return any(None not in sources for sources in places)


def may_hold(held: Value, said: Value, is_end: bool) -> bool:
    """Whether the text of one value may hold the text of another: a range holds its ends, a length of time its number.

    "In May 2018" holds May 2018; a year before its word (2018 года) looks like a length of time.
    """
    match said, held:
        case Names(), Names():
            return said.kind == held.kind and set(held.ids) <= set(said.ids)
        case Count() | Year(), Range():
            # "13 to 18" is one range or two numbers: the wording decides.
            return is_end and said.number in (held.low, held.high)
        case ((Percent() | Money() | Year() | Time()), Spread()):
            return is_end and said in (held.low, held.high)
        case Count(), PlainNumber():
            return True
        case Count(), Period() if is_end:
            return True
        case Count() | Period() | Percent(), _ if replace(said, qualifier="exact") == held:
            return True
        case Count(), Count():
            return said.number == held.number
        case Period() | Year(), Period():
            return True
        case _:
            return said == held
