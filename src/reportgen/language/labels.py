"""How a language writes a number as a label: I., A., (b), 一., أولا - ."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_FIELD = re.compile(r"\{(\w+)\}")
_LARGEST = 32_767
_CHINESE = "零一二三四五六七八九"


def decimal(number: int) -> str:
    """1, 2, 3."""
    return str(number)


def roman(number: int) -> str:
    """I, II, III, IV; above 32,767, where Word stops counting, in figures."""
    if number > _LARGEST:
        return str(number)
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    text = ""
    for value, letters in pairs:
        count, number = divmod(number, value)
        text += letters * count
    return text


def latin(number: int) -> str:
    """a … z, then aa, bb: Word repeats the letter, and restarts after thirty times the same."""
    repeats, index = divmod((number - 1) % (30 * 26), 26)
    return chr(ord("a") + index) * (repeats + 1)


def chinese(number: int) -> str:
    """一, 十, 十一, 二十八, 一百零五, 一万零一; from 1 to 99,999,999, larger ones in figures."""
    if number >= 100_000_000:
        return str(number)
    thousands, rest = divmod(number, 10_000)
    if not thousands:
        return _below_ten_thousand(rest)
    zero = "零" if 0 < rest < 1_000 else ""
    return f"{_below_ten_thousand(thousands)}万{zero}{_with_one(rest)}"


def _below_ten_thousand(number: int) -> str:
    text = _with_one(number)
    return text.removeprefix("一") if text.startswith("一十") else text


def _with_one(number: int) -> str:
    """The number with 一十 for ten, as it stands behind other digits."""
    text, zero = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if zero and text else "") + _CHINESE[digit] + unit
        zero = not digit
    return text


def parenthesized_chinese(number: int) -> str:
    """㈠ … ㈩, then （十一）."""
    return chr(0x3220 + number - 1) if number <= 10 else f"（{chinese(number)}）"


COUNTERS: dict[str, Callable[[int], str]] = {
    "decimal": decimal,
    "roman": roman,
    "roman_lower": lambda number: roman(number).lower(),
    "latin": latin,
    "latin_upper": lambda number: latin(number).upper(),
    "chinese": chinese,
    "chinese_parenthesized": parenthesized_chinese,
}
"""Counters by the names that stand in braces in patterns of labels."""

SERIES = ("letters", "words", "names", "ordinals")
"""Names of the lists that conventions give themselves, also used in braces."""


def filled_label(pattern: str, figure: int, series: Mapping[str, Sequence[str]], suffix: str = "") -> str:
    """The pattern with the figure filled in; a suffix, such as "bis", stands after the counter."""
    filled = _FIELD.sub(lambda match: _counted(match[1], figure, series), pattern)
    if not suffix:
        return filled
    counter = _FIELD.search(pattern)
    assert counter is not None
    # "41 bis." and not "41. bis": the suffix belongs to the number, the full stop to the label.
    at = len(filled) - len(pattern[counter.end() :])
    return f"{filled[:at]} {suffix}{filled[at:]}"


def counter(pattern: str) -> str:
    """The counter of a pattern alone: "{decimal}" for "Table {decimal}"."""
    match = _FIELD.search(pattern)
    return match.group() if match else ""


def uncounted(pattern: str) -> str:
    """The pattern without its counter: "Annex" for "Annex {roman}"."""
    return _FIELD.sub("", pattern).strip()


def _counted(counter: str, number: int, series: Mapping[str, Sequence[str]]) -> str:
    if counter in series:
        own = series[counter]
        # A list of words ends (Arabic ordinals); figures are better than an error there.
        return own[number - 1] if number <= len(own) else str(number)
    return COUNTERS[counter](number)
