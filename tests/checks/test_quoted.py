"""Words that are quoted from a document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportgen.checks import Edition
from reportgen.checks.versions import quoted
from reportgen.pipeline.build import build_all, checked_edition

_SECTION = """\
id: first
heading: H
paragraphs:
  - {id: one, quoted: {source: A/RES/65/230}, text: "It says “strong and fair”."}
"""


def edition(tiny: Any) -> Edition:
    tiny.report("symbol: A/99/1\ntitle: T\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    tiny.section(_SECTION)
    tiny.catalogue(
        'msgctxt "one"\nmsgid "It says “strong and fair”."\nmsgstr "Il dit «\u00a0fort et juste\u00a0»."\n', "fr"
    )
    report = tiny.load()
    return checked_edition(tiny.workspace, report, build_all(tiny.workspace, report, ("en", "fr")))


def said(found: Edition) -> list[tuple[str, str, str]]:
    return [(each.language, each.severity, each.words) for each in quoted.check(found)]


def test_a_document_that_is_not_at_hand_is_a_note_for_the_reviser(tiny: Any) -> None:
    assert [(tag, severity) for tag, severity, _ in said(edition(tiny))] == [("fr", "note")]


def test_words_of_the_document_and_others(tiny: Any) -> None:
    found = edition(tiny)
    texts = {("A/RES/65/230", "en"): "Be it Strong and fair, always.", ("A/RES/65/230", "fr"): "Fort et équitable."}
    assert said(replace(found, recalled=texts)) == [("fr", "warning", "\u00a0fort et juste\u00a0")]
