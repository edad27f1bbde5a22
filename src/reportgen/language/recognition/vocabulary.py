"""The words of a language that are recognized: names of its lexicon, words of its conventions, currencies of CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportgen.language.conventions import Conventions
from reportgen.language.lexicon import LexiconEntry
from reportgen.language.recognition.phrases import Phrase
from reportgen.language.recognition.span import SpanKind
from reportgen.language.rules import Forms

if TYPE_CHECKING:
    from babel import Locale

_FIELD = re.compile(r"\{\w+\}")
_NO_WORD = re.compile(r"^[\W_]+")
_NO_MONEY = re.compile(r"X(?!AF|OF|CD|PF)")
"""Currency codes of gold, tests and units of account, save those that people pay with (XAF, XOF, XCD, XPF)."""


def names(entries: Iterable[LexiconEntry], before: tuple[str, ...], glued: tuple[str, ...]) -> Iterator[Phrase]:
    """Every form of every name, full and short, without the article or preposition before it.

    A short form that is never introduced (the Council) means something only after the full name, so its kind is "short
    name". Third forms (the Office) are left out.
    """
    for entry in entries:
        means = f"{entry.kind}/{entry.id}"
        wholes = {_bare(each.full, before) for each in entry.forms.values()}
        shorts = {_bare(each.short, before) for each in entry.forms.values()} - wholes
        shorts |= {_bare(text, before) for text in (entry.table, entry.abbreviation)} - wholes
        short_kind: SpanKind = "short name" if entry.introduce == "never" else "name"
        kinds: tuple[tuple[SpanKind, set[str]], ...] = (("name", wholes), (short_kind, shorts))
        for kind, texts in kinds:
            for text in texts:
                if len(text) > 1 and not text.isdecimal() and not _glued_form(text, texts, glued):
                    yield Phrase(text, kind, means, exact=True)


def _bare(text: str, before: tuple[str, ...]) -> str:
    """A name without mark-up, quotation marks and the words that stand before it: Indonésie of "de l’Indonésie"."""
    text = _NO_WORD.sub("", text.replace("*", ""))
    for word in before:
        if text.startswith(word) and (text[len(word) - 1] in "’'" or text[len(word) : len(word) + 1] == " "):
            return _bare(text[len(word) :], before)
    return text


def _glued_form(text: str, texts: set[str], glued: tuple[str, ...]) -> bool:
    """Whether a text is another one with glued letters, which the scan skips by itself: لكينيا, كينيا."""
    return any(text.startswith(letters) and text[len(letters) :] in texts for letters in glued)


def number_words(conventions: Conventions) -> Iterator[Phrase]:
    """The words for numbers, each with its number; compounds are put together by `number_words.joined`."""
    for number, forms in conventions.numbers.words.items():
        for text in _texts(forms):
            yield Phrase(text, "number word", str(number))
    for text, number in conventions.recognition.numbers.items():
        yield Phrase(text, "number word", str(number))


def ordinals(conventions: Conventions) -> Iterator[Phrase]:
    """Ordinals in words: first, second, third."""
    rule = conventions.ordinals
    for number, forms in rule.words.items():
        for text in _texts(forms):
            if not any(map(str.isdigit, text)):
                yield Phrase(text, "ordinal", str(number))


def months(conventions: Conventions) -> Iterator[Phrase]:
    """The months in every case, Arabic ones also by each of their two names; CLDR's beside the conventions'."""
    rule = conventions.dates.months
    series = [*rule.values()]
    locale = _locale(conventions)
    if locale:
        series += [tuple(locale.months[use]["wide"].values()) for use in ("format", "stand-alone")]
    for texts in series:
        for number, text in enumerate(texts, 1):
            # UN Arabic prints both names of a month (آذار/مارس); people type either.
            for each in {text, *text.split("/")}:
                if not any(map(str.isdigit, each)):
                    yield Phrase(each, "month", str(number), exact=True)


def currencies(conventions: Conventions) -> Iterator[Phrase]:
    """The currencies by the names that the conventions add and by CLDR's, in every plural form."""
    for text in conventions.recognition.currencies:
        yield Phrase(text, "currency", exact=text.isupper())
    locale = _locale(conventions)
    if locale is None:
        return
    plurals = locale._data["currency_names_plural"]
    for code, name in locale.currencies.items():
        if not _NO_MONEY.match(code):
            for text in {name, *(plurals[code].values() if code in plurals else ())}:
                yield Phrase(text, "currency", code)


def units(conventions: Conventions) -> Iterator[Phrase]:
    """The words for units of time, and the words that are a length of time without a number (Arabic dual)."""
    for unit, forms in conventions.units.items():
        for texts in forms.values():
            for category, text in texts.items():
                if text.startswith("="):
                    yield Phrase(text[1:], "period", category)
                else:
                    yield Phrase(_FIELD.sub("", text.rpartition("{n}")[2] or text).strip(), "unit", unit)


def percents(conventions: Conventions) -> Iterator[Phrase]:
    """The words behind the number of a percentage."""
    patterns = conventions.numbers.percent
    texts = [patterns] if isinstance(patterns, str) else [*patterns.values()]
    for text in (*conventions.recognition.percents, *(text.replace("{n}", "").strip() for text in texts)):
        if text[:1].isalnum():
            yield Phrase(text, "percent sign")


def qualifiers(conventions: Conventions) -> Iterator[Phrase]:
    """The words of qualifiers; "#" before them says that they stand behind the number."""
    for qualifier, texts in conventions.qualifiers.items():
        for text in texts:
            behind = text.startswith("#")
            yield Phrase(text.removeprefix("#").strip(), "qualifier", f"{qualifier}{'/behind' if behind else ''}")


def ordinary(conventions: Conventions) -> Iterator[Phrase]:
    """Ordinary words that look like a number or a name."""
    return (Phrase(text, "ordinary") for text in conventions.recognition.ordinary)


def _texts(forms: Forms) -> Iterator[str]:
    yield from [forms] if isinstance(forms, str) else forms.values()


def _locale(conventions: Conventions) -> Locale | None:
    """CLDR's data of the language; none for a language that CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(conventions.locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
