"""The table of contents: a TOC field with its lines as they are now, so that Word can bring it up to date."""

from __future__ import annotations

from reportgen.tree.looks import Page
from reportgen.tree.nodes import Contents, ContentsEntry
from reportgen.word.bookmarks import bookmark_name
from reportgen.writers.docx.geometry import INDENT, TAB, column
from reportgen.writers.docx.line_breaks import BREAK, text_width, with_breaks
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import field, field_mark, paragraph

_TAB = "<w:r><w:tab/></w:r>"
_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
_GAP = 120
"""Between a heading and the range of its paragraphs, room for a few dots."""


def contents(block: Contents, runs: Runs, heading: str) -> str:
    """The contents; `heading` is the content of their heading. Pages are known once someone has laid out the file."""
    columns = paragraph("ContentsColumns", _TAB + runs.text(block.columns[0]) + _TAB + runs.text(block.columns[1]))
    instruction = f'TOC \\o "1-{block.depth}" \\h \\z \\u'
    lines = [_line(entry, runs) for entry in block.entries]
    if not lines:
        return ""
    begin = field_mark("begin", instruction) + field_mark("separate")
    entries = [paragraph(style, begin * (not index) + line) for index, (style, line) in enumerate(lines)]
    end = paragraph("ContentsEnd", field_mark("end"))
    return paragraph("TOCHeading", heading) + columns + "".join(entries) + end


def paragraphs_end(page: Page) -> int:
    """Where the column of paragraphs ends; that of pages ends two tabs behind it."""
    return page.text_width - INDENT - 2 * TAB


def _line(entry: ContentsEntry, runs: Runs) -> tuple[str, str]:
    """The style and the content of a line: label, heading, paragraphs, page."""
    label = entry.label.rstrip()
    hangs = text_width(label) < TAB and not runs.rtl
    start = runs.text(label) + _TAB if hangs else runs.text(f"{label} ")
    target = bookmark_name(entry.target)
    page = field(f"PAGEREF {target} \\h", entry.page)
    heading = _heading(entry, runs, 0 if hangs else text_width(f"{label} ") - TAB)
    text = start + heading + _TAB + runs.text(entry.paragraphs) + _TAB + page
    return f"TOC{entry.level}", f'<w:hyperlink w:anchor="{target}" w:history="1">{text}</w:hyperlink>'


def _heading(entry: ContentsEntry, runs: Runs, taken: int) -> str:
    """The heading, broken before the range of its paragraphs; `taken` is what the first line has lost to the label.

    A line that ends behind the tab of the paragraphs would have the range in the column of pages. No indent keeps it
    from that: LibreOffice knows a single tab behind one.
    """
    end = paragraphs_end(runs.looks.page) - text_width(entry.paragraphs) - _GAP
    room = end - column(entry.level)
    return runs.content(with_breaks(entry.content, room - taken, room)).replace(BREAK, _LINE)
