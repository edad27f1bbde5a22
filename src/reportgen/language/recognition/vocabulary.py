"""The words of a language that are recognized beside names: those of its conventions, currencies and months of CLDR."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportgen.facts import NAME_KINDS
from reportgen.language.cldr import currency_codes, locale_of
from reportgen.language.compiled import cldr_version
from reportgen.language.conventions import Conventions
from reportgen.language.recognition.phrases import Phrase
from reportgen.language.recognition.plain import plain_form
from reportgen.language.recognition.span import SpanKind
from reportgen.language.rules import Forms
from reportgen.store import kept

if TYPE_CHECKING:
    from babel import Locale

_FIELD = re.compile(r"\{\w+\}")
_NO_MONEY = re.compile(r"X(?!AF|OF|CD|PF)")
"""Currency codes of gold, tests and units of account, save those that people pay with (XAF, XOF, XCD, XPF)."""

_NUMBERS_OF_CATEGORIES = {"zero": 0, "one": 1, "two": 2}
"""The plural categories whose words may stand without a number."""


def words(conventions: Conventions) -> Iterator[Phrase]:
    """All of them."""
    kinds = (
        number_words, ordinals, months, currencies, units, said_values, percents, qualifiers, negations, before_numbers,
        ordinary, terms,
    )  # fmt: skip
    return (phrase for each in kinds for phrase in each(conventions))


def number_words(conventions: Conventions) -> Iterator[Phrase]:
    """The words for numbers, each with its number; compounds are put together by `number_words.joined`."""
    rule = conventions.recognition
    for number, forms in conventions.numbers.words.items():
        for text in _texts(forms):
            yield from _joined_or_not(text, "number word", str(number))
    for text, value in rule.numbers.items():
        yield from _joined_or_not(text, "number word", str(value))
    for text, scale in rule.scales.items():
        yield Phrase(text, "scale", str(scale))
    for text in rule.fractions:
        yield Phrase(text, "fraction")


def ordinals(conventions: Conventions) -> Iterator[Phrase]:
    """Ordinals in words: first, second, third."""
    for number, forms in conventions.ordinals.words.items():
        for text in _texts(forms):
            if not any(map(str.isdigit, text)):
                yield from _joined_or_not(text, "ordinal", str(number))
    for text, number in conventions.recognition.ordinals.items():
        yield from _joined_or_not(text, "ordinal", str(number))


def _joined_or_not(text: str, kind: SpanKind, means: str) -> Iterator[Phrase]:
    """The words as they are, with blanks and with hyphens: vingt et un, vingt-et-un; soixante-dix, soixante dix."""
    for each in dict.fromkeys((text, text.replace("-", " "), text.replace(" ", "-"))):
        yield Phrase(each, kind, means)


def months(conventions: Conventions) -> Iterator[Phrase]:
    """The months in every case, Arabic ones also by each of their two names; CLDR's beside the conventions'."""
    locale = _locale(conventions)
    names, short = [*conventions.dates.months.values()], list[tuple[str, ...]]()
    if locale:
        for use in ("format", "stand-alone"):
            names.append(tuple(locale.months[use]["wide"].values()))
            short.append(tuple(locale.months[use]["abbreviated"].values()))
    for texts in names:
        for number, text in enumerate(texts, 1):
            # UN Arabic prints both names of a month (آذار/مارس); people type either. 7月 is one only in a date.
            for each in dict.fromkeys((text, *text.split("/"))):
                kind: SpanKind = "month in date" if any(map(str.isdigit, each)) else "month"
                yield Phrase(each, kind, str(number), exact=True)
    for texts in short:
        for number, text in enumerate(texts, 1):
            yield Phrase(text.rstrip(".") + ".", "month in date", str(number), exact=True)
            yield Phrase(text.rstrip("."), "month in date", str(number), exact=True)


def currencies(conventions: Conventions) -> Iterator[Phrase]:
    """The currencies by the names that the conventions add and by CLDR's, in every plural form, and by their codes."""
    for code, texts in conventions.recognition.currencies.items():
        for text in texts:
            if text[0].isalpha():
                yield Phrase(text, "currency", code)
    locale = _locale(conventions)
    if locale is None:
        return
    plurals = locale._data["currency_names_plural"]
    # A code is printed where the language has no name for the currency, and read as well.
    codes = (code for code in currency_codes() if not _NO_MONEY.match(code))
    yield from (Phrase(code, "currency code", code, exact=True) for code in codes)
    for code, name in locale.currencies.items():
        if not _NO_MONEY.match(code):
            for text in dict.fromkeys((name, *(plurals[code].values() if code in plurals else ()))):
                yield Phrase(text, "currency", code)


