"""Labels of tables, annexes and notes, and references to them, in the six languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from reportgen import language as languages
from reportgen.language import Language
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace

TAGS = ("ar", "en", "es", "fr", "ru", "zh")
LANGUAGES = {tag: languages.load(Workspace.at(), tag) for tag in TAGS}


def soft(text: str) -> str:
    """The text with a tilde for each no-break space."""
    return text.replace("\u00a0", "~")


LABELS = {
    "ar": ("الجدول 1", "الشكل الثاني", "الإطار 3", "المرفق الثاني", "التذييل الثالث", "المرفق", "التذييل", "ج"),
    "en": ("Table 1", "Figure II", "Box 3", "Annex II", "Appendix III", "Annex", "Appendix", "c"),
    "es": ("Cuadro~1", "Gráfico~II", "Recuadro~3", "Anexo~II", "Apéndice~III", "Anexo", "Apéndice", "c"),
    "fr": ("Tableau~1", "Figure~II", "Encadré~3", "Annexe~II", "Appendice~III", "Annexe", "Appendice", "c"),
    "ru": (
        "Таблица~1",
        "Диаграмма~II",
        "Вставка~3",
        "Приложение~II",
        "Добавление~III",
        "Приложение",
        "Добавление",
        "c",
    ),
    "zh": ("表1", "图二", "方框3", "附件二", "附录三", "附件", "附录", "c"),
}


def labels(language: Language) -> tuple[str, ...]:
    numbered = [("table", 1), ("figure", 2), ("box", 3), ("annex", 2), ("appendix", 3)]
    return (
        *(soft(language.label(kind, 1, number)) for kind, number in numbered),  # type: ignore[arg-type]
        language.uncounted("annex"),
        language.uncounted("appendix"),
        language.label("letter-note", 1, 3),
    )


@pytest.mark.parametrize("tag", TAGS)
def test_labels(tag: str) -> None:
    assert labels(LANGUAGES[tag]) == LABELS[tag]


REPORT = (
    "symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\nannexes: [one, two]\n"
)
BODY = """\
- {id: a, text: x}
- {id: t, table: {caption: x, columns: [x], rows: [[1]]}}
- {id: f, figure: {file: x.jpg, caption: x, alternative: x}}
- {id: b, box: {heading: x, paragraphs: [x]}}
- {id: blocks, text: "x {{ table('t') }}|{{ figure('f') }}|{{ box('b') }}"}
- {id: annexes, text: "x {{ annex('one') }}|{{ annex('two') }}|{{ annex('three') }}"}
- {id: places, text: "x {{ para('in-one') }}|{{ para('in-three') }}|{{ section('part') }}"}
"""
ONE = """\
id: one
heading: x
paragraphs:
  - {id: in-one, text: x}
  - {id: from-annex, text: "x {{ para('a') }}|{{ section('first') }}|{{ para('in-one') }}|{{ table('t') }}"}
"""
TWO = """\
id: two
heading: x
appendices:
  - {id: three, heading: x, paragraphs: [{id: in-three, text: x}], sections: [{id: part, heading: x}]}
