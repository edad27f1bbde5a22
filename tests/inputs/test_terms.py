"""Files that are YAML but not of a report's shape: what was found, what was expected, where."""

from __future__ import annotations

import pytest

from reportgen.errors import ErrorList, InputError, ReportgenError
from tests.tools.messages import as_expected

FIRST = "inputs/tiny/sections/first.yaml"
WHOLE = "\n  hint: write a whole number without quotes or separators"
DATE = "\n  hint: write 2018-07-18, or 2018-07 for a month; a year alone is {year: 2018}"
KINDS = "\n  hint: kinds of fact: count, range, ordinal, percent, money, year, date, period, symbol, place …"

NO_MAPPING = "10: a fact is a mapping of its kind to its value\n  hint: such as {count: 313}"


def fact(text: str) -> str:
    """A paragraph with one fact: its value begins in line 6, column 10."""
    return f'- id: a\n  facts:\n    n: {text}\n  text: "There are {{{{ n }}}}."\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "{cuont: 3}", "10: there is no kind of fact 'cuont'\n  hint: did you mean 'count'?", id="misspelt"
        ),
        pytest.param("{colour: red}", f"10: there is no kind of fact 'colour'{KINDS}", id="unknown"),
        pytest.param("{of: things}", f"10: there is no kind of fact 'of'{KINDS}", id="no kind"),
        pytest.param(
            "{kind: place, ids: [ID], many: false}", f"10: there is no kind of fact 'kind'{KINDS}", id="inner fields"
        ),
        pytest.param(
            "{count: 3, year: 2018}",
            "10: a fact has one value, not both 'count' and 'year'\n  hint: write two facts",
            id="two kinds",
        ),
        pytest.param(
            "{place: ID, entity: unodc}",
            "10: a fact has one value, not both 'place' and 'entity'\n  hint: write two facts",
            id="two names",
        ),
        pytest.param("{}", NO_MAPPING, id="empty"),
        pytest.param("313", NO_MAPPING, id="a number alone"),
        pytest.param("[3]", NO_MAPPING, id="a list"),
        pytest.param(
            "{count: 9, off: people}", "21: there is no field 'off' here\n  hint: did you mean 'of'?", id="a field"
        ),
        pytest.param(
            "{year: 2018, qualifier: about}",
            "23: there is no field 'qualifier' here\n  hint: one of: inside, of, to, year",
            id="a field of another kind",
        ),
        pytest.param(
            "{place: ID, off: x}",
            "22: there is no field 'off' here\n  hint: did you mean 'of'?",
            id="a field of a name",
        ),
    ],
)
def test_facts_of_no_kind(tiny, text: str, message: str) -> None:
    tiny.paragraphs(fact(text))
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:6:{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{count: many}", f"18: expected a whole number for 'count', found the text 'many'{WHOLE}"),
        ("{count: '313'}", f"18: expected a whole number for 'count', found the text '313'{WHOLE}"),
        ("{count: '1,250'}", f"18: expected a whole number for 'count', found the text '1,250'{WHOLE}"),
        ("{count: 1_250}", f"18: expected a whole number for 'count', found the text '1_250'{WHOLE}"),
        ("{count: 3.5}", "18: expected a whole number for 'count', found the number 3.5"),
        ("{count: true}", "18: expected a whole number for 'count', found true"),
        ("{count: }", "18: expected a whole number for 'count', found nothing"),
        ("{count: [3, 4]}", "18: expected a whole number for 'count', found a list"),
        ("{count: {n: 4}}", "18: expected a whole number for 'count', found a mapping"),
        ("{count: -3}", "18: 'count' is -3, less than 0"),
        ("{ordinal: 0}", "20: 'ordinal' is 0, less than 1"),
        ("{year: 18}", "17: 'year' is 18, less than 1000"),
        ("{year: 20188}", "17: 'year' is 20188, more than 2999"),
        ("{percent: lots}", "20: expected a number for 'percent', found the text 'lots'"),
        ("{percent: .nan}", "20: expected a number for 'percent', found the text '.nan'"),
        ("{percent: NaN}", "20: 'percent': input should be a finite number"),
        (
            "{money: 5, currency: dollars}",
            "31: 'dollars' is not a valid currency\n  hint: three capitals, such as USD",
        ),
        ("{money: 5}", "10: the field 'currency' is missing\n  hint: add 'currency:'"),
        ("{period: 9}", "10: the field 'unit' is missing\n  hint: add 'unit:'"),
        (
            "{period: 9, unit: fortnight}",
            "28: 'fortnight' is not a valid unit\n  hint: one of: day, week, month or year",
        ),
        (
            "{count: 9, qualifier: roughly}",
            "32: 'roughly' is not a valid qualifier\n"
            "  hint: one of: exact, more_than, at_least, up_to, about or nearly",
        ),
        ("{symbol: foo}", "19: 'foo' is not a valid symbol\n  hint: such as E/CN.15/2019/9"),
        (
            "{count: 9, inside: The-One}",
            "29: 'The-One' is not a valid inside\n  hint: lower-case words joined by underscores",
        ),
    ],
)
def test_values_of_another_type(tiny, text: str, message: str) -> None:
    tiny.paragraphs(fact(text))
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:6:{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{date: yesterday}", f"17: 'yesterday' is no date{DATE}"),
        ("{date: 2018-02-30}", f"17: '2018-02-30' is no date{DATE}"),
        ("{date: 2018-13}", f"17: '2018-13' is no date{DATE}"),
        ("{date: 2018-00}", f"17: '2018-00' is no date{DATE}"),
        ("{date: 2018-05-00}", f"17: '2018-05-00' is no date{DATE}"),
        ("{date: 2018}", f"17: '2018' is no date{DATE}"),
        ("{date: 2019-05-24, to: soon}", f"33: 'soon' is no date{DATE}"),
        ("{date: 2019-05-24, to: 2019-05-20}", "10: the date after 'to' comes after the first one"),
        ("{date: 2019-05-24, to: 2019-05-24}", "10: the date after 'to' comes after the first one"),
        (
            "{date: 2019-05, to: 2019-06-20}",
            "10: the first and the last date are two days, or two months",
        ),
        ("{range: [18, 13]}", "10: the first number of a range is lower than the second"),
        ("{range: [18]}", "18: a range is two whole numbers"),
        ("{range: [1, 2, 3]}", "18: a range is two whole numbers"),
        ("{range: 13-18}", "18: a range is two whole numbers"),
        ("{range: [13, old]}", f"23: expected a whole number in 'range', found the text 'old'{WHOLE}"),
    ],
)
def test_dates_and_ranges(tiny, text: str, message: str) -> None:
    tiny.paragraphs(fact(text))
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:6:{message}"


