"""Languages side by side: every column has the text of its page, and nothing of one column is taken for another's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from reportgen import pipeline
from reportgen.tree.nodes import Document, Heading, Paragraph
from reportgen.tree.walk import plain_blocks
from reportgen.workspace import Workspace
from reportgen.writers.html.side_by_side import PageColumn, aligned_pieces, write_side_by_side
from tests.tools.edited_documents import EDITS
from tests.tools.two_editions import edited_pair

ORDERS = (("en", "ar", "zh"), ("ar", "en"), ("ru", "fr", "es", "zh", "ar", "en"))


def page_beside(documents: dict[str, Document], tags: tuple[str, ...]) -> html.HtmlElement:
    return html.document_fromstring(write_side_by_side([PageColumn(documents[tag], f"({tag})") for tag in tags]))


def cells(page: html.HtmlElement, tag: str) -> list[html.HtmlElement]:
    return page.xpath(f'//div[@data-name="({tag})"]')  # type: ignore[no-any-return]


def text_of(elements: list[html.HtmlElement]) -> list[str]:
    return [word for each in elements for word in "\n".join(each.itertext()).split()]


@pytest.mark.parametrize("tags", ORDERS, ids="-".join)
@pytest.mark.parametrize("report", ["real_documents", "every_documents"])
def test_a_column_has_the_text_of_its_page(report: str, tags: tuple[str, ...], request: pytest.FixtureRequest) -> None:
    documents: dict[str, Document] = request.getfixturevalue(report)
    page = page_beside(documents, tags)
    for tag in tags:
        alone = html.document_fromstring(pipeline.write(documents[tag], "html"))
        assert text_of(cells(page, tag)) == text_of(alone.xpath("//body"))


@pytest.mark.parametrize("tags", ORDERS, ids="-".join)
def test_each_block_stands_beside_its_counterparts(every_documents: dict[str, Document], tags: tuple[str, ...]) -> None:
    page = page_beside(every_documents, tags)
    anchors = [each.id for each in plain_blocks(every_documents["en"]) if isinstance(each, Heading | Paragraph)] + [
        f"note-{each.id}" for each in every_documents["en"].notes
    ]
    assert len(anchors) > 12
    for anchor in anchors:
        (row,) = page.xpath(f'//div[@class="row"][@id="{anchor}"]')
        assert [each.get("lang").split("-")[0] for each in row] == list(tags)
        assert [each.get("dir") for each in row] == ["rtl" if tag == "ar" else "ltr" for tag in tags]
        assert [len(each.xpath(f'.//*[@id="{tag}:{anchor}"]')) for tag, each in zip(tags, row, strict=True)] == [
            1 for _ in tags
        ]
    assert page.get("lang").split("-")[0] == tags[0]
    assert page.xpath('//header[@class="row names"]/div/p/text()') == [f"({tag})" for tag in tags]


def test_links_and_names_stay_in_their_column(every_documents: dict[str, Document]) -> None:
    page = page_beside(every_documents, ORDERS[2])
    anchors = Counter(page.xpath("//@id"))
    assert max(anchors.values()) == 1
    for tag in ORDERS[2]:
        links = [link for each in cells(page, tag) for link in each.xpath('.//a[starts-with(@href, "#")]/@href')]
        names = [name for each in cells(page, tag) for name in each.xpath(".//@aria-labelledby")]
        assert len(links) > 20
        assert all(each.startswith(f"#{tag}:") and each[1:] in anchors for each in links)
        assert len(names) > 3
        assert all(name in anchors for each in names for name in each.split())


@pytest.mark.parametrize("kind", ["inserted", "deleted"])
def test_what_a_language_lacks_leaves_its_cell_empty(kind: str, real_documents: dict[str, Document]) -> None:
    tags, whole = ("en", "fr", "zh"), real_documents["fr"]
    gone = whole.blocks[5]
    short = replace(whole, blocks=tuple(each for each in whole.blocks if each is not gone))
    page = page_beside({**real_documents, "fr": short}, tags if kind == "deleted" else ("fr", "en", "zh"))
    lacking = page.xpath('//div[@class="cell lacking"]')
    assert [(each.get("data-name"), each.getparent().get("id"), list(each)) for each in lacking] == [
        ("(fr)", gone.id, [])  # type: ignore[union-attr]
    ]
    order = [each.id for each in plain_blocks(real_documents["en"])]
    rows = [each for each in page.xpath('//main/div[@class="row"]/@id') if each in order]
    assert rows == [each for each in order if each in rows]
    assert gone.id in rows  # type: ignore[union-attr]


def test_columns_keep_their_own_order() -> None:
    columns = [[("a", "A1"), ("b", "B1"), ("c", "C1")], [("c", "C2"), ("a", "A2"), ("b", "B2")], [("d", "D3")]]
    rows = aligned_pieces(columns)
    for at, pieces in enumerate(columns):
        assert [texts[at] for _, texts in rows if texts[at]] == [text for _, text in pieces]
    assert ("a", ["A1", "A2", ""]) in rows


def test_what_is_not_translated_has_the_language_of_the_original(real_documents: dict[str, Document]) -> None:
    report = Path(__file__).parents[1] / "cases" / "every-block"
    workspace = Workspace.at(report)
    loaded = pipeline.load(workspace, "every-block")
    documents = pipeline.build_all(workspace, loaded, ["en", "fr"])
    page = page_beside(documents, ("fr", "en"))
    marked = page.xpath('//span[@class="untranslated"]')
    assert len(marked) > 20
    assert {(each.get("lang"), each.get("dir")) for each in marked} == {("en", "auto")}
    assert all(each.text.startswith("⟦") for each in marked)
    assert not page_beside(real_documents, ("en", "fr")).xpath('//span[@class="untranslated"]')


@pytest.mark.parametrize("kind", EDITS)
def test_tracked_changes_stand_in_columns(kind: str, every_documents: dict[str, Document]) -> None:
    pairs = {tag: edited_pair(every_documents, tag, kind, 3) for tag in ("en", "ar")}
    both = {tag: pair.both for tag, pair in pairs.items() if pair}
    if len(both) < 2:
        pytest.skip("the edit does not apply")
    page = page_beside(both, ("en", "ar"))
    assert max(Counter(page.xpath("//@id")).values()) == 1
    for tag, document in both.items():
        alone = html.document_fromstring(pipeline.write(document, "html"))
        assert text_of(cells(page, tag)) == text_of(alone.xpath("//body"))
        assert page.xpath(f'count(//div[@data-name="({tag})"]//ins)') == alone.xpath("count(//ins)")
