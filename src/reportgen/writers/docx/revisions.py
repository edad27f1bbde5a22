"""Tracked changes: what is inserted and deleted, marked so that a program can accept or reject it.

Text stands in w:ins or w:del, a paragraph has the mark at its end inserted or deleted (ISO/IEC 29500-1, 17.13.5), and a
row of a table is inserted or deleted itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reportgen.tree import nodes as tree
from reportgen.writers.docx.xml import escape

RevisionKind = Literal["ins", "del"]

_PARAGRAPH = re.compile("<w:p><w:pPr>(.*?)</w:pPr>(.*?)</w:p>", re.DOTALL)
_ROW = re.compile("<w:trPr>(.*?)</w:trPr>")
# The schema lets no change stand round a hyperlink. It may hold bookmarks and comments, which then go with its text.
_LINK = re.compile("(<w:hyperlink[^>]*>|</w:hyperlink>)")
_SHOWN = re.compile("<(/?)w:(t|instrText)(?=[ >])")
_DELETED = {"t": "delText", "instrText": "delInstrText"}


@dataclass
class Revisions:
    """Marks changes with the name of their author and their date; every mark has an id of its own."""

    changes: tree.Changes | None
    # Bookmarks and comments count from 1 and 0, and some programs take all ids for one series.
    count: int = 1_000_000

    def runs(self, kind: RevisionKind, xml: str) -> str:
        """Some runs, with links and bookmarks among them, as inserted or deleted."""
        pieces = enumerate(_LINK.split(xml))
        return "".join(piece if index % 2 or not piece else self._wrapped(kind, piece) for index, piece in pieces)

    def blocks(self, kind: RevisionKind, xml: str) -> str:
        """Some paragraphs and tables as inserted or deleted."""
        marked = _PARAGRAPH.sub(lambda found: self._paragraph(kind, found[1], found[2]), xml)
        return _ROW.sub(lambda found: f"<w:trPr>{found[1]}{self._mark(kind)}</w:trPr>", marked)

    def exchanged(self, old: str, new: str) -> str:
        """Some runs in the place of others; those that are the same stand once."""
        return new if old == new else self.runs("del", old) + self.runs("ins", new)

    def properties(self, style: str, old: str, new: str) -> str:
        """The properties of a paragraph beside its style, with those that it had before where they are others."""
        if old == new:
            return new
        before = f'<w:pPr><w:pStyle w:val="{style}"/>{old}</w:pPr>'
        return f"{new}<w:pPrChange {self._signature()}>{before}</w:pPrChange>"

    def _paragraph(self, kind: RevisionKind, properties: str, content: str) -> str:
        mark = f"<w:rPr>{self._mark(kind)}</w:rPr>"
        return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{self.runs(kind, content)}</w:p>"

    def _wrapped(self, kind: RevisionKind, runs: str) -> str:
        text = runs if kind == "ins" else _SHOWN.sub(lambda found: f"<{found[1]}w:{_DELETED[found[2]]}", runs)
        return f"<w:{kind} {self._signature()}>{text}</w:{kind}>"

    def _mark(self, kind: RevisionKind) -> str:
        return f"<w:{kind} {self._signature()}/>"

    def _signature(self) -> str:
        assert self.changes is not None
        self.count += 1
        author, date = escape(self.changes.author), escape(self.changes.date)
        return f'w:id="{self.count}" w:author="{author}" w:date="{date}"'
