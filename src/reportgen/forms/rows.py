"""A form as rows, the same in every format: `form_blocks(form, words, reader)`."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.forms.answers import AnswerReader
from reportgen.forms.questions import ContributionForm, FormQuestion, FormReference
from reportgen.forms.words import FormWords
from reportgen.record import record

REFERENCE = "RGF1"
"""The beginning of the reference of a form: the first version of how forms are made."""

BOOKMARK = f"{REFERENCE}_entry_{{number}}"
"""The bookmark of an answer; no block of a report has one that begins so, since ids have small letters."""

NUMBER, ASKED, STANDS, ENTRY = 1, 2, 3, 4
"""The columns of a form."""


@record
class FormRow:
    """A row: the number that it goes by, what is asked, what stands, the tag of its entry, the names to choose from."""

    number: int
    asked: str
    stands: str
    tag: str
    kinds: tuple[str, ...]
    choices: tuple[str, ...] = ()
    many: bool = False


@record
class FormBlock:
    """Rows under a heading, with a line below it and a text above the rows; each may be empty."""

    heading: str = ""
    note: str = ""
    text: str = ""
    rows: tuple[FormRow, ...] = ()


def identity_rows(form: ContributionForm, words: FormWords) -> list[tuple[str, str]]:
    """The lines that say which form it is, the reference last."""
    names = words.identity
    return [
        (names.report, f"{form.symbol} – {form.title}"),
        (names.section, form.heading or names.whole),
        (names.office, form.office),
        (names.language, form.language),
        (names.reference, written_reference(form.reference)),
    ]


def written_reference(reference: FormReference) -> str:
    """A reference as a form has it."""
    said = reference.symbol, reference.section, reference.language, reference.copies, reference.received
    return ":".join(map(str, (REFERENCE, *said, reference.digest)))


def form_blocks(form: ContributionForm, words: FormWords, reader: AnswerReader) -> Iterator[FormBlock]:
    """The blocks of a form, in order."""
    parts = words.parts
    for index, piece in enumerate(form.pieces):
        head = (parts.facts, parts.facts_note) if index == 0 else ("", "")
        text = f"{piece.label} {piece.text}".strip()
        yield FormBlock(*head, text, tuple(_row(each, words, reader) for each in piece.questions))
    of_kinds = [each for each in form.added if each.kind]
    for index, added in enumerate(of_kinds):
        head = (parts.kinds, parts.kinds_note) if index == 0 else ("", "")
        rows = tuple(_row_of_kind(each, added.kind, words, reader) for each in added.questions)
        yield FormBlock(*head, words.kind_name(added.kind), rows)
    prose = [each for added in form.added if not added.kind for each in added.questions]
    if prose:
        rows = tuple(FormRow(each.number, words.text, "", each.block, ()) for each in prose)
        yield FormBlock(parts.prose, parts.prose_note, "", rows)


def _row(question: FormQuestion, words: FormWords, reader: AnswerReader) -> FormRow:
    named = words.value_name(question.kinds[0])
    asked = f"{named}: {question.of}" if question.of else named
    return _with_choices(question, asked, words, reader)


def _row_of_kind(question: FormQuestion, kind: str, words: FormWords, reader: AnswerReader) -> FormRow:
    asked = words.fact_name(kind, question.fact)
    required = {"all": words.required, "one": words.one_of}.get(question.required, "")
    return _with_choices(question, f"{asked} ({required})" if required else asked, words, reader)


def _with_choices(question: FormQuestion, asked: str, words: FormWords, reader: AnswerReader) -> FormRow:
    stands = reader.shown(question.value) if question.value is not None else ""
    said = f"{asked}; {words.several}" if question.many else asked
    choices = tuple(reader.names.choices(question)) if question.takes_names else ()
    tag = f"{question.block}.{question.fact}"
    return FormRow(question.number, said, stands, tag, question.kinds, choices, question.many)