@pytest.mark.parametrize("text", ["{date: 2016-02-29}", "{date: 2000-02-29}", "{date: 2018-12-31}", "{range: [0, 1]}"])
def test_real_dates_and_ranges_are_taken(tiny, text: str) -> None:
    tiny.paragraphs(fact(text))
    assert tiny.load().sections[0].paragraphs[0].facts.keys() == {"n"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{place: [ID, KE]}", "10: 'place' takes ids of the lexicon"),
        ("{places: ID}", "10: 'places' takes a list of ids"),
        ("{places: []}", "10: 'places' takes a list of ids"),
        ("{places: [ID, ID]}", "10: an id stands twice in 'places'"),
        ("{places: [1, 2]}", "10: 'places' takes ids of the lexicon"),
        ("{place: }", "10: 'place' takes ids of the lexicon"),
        ("{places: [ID, KE], order: random}", "36: 'random' is not a valid order\n  hint: one of: given or sorted"),
    ],
)
def test_lists_and_single_names(tiny, text: str, message: str) -> None:
    tiny.paragraphs(fact(text))
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:6:{message}"


def test_norway_is_no_boolean(tiny) -> None:
    tiny.paragraphs(fact("{place: NO}"))
    assert tiny.load().sections[0].paragraphs[0].facts["n"].value.ids == ("NO",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("- text: b\n", "4:5: the field 'id' is missing\n  hint: add 'id:'", id="no id"),
        pytest.param(
            "- id: a\n",
            "4:5: a paragraph has either 'text' or 'kind'\n"
            "  hint: a block that is no paragraph has one of: plain, quotation, list, box, table, figure",
            id="no text",
        ),
        pytest.param(
            "- id: a\n  kind: training\n  text: b\n", "4:5: a paragraph has either 'text' or 'kind'", id="text and kind"
        ),
        pytest.param(
            "- id: a\n  text: 3\n",
            "5:11: expected a text for 'text', found the number 3\n  hint: put quotes round it: \"3\"",
            id="a number for text",
        ),
        pytest.param(
            "- id: a\n  text: true\n",
            "5:11: expected a text for 'text', found true\n  hint: put quotes round it: \"true\"",
            id="a boolean for text",
        ),
        pytest.param("- id: a\n  text: [b]\n", "5:11: expected a text for 'text', found a list", id="a list for text"),
        pytest.param("- id: a\n  text: ' '\n", "5:11: 'text' is empty", id="empty text"),
        pytest.param(
            "- only words\n",
            "4:5: expected a mapping of keys to values in 'paragraphs', found the text 'only words'",
            id="a text for a paragraph",
        ),
        pytest.param(
            "- id: a\n  facts: [n]\n  text: b\n",
            "5:12: expected a mapping of keys to values for 'facts', found a list",
            id="a list of facts",
        ),
        pytest.param(
            "- id: a\n  text: b\n  notes: [n]\n",
            "6:12: expected a mapping of keys to values for 'notes', found a list",
            id="a list of notes",
        ),
        pytest.param(
            "- id: a\n  text: b\n  subparagraphs: {b: c}\n",
            "6:20: expected a list for 'subparagraphs', found a mapping",
            id="a mapping of subparagraphs",
        ),
        pytest.param(
            "- id: a\n  text: b\n  subparagraphs:\n    - id: c\n      texte: d\n      text: e\n",
            "8:9: there is no field 'texte' here\n  hint: did you mean 'text'?",
            id="an unknown field of a subparagraph",
        ),
        pytest.param(
            "- id: Big_One\n  text: b\n",
            "4:9: 'Big_One' is not a valid id\n  hint: lower-case words joined by hyphens",
            id="capitals in an id",
        ),
        pytest.param(
            "- id: 3\n  text: b\n",
            "4:9: expected a text for 'id', found the number 3\n  hint: put quotes round it: \"3\"",
            id="a number for an id",
        ),
        pytest.param(
            "- id: '3'\n  text: b\n",
            "4:9: '3' is not a valid id\n  hint: lower-case words joined by hyphens",
            id="a number in quotes for an id",
        ),
        pytest.param(f"- id: {'a' * 41}\n  text: b\n", "4:9: 'id' has 41 characters, more than 40", id="a long id"),
        pytest.param(
            "- id: a\n  text: b[^X]\n  notes:\n    X: c\n",
            "7:7: 'X' is not a valid id of a note\n  hint: lower-case words joined by hyphens",
            id="a capital in the id of a note",
        ),
        pytest.param(
            "- id: a\n  facts:\n    Big-one: {count: 3}\n  text: b\n",
            "6:7: 'Big-one' is not a valid name of a fact\n  hint: lower-case words joined by underscores",
            id="the name of a fact",
        ),
    ],
)
def test_paragraphs(tiny, text: str, message: str) -> None:
    tiny.paragraphs(text)
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "id: first\n",
            "1:5: the field 'heading' is missing\n  hint: add 'heading:'; only text that opens a report has none",
        ),
        (
            "id: first\nheading: x\nparagrafs: []\n",
            "3:1: there is no field 'paragrafs' here\n  hint: did you mean 'paragraphs'?",
        ),
        ("id: first\nheading: x\nparagraphs: {a: b}\n", "3:13: expected a list for 'paragraphs', found a mapping"),
        (
            "id: first\nheading: x\n<<: {id: second}\n",
            "3:1: there is no field '<<' here\n  hint: one of: heading, id, numbered, paragraphs, sections",
        ),
    ],
)
def test_sections(tiny, text: str, message: str) -> None:
    tiny.section(text)
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:{message}"


