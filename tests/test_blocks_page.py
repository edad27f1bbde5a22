"""Every example of docs/blocks.md is built as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.inputs.rules import check
from reportgen.model.blocks import BLOCK_KINDS
from reportgen.tree.line import kind_of
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from tests.tools.pictures import png

PAGE = (Path(__file__).parents[1] / "docs/blocks.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
REPORT = "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nfacts: {unodc: {entity: unodc}}\nsections: [first]\n"


def put(tiny) -> None:
    """Put the examples into the files that they name, blocks into one section."""
    blocks, report = "", REPORT
    for language, text in EXAMPLES:
        name = re.match(r"# (\S+)\n", text)
        if language == "csv":
            tiny.write("inputs/tiny/training.csv", text)
        elif name and name[1] == "report.yaml":
            report += text
        elif name:
            tiny.write(f"inputs/tiny/{name[1]}", text)
        else:
            blocks += text
    tiny.report(report)
    tiny.paragraphs(blocks)
    tiny.write("inputs/tiny/chart.png", png(1, 1))


def test_the_examples_are_built(tiny) -> None:
    put(tiny)
    document = tiny.build()
    found = {block.id: plain_text(content_of(block)) for block in all_blocks(document)}
    assert found["reader"] == "See table 1, the figure, box 1 and the annex."
    assert found["questionnaire-use"].endswith("(see box 1 and paragraph 2 of the present report).")
    assert found["officials-trained/2-1"] == "Asia"
    assert found["training-by-year/2-2"].endswith(": 14")
    assert [note.id for note in document.notes] == ["own-translation"]


def test_the_page_shows_every_kind_of_block(tiny) -> None:
    put(tiny)
    report = tiny.load()
    check(report)
    shown = {key for key, model in BLOCK_KINDS.items() if any(isinstance(item, model) for item in report.all_items())}
    assert shown == set(BLOCK_KINDS)
    assert set(re.findall(r"^\| `(\w+)`(?: or `kind`)? \|", PAGE, re.MULTILINE)) == {"text", *BLOCK_KINDS}
    assert {"annex", "appendix", "contents", "letter-note"} <= {kind_of(block) for block in all_blocks(tiny.build())}
