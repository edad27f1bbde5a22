from __future__ import annotations

import json
from collections.abc import Callable

from reportgen import language as languages
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.tree.inlines import CrossReference, Italic, Link, NoteMark, PrintedFact, Text
from reportgen.tree.line import lines
from reportgen.tree.nodes import Document, Heading, Note, Paragraph, PlainParagraph, Subparagraph, Summary
from reportgen.workspace import Workspace
from reportgen.writers import manifest

ENGLISH = languages.load(Workspace.at(), "en")


def small(document_of: Callable[..., Document]) -> Document:
    fact = PrintedFact("trained", "count", "313", (Text("313"),))
    content = (
        Text("In "), Italic((PrintedFact("country", "place", "ID", (Text("Indonesia"),)),)), Text(", "), fact,
        NoteMark("n"), Text(", see "), CrossReference("paras", ("asia",), to="asia-one"),
    )  # fmt: skip
    blocks = [
        Summary("summary", (Text("Summary"),), (PlainParagraph("in-short", (Text("Short."),)),)),
        Heading("first", 1, (Text("Asia"),)),
        Paragraph("asia", content),
        Subparagraph("asia-one", 1, (Text("To go."),)),
    ]
    document = document_of(ENGLISH, *blocks, notes=(Note("n", (Text("See "), Link("https://un.org"))),))
    return resolve_references(number_blocks(document, ENGLISH), ENGLISH)


def test_shape(document_of: Callable[..., Document]) -> None:
    plain = {"facts": [], "notes": [], "references": []}
    none = {"path": [], "label": ""}
    assert manifest.manifest(small(document_of)) == {
        "symbol": "A/99/1",
        "language": "en",
        "direction": "ltr",
        "title": "A title",
        "blocks": [
            {"id": "summary", "kind": "summary", **none, "text": "Summary", **plain},
            {"id": "in-short", "kind": "plain", **none, "text": "Short.", **plain},
            {"id": "first", "kind": "heading", "path": [1], "label": "I.", "text": "Asia", **plain},
            {
                "id": "asia",
                "kind": "paragraph",
                "path": [1],
                "label": "1.",
                "text": "In Indonesia, 313, see paragraphs 1 to 1 (a)",
                "facts": [
                    {"id": "country", "kind": "place", "value": "ID", "text": "Indonesia"},
                    {"id": "trained", "kind": "count", "value": "313", "text": "313"},
                ],
                "notes": [{"id": "n", "label": "1"}],
                "references": [{"targets": ["asia", "asia-one"], "text": "paragraphs 1 to 1 (a)"}],
            },
            {"id": "asia-one", "kind": "subparagraph", "path": [1, 1], "label": "(a)", "text": "To go.", **plain},
        ],
        "notes": [{"id": "n", "kind": "note", "path": [1], "label": "1", "text": "See https://un.org", **plain}],
    }


def test_bytes_are_json_in_utf_8_that_ends_with_a_line(real_documents: dict[str, Document]) -> None:
    data = manifest.write(real_documents["zh"])
    assert json.loads(data) == manifest.manifest(real_documents["zh"])
    assert data.endswith(b"}\n")
    assert "预防犯罪".encode() in data


def test_two_languages_differ_only_in_text_and_labels(real_documents: dict[str, Document]) -> None:
    english, chinese = (manifest.manifest(real_documents[tag]) for tag in ("en", "zh"))
    for part, count in (("blocks", 76 + 11 + 5 + 3), ("notes", 3)):
        assert len(english[part]) == count
        shapes = [[(each["id"], each["kind"], each["path"]) for each in found[part]] for found in (english, chinese)]
        assert shapes[0] == shapes[1]


def test_blocks_and_notes_are_the_lines_of_the_tree(real_documents: dict[str, Document]) -> None:
    document = real_documents["en"]
    found = manifest.manifest(document)
    own = [each for each in (*found["blocks"], *found["notes"]) if each["id"] != "agenda-note"]
    assert [{key: each[key] for key in ("id", "kind", "path", "label", "text")} for each in own] == [
        line.as_json() for line in lines(document)
    ]
