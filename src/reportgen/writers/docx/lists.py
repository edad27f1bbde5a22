"""Which list a block is numbered by: that of its style, or one of its own where Word would count another number.

Word has no counter for the headings of Arabic, nor for "41 bis", nor for a number that follows a gap. Counters belong
to the abstract list and are shared by all lists made of it, so one that begins anew moves the count for those behind
it, and what must not advance the count stands on an abstract list apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.tree.looks import Looks
from reportgen.tree.nodes import Heading, Number, Paragraph, Subparagraph
from reportgen.writers.docx.numbering import APART, BULLETS, HEADINGS, PARAGRAPHS, OwnList, is_counted


@dataclass
class _Course:
    """What has been counted on the lists of one kind: of each abstract list by level, and the list of each level."""

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
        """The list of what a block belongs to."""
        return self.lists[level - 1] if 0 < level <= len(self.lists) else self.base

    def stand(self, level: int, number: int) -> None:
        lists = self.lists[:level]
        self.lists = [*lists, *[self.base] * (level - len(lists)), number]


class Lists:
    """The lists of one document; `own` are those that no style has, numbered after those that styles have."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.own: list[OwnList] = []
        self.courses = {HEADINGS: _Course(HEADINGS), PARAGRAPHS: _Course(PARAGRAPHS)}

    def properties(self, block: Heading | Paragraph | Subparagraph) -> str:
        """The paragraph properties that number a block; none where its style does it rightly.

        A list knows one style for each level, so what has another style says its list.
        """
        if block.number is None:
            return ""
        level = _level(block)
        base = HEADINGS if isinstance(block, Heading) else PARAGRAPHS
        number = self._number(self.courses[base], level, block.number)
        by_style = number == base and not getattr(block, "recommendation", False)
        return "" if by_style else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _number(self, course: _Course, level: int, number: Number) -> int:
        """The list that shows the number."""
        step, above = number.path[-1], course.above(level)
        abstract = self._abstract(above)
        if isinstance(step, str):
            own = self._added(OwnList(APART[course.base], level, label=number.label))
            course.advance(APART[course.base], level, 0)
            course.stand(level, own)
            return own
        expected = course.expected(abstract, level)
        course.advance(abstract, level, step)
        course.stand(level, above)
        if course.base == HEADINGS and not is_counted(self.looks.heading_labels[level]):
            return self._added(OwnList(abstract, level, label=number.label))
        return above if step == expected else self._added(OwnList(abstract, level, start=step))

    def _abstract(self, number: int) -> int:
        return number if number in self.courses else self.own[number - BULLETS - 1].abstract

    def _added(self, own: OwnList) -> int:
        self.own.append(own)
        return BULLETS + len(self.own)


def _level(block: Heading | Paragraph | Subparagraph) -> int:
    if isinstance(block, Heading):
        return block.level - 1
    return block.level if isinstance(block, Subparagraph) else 0
