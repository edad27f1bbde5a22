"""What translators gave back, written into the catalogues once recovery and all rules have looked at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from reportgen import pipeline
from reportgen.catalogue.state import FINISHED
from reportgen.errors import InputError, Position, ReportgenError
from reportgen.finding import Finding
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.read import CopyReader, ReadChoices
from reportgen.pipeline.reading.plan import PlannedSources
from reportgen.pipeline.translators.exported import ExportedUnits
from reportgen.pipeline.translators.source_styles import with_source_styles
from reportgen.record import field, record, replace
from reportgen.returned.changes import Change
from reportgen.returned.operations import Operation, SetTranslation
from reportgen.returned.pieces import PieceReader
from reportgen.returned.printed_facts import facts_in
from reportgen.translation.came_back import returned_text
from reportgen.translation.source_left import untranslated_words
from reportgen.translation.units import (
    NamePart,
    ReturnedJob,
    ReturnedUnit,
    TranslationUnit,
    parts_within,
    text_of_parts,
)
from reportgen.translation.xliff_file import LARGEST_XLIFF, read_xliff
from reportgen.workspace import Workspace, read_file


@record
class ImportedPiece:
    """A piece that came back: its file and line, what it is written as, and what is wrong with it."""

    id: str
    where: str
    position: Position
    operations: tuple[Operation, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written of it."""
        return any(each.severity == "error" for each in self.findings)


@record
class Imported:
    """What came back in files of one report, and the files of the workspace as they are to be."""

    pieces: tuple[ImportedPiece, ...]
    files: Mapping[Path, bytes] = field(default_factory=dict)

    def accepted(self) -> int:
        """How many pieces can be written."""
        return sum(bool(each.operations) and not each.is_refused for each in self.pieces)

    def refused(self) -> int:
        """How many pieces cannot."""
        return sum(each.is_refused for each in self.pieces)

    def unchanged(self) -> int:
        """How many pieces came back as they are today."""
        return len(self.pieces) - self.accepted() - self.refused()

    def findings(self) -> tuple[Finding, ...]:
        """All that is to be said, in the order of the files."""
        return tuple(chain.from_iterable(each.findings for each in self.pieces))

    def as_json(self) -> dict[str, Any]:
        """The import as plain data."""
        return {
            "accepted": self.accepted(),
            "refused": self.refused(),
            "unchanged": self.unchanged(),
            "findings": [each.as_json() for each in self.findings()],
            "to_write": [str(path) for path in self.files],
        }


def import_units(built: Built, paths: Sequence[Path], partial: bool = False) -> Imported:
    """What came back in files: all of it is to be written or nothing, unless `partial` leaves out what is refused."""
    pieces: list[ImportedPiece] = []
    for path in paths:
        pieces += _FileImport(built, path).pieces()
    return _Plan(built, partial).imported(pieces)


@dataclass
class _FileImport:
    """Reads the units of one file."""

    built: Built
    path: Path

    @cached_property
    def job(self) -> ReturnedJob:
        shown = str(self.path)
        job = read_xliff(read_file(self.path, shown, LARGEST_XLIFF), shown)
        report = self.built.report
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

    def pieces(self) -> Iterator[ImportedPiece]:
        """Every unit that has a text."""
        for unit in self.job.units:
            if unit.target or unit.id not in self.units.by_id:
                yield self._piece(unit)

    def _piece(self, returned: ReturnedUnit) -> ImportedPiece:
        position = Position(str(self.path), returned.line)
        piece = self.units.by_id.get(returned.id)
        if piece is None:
            found = ImportedPiece(returned.id, returned.id, position)
            return self._refused(found, "RG501", f"'{returned.id}' is not in the report", "units keep the ids they had")
        sent = self.units.unit(piece)
        found = ImportedPiece(returned.id, f"{sent.where} ({sent.id})", position)
        if returned.digest != sent.digest:
            hint = "export it again: the new file shows the source before and now"
            return self._refused(found, "RG502", "the source was reworded since the file was made", hint)
        return self._read(found, returned, sent)

    def _read(self, found: ImportedPiece, returned: ReturnedUnit, unit: TranslationUnit) -> ImportedPiece:
        text = returned_text(returned, unit)
        sent = self.units.target.sent[unit.id]
        recovered = self.reader.recovered(sent, text.content, sent)
        wording = text.restored(recovered.wording)
        if not sent.wording:
            wording = with_source_styles(wording, sent.source)
        recovered = replace(recovered, wording=wording)
        # Another value typed over a figure leaves the wording as it was.
        says_the_same = wording == sent.wording and not (recovered.changed or recovered.proposed or recovered.questions)
        if says_the_same and not text.faults:
            return self._confirmed(found, returned, unit, wording)
        if unit.text_digest and returned.text_digest not in ("", unit.text_digest):
            message = "the text was changed here too since the file was made"
            return self._refused(found, "RG506", message, "export it again, and take over what is to stand")
        printed = self.units.by_id[unit.id]
        change = self.reader.change(sent, printed, text.shown, sent, recovered)
        wrong = (
            *(self._finding(found, "RG503", each, "take the value over once, as it is") for each in text.faults),
            *self._unknown_forms(found, returned, unit, wording),
            *self._open(found, change),
            *self._left(found, returned, unit),
        )
        return replace(found, operations=change.operations, findings=wrong)

    def _confirmed(
        self, found: ImportedPiece, returned: ReturnedUnit, unit: TranslationUnit, wording: str
    ) -> ImportedPiece:
        """A text that came back as it was: it is good for today's source where its translator says so."""
        if unit.state in FINISHED or not returned.is_done:
            return found
        source = self.units.source.sources[unit.id]
        return replace(found, operations=(SetTranslation(self.job.target, unit.id, source, wording),))

    def _unknown_forms(
        self, found: ImportedPiece, returned: ReturnedUnit, unit: TranslationUnit, wording: str
    ) -> Iterator[Finding]:
        """The names that came back in words of which no fact was made."""
        named = {each.number: each for each in parts_within(unit.source) if isinstance(each, NamePart)}
        printed = facts_in(wording)
        for each in parts_within(returned.target):
            name = named.get(each.number) if isinstance(each, NamePart) else None
            if isinstance(each, NamePart) and name is not None and name.name not in printed:
                message = f"'{each.text}' is no form of '{name.text}' that the lexicon has"
                hint = (
                    f"use one of the forms in the notes, or add it as a new form in locales/{self.job.target}/lexicon"
                )
                yield self._finding(found, "RG507", message, hint)

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


