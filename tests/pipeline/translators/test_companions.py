"""What goes with a job: earlier texts, the lexicon, and the page of references."""

from __future__ import annotations

import io

import pytest

from reportgen import language as languages
from reportgen import pipeline
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translators.companions import COMPANIONS
from reportgen.pipeline.translators.exported import exported_job
from reportgen.translation.tbx import read_tbx
from reportgen.translation.tmx import read_tmx
from reportgen.workspace import Workspace


@pytest.fixture(scope="module")
def built() -> Built:
    workspace = Workspace.at()
    return Built(workspace, pipeline.load(workspace, "e-cn.15-2019-9"))


def test_every_text_of_the_report_is_in_the_memory(built: Built) -> None:
    every = list(read_tmx(io.BytesIO(COMPANIONS["tmx"].write(built, "ar")), "memory.tmx"))
    found = {each.id: each for each in every if each.symbol == built.report.symbol}
    units = [unit for unit in exported_job(built, "ar", every=True).units if unit.target]
    assert [each.id for each in units] == list(found)
    assert all(found[each.id].texts == (("en", each.source), ("ar", each.target)) for each in units)
    # Those of other reports come behind them.
    assert [*dict.fromkeys(each.symbol for each in every)] == ["E/CN.15/2019/9", "A/80/590"]


def test_the_lexicon_has_both_languages_and_its_doubts(built: Built) -> None:
    found = read_tbx(COMPANIONS["tbx"].write(built, "fr"), "names.tbx")
    lexicon = languages.load(built.workspace, "fr").lexicon
    ours = [each.entry for each in found if each.language == "fr"]
    assert len(ours) == len(found) / 2
    assert all(lexicon.entry(each.kind, each.id) == each for each in ours)
    assert {each.sure for each in ours} == {True, False}


def test_the_page_has_documents_with_symbols_and_names_with_doubts(built: Built) -> None:
    page = COMPANIONS["reference"].write(built, "ar").decode()
    assert 'href="https://undocs.org/E/RES/1992/22"' in page
    assert '<p lang="ar" dir="rtl">' in page
    assert "not sure: " in page
    assert "<script" not in page


def test_the_page_has_what_a_piece_was_translated_from(tiny) -> None:
    tiny.catalogue(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#, fuzzy\n#| msgctxt "opening"\n#| msgid "The report is <tiny> & old."\n'
        'msgctxt "opening"\nmsgid "The report is small."\nmsgstr "Le rapport est bref."\n',
        "fr",
    )
    page = COMPANIONS["reference"].write(Built(tiny.workspace, tiny.load()), "fr").decode()
    assert "<p>The report is &lt;tiny&gt; &amp; old.</p>" in page
