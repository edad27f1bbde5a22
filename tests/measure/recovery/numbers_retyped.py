"""Edits of numbers as drafters make them: spelled out, with other signs, made vague, and the like."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from reportgen.facts import Count, Money, Ordinal, Percent, Period, Range
from reportgen.wording import Placeholder
from tests.measure.recovery import edits
from tests.measure.recovery.edits import Edit
from tests.measure.recovery.pages import Edited, Page, some_words, with_part, words
from tests.measure.recovery.spelled import spelled

_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?!\d)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_BARE = {"en": "some", "fr": "environ", "es": "unos", "ru": "около", "zh": "约", "ar": "نحو"}
_VAGUE = {"en": "several", "fr": "plusieurs", "es": "diversos", "ru": "многих", "zh": "若干", "ar": "عدة"}


def spell_out(chance: random.Random, page: Page) -> Edited | None:
    """A figure is written in words."""
    return _figure(chance, page, lambda text, number: text if text else spelled(page.tag, number))


def spell_out_another(chance: random.Random, page: Page) -> Edited | None:
    """A figure becomes another number, written in words."""
    for fact in edits._shuffled(chance, page, (Count,)):
        old = page.value(fact)
        assert isinstance(old, Count)
        new = chance.randint(13, 99)
        text = spelled(page.tag, new)
        indexes = page.facts[fact]
        if len(indexes) == 1 and text and new != old.number and edits._says(page.parts[indexes[0]].text, old.number):
            typed = _FIGURE.sub(text, page.parts[indexes[0]].text, count=1)
            parts = with_part(page.parts, indexes[0], typed)
            found = edits._with_words_that_agree(page, parts, {fact: replace(old, number=new)})
            return replace(found, wording=None) if found else None
    return None


def write_figure(chance: random.Random, page: Page) -> Edited | None:
    """A number word from two becomes a figure."""
    for fact in edits._shuffled(chance, page, (Count, Period)):
        value = page.value(fact)
        assert isinstance(value, Count | Period)
        for index in page.facts[fact]:
            text = page.parts[index].text
            readings = [
                each
                for each in page.sent.language.recognizer.readings(text)
                if isinstance(each.value, Count) and each.value.number == value.number and each.usual
            ]
            if readings and value.number > 1 and not any(map(str.isdigit, text)):
                first = readings[0]
                typed = text[: first.start] + str(value.number) + text[first.end :]
                return replace(edits._edited(page, with_part(page.parts, index, typed)), may_ask=True)
    return None


def percent_sign(chance: random.Random, page: Page) -> Edited | None:
    for fact in edits._shuffled(chance, page, (Percent,)):
        old = page.value(fact)
        assert isinstance(old, Percent)
        new = chance.choice((old.number, old.number + 3))
        decimal = page.sent.language.conventions.numbers.decimal
        typed = f"{str(new).replace('.', decimal)}{chance.choice(('%', ' %'))}"
        parts = list(page.parts)
        for index in page.facts[fact]:
            parts = with_part(parts, index, typed)
        if new == old.number:
            return edits._edited(page, parts)
        found = edits._with_words_that_agree(page, parts, {fact: replace(old, number=new)})
        return replace(found, wording=None) if found else None
    return None


def other_separators(chance: random.Random, page: Page) -> Edited | None:
    """The thousands of a figure are parted otherwise."""
    found = [at for at, part in enumerate(page.parts) if part.fact and _GROUPED.search(part.text)]
    found = [at for at in found if isinstance(page.value(page.parts[at].fact), Count | Money)]
    if not found:
        return None
    at = chance.choice(found)
    sign = chance.choice((",", ".", " ", "\u00a0", "\u202f", ""))
    typed = _GROUPED.sub(lambda match: re.sub(r"\D", sign, match.group()), page.parts[at].text, count=1)
    return edits._edited(page, with_part(page.parts, at, typed))


def other_digits(chance: random.Random, page: Page) -> Edited | None:
    """All digits are those of another script."""
    if page.tag not in ("ar", "zh"):
        return None
    digits = _WIDE if page.tag == "zh" else chance.choice((_ARABIC, _PERSIAN))
    return edits._edited(page, [replace(part, text=part.text.translate(digits)) for part in page.parts])


def put_qualifier(chance: random.Random, page: Page) -> Edited | None:
    """Some 300 for 300."""
    for fact in edits._shuffled(chance, page, (Count, Percent, Money)):
        value = page.value(fact)
        for index in page.facts[fact]:
            text = page.parts[index].text
            before = "".join(part.text for part in page.parts[max(index - 8, 0) : index])
            around = before + text + "".join(part.text for part in page.parts[index + 1 : index + 4])
            exact = getattr(value, "qualifier", "exact") == "exact"
            if (
                exact
                and text[:1].isdigit()
                and not page.sent.language.recognizer.qualifiers(around)
                and not (before[-1:].isalpha() and page.tag != "zh")
            ):
                blank = "" if page.tag == "zh" else " "
                typed = [words(_BARE[page.tag] + blank), page.parts[index]]
                return edits._edited(
                    page, [*page.parts[:index], *typed, *page.parts[index + 1 :]], asked=frozenset({fact})
                )
    return None


def number_in_brackets(chance: random.Random, page: Page) -> Edited | None:
    """A further number is typed in brackets behind one: 313 officials (156 women)."""
    facts = edits._shuffled(chance, page, (Count,))
    number = chance.randint(21, 999)
    if not facts or any(getattr(each, "number", None) == number for each in page.sent.values.values()):
        return None
    index = chance.choice(page.facts[chance.choice(facts)])
    blank = "" if page.tag == "zh" else " "
    word = some_words(chance, page.tag, 1)[0].text.strip()
    behind = page.parts[index + 1].text if index + 1 < len(page.parts) else ""
    if behind[:1].isalpha() and page.tag != "zh":
        return None
    typed = words(f"{blank}({number}{blank}{word})")
    return edits._edited(page, [*page.parts[: index + 1], typed, *page.parts[index + 1 :]], typed=(Count(number),))


def count_to_range(chance: random.Random, page: Page) -> Edited | None:
    """310–320 for 313."""
    for fact in edits._shuffled(chance, page, (Count,)):
        value = page.value(fact)
        assert isinstance(value, Count)
        indexes = page.facts[fact]
        if len(indexes) == 1 and value.number > 20 and edits._says(page.parts[indexes[0]].text, value.number):
            low, high = value.number - 3, value.number + 7
            conventions = page.sent.language.conventions
            text = page.printed(Placeholder("typed", "", (), 0), {"typed": Range(low, high)}, "x")
            if text is None or conventions.direction == "rtl":
                return None
            parts = with_part(page.parts, indexes[0], _FIGURE.sub(text, page.parts[indexes[0]].text, count=1))
            return replace(
                edits._edited(page, parts, gone=frozenset({fact}), typed=(Range(low, high),)),
                places={k: v for k, v in edits._edited(page, parts).places.items() if k != fact}, may_ask=True,
            )  # fmt: skip
    return None


def vague(chance: random.Random, page: Page) -> Edited | None:
    """Several officials for 313 officials."""
    for fact in edits._shuffled(chance, page, (Count,)):
        value = page.value(fact)
        assert isinstance(value, Count)
        indexes = page.facts[fact]
        if len(indexes) == 1 and edits._says(page.parts[indexes[0]].text, value.number):
            parts = with_part(
                page.parts, indexes[0], _FIGURE.sub(_VAGUE[page.tag], page.parts[indexes[0]].text, count=1)
            )
            found = edits._edited(page, parts, gone=frozenset({fact}))
            return replace(found, places={k: v for k, v in found.places.items() if k != fact}, may_ask=True)
    return None


def ordinal_figures(chance: random.Random, page: Page) -> Edited | None:
    for fact in edits._shuffled(chance, page, (Ordinal,)):
        old = page.value(fact)
        assert isinstance(old, Ordinal)
        if page.tag != "en" or len(page.facts[fact]) != 1:
            return None
        new = chance.choice((old.number, old.number + 5))
        typed = f"{new}th" if new % 10 not in (1, 2, 3) else f"{new}{('st', 'nd', 'rd')[new % 10 - 1]}"
        parts = with_part(page.parts, page.facts[fact][0], typed)
        return edits._edited(page, parts, changed={fact: Ordinal(new)} if new != old.number else {})
    return None


def _figure(chance: random.Random, page: Page, write: Callable[[str, int], str | None]) -> Edited | None:
    for fact in edits._shuffled(chance, page, (Count,)):
        value = page.value(fact)
        assert isinstance(value, Count)
        for index in page.facts[fact]:
            if edits._says(page.parts[index].text, value.number):
                text = write("", value.number)
                if text:
                    typed = _FIGURE.sub(text, page.parts[index].text, count=1)
                    # The words of a group may be inflected otherwise behind a number word.
                    return replace(edits._edited(page, with_part(page.parts, index, typed)), may_ask=True)
    return None


NUMBERS: dict[str, Edit] = {
    "number spelled out": spell_out,
    "other number spelled out": spell_out_another,
    "number word in figures": write_figure,
    "sign of a percentage": percent_sign,
    "other separators": other_separators,
    "other digits": other_digits,
    "qualifier put in": put_qualifier,
    "number typed in brackets": number_in_brackets,
    "range for a count": count_to_range,
    "vague word for a count": vague,
    "ordinal in figures": ordinal_figures,
}
