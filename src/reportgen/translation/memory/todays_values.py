"""A text that was translated before, with the values of today in the place of its own: `offered_text(match, …)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from reportgen.facts import Names, Value
from reportgen.language import Language
from reportgen.language.recognition import Reading
from reportgen.record import record
from reportgen.recover.press import Press
from reportgen.translation.memory.segments import MemoryMatch, Skeleton, is_value_sign, skeleton_of, values_in
from reportgen.tree.text import plain_text, raised
from reportgen.wording import Filter, Placeholder

_FACT = "value"


@record
class OfferedValue:
    """A value in a text that is offered: `text` is what is printed, `reading` the value of today's text it is.

    `reading` is None for a value of the earlier text to which today's has nothing: it is for the translator to mend.
    `is_plain` says that the value stands without words of its own, such as a preposition.
    """

    text: str
    reading: Reading | None
    is_plain: bool = True


@record
class OfferedText:
    """A translation that is offered: words and values in their order."""

    parts: tuple[str | OfferedValue, ...]

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join(each if isinstance(each, str) else each.text for each in self.parts)

    @property
    def left(self) -> tuple[str, ...]:
        """The values of the earlier text that stand there still."""
        return tuple(each.text for each in self.parts if isinstance(each, OfferedValue) and each.reading is None)


def offered_text(match: MemoryMatch, languages: tuple[Language, Language], text: str) -> OfferedText:
    """The translation of a match for a text: each value of the earlier source becomes the one in its place today."""
    source, target = languages
    earlier, today = skeleton_of(source, match.segment.source), skeleton_of(source, text)
    pairs = list(_pairs(earlier, today))
    parts: list[str | OfferedValue] = []
    end = 0
    for reading in values_in(target, match.segment.target):
        parts.append(match.segment.target[end : reading.start])
        end = reading.end
        parts.append(_offered(target, match.segment.target[reading.start : end], reading, pairs))
    parts.append(match.segment.target[end:])
    return OfferedText(tuple(each for each in parts if each))


def _pairs(earlier: Skeleton, today: Skeleton) -> Iterator[tuple[Reading, Reading]]:
    """The values of the earlier source, each with the one that stands in its place today."""
    for block in LCSseq.opcodes(earlier.text, today.text):
        if block.tag != "equal":
            continue
        for offset in range(block.src_end - block.src_start):
            at, to = block.src_start + offset, block.dest_start + offset
            if is_value_sign(earlier.text[at]):
                yield earlier.readings[_number(earlier.text, at)], today.readings[_number(today.text, to)]


def _number(skeleton: str, at: int) -> int:
    """Which of its values the sign at a place of a skeleton is."""
    return sum(map(is_value_sign, skeleton[:at]))


def _offered(
    language: Language, text: str, reading: Reading, pairs: list[tuple[Reading, Reading]]
) -> str | OfferedValue:
    """A value of the earlier target as it is printed today; each value of the source is taken once, while there is one.

    What the source does not state is a word of the target, such as one that looks like a number.
    """
    fitting = [each for each in pairs if _means_the_same(each[0].value, reading.value)]
    if not fitting:
        return OfferedValue(text, None, is_plain=True) if any(map(str.isdigit, text)) else text
    earlier, today = fitting[0]
    if len(fitting) > 1:
        pairs.remove(fitting[0])
    if _means_the_same(earlier.value, today.value):
        return OfferedValue(text, today, _is_plain(reading))
    printed = _printed(language, today.value, reading)
    if not printed:
        return OfferedValue(text, None)
    return OfferedValue(raised(printed) if text[:1].isupper() else printed, today, _is_plain(reading))


def _means_the_same(one: Value, other: Value) -> bool:
    match one, other:
        case Names(), Names():
            return (one.kind, one.ids) == (other.kind, other.ids)
        case _:
            return one == other


def _is_plain(reading: Reading) -> bool:
    return not reading.form


def _printed(language: Language, value: Value, reading: Reading) -> str:
    """A value in the form and length that an earlier one has; empty where the language cannot print it so."""
    if isinstance(value, Names):
        return _name(language, value, reading)
    filters: Sequence[Filter] = (Filter("form", (reading.form,)),) if reading.form else ()
    content = Press(language, {_FACT: value}).content(Placeholder(_FACT, "", tuple(filters), 0), value, at_start=False)
    return plain_text(content) if content else ""


def _name(language: Language, value: Names, reading: Reading) -> str:
    if len(value.ids) != 1:
        return ""
    try:
        forms = language.name(value.kind, value.ids[0]).forms
    except KeyError:
        return ""
    variants = forms.get(reading.form)
    if variants is None:
        return ""
    short = {"short": variants.short, "third": variants.third}.get(reading.variant, "")
    return short or variants.full
