"""Figures with their values, by every way of grouping; characters that are numbers themselves; roman figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.language.recognition.span import Span
from reportgen.record import record

_SEPARATED = re.compile(r"\d+(?:(?: (?=\d{3}(?!\d))|[.,'·٬٫،，](?=\d))\d+)*")
"""A figure with its separators: a point or comma before any digit, a blank only before exactly three.

More blanks would join two figures that stand side by side.
"""

_REVERSED = re.compile(r"0\d\d(?: \d{3})* \d{1,3}(?!\d)|\d{3}(?: \d{3})* \d{1,2}(?!\d)")
_REVERSED_OR_SEPARATED = re.compile(rf"(?<!\d)(?:{_REVERSED.pattern})|{_SEPARATED.pattern}")
_SEPARATOR = re.compile(r"\D")
_DECIMAL = ".,٫·"
_GROUP = " .,'٬،，"
_LETTER = "A-Za-zÀ-ɏЀ-ӿ"
_BEFORE = re.compile(rf"(?:[{_LETTER}]|[A-Z]-|\w/|\d:|(?<!\d)\d{{4}}-|[{_LETTER}]\.|(?<![\w)%])[-+])\Z")
_BEHIND = re.compile(rf"[{_LETTER}]|:\d|/\w|\.[a-z]\.\d")
"""What makes a figure part of something longer; 19 of 2018-19 is no number, nor are 7.b.1 and −2 numbers of things."""

_YEAR_BEFORE = re.compile(r"(?:(?<!\d)\d{4}[-/]|\d{1,2}/)\Z")
_YEAR_BEHIND = re.compile(r"/(\d{4}|\d\d)(?!\d)")
"""What may stand beside a year: 2018/19, 2018-2019, 18/7/2018."""

MOST_DIGITS = 18
"""How many digits a number of things may have; longer ones are codes, or meant to be slow."""

_ROMAN = re.compile(r"(?<![^\W_])(?:[IVX]{2,}|[LXVI]{3,}|[MDCLXVI]{4,})(?![^\W_])")
"""Roman figures that are safely none of the abbreviations MI, CD, DM and the like."""

_CAPITALS = re.compile(r"[IVXLCDM]{2}")
"""What a roman figure begins with; looked for first, since a text without it is read more quickly."""

_IN_ORDER = re.compile(r"M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@record
class FoundNumber:
    """A number in a text, in figures or in words.

    `usual` says that the language reads it so; else it is what the writer of another language may have meant.
    `apart` says that it is no part of a word, a time or a fraction (A4, 10:30, 2018/19). `head` is its
    figure where a word for thousands or millions follows.
    """

    start: int
    end: int
    value: Decimal
    figures: bool = True
    usual: bool = True
    apart: bool = True
    head: FoundNumber | None = None

    def is_year(self, text: str) -> bool:
        """Whether it is written as years are: four digits (2018, 二〇一八), from 1000 to 2999."""
        digits = text[self.start : self.end]
        in_digits = all(unicodedata.numeric(each, 99) < 10 for each in digits)
        return len(digits) == 4 and 1000 <= self.value < 3000 and in_digits

    def whole(self) -> int | None:
        """Its value where that is a whole number; 3.00 says something else than 3."""
        exponent = self.value.as_tuple().exponent
        return int(self.value) if isinstance(exponent, int) and exponent >= 0 else None


class Figures:
    """Reads figures as a language writes them.

    `groups` are the signs between its thousands, `decimal` that before a fraction. Right to left (`reversed_groups`)
    many type the groups as they want to see them, 000 100 for 100 000.
    """

    def __init__(self, groups: Iterable[str], decimal: str, reversed_groups: bool) -> None:
        self._groups, self._decimal = frozenset(groups), decimal
        self._pattern = _REVERSED_OR_SEPARATED if reversed_groups else _SEPARATED

    def read(self, text: str) -> tuple[list[FoundNumber], list[Span]]:
        """Every figure with each of its values, and those that are no number by themselves (1.2.3, A4)."""
        numbers, others = list[FoundNumber](), list[Span]()
        for match in self._pattern.finditer(text):
            apart = _is_apart(text, *match.span())
            found = [*self._of(match.group(), match.start(), apart)]
            numbers += found
            usual = [each for each in found if each.usual]
            if not apart or not usual or usual[0].whole() is None:
                others.append(Span(*match.span(), "figure", tuple(str(each.value) for each in usual[:1])))
        return numbers, others

    def _of(self, figure: str, start: int, apart: bool) -> Iterator[FoundNumber]:
        values = self._values(figure)
        for value, usual in values:
            yield FoundNumber(start, start + len(figure), value, usual=usual, apart=apart)
        # Two figures side by side (2018 313), or a list without blanks (8,11): each is a number of its own.
        for separator in " ,،，":
            if separator in figure and not values:
                at = start
                for part in figure.split(separator):
                    yield from self._of(part, at, apart)
                    at += len(part) + 1
                return

    def _values(self, figure: str) -> list[tuple[Decimal, bool]]:
        """The values of a figure, each with whether it is the usual one."""
        separators, parts = _SEPARATOR.findall(figure), _SEPARATOR.split(figure)
        if sum(map(len, parts)) > MOST_DIGITS:
            return []
        if not separators:
            return [(Decimal(figure), figure == "0" or not figure.startswith("0"))]
        if _REVERSED.fullmatch(figure):
            return [(Decimal("".join(reversed(parts))), True)]
        last, whole = separators[-1], Decimal("".join(parts))
        fraction = Decimal("".join(parts[:-1]) + "." + parts[-1])
        if len(set(separators)) > 1:
            grouped = len(set(separators[:-1])) == 1 and _is_grouped(parts[:-1]) and last in _DECIMAL
            return [(fraction, True)] if grouped else []
        may_be_whole = last in _GROUP and _is_grouped(parts)
        if len(separators) > 1 or last not in _DECIMAL:
            return [(whole, True)] if may_be_whole else []
        if not may_be_whole:
            # 27,5 in English too, as the writer of another language has it.
            return [(fraction, True)]
        # Nobody writes three noughts behind a decimal sign.
        as_whole = last not in (self._decimal, "٫") or last in self._groups or parts[-1] == "000"
        return [(whole, as_whole), (fraction, not as_whole)]


def _is_grouped(parts: list[str]) -> bool:
    """Whether these parts are the groups of a number: of three digits, or of two before the last three (12,34,567)."""
    first, *middle, last = parts
    if not 1 <= len(first) <= 3 or len(last) != 3 or first.startswith("0"):
        return len(parts) == 1
    return all(len(each) == 3 for each in middle) or (len(first) < 3 and all(len(each) == 2 for each in middle))


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a figure is a number by itself: no part of a word (A4, COVID-19, 1990s), a time or a fraction."""
    before, behind = _BEFORE.search(text, max(0, start - 5), start), _BEHIND.match(text, end)
    if end - start == 4 and text[start:end].isdecimal():
        following = _YEAR_BEHIND.match(text, end)
        # 2018/19 are two years; 1992/22 is a resolution.
        if following and int(following[1]) % 100 == (int(text[start:end]) + 1) % 100:
            behind = None
        if _YEAR_BEFORE.search(text, max(0, start - 5), start):
            before = None
    return not before and not behind


def numerals(text: str) -> Iterator[Span]:
    """Every run of characters that Unicode calls numbers but no digits: ½, x², ②, Ⅻ."""
    if text.isascii():
        return
    special = "".join(character for character in set(text) if _is_numeral(character))
    if special:
        for match in re.finditer(f"[{re.escape(special)}]+", text):
            yield Span(*match.span(), "numeral")


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
