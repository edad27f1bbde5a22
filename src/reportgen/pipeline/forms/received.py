"""Forms that came back, laid on one another and on the report; what of them is written, and the proof of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportgen.errors import InputError, Position
from reportgen.forms.filled import MARKS, FilledForm, filled_form
from reportgen.forms.questions import FormReference
from reportgen.forms.words import form_words
from reportgen.model.new_ids import NewIds
from reportgen.pipeline.forms.added import ParagraphAnswers
from reportgen.pipeline.forms.answered import FactAnswers
from reportgen.pipeline.forms.asked import FormMaker
from reportgen.pipeline.forms.came_back import FormChange, FormFault, ReturnedForm, current_form
from reportgen.pipeline.forms.kept import (
    Contribution,
    Contributions,
    office_key,
    written_contributions,
)
from reportgen.pipeline.forms.proof import FormProof
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.other_formats import read_any
from reportgen.pipeline.reading.holds import accepted_ledger
from reportgen.record import field, record, replace
from reportgen.returned.changes import Change
from reportgen.word.package import LARGEST_FILE, open_package
from reportgen.workspace import CONTRIBUTIONS, read_file

SHEETS = (".xlsx", ".xlsm")
_MAIN_PARTS = ("word/document.xml", "content.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")


@record
class ReceivedForm:
    """A form that was read: the file, what it says it is, its office, and how many of its entries have an answer."""

    file: str
    reference: FormReference
    office: str
    answered: int
    questions: int

    @property
    def said(self) -> str:
        """The form in one line."""
        section = f", section {self.reference.section}" if self.reference.section else ""
        office = f", from {self.office}" if self.office else ""
        about = f"{self.reference.symbol}{section}, in {self.reference.language}{office}"
        return f"{self.file}: {about}: {self.answered} of {self.questions} entries filled in"

    def as_json(self) -> dict[str, Any]:
        """The form as plain data."""
        return {
            "file": self.file, "section": self.reference.section, "language": self.reference.language,
            "office": self.office, "answered": self.answered, "questions": self.questions,
        }  # fmt: skip


@record
class ReceivedForms:
    """What came back in forms: every change, every answer that was refused, and the files as they are to be.

    `openings` are the words that begin a message in the language of each file.
    """

    forms: tuple[ReceivedForm, ...]
    changes: tuple[Change, ...]
    faults: tuple[FormFault, ...] = ()
    openings: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[Path, bytes] = field(default_factory=dict)

    def is_open(self, written: bool) -> bool:
        """Whether anything is open, in conflict or refused, or is ready and was not written."""
        return bool(self.faults) or any(each.is_open for each in self.changes) or bool(self.files and not written)

    def messages(self) -> Iterator[tuple[str, list[str]]]:
        """What the sender of each file is to be told, in its language."""
        for file, opening in self.openings.items():
            faults = [each.message for each in self.faults if each.file == file]
            if faults:
                yield file, [opening, *dict.fromkeys(faults)]

    def as_json(self) -> dict[str, Any]:
        """The forms as plain data."""
        return {
            "forms": [each.as_json() for each in self.forms],
            "changes": [each.as_json() for each in self.changes if each.state != "done"],
            "refused": [
                {"file": each.file, "entry": each.number, "fault": each.fault, "message": each.message}
                for each in self.faults
            ],
            "messages": dict(self.messages()),
            "to_write": [str(path) for path in self.files],
        }


def read_forms(built: Built, paths: Sequence[Path], why: str = "") -> ReceivedForms:
    """What came back in some forms of one report; an `InputError` where one is none, is older, or of another report."""
    maker = FormMaker(built)
    ids = NewIds(set(maker.layout.ids))
    read = [_read(maker, path, ids, why) for path in paths]
    found = [(answers, list(_changes(answers))) for answers in read]
    changes = _laid_together(found)
    proved = FormProof(built).proved([each.change for each in changes])
    files = dict(proved.files)
    if files and why:
        planned = built.workspace.with_planned(files)
        files |= accepted_ledger(planned, built.report.slug, built, why)
    if files:
        files |= _contributions(built, maker.known, found, proved.changes)
    faults = tuple(each for answers in read for each in answers.faults)
    openings = {each.filled.file: each.words.messages.opening for each in read}
    return ReceivedForms(tuple(map(_received, read)), proved.changes, faults, openings, files)


def _read(maker: FormMaker, path: Path, ids: NewIds, why: str) -> ReturnedForm:
    filled = read_form_file(path)
    built, reference = maker.built, filled.reference
    if reference.language not in built.tags():
        message = f"the form is in '{reference.language}', and the report is not"
        raise InputError(message, Position(filled.file), f"languages: {', '.join(built.tags())}")
    words = form_words(built.workspace, reference.language)
    return ReturnedForm(maker, filled, current_form(maker, filled, words), words, ids, why)


def _changes(back: ReturnedForm) -> Iterator[FormChange]:
    """The changes that the answers of a form ask for, those of the paragraphs that stand first."""
    facts, paragraphs = FactAnswers(back), ParagraphAnswers(back)
    twice = back.twice
    for question in (each for piece in back.form.pieces for each in piece.questions):
        if question.number not in twice:
            yield from facts.change(question)
    for added in back.form.added:
        if not twice & {each.number for each in added.questions}:
            yield from paragraphs.change(added)


def read_form_file(path: Path) -> FilledForm:
    """A form in whatever program it was saved; an `InputError` with one clear line where it is none."""
    shown = str(path)
    if path.suffix.casefold() in SHEETS:
        from reportgen.forms.filled_sheet import read_sheet_form

        return read_sheet_form(read_file(path, shown, LARGEST_FILE), shown)
    return filled_form(read_any(path, shown))


def _received(answers: ReturnedForm) -> ReceivedForm:
    filled = answers.filled
    questions = sum(1 for _ in answers.form.questions())
    return ReceivedForm(filled.file, filled.reference, filled.office, answers.answered(), questions)


def _laid_together(found: Sequence[tuple[ReturnedForm, Sequence[FormChange]]]) -> list[FormChange]:
    """The changes of all forms: what two say alike is taken once, and where they clash neither is."""
    first: dict[tuple[str, ...], int] = {}
    taken: list[FormChange] = []
    for answers, changes in found:
        office = office_key(answers.filled.office), answers.form.section
        for each in changes:
            known = [at for key in _keys(each, office) if (at := first.get(key)) is not None]
            for key in _keys(each, office):
                first.setdefault(key, len(taken))
            taken.append(each)
            for at in known:
                _lay(taken, at, len(taken) - 1)
    return taken


def _keys(each: FormChange, office: tuple[str, str]) -> list[tuple[str, ...]]:
    """What an answer is about: a fact of the report, or an entry of a new paragraph of one office."""
    # Not by what is to be done: an answer that changes nothing, or is open, speaks against another one all the same.
    about = ("new", *office) if each.change.word == "inserted" else ("fact",)
    return [(*about, key) for key in each.answers]


def _lay(taken: list[FormChange], one: int, other: int) -> None:
    old, new = taken[one], taken[other]
    if _values(old.change) == _values(new.change):
        taken[other] = replace(new, change=new.change.decided([("done", "")]))
        return
    for at, against in ((one, new), (other, old)):
        said = "; ".join(f"{key}: “{text}”" for key, text in against.answers.items())
        why = f"{', '.join(against.change.files)} says otherwise: {said}"
        taken[at] = replace(taken[at], change=taken[at].change.against(why))


def _values(change: Change) -> tuple[object, ...]:
    return tuple((each.name, each.new) for each in change.facts) or change.texts


def _contributions(
    built: Built,
    known: Contributions,
    found: Sequence[tuple[ReturnedForm, Sequence[FormChange]]],
    proved: Sequence[Change],
) -> dict[Path, bytes]:
    """The file with what each form has now answered."""
    new, changes = [], iter(proved)
    for answers, its in found:
        written = [each for each, change in [(each, next(changes)) for each in its] if change.state == "ready"]
        if written:
            said = {key: text for each in written for key, text in each.answers.items()}
            added = tuple(each.change.id for each in written if each.change.word == "inserted")
            section, office = answers.form.section, answers.filled.office
            new.append(Contribution(office=office, section=section, language=answers.tag, answers=said, added=added))
    path = built.workspace.root / "inputs" / built.report.slug / CONTRIBUTIONS
    return {path: written_contributions(known, new)} if new else {}


def is_form(data: bytes, shown: str) -> bool:
    """Whether a file is a form that reportgen wrote, whatever program saved it since; `shown` is its name."""
    if not data.startswith(b"PK"):
        return any(mark in data or mark.decode().encode("utf-16-le") in data for mark in MARKS)
    try:
        package = open_package(data, shown)
        parts = [package.data(name) for name in _MAIN_PARTS if name in package.archive.NameToInfo]
    except InputError:
        return False  # what is wrong with it is told by whoever reads it
    return any(mark in part for part in parts for mark in MARKS)
