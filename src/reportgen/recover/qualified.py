"""The words of a qualifier beside a number belong to it: at least 50 for more than 50 changes the fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from reportgen.facts import Qualified, Qualifier, Value
from reportgen.language import Language
from reportgen.record import replace
from reportgen.recover.answer import ChangedFact, Question
from reportgen.recover.atoms import AtomPiece
from reportgen.recover.fact_values import BACK, FactValues
from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Recovery
from reportgen.wording import Placeholder

TAKE = "take"
_NEAR = 60
"""How many letters before and behind a number are read for its qualifier."""

_BETWEEN = " \u00a0\u202f“”«»„'‘’\"*"
_QUALIFIERS: tuple[str, ...] = get_args(Qualifier)


def qualify(recovery: Recovery, values: FactValues, answers: Mapping[str, str]) -> None:
    """Give each fact the qualifier that now stands beside its number, and ask about it."""
    for placement in recovery.placed():
        piece = placement.piece
        value = values.values.get(piece.fact) if isinstance(piece, Placeholder) else None
        is_number = isinstance(value, Qualified) and placement.says is not None
        if not (isinstance(piece, Placeholder) and isinstance(value, Qualified) and is_number):
            continue
        if not _same_surroundings(recovery, placement):
            new = _qualifier(recovery.language, recovery.new.text, placement.start, placement.end)
            if new not in (*_as_sent(recovery, placement), value.qualifier):
                _take(recovery, values, placement, piece.fact, value, new, answers)


def _same_surroundings(recovery: Recovery, placement: Placement) -> bool:
    """Whether a number stands among the letters among which it stood."""
    if placement.atom < 0:
        return False
    atom, new, old = recovery.sent.atoms[placement.atom], recovery.text, recovery.old_text
    before = old[max(atom.start - _NEAR, 0) : atom.start] == new[max(placement.start - _NEAR, 0) : placement.start]
    return before and old[atom.start : atom.end + _NEAR] == new[placement.start : placement.end + _NEAR]


def _as_sent(recovery: Recovery, placement: Placement) -> Iterator[str]:
    """The qualifier that stood beside an atom; for a fact that was typed, "exact" and those beside it elsewhere."""
    atoms = recovery.sent.atoms
    if placement.atom < 0:
        yield "exact"
    piece = placement.piece
    beside = [atoms[placement.atom]] if placement.atom >= 0 else [each for each in atoms if _is_same(each.piece, piece)]
    for atom in beside:
        yield _qualifier(recovery.language, recovery.sent.flat.text, atom.start, atom.end)


def _is_same(one: AtomPiece, other: AtomPiece) -> bool:
    return isinstance(one, Placeholder) and isinstance(other, Placeholder) and one.fact == other.fact


def _take(
    recovery: Recovery,
    values: FactValues,
    placement: Placement,
    name: str,
    value: Qualified,
    new: str,
    answers: Mapping[str, str],
) -> None:
    qualified: Value | None = replace(value, qualifier=new) if new in _QUALIFIERS else None  # type: ignore[arg-type]
    if any(each.name == name for each in values.proposed):
        values.values[name] = qualified or value
        values.proposed = [
            replace(each, value=qualified or value) if each.name == name else each for each in values.proposed
        ]
        return
    choices = (TAKE, BACK) if qualified else (BACK,)
    start, end = recovery.new.shown(placement.start), recovery.new.shown(placement.end)
    question = Question("qualifier", new, choices, name, start, end)
    values.questions.append(question)
    if qualified and answers.get(question.key, TAKE) == TAKE:
        old = next((each.old for each in values.changed if each.name == name), value)
        values.changed = [each for each in values.changed if each.name != name] + [ChangedFact(name, old, qualified)]
        values.values[name] = qualified


def _qualifier(language: Language, text: str, start: int, end: int) -> str:
    """The qualifier whose words touch a number or stand in its phrase, with "not" before one that is denied."""
    low, high = max(start - _NEAR, 0), min(end + _NEAR, len(text))
    near = text[low:high]
    denials = [low + span.end for span in language.recognizer.negations(near)]
    for words in sorted(language.recognizer.qualifiers(near), key=lambda each: each.start - each.end):
        first, last = low + words.start, low + words.end
        inside = start <= first and last <= end
        before = not words.behind and last <= start and not text[last:start].strip(_BETWEEN)
        behind = words.behind and first >= end and not text[end:first].strip(_BETWEEN)
        if inside or before or behind:
            denied = any(at <= first and not text[at:first].strip() for at in denials)
            return f"not {words.qualifier}" if denied else words.qualifier
    return "exact"
