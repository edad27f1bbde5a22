from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportgen import language as languages
from reportgen.language import Language
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Bold, Italic, Link, NoteMark, PrintedFact, Text
from reportgen.tree.line import lines
from reportgen.tree.printed import MASTHEAD, Identity, identity_of, printed_digest, printed_pieces
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace


@pytest.fixture(scope="module")
def english() -> Language:
    return languages.load(Workspace.at(), "en")


@pytest.fixture(scope="module")
def document(document_of: Callable[..., tree.Document], english: Language) -> tree.Document:
    heading = tree.Heading("h", 1, (Text("Asia"),), tree.Number((1,), "I."))
    fact = PrintedFact("n", "count", "3", (Text("3"),))
    paragraph = tree.Paragraph("p", (Text("Some "), fact, NoteMark("n", "1")), tree.Number((1,), "1."))
    return document_of(english, heading, paragraph, notes=(tree.Note("n", (Text("A note."),), tree.Number((1,), "1")),))


def test_pieces_are_the_masthead_and_every_line(real_documents: dict[str, tree.Document]) -> None:
    for each in real_documents.values():
        found = list(printed_pieces(each))
        below = [piece for piece in found if piece.kind != MASTHEAD]
        notes = [note.id for note in each.masthead.notes]
        assert [(piece.id, plain_text(piece.content)) for piece in below if piece.id not in notes] == [
            (line.id, line.text) for line in lines(each)
        ]
        assert len({piece.id for piece in found}) == len(found)
        assert [piece.id for piece in found][:3] == ["masthead/name", "masthead/symbol", "masthead/organ"]
        assert {"title", "agenda-title", "masthead/author"} <= {piece.id for piece in found}


def test_empty_lines_of_the_masthead_are_no_pieces(document: tree.Document) -> None:
    ids = [piece.id for piece in printed_pieces(document) if piece.kind == MASTHEAD]
    assert ids == [
        "masthead/name", "masthead/symbol", "masthead/organ", "masthead/information-1", "title", "masthead/author",
    ]  # fmt: skip


def test_the_identity_of_a_document(document: tree.Document) -> None:
    digest = printed_digest(printed_pieces(document))
    assert len(digest) == 32
    assert identity_of(replace(document, edition=4)) == Identity("A/99/1", 4, "en", digest)


def with_paragraph(document: tree.Document, *content: object, **more: object) -> tree.Document:
    paragraph = replace(document.blocks[1], content=content or document.blocks[1].content, **more)
    return replace(document, blocks=(document.blocks[0], paragraph))


SEEN: dict[str, Callable[[tree.Document], tree.Document]] = {
    "words": lambda each: with_paragraph(each, Text("Some 4"), NoteMark("n", "1")),
    "italics": lambda each: with_paragraph(each, Italic((Text("Some 3"),)), NoteMark("n", "1")),
    "bold": lambda each: with_paragraph(each, Bold((Text("Some 3"),)), NoteMark("n", "1")),
    "a mark": lambda each: with_paragraph(each, Text("Some 3")),
    "another mark": lambda each: with_paragraph(each, Text("Some 3"), NoteMark("m", "1")),
    "an address": lambda each: with_paragraph(each, Link("Some 3"), NoteMark("n", "1")),
    "a number": lambda each: with_paragraph(each, number=tree.Number((2,), "2.")),
    "an id": lambda each: with_paragraph(each, id="q"),
    "a note": lambda each: replace(each, notes=(replace(each.notes[0], content=(Text("Another."),)),)),
    "the symbol": lambda each: replace(each, symbol="A/99/2"),
    "the title": lambda each: replace(each, masthead=replace(each.masthead, title=(Text("Another"),))),
    "the order": lambda each: replace(each, blocks=each.blocks[::-1]),
}
UNSEEN: dict[str, Callable[[tree.Document], tree.Document]] = {
    "facts": lambda each: with_paragraph(each, Text("Some "), Text("3"), NoteMark("n", "1")),
    "the job number": lambda each: replace(each, masthead=replace(each.masthead, job_number="V.19-01520")),
    "the edition": lambda each: replace(each, edition=7),
    "the page": lambda each: replace(each, looks=replace(each.looks, page=replace(each.looks.page, width=9000))),
    "the emblem": lambda each: replace(
        each, masthead=replace(each.masthead, emblem=tree.Picture(b"", "png", (1, 1), "Emblem"))
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_the_digest_changes_with_what_is_seen(document: tree.Document, name: str) -> None:
    assert identity_of(SEEN[name](document)).digest != identity_of(document).digest


@pytest.mark.parametrize("name", UNSEEN)
def test_the_digest_stays_with_what_is_not(document: tree.Document, name: str) -> None:
    assert identity_of(UNSEEN[name](document)).digest == identity_of(document).digest
