"""Cross-references typed in words, with their numbers as they are typed."""

from __future__ import annotations

import pytest

from reportgen.language.recognition import TypedReference
from tests.tools.recognition import TAGS, language_of, stated_in


@pytest.mark.parametrize(
    ("tag", "text", "kind", "numbers", "to"),
    [
        ("en", "paragraph 12", "para", ("12",), ""),
        ("en", "Paragraphs 12–15", "para", ("12",), "15"),
        ("en", "paras. 12, 13 and 15", "para", ("12", "13", "15"), ""),
        ("en", "paragraph 76 (b)", "para", ("76 (b)",), ""),
        ("en", "paragraph 41 bis", "para", ("41 bis",), ""),
        ("en", "section II.A", "section", ("II.A",), ""),
        ("en", "table 3", "table", ("3",), ""),
        ("en", "annex II", "annex", ("II",), ""),
        ("fr", "paragraphes 12 à 15", "para", ("12",), "15"),
        ("fr", "par. 12 et 13", "para", ("12", "13"), ""),
        ("fr", "encadré 2", "box", ("2",), ""),
        ("es", "párrafos 12 a 15", "para", ("12",), "15"),
        ("es", "secciones I y II", "section", ("I", "II"), ""),
        ("ru", "пунктах 12–15", "para", ("12",), "15"),
        ("ru", "разделе II.A", "section", ("II.A",), ""),
        ("ru", "таблицей 3", "table", ("3",), ""),
        ("ar", "الفقرات 12 إلى 15", "para", ("12",), "15"),
        ("ar", "الفرع أولا - ألف", "section", ("أولا - ألف",), ""),
        ("ar", "المرفق الأول", "annex", ("الأول",), ""),
        ("zh", "第12至15段", "para", ("12",), "15"),
        ("zh", "第二节", "section", ("二",), ""),
        ("zh", "附件二", "annex", ("二",), ""),
        ("zh", "表3", "table", ("3",), ""),
    ],
)
def test_typed_references(tag: str, text: str, kind: str, numbers: tuple[str, ...], to: str) -> None:
    before = "" if tag == "zh" else "x "
    found = language_of(tag).recognizer.citations(f"{before}{text} x")
    assert found == [TypedReference(len(before), len(before) + len(text), kind, numbers, to)]
    assert stated_in(tag, text) == []


def test_a_list_with_a_range_in_it_is_two_references() -> None:
    found = language_of("en").recognizer.citations("paragraphs 12, 13 and 15–17")
    assert sorted((each.numbers, each.to) for each in found) == [(("12", "13"), ""), (("15",), "17")]


@pytest.mark.parametrize("tag", TAGS)
def test_every_reference_that_is_printed(tag: str) -> None:
    here = language_of(tag)
    for name, patterns in here.conventions.references.items():
        kind = name.partition("_")[0]
        counter = {"annex": "annex", "appendix": "appendix", "section": "heading", "figure": "figure"}.get(
            kind, "paragraph"
        )
        if "one" in patterns and kind not in ("place", "direction"):
            label = here.label(counter, 1, 2).strip(" .") if kind == "section" else here.counter(counter, 2)
            text = patterns["one"].format(number=label.removesuffix(" -"))
            found = here.recognizer.citations(text)
            assert [(each.kind, each.end) for each in found] == [(kind, len(text))], text


@pytest.mark.parametrize("text", ["paragraph", "the section", "a paragraph of 12 lines", "tableau 3", "portable 3"])
def test_what_is_no_reference(text: str) -> None:
    assert language_of("en").recognizer.citations(text) == []
