"""Measures of a United Nations page, as data. Lengths are twips (1/20 pt), type sizes half-points.

New York was measured on issued documents; Geneva on a template; Vienna keeps New York's grid on A4 (own knowledge).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Page size and margins; `side` is the right margin, and the left one unless `text` says how wide the text is."""

    width: int
    height: int
    side: int
    top: int
    bottom: int
    header: int
    footer: int
    text: int = 0

    @property
    def text_width(self) -> int:
        """From margin to margin."""
        return self.text or self.width - 2 * self.side

    @property
    def masthead_columns(self) -> list[int]:
        """The columns of the masthead: the last one takes what the page leaves, all are narrower on a narrow page."""
        share = min(1.0, self.text_width / PAGES["new-york"].text_width)
        columns = [round(width * share) for width in MASTHEAD_COLUMNS]
        return [*columns, self.text_width - sum(columns)]


PAGES: dict[str, Page] = {
    "new-york": Page(12240, 15840, 1200, 720, 1152, 432, 504),
    "geneva": Page(11906, 16838, 1033, 720, 1152, 432, 504),
    "vienna": Page(11906, 16838, 1033, 720, 1152, 432, 504),
    "nairobi": Page(11906, 16838, 1033, 720, 1152, 432, 504),
}
"""The top margin is that of the first page, where the masthead begins; on later pages the running head, which ends in
a rule, moves the text down."""

RULE = 1296
"""Where the thin rule of the masthead and of the running heads lies: y 64.8 pt."""

HEAD_BEFORE, HEAD_AFTER = 622, 200
"""Space above and below the running head, so that its rule lies at `RULE` and the text begins at y 75 pt."""

THICK_RULE = 4174
"""Where the thick rule below the masthead begins: y 209 pt, with the rules of the table."""

INDENT = 1267
"""The text column is indented by this from both margins."""

TAB = 475
"""Tab stops follow one another by this, after the margin of the text column."""

NUMBER_END = 851
"""Numbers of headings end here, left of the text column."""

MASTHEAD_COLUMNS = (1267, 5227, 245)
"""Columns of the masthead: emblem, organ, gap; the information block takes what the page leaves."""

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
