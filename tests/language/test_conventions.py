from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen import language as languages
from reportgen.errors import InputError
from reportgen.workspace import Workspace
from tests.tools.messages import as_expected

FILE = "locales/xx/conventions.yaml"

PAGE = "\n  hint: docs/language.md says what stands in a file of conventions"


Refused = Callable[[str, str, str], str]


@pytest.fixture
def refused(invented: Any) -> Refused:
    """A function: what is said of the conventions with one change, at the place that ¦ marks in a piece of them."""

    def load_with(old: str, new: str, place: str) -> str:
        path = Path(invented.root, FILE)
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        text = text.replace(old, new)
        path.write_text(text, "utf-8")
        before = text[: text.index(place.replace("¦", "")) + place.index("¦")]
        shown = f"{FILE}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: "
        with pytest.raises(InputError) as caught:
            languages.load(invented.workspace, "xx")
        assert str(caught.value).startswith(shown)
        return str(caught.value).removeprefix(shown)

    return load_with


@pytest.mark.parametrize("tag", ["en", "zh"])
def test_the_conventions_of_a_language_load(tag: str) -> None:
    conventions = languages.load(Workspace.at(), tag).conventions
    assert conventions.direction == "ltr"
    assert set(conventions.qualifiers) == {"more_than", "at_least", "up_to", "about", "nearly", "less_than"}
    assert set(conventions.units) == {"day", "week", "month", "year"}


def test_a_language_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        languages.load(Workspace.at(tmp_path), "tlh")
    assert str(caught.value) == (
        "locales/tlh/conventions.yaml:1:1: there are no conventions for the language 'tlh'\n"
        "  hint: docs/language.md says what stands in a file of conventions"
    )


