"""Review notes: read with their places, added behind the others, known again by their key or as what went out."""

from __future__ import annotations

import pytest

from reportgen.catalogue.notes import ReviewNote, add_notes, is_known, note_key, read_notes
from reportgen.errors import InputError

SHOWN = "locales/en/tiny.notes.yaml"
KEPT = b"""\
# kept

format:   1
notes:
  # about the opening
  - {key: a1, piece: opening, text: 'Why?', author: A. Officer, resolved: true, answer: "Asked for"} # done
"""


def note(text: str, **fields: str) -> ReviewNote:
    said = {"file": "draft.docx", "author": "B. Reader", "date": "2019-03-04T10:00:00Z", **fields}
    key = note_key(said["file"], said["author"], said["date"], text)
    return ReviewNote(key, "opening", text, quote="is small", **said)


@pytest.mark.parametrize(
    "text",
    ["Since when?", "Two\nlines: here", "№ {{ x }} — “true” #1", "true", "12", "", "long " * 59 + "long", "\u2028 نعم"],
)
def test_what_is_added_reads_back(text: str) -> None:
    found = read_notes(add_notes(b"", [note(text)], SHOWN).decode(), SHOWN)
    assert found == (note(text),)


def test_other_lines_keep_their_bytes() -> None:
    added = add_notes(KEPT, [note("Since when?"), note("How many?")], SHOWN)
    assert added.startswith(KEPT)
    assert [each.text for each in read_notes(added.decode(), SHOWN)] == ["Why?", "Since when?", "How many?"]


def test_a_note_that_is_there_is_not_added_again() -> None:
    once = add_notes(KEPT, [note("Since when?"), note("Since when?")], SHOWN)
    assert once.count(b"Since when?") == 1
    assert add_notes(once, [note("Since when?")], SHOWN) == once


def test_a_key_tells_file_author_date_and_text_apart() -> None:
    fields = {"file": "f", "author": "a", "date": "d", "text": "t"}
    keys = {note_key(**fields), *(note_key(**{**fields, name: "other"}) for name in fields)}
    assert len(keys) == 5


def test_a_note_that_went_out_as_a_comment_is_known_again() -> None:
    kept = ReviewNote("k", "opening", "Why?", "A. Officer", "2019-03-04T10:00:00Z", answer="Asked for")
    back = ReviewNote("other", "opening", kept.said, kept.author, kept.date, file="returned.docx")
    assert is_known(back, [kept])
    assert not is_known(ReviewNote("other", "opening", "Why not?", kept.author, kept.date), [kept])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("notes: []\n", "the field 'format' is missing"),
        ("format: 2\nnotes: []\n", "format"),
        ("format: 1\nnotes: [{key: a, piece: b}]\n", "the field 'text' is missing"),
        ("format: 1\nnotes: [{key: a, piece: b, text: c, autor: d}]\n", "did you mean 'author'?"),
        ("format: 1\nnotes: [{key: a, piece: b, text: c}, {key: a, piece: b, text: d}]\n", "stands twice"),
        ("format: 1\nnotes: [{key: a, piece: b, text: 12}]\n", "expected a text for 'text'"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        read_notes(text, SHOWN)
    assert said in str(raised.value)
    assert str(raised.value).startswith(SHOWN)
