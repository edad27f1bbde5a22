"""Ordinals and number words as Word writes them, which follow the language of a text: 21st, Vingt et unième, Первый.

Of a language that is not here nothing is said: only what is known of Word is. English and French are held against the
labels that Word printed for the test files of Open-Xml-PowerTools.
"""

from __future__ import annotations

from collections.abc import Callable

WORDED = frozenset(("ordinal", "cardinalText", "ordinalText"))
"""The formats of Word whose signs depend on the language."""

_OTHERWISE = frozenset(("fr-be", "fr-ch"))
"""Tags of countries that have words of their own: septante, nonante."""


def in_words(number: int, number_format: str, language: str) -> str | None:
    """A number from 1 on as an ordinal or in words; None where it is not known how Word writes it in the language.

    `language` is a tag as files have it: fr-FR.
    """
    tag = language.replace("_", "-").casefold()
    most, write = _KNOWN.get((tag.partition("-")[0], number_format), (0, str))
    return write(number) if 1 <= number <= most and tag not in _OTHERWISE else None


def _raised(write: Callable[[int], str]) -> Callable[[int], str]:
    """The words with a capital first letter, as Word's lists have them."""
    return lambda number: write(number).capitalize()


def _english_ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _english(number: int) -> str:
    """one hundred five: Word puts no "and" between."""
    if number >= 1000:
        return _english_above(number, 1000, "thousand")
    if number >= 100:
        return _english_above(number, 100, "hundred")
    if number >= 20:
        return _ENGLISH_TENS[number // 10 - 2] + (f"-{_ENGLISH[number % 10 - 1]}" if number % 10 else "")
    return _ENGLISH[number - 1]


def _english_above(number: int, unit: int, name: str) -> str:
    count, rest = divmod(number, unit)
    return f"{_english(count)} {name}" + (f" {_english(rest)}" if rest else "")


def _english_ordinal_text(number: int) -> str:
    before, last = _parted(_english(number))
    ordinal = _ENGLISH_ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return before + ordinal


def _french_ordinal(number: int) -> str:
    return "1er" if number == 1 else f"{number}e"


def _french(number: int) -> str:
    """quatre-vingt-onze, deux cents, mille un: hundreds and score have an s at the end alone."""
    if number >= 1000:
        count, rest = divmod(number, 1000)
        return " ".join(filter(None, ("" if count == 1 else _french(count), "mille", _french(rest) if rest else "")))
    if number >= 100:
        count, rest = divmod(number, 100)
        hundreds = "cent" if count == 1 else f"{_FRENCH[count - 1]} cent"
        return f"{hundreds} {_french(rest)}" if rest else hundreds + "s" * (count > 1)
    return _french_below_hundred(number)


def _french_below_hundred(number: int) -> str:
    if number < 20:
        return _FRENCH[number - 1]
    tens, ones = divmod(number, 10)
    if tens in (7, 9):
        tens, ones = tens - 1, ones + 10
    name = _FRENCH_TENS[tens - 2]
    if not ones:
        return name + "s" * (tens == 8)
    joint = " et " if ones in (1, 11) and tens != 8 else "-"
    return name + joint + _FRENCH[ones - 1]


def _french_ordinal_text(number: int) -> str:
    """premier, vingt et unième, quatre-vingtième, deux centième."""
    if number == 1:
        return "premier"
    before, last = _parted(_french(number))
    stem = {"cinq": "cinqu", "neuf": "neuv", "vingts": "vingt", "cents": "cent"}.get(last, last.removesuffix("e"))
    return before + stem + "ième"


def _russian(number: int) -> str:
    if number < 20:
        return _RUSSIAN[number - 1]
    ones = number % 10
    return _RUSSIAN_TENS[number // 10 - 2] + (f" {_RUSSIAN[ones - 1]}" if ones else "")


def _russian_ordinal_text(number: int) -> str:
    before, last = _parted(_russian(number))
    return before + _RUSSIAN_ORDINALS[last]


def _parted(words: str) -> tuple[str, str]:
    """What stands before the last word, and that."""
    at = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:at], words[at:]


def _words(text: str) -> list[str]:
    return text.split()


_ENGLISH = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ENGLISH_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
                     "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
_FRENCH = _words(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_FRENCH_TENS = _words("vingt trente quarante cinquante soixante soixante quatre-vingt")
_RUSSIAN = _words(
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_RUSSIAN_TENS = _words("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
_RUSSIAN_ORDINALS = dict(
    zip(
        (*_RUSSIAN, *_RUSSIAN_TENS),
        _words(
            "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый "
            "тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый "
            "тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"
        ),
        strict=True,
    )
)

_KNOWN: dict[tuple[str, str], tuple[int, Callable[[int], str]]] = {
    ("en", "ordinal"): (32767, _english_ordinal),
    ("en", "cardinalText"): (32767, _raised(_english)),
    ("en", "ordinalText"): (32767, _raised(_english_ordinal_text)),
    ("fr", "ordinal"): (32767, _french_ordinal),
    ("fr", "cardinalText"): (9999, _raised(_french)),
    ("fr", "ordinalText"): (9999, _raised(_french_ordinal_text)),
    ("ru", "cardinalText"): (99, _raised(_russian)),
    ("ru", "ordinalText"): (99, _raised(_russian_ordinal_text)),
}
"""How a language writes a format, and up to which number that is known."""