@dataclass
class _Plan:
    """Makes what was accepted, in memory, and asks the rules about it."""

    built: Built
    partial: bool

    def imported(self, pieces: Sequence[ImportedPiece]) -> Imported:
        """The pieces with what the rules find, and the files to write."""
        left = list(pieces)
        while True:
            files, found = self._planned([each for each in left if not each.is_refused])
            refused = {name for name, each in found.items() if any(one.severity == "error" for one in each)}
            told = [self._with(each, found) for each in left]
            if not refused or not self.partial:
                is_whole = self.partial or not any(each.is_refused for each in told)
                return Imported(tuple(told), files if is_whole else {})
            left = [replaced if each.id in refused else each for each, replaced in zip(left, told, strict=True)]

    def _with(self, piece: ImportedPiece, found: Mapping[str, Sequence[Finding]]) -> ImportedPiece:
        if not piece.operations or piece.is_refused:
            return piece
        return replace(piece, findings=(*piece.findings, *found.get(piece.id, ())))

    def _planned(self, pieces: Sequence[ImportedPiece]) -> tuple[Mapping[Path, bytes], Mapping[str, Sequence[Finding]]]:
        """The files with some pieces, and what the rules find in each, by its id."""
        operations = [operation for piece in pieces for operation in piece.operations]
        if not operations:
            return {}, {}
        try:
            plan = PlannedSources(self.built.workspace, self.built.report.slug, {})
            plan.make(operations)
        except ReportgenError as error:
            if len(pieces) > 1:
                return self._at_fault(pieces)
            finding = Finding("RG504", "error", error.message, "", pieces[0].where, pieces[0].position, error.hint)
            return {}, {pieces[0].id: (finding,)}
        tags = dict.fromkeys(each.language for each in operations if isinstance(each, SetTranslation))
        return plan.files, self._found(plan.now, tuple(tags), {each.id for each in pieces if each.operations})

    def _at_fault(
        self, pieces: Sequence[ImportedPiece]
    ) -> tuple[Mapping[Path, bytes], Mapping[str, Sequence[Finding]]]:
        """What is wrong with the pieces that cannot be written, found by halves."""
        found: dict[str, Sequence[Finding]] = {}
        for half in (pieces[: len(pieces) // 2], pieces[len(pieces) // 2 :]):
            found.update(self._planned(half)[1])
        return {}, found

    def _found(self, workspace: Workspace, tags: Sequence[str], wanted: set[str]) -> Mapping[str, Sequence[Finding]]:
        report = pipeline.load(workspace, self.built.report.slug)
        documents = {tag: pipeline.build(workspace, report, tag) for tag in tags}
        found: dict[str, list[Finding]] = {}
        for finding in pipeline.check_documents(workspace, report, documents):
            if finding.language in tags and finding.id in wanted:
                found.setdefault(finding.id, []).append(finding)
        return found
