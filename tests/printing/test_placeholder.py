from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen import language as languages
from reportgen.assemble.prose import Prose
from reportgen.errors import Position, WordingError
from reportgen.facts import (
    Count,
    Date,
    DateRange,
    Money,
    Names,
    Ordinal,
    Percent,
    Period,
    Range,
    Symbol,
    Value,
    Year,
)
from reportgen.language import Language
from reportgen.passes.names import settle_names
from reportgen.tree.inlines import Content, ListJoin, NameUse, PrintedFact, Text
from reportgen.tree.nodes import Document, Paragraph
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines
from reportgen.workspace import Workspace
from tests.tools.messages import as_expected

FACTS: dict[str, Value] = {
    "one": Count(1),
    "two": Count(2),
    "five": Count(5),
    "nine": Count(9),
    "ten": Count(10),
    "eleven": Count(11),
    "many": Count(2925),
    "small": Count(7, series="people"),
    "large": Count(15, series="people"),
    "ages": Range(13, 18),
    "place": Ordinal(3),
    "session": Ordinal(28),
    "share": Percent(Decimal("3.75")),
    "half": Percent(Decimal(50)),
    "cost": Money(Decimal(1500000), "USD"),
    "year": Year(2018),
    "month": Date(2018, 5),
    "day": Date(2018, 7, 18),
    "days": DateRange(Date(2019, 5, 20), Date(2019, 5, 24)),
    "length": Period(9, "month"),
    "week": Period(1, "week"),
    "years": Period(22, "year"),
    "symbol": Symbol("E/CN.15/2019/1"),
}


def inlines(language: Language, text: str, facts: dict[str, Value], figured: frozenset[str] = frozenset()) -> Content:
    known = {**FACTS, **facts}
    locate = lambda offset: Position("text", 1, offset + 1)  # noqa: E731
    return Prose(language, known.get, locate, figured, WordingError, frozenset(known)).content(text)


@pytest.fixture(scope="module")
def settled(document_of: Callable[..., Document]) -> Callable[[Language, Content], str]:
    def settle(language: Language, content: Content) -> str:
        (block,) = settle_names(document_of(language, Paragraph("only", content)), language).blocks
        return plain_text(block.content)

    return settle


Print = Callable[..., str]


@pytest.fixture(scope="module")
def english(settled: Callable[[Language, Content], str]) -> Print:
    language = languages.load(Workspace.at(), "en")
    return lambda text, **facts: settled(language, inlines(language, text, facts))


@pytest.fixture(scope="module")
def chinese(settled: Callable[[Language, Content], str]) -> Print:
    language = languages.load(Workspace.at(), "zh")
    return lambda text, **facts: settled(language, inlines(language, text, facts))


@pytest.fixture
def invented_print(invented_language: Language, settled: Callable[[Language, Content], str]) -> Print:
    return lambda text, **facts: settled(invented_language, inlines(invented_language, text, facts))


@pytest.fixture
def refused(invented_language: Language) -> Callable[..., str]:
    def refuse(text: str, **facts: Value) -> str:
        with pytest.raises(WordingError) as caught:
            inlines(invented_language, text, facts)
        return str(caught.value)

    return refuse


EVERY_KIND = [
    ("one", "one", "一", "uno"),
    ("two", "two", "两", "dos"),
    ("nine", "nine", "九", "9"),
    ("ten", "10", "10", "diez"),
    ("eleven", "11", "11", "11"),
    ("many", "2,925", "2,925", "2925"),
    ("ages", "13–18", "13至18", "13 a 18"),
    ("ages.low", "13", "13", "13"),
    ("ages.high", "18", "18", "18"),
    ("place", "third", "第三", "3º"),
    ("session", "twenty-eighth", "第二十八", "28º"),
    ("share", "3.75 per cent", "3.75%", "3,75 %"),
    ("half", "50 per cent", "50%", "50 %"),
    ("cost", "$1.5 million", "150万美元", "1,5 millones dólares estadounidenses"),
    ("year", "2018", "2018", "2018"),
    ("month", "May 2018", "2018年5月", "mayo 2018"),
    ("day", "18 July 2018", "2018年7月18日", "18 juli 2018"),
    ("days", "20–24 May 2019", "2019年5月20日至24日", "20-24 mayi 2019"),
    ("length", "nine months", "九个月", "9 mesum"),
    ("week", "one week", "一周", "una setma"),
    ("years", "22 years", "22年", "22 añi"),
    ("symbol", "E/CN.15/2019/1", "E/CN.15/2019/1", "E/CN.15/2019/1"),
]