def currency_signs(conventions: Conventions) -> dict[str, str]:
    """The codes of currencies by their signs, those that the conventions add and CLDR's: US$, €."""
    # Babel takes longer to import, and to read a language, than all that is looked for.
    signs = dict(kept("signs", (conventions.locale, *cldr_version()), lambda: _cldr_signs(conventions)))
    for code, texts in conventions.recognition.currencies.items():
        signs |= {text: code for text in texts if not text[0].isalpha() or not text[-1].isalpha()}
    signs |= {sign: code for code, sign in conventions.money.symbols.items()}
    return {sign: code for sign, code in signs.items() if any(unicodedata.category(each) == "Sc" for each in sign)}


def _cldr_signs(conventions: Conventions) -> dict[str, str]:
    locale = _locale(conventions)
    return {} if locale is None else {sign: code for code, sign in locale.currency_symbols.items()}


def units(conventions: Conventions) -> Iterator[Phrase]:
    """The words for units of time, and the words that are a length of time without a number (Arabic dual)."""
    for unit, forms in conventions.units.items():
        for texts in forms.values():
            for category, text in texts.items():
                if text.startswith("="):
                    yield Phrase(text[1:], "period", f"{_NUMBERS_OF_CATEGORIES[category]} {unit}")
                else:
                    yield Phrase(_FIELD.sub("", text.rpartition("{n}")[2] or text).strip(), "unit", unit)
    for unit, added in conventions.recognition.units.items():
        yield from (Phrase(text, "unit", unit) for text in added)
    for period, said in conventions.recognition.periods.items():
        yield from (Phrase(text, "period", period) for text in said)


def said_values(conventions: Conventions) -> Iterator[Phrase]:
    """The words that say a value without its number: half-yearly, both."""
    for value, texts in conventions.recognition.values.items():
        # One is said by many an article, and its number words are read anyway.
        yield from (Phrase(text, "said value", value) for text in texts if value != "1")


def percents(conventions: Conventions) -> Iterator[Phrase]:
    """The words behind the number of a percentage, and those before it (百分之)."""
    patterns = conventions.numbers.percent
    texts = [patterns] if isinstance(patterns, str) else [*patterns.values()]
    for text in (*conventions.recognition.percents, *texts):
        before, _, behind = text.rpartition("{n}")
        if before[-1:].isalnum():
            yield Phrase(before.strip(), "percent before")
        elif behind.strip()[:1].isalnum():
            yield Phrase(behind.strip(), "percent sign")


def qualifiers(conventions: Conventions) -> Iterator[Phrase]:
    """The words of qualifiers; "#" before them says that they stand behind the number."""
    for qualifier, texts in conventions.qualifiers.items():
        for text in texts:
            behind = text.startswith("#")
            yield Phrase(text.removeprefix("#").strip(), "qualifier", f"{qualifier}{'/behind' if behind else ''}")


def negations(conventions: Conventions) -> Iterator[Phrase]:
    """The words that turn a qualifier round."""
    return (Phrase(text, "negation") for text in conventions.recognition.negations)


def before_numbers(conventions: Conventions) -> Iterator[Phrase]:
    """The words before names that are numbers, by the plural of their kind: Goal."""
    for kind, texts in conventions.recognition.numbered.items():
        yield from (Phrase(text, "before number", f"/{NAME_KINDS[kind]}") for text in texts)


def ordinary(conventions: Conventions) -> Iterator[Phrase]:
    """Ordinary words that look like a number or a name; those that say one (les deux) are of a kind of their own."""
    rule = conventions.recognition
    numbers = {text for value, texts in rule.values.items() if value.isdecimal() for text in texts}
    return (Phrase(text, "ordinary number" if text in numbers else "ordinary") for text in rule.ordinary)


def terms(conventions: Conventions) -> Iterator[Phrase]:
    """The terms that hold digits, written so."""
    return (Phrase(text, "term", exact=True) for text in conventions.recognition.terms)


def list_joins(conventions: Conventions) -> set[str]:
    """What stands between the items of a list, and between the numbers of one."""
    rule = conventions.lists
    joins = [rule, *([rule.figures] if rule.figures else [])]
    return {plain_form(text) for each in joins for text in (each.separator, each.last, each.pair)}


def _texts(forms: Forms) -> Iterable[str]:
    return [forms] if isinstance(forms, str) else forms.values()


def _locale(conventions: Conventions) -> Locale | None:
    return locale_of(conventions.locale)
