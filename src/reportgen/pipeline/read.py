"""What came back in files, laid on what was sent and on today's sources; what of it is written, and the proof of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from reportgen import catalogue, pipeline
from reportgen.catalogue.notes import ReviewNote
from reportgen.comparison.files import Comparison
from reportgen.errors import InputError, Position, UsageError
from reportgen.inputs.places import written_places
from reportgen.model.new_ids import NewIds
from reportgen.model.report import wordings
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.reading.holds import accepted_ledger, holds_of
from reportgen.pipeline.reading.notes import new_notes, notes_files
from reportgen.pipeline.reading.proof import Proof
from reportgen.pipeline.reading.sides import FileSides
from reportgen.readers import ReadDocument
from reportgen.record import field, record, replace
from reportgen.returned.blocks import BlockReader
from reportgen.returned.cells import CellReader
from reportgen.returned.changes import Change
from reportgen.returned.comments import CommentReader
from reportgen.returned.copies import taken_together
from reportgen.returned.decisions import FactsChoice
from reportgen.returned.laid import LaidFile
from reportgen.returned.layout import Layout, layout_of
from reportgen.returned.masthead import MastheadReader
from reportgen.returned.pieces import PieceReader, TodaysFacts
from reportgen.returned.printed_facts import facts_in
from reportgen.returned.reading import FileReader
from reportgen.returned.sides import FileSide
from reportgen.tree.citation import cited


@record
class ReadChoices:
    """What the user says: the language of the files, what is done with changed facts, the pieces that count, the file
    as it was sent, whether a comparison with today is enough, and the reason for changes to a frozen report."""

    language: str = ""
    facts: FactsChoice = "ask"
    only: tuple[str, ...] = ()
    sent: Path | None = None
    two_way: bool = False
    why: str = ""


@record
class ReadCopy:
    """A file that was read: its name, its language, and what it was compared with."""

    file: str
    language: str
    symbol: str
    laid: LaidFile
    document: ReadDocument
    is_base_known: bool

    @property
    def said(self) -> str:
        """The file, its report and language, and what it is compared with, in one line."""
        unknown = "" if self.is_base_known else ", since nobody knows what was sent"
        return f"{self.file}: {self.symbol} in {self.language}, compared with {self.laid.sent.name}{unknown}"

    def as_json(self) -> dict[str, Any]:
        """The file as plain data."""
        return {
            "file": self.file,
            "language": self.language,
            "against": self.laid.sent.name,
            "known": self.is_base_known,
        }


@record
class CameBack:
    """What came back: the files, every change, new comments, and the files of the workspace as they are to be."""

    copies: tuple[ReadCopy, ...]
    changes: tuple[Change, ...]
    notes: tuple[ReviewNote, ...] = ()
    files: Mapping[Path, bytes] = field(default_factory=dict)

    def is_open(self, written: bool) -> bool:
        """Whether anything is open or in conflict, or is ready and was not written."""
        return any(each.is_open for each in self.changes) or bool(self.files and not written)

    def numbers(self) -> Mapping[str, str]:
        """The numbers of today's pieces, as people cite them."""
        return _numbers([copy.laid for copy in self.copies])

    def as_json(self) -> dict[str, Any]:
        """The reading as plain data."""
        return {
            "files": [each.as_json() for each in self.copies],
            "changes": [each.as_json() for each in self.changes if each.state != "done"],
            "comments": [each.as_json() for each in self.notes],
            "to_write": [str(path) for path in self.files],
        }


def require_base(reading: CameBack, choices: ReadChoices) -> None:
    """Raise a `UsageError` where something is to be written of a file of which nobody knows what was sent."""
    unknown = [copy.file for copy in reading.copies if not copy.is_base_known]
    if unknown and not choices.two_way and any(each.operations for each in reading.changes):
        message = f"{unknown[0]}: it is not known what was sent, so what others changed since would be taken back"
        raise UsageError(message, hint="--sent FILE names it as it was sent; --two-way takes today's sources for it")


def read_copies(built: Built, paths: Sequence[Path], choices: ReadChoices) -> CameBack:
    """What came back in some files, and the sources as they are to be; an `InputError` where one cannot be read."""
    reader = CopyReader(built, choices)
    copies = [reader.copy(path) for path in paths]
    for copy in copies:
        _require_ours(copy)
    of_copies = [reader.changes(copy) for copy in copies]
    notes = reader.new_comments(copies, of_copies)
    found = taken_together(of_copies)
    wanted = [each for each in found if _is_wanted(each.id, choices.only)]
    laid = {copy.file: (copy.language, copy.laid) for copy in copies}
    proved = Proof(built, laid, reader.layout, choices.facts == "keep").proved(wanted)
    files = dict(proved.files)
    if files and choices.why:
        planned = built.workspace.with_planned(files)
        files |= accepted_ledger(planned, built.report.slug, built, choices.why)
    said = tuple(chain.from_iterable(notes.values()))
    return CameBack(tuple(copies), proved.changes, said, {**files, **notes_files(built, notes)})


@record
class CheckedFile:
    """A file compared with the report: its numbers, and what came back in its texts, where it is one of the report."""

    comparison: Comparison
    changes: tuple[Change, ...]
    notes: tuple[ReviewNote, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)

    def is_clean(self) -> bool:
        """Whether only words differ: no number, figure, date, name, qualifier, negation or line of the masthead."""
        return not self.comparison.numbers_differ() and not any(each.alarms for each in self.changes)

    def as_json(self) -> dict[str, Any]:
        """The file as plain data."""
        return {
            **self.comparison.as_json(),
            "came_back": [each.as_json() for each in self.changes],
            "comments": [each.as_json() for each in self.notes],
        }


