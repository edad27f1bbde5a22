"""Facts of the original in a translation: which are meant where two have one value, and where they stand unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from reportgen.facts import Names, Value
from reportgen.printing.alternatives import other_forms
from reportgen.record import record
from reportgen.recover.placement import Placement
from reportgen.recover.press import said_value
from reportgen.recover.recovery import Opening, Recovery, is_end
from reportgen.recover.sent import SentPiece
from reportgen.wording import Fault, Placeholder, placeholders, printed_facts, scan


@record
class TranslatedFacts:
    """The placeholders of the original that print facts, in their order."""

    placeholders: tuple[Placeholder, ...]

    def rank(self, recovery: Recovery, placeholder: Placeholder) -> tuple[bool, int]:
        """Which of several facts with one value is meant: one that is not placed yet, in the order of the original."""
        name = placeholder.fact
        order = [each.fact for each in self.placeholders]
        at = order.index(name) if name in order else len(order)
        return _is_placed(recovery, name), at


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
    """Place facts without old wording, where one of their texts stands in one place of what is left."""
    for each in wanted if not recovery.sent.wording else ():
        if not _is_placed(recovery, each.fact):
            found = _only_place(recovery, each)
            if found:
                recovery.place(found)


def _is_list(recovery: Recovery, placeholder: Placeholder) -> bool:
    value = recovery.press.values[placeholder.fact]
    return isinstance(value, Names) and len(value.ids) > 1 and not placeholder.item


def _is_placed(recovery: Recovery, name: str) -> bool:
    return any(isinstance(each.piece, Placeholder) and each.piece.fact == name for each in recovery.placed())


def _only_place(recovery: Recovery, placeholder: Placeholder) -> Placement | None:
    """Where one text that a fact may become stands alone, the longest first."""
    whole = recovery.press.values[placeholder.fact]
    said = said_value(placeholder, whole)
    for text, way in _texts(recovery, placeholder, whole, said):
        places = list(_places(recovery, text, said, way))
        if len(places) == 1:
            return Placement(*places[0], -1, way, said)
    return None


def _texts(recovery: Recovery, placeholder: Placeholder, whole: Value, said: Value) -> list[tuple[str, Placeholder]]:
    plain = Placeholder(placeholder.fact, placeholder.item, (), -1)
    ways = chain((plain,), other_forms(recovery.language, plain, said))
    texts: dict[str, Placeholder] = {}
    for way in ways:
        for text in recovery.press.texts(way, whole):
            texts.setdefault(text, way)
    return sorted(texts.items(), key=lambda each: -len(each[0]))


def _places(recovery: Recovery, text: str, said: Value, way: Placeholder) -> Iterator[tuple[int, int]]:
    start, end = 0, len(recovery.text)
    while found := recovery.find([text], Opening(start, end), [(said, is_end(way))]):
        yield found
        start = found[0] + 1
