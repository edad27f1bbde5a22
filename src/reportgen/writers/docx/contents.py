"""The table of contents: a TOC field with its present lines, so that it is right unasked and Word can update it."""

from __future__ import annotations

from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Deleted, Inserted
from reportgen.tree.looks import Page
from reportgen.writers.docx.geometry import INDENT, TAB, column
from reportgen.writers.docx.line_breaks import BREAK, text_width, with_breaks
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import field, field_mark, paragraph

_TAB = "<w:r><w:tab/></w:r>"
_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
_GAP = 120
"""Room in twips for a few dots between a heading and the range of its paragraphs."""


def contents_paragraphs(block: tree.Contents, runs: Runs, heading: str) -> str:
    """The contents; `heading` is the content of their heading. Pages are known once someone has laid out the file."""
    columns = paragraph("ContentsColumns", _TAB + runs.text(block.columns[0]) + _TAB + runs.text(block.columns[1]))
    instruction = f'TOC \\o "1-{block.depth}" \\h \\z \\u'
    # A TOC field without lines would have Word print "No table of contents entries found".
    if not block.entries:
        return ""
    entries = "".join(_entry(entry, runs) for entry in block.entries)
    begin = field_mark("begin", instruction) + field_mark("separate")
    end = paragraph("ContentsEnd", field_mark("end"))
    # The field begins in the first line, and stays where that line itself is deleted or inserted.
    return paragraph("TOCHeading", heading) + columns + entries.replace("</w:pPr>", f"</w:pPr>{begin}", 1) + end


def paragraphs_end(page: Page) -> int:
    """Where the column of paragraphs ends; that of pages ends two tabs behind it."""
    return page.text_width - INDENT - 2 * TAB


def _entry(entry: tree.Tracked[tree.ContentsEntry], runs: Runs) -> str:
    """The line of an entry, which is one of both editions or stands in one alone."""
    match entry:
        case Inserted():
            return runs.revisions.blocks("ins", _line(entry.part, runs))
        case Deleted():
            return runs.revisions.blocks("del", _line(entry.part, runs.older or runs))
        case _:
            return _line(entry, runs)


def _line(entry: tree.ContentsEntry, runs: Runs) -> str:
    """A line: label, heading, paragraphs, page."""
    label = entry.label.rstrip()
    hangs = text_width(label) < TAB and not runs.rtl
    start = runs.text(label) + _TAB if hangs else runs.text(f"{label} ")
    target = runs.bookmarks.name(entry.target)
    page = field(f"PAGEREF {target} \\h", entry.page)
    heading = _heading(entry, runs, 0 if hangs else text_width(f"{label} ") - TAB)
    text = start + heading + _TAB + runs.text(entry.paragraphs) + _TAB + page
    return paragraph(f"TOC{entry.level}", f'<w:hyperlink w:anchor="{target}" w:history="1">{text}</w:hyperlink>')


def _heading(entry: tree.ContentsEntry, runs: Runs, taken: int) -> str:
    """The heading with its line breaks; `taken` is the width in twips that the label takes of the first line.

    A line that runs past the tab of the paragraphs would put their range into the column of pages. A right indent does
    not help, since LibreOffice keeps only one tab stop beyond it.
    """
    end = paragraphs_end(runs.looks.page) - text_width(entry.paragraphs) - _GAP
    room = end - column(entry.level)
    return runs.content(with_breaks(entry.content, room - taken, room)).replace(BREAK, _LINE)
