"""Answers that a person gave, laid on a piece whose every part has its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.facts import Names
from reportgen.record import replace
from reportgen.recover.answer import ChangedFact, Question
from reportgen.recover.fact_values import FactValues
from reportgen.recover.placement import Placement
from reportgen.recover.questions import RESTORE, SAME
from reportgen.recover.recovery import Recovery
from reportgen.wording import FootnoteMark, Placeholder


def answer(recovery: Recovery, values: FactValues, asked: Iterable[Question], answers: Mapping[str, str]) -> bool:
    """Lay the answers to questions on the placements and the facts; whether the wording changes."""
    changed = False
    for question in asked:
        given = answers.get(question.key, question.choices[0])
        if given == question.choices[0]:
            continue
        match question.kind:
            case "gone" | "same fact" | "note" if given == RESTORE:
                changed |= _restore(recovery, question)
            case "same fact" if given == SAME:
                changed |= _same_fact(recovery, values, question)
            case "which name":
                _rename(values, question.fact, given)
    return changed


def _restore(recovery: Recovery, question: Question) -> bool:
    """Put an atom back where it stood among its neighbours."""
    for index, atom in enumerate(recovery.sent.atoms):
        piece = atom.piece
        named = (isinstance(piece, Placeholder) and piece.fact == question.fact and question.fact) or (
            isinstance(piece, FootnoteMark) and piece.note == question.what
        )
        if named and index not in recovery.placements:
            at = recovery.gaps(index)[0].end
            recovery.place(Placement(at, at, index, piece, recovery.press.said(piece)))
            return True
    return False


def _same_fact(recovery: Recovery, values: FactValues, question: Question) -> bool:
    """Make a number that was typed the new value of the fact that is gone."""
    _, _, own = question.what.rpartition(" ► ")
    new = next((each for each in values.proposed if each.name == own), None)
    if new is None:
        return False
    values.proposed.remove(new)
    values.changed.append(ChangedFact(question.fact, values.values[question.fact], new.value))
    values.values[question.fact] = values.values.pop(own)
    for placement in recovery.typed:
        if isinstance(placement.piece, Placeholder) and placement.piece.fact == own:
            placement.piece = replace(placement.piece, fact=question.fact)
    return True


def _rename(values: FactValues, fact: str, name: str) -> None:
    """Give a fact the other id that its name has."""
    value = values.values[fact]
    if isinstance(value, Names):
        new = replace(value, ids=(name,))
        values.values[fact] = new
        values.changed = [replace(each, new=new) if each.name == fact else each for each in values.changed]
        values.proposed = [replace(each, value=new) if each.name == fact else each for each in values.proposed]
