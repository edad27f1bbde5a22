"""counted() says the number: by `#`, or by a noun in a plural category that holds for one number alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen import language as languages
from reportgen.assemble.prose import Prose
from reportgen.errors import Position, WordingError
from reportgen.facts import Count, Names, Percent, Period, Value
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

TAGS = ("en", "fr", "es", "ru", "zh", "ar")
ONE_NUMBER = {"en": {"one": 1}, "fr": {}, "es": {"one": 1}, "ru": {}, "zh": {}, "ar": {"zero": 0, "one": 1, "two": 2}}
"""The categories of each language that hold for one number alone, by the plural rules of CLDR."""

PERIOD_OF_ONE = {**ONE_NUMBER, "fr": {"one": 1}}
"""No length of time is nought, so that French `one` is one."""


def said(tag: str, text: str, **facts: Value) -> str:
    prose = Prose(languages.load(Workspace.at(), tag), facts.get, lambda offset: Position("text", 1, offset + 1))
    try:
        return plain_text(prose.content(text))
    except WordingError as error:
        return str(error)


def counted(tag: str, **changed: str) -> str:
    options = dict.fromkeys(languages.load(Workspace.at(), tag).plural_categories(), "# x") | changed
    return "counted(" + ", ".join(f'{name}="{text}"' for name, text in options.items()) + ")"


CASES = [(tag, each) for tag in TAGS for each in languages.load(Workspace.at(), tag).plural_categories()]


@pytest.mark.parametrize(("tag", "category"), CASES)
@pytest.mark.parametrize(
    ("value", "alone"), [(Count(7), ONE_NUMBER), (Period(7, "day"), PERIOD_OF_ONE)], ids=["a count", "a period"]
)
def test_the_number_is_left_to_the_noun_where_the_category_holds_for_one_number(
    tag: str, category: str, value: Value, alone: dict[str, dict[str, int]]
) -> None:
    found = said(tag, f"x {{{{ n | {counted(tag, **{category: 'workshops'})} }}}}", n=value)
    refused = found.startswith(f'text:1:3: counted() loses the number in {category}="workshops", which is for ')
    assert refused is (category not in alone[tag])
    assert not refused or found.endswith(f'hint: put # where the number stands: {category}="# …"')


@pytest.mark.parametrize(("tag", "category"), CASES)
@pytest.mark.parametrize("text", ["", " ", "\u00a0"])
def test_no_category_is_without_words(tag: str, category: str, text: str) -> None:
    found = said(tag, f"x {{{{ n | {counted(tag, **{category: text})} }}}}", n=Count(7))
    assert found == (
        f'text:1:3: counted() has no words in {category}="{text}"\n  hint: write {category}="# …", with the noun'
    )


def test_the_message_names_the_numbers_of_the_category() -> None:
    assert 'one="слово", which is for 1, 21, 31 …' in said(
        "ru", f"{{{{ n | {counted('ru', one='слово')} }}}}", n=Count(21)
    )
    assert 'one="mot", which is for 0, 1\n' in said("fr", f"{{{{ n | {counted('fr', one='mot')} }}}}", n=Count(1))
    assert 'other="слова", which is for fractions' in said(
        "ru", f"{{{{ n | {counted('ru', other='слова')} }}}}", n=Count(1)
    )


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("number", [1, 2, 3, 7, 21, 100, 12345])
def test_a_form_is_one_of_the_languages_in_figures_too(tag: str, number: int) -> None:
    message = f"text:1:3: 'n' has no form 'nonsense' in {tag}"
    plain = 'x {{ n | form("nonsense") }}'
    for text in (plain, plain.replace(" }}", " | figures }}"), plain.replace(" }}", f" | {counted(tag)} }}}}")):
        assert said(tag, text, n=Count(number)).startswith(message)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("number", [1, 2, 3, 7, 21])
def test_a_form_is_one_of_the_languages_where_own_words_are_printed(tag: str, number: int) -> None:
    text = f'x {{{{ n | form("nonsense") | as("y", when="{number}") }}}}'
    assert said(tag, text, n=Count(number)).startswith(f"text:1:3: 'n' has no form 'nonsense' in {tag}")


@pytest.mark.parametrize("number", [1, 2, 7])
def test_a_form_of_a_number_with_its_group(number: int) -> None:
    judges = Names("group", ("judges",))
    for tag in TAGS:
        found = said(tag, 'x {{ n | form("nonsense") | of("judges") }}', n=Count(number), judges=judges)
        assert found.startswith(f"text:1:3: 'n' has no form 'nonsense' in {tag}")


@pytest.mark.parametrize("text", ["", " "])
def test_own_words_are_words(text: str) -> None:
    assert said("en", f'x {{{{ n | as("{text}", when="15") }}}}', n=Count(15)) == (
        "text:1:3: as() has no words\n  hint: write what says this value in the language"
    )


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ('form("gen") | form("dat")', "a placeholder cannot ask for 'form' twice"),
        ("figures | words", "a placeholder cannot ask for both 'figures' and 'words'"),
        ('as("a", when="7") | as("b", when="8")', "a placeholder cannot ask for 'as' twice"),
        ('plural(one="a", other="b") | form("gen")',
         "plural() chooses a word and prints no fact: no other filter stands beside it"),
        ('counted(one="#", other="#") | plural(one="a", other="b")',
         "plural() chooses a word and prints no fact: no other filter stands beside it"),
        ('of("judges") | counted(one="#", other="#")', "a placeholder cannot ask for both 'of' and 'counted'"),
        ('agree("a", pl="b")', "agree() takes words by class"),
    ],
)  # fmt: skip
def test_no_filter_is_passed_over(filters: str, message: str) -> None:
    assert said("en", f"x {{{{ n | {filters} }}}}", n=Count(7)).startswith(f"text:1:3: {message}")


def test_what_was_right_stays_right() -> None:
    assert (
        said("en", 'x {{ n | counted(one="a legal adviser", other="# legal advisers") }}', n=Count(1))
        == "x a legal adviser"
    )
    assert (
        said("es", 'x {{ n | counted(one="un país", many="# de países", other="# países") }}', n=Count(1))
        == "x un país"
    )
    arabic = 'zero="صفر من", one="واحد من", two="اثنان من", few="# من", many="# من", other="# من"'
    assert said("ar", f"x {{{{ n | counted({arabic}) }}}}", n=Count(2)) == "x اثنان من"
    assert said("en", 'x {{ n | as("half", when="50%") }}', n=Percent(Decimal(50))) == "x half"