@pytest.mark.parametrize(("fact", "in_english", "in_chinese", "in_invented"), EVERY_KIND)
def test_every_kind_of_fact_in_three_languages(
    english: Print, chinese: Print, invented_print: Print, fact: str, in_english: str, in_chinese: str, in_invented: str
) -> None:
    placeholder = f"x {{{{ {fact} }}}} y"
    assert english(placeholder) == f"x {in_english} y"
    assert chinese(placeholder) == f"x {in_chinese} y"
    assert invented_print(placeholder) == f"x {in_invented} y"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ five | figures }}", "5"),
        ("{{ five | words }}", "Five"),
        ("x {{ eleven | words }}", "x eleven"),
        ("x {{ nine | figures }}", "x 9"),
        ("a {{ length | words }}-month programme", "a nine-month programme"),
        ("a {{ length | figures }}-month programme", "a 9-month programme"),
        ("x {{ many | figures }}", "x 2,925"),
        ("x {{ ages.low | words }}", "x thirteen"),
        ("x {{ ages.low | figures }} to {{ ages.high }}", "x 13 to 18"),
    ],
)
def test_figures_and_words_forced(english: Print, text: str, printed: str) -> None:
    assert english(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('x {{ one | form("f") }}', "x una"),
        ('x {{ one | form("f.gen") }}', "x unarum"),
        ('x {{ one | form("gen") }}', "x uni"),
        ('x {{ two | form("f.gen") }}', "x duas"),
        ('x {{ eleven | form("f") }}', "x 11"),
        ('x {{ place | form("f") }}', "x 3º"),
        ('x {{ first | form("f") }}', "x prima"),
        ('x {{ ages | form("between") }}', "x entre 13 y 18"),
        ('x {{ day | form("the") }}', "x el 18 juli 2018"),
        ('x {{ week | form("f") }}', None),
        ('x {{ one_day | form("f") }}', "x una diaf"),
        ('x {{ days_over_years | form("from_to") }}', "x del 30.12.2019 al 4.1.2020"),
    ],
)
def test_forms(invented_print: Print, refused: Callable[..., str], text: str, printed: str | None) -> None:
    more: dict[str, Value] = {
        "first": Ordinal(1),
        "one_day": Period(1, "day"),
        "days_over_years": DateRange(Date(2019, 12, 30), Date(2020, 1, 4)),
    }
    if printed is None:
        assert refused(text) == "text:1:3: 'week' has no form 'f' in xx\n  hint: one of: default"
    else:
        assert invented_print(text, **more) == printed


AS_REFUSED = 'as() takes one text, and the value it is for\n  hint: write as("…", when="…")'
ITEMS_HINT = "only lists and ranges have items: {{ countries.MW }}, {{ ages.low }}"
PHRASES = 'one="# oficial", few="# oficiales", many="# oficialum", other="#"'


@pytest.mark.parametrize(
    ("number", "printed"),
    [(1, "x uno oficial"), (2, "x dos oficiales"), (3, "x tres oficiales"), (5, "x cinco oficialum"),
     (11, "x 11 oficialum"), (21, "x 21 oficial"), (22, "x 22 oficiales"), (40000, "x 40 000 oficialum")],
)  # fmt: skip
def test_counted_prints_number_and_noun_together(invented_print: Print, number: int, printed: str) -> None:
    assert invented_print(f"x {{{{ n | counted({PHRASES}) }}}}", n=Count(number)) == printed


