from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen import pipeline

FACTS = "{n: {count: 60}, agenda: {instrument: agenda-2030}}"


def paragraph(text: str) -> str:
    return f"- id: one\n  facts: {FACTS}\n  text: >\n    {{{{ n }}}} {{{{ agenda | full }}}} {text}"


CHINESE = "{{ n }}{{ agenda | full }}"


@pytest.mark.parametrize("text", ["", "of para", "<https://undocs.org/A/99/1>"])
def test_no_digit(findings: Callable[..., list[str]], text: str) -> None:
    link = text if text.startswith("<") else ""
    assert findings(paragraph(text), {"one": CHINESE + link}) == []


@pytest.mark.parametrize(
    ("text", "digits"),
    [("in 2018", "2018"), ("*in 2018*", "2018"), ("2,925.5 of", "2,925.5"), ("18/7/2018.", "18/7/2018"), ("x2", "2")],
)
def test_a_digit_in_prose(findings: Callable[..., list[str]], text: str, digits: str) -> None:
    assert findings(paragraph(text), {"one": CHINESE}) == [
        f"RG051 error en para. 1 (one): '{digits}' is typed in prose"
    ]


def test_a_digit_in_a_translation_a_heading_and_a_note(findings: Callable[..., list[str]]) -> None:
    notes = "- id: one\n  text: One.[^n]\n  notes: {n: In 2018.}"
    found = findings(notes, {"one": "1。[^n]", "n": "２年。", "first": "第1节"})
    assert found == [
        "RG051 error en note 1 (n): '2018' is typed in prose",
        "RG051 error zh heading 一 (first): '第1' is typed in prose",
        "RG051 error zh para. 1 (one): '1' is typed in prose",
        "RG051 error zh note 1 (n): '２年' is typed in prose",
    ]


SIX = {
    "en": ("two more", "XIV", "½", "②", "x²", "Ⅻ", "in July", "many dollars", "in Kenya", "with UNODC"),
    "fr": ("deux autres", "XIV", "½", "②", "x²", "Ⅻ", "en juillet", "des dollars", "au Kenya", "avec l’ONUDC"),
    "es": ("otros dos", "XIV", "½", "②", "x²", "Ⅻ", "en julio", "dólares", "en Kenya", "con la UNODC"),
    "ru": ("двадцать один", "½", "②", "Ⅻ", "в июле", "в долларах", "в Кении", "с УНП ООН"),
    "ar": ("وخمسة", "½", "②", "Ⅻ", "في تموز/يوليه", "بالدولار", "في كينيا", "ومكتب الأمم المتحدة"),
    "zh": ("两名", "三十五", "½", "②", "Ⅻ", "三月", "美元", "在肯尼亚", "与儿基会"),
}


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in SIX.items() for text in texts])
def test_what_is_typed_in_six_languages(tiny: Any, tag: str, text: str) -> None:
    tiny.report(f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    tiny.paragraphs(f"- id: one\n  text: ({text})")
    found = {finding.code for finding in pipeline.check(tiny.workspace, tiny.load()) if "one" in finding.where}
    assert found & {"RG051", "RG052", "RG053"}


ORDINARY = {
    "en": ("one of them", "the first and the second", "the Council", "may come", "for judges", "zero tolerance"),
    "fr": ("un ou une", "la première fois", "le Conseil", "les deux"),
    "es": ("uno y una", "la primera vez", "el Consejo"),
    "ru": ("один из них", "в первую очередь", "в семью", "Совет"),
    "ar": ("واحد منها", "المرة الأولى"),
    "zh": ("一个", "统一", "十分", "第二次", "司法部门"),
}


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in ORDINARY.items() for text in texts])
def test_what_is_ordinary_language(tiny: Any, tag: str, text: str) -> None:
    tiny.report(f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    tiny.paragraphs(f"- id: one\n  text: ({text})")
    assert [each for each in pipeline.check(tiny.workspace, tiny.load()) if "one" in each.where] == []


def test_a_name_says_which_fact_it_is(findings: Callable[..., list[str]]) -> None:
    assert findings(paragraph("in Kenya"), {"one": CHINESE}) == [
        "RG053 error en para. 1 (one): the name 'Kenya' is typed in prose\n"
        "  hint: make it a fact, {place: KE}, and print it with a placeholder"
    ]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("关于四十七项罪行", "RG051"),
        ("47项", "RG051"),
        ("肯尼亚", "RG053"),
        ("A small report", "RG061"),
        ("报告и", "RG061"),
    ],
)
def test_the_title_is_checked_as_all_wording_is(tiny: Any, title: str, code: str) -> None:
    tiny.catalogue(f'msgctxt "title"\nmsgid "A small report"\nmsgstr "{title}"\n')
    found = [each for each in pipeline.check(tiny.workspace, tiny.load()) if each.where == "title"]
    assert code in {each.code for each in found}


def test_the_agenda_title_is_checked_too(tiny: Any) -> None:
    tiny.report(
        "symbol: A/99/1\ntitle: A small report\nsections: [first]\n"
        "masthead: {organ: ecosoc, agenda: {item: 7, title: Forty crimes}}\n"
    )
    found = [(each.code, each.where) for each in pipeline.check(tiny.workspace, tiny.load())]
    assert ("RG051", "agenda-title") in found


def test_a_fact_that_the_title_drops(tiny: Any) -> None:
    tiny.report(
        "symbol: A/99/1\ntitle: 'A report of {{ year }}'\nfacts: {year: {year: 2018}}\n"
        "masthead: {organ: ecosoc}\nsections: [first]\n"
    )
    tiny.catalogue('msgctxt "title"\nmsgid "A report of {{ year }}"\nmsgstr "报告"\n')
    found = [(each.code, each.where) for each in pipeline.check(tiny.workspace, tiny.load())]
    assert ("RG031", "title") in found


def test_a_body_that_every_state_has_is_a_name_beside_its_state_alone(findings: Callable[..., list[str]]) -> None:
    facts = "{n: {count: 60}, state: {place: IR}}"
    one = f"- id: one\n  facts: {facts}\n  text: '{{{{ n }}}} of {{{{ state }}}}'"
    assert findings(paragraph(""), {"one": f"{CHINESE}司法部"}) == []
    found = findings(one, {"one": "{{ state }}{{ n }}司法部"})
    assert [each.partition("\n")[0] for each in found] == [
        "RG053 error zh para. 1 (one): the name '司法部' is typed in prose"
    ]


@pytest.mark.parametrize("name", ["妇女署", "人居署", "国家反恐怖主义机构", "基地组织"])
def test_a_name_whose_id_looks_like_that_of_a_national_body(findings: Callable[..., list[str]], name: str) -> None:
    found = findings(paragraph(""), {"one": CHINESE + name})
    assert [each.partition("\n")[0] for each in found] == [
        f"RG053 error zh para. 1 (one): the name '{name}' is typed in prose"
    ]
