"""What translators gave back, written into the catalogues once recovery and all rules have looked at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from textwrap import shorten
from typing import TypeGuard

from reportgen.catalogue.notes import ReviewNote, note_key
from reportgen.catalogue.state import FINISHED
from reportgen.errors import InputError, Position
from reportgen.facts import NAME_KINDS, Names
from reportgen.finding import Finding
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.read import CopyReader, ReadChoices
from reportgen.pipeline.reading.notes import new_notes, notes_files
from reportgen.pipeline.translators.approved_forms import by_approved_forms, is_form_of
from reportgen.pipeline.translators.exported import ExportedUnits
from reportgen.pipeline.translators.outcome import Imported, ImportedPiece
from reportgen.pipeline.translators.source_styles import with_source_styles
from reportgen.pipeline.translators.trial import Trial
from reportgen.record import replace
from reportgen.recover import Recovered, SentFact, SentPiece
from reportgen.returned.changes import Change
from reportgen.returned.operations import SetTranslation
from reportgen.returned.pieces import PieceReader
from reportgen.returned.printed_facts import facts_in
from reportgen.translation.came_back import ReturnedText, returned_text
from reportgen.translation.formats import job_format
from reportgen.translation.marked_text import marked_text, numbered
from reportgen.translation.source_left import untranslated_words
from reportgen.translation.units import (
    NamePart,
    ReturnedJob,
    ReturnedUnit,
    TranslationUnit,
    UnitPart,
    parts_within,
    text_of_parts,
)
from reportgen.translation.xliff_file import LARGEST_XLIFF
from reportgen.wording import Fault, WordingPiece, placeholders, printed_facts, references, scan
from reportgen.workspace import read_file

_AS_IT_IS = "take the value over once, as it is"


def import_units(built: Built, paths: Sequence[Path], partial: bool = False) -> Imported:
    """What came back in files: all of it is to be written or nothing, unless `partial` leaves out what is refused."""
    files = [_FileImport(built, path) for path in paths]
    pieces = [piece for each in files for piece in each.pieces()]
    found = Trial(built, partial).imported(pieces)
    if found.refused() and not partial:
        return found
    said = {each.job.target: [*each.notes()] for each in files}
    notes = {tag: new_notes(built, tag, each) for tag, each in said.items()}
    every = tuple(chain.from_iterable(notes.values()))
    return replace(found, notes=every, files={**found.files, **notes_files(built, notes)})


@dataclass
class _FileImport:
    """Reads the units of one file."""

    built: Built
    path: Path

    @cached_property
    def job(self) -> ReturnedJob:
        shown = str(self.path)
        form = job_format(shown)
        if form is None:
            raise InputError("no file for translators ends like this", Position(shown), "xlf, po, docx or xlsx")
        job = form.read(read_file(self.path, shown, LARGEST_XLIFF), shown)
        report = self.built.report
        # PO says the language of its sources only where somebody wrote it down.
        job = replace(job, source=job.source or report.language)
        if job.symbol != report.symbol:
            message = f"the file is of '{job.symbol}', and the report is {report.symbol}"
            raise InputError(message, Position(shown), "name the report that it belongs to")
        if job.source != report.language or job.target not in self.built.workspace.languages():
            message = f"the file goes from '{job.source}' to '{job.target}'"
            known = ", ".join(self.built.workspace.languages())
            hint = f"the report is written in '{report.language}'; languages: {known}"
            raise InputError(message, Position(shown), hint)
        return job

    @cached_property
    def units(self) -> ExportedUnits:
        return ExportedUnits(self.built, self.job.target)

    @cached_property
    def reader(self) -> PieceReader:
        return CopyReader(self.built, ReadChoices(self.job.target)).pieces(self.job.target, self.units.source.sources)

    def notes(self) -> Iterator[ReviewNote]:
        """What people said about units, as review notes; the same words about two units are two notes."""
        file = self.path.name
        for unit in self.job.units:
            for each in unit.comments if unit.id in self.units.by_id else ():
                key = note_key(file, each.author, each.date, f"{each.text}\0{unit.id}")
                yield ReviewNote(key, unit.id, each.text, each.author, each.date, each.quote, file)

    def pieces(self) -> Iterator[ImportedPiece]:
        """Every unit that has a text, and those that lost the one that they had."""
        for unit in self.job.units:
            if unit.target or unit.fault or unit.id not in self.units.by_id:
                yield self._piece(unit)
            elif self.units.target.sent[unit.id].wording:
                yield from self._emptied(unit)

    def _emptied(self, returned: ReturnedUnit) -> Iterator[ImportedPiece]:
        """A unit without a text, as tools leave those that they did not understand: what stands there stays."""
        sent = self.units.unit_without_remarks(self.units.by_id[returned.id])
        # OmegaT writes no translation into a PO file that is the same as its source.
        if marked_text(sent.source, is_coded=True) == marked_text(sent.target, is_coded=True):
            return
        found = ImportedPiece(returned.id, f"{sent.where} ({sent.id})", Position(str(self.path), returned.line))
        message = f"it came back empty, and '{shorten(text_of_parts(sent.target), 60, placeholder='…')}' stays"
        finding = self._finding(found, "RG504", message, "put its text back where another one is meant")
        yield replace(found, findings=(replace(finding, severity="warning"),))

    def _piece(self, returned: ReturnedUnit) -> ImportedPiece:
        position = Position(str(self.path), returned.line)
        piece = self.units.by_id.get(returned.id)
        if piece is None:
            found = ImportedPiece(returned.id, returned.id, position)
            return self._refused(found, "RG501", f"'{returned.id}' is not in the report", "units keep the ids they had")
        sent = self.units.unit_without_remarks(piece)
        found = ImportedPiece(returned.id, f"{sent.where} ({sent.id})", position)
        if not _is_of_source(returned, sent):
            hint = "export it again: the new file shows the source before and now"
            return self._refused(found, "RG502", "the source was reworded since the file was made", hint)
        if returned.is_as_offered and not sent.target:
            hint = "confirm it in your tool, or change it"
            finding = replace(
                self._finding(found, "RG508", "it is as the memory offered it, and nobody confirmed it", hint),
                severity="warning",
            )
            return replace(found, findings=(finding,))
        if returned.fault:
            return self._refused(found, "RG503", returned.fault, "marks and codes stay as they are in the source")
        return self._read(found, replace(returned, target=numbered(returned.target, sent)), sent)

    def _read(self, found: ImportedPiece, returned: ReturnedUnit, unit: TranslationUnit) -> ImportedPiece:
        sent = self.units.target.sent[unit.id]
        text = returned_text(returned, unit)
        recovered = self._recovered(sent, text)
        there = facts_in(text.restored(recovered.wording))
        lost = {name: value for name, value in self.units.facts(unit.id).items() if name not in there}
        names = dict(by_approved_forms(self.units.language, returned.target, unit, lost))
        if names:
            text = returned_text(returned, unit, names)
            recovered = self._recovered(sent, text)
        typed = recovered.wording if sent.wording else with_source_styles(recovered.wording, sent.source)
        wording = text.restored(typed)
        recovered = _with_restored(recovered, wording)
        # Another value typed over a figure leaves the wording as it was.
        says_the_same = wording == sent.wording and not (recovered.changed or recovered.proposed or recovered.questions)
        if says_the_same and not text.faults and not text.altered:
            return self._confirmed(found, returned, unit, wording)
        if not unit.text_digest.startswith(returned.text_digest) and unit.text_digest:
            message = "the text was changed here too since the file was made"
            return self._refused(found, "RG506", message, "export it again, and take over what is to stand")
        printed = self.units.by_id[unit.id]
        change = self.reader.change(sent, printed, text.shown, sent, recovered)
        wrong = (
            *(self._finding(found, "RG503", each, _AS_IT_IS) for each in (*text.faults, *_altered(text, wording))),
            *self._unknown_forms(found, returned, unit, recovered),
            *self._open(found, change),
            *self._left(found, returned, unit),
        )
        return replace(found, operations=change.operations, findings=wrong)

    def _recovered(self, sent: SentPiece, text: ReturnedText) -> Recovered:
        left = sent if sent.wording else replace(sent, facts=_facts_left(sent, text))
        return self.reader.recovered(left, text.content, left)

    def _confirmed(
        self, found: ImportedPiece, returned: ReturnedUnit, unit: TranslationUnit, wording: str
    ) -> ImportedPiece:
        """A text that came back as it was: it is good for today's source where its translator says so."""
        if unit.state in FINISHED or not returned.is_done:
            return found
        source = self.units.source.sources[unit.id]
        return replace(found, operations=(SetTranslation(self.job.target, unit.id, source, wording),))

    def _unknown_forms(
        self, found: ImportedPiece, returned: ReturnedUnit, unit: TranslationUnit, recovered: Recovered
    ) -> Iterator[Finding]:
        """The names that came back in words of which no fact was made; a warning where others name the same."""
        named = {each.number: each for each in parts_within(unit.source) if isinstance(each, NamePart)}
        back = [(each, named[each.number]) for each in parts_within(returned.target) if _is_name_of(each, named)]
        wanted, printed = Counter(name.name for _, name in back), self._names_printed(unit.id, recovered.wording)
        changed, values = {each.name for each in recovered.changed}, self.units.facts(unit.id)
        for each, name in back:
            # A list of which one name is gone is printed as it was until somebody decides.
            is_whole = printed[name.name] >= wanted[name.name] and name.name not in changed
            is_named = printed[name.name] and (
                self._is_known(each.text) or is_form_of(self.units.language, values.get(name.name), each.text)
            )
            if is_whole or is_named:
                continue
            message = f"'{each.text}' is no form of '{name.text}' that the lexicon has"
            hint = f"use one of the forms in the notes, or add it as a new form in locales/{self.job.target}/lexicon"
            finding = self._finding(found, "RG507", message, hint)
            yield replace(finding, severity="warning") if printed[name.name] else finding

    def _names_printed(self, piece: str, wording: str) -> Counter[str]:
        """How many names of each fact a wording prints: a whole list with one placeholder."""
        values, found = self.units.facts(piece), Counter[str]()
        for each in placeholders(_scanned(wording)):
            value = values.get(each.fact)
            found[each.fact] += len(value.ids) if isinstance(value, Names) and not each.item else 1
        return found

    def _is_known(self, text: str) -> bool:
        """Whether some words are a name, in whatever form."""
        return any(isinstance(each.value, Names) for each in self.units.language.recognizer.stated(text))

    def _open(self, found: ImportedPiece, change: Change) -> Iterator[Finding]:
        if change.is_open:
            yield from (self._finding(found, "RG504", why, "correct the text in the file") for why in change.why)

    def _left(self, found: ImportedPiece, returned: ReturnedUnit, unit: TranslationUnit) -> Iterator[Finding]:
        words = untranslated_words(unit.source, text_of_parts(returned.target))
        if words:
            yield self._finding(found, "RG505", f"it is left in {self.job.source}: '{words}'", "translate it")

    def _refused(self, found: ImportedPiece, code: str, message: str, hint: str) -> ImportedPiece:
        return replace(found, findings=(self._finding(found, code, message, hint),))

    def _finding(self, found: ImportedPiece, code: str, message: str, hint: str) -> Finding:
        return Finding(code, "error", message, self.job.target, found.where, found.position, hint)