def test_counted_takes_the_form_of_its_number(invented_print: Print) -> None:
    text = f'x {{{{ n | form("f") | counted({PHRASES}) }}}}'
    assert invented_print(text, n=Count(2)) == "x duas oficiales"


def test_counted_with_figures_and_words_forced(english: Print) -> None:
    options = 'counted(one="# official", other="# officials")'
    assert english(f"x {{{{ five | figures | {options} }}}}") == "x 5 officials"
    assert english(f"x {{{{ eleven | words | {options} }}}}") == "x eleven officials"
    assert english(f"x {{{{ one | {options} }}}}") == "x one official"


def test_counted_of_a_length_of_time_has_its_own_words(english: Print) -> None:
    text = 'x {{ length | counted(one="a month", other="# months in a row") }}'
    assert english(text) == "x nine months in a row"


def test_counted_in_chinese_has_one_category(chinese: Print) -> None:
    assert chinese('x{{ two | counted(other="#名官员") }}') == "x两名官员"


def test_counted_prints_a_fact(invented_language: Language) -> None:
    content = inlines(invented_language, f"{{{{ n | counted({PHRASES}) }}}}", {"n": Count(3)})
    assert content == (PrintedFact("n", "count", "3", (Text("Tres oficiales"),)),)


def test_plural_agrees_and_prints_no_fact(invented_language: Language) -> None:
    options = 'one="oficial", few="oficiales", many="oficialum", other="x"'
    for number, word in ((1, "oficial"), (4, "oficiales"), (7, "oficialum"), (21, "oficial")):
        content = inlines(invented_language, f"x {{{{ n | plural({options}) }}}}", {"n": Count(number)})
        assert content == (Text("x "), Text(word))


@pytest.mark.parametrize(
    ("fact", "word"),
    [
        (Period(1, "month"), "one"),
        (Period(9, "month"), "other"),
        (Names("place", ("NE",)), "one"),
        (Names("place", ("NE", "KE"), many=True), "other"),
        (Range(0, 1), "one"),
        (Range(1, 3), "other"),
        (Ordinal(1), "one"),
        (Percent(Decimal(1)), "one"),
        (Percent(Decimal(12)), "other"),
        (Money(Decimal(1), "USD"), "one"),
    ],
)
def test_plural_takes_what_has_a_number(english: Print, fact: Value, word: str) -> None:
    assert english('x {{ n | plural(one="one", other="other") }}', n=fact) == f"x {word}"


@pytest.mark.parametrize(
    ("names", "word"),
    [(("oficina",), "ella"), (("banco",), "el"), (("oficina", "liga"), "ellos"), (("banco", "oficina"), "ellos")],
)
def test_agree_takes_the_class_of_a_name_and_pl_for_a_list(
    invented_print: Print, names: tuple[str, ...], word: str
) -> None:
    text = 'x {{ names | agree(m="el", f="ella", pl="ellos") }}'
    assert invented_print(text, names=Names("entity", names, many=len(names) > 1)) == f"x {word}"


def test_agree_takes_one_of_a_list(invented_print: Print) -> None:
    names = Names("entity", ("oficina", "banco"), many=True)
    assert invented_print('x {{ names.banco | agree(m="el", f="ella", pl="ellos") }}', names=names) == "x el"


@pytest.mark.parametrize(
    ("fact", "value", "kind"), [("length", "9 month", "period"), ("day", "2018-07-18", "date"), ("two", "2", "count")]
)
def test_as_prints_the_words_of_the_translator_for_the_value(
    invented_language: Language, fact: str, value: str, kind: str
) -> None:
    content = inlines(invented_language, f'x {{{{ {fact} | as("semestral") }}}}', {})
    assert content == (Text("x "), PrintedFact(fact, kind, value, (Text("semestral"),)))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('x {{ length | as("semestral", when="9 month") }}', "x semestral"),
        ('x {{ length | as("semestral", when="6 month") }}', "x 9 mesum"),
        ('{{ length | as("semestral", when="9 month") }}', "Semestral"),
        ('x {{ five | form("f") | as("la mano", when="4") }}', "x cinco"),
        ('x {{ two | form("f") | as("ambas", when="3") }}', "x duas"),
    ],
)
def test_words_for_one_value_go_when_it_changes(invented_print: Print, text: str, printed: str) -> None:
    assert invented_print(text) == printed


