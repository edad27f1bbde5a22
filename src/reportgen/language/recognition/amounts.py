"""A number with the words or signs beside it: 12 per cent, USD 27.5 million, nine months, two weeks, 百分之十二."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from reportgen.facts import Count, Money, Percent, Period, Unit
from reportgen.language.conventions import Conventions
from reportgen.language.recognition import vocabulary
from reportgen.language.recognition.figures import FoundNumber
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading
from reportgen.record import replace

_BESIDE = ("", " ", "-")


class Amounts:
    """Puts numbers and the words beside them together, as one language does."""

    def __init__(self, conventions: Conventions) -> None:
        self._gaps = (*_BESIDE, *(_gap(plain_form(word)) for word in conventions.recognition.between))
        self._signs = {plain_form(sign): code for sign, code in vocabulary.currency_signs(conventions).items()}
        any_sign = "|".join(map(re.escape, sorted(self._signs, key=len, reverse=True)))
        self._sign_before = re.compile(rf"(?:{any_sign}) ?\Z")
        self._sign_behind = re.compile(rf" ?({any_sign})(?!\w)")
        # Right to left the sign of a percentage is typed on either side of the figure.
        self._percent_before = conventions.direction == "rtl"
        self._scales = {plain_form(text).lower(): scale for text, scale in conventions.recognition.money_scales.items()}
        any_scale = "|".join(map(re.escape, sorted(self._scales, key=len, reverse=True)))
        self._scaled = re.compile(rf" ?({any_scale})(?![^\W_])| ?({any_scale}) ?(?={any_sign.lower()})")
        self._before_units = tuple(_before_units(conventions))

    def shortened(self, plain: Plain, numbers: Iterable[FoundNumber], words: FoundWords) -> Iterator[Reading]:
        """Every amount in thousands, millions or more said by letters, beside the sign of a currency: $2.5bn, 30 M€."""
        for number in numbers if self._scales else ():
            scale = self._scaled.match(plain.small, number.end) if number.figures else None
            if scale:
                value = number.value * self._scales[scale[1] or scale[2]]
                whole = FoundNumber(number.start, scale.end(), Decimal(int(value)) if value == int(value) else value)
                yield from self._money(plain, replace(whole, usual=number.usual), words)

    def readings(self, plain: Plain, numbers: Iterable[FoundNumber], words: FoundWords) -> Iterator[Reading]:
        """Every percentage, amount of money and length of time."""
        for number in numbers:
            yield from self._percents(plain, number, words)
            yield from self._money(plain, number, words)
            yield from self._periods(plain, number, words)
        for hit in words.of("period", "said value"):
            # Words that say a value only on occasion (annual, both) are never taken to state it.
            yield Reading(hit.start, hit.end, _said_value(hit.phrase.means), usual=hit.phrase.kind == "period")

    def _percents(self, plain: Plain, number: FoundNumber, words: FoundWords) -> Iterator[Reading]:
        value = Percent(number.value)
        for gap in ("", " "):
            at = number.end + len(gap)
            if plain.text.startswith(gap + "%", number.end):
                yield Reading(number.start, at + 1, value, usual=number.usual)
            if plain.text.startswith(gap, number.end):
                for hit in words.starting(at, "percent sign"):
                    yield Reading(number.start, hit.end, value, usual=number.usual)
        for hit in words.ending(number.start, "percent before"):
            yield Reading(hit.start, number.end, value, usual=number.usual)
        if self._percent_before and plain.text.endswith("%", 0, number.start):
            yield Reading(number.start - 1, number.end, value, usual=number.usual)

    def _money(self, plain: Plain, number: FoundNumber, words: FoundWords) -> Iterator[Reading]:
        for start, end, code in self._currencies(plain, number, words):
            yield Reading(min(start, number.start), max(end, number.end), Money(number.value, code), usual=number.usual)

    def _currencies(self, plain: Plain, number: FoundNumber, words: FoundWords) -> Iterator[tuple[int, int, str]]:
        """The places and codes of the currencies beside a number."""
        before = self._sign_before.search(plain.text, max(0, number.start - 6), number.start)
        if self._signs and before:
            yield before.start(), number.start, self._signs[before.group().strip()]
        behind = self._sign_behind.match(plain.text, number.end)
        if self._signs and behind:
            yield number.end, behind.end(), self._signs[behind[1]]
        for gap in self._gaps:
            if plain.small.startswith(gap, number.end):
                for hit in words.starting(number.end + len(gap), "currency", "currency code"):
                    yield hit.start, hit.end, hit.phrase.means
            if plain.small.endswith(gap, 0, number.start):
                for hit in words.ending(number.start - len(gap), "currency", "currency code"):
                    yield hit.start, hit.end, hit.phrase.means

    def _periods(self, plain: Plain, number: FoundNumber, words: FoundWords) -> Iterator[Reading]:
        value = number.whole()
        if not value or value < 0:
            return
        for gap in self._gaps:
            if plain.small.startswith(gap, number.end):
                for hit in words.starting(number.end + len(gap), "unit"):
                    # 2018年 and 2018 года are years; only a separator (2 018 лет) would make them lengths of time.
                    usual = number.usual and not number.is_year(plain.text)
                    period = Period(value, _unit(hit.phrase.means))
                    yield Reading(number.start, hit.end, period, usual=usual)
                    for before in self._before_units:
                        if plain.has_before(before, number.start):
                            yield Reading(number.start - len(before), hit.end, period, usual=usual)


def _before_units(conventions: Conventions) -> set[str]:
    """What stands before the number of a length of time in some form: d’ of "d’{n} jour"."""
    patterns = (text for forms in conventions.units.values() for texts in forms.values() for text in texts.values())
    return {plain_form(before) for before, field, _ in (text.partition("{n}") for text in patterns) if field and before}


def _gap(word: str) -> str:
    """A word between a number and what it counts, with the blanks round it: millions de dollars, d’euros."""
    return f" {word}" if word.endswith("'") else f" {word} "


@lru_cache(maxsize=1024)
def _said_value(text: str) -> Count | Percent | Period:
    """The value that conventions name for words without a number: 2, 50%, 6 month."""
    number, _, unit = text.partition(" ")
    if unit:
        return Period(int(number), _unit(unit))
    return Percent(Decimal(number.removesuffix("%"))) if number.endswith("%") else Count(int(number))


def _unit(text: str) -> Unit:
    for unit in ("day", "week", "month", "year"):
        if text == unit:
            return unit
    raise ValueError(text)
