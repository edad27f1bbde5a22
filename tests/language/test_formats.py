from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen import language as languages
from reportgen.facts import Date, DateRange, Money, Percent, Range
from reportgen.language import Language, amounts, formats, spelled
from reportgen.language.conventions import Conventions
from reportgen.language.formats import FormError
from reportgen.workspace import Workspace

NUMBERS = (0, 1, 2, 3, 5, 7, 10, 11, 21, 100, 101, 111, 1000, 2925, 40000, 1000000)


@pytest.fixture(scope="module")
def english() -> Conventions:
    return languages.load(Workspace.at(), "en").conventions


@pytest.fixture(scope="module")
def chinese() -> Conventions:
    return languages.load(Workspace.at(), "zh").conventions


@pytest.fixture
def other(invented_language: Language) -> Conventions:
    return invented_language.conventions


@pytest.fixture
def arabic_digits(other: Conventions) -> Conventions:
    return other.model_copy(update={"numbers": other.numbers.model_copy(update={"digits": "arab"})})


def test_figures_in_english_and_chinese(english: Conventions, chinese: Conventions) -> None:
    wanted = "0 1 2 3 5 7 10 11 21 100 101 111 1,000 2,925 40,000 1,000,000"
    assert " ".join(formats.figures_text(english, number) for number in NUMBERS) == wanted
    assert " ".join(formats.figures_text(chinese, number) for number in NUMBERS) == wanted


def test_figures_are_grouped_from_the_number_of_digits_that_the_language_says(other: Conventions) -> None:
    found = [formats.figures_text(other, number) for number in (999, 2925, 40000, 1000000, 12345678)]
    assert found == ["999", "2925", "40 000", "1 000 000", "12 345 678"]


@pytest.mark.parametrize(
    ("number", "text"), [("0.5", "0,5"), ("3.75", "3,75"), ("1234.5", "1234,5"), ("12345.678", "12 345,678")]
)
def test_fractions_are_not_grouped(other: Conventions, number: str, text: str) -> None:
    assert formats.figures_text(other, Decimal(number)) == text


def test_digits_that_the_language_shows(arabic_digits: Conventions) -> None:
    assert formats.figures_text(arabic_digits, 40000) == "٤٠ ٠٠٠"
    assert formats.date(arabic_digits, Date(2018, 7, 18)) == "١٨ juli ٢٠١٨"
    assert formats.digits(arabic_digits, "A/99/1") == "A/٩٩/١"


def test_words_in_english(english: Conventions) -> None:
    wanted = ["zero", "one", "two", "three", "five", "seven", "ten", "eleven", "twenty-one", "one hundred",
              "one hundred and one", "one hundred and eleven", "one thousand",
              "two thousand nine hundred and twenty-five", "forty thousand", "one million"]  # fmt: skip
    assert [spelled.number_in_words(english, number) for number in NUMBERS] == wanted
    assert spelled.number_in_words(english, 40) == "forty"
    assert spelled.number_in_words(english, 99) == "ninety-nine"


def test_every_number_below_100_has_words_in_english(english: Conventions) -> None:
    words = [spelled.number_in_words(english, number) for number in range(100)]
    assert None not in words
    assert len(set(words)) == 100


def test_words_in_chinese(chinese: Conventions) -> None:
    wanted = ["零", "一", "两", "三", "五", "七", "十", "十一", "二十一", "一百", "一百零一", "一百一十一", "一千",
              "二千九百二十五", "四万", None]  # fmt: skip
    assert [spelled.number_in_words(chinese, number) for number in NUMBERS] == wanted
    assert spelled.number_in_words(chinese, 2, "ordinal") == "二"
    assert spelled.number_in_words(chinese, 3, "ordinal") == "三"


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "", "uno"),
        (1, "f", "una"),
        (1, "m", "uno"),
        (1, "gen", "uni"),
        (1, "f.gen", "unarum"),
        (1, "m.gen", "uni"),
        (2, "f.gen", "duas"),
        (3, "f.gen", "tres"),
        (41, "f", "cuarenta y una"),
        (41, "gen", "cuarentum y uni"),
        (22, "f", "veinte y duas"),
    ],
)
def test_words_by_gender_and_case(other: Conventions, number: int, form: str, text: str) -> None:
    assert spelled.number_in_words(other, number, form) == text


@pytest.mark.parametrize("number", [0, 4, 7, 100, 101, 141])
def test_a_number_that_the_table_has_not_has_no_words(other: Conventions, number: int) -> None:
    assert spelled.number_in_words(other, number) is None


