"""Parts of a unit as one line, and the line that a translator made of it."""

from __future__ import annotations

import pytest

from reportgen.translation.marked_text import marked_text, numbered, read_marked
from reportgen.translation.units import GuardedPart, MarkedPart, NamePart, TranslationUnit, WordsPart

SOURCE = (
    NamePart(1, "country", "place", "Indonesia"),
    WordsPart(" {sic} "),
    GuardedPart(2, "figure", "trained", "313", "{{ trained }}"),
    MarkedPart(3, "italic", (WordsPart("old "), GuardedPart(4, "figure", "age", "18", "{{ age.low }}"))),
    NamePart(5, "workshops", "count", "two workshops"),
    GuardedPart(6, "reference", "a,b", "paras. 1 and 2", '{{ paras("a", "b") }}'),
    GuardedPart(7, "note", "why", "3", "[^why]"),
    GuardedPart(8, "address", "https://un.org", "https://un.org", "<https://un.org>"),
)
PLAIN = "Indonesia \\{sic\\} 313*old 18*{workshops}[two workshops]paras. 1 and 2[^why]<https://un.org>"
CODED = "Indonesia \\{sic\\} {trained}*old {age.low}*{workshops}[two workshops]{ref:a,b}[^why]<https://un.org>"
UNIT = TranslationUnit("one", "para. 1", "", "", "", SOURCE, values={"trained": "313", "adviser": "1"})


def read(text: str) -> tuple[object, ...]:
    parts, fault = read_marked(text)
    assert not fault
    return numbered(parts, UNIT)


def test_a_line_shows_values_or_codes() -> None:
    assert (marked_text(SOURCE), marked_text(SOURCE, is_coded=True)) == (PLAIN, CODED)


def test_codes_are_values_again() -> None:
    words, code, marked, own, reference, note, address = read(CODED)
    assert words == WordsPart("Indonesia {sic} ")
    assert (code, reference, note, address) == (SOURCE[2], SOURCE[5], SOURCE[6], SOURCE[7])
    assert marked == MarkedPart(0, "italic", (WordsPart("old "), SOURCE[3].parts[1]))
    assert own == NamePart(5, "workshops", "count", "two workshops")


def test_a_code_too_many_is_the_same_value_again() -> None:
    assert read("{trained}{trained}") == (SOURCE[2], SOURCE[2])


def test_an_unknown_code_has_no_number() -> None:
    assert read("{coached}") == (GuardedPart(0, "figure", "coached", "{coached}", ""),)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("{adviser}", "{{ adviser }}"),
        ("{adviser}[un conseiller]", '{{ adviser | as("un conseiller", when="1") }}'),
        ('{{ country | form("in") }}', '{{ country | form("in") }}'),
    ],
)
def test_who_knows_our_wording_may_type_it(text: str, wording: str) -> None:
    [part] = read(text)
    assert part.wording == wording


@pytest.mark.parametrize("text", ["an *open mark", "[^", "{{ 313 }}"])
def test_marks_that_cannot_be_read_say_why(text: str) -> None:
    parts, fault = read_marked(text)
    assert parts == ()
    assert fault
