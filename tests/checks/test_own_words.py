"""What counted() and as() say is compared with the number of the fact, in six languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen import pipeline

TAGS = ("en", "fr", "es", "ru", "zh", "ar")
REPORT = "symbol: A/99/1\nlanguage: {}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n"
CATEGORIES = {
    "en": ("one", "other"), "fr": ("one", "many", "other"), "es": ("one", "many", "other"),
    "ru": ("one", "few", "many", "other"), "zh": ("other",), "ar": ("zero", "one", "two", "few", "many", "other"),
}  # fmt: skip
FIFTEEN = {
    "en": "fifteen", "fr": "quinze", "es": "quince", "ru": "пятнадцати", "zh": "十五", "ar": "خمسة عشر",
}  # fmt: skip
OTHERS = {
    "en": ["forty", "twenty-five", "one hundred", "two million"],
    "fr": ["quarante", "vingt-cinq", "cent vingt", "deux millions"],
    "es": ["cuarenta", "veinticinco", "ciento veinte", "dos millones"],
    "ru": ["сорока", "двадцать пять", "пятью", "два миллиона"],
    "zh": ["四十个", "二十五名", "一百二十名", "两百万"],
    "ar": ["أربعين", "خمسة وعشرين", "سبعة", "مليوني"],
}
FIGURES = ["47", "1,250", "٤٧", "②", "½", "XIV"]


@pytest.fixture
def codes(tiny) -> Callable[..., list[str]]:
    """A function: the codes and levels of what is said of one paragraph in one language, RG048 and RG049 alone."""

    def check(tag: str, fact: str, placeholder: str) -> list[str]:
        tiny.report(REPORT.format(tag))
        text = f"x {{{{ {placeholder} }}}}".replace("'", "''")
        tiny.paragraphs(f"- id: p\n  facts: {{n: {fact}}}\n  text: '{text}'\n")
        found = pipeline.check(tiny.workspace, tiny.load())
        return [f"{each.code} {each.severity}" for each in found if each.code in ("RG048", "RG049")]

    return check


def counted(tag: str, **changed: str) -> str:
    options = dict.fromkeys(CATEGORIES[tag], "# x") | changed
    return "n | counted(" + ", ".join(f'{name}="{text}"' for name, text in options.items()) + ")"


@pytest.mark.parametrize("tag", TAGS)
def test_another_number_beside_the_sign(codes: Callable[..., list[str]], tag: str) -> None:
    for number in [*OTHERS[tag], *FIGURES[:5]]:
        for category in CATEGORIES[tag]:
            found = codes(tag, "{count: 15}", counted(tag, **{category: f"# x {number} x"}))
            assert set(found) == {"RG048 error"}, (number, category)


@pytest.mark.parametrize(
    ("tag", "category", "text", "found"),
    [
        ("en", "one", "one workshop", []),
        ("en", "one", "two workshops", ["RG048 error"]),
        ("en", "one", "1 workshop", []),
        ("en", "other", "# of which one", []),
        ("en", "other", "# in the third workshop", []),
        ("en", "one", "workshop", ["RG049 warning"]),
        ("en", "one", "a workshop", []),
        ("en", "one", "Another workshop", []),
        ("es", "one", "un taller", []),
        ("es", "one", "taller", ["RG049 warning"]),
        ("es", "one", "ese taller", []),
        ("ar", "one", "حلقة عمل", []),
        ("ar", "two", "حلقتا عمل", []),
        ("fr", "one", "# agent d’un ministère", []),
        ("ar", "two", "اثنان من", []),
        ("ar", "two", "واحد من", []),
        ("ar", "two", "ثلاثة من", ["RG048 error"]),
        ("ar", "zero", "صفر من", []),
        ("ar", "zero", "اثنان من", ["RG048 error"]),
        ("zh", "other", "#个统一机构", []),
    ],
)  # fmt: skip
def test_a_category_for_one_number_may_say_it(
    codes: Callable[..., list[str]], tag: str, category: str, text: str, found: list[str]
) -> None:
    assert codes(tag, "{count: 15}", counted(tag, **{category: text})) == found


@pytest.mark.parametrize("tag", TAGS)
def test_own_words_of_another_number(codes: Callable[..., list[str]], tag: str) -> None:
    for words in [*OTHERS[tag], *FIGURES[:5]]:
        assert set(codes(tag, "{count: 15}", f'n | as("{words}", when="15")')) == {"RG048 error"}, words


@pytest.mark.parametrize("tag", TAGS)
def test_own_words_that_say_the_number(codes: Callable[..., list[str]], tag: str) -> None:
    for words in ("15", "x 15 y", FIFTEEN[tag]):
        assert codes(tag, "{count: 15}", f'n | as("{words}", when="15")') == [], words


def test_a_noun_says_one_and_two_where_the_language_has_a_dual(codes: Callable[..., list[str]]) -> None:
    assert codes("ar", "{count: 2}", 'n | as("حلقتي عمل", when="2")') == []
    assert codes("ar", "{count: 3}", 'n | as("حلقات عمل", when="3")') == ["RG049 error"]
    assert codes("fr", "{count: 2}", 'n | as("ateliers", when="2")') == ["RG049 error"]


@pytest.mark.parametrize("tag", TAGS)
def test_own_words_without_a_number(codes: Callable[..., list[str]], tag: str) -> None:
    assert codes(tag, "{count: 15}", 'n | as("x", when="15")') == ["RG049 error"]
    assert codes(tag, "{percent: 15}", 'n | as("x", when="15%")') == ["RG049 error"]
    assert codes(tag, "{period: 15, unit: month}", 'n | as("x", when="15 month")') == ["RG049 warning"]
    assert codes(tag, "{year: 2018}", 'n | as("x", when="2018")') == ["RG049 warning"]


@pytest.mark.parametrize(
    ("tag", "fact", "words", "when", "found"),
    [
        ("ru", "{count: 1}", "советник", "1", []),
        ("ru", "{count: 2}", "советники", "2", ["RG049 error"]),
        ("en", "{count: 1}", "adviser", "1", ["RG049 error"]),
        ("en", "{count: 2}", "both", "2", []),
        ("en", "{count: 3}", "both", "3", ["RG049 error"]),
        ("en", "{count: 12}", "a dozen", "12", []),
        ("en", "{percent: 50}", "half", "50%", []),
        ("en", "{percent: 4.50}", "4.5 per cent", "4.50%", []),
        ("en", "{percent: 4.50}", "45 per cent", "4.50%", ["RG048 error"]),
        ("en", "{money: 27500000, currency: USD}", "$27.5 million", "USD 27500000", []),
        ("en", "{money: 27500000, currency: USD}", "$2.75 million", "USD 27500000", ["RG048 error"]),
        ("en", "{count: 1250}", "1,250", "1250", []),
        ("fr", "{count: 1250}", "1 250", "1250", []),
        ("es", "{count: 1250}", "1.250", "1250", []),
        ("ar", "{count: 47}", "٤٧", "47", []),
        ("zh", "{count: 60}", "六十", "60", []),
        ("zh", "{count: 61}", "六十", "61", ["RG048 error"]),
        ("zh", "{count: 350000000}", "三亿五千万", "350000000", []),
        ("ru", "{count: 21}", "двадцати одного", "21", []),
        ("en", "{period: 6, unit: month}", "half-yearly", "6 month", []),
        ("en", "{period: 6, unit: month}", "two quarters", "6 month", ["RG048 error"]),
        ("fr", "{period: 6, unit: month}", "semestriels", "6 month", []),
        ("es", "{period: 6, unit: month}", "Semestral", "6 month", []),
        ("zh", "{period: 6, unit: month}", "半年", "6 month", []),
        ("en", "{ordinal: 3}", "third", "3", []),
        ("en", "{ordinal: 3}", "fourth", "3", ["RG048 error"]),
        ("en", "{ordinal: 21}", "twenty-first", "21", []),
        ("en", "{ordinal: 28}", "28th", "28", []),
        ("en", "{range: [13, 18]}", "between 13 and 18", "13–18", []),
        ("en", "{range: [13, 18]}", "between 13 and 19", "13–18", ["RG048 error"]),
        ("en", "{date: 2018-05-21}", "the twenty-first of May", "2018-05-21", []),
        ("en", "{date: 2018-05}", "in May of that year", "2018-05", []),
        ("en", "{date: 2018-05}", "in June of that year", "2018-05", ["RG048 error"]),
        ("en", "{year: 2018}", "2019", "2018", ["RG048 error"]),
        ("en", "{symbol: A/74/146}", "document A/74/146", "A/74/146", []),
        ("en", "{symbol: A/74/146}", "document A/74/147", "A/74/146", ["RG048 error"]),
        ("en", "{place: KE}", "that country", "KE", []),
        ("en", "{places: [KE, UG]}", "both countries", "KE UG", []),
        ("en", "{places: [KE, UG]}", "the two countries", "KE UG", []),
        ("en", "{places: [KE, UG]}", "the three countries", "KE UG", ["RG048 error"]),
    ],
)  # fmt: skip
def test_words_of_every_kind_of_fact(
    codes: Callable[..., list[str]], tag: str, fact: str, words: str, when: str, found: list[str]
) -> None:
    assert codes(tag, fact, f'n | as("{words}", when="{when}")') == found


def test_a_month_without_its_number(codes: Callable[..., list[str]]) -> None:
    assert codes("en", "{period: 6, unit: month}", counted("en", one="monthly")) == []
    assert codes("en", "{period: 6, unit: month}", counted("en", one="yearly")) == ["RG049 warning"]


def test_a_template_is_held_to_the_same(tiny) -> None:
    tiny.write("templates/en/paragraphs/training.j2", (
        '{{ actor }} {{ place }} {{ trainees }} {{ trained | counted(one="# x", other="# x of 13") }} '
        '{{ workshops | as("nine") }}'
    ))  # fmt: skip
    tiny.paragraphs(
        "- id: p\n  kind: training\n  facts: {actor: {entity: unodc}, place: {place: KE}, trainees: {group: judges}, "
        "trained: {count: 15}, workshops: {count: 2}}\n"
    )
    found = [str(each).splitlines()[0] for each in pipeline.check(tiny.workspace, tiny.load())]
    place = "inputs/tiny/sections/first.yaml:5:11: "
    assert [each.removeprefix(place).split(":")[0] for each in found if each.startswith(place)] == [
        "RG046 error en p", "RG048 error en p", "RG048 error en p",
    ]  # fmt: skip


def test_an_end_of_a_range(codes: Callable[..., list[str]]) -> None:
    assert codes("en", "{range: [13, 18]}", 'n.low | as("thirteen", when="13")') == []
    assert codes("en", "{range: [13, 18]}", 'n.low | as("eighteen", when="13")') == ["RG048 error"]


def test_the_message_has_place_and_hint(tiny) -> None:
    text = 'x {{ n | counted(one="# workshop", other="# of 13 workshops") }}'
    tiny.paragraphs(f"- id: p\n  facts: {{n: {{count: 15}}}}\n  text: '{text}'\n")
    assert [str(each) for each in pipeline.check(tiny.workspace, tiny.load())] == [
        "inputs/tiny/sections/first.yaml:6:14: RG048 error en p: "
        "counted() says '13' in other=\"# of 13 workshops\" for the fact 'n'\n"
        "  hint: write # where the number stands; another number is a fact of its own, outside the brackets"
    ]
