"""Lists of names: an item more or fewer, another order, other words between the items; or items that stand apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reportgen.facts import Names
from reportgen.record import record, replace
from reportgen.recover.answer import SettledKind
from reportgen.recover.fold import compared
from reportgen.recover.placement import Placement
from reportgen.recover.press import id_as_item
from reportgen.recover.recovery import Opening, Recovery
from reportgen.recover.values import may_become, other_ways, readings_in
from reportgen.wording import Filter, Placeholder

_SERIAL = (", ", "; ", "、", "، ", "؛ ")
"""Signs that people put between items, alone or with the word of the last join."""


_MOST_OTHERS = 5


@record
class _Item:
    """A name of a list as it was typed."""

    start: int
    end: int
    id: str


def place_list(recovery: Recovery, atom: int) -> bool:
    """Place a list with the names that are now in it, or its items one by one; whether any of them is there."""
    piece = recovery.sent.atoms[atom].piece
    said = recovery.press.said(piece)
    if not isinstance(piece, Placeholder) or not isinstance(said, Names) or not said.many or piece.item:
        return False
    gaps = sorted(recovery.gaps(atom), key=lambda gap: -_items_there(recovery, piece, said, gap))
    return any(
        _place_whole(recovery, atom, piece, said, gap)
        or _place_items(recovery, atom, piece, said, gap)
        or any(_place_whole(recovery, atom, way, said, gap) for way in other_ways(recovery, piece, said, gap))
        for gap in gaps
    )


def _items_there(recovery: Recovery, piece: Placeholder, said: Names, gap: Opening) -> int:
    """How many items of a list stand in a gap."""
    items = _items(recovery, said, gap, _texts_in_list(recovery, piece, said))
    return len({each.id for each in items} & set(said.ids))


def extend_lists(recovery: Recovery) -> None:
    """Take a name into a list that stands as it was, where both together are printed as one list."""
    for placement in list(recovery.placements.values()):
        piece, said = placement.piece, placement.says
        if isinstance(piece, Placeholder) and isinstance(said, Names) and said.many and not piece.item:
            _extend(recovery, placement, piece, said)


def _extend(recovery: Recovery, placement: Placement, piece: Placeholder, said: Names) -> None:
    for reading in recovery.readings:
        value = reading.value
        if isinstance(value, Names) and value.kind == said.kind and value.ids[0] not in said.ids:
            ids = _in_order(
                said, [*value.ids, *said.ids] if reading.start < placement.start else [*said.ids, *value.ids]
            )
            start, end = min(reading.start, placement.start), max(reading.end, placement.end)
            longer = replace(said, ids=ids)
            # The name may bring an article, which stands before its reading.
            for text in recovery.press.texts(piece, longer):
                at = end - len(text) if start < placement.start else start
                if (
                    at >= 0
                    and recovery.text.startswith(text, at)
                    and at <= start
                    and recovery.edges.fit(at, at + len(text))
                ):
                    recovery.take_out(placement)
                    if not recovery.is_placed(at, at + len(text)):
                        recovery.place(Placement(at, at + len(text), placement.atom, piece, longer, "list"))
                        return
                    recovery.place(placement)


def _place_whole(recovery: Recovery, atom: int, piece: Placeholder, said: Names, gap: Opening) -> bool:
    """Place a list over the only run of names in a gap, or over one that has all its items."""
    runs = list(_runs(recovery, _items(recovery, said, gap, _texts_in_list(recovery, piece, said))))
    fitting = runs if len(runs) == 1 else [run for run in runs if {each.id for each in run} >= set(said.ids)]
    for run in fitting[:1]:
        ids = _in_order(said, [each.id for each in run])
        recovery.place(Placement(run[0].start, run[-1].end, atom, piece, replace(said, ids=ids), "list"))
    return bool(fitting)


def _place_items(recovery: Recovery, atom: int, piece: Placeholder, said: Names, gap: Opening) -> bool:
    """Place the items of a list that is one no more, each by itself: Viet Nam and, later, Cambodia."""
    in_list = _texts_in_list(recovery, piece, said)
    items = _items(
        recovery, said, gap, lambda name, names: [*_texts_alone(recovery, piece, said, name), *in_list(name, names)]
    )
    for index, item in enumerate(items):
        value = replace(said, ids=(item.id,), many=False)
        way, settles = _way_alone(recovery, piece, said, item)
        recovery.place(Placement(item.start, item.end, -1 if index else atom, way, value, settles))
    return bool(items)


def _way_alone(
    recovery: Recovery, piece: Placeholder, said: Names, item: _Item
) -> tuple[Placeholder, SettledKind | None]:
    """The placeholder of one item, exact where there is one; a name that only lists write so is ours: Bolivia (…)."""
    text = recovery.text[item.start : item.end]
    for way in _ways_alone(recovery, piece, said, item.id):
        if text in recovery.press.texts(way, _with(said, item.id)):
            return way, None
    read = (each for each in recovery.readings if item.start <= each.start and each.end <= item.end)
    form = next((each.form for each in read if each.value == Names(said.kind, (item.id,))), "")
    return replace(piece, item=id_as_item(item.id), filters=(Filter("form", (form,)),) if form else ()), "name"


def _ways_alone(recovery: Recovery, piece: Placeholder, said: Names, name: str) -> Iterator[Placeholder]:
    """The placeholders that print one item of a list, those with the list's own filters first."""
    alone = replace(piece, item=id_as_item(name))
    yield alone
    anywhere = Opening(0, len(recovery.text))
    yield from other_ways(recovery, alone, replace(said, ids=(name,)), anywhere)