def test_a_user_may_have_conventions_of_an_installed_language(invented: Any) -> None:
    text = Path(invented.root, FILE).read_text("utf-8").replace("own_name: inventado", "own_name: English of mine")
    invented.write("locales/en/conventions.yaml", text)
    assert languages.load(invented.workspace, "en").conventions.own_name == "English of mine"


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("own_name: inventado\n", "", "¦name: Inv", "the field 'own_name' is missing\n  hint: add 'own_name:'"),
        ('  decimal: ","', "  decimal: 5", "decimal: ¦5",
         "expected a text for 'decimal', found the number 5\n  hint: put quotes round it: \"5\""),
        ("mark: before", "mark: behind", "mark: ¦behind",
         "'behind' is not a valid mark\n  hint: one of: before or after"),
        ('"{roman}.", ', "3, ", "  headings: [¦",
         "expected a text in 'headings', found the number 3\n  hint: put quotes round it: \"3\""),
        ('"{roman}.", ', "", "  headings: ¦[",
         "'headings' has 5 items, fewer than 6"),
        ('one: "v = 0 and i % 10 = 1 and', 'one: "v == 0 and i % 10 = 1 and', "  ¦one: \"v ==",
         "'plurals': expected 'value' but got '='"),
        ("  few: \"v", "  phew: \"v", "  ¦one: \"v =", "'plurals': unknown tag 'phew'"),
        ("[unero, duero", "[duero", "default: ¦[duero",
         "'default' has 11 items, fewer than 12"),
        ("[unero, duero", "[nilero, unero, duero", "default: ¦[nilero",
         "'default' has 13 items, more than 12"),
        ('quotes: ["«", "»"]', 'quotes: ["«"]', "quotes: ¦[", "'quotes' has 1 items, and needs more"),
        ("agreement: [m, f]", "letters: z-a\nagreement: [m, f]", "letters: ¦z-a",
         "'letters': these are no characters in brackets: bad character range z-a at position 1"),
        ("agreement: [m, f]", "recognition: {before_names: ['']}\nagreement: [m, f]", "{before_names: [¦''",
         "'before_names': string should have at least 1 character"),
        ("agreement: [m, f]", "agreement: m", "agreement: ¦m", "expected a list for 'agreement', found the text 'm'"),
        ("1: {default: uno", "one: {default: uno", "words: {one: ¦{",
         "expected a whole number for 'one', found the text 'one'\n"
         "  hint: write a whole number without quotes or separators"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_an_error_with_its_place(
    refused: Refused, old: str, new: str, place: str, message: str
) -> None:
    assert as_expected(refused(old, new, place).removesuffix(PAGE), message) == message


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ('"{roman}.", ', '"{romann}.", ', "  headings: [¦",
         "'headings': '{romann}' cannot stand here; what can: decimal, roman, roman_lower, latin, latin_upper, "
         "chinese, chinese_parenthesized, letters, words, names, ordinals"),
        ('month: "{month} {y}"', 'month: "{monat} {y}"', "  ¦months:",
         "'dates': '{monat}' cannot stand here; what can: d, m, y, month, month_default, month_gen"),
        ('"{d1}-{d2} {month_gen2} {y2}"', '"{d}-{d2} {month_gen2} {y2}"', "  ¦months:",
         "'dates': '{d}' cannot stand here; what can: d1, m1, y1, month1, month_default1, month_gen1, d2, m2, y2, "
         "month2, month_default2, month_gen2"),
        ('"{full} [{short}]"', '"{} [{short}]"', 'first_use: ¦"{}',
         "'first_use': '{}' cannot stand here; what can: full, short"),
        ('"entre {low} y {high}"', '"entre {low} y {hi}"', "ranges: ¦{",
         "'ranges': '{hi}' cannot stand here; what can: low, high"),
        ('one: "punto {number}"', 'one: "punto {numbers}"', "  ¦para:",
         "'references': '{numbers}' cannot stand here; what can: number"),
    ],
)  # fmt: skip
def test_a_pattern_with_a_field_that_is_not_known(
    refused: Refused, old: str, new: str, place: str, message: str
) -> None:
    assert as_expected(refused(old, new, place).removesuffix(PAGE), message) == message


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ('month: "{month} {y}"', "month: '{y}'", "  ¦months:", "'dates': '{y}' has no {m}"),
        ('"{d1}-{d2} {month_gen2} {y2}"', '"{d1} {month_gen2} {y2}"', "  ¦months:",
         "'dates': '{d1} {month_gen2} {y2}' has no {d2}"),
        ('"{full} [{short}]"', '"{full}"', 'first_use: ¦"{full}"', "'first_use': '{full}' has no {short}"),
        ('"entre {low} y {high}"', '"entre {low}"', "ranges: ¦{", "'ranges': 'entre {low}' has no {high}"),
        ('percent: "{n} %"', 'percent: "%"', 'percent: ¦"%"', "'percent': '%' has no {n}"),
        ('one: "punto {number}"', "one: punto", "  ¦para:", "'references': 'punto' has no {number}"),
    ],
)  # fmt: skip
def test_a_pattern_that_would_lose_a_figure(refused: Refused, old: str, new: str, place: str, message: str) -> None:
    assert as_expected(refused(old, new, place).removesuffix(PAGE), message) == message


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("few: diae, ", "", "  ¦day: {default: {one",
         "'units': expected one, few, many, other, found one, many, other"),
        ("  week: {def", "  weke: {def", "  ¦day: {default: {one",
         "'units': expected day, week, month, year, found day, weke, month, year"),
        ('percent: "{n} %"', 'percent: {one: "{n}", other: "{n}"}', "  ¦group: ",
         "'numbers': expected one, few, many, other, found one, other"),
        ('many: "puntos {numbers}", ', "", "  ¦para:", "'references': expected one, many, range, found one, range"),
    ],
)  # fmt: skip
def test_a_mapping_that_lacks_a_key(refused: Refused, old: str, new: str, place: str, message: str) -> None:
    assert as_expected(refused(old, new, place).removesuffix(PAGE), message) == message


def test_a_field_that_is_not_known_goes_before_what_it_leaves_out(refused: Refused) -> None:
    assert refused("locale: es-UY", "locle: es-UY", "¦locle: es") == (
        "there is no field 'locle' here\n  hint: did you mean 'locale'?"
    )


def test_a_field_of_a_part_that_is_not_known(refused: Refused) -> None:
    assert refused("words_below: 11", "word_below: 11", "¦word_below: 11") == (
        "there is no field 'word_below' here\n  hint: did you mean 'words_below'?"
    )
