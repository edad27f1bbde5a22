"""The text of a returned unit as a reader sees it, with its guarded values held apart: `returned_text(unit, parts)`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from reportgen.record import record
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

_FIRST_SIGN = 0xE000
"""The first character for private use, which no text of a report has: one of them stands for a value without text."""

_MOST_SIGNS = 0x1900


@record
class ReturnedText:
    """A text that came back: `content` to recover, `shown` as people read it.

    `signs` are the characters that stand for guarded values which the language never printed here, with the wording
    that prints each; `faults` say what was done to guarded values.
    """

    content: Content
    shown: Content
    signs: Mapping[str, str]
    faults: tuple[str, ...]

    def restored(self, wording: str) -> str:
        """A wording with its guarded values in the place of the signs."""
        return wording.translate({ord(sign): text for sign, text in self.signs.items()})


def returned_text(returned: ReturnedUnit, sent: TranslationUnit) -> ReturnedText:
    """What came back of a unit, by its parts as they are sent today."""
    reading = _Reading(sent)
    content, shown = reading.content(returned.target, is_shown=False), reading.content(returned.target, is_shown=True)
    return ReturnedText(content, shown, reading.signs, tuple(reading.faults(returned)))


@dataclass
class _Reading:
    sent: TranslationUnit

    def __post_init__(self) -> None:
        self.signs: dict[str, str] = {}
        self.of_source = {each.number: each for each in _guarded(self.sent.source)}
        self.of_target = {each.number: each for each in _guarded(self.sent.target)}
        looks = (each for parts in (self.sent.source, self.sent.target) for each in parts_within(parts))
        self.styles = {each.number: each.style for each in looks if isinstance(each, MarkedPart)}

    def content(self, parts: tuple[UnitPart, ...], is_shown: bool) -> Content:
        return tuple(inline for part in parts for inline in self._inlines(part, is_shown))

    def _inlines(self, part: UnitPart, is_shown: bool) -> Iterator[Inline]:
        match part:
            case WordsPart() | NamePart():
                yield Text(part.text)
            case MarkedPart():
                inner = self.content(part.parts, is_shown)
                yield Italic(inner) if self.styles.get(part.number, part.style) == "italic" else Bold(inner)
            case GuardedPart():
                yield self._value(part, is_shown)
            case _:
                assert_never(part)

    def _value(self, part: GuardedPart, is_shown: bool) -> Inline:
        known = self.of_target.get(part.number) or self.of_source.get(part.number)
        if known is None:
            return Text(part.text)
        if known.kind == "note":
            return NoteMark(known.name)
        if is_shown or part.number in self.of_target:
            return Link(known.name) if known.kind == "address" else Text(known.text)
        sign = chr(_FIRST_SIGN + part.number % _MOST_SIGNS)
        self.signs[sign] = known.wording
        return Text(sign)

    def faults(self, returned: ReturnedUnit) -> Iterator[str]:
        """What is wrong with the guarded values of a unit, each in one sentence."""
        found = list(_guarded(returned.target))
        for number, times in Counter(each.number for each in found).items():
            if times > 1 and number in {**self.of_source, **self.of_target}:
                yield f"the protected value '{self._shown(number)}' stands there {times} times"
        for each in found:
            if each.number not in self.of_source and each.number not in self.of_target:
                yield f"the protected value '{each.text or each.wording}' is none of this piece"
            elif self._is_altered(each):
                yield f"the protected value '{self._shown(each.number)}' was altered to '{each.text or each.wording}'"

    def _shown(self, number: int) -> str:
        known = self.of_source.get(number) or self.of_target[number]
        return known.text or known.wording

    def _is_altered(self, part: GuardedPart) -> bool:
        known = [each for side in (self.of_source, self.of_target) if (each := side.get(part.number))]
        texts = {"", *(each.text for each in known), *(each.wording for each in known)}
        # Tools may empty what stands inside, and show the text alone.
        return part.text not in texts or part.wording not in {"", *(each.wording for each in known)}


def _guarded(parts: tuple[UnitPart, ...]) -> Iterator[GuardedPart]:
    return (each for each in parts_within(parts) if isinstance(each, GuardedPart))
