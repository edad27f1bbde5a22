"""Measures of a United Nations page. Lengths are twips (1/20 pt), type sizes half-points.

Measured on documents issued in New York (A/INF/76/1, A/RES/75/312); the page itself is in templates/pages.yaml.
"""

from __future__ import annotations

from reportgen.tree.looks import Page

RULE = 1296
"""The thin rule of the masthead and of the running heads: 64.8 pt below the edge of the page."""

HEAD_BEFORE, HEAD_AFTER = 622, 200
"""Space above and below the running head, so that its rule lies at `RULE` and the text begins at y 75 pt."""

THICK_RULE = 4174
"""Where the thick rule below the masthead begins: y 209 pt, with the rules of the table."""

INDENT = 1267
"""The text column is indented by this from both margins."""

TAB = 475
"""The distance between tab stops, counted from the margin of the text column."""

NUMBER_END = 851
"""Numbers of headings end here, left of the text column."""

MASTHEAD_COLUMNS = (1267, 5227, 245)
"""Columns of the masthead: emblem, organ, gap; the information block takes what the page leaves."""

FULL_WIDTH = 9840
"""The width of text that all these measures are for; the masthead shrinks where a page has less."""

END_RULE_INDENT = 4200
"""From either margin to the rule of 72 pt that ends a document of 492 pt."""

QR_SIZE, QR_RIGHT, QR_BOTTOM = 54.7, 1.5, 27.5
"""The QR code of the first page: its side, its distance from the right margin and from the lower edge, in points."""

EMBLEM_SIZE = (56, 47)
"""The emblem, if the user gives one: width and height in points."""

BODY, SMALL, NOTE, HEAD = 20, 17, 17, 17
"""Type sizes: body 10 pt, headers and footnotes 8.5 pt."""


def column(level: int) -> int:
    """Where the column of a level begins: 0 the text column, 1 one tab further in."""
    return INDENT + level * TAB


def masthead_columns(page: Page) -> list[int]:
    """The columns of the masthead: the last one takes what the page leaves, all are narrower on a narrow page."""
    # Never wider: the measures are those of the issued documents.
    share = min(1.0, page.text_width / FULL_WIDTH)
    columns = [round(width * share) for width in MASTHEAD_COLUMNS]
    return [*columns, page.text_width - sum(columns)]
