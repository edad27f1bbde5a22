"""From a piece as it was sent and the text that came back to its new wording: the order of the steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from reportgen.language import Language
from reportgen.printing.series import figured_series
from reportgen.recover.agreeing import place_agreeing
from reportgen.recover.answer import Question, Recovered, SettledPlace
from reportgen.recover.atoms import SentText, sent_text
from reportgen.recover.cited import place_reference
from reportgen.recover.elsewhere import place_elsewhere
from reportgen.recover.exact import PrintedPlace, first_uses, print_exactly
from reportgen.recover.fact_values import FactValues, fact_values, gone_facts
from reportgen.recover.flat import Flat, flat
from reportgen.recover.lists import place_list
from reportgen.recover.matching import match_tokens
from reportgen.recover.phrases import place_reworded, place_uninflected
from reportgen.recover.press import Press
from reportgen.recover.proposals import place_typed
from reportgen.recover.recovery import Recovery
from reportgen.recover.sent import SentPiece
from reportgen.recover.values import place_in_other_form, place_value
from reportgen.recover.writing import WordingWriter
from reportgen.tree.inlines import Content
from reportgen.wording import Placeholder

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})

_STRATEGIES = (
    place_agreeing,
    place_reference,
    place_list,
    place_value,
    place_uninflected,
    place_reworded,
    place_in_other_form,
)
"""How an atom that has no partner finds its place, the first that does."""


def recover(
    piece: SentPiece, came_back: Content, language: Language, answers: Mapping[str, str] = _NO_ANSWERS
) -> Recovered:
    """The new wording of a piece; `answers` are choices by the keys of questions that were asked before.

    `came_back` is what a reader of a file sees: text, italics, bold, addresses and marks of notes.
    """
    new = flat(came_back)
    if new == flat(piece.content):
        return Recovered(piece.wording)
    sent = sent_text(piece.wording, piece.content)
    if sent is None:
        return Recovered(piece.wording, questions=(Question("unclear", new.text, ("as sent",), end=len(new.text)),))
    return _recovered(piece, sent, new, language, answers)


def _recovered(
    piece: SentPiece, sent: SentText, new: Flat, language: Language, answers: Mapping[str, str]
) -> Recovered:
    facts = {name: fact.value for name, fact in piece.facts.items()}
    press = Press(language, facts, figured_series(facts.values(), language))
    recovery = Recovery(sent, new, press)
    match_tokens(recovery)
    for atom in range(len(sent.atoms)):
        if atom not in recovery.placements:
            any(place(recovery, atom) for place in _STRATEGIES)
    for atom in range(len(sent.atoms)):
        if atom not in recovery.placements:
            place_elsewhere(recovery, atom)
    values = fact_values(recovery, piece, answers)
    place_typed(recovery, values)
    printed, settled = _printed(recovery, values, piece)
    writer = WordingWriter(recovery, printed)
    wording = writer.wording()
    gone = tuple(gone_facts(recovery, piece, values))
    return Recovered(
        wording,
        tuple(values.changed),
        tuple(values.proposed),
        gone,
        tuple(values.questions),
        tuple(sorted((*settled, *writer.settled), key=lambda each: each.start)),
    )


def _printed(
    recovery: Recovery, values: FactValues, piece: SentPiece
) -> tuple[dict[int, PrintedPlace], list[SettledPlace]]:
    """What every placement prints now, and what of it is ours; placements that nothing prints are taken out."""
    press = replace(
        recovery.press,
        values=values.values,
        figured=figured_series(values.values.values(), recovery.language),
        _texts={},
    )
    names = first_uses(recovery, recovery.press, piece.in_heading)
    found: dict[int, PrintedPlace] = {}
    settled: list[SettledPlace] = []
    for placement in recovery.placed():
        if not isinstance(placement.piece, Placeholder):
            continue
        printed = print_exactly(recovery, press, placement, names)
        if printed is None:
            recovery.take_out(placement)
            continue
        found[placement.start] = printed
        start, end = recovery.new.shown(placement.start), recovery.new.shown(placement.end)
        if printed.settles or printed.text != recovery.new.text[placement.start : placement.end]:
            settled.append(SettledPlace(printed.settles or "name", start, end, printed.text))
    return found, settled
