"""Readings of names: each form, a full name with its short one as at first use, and names that are numbers (Goal 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.facts import NAME_KINDS, Names
from reportgen.language.conventions import Conventions
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.phrases import Hit
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading

NumberedNames = Mapping[str, Mapping[str, str]]
"""By kind, the ids of the names that are numbers: the fifth Goal is called 5."""


class NameReadings:
    """Reads the names of texts."""

    def __init__(self, conventions: Conventions, numbered: NumberedNames) -> None:
        first_use = plain_form(conventions.names.first_use).removeprefix("{full}")
        self._before, _, self._behind = first_use.partition("{short}")
        self._numbered = numbered
        rule = conventions.lists
        joins = [rule, *([rule.figures] if rule.figures else [])]
        self._joins = {plain_form(text) for each in joins for text in (each.separator, each.last, each.pair)}

    def readings(self, plain: Plain, words: FoundWords, figures: Iterable[tuple[int, int]]) -> Iterator[Reading]:
        """Every name of a text; `figures` are the places of its whole numbers in figures."""
        ends = dict(figures)
        for hit in words.of("name", "short name", "name form", "third name"):
            members = [*self._members(hit, plain, ends)]
            # Goals in "Goals 5 and 16" only says what is numbered.
            if not members or hit.phrase.variant not in ("short", "third"):
                kind, _, name = hit.phrase.means.partition("/")
                clear, variant = _is_clear(hit, plain), hit.phrase.variant
                yield Reading(hit.start, hit.end, Names(kind, (name,)), hit.phrase.form, variant, usual=clear)
            yield from members
            yield from self._introduced(hit, plain, words)
        for hit in words.of("before number"):
            yield from self._members(hit, plain, ends)

    def _introduced(self, hit: Hit, plain: Plain, words: FoundWords) -> Iterator[Reading]:
        """A full name with its short form behind it, as at first use."""
        if hit.phrase.variant == "full" and plain.text.startswith(self._before, hit.end):
            for short in words.starting(hit.end + len(self._before), "name", "short name"):
                if short.phrase.means == hit.phrase.means and plain.text.startswith(self._behind, short.end):
                    kind, _, name = hit.phrase.means.partition("/")
                    yield Reading(hit.start, short.end + len(self._behind), Names(kind, (name,)), hit.phrase.form)

    def _members(self, hit: Hit, plain: Plain, ends: Mapping[int, int]) -> Iterator[Reading]:
        """The names that are numbers behind the word for all of them: Goals 5, 11 and 16."""
        kind = next((kind for kind, plural in NAME_KINDS.items() if hit.phrase.means.endswith(f"/{plural}")), "")
        ids = self._numbered.get(kind, {})
        at = hit.end + plain.text.startswith(" ", hit.end) if ids else -1
        while at in ends and plain.text[at : ends[at]] in ids:
            yield Reading(at, ends[at], Names(kind, (ids[plain.text[at : ends[at]]],)))
            at = next((ends[at] + len(each) for each in self._joins if plain.small.startswith(each, ends[at])), -1)


def _is_clear(hit: Hit, plain: Plain) -> bool:
    """Whether a name says by itself what it names: a capital or a figure makes a short one (Goals) a name."""
    if hit.phrase.kind == "third name":
        return False
    words = plain.text[hit.start : hit.end]
    return hit.phrase.kind != "short name" or any(each.isupper() or each.isdigit() for each in words)
