"""How today's report is put together: which block each piece belongs to, and which part each block."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.inputs.places import MASTHEAD_FACTS, MASTHEAD_OWNER
from reportgen.model.blocks import AnyItem, Paragraph, Subparagraph, Table, kind_of_item
from reportgen.model.report import Report, ReportPart, wordings
from reportgen.record import field, record


@record
class Layout:
    """The blocks of a report by id.

    `owners` gives the block of each piece of wording and of each cell; `kinds` the key that tells the kind of a block,
    `own` the facts that it keeps; `parents` the paragraph or subparagraph above a subparagraph, and the part (section,
    annex, summary) of a block or above a part; `levels` those of parts, from 1, and 0 for annexes. `notes` gives the
    block of each note, `totals` are the tables whose last row is a sum, `summary` is the id of the summary.
    """

    owners: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    own: dict[str, frozenset[str]] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    totals: frozenset[str] = frozenset()
    summary: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """All ids that a new block may not have."""
        return frozenset((*self.owners, *self.kinds, *self.levels, *self.notes))

    def block_of(self, piece: str) -> str:
        """The block that stands in the list of a part: the paragraph of a subparagraph, the table of a cell."""
        return self.owners.get(piece, piece)

    def above(self, part: str, level: int) -> str:
        """The part of a level that a part is in, or the part itself; empty where there is none."""
        while part and self.levels.get(part, 0) > level:
            part = self.parents.get(part, "")
        return part if self.levels.get(part) == level else ""


def layout_of(report: Report) -> Layout:
    """The layout of a report."""
    found = Layout(totals=frozenset(_totals(report)), summary=report.summary.id if report.summary else "")
    for name, _, item in wordings(report):
        if item is not None:
            found.owners[name] = item.id
    found.own[MASTHEAD_OWNER] = frozenset(MASTHEAD_FACTS)
    if report.summary:
        found.levels[report.summary.id] = 0
        _take_items(report.summary.paragraphs, report.summary.id, found)
    for section in report.sections:
        _take_part(section, "", 1, found)
    for annex in report.annexes:
        _take_part(annex, "", 0, found)
        for appendix in annex.appendices:
            _take_part(appendix, annex.id, 0, found)
    return found


def _take_part(part: ReportPart, above: str, level: int, found: Layout) -> None:
    found.levels[part.id], found.parents[part.id] = level, above
    _take_items(part.paragraphs, part.id, found)
    for section in part.sections:
        _take_part(section, part.id, level + 1, found)


def _take_items(items: tuple[AnyItem, ...] | tuple[Paragraph, ...], part: str, found: Layout) -> None:
    for item in items:
        found.kinds[item.id], found.parents[item.id] = kind_of_item(item), part
        found.owners[item.id] = item.id
        found.own[item.id] = frozenset(item.all_facts())
        found.notes.update(dict.fromkeys(item.notes, item.id))
        if isinstance(item, Table):
            found.owners.update({name: item.id for row in item.cells() for name, _ in row})
        if isinstance(item, Paragraph):
            found.parents.update(_above(item))


def _above(parent: Paragraph | Subparagraph) -> Iterator[tuple[str, str]]:
    for part in parent.subparagraphs:
        yield part.id, parent.id
        yield from _above(part)


def _totals(report: Report) -> Iterator[str]:
    """The tables whose last row is the sum of the others."""
    return (item.id for item in report.all_items() if isinstance(item, Table) and item.table.total)
