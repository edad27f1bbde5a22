"""Tables as UN documents have them: italic heads, three horizontal rules and no vertical ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.editions import last_rows
from reportgen.tree.inlines import Deleted, Inserted
from reportgen.writers.docx.geometry import INDENT
from reportgen.writers.docx.revisions import Revisions
from reportgen.writers.docx.xml import paragraph

WriteCell = Callable[[tree.Cell], str]


@record
class RowWriters:
    """What gives the content of a cell: `older` in a row that only the older edition has, `newer` in all others."""

    newer: WriteCell
    older: WriteCell
    revisions: Revisions


def table_xml(block: tree.Table, writers: RowWriters, width: int, rtl: bool) -> str:
    """The rows of a table of a width in twips."""
    widths = _widths(block.shares, width)
    visual = "<w:bidiVisual/>" if rtl else ""
    properties = (
        f'<w:tblPr><w:tblStyle w:val="UnitedNationsTable"/>{visual}<w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{INDENT}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0660" if block.total else "0620"}" w:firstRow="1" w:lastRow="{int(block.total)}"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )
    # The schema demands w:tblGrid even where every cell has its width.
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    heads = _row(block.heads, _styles("TableHead", block.numeric), widths, writers.newer, "<w:tblHeader/>")
    last = last_rows(block) if block.total else ()
    rows = "".join(
        _tracked_row(row, _styles("TableTotal" if index in last else "TableCell", block.numeric), widths, writers)
        for index, row in enumerate(block.rows)
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{heads}{rows}</w:tbl>"


def _tracked_row(row: tree.Tracked[tree.Row], styles: Sequence[str], widths: Sequence[int], writers: RowWriters) -> str:
    match row:
        case Inserted():
            return writers.revisions.blocks("ins", _row(row.part, styles, widths, writers.newer))
        case Deleted():
            return writers.revisions.blocks("del", _row(row.part, styles, widths, writers.older))
        case _:
            return _row(row, styles, widths, writers.newer)


def _widths(shares: Sequence[int], width: int) -> list[int]:
    """The widths of the columns by their shares; the first one takes what is left."""
    widths = [width * share // sum(shares) for share in shares]
    return [width - sum(widths[1:]), *widths[1:]]


def _styles(style: str, numeric: Sequence[bool]) -> list[str]:
    return [f"{style}Number" if each else style for each in numeric]


def _row(
    cells: Sequence[tree.Cell], styles: Sequence[str], widths: Sequence[int], write: WriteCell, properties: str = ""
) -> str:
    """A row that does not break over a page; heads are repeated on every page of the table."""
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, write(cell))}</w:tc>'
        for cell, style, width in zip(cells, styles, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{content}</w:tr>"


def table_style() -> str:
    """The table style: 0.5 pt above the heads, 1.5 pt below them and at the end; the total has a rule above."""
    rule = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="auto"/>'.format
    margins = "".join(f'<w:{side} w:w="40" w:type="dxa"/>' for side in ("left", "right"))
    borders = f"<w:tcBorders>{rule('top', 4)}{rule('bottom', 12)}</w:tcBorders>"
    return (
        '<w:style w:type="table" w:styleId="UnitedNationsTable"><w:name w:val="United Nations Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{rule('top', 4)}{rule('bottom', 12)}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        "</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{borders}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="lastRow"><w:tcPr>{borders}</w:tcPr></w:tblStylePr></w:style>'
    )
