"""Every kind of block in Markdown, as renderers see it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.tree.nodes import Document
from reportgen.writers import FORMATS, companion_files, manifest


@pytest.fixture
def document(every: Any) -> Document:
    return every.build()


@pytest.fixture
def text(document: Document) -> str:
    return pipeline.write(document, "md").decode()


def test_tables(text: str) -> None:
    table = text[text.index('<a id="visits">') :].split("\n\n")
    assert table[0] == '<a id="visits"></a>Table 1\\\n<strong>Visits \\| by *year*</strong>'
    assert table[1].split("\n") == [
        "| *Place* | *Visits*<sup>*a*</sup> | *Year* |",
        "| :------------ | ------: | ------: |",
        "| Kenya | 1,250 | 2018 |",
        "| 1. Peru<sup>*b*</sup> | \\.\\.\\. |  |",
        "| **Total** | **1,300** |  |",
    ]
    assert table[2:5] == [
        '<a id="visits/source"></a>*Source:* The paragraph [2](#request) below says so.',
        '<a id="all"></a><sup>*a*</sup> All visits.',
        '<a id="part"></a><sup>*b*</sup> In part.',
    ]


def test_figures(text: str, document: Document) -> None:
    assert "![Two \\[2\\] bars, one higher](tiny/chart.png)" in text
    assert list(companion_files(document, "md")) == ["tiny/chart.png"]
    assert companion_files(document, "md")["tiny/chart.png"].startswith(b"\x89PNG")
    assert all(not companion_files(document, name) for name in FORMATS if name != "md")


def test_contents(text: str) -> None:
    contents = text[text.index('<a id="contents">') :].split("\n\n")
    assert contents[0] == '<a id="contents"></a>**Contents**\u2003*Paragraphs*'
    assert contents[1].split("\n")[:3] == [
        "- [I. The first section](#first)\u20031–2",
        "- [Annex I Terms](#terms)\u20031–3",
        "  - [I. Nouns](#nouns)\u20032",
    ]
    assert "  - [Appendix I Letters](#letters)\u20031" in contents[1]


def test_annexes_and_recommendations(text: str) -> None:
    assert '\n## <a id="terms"></a>Annex I\u2003Terms\n' in text
    assert '\n### <a id="names"></a>Appendix\u2003Names\n' in text
    assert '<a id="request"></a>2\\. **It is recommended:**[^2]' in text
    assert '\u2003<a id="request-count"></a>(a) <strong>To *count*;</strong>' in text


def test_links_lead_somewhere(text: str) -> None:
    anchors = Counter(re.findall(r'<a id="([^"]+)">', text))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)
    assert max(anchors.values()) == 1


PANDOC = ("gfm", "markdown", "commonmark_x")


@pytest.mark.parametrize("reader", PANDOC)
def test_pandoc_sees_lists_quotations_and_tables(text: str, reader: str) -> None:
    pypandoc = pytest.importorskip("pypandoc", reason="pypandoc-binary is not installed (pip)")
    blocks = json.loads(pypandoc.convert_text(text, "json", format=reader))["blocks"]
    kinds = Counter(kind for block in blocks for kind in nested(block))
    assert kinds["OrderedList"] == 0
    assert kinds["BulletList"] == 7  # three of contents, three levels of lands, one of seas
    assert kinds["BlockQuote"] == 3
    assert kinds["Table"] == 2
    [table] = [block for block in blocks if block["t"] == "Table" and len(block["c"][4][0][3]) == 3]
    assert [column[0]["t"] for column in table["c"][2]] == ["AlignLeft", "AlignRight", "AlignRight"]


def nested(block: Any) -> Iterator[str]:
    """The kinds of a block and of those in its lists and quotations."""
    yield block["t"]
    if block["t"] == "BlockQuote":
        yield from (kind for inner in block["c"] for kind in nested(inner))
    if block["t"] == "BulletList":
        yield from (kind for item in block["c"] for inner in item for kind in nested(inner))


def test_the_manifest_has_what_only_some_blocks_have(document: Document) -> None:
    blocks = {block["id"]: block for block in manifest.manifest(document)["blocks"]}
    assert blocks["visits"]["heads"] == ["visits/head-1", "visits/head-2", "visits/head-3"]
    assert blocks["visits"]["rows"][1] == ["visits/2-1", "visits/2-2", None]
    assert (blocks["visits"]["numeric"], blocks["visits"]["total"]) == ([False, True, True], True)
    assert blocks["chart"]["picture"] == {"format": "png", "pixels": [4, 3]}
    assert blocks["lands/1-1-1"]["level"] == 3
    assert blocks["visits/source"]["label"] == "Source:"
    assert blocks["request"]["recommendation"] is True
    assert "recommendation" not in blocks["opening"]
    assert blocks["meaning"]["path"] == ["annex", 1, 1]
    assert blocks["contents"]["entries"][1] == {
        "target": "terms", "level": 1, "label": "Annex I", "text": "Terms", "paragraphs": "1–3",
    }  # fmt: skip


def test_the_outline_has_every_line(document: Document) -> None:
    outline = pipeline.write(document, "outline").decode()
    assert re.search(r"^letter-note +table\.1\.2 +b +part: In part\.$", outline, re.MULTILINE)
    assert re.search(r"^paragraph +annex\.1\.appendix\.2\.1 +1\. +digit: There are ten\.$", outline, re.MULTILINE)
