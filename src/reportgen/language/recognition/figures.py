"""Figures of any script, and the characters that are numbers themselves: ½, ², ②, Ⅻ; Latin letters as roman figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from reportgen.language.recognition.span import Span

_FIGURE = re.compile(r"\d+(?:(?:[ \u00a0\u202f\u2009](?=\d{3}(?!\d))|[.,'’·٫٬](?=\d))\d+)*")
"""A figure with its separators: a point or comma before any digit, a blank only before exactly three.

More blanks would join two figures that stand side by side.
"""

_NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)")
_ROMAN = re.compile(r"(?<![^\W_])(?:[IVX]{2,}|[LXVI]{3,}|[MDCLXVI]{4,})(?![^\W_])")
"""Roman figures that are safely none of the abbreviations MI, CD, DM and the like."""

_CAPITALS = re.compile(r"[IVXLCDM]{2}")
"""What a roman figure begins with; looked for first, since a text without it is read more quickly."""

_IN_ORDER = re.compile(r"M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@lru_cache(maxsize=8)
def has_figures(text: str) -> bool:
    """Whether a text has a digit of any script."""
    # Each character once: a long text has a few dozen.
    return any(map(str.isdigit, set(text)))


def figures(text: str) -> Iterator[Span]:
    """Every figure, those that may be a year once more as one, and dates in figures (18/7/2018)."""
    if not has_figures(text):
        return
    for match in _FIGURE.finditer(text):
        yield Span(*match.span(), "figure")
        # 2018 may be a year or a count; both readings are given, and the facts decide.
        if len(match.group()) == 4 and match.group().isdecimal() and 1000 <= int(match.group()) < 3000:
            yield Span(*match.span(), "year", (str(int(match.group())),))
    for match in _NUMERIC_DATE.finditer(text):
        yield Span(*match.span(), "date")


def numerals(text: str) -> Iterator[Span]:
    """Every run of characters that Unicode calls numbers but no digits: ½, x², ②, Ⅻ."""
    special = "".join(filter(_is_numeral, set(text)))
    if special:
        for match in re.finditer(f"[{re.escape(special)}]+", text):
            yield Span(*match.span(), "numeral")


@lru_cache(maxsize=4096)
def _is_numeral(character: str) -> bool:
    # 〇 is written in Chinese years and is read as a digit there.
    return character.isnumeric() and unicodedata.category(character) in ("No", "Nl") and character != "〇"


def roman_figures(text: str) -> Iterator[Span]:
    """Every run of capitals that is a roman figure and hardly anything else: II, XIV, MCMXC."""
    if not _CAPITALS.search(text):
        return
    for match in _ROMAN.finditer(text):
        if _IN_ORDER.fullmatch(match.group()):
            yield Span(*match.span(), "roman")
