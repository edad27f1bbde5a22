"""What translators gave back, made in memory and looked at by all rules, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen import pipeline
from reportgen.errors import ReportgenError
from reportgen.finding import Finding
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.reading.plan import PlannedSources
from reportgen.pipeline.translators.outcome import Imported, ImportedPiece
from reportgen.record import replace
from reportgen.returned.operations import SetTranslation
from reportgen.workspace import Workspace

_FOR_AUTHORS = frozenset({"RG047"})
"""Codes whose advice takes our placeholders, which translators do not see.

Their words agree with today's number, and the review state asks for them again where its plural category changes.
"""


@dataclass
class Trial:
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
                is_note = finding.code in _FOR_AUTHORS
                found.setdefault(finding.id, []).append(replace(finding, severity="note") if is_note else finding)
        return found
