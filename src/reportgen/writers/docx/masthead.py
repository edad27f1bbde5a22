"""The masthead: a table with its two rules, then session, agenda item, title. The UN emblem is never shipped."""

from __future__ import annotations

from reportgen.tree.nodes import Document, Masthead
from reportgen.writers.docx.geometry import MASTHEAD_COLUMNS, Page
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import paragraph


def masthead(document: Document, runs: Runs, page: Page) -> str:
    """All that stands above the summary."""
    head = document.masthead
    lines = [("MastheadBody", head.body), ("MastheadSession", head.session), ("MastheadLine", head.place_and_dates)]
    parts = [paragraph(style, runs.text(text)) for style, text in lines if text]
    if head.agenda_item:
        parts.append(paragraph("MastheadLine", runs.content(head.agenda_item)))
    if head.agenda_title:
        parts.append(paragraph("MastheadSession", runs.content(head.agenda_title)))
    parts.append(paragraph("Title", runs.content(head.title)))
    parts.append(paragraph("Subtitle", runs.text(head.author)))
    return _table(document, head, runs, page) + "".join(parts)


def _table(document: Document, head: Masthead, runs: Runs, page: Page) -> str:
    columns = [*MASTHEAD_COLUMNS[:-1], page.text_width - sum(MASTHEAD_COLUMNS[:-1])]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    visual = "<w:bidiVisual/>" if runs.rtl else ""
    properties = (
        f'<w:tblPr>{visual}<w:tblW w:w="{page.text_width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    rows = _first_row(document, runs, head, columns) + _second_row(runs, head, columns)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _first_row(document: Document, runs: Runs, head: Masthead, columns: list[int]) -> str:
    organization = paragraph("MastheadOrganization", runs.text(head.united_nations))
    cells = (
        _cell(columns[:1], _empty(), 4)
        + _cell(columns[1:3], organization, 4)
        + _cell(columns[3:], paragraph("MastheadSymbol", _symbol(document.symbol)), 4)
    )
    return _row(cells, 864)


def _symbol(symbol: str) -> str:
    """The first letters 20 pt, the rest 10 pt; a symbol runs from left to right in every language."""
    first, slash, rest = symbol.partition("/")
    large = '<w:sz w:val="40"/><w:szCs w:val="40"/>'
    return (
        f"<w:r><w:rPr>{large}</w:rPr><w:t>{first}</w:t></w:r>"
        f'<w:r><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr><w:t>{slash}{rest}</w:t></w:r>'
    )


def _second_row(runs: Runs, head: Masthead, columns: list[int]) -> str:
    information = "".join(paragraph("MastheadInformation", runs.text(line)) for line in head.information)
    cells = (
        _cell(columns[:1], _empty(), 12)
        + _cell(columns[1:4], paragraph("MastheadOrgan", runs.text(head.organ)), 12)
        + _cell(columns[4:5], _empty(), 12)
        + _cell(columns[5:], information, 12)
    )
    return _row(cells, 2880)


def _empty() -> str:
    return paragraph("MastheadInformation", "")


def _row(cells: str, height: int) -> str:
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'


def _cell(columns: list[int], content: str, rule: int) -> str:
    span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
    align = '<w:vAlign w:val="bottom"/>' if rule == 4 else ""
    border = f'<w:tcBorders><w:bottom w:val="single" w:sz="{rule}" w:space="0" w:color="auto"/></w:tcBorders>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns)}" w:type="dxa"/>{span}{border}{align}</w:tcPr>{content}</w:tc>'
