"""The table of contents: a TOC field with its lines as they are now, so that Word can bring it up to date."""

from __future__ import annotations

from reportgen.tree.nodes import Contents, ContentsEntry
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import bookmark_name, field, field_mark, paragraph

_TAB = "<w:r><w:tab/></w:r>"
_SHORT = 5
"""Characters of a label that stands before the indent; a longer one ("Annex II", أولا -) is followed by a blank."""


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


def _line(entry: ContentsEntry, runs: Runs) -> tuple[str, str]:
    """The style and the content of a line: label, heading, paragraphs, page."""
    label = entry.label.rstrip()
    start = runs.text(label) + _TAB if len(label) <= _SHORT and not runs.rtl else runs.text(f"{label} ")
    target = bookmark_name(entry.target)
    page = field(f"PAGEREF {target} \\h", entry.page)
    text = start + runs.content(entry.content) + _TAB + runs.text(entry.paragraphs) + _TAB + page
    return f"TOC{entry.level}", f'<w:hyperlink w:anchor="{target}" w:history="1">{text}</w:hyperlink>'