def check_file(built: Built, path: Path, tag: str = "") -> CheckedFile:
    """A file against the report, nothing of which is written."""
    document = numbers.read_returned(built.workspace, path)
    comparison = numbers.compare_read(built, document, path, tag)
    reader = CopyReader(built, ReadChoices(tag, two_way=True))
    copy = reader.copy(path, document)
    if not copy.laid.is_of_report():
        return CheckedFile(comparison, ())
    changes = reader.changes(copy)
    [notes] = reader.new_comments([copy], [changes]).values()
    # Numbers of cross-references are told by the comparison; others of ours are no edits.
    shown = tuple(each for each in changes if each.state not in ("done", "settled"))
    return CheckedFile(comparison, shown, notes, _numbers([copy.laid]))


def _numbers(files: Iterable[LaidFile]) -> Mapping[str, str]:
    """The numbers of the pieces of today that files are laid on."""
    return {piece.id: cited(piece.kind, piece.path) for laid in files for piece in laid.today.text()}


def _is_wanted(name: str, only: Sequence[str]) -> bool:
    return not only or name in only or name.partition("/")[0] in only


@dataclass
class CopyReader:
    """Reads the copies of one report."""

    built: Built
    choices: ReadChoices

    @cached_property
    def layout(self) -> Layout:
        return layout_of(self.built.report)

    @cached_property
    def ids(self) -> NewIds:
        return NewIds(set(self.layout.ids))

    def copy(self, path: Path, read: ReadDocument | None = None) -> ReadCopy:
        """A file with the sides that it is laid between; `read` is what it holds, where that is known."""
        document = read or numbers.read_returned(self.built.workspace, path)
        tag = self.choices.language or self._language_of(document, path)
        sides = FileSides(self.built, document, tag, self.layout, self.choices.sent)
        laid = LaidFile(sides.sent or sides.today, sides.today, FileSide.of(document), self.layout, sides.printed)
        return ReadCopy(document.file, tag, self.built.report.symbol, laid, document, sides.sent is not None)

    def _language_of(self, document: ReadDocument, path: Path) -> str:
        """The language that a file says it is in, else that of its name or its words."""
        said = document.identity.language if document.identity else ""
        if said in self.built.tags():
            return said
        return numbers.language_of_file(self.built, numbers.lines_of_document(document, path), path)

    def changes(self, copy: ReadCopy) -> list[Change]:
        """The changes of one copy."""
        pieces = self.pieces(copy.language, copy.laid.sources)
        blocks = BlockReader(copy.laid, pieces, self.ids)
        reader = FileReader(copy.laid, pieces, blocks, CellReader(copy.laid, blocks))
        above = MastheadReader(copy.laid, pieces, copy.document.masthead)
        return [replace(each, files=(copy.file,)) for each in (*above.changes(), *reader.changes())]

    def new_comments(
        self, copies: Sequence[ReadCopy], changes: Sequence[Sequence[Change]]
    ) -> dict[str, tuple[ReviewNote, ...]]:
        """The comments of copies, with their changes, that the report has not among its notes, by language."""
        found: dict[str, list[ReviewNote]] = {copy.language: [] for copy in copies}
        for copy, its in zip(copies, changes, strict=True):
            notes = CommentReader(copy.laid, copy.document, its).notes()
            found[copy.language] += (each for each in notes if _is_wanted(each.piece, self.choices.only))
        return {tag: new_notes(self.built, tag, notes) for tag, notes in found.items()}

    def pieces(self, tag: str, sources: Mapping[str, str]) -> PieceReader:
        """What reads the pieces of a language; `sources` are the texts of the original that a translation is of."""
        facts = TodaysFacts(self.layout.owners, self.layout.own, self._place_of, self._printed)
        workspace, source = self.built.workspace, self.built.report.language
        holds = holds_of(self.built, tag, self.choices.why)
        language = pipeline.language(workspace, tag, self.built.report)
        original = pipeline.language(workspace, source, self.built.report) if tag != source else None
        return PieceReader(language, original, self.choices.facts, facts, sources, holds)

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Position]:
        places = written_places(self.built.workspace, self.built.report.slug)
        return {key: places.position(place) for key, place in places.facts.items()}

    def _place_of(self, owner: str, name: str) -> Position | None:
        return self._places.get((owner, name))

    def _printed(self, owner: str, name: str) -> Mapping[str, tuple[str, ...]]:
        """The pieces that print a fact, by language."""
        pieces = [each for each, _, item in wordings(self.built.report) if not owner or (item and item.id == owner)]
        return {tag: ids for tag in self.built.tags() if (ids := tuple(self._printing(tag, name, pieces)))}

    def _printing(self, tag: str, name: str, pieces: Sequence[str]) -> Iterator[str]:
        texts = self._texts(tag)
        return (piece for piece in pieces if name in facts_in(texts.get(piece, "")))

    def _texts(self, tag: str) -> Mapping[str, str]:
        if tag == self.built.report.language:
            return {name: wording.text for name, wording, _ in wordings(self.built.report)}
        translation = catalogue.load(self.built.workspace, self.built.report.slug, tag)
        return {name: entry.text for name, entry in translation.entries.items()}


def _require_ours(copy: ReadCopy) -> None:
    """Raise an `InputError` for a file that has next to nothing of the report."""
    if not copy.laid.is_of_report():
        message = f"the file has {len(copy.laid.sent_of)} of the {len(copy.laid.sent.text())} pieces of {copy.symbol}"
        hint = "it is no file of this report: name the one that it belongs to"
        raise InputError(message, Position(copy.file), hint)
