"""The two laws of recovery, over every piece of the real report and of the cases, and over any text.

Where a wording is to come back, neither handing back the old one nor keeping the text as letters will do: the text that
comes back was printed from another wording with the same facts, or from the same one with other values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from reportgen.facts import (
    Age,
    Cited,
    Count,
    Date,
    DateRange,
    FiscalYear,
    Money,
    Names,
    Ordinal,
    Percent,
    Period,
    PlainNumber,
    Range,
    Rate,
    Ratio,
    Spread,
    Symbol,
    Time,
    Value,
    Year,
    spread,
)
from reportgen.recover import SETTLED, Recovered, SettledPlace, recover
from reportgen.recover.flat import flat
from reportgen.recover.fold import compared
from reportgen.tree.inlines import Content, Text
from reportgen.tree.text import plain_text
from reportgen.wording import FootnoteMark, placeholders, scan
from tests.measure.recovery.judge import broken_law
from tests.measure.recovery.pages import Page, Part, all_pages, content_of_parts, pages, qualifier_words, words
from tests.tools.sent_pieces import TAGS, Sent, is_untranslated


def sent_pieces(tag: str) -> Iterator[Sent]:
    """Every piece of the real report and of the cases that has a wording in the language."""
    yield from (page.sent for page in all_pages(tag) if not is_untranslated(page.sent.piece.content))


def is_the_same(found: Recovered, wording: str, is_cell: bool = False) -> bool:
    """Whether a wording came back and nothing is said of its facts.

    A place alone in a cell is printed as tables have it, which is its bare form, whether that is asked for or not.
    """
    came_back = found.wording.replace(' | form("bare")', "") if is_cell else found.wording
    return came_back == wording and not (found.changed or found.proposed or found.gone or found.questions)


@pytest.mark.parametrize("tag", TAGS)
def test_what_was_printed_comes_back(tag: str) -> None:
    tried = 0
    for sent in sent_pieces(tag):
        assert is_the_same(recover(sent.piece, sent.piece.content, sent.language), sent.piece.wording)
        tried += 1
    assert tried > 90


@pytest.mark.parametrize("tag", TAGS)
def test_what_was_printed_comes_back_also_where_nothing_is_taken_for_unchanged(tag: str) -> None:
    for sent in sent_pieces(tag):
        # A blank before and one behind: all sentences differ.
        content = (Text(" "), *sent.piece.content, Text(" "))
        found = recover(sent.piece, content, sent.language)
        assert is_the_same(found, sent.piece.wording, sent.is_cell), sent.piece.id
        assert [place.kind for place in found.settled] == ["blank", "blank"]


def light(content: Content) -> Content:
    """The content as a kept edition has it: text, emphasis and marks, without origins."""
    line = flat(content)
    part = Part(line.text, "", line.styles)
    parts, at = [], 0
    for place, note in sorted(line.notes.items()):
        parts += [replace(part, text=line.text[at:place], styles=line.styles[at:place])]
        parts += [replace(part, piece=next(iter(scan(f"[^{note}]"))))]
        at = place + 1
    return content_of_parts([*parts, replace(part, text=line.text[at:], styles=line.styles[at:])])


@pytest.mark.parametrize("tag", TAGS)
def test_what_was_printed_comes_back_from_a_kept_edition(tag: str) -> None:
    for sent in sent_pieces(tag):
        kept = light(sent.piece.content)
        found = recover(replace(sent.piece, content=kept), (Text(" "), *kept), sent.language)
        assert is_the_same(found, sent.piece.wording, sent.is_cell), sent.piece.id


MADE_UP = {"ar": "هدف", "en": "aim", "es": "fin", "fr": "but", "ru": "цель", "zh": "的"}


def other_wording(page: Page) -> str | None:
    """The wording with every third word another one and its sentences turned round; None where it has one sentence."""
    turns = cycle((False, False, True))
    sentences = [page.parts[start:end] for start, end in page.sentences()]
    if len(sentences) < 2 or any(piece for piece in scan(page.sent.piece.wording) if type(piece).__name__ == "Marked"):
        return None
    blank = "" if page.tag == "zh" else " "
    turned = [*sentences[1:], sentences[0]]
    texts = []
    for sentence in turned:
        text = "".join(
            MADE_UP[page.tag] + blank if is_word(page, part) and next(turns) else part.wording for part in sentence
        )
        texts.append(text.strip())
    return blank.join(texts)


def is_word(page: Page, part: Part) -> bool:
    """Whether a part is a word that says nothing of a number beside it."""
    return part.atom < 0 and part.text.strip().isalpha() and part.text.strip().lower() not in qualifier_words(page.tag)


@pytest.mark.parametrize("tag", TAGS)
def test_another_wording_with_the_same_facts_comes_back(tag: str) -> None:
    tried = 0
    for page in pages(tag):
        wording = other_wording(page)
        if wording and not page.sent.piece.of_kind:
            found = recover(page.sent.piece, page.sent.print(wording), page.sent.language)
            assert found.wording == wording, page.sent.piece.id
            assert (found.changed, found.proposed, found.gone) == ((), (), ())
            tried += 1
    assert tried > 50


def another(value: Value) -> Value | None:
    """Another value of the same kind that no fact of the reports has."""
    match value:
        case Count():
            return replace(value, number=value.number + 1000)
        case Period():
            return replace(value, number=value.number + 40)
        case Ordinal():
            return Ordinal(value.number + 40)
        case Percent():
            return replace(value, number=value.number + 51)
        case Money():
            return replace(value, amount=value.amount + 77)
        case Year():
            return Year(value.number + 50)
        case Date():
            return replace(value, year=value.year + 50)
        case DateRange():
            return DateRange(*(replace(each, year=each.year + 50) for each in (value.start, value.end)))
        case Range():
            return Range(value.low + 200, value.high + 200)
        case Symbol():
            return replace(value, text=value.text + "0")
        case Names():
            return None
        case _:
            return another_by_pattern(value)


def another_by_pattern(value: Value) -> Value | None:
    """The same for kinds that are printed by a pattern."""
    match value:
        case PlainNumber():
            return replace(value, number=value.number + Decimal("77.5"))
        case Rate():
            return replace(value, number=value.number + 51)
        case Ratio():
            return Ratio(value.first + 3, value.second + 90)
        case Age(high=None):
            return replace(value, low=value.low + 40)
        case Age():
            return replace(value, low=value.low + 40, high=(value.high or 0) + 41)
        case FiscalYear():
            return FiscalYear(value.first + 50)
        case Time():
            return Time((value.hour + 5) % 24, (value.minute + 7) % 60)
        case Spread():
            return spread(*(another(each) for each in (value.low, value.high)))
        case Cited(kind="target" | "indicator"):
            return replace(value, number=value.number[:-1] + "7")
        case Cited(kind="resolution" | "decision"):
            return replace(value, number=re.sub(r"\d", "9", value.number, count=1))
        case Cited():
            return replace(value, number="77", to="79" if value.to else "")
        case _:
            return None


@pytest.mark.parametrize("tag", TAGS)
def test_new_values_of_all_facts_come_back_with_the_wording(tag: str) -> None:
    tried = 0
    for page in pages(tag):
        sent = page.sent
        values = {name: new for name in page.facts if (new := another(sent.values[name])) is not None}
        own_words = re.search(r"\| as\(", sent.piece.wording)
        if not values or own_words:
            continue
        found = recover(sent.piece, sent.print(sent.piece.wording, values), sent.language)
        assert found.wording == sent.piece.wording, sent.piece.id
        assert {each.name: each.new for each in found.changed} == values
        assert (found.proposed, found.gone) == ((), ())
        tried += 1
    assert tried > 45


TYPED = (
    "{{", "}}", "{{ x }}", "{%", "#}", "*", "**", "[^a]", "[^", "<https://x.org>", "<", "\\", "\\*", "313", "2,925",
    "4.5 per cent", "Kenya", "in Kenya", "Кении", "UNODC", "the", "and", ", ", "July 2019", "18 July 2018", "more than",
    "\u00a0", "  ", "Manila", "年", "2018年", "три", "٣١٣", "(", ")", "“", "’", "'", "-", "–", "5", "five", "one", " ",
    "[", "paragraph 5", "A/74/1", "\t", "\n",
)  # fmt: skip
"""What people type, and what would mean something in wording."""

Step = tuple[str, int, int, str, int]
steps = some.lists(
    some.tuples(
        some.sampled_from(("cut", "type", "exchange", "type over", "mark up")),
        some.integers(0, 10_000),
        some.integers(0, 10_000),
        some.sampled_from(TYPED),
        some.integers(0, 3),
    ),
    min_size=1,
    max_size=6,
)


def edited(parts: list[Part], changes: list[Step]) -> list[Part]:
    """The parts after any changes: not one of them need make sense."""
    for name, first, second, text, style in changes:
        parts = parts or [words("x")]
        at, other = first % len(parts), second % len(parts)
        part = parts[at]
        match name:
            case "cut":
                parts = [*parts[:at], *parts[at + 1 + second % 8 :]]
            case "type":
                parts = [*parts[:at], words(text), *parts[at:]]
            case "exchange":
                parts[at], parts[other] = parts[other], parts[at]
            case "type over" if not isinstance(part.piece, FootnoteMark):
                start = second % (len(part.text) + 1)
                new = part.text[:start] + text + part.text[start + style :]
                parts[at] = replace(part, text=new, styles=bytes(len(new)))
            case "mark up" if not isinstance(part.piece, FootnoteMark):
                parts[at] = replace(part, styles=bytes([style]) * len(part.text))
    return parts


def justified(place: SettledPlace, typed: str) -> bool:
    """Whether what is put back is of its kind: no word and no number is lost under the name of a blank."""
    match place.kind:
        case "blank":
            return typed.split() == place.ours.split()
        case "first letter":
            return compared(typed).casefold() == compared(place.ours).casefold()
        case "signs":
            return re.sub(r"\W", "", compared(typed)) == re.sub(r"\W", "", compared(place.ours))
        case _:
            return place.kind in SETTLED


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(some.sampled_from(TAGS), some.integers(0, 10_000), steps)
def test_any_text_is_printed_again_but_for_what_is_ours(tag: str, number: int, changes: list[Step]) -> None:
    page = pages(tag)[number % len(pages(tag))]
    came_back = content_of_parts(edited(list(page.parts), changes))
    found = recover(page.sent.piece, came_back, page.sent.language)
    assert broken_law(page, came_back, found) == ""
    text = plain_text(came_back)
    assert all(justified(place, text[place.start : place.end]) for place in found.settled)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(some.sampled_from(TAGS), some.integers(0, 10_000), some.lists(some.integers(0, 10_000), min_size=1, max_size=9))
def test_words_that_are_changed_outside_of_facts_touch_no_placeholder(tag: str, number: int, places: list[int]) -> None:
    page = pages(tag)[number % len(pages(tag))]
    spots = [index for index, part in enumerate(page.parts) if is_word(page, part)]
    parts = list(page.parts)
    for place in places if spots else ():
        at = spots[place % len(spots)]
        parts[at] = words(MADE_UP[tag] + ("" if tag == "zh" else " "))
    found = recover(page.sent.piece, content_of_parts(parts), page.sent.language)
    assert written_placeholders(found.wording) == written_placeholders(page.sent.piece.wording)
    assert (found.changed, found.proposed, found.gone, found.settled) == ((), (), (), ())


def written_placeholders(wording: str) -> list[str]:
    """The placeholders of a wording as they are written."""
    return [wording[slice(*each.origin)] for each in placeholders(scan(wording))]