@pytest.mark.parametrize(
    ("length", "form", "printed"),
    [
        (Period(1, "month"), "adj", "x mensual"),
        (Period(2, "month"), "adj", "x de dos mesi"),
        (Period(30, "month"), "adj", "x de 30 mesum"),
        (Period(2, "week"), "", "x duas setmae"),
        (Period(2, "day"), "", "x dos diae"),
        (Period(2, "day"), "f", "x duas diaf"),
    ],
)
def test_a_length_of_time_by_form_and_gender(invented_print: Print, length: Period, form: str, printed: str) -> None:
    text = f'x {{{{ time | form("{form}") }}}}' if form else "x {{ time }}"
    assert invented_print(text, time=length) == printed


def test_as_of_a_name(invented_language: Language) -> None:
    content = inlines(invented_language, '{{ n | as("esa liga") }}', {"n": Names("entity", ("liga",))})
    assert content == (PrintedFact("n", "entity", "liga", (Text("Esa liga"),)),)


def test_counts_of_a_series_are_all_in_figures_where_one_is(settled: Callable[[Language, Content], str]) -> None:
    english = languages.load(Workspace.at(), "en")
    text = "x {{ small }} and {{ large }}, {{ five }}"
    assert settled(english, inlines(english, text, {}, frozenset({"people"}))) == "x 7 and 15, five"
    assert settled(english, inlines(english, text, {})) == "x seven and 15, five"


def test_a_series_does_not_hold_at_the_start_of_a_sentence(settled: Callable[[Language, Content], str]) -> None:
    english = languages.load(Workspace.at(), "en")
    content = inlines(english, "x. {{ small }} and {{ small }}", {}, frozenset({"people"}))
    assert settled(english, content) == "x. Seven and 7"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ eleven }} officials", "Eleven officials"),
        ("He left. {{ eleven }} officials", "He left. Eleven officials"),
        ("He left. {{ many }} officials", "He left. Two thousand nine hundred and twenty-five officials"),
        ("He left. {{ eleven | figures }} officials", "He left. 11 officials"),
        ('{{ eleven | counted(one="# official", other="# officials") }}', "Eleven officials"),
        ('{{ eleven | counted(one="one of them", other="some # officials") }}', "Some 11 officials"),
        ('{{ one | counted(one="an official", other="# officials") }}', "An official"),
        ('{{ two | plural(one="an official", other="officials") }}', "Officials"),
        ('{{ two | as("both officials") }}', "Both officials"),
        ("{{ ages }} years", "13–18 years"),
        ("{{ month }}", "May 2018"),
        ("{{ place }} time", "Third time"),
        ('{{ days | form("in") }}', "From 20 to 24 May 2019"),
        ("{{ length }} later", "Nine months later"),
        ("x {{ ages.low }}. {{ ages.high }}", "x 13. Eighteen"),
    ],
)
def test_the_start_of_a_sentence(english: Print, text: str, printed: str) -> None:
    assert english(text) == printed


def test_chinese_has_figures_at_the_start_of_a_sentence(chinese: Print) -> None:
    assert chinese("{{ eleven }}名官员。{{ five }}名。{{ many }}名。") == "11名官员。五名。2,925名。"


def test_a_name_at_the_start_of_a_sentence_is_raised(invented_print: Print) -> None:
    names = Names("entity", ("oficina", "banco"), many=True)
    liga = Names("entity", ("liga",))
    assert invented_print("{{ liga }}. {{ names }}; {{ liga }}", liga=liga, names=names) == (
        "La liga 2000. La Oficina de Drogas y el banco mundial; la liga 2000"
    )


@pytest.mark.parametrize(
    ("name", "printed"),
    [("decada", "2x20 iniciativas"), ("obra", "“Obra grande”"), ("liga", "La liga 2000"), ("ecosoc", "El Consejo")],
)
def test_the_first_letter_that_is_raised_in_a_name(invented_print: Print, name: str, printed: str) -> None:
    assert invented_print("{{ name }}", name=Names("entity", (name,))) == printed