def _texts_alone(recovery: Recovery, piece: Placeholder, said: Names, name: str) -> list[str]:
    ways = _ways_alone(recovery, piece, said, name)
    texts = {text for way in ways for text in recovery.press.texts(way, _with(said, name))}
    return sorted(texts, key=lambda each: -len(each))


def _with(said: Names, name: str) -> Names:
    """A list that has a name, since a placeholder prints items of its list alone."""
    return said if name in said.ids else replace(said, ids=(*said.ids, name))


def _in_order(said: Names, typed: list[str]) -> tuple[str, ...]:
    """The names of a list as its fact has them: of a sorted one in their old order, since the language sorts."""
    if said.order == "given":
        return tuple(typed)
    kept = [each for each in said.ids if each in typed]
    return (*kept, *(each for each in typed if each not in said.ids))


TextsOf = Callable[[str, list[str]], list[str]]
"""What is printed for a name that stands in a list together with others."""


def _texts_in_list(recovery: Recovery, piece: Placeholder, said: Names) -> TextsOf:
    def texts_of(name: str, names: list[str]) -> list[str]:
        # Whether a preposition is said again depends on the name before; a few names tell.
        return _item_texts(recovery, piece, said, names[:_MOST_OTHERS], name)

    return texts_of


def _items(recovery: Recovery, said: Names, gap: Opening, texts_of: TextsOf) -> list[_Item]:
    """The free names in a gap that a list may have, found by the texts that are printed for each."""
    found: list[_Item] = []
    read = [each.value for each in readings_in(recovery, gap) if may_become(said, each.value)]
    typed = (name for value in read if isinstance(value, Names) for name in value.ids)
    names = list(dict.fromkeys((*said.ids, *typed)))
    for name in names:
        texts, at = texts_of(name, names), gap
        says = [(replace(said, ids=(name,)), False)]
        while place := recovery.find(texts, at, says):
            found.append(_Item(*place, name))
            at = Opening(place[1], gap.end)
    return _longest(found)


def _item_texts(recovery: Recovery, piece: Placeholder, said: Names, others: Iterable[str], name: str) -> list[str]:
    """What a list prints for one of its names, first, behind each of the others, or alone; the longest first."""
    texts = set(recovery.press.texts(piece, replace(said, ids=(name,))))
    for other in others:
        for ids, place in (((name, other), 0), ((other, name), 2)) if other != name else ():
            value = replace(said, ids=ids, order="given")
            for at_start in (False, True):
                # The parts of a list of two: a name, the join, the other name.
                for part in recovery.press.parts(piece, value, at_start)[place : place + 1]:
                    texts |= {compared(each.text) for each in part}
    return sorted(texts, key=lambda each: -len(each))


def _longest(items: list[_Item]) -> list[_Item]:
    """The items that lie in no other one, in order."""
    kept: list[_Item] = []
    for item in sorted(items, key=lambda each: (each.start, -each.end)):
        if not kept or kept[-1].end <= item.start:
            kept.append(item)
    return kept


def _runs(recovery: Recovery, items: list[_Item]) -> Iterator[list[_Item]]:
    """Items with nothing but joins between them, each name once."""
    joins, run = _joins(recovery), list[_Item]()
    for item in items:
        between = recovery.text[run[-1].end : item.start] if run else ""
        if run and (not joins.fullmatch(between) or item.id in [each.id for each in run]):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _joins(recovery: Recovery) -> re.Pattern[str]:
    """The texts between two items: those of the language, and the signs that people put there."""
    rule = recovery.language.conventions.lists
    words = {compared(each) for each in (rule.separator, rule.last, rule.pair)}
    words |= {compared(instead) for each in rule.before.values() for instead in each.values()}
    words |= {sign.rstrip() + word for sign in _SERIAL for word in words if word.startswith(" ")}
    texts = "|".join(re.escape(each) for each in sorted({*words, *_SERIAL}, key=lambda each: -len(each)))
    # Chinese has no blanks there, but some put them round figures and Latin letters.
    return re.compile(f" ?(?:{texts}) ?" if recovery.language.conventions.script == "han" else texts)
