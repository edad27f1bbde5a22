"""What the six languages print, worked out by hand from United Nations practice; "~" stands for a no-break space."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.assemble.prose import Prose
from reportgen.facts import Count, Date, DateRange, Names, Percent, Period, Range, Unit, Value
from reportgen.language import Language, formats, spelled
from reportgen.passes.names import settle_names
from reportgen.tree.nodes import Document, Paragraph
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace

TAGS = ("ar", "en", "es", "fr", "ru", "zh")
NUMBERS = (0, 1, 2, 3, 5, 7, 10, 11, 21, 100, 101, 111, 1000, 2925, 40000, 1000000)
Print = Callable[..., str]


def language_of(tag: str) -> Language:
    return pipeline.language(Workspace.at(), tag)


def hard(text: str) -> str:
    return text.replace("~", "\u00a0")


@pytest.fixture(scope="module")
def printed(document_of: Callable[..., Document]) -> Print:
    """A function: what a language prints for a piece of wording with these facts, in the middle of a sentence."""

    def print_(tag: str, text: str, **facts: Value) -> str:
        language = language_of(tag)
        content = Prose(language, facts.get, lambda _: None).content(f"x {text}")
        (block,) = settle_names(document_of(language, Paragraph("only", content)), language).blocks
        return plain_text(block.content)[2:]

    return print_


FIGURES = {
    "ar": "0 1 2 3 5 7 10 11 21 100 101 111 1~000 2~925 40~000 1~000~000",
    "en": "0 1 2 3 5 7 10 11 21 100 101 111 1,000 2,925 40,000 1,000,000",
    "es": "0 1 2 3 5 7 10 11 21 100 101 111 1.000 2.925 40.000 1.000.000",
    "fr": "0 1 2 3 5 7 10 11 21 100 101 111 1~000 2~925 40~000 1~000~000",
    "ru": "0 1 2 3 5 7 10 11 21 100 101 111 1~000 2~925 40~000 1~000~000",
    "zh": "0 1 2 3 5 7 10 11 21 100 101 111 1,000 2,925 40,000 1,000,000",
}


@pytest.mark.parametrize("tag", TAGS)
def test_figures(tag: str) -> None:
    conventions = language_of(tag).conventions
    assert [formats.figures_text(conventions, number) for number in NUMBERS] == hard(FIGURES[tag]).split(" ")


MILLION = {"ar": "مليون", "en": "1 million", "es": "1 millón", "fr": "1~million", "ru": "1~млн", "zh": "100万"}
PRINTED = {
    "ar": "صفر واحد اثنان ثلاثة خمسة سبعة عشرة 11",
    "en": "zero one two three five seven 10 11",
    "es": "cero un dos tres cinco siete diez 11",
    "fr": "zéro un deux trois cinq sept 10 11",
    "ru": "ноль один два три пять семь 10 11",
    "zh": "零 一 两 三 五 七 10 11",
}


@pytest.mark.parametrize("tag", TAGS)
def test_small_numbers_are_words_and_the_others_figures(printed: Print, tag: str) -> None:
    wanted = [*PRINTED[tag].split(" "), *hard(FIGURES[tag]).split(" ")[8:-1], hard(MILLION[tag])]
    assert [printed(tag, "{{ n }}", n=Count(number)) for number in NUMBERS] == wanted


WORDS = {
    "ar": "عشرة;واحد وعشرون;مائة;مائة وواحد;مائتان وخمسون;ألف;ألف وخمسة;ألفان وتسعمائة وخمسة وعشرون;مائتا ألف;"
    "ثلاثمائة وخمسة وأربعون ألفا وستمائة وثمانية وسبعون;مليون",
    "en": "ten;twenty-one;one hundred;one hundred and one;two hundred and fifty;one thousand;one thousand and five;"
    "two thousand nine hundred and twenty-five;two hundred thousand;"
    "three hundred and forty-five thousand six hundred and seventy-eight;one million",
    "es": "diez;veintiún;cien;ciento un;doscientos cincuenta;mil;mil cinco;dos mil novecientos veinticinco;"
    "doscientos mil;trescientos cuarenta y cinco mil seiscientos setenta y ocho;un millón",
    "fr": "dix;vingt et un;cent;cent un;deux cent cinquante;mille;mille cinq;deux mille neuf cent vingt-cinq;"
    "deux cent mille;trois cent quarante-cinq mille six cent soixante-dix-huit;un million",
    "ru": "десять;двадцать один;сто;сто один;двести пятьдесят;одна тысяча;одна тысяча пять;"
    "две тысячи девятьсот двадцать пять;двести тысяч;"
    "триста сорок пять тысяч шестьсот семьдесят восемь;один миллион",
    "zh": "十;二十一;一百;一百零一;二百五十;一千;一千零五;二千九百二十五;二十万;三十四万五千六百七十八;",
}
SPELLED = (10, 21, 100, 101, 250, 1000, 1005, 2925, 200_000, 345_678, 1_000_000)


@pytest.mark.parametrize("tag", TAGS)
def test_numbers_to_a_million_in_words(tag: str) -> None:
    conventions = language_of(tag).conventions
    words = [spelled.number_in_words(conventions, number) for number in SPELLED]
    assert ";".join(each or "" for each in words) == WORDS[tag]
    assert spelled.number_in_words(conventions, 1_000_001) is None


@pytest.mark.parametrize(
    ("tag", "form", "wanted"),
    [("es", "f", "doscientas una"), ("es", "alone", "doscientos uno"), ("fr", "f", "deux cent une"),
     ("ru", "f", "двести одна"), ("ru", "gen", "двухсот одного"), ("ar", "f", "مائتان وواحدة")],
)  # fmt: skip
def test_hundreds_by_gender_and_case(tag: str, form: str, wanted: str) -> None:
    assert spelled.number_in_words(language_of(tag).conventions, 201, form) == wanted


def test_thousands_have_no_cases_in_russian() -> None:
    assert spelled.number_in_words(language_of("ru").conventions, 1005, "gen") is None


FORMS = [
    ("ru", "f", "одна две три пять двадцать~одна"),
    ("ru", "n", "одно два три пять двадцать~одно"),
    ("ru", "gen", "одного двух трех пяти двадцати~одного"),
    ("ru", "dat", "одному двум трем пяти двадцати~одному"),
    ("ru", "acc", "один два три пять двадцать~один"),
    ("ru", "ins", "одним двумя тремя пятью двадцатью~одним"),
    ("ru", "pre", "одном двух трех пяти двадцати~одном"),
    ("ru", "m.gen", "одного двух трех пяти двадцати~одного"),
    ("ru", "f.gen", "одной двух трех пяти двадцати~одной"),
    ("ru", "f.dat", "одной двум трем пяти двадцати~одной"),
    ("ru", "f.acc", "одну две три пять двадцать~одну"),
    ("ru", "f.ins", "одной двумя тремя пятью двадцатью~одной"),
    ("ru", "f.pre", "одной двух трех пяти двадцати~одной"),
    ("ar", "m", "واحد اثنان ثلاثة خمسة واحد~وعشرون"),
    ("ar", "f", "واحدة اثنتان ثلاث خمس واحدة~وعشرون"),
    ("ar", "gen", "واحد اثنين ثلاثة خمسة واحد~وعشرين"),
    ("ar", "f.gen", "واحدة اثنتين ثلاث خمس واحدة~وعشرين"),
    ("fr", "m", "un deux trois cinq vingt~et~un"),
    ("fr", "f", "une deux trois cinq vingt~et~une"),
    ("es", "m", "un dos tres cinco veintiún"),
    ("es", "f", "una dos tres cinco veintiuna"),
    ("es", "alone", "uno dos tres cinco veintiuno"),
    ("zh", "ordinal", "一 二 三 五"),
]


@pytest.mark.parametrize(("tag", "form", "wanted"), FORMS)
def test_number_words_by_gender_and_case(tag: str, form: str, wanted: str) -> None:
    words = [each.replace("~", " ") for each in wanted.split(" ")]
    conventions = language_of(tag).conventions
    assert [spelled.number_in_words(conventions, number, form) for number in (1, 2, 3, 5, 21)[: len(words)]] == words


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("ar", "40"), ("en", "Forty"), ("es", "Cuarenta"), ("fr", "Quarante"), ("ru", "40"), ("zh", "40"),
    ],
)  # fmt: skip
def test_a_number_that_begins_a_sentence(tag: str, wanted: str) -> None:
    content = Prose(language_of(tag), {"n": Count(40)}.get, lambda _: None).content("{{ n }} x")
    assert plain_text(content) == f"{wanted} x"


CATEGORIES = {
    "ar": "zero one two few few few few many many other other many other many other other",
    "en": "other one other other other other other other other other other other other other other other",
    "es": "other one other other other other other other other other other other other other other many",
    "fr": "one one other other other other other other other other other other other other other many",
    "ru": "many one few few many many many many one many one many many many many many",
    "zh": "other other other other other other other other other other other other other other other other",
}


@pytest.mark.parametrize("tag", TAGS)
def test_plural_picks_the_category(printed: Print, tag: str) -> None:
    options = ", ".join(f'{category}="{category}"' for category in language_of(tag).plural_categories())
    found = [printed(tag, f"{{{{ n | plural({options}) }}}}", n=Count(number)) for number in NUMBERS]
    assert found == CATEGORIES[tag].split(" ")


NOUNS = {
    "ar": 'form("m") | counted(zero="صفر من المشاركين", one="مشارك واحد", two="مشاركان", few="# مشاركين", '
    'many="# مشاركا", other="# مشارك")',
    "en": 'counted(one="# participant", other="# participants")',
    "es": 'counted(one="# participante", many="# de participantes", other="# participantes")',
    "fr": 'counted(one="# participant", many="# de participants", other="# participants")',
    "ru": 'counted(one="# участник", few="# участника", many="# участников", other="# участника")',
    "zh": 'counted(other="#名参与者")',
}
COUNTED = {
    "ar": "صفر من المشاركين|مشارك واحد|مشاركان|ثلاثة مشاركين|خمسة مشاركين|سبعة مشاركين|عشرة مشاركين|11 مشاركا|"
    "21 مشاركا|100 مشارك|101 مشارك|111 مشاركا|1~000 مشارك|2~925 مشاركا|40~000 مشارك|مليون مشارك",
    "en": "zero participants|one participant|two participants|three participants|five participants|"
    "seven participants|10 participants|11 participants|21 participants|100 participants|101 participants|"
    "111 participants|1,000 participants|2,925 participants|40,000 participants|1 million participants",
    "es": "cero participantes|un participante|dos participantes|tres participantes|cinco participantes|"
    "siete participantes|diez participantes|11 participantes|21 participantes|100 participantes|101 participantes|"
    "111 participantes|1.000 participantes|2.925 participantes|40.000 participantes|1 millón de participantes",
    "fr": "zéro participant|un participant|deux participants|trois participants|cinq participants|"
    "sept participants|10 participants|11 participants|21 participants|100 participants|101 participants|"
    "111 participants|1~000 participants|2~925 participants|40~000 participants|1~million de participants",
    "ru": "ноль участников|один участник|два участника|три участника|пять участников|семь участников|10 участников|"
    "11 участников|21 участник|100 участников|101 участник|111 участников|1~000 участников|2~925 участников|"
    "40~000 участников|1~млн участников",
    "zh": "零名参与者|一名参与者|两名参与者|三名参与者|五名参与者|七名参与者|10名参与者|11名参与者|21名参与者|"
    "100名参与者|101名参与者|111名参与者|1,000名参与者|2,925名参与者|40,000名参与者|100万名参与者",
}


@pytest.mark.parametrize("tag", TAGS)
def test_number_and_noun_together(printed: Print, tag: str) -> None:
    found = [printed(tag, f"{{{{ n | {NOUNS[tag]} }}}}", n=Count(number)) for number in NUMBERS]
    assert found == hard(COUNTED[tag]).split("|")


DAY, FIRST, MONTH = Date(2018, 7, 18), Date(2018, 5, 1), Date(2018, 5)
DATES = {
    "ar": "18 تموز/يوليه 2018|1 أيار/مايو 2018|أيار/مايو 2018",
    "en": "18 July 2018|1 May 2018|May 2018",
    "es": "18 de julio de 2018|1 de mayo de 2018|mayo de 2018",
    "fr": "18 juillet 2018|1er mai 2018|mai 2018",
    "ru": "18 июля 2018 года|1 мая 2018 года|май 2018 года",
    "zh": "2018年7月18日|2018年5月1日|2018年5月",
}
DATES_IN = {
    "ar": "في 18 تموز/يوليه 2018|في 1 أيار/مايو 2018|في أيار/مايو 2018",
    "en": "on 18 July 2018|on 1 May 2018|in May 2018",
    "es": "el 18 de julio de 2018|el 1 de mayo de 2018|en mayo de 2018",
    "fr": "le 18 juillet 2018|le 1er mai 2018|en mai 2018",
    "ru": "18 июля 2018 года|1 мая 2018 года|в мае 2018 года",
}


@pytest.mark.parametrize("tag", TAGS)
def test_dates(printed: Print, tag: str) -> None:
    assert "|".join(printed(tag, "{{ d }}", d=date) for date in (DAY, FIRST, MONTH)) == DATES[tag]


@pytest.mark.parametrize("tag", DATES_IN)
def test_when_something_happened(printed: Print, tag: str) -> None:
    assert "|".join(printed(tag, '{{ d | form("in") }}', d=date) for date in (DAY, FIRST, MONTH)) == DATES_IN[tag]


SPANS = (
    DateRange(Date(2019, 5, 20), Date(2019, 5, 24)),
    DateRange(Date(2018, 7, 26), Date(2018, 8, 2)),
    DateRange(Date(2018, 12, 30), Date(2019, 1, 4)),
)
DATE_RANGES = {
    "ar": "20-24 أيار/مايو 2019|26 تموز/يوليه - 2 آب/أغسطس 2018|30 كانون الأول/ديسمبر 2018 - 4 كانون الثاني/يناير 2019",
    "en": "20–24 May 2019|26 July–2 August 2018|30 December 2018–4 January 2019",
    "es": "20 a 24 de mayo de 2019|26 de julio a 2 de agosto de 2018|30 de diciembre de 2018 a 4 de enero de 2019",
    "fr": "20-24 mai 2019|26 juillet-2 août 2018|30 décembre 2018-4 janvier 2019",
    "ru": "20–24 мая 2019 года|26 июля – 2 августа 2018 года|30 декабря 2018 года – 4 января 2019 года",
    "zh": "2019年5月20日至24日|2018年7月26日至8月2日|2018年12月30日至2019年1月4日",
}


@pytest.mark.parametrize("tag", TAGS)
def test_some_days(printed: Print, tag: str) -> None:
    assert "|".join(printed(tag, "{{ d }}", d=span) for span in SPANS) == DATE_RANGES[tag]


@pytest.mark.parametrize(
    ("tag", "default", "from_to"),
    [
        ("ar", "13-18", "من 13 إلى 18"),
        ("en", "13–18", "from 13 to 18"),
        ("es", "13 a 18", "de 13 a 18"),
        ("fr", "13-18", "de 13 à 18"),
        ("ru", "13–18", "от 13 до 18"),
        ("zh", "13至18", "13至18"),
    ],
)
def test_ranges(printed: Print, tag: str, default: str, from_to: str) -> None:
    ages = Range(13, 18)
    assert printed(tag, "{{ ages }}", ages=ages) == default
    assert printed(tag, '{{ ages | form("from_to") }}', ages=ages) == from_to


SESSIONS = {
    "ar": "الدورة الأولى|الدورة الثانية|الدورة العاشرة|الدورة الحادية عشرة|الدورة الحادية والعشرون|"
    "الدورة الثامنة والعشرون|الدورة الحادية والثلاثون",
    "en": "First session|Second session|Tenth session|Eleventh session|Twenty-first session|Twenty-eighth session|"
    "Thirty-first session",
    "es": "Primer período de sesiones|Segundo período de sesiones|Décimo período de sesiones|11º período de sesiones|"
    "21er período de sesiones|28º período de sesiones|31er período de sesiones",
    "fr": "Première session|Deuxième session|Dixième session|Onzième session|Vingt et unième session|"
    "Vingt-huitième session|Trente et unième session",
    "ru": "Первая сессия|Вторая сессия|Десятая сессия|Одиннадцатая сессия|Двадцать первая сессия|"
    "Двадцать восьмая сессия|Тридцать первая сессия",
    "zh": "第一届会议|第二届会议|第十届会议|第十一届会议|第二十一届会议|第二十八届会议|第三十一届会议",
}


@pytest.mark.parametrize("tag", TAGS)
def test_sessions_as_the_masthead_prints_them(tiny: Any, tag: str) -> None:
    found = []
    for session in (1, 2, 10, 11, 21, 28, 31):
        tiny.report(
            f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc, session: {session}}}\n"
            "sections: [first]\n"
        )
        found.append(plain_text(tiny.build(tag).masthead.session))
    assert "|".join(found) == SESSIONS[tag]


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("ar", "12~في المائة|3.75~في المائة"),
        ("en", "12 per cent|3.75 per cent"),
        ("es", "12%|3,75%"),
        ("fr", "12~%|3,75~%"),
        ("ru", "12~процентов|3,75~процента"),
        ("zh", "12%|3.75%"),
    ],
)
def test_percentages(printed: Print, tag: str, wanted: str) -> None:
    shares = (Percent(Decimal(12)), Percent(Decimal("3.75")))
    assert "|".join(printed(tag, "{{ share }}", share=share) for share in shares) == hard(wanted)


LENGTHS: tuple[tuple[int, Unit], ...] = (
    (1, "day"), (2, "day"), (1, "week"), (2, "week"), (3, "week"), (9, "month"), (10, "year"), (22, "year"),
)  # fmt: skip
PERIODS = {
    "ar": "يوم واحد|يومان|أسبوع واحد|أسبوعان|ثلاثة أسابيع|تسعة أشهر|عشرة أعوام|22 عاما",
    "en": "one day|two days|one week|two weeks|three weeks|nine months|10 years|22 years",
    "es": "un día|dos días|una semana|dos semanas|tres semanas|nueve meses|diez años|22 años",
    "fr": "un jour|deux jours|une semaine|deux semaines|trois semaines|neuf mois|10 ans|22 ans",
    "ru": "один день|два дня|одна неделя|две недели|три недели|девять месяцев|10 лет|22 года",
    "zh": "一天|两天|一周|两周|三周|九个月|10年|22年",
}


@pytest.mark.parametrize("tag", TAGS)
def test_lengths_of_time(printed: Print, tag: str) -> None:
    assert "|".join(printed(tag, "{{ p }}", p=Period(n, unit)) for n, unit in LENGTHS) == PERIODS[tag]


LISTS = {
    "ar": "نيبال وإندونيسيا|كولومبيا، ونيبال، وإندونيسيا",
    "en": "Nepal and Indonesia|Colombia, Nepal and Indonesia",
    "es": "Nepal e Indonesia|Colombia, Nepal e Indonesia",
    "fr": "le Népal et l’Indonésie|la Colombie, le Népal et l’Indonésie",
    "ru": "Непал и Индонезия|Колумбия, Непал и Индонезия",
    "zh": "尼泊尔和印度尼西亚|哥伦比亚、尼泊尔和印度尼西亚",
}


@pytest.mark.parametrize("tag", TAGS)
def test_lists_of_two_and_of_three(printed: Print, tag: str) -> None:
    lists = (Names("place", ids, many=True) for ids in (("NP", "ID"), ("CO", "NP", "ID")))
    assert "|".join(printed(tag, "{{ l }}", l=names) for names in lists) == LISTS[tag]


def test_spanish_says_y_before_other_sounds(printed: Print) -> None:
    pairs = {("ID", "NP"): "Indonesia y Nepal", ("FR", "IE"): "Francia e Irlanda", ("FR", "IQ"): "Francia y el Iraq"}
    for ids, wanted in pairs.items():
        assert printed("es", "{{ l }}", l=Names("place", ids, many=True)) == wanted


PROPOSALS = Names(
    "place", ("BO", "CO", "SV", "ID", "KG", "MA", "NA", "PS", "TJ", "TN", "ZM"), many=True, order="sorted"
)
CONSULTED = Names("place", ("BD", "IN", "MV", "NP", "LK"), many=True, order="sorted")
COUNTRIES = {
    "ar": (
        "إندونيسيا، وبوليفيا (دولة - المتعددة القوميات)، وتونس، ودولة فلسطين، وزامبيا، والسلفادور، وطاجيكستان، "
        "وقيرغيزستان، وكولومبيا، والمغرب، وناميبيا",
        "بنغلاديش، وسري لانكا، وملديف، ونيبال، والهند",
    ),
    "en": (
        "Bolivia (Plurinational State of), Colombia, El Salvador, Indonesia, Kyrgyzstan, Morocco, Namibia, "
        "the State of Palestine, Tajikistan, Tunisia and Zambia",
        "Bangladesh, India, Maldives, Nepal and Sri Lanka",
    ),
    "es": (
        "Bolivia (Estado Plurinacional de), Colombia, El Salvador, el Estado de Palestina, Indonesia, Kirguistán, "
        "Marruecos, Namibia, Tayikistán, Túnez y Zambia",
        "Bangladesh, la India, Maldivas, Nepal y Sri Lanka",
    ),
    "fr": (
        "la Bolivie (État plurinational de), la Colombie, El Salvador, l’État de Palestine, l’Indonésie, "
        "le Kirghizistan, le Maroc, la Namibie, le Tadjikistan, la Tunisie et la Zambie",
        "le Bangladesh, l’Inde, les Maldives, le Népal et Sri Lanka",
    ),
    "ru": (
        "Боливия (Многонациональное Государство), Государство Палестина, Замбия, Индонезия, Колумбия, Кыргызстан, "
        "Марокко, Намибия, Сальвадор, Таджикистан и Тунис",
        "Бангладеш, Индия, Мальдивские Острова, Непал и Шри-Ланка",
    ),
    "zh": (
        "多民族玻利维亚国、哥伦比亚、萨尔瓦多、印度尼西亚、吉尔吉斯斯坦、摩洛哥、纳米比亚、巴勒斯坦国、塔吉克斯坦、"
        "突尼斯和赞比亚",
        "孟加拉国、印度、马尔代夫、尼泊尔和斯里兰卡",
    ),
}
COUNTRIES_IN = {
    "ar": ("في " + COUNTRIES["ar"][0], "في " + COUNTRIES["ar"][1]),
    "es": ("en " + COUNTRIES["es"][0], "en " + COUNTRIES["es"][1]),
    "fr": (
        "en Bolivie (État plurinational de), en Colombie, en El Salvador, dans l’État de Palestine, en Indonésie, "
        "au Kirghizistan, au Maroc, en Namibie, au Tadjikistan, en Tunisie et en Zambie",
        "au Bangladesh, en Inde, aux Maldives, au Népal et à Sri Lanka",
    ),
    "ru": (
        "в Боливии (Многонациональном Государстве), Государстве Палестина, Замбии, Индонезии, Колумбии, Кыргызстане, "
        "Марокко, Намибии, Сальвадоре, Таджикистане и Тунисе",
        "в Бангладеш, Индии, на Мальдивских Островах, в Непале и Шри-Ланке",
    ),
}


@pytest.mark.parametrize("tag", TAGS)
def test_countries_of_the_report_in_the_order_of_the_language(printed: Print, tag: str) -> None:
    assert (printed(tag, "{{ l }}", l=PROPOSALS), printed(tag, "{{ l }}", l=CONSULTED)) == COUNTRIES[tag]


@pytest.mark.parametrize("tag", COUNTRIES_IN)
def test_countries_where_something_happened(printed: Print, tag: str) -> None:
    found = tuple(printed(tag, '{{ l | form("in") }}', l=names) for names in (PROPOSALS, CONSULTED))
    assert found == COUNTRIES_IN[tag]


FIRST_USES = {
    "ar": "مكتب الأمم المتحدة المعني بالمخدرات والجريمة (المكتب المعني بالمخدرات والجريمة)|"
    "المكتب المعني بالمخدرات والجريمة|المكتب",
    "en": "the United Nations Office on Drugs and Crime (UNODC)|UNODC|the Office",
    "es": "la Oficina de las Naciones Unidas contra la Droga y el Delito (UNODC)|la UNODC|la Oficina",
    "fr": "l’Office des Nations Unies contre la drogue et le crime (ONUDC)|l’ONUDC|l’Office",
    "ru": "Управление Организации Объединенных Наций по наркотикам и преступности (УНП ООН)|УНП ООН|Управление",
    "zh": "联合国毒品和犯罪问题办公室（毒品和犯罪问题办公室）|毒品和犯罪问题办公室|该办公室",
}


@pytest.mark.parametrize("tag", TAGS)
def test_first_use_of_a_name(printed: Print, tag: str) -> None:
    unodc = Names("entity", ("unodc",))
    assert printed(tag, "{{ o }}|{{ o }}|{{ o | third }}", o=unodc) == FIRST_USES[tag]
    assert printed(tag, "{{ o }}|{{ o }}", o=unodc) == "|".join([FIRST_USES[tag].split(" (")[0].split("（")[0]] * 2)


EUROPEAN = ("I.|II.|VI.", "A.|B.|F.", "1.|2.|6.", "a)|b)|f)", "i)|ii)|vi)", "a.|b.|f.")
HEADINGS = {
    "ar": (
        "أولا -|ثانيا -|سادسا -", "ألف -|باء -|واو -", "1 -|2 -|6 -", "(أ)|(ب)|(و)", "’1‘|’2‘|’6‘", "(1)|(2)|(6)"
    ),
    "en": (*EUROPEAN[:3], "(a)|(b)|(f)", "(i)|(ii)|(vi)", "a.|b.|f."),
    "es": EUROPEAN,
    "fr": EUROPEAN,
    "ru": EUROPEAN,
    "zh": ("一.|二.|六.", "A.|B.|F.", "1.|2.|6.", "(a)|(b)|(f)", "(i)|(ii)|(vi)", "a.|b.|f."),
}  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_labels_of_headings(tag: str) -> None:
    language = language_of(tag)
    found = ("|".join(language.label("heading", level, number) for number in (1, 2, 6)) for level in range(1, 7))
    assert tuple(found) == HEADINGS[tag]


@pytest.mark.parametrize("tag", TAGS)
def test_labels_of_paragraphs_and_notes(tag: str) -> None:
    language = language_of(tag)
    assert language.label("paragraph", 1, 41) == ("41 -" if tag == "ar" else "41.")
    assert language.label("note", 1, 3) == "3"


SUBPARAGRAPHS = {
    "ar": "(أ) (ب) (ج) (د) (ه‍) (و) (ز) (ح) (ط) (ي) (ك) (ل)",
    "en": "(a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (l)",
    "es": "a) b) c) d) e) f) g) h) i) j) k) l)",
    "fr": "a) b) c) d) e) f) g) h) i) j) k) l)",
    "ru": "a) b) c) d) e) f) g) h) i) j) k) l)",
    "zh": "(a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (l)",
}
SECOND_LEVEL = {
    "ar": "’1‘ ’2‘ ’12‘",
    "en": "(i) (ii) (xii)",
    "es": "i) ii) xii)",
    "fr": "i) ii) xii)",
    "ru": "i) ii) xii)",
    "zh": "㈠ ㈡ （十二）",
}


@pytest.mark.parametrize("tag", TAGS)
def test_labels_of_subparagraphs(tag: str) -> None:
    language = language_of(tag)
    assert " ".join(language.label("subparagraph", 1, number) for number in range(1, 13)) == SUBPARAGRAPHS[tag]
    assert " ".join(language.label("subparagraph", 2, number) for number in (1, 2, 12)) == SECOND_LEVEL[tag]


REFERENCES = """\
- id: opening
  text: "x {{ para('third') }}|{{ section('first') }}"
