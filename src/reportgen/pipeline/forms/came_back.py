"""A form that came back, laid on the questions of today, with all that is wrong with its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen import pipeline
from reportgen.errors import InputError, Position
from reportgen.forms.answers import AnswerReader, WrongAnswer
from reportgen.forms.filled import FilledForm, FilledRow
from reportgen.forms.questions import ContributionForm, FormQuestion
from reportgen.forms.words import AnswerFault, FormWords
from reportgen.model.new_ids import NewIds
from reportgen.pipeline.forms.asked import MOST_COPIES, FormMaker
from reportgen.pipeline.reading.holds import holds_of
from reportgen.record import record
from reportgen.returned.changes import Change
from reportgen.returned.decisions import Holds


@record
class FormFault:
    """An answer that was not taken: the numbers of its entry, what is wrong, and what its sender is told."""

    file: str
    number: str
    fault: AnswerFault
    message: str


@record
class FormChange:
    """A change with the answers that it was made from, by block and fact."""

    change: Change
    answers: Mapping[str, str]


@dataclass
class ReturnedForm:
    """One form that came back, with the questions of today in `form`, and `words` of its language.

    `ids` gives new blocks their ids, `why` is the reason for changes to a frozen report.
    """

    maker: FormMaker
    filled: FilledForm
    form: ContributionForm
    words: FormWords
    ids: NewIds
    why: str = ""

    def __post_init__(self) -> None:
        self.faults: list[FormFault] = []

    @property
    def tag(self) -> str:
        """The language of the form."""
        return self.filled.reference.language

    @cached_property
    def reader(self) -> AnswerReader:
        """What reads answers."""
        return AnswerReader(pipeline.language(self.maker.built.workspace, self.tag, self.maker.built.report))

    @cached_property
    def before(self) -> Mapping[str, str]:
        """What the same office has answered earlier, by block and fact."""
        return self.maker.known.answers_of(self.filled.reference.section, self.filled.office)

    @cached_property
    def added_before(self) -> Mapping[str, str]:
        """What it has answered since this form was made: the new paragraphs among it were those of this form."""
        reference = self.filled.reference
        return self.maker.known.answers_of(reference.section, self.filled.office, reference.received)

    @property
    def rows(self) -> Mapping[int, FilledRow]:
        """The rows by their numbers; what cannot be told apart, or has no number, is a fault."""
        return self._numbered[0]

    @property
    def twice(self) -> frozenset[int]:
        """The numbers that stand in more than one row, with different answers."""
        return self._numbered[1]

    @cached_property
    def _numbered(self) -> tuple[Mapping[int, FilledRow], frozenset[int]]:
        known = {each.number for each in self.form.questions()}
        found: dict[int, FilledRow] = {}
        twice: set[int] = set()
        for row in self.filled.rows:
            text = row.answer.tidy
            if row.number is None or row.number not in known:
                if text:
                    self.refuse("", WrongAnswer("lost", text[:80]))
            elif row.number in found and found[row.number].answer != row.answer and text:
                if not found[row.number].answer.tidy:
                    found[row.number] = row
                else:
                    twice.add(row.number)
                    self.refuse(str(row.number), WrongAnswer("twice", text))
            else:
                found.setdefault(row.number, row)
        return found, frozenset(twice)

    def answered(self) -> int:
        """How many entries have an answer."""
        return sum(bool(row.answer.tidy) for row in self.rows.values())

    @cached_property
    def holds(self) -> Holds:
        """Why the report may not change, if so."""
        return holds_of(self.maker.built, self.maker.built.report.language, self.why)

    def refuse(self, number: str, wrong: WrongAnswer, question: FormQuestion | None = None) -> None:
        """Remember what is wrong with an answer, in the words of its sender."""
        values = {"number": number, "entry": wrong.entry, "example": wrong.example, "asked": self._asked(question)}
        message = self.words.messages.said(wrong.fault, **values)
        self.faults.append(FormFault(self.filled.file, number, wrong.fault, message))

    def _asked(self, question: FormQuestion | None) -> str:
        if question is None:
            return ""
        kind = question.block.partition("/")[0]
        if question.value is None and kind in self.words.kinds:
            return self.words.fact_name(kind, question.fact)
        return self.words.value_name(question.kinds[0]) if question.kinds else self.words.text


def current_form(maker: FormMaker, filled: FilledForm, words: FormWords) -> ContributionForm:
    """The questions that a form is laid on: those of today, without what forms have added since it was made.

    An `InputError` where it asked others, or is of another report.
    """
    reference, report = filled.reference, maker.built.report
    at = Position(filled.file)
    if reference.symbol != report.symbol:
        hint = "name the report that it belongs to"
        raise InputError(f"the form is of {reference.symbol}, and the report is {report.symbol}", at, hint)
    section, copies = reference.section, reference.copies
    is_known = not section or section in maker.layout.levels
    if is_known and 1 <= copies <= MOST_COPIES and reference.received <= len(maker.known.contributions):
        form = maker.form(section, reference.language, filled.office, copies, reference.received)
        if form.digest == reference.digest:
            return form
    option = f" --section {section}" if section else ""
    hint = f"reportgen form {report.slug}{option} makes a new one. To the sender: {words.messages.older}"
    raise InputError("the form asks other questions than the report has today", at, hint)


def answer_key(question: FormQuestion) -> str:
    """What an answer is about: the block and the fact, or an entry of a new paragraph."""
    return f"{question.block}.{question.fact}"