def _facts_left(sent: SentPiece, text: ReturnedText) -> Mapping[str, SentFact]:
    """The facts that may stand in the words of a new text: not those of which every code came back."""
    held = Counter(each.fact for wording in text.signs.values() for each in placeholders(_scanned(wording)))
    wanted = Counter(each.fact for each in placeholders(_scanned(sent.source)) if any(printed_facts(each)))
    return {name: fact for name, fact in sent.facts.items() if not 0 < wanted[name] <= held[name]}


def _altered(text: ReturnedText, wording: str) -> Iterator[str]:
    """What is wrong with values over which another text was typed; nothing where it says the same value."""
    printed = facts_in(wording) | {each.ids[0] for each in references(_scanned(wording))}
    return (said for known, said in text.altered if known.name.split(",")[0] not in printed)


def _is_name_of(part: UnitPart, named: Mapping[int, NamePart]) -> TypeGuard[NamePart]:
    """Whether a part has the number of a name of the lexicon."""
    return isinstance(part, NamePart) and part.number in named and named[part.number].kind in NAME_KINDS


def _scanned(wording: str) -> tuple[WordingPiece, ...]:
    try:
        return scan(wording)
    except Fault:
        return ()


def _is_of_source(returned: ReturnedUnit, sent: TranslationUnit) -> bool:
    """Whether a unit was made from today's source: by its digest, else by the source that it shows."""
    if returned.digest:
        return sent.digest.startswith(returned.digest)
    shown = {marked_text(sent.source, is_coded=True), marked_text(sent.source)}
    return " ".join(returned.source.split()) in {" ".join(each.split()) for each in shown}


def _with_restored(recovered: Recovered, wording: str) -> Recovered:
    """What recovery found, with the wording in which codes are values again: those are not gone."""
    there = facts_in(wording)
    left = tuple(each for each in recovered.questions if each.kind != "gone" or each.fact not in there)
    gone = tuple(name for name in recovered.gone if name not in there)
    return replace(recovered, wording=wording, gone=gone, questions=left)