REPORT = {
    "symbol": "A/99/1",
    "title": "A small report",
    "masthead": "{organ: ecosoc}",
    "facts": "{unodc: {entity: unodc}}",
    "sections": "[first]",
}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"symbol": "report 1"}, "1:9: 'report 1' is not a valid symbol\n  hint: such as E/CN.15/2019/9"),
        (
            {"symbol": None},
            "1:8: the field 'symbol' is missing\n"
            "  hint: add 'symbol:', or 'printed: false' to the masthead of a document that has none",
        ),
        ({"title": None}, "1:1: the field 'title' is missing\n  hint: add 'title:'"),
        ({"sections": None}, "1:1: the field 'sections' is missing\n  hint: add 'sections:'"),
        ({"sections": "[]"}, "5:11: 'sections' is empty"),
        ({"sections": "first"}, "5:11: expected a list for 'sections', found the text 'first'"),
        (
            {"sections": "[1]"},
            "5:12: expected a mapping of keys to values in 'sections', found the number 1",
        ),
        ({"langauge": "en"}, "6:1: there is no field 'langauge' here\n  hint: did you mean 'language'?"),
        ({"language": "English"}, "6:11: 'English' is not a valid language\n  hint: such as en, zh or pt-BR"),
        (
            {"facts": "{unodc: {entitty: unodc}}"},
            "4:16: there is no kind of fact 'entitty'\n  hint: did you mean 'entity'?",
        ),
        ({"masthead": ""}, "3:10: expected a mapping of keys to values for 'masthead', found nothing"),
        (
            {"masthead": "{organ: ecosoc, sesion: 28}"},
            "3:27: there is no field 'sesion' here\n  hint: did you mean 'session'?",
        ),
        (
            {"masthead": "{organ: ecosoc, session: '28'}"},
            f"3:36: expected a whole number for 'session', found the text '28'{WHOLE}",
        ),
        (
            {"masthead": "{organ: ecosoc, date: 2019-01-01}"},
            "3:33: expected a mapping of keys to values for 'date', found the text '2019-01-01'\n"
            "  hint: write {date: 2019-01-01}",
        ),
        ({"masthead": "{organ: ecosoc, date: {date: x}}"}, f"3:40: 'x' is no date{DATE}"),
        (
            {"masthead": "{organ: ecosoc, duty_station: paris}"},
            "3:41: 'paris' is not a valid duty_station\n  hint: one of: new-york, geneva, vienna or nairobi",
        ),
        (
            {"masthead": "{organ: ecosoc, meeting: {place: vienna}}"},
            "3:36: the field 'dates' is missing\n  hint: add 'dates:'",
        ),
        (
            {"masthead": "{organ: ecosoc, agenda: {item: 1, titel: x}}"},
            "3:45: there is no field 'titel' here\n  hint: did you mean 'title'?",
        ),
        ({"masthead": "{organ: ecosoc, agenda: {item: 0}}"}, "3:42: 'item' is 0, less than 1"),
        (
            {"masthead": "{organ: ecosoc, agenda: {item: 1, part: AB}}"},
            "3:51: 'AB' is not a valid part\n  hint: one small letter",
        ),
        (
            {"masthead": "{organ: ecosoc, agenda: {item: 1, provisional: perhaps}}"},
            "3:58: expected true or false for 'provisional', found the text 'perhaps'",
        ),
        (
            {"masthead": "{organ: ecosoc, job_numbers: {zh: abc}}"},
            "3:45: 'abc' is not a valid job number\n  hint: such as V.19-01520 or 19-04865",
        ),
        (
            {"masthead": "{organ: ecosoc, job_numbers: {zh: 12}}"},
            "3:45: expected a text for 'zh', found the number 12\n  hint: put quotes round it: \"12\"",
        ),
    ],
)
def test_the_report_and_its_masthead(tiny, changes: dict[str, str | None], message: str) -> None:
    lines = {**REPORT, **changes}
    tiny.report("".join(f"{key}: {value}\n" for key, value in lines.items() if value is not None))
    assert as_expected(tiny.refusal(), message) == f"inputs/tiny/report.yaml:{message}"


def test_all_that_is_wrong_is_said_in_the_order_of_the_file(tiny) -> None:
    tiny.paragraphs("- id: A\n  text: 3\n- txt: x\n  id: b\n  text: c\n")
    with pytest.raises(ErrorList) as caught:
        tiny.load()
    assert [str(error.position) for error in caught.value.errors] == [
        f"{FIRST}:4:9",
        f"{FIRST}:5:11",
        f"{FIRST}:6:5",
    ]
    assert caught.value.exit_code == 3
    assert str(caught.value).count("\n") == 5


@pytest.mark.parametrize("text", ["{cuont: 3}", "{count: many}", "{date: soon}"])
def test_errors_of_shape_are_input_errors(tiny, text: str) -> None:
    tiny.paragraphs(fact(text))
    with pytest.raises(ReportgenError) as caught:
        tiny.load()
    assert type(caught.value) is InputError
    assert caught.value.exit_code == 3
