from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen import language as languages
from reportgen import pipeline
from reportgen.workspace import Workspace


def hint(tag: str, qualifier: str) -> str:
    words = languages.load(Workspace.at(), tag).conventions.qualifiers[qualifier]
    return "one of: " + ", ".join(dict.fromkeys(word.removeprefix("# ") for word in words))


def paragraph(text: str, qualifier: str = "more_than") -> str:
    return f"- id: one\n  facts: {{n: {{count: 60, qualifier: {qualifier}}}}}\n  text: >\n    {text}"


CHINESE = {
    "more_than": "超过{{ n }}人", "at_least": "至少{{ n }}人", "nearly": "近{{ n }}人", "about": "约{{ n }}人",
    "up_to": "至多{{ n }}人",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("More than {{ n }} judges", "more_than"),
        ("over {{ n }} judges", "more_than"),
        ("more than *{{ n }}* judges", "more_than"),
        ("at least {{ n }} judges", "at_least"),
        ("almost {{ n }} judges", "nearly"),
        ("some {{ n }} judges", "about"),
        ("{{ n }} judges or so", "about"),
        ("{{ n }} or more judges", "at_least"),
        ("up to {{ n }} judges", "up_to"),
    ],
)
def test_the_words_stand_beside_the_figure(findings: Callable[..., list[str]], text: str, qualifier: str) -> None:
    assert findings(paragraph(text, qualifier), {"one": CHINESE[qualifier]}) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The Government trained {{ n }} judges", "more_than"),
        ("The government, moreover, trained {{ n }} judges", "more_than"),
        ("An overall {{ n }} judges", "more_than"),
        ("Sometimes {{ n }} judges", "about"),
        ("At the least {{ n }} judges", "at_least"),
        ("More than once, in the course of a long and eventful year in many places, {{ n }} judges", "more_than"),
        ("*The {{ n }}* judges", "more_than"),
    ],
)
def test_the_words_are_missing(findings: Callable[..., list[str]], text: str, qualifier: str) -> None:
    assert findings(paragraph(text, qualifier), {"one": CHINESE[qualifier]}) == [
        f"RG071 error en para. 1 (one): the words for '{qualifier}' are missing beside '60' (the fact 'n')\n"
        f"  hint: {hint('en', qualifier)}"
    ]


def test_the_words_are_missing_in_a_translation(findings: Callable[..., list[str]]) -> None:
    assert findings(paragraph("more than {{ n }} judges"), {"one": "{{ n }}名法官"}) == [
        "RG071 error zh para. 1 (one): the words for 'more_than' are missing beside '60' (the fact 'n')\n"
        f"  hint: {hint('zh', 'more_than')}"
    ]


def test_the_words_are_missing_in_a_note_and_a_subparagraph(findings: Callable[..., list[str]]) -> None:
    text = paragraph("more than {{ n }}[^m]") + "\n  notes: {m: '{{ n }} judges'}"
    text += "\n  subparagraphs: [{id: part, text: 'the {{ n }} judges'}]"
    chinese = {"one": "超过{{ n }}[^m]", "m": "超过{{ n }}", "part": "超过{{ n }}"}
    assert [each.partition(":")[0] for each in findings(text, chinese)] == [
        "RG071 error en para. 1 (a) (part)",
        "RG071 error en note 1 (m)",
    ]


def test_a_fact_of_the_whole_report(tiny: Any) -> None:
    tiny.report(
        "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n"
        "facts: {n: {count: 60, qualifier: nearly}}\n"
    )
    tiny.paragraphs("- {id: one, text: 'the {{ n }} judges'}\n- {id: two, text: 'nearly {{ n }} judges'}")
    found = pipeline.check(tiny.workspace, tiny.load())
    assert [str(each).partition("\n")[0] for each in found] == [
        "inputs/tiny/sections/first.yaml:4:22: RG071 error en para. 1 (one): "
        "the words for 'nearly' are missing beside '60' (the fact 'n')"
    ]


SAID = {
    "en": ("more than {{ n }} judges", "no more than {{ n }} judges", "fewer than more than {{ n }} judges"),
    "fr": ("plus de {{ n }} juges", "pas plus de {{ n }} juges", "moins de plus de {{ n }} juges"),
    "es": ("más de {{ n }} jueces", "no más de {{ n }} jueces", "menos de más de {{ n }} jueces"),
    "ru": ("более {{ n }} судей", "не более {{ n }} судей", "менее более {{ n }} судей"),
    "ar": ("أكثر من {{ n }} قاضيا", "ليس أكثر من {{ n }} قاضيا", "أقل من أكثر من {{ n }} قاضيا"),
    "zh": ("超过{{ n }}名法官", "不超过{{ n }}名法官", "少于超过{{ n }}名法官"),
}


