"""The list that numbers a block: that of its style, or one of its own where Word would count another number.

Word has no counter for Arabic headings, for "41 bis", or for a number that follows a gap. Counters belong to the
abstract list (ISO/IEC 29500, 17.9): all lists made from it share them, so a list that restarts moves the count of all
later ones. A number that must not advance the count therefore stands on an abstract list of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.looks import Looks
from reportgen.writers.docx.numbering import APART, BULLETS, HEADINGS, PARAGRAPHS, OwnList, is_counted


@dataclass
class _Course:
    """What Word has counted so far: the counts of each abstract list by level, and the list in use at each level."""

    base: int
    counts: dict[int, list[int]] = field(default_factory=dict)
    lists: list[int] = field(default_factory=list)

    def expected(self, abstract: int, level: int) -> int:
        counts = self.counts.get(abstract, [])
        return (counts[level] if level < len(counts) else 0) + 1

    def advance(self, abstract: int, level: int, count: int) -> None:
        counts = self.counts.get(abstract, [])[:level]
        self.counts[abstract] = [*counts, *[1] * (level - len(counts)), count]

    def above(self, level: int) -> int:
        """The list that numbers the owner of a block at this level."""
        return self.lists[level - 1] if 0 < level <= len(self.lists) else self.base

    def stand(self, level: int, number: int) -> None:
        lists = self.lists[:level]
        self.lists = [*lists, *[self.base] * (level - len(lists)), number]


class WrittenLists:
    """The lists of one edition; `own` are those beyond the lists of styles, and numbered after them.

    Two editions in one document count apart, since neither counts what only the other has, and share their own lists.
    """

    def __init__(self, looks: Looks, own: list[OwnList] | None = None) -> None:
        self.looks = looks
        self.own: list[OwnList] = [] if own is None else own
        self.same: dict[OwnList, int] = {}
        self.courses = {HEADINGS: _Course(HEADINGS), PARAGRAPHS: _Course(PARAGRAPHS)}

    def properties(self, block: tree.Heading | tree.Paragraph | tree.Subparagraph) -> str:
        """The paragraph properties that number a block, empty where its style already numbers it rightly.

        A level can be linked to one style only, so a recommendation, which has another style, must name its list.
        """
        if block.number is None:
            # The list 0 takes away that of the style (ISO/IEC 29500, 17.9.18).
            return '<w:numPr><w:numId w:val="0"/></w:numPr>'
        level = _level(block)
        base = HEADINGS if isinstance(block, tree.Heading) else PARAGRAPHS
        number = self._number(self.courses[base], level, block.number)
        by_style = number == base and not getattr(block, "recommendation", False)
        return "" if by_style else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def older_properties(
        self, block: tree.Heading | tree.Paragraph | tree.Subparagraph, newer: WrittenLists, since: int
    ) -> str:
        """The properties that number a block of both editions in this older one.

        The newer one has added its own lists from `since` on, and this block is on the same list where it needs none
        but that.
        """
        self.same = {own: BULLETS + number for number, own in enumerate(newer.own[since:], since + 1)}
        number = block.number and (block.number.was or block.number)
        found = self.properties(replace(block, number=number))
        self.same = {}
        return found

    def _number(self, course: _Course, level: int, number: tree.Number) -> int:
        """The list that shows the number."""
        step, above = number.path[-1], course.above(level)
        abstract = self._abstract(above)
        # A step that is a text is an insertion (41 bis): a literal label on the list apart.
        if isinstance(step, str):
            own = self._added(OwnList(APART[course.base], level, label=number.label))
            # The parts of 41 bis begin with (a) again: this drops the deeper counts of the list apart.
            course.advance(APART[course.base], level, 0)
            course.stand(level, own)
            return own
        expected = course.expected(abstract, level)
        course.advance(abstract, level, step)
        course.stand(level, above)
        # The label is literal, but the count still advances: other headings below it may be counted.
        if course.base == HEADINGS and not is_counted(self.looks.heading_labels[level]):
            return self._added(OwnList(abstract, level, label=number.label))
        return above if step == expected else self._added(OwnList(abstract, level, start=step))

    def _abstract(self, number: int) -> int:
        return number if number in self.courses else self.own[number - BULLETS - 1].abstract

    def _added(self, own: OwnList) -> int:
        if own in self.same:
            return self.same[own]
        self.own.append(own)
        return BULLETS + len(self.own)


def _level(block: tree.Heading | tree.Paragraph | tree.Subparagraph) -> int:
    if isinstance(block, tree.Heading):
        return block.level - 1
    return block.level if isinstance(block, tree.Subparagraph) else 0
