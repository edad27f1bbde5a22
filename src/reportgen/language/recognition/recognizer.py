"""The recognizer of one language: its words compiled once, its texts read one after another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from reportgen.language.conventions import Conventions
from reportgen.language.lexicon import Lexicon
from reportgen.language.recognition import values, vocabulary
from reportgen.language.recognition.compounds import Compounds
from reportgen.language.recognition.figures import figures, numerals, roman_figures
from reportgen.language.recognition.number_words import joined
from reportgen.language.recognition.patterns import Patterns
from reportgen.language.recognition.phrases import Phrase, Phrases, folded
from reportgen.language.recognition.reading import QualifierWords, Reading
from reportgen.language.recognition.span import Span, SpanKind, longest

_PARTS = frozenset({"number word", "unit", "percent sign", "ordinary"})
"""Kinds of words that are no span by themselves, only together with others."""


class Recognizer:
    """Finds what may be a fact or a name in texts of one language."""

    def __init__(self, conventions: Conventions, lexicon: Lexicon) -> None:
        self._conventions, self._lexicon = conventions, lexicon
        self._rule = conventions.recognition

    def spans(self, text: str) -> list[Span]:
        """Every span of the text with all its readings, in order."""
        return sorted({*self.names(text), *self.qualifier_spans(text), *self.numbers(text)})

    def readings(self, text: str) -> list[Reading]:
        """Every value that a part of the text may say, nested ones too, by start and the longest first."""
        return sorted(values.readings_of(self.spans(text), self._conventions, text), key=lambda each: each.place)

    def stated(self, text: str) -> list[Reading]:
        """The readings that a text without facts is taken to state: the longest only."""
        kept: list[Reading] = []
        for reading in self.readings(text):
            if not kept or kept[-1].end <= reading.start:
                kept.append(reading)
        return kept

    def qualifiers(self, text: str) -> list[QualifierWords]:
        """Every qualifier, also those inside others, once for each that the words may mean."""
        found = set[QualifierWords]()
        for span in self.qualifier_spans(text):
            for each in span.means:
                qualifier, _, behind = each.partition("/")
                found.add(QualifierWords(span.start, span.end, qualifier, bool(behind)))
        return sorted(found)

    def negations(self, text: str) -> list[Span]:
        """Every word that may turn what follows round: not, pas, не."""
        return list(self._negations.spans(text))

    def names(self, text: str) -> list[Span]:
        """Every name of the lexicon, also those inside others, except in words listed as ordinary."""
        return self._but_ordinary(self._names, text)

    def qualifier_spans(self, text: str) -> list[Span]:
        """Every qualifier as a span, also those inside others ("more than" in "no more than")."""
        return self._but_ordinary(self._qualifiers, text)

    def numbers(self, text: str) -> list[Span]:
        """Figures, number words and all compounds of them; months and currencies also by themselves."""
        words = [*self._words.spans(text), *_signs(text)]
        apart = [span for span in words if span.kind in ("ordinary", "percent sign")]
        words = [each for each in words if each in apart or not any(span.covers(each) for span in apart)]
        plain = (span for span in words if span.kind == "number word")
        # Of number words inside others (vingt-deux, deux) only the longest is joined.
        numbers = [*figures(text), *joined(longest(plain), text, self._connectors, self._inverted)]
        found = [*numbers, *self._patterns.spans(text), *numerals(text)]
        # In other scripts Latin capitals are abbreviations, and roman figures are not used in prose.
        if self._conventions.script == "latin":
            found += roman_figures(text)
        found += (span for span in words if span.kind not in _PARTS)
        return sorted({*found, *self._compounds.spans(text, numbers, words)})

    def _but_ordinary(self, phrases: Phrases, text: str) -> list[Span]:
        """The phrases of a text that do not lie in an ordinary word."""
        found = list(phrases.spans(text))
        apart = list(self._ordinary.spans(text)) if found else []
        return [span for span in found if not any(each.covers(span) for each in apart)]

    @cached_property
    def _names(self) -> Phrases:
        rule = self._rule
        before = tuple(sorted(rule.before_names, key=len, reverse=True))
        return self._phrases(vocabulary.names(self._lexicon.entries(), before, rule.glued))

    @cached_property
    def _ordinary(self) -> Phrases:
        return self._phrases(vocabulary.ordinary(self._conventions))

    @cached_property
    def _qualifiers(self) -> Phrases:
        return self._phrases(vocabulary.qualifiers(self._conventions))

    @cached_property
    def _negations(self) -> Phrases:
        return self._phrases(Phrase(text, "negation") for text in self._rule.negations)

    @cached_property
    def _words(self) -> Phrases:
        kinds = (
            vocabulary.number_words, vocabulary.ordinals, vocabulary.months, vocabulary.currencies, vocabulary.units,
            vocabulary.percents, vocabulary.ordinary,
        )  # fmt: skip
        return self._phrases(phrase for each in kinds for phrase in each(self._conventions))

    @cached_property
    def _patterns(self) -> Patterns:
        return Patterns(self._conventions)

    @cached_property
    def _compounds(self) -> Compounds:
        return Compounds(self._conventions, self._connectors)

    @cached_property
    def _connectors(self) -> tuple[str, ...]:
        """The texts between the words of one number, with blanks and dashes folded to one kind."""
        return tuple(map(folded, self._rule.connectors))

    @cached_property
    def _inverted(self) -> bool:
        """Whether units stand before tens: خمسة وعشرون."""
        compound = self._conventions.numbers.compound
        return "{unit}" in compound and compound.index("{unit}") < compound.index("{tens}")

    def _phrases(self, phrases: Iterable[Phrase]) -> Phrases:
        return Phrases(phrases, self._rule.glued, self._conventions.script != "han")


def _signs(text: str) -> Iterator[Span]:
    """The signs of percentages and of currencies."""
    for character in set(text):
        kind = _sign_kind(character)
        if kind:
            for match in re.finditer(re.escape(character), text):
                yield Span(*match.span(), kind)


@lru_cache(maxsize=4096)
def _sign_kind(character: str) -> SpanKind | None:
    if character in "%٪‰％":
        return "percent sign"
    return "currency" if unicodedata.category(character) == "Sc" else None
