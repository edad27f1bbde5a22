"""Edits as drafters and translators make them: sentences written anew, copied, added, and several edits together."""

from __future__ import annotations

import random
from collections.abc import Sequence

from reportgen.facts import Count, Date, Names, Value
from reportgen.wording import Placeholder
from tests.measure.recovery import edits
from tests.measure.recovery.edits import Edit
from tests.measure.recovery.names_retyped import NAMES
from tests.measure.recovery.numbers_retyped import NUMBERS, other_separators, spell_out
from tests.measure.recovery.pages import Edited, Page, Part, some_words, words


def write_anew(chance: random.Random, page: Page) -> Edited | None:
    """All words of a sentence are others; its facts stand in it as before."""
    found = _sentence(chance, page)
    if found is None:
        return None
    start, end = found
    return edits._edited(page, [*page.parts[:start], *_anew(chance, page, page.parts[start:end]), *page.parts[end:]])


def write_round(chance: random.Random, page: Page) -> Edited | None:
    """All words of a sentence are others, and of its facts the last one stands first."""
    found = _sentence(chance, page)
    if found is None:
        return None
    start, end = found
    atoms = [at for at in range(start, end) if page.parts[at].fact]
    if len(atoms) < 2:
        return None
    first, last = page.parts[atoms[0]], page.parts[atoms[-1]]
    kinds = {type(page.value(each.fact)) for each in (first, last)}
    inner = [page.parts[at] for at in atoms[1:-1]]
    once = len(atoms) == len({page.parts[at].fact for at in atoms})
    if not once or len(kinds) < 2 or any(type(page.value(each.fact)) in kinds for each in inner):
        return None
    parts = list(page.parts[start:end])
    if any(each.atom >= 0 and not each.fact for each in parts):
        return None
    parts[atoms[0] - start], parts[atoms[-1] - start] = last, first
    return edits._edited(page, [*page.parts[:start], *_anew(chance, page, parts), *page.parts[end:]])


def copy_sentence(chance: random.Random, page: Page) -> Edited | None:
    """A sentence stands twice, once at the end."""
    start, end = chance.choice(page.sentences())
    copied = page.parts[start:end]
    # Few words are the same by chance, and of two facts with one value nobody can say which was copied.
    values = [page.value(fact) for fact in page.facts]
    alike = any(values.count(page.value(each.fact)) > 1 for each in copied if each.fact)
    short = sum(map(edits._is_word, copied)) < (12 if page.tag == "zh" else 6)
    marks = any(each.atom >= 0 and not isinstance(each.piece, Placeholder) for each in copied)
    if alike or short or marks:
        return None
    blank = "" if page.tag == "zh" else " "
    return edits._edited(page, [*page.parts, words(blank), *copied])


def write_more(chance: random.Random, page: Page) -> Edited | None:
    """A sentence with a country, a number and a date is written at the end."""
    blank = "" if page.tag == "zh" else " "
    name = chance.choice([each for each in edits.LISTED if not edits._is_printed(page, each)] or [""])
    number, date = chance.randint(21, 9000), Date(chance.randint(1995, 2030), chance.randint(1, 12), 14)
    values: dict[str, Value] = {"a": Names("place", (name,)), "b": Count(number), "c": date}
    if not name or any(str(each) in map(str, page.sent.values.values()) for each in values.values()):
        return None
    typed: list[Part] = [words(blank)]
    for value in chance.sample(list(values.values()), 3):
        text = page.printed(Placeholder("typed", "", (), 0), {"typed": value}, "x")
        if text is None:
            return None
        typed += [*some_words(chance, page.tag, 2), words(text + blank)]
    return edits._edited(page, [*page.parts, *typed, *some_words(chance, page.tag, 1)], typed=tuple(values.values()))


def delete_two_facts(chance: random.Random, page: Page) -> Edited | None:
    """A part of a sentence goes, with two facts in it."""
    atoms = [at for at, part in enumerate(page.parts) if part.fact]
    if len(atoms) < 2:
        return None
    first = chance.randrange(len(atoms) - 1)
    rest = [*page.parts[: atoms[first]], *page.parts[atoms[first + 1] + 1 :]]
    return edits._edited(page, rest, gone=edits._gone(page, rest))


# Together


def several(chance: random.Random, page: Page) -> Edited | None:
    """Two to four edits one after another, each of other facts."""
    simple: list[Edit] = [
        edits.insert_words, edits.replace_words, edits.move_sentence, edits.change_count, edits.change_date,
        edits.change_country, edits.delete_fact, edits.type_number, edits.type_country, edits.put_item, edits.take_item,
        edits.delete_sentence, edits.change_figure_to_word, edits.type_date, write_anew, spell_out, other_separators,
    ]  # fmt: skip
    done: Edited | None = None
    for edit in chance.sample(simple, chance.randint(2, 4)):
        before = Page(page.sent, done.parts if done else list(page.parts))
        made = edit(chance, before) if before.facts else None
        if made is None:
            continue
        done = made if done is None else _both(page, done, made)
        if done is None:
            return None
    typed, gone = (done.typed, [page.value(fact) for fact in done.gone]) if done else ((), [])
    if {each.kind for each in typed} & {each.kind for each in gone}:
        return None  # a value that was typed where one of its kind is gone may as well be its new value
    # What was typed may have gone with its sentence.
    return done if done and all(any(_prints(page, part, value) for part in done.parts) for value in typed) else None


def _prints(page: Page, part: Part, value: Value) -> bool:
    texts = {page.printed(Placeholder("typed", "", (), 0), {"typed": value}, before) for before in ("x", "")}
    return part.atom < 0 and any(text and text in part.text for text in texts)


def _both(page: Page, first: Edited, second: Edited) -> Edited | None:
    touched = {*first.changed, *first.gone, *first.asked}
    if touched & {*second.changed, *second.asked} or set(second.gone) & set(first.changed):
        return None
    if set(map(str, first.typed)) & set(map(str, second.typed)):
        return None
    if {*map(str, first.typed)} & {*map(str, second.changed.values())}:
        return None
    return Edited(
        second.parts, {**first.changed, **second.changed}, first.gone | second.gone, first.asked | second.asked,
        (*first.typed, *second.typed), second.places, None, first.may_ask or second.may_ask,
    )  # fmt: skip


# What they share


def _sentence(chance: random.Random, page: Page) -> tuple[int, int] | None:
    """A sentence with facts and without qualifiers."""
    found = []
    for start, end in page.sentences():
        text = "".join(part.text for part in page.parts[start:end])
        if any(part.fact for part in page.parts[start:end]) and not page.sent.language.recognizer.qualifiers(text):
            found.append((start, end))
    return chance.choice(found) if found else None


def _anew(chance: random.Random, page: Page, parts: Sequence[Part]) -> list[Part]:
    """The parts with other words; what is glued to a fact, and all signs, stay."""
    new: list[Part] = []
    for at, part in enumerate(parts):
        blank = "" if page.tag == "zh" else " "
        alone = part.text.strip().isalpha() and (page.tag == "zh" or part.text != part.text.rstrip())
        if part.atom >= 0 or not alone:
            new.append(part)
        elif chance.random() < 0.7 or (at and parts[at - 1].atom >= 0):
            new.append(words(some_words(chance, page.tag, 1)[0].text.strip() + blank))
    return new


DRAFTING: dict[str, Edit] = {
    "sentence written anew": write_anew,
    "sentence turned round": write_round,
    "sentence copied": copy_sentence,
    "sentence typed": write_more,
    "two facts deleted": delete_two_facts,
    **NUMBERS,
    **NAMES,
    "several edits": several,
}
