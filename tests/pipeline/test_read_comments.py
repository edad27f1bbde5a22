"""Comments of files that came back: shown with their authors, and kept as review notes of their pieces."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen import pipeline
from reportgen.catalogue.notes import load_notes
from reportgen.pipeline.notes import with_comments
from reportgen.pipeline.read import ReadChoices, check_file, require_base
from tests.tools.came_back import SentOut, lines_of
from tests.tools.edits import EditedWord

SECTION = """\
id: first
heading: The courses
paragraphs:
  - id: noted
    text: The Commission[^who] has many members.
    notes: {who: Of ECOSOC.}
  - id: end
    text: All were asked.
"""


@pytest.fixture
def sent(sent_tiny: SentOut, tiny: Any) -> SentOut:
    tiny.section(SECTION)
    return sent_tiny


def kept(sent: SentOut, tag: str = "en") -> list[tuple[str, str]]:
    return [(note.piece, note.text) for note in load_notes(sent.workspace, sent.slug, tag)]


def said(text: str, words: str = "were asked", **fields: str) -> Any:
    return lambda word: word.comment(word.containing(words), words, text, **fields)


def all_of(*edits: Any) -> Any:
    def make(word: EditedWord) -> None:
        for each in edits:
            each(word)

    return make


def test_a_comment_becomes_a_note_of_its_piece_with_author_date_and_words(sent: SentOut) -> None:
    path = sent.edited(said("By whom?"), name="back.docx")
    [note] = sent.apply(path).notes
    assert (note.piece, note.quote, note.text, note.author) == ("end", "were asked", "By whom?", "A. Officer")
    assert (note.date, note.file, note.resolved) == ("2025-03-04T10:00:00Z", "back.docx", False)
    assert load_notes(sent.workspace, sent.slug, "en") == (note,)


def test_reading_twice_adds_nothing(sent: SentOut) -> None:
    path = sent.edited(said("By whom?"))
    sent.apply(path)
    again = sent.apply(path)
    assert (again.notes, again.files) == ((), {})


def test_a_comment_alone_is_told_with_the_number_of_its_piece(sent: SentOut) -> None:
    reading = sent.read(sent.edited(said("By whom?")))
    assert reading.is_open(written=False)
    assert not reading.is_open(written=True)
    assert reading.numbers()["end"] == "para. 2"


def test_a_comment_on_a_changed_piece_stands_below_it(sent: SentOut) -> None:
    edit = all_of(said("By whom?"), lambda word: word.replace(word.containing("All"), "All", "Most"))
    *_, last = lines_of(sent.read(sent.edited(edit)))
    assert last == "    comment by A. Officer on “were asked”, 2025-03-04: By whom?"


def test_a_comment_on_a_new_paragraph_is_one_of_the_block_that_it_becomes(sent: SentOut) -> None:
    def edit(word: EditedWord) -> None:
        word.comment(word.insert_after(word.containing("were asked"), "Nobody answered."), "Nobody", "True?")

    reading = sent.apply(sent.edited(edit))
    [change] = reading.changes
    assert kept(sent) == [(change.id, "True?")]


@pytest.mark.parametrize(("words", "piece"), [("Of ECOSOC", "who"), ("The courses", "first")])
def test_notes_and_headings_are_commented_too(sent: SentOut, words: str, piece: str) -> None:
    sent.apply(sent.edited(said("Sure?", words)))
    assert kept(sent) == [(piece, "Sure?")]


def test_a_comment_on_the_masthead_is_one_of_its_line(sent: SentOut) -> None:
    sent.apply(sent.edited(said("Still the one?", "A small report")))
    assert kept(sent) == [("title", "Still the one?")]


def test_the_same_words_said_twice_are_two_notes_and_reading_again_adds_none(sent: SentOut) -> None:
    path = sent.edited(all_of(said("Source?"), said("Source?", "many members")))
    sent.apply(path)
    assert kept(sent) == [("noted", "Source?"), ("end", "Source?")]
    assert sent.apply(path).files == {}


def test_notes_that_went_out_as_comments_do_not_come_back(sent: SentOut) -> None:
    sent.apply(sent.edited(said("By whom?")))
    built = sent.built()
    document = with_comments(sent.workspace, built["en"])
    assert len(document.comments) == 1
    path = sent.root / "noted.docx"
    path.write_bytes(pipeline.write(document, "docx"))
    assert sent.read(path).notes == ()


def test_a_comment_that_stands_in_several_copies_is_taken_once(sent: SentOut) -> None:
    paths = [sent.edited(said("By whom?"), name=name) for name in ("one.docx", "two.docx")]
    assert [note.file for note in sent.apply(*paths).notes] == ["one.docx"]
    assert sent.apply(*paths).notes == ()


def test_only_comments_on_the_named_pieces_are_taken(sent: SentOut) -> None:
    path = sent.edited(all_of(said("One"), said("Two", "many members")))
    sent.apply(path, only=("end",))
    assert kept(sent) == [("end", "One")]


def test_comments_are_taken_where_nobody_knows_what_was_sent(sent: SentOut) -> None:
    def edit(word: EditedWord) -> None:
        said("By whom?")(word)
        word.forget()

    reading = sent.read(sent.edited(edit))
    require_base(reading, ReadChoices())
    assert [note.text for note in reading.notes] == ["By whom?"]


def test_a_check_lists_comments_and_is_clean(sent: SentOut) -> None:
    checked = check_file(sent.built(), sent.edited(said("By whom?")))
    assert [note.text for note in checked.notes] == ["By whom?"]
    assert checked.is_clean()


def test_comments_of_a_translation_are_kept_in_its_language(sent: SentOut) -> None:
    reading = sent.apply(sent.edited(said("Qui ?", "were asked")), language="fr")
    assert [note.text for note in reading.notes] == ["Qui ?"]
    assert kept(sent, "fr") == [("end", "Qui ?")]
    assert kept(sent) == []
