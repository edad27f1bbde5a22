"""Words that were left in the language of the original."""

from __future__ import annotations

import pytest

from reportgen.translation.source_left import untranslated_words
from reportgen.translation.units import GuardedPart, NamePart, WordsPart

SOURCE = (
    WordsPart("The reform of prisons went on in "),
    NamePart(1, "country", "place", "Indonesia"),
    WordsPart(" for "),
    GuardedPart(2, "figure", "trained", "313", "{{ trained }}"),
    WordsPart(" officials of the service."),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La réforme pénitentiaire en Indonésie : 313 fonctionnaires.", ""),
        ("La réforme. The reform of prisons went on in Indonesia.", "the reform of prisons went on in"),
        ("Réforme of prisons went on in Indonésie", "of prisons went on in"),
        ("Réforme of prisons went, Indonésie", ""),
        ("", ""),
    ],
)
def test_runs_of_five_words(text: str, words: str) -> None:
    assert untranslated_words(SOURCE, text) == words


def test_a_short_text_with_no_word_of_its_own() -> None:
    assert untranslated_words((WordsPart("Second section"),), "Second section") == "second section"
    assert untranslated_words((WordsPart("Introduction"),), "Introduction") == ""


def test_a_short_text_left_with_its_names() -> None:
    source = (WordsPart("Use of "), NamePart(1, "norms", "instrument", "United Nations norms"))
    assert untranslated_words(source, "Use of United Nations norms") == "use of united nations norms"
    assert untranslated_words((NamePart(1, "norms", "instrument", "UN-Women, UNICEF"),), "UN-Women, UNICEF") == ""
