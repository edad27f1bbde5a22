"""The recognizer of one language: its words compiled once, its texts read one after another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain

from reportgen.facts import (
    Age,
    Count,
    Date,
    DateRange,
    Money,
    Names,
    Ordinal,
    Percent,
    Period,
    PlainNumber,
    Range,
    Spread,
    Symbol,
    Year,
)
from reportgen.language.compiled import cldr_version, compiled, digest_of_parts
from reportgen.language.conventions import Conventions
from reportgen.language.lexicon import Lexicon
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.language.recognition import vocabulary
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.grammar import Grammar
from reportgen.language.recognition.kept_spans import KeptSpans
from reportgen.language.recognition.name_words import NameWords
from reportgen.language.recognition.named import NameReadings
from reportgen.language.recognition.phrases import Phrases, PhraseTree, planted
from reportgen.language.recognition.plain import Plain
from reportgen.language.recognition.read_text import ReadText
from reportgen.language.recognition.reading import QualifierWords, Reading, TypedReference
from reportgen.language.recognition.references import TypedReferences
from reportgen.language.recognition.span import Span, SpanKind, outside
from reportgen.language.recognition.stated import stated
from reportgen.record import replace

_KEPT = 512
"""How many texts are remembered as they were read, since several rooms ask about the same ones."""


_RANGES = (Range, Date, DateRange, Spread, Age)
"""Values that may hold words of qualifiers: от 13 до 18."""


class Recognizer:
    """Finds what may be a fact or a name in texts of one language."""

    def __init__(self, conventions: Conventions, lexicon: Lexicon) -> None:
        self._conventions, self._lexicon = conventions, lexicon
        self._read = lru_cache(maxsize=_KEPT)(self._read_anew)
        self._cited = lru_cache(maxsize=_KEPT)(self._cited_anew)

    def readings(self, text: str) -> list[Reading]:
        """Every value that a part of the text may say, nested ones too, by start and the longest first."""
        return list(self._read(text).readings)

    def stated(self, text: str, named: Iterable[Names] = ()) -> list[Reading]:
        """The readings that a text without facts is taken to state: the longest and usual ones.

        `named` are the names that were stated before it, which make clear what "the Office" is.
        """
        read = self._read(text)
        return stated(read.readings, [*self.valueless(text), *self.citations(text)], text, named)

    def valueless(self, text: str) -> list[Span]:
        """What has figures or number words and no value as a fact: 18 July, two thirds, 4.5, A4, (1)."""
        return list(self._read(text).others)

    def citations(self, text: str) -> list[TypedReference]:
        """Every cross-reference typed in words; the paragraphs that are cited of another document are none."""
        return list(self._cited(text))

    def qualifiers(self, text: str) -> list[QualifierWords]:
        """Every qualifier, also those inside others ("more than" in "no more than"), once for each of its meanings."""
        return self._kept.found("qualifiers", text, QualifierWords, self._qualifiers)

    def negations(self, text: str) -> list[Span]:
        """Every word that may turn what follows round: not, pas, не."""
        return self._read(text).spans("negation")

    def spans(self, text: str) -> list[Span]:
        """Every span of the text with all its kinds, in order."""
        return sorted({*self._read(text).spans("name", "short name", "qualifier"), *self.numbers(text)})

    def names(self, text: str) -> list[Span]:
        """Every name of the lexicon without what stands before it, also those inside others."""
        return self._kept.found("names", text, Span, lambda text: self._read(text).spans("name", "short name"))

    def numbers(self, text: str) -> list[Span]:
        """Figures, number words and all compounds of them; months and currencies also by themselves."""
        return self._kept.found("numbers", text, Span, self._numbers)

    def _qualifiers(self, text: str) -> list[QualifierWords]:
        read = self._read(text)
        spans = read.spans("qualifier")
        ranges = [each for each in read.numbers if isinstance(each.value, _RANGES)] if spans else []
        # In "от 13 до 18" the word belongs to the range.
        own = outside(spans, (Span(each.start + 1, each.end - 1, "range") for each in ranges))
        return sorted(
            QualifierWords(span.start, span.end, means.removesuffix("/behind"), means.endswith("/behind"))
            for span in own
            for means in span.means
        )

    def _numbers(self, text: str) -> list[Span]:
        read = self._read(text)
        values = (_span_of(each, text) for each in read.numbers if each.usual)
        # A length of time without a number (شهران) is told by its own words, which come last.
        found = chain(filter(None, values), read.others, _signs(text), read.spans("month", "currency", "period"))
        ordinary = read.spans("ordinary number")
        spans = {(each.start, each.end, each.kind): each for each in found}
        return sorted(outside(spans.values(), ordinary))

    def _cited_anew(self, text: str) -> tuple[TypedReference, ...]:
        plain = self._read(text).plain
        parts = [each for each in self._read(text).numbers if isinstance(each.value, Symbol) and each.value.para]
        found = outside(self._references.found(plain), parts) if parts else self._references.found(plain)
        return tuple(sorted(replace(each, start=plain.start(each.start), end=plain.end(each.end)) for each in found))

    def _read_anew(self, text: str) -> ReadText:
        plain = Plain(text, self._conventions.script != "han", bool(self._conventions.recognition.glued))
        return ReadText(plain, FoundWords(self._phrases.hits(plain)), self._grammar, self._names)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._compiled[0], self._conventions.recognition.glued, self._conventions.script != "han")

    @cached_property
    def _compiled(self) -> CompiledWords:
        found: CompiledWords = compiled(WORDS, self._lexicon.tag, self._digest, self._words)
        return found

    def compiled(self) -> tuple[bytes, CompiledWords]:
        """The digest of all that words are recognized by, and what they are compiled to."""
        return self._digest, self._words()

    @cached_property
    def _digest(self) -> bytes:
        return digest_of_parts(self._lexicon.digest, repr(self._conventions), cldr_version())

    def _words(self) -> CompiledWords:
        """The tree of all words that are recognized: names, and words of the conventions and of CLDR."""
        rule = self._conventions.recognition
        names = NameWords(rule.before_names, rule.glued).phrases(_of_all_times(self._lexicon))
        # In an order of their own, since CLDR's names come from sets: the same files give the same bytes.
        others = sorted(vocabulary.words(self._conventions), key=lambda each: (each.kind, each.text))
        tree = planted(chain(names, others), self._conventions.script != "han")
        return tree, _numbered(self._lexicon)

    @cached_property
    def _kept(self) -> KeptSpans:
        return KeptSpans(self._digest)

    @cached_property
    def _names(self) -> NameReadings:
        return NameReadings(self._conventions, self._compiled[1])

    @cached_property
    def _grammar(self) -> Grammar:
        return Grammar(self._conventions)

    @cached_property
    def _references(self) -> TypedReferences:
        return TypedReferences(self._conventions)


WORDS = "words"
"""The kind of what is compiled here."""

CompiledWords = tuple[PhraseTree, dict[str, dict[str, str]]]
"""The tree of words as plain data, and the ids of the names that are numbers, by their kind and number."""


def _of_all_times(lexicon: Lexicon) -> Iterator[LexiconEntry]:
    """Every entry as it is and as it was: whoever types an earlier name means what has another one today.

    An earlier name that an entry of its own has is that entry's.
    """
    entries = list(lexicon.entries())
    taken = {(entry.kind, entry.forms[""].full) for entry in entries}
    yield from entries
    earlier = (each for entry in entries for each in entry.earlier)
    yield from (each for each in earlier if (each.kind, each.forms[""].full) not in taken)


def _numbered(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in lexicon.entries():
        if entry.forms[""].full.isdecimal():
            found.setdefault(entry.kind, {})[entry.forms[""].full] = entry.id
    return found


def _span_of(reading: Reading, text: str) -> Span | None:
    """The span of a number's reading, with its value or its unit; none for a name."""
    words = text[reading.start : reading.end]
    match reading.value:
        case Count(number=number):
            kind: SpanKind = "figure" if any(map(str.isdigit, words)) else "number word"
            return Span(reading.start, reading.end, kind, (str(number),))
        case Ordinal(number=number) | Year(number=number):
            return Span(reading.start, reading.end, reading.value.kind, (str(number),))
        case Period(unit=unit):
            return Span(reading.start, reading.end, "period", (unit,))
        case Money(currency=currency):
            return Span(reading.start, reading.end, "money", (currency,))
        case Date() | DateRange():
            return Span(reading.start, reading.end, "date")
        case Percent() | Range() | Symbol():
            return Span(reading.start, reading.end, reading.value.kind)
        case PlainNumber():
            return Span(reading.start, reading.end, "figure", (str(reading.value),))
        case Names():
            return None
        case _:
            return Span(reading.start, reading.end, "patterned")


def _signs(text: str) -> Iterator[Span]:
    """The signs of currencies, which are none by themselves where a number stands beside them."""
    for sign in filter(_is_sign, set(text)):
        yield from (Span(at, at + 1, "currency") for at, character in enumerate(text) if character == sign)


@lru_cache(maxsize=4096)
def _is_sign(character: str) -> bool:
    return unicodedata.category(character) == "Sc"
