"""From a piece as it was sent and the text that came back to its new wording: the order of the steps."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.facts import Names
from reportgen.language import Language
from reportgen.printing.placeholder import NEVER_SHORT
from reportgen.printing.series import figured_series
from reportgen.recover.agreeing import place_agreeing
from reportgen.recover.answer import Question, Recovered, SettledKind, SettledPlace
from reportgen.recover.answering import answer
from reportgen.recover.atoms import SentText, sent_text
from reportgen.recover.cited import place_reference
from reportgen.recover.copied import is_copied_from_outside, place_copies
from reportgen.recover.elsewhere import place_elsewhere
from reportgen.recover.exact import PrintedPlace, first_uses, print_exactly
from reportgen.recover.fact_values import FactValues, fact_values, gone_facts
from reportgen.recover.flat import flat, is_as_printed
from reportgen.recover.lists import extend_lists, place_list
from reportgen.recover.matching import match_tokens
from reportgen.recover.noted import place_marks
from reportgen.recover.origins import with_origins
from reportgen.recover.phrases import place_reworded, place_uninflected, release_phrases
from reportgen.recover.placement import Placement
from reportgen.recover.press import Press, phrase_choice
from reportgen.recover.proposals import place_typed, typed_values
from reportgen.recover.qualified import qualify
from reportgen.recover.questions import questions
from reportgen.recover.recovery import Recovery
from reportgen.recover.sent import SentPiece
from reportgen.recover.translated import place_lists, place_unread, translated_facts
from reportgen.recover.typed_references import place_typed_references
from reportgen.recover.units import read_units
from reportgen.recover.unknown import unknown_names
from reportgen.recover.values import place_in_other_form, place_in_other_words, place_value
from reportgen.recover.writing import WordingWriter
from reportgen.tree.inlines import Content
from reportgen.wording import Fault, Placeholder, ReferenceCall

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})

_STRATEGIES = (
    place_agreeing,
    place_reference,
    place_list,
    place_value,
    place_uninflected,
    place_reworded,
    place_in_other_form,
    place_in_other_words,
)
"""How an atom that has no partner finds its place, the first that does."""


def recover(
    piece: SentPiece, came_back: Content, language: Language, answers: Mapping[str, str] = _NO_ANSWERS
) -> Recovered:
    """The new wording of a piece; `answers` are choices by the keys of questions that were asked before.

    `came_back` is what a reader of a file sees: text, italics, bold, addresses and marks of notes.
    """
    new = flat(came_back)
    if is_as_printed(new, piece.content):
        return Recovered(piece.wording)
    facts = {name: fact.value for name, fact in piece.facts.items()}
    press = Press(language, facts, figured_series(facts.values(), language))
    sent = _sent(piece, press)
    if sent is None:
        return Recovered(piece.wording, questions=(Question("unclear", new.text, ("as sent",), end=len(new.text)),))
    return _recovered(piece, Recovery(sent, new, press), answers)


def _sent(piece: SentPiece, press: Press) -> SentText | None:
    """The piece as it was sent, character by character; None where its wording cannot have printed it."""
    if not piece.wording:
        return sent_text("", ())
    try:
        found = sent_text(piece.wording, piece.content)
        if found is None:
            content = with_origins(piece.wording, piece.content, press)
            found = sent_text(piece.wording, content) if content is not None else None
    except Fault:
        # What a file says of itself is not trusted: its wording may be none.
        return None
    return found


def _recovered(piece: SentPiece, recovery: Recovery, answers: Mapping[str, str]) -> Recovered:
    _place_atoms(recovery)
    if not recovery.whole and is_copied_from_outside(recovery):
        return _recovered(piece, Recovery(recovery.sent, recovery.new, recovery.press, whole=True), answers)
    place_copies(recovery)
    values = fact_values(recovery, piece, answers)
    unknown_references = place_typed_references(recovery, piece)
    source = translated_facts(piece)
    if source is not None:
        place_lists(recovery, source)
    place_typed(recovery, values, source)
    if source is not None:
        place_unread(recovery, source)
    qualify(recovery, values, answers)
    printed, settled = _printed(recovery, values, piece)
    if not recovery.whole and _reaches_outside(recovery):
        return _recovered(piece, Recovery(recovery.sent, recovery.new, recovery.press, whole=True), answers)
    values.keep_only({each.piece.fact for each in recovery.placed() if isinstance(each.piece, Placeholder)})
    writer = WordingWriter(recovery, printed)
    wording = writer.wording()
    asked = (
        *values.questions,
        *unknown_references,
        *questions(recovery, piece, values, wording),
        *unknown_names(recovery),
    )
    if answer(recovery, values, asked, answers):
        writer = WordingWriter(recovery, printed)
        wording = writer.wording()
    return Recovered(
        wording,
        tuple(values.changed),
        tuple(values.proposed),
        tuple(gone_facts(recovery, values)),
        asked,
        tuple(sorted((*settled, *writer.settled), key=lambda each: each.start)),
        () if piece.is_original else tuple(each.value for each in typed_values(recovery)),
    )


def _reaches_outside(recovery: Recovery) -> bool:
    """Whether a placeholder of a sentence that is as it was has to be written otherwise, as those of one series."""
    for index, atom in enumerate(recovery.sent.atoms):
        if not recovery.window.holds(atom):
            placement = recovery.placements.get(index)
            if placement is None or placement.piece != atom.piece:
                return True
    return False


def _place_atoms(recovery: Recovery) -> None:
    """Find the place of everything that is no words: among its neighbours, else beside them, else anywhere."""
    match_tokens(recovery)
    release_phrases(recovery)
    place_marks(recovery)
    # What stands together with its noun is known by it, whatever became of the facts before it.
    for atom, sent in enumerate(recovery.sent.atoms):
        if atom not in recovery.placements and isinstance(sent.piece, Placeholder) and phrase_choice(sent.piece):
            place_value(recovery, atom)
    # Once more at last, since those that were found elsewhere show where their neighbours are.
    for strategies in (_STRATEGIES, (place_elsewhere,), _STRATEGIES):
        for atom in range(len(recovery.sent.atoms)):
            if atom not in recovery.placements:
                any(place(recovery, atom) for place in strategies)
        recovery.words_give_way = True
    extend_lists(recovery)
    read_units(recovery)


def _printed(
    recovery: Recovery, values: FactValues, piece: SentPiece
) -> tuple[dict[int, PrintedPlace], list[SettledPlace]]:
    """What every placement prints now, and what of it is ours; placements that nothing prints are taken out."""
    press = recovery.press.with_values(values.values)
    names = first_uses(recovery, recovery.press, piece)
    found: dict[int, PrintedPlace] = {}
    settled: list[SettledPlace] = []
    for placement in recovery.placed():
        typed = recovery.new.text[placement.start : placement.end]
        ours = _as_sent(recovery, placement) if _is_ours(placement) else typed
        kind: SettledKind = "reference"
        if isinstance(placement.piece, Placeholder) and _may_differ(recovery, press, placement):
            printed = print_exactly(recovery, press, placement, names)
            if printed is None:
                recovery.take_out(placement)
                continue
            found[placement.start] = printed
            ours, kind = printed.text, printed.settles or "name"
        if ours != typed:
            start, end = recovery.new.shown(placement.start), recovery.new.shown(placement.end)
            settled.append(SettledPlace(kind, start, end, ours))
    return found, settled


def _is_ours(placement: Placement) -> bool:
    """Whether a placement is a reference that was sent, whose words and numbers are ours."""
    return isinstance(placement.piece, ReferenceCall) and placement.atom >= 0


def _as_sent(recovery: Recovery, placement: Placement) -> str:
    atom = recovery.sent.atoms[placement.atom]
    return recovery.sent.flat.text[atom.start : atom.end]


def _may_differ(recovery: Recovery, press: Press, placement: Placement) -> bool:
    """Whether a placeholder may print something else than before, though nothing beside it was touched.

    Names may be met for the first time elsewhere now, counts of a series stand in figures together, and words agree
    with facts that changed.
    """
    assert isinstance(placement.piece, Placeholder)
    if recovery.is_in_window(placement) or press.figured != recovery.press.figured:
        return True
    name = placement.piece.fact
    value = recovery.press.values.get(name)
    shortened = isinstance(value, Names) and value.kind not in NEVER_SHORT
    return shortened or press.values.get(name) != value
