"""The text of a returned unit as a reader sees it, with its guarded values held apart: `returned_text(unit, parts)`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never

from reportgen.facts import NAME_KINDS
from reportgen.record import record
from reportgen.translation.marked_text import own_words
from reportgen.translation.units import (
    GuardedPart,
    MarkedPart,
    NamePart,
    ReturnedUnit,
    TranslationUnit,
    UnitPart,
    WordsPart,
    parts_within,
)
from reportgen.tree.inlines import Bold, Content, Inline, Italic, Link, NoteMark, Text
from reportgen.wording.written import written

_FIRST_SIGN = 0xE000
"""The first character for private use, which no text of a report has: one of them stands for a value without text."""

_MOST_SIGNS = 0x1900


@record
class ReturnedText:
    """A text that came back: `content` to recover, `shown` as people read it.

    `signs` are the characters that stand for guarded values which the language never printed here, with the wording
    that prints each; `faults` say what was done to guarded values. `altered` are those over which another text was
    typed, with what is wrong with it unless it says the same value in the language.
    """

    content: Content
    shown: Content
    signs: Mapping[str, str]
    faults: tuple[str, ...]
    altered: tuple[tuple[GuardedPart, str], ...] = ()

    def restored(self, wording: str) -> str:
        """A wording with its guarded values in the place of the signs."""
        return wording.translate({ord(sign): text for sign, text in self.signs.items()})


def returned_text(
    returned: ReturnedUnit, sent: TranslationUnit, names: Mapping[int, str] = MappingProxyType({})
) -> ReturnedText:
    """What came back of a unit, by its parts as they are sent today; `names` are wordings by the numbers of codes."""
    reading = _Reading(sent, names)
    content, shown = reading.content(returned.target, is_shown=False), reading.content(returned.target, is_shown=True)
    altered = tuple(reading.altered(returned))
    return ReturnedText(content, shown, reading.signs, tuple(reading.faults(returned)), altered)


@dataclass
class _Reading:
    sent: TranslationUnit
    names: Mapping[int, str]

    def __post_init__(self) -> None:
        self.signs: dict[str, str] = {}
        self.of_source = {each.number: each for each in _guarded(self.sent.source)}
        self.of_target = {each.number: each for each in _guarded(self.sent.target)}
        counted = (each for each in parts_within(self.sent.source) if isinstance(each, NamePart))
        self.by_noun = {each.number: each for each in counted if each.kind not in NAME_KINDS}
        self.words_of_target = {each.number for each in parts_within(self.sent.target) if isinstance(each, NamePart)}
        looks = (each for parts in (self.sent.source, self.sent.target) for each in parts_within(parts))
        self.styles = {each.number: each.style for each in looks if isinstance(each, MarkedPart)}

    def content(self, parts: tuple[UnitPart, ...], is_shown: bool) -> Content:
        return tuple(inline for part in parts for inline in self._inlines(part, is_shown))

    def _inlines(self, part: UnitPart, is_shown: bool) -> Iterator[Inline]:
        match part:
            case WordsPart():
                yield Text(part.text)
            case NamePart():
                yield Text(self._in_words(part, is_shown))
            case MarkedPart():
                inner = self.content(part.parts, is_shown)
                yield Italic(inner) if self.styles.get(part.number, part.style) == "italic" else Bold(inner)
            case GuardedPart():
                yield self._value(part, is_shown)
            case _:
                assert_never(part)

    def _in_words(self, part: NamePart, is_shown: bool) -> str:
        """The words of a name; those that say a number and have no wording yet are the translator's own for it."""
        if part.number in self.names and not is_shown:
            return self._sign(self.names[part.number])
        known = self.by_noun.get(part.number)
        if is_shown or known is None or part.number in self.words_of_target:
            return part.text
        words = "" if part.text.isdigit() else part.text
        return self._sign(written(own_words(known.name, words, self.sent.values.get(known.name, ""))))

    def _value(self, part: GuardedPart, is_shown: bool) -> Inline:
        known = self.of_target.get(part.number) or self.of_source.get(part.number)
        if known is None and _is_typed_code(part):
            return Text(part.text if is_shown else self._sign(part.wording))
        if known is None:
            return Text(part.text)
        if known.kind == "note":
            return NoteMark(known.name)
        if part.text and self._is_altered(part):
            return Text(part.text)
        if is_shown or part.number in self.of_target:
            return Link(known.name) if known.kind == "address" else Text(known.text)
        return Text(self._sign(known.wording))

    def _sign(self, wording: str) -> str:
        """The character that stands for a wording, the same one each time."""
        there = next((sign for sign, each in self.signs.items() if each == wording), None)
        sign = there or chr(_FIRST_SIGN + len(self.signs) % _MOST_SIGNS)
        self.signs[sign] = wording
        return sign

    def faults(self, returned: ReturnedUnit) -> Iterator[str]:
        """What is wrong with the guarded values of a unit, each in one sentence."""
        found = list(_guarded(returned.target))
        for number, times in Counter(each.number for each in found).items():
            if times > 1 and number in {**self.of_source, **self.of_target}:
                yield f"the protected value '{self._shown(number)}' stands there {times} times"
        for each in found:
            known = self._known(each)
            if known is None and not _is_typed_code(each):
                yield f"the protected value '{each.text or each.wording}' is none of this piece"
            elif known is not None and each.wording not in ("", *self._wordings(each)):
                yield f"the protected value '{self._shown(each.number)}' was altered to '{each.text or each.wording}'"

    def altered(self, returned: ReturnedUnit) -> Iterator[tuple[GuardedPart, str]]:
        """The guarded values that came back with another text, each with what is wrong with it."""
        for each in _guarded(returned.target):
            known = self._known(each)
            if known and self._is_altered(each):
                said = f"the protected value '{self._shown(each.number)}' was altered to '{each.text or each.wording}'"
                yield known, said

    def _shown(self, number: int) -> str:
        # What somebody sees who works on the text that is there; a new text has the codes of its source.
        known = self.of_target.get(number) or self.of_source[number]
        return known.text or known.wording

    def _is_altered(self, part: GuardedPart) -> bool:
        sides = [each for side in (self.of_source, self.of_target) if (each := side.get(part.number))]
        # Tools may empty what stands inside, and show the wording alone.
        return part.text not in ("", *(each.text for each in sides), *self._wordings(part))

    def _wordings(self, part: GuardedPart) -> tuple[str, ...]:
        return tuple(
            each.wording for side in (self.of_source, self.of_target) if (each := side.get(part.number)) is not None
        )

    def _known(self, part: GuardedPart) -> GuardedPart | None:
        return self.of_source.get(part.number) or self.of_target.get(part.number)


def _is_typed_code(part: GuardedPart) -> bool:
    """Whether somebody who knows our wording typed a placeholder; whether it is one of the piece is said later."""
    return part.number == 0 and part.text.startswith("{{")


def _guarded(parts: tuple[UnitPart, ...]) -> Iterator[GuardedPart]:
    return (each for each in parts_within(parts) if isinstance(each, GuardedPart))
