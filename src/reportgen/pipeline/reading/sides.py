"""The sides that a file which came back is laid between: what was sent, and today's build."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportgen import pipeline
from reportgen.errors import InputError, Position
from reportgen.language import Language
from reportgen.model.computed_facts import ComputedFact
from reportgen.model.report import Report
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.sent import WasSent, find_sent, sent_pieces, sources_of
from reportgen.readers import ReadDocument
from reportgen.returned.as_sent import FileAsSent
from reportgen.returned.laid import LaidFile
from reportgen.returned.layout import Layout
from reportgen.returned.sides import FileSide, KnownSide
from reportgen.tree import nodes as tree
from reportgen.tree.sent import sent_document
from reportgen.workspace import Workspace

TODAY = "today's sources"


def todays_side(workspace: Workspace, report: Report, document: tree.Document) -> KnownSide:
    """A build as a side."""
    was_sent = WasSent(TODAY, sent_document(document))
    return sent_side(was_sent, pipeline.language(workspace, document.language, report), computed_facts(report))


def sent_side(was_sent: WasSent, language: Language, computed: frozenset[tuple[str, str]] = frozenset()) -> KnownSide:
    """What was sent as a side, in its language; `computed` are the facts that are worked out, with their blocks."""
    document = was_sent.document
    return KnownSide(was_sent.name, document.pieces, sent_pieces(document, language, computed), sources_of(document))


def computed_facts(report: Report) -> frozenset[tuple[str, str]]:
    """The facts of a report that are worked out from others, each with the block that keeps it."""
    found = {("", name) for name, fact in report.facts.items() if isinstance(fact, ComputedFact)}
    for item in report.all_items():
        found |= {(item.id, name) for name, fact in item.all_facts().items() if isinstance(fact, ComputedFact)}
    return frozenset(found)


@dataclass
class FileSides:
    """The sides of one file in a language; `path` is the file as it was sent, where the user names it."""

    built: Built
    document: ReadDocument
    tag: str
    layout: Layout
    path: Path | None = None

    @cached_property
    def today(self) -> KnownSide:
        """Today's build."""
        return todays_side(self.built.workspace, self.built.report, self.built[self.tag])

    @cached_property
    def sent(self) -> KnownSide | None:
        """What was sent; none where nobody knows."""
        found = self._found(self.tag)
        known = self._side(found) if found is not None else None
        if self.path is not None and self.printed is None:
            return self._as_in_file(known or self.today)
        if known is not None:
            return known
        # A translator who types over the original was sent nothing in the new language but what is there today.
        return self.today if self.printed is not None else None

    @cached_property
    def printed(self) -> KnownSide | None:
        """What was printed in the file, where that is in another language than what came back."""
        said = self._as_sent.identity
        if said is None or said.language == self.tag or said.language not in self.built.tags():
            return None
        found = self._found(said.language)
        return sent_side(found, self._language(said.language)) if found else None

    def _as_in_file(self, known: KnownSide) -> KnownSide:
        """The file that the user names: somebody may have edited it before it was sent."""
        document = self._as_sent
        laid = LaidFile(known, known, FileSide.of(document), self.layout)
        if not laid.is_of_report():
            message = (
                f"the file has {len(laid.sent_of)} of the {len(known.text())} pieces of {self.built.report.symbol}"
            )
            raise InputError(
                message, Position(document.file), "--sent names the file that was sent, before it was edited"
            )
        return FileAsSent(laid, document.masthead, self._language(self.tag)).side()

    @cached_property
    def _as_sent(self) -> ReadDocument:
        return numbers.read_returned(self.built.workspace, self.path) if self.path else self.document

    def _language(self, tag: str) -> Language:
        return pipeline.language(self.built.workspace, tag, self.built.report)

    def _found(self, tag: str) -> WasSent | None:
        return find_sent(self.built, self._as_sent, tag)

    def _side(self, found: WasSent) -> KnownSide:
        known, now = found.document, sent_document(self.built[self.tag])
        # The same side twice is laid on the file once.
        if (known.pieces, known.printed_from) == (now.pieces, now.printed_from):
            return self.today
        computed = computed_facts(self.built.report)
        return sent_side(found, self._language(self.tag), computed)