"""
JPEG = b"\xff\xd8\xff\xc0\0\x0b\x08\0\x01\0\x01\x03" + bytes(8) + b"\xff\xd9"


def build(tiny: Any, tag: str, body: str = BODY) -> Mapping[str, str]:
    """What every block of the report says, without the sign that begins it."""
    tiny.report(REPORT.format(tag=tag))
    tiny.paragraphs(body)
    tiny.write("inputs/tiny/x.jpg", JPEG)
    tiny.write("inputs/tiny/annexes/one.yaml", ONE)
    tiny.write("inputs/tiny/annexes/two.yaml", TWO)
    return {block.id: soft(plain_text(content_of(block)))[2:] for block in all_blocks(tiny.build(tag))}


PRINTED = {
    "ar": (
        "الجدول~1|الشكل|الإطار~1",
        "المرفق الأول|المرفق الثاني|المرفق الثاني، التذييل",
        "المرفق الأول، الفقرة~1|المرفق الثاني، التذييل، الفقرة~1|المرفق الثاني، التذييل، الفرع~أولا",
        "الفقرة~1 من هذا التقرير|الفرع~أولا من هذا التقرير|الفقرة~1 أعلاه|الجدول~1",
    ),
    "en": (
        "table 1|the figure|box 1",
        "annex I|annex II|annex II, appendix",
        "annex I, paragraph 1|annex II, appendix, paragraph 1|annex II, appendix, section I",
        "paragraph 1 of the present report|section I of the present report|paragraph 1 above|table 1",
    ),
    "es": (
        "cuadro~1|gráfico|recuadro~1",
        "anexo~I|anexo~II|anexo~II, apéndice",
        "anexo~I, párrafo~1|anexo~II, apéndice, párrafo~1|anexo~II, apéndice, sección~I",
        "párrafo~1 del presente informe|sección~I del presente informe|párrafo~1|cuadro~1",
    ),
    "fr": (
        "tableau~1|figure|encadré~1",
        "annexe~I|annexe~II|annexe~II, appendice",
        "annexe~I, paragraphe~1|annexe~II, appendice, paragraphe~1|annexe~II, appendice, section~I",
        "paragraphe~1 du présent rapport|section~I du présent rapport|paragraphe~1 ci-dessus|tableau~1",
    ),
    "ru": (
        "таблица~1|диаграмма|вставка~1",
        "приложение~I|приложение~II|добавление к приложению~II",
        "пункт~1 приложения~I|пункт~1 добавления к приложению~II|раздел~I добавления к приложению~II",
        "пункт~1 настоящего доклада|раздел~I настоящего доклада|пункт~1 выше|таблица~1",
    ),
    "zh": (
        "表1|图|方框1",
        "附件一|附件二|附件二附录",
        "附件一第1段|附件二附录第1段|附件二附录第一节",
        "本报告第1段|本报告第一节|上文第1段|表1",
    ),
}


@pytest.mark.parametrize("tag", TAGS)
def test_references(tiny: Any, tag: str) -> None:
    found = build(tiny, tag)
    assert tuple(found[name] for name in ("blocks", "annexes", "places", "from-annex")) == PRINTED[tag]


IN = {
    "ar": "في الجدول~1|في الشكل|في الإطار~1|في المرفق الثاني",
    "es": "en el cuadro~1|en el gráfico|en el recuadro~1|en el anexo~II",
    "fr": "dans le tableau~1|dans la figure|dans l’encadré~1|à l’annexe~II",
    "ru": "в таблице~1|в диаграмме|во вставке~1|в приложении~II",
}


@pytest.mark.parametrize("tag", IN)
def test_references_with_a_preposition(tiny: Any, tag: str) -> None:
    asked = "|".join(
        f"{{{{ {name} | form('in') }}}}" for name in ("table('t')", "figure('f')", "box('b')", "annex('two')")
    )
    assert build(tiny, tag, BODY + f'- {{id: in, text: "x {asked}"}}\n')["in"] == IN[tag]


@pytest.mark.parametrize("tag", TAGS)
def test_every_form_of_a_reference_prints_a_number_or_stands_for_one_annex(tag: str) -> None:
    references = LANGUAGES[tag].conventions.references
    for kind in ("table", "figure", "box", "annex", "appendix"):
        forms = {name.removeprefix(kind) for name in references if name.partition("_")[0] == kind}
        assert forms == {name.removeprefix("table") for name in references if name.partition("_")[0] == "table"}
        for form in forms:
            assert "{number}" in references[kind + form]["one"]
            # A figure may be the only one, too, and is then named without a number by default.
            assert kind == "figure" or ("only" in references[kind + form]) == (kind in ("annex", "appendix"))
