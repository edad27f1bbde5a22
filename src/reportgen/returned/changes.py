"""What came back, as values: one `Change` for every place that differs, with what is to be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from reportgen.errors import Position
from reportgen.facts import Value, value_said
from reportgen.record import field, record, replace
from reportgen.recover import Question, SettledPlace
from reportgen.returned.operations import Operation

ChangeWord = Literal["reworded", "inserted", "deleted", "moved", "split", "merged"]

ChangeState = Literal["ready", "open", "conflict", "kept", "settled", "done"]
"""ready: it can be written; open: somebody has to decide; conflict: today's sources or another copy say otherwise;
kept: the user chose to keep what there is; settled: reportgen prints it its own way; done: the sources say it already.
"""

CHANGE_STATES: tuple[ChangeState, ...] = ("done", "settled", "kept", "ready", "open", "conflict")
"""From the one that asks for nothing to the one that stands most in the way."""

Reason = tuple[ChangeState, str]
"""A state that a piece is in, and why."""

FactWord = Literal["changed", "typed", "gone"]


@record
class ReturnedFact:
    """A fact that came back with another value, typed anew, or no more; `old` and `new` are None where there is none.

    `owner` is the block that keeps it (empty: the whole report), `at` where; `printed` gives, by language, the other
    pieces that print it.
    """

    name: str
    word: FactWord
    old: Value | Decimal | None = None
    new: Value | Decimal | None = None
    owner: str = ""
    at: Position | None = None
    printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def old_stated(self) -> str:
        """The value before, with its qualifier; empty where there is none."""
        return _stated(self.old)

    @property
    def new_stated(self) -> str:
        """The value that came back, with its qualifier; empty where there is none."""
        return _stated(self.new)

    def as_json(self) -> dict[str, Any]:
        """The fact as plain data."""
        return {
            "name": self.name,
            "change": self.word,
            "old": self.old_stated,
            "new": self.new_stated,
            "kept": str(self.at) if self.at else "",
            "printed": {tag: list(ids) for tag, ids in self.printed.items()},
        }


@record
class ReturnedNote:
    """A note that a piece marks anew, or no more; `line` is the index of its line in the file."""

    id: str
    word: Literal["inserted", "deleted"]
    text: str
    line: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The note as plain data."""
        return {"id": self.id, "change": self.word, "text": self.text}


@record
class Change:
    """A piece, or a block, that came back other than it was sent.

    `where` is its number as people cite it, `texts` are its words as sent and as they came back. `why` says what stands
    in the way of writing it, `operations` what is written. `alarms` are what makes the sense another one: a number, a
    date, a name, a qualifier, a negation, a line of the masthead. `line` is the index of its line in the file, `kin`
    are the pieces that it was split from or merged with, `notes` those that it marks anew, or no more.
    """

    id: str
    kind: str
    where: str
    language: str
    word: ChangeWord
    state: ChangeState = "open"
    texts: tuple[str, str] = ("", "")
    files: tuple[str, ...] = ()
    facts: tuple[ReturnedFact, ...] = ()
    questions: tuple[Question, ...] = ()
    settled: tuple[SettledPlace, ...] = ()
    why: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    operations: tuple[Operation, ...] = ()
    line: int | None = None
    kin: tuple[str, ...] = ()
    notes: tuple[ReturnedNote, ...] = ()

    def against(self, why: str) -> Change:
        """The change in conflict, so that nothing is written of it."""
        return replace(self, state="conflict", why=tuple(dict.fromkeys((*self.why, why))), operations=())

    def decided(self, reasons: Sequence[Reason]) -> Change:
        """The change in the state that stands most in the way; only where it is ready, anything is written."""
        state = worst(reasons)
        why = tuple(dict.fromkeys(said for _, said in reasons if said))
        return replace(self, state=state, why=why, operations=self.operations if state == "ready" else ())

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.state in ("open", "conflict")

    def as_json(self) -> dict[str, Any]:
        """The change as plain data."""
        return {
            "id": self.id,
            "kind": self.kind,
            "where": self.where,
            "language": self.language,
            "files": list(self.files),
            "change": self.word,
            "kin": list(self.kin),
            "state": self.state,
            "old": self.texts[0],
            "new": self.texts[1],
            "facts": [each.as_json() for each in self.facts],
            "notes": [each.as_json() for each in self.notes],
            "questions": [_question(each) for each in self.questions],
            "settled": [
                {"kind": each.kind, "start": each.start, "end": each.end, "ours": each.ours} for each in self.settled
            ],
            "why": list(self.why),
            "alarms": list(self.alarms),
        }


def worst(reasons: Iterable[Reason]) -> ChangeState:
    """The state that stands most in the way; done where there is none."""
    return max((state for state, _ in reasons), key=CHANGE_STATES.index, default="done")


def _stated(value: Value | Decimal | None) -> str:
    if value is None or isinstance(value, Decimal):
        return "" if value is None else str(value)
    return value_said(value)


def _question(question: Question) -> dict[str, Any]:
    return {"kind": question.kind, "about": question.what, "fact": question.fact, "choices": list(question.choices)}
