"""Reports of the right shape that say something impossible: ids, facts, wording, footnotes."""

from __future__ import annotations

import pytest

from reportgen.errors import ErrorList, InputError, ReferenceError, ReportgenError, WordingError
from tests.tools.messages import as_expected

FIRST = "inputs/tiny/sections/first.yaml"
PLACEHOLDER = "\n  hint: a placeholder is {{ fact }}, {{ fact.ITEM }} or {{ fact | filter }}"
CLOSE = "\n  hint: close the placeholder with }}"
CALLS = "\n  hint: only cross-references and typed() are called: para, paras, section, table, figure, box, annex"
ITEM = "\n  hint: after the dot stands the id of one item of a list: {{ countries.MW }}"

DUPLICATES = {
    "two paragraphs": (
        "- id: a\n  text: b\n- id: a\n  text: c\n",
        f"6:9: the id 'a' stands twice\n  hint: first at {FIRST}:4:9",
    ),
    "a paragraph and its section": (
        "- id: first\n  text: b\n",
        f"4:9: the id 'first' stands twice\n  hint: first at {FIRST}:1:5",
    ),
    "a paragraph and its subparagraph": (
        "- id: a\n  text: b\n  subparagraphs:\n    - id: a\n      text: c\n",
        f"7:13: the id 'a' stands twice\n  hint: first at {FIRST}:4:9",
    ),
    "two notes": (
        "- id: a\n  text: b[^n]\n  notes:\n    n: x\n- id: b\n  text: b[^n]\n  notes:\n    n: y\n",
        f"11:10: the id 'n' stands twice\n  hint: first at {FIRST}:7:10",
    ),
    "a paragraph and its note": (
        "- id: a\n  text: b[^a]\n  notes:\n    a: x\n",
        f"7:10: the id 'a' stands twice\n  hint: first at {FIRST}:4:9",
    ),
    "the title": (
        "- id: title\n  text: b\n",
        "4:9: the id 'title' stands twice\n  hint: reportgen uses this id itself",
    ),
    "the note of the agenda": (
        "- id: a\n  text: b[^agenda-note]\n  notes:\n    agenda-note: x\n",
        "7:20: the id 'agenda-note' stands twice\n  hint: reportgen uses this id itself",
    ),
}


@pytest.mark.parametrize(("text", "message"), DUPLICATES.values(), ids=DUPLICATES)
def test_an_id_stands_twice(tiny, text: str, message: str) -> None:
    tiny.paragraphs(text)
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:{message}"


def two_sections(tiny, second: str) -> None:
    tiny.report("symbol: A/99/1\ntitle: Two\nmasthead: {organ: ecosoc}\nsections: [first, second]\n")
    tiny.section(second, "second")


def test_an_id_stands_in_two_sections(tiny) -> None:
    two_sections(tiny, "id: second\nheading: x\nparagraphs:\n  - id: opening\n    text: b\n")
    assert tiny.refusal() == (
        f"inputs/tiny/sections/second.yaml:4:9: the id 'opening' stands twice\n  hint: first at {FIRST}:4:9"
    )


def test_two_sections_have_one_id(tiny) -> None:
    two_sections(tiny, "id: first\nheading: x\n")
    assert tiny.refusal() == (
        f"inputs/tiny/sections/second.yaml:1:5: the id 'first' stands twice\n  hint: first at {FIRST}:1:5"
    )


UNKNOWN = {
    "in a folded text": (
        "- id: a\n  facts:\n    trained: {count: 3}\n  text: >\n"
        "    In all, {{ trained }} and\n    then {{ traind }}.\n",
        "9:15: no fact 'traind' in paragraph a\n  hint: did you mean 'trained'?",
    ),
    "in a text in quotes": (
        '- id: a\n  facts:\n    trained: {count: 3}\n  text: "The \\"{{ trained }}\\" {{ traind }}."\n',
        "7:37: no fact 'traind' in paragraph a\n  hint: did you mean 'trained'?",
    ),
    "in a subparagraph": (
        "- id: a\n  facts:\n    trained: {count: 3}\n  text: 'They {{ trained }}:'\n"
        "  subparagraphs:\n    - id: b\n      text: Of {{ traind }};\n",
        "10:21: no fact 'traind' in paragraph a\n  hint: did you mean 'trained'?",
    ),
    "in a note": (
        "- id: a\n  facts:\n    trained: {count: 3}\n  text: 'They {{ trained }}.[^n]'\n"
        "  notes:\n    n: Of {{ traind }}.\n",
        "9:16: no fact 'traind' in paragraph a\n  hint: did you mean 'trained'?",
    ),
    "of another paragraph": (
        "- id: a\n  facts:\n    n: {count: 3}\n  text: The {{ n }}.\n- id: b\n  text: The {{ n }}.\n",
        "9:18: no fact 'n' in paragraph b\n  hint: one of: unodc",
    ),
    "behind a filter of the same letters": (
        "- id: a\n  text: The {{ form | form('bare') }}.\n",
        "5:18: no fact 'form' in paragraph a\n  hint: one of: unodc",
    ),
    "around which another stands": (
        "- id: a\n  facts:\n    of_all: {entity: unodc, inside: all}\n  text: b\n",
        "6:39: no fact 'all' in paragraph a\n  hint: one of: unodc",
    ),
    "inside itself": (
        "- id: a\n  facts:\n    all: {entity: unodc, inside: all}\n  text: b\n",
        "6:36: no fact 'all' in paragraph a\n  hint: one of: unodc",
    ),
}


