"""Facts of a whole report and facts of a block keep apart, whatever they are called."""

from __future__ import annotations

from reportgen.adoption.draft import DraftPart, DraftPiece, DraftReport, DraftText
from reportgen.adoption.wordings import worded
from reportgen.facts import Names
from reportgen.language import load
from reportgen.tree.inlines import Text
from reportgen.workspace import Workspace


def test_a_count_that_is_called_as_a_name_of_the_report_stays_with_its_block() -> None:
    texts = ["UNODC met the Board.", "The Board thanked UNODC.", "There were 1,250 unodc in the list."]
    blocks = tuple(
        DraftText(DraftPiece(f"p-{index}", (index,), (Text(text),)), "text") for index, text in enumerate(texts)
    )
    part = DraftPart("part", None, blocks=blocks)
    found = worded(DraftReport(DraftPiece("title", (9,), (Text("Title"),)), (part,)), load(Workspace.at(), "en"))
    assert isinstance(found.report_facts["unodc"], Names)
    assert found.wordings["p-2"] == "There were {{ unodc }} unodc in the list."
    assert found.facts_of("p-2")["unodc"] == found.facts["p-2"]["unodc"] != found.report_facts["unodc"]
