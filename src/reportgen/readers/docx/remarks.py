"""Tracked changes and comments of what a view has not: they go to the next paragraph that it has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from reportgen.readers.docx.found import ReadContent
from reportgen.readers.docx.revisions import FoundChange, FoundComment, comments_in, note_change, text_in


@dataclass(slots=True)
class Remarks:
    """Changes and comments that wait for the next paragraph, since their own is not there in the view."""

    changes: list[FoundChange] = field(default_factory=list)
    comments: list[FoundComment] = field(default_factory=list)

    def take_absent(self, element: etree._Element, change: FoundChange) -> None:
        """Take in what the view has not."""
        change.text = text_in(element)
        note_change(self.changes, change)
        self.comments += comments_in(element, 0)

    def take_from(self, content: ReadContent) -> None:
        """Take in what stood in a paragraph that goes."""
        for each in content.changes:
            each.at = each.until = 0
            note_change(self.changes, each)
        self.comments += (replace(each, at=0) for each in content.comments)

    def put_before(self, content: ReadContent) -> None:
        """Put all before what stands in a paragraph."""
        if self.changes or self.comments:
            content.changes = (*self.changes, *content.changes)
            content.comments = (*self.comments, *content.comments)
            self.changes, self.comments = [], []

    def put_behind(self, content: ReadContent) -> None:
        """Put all behind what stands in the last paragraph."""
        end = len(content.pieces)
        content.changes += tuple(replace(each, at=end, until=end) for each in self.changes)
        content.comments += tuple(replace(each, at=end) for each in self.comments)
        self.changes, self.comments = [], []
