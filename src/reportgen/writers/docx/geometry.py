"""Measures of a United Nations page, as data. Lengths are twips (1/20 pt), type sizes half-points.

New York was measured on issued documents; Geneva on a template; Vienna keeps New York's grid on A4 (own knowledge).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Page size, margins and the grid of the masthead."""

    width: int
    height: int
    side: int
    top: int
    bottom: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """From margin to margin."""
        return self.width - 2 * self.side


PAGES: dict[str, Page] = {
    "new-york": Page(12240, 15840, 1200, 1440, 1152, 432, 504),
    "geneva": Page(11906, 16838, 1134, 1418, 1134, 851, 567),
    "vienna": Page(11906, 16838, 1033, 1440, 1152, 432, 504),
    "nairobi": Page(11906, 16838, 1033, 1440, 1152, 432, 504),
}

INDENT = 1267
"""The text column is indented by this from both margins."""

TAB = 475
"""Tab stops follow one another by this, after the margin of the text column."""

NUMBER_END = 851
"""Numbers of headings end here, left of the text column."""

MASTHEAD_COLUMNS = (1267, 1872, 245, 3110, 245, 3100)
"""Columns of the masthead; the last one takes what the page leaves."""

BODY, SMALL, NOTE, HEAD = 20, 17, 17, 17
"""Type sizes: body 10 pt, headers and footnotes 8.5 pt."""


def column(level: int) -> int:
    """Where the column of a level begins: 0 the text column, 1 one tab further in."""
    return INDENT + level * TAB
