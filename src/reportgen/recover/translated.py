"""Facts of the original in a translation: which are meant where two have one value, and where they stand unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from reportgen.facts import Names, Range, Value
from reportgen.printing.alternatives import other_forms
from reportgen.record import record, replace
from reportgen.recover.placement import Placement
from reportgen.recover.press import said_value
from reportgen.recover.recovery import Opening, Recovery, is_end
from reportgen.recover.sent import SentPiece
from reportgen.wording import Fault, Filter, Placeholder, placeholders, printed_facts, scan


@record
class TranslatedFacts:
    """The placeholders of the original that print facts, in their order."""

    placeholders: tuple[Placeholder, ...]

    def rank(self, recovery: Recovery, placeholder: Placeholder) -> tuple[bool, bool, int]:
        """Which of several facts with one value is meant: one of the original, not placed yet, in the order there.

        A name of a list is one by itself where the original prints it so.
        """
        by_name = [(each.fact, each.item) for each in self.placeholders]
        by_fact = [name for name, _ in by_name]
        name = placeholder.fact, placeholder.item
        if name in by_name:
            placed = any(name == (each.fact, each.item) for each in _placed(recovery))
            return False, placed, by_name.index(name)
        at = by_fact.index(placeholder.fact) if placeholder.fact in by_fact else len(by_fact)
        return at == len(by_fact), _is_placed(recovery, placeholder.fact), at


def translated_facts(piece: SentPiece) -> TranslatedFacts | None:
    """The facts of the original of a translation; None for a piece of the original itself."""
    if piece.is_original:
        return None
    try:
        found = tuple(placeholders(scan(piece.source)))
    except Fault:
        found = ()
    return TranslatedFacts(tuple(each for each in found if each.fact in piece.facts and any(printed_facts(each))))


def place_lists(recovery: Recovery, facts: TranslatedFacts) -> None:
    """Place the lists of the original as a whole, before their names are read one by one."""
    _place_all(recovery, [each for each in facts.placeholders if _is_list(recovery, each)])


def place_unread(recovery: Recovery, facts: TranslatedFacts) -> None:
    """Place facts of the original that nobody recognizes by themselves: one expert, in English, African."""
    _place_all(recovery, facts.placeholders)


def _place_all(recovery: Recovery, wanted: Iterable[Placeholder]) -> None:
    """Place facts without old wording, where one of their texts stands in one place of what is left.

    Where facts of one value stand in just as many places, each has its own, in the order of the original. A name may
    stand as often as there, in full and then in its third form.
    """
    times: Counter[tuple[str, str]] = Counter()
    for each in wanted if not recovery.sent.wording else ():
        times[each.fact, each.item] += 1
        is_name = isinstance(recovery.press.values[each.fact], Names)
        if _is_left(recovery, each, times[each.fact, each.item] if is_name else 1):
            left = (other for other in wanted if _is_left(recovery, other) and _are_alike(recovery, each, other))
            found = _only_place(
                recovery, each, len({(each.fact, each.item), *((other.fact, other.item) for other in left)})
            )
            for place in (found,) if found else _ends(recovery, each):
                recovery.place(place)


def _is_left(recovery: Recovery, wanted: Placeholder, times: int = 1) -> bool:
    return sum(_covers(there, wanted) for there in _placed(recovery)) < times


def _are_alike(recovery: Recovery, one: Placeholder, other: Placeholder) -> bool:
    values = recovery.press.values
    return said_value(one, values[one.fact]) == said_value(other, values[other.fact])


def _covers(placed: Placeholder, wanted: Placeholder) -> bool:
    """Whether a placeholder that stands there prints what another one would: the whole fact, or the same part of it."""
    return placed.fact == wanted.fact and (not wanted.item or placed.item in ("", wanted.item))


def _ends(recovery: Recovery, placeholder: Placeholder) -> tuple[Placement, ...]:
    """Where the two ends of a range stand, each in one place alone, the lower one first: from 13 to 18 years."""
    if placeholder.item or not isinstance(recovery.press.values[placeholder.fact], Range):
        return ()
    low, high = (_only_place(recovery, Placeholder(placeholder.fact, end, (), -1)) for end in ("low", "high"))
    return (low, high) if low and high and low.end <= high.start else ()


def _is_list(recovery: Recovery, placeholder: Placeholder) -> bool:
    value = recovery.press.values[placeholder.fact]
    return isinstance(value, Names) and len(value.ids) > 1 and not placeholder.item


def _is_placed(recovery: Recovery, name: str) -> bool:
    return any(each.fact == name for each in _placed(recovery))


def _placed(recovery: Recovery) -> Iterator[Placeholder]:
    return (each.piece for each in recovery.placed() if isinstance(each.piece, Placeholder))


def _only_place(recovery: Recovery, placeholder: Placeholder, count: int = 1) -> Placement | None:
    """The first place of a text that a fact may become, the longest first, which stands in so many places alone."""
    whole = recovery.press.values[placeholder.fact]
    said = said_value(placeholder, whole)
    for text, way in _texts(recovery, placeholder, whole, said):
        places = list(_places(recovery, text, said, way))
        if len(places) == count:
            return Placement(*places[0], -1, way, said)
    return None


def _texts(recovery: Recovery, placeholder: Placeholder, whole: Value, said: Value) -> list[tuple[str, Placeholder]]:
    plain = Placeholder(placeholder.fact, placeholder.item, (), -1)
    ways = chain((plain,), other_forms(recovery.language, plain, said))
    texts: dict[str, Placeholder] = {}
    for way in ways:
        for text in recovery.press.texts(way, whole):
            texts.setdefault(text, way)
    for text in _own_words(recovery, said):
        words = Filter("as", (text,), (("when", str(said)),))
        texts.setdefault(text, replace(plain, filters=(words,)))
    return sorted(texts.items(), key=lambda each: -len(each[0]))


def _own_words(recovery: Recovery, said: Value) -> tuple[str, ...]:
    """The words that say a value without its number (triennial); those for one are articles, and say it anywhere."""
    rule = recovery.language.conventions.recognition
    return () if str(said) == "1" else rule.values.get(str(said), ())


def _places(recovery: Recovery, text: str, said: Value, way: Placeholder) -> Iterator[tuple[int, int]]:
    start, end = 0, len(recovery.text)
    while found := recovery.find([text], Opening(start, end), [(said, is_end(way))]):
        yield found
        start = found[0] + 1
