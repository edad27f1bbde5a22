"""What a Word file carries of what it was printed from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.readers import ReadDocument, read_document
from reportgen.tree.editions import newer
from reportgen.tree.nodes import Document
from reportgen.tree.sent import read_sent, sent_document
from reportgen.word import package
from reportgen.word.sent import SENT_NAMESPACE, SENT_PART
from tests.tools.opened_word import parts_of, zipped

TAGS = ("ar", "en", "zh")


def read(folder: Path, data: bytes) -> ReadDocument:
    path = folder / "report.docx"
    path.write_bytes(data)
    return read_document(path)


@pytest.mark.parametrize("tag", TAGS)
def test_a_file_carries_what_it_was_printed_from(real_documents: dict[str, Document], tag: str, tmp_path: Path) -> None:
    found = read(tmp_path, pipeline.write(real_documents[tag], "docx"))
    assert read_sent(found.carried) == sent_document(real_documents[tag])
    assert read_sent(found.carried).identity == found.identity


def test_a_document_that_was_made_of_no_report_carries_nothing(tiny: Any, tmp_path: Path, document_of: Any) -> None:
    language = pipeline.language(tiny.workspace, "en")
    assert read(tmp_path, pipeline.write(document_of(language), "docx")).carried == ""


def test_a_file_of_two_editions_carries_the_newer_one(tiny: Any, tmp_path: Path) -> None:
    from reportgen.comparison.merged_documents import merged

    before = tiny.build()
    tiny.section("id: first\nheading: The first section\nparagraphs: [{id: opening, text: The report is long.}]\n")
    both = merged(before, tiny.build(), "A", "2019-05-20T10:00:00Z")
    assert both.changes is not None
    found = read(tmp_path, pipeline.write(both, "docx"))
    assert read_sent(found.carried) == sent_document(newer(both))
    assert read_sent(found.carried).identity == found.identity


def with_part(document: Document, text: str) -> bytes:
    parts = parts_of(pipeline.write(document, "docx"))
    return zipped({**parts, SENT_PART: text.encode()})


@pytest.mark.parametrize(
    "text",
    [
        f'<sent xmlns="{SENT_NAMESPACE}"/>',
        f'<sent xmlns="{SENT_NAMESPACE}"><line/></sent>',
        f'<sent xmlns="{SENT_NAMESPACE}"><line xmlns="urn:another">x</line></sent>',
        f'<other xmlns="{SENT_NAMESPACE}"><line>x</line></other>',
        '<sent xmlns="urn:another"><line>x</line></sent>',
        f'<!DOCTYPE sent><sent xmlns="{SENT_NAMESPACE}"><line>x</line></sent>',
        f'<sent xmlns="{SENT_NAMESPACE}"><line>x',
    ],
)
def test_what_is_no_such_part_is_passed_over(real_documents: dict[str, Document], text: str, tmp_path: Path) -> None:
    found = read(tmp_path, with_part(real_documents["en"], text))
    assert found.carried == ""
    assert found.blocks[-1].line.id


def test_lines_are_handed_on_as_they_are(real_documents: dict[str, Document], tmp_path: Path) -> None:
    part = f'<sent xmlns="{SENT_NAMESPACE}"><line>any</line><line>thing</line></sent>'
    found = read(tmp_path, with_part(real_documents["en"], part))
    assert found.carried == "any\nthing"
    with pytest.raises(ValueError, match=r"."):
        read_sent(found.carried)


def test_a_part_with_too_much_is_not_read(
    real_documents: dict[str, Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 1_000_000)
    part = f'<sent xmlns="{SENT_NAMESPACE}"><line>{"x" * 1_000_000}</line></sent>'
    assert read(tmp_path, with_part(real_documents["en"], part)).carried == ""


def test_a_part_that_is_named_and_not_there_is_nothing(real_documents: dict[str, Document], tmp_path: Path) -> None:
    parts = parts_of(pipeline.write(real_documents["en"], "docx"))
    del parts[SENT_PART]
    assert read(tmp_path, zipped(parts)).carried == ""
