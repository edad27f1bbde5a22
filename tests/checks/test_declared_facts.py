"""Facts that are hidden, never printed, or said to be inside of a name that has them not."""

from __future__ import annotations

import pytest

from reportgen import pipeline

REPORT = "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nfacts: %s\nsections: [first]\n"
CODES = ("RG034", "RG035", "RG036", "RG039")


def found(tiny, facts: str, paragraphs: str, tags: list[str] | None = None) -> list[str]:
    tiny.report(REPORT % facts)
    tiny.paragraphs(paragraphs)
    return [str(each) for each in pipeline.check(tiny.workspace, tiny.load(), tags) if each.code in CODES]


HIDING = "- id: p\n  facts: {total: {count: 20}}\n  text: 'x {{ total }}'\n- id: q\n  text: 'x {{ total }}'\n"


@pytest.mark.parametrize("tags", [None, ["fr"]])
def test_a_fact_that_hides_one_of_the_report(tiny, tags: list[str] | None) -> None:
    assert found(tiny, "{total: {count: 30}}", HIDING, tags) == [
        "inputs/tiny/sections/first.yaml:5:28: RG034 warning p: "
        "the fact 'total', 20, hides that of the whole report, 30\n"
        "  hint: give it another name, or take it out; that of the report stands at inputs/tiny/report.yaml:4:24"
    ]


def test_a_fact_of_a_subparagraph_hides_too(tiny) -> None:
    part = "{id: s, facts: {total: {count: 20}}, text: 'x {{ total }}'}"
    text = f"- id: p\n  text: 'x:'\n  subparagraphs: [{part}]\n- id: q\n  text: 'x {{{{ total }}}}'\n"
    (finding,) = found(tiny, "{total: {count: 30}}", text)
    assert finding.startswith("inputs/tiny/sections/first.yaml:6:52: RG034 warning p: the fact 'total', 20, hides")


def test_a_fact_of_the_report_that_is_never_printed(tiny) -> None:
    text = '- id: p\n  text: \'x {{ n | plural(one="a", other="b") }}\'\n'
    assert found(tiny, "{n: {count: 30}, ready: {entity: unodc}, day: {date: 2018-05}}", text) == [
        "inputs/tiny/report.yaml:4:20: RG035 warning: the fact 'n' of the whole report, 30, is never printed\n"
        "  hint: write {{ n }} in a text, or take the fact out",
        "inputs/tiny/report.yaml:4:61: RG035 warning: the fact 'day' of the whole report, 2018-05, is never printed\n"
        "  hint: write {{ day }} in a text, or take the fact out",
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        "- id: p\n  text: 'x {{ n }}'\n",
        '- id: p\n  text: \'x {{ n | counted(one="a", other="# b") }}\'\n',
        "- id: p\n  text: x[^f]\n  notes: {f: 'x {{ n }}'}\n",
        "- id: p\n  facts: {g: {group: judges}}\n  text: 'x *{{ n | of(\"g\") }}*'\n",
        "- id: t\n  table: {caption: x, columns: [A], rows: [['{{ n }}']]}\n",
        "- id: p\n  kind: training\n  facts: {actor: {entity: unodc}, place: {place: KE}, trainees: {group: judges}, "
        "n: {count: 2}}\n",
    ][:5],
)
def test_a_fact_that_is_printed_somewhere(tiny, paragraphs: str) -> None:
    assert found(tiny, "{n: {count: 30}}", paragraphs) == []


@pytest.mark.parametrize(
    ("ordinal", "codes"), [("{ordinal: 3, inside: conference}", []), ("{ordinal: 4, inside: conference}", ["RG036"])]
)
def test_a_figure_inside_a_name(tiny, ordinal: str, codes: list[str]) -> None:
    tiny.write("locales/en/lexicon/events.yaml", "my-conference:\n  name: the Third Conference\n")
    text = (
        f"- id: p\n  facts: {{conference: {{event: my-conference}}, n: {ordinal}}}\n  text: 'x {{{{ conference }}}}'\n"
    )
    assert [each.split()[1] for each in found(tiny, "{}", text)] == codes


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("n: {count: 5, inside: e}", "'n' is a count, which is never a part of a name\n"
         "  hint: print {{ n }}, and take 'inside' out"),
        ("n: {percent: 5, inside: e}", "'n' is a percent, which is never a part of a name"),
        ("n: {money: 5, currency: USD, inside: e}", "'n' is a money, which is never a part of a name"),
        ("n: {period: 5, unit: day, inside: e}", "'n' is a period, which is never a part of a name"),
        ("n: {range: [5, 7], inside: e}", "'n' is a range, which is never a part of a name"),
        ("m: {count: 5}, n: {place: KE, inside: m}", "'m' is a count, and no name that 'n' is inside of"),
    ],
)  # fmt: skip
def test_what_is_never_inside_a_name(tiny, facts: str, message: str) -> None:
    tiny.paragraphs(f"- id: p\n  facts: {{e: {{entity: unodc}}, {facts}}}\n  text: 'x {{{{ e }}}} {{{{ m }}}}'\n")
    if "m:" not in facts:
        tiny.paragraphs(f"- id: p\n  facts: {{e: {{entity: unodc}}, {facts}}}\n  text: 'x {{{{ e }}}}'\n")
    assert f": {message}" in tiny.refusal()


def test_a_range_of_which_one_end_is_printed(tiny) -> None:
    text = "- id: p\n  facts: {ages: {range: [13, 18]}}\n  text: 'x to {{ ages.high }}'\n"
    assert found(tiny, "{}", text) == [
        "inputs/tiny/sections/first.yaml:5:27: RG039 warning p: "
        "of the range 'ages', 13–18, only 18 is printed\n"
        "  hint: write {{ ages }}, or both ends, {{ ages.low }} and {{ ages.high }}"
    ]


@pytest.mark.parametrize(
    "printed", ["{{ ages }}", "{{ ages.low }} to {{ ages.high }}", "{{ ages }}, above {{ ages.low }}", "x[^n]"]
)
def test_a_range_that_is_printed(tiny, printed: str) -> None:
    note = "  notes: {n: '{{ ages.low }} to {{ ages.high }}'}\n" if "[^n]" in printed else ""
    text = f"- id: p\n  facts: {{ages: {{range: [13, 18]}}}}\n  text: '{printed}'\n{note}"
    assert found(tiny, "{}", text) == []


def test_a_figure_that_another_is_computed_from_need_not_be_printed(tiny) -> None:
    text = "- id: p\n  facts: {all: {sum: [n, n]}, part: {percent: 50, computed: {share: n, whole: m}}}\n"
    text += "  text: 'x {{ all }} {{ part }}'\n"
    assert found(tiny, "{n: {count: 30}, m: {count: 60}}", text) == []
