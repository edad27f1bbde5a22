"""The proof of what is to be written: the report is built again, and must print what came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportgen import checks, pipeline
from reportgen.checks import totals
from reportgen.errors import ReportgenError
from reportgen.language import Language
from reportgen.model.report import Report
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.reading.halves import at_fault
from reportgen.pipeline.reading.plan import PlannedSources
from reportgen.pipeline.reading.sides import todays_side
from reportgen.record import record, replace
from reportgen.recover import Recovered, SentPiece, recover
from reportgen.returned.changes import Change, Reason
from reportgen.returned.decisions import same_value
from reportgen.returned.laid import LaidFile
from reportgen.returned.layout import Layout
from reportgen.returned.operations import SetWording
from reportgen.returned.sides import KnownSide, looks_alike
from reportgen.tree.citation import cited
from reportgen.tree.inlines import Content
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

_TOTAL = "the last row of the table would not be the sum of the others"


@record
class Proved:
    """Changes that print what came back, and the files that hold them."""

    changes: tuple[Change, ...]
    files: Mapping[Path, bytes]


@record
class Proof:
    """Makes the changes of files in memory; `laid` gives each file by name with its language.

    `keeps` says that changed facts stay as they are, whatever came back.
    """

    built: Built
    laid: Mapping[str, tuple[str, LaidFile]]
    layout: Layout
    keeps: bool = False

    def proved(self, changes: Sequence[Change]) -> Proved:
        """The changes; those that cannot be made, or would print something else, are open."""
        left = list(changes)
        while True:
            files, sides, refused = self._made(left)
            if not refused:
                # Where nothing is to be written, today's sources may have been printed after the file was.
                today = {tag: laid.today for tag, laid in self.laid.values()}
                return Proved(tuple(self._told(left, sides if files else today)), files)
            for index, reason in refused.items():
                state, why = reason
                left[index] = replace(left[index], state=state, why=(*left[index].why, why), operations=())

    def _made(
        self, changes: Sequence[Change]
    ) -> tuple[Mapping[Path, bytes], Mapping[str, KnownSide], Mapping[int, Reason]]:
        """The files with all that is ready, what they print, and why some changes cannot be made, by their index."""
        ready = [index for index, each in enumerate(changes) if each.operations]
        try:
            files, sides, report = self._planned(changes, ready)
        except ReportgenError as error:
            return {}, {}, at_fault(ready, lambda some: self._planned(changes, some), error)
        refused = {**self._unlike(changes, sides), **self._off_total(changes, report)} if files else {}
        return files, sides, refused

    def _planned(
        self, changes: Sequence[Change], ready: Sequence[int]
    ) -> tuple[Mapping[Path, bytes], Mapping[str, KnownSide], Report]:
        plan = PlannedSources(self.built.workspace, self.built.report.slug, {})
        plan.make([each for index in ready for each in changes[index].operations])
        if not plan.files:
            return {}, {}, self.built.report
        report = pipeline.load(plan.now, self.built.report.slug)
        return plan.files, self._sides(plan.now, report), report

    def _sides(self, workspace: Workspace, report: Report) -> Mapping[str, KnownSide]:
        tags = dict.fromkeys((report.language, *(tag for tag, _ in self.laid.values())))
        return {tag: todays_side(workspace, report, pipeline.build(workspace, report, tag)) for tag in tags}

    def _unlike(self, changes: Sequence[Change], sides: Mapping[str, KnownSide]) -> dict[int, Reason]:
        """The changes whose pieces would print something else than what came back."""
        found: dict[int, Reason] = {}
        prints = self._prints(sides)
        for index, change in enumerate(changes):
            if change.operations:
                lines = [(change.id, change.line), *((note.id, note.line) for note in change.notes)]
                would = (prints[change.files[0]].otherwise(name, line) for name, line in lines if line is not None)
                otherwise = next((each for each in would if each is not None), None)
                if otherwise is not None:
                    found[index] = ("open", f"it would print: {otherwise}")
        return found

    def _prints(self, sides: Mapping[str, KnownSide]) -> Mapping[str, _Print]:
        workspace = self.built.workspace
        return {
            file: _Print(sides[tag], laid, pipeline.language(workspace, tag, self.built.report), self.keeps)
            for file, (tag, laid) in self.laid.items()
        }

    def _off_total(self, changes: Sequence[Change], report: Report) -> dict[int, Reason]:
        """The changes of cells without which the last row of their table is the sum of the others."""
        touched = {
            index: self.layout.block_of(each.piece)
            for index, change in enumerate(changes)
            for each in change.operations
            if isinstance(each, SetWording) and self.layout.block_of(each.piece) in self.layout.totals
        }
        if not touched:
            return {}
        wrong = set(self._tables_off(report)) - set(self._tables_off(self.built.report))
        return {index: ("conflict", _TOTAL) for index, table in touched.items() if table in wrong}

    def _tables_off(self, report: Report) -> Iterator[str]:
        language = pipeline.language(self.built.workspace, report.language, report)
        document = self.built.original()
        edition = checks.Edition(report, document, {}, {}, {report.language: language})
        return (finding.where for finding in totals.check(edition))

    def _told(self, changes: Sequence[Change], sides: Mapping[str, KnownSide]) -> Iterator[Change]:
        """The changes with what reportgen prints its own way, and the other pieces where it does so now."""
        prints = self._prints(sides)
        for change in changes:
            yield prints[change.files[0]].settled(change) if change.operations else change
        known = {(file, change.line) for change in changes for file in change.files}
        for file, (_, laid) in self.laid.items():
            for line, piece in laid.sent_of.items():
                if (file, line) not in known:
                    yield from prints[file].ours(piece, line, file)


@dataclass(frozen=True)
class _Print:
    """What planned sources print of the lines of one file; `keeps` says that changed facts stay as they are."""

    side: KnownSide
    laid: LaidFile
    language: Language
    keeps: bool

    @cached_property
    def printed(self) -> Mapping[str, Content]:
        """What is printed, by id."""
        return {each.id: each.content for each in self.side.pieces}

    def read(self, name: str, line: int) -> Recovered | None:
        """What the line is as a change of what is printed; none where it looks alike, or has no wording."""
        piece, content = self.side.sent.get(name), self.laid.contents[line]
        if piece is None or looks_alike(self.printed[name], content):
            return None
        return recover(piece, content, self.language)

    def settled(self, change: Change) -> Change:
        """The change with what of its line is printed otherwise once it is written."""
        if change.line is None or change.id not in self.side.sent:
            return change
        found = self.read(change.id, change.line)
        return replace(change, settled=found.settled if found else ())

    def otherwise(self, name: str, line: int) -> str | None:
        """What would be printed instead of the line; none where it is the same, but for what reportgen decides."""
        # A new item of a list or row of a table has the id of its place, and is proved by its neighbours.
        if name not in self.printed or looks_alike(self.printed[name], self.laid.contents[line]):
            return None
        if self._has_only_facts_of(name, line):
            return None
        found, piece = self.read(name, line), self.side.sent.get(name)
        is_ours = found is not None and piece is not None and self._is_ours(piece, found)
        return None if is_ours else plain_text(self.printed[name])

    def _has_only_facts_of(self, name: str, line: int) -> bool:
        """Whether the words of a piece are those of the sources, which alone changed them, with the facts of a line."""
        sent, today, known = (side.sent.get(name) for side in (self.laid.sent, self.laid.today, self.side))
        if sent is None or today is None or known is None or not sent.wording != today.wording == known.wording:
            return False
        found = recover(sent, self.laid.contents[line], self.language)
        return found.wording == sent.wording and all(
            each.name in known.facts and same_value(each.new, known.facts[each.name].value) for each in found.changed
        )

    def ours(self, piece: PrintedPiece, line: int, file: str) -> Iterator[Change]:
        """The change of a line that nobody edited and that is printed otherwise now: numbers, first uses of names."""
        today, known = self.laid.today.sent.get(piece.id), self.side.sent.get(piece.id)
        if today is None or known is None or today.wording != known.wording:
            return
        found = self.read(piece.id, line)
        if found is not None and found.settled and found.wording == known.wording:
            texts = plain_text(piece.content), plain_text(self.laid.contents[line])
            where = cited(piece.kind, piece.path)
            change = Change(piece.id, piece.kind, where, self.language.tag, "reworded", "settled", texts, (file,))
            yield replace(change, settled=found.settled, line=line)

    def _is_ours(self, piece: SentPiece, found: Recovered) -> bool:
        """Whether no words differ, and facts only as far as they were changed since the file was sent, or are kept."""
        sent = self.laid.sent.sent.get(piece.id)
        older = sent is not None and all(
            each.name in sent.facts and same_value(each.new, sent.facts[each.name].value) for each in found.changed
        )
        same_words = found.wording == piece.wording and not (found.proposed or found.gone)
        return same_words and (not found.changed or older or self.keeps)
