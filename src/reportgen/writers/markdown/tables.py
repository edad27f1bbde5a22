"""Tables as pipe tables: italic heads, numbers to the right, the total in bold."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.tree import nodes as tree
from reportgen.tree.editions import edition_of, last_rows
from reportgen.tree.inlines import Bold, Italic
from reportgen.tree.walk import part_of
from reportgen.writers.markdown.critic import joined_lines
from reportgen.writers.markdown.inlines import content_text, emphasized

_DASHES = 6
"""Dashes for each share of the width: pandoc takes relative widths of columns from them."""


def pipe_table(table: tree.Table) -> str:
    """The rows of a table; cells have no anchors, since their place identifies them."""
    last = last_rows(table) if table.total else ()
    heads = _row(emphasized(cell.content, Italic) for cell in table.heads)
    rule = _row(_rule(share, numeric) for share, numeric in zip(table.shares, table.numeric, strict=True))
    rows = [
        (edition_of(row), _row(_cell(cell, index in last) for cell in part_of(row)))
        for index, row in enumerate(table.rows)
    ]
    return joined_lines([(None, f"{heads}\n{rule}"), *rows])


def _rule(share: int, numeric: bool) -> str:
    dashes = "-" * (_DASHES * share)
    return f"{dashes}:" if numeric else f":{dashes}"


def _cell(cell: tree.Cell, bold: bool) -> str:
    return emphasized(cell.content, Bold) if bold else content_text(cell.content)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
