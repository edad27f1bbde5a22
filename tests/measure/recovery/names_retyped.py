"""Edits of dates, names and signs as people type them, and of lists."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from reportgen.facts import Date, Names, Year
from reportgen.wording import Placeholder
from tests.measure.recovery import edits
from tests.measure.recovery.edits import Edit
from tests.measure.recovery.pages import Edited, Page, qualifier_words, with_part, words


def other_date(chance: random.Random, page: Page) -> Edited | None:
    """A date is written as people type it, the same or another one."""
    for fact in edits._shuffled(chance, page, (Date,)):
        old = page.value(fact)
        assert isinstance(old, Date)
        indexes = page.facts[fact]
        plain = page.printed(Placeholder("typed", "", (), 0), {"typed": old}, "x")
        if len(indexes) != 1 or not old.day or page.parts[indexes[0]].text != plain:
            continue
        new = chance.choice((old, replace(old, day=old.day % 12 + 13)))
        text = chance.choice(_date_texts(page, new))
        parts = with_part(page.parts, indexes[0], text)
        if new == old:
            return edits._edited(page, parts)
        found = edits._with_words_that_agree(page, parts, {fact: new})
        return replace(found, wording=None) if found else None
    return None


def _date_texts(page: Page, date: Date) -> list[str]:
    year, month, day = date.year, date.month, date.day
    name = next(iter(page.sent.language.conventions.dates.months.values()))[month - 1]
    figures = [f"{year}-{month:02}-{day:02}"] + ([f"{day}/{month}/{year}", f"{day}.{month}.{year}"] if day > 12 else [])
    return {
        "en": [
            f"{name} {day}, {year}",
            f"{day} {name[:3]} {year}",
            f"{day} {name}, {year}",
            f"{day}th of {name} {year}",
        ],
        "fr": [f"{day}\u00a0{name}\u00a0{year}", f"le {day} {name} {year}"],
        "es": [f"{day} de {name} del {year}", f"{day} {name} {year}"],
        "ru": [f"{day} {name} {year} г.", f"{day} {name} {year}"],
        "ar": [f"{day} {name.split('/')[0]} {year}", f"{day} {name.split('/')[-1]} {year}"],
        "zh": [f"{year} 年 {month} 月 {day} 日", f"{year}年{month}月{day}号"],
    }[page.tag] + figures


def date_for_year(chance: random.Random, page: Page) -> Edited | None:
    """June 2018 for 2018."""
    for fact in edits._shuffled(chance, page, (Year,)):
        old = page.value(fact)
        assert isinstance(old, Year)
        indexes = page.facts[fact]
        date = Date(old.number, chance.randint(1, 12))
        text = page.printed(Placeholder("typed", "", (), 0), {"typed": date}, "x")
        if len(indexes) == 1 and text and page.parts[indexes[0]].text == str(old.number):
            parts = with_part(page.parts, indexes[0], text)
            found = edits._edited(page, parts, gone=frozenset({fact}), typed=(date,))
            return replace(found, places={k: v for k, v in found.places.items() if k != fact}, may_ask=True)
    return None


# Names


def turn_list(chance: random.Random, page: Page) -> Edited | None:
    """The names of a list stand the other way round."""
    return _list(chance, page, lambda ids: ids[::-1])


def exchange_items(chance: random.Random, page: Page) -> Edited | None:
    """One name of a list is another, one goes and one is new."""

    def exchanged(ids: list[str]) -> list[str]:
        new = [each for each in edits.LISTED if each not in ids and not edits._is_printed(page, each)]
        if len(ids) < 3 or len(new) < 2:
            return ids
        one, two = chance.sample(new, 2)
        return [one, *ids[1:-1], two]

    return _list(chance, page, exchanged)


def put_two_items(chance: random.Random, page: Page) -> Edited | None:
    def longer(ids: list[str]) -> list[str]:
        new = [each for each in edits.LISTED if each not in ids and not edits._is_printed(page, each)]
        return [*ids, *chance.sample(new, 2)] if len(new) > 1 else ids

    return _list(chance, page, longer)


def misspell(chance: random.Random, page: Page) -> Edited | None:
    """A letter of a name is lost: the fact is gone, and that is said."""
    for index in edits._names(chance, page):
        text = page.parts[index].text
        value = page.value(page.parts[index].fact)
        assert isinstance(value, Names)
        if len(page.facts[page.parts[index].fact]) == 1 and len(value.ids) == 1 and len(text) > 5 and text.isalpha():
            at = len(text) // 2
            if page.tag == "zh":
                return None
            found = edits._edited(
                page, with_part(page.parts, index, text[:at] + text[at + 1 :]), gone=frozenset({page.parts[index].fact})
            )
            fact = page.parts[index].fact
            return replace(found, places={k: v for k, v in found.places.items() if k != fact}, may_ask=True)
    return None


# Signs


def other_quotes(chance: random.Random, page: Page) -> Edited | None:
    """Quotation marks, apostrophes and dashes as a keyboard has them."""
    signs = str.maketrans("“”«»‘’–—", '""""\'\'--')
    parts = [replace(part, text=part.text.translate(signs)) for part in page.parts]
    return edits._edited(page, parts) if parts != page.parts else None


def other_blanks(chance: random.Random, page: Page) -> Edited | None:
    """Figures stand with blanks in Chinese text; elsewhere all blanks are no-break spaces."""
    if page.tag != "zh":
        parts = [replace(part, text=part.text.replace(" ", "\u00a0")) for part in page.parts]
        return edits._edited(page, parts)
    parts = []
    for part in page.parts:
        text = re.sub(r"(?<=[\u3400-\u9fff])(?=\d)|(?<=\d)(?=[\u3400-\u9fff])", " ", part.text)
        parts.append(replace(part, text=text, styles=bytes(len(text))))
    return edits._edited(page, parts)


def glued_letter(chance: random.Random, page: Page) -> Edited | None:
    """In Arabic, a fact is joined with "and"."""
    found = [
        at
        for at, part in enumerate(page.parts)
        if part.fact and at and page.parts[at - 1].text.endswith(" ")
        if page.parts[at - 1].text.strip() not in qualifier_words(page.tag)
    ]
    if page.tag != "ar" or not found:
        return None
    at = chance.choice(found)
    return edits._edited(page, [*page.parts[:at], words("و"), *page.parts[at:]])


def _list(chance: random.Random, page: Page, change: Callable[[list[str]], list[str]]) -> Edited | None:
    for fact in edits._shuffled(chance, page, (Names,)):
        old = page.value(fact)
        assert isinstance(old, Names)
        if old.kind == "place" and old.many and len(old.ids) > 1 and all(len(each) == 2 for each in old.ids):
            ids = change(list(old.ids))
            if ids == list(old.ids):
                continue
            typed = {fact: replace(old, ids=tuple(ids), order="given")}
            found = edits._revalued(page, typed)
            if found is None:
                continue
            if old.order == "sorted":
                kept = [each for each in old.ids if each in ids]
                ids = [*kept, *(each for each in ids if each not in old.ids)]
            new = replace(old, ids=tuple(ids))
            changed = {} if new == old else {fact: new}
            return replace(found, changed=changed, asked=found.asked if changed else frozenset(), wording=None)
    return None


NAMES: dict[str, Edit] = {
    "date in another style": other_date,
    "date for a year": date_for_year,
    "list turned round": turn_list,
    "items exchanged": exchange_items,
    "two items put in": put_two_items,
    "name misspelled": misspell,
    "quotation marks of keyboards": other_quotes,
    "other blanks": other_blanks,
    "and glued to a fact": glued_letter,
}
