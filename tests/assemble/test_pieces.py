"""A piece is printed anew when anything changes that it is printed from, and else not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.assemble.prose import Prose
from reportgen.pipeline.orders import BuildOrder, build_report

REPORT = """\
symbol: A/99/1
title: A small report
masthead: {organ: ecosoc}
facts:
  unodc: {entity: unodc}
  visits: {count: 12, series: visits}
sections: [first]
"""
PARAGRAPHS = """\
- id: opening
  facts: {trained: {count: 313}, country: {place: ID}}
  text: In {{ country }}, {{ unodc }} trained {{ trained }} people.[^training]
  notes: {training: See A/99/2.}
- id: closing
  facts: {more: {count: 8, series: visits}}
  text: There were {{ visits }} visits, after {{ more }} in the year before; see {{ para("opening") }}.
- id: end
  text: Nothing else was done.
"""
CHINESE = {
    "opening": "{{ unodc }}在{{ country }}培训了{{ trained }}人。[^training]",
    "closing": '共访问{{ visits }}次，此前{{ more }}次；见{{ para(\\"opening\\") }}。',
}


WORDS = ("trained", "visits", "done", "A/99/2", "培训", "访问")
"""Each piece of a paragraph or a note has one of them, and no line of the masthead has."""


@pytest.fixture
def printed(tiny, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Build the report in a new run; the texts that it prints anew."""
    monkeypatch.setenv("REPORTGEN_CACHE", str(tiny.root / "store"))
    texts: list[str] = []
    content = Prose.content
    monkeypatch.setattr(Prose, "content", lambda prose, text: texts.append(text) or content(prose, text))
    tiny.report(REPORT)
    tiny.paragraphs(PARAGRAPHS)
    tiny.catalogue("".join(f'msgctxt "{name}"\nmsgid "x"\nmsgstr "{text}"\n\n' for name, text in CHINESE.items()))

    def build() -> list[str]:
        texts.clear()
        written = [path.read_bytes() for path in sorted(_build(tiny))]
        found = [text for text in texts if any(word in text for word in WORDS)]
        with monkeypatch.context() as alone:
            alone.setenv("REPORTGEN_CACHE", "off")
            assert [path.read_bytes() for path in sorted(_build(tiny))] == written
        return found

    return build


def _build(tiny):
    return build_report(BuildOrder(str(tiny.root), "tiny")).files


def test_nothing_is_printed_twice(printed) -> None:
    assert len(printed()) >= 5
    assert printed() == []


def test_one_paragraph_is_printed_again(printed, tiny) -> None:
    printed()
    tiny.paragraphs(PARAGRAPHS.replace("Nothing else was", "Nothing is now"))
    # In Chinese it has no translation: its source stands there, printed by the rules of English.
    assert printed() == ["Nothing is now done."] * 2
    tiny.paragraphs(PARAGRAPHS)
    assert printed() == []


def test_one_fact_changes_its_piece_in_every_language(printed, tiny) -> None:
    printed()
    tiny.paragraphs(PARAGRAPHS.replace("313", "314"))
    assert [text.partition(" }}")[0] for text in printed()] == ["In {{ country", "{{ unodc"]


def test_a_count_that_turns_its_series_into_figures_changes_its_members(printed, tiny) -> None:
    printed()
    tiny.report(REPORT.replace("count: 12", "count: 9"))
    assert len(printed()) == 2


def test_a_fact_of_the_report_changes_the_pieces_that_name_it(printed, tiny) -> None:
    printed()
    tiny.report(REPORT.replace("entity: unodc", "entity: unicef"))
    assert [text.partition(" }}")[0] for text in printed()] == ["In {{ country", "{{ unodc"]


def test_a_piece_that_moves_is_the_same(printed, tiny) -> None:
    printed()
    first, second, third = PARAGRAPHS.split("- id: ")[1:]
    tiny.paragraphs("- id: " + "- id: ".join((third, first, second)))
    assert printed() == []


def test_a_name_changes_all_pieces_of_its_language(printed, tiny) -> None:
    printed()
    tiny.write("locales/zh/lexicon/entities.yaml", "unodc: {name: 毒品和犯罪问题办公室}\necosoc: {name: 理事会}\n")
    assert any("培训了" in text for text in printed())


def test_a_mark_of_a_note_that_is_gone_is_still_an_error(printed, tiny) -> None:
    printed()
    tiny.paragraphs(PARAGRAPHS.replace("  notes: {training: See A/99/2.}\n", ""))
    with pytest.raises(Exception, match="the footnote 'training' has no text"):
        printed()