def countries(*ids: str, order: str = "given") -> Names:
    return Names("place", ids, many=True, order="sorted" if order == "sorted" else "given")


@pytest.mark.parametrize(
    ("ids", "printed"),
    [
        (("NZ", "AA"), "el Ñandu y Aa (Republica de)"),
        (("NZ", "AA", "NI"), "el Ñandu, Aa (Republica de) y Niebla"),
        (("NZ", "IT"), "el Ñandu e Italia"),
        (("AA", "NZ", "HO"), "Aa (Republica de), el Ñandu e Hinduria"),
        (("NZ", "HI"), "el Ñandu y Hielo"),
        (("IT", "NZ"), "Italia y el Ñandu"),
    ],
)
def test_a_list_is_joined_as_its_language_joins_it(invented_print: Print, ids: tuple[str, ...], printed: str) -> None:
    assert invented_print("x {{ countries }}", countries=countries(*ids)) == f"x {printed}"


def test_a_list_that_is_sorted(invented_print: Print, english: Print, chinese: Print) -> None:
    assert invented_print("x {{ c }}", c=countries("NZ", "IT", "AA", order="sorted")) == (
        "x Aa (Republica de), Italia y el Ñandu"
    )
    three = countries("ZM", "GM", "BO", order="sorted")
    assert english("x {{ c }}", c=three) == "x Bolivia (Plurinational State of), the Gambia and Zambia"
    assert chinese("x{{ c }}", c=three) == "x多民族玻利维亚国、冈比亚和赞比亚"


def test_a_place_alone_has_its_running_name(invented_print: Print, english: Print) -> None:
    alone = Names("place", ("AA",))
    assert invented_print("x {{ c }}", c=alone) == "x la Republica de Aa"
    assert invented_print('x {{ c | form("in") }}', c=alone) == "x en la Republica de Aa"
    assert english("x {{ c }}", c=Names("place", ("BO",))) == "x the Plurinational State of Bolivia"


def test_one_of_a_list_is_a_name_alone(invented_print: Print) -> None:
    assert invented_print("x {{ c.AA }}", c=countries("NZ", "AA")) == "x la Republica de Aa"
    partners = Names("entity", ("oficina", "liga"), many=True)
    assert invented_print("x {{ p.liga }}", p=partners) == "x la liga 2000"


def test_one_of_a_list_with_a_hyphen_in_its_id(english: Print) -> None:
    partners = Names("entity", ("un-habitat", "who"), many=True)
    printed = english("x {{ p.un_habitat | full }}", p=partners)
    assert printed == "x the United Nations Human Settlements Programme"


def test_a_form_that_every_item_takes(invented_print: Print) -> None:
    assert invented_print('x {{ c | form("pre") }}', c=countries("AA", "NZ", "IT")) == "x Aae, Ñandui e Italiae"


def test_a_form_that_is_said_once(invented_print: Print) -> None:
    assert invented_print('x {{ c | form("of") }}', c=countries("AA", "NZ", "IT")) == "x de Aa, el Ñandu e Italia"


@pytest.mark.parametrize(
    ("ids", "printed"),
    [
        (("IT", "HI"), "en Italia y Hieli"),
        (("IT", "HI", "NZ", "NI"), "en Italia, Hieli, na Ñandu y Nieblae"),
        (("IT", "NZ", "HI"), "en Italia, na Ñandu y en Hielo"),
        (("NZ", "NI"), "na Ñandu y Nieblae"),
        (("NZ", "AA"), "na Ñandu y en Aa (Republica de)"),
    ],
)
def test_a_form_that_is_said_again_where_its_preposition_changes(
    invented_print: Print, ids: tuple[str, ...], printed: str
) -> None:
    assert invented_print('x {{ c | form("in") }}', c=countries(*ids)) == f"x {printed}"


