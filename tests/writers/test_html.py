"""HTML pages: the text of the other formats, with landmarks, anchors and links that lead somewhere."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from reportgen import language as languages
from reportgen import pipeline
from reportgen.tree.inlines import Bold, Link, NoteMark, Text
from reportgen.tree.nodes import Document, Figure, Heading, Note, PlainParagraph, Summary, Table
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace
from reportgen.writers.html.side_by_side import PageColumn, write_side_by_side
from tests.tools.edited_documents import EDITS
from tests.tools.two_editions import Side, edited_pair

TAGS = ("en", "ar", "zh", "fr", "es", "ru")
SIDES: tuple[tuple[Side, str, str], ...] = (("old", "ins", "del"), ("new", "del", "ins"))
"""Each side of two editions, with the element of what it lacks and that of what it alone has."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def page_of(document: Document) -> html.HtmlElement:
    return html.document_fromstring(pipeline.write(document, "html"))


def text_of(element: html.HtmlElement) -> str:
    """What stands in an element, without marks of notes and numbers, which have elements of their own."""
    for each in element.xpath('.//sup[a[@role="doc-noteref"]] | .//span[@class="number"]'):
        each.drop_tree()
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("report", ["real_documents", "every_documents"])
def test_every_block_has_the_text_of_the_tree(report: str, tag: str, request: pytest.FixtureRequest) -> None:
    document: Document = request.getfixturevalue(report)[tag]
    page = page_of(document)
    printed = {element.get("id"): text_of(element) for element in page.xpath("//*[@id]")}
    seen = 0
    for block in all_blocks(document):
        wanted = " ".join(plain_text(content_of(block)).split())
        if wanted and block.id in printed:
            assert printed[block.id].endswith(wanted), block.id
            seen += 1
    assert seen > 25


@pytest.mark.parametrize("tag", TAGS)
def test_numbers_are_those_that_are_printed(real_documents: dict[str, Document], tag: str) -> None:
    document = real_documents[tag]
    page = page_of(document)
    numbered = {
        block.id: block.number.label.rstrip() for block in all_blocks(document) if getattr(block, "number", None)
    }
    found = {each.getparent().get("id"): each.text for each in page.xpath('//span[@class="number"]')}
    assert found == numbered


def test_links_lead_somewhere_and_notes_back(every_documents: dict[str, Document]) -> None:
    for document in every_documents.values():
        page = page_of(document)
        anchors = Counter(each.get("id") for each in page.xpath("//*[@id]"))
        assert max(anchors.values()) == 1
        links = [each.get("href")[1:] for each in page.xpath('//a[starts-with(@href, "#")]')]
        assert len(links) > 20
        assert set(links) <= set(anchors)
        for note in page.xpath('//section[@role="doc-endnotes"]/p'):
            (back,) = note.xpath('./a[@role="doc-backlink"]')
            (mark,) = page.xpath(f'//*[@id="{back.get("href")[1:]}"]')
            assert mark.get("href") == f"#{note.get('id')}"


@pytest.mark.parametrize("tag", TAGS)
def test_language_direction_and_headings_in_order(every_documents: dict[str, Document], tag: str) -> None:
    page = page_of(every_documents[tag])
    assert page.get("lang").split("-")[0] == tag
    assert page.get("dir") == ("rtl" if tag == "ar" else "ltr")
    levels = [HEADINGS.index(each.tag) for each in page.iter(*HEADINGS)]
    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_and_pictures_say_what_they_are(every_documents: dict[str, Document]) -> None:
    document = every_documents["en"]
    page = page_of(document)
    assert all(each.get("scope") in ("col", "row") for each in page.iter("th"))
    assert all(each.get("scope") for table in page.iter("table") for each in table.iter("th"))
    shown = [plain_text(each.alternative.content) for each in all_blocks(document) if isinstance(each, Figure)]
    assert shown
    assert [each.get("alt") for each in page.iter("img")] == shown
    assert all(each.get("src").startswith("data:image/") for each in page.iter("img"))


