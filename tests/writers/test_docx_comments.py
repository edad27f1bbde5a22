"""Comments of Word: what is said, where it stands, and that other programs take the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from reportgen.tree import nodes as tree
from reportgen.writers.docx import write
from tests.tools.opened_word import W, parts_of
from tests.tools.validators import VALIDATORS

AUTHOR, DATE = "B. Reader & Co", "2019-03-04T10:00:00Z"


def commented(document: tree.Document, *comments: tree.Comment) -> bytes:
    return write(replace(document, comments=comments))


def said(piece: str, text: str = "Why?", quote: str = "") -> tree.Comment:
    return tree.Comment(piece, text, AUTHOR, DATE, quote)


def ranges(data: bytes) -> dict[str, str]:
    """The text between the ends of each comment, by what the comment says."""
    parts = parts_of(data)
    root = etree.fromstring(parts["word/document.xml"])
    texts = {
        each.get(W + "id"): "\n".join("".join(p.itertext()) for p in each.iter(W + "p"))
        for each in etree.fromstring(parts["word/comments.xml"])
    }
    found: dict[str, str] = {}
    open_ones: set[str] = set()
    for each in root.iter():
        name = each.get(W + "id")
        if each.tag == W + "commentRangeStart":
            open_ones.add(name)
            found[texts[name]] = ""
        elif each.tag == W + "commentRangeEnd":
            open_ones.remove(name)
            reference = next(each.itersiblings(W + "r")).find(W + "commentReference")
            assert reference is not None
        elif each.tag == W + "t":
            for number in open_ones:
                found[texts[number]] += each.text or ""
    assert not open_ones
    return found


def test_a_comment_stands_at_the_words_that_it_is_about(every) -> None:
    data = commented(
        every.build(),
        said("opening", "whole"),
        said("opening", "part", "is in table"),
        said("motto", "in italics", "in order"),
        said("visits/1-1", "cell", "Kenya"),
        said("title", "title", "every"),
        said("advice", "box"),
        said("first", "not there", "nowhere"),
    )
    found = ranges(data)
    assert found.pop("whole").startswith("It is in table 1, the figure")
    assert found == {
        "part": "is in table",
        "in italics": "in order",
        "cell": "Kenya",
        "title": "every",
        "box": "Advicea",  # the letter of its note
        "not there": "The first section",
    }


def test_a_comment_on_a_footnote_stands_at_its_mark(every) -> None:
    data = commented(every.build(), said("seen", "the note"))
    assert ranges(data) == {"the note": ""}
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    [start] = root.iter(W + "commentRangeStart")
    before = [each.tag for each in start.itersiblings(preceding=True)]
    assert start.getprevious().find(W + "footnoteReference") is not None, before


def test_what_a_picture_shows_is_discussed_at_its_caption(every) -> None:
    assert ranges(commented(every.build(), said("chart/alternative"))) == {"Why?": "Visits"}


def test_lines_of_a_comment_are_paragraphs(every) -> None:
    found = docx.Document(_saved(every, commented(every.build(), said("opening", "One.\nTwo <&>."))))
    [comment] = found.comments
    assert [each.text for each in comment.paragraphs] == ["One.", "Two <&>."]
    assert (comment.author, comment.initials) == (AUTHOR, "BR&C")


def test_without_comments_there_is_no_part(every) -> None:
    assert "word/comments.xml" not in parts_of(write(every.build()))


@pytest.mark.parametrize("date", ["", "yesterday", "2019-03-04"])
def test_a_date_that_is_none_is_left_out(every, date: str) -> None:
    data = commented(every.build(), replace(said("opening"), date=date))
    assert b"w:date" not in parts_of(data)["word/comments.xml"]


@pytest.mark.parametrize("name", VALIDATORS)
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_validators_take_the_file(every, name: str, tag: str) -> None:
    document = every.build(tag)
    pieces = ("opening", "seen", "motto", "visits/head-2", "all", "advice", "title", "noun-proper", "terms")
    data = commented(document, *(said(piece, f"about {piece}") for piece in pieces))
    assert VALIDATORS[name](_saved(every, data)) == []


def test_the_same_comments_give_the_same_bytes(every) -> None:
    document = every.build()
    assert commented(document, said("opening")) == commented(document, said("opening"))


def _saved(every, data: bytes) -> Path:
    return every.write("out.docx", data)
