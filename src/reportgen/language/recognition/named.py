"""Readings of names: each form, a full name with its short one as at first use, and names that are numbers (Goal 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from reportgen.facts import NAME_KINDS, Names
from reportgen.language.conventions import Conventions
from reportgen.language.recognition import vocabulary
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.phrases import Hit, Phrase
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading
from reportgen.language.recognition.span import SpanKind

NumberedNames = Mapping[str, Mapping[str, str]]
"""By kind, the ids of the names that are numbers: the fifth Goal is called 5."""


_NAMES: tuple[SpanKind, ...] = ("name", "name form", "short name", "short name form", "third name")


class NameReadings:
    """Reads the names of texts."""

    def __init__(self, conventions: Conventions, numbered: NumberedNames) -> None:
        first_use = plain_form(conventions.names.first_use).removeprefix("{full}")
        self._before, _, self._behind = first_use.partition("{short}")
        # The members by the names for all of them: sdgs.
        self._members = {f"/{plural}": (kind, numbered.get(kind, {})) for kind, plural in NAME_KINDS.items()}
        self._joins = vocabulary.list_joins(conventions)
        # With an article glued to it, المالي is the adjective "financial", and not Mali.
        self._articles = tuple(map(plain_form, conventions.recognition.articles))

    def readings(self, plain: Plain, words: FoundWords, figures: Iterable[tuple[int, int]]) -> Iterator[Reading]:
        """Every name of a text; `figures` are the places of its whole numbers in figures."""
        ends = dict(figures)
        for start, end, phrase in words.of(*_NAMES):
            members = self._numbers_behind(phrase.means, end, plain, ends)
            # Goals in "Goals 5 and 16" only says what is numbered.
            if not members or phrase.variant not in ("short", "third"):
                clear = _is_clear(phrase, plain.text[start:end]) and not plain.small.endswith(self._articles, 0, start)
                yield Reading(start, end, _names(phrase.means), phrase.form, phrase.variant, usual=clear)
            yield from members
            if phrase.variant == "full":
                yield from self._introduced(Hit(start, end, phrase), plain, words)
        for hit in words.of("before number"):
            yield from self._numbers_behind(hit.phrase.means, hit.end, plain, ends)

    def _introduced(self, hit: Hit, plain: Plain, words: FoundWords) -> Iterator[Reading]:
        """A full name with its short form behind it, as at first use."""
        if plain.text.startswith(self._before, hit.end):
            for short in words.starting(hit.end + len(self._before), "name", "short name"):
                if short.phrase.means == hit.phrase.means and plain.text.startswith(self._behind, short.end):
                    end = short.end + len(self._behind)
                    yield Reading(hit.start, end, _names(hit.phrase.means), hit.phrase.form)

    def _numbers_behind(self, means: str, end: int, plain: Plain, ends: Mapping[int, int]) -> list[Reading]:
        """The names that are numbers behind the word for all of them: Goals 5, 11 and 16."""
        kind, ids = self._members.get(means[means.find("/") :], ("", {}))
        at = end + plain.text.startswith(" ", end) if ids else -1
        found: list[Reading] = []
        while at in ends and plain.text[at : ends[at]] in ids:
            found.append(Reading(at, ends[at], Names(kind, (ids[plain.text[at : ends[at]]],))))
            at = next((ends[at] + len(each) for each in self._joins if plain.small.startswith(each, ends[at])), -1)
        return found


@lru_cache(maxsize=4096)
def _names(means: str) -> Names:
    kind, _, name = means.partition("/")
    return Names(kind, (name,))


def _is_clear(phrase: Phrase, words: str) -> bool:
    """Whether a name says by itself what it names, a short one too: 2030 Agenda, Nelson Mandela Rules, not Council."""
    if phrase.kind in ("short name", "short name form"):
        return sum(each.isupper() or each.isdigit() for each in words) > 1
    return phrase.kind != "third name"