def test_joins_know_what_follows(invented_language: Language) -> None:
    content = inlines(invented_language, "{{ c }}", {"c": countries("NZ", "AA", "IT")})
    joins = [inline for inline in content if isinstance(inline, ListJoin)]
    assert joins == [ListJoin(", "), ListJoin(" y ", (("i", " e "), ("hi", " e "), ("hie", " y ")))]


@pytest.mark.parametrize(
    ("goals", "in_english", "in_chinese", "in_invented"),
    [
        (("5",), "5", "5", "5"),
        (("5", "16"), "5 and 16", "5和16", "5 & 16"),
        (("5", "11", "16"), "5, 11 and 16", "5、11和16", "5; 11 & 16"),
    ],
)
def test_goals_are_printed_as_numbers(
    english: Print, chinese: Print, invented_print: Print,
    goals: tuple[str, ...], in_english: str, in_chinese: str, in_invented: str,
) -> None:  # fmt: skip
    fact = Names("sdg", goals, many=len(goals) > 1)
    assert english("x {{ g }}", g=fact) == f"x {in_english}"
    assert chinese("x{{ g }}", g=fact) == f"x{in_chinese}"
    assert invented_print("x {{ g }}", g=fact) == f"x {in_invented}"


def test_titles_of_goals(english: Print, invented_print: Print) -> None:
    goals = Names("sdg", ("5", "16"), many=True)
    assert invented_print('x {{ g | form("title") }}', g=goals) == "x Igualdad & Paz"
    assert english('x {{ g.5 | form("title") }}', g=goals) == (
        "x Achieve gender equality and empower all women and girls"
    )


def test_what_is_printed_is_known_by_fact_kind_and_value(invented_language: Language) -> None:
    content = inlines(invented_language, "{{ ages.low }} {{ c }} {{ ages }}", {"c": countries("AA", "IT")})
    found = [
        (each.fact, each.kind, each.id if isinstance(each, NameUse) else each.value)
        for each in all_inlines(content)
        if isinstance(each, NameUse | PrintedFact)
    ]
    assert found == [
        ("ages", "count", "13"), ("c", "place", "AA"), ("c", "place", "IT"), ("ages", "range", "13–18"),
    ]  # fmt: skip


GROUPS: dict[str, Value] = {
    "judges": Names("group", ("jueces",)),
    "both": Names("group", ("jueces", "fiscales"), many=True),
    "people": Names("group", ("gente",)),
    "few": Names("group", ("pocos",)),
    "law": Names("law", ("ley",)),
}


@pytest.mark.parametrize(
    ("number", "text", "printed"),
    [
        (1, '{{ n | of("judges") }}', "Uno juez"),
        (3, 'x {{ n | of("judges") }}', "x tres jueces"),
        (30, 'x {{ n | of("judges") }}', "x 30 juecum"),
        (30, '{{ n | of("judges") }}', "Treinta juecum"),
        (3, 'x {{ n | of("judges", "gen") }}', "x de tres jueces"),
        (3, 'x {{ n | of("both") }}', "x tres jueces y fiscales"),
        (3, 'x {{ n | figures | of("both") }}', "x 3 jueces y fiscales"),
    ],
)
def test_a_number_with_the_group_that_it_counts(invented_print: Print, number: int, text: str, printed: str) -> None:
    assert invented_print(text, n=Count(number), **GROUPS) == printed


def test_a_group_behind_a_number_prints_two_facts(invented_language: Language) -> None:
    content = inlines(invented_language, 'x {{ n | of("judges") }}', {"n": Count(5), **GROUPS})
    judges = PrintedFact("judges", "group", "jueces", (Text("juecum"),))
    assert content == (Text("x "), PrintedFact("n", "count", "5", (Text("cinco "), judges)))


