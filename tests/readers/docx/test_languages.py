"""The language of a number: that of its level, of the paragraph mark, of the style, of the file."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.readers import read_document
from tests.readers.docx.test_counting import abstract, in_list, level, num, p, q, style, styled
from tests.tools.word_file import WordFile


def lang(tag: str) -> str:
    return f'<w:lang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'


def numbering(number_format: str = "ordinalText", more: str = "") -> str:
    return abstract(1, level(0, "%1:", number_format, more=more)) + num(1, 1)


def defaults(tag: str) -> str:
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{lang(tag)}</w:rPr></w:rPrDefault></w:docDefaults>"


def label(word: WordFile, body: str = q("a"), **parts: str) -> tuple[str, bool]:
    """The label of the first paragraph, and whether it is known."""
    (first, *_) = read_document(word.write(body, **{"numbering": numbering(), **parts})).blocks
    return first.line.label, first.is_label_known


FRENCH, GERMAN = ("Premier:", True), ("1:", False)
THEME = '<w:themeFontLang w:val="fr-FR"/>'
STYLE = style("Article", run=f"<w:rPr>{lang('fr-FR')}</w:rPr>")
IN_FRENCH = numbering().replace("</w:lvl>", f"<w:rPr>{lang('fr')}</w:rPr></w:lvl>")
CASES: dict[str, tuple[dict[str, Any], tuple[str, bool]]] = {
    "defaults": ({"styles": defaults("fr-FR")}, FRENCH),
    "russian": ({"styles": defaults("ru-RU")}, ("Первый:", True)),
    "english": ({"styles": defaults("en-GB")}, ("First:", True)),
    "theme": ({"settings": THEME}, FRENCH),
    "defaults-before-theme": ({"styles": defaults("de-DE"), "settings": THEME}, GERMAN),
    "paragraph-mark": ({"body": q("a", mark=lang("fr-FR")), "styles": defaults("en-US")}, FRENCH),
    "style": ({"body": p("a", styled("Article"), in_list(1, 0)), "styles": defaults("en-US") + STYLE}, FRENCH),
    "level": (
        {"body": q("a", mark=lang("en-US")), "numbering": IN_FRENCH},
        FRENCH,
    ),
    "not-known": ({"styles": defaults("de-DE")}, GERMAN),
    "not-said": ({}, ("1:", False)),
    "right-to-left": ({"body": p("a", in_list(1, 0), "<w:bidi/>"), "styles": defaults("en-US")}, ("1:", False)),
    "figures": ({"numbering": numbering("decimal")}, ("1:", True)),
    "legal": ({"numbering": numbering(more="<w:isLgl/>")}, ("1:", True)),
    "a-format-that-is-not-known": ({"numbering": numbering("thaiLetters")}, ("1:", False)),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_language_of_a_label(name: str, word: WordFile) -> None:
    parts, wanted = CASES[name]
    assert label(word, **parts) == wanted


def test_a_label_that_shows_a_number_above_in_words(word: WordFile) -> None:
    lists = abstract(1, level(0, "%1", "ordinalText"), level(1, "%1 (%2)")) + num(1, 1)
    document = read_document(word.write(q("a") + q("b", 1, 1), numbering=lists, styles=defaults("de-DE")))
    assert [(each.line.label, each.is_label_known) for each in document.blocks] == [("1", False), ("1 (1)", False)]


def test_an_annex_whose_number_is_not_known(word: WordFile) -> None:
    lists = abstract(1, level(0, "Annex %1", "cardinalText")) + num(1, 1)
    document = read_document(
        word.write(
            q("Terms", mark=lang("de-DE")).replace("</w:numPr>", '</w:numPr><w:outlineLvl w:val="0"/>'), numbering=lists
        )
    )
    (annex,) = document.blocks
    assert (annex.line.kind, annex.line.label, annex.is_label_known) == ("annex", "Annex 1", False)


def test_notes_follow_the_language_of_the_file(word: WordFile) -> None:
    mark = '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>'
    settings = '<w:footnotePr><w:numFmt w:val="ordinal"/></w:footnotePr>'
    found = {}
    for tag in ("fr-FR", "de-DE"):
        path = word.write(mark, footnotes=note, settings=settings, styles=defaults(tag))
        (read,) = read_document(path).notes
        found[tag] = read.line.label, read.is_label_known
    assert found == {"fr-FR": ("1er", True), "de-DE": ("1", False)}
