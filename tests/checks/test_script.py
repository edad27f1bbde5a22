from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen import pipeline

PARAGRAPHS = """
    - id: one
      facts: {body: {entity: unodc}}
      text: A letter of {{ body | short }} came.
"""


def test_text_in_its_own_script(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {"one": "{{ body | short }}来信。"}) == []


def test_letters_of_another_script(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {"one": "{{ body | short }}来信 email *email* и Bob。"}) == [
        "RG061 error zh para. 1 (one): 'email' is not han script",
        "RG061 error zh para. 1 (one): 'и' is not han script",
        "RG061 error zh para. 1 (one): 'Bob' is not han script",
    ]


def test_a_letter_of_another_alphabet_inside_a_word(findings: Callable[..., list[str]]) -> None:
    text = PARAGRAPHS.replace("A letter", "A l\u0435tter")
    assert findings(text, {"one": "{{ body | short }}来信。"}) == [
        "RG061 error en para. 1 (one): '\u0435' is not latin script"
    ]


def test_a_translation_that_is_the_original(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {"one": "A letter of {{ body | short }} came."}) == [
        "RG061 error zh para. 1 (one): 'A' is not han script",
        "RG061 error zh para. 1 (one): 'letter' is not han script",
        "RG061 error zh para. 1 (one): 'of' is not han script",
        "RG061 error zh para. 1 (one): 'came' is not han script",
        "RG062 warning zh para. 1 (one): the text is that of the original",
    ]


def test_what_is_not_translated_is_not_also_in_another_script(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {}) == ["RG041 error zh one: the translation is missing"]


def codes(tiny: Any, tag: str, text: str) -> set[str]:
    """The findings about letters and words of the one paragraph of a report in one language."""
    tiny.report(f"symbol: A/99/1\nlanguage: {tag}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    tiny.paragraphs(f"- id: one\n  facts: {{n: {{count: 2}}}}\n  text: '({text}) {{{{ n }}}}'")
    found = [each for each in pipeline.check(tiny.workspace, tiny.load()) if "(one)" in each.where]
    return {each.code for each in found} & {"RG061", "RG062", "RG063"}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "r\u0435port"),  # Cyrillic
        ("en", "rep\u03bfrt"),  # Greek
        ("en", "rep\u0585rt"),  # Armenian
        ("en", "\u10d0"),  # Georgian
        ("en", "ｒeport"),
        ("en", "\U0001d42b"),  # mathematical
        ("en", "\u0131n"),  # without its dot
        ("en", "\ufb01nd"),  # ligature
        ("en", "\u017fee"),
        ("en", "Ⓐ"),
        ("en", "cafe\u0301"),  # an accent by itself
        ("fr", "\u0455i"),
        ("es", "\u0430"),
        ("ru", "п\u0440оc"),
        ("ru", "\u0456"),  # Ukrainian
        ("ar", "\u06cc"),  # Persian
        ("ar", "\u06a9"),
        ("ar", "\ufefb"),  # presentation form
        ("ar", "مـن"),
        ("zh", "ａ"),
        ("zh", "い"),
    ],
)
def test_a_letter_that_the_language_has_not(tiny: Any, tag: str, text: str) -> None:
    assert codes(tiny, tag, text) == {"RG061"}


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize(
    "character",
    ["\u202e", "\u202a", "\u2066", "\u200f", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u2028", "\u2003"],
)
def test_what_cannot_be_seen(tiny: Any, tag: str, character: str) -> None:
    assert codes(tiny, tag, f"({character})") == {"RG063"}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "São Querétaro, naïve"),
        ("fr", "œuvre, où, d’août"),
        ("es", "año, 1.ª"),
        ("ru", "ещё"),
        ("ar", "مُحدَّثة، رقمًا"),
    ],
)
def test_letters_of_the_language(tiny: Any, tag: str, text: str) -> None:
    assert codes(tiny, tag, text) == set()


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "Avec les autres"), ("en", "Además, los jueces"), ("fr", "La lettre of the court")]
)
def test_small_words_of_another_language(tiny: Any, tag: str, text: str) -> None:
    assert "RG062" in _codes_of_opening(tiny, tag, text)


def _codes_of_opening(report: Any, tag: str, text: str) -> set[str]:
    report.report("symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    source = text if tag == "en" else "A letter came."
    report.paragraphs(f"- {{id: opening, text: '{source}'}}")
    for each in ("fr", "es"):
        words = text if tag == each else "Lettre" if each == "fr" else "Carta"
        report.catalogue(f'msgctxt "opening"\nmsgid "{source}"\nmsgstr "{words}"\n', each)
    found = pipeline.check(report.workspace, report.load())
    return {each.code for each in found if each.language == tag and "(opening)" in each.where}


LISTED = "For {{ bodies }}, judges of all countries met."
LISTED_FACTS = "{bodies: {entities: [unicef, who, undp]}}"


@pytest.mark.parametrize("tag", ["fr", "es"])
@pytest.mark.parametrize(
    "text", [LISTED, "Ainsi {{ bodies }}, judges of all countries met.", "{{ bodies }} of {{ bodies }}"]
)
def test_english_that_is_left_beside_a_list(tiny: Any, tag: str, text: str) -> None:
    tiny.paragraphs(f"- id: one\n  facts: {LISTED_FACTS}\n  text: '{LISTED}'")
    tiny.catalogue(f'msgctxt "one"\nmsgid "{LISTED}"\nmsgstr "{text}"\n', tag)
    found = pipeline.check(tiny.workspace, tiny.load())
    assert "RG062" in {each.code for each in found if "(one)" in each.where}


def test_the_joints_of_a_list_are_no_words_of_the_translator(tiny: Any) -> None:
    text = "{{ bodies }}"
    tiny.paragraphs(f"- id: one\n  facts: {LISTED_FACTS}\n  text: '{text}'")
    tiny.catalogue(f'msgctxt "one"\nmsgid "{text}"\nmsgstr "{text}"\n', "fr")
    found = pipeline.check(tiny.workspace, tiny.load())
    assert [each for each in found if each.code == "RG062" and "(one)" in each.where] == []


def test_words_inside_counted_are_read_too(tiny: Any) -> None:
    text = f'{{{{ n | counted(one="# case", other="# c{chr(0x430)}ses") }}}} came.'
    tiny.paragraphs(f"- id: one\n  facts: {{n: {{count: 12}}}}\n  text: '{text}'")
    assert "RG061" in {each.code for each in pipeline.check(tiny.workspace, tiny.load())}