def test_what_follows_a_group_is_not_at_the_start_of_a_sentence(invented_print: Print) -> None:
    text = '{{ n | of("judges") }} {{ two }}. {{ n | of("judges") }}'
    assert invented_print(text, n=Count(2), **GROUPS) == "Dos jueces dos. Dos jueces"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('x {{ five | of("law") }}', ":3: of() takes a group of people; 'law' is a law"),
        ('x {{ five | of("nobody") }}', ":3: of() takes a group of people; 'nobody' is no fact"),
        ('x {{ five | of("judges", "dat") }}', ":3: 'five' has no form 'dat' in xx\n  hint: one of: default, gen"),
        ("x {{ five | of }}", ':3: of() takes the fact of a group, and a form\n  hint: write of("trainees")'),
        ('x {{ day | of("judges") }}', ":3: of() takes a count; 'day' is a date"),
        ('x {{ judges | of("judges") }}', ":3: of() takes a count; 'judges' is a group"),
        ('x {{ five | of("people") }}',
         ":3: the group 'gente' has no words behind a number in xx\n  hint: give its entry in the lexicon 'counted'"),
        ('x {{ five | of("few") }}', ":3: the group 'pocos' has not the phrases one, few, many, other in xx"),
    ],
)  # fmt: skip
def test_what_is_refused_of_groups(refused: Callable[..., str], text: str, message: str) -> None:
    assert as_expected(refused(text, **GROUPS), message) == f"text:1{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x {{ nothing }}", ":3: no fact 'nothing' here"),
        ("x {{ agges }}", ":3: no fact 'agges' here\n  hint: did you mean 'ages'?"),
        ("x {{ nine | words }}", ":3: 9 has no words in xx\n  hint: leave out 'words'"),
        ('x {{ five | form("x") }}', ":3: 'five' has no form 'x' in xx\n  hint: one of: f, gen, m"),
        ('x {{ year | form("x") }}', ":3: 'year' is a year and has no forms"),
        ('x {{ symbol | form("x") }}', ":3: 'symbol' is a symbol and has no forms"),
        ('x {{ month | form("the") }}', ":3: 'month' has no form 'the' in xx\n  hint: forms: none"),
        ("x {{ ages | words }}", ":3: 'words' takes a count or a period; 'ages' is a range"),
        ("x {{ day | figures }}", ":3: 'figures' takes a count or a period; 'day' is a date"),
        ("x {{ five | short }}", ":3: 'short' takes a name; 'five' is a count"),
        ("x {{ month | third }}", ":3: 'third' takes a name; 'month' is a date"),
        ("x {{ ages.middle }}", f":3: 'ages' has no item 'middle'\n  hint: {ITEMS_HINT}"),
        ("x {{ five.low }}", f":3: 'five' has no item 'low'\n  hint: {ITEMS_HINT}"),
        ('x {{ five | plural(one="a", other="b") }}',
         ':3: plural() takes one, few, many, other in xx\n  hint: write plural(one="…", few="…", many="…", other="…")'),
        ('x {{ five | counted("a") }}',
         ':3: counted() takes one, few, many, other in xx\n'
         '  hint: write counted(one="…", few="…", many="…", other="…")'),
        ('x {{ day | plural(one="a", other="b") }}',
         ":3: plural() takes a number; 'day' is a date\n  hint: counts, periods and lists have a number"),
        ('x {{ share | plural(one="a", other="b") }}',
         ":3: plural() takes a number; 'share' is a percent\n  hint: counts, periods and lists have a number"),
        ('x {{ five | agree(m="a", f="b") }}',
         ":3: agree() takes a name; 'five' is a count\n  hint: use plural() for numbers"),
        ("x {{ five | as }}", f":3: {AS_REFUSED}"),
        ('x {{ five | as("a", "b") }}', f":3: {AS_REFUSED}"),
        ('x {{ five | as("a", for="b") }}', f":3: {AS_REFUSED}"),
        ('x {{ five | form(x="a") }}', ':3: form() takes one text\n  hint: write form("…")'),
        ('x {{ five | figures("a") }}', ":3: 'figures' takes no words in brackets\n  hint: write | figures"),
        ('x {{ five | words("a") }}', ":3: 'words' takes no words in brackets\n  hint: write | words"),
        ("x {{ five | brief }}", ':3: \'brief\' belongs to cross-references\n  hint: such as {{ para("id") | brief }}'),
    ],
)  # fmt: skip
def test_what_is_refused(refused: Callable[..., str], text: str, message: str) -> None:
    assert as_expected(refused(text), message) == f"text:1{message}"


