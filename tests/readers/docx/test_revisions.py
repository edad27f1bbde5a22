"""Who changed what, and who said what about it, in a Word file with tracked changes and comments."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from reportgen import pipeline
from reportgen.comparison.merged_documents import merged
from reportgen.errors import InputError
from reportgen.readers import ReadDocument, View, read_document
from reportgen.readers.document import ReadChange, ReadComment
from reportgen.readers.docx import comments as comments_room
from reportgen.tree.inlines import Text
from reportgen.tree.nodes import Comment, Document

WHO = 'w:author="A. Officer" w:date="2019-05-20T10:00:00Z"'


def p(content: str, mark: str = "", more: str = "") -> str:
    properties = f"<w:pPr>{more}<w:rPr>{mark}</w:rPr></w:pPr>" if mark or more else ""
    return f"<w:p>{properties}{content}</w:p>"


def t(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def ins(content: str, who: str = WHO) -> str:
    return f'<w:ins w:id="1" {who}>{content}</w:ins>'


def cut(content: str, who: str = WHO) -> str:
    return f'<w:del w:id="2" {who}>{content}</w:del>'


INSERTED_MARK, DELETED_MARK = f'<w:ins w:id="3" {WHO}/>', f'<w:del w:id="4" {WHO}/>'

Changes = list[tuple[str, str, int, int, int]]


@pytest.fixture
def read(word) -> Callable[..., ReadDocument]:
    def reading(body: str, view: View = "accepted", **parts: str) -> ReadDocument:
        return read_document(word.write(body, **parts), view)

    return reading


def told(document: ReadDocument) -> Changes:
    return [(each.kind, each.text, each.line, each.start, each.end) for each in document.changes]


EDITED = p(t("We trained ") + cut(gone("313")) + ins(t("331")) + t(" officials."))
CASES: dict[str, tuple[str, Changes, Changes]] = {
    "words": (
        EDITED,
        [("deleted", "313", 0, 11, 11), ("inserted", "331", 0, 11, 14)],
        [("deleted", "313", 0, 11, 14), ("inserted", "331", 0, 14, 14)],
    ),
    "in several runs": (
        p(t("A") + ins(t("b", "<w:i/>")) + ins(t("c")) + t("d")),
        [("inserted", "bc", 0, 1, 3)],
        [("inserted", "bc", 0, 1, 1)],
    ),
    "inserted and deleted again": (
        p(t("A") + ins(t("b") + cut(gone("c"))) + t("d")),
        [("inserted", "b", 0, 1, 2), ("deleted", "c", 0, 2, 2)],
        [("inserted", "bc", 0, 1, 1)],
    ),
    "a paragraph": (
        p(t("A.")) + p(ins(t("B.")), INSERTED_MARK) + p(t("C.")),
        [("inserted", "B.\n", 1, 0, 2)],
        [("inserted", "B.\n", 1, 0, 0)],
    ),
    "a paragraph deleted": (
        p(t("A.")) + p(cut(gone("B.")), DELETED_MARK) + p(t("C.")),
        [("deleted", "B.\n", 1, 0, 0)],
        [("deleted", "B.\n", 1, 0, 2)],
    ),
    "the last paragraph deleted": (
        p(t("A.")) + p(cut(gone("B.")), DELETED_MARK),
        [("deleted", "B.\n", 0, 2, 2)],
        [("deleted", "B.\n", 1, 0, 2)],
    ),
    "two paragraphs joined": (
        p(t("A."), DELETED_MARK) + p(t("B.")),
        [("deleted", "\n", 0, 2, 2)],
        [("deleted", "\n", 0, 2, 2)],
    ),
    "moved": (
        p(t("A") + f'<w:moveFrom w:id="5" {WHO}>{t("b")}</w:moveFrom>')
        + p(f'<w:moveTo w:id="6" {WHO}>{t("b")}</w:moveTo>' + t("c")),
        [("moved away", "b", 0, 1, 1), ("moved here", "b", 1, 0, 1)],
        [("moved away", "b", 0, 1, 2), ("moved here", "b", 1, 0, 0)],
    ),
    "a row": (
        f'<w:tbl><w:tr><w:trPr><w:del w:id="7" {WHO}/></w:trPr><w:tc>{p(t("A"))}</w:tc><w:tc>{p(t("B"))}</w:tc></w:tr>'
        f'<w:tr><w:trPr><w:ins w:id="8" {WHO}/></w:trPr><w:tc>{p(t("C"))}</w:tc></w:tr></w:tbl>' + p(t("D")),
        [("deleted", "A B", 0, 0, 0), ("inserted", "C", 0, 0, 0)],
        [("deleted", "A B", 0, 0, 0), ("inserted", "C", 2, 0, 0)],
    ),
    "looks": (
        p(t("A ") + t("b", f'<w:i/><w:rPrChange w:id="9" {WHO}><w:rPr/></w:rPrChange>'), "", "")
        + p(t("C"), "", f'<w:jc w:val="left"/><w:pPrChange w:id="10" {WHO}><w:pPr/></w:pPrChange>'),
        [("formatted", "b", 0, 2, 3), ("formatted", "", 1, 1, 1)],
        [("formatted", "b", 0, 2, 3), ("formatted", "", 1, 1, 1)],
    ),
    "behind a label": (
        p(t("12. In ") + ins(t("Kenya")) + t(".")),
        [("inserted", "Kenya", 0, 3, 8)],
        [("inserted", "Kenya", 0, 3, 3)],
    ),
    "none": (p(t("A")), [], []),
}


@pytest.mark.parametrize("name", CASES)
def test_tracked_changes(read: Callable, name: str) -> None:
    body, accepted, original = CASES[name]
    assert told(read(body)) == accepted
    assert told(read(body, "original")) == original


def test_a_change_says_who_made_it_when(read: Callable) -> None:
    deleted, inserted = read(EDITED).changes
    assert deleted == ReadChange("deleted", "313", "A. Officer", "2019-05-20T10:00:00Z", 0, 11, 11)
    assert inserted == ReadChange("inserted", "331", "A. Officer", "2019-05-20T10:00:00Z", 0, 11, 14)


def test_changes_of_two_people_stay_two(read: Callable) -> None:
    other = 'w:author="B. Reader" w:date="2019-05-20T10:00:00Z"'
    found = read(p(ins(t("a")) + ins(t("b"), other)))
    assert [(each.author, each.text) for each in found.changes] == [("A. Officer", "a"), ("B. Reader", "b")]


def test_a_change_in_a_note(read: Callable) -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1">{p(t(" See "))}{p(t("the ") + ins(t("new ")) + t("page."))}</w:footnote>'
    found = read(p(t("A") + mark), footnotes=notes)
    assert found.notes[0].line.text == "See the new page."
    assert told(found) == [("inserted", "new ", 1, 8, 12)]


def test_a_change_without_author_or_date(read: Callable) -> None:
    [change] = read(p('<w:ins w:id="1">' + t("a") + "</w:ins>")).changes
    assert (change.author, change.date) == ("", "")


def test_what_stands_at_changes_is_their_text(real_documents: dict[str, Document], tmp_path: Path) -> None:
    """In a file of two editions of ours, each change stands where its text is."""
    old = real_documents["en"]
    block = next(each for each in old.blocks if each.id == "action-in-all-thematic-areas")
    blocks = tuple(
        replace(each, content=(Text("Some new words here. "), *each.content[1:])) if each is block else each
        for each in old.blocks
        if each.id != "report-mandate"
    )
    both = merged(old, replace(old, blocks=blocks), "A. Officer", "2019-05-20T10:00:00Z")
    path = tmp_path / "both.docx"
    path.write_bytes(pipeline.write(both, "docx"))
    for view, kinds in (("accepted", ("inserted", "moved here")), ("original", ("deleted", "moved away"))):
        found = read_document(path, view)
        lines = (*found.blocks, *found.notes)
        assert {each.author for each in found.changes} == {"A. Officer"}
        shown = [each for each in found.changes if each.kind in kinds and each.text.strip()]
        for each in shown:
            there = lines[each.line].line.text[each.start : each.end]
            assert there.split() == each.text.replace("\t", " ").split() or not there
        assert shown


# Comments.

RANGE = '<w:commentRange{} w:id="{}"/>'.format
MARK = '<w:r><w:commentReference w:id="{}"/></w:r>'.format


def said(number: int, text: str, paragraph: str = "", who: str = WHO) -> str:
    attribute = f' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="{paragraph}"'
    body = "".join(f"<w:p{attribute if paragraph else ''}>{t(each)}</w:p>" for each in text.split("|"))
    return f'<w:comment w:id="{number}" {who} w:initials="A">{body}</w:comment>'


def about(number: int, content: str) -> str:
    return RANGE("Start", number) + content + RANGE("End", number) + MARK(number)


def test_a_comment_is_about_words(read: Callable) -> None:
    body = p(t("1. We trained ") + about(4, t("313")) + t(" officials."))
    [comment] = read(body, comments=said(4, "Since when?|And where?")).comments
    assert comment == ReadComment(
        "Since when?\nAnd where?", "A. Officer", "2019-05-20T10:00:00Z", 0, 11, 14, quote="313"
    )


PLACES: dict[str, tuple[str, tuple[int, int, int, str]]] = {
    "over two paragraphs": (
        p(t("One ") + RANGE("Start", 1) + t("two.")) + p(t("Three") + RANGE("End", 1) + MARK(1) + t(" four.")),
        (0, 4, 8, "two. Three"),
    ),
    "at a place": (p(t("One ") + MARK(1) + t("two.")), (0, 4, 4, "")),
    "between paragraphs": (p(t("One.")) + RANGE("Start", 1) + p(t("Two.")) + RANGE("End", 1) + p(MARK(1) + t("Three.")),
                           (1, 0, 4, "Two. ".rstrip())),
    "without an end": (p(t("One ") + RANGE("Start", 1) + t("two.")), (0, 4, 4, "")),
    "without a beginning": (p(t("One ") + RANGE("End", 1) + MARK(1) + t("two.")), (0, 4, 4, "")),
    "in an inserted text": (p(t("One ") + ins(about(1, t("two"))) + t(".")), (0, 4, 7, "two")),
    "in a deleted text": (p(t("One ") + cut(RANGE("Start", 1) + gone("two") + RANGE("End", 1) + MARK(1)) + t(".")),
                          (0, 4, 4, "")),
    "in a deleted paragraph": (p(t("A.")) + p(cut(about(1, gone("B."))), DELETED_MARK) + p(t("C.")), (1, 0, 0, "")),
    "in an empty paragraph": (p(t("One.")) + p(MARK(1)) + p(t("Two.")), (1, 0, 0, "")),
    "in a cell": (f"<w:tbl><w:tr><w:tc>{p(about(1, t('One')))}</w:tc></w:tr></w:tbl>" + p(t("x")), (0, 0, 3, "One")),
    "in the last empty paragraph": (p(t("One.")) + p(MARK(1)), (0, 0, 0, "")),
    "nowhere": (p(t("One.")), (-1, 0, 0, "")),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_the_place_of_a_comment(read: Callable, name: str) -> None:
    body, place = PLACES[name]
    [comment] = read(body, comments=said(1, "Why?")).comments
    assert (comment.line, comment.start, comment.end, comment.quote) == place


def test_comments_stand_in_the_order_of_the_text(read: Callable) -> None:
    body = p(about(7, t("One ")) + about(3, t("two.")))
    found = read(body, comments=said(3, "second") + said(5, "of nothing") + said(7, "first")).comments
    assert [(each.text, each.line) for each in found] == [("first", 0), ("second", 0), ("of nothing", -1)]


def test_a_comment_in_a_note(read: Callable) -> None:
    notes = f'<w:footnote w:id="1">{p(t("See ") + about(1, t("page 3")) + t("."))}</w:footnote>'
    body = p(t("A") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    [comment] = read(body, footnotes=notes, comments=said(1, "Which?")).comments
    assert (comment.line, comment.start, comment.end, comment.quote) == (1, 4, 10, "page 3")


def test_a_long_quote_is_cut(read: Callable) -> None:
    body = p(RANGE("Start", 1) + t("x" * 900)) + p(t("y") + RANGE("End", 1))
    [comment] = read(body, comments=said(1, "Why?")).comments
    assert comment.quote == "x" * 500


def extended(word, body: str, comments: str, rows: str) -> ReadDocument:
    """A file with what Word 2013 says of comments."""
    path = word.write(body, comments=comments)
    package = docx.opc.package.OpcPackage.open(str(path))  # type: ignore[attr-defined]
    part = docx.opc.part.Part(  # type: ignore[attr-defined]
        docx.opc.packuri.PackURI("/word/commentsExtended.xml"),  # type: ignore[attr-defined]
        "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
        f'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{rows}</w15:commentsEx>'.encode(),
        package,
    )
    package.main_document_part.relate_to(
        part, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    )
    data = io.BytesIO()
    package.save(data)
    return read_document(word.bytes(data.getvalue()))


def test_answers_and_settled_comments(word) -> None:
    body = p(about(1, about(2, t("One"))) + about(3, t("two")))
    comments = said(1, "Why?|Really?", "0A") + said(2, "Because.", "0B") + said(3, "So?", "0C")
    rows = (
        '<w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
        '<w15:commentEx w15:paraId="0C" w15:done="0"/><w15:commentEx w15:paraId="FF" w15:done="1"/>'
    )
    found = extended(word, body, comments, rows).comments
    assert [(each.text, each.resolved, each.parent) for each in found] == [
        ("Why?\nReally?", True, -1), ("Because.", True, 0), ("So?", False, -1),
    ]  # fmt: skip


def test_too_many_comments_are_refused(read: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments_room, "MOST_NOTES", 2)
    with pytest.raises(InputError, match="more than 2 comments"):
        read(p(t("A")), comments=said(1, "a") + said(2, "b") + said(3, "c"))


def test_comments_of_ours_are_read(tiny: Any, tmp_path: Path) -> None:
    document = replace(
        tiny.build(),
        comments=(
            Comment("opening", "Too small?", "A. Officer", "2019-03-04T10:00:00Z", "small"),
            Comment("title", "Another title?", "B. Reader", "2019-03-05T10:00:00Z", ""),
        ),
    )
    path = tmp_path / "notes.docx"
    path.write_bytes(pipeline.write(document, "docx"))
    found = read_document(path)
    assert {(each.author, each.text, each.quote) for each in found.comments} >= {("A. Officer", "Too small?", "small")}
    small = next(each for each in found.comments if each.text == "Too small?")
    assert found.blocks[small.line].line.id == "opening"
    assert found.blocks[small.line].line.text[small.start : small.end] == "small"


def test_comments_of_python_docx_are_read(tiny: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(pipeline.write(tiny.build(), "docx"))
    opened = docx.Document(str(path))
    paragraph = next(each for each in opened.paragraphs if each.text == "The report is small.")
    opened.add_comment(paragraph.runs, text="Is it?", author="A. Officer", initials="A")
    opened.save(str(path))
    found = read_document(path)
    [comment] = found.comments
    assert (comment.text, comment.author, comment.quote) == ("Is it?", "A. Officer", "The report is small.")
    assert found.blocks[comment.line].line.id == "opening"


@pytest.mark.external
@pytest.mark.parametrize("way", ["docx", "odt", "doc"])
def test_changes_and_comments_that_libreoffice_keeps(word, libreoffice: Callable, tmp_path: Path, way: str) -> None:
    body = EDITED + p(t("It was ") + about(1, t("small")) + t(".")) + p(cut(gone("Gone.")), DELETED_MARK) + p(t("End."))
    path = word.write(body, comments=said(1, "How small?"))
    there, back = tmp_path / "there", tmp_path / "back"
    kind = "docx:MS Word 2007 XML"
    libreoffice([path], kind if way == "docx" else way, there)
    libreoffice([there / f"file.{way}"], kind, back)
    found = read_document(back / "file.docx")
    changed = [(each.kind, each.text.strip(), each.author) for each in found.changes if each.text.strip()]
    assert changed == [
        ("deleted", "313", "A. Officer"), ("inserted", "331", "A. Officer"), ("deleted", "Gone.", "A. Officer"),
    ]  # fmt: skip
    [comment] = found.comments
    assert (comment.text, comment.author, comment.quote) == ("How small?", "A. Officer", "small")
    assert found.blocks[comment.line].line.text[comment.start : comment.end] == "small"
