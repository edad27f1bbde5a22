"""What stands as in earlier reports: whole blocks and sentences, values apart, and never the report itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.pipeline.reuse import ReusedText, reused_texts
from reportgen.translation.memory import Memory, MemorySegment

EARLIER = "In Kenya, the Office trained 313 officials of the prison service. The training went on in June 2018."


@pytest.fixture
def reused(tiny, tmp_path: Path):
    """What is reused of some paragraphs, by their ids."""
    english, french = (pipeline.language(tiny.workspace, tag) for tag in ("en", "fr"))

    def found(paragraphs: str, symbol: str = "A/98/1", text: str = EARLIER) -> dict[str, ReusedText]:
        tiny.paragraphs(paragraphs)
        with Memory.at(tmp_path / "kept.memory", is_new=True) as memory:
            memory.add((english, french), [MemorySegment(text, "…", symbol, "para. 7", "kenya")], symbol)
            document = pipeline.build(tiny.workspace, tiny.load(), "en")
            return {each.id: each for each in reused_texts(memory, english, document)}

    return found


def test_a_paragraph_with_other_figures(reused) -> None:
    text = EARLIER.replace("313", "421").replace("June 2018", "May 2019")
    facts = "{count: {count: 421}, month: {date: 2019-05}}"
    wording = text.replace("421", "{{ count }}").replace("May 2019", "{{ month }}")
    found = reused(f'- id: kenya\n  facts: {facts}\n  text: "{wording}"\n')["kenya"]
    assert (found.words, found.reused, found.share, found.is_same) == (18, 18, 1.0, False)
    assert found.sources == ("A/98/1, para. 7",)
    assert found.where == "para. 1"


def test_the_sentences_of_a_paragraph_that_is_partly_new(reused) -> None:
    new = "Another forty people joined in, which nobody had foreseen."
    found = reused(f'- id: kenya\n  text: "{EARLIER} {new}"\n')["kenya"]
    assert (found.words, found.reused, found.is_same) == (27, 18, True)
    assert round(found.share, 2) == 0.67


def test_a_new_paragraph(reused) -> None:
    assert reused("- id: new\n  text: Nothing of this was ever said before by anybody.\n")["new"].reused == 0


def test_what_is_kept_of_the_report_itself_does_not_count(reused) -> None:
    assert reused(f'- id: kenya\n  text: "{EARLIER}"\n', "A/99/1")["kenya"].reused == 0


def test_the_number_of_what_a_paragraph_refers_to_moves_by_itself(reused) -> None:
    said = "the work of the Office went on without a break in all regions."
    first = "- id: kept\n  text: The first paragraph of all.\n"
    second = f'- id: refers\n  text: As described in {{{{ para("kept") }}}}, {said}\n'
    earlier = f"As described in paragraph 12 above, {said}"
    assert reused(first + second, text=earlier)["refers"].share == 1.0