def codes(tiny: Any, tag: str, text: str, facts: str) -> set[str]:
    """The findings of the paragraph of a report in one language about qualifiers."""
    tiny.report(f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    tiny.paragraphs(f"- id: one\n  facts: {facts}\n  text: '({text})'")
    return {each.code for each in pipeline.check(tiny.workspace, tiny.load())} & {"RG071", "RG072"}


MORE = "{n: {count: 60, qualifier: more_than}}"


@pytest.mark.parametrize("tag", SAID)
def test_the_contrary_is_not_the_qualifier(tiny: Any, tag: str) -> None:
    right, contrary, confused = SAID[tag]
    assert codes(tiny, tag, right, MORE) == set()
    assert codes(tiny, tag, contrary, MORE) == {"RG071"}
    assert codes(tiny, tag, confused, MORE) == {"RG071"}


@pytest.mark.parametrize("tag", SAID)
def test_words_that_an_exact_figure_has_not(tiny: Any, tag: str) -> None:
    assert codes(tiny, tag, SAID[tag][0], "{n: {count: 60}}") == {"RG072"}
    assert codes(tiny, tag, SAID[tag][1], "{n: {count: 60}}") == {"RG072"}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "more than {{ m }} judges, of which {{ n }} men"),
        ("en", "more than {{ m }} judges, and never more than {{ n }} men"),
        ("en", "more than {{ m }} judges. More than that: {{ n }} men"),
        ("fr", "plus de {{ m }} juges, dont {{ n }} hommes"),
        ("es", "más de {{ m }} jueces, de ellos {{ n }} hombres"),
        ("ru", "более {{ m }} судей, из них {{ n }} мужчин"),
        ("ar", "أكثر من {{ m }} قاضيا، منهم {{ n }} رجلا"),
        ("zh", "超过{{ m }}名法官，其中{{ n }}名男子"),
    ],
)
def test_the_words_of_a_neighbour(tiny: Any, tag: str, text: str) -> None:
    facts = "{n: {count: 60, qualifier: more_than}, m: {count: 70, qualifier: more_than}}"
    assert codes(tiny, tag, text, facts) == {"RG071"}


@pytest.mark.parametrize(
    ("text", "qualifier"), [("《条约》{{ n }}名", "about"), ("纽约{{ n }}名", "about"), ("最近{{ n }}名", "nearly")]
)
def test_chinese_words_that_hold_those_of_a_qualifier(tiny: Any, text: str, qualifier: str) -> None:
    assert codes(tiny, "zh", text, f"{{n: {{count: 60, qualifier: {qualifier}}}}}") == {"RG071"}
    assert codes(tiny, "zh", text, "{n: {count: 60}}") == set()


@pytest.mark.parametrize(
    "text",
    [
        "In all, {{ n }} judges",
        "men and {{ n }} women",
        "Overall {{ n }}",
        "some men and {{ n }} women",
        "over time {{ n }}",
    ],
)
def test_an_exact_figure(tiny: Any, text: str) -> None:
    assert codes(tiny, "en", text, "{n: {count: 60}}") == set()


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "over {{ t }}", set()),
        ("en", "more than {{ t }}", {"RG072"}),
        ("en", "less than {{ t }}", {"RG072"}),
        ("fr", "jusqu’à {{ t }}", set()),
        ("fr", "près de {{ t }}", {"RG072"}),
        ("es", "hasta {{ t }}", set()),
        ("es", "casi {{ t }}", {"RG072"}),
        ("ru", 'до {{ t | form("gen") }}', set()),
        ("ru", 'около {{ t | form("gen") }}', {"RG072"}),
        ("ar", "حتى {{ t }}", set()),
        ("ar", "نحو {{ t }}", {"RG072"}),
        ("zh", "近{{ t }}", set()),
        ("zh", "超过{{ t }}", {"RG072"}),
    ],
)
def test_words_beside_a_length_of_time(tiny: Any, tag: str, text: str, found: set[str]) -> None:
    assert codes(tiny, tag, text, "{t: {period: 12, unit: month}}") == found


def test_the_figure_of_a_heading(tiny: Any) -> None:
    tiny.report(
        "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nfacts: {n: {count: 60}}\n"
        "sections: [{id: first, heading: 'More than {{ n }} judges', paragraphs: [{id: one, text: Text.}]}]\n"
    )
    found = [(each.code, each.where) for each in pipeline.check(tiny.workspace, tiny.load())]
    assert ("RG072", "heading I (first)") in found
