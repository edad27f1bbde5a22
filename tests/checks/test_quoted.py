"""Words that are quoted from a document."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen import pipeline
from reportgen.checks import Edition
from reportgen.checks.versions import quoted
from reportgen.pipeline.build import build_all, checked_edition
from reportgen.pipeline.translators.recalled import MEMORY_FILE
from reportgen.translation.memory import Memory, MemorySegment

_SECTION = """\
id: first
heading: H
paragraphs:
  - {id: one, quoted: {source: A/RES/65/230}, text: "It says “strong and fair”."}
"""


def edition(tiny: Any, translated: str = "Il dit «\u00a0fort et juste\u00a0».") -> Edition:
    tiny.report("symbol: A/99/1\ntitle: T\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    tiny.section(_SECTION)
    tiny.catalogue(f'msgctxt "one"\nmsgid "It says “strong and fair”."\nmsgstr "{translated}"\n', "fr")
    report = tiny.load()
    return checked_edition(tiny.workspace, report, build_all(tiny.workspace, report, ("en", "fr")))


def said(found: Edition) -> list[tuple[str, str, str]]:
    return [(each.language, each.severity, each.words) for each in quoted.check(found)]


def test_a_document_that_is_not_at_hand_is_a_note_for_the_reviser(tiny: Any) -> None:
    assert [(tag, severity) for tag, severity, _ in said(edition(tiny))] == [("fr", "note")]


def remembered(tiny: Any, target: str, symbol: str = "A/RES/65/230") -> None:
    """Put a document of one paragraph into the memory beside inputs/."""
    languages = pipeline.language(tiny.workspace, "en"), pipeline.language(tiny.workspace, "fr")
    with Memory.at(tiny.root / MEMORY_FILE, is_new=True) as memory:
        memory.add(languages, [MemorySegment("Be it Strong and fair, always.", target, symbol)], symbol)


def test_words_of_the_document_and_others(tiny: Any) -> None:
    remembered(tiny, "Qu’il soit fort et équitable.")
    assert said(edition(tiny)) == [("fr", "warning", "\u00a0fort et juste\u00a0")]
    remembered(tiny, "Qu’il soit\u00a0: fort et juste, toujours.")
    assert said(edition(tiny)) == []


def test_a_document_that_the_memory_does_not_have(tiny: Any) -> None:
    remembered(tiny, "Qu’il soit fort et équitable.", "A/RES/65/229")
    assert [(tag, severity) for tag, severity, _ in said(edition(tiny))] == [("fr", "note")]


def test_a_report_that_quotes_nothing_opens_no_memory(tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered(tiny, "Qu’il soit fort et équitable.")
    monkeypatch.setattr(Memory, "at", lambda *_: pytest.fail("the memory was opened"))
    tiny.paragraphs("- {id: one, text: Short.}\n")
    report = tiny.load()
    assert checked_edition(tiny.workspace, report, build_all(tiny.workspace, report, ("en",))).recalled == {}


def test_what_is_left_out_of_quoted_words_is_not_looked_for(tiny: Any) -> None:
    remembered(tiny, "Qu’il soit fort, bon, et aussi juste.")
    translated = "Il dit «\u00a0fort […] et aussi juste\u00a0»."
    assert said(edition(tiny, translated)) == []
    assert len(said(edition(tiny, translated.replace("aussi", "encore")))) == 1