- id: second
  text: "x {{ para('opening') }}|{{ para('opening') | brief }}|{{ para('opening') | bare }}"
- id: third
  text: >
    x {{ paras('opening', 'second') }}|{{ paras('opening', 'second', 'third') }}|{{ paras('opening', to='third') }}
- id: fourth
  text: "x {{ para('third') }}|{{ paras('opening', 'second') | brief }}|{{ paras('opening', to='third') | brief }}"
"""
REFERRED = {
    "ar": (
        "الفقرة~3 أدناه|الفرع~أولا أعلاه",
        "الفقرة~1 أعلاه|الفقرة~1|1",
        "الفقرتان~1 و2|الفقرات~1 و2 و3|الفقرات~1 إلى 3",
        "الفقرة~3 أعلاه|الفقرتان~1 و2|الفقرات~1-3",
    ),
    "en": (
        "paragraph 3 below|section I above",
        "paragraph 1 above|para. 1|1",
        "paragraphs 1 and 2|paragraphs 1, 2 and 3|paragraphs 1 to 3",
        "paragraph 3 above|paras. 1 and 2|paras. 1–3",
    ),
    "es": (
        "párrafo~3|sección~I",
        "párrafo~1|párr.~1|1",
        "párrafos~1 y 2|párrafos~1, 2 y 3|párrafos~1 a 3",
        "párrafo~3|párrs.~1 y 2|párrs.~1 a 3",
    ),
    "fr": (
        "paragraphe~3 ci-après|section~I ci-dessus",
        "paragraphe~1 ci-dessus|par.~1|1",
        "paragraphes~1 et 2|paragraphes~1, 2 et 3|paragraphes~1 à 3",
        "paragraphe~3 ci-dessus|par.~1 et 2|par.~1 à 3",
    ),
    "ru": (
        "пункт~3 ниже|раздел~I выше",
        "пункт~1 выше|пункт~1|1",
        "пункты~1 и 2|пункты~1, 2 и 3|пункты~1–3",
        "пункт~3 выше|пункты~1 и 2|пункты~1–3",
    ),
    "zh": (
        "下文第3段|上文第一节",
        "上文第1段|第1段|1",
        "第1和2段|第1、2和3段|第1至3段",
        "上文第3段|第1和2段|第1至3段",
    ),
}


@pytest.mark.parametrize("tag", TAGS)
def test_references(tiny: Any, tag: str) -> None:
    tiny.report(f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    tiny.paragraphs(REFERENCES)
    blocks = [block for block in all_blocks(tiny.build(tag)) if isinstance(block, Paragraph)]
    assert tuple(plain_text(content_of(block))[2:] for block in blocks) == tuple(map(hard, REFERRED[tag]))


@pytest.mark.parametrize(
    ("form", "wanted"),
    [("gen", "الفقرتين~1 و2"), ("in", "في الفقرتين~1 و2"), ("for", "للفقرتين~1 و2"), ("with", "بالفقرتين~1 و2")],
)
def test_two_paragraphs_are_a_dual_in_arabic(tiny: Any, form: str, wanted: str) -> None:
    tiny.report("symbol: A/99/1\nlanguage: ar\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    text = f"x {{{{ paras('opening', 'second') | form('{form}') }}}}"
    tiny.paragraphs(f'- {{id: opening, text: "{text}"}}\n- {{id: second, text: x}}')
    first = next(block for block in all_blocks(tiny.build("ar")) if isinstance(block, Paragraph))
    assert plain_text(content_of(first))[2:] == hard(wanted)
