"""A report as its author wrote it: masthead, summary, sections and annexes with their blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, PrivateAttr, StrictInt

from reportgen.errors import Position
from reportgen.facts import Date, DateRange, Year
from reportgen.model.blocks import AnyItem, Correction, Item, Paragraph, ReportItem
from reportgen.model.carried_over import CarriedOver
from reportgen.model.corrections import Amends, Corrections
from reportgen.model.facts import Facts
from reportgen.model.masthead import WrittenMasthead
from reportgen.model.symbol import SymbolText
from reportgen.model.waivers import LengthWaiver, RuleCode, RuleSeverity, Waiver, WrittenRequirement
from reportgen.model.written import FactName, Id, LanguageTag, Wording, Written
from reportgen.model.written_fact import WrittenFact
from reportgen.record import record
from reportgen.workspace import Workspace


@record
class PictureFile:
    """The bytes of a picture, the ending that tells its kind, its size in pixels."""

    data: bytes
    suffix: str
    size: tuple[int, int]


class Summary(Written):
    """The boxed summary on the first page; its heading is a fixed string of each language."""

    id: Id = "summary"
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


class ReportPart(Written):
    """A heading with its blocks and its subsections, which come after them; text before any heading has none."""

    id: Id
    heading: Wording | None = None
    paragraphs: tuple[AnyItem, ...] = ()
    sections: tuple[Section, ...] = ()


class Section(ReportPart):
    """A section, with sections of its own up to six levels deep."""

    numbered: bool = Field(default=True, description="false: its heading has no number, and counts for no other")


class Appendix(ReportPart):
    """An appendix to an annex: its paragraphs and sections are numbered by themselves."""


class Annex(ReportPart):
    """An annex: its paragraphs and sections are numbered by themselves."""

    appendices: tuple[Appendix, ...] = ()


class Report(Written):
    """A whole report."""

    symbol: SymbolText = ""
    language: LanguageTag = "en"
    title: Wording
    masthead: WrittenMasthead
    facts: Facts = {}
    reporting_period: FactName | None = Field(
        default=None,
        description="the fact of the whole report that is the reporting period; the only year or dates there",
    )
    contents: Annotated[StrictInt, Field(ge=1, le=6)] | None = Field(
        default=None, description="a table of contents with headings down to this level"
    )
    summary: Summary | None = None
    amends: Amends | None = Field(default=None, description="the issued document that this one amends")
    corrections: tuple[Correction, ...] = Field(default=(), description="the items of a corrigendum, in its place")
    sections: Annotated[tuple[Section, ...], Field(min_length=1)] = ()
    annexes: tuple[Annex, ...] = ()
    checks: dict[RuleCode, RuleSeverity] = Field(default={}, description="how bad it is to break a rule of style")
    waivers: tuple[Waiver, ...] = Field(default=(), description="findings that are silent, each for one text")
    translations: WrittenRequirement = Field(
        default_factory=WrittenRequirement,
        description="how far translations have to be before build --final writes them",
    )
    length: LengthWaiver | None = Field(default=None, description="more words than the rules allow, as granted")

    _slug: str = PrivateAttr(default="")
    _workspace: Workspace | None = PrivateAttr(default=None)
    _pictures: dict[str, PictureFile] = PrivateAttr(default_factory=dict)
    _corrected: Corrections | None = PrivateAttr(default=None)
    _carried_over: CarriedOver | None = PrivateAttr(default=None)

    @property
    def slug(self) -> str:
        """The name of the report's folder."""
        return self._slug

    @property
    def workspace(self) -> Workspace | None:
        """The workspace that the report was read from."""
        return self._workspace

    @property
    def pictures(self) -> dict[str, PictureFile]:
        """The pictures that were read so far, by their names: each is read once, and not once a language."""
        return self._pictures

    @property
    def corrected(self) -> Corrections | None:
        """The words of a corrigendum, as its file keeps them; None in every other report."""
        return self._corrected

    @property
    def carried_over(self) -> CarriedOver | None:
        """What it took over from an earlier report, as its file says; None for a report that began by itself."""
        return self._carried_over

    def key_position(self, field: str, key: str) -> Position | None:
        """Where a key stands in the mapping that a field is, or the field; none for a report that was not read."""
        origin = self.origins.get(field)
        at = origin.source.find(key, origin.start, origin.end) if origin else -1
        if origin is None or at < 0:
            return self.position(field)
        return Position(origin.file, origin.source.count("\n", 0, at) + 1, at - origin.source.rfind("\n", 0, at))

    def all_parts(self) -> Iterator[tuple[int, ReportPart]]:
        """Every section, annex and appendix in reading order; sections with their level, from 1, others with 0."""
        for section in self.sections:
            yield from _parts(section, 1)
        for annex in self.annexes:
            yield from _parts(annex, 0)
            for appendix in annex.appendices:
                yield from _parts(appendix, 0)

    def all_items(self) -> Iterator[ReportItem]:
        """Every block in reading order, those of the summary first."""
        yield from self.summary.paragraphs if self.summary else ()
        yield from self.corrections
        for _, part in self.all_parts():
            yield from part.paragraphs

    def facts_of(self, item: Item | None) -> dict[str, WrittenFact]:
        """All facts that the wording of a block may print, those of the whole report among them."""
        return {**self.facts, **(item.all_facts() if item else {})}


def reporting_period_name(report: Report) -> str:
    """The name of the fact that is the reporting period: the one that is named, else the only year or dates; or ''."""
    dated = [name for name, fact in report.facts.items() if isinstance(fact.value, Year | Date | DateRange)]
    return report.reporting_period or (dated[0] if len(dated) == 1 else "")


def _parts(part: ReportPart, level: int) -> Iterator[tuple[int, ReportPart]]:
    yield level, part
    for section in part.sections:
        yield from _parts(section, level + 1)


WHOLE_REPORT = "report"
"""What commands and files call the owner of the facts that are no block's."""

TITLE, AGENDA_TITLE, CONTENTS = "title", "agenda-title", "contents"
AGENDA_NOTE, LATE_NOTE, REISSUE_NOTE = "agenda-note", "late-note", "reissue-note"
FURTHER_TITLES = tuple(f"{AGENDA_TITLE}-{number}" for number in range(2, 10))
OWN_IDS = (TITLE, AGENDA_TITLE, *FURTHER_TITLES, AGENDA_NOTE, LATE_NOTE, REISSUE_NOTE, CONTENTS)
"""Ids that reportgen itself gives to pieces of a report; authors may not use them."""


def agenda_titles(masthead: WrittenMasthead) -> Iterator[tuple[str, Wording]]:
    """The titles of the items of the agenda that have words of their own, with their ids."""
    agenda = masthead.agenda
    items = (
        (*agenda.items, *(masthead.joint.agenda.items if masthead.joint and masthead.joint.agenda else ()))
        if agenda
        else ()
    )
    for name, item in zip((AGENDA_TITLE, *FURTHER_TITLES), items, strict=False):
        if item.title:
            yield name, item.title


def wordings(report: Report) -> Iterator[tuple[str, Wording, Item | None]]:
    """Every piece of wording with its id and the block whose facts it may print, in reading order."""
    yield TITLE, report.title, None
    yield from ((name, title, None) for name, title in agenda_titles(report.masthead))
    for paragraph in report.summary.paragraphs if report.summary else ():
        yield from ((name, text, paragraph) for name, text in paragraph.entries())
    for _, part in report.all_parts():
        if part.heading:
            yield part.id, part.heading, None
        for item in part.paragraphs:
            yield from ((name, text, item) for name, text in item.entries())
