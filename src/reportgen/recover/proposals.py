"""Facts that were typed: a value that the piece has already, or a new fact in the form in which it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportgen.facts import Count, Names, Percent, Period, Range, Value
from reportgen.language.recognition import Reading
from reportgen.language.recognition.span import InText
from reportgen.language.recognition.stated import stated
from reportgen.record import replace
from reportgen.recover.fact_values import FactValues
from reportgen.recover.placement import Placement
from reportgen.recover.press import Press, id_as_item
from reportgen.recover.recovery import Opening, Recovery
from reportgen.recover.translated import TranslatedFacts
from reportgen.recover.typed_references import typed_references
from reportgen.recover.values import other_ways
from reportgen.wording import Filter, Placeholder

_SURE_FROM = 20
"""From which number on the same number in one piece is the same fact; small ones are the same by chance."""

_NAME = re.compile(r"[a-z][a-z0-9]*")


def place_typed(recovery: Recovery, values: FactValues, source: TranslatedFacts | None) -> None:
    """Place a fact over every value that was typed and is printed exactly; in a translation one of the original."""
    _place_lists_again(recovery)
    readings = typed_values(recovery)
    if source is not None:
        # Of names that two ids have, the original knows which is meant.
        readings = sorted(readings, key=lambda each: (each.start, not any(_same(values, each.value, 0))))
    for reading in readings:
        if recovery.is_typed(reading.start, reading.end):
            _place(recovery, values, reading, source)


def _place_lists_again(recovery: Recovery) -> None:
    """Place each list of the piece over every further place that prints all of it, as in a sentence that was copied."""
    everywhere = Opening(*recovery.window.new)
    for piece in dict.fromkeys(atom.piece for atom in recovery.sent.atoms if isinstance(atom.piece, Placeholder)):
        said = recovery.press.said(piece)
        if isinstance(said, Names) and len(said.ids) > 1:
            texts = recovery.press.texts(piece, recovery.press.values[piece.fact])
            while found := recovery.find(texts, everywhere, [(said, False)]):
                recovery.place(Placement(*found, -1, piece, said))


def typed_values(recovery: Recovery) -> list[Reading]:
    """What free text states, but for names that stood there as words."""
    free = (each for each in recovery.readings if recovery.is_typed(each.start, each.end))
    facts = [each for each in recovery.press.values.values() if isinstance(each, Names)]
    others: list[InText] = [*typed_references(recovery), *recovery.typed_readings.valueless]
    named = [Names(each.kind, (name,)) for each in facts for name in each.ids]
    return [each for each in stated(free, others, recovery.new.text, named) if not _was_typed(recovery, each)]


def _was_typed(recovery: Recovery, reading: Reading) -> bool:
    words = recovery.text[reading.start : reading.end]
    return isinstance(reading.value, Names) and recovery.typed_readings.was_typed(words)


def _place(recovery: Recovery, values: FactValues, reading: Reading, source: TranslatedFacts | None) -> None:
    press = recovery.press.with_values(values.values)
    least = _SURE_FROM if recovery.sent.wording else 0
    same = list(_same(values, reading.value, least))
    if source is not None:
        same.sort(key=lambda each: source.rank(recovery, each[0]))
    for placeholder, whole, said in same:
        found = _printed_there(recovery, press, placeholder, whole, said, reading)
        if found:
            recovery.place(found)
            return
    if source is not None:
        return
    wanted = _wanted(recovery, reading)
    new = Placeholder(values.new_name(wanted), "", (), -1)
    press = recovery.press.with_values({**values.values, new.fact: reading.value})
    found = _printed_there(recovery, press, new, reading.value, reading.value, reading)
    if found is None and not isinstance(reading.value, Names):
        known = next((placeholder for placeholder, _, _ in same), new)
        found = _in_own_words(recovery, known, reading)
    if found:
        if isinstance(found.piece, Placeholder) and found.piece.fact == new.fact:
            values.propose(wanted, reading.value)
        recovery.place(found)


def _in_own_words(recovery: Recovery, placeholder: Placeholder, reading: Reading) -> Placement:
    """A value that is written as the language never prints it, in the words that say it: $1.5 million."""
    typed = recovery.new.text[reading.start : reading.end]
    words = Filter("as", (typed,), (("when", str(reading.value)),))
    return Placement(reading.start, reading.end, -1, replace(placeholder, filters=(words,)), reading.value)


def _same(values: FactValues, typed: Value, least: int) -> Iterator[tuple[Placeholder, Value, Value]]:
    """The facts of the piece that have a value, or an item of that name, with what they would print."""
    if isinstance(typed, Count | Period | Percent | Range) and getattr(typed, "number", least) < least:
        return
    for name, value in values.values.items():
        if _plain(value) == typed:
            yield Placeholder(name, "", (), -1), value, value
    for name, value in values.values.items():
        if isinstance(value, Names) and isinstance(typed, Names) and value.kind == typed.kind and value.many:
            for each in value.ids:
                if typed.ids == (each,):
                    said = replace(value, ids=(each,), many=False)
                    yield Placeholder(name, id_as_item(each), (), -1), value, said


def _plain(value: Value) -> Value:
    """A value as a text says it: without qualifier, series and order."""
    match value:
        case Count():
            return Count(value.number)
        case Names():
            return Names(value.kind, value.ids)
        case Percent() | Period():
            return replace(value, qualifier="exact")
        case _:
            return value


def _printed_there(
    recovery: Recovery, press: Press, placeholder: Placeholder, whole: Value, said: Value, reading: Reading
) -> Placement | None:
    """The placement of a placeholder, in the first form that prints a text round a reading."""
    beside = Opening(reading.start, reading.end)
    for way in (placeholder, *other_ways(recovery, placeholder, said, beside)):
        for text in press.texts(way, whole):
            room = Opening(max(reading.end - len(text), 0), reading.start + len(text))
            found = recovery.find([text], room, [(said, False)])
            if found and found[0] <= reading.start and reading.end <= found[1]:
                return Placement(*found, -1, way, said)
    return None


def _wanted(recovery: Recovery, reading: Reading) -> str:
    """A name for a new fact: the word behind a number, where it is of plain letters; else its kind."""
    if isinstance(reading.value, Count | Period):
        behind = (token for token in recovery.edges.tokens if token.start >= reading.end)
        token = next(behind, None)
        word = unicodedata.normalize("NFKD", recovery.text[token.start : token.end]).lower() if token else ""
        if token and token.kind == "word" and _NAME.fullmatch(word) and len(word) > 3:
            return word
    return reading.value.kind