def test_nothing_in_a_text_becomes_markup(document_of: Callable[..., Document]) -> None:
    language = languages.load(Workspace.at(), "en")
    hostile = '<script>alert(1)</script> " onload=x & \x07'
    document = document_of(
        language,
        Summary("summary", (Text(hostile),), (PlainParagraph("one", (Text(hostile), NoteMark("n", "1"))),)),
        Heading("two", 1, (Bold((Text(hostile),)),)),
        PlainParagraph("three", (Link("javascript:alert(1)"), Link('https://un.org/"><script>'))),
        notes=(Note("n", (Text(hostile),)),),
    )
    text = pipeline.write(document, "html").decode()
    page = html.document_fromstring(text)
    assert "<script" not in text
    assert "\x07" not in text
    assert not page.xpath("//script | //@onload | //*[@style][not(self::col or self::img)]")
    assert [each.get("href") for each in page.xpath('//p[@id="three"]/a')] == ['https://un.org/"><script>']
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


@pytest.mark.parametrize("kind", EDITS)
def test_two_editions_stand_in_one_page(
    kind: str, every_documents: dict[str, Document], real_documents: dict[str, Document], tmp_path: Path
) -> None:
    for seed, tag in enumerate(TAGS):
        pair = edited_pair(real_documents if seed % 2 else every_documents, tag, kind, seed)
        if pair is None:
            continue
        tracked = pair.tracked(tmp_path, "html").read_bytes()
        whole = html.document_fromstring(tracked)
        anchors = Counter(whole.xpath("//@id"))
        assert max(anchors.values()) == 1
        assert set(whole.xpath("//@aria-labelledby")) <= set(anchors), pair.name
        assert not whole.xpath("//ul/*[not(self::li)] | //*[@role='region'][not(@aria-labelledby)]"), pair.name
        for side, gone, kept in SIDES:
            page = html.document_fromstring(tracked)
            for each in page.xpath(f"//{gone}"):
                each.drop_tree()
            for each in page.xpath(f"//{kept}"):
                each.drop_tag()
            alone = html.document_fromstring(pair.written(side, tmp_path, "html").read_bytes())
            assert words(page) == words(alone), (pair.name, side)


def without_captions(document: Document) -> Document:
    blocks = (replace(each, content=()) if isinstance(each, Table) else each for each in document.blocks)
    return replace(document, blocks=tuple(blocks))


def test_a_table_without_a_caption_is_no_region(every_documents: dict[str, Document]) -> None:
    before, page = page_of(every_documents["en"]), page_of(without_captions(every_documents["en"]))
    tables = page.xpath('//div[@class="table"]')
    assert [each.get("id") for each in tables] == before.xpath('//div[@class="table"]/@aria-labelledby')
    assert [(each.get("role"), each.get("aria-labelledby"), each.get("tabindex")) for each in tables] == [
        (None, None, "0") for _ in tables
    ]
    assert len(tables) > 1


def lacking(document: Document) -> Document:
    """The document without every third block, as another language that shares names of tables with it."""
    return replace(document, language="fr", blocks=tuple(each for at, each in enumerate(document.blocks) if at % 3))


def words(page: html.HtmlElement) -> tuple[list[str], list[list[str]]]:
    """The words of a page as they stand, and those of its footnotes, which have the order of the newer edition."""
    notes = [note.text_content().split() for note in page.xpath('//section[@role="doc-endnotes"]/p')]
    for each in page.xpath('//section[@role="doc-endnotes"]'):
        each.drop_tree()
    return re.findall(r"\S+", " ".join(page.xpath("//body//text()"))), sorted(notes)


def test_axe_finds_nothing(
    npm: Callable[[str], Path],
    every_documents: dict[str, Document],
    real_documents: dict[str, Document],
    tmp_path: Path,
) -> None:
    pair = edited_pair(every_documents, "en", "storm", 1)
    assert pair
    paths = []
    for name, document in [
        ("tracked", pair.both),
        ("captionless", without_captions(every_documents["en"])),
        ("every-en", every_documents["en"]),
        ("every-ar", every_documents["ar"]),
        *real_documents.items(),
    ]:
        paths.append(tmp_path / f"{name}.html")
        paths[-1].write_bytes(pipeline.write(document, "html"))
    for name, tags in (("real", ("en", "ar", "zh")), ("every", TAGS), ("tracked", ("en", "fr"))):
        documents = {
            "real": real_documents,
            "every": every_documents,
            "tracked": {"en": pair.both, "fr": lacking(pair.both)},
        }
        paths.append(tmp_path / f"{name}-columns.html")
        paths[-1].write_bytes(write_side_by_side([PageColumn(documents[name][tag], tag) for tag in tags]))
    script = Path(__file__).with_name("axe.mjs")
    done = subprocess.run(["node", script, npm("axe"), *paths], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {path: faults for path, faults in found.items() if faults} == {}
    assert len(found) == len(paths)
