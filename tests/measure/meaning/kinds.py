"""All kinds of change by name: first those that must all be noticed, then those of which most are."""

from __future__ import annotations

from tests.measure.meaning import changes, words
from tests.measure.meaning.changes import Change, typed

PROMISED: dict[str, Change] = {
    "digits typed": typed(words.DIGITS),
    "number words typed": typed(words.NUMBER_WORDS),
    "country typed": typed(words.COUNTRIES),
    "agency typed": typed(words.AGENCIES),
    "month typed": typed(words.MONTHS),
    "currency typed": typed(words.CURRENCIES),
    "② ½ ² Ⅻ typed": typed(words.GLYPHS),
    "figure dropped": changes.figure_dropped,
    "figure in words": changes.figure_in_words,
    "counted: other number": changes.counted_other,
    "counted: no #": changes.counted_bare,
    "counted: empty": changes.counted_empty,
    "as: other number": changes.as_other,
    "as: no number": changes.as_nothing,
    "qualifier turned": changes.qualifier_turned,
    "qualifier added": changes.qualifier_added,
    "form nonsense": changes.form_nonsense,
    "look-alike letter": changes.lookalike,
    "hidden character": typed(words.HIDDEN),
    "English left": changes.english_left,
    "English sentence": changes.english_sentence,
}
IN_TITLE = (
    "digits typed", "number words typed", "country typed", "agency typed", "month typed", "② ½ ² Ⅻ typed",
    "look-alike letter", "hidden character", "English left",
)  # fmt: skip
"""Promised changes that are made in the title as well."""

MEASURED: dict[str, Change] = {
    "counts swapped": changes.swapped("count"),
    "years swapped": changes.swapped("year", "date"),
    "names swapped": changes.swapped("place", "entity", "places", "entities"),
    "name dropped": changes.name_dropped,
    "form taken out": changes.form_dropped,
    "plurals exchanged": changes.plurals_exchanged,
    "negation": changes.negated,
    "sentence dropped": changes.sentence_dropped,
    "cut in half": changes.cut,
    "a stop alone": changes.stop_alone,
    "TODO": changes.unfinished,
}

OF_MEANING = ("counts swapped", "negation", "plurals exchanged", "qualifier turned", "figure in words")
"""Changes of what a translation says, of which most are reported."""
