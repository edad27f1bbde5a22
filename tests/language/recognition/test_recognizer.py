"""What is found in running text of the six languages: kinds of spans, names, and all that `formats` prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import language as languages
from reportgen.facts import Date, DateRange, Money, Percent, Range
from reportgen.language import Language, amounts, formats, spelled
from reportgen.language.recognition import Span, longest
from reportgen.language.recognition.span import outside
from reportgen.workspace import Workspace

TAGS = ("en", "fr", "es", "ru", "ar", "zh")


def language(tag: str) -> Language:
    return languages.load(Workspace.at(), tag)


def numbers(tag: str, text: str) -> list[tuple[str, str]]:
    """The longest numbers of a text with their kinds."""
    return [(text[each.start : each.end], each.kind) for each in longest(language(tag).recognizer.numbers(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2,925.5 cases", ("2,925.5", "figure")),
        ("2 925 cas", ("2 925", "figure")),
        ("2\u00a0925 cases", ("2\u00a0925", "figure")),
        ("１２３ cases", ("１２３", "figure")),
        ("٣١٣ cases", ("٣١٣", "figure")),
        ("۳۱۳ cases", ("۳۱۳", "figure")),
        ("३१३ cases", ("३१३", "figure")),
        ("𝟑𝟏𝟑 cases", ("𝟑𝟏𝟑", "figure")),
        ("x² of it", ("²", "numeral")),
        ("½ of it", ("½", "numeral")),
        ("② of it", ("②", "numeral")),
        ("annex Ⅻ", ("Ⅻ", "numeral")),
        ("annex XIV", ("annex XIV", "patterned")),
        ("part XIV", ("XIV", "roman")),
        ("in MCMXC", ("MCMXC", "roman")),
        ("on 18/7/2018", ("18/7/2018", "date")),
        ("on 2018-07-18", ("2018-07-18", "date")),
        ("€ 5", ("€ 5", "money")),
    ],
)
def test_figures_of_any_script(text: str, found: tuple[str, str]) -> None:
    assert found in numbers("en", text)


@pytest.mark.parametrize(
    "text", ["CIVIC duty", "a CD", "the MI", "I may come", "DILL", "MIX", "x", "the second", "once", "Mar", "tendency"]
)
def test_what_is_no_figure(text: str) -> None:
    assert [each for each in numbers("en", text) if each[1] not in ("ordinal", "currency")] == []


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "twenty-five officials", ("twenty-five", "number word")),
        ("en", "Two hundred and six officials", ("Two hundred and six", "number word")),
        ("en", "some 27.5 million people", ("27.5 million", "figure")),
        ("en", "five per cent", ("five per cent", "percent")),
        ("en", "USD 5,000", ("USD 5,000", "money")),
        ("en", "five million United States dollars", ("five million United States dollars", "money")),
        ("en", "on 18 July", ("18 July", "date")),
        ("en", "July 18", ("July 18", "date")),
        ("en", "last May", ("May", "month")),
        ("en", "its twenty-eighth session", ("twenty-eighth", "ordinal")),
        ("en", "the 28th session", ("28th", "ordinal")),
        ("en", "for nine months", ("nine months", "period")),
        ("en", "many dollars", ("dollars", "currency")),
        ("fr", "vingt et un cas", ("vingt et un", "number word")),
        ("fr", "quatre-vingt-dix-sept cas", ("quatre-vingt-dix-sept", "number word")),
        ("fr", "deux cent cinquante cas", ("deux cent cinquante", "number word")),
        ("fr", "27,5 millions de dollars", ("27,5 millions de dollars", "money")),
        ("fr", "cinq pour cent", ("cinq pour cent", "percent")),
        ("fr", "le 1er août", ("1er août", "date")),
        ("fr", "en juillet", ("juillet", "month")),
        ("fr", "la vingt-huitième session", ("vingt-huitième", "ordinal")),
        ("es", "veintiuno", ("veintiuno", "number word")),
        ("es", "treinta y cinco casos", ("treinta y cinco", "number word")),
        ("es", "doscientas personas", ("doscientas", "number word")),
        ("es", "cinco por ciento", ("cinco por ciento", "percent")),
        ("es", "el 13er período", ("13er", "ordinal")),
        ("es", "en agosto", ("agosto", "month")),
        ("ru", "двадцать один случай", ("двадцать один", "number word")),
        ("ru", "двести тридцать пять", ("двести тридцать пять", "number word")),
        ("ru", "пять процентов", ("пять процентов", "percent")),
        ("ru", "двадцать восьмой сессии", ("двадцать восьмой", "ordinal")),
        ("ru", "в июле", ("июле", "month")),
        ("ru", "пять тысяч долларов США", ("пять тысяч долларов США", "money")),
        ("ru", "в течение девяти месяцев", ("девяти месяцев", "period")),
        ("ar", "خمسة وعشرون موظفا", ("خمسة وعشرون", "number word")),
        ("ar", "وخمس حلقات", ("خمس", "number word")),
        ("ar", "للسبعة", ("سبعة", "number word")),
        ("ar", "في يناير", ("يناير", "month")),
        ("ar", "في كانون الثاني/يناير", ("كانون الثاني/يناير", "month")),
        ("ar", "خمسة في المائة", ("خمسة في المائة", "percent")),
        ("ar", "الدورة الثامنة والعشرون", ("الثامنة والعشرون", "ordinal")),
        ("ar", "مدتها شهران", ("شهران", "period")),
        ("zh", "三十五名官员", ("三十五", "number word")),
        ("zh", "二〇一八年", ("二〇一八", "year")),
        ("zh", "三月", ("三月", "month")),
        ("zh", "第二十八届会议", ("第二十八", "ordinal")),
        ("zh", "五百万美元", ("五百万美元", "money")),
    ],
)
def test_numbers_in_words(tag: str, text: str, found: tuple[str, str]) -> None:
    assert found in numbers(tag, text)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "a cent"),
        ("fr", "pourcentage"),
        ("ru", "в семью"),
        ("zh", "十分重要"),
        ("zh", "两性平等"),
        ("ar", "مسؤولين"),
    ],
)
def test_words_that_only_look_like_numbers(tag: str, text: str) -> None:
    assert [each for each in numbers(tag, text) if each[1] != "currency"] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one", ["1"]),
        ("five and six", ["5", "6"]),
        ("two thousand and eighteen", ["2018"]),
        ("three million two hundred thousand and one", ["3200001"]),
        ("twenty twenty", ["20", "20"]),
        ("six two", ["6", "2"]),
    ],
)
def test_number_words_that_are_one_number_or_several(text: str, values: list[str]) -> None:
    found = [span for span in language("en").recognizer.numbers(text) if span.kind == "number word"]
    assert [each for span in longest(found) for each in span.means] == values


def test_arabic_units_stand_before_tens() -> None:
    found = [each for each in language("ar").recognizer.numbers("خمسة وعشرون") if each.kind == "number word"]
    assert [span.means for span in found] == [("25",)]


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "visits to Kenya, Chad and Viet Nam", ["Kenya", "Chad", "Viet Nam"]),
        ("en", "the United Nations Office on Drugs and Crime", ["United Nations Office on Drugs and Crime"]),
        ("en", "KENYA", ["KENYA"]),
        ("en", "Kenya\u2019s courts; Kenya-based", ["Kenya", "Kenya"]),
        ("en", "a kenya; Kenyaz; Niger", ["Niger"]),
        ("fr", "de l’Indonésie et du Bangladesh", ["Indonésie", "Bangladesh"]),
        ("fr", "de l'Indonésie", ["Indonésie"]),
        ("fr", "en Guinée-Bissau", ["Guinée-Bissau"]),
        ("es", "en el Afganistán", ["Afganistán"]),
        ("ru", "в Индонезии и из Непала", ["Индонезии", "Непала"]),
        ("ru", "структура «ООН-женщины»; непал", ["структура «ООН-женщины»"]),
        ("fr", "l’organisation mondiale de la Santé; le niger", ["organisation mondiale de la Santé"]),
        ("ar", "وإندونيسيا", ["إندونيسيا"]),
        ("ar", "لإندونيسيا وللأردن", ["إندونيسيا", "للأردن"]),
        ("zh", "在印度尼西亚和尼日利亚", ["印度尼西亚", "尼日利亚"]),
        ("zh", "在赤道几内亚", ["赤道几内亚"]),
    ],
)
def test_names_without_what_stands_before_them(tag: str, text: str, found: list[str]) -> None:
    spans = longest(span for span in language(tag).recognizer.names(text) if span.kind == "name")
    assert [text[span.start : span.end] for span in spans] == found


def test_a_name_inside_another_is_found_too() -> None:
    text = "United Nations Office on Drugs and Crime"
    means = {each for span in language("en").recognizer.names(text) for each in span.means}
    assert {"entity/unodc", "entity/united-nations"} <= means


def test_a_short_form_that_needs_a_name_before_it() -> None:
    assert [span.kind for span in language("en").recognizer.names("the Council")] == ["short name"]


@pytest.mark.parametrize("tag", TAGS)
def test_every_form_of_the_lexicon(tag: str) -> None:
    here = language(tag)
    missing, ordinary = [], here.conventions.recognition.ordinary
    for entry in here.lexicon.entries():
        for form in entry.forms.values():
            for text in filter(None, (form.full.replace("*", ""), form.short.replace("*", ""))):
                spans = here.recognizer.names(text)
                found = any(f"{entry.kind}/{entry.id}" in span.means for span in spans)
                if not found and any(map(str.isalpha, text)) and not text.endswith(ordinary):
                    missing.append(text)
    assert missing == []


def _covered(tag: str, text: str, kinds: set[str]) -> bool:
    """Whether one span of one of these kinds begins at the first figure at the latest and holds all that follows."""
    first = next(at for at, character in enumerate(text) if character.isdigit())
    return any(
        span.kind in kinds and span.start <= first and span.end >= len(text)
        for span in language(tag).recognizer.numbers(text)
    )


tags = st.sampled_from(TAGS)
dates = st.builds(Date, st.integers(1946, 2090), st.integers(1, 12), st.integers(0, 28))


@given(tags, st.integers(0, 10**9))
def test_every_figure_that_is_printed(tag: str, number: int) -> None:
    assert _covered(tag, formats.figures_text(language(tag).conventions, number), {"figure"})


@given(tags, st.integers(2, 99))
def test_every_number_word_that_is_printed(tag: str, number: int) -> None:
    text = spelled.number_in_words(language(tag).conventions, number)
    if text is not None:
        assert Span(0, len(text), "number word") in [
            Span(each.start, each.end, each.kind) for each in language(tag).recognizer.numbers(text)
        ]


@given(tags, st.integers(1, 99))
def test_every_ordinal_that_is_printed(tag: str, number: int) -> None:
    text = formats.ordinal(language(tag).conventions, number)
    spans = language(tag).recognizer.numbers(text)
    assert any(span.kind == "ordinal" and (span.start, span.end) == (0, len(text)) for span in spans) or tag == "ar"


@given(tags, st.decimals(0, 100, places=1))
def test_every_percentage_that_is_printed(tag: str, number: Decimal) -> None:
    here = language(tag)
    text = formats.percent(here.conventions, Percent(number), here.plural_category(number))
    assert _covered(tag, text, {"percent"})


@given(tags, st.integers(1, 10**9), st.sampled_from(["USD", "EUR", "XAF"]))
def test_every_amount_that_is_printed(tag: str, amount: int, currency: str) -> None:
    assert _covered(tag, amounts.money(language(tag).conventions, Money(Decimal(amount), currency)), {"money"})


@given(tags, dates, st.data())
def test_every_date_that_is_printed(tag: str, date: Date, data: st.DataObject) -> None:
    rule = language(tag).conventions.dates
    forms = rule.day if date.day else rule.month
    form = data.draw(st.sampled_from(["", *forms] if isinstance(forms, dict) else [""]))
    text = formats.date(language(tag).conventions, date, form.replace("default", ""))
    found = [span for span in language(tag).recognizer.numbers(text) if span.kind == "date"]
    assert any(str(date.year) in text[span.start : span.end] and span.end == len(text) for span in found)


@given(tags, st.tuples(dates, dates).filter(lambda pair: pair[0] < pair[1] and pair[0].day and pair[1].day))
def test_every_range_of_dates_that_is_printed(tag: str, ends: tuple[Date, Date]) -> None:
    assert _covered(tag, formats.date_range(language(tag).conventions, DateRange(*ends)), {"date"})


@given(tags, st.integers(0, 10**6), st.integers(1, 10**6))
def test_every_range_that_is_printed(tag: str, low: int, more: int) -> None:
    assert _covered(tag, formats.number_range(language(tag).conventions, Range(low, low + more)), {"range"})


@pytest.mark.parametrize("tag", TAGS)
def test_every_length_of_time_that_is_printed(tag: str) -> None:
    here = language(tag)
    for unit, forms in here.conventions.units.items():
        for number in (2, 5, 11, 21):
            words = forms["default"][here.plural_category(number)]
            text = words[1:] if words.startswith("=") else here.conventions.periods.format(n=number, unit=words)
            assert any(
                span.kind == "period" and (span.start, span.end) == (0, len(text))
                for span in here.recognizer.numbers(text)
            ), (unit, text)


@pytest.mark.parametrize("tag", TAGS)
def test_every_qualifier(tag: str) -> None:
    for qualifier, texts in language(tag).conventions.qualifiers.items():
        for text in texts:
            words = text.removeprefix("#").strip()
            found = [each.qualifier for each in language(tag).recognizer.qualifiers(words) if each.end == len(words)]
            assert qualifier in found


@given(tags, st.text(max_size=60))
def test_any_text_can_be_read(tag: str, text: str) -> None:
    for span in language(tag).recognizer.spans(text):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "more than 50", [("more than", "more_than", False)]),
        ("en", "50 or more", [("or more", "at_least", True)]),
        ("en", "no more than 50", [("no more than", "up_to", False), ("more than", "more_than", False)]),
        ("en", "fewer than 50", [("fewer than", "less_than", False)]),
        ("fr", "plus d’une dizaine", [("plus d’", "more_than", False), ("dizaine", "about", False)]),
        ("ru", "до 50 человек, от 13 до 18", [("до", "up_to", False)]),
        ("zh", "50名以上", [("以上", "more_than", True)]),
    ],
)
def test_qualifiers_with_the_side_on_which_they_stand(tag: str, text: str, found: list[tuple[str, str, bool]]) -> None:
    qualifiers = language(tag).recognizer.qualifiers(text)
    assert [(text[each.start : each.end], each.qualifier, each.behind) for each in qualifiers] == found


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [("en", "not 50, never", ["not", "never"]), ("ru", "не более", ["не"]), ("zh", "未超过", ["未"])],
)
def test_negations(tag: str, text: str, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in language(tag).recognizer.negations(text)] == found


def test_what_lies_inside_something_longer() -> None:
    inner, crossing, outer = Span(3, 5, "figure"), Span(4, 9, "figure"), Span(2, 6, "range")
    assert outside([inner, crossing, outer], [outer]) == [crossing]
    assert outside([inner], [Span(0, 1, "range"), Span(3, 4, "range"), Span(0, 5, "range")]) == []
    assert outside([inner], []) == [inner]


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "on 18 July, two thirds of 4.5", ["18 July", "two thirds", "4.5"]),
        ("fr", "le 18 juillet, deux tiers de 4,5", ["18 juillet", "deux tiers", "4,5"]),
        ("zh", "6月30日", ["6月30日"]),
        ("en", "313 of them", []),
    ],
)
def test_what_has_figures_and_no_value(tag: str, text: str, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in longest(language(tag).recognizer.valueless(text))] == found
