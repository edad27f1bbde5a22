"""Captions and headings of annexes: "Table 2", where Word counts the 2, then the words on a line of their own.

As in Word's own captions, the number is a SEQ field, and cross-references point to a bookmark around the number alone.
Numbers for which SEQ has no format (Arabic words, Chinese numerals) are plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.tree import nodes as tree
from reportgen.tree.line import kind_of
from reportgen.tree.looks import Looks
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import field

_COUNTER = re.compile(r"\{(\w+)\}")
_FORMATS = {"decimal": "ARABIC", "roman": "ROMAN", "latin": "alphabetic", "latin_upper": "ALPHABETIC"}


@dataclass
class Captions:
    """Writes the labels of captions and annexes."""

    looks: Looks
    runs: Runs

    def label(self, block: tree.Noted | tree.Annex) -> str:
        """The label of a block, with a bookmark around what is counted; of two editions, what differs of both."""
        if block.number is None:
            return ""
        text, revisions = self.runs.text, self.runs.revisions
        before, number, after = self._parts(block, block.number)
        if block.number.was:
            first, replaced, last = self._parts(block, block.number.was)
            if (first, last, bool(replaced)) == (before, after, bool(number)):
                number = revisions.exchanged(replaced, number)
            else:
                return revisions.exchanged(
                    text(first) + replaced + text(last), self._marked(block, before, number, after)
                )
        return self._marked(block, before, number, after)

    def _marked(self, block: tree.Noted | tree.Annex, before: str, number: str, after: str) -> str:
        bookmarks = self.runs.bookmarks
        marked = bookmarks.marked(bookmarks.number_name(block.id), number) if number else ""
        return self.runs.text(before) + marked + self.runs.text(after)

    def _parts(self, block: tree.Noted | tree.Annex, number: tree.Number) -> tuple[str, str, str]:
        """The words before what is counted, its runs, and the words behind it."""
        label, pattern = number.label, self._pattern(block)
        match = _COUNTER.search(pattern)
        before, after = (pattern[: match.start()], pattern[match.end() :]) if match else (pattern, "")
        # A single annex is "Annex" without a number, whatever the pattern says.
        if match is None or not label.startswith(before) or len(label) <= len(before) + len(after):
            return label, "", ""
        return before, self._number(block, number, match[1], label[len(before) : len(label) - len(after)]), after

    def _number(self, block: tree.Noted | tree.Annex, number: tree.Number, counter: str, count: str) -> str:
        # Plain text, still inside the bookmark, so that references find it.
        if counter not in _FORMATS:
            return self.runs.text(count)
        # Appendices count anew in every annex, but a SEQ field runs through the whole document.
        again = " \\r 1" if isinstance(block, tree.Annex) and block.level == 2 and number.path[-1] == 1 else ""
        return field(f"SEQ {kind_of(block).capitalize()} \\* {_FORMATS[counter]}{again}", count)

    def _pattern(self, block: tree.Noted | tree.Annex) -> str:
        if isinstance(block, tree.Annex):
            return self.looks.annex_labels[block.level - 1]
        return self.looks.caption_labels[("table", "figure", "box").index(kind_of(block))]