@pytest.mark.parametrize("form", ["x", "f.x", "x.gen", "f.gen.x"])
def test_a_form_of_number_words_that_is_not_there(other: Conventions, form: str) -> None:
    with pytest.raises(FormError) as caught:
        spelled.number_in_words(other, 5, form)
    assert (caught.value.form, caught.value.forms) == (form, ("m", "f", "gen"))


def test_english_has_no_forms_of_number_words(english: Conventions) -> None:
    with pytest.raises(FormError) as caught:
        spelled.number_in_words(english, 5, "f")
    assert (caught.value.form, caught.value.forms) == ("f", ())


def test_ordinals_to_20_and_of_tens_in_english(english: Conventions) -> None:
    to_20 = (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    )
    tens = "tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
    assert " ".join(formats.ordinal(english, number) for number in range(1, 21)) == to_20
    assert " ".join(formats.ordinal(english, number) for number in range(10, 100, 10)) == tens


@pytest.mark.parametrize("number", [number for number in range(21, 100) if number % 10])
def test_ordinals_from_21_to_99_in_english(english: Conventions, number: int) -> None:
    unit = number % 10
    wanted = f"{spelled.number_in_words(english, number - unit)}-{formats.ordinal(english, unit)}"
    assert formats.ordinal(english, number) == wanted


@pytest.mark.parametrize(
    ("number", "text"),
    [(100, "100th"), (101, "101st"), (102, "102nd"), (103, "103rd"), (111, "111th"), (112, "112th"), (113, "113th"),
     (121, "121st")],
)  # fmt: skip
def test_ordinals_in_english_above_99(english: Conventions, number: int, text: str) -> None:
    assert formats.ordinal(english, number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "第一"), (2, "第二"), (10, "第十"), (11, "第十一"), (20, "第二十"), (28, "第二十八"), (99, "第九十九")],
)
def test_ordinals_in_chinese(chinese: Conventions, number: int, text: str) -> None:
    assert formats.ordinal(chinese, number) == text


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [(1, "", "primo"), (1, "f", "prima"), (21, "f", "vigésima prima"), (22, "", "vigésimo segundo"), (3, "", "3º"),
     (30, "", "30º"), (31, "f", "31º")],
)  # fmt: skip
def test_ordinals_in_words_and_figures(other: Conventions, number: int, form: str, text: str) -> None:
    assert formats.ordinal(other, number, form) == text


@pytest.mark.parametrize(
    ("date", "english_text", "chinese_text"),
    [
        (Date(2018, 7), "July 2018", "2018年7月"),
        (Date(2015, 3, 20), "20 March 2015", "2015年3月20日"),
        (Date(2019, 1, 1), "1 January 2019", "2019年1月1日"),
        (Date(2018, 12, 31), "31 December 2018", "2018年12月31日"),
    ],
)
def test_dates(english: Conventions, chinese: Conventions, date: Date, english_text: str, chinese_text: str) -> None:
    assert formats.date(english, date) == english_text
    assert formats.date(chinese, date) == chinese_text


@pytest.mark.parametrize(
    ("date", "form", "text"),
    [
        (Date(2018, 7, 18), "", "18 juli 2018"),
        (Date(2018, 7, 1), "", "1er juli 2018"),
        (Date(2018, 7, 1), "the", "el 1er juli 2018"),
        (Date(2018, 8), "", "octo 2018"),
    ],
)
def test_dates_with_cases_and_forms(other: Conventions, date: Date, form: str, text: str) -> None:
    assert formats.date(other, date, form) == text


def test_a_form_of_dates_that_is_not_there(other: Conventions) -> None:
    with pytest.raises(FormError) as caught:
        formats.date(other, Date(2018, 7, 18), "of")
    assert (caught.value.form, caught.value.forms) == ("of", ("default", "the"))
    with pytest.raises(FormError) as caught:
        formats.date(other, Date(2018, 7), "the")
    assert (caught.value.form, caught.value.forms) == ("the", ())


SOME_DAYS = DateRange(Date(2019, 5, 20), Date(2019, 5, 24))
TWO_MONTHS = DateRange(Date(2019, 7, 26), Date(2019, 8, 2))
TWO_YEARS = DateRange(Date(2019, 12, 30), Date(2020, 1, 4))
SAME_MONTH_OF_TWO_YEARS = DateRange(Date(2018, 5, 1), Date(2019, 5, 2))


@pytest.mark.parametrize(
    ("dates", "english_text", "chinese_text"),
    [
        (SOME_DAYS, "20–24 May 2019", "2019年5月20日至24日"),
        (TWO_MONTHS, "26 July–2 August 2019", "2019年7月26日至8月2日"),
        (TWO_YEARS, "30 December 2019–4 January 2020", "2019年12月30日至2020年1月4日"),
        (SAME_MONTH_OF_TWO_YEARS, "1 May 2018–2 May 2019", "2018年5月1日至2019年5月2日"),
    ],
)
def test_ranges_of_dates(
    english: Conventions, chinese: Conventions, dates: DateRange, english_text: str, chinese_text: str
) -> None:
    assert formats.date_range(english, dates) == english_text
    assert formats.date_range(chinese, dates) == chinese_text


