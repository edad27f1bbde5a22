"""Names in all their forms, with what is written onto them outside, and names that are numbers."""

from __future__ import annotations

import pytest

from reportgen.facts import Names
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.language.recognition import Reading
from tests.tools.recognition import TAGS, is_read_as, language_of, stated_in


def name(kind: str, name_id: str) -> Names:
    return Names(kind, (name_id,))


@pytest.mark.parametrize(
    ("tag", "text", "name_id", "form"),
    [
        ("en", "Kenya", "KE", ""),
        ("fr", "de l’Indonésie", "ID", "of"),
        ("fr", "l'Indonésie", "ID", ""),
        ("fr", "Indonésie", "ID", "bare"),
        ("es", "en el Afganistán", "AF", "in"),
        ("ru", "Индонезии", "ID", "gen"),
        ("ar", "لإندونيسيا", "ID", "for"),
        ("ar", "إندونيسيا", "ID", ""),
        ("ar", "اندونيسيا", "ID", ""),
        ("zh", "印度尼西亚", "ID", ""),
    ],
)
def test_a_name_says_in_which_form_it_is_typed(tag: str, text: str, name_id: str, form: str) -> None:
    readings = [each for each in language_of(tag).recognizer.readings(text) if each.end - each.start == len(text)]
    assert (name("place", name_id), form) in [(each.value, each.form) for each in readings]


@pytest.mark.parametrize(
    ("tag", "text", "place"),
    [
        ("ar", "وإندونيسيا", "إندونيسيا"),
        ("ar", "فبإندونيسيا", "إندونيسيا"),
        ("ar", "كإندونيسيا", "إندونيسيا"),
        ("fr", "qu’Indonésie", "Indonésie"),
        ("fr", "de l’Indonésie", "Indonésie"),
        ("en", "non-Kenya", "Kenya"),
        ("zh", "在印度尼西亚的", "印度尼西亚"),
    ],
)
def test_what_is_written_onto_a_name_is_outside(tag: str, text: str, place: str) -> None:
    start = text.index(place)
    name_id = "KE" if tag == "en" else "ID"
    assert is_read_as(tag, text, name("place", name_id), start, start + len(place))


@pytest.mark.parametrize("tag", TAGS)
def test_every_form_of_every_name_is_read_at_its_place(tag: str) -> None:
    here = language_of(tag)
    missing = []
    for entry in here.lexicon.entries():
        for variants in entry.forms.values():
            for text in _texts(entry, variants):
                readings = here.recognizer.readings(text)
                if not any(_is_whole(each, text) and each.value == name(entry.kind, entry.id) for each in readings):
                    missing.append(text)
    ordinary = here.conventions.recognition.ordinary
    assert [
        each for each in missing if any(map(str.isalpha, each)) and not any(word in each for word in ordinary)
    ] == []


def _texts(entry: LexiconEntry, variants: NameVariants) -> list[str]:
    texts = [variants.full, variants.short, variants.third, entry.table]
    return [text.replace("*", "") for text in texts if len(text) > 1]


def _is_whole(reading: Reading, text: str) -> bool:
    return reading.start == 0 and reading.end == len(text)


@pytest.mark.parametrize("tag", TAGS)
def test_a_full_name_with_its_short_form_behind_it_is_one(tag: str) -> None:
    here = language_of(tag)
    entry = here.name("entity", "unodc")
    variants = entry.forms[""]
    text = here.conventions.names.first_use.format(full=variants.full, short=entry.abbreviation)
    assert stated_in(tag, text) == [(text, "entity", "unodc")]
    assert [each.variant for each in here.recognizer.stated(text)] == [""]


def test_names_inside_names_are_read_too() -> None:
    readings = language_of("en").recognizer.readings("United Nations Office on Drugs and Crime")
    assert {str(each.value) for each in readings} >= {"unodc", "united-nations"}


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("en", "Goals 5, 11 and 16", ["5", "11", "16"]),
        ("en", "Sustainable Development Goal 16", ["16"]),
        ("fr", "objectifs 5 et 11", ["5", "11"]),
        ("es", "Objetivo 16", ["16"]),
        ("ru", "целями 5 и 11", ["5", "11"]),
        ("ar", "الأهداف 5 و11 و16", ["5", "11", "16"]),
        ("zh", "可持续发展目标5、11和16", ["5", "11", "16"]),
        ("en", "Goals 5 and 18", ["5"]),
    ],
)
def test_names_that_are_numbers(tag: str, text: str, numbers: list[str]) -> None:
    assert [value for _, kind, value in stated_in(tag, text) if kind == "sdg"] == numbers


def test_a_name_behind_its_full_one() -> None:
    english = language_of("en").recognizer
    full, third = "the United Nations Office on Drugs and Crime", "The Office trained judges."
    assert english.stated(third) == []
    assert [each.value for each in english.stated(third, [name("entity", "unodc")])] == [name("entity", "unodc")]
    assert [each.variant for each in english.stated(f"{full}. {third}")] == ["full", "third"]
