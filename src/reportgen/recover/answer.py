"""What became of a piece that came back: its wording, its facts, what is asked, and what was put right."""

from __future__ import annotations

from typing import Literal, get_args

from reportgen.facts import Value
from reportgen.record import record

SettledKind = Literal["reference", "list", "name", "first letter", "blank", "agreement", "signs"]

SETTLED: tuple[SettledKind, ...] = get_args(SettledKind)
"""All that reportgen alone decides, so that what came back otherwise is put right and told, never an edit:

reference: the number of a cross-reference, with the words around it that the language gives; list: the order of a
sorted list and the words between its items; name: whether a name is full, short or both (first use); first letter: of
a sentence; blank: no-break spaces and doubled blanks; agreement: the words that agree with a number or a name; signs:
digits, separators, dashes and apostrophes of what a fact prints.
"""

QuestionKind = Literal[
    "gone", "places", "computed", "qualifier", "other words", "words of a kind", "same fact", "which name", "no form",
    "unknown name", "translation", "words of a group", "reference", "note", "unclear",
]  # fmt: skip
"""What a person is asked, and nothing else:

gone: a number, date or amount is printed no more; places: a fact that stands elsewhere too was changed here; computed:
a fact that is worked out was typed over; qualifier: at least for more than; other words: the words for one plural
category were edited, and those for the others were not; words of a kind: the words of a template were edited; same
fact: one number is gone and another one new; which name: a name that two ids have; no form: no form of a fact prints
this, or no fact holds it (18 July, two thirds, 4.5); unknown name: the lexicon lacks it; translation: a fact was
changed in another language than the original; words of a group: of of(), which are the lexicon's; reference, note: it
points to nothing that was sent; unclear: the text is kept as letters.
"""


@record
class ChangedFact:
    """A fact of the piece that has a new value in the text."""

    name: str
    old: Value
    new: Value


@record
class ProposedFact:
    """A fact that was typed: its name, new in the piece, its value, and the form in which the wording prints it."""

    name: str
    value: Value
    form: str = ""


@record
class Question:
    """Something to decide: about a fact (or none), the words it is about, and what may be answered.

    `start` and `end` say where in the text that came back, without marks. The first choice is what the answer holds as
    long as nobody decides; `recover` takes other ones by `key`.
    """

    kind: QuestionKind
    what: str
    choices: tuple[str, ...]
    fact: str = ""
    start: int = 0
    end: int = 0

    @property
    def key(self) -> str:
        """What names the question in `answers`."""
        return f"{self.kind}/{self.fact or self.what}/{self.start}"


@record
class SettledPlace:
    """A place of the text that came back at which something of ours is printed instead."""

    kind: SettledKind
    start: int
    end: int
    ours: str


@record
class Recovered:
    """The answer: a wording that prints the text, with the facts that it then needs.

    `gone` are facts of the piece that its wording prints no more, each a name or the subject of a question. `typed` are
    the values that a translation states in letters, since it has no facts of its own.
    """

    wording: str
    changed: tuple[ChangedFact, ...] = ()
    proposed: tuple[ProposedFact, ...] = ()
    gone: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    settled: tuple[SettledPlace, ...] = ()
    typed: tuple[Value, ...] = ()
