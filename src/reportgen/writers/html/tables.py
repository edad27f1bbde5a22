"""Tables as HTML: heads with their scope, numbers to the end of the line, the total set off."""

from __future__ import annotations

from reportgen.tree import nodes as tree
from reportgen.tree.editions import edition_of, last_rows
from reportgen.tree.text import text_html
from reportgen.tree.walk import part_of
from reportgen.writers.html.inlines import content_html, edition_html


def table_html(table: tree.Table, caption: str) -> str:
    """The table under its caption; it scrolls on its own where it is wider than the page."""
    last = last_rows(table) if table.total else ()
    heads = "".join(_head(cell, numeric) for cell, numeric in zip(table.heads, table.numeric, strict=True))
    rows = "\n".join(_row(table, index, row, index in last) for index, row in enumerate(table.rows))
    columns = "".join(f'<col style="width: {100 * share / sum(table.shares):.4g}%">' for share in table.shares)
    # A region has to have a name, and the caption is the only one there is.
    name = text_html(table.id)
    named = f' role="region" aria-labelledby="{name}"' if caption else f' id="{name}"'
    return (
        f'<div class="table"{named} tabindex="0"><table>{caption}<colgroup>{columns}</colgroup>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _head(cell: tree.Cell, numeric: bool) -> str:
    # An empty head names nothing, so it is none.
    if not cell.content:
        return "<td></td>"
    return f'<th scope="col"{_numeric(numeric)}>{content_html(cell.content)}</th>'


def _row(table: tree.Table, index: int, tracked_row: tree.Tracked[tree.Row], is_total: bool) -> str:
    kind = edition_of(tracked_row)
    cells = []
    for column, cell in enumerate(part_of(tracked_row)):
        text = edition_html(kind, content_html(cell.content))
        if column == 0 and not table.numeric[0] and cell.content:
            cells.append(f'<th scope="row">{text}</th>')
        else:
            cells.append(f"<td{_numeric(table.numeric[column])}>{text}</td>")
    name = ' class="total"' if is_total else ""
    return f"<tr{name}>{''.join(cells)}</tr>"


def _numeric(numeric: bool) -> str:
    return ' class="figure"' if numeric else ""
