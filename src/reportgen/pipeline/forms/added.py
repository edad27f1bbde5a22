"""New paragraphs of a form: of facts alone, or in the words of its sender, whose facts are found by recognition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.facts import Names, Value
from reportgen.forms.answers import WrongAnswer
from reportgen.forms.filled import FilledRow
from reportgen.forms.questions import FormQuestion, NewParagraph
from reportgen.forms.words import AnswerFault
from reportgen.model.new_ids import free_id
from reportgen.pipeline.forms.came_back import FormChange, ReturnedForm, answer_key
from reportgen.record import replace
from reportgen.recover import Recovered, SentFact, SentPiece, recover
from reportgen.returned.alarms import alarms
from reportgen.returned.changes import Change, Reason, ReturnedFact
from reportgen.returned.decisions import questions_decided, unclear
from reportgen.returned.operations import InsertBlock, NewBlock
from reportgen.tree.inlines import Text

_LONGEST_ID = 30


@dataclass(frozen=True)
class ParagraphAnswers:
    """Reads the new paragraphs of one form."""

    back: ReturnedForm

    def change(self, added: NewParagraph) -> Iterator[FormChange]:
        """A new paragraph; none where nothing was filled in, or where anything in it is wrong."""
        rows = {each: self.back.rows[each.number] for each in added.questions if each.number in self.back.rows}
        typed = {each: row for each, row in rows.items() if row.answer.tidy}
        if not typed:
            return
        answers = {answer_key(each): row.answer.tidy for each, row in typed.items()}
        if any(key.startswith(f"{added.id}.") for key in self.back.added_before):
            yield FormChange(self._again(added, answers), {})
            return
        made = self._of_kind(added, typed) if added.kind else self._of_prose(added, next(iter(typed.values())))
        if made is not None:
            yield FormChange(made, answers)

    def _again(self, added: NewParagraph, answers: Mapping[str, str]) -> Change:
        """A paragraph that a form of this office had before."""
        before = {key: text for key, text in self.back.added_before.items() if key.startswith(f"{added.id}.")}
        keys = [key for key in {**before, **answers} if before.get(key) != answers.get(key)]
        said = "; ".join(f"{key}: “{before.get(key, '')}”" for key in keys)
        why = f"a form of this office had this paragraph before, with {said}: change it in the report"
        change = replace(self._inserted(added, added.id), texts=("", "; ".join(answers.values())))
        return change.decided([("done", "")] if before == answers else [("open", why)])

    def _of_kind(self, added: NewParagraph, typed: Mapping[FormQuestion, FilledRow]) -> Change | None:
        values: dict[str, Value] = {}
        wrong = list(self._missing(added, typed))
        for question, row in typed.items():
            value = self.back.reader.value(question, row.answer)
            if isinstance(value, WrongAnswer):
                wrong.append((str(question.number), value, question))
            else:
                values[question.fact] = value
        for number, each, asked in wrong:
            self.back.refuse(number, each, asked)
        if wrong:
            return None
        name = free_id(_stem(added.kind, values), self.back.ids.taken)
        self.back.ids.taken.add(name)
        block = NewBlock(name, "kind", added.kind, tuple(values.items()))
        facts = tuple(ReturnedFact(fact, "typed", None, value) for fact, value in values.items())
        change = replace(self._inserted(added, name), facts=facts, operations=(self._insertion(block),))
        return change.decided(self._of_structure())

    def _missing(
        self, added: NewParagraph, typed: Mapping[FormQuestion, FilledRow]
    ) -> Iterator[tuple[str, WrongAnswer, FormQuestion]]:
        """What a paragraph of a kind needs and has not."""
        for question in added.questions:
            if question.required == "all" and question not in typed:
                yield str(question.number), WrongAnswer("missing", ""), question
        one = [each for each in added.questions if each.required == "one"]
        if one and not any(each in typed for each in one):
            yield ", ".join(str(each.number) for each in one), WrongAnswer("one_missing", ""), one[0]

    def _of_prose(self, added: NewParagraph, row: FilledRow) -> Change | None:
        text, question = row.answer.tidy, added.questions[0]
        fault: AnswerFault | None = "several_paragraphs" if "\n" in text else None
        if fault:
            self.back.refuse(str(question.number), WrongAnswer(fault, text[:80]), question)
            return None
        name = self.back.ids.of(text, self.back.form.section)
        change = replace(self._inserted(added, name), texts=("", text))
        source = self.back.maker.built.report.language
        if self.back.tag != source:
            why = f"the report is written in '{source}': translate the text and add it there"
            return change.decided([("open", why)])
        found = recover(self.blank, (Text(text),), self.back.reader.language)
        block = NewBlock(name, "text", found.wording, tuple((each.name, each.value) for each in found.proposed))
        change = replace(
            change,
            facts=tuple(ReturnedFact(each.name, "typed", None, each.value) for each in found.proposed),
            questions=found.questions,
            settled=found.settled,
            alarms=tuple(alarms(found, "", text, self.back.reader.language.recognizer)),
            operations=(self._insertion(block),),
        )
        return change.decided([*self._of_structure(), *_asked(found)])

    @cached_property
    def blank(self) -> SentPiece:
        """A piece without a wording that may print the facts of the whole report."""
        pieces = self.back.maker.side(self.back.tag).sent.values()
        facts: dict[str, SentFact] = {
            name: fact for each in pieces for name, fact in each.facts.items() if fact.scope != "piece"
        }
        numbers = next((each.numbers for each in pieces), {})
        return SentPiece("", "", (), facts, numbers)

    def _of_structure(self) -> Sequence[Reason]:
        held = self.back.holds.issued or self.back.holds.frozen
        return [("conflict", held)] if held else [("ready", "")]

    def _inserted(self, added: NewParagraph, name: str) -> Change:
        numbers = [each.number for each in added.questions]
        entries = f"entry {numbers[0]}" if len(numbers) == 1 else f"entries {numbers[0]}–{numbers[-1]}"
        said = f"new paragraph ({added.kind}), {entries}" if added.kind else f"new paragraph, {entries}"
        return Change(name, "paragraph", said, self.back.tag, "inserted", files=(self.back.filled.file,))

    def _insertion(self, block: NewBlock) -> InsertBlock:
        """A block behind all others of the section, before its subsections."""
        section, parents = self.back.form.section, self.back.maker.layout.parents
        last = [name for name in self.back.maker.layout.kinds if parents.get(name) == section]
        return InsertBlock(block, last[-1]) if last else InsertBlock(block, section, True)


def _asked(found: Recovered) -> Sequence[Reason]:
    return [*questions_decided(found, "take", True), *unclear(found)]


def _stem(kind: str, values: Mapping[str, Value]) -> str:
    """The beginning of the id of a new paragraph: its kind and its first place."""
    places = (value for value in values.values() if isinstance(value, Names) and value.kind == "place")
    place = next((each.ids[0].casefold() for each in places), "")
    return f"{kind}-{place}"[:_LONGEST_ID].strip("-")
