"""Answers about facts of paragraphs that stand, as changes of the report."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts import Qualified, Value
from reportgen.forms.answers import WrongAnswer
from reportgen.forms.filled import FilledRow
from reportgen.forms.questions import FormQuestion
from reportgen.language.recognition.plain import plain_form
from reportgen.pipeline.forms.came_back import FormChange, ReturnedForm, answer_key
from reportgen.record import record, replace
from reportgen.returned.changes import Change, Reason, ReturnedFact
from reportgen.returned.decisions import same_value
from reportgen.returned.operations import SetFact
from reportgen.tree.citation import cited


@record
class FactAnswers:
    """Reads the answers about facts of one form."""

    back: ReturnedForm

    def change(self, question: FormQuestion) -> Iterator[FormChange]:
        """What the answer to a question changes; nothing where it is empty, or was refused."""
        row, key = self.back.rows.get(question.number), answer_key(question)
        text = row.answer.tidy if row else ""
        if row is None or not text:
            if key in self.back.before:
                yield FormChange(self._kept(question), {})
            return
        value = self.back.reader.value(question, row.answer)
        if isinstance(value, WrongAnswer):
            self.back.refuse(str(question.number), value, question)
            return
        yield FormChange(self._changed(question, value, row), {key: text})

    def _changed(self, question: FormQuestion, value: Value, row: FilledRow) -> Change:
        """The change of a fact, laid on what stood when the form was made and on what stands today."""
        standing, name = question.value, question.fact
        assert standing is not None
        reasons = list(self._decided(question, value, row))
        fact = ReturnedFact(name, "changed", standing, value, question.block)
        texts = self.back.reader.shown(standing), row.answer.tidy
        operations = (SetFact(question.block, name, value),)
        change = replace(self._at(question), texts=texts, facts=(fact,), operations=operations)
        return change.decided(reasons)

    def _decided(self, question: FormQuestion, value: Value, row: FilledRow) -> Iterator[Reason]:
        standing, text = question.value, row.answer.tidy
        if same_value(value, standing):
            yield "done", ""
            return
        held = self.back.holds.facts(question.block)
        yield ("conflict", held) if held else ("ready", "")
        said = self.back.before.get(answer_key(question))
        if said is not None and said != text:
            yield "ready", f"the form of this office before said “{said}”"
        if isinstance(value, Qualified) and value.qualifier != getattr(standing, "qualifier", "exact"):
            yield "open", f"“{text}” has another qualifier than the words of the text: change both there"
        if standing is not None and said is None and not _is_alike(row.stands, self.back.reader.shown(standing)):
            was = f"was “{row.stands}”" if row.stands else "is not known"
            yield "conflict", f"when the form was made it {was}, and today it is “{self.back.reader.shown(standing)}”"

    def _kept(self, question: FormQuestion) -> Change:
        said = self.back.before[answer_key(question)]
        why = f"the form of this office before said “{said}”, and this one is empty here"
        return self._at(question).decided([("kept", why)])

    def _at(self, question: FormQuestion) -> Change:
        piece = next((each for each in self.back.maker.side(self.back.tag).pieces if each.id == question.block), None)
        kind, where = (piece.kind, cited(piece.kind, piece.path)) if piece else ("paragraph", "")
        shown = ", ".join(filter(None, (where, f"entry {question.number}")))
        return Change(question.block, kind, shown, self.back.tag, "reworded", files=(self.back.filled.file,))


def _is_alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for blanks, which other programs set as they like."""
    return plain_form(one).split() == plain_form(other).split()