@pytest.mark.parametrize(("text", "message"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_fact_is_unknown(tiny, text: str, message: str) -> None:
    tiny.paragraphs(text)
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:{message}"


def test_a_fact_of_a_heading_is_unknown(tiny) -> None:
    tiny.section("id: first\nheading: Of {{ unodk }}\n")
    assert tiny.refusal() == f"{FIRST}:2:16: no fact 'unodk' in the report\n  hint: did you mean 'unodc'?"


def test_a_fact_of_the_title_is_unknown(tiny) -> None:
    tiny.report("symbol: A/99/1\ntitle: Of {{ unodc }}\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    assert tiny.refusal() == (
        "inputs/tiny/report.yaml:2:14: no fact 'unodc' in the report\n"
        "  hint: write it under 'facts:' of the report or of the block"
    )


UNPRINTED = {
    "nowhere": ("- id: a\n  facts:\n    n: {count: 3}\n  text: b\n", "6:18: the fact 'n'"),
    "only the word that agrees": (
        "- id: a\n  facts:\n    n: {count: 3}\n  text: The {{ n | plural(one='case', other='cases') }}.\n",
        "6:18: the fact 'n'",
    ),
    "of a subparagraph": (
        "- id: a\n  text: b\n  subparagraphs:\n    - id: c\n      facts: {n: {year: 2018}}\n      text: d\n",
        "8:27: the fact 'n'",
    ),
}


@pytest.mark.parametrize(("text", "message"), UNPRINTED.values(), ids=UNPRINTED)
def test_a_fact_is_not_printed(tiny, text: str, message: str) -> None:
    tiny.paragraphs(text)
    hint = "  hint: write {{ n }} in its text, or take the fact out"
    assert tiny.refusal() == f"{FIRST}:{message} of paragraph a is not printed\n{hint}"


PRINTED = {
    "in a subparagraph": "- id: a\n  facts: {n: {count: 3}}\n  text: b\n"
    "  subparagraphs: [{id: c, text: 'The {{ n }}'}]\n",
    "in a note": "- id: a\n  facts: {n: {count: 3}}\n  text: b[^c]\n  notes: {c: 'The {{ n }}'}\n",
    "in italics": "- id: a\n  facts: {n: {count: 3}}\n  text: The *few {{ n }}*.\n",
    "by counted": "- id: a\n  facts: {n: {count: 3}}\n  text: The {{ n | counted(one='case', other='# cases') }}.\n",
    "one end of a range": "- id: a\n  facts: {n: {range: [3, 4]}}\n  text: The {{ n.low }}.\n",
    "only inside another": "- id: a\n  facts: {n: {place: LB, inside: unodc}}\n  text: The {{ unodc }}.\n",
}


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED)
def test_a_fact_is_printed(tiny, text: str) -> None:
    tiny.paragraphs(text)
    assert [paragraph.id for paragraph in tiny.load().all_items()] == ["a"]


def test_the_name_of_a_fact_stands_twice(tiny) -> None:
    tiny.paragraphs(
        "- id: a\n  facts:\n    n: {count: 3}\n  text: The {{ n }}.\n"
        "  subparagraphs:\n    - id: b\n      facts:\n        n: {count: 4}\n      text: And {{ n }}.\n"
    )
    message = f"{FIRST}:11:22: the fact 'n' stands twice in paragraph a\n  hint: first at {FIRST}:6:18"
    assert as_expected(tiny.refusal(), message) == message


FORBIDDEN = {
    "{{ n": f"15: '{{{{' is not closed{CLOSE}",
    "{{ n of it and {{ n }}": f"15: '{{{{' is not closed{CLOSE}",
    "{{ n } of it": f"15: '{{{{' is not closed{CLOSE}",
    "n }}": "17: '}}' without '{{' before it\n  hint: write \\}\\} if the braces are meant literally",
    "{{ n.__class__ }}": f"20: '.__class__' is not an item of a fact{ITEM}",
    "{{ n._x }}": f"20: '._x' is not an item of a fact{ITEM}",
    "{% for x in n %}": "15: statements ({% … %}) are not part of wording\n"
    "  hint: use plural, counted or agree for words that change",
    "{# why #}": "15: comments ({# … #}) are not part of wording\n"
    "  hint: put a remark for translators into 'of' of a fact",
    "%}": "15: '%}' is not part of wording",
    "#}": "15: '#}' is not part of wording",
    "{{- n }}": "15: '{{-' is not part of wording\n  hint: write {{ without the sign",
    "{{+ n }}": "15: '{{+' is not part of wording\n  hint: write {{ without the sign",
    "{{ n -}}": f"20: '-' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n() }}": f"15: 'n(…)' is not part of wording{CALLS}",
    "{{ range(3) }}": f"15: 'range(…)' is not part of wording{CALLS}",
    "{{ n.items() }}": f"25: '(' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n + 1 }}": f"20: '+' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n == 1 }}": f"20: '=' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ not n }}": "18: 'not' is no name of a fact\n  hint: give the fact another name",
    "{{ n if n }}": f"20: 'if' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n, n }}": f"19: ',' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n[0] }}": f"19: '[' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n.a.b }}": f"21: '.' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ 3 }}": f"18: '3' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ 'x' }}": f"18: ''x'' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ }}": "15: an empty placeholder\n  hint: write the name of a fact between {{ and }}",
    "{{}}": "15: an empty placeholder\n  hint: write the name of a fact between {{ and }}",
    "{{ n | figurs }}": "22: there is no filter 'figurs'\n  hint: did you mean 'figures'?",
    "{{ n | }}": f"22: '}}}}' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n | as(3) }}": f"25: '3' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n | as('{{ n }}') }}": "25: a placeholder inside the words of a filter\n"
    "  hint: end the words before the placeholder",
    "{{ n | as('it }}": "25: a quotation mark is not closed\n  hint: close the words with '",
    "{{ n | plural(one='a', one='b') }}": "38: 'one=' stands twice",
    "{{ n | counted(one='a', 'b') }}": f"39: ''b'' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ n | plural(one='a' other='b') }}": f"37: 'other' cannot stand here in a placeholder{PLACEHOLDER}",
    "{{ para() }}": '15: para() takes ids and, for a range, to=\n  hint: write {{ para("id") }}',
    '{{ para("a", of="b") }}': '15: para() takes ids and, for a range, to=\n  hint: write {{ para("id") }}',
    "[^]": "15: a footnote mark without an id\n  hint: write [^id]",
    "*open": "15: '*' is not closed\n  hint: write \\* for an asterisk that is meant literally",
    "**open*": "21: '*' is not closed\n  hint: write \\* for an asterisk that is meant literally",
}


@pytest.mark.parametrize("wording", FORBIDDEN)
def test_wording_that_is_not_of_the_language(tiny, wording: str) -> None:
    """The wording begins in line 8, column 15."""
    tiny.paragraphs(f"- id: a\n  facts:\n    n: {{count: 3}}\n  text: >\n    It had, {wording}\n")
    message = f"{FIRST}:8:{FORBIDDEN[wording]}"
    with pytest.raises(ReportgenError) as caught:
        tiny.load()
    assert as_expected(str(caught.value), message) == message
    assert (type(caught.value), caught.value.exit_code) == (WordingError, 4)


NOTES = {
    "without text": (
        "- id: a\n  text: b.[^n]\n",
        "5:13: the footnote 'n' has no text\n  hint: add it under 'notes:' of a",
    ),
    "without text in a subparagraph": (
        "- id: a\n  text: 'b:'\n  subparagraphs:\n    - id: c\n      text: d.[^n]\n",
        "8:17: the footnote 'n' has no text\n  hint: add it under 'notes:' of a",
    ),
    "never referred to": (
        "- id: a\n  text: b\n  notes:\n    n: x\n",
        "7:10: the footnote 'n' is never referred to\n  hint: put [^n] into the text of a",
    ),
    "marked twice": (
        "- id: a\n  text: b[^n] c[^n]\n  notes:\n    n: x\n",
        "5:18: the footnote 'n' is marked twice",
    ),
    "marked twice, once in a subparagraph": (
        "- id: a\n  text: b[^n]\n  subparagraphs:\n    - id: c\n      text: d[^n]\n  notes:\n    n: x\n",
        "8:16: the footnote 'n' is marked twice",
    ),
    "marked in a footnote": (
        "- id: a\n  text: b[^n]\n  notes:\n    n: x[^m]\n    m: y\n",
        "7:11: the footnote 'm' is marked inside a footnote\n  hint: mark it in the text of a",
    ),
}


@pytest.mark.parametrize(("text", "message"), NOTES.values(), ids=NOTES)
def test_footnotes(tiny, text: str, message: str) -> None:
    tiny.paragraphs(text)
    with pytest.raises(ReportgenError) as caught:
        tiny.load()
    expected = (f"{FIRST}:{message}", ReferenceError, 6)
    found = as_expected(str(caught.value), expected[0])
    assert (found, type(caught.value), caught.value.exit_code) == expected


def test_a_footnote_of_another_name(tiny) -> None:
    tiny.paragraphs("- id: a\n  text: b[^sourse]\n  notes:\n    source: x\n")
    assert tiny.refusal() == (
        f"{FIRST}:5:12: the footnote 'sourse' has no text\n  hint: did you mean 'source'?\n"
        f"{FIRST}:7:15: the footnote 'source' is never referred to\n  hint: put [^source] into the text of a"
    )


def test_a_footnote_in_a_heading(tiny) -> None:
    tiny.section("id: first\nheading: The first[^n]\n")
    message = f"{FIRST}:2:19: the footnote 'n' is marked in a heading\n  hint: only paragraphs have footnotes"
    assert as_expected(tiny.refusal(), message) == message


def test_a_summary_has_neither_footnotes_nor_subparagraphs(tiny) -> None:
    tiny.report("symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsummary: short\nsections: [first]\n")
    tiny.section(
        "paragraphs:\n  - id: in-short\n    text: b[^n]\n    notes: {n: x}\n    subparagraphs: [{id: c, text: d}]\n",
        "short",
    )
    short = "inputs/tiny/sections/short.yaml"
    assert tiny.refusal() == (
        f"{short}:4:12: paragraphs of a summary have no notes\n"
        "  hint: take them out, or write it in a section\n"
        f"{short}:5:20: paragraphs of a summary have no subparagraphs\n"
        "  hint: take them out, or write it in a section"
    )


def test_all_faults_of_a_report_are_said_at_once(tiny) -> None:
    tiny.paragraphs(
        "- id: a\n  facts: {n: {count: 3}}\n  text: b {{ x }} [^n]\n"
        "- id: a\n  facts: {m: {count: 3}}\n  text: '{% c %}'\n"
    )
    with pytest.raises(ErrorList) as caught:
        tiny.load()
    found = [(type(error), str(error.position).removeprefix(FIRST)) for error in caught.value.errors]
    assert found == [
        (WordingError, ":6:16"),
        (ReferenceError, ":6:21"),
        (InputError, ":7:9"),
        (WordingError, ":9:12"),
    ]
    assert caught.value.exit_code == 4


def test_a_seventh_level_of_headings(tiny) -> None:
    lines = ["id: first", "heading: x"]
    for level in range(2, 8):
        indent = "    " * (level - 2)
        lines += [f"{indent}sections:", f"{indent}  - id: level-{level}", f"{indent}    heading: x"]
    tiny.section("\n".join(lines[:-3]))
    tiny.load()
    tiny.section("\n".join(lines))
    assert (
        tiny.refusal()
        == f"{FIRST}:19:29: headings have six levels, and this is the seventh\n  hint: move it up a level"
    )


def test_a_fifth_level_of_subparagraphs(tiny) -> None:
    lines = ["- id: a", "  text: x"]
    for level in range(1, 6):
        indent = "    " * (level - 1)
        lines += [f"{indent}  subparagraphs:", f"{indent}    - id: level-{level}", f"{indent}      text: x"]
    tiny.paragraphs("\n".join(lines[:-3]))
    tiny.load()
    tiny.paragraphs("\n".join(lines))
    assert (
        tiny.refusal()
        == f"{FIRST}:19:29: subparagraphs have four levels, and this is the fifth\n  hint: move it up a level"
    )
