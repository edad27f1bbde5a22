"""What value each fact has, from all places of the piece that print it: changed in all of them, or in one alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from reportgen.facts import Count, Money, Names, Percent, Range, Spread, Time, Value, Year
from reportgen.record import replace
from reportgen.recover.answer import ChangedFact, ProposedFact, Question
from reportgen.recover.placement import Placement
from reportgen.recover.press import id_as_item, said_value
from reportgen.recover.recovery import Recovery
from reportgen.recover.sent import SentFact, SentPiece
from reportgen.wording import Placeholder

EVERYWHERE, HERE, BACK = "everywhere", "here", "back"


@dataclass
class FactValues:
    """The facts that the new wording prints, by name, and what is to be said of them."""

    values: dict[str, Value]
    changed: list[ChangedFact] = field(default_factory=list)
    proposed: list[ProposedFact] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def new_name(self, wanted: str) -> str:
        """A name that no fact has yet."""
        if wanted not in self.values:
            return wanted
        return next(name for number in count(2) if (name := f"{wanted}_{number}") not in self.values)

    def propose(self, wanted: str, value: Value) -> str:
        """The name of a new fact with a value."""
        name = self.new_name(wanted)
        self.values[name] = value
        self.proposed.append(ProposedFact(name, value))
        return name

    def keep_only(self, printed: set[str]) -> None:
        """Forget what was to be said of facts that no placeholder prints after all."""
        self.changed = [each for each in self.changed if each.name in printed]
        self.proposed = [each for each in self.proposed if each.name in printed]


def fact_values(recovery: Recovery, piece: SentPiece, answers: Mapping[str, str]) -> FactValues:
    """The values of all facts; placements that say something else than their fact get a fact of their own."""
    found = FactValues({name: fact.value for name, fact in piece.facts.items()})
    by_fact: dict[str, list[Placement]] = {}
    for each in recovery.placed():
        if isinstance(each.piece, Placeholder) and each.says is not None:
            by_fact.setdefault(each.piece.fact, []).append(each)
    for name, placed in by_fact.items():
        _decide(recovery, found, name, piece.facts[name], placed, piece, answers)
    return found


def _decide(
    recovery: Recovery,
    found: FactValues,
    name: str,
    fact: SentFact,
    placed: list[Placement],
    piece: SentPiece,
    answers: Mapping[str, str],
) -> None:
    whole = _whole(recovery, fact.value, placed)
    if any(not _says(each, whole) for each in placed):
        whole = fact.value
        _as_items(fact.value, placed)
    strangers = [each for each in placed if not _says(each, whole)]
    if whole == fact.value and not strangers:
        return
    question = _question(recovery, name, fact, strangers or placed, bool(strangers), piece.is_original)
    answer = answers.get(question.key, question.choices[0]) if question else EVERYWHERE
    if question:
        found.questions.append(question)
    if answer == EVERYWHERE:
        value = whole if not strangers else _whole(recovery, fact.value, strangers)
        found.values[name] = value
        found.changed.append(ChangedFact(name, fact.value, value))
        _follow(placed, value)
    elif answer == HERE:
        _of_their_own(found, name, fact.value, strangers or [each for each in placed if not _says(each, fact.value)])
    else:
        _follow(placed, fact.value)


def _follow(placed: list[Placement], value: Value) -> None:
    """Print a fact also where the text says something else, as a person decided."""
    for each in placed:
        each.follows = not _says(each, value)


def _as_items(old: Value, placed: list[Placement]) -> None:
    """Print one item alone where a place prints one name of a list that stands elsewhere whole."""
    if not isinstance(old, Names) or len(old.ids) < 2:
        return
    for each in placed:
        says, piece = each.says, each.piece
        alone = isinstance(says, Names) and len(says.ids) == 1 and says.ids[0] in old.ids
        if isinstance(says, Names) and isinstance(piece, Placeholder) and alone and not piece.item:
            each.piece = replace(piece, item=id_as_item(says.ids[0]))
            each.says = replace(says, many=False)


def _question(
    recovery: Recovery, name: str, fact: SentFact, places: list[Placement], apart: bool, is_original: bool
) -> Question | None:
    """What is asked of a changed fact: whether it changes everywhere, here alone, or not at all."""
    first = min(places, key=lambda each: each.start)
    start, end = recovery.new.shown(first.start), recovery.new.shown(first.end)
    words = recovery.new.text[first.start : first.end]
    if fact.scope == "computed":
        return Question("computed", words, (HERE, BACK), name, start, end)
    if apart:
        return Question("places", words, (HERE, EVERYWHERE, BACK), name, start, end)
    if not is_original:
        return Question("translation", words, (EVERYWHERE, HERE, BACK), name, start, end)
    if fact.scope == "report" or fact.places:
        return Question("places", words, (EVERYWHERE, HERE, BACK), name, start, end)
    return None


def _of_their_own(found: FactValues, name: str, old: Value, placed: list[Placement]) -> None:
    """Give places that say other values facts of their own, one for each value."""
    names: dict[Value, str] = {}
    for each in placed:
        value = each.says
        if value is not None and isinstance(each.piece, Placeholder):
            own = names.get(value) or names.setdefault(value, found.propose(name, value))
            each.piece = replace(each.piece, fact=own, item="")


def _says(placement: Placement, whole: Value) -> bool:
    """Whether a placement says what its placeholder prints of a value."""
    piece = placement.piece
    if not isinstance(piece, Placeholder) or (isinstance(whole, Names) and piece.item and not _has(whole, piece.item)):
        return False
    return said_value(piece, whole) == placement.says


def _has(names: Names, item: str) -> bool:
    return any(item in (each, id_as_item(each)) for each in names.ids)


def _whole(recovery: Recovery, old: Value, placed: list[Placement]) -> Value:
    """The value of a fact that the first places with another one say: all of it, one end, or some items."""
    for each in placed:
        if isinstance(each.piece, Placeholder) and not each.piece.item and each.says not in (None, old):
            assert each.says is not None
            return each.says
    match old:
        case Range():
            return _range(old, placed)
        case Spread():
            return _spread(old, placed)
        case Names():
            return _names(recovery, old, placed)
        case _:
            return old


def _range(old: Range, placed: list[Placement]) -> Value:
    """The range with the ends that its items say."""
    ends = {"low": old.low, "high": old.high}
    for each in placed:
        if isinstance(each.piece, Placeholder) and each.piece.item in ends and isinstance(each.says, Count):
            ends[each.piece.item] = each.says.number
    return Range(ends["low"], ends["high"]) if ends["low"] < ends["high"] else old


def _spread(old: Spread, placed: list[Placement]) -> Value:
    """The spread with the ends that its items say."""
    low, high = old.low, old.high
    for each in placed:
        said = each.says
        if isinstance(each.piece, Placeholder) and isinstance(said, Percent | Money | Year | Time):
            low, high = (said, high) if each.piece.item == "low" else (low, said)
    return Spread(old.kind, low, high)


def _names(recovery: Recovery, old: Names, placed: list[Placement]) -> Value:
    """The list with the items that are printed each by itself: exchanged ones in their place, others behind."""
    ids = list(old.ids)
    items = [each for each in placed if isinstance(each.piece, Placeholder) and each.piece.item]
    for each in items:
        if isinstance(each.says, Names):
            [name] = each.says.ids
            sent = _item_as_sent(recovery, each, old)
            if name not in ids:
                ids[:] = [name if one == sent else one for one in ids] if sent in ids else [*ids, name]
    if len(items) == len(placed) and _was_whole(recovery, placed):
        named = {name for each in items if isinstance(each.says, Names) for name in each.says.ids}
        ids = [each for each in ids if each in named]
    return replace(old, ids=tuple(ids))


def _item_as_sent(recovery: Recovery, placement: Placement, old: Names) -> str:
    """The id of the item that an atom printed; empty where it printed no item."""
    sent = recovery.sent.atoms[placement.atom].piece if placement.atom >= 0 else None
    if not isinstance(sent, Placeholder) or not sent.item:
        return ""
    return next((each for each in old.ids if sent.item in (each, id_as_item(each))), "")


def _was_whole(recovery: Recovery, placed: list[Placement]) -> bool:
    """Whether one of the placements printed the whole list when it was sent."""
    sent = (recovery.sent.atoms[each.atom].piece for each in placed if each.atom >= 0)
    return any(isinstance(each, Placeholder) and not each.item for each in sent)


def gone_facts(recovery: Recovery, values: FactValues) -> Iterator[str]:
    """The facts that the piece printed as it was sent and prints no more."""
    printed = {each.piece.fact for each in recovery.placed() if isinstance(each.piece, Placeholder) and each.says}
    sent = (each.piece for each in recovery.sent.atoms if recovery.press.said(each.piece) is not None)
    for name in dict.fromkeys(piece.fact for piece in sent if isinstance(piece, Placeholder)):
        if name not in printed and name in values.values:
            yield name
