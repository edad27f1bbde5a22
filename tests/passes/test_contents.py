from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen import language as languages
from reportgen.passes.contents import list_contents
from reportgen.passes.number import number_blocks
from reportgen.tree.inlines import CrossReference, Italic, Link, NoteMark, NumberReference, Text
from reportgen.tree.nodes import Annex, Block, Contents, ContentsEntry, Document, Heading, Paragraph, PlainParagraph
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

ENGLISH = languages.load(Workspace.at(), "en")
BODY: tuple[Block, ...] = (
    Heading("one", 1, (Text("One"), NoteMark("n"))),
    Paragraph("p1", ()),
    Paragraph("p2", ()),
    Heading("one-a", 2, (Italic((Text("A"), NoteMark("n"))),)),
    Paragraph("p3", ()),
    Heading("one-a-1", 3, ()),
    Paragraph("p4", ()),
    Heading("two", 1, ()),
    Heading("two-a", 2, ()),
    PlainParagraph("plain", ()),
    Annex("annex", 1, (Text("Words"),)),
    Paragraph("p5", ()),
    Heading("three", 1, ()),
    Paragraph("p6", ()),
    Annex("appendix", 2, ()),
    Heading("four", 1, ()),
    Paragraph("p7", ()),
)


@pytest.fixture
def entries(document_of: Callable[..., Document]) -> Callable[[int], tuple[ContentsEntry, ...]]:
    """The entries of contents of a depth."""

    def listed(depth: int) -> tuple[ContentsEntry, ...]:
        contents = Contents("contents", (), ("", ""), "{low} to {high}", depth)
        document = list_contents(number_blocks(document_of(ENGLISH, contents, *BODY), ENGLISH))
        (found,) = (block for block in document.blocks if isinstance(block, Contents))
        return found.entries

    return listed


WHOLE = [
    ("one", 1, "I.", "1 to 4"),
    ("one-a", 2, "A.", "3 to 4"),
    ("one-a-1", 3, "1.", "4"),
    ("two", 1, "II.", ""),
    ("two-a", 2, "A.", ""),
    ("annex", 1, "Annex", "1 to 2"),
    ("three", 2, "I.", "2"),
    ("appendix", 2, "Appendix", "1"),
    ("four", 3, "I.", "1"),
]


@pytest.mark.parametrize(
    ("depth", "left_out"), [(6, set()), (3, set()), (2, {"one-a-1"}), (1, {"one-a", "one-a-1", "two-a"})]
)
def test_headings_down_to_a_level_and_every_annex(
    entries: Callable[[int], tuple[ContentsEntry, ...]], depth: int, left_out: set[str]
) -> None:
    found = [(each.target, each.level, each.label, each.paragraphs) for each in entries(depth)]
    assert found == [row for row in WHOLE if row[0] not in left_out]


def test_marks_of_notes_are_left_out(entries: Callable[[int], tuple[ContentsEntry, ...]]) -> None:
    first, second, *_ = entries(2)
    assert first.content == (Text("One"),)
    assert second.content == (Italic((Text("A"),)),)
    assert plain_text(entries(1)[2].content) == "Words"


def test_addresses_and_references_are_text_since_an_entry_is_a_link(document_of: Callable[..., Document]) -> None:
    link, label = Link("https://un.org"), NumberReference("p1", "1")
    reference = CrossReference("para", ("p1",), content=(Text("para. "), label))
    heading = Heading("one", 1, (Text("At "), link, Italic((Text(" "), reference))))
    contents = Contents("contents", (), ("", ""), "{low} to {high}", 1)
    document = list_contents(number_blocks(document_of(ENGLISH, contents, heading), ENGLISH))
    (found,) = (block for block in document.blocks if isinstance(block, Contents))
    assert found.entries[0].content == (Text("At "), Text("https://un.org"), Italic((Text(" "), Text("para. 1"))))


def test_a_document_without_contents_is_the_same(document_of: Callable[..., Document]) -> None:
    document = number_blocks(document_of(ENGLISH, *BODY), ENGLISH)
    assert list_contents(document) == document
