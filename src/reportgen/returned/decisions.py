"""What is to be done about a piece that came back: what was asked of its facts and words, laid on today's sources."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Literal

from reportgen.facts import Names, Value, value_said
from reportgen.model.notation import written_fact
from reportgen.record import record
from reportgen.recover import Question, QuestionKind, Recovered
from reportgen.returned.changes import Reason

FactsChoice = Literal["ask", "keep", "take"]
"""What is done with changed facts: nothing is written of their piece, they stay as they are, they are written."""

_LOOKED_AT = frozenset({"other words", "which name", "unknown name", "no form", "words of a group"})
"""Questions whose first choice prints what came back and loses nothing: the text is written, and somebody is told."""

_OF_VALUES = frozenset({"places", "translation", "qualifier"})
"""Questions that are asked of facts with a new value."""

BACK = "back"
"""The answer that leaves a fact as it is."""

_TAKE = "take"
"""The answer that prints a mark which was not sent."""

_SAID: Mapping[QuestionKind, str] = {
    "gone": "the number or date '{what}' is gone: put it back, or drop it",
    "places": "the same fact came back with two values: '{what}' here",
    "computed": "'{what}' is worked out from other facts",
    "qualifier": "the qualifier beside '{what}' is another one",
    "other words": "the words of one plural category were edited: the others may need the same ('{what}')",
    "words of a kind": "these words stand in a template: '{what}'",
    "same fact": "one number is gone and another is new: is it the same fact? ({what})",
    "which name": "two names of the lexicon are '{what}'",
    "no form": "the lexicon has no form that prints '{what}'",
    "unknown name": "the lexicon lacks the name '{what}'",
    "translation": "'{what}' is another value than that of the original",
    "words of a group": "these words are the lexicon's: '{what}'",
    "reference": "the cross-reference '{what}' points to nothing that was sent",
    "note": "the note '{what}'",
    "unclear": "the text cannot be followed: '{what}'",
}


@record
class Holds:
    """Why facts and blocks of a report may not change, and why a language may not at all; empty where they may.

    `accepted` are the pieces whose change somebody answers for already.
    """

    frozen: str = ""
    issued: str = ""
    accepted: frozenset[str] = frozenset()

    def facts(self, piece: str) -> str:
        """Why the facts of a piece may not change."""
        return self.issued or ("" if piece in self.accepted else self.frozen)


def same_value(one: Value | None, other: Value | None) -> bool:
    """Whether two values are written alike; the order of a list that the language sorts does not count."""
    if one is None or other is None:
        return one is other
    if isinstance(one, Names) and isinstance(other, Names) and "sorted" in (one.order, other.order):
        return (one.kind, sorted(one.ids)) == (other.kind, sorted(other.ids))
    return written_fact(one) == written_fact(other)


@record
class FactSides:
    """The values of one fact on the three sides; `today` is None where it is no more, `shown` is what a reader sees."""

    name: str
    sent: Value
    back: Value
    today: Value | None
    computed: bool = False
    shown: str = ""

    def decided(self, choice: FactsChoice, is_original: bool, held: str) -> Reason:
        """What is to be done with the changed fact; `held` says why the report may not change, empty where it may."""
        if same_value(self.back, self.today):
            return "done", ""
        if not is_original:
            if choice == "keep":
                return "kept", ""
            now = "gone" if self.today is None else self.shown or value_said(self.today)
            return "open", f"'{self.name}' is {now} in the original: correct this text, or change it there"
        if self.computed:
            return "conflict", f"'{self.name}' is worked out from other facts"
        if self.today is None:
            return "conflict", f"the fact '{self.name}' is not there today"
        if choice == "keep":
            return "kept", ""
        if not same_value(self.sent, self.today):
            said = f"'{self.name}' was {value_said(self.sent)} when it was sent, and is {value_said(self.today)} today"
            return "conflict", said
        if held:
            return "conflict", held
        if choice == "ask":
            back, today = value_said(self.back), value_said(self.today)
            return "open", f"'{self.name}': --facts take writes {back}, --facts keep leaves {today}"
        return "ready", ""


def words_decided(sent: str, back: str, today: str | None) -> Reason:
    """What is to be done with the words of a piece: three-way, by piece."""
    if today is None:
        return "conflict", "the piece is not in the report today"
    if back == today:
        return "done", ""
    if not today:
        return "ready", ""
    if back == sent:
        # Only today's sources changed; they stay.
        return "done", ""
    if today != sent:
        return "conflict", "its words were changed in the sources too, since it was sent"
    return "ready", ""


def questions_decided(
    recovered: Recovered, choice: FactsChoice, is_original: bool, notes: Container[str] = ()
) -> Iterator[Reason]:
    """What the questions of a piece ask for; `notes` are those that the original marks in a piece of a translation."""
    changed = {each.name for each in recovered.changed}
    for question in recovered.questions:
        said = question_said(question)
        if question.kind == "note":
            yield _note_decided(question, is_original, question.what in notes)
        elif question.kind in _LOOKED_AT:
            yield "ready", said
        elif question.fact in changed and question.kind in _OF_VALUES:
            # What is done with a changed fact is decided with its value.
            continue
        elif question.kind == "computed" or (question.kind == "places" and choice == "take"):
            yield "conflict", said
        elif question.kind in ("gone", "qualifier") and choice == "take" and is_original:
            yield "ready", said
        else:
            yield "open", said


def question_said(question: Question) -> str:
    """What is asked, in words."""
    return _SAID[question.kind].format(what=question.what)


def _note_decided(question: Question, is_original: bool, is_known: bool) -> Reason:
    """What is to be done with a mark that is new, or gone: notes are the original's."""
    is_new = question.choices[0] == _TAKE
    if is_original:
        return "ready", ""
    if is_new:
        return ("ready", "") if is_known else ("open", f"the original has no note '{question.what}' here")
    return "open", f"the original marks the note '{question.what}' here"


def unclear(recovered: Recovered) -> list[Reason]:
    """Why a text was not turned back into wording at all, if so: nothing may then be said to be done."""
    found = (each.what for each in recovered.questions if each.kind == "unclear")
    return [("open", _SAID["unclear"].format(what=what)) for what in found]


def kept_back(recovered: Recovered) -> dict[str, str]:
    """The answers, by the keys of questions, that leave every fact as it is."""
    return {each.key: BACK for each in recovered.questions if BACK in each.choices}
