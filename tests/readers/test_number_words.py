"""Ordinals and number words in the languages of which it is known how Word writes them."""

from __future__ import annotations

import pytest

from reportgen.readers.number_words import in_words

NUMBERS = (1, 5, 9, 11, 21, 40, 71, 77, 80, 81, 91, 100, 105, 200, 280, 1000, 2001)
WRITTEN = {
    "en ordinal": "1st 5th 9th 11th 21st 40th 71st 77th 80th 81st 91st 100th 105th 200th 280th 1000th 2001st",
    "en cardinalText": "One|Five|Nine|Eleven|Twenty-one|Forty|Seventy-one|Seventy-seven|Eighty|Eighty-one|Ninety-one|"
    "One hundred|One hundred five|Two hundred|Two hundred eighty|One thousand|Two thousand one",
    "en ordinalText": "First|Fifth|Ninth|Eleventh|Twenty-first|Fortieth|Seventy-first|Seventy-seventh|Eightieth|"
    "Eighty-first|Ninety-first|One hundredth|One hundred fifth|Two hundredth|Two hundred eightieth|One thousandth|"
    "Two thousand first",
    "fr ordinal": "1er 5e 9e 11e 21e 40e 71e 77e 80e 81e 91e 100e 105e 200e 280e 1000e 2001e",
    "fr cardinalText": "Un|Cinq|Neuf|Onze|Vingt et un|Quarante|Soixante et onze|Soixante-dix-sept|Quatre-vingts|"
    "Quatre-vingt-un|Quatre-vingt-onze|Cent|Cent cinq|Deux cents|Deux cent quatre-vingts|Mille|Deux mille un",
    "fr ordinalText": "Premier|Cinquième|Neuvième|Onzième|Vingt et unième|Quarantième|Soixante et onzième|"
    "Soixante-dix-septième|Quatre-vingtième|Quatre-vingt-unième|Quatre-vingt-onzième|Centième|Cent cinquième|"
    "Deux centième|Deux cent quatre-vingtième|Millième|Deux mille unième",
    "ru cardinalText": "Один|Пять|Девять|Одиннадцать|Двадцать один|Сорок|Семьдесят один|Семьдесят семь|Восемьдесят|"
    "Восемьдесят один|Девяносто один",
    "ru ordinalText": "Первый|Пятый|Девятый|Одиннадцатый|Двадцать первый|Сороковой|Семьдесят первый|"
    "Семьдесят седьмой|Восьмидесятый|Восемьдесят первый|Девяносто первый",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_words_of_a_language(name: str) -> None:
    language, number_format = name.split()
    wanted = WRITTEN[name].split("|") if "|" in WRITTEN[name] else WRITTEN[name].split()
    assert [in_words(number, number_format, language) for number in NUMBERS[: len(wanted)]] == wanted


@pytest.mark.parametrize("tag", ["fr-FR", "fr-CA", "FR_fr", "fr"])
def test_a_tag_names_its_language(tag: str) -> None:
    assert in_words(71, "ordinalText", tag) == "Soixante et onzième"


@pytest.mark.parametrize(
    ("number", "number_format", "language"),
    [
        (1, "ordinalText", "es-ES"),
        (1, "ordinal", "ru-RU"),
        (100, "ordinalText", "ru-RU"),
        (10_000, "cardinalText", "fr-FR"),
        (71, "cardinalText", "fr-BE"),
        (71, "cardinalText", "fr-CH"),
        (1, "ordinalText", "ar-SA"),
        (1, "ordinalText", ""),
        (0, "ordinalText", "en"),
        (32_768, "ordinal", "en"),
        (1, "upperRoman", "en"),
    ],
)
def test_what_is_not_known_is_not_guessed(number: int, number_format: str, language: str) -> None:
    assert in_words(number, number_format, language) is None


@pytest.mark.parametrize(("language", "most"), [("en", 32_767), ("fr", 9_999), ("ru", 99)])
@pytest.mark.parametrize("number_format", ["cardinalText", "ordinalText"])
def test_no_two_numbers_have_the_same_words(language: str, most: int, number_format: str) -> None:
    numbers = range(1, min(most, 3_000) + 1)
    assert len({in_words(number, number_format, language) for number in numbers} - {None}) == len(numbers)