@pytest.mark.parametrize("fact", ["ages", "place", "day", "month", "days"])
def test_counted_drops_no_words(refused: Callable[..., str], fact: str) -> None:
    kind = FACTS[fact].kind
    assert refused(f"x {{{{ {fact} | counted({PHRASES}) }}}}") == (
        f"text:1:3: counted() takes a count or a period; '{fact}' is a {kind}\n"
        f"  hint: print {{{{ {fact} }}}}, and the word beside it with plural()"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x {{ p.none }}", ":3: 'p' has no item 'none'\n  hint: one of: banco, decada, oficina"),
        ('x {{ p | form("x") }}', ":3: 'p' has no form 'x' in xx\n  hint: one of: bare, of"),
        ('x {{ p | plural(one="a", other="b") }}',
         ':3: plural() takes one, few, many, other in xx\n  hint: write plural(one="…", few="…", many="…", other="…")'),
        ("x {{ p | figures }}", ":3: 'figures' takes a number; 'p' is a entity"),
        (f"x {{{{ p | counted({PHRASES}) }}}}", ":3: 'counted' takes a number; 'p' is a entity"),
        ('x {{ p | agree(m="a", f="b") }}',
         ":3: agree() has no words for 'pl', the class of 'p'\n  hint: add pl=\"…\""),
        ('x {{ p | agree(n="a", pl="b") }}', ":3: 'n' is no class of agreement in xx\n  hint: one of: f, m, pl"),
        ("x {{ p.decada | short }}",
         ":3: 'decada' has no short form in xx\n  hint: write it without 'short'"),
        ('x {{ p.oficina | short("x") }}', ":3: 'short' takes no words in brackets\n  hint: write | short"),
    ],
)  # fmt: skip
def test_what_is_refused_of_names(refused: Callable[..., str], text: str, message: str) -> None:
    names = Names("entity", ("oficina", "banco", "decada"), many=True)
    assert as_expected(refused(text, p=names), message) == f"text:1{message}"


def test_a_name_without_a_class_cannot_agree(refused: Callable[..., str]) -> None:
    assert refused('x {{ c | agree(m="a", f="b", pl="c") }}', c=Names("place", ("NI",))) == (
        "text:1:3: the place 'NI' has no class in xx\n  hint: give its entry in the lexicon a 'class'"
    )


def test_a_name_that_the_lexicon_has_not(refused: Callable[..., str]) -> None:
    assert refused("x {{ c }}", c=Names("place", ("QQ",))) == (
        "text:1:3: there is no place 'QQ' in locales/xx/lexicon\n"
        "  hint: countries go by their ISO 3166-1 alpha-2 code in capitals"
    )
    assert refused("x {{ c }}", c=Names("place", ("AA", "oficina"), many=True)) == (
        "text:1:3: there is no place 'oficina' in locales/xx/lexicon\n  hint: 'oficina' is of the kind 'entity'"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("la *ley", "'*' is not closed, in the name 'la *ley' of the lexicon\n"
         "  hint: write \\* for an asterisk that is meant literally"),
        ("la {{ ley }}", "a placeholder, a footnote mark or an address, in the name 'la {{ ley }}' of the lexicon"),
        ("la ley[^a]", "a placeholder, a footnote mark or an address, in the name 'la ley[^a]' of the lexicon"),
    ],
)  # fmt: skip
def test_a_name_whose_markup_is_broken(invented_language: Language, name: str, message: str) -> None:
    path = invented_language.workspace.root / "locales/xx/lexicon/laws.yaml"
    path.write_text(f"# laws\nley:\n  name: '{name}'\n", "utf-8")
    with pytest.raises(WordingError) as caught:
        inlines(languages.load(invented_language.workspace, "xx"), "x {{ l }}", {"l": Names("law", ("ley",))})
    assert as_expected(str(caught.value), message) == f"locales/xx/lexicon/laws.yaml:2:1: {message}"
