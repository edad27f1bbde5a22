"""Every kind of fact that is printed by a pattern, in six languages, against cases worked by hand, and read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from reportgen.facts import (
    Age,
    Cited,
    Date,
    DateRange,
    FiscalYear,
    Money,
    Percent,
    PlainNumber,
    Rate,
    Ratio,
    Spread,
    Symbol,
    Time,
    Value,
    Year,
    spread,
)  # fmt: skip
from reportgen.language import Language
from reportgen.language.formats import FormError
from reportgen.language.pattern_rules import PatternRules
from reportgen.printing.alternatives import _forms
from reportgen.printing.numbers import NumberPrinter
from reportgen.printing.request import Refusal, Request
from reportgen.wording import Placeholder
from tests.tools.recognition import language_of

TAGS = ("ar", "en", "es", "fr", "ru", "zh")
VALUES: tuple[Value, ...] = (
    Cited("resolution", "72/162", organ="general-assembly"),
    Cited("resolution", "2793 (2025)"),
    Cited("resolution", "2793 (2025)", organ="security-council"),
    Cited("resolution", "217 A (III)", organ="general-assembly"),
    Cited("resolution", "S-10/2"),
    Cited("decision", "74/540", organ="general-assembly"),
    Cited("decision", "2018/201"),
    Cited("article", "33"),
    Cited("article", "33", para="2"),
    Cited("article", "33", para="2", point="a"),
    Cited("article", "5", to="8"),
    Cited("rule", "12"),
    Cited("rule", "12", to="14"),
    Cited("annex", "2"),
    Cited("annex", "2", para="3"),
    Cited("annex", "1", to="3"),
    Cited("paragraph", "14"),
    Cited("paragraph", "14", to="17"),
    Cited("paragraph", "14", point="b"),
    Cited("target", "10.2"),
    Cited("target", "16.a"),
    Cited("indicator", "10.2.1"),
    Symbol("A/74/146"),
    Symbol("A/74/146", 12),
    Symbol("A/74/146", 12, 15),
    DateRange(Date(2018, 7), Date(2019, 6)),
    DateRange(Date(2018, 7), Date(2018, 9)),
    spread(Year(2018), Year(2021)),
    FiscalYear(2024),
    FiscalYear(1999),
    PlainNumber(Decimal("2.5")),
    PlainNumber(Decimal("-1500.5")),
    PlainNumber(Decimal("1250")),
    spread(Percent(Decimal("10")), Percent(Decimal("15"))),
    spread(Percent(Decimal("2.5")), Percent(Decimal("3"))),
    spread(Money(Decimal("2000000"), "USD"), Money(Decimal("3500000"), "USD")),
    spread(Money(Decimal("500"), "EUR"), Money(Decimal("12500"), "EUR")),
    Rate(Decimal("6.1"), 100000),
    Rate(Decimal("12"), 1000),
    Ratio(1, 4),
    Age(18),
    Age(15, 24),
    Age(5),
    Time(10, 30),
    Time(15, 0),
    Time(12, 0),
    Time(0, 5),
    spread(Time(10, 0), Time(13, 0)),
    spread(Time(10, 0), Time(12, 0)),
)
PRINTED = {
    "ar": (
        "قرار الجمعية العامة~72/162|القرار~2793 (2025)|قرار مجلس الأمن~2793 (2025)|قرار الجمعية العامة~217 A (III)|"
        "القرار~S-10/2|مقرر الجمعية العامة~74/540|المقرر~2018/201|المادة~33|الفقرة~2 من المادة~33|"
        "الفقرة~2~(أ) من المادة~33|المواد~5 إلى 8|القاعدة~12|القواعد~12 إلى 14|المرفق الثاني|"
        "الفقرة~3 من المرفق الثاني|المرفقات من الأول إلى الثالث|الفقرة~14|الفقرات~14 إلى 17|الفقرة~14~(ب)|"
        "الغاية~10.2|الغاية~16.a|المؤشر~10.2.1|A/74/146|A/74/146، الفقرة~12|A/74/146، الفقرات~12-15|"
        "تموز/يوليه 2018 - حزيران/يونيه 2019|تموز/يوليه - أيلول/سبتمبر 2018|2018-2021|2024/2025|1999/2000|2.5|"
        "<−1~500.5|1~250|10-15~في المائة|2.5-3~في المائة|2~مليون إلى 3.5~مليون~دولار|500 إلى 12~500~يورو|"
        "6.1 لكل 100~000|12 لكل 1~000|1:4|18~عاما|15-24~عاما|5~أعوام|الساعة 10:30|الساعة 15:00|الساعة 12:00|"
        "الساعة 00:05|الساعة 10:00 إلى الساعة 13:00|الساعة 10:00 إلى الساعة 12:00"
    ),
    "en": (
        "General Assembly resolution 72/162|resolution 2793 (2025)|Security Council resolution 2793 (2025)|"
        "General Assembly resolution 217 A (III)|resolution S-10/2|General Assembly decision 74/540|"
        "decision 2018/201|article 33|article 33, paragraph 2|article 33, paragraph 2 (a)|articles 5 to 8|rule 12|"
        "rules 12 to 14|annex II|annex II, paragraph 3|annexes I to III|paragraph 14|paragraphs 14 to 17|"
        "paragraph 14 (b)|target 10.2|target 16.a|indicator 10.2.1|A/74/146|A/74/146, para. 12|"
        "A/74/146, paras. 12–15|July 2018–June 2019|July–September 2018|2018–2021|2024/25|1999/00|2.5|−1,500.5|"
        "1,250|10–15 per cent|2.5–3 per cent|$2 million–$3.5 million|€500–€12,500|6.1 per 100,000|12 per 1,000|1:4|"
        "18 years|15–24 years|5 years|10.30 a.m.|3 p.m.|noon|12.05 a.m.|10 a.m. to 1 p.m.|10 a.m. to noon"
    ),
    "es": (
        "resolución 72/162 de la Asamblea General|resolución 2793 (2025)|"
        "resolución 2793 (2025) del Consejo de Seguridad|resolución 217 A (III) de la Asamblea General|"
        "resolución S-10/2|decisión 74/540 de la Asamblea General|decisión 2018/201|artículo 33|"
        "párrafo 2 del artículo 33|párrafo 2 a) del artículo 33|artículos 5 a 8|regla 12|reglas 12 a 14|anexo II|"
        "párrafo 3 del anexo II|anexos I a III|párrafo 14|párrafos 14 a 17|párrafo 14 b)|meta 10.2|meta 16.a|"
        "indicador 10.2.1|A/74/146|A/74/146, párr.~12|A/74/146, párrs.~12 a 15|julio de 2018 a junio de 2019|"
        "julio a septiembre de 2018|2018-2021|2024/25|1999/00|2,5|−1.500,5|1.250|10% a 15%|2,5% a 3%|"
        "2 millones a 3,5 millones de dólares|500 a 12.500 euros|6,1 por 100.000|12 por 1.000|1:4|18 años|"
        "15 a 24 años|5 años|10.30 horas|15.00 horas|12.00 horas|0.05 horas|10.00 horas a 13.00 horas|"
        "10.00 horas a 12.00 horas"
    ),
    "fr": (
        "résolution~72/162 de l’Assemblée générale|résolution~2793 (2025)|"
        "résolution~2793 (2025) du Conseil de sécurité|résolution~217 A (III) de l’Assemblée générale|"
        "résolution~S-10/2|décision~74/540 de l’Assemblée générale|décision~2018/201|article~33|"
        "paragraphe~2 de l’article~33|paragraphe~2~a) de l’article~33|articles~5 à 8|règle~12|règles~12 à 14|"
        "annexe~II|paragraphe~3 de l’annexe~II|annexes~I à III|paragraphe~14|paragraphes~14 à 17|paragraphe~14~b)|"
        "cible~10.2|cible~16.a|indicateur~10.2.1|A/74/146|A/74/146, par.~12|A/74/146, par.~12 à 15|"
        "juillet 2018-juin 2019|juillet-septembre 2018|2018-2021|2024/25|1999/00|2,5|−1~500,5|1~250|10 à 15~%|"
        "2,5 à 3~%|2~millions à 3,5~millions de dollars|500 à 12~500 euros|6,1 pour 100~000|12 pour 1~000|1:4|"
        "18~ans|15 à 24~ans|5~ans|10~h~30|15~heures|midi|0~h~05|10~heures à 13~heures|10~heures à midi"
    ),
    "ru": (
        "резолюция~72/162 Генеральной Ассамблеи|резолюция~2793 (2025)|резолюция~2793 (2025) Совета Безопасности|"
        "резолюция~217 A (III) Генеральной Ассамблеи|резолюция~S-10/2|решение~74/540 Генеральной Ассамблеи|"
        "решение~2018/201|статья~33|пункт~2 статьи~33|пункт~2~a) статьи~33|статьи~5–8|правило~12|правила~12–14|"
        "приложение~II|пункт~3 приложения~II|приложения~I–III|пункт~14|пункты~14–17|пункт~14~b)|задача~10.2|"
        "задача~16.a|показатель~10.2.1|A/74/146|A/74/146, пункт~12|A/74/146, пункты~12–15|"
        "июль 2018 года – июнь 2019 года|июль – сентябрь 2018 года|2018–2021~годы|2024/25~год|1999/00~год|2,5|"
        "−1~500,5|1~250|10–15~процентов|2,5–3~процента|2~млн – 3,5~млн~долл. США|500 – 12~500~евро|6,1 на 100~000|"
        "12 на 1~000|1:4|18~лет|15–24~года|5~лет|10~ч.~30~м.|15~ч.~00~м.|12~ч.~00~м.|0~ч.~05~м.|"
        "10~ч.~00~м. – 13~ч.~00~м.|10~ч.~00~м. – 12~ч.~00~м."
    ),
    "zh": (
        "大会第72/162号决议|第2793 (2025)号决议|安全理事会第2793 (2025)号决议|大会第217 A (III)号决议|"
        "第S-10/2号决议|大会第74/540号决定|第2018/201号决定|"
        "第33条|第33条第2款|第33条第2(a)款|第5条至第8条|规则12|规则12至14|附件二|"
        "附件二第3款|附件一至三|第14款|第14款至第17款|第14(b)款|具体目标10.2|具体目标16.a|"
        "指标10.2.1|A/74/146|A/74/146，第12段|A/74/146，第12至15段|2018年7月至2019年6月|"
        "2018年7月至9月|2018至2021年|2024/25年度|1999/00年度|"
        "2.5|−1,500.5|1,250|10%至15%|2.5%至3%|200万美元至350万美元|500欧元至12,500欧元|"
        "每100,000人6.1|每1,000人12|1:4|18岁|15至24岁|5岁|"
        "上午10时30分|下午3时|中午12时|上午12时05分|上午10时至下午1时|上午10时至中午12时"
    ),
}
"""~ is a no-break space, < the mark before a minus sign from right to left."""


def printed(language: Language, value: Value, form: str = "") -> str:
    return NumberPrinter(language).text(Placeholder("fact", "", (), 0), value, Request(form=form), False)


@pytest.mark.parametrize("tag", TAGS)
def test_every_kind_in_six_languages(tag: str) -> None:
    wanted = PRINTED[tag].replace("~", "\u00a0").replace("<", "\u200e").split("|")
    assert [printed(language_of(tag), value) for value in VALUES] == wanted


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_printed_is_read_back_in_every_form(tag: str) -> None:
    language, before, behind = language_of(tag), "在" if tag == "zh" else "x ", "，" if tag == "zh" else " x."
    tried = 0
    for value in VALUES:
        for form in ("", *_forms(language, value)):
            words = printed(language, value, form)
            text = before + words + behind
            found = [each.value for each in language.recognizer.readings(text) if text[each.start : each.end] == words]
            read = [*found, *(each.value for each in language.recognizer.readings(text) if "\u200e" in words)]
            assert value in read, (words, form)
            tried += 1
    assert tried >= len(VALUES)


@pytest.mark.parametrize(
    ("tag", "value", "form", "words"),
    [
        ("en", Age(15, 24), "aged", "aged 15–24"),
        ("en", Age(5), "of_age", "5 years of age"),
        ("en", Ratio(1, 4), "in", "1 in 4"),
        ("en", Time(10, 30), "at", "at 10.30 a.m."),
        ("en", spread(Percent(Decimal(10)), Percent(Decimal(15))), "between", "between 10 and 15 per cent"),
        ("fr", Cited("article", "33", para="2"), "of", "du paragraphe~2 de l’article~33"),
        (
            "fr",
            Cited("resolution", "72/162", organ="general-assembly"),
            "in",
            "dans la résolution~72/162 de l’Assemblée générale",
        ),
        ("fr", Age(15, 24), "aged_f", "âgée de 15 à 24~ans"),
        ("fr", DateRange(Date(2018, 8), Date(2019, 6)), "in", "d’août 2018 à juin 2019"),
        ("es", Cited("article", "33", para="2"), "of", "del párrafo 2 del artículo 33"),
        ("es", Time(15), "at", "a las 15.00 horas"),
        ("ru", Cited("article", "33", para="2"), "pre", "пункте~2 статьи~33"),
        (
            "ru",
            Cited("resolution", "72/162", organ="general-assembly"),
            "ins",
            "резолюцией~72/162 Генеральной Ассамблеи",
        ),
        ("ru", Age(15, 24), "aged", "в возрасте 15–24~лет"),
        ("ru", spread(Year(2018), Year(2021)), "in", "в 2018–2021~годах"),
        ("ru", spread(Percent(Decimal(1)), Percent(Decimal(2))), "from_to", "от 1 до 2~процентов"),
        ("zh", Rate(Decimal("6.1"), 1000), "births", "每1,000例活产6.1"),
        ("ar", Cited("article", "33"), "with", "بالمادة~33"),
        ("ar", Cited("article", "33", para="2", point="a"), "in", "في الفقرة~2~(أ) من المادة~33"),
    ],
)
def test_forms(tag: str, value: Value, form: str, words: str) -> None:
    assert printed(language_of(tag), value, form) == words.replace("~", "\u00a0")


def test_a_form_that_is_not_there() -> None:
    with pytest.raises(FormError) as caught:
        printed(language_of("en"), Age(15), "old")
    assert set(caught.value.forms) == {"default", "aged", "of_age"}
    with pytest.raises(FormError):
        printed(language_of("en"), Cited("article", "33", para="2"), "gen")


def test_an_organ_that_the_language_does_not_know() -> None:
    with pytest.raises(Refusal) as caught:
        printed(language_of("en"), Cited("resolution", "1/1", organ="security-counsil"))
    assert (caught.value.message, caught.value.hint) == (
        "en has no words for resolutions of 'security-counsil'", "did you mean 'security-council'?",
    )  # fmt: skip


@pytest.mark.parametrize("value", [Cited("target", "10.2"), spread(Time(10), Time(13))])
def test_what_is_typed_is_told_as_one(value: Value) -> None:
    language = language_of("en")
    words = printed(language, value)
    spans = [(each.start, each.end) for each in language.recognizer.numbers(f"x {words} y") if each.kind == "patterned"]
    assert (2, 2 + len(words)) in spans
    assert isinstance(value, Cited | Spread)


@pytest.mark.parametrize("name", ["inner", "years", "fiscal_year", "age", "time", "rate"])
def test_a_pattern_that_prints_nothing_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        PatternRules.model_validate({name: ""})