@pytest.mark.parametrize(
    ("dates", "form", "text"),
    [
        (SOME_DAYS, "", "20-24 mayi 2019"),
        (TWO_MONTHS, "", "26 juli-2 octi 2019"),
        (TWO_YEARS, "", "30.12.2019-4.1.2020"),
        (TWO_YEARS, "from_to", "del 30.12.2019 al 4.1.2020"),
        (SAME_MONTH_OF_TWO_YEARS, "", "1er.5.2018-2.5.2019"),
    ],
)
def test_ranges_of_dates_with_cases_and_forms(other: Conventions, dates: DateRange, form: str, text: str) -> None:
    assert formats.date_range(other, dates, form) == text


def test_ranges_of_numbers(english: Conventions, chinese: Conventions, other: Conventions) -> None:
    ages, crowd = Range(13, 18), Range(900, 40000)
    assert formats.number_range(english, ages) == "13–18"
    assert formats.number_range(english, ages, "from_to") == "from 13 to 18"
    assert formats.number_range(english, crowd) == "900–40,000"
    assert formats.number_range(chinese, ages) == "13至18"
    assert formats.number_range(chinese, crowd, "from_to") == "900至40,000"
    assert formats.number_range(other, crowd, "between") == "entre 900 y 40 000"


def test_a_form_of_ranges_that_is_not_there(english: Conventions) -> None:
    with pytest.raises(FormError) as caught:
        formats.number_range(english, Range(13, 18), "between")
    assert caught.value.forms == ("default", "from_to")


@pytest.mark.parametrize(
    ("number", "english_text", "chinese_text", "other_text"),
    [("12", "12 per cent", "12%", "12 %"), ("3.75", "3.75 per cent", "3.75%", "3,75 %"),
     ("100", "100 per cent", "100%", "100 %")],
)  # fmt: skip
def test_percentages(
    english: Conventions, chinese: Conventions, other: Conventions,
    number: str, english_text: str, chinese_text: str, other_text: str,
) -> None:  # fmt: skip
    value = Percent(Decimal(number))
    assert formats.percent(english, value, "other") == english_text
    assert formats.percent(chinese, value, "other") == chinese_text
    assert formats.percent(other, value, "many") == other_text


def test_a_percentage_by_plural_category(other: Conventions) -> None:
    patterns = {"one": "{n} cento", "few": "{n} centos", "many": "{n} centum", "other": "{n} centi"}
    numbers = other.numbers.model_copy(update={"percent": patterns})
    changed = other.model_copy(update={"numbers": numbers})
    assert formats.percent(changed, Percent(Decimal(21)), "one") == "21 cento"
    assert formats.percent(changed, Percent(Decimal("1.5")), "other") == "1,5 centi"


def test_money(english: Conventions, chinese: Conventions, other: Conventions) -> None:
    value = Money(Decimal("1500000"), "USD")
    assert amounts.money(english, value) == "$1.5 million"
    assert amounts.money(chinese, value) == "150万美元"
    assert amounts.money(other, value) == "1,5 millones dólares estadounidenses"


def test_plural_categories() -> None:
    categories = {"en": ("one", "other"), "zh": ("other",)}
    for tag, wanted in categories.items():
        assert languages.load(Workspace.at(), tag).plural_categories() == wanted


@pytest.mark.parametrize(
    ("number", "category"),
    [(1, "one"), (21, "one"), (2, "few"), (104, "few"), (5, "many"), (11, "many"), (0, "many"),
     (Decimal("1.5"), "other")],
)  # fmt: skip
def test_plural_rules_stand_in_the_conventions(
    invented_language: Language, number: int | Decimal, category: str
) -> None:
    assert invented_language.plural_categories() == ("one", "few", "many", "other")
    assert invented_language.plural_category(number) == category


def test_minus_and_every_digit(english: Conventions, other: Conventions) -> None:
    assert formats.figures_text(english, -999) == "−999"
    assert formats.figures_text(english, -1000) == "−1,000"
    assert formats.figures_text(other, -2925) == "−2925"
    assert formats.figures_text(english, Decimal("1E+6")) == "1,000,000"
    assert formats.plain_figures(english, Decimal("-1E-7")) == "−0.0000001"
    assert formats.figures_text(english, Decimal("-1234567890123456789012345678901.5")) == (
        "−1,234,567,890,123,456,789,012,345,678,901.5"
    )
