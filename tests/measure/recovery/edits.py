"""The kinds of edit: each changes a printed page as a person would, and says what is then true."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from reportgen.facts import Count, Date, DateRange, Money, Names, Ordinal, Percent, Period, Range, Value, Year
from reportgen.wording import Filter, Placeholder, ReferenceCall
from tests.measure.recovery.pages import Edited, Page, Part, qualifier_words, some_words, with_part, words

Edit = Callable[[random.Random, Page], Edited | None]
LISTED = ("KE", "NP", "PE", "GH", "TH", "BO", "AL", "ET", "JO", "PH", "MZ", "SN", "UY", "LA")
"""Countries that may be put into a piece that does not have them."""

_FIGURE = re.compile(r"\d+(?:[., \u00a0\u202f]\d{3})*")


# Words


def insert_words(chance: random.Random, page: Page) -> Edited | None:
    at = _between_words(chance, page)
    if at is None:
        return None
    return _edited(page, [*page.parts[:at], *some_words(chance, page.tag, chance.randint(1, 4)), *page.parts[at:]])


def delete_words(chance: random.Random, page: Page) -> Edited | None:
    at = _between_words(chance, page)
    if at is None:
        return None
    end = at
    apart = qualifier_words(page.tag)
    while (
        end < len(page.parts)
        and end < at + 3
        and _is_word(page.parts[end])
        and page.parts[end].text.strip() not in apart
    ):
        end += 1
    return _edited(page, [*page.parts[:at], *page.parts[end:]]) if end > at else None


def replace_words(chance: random.Random, page: Page) -> Edited | None:
    return _reworded(chance, page, list(page.parts), 2, 0.0)


def replace_many_words(chance: random.Random, page: Page) -> Edited | None:
    return _reworded(chance, page, list(page.parts), 0, 0.4)


def move_sentence(chance: random.Random, page: Page) -> Edited | None:
    moved = _moved(chance, page, list(page.parts))
    return _edited(page, moved) if moved else None


def delete_sentence(chance: random.Random, page: Page) -> Edited | None:
    sentences = page.sentences()
    if len(sentences) < 2:
        return None
    start, end = chance.choice(sentences)
    rest = [*page.parts[:start], *page.parts[end:]]
    return _edited(page, rest, gone=_gone(page, rest))


# Values


def change_count(chance: random.Random, page: Page) -> Edited | None:
    return _changed_fact(chance, page, (Count,))


def change_other_number(chance: random.Random, page: Page) -> Edited | None:
    return _changed_fact(chance, page, (Percent, Money, Ordinal, Range))


def change_date(chance: random.Random, page: Page) -> Edited | None:
    return _changed_fact(chance, page, (Date, DateRange, Year, Period))


def change_country(chance: random.Random, page: Page) -> Edited | None:
    return _changed_fact(chance, page, (Names,))


def change_digits(chance: random.Random, page: Page) -> Edited | None:
    """The figure alone is typed over; the words beside it stay as they were."""
    for fact in _shuffled(chance, page, (Count,)):
        old = page.value(fact)
        assert isinstance(old, Count)
        figures = [index for index in page.facts[fact] if _says(page.parts[index].text, old.number)]
        new = _number(chance, old.number, least=20)
        if len(figures) == len(page.facts[fact]) and new != old.number:
            parts = list(page.parts)
            for index in figures:
                typed = _FIGURE.sub(_grouped(page, new), parts[index].text, count=1)
                parts = with_part(parts, index, typed)
            return _with_words_that_agree(page, parts, {fact: replace(old, number=new)})
    return None


def copy_count(chance: random.Random, page: Page) -> Edited | None:
    """A count becomes that of another fact of the piece."""
    facts = _shuffled(chance, page, (Count,))
    for fact in facts:
        for other in facts:
            old, new = page.value(fact), page.value(other)
            if isinstance(old, Count) and isinstance(new, Count) and old.number != new.number:
                return _revalued(page, {fact: replace(old, number=new.number)})
    return None


def exchange_counts(chance: random.Random, page: Page) -> Edited | None:
    facts = _shuffled(chance, page, (Count,))
    for fact in facts:
        for other in facts:
            one, two = page.value(fact), page.value(other)
            if isinstance(one, Count) and isinstance(two, Count) and one.number != two.number:
                values: dict[str, Value] = {
                    fact: replace(one, number=two.number),
                    other: replace(two, number=one.number),
                }
                return _revalued(page, values)
    return None


def change_one_of_two(chance: random.Random, page: Page) -> Edited | None:
    """A fact that stands twice is changed in one place."""
    twice = [fact for fact, places in page.facts.items() if len(places) > 1 and _plain(page, fact)]
    for fact in chance.sample(twice, len(twice)):
        new = _another(chance, page, fact)
        index = chance.choice(page.facts[fact])
        piece = page.parts[index].piece
        if new is None or not isinstance(piece, Placeholder) or piece.item:
            continue
        typed = _printed_at(page, index, piece, {fact: new})
        if typed and typed != page.parts[index].text:
            edited = _edited(page, with_part(page.parts, index, typed), asked=frozenset({fact}), typed=(new,))
            return replace(edited, places={**edited.places, fact: len(page.facts[fact]) - 1})
    return None


def delete_fact(chance: random.Random, page: Page) -> Edited | None:
    facts = list(page.facts)
    if not facts:
        return None
    index = chance.choice(page.facts[chance.choice(facts)])
    rest = [*page.parts[:index], *page.parts[index + 1 :]]
    return _edited(page, rest, gone=_gone(page, rest))


def change_figure_to_word(chance: random.Random, page: Page) -> Edited | None:
    """A number in figures is typed in words, or the other way round."""
    # The number of a length of time would stand without its unit.
    for fact in _shuffled(chance, page, (Count,)):
        for index in chance.sample(page.facts[fact], len(page.facts[fact])):
            piece = page.parts[index].piece
            if isinstance(piece, Placeholder) and not any(each.name in ("words", "figures") for each in piece.filters):
                for style in chance.sample(("figures", "words"), 2):
                    styled = replace(piece, filters=(*piece.filters, Filter(style)))
                    typed = _printed_at(page, index, styled, {})
                    if typed and typed != page.parts[index].text:
                        return _edited(page, with_part(page.parts, index, typed))
    return None


def change_noun(chance: random.Random, page: Page) -> Edited | None:
    """The noun inside counted() is exchanged for another word."""
    for index in chance.sample(range(len(page.parts)), len(page.parts)):
        part = page.parts[index]
        counted = [each for each in getattr(part.piece, "filters", ()) if each.name == "counted"]
        if counted and any(map(str.isdigit, part.text)):
            found = list(re.finditer(r"[^\W\d_]{4,}" if page.tag != "zh" else r"[\u3400-\u9fff]{2,}", part.text))
            if found:
                match = chance.choice(found)
                noun = some_words(chance, page.tag, 1)[0].text.strip()
                typed = part.text[: match.start()] + noun + part.text[match.end() :]
                return _edited(page, with_part(page.parts, index, typed), may_ask=True)
    return None


# Names and lists


def take_item(chance: random.Random, page: Page) -> Edited | None:
    def with_one_less(ids: list[str]) -> list[str]:
        out = chance.choice(ids)
        return [each for each in ids if each != out]

    return _list_edit(chance, page, with_one_less)


def put_item(chance: random.Random, page: Page) -> Edited | None:
    def with_one_more(ids: list[str]) -> list[str]:
        new = [each for each in LISTED if each not in ids and not _is_printed(page, each)]
        at = chance.randrange(len(ids) + 1)
        return [*ids[:at], chance.choice(new), *ids[at:]] if new else ids

    return _list_edit(chance, page, with_one_more, kind="place")


def break_list(chance: random.Random, page: Page) -> Edited | None:
    """Words are put between two items of a list."""
    for index in chance.sample(range(len(page.parts)), len(page.parts)):
        part = page.parts[index]
        value = page.sent.values.get(part.fact)
        if (
            isinstance(value, Names)
            and len(value.ids) > 1
            and isinstance(part.piece, Placeholder)
            and not part.piece.item
        ):
            joins = page.sent.language.conventions.lists
            for join in (joins.last, joins.pair, joins.separator):
                at = part.text.find(join)
                if at > 0 and not _is_in_name(page, part.text, at):
                    inner = "".join(each.text for each in some_words(chance, page.tag, 2)).strip()
                    blank = "" if page.tag == "zh" else " "
                    comma = joins.separator.strip() or ","
                    behind = join if join != joins.separator else blank
                    typed = part.text[:at] + comma + blank + inner + comma + behind + part.text[at + len(join) :]
                    edited = _edited(page, with_part(page.parts, index, typed), may_ask=True)
                    places = dict(edited.places)
                    places.pop(part.fact)
                    return replace(edited, places=places)
    return None


def _is_in_name(page: Page, text: str, at: int) -> bool:
    """Whether the word for "and" is part of a name: 多米尼加共和国."""
    return any(each.start <= at < each.end for each in page.sent.language.recognizer.names(text))


def change_form(chance: random.Random, page: Page) -> Edited | None:
    """A name is retyped in another form of the lexicon."""
    for index in _names(chance, page):
        piece = page.parts[index].piece
        value = page.sent.values[page.parts[index].fact]
        if isinstance(piece, Placeholder) and isinstance(value, Names) and len(value.ids) == 1:
            forms = list(page.sent.language.name(value.kind, value.ids[0]).forms)
            for form in chance.sample(forms, len(forms)):
                typed = _printed_at(page, index, replace(piece, filters=(Filter("form", (form,)),) if form else ()), {})
                if typed and typed != page.parts[index].text:
                    return _edited(page, with_part(page.parts, index, typed))
    return None


def change_length(chance: random.Random, page: Page) -> Edited | None:
    """A name is retyped in full, in short or as at first use, in the same form."""
    for index in _names(chance, page):
        piece = page.parts[index].piece
        value = page.sent.values[page.parts[index].fact]
        if isinstance(piece, Placeholder) and isinstance(value, Names) and len(value.ids) == 1:
            request = [each for each in piece.filters if each.name == "form"]
            if len(request) != len(piece.filters):
                continue
            form = request[0].arguments[0] if request else ""
            variants = page.sent.language.name(value.kind, value.ids[0]).forms[form]
            texts = [each.replace("*", "") for each in (variants.full, variants.short) if each]
            others = [each for each in texts if each.casefold() != page.parts[index].text.casefold()]
            if others:
                return _edited(page, with_part(page.parts, index, chance.choice(others)))
    return None


# What is typed


def type_number(chance: random.Random, page: Page) -> Edited | None:
    at = _between_words(chance, page)
    number = chance.randint(21, 9000)
    if at is None or any(isinstance(each, Count) and each.number == number for each in page.sent.values.values()):
        return None
    blank = "" if page.tag == "zh" else " "
    new = [*some_words(chance, page.tag, 2), words(_grouped(page, number) + blank), *some_words(chance, page.tag, 1)]
    return _edited(page, [*page.parts[:at], *new, *page.parts[at:]], typed=(Count(number),))


def type_country(chance: random.Random, page: Page) -> Edited | None:
    at = _between_words(chance, page)
    name = chance.choice([each for each in LISTED if not _is_printed(page, each)] or [""])
    if at is None or not name:
        return None
    blank = "" if page.tag == "zh" else " "
    text = page.sent.language.name("place", name).forms[""].full.replace("*", "")
    new = [*some_words(chance, page.tag, 2), words(text + blank), *some_words(chance, page.tag, 1)]
    return _edited(page, [*page.parts[:at], *new, *page.parts[at:]], typed=(Names("place", (name,)),))


def type_date(chance: random.Random, page: Page) -> Edited | None:
    return _typed_value(chance, page, Date(chance.randint(1990, 2040), chance.randint(1, 12), chance.randint(1, 28)))


def type_percentage(chance: random.Random, page: Page) -> Edited | None:
    return _typed_value(chance, page, Percent(Decimal(chance.randint(2, 99))))


def type_amount(chance: random.Random, page: Page) -> Edited | None:
    return _typed_value(chance, page, Money(Decimal(chance.randint(1000, 9_000_000)), "USD"))


def type_reference(chance: random.Random, page: Page) -> Edited | None:
    """A reference to a paragraph is typed in words."""
    at, conventions = _between_words(chance, page), page.sent.language.conventions
    numbers = [number for function, number in page.sent.piece.numbers if function == "para" and number.isdigit()]
    if at is None or not numbers:
        return None
    blank = "" if page.tag == "zh" else " "
    form = chance.choice(["para", "para_brief"])
    text = conventions.references[form]["one"].format(number=chance.choice(numbers))
    new = [*some_words(chance, page.tag, 1), words(f"({text}){blank}"), *some_words(chance, page.tag, 1)]
    return _edited(page, [*page.parts[:at], *new, *page.parts[at:]])


def type_unknown_name(chance: random.Random, page: Page) -> Edited | None:
    """A city that the lexicon lacks is typed."""
    at = _between_words(chance, page)
    if at is None or page.tag in ("ar", "zh"):
        return None
    name = chance.choice(("Qardho", "Zvishavane", "Ouinhi", "Bolgatanga", "Lashkargah"))
    return _edited(page, [*page.parts[:at], words(f"{name} "), *page.parts[at:]], may_ask=True)


def type_signs(chance: random.Random, page: Page) -> Edited | None:
    """Signs that mean something in wording are typed as letters."""
    at = _between_words(chance, page)
    if at is None:
        return None
    sign = chance.choice(
        ["{{ x }} ", "* ", "**so** ", "[^a] ", "<https://un.org> ", "\\ ", "{% if %} ", "\\* ", "#} ", "} "]
    )
    return _edited(page, [*page.parts[:at], words(sign), *page.parts[at:]])


def change_typography(chance: random.Random, page: Page) -> Edited | None:
    """No-break spaces are lost, blanks doubled."""
    text = "".join(part.text for part in page.parts)
    plain = [replace(part, text=re.sub("[\u00a0\u202f]", " ", part.text)) for part in page.parts]
    spots = [index for index, part in enumerate(plain) if part.atom < 0 and part.text.endswith(" ")]
    if spots and chance.random() < 0.5:
        index = chance.choice(spots)
        plain[index] = words(plain[index].text + " ")
    return (
        _edited(page, plain, wording=page.sent.piece.wording) if "".join(each.text for each in plain) != text else None
    )


def change_qualifier(chance: random.Random, page: Page) -> Edited | None:
    """More than 50 becomes at least 50."""
    qualifiers = page.sent.language.conventions.qualifiers
    before = {text: name for name, texts in qualifiers.items() for text in texts if not text.startswith("#")}
    for fact in _shuffled(chance, page, (Count, Percent, Money, Period)):
        value = page.value(fact)
        for index in page.facts[fact]:
            stood = "".join(part.text for part in page.parts[max(index - 6, 0) : index])
            for text, name in sorted(before.items(), key=lambda each: -len(each[0])):
                if stood.rstrip().endswith(text) and name == getattr(value, "qualifier", ""):
                    # Words that mean both (cerca de) change nothing.
                    same = set(qualifiers[name])
                    others = [each for each in before if before[each] != "less_than" and each not in same]
                    start = len(stood.rstrip()) - len(text)
                    new = stood[:start] + chance.choice(others) + stood[len(stood.rstrip()) :]
                    parts = [*page.parts[: max(index - 6, 0)], words(new), *page.parts[index:]]
                    if any(part.atom >= 0 for part in page.parts[max(index - 6, 0) : index]):
                        continue
                    return _edited(page, parts, asked=frozenset({fact}))
    return None


def move_fact(chance: random.Random, page: Page) -> Edited | None:
    """A name goes to the end of its sentence, without its words."""
    for start, end in chance.sample(page.sentences(), len(page.sentences())):
        names = [at for at in range(start, end - 6) if isinstance(page.sent.values.get(page.parts[at].fact), Names)]
        last = page.parts[end - 1]
        if names and last.atom < 0 and len(last.text.strip()) > 1:
            at = chance.choice(names)
            text = last.text.rstrip()
            blank = "" if page.tag == "zh" else " "
            tail = [words(text[:-1] + blank), page.parts[at], words(text[-1] + last.text[len(text) :])]
            rest = [*page.parts[:at], *page.parts[at + 1 : end - 1], *tail, *page.parts[end:]]
            return _edited(page, rest)
    return None


def exchange_names(chance: random.Random, page: Page) -> Edited | None:
    facts = [fact for fact in _shuffled(chance, page, (Names,)) if _other_name(chance, page, _names_of(page, fact))]
    for fact in facts:
        for other in facts:
            if _names_of(page, fact).ids != _names_of(page, other).ids:
                return _revalued(page, {fact: page.value(other), other: page.value(fact)})
    return None


def retype_reference(chance: random.Random, page: Page) -> Edited | None:
    """The number of a cross-reference is typed over, which is ours."""
    found = [
        at
        for at, part in enumerate(page.parts)
        if isinstance(part.piece, ReferenceCall) and any(map(str.isdigit, part.text))
    ]
    if not found:
        return None
    at = chance.choice(found)
    typed = re.sub(r"\d+", lambda match: str(int(match[0]) + chance.randint(1, 9)), page.parts[at].text)
    return _edited(page, with_part(page.parts, at, typed), wording=page.sent.piece.wording)


def type_without_separators(chance: random.Random, page: Page) -> Edited | None:
    """A new figure is typed without the signs between its thousands."""
    for fact in _shuffled(chance, page, (Count,)):
        old = page.value(fact)
        assert isinstance(old, Count)
        figures = [index for index in page.facts[fact] if _says(page.parts[index].text, old.number)]
        if old.number > 20 and len(figures) == len(page.facts[fact]):
            new, parts = chance.randint(10_000, 99_999), list(page.parts)
            for index in figures:
                parts = with_part(parts, index, _FIGURE.sub(str(new), parts[index].text, count=1))
            return _with_words_that_agree(page, parts, {fact: replace(old, number=new)})
    return None


def mark_up(chance: random.Random, page: Page) -> Edited | None:
    """A word is set in italics or bold."""
    spots = [index for index, part in enumerate(page.parts) if _is_word(part)]
    if not spots:
        return None
    parts, at = list(page.parts), chance.choice(spots)
    parts[at] = replace(parts[at], styles=bytes([chance.choice((1, 2))]) * len(parts[at].text))
    return _edited(page, parts)


# Together


def mixed(chance: random.Random, page: Page) -> Edited | None:
    edit = chance.choice((change_count, change_country, delete_fact))
    found = edit(chance, page)
    if found is None:
        return None
    inserted = _inserted(chance, page.tag, found.parts, 3)
    return replace(found, parts=inserted, wording=None)


def storm(chance: random.Random, page: Page) -> Edited | None:
    """Three facts change, an eighth of the words and the place of a sentence."""
    values: dict[str, Value] = {}
    for fact in _shuffled(chance, page, (Count, Year, Date, Period, Names))[:3]:
        new = _another(chance, page, fact)
        if new is not None and _plain(page, fact) and not page.sent.piece.facts[fact].places:
            values[fact] = new
    found = _revalued(page, values) if values else None
    if found is None:
        return None
    moved = _moved(chance, page, found.parts) or found.parts
    changed = _reworded(chance, page, moved, 0, 0.12)
    return replace(found, parts=changed.parts, wording=None) if changed else None


EDITS: dict[str, Edit] = {
    "words inserted": insert_words,
    "words deleted": delete_words,
    "words replaced": replace_words,
    "40 % of words replaced": replace_many_words,
    "sentence moved": move_sentence,
    "sentence deleted": delete_sentence,
    "count changed": change_count,
    "digits alone typed": change_digits,
    "date, year or period changed": change_date,
    "other number changed": change_other_number,
    "name changed": change_country,
    "count becomes another": copy_count,
    "two counts exchanged": exchange_counts,
    "fact deleted": delete_fact,
    "item taken from a list": take_item,
    "item put into a list": put_item,
    "list broken by words": break_list,
    "fact moved alone": move_fact,
    "two names exchanged": exchange_names,
    "number typed": type_number,
    "date typed": type_date,
    "percentage typed": type_percentage,
    "amount typed": type_amount,
    "reference typed": type_reference,
    "number of a reference typed over": retype_reference,
    "figure without separators": type_without_separators,
    "unknown name typed": type_unknown_name,
    "words marked up": mark_up,
    "country typed": type_country,
    "name in another form": change_form,
    "full and short exchanged": change_length,
    "typography": change_typography,
    "figure and word exchanged": change_figure_to_word,
    "noun in counted() exchanged": change_noun,
    "one of two places changed": change_one_of_two,
    "qualifier changed": change_qualifier,
    "signs typed": type_signs,
    "fact and words": mixed,
    "storm": storm,
}


# What edits share


def _edited(page: Page, parts: list[Part], **true: object) -> Edited:
    """The edited page; where every part has its wording and nothing is marked up, the true wording too."""
    places: dict[str, int] = {}
    for part in parts:
        if part.fact:
            places[part.fact] = places.get(part.fact, 0) + 1
    return Edited(parts, places=places, **true)  # type: ignore[arg-type]


def _gone(page: Page, rest: list[Part]) -> frozenset[str]:
    left = {part.fact for part in rest}
    return frozenset(fact for fact in page.facts if fact not in left)


def _is_word(part: Part) -> bool:
    return part.atom < 0 and part.text.strip().isalpha()


def _between_words(chance: random.Random, page: Page) -> int | None:
    """A place between two words."""
    spots = _between(page.tag, page.parts)
    return chance.choice(spots) if spots else None


def _between(tag: str, parts: list[Part]) -> list[int]:
    """The places between two words, but behind a qualifier, which belongs to the number behind it."""
    apart = qualifier_words(tag)
    return [
        at
        for at in range(1, len(parts))
        if _is_word(parts[at]) and _is_word(parts[at - 1]) and parts[at - 1].text.strip() not in apart
    ]


def _inserted(chance: random.Random, tag: str, parts: list[Part], count: int) -> list[Part]:
    spots = _between(tag, parts)
    if not spots:
        return parts
    at = chance.choice(spots)
    return [*parts[:at], *some_words(chance, tag, count), *parts[at:]]


def _reworded(chance: random.Random, page: Page, parts: list[Part], count: int, share: float) -> Edited | None:
    apart, least = qualifier_words(page.tag), 1 if page.tag == "zh" else 3
    spots = [
        index
        for index, part in enumerate(parts)
        if _is_word(part) and len(part.text.strip()) >= least and part.text.strip() not in apart
    ]
    chosen = chance.sample(spots, min(len(spots), max(count, round(share * len(spots)))))
    for index in chosen:
        blank = parts[index].text[len(parts[index].text.rstrip()) :]
        parts[index] = words(some_words(chance, page.tag, 1)[0].text.strip() + blank)
    return _edited(page, parts) if chosen else None


def _moved(chance: random.Random, page: Page, parts: list[Part]) -> list[Part] | None:
    sentences = page.sentences()
    if len(sentences) < 2 or len(parts) != len(page.parts):
        return None
    index = chance.randrange(len(sentences))
    others = [each for each in range(len(sentences)) if each != index]
    at = chance.randrange(len(others) + 1)
    order = [*others[:at], index, *others[at:]]
    if order == list(range(len(sentences))):
        return None
    moved: list[Part] = []
    for each in order:
        start, end = sentences[each]
        sentence = list(parts[start:end])
        last = sentence[-1]
        if last.atom < 0:
            blank = "" if page.tag == "zh" else " "
            text = last.text.rstrip() + (blank if each != order[-1] else "")
            sentence[-1] = replace(last, text=text, styles=bytes(len(text)))
        moved += sentence
    return moved


def _plain(page: Page, fact: str) -> bool:
    """Whether all placeholders of a fact print all of it."""
    pieces = [page.parts[index].piece for index in page.facts[fact]]
    return all(isinstance(each, Placeholder) and not each.item for each in pieces)


def _shuffled(chance: random.Random, page: Page, kinds: tuple[type, ...]) -> list[str]:
    facts = [fact for fact in page.facts if isinstance(page.value(fact), kinds) and _plain(page, fact)]
    return chance.sample(facts, len(facts))


def _changed_fact(chance: random.Random, page: Page, kinds: tuple[type, ...]) -> Edited | None:
    for fact in _shuffled(chance, page, kinds):
        new = _another(chance, page, fact)
        found = _revalued(page, {fact: new}) if new is not None else None
        if found:
            return found
    return None


def _another(chance: random.Random, page: Page, fact: str) -> Value | None:
    """Another value of the same kind."""
    old = page.value(fact)
    match old:
        case Count():
            return replace(old, number=_number(chance, old.number, least=0))
        case Period():
            return replace(old, number=_number(chance, old.number, least=1))
        case Year():
            return Year(old.number + chance.choice((-3, -1, 1, 2, 12)))
        case Date():
            return replace(
                old, month=chance.choice([each for each in range(1, 13) if each != old.month]), day=min(old.day, 28)
            )
        case DateRange():
            start, end = old.start, old.end
            shift = chance.choice((1, 2)) if end.day < 26 else -1
            return DateRange(replace(start, day=max(start.day + shift, 1)), replace(end, day=end.day + shift))
        case Percent():
            return replace(old, number=Decimal(_number(chance, int(old.number), least=2)))
        case Money():
            return replace(old, amount=Decimal(_number(chance, int(old.amount), least=20)))
        case Ordinal():
            return Ordinal(_number(chance, old.number, least=1))
        case Range():
            return Range(old.low + 1, old.high + chance.choice((1, 2, 5)))
        case Names():
            return _other_name(chance, page, old)
    return None


def _other_name(chance: random.Random, page: Page, old: Names) -> Names | None:
    """Another country for one; other names have too few forms in common."""
    if old.kind != "place" or len(old.ids) != 1 or len(old.ids[0]) != 2 or old.many:
        return None
    new = [each for each in LISTED if each not in old.ids and not _is_printed(page, each)]
    return replace(old, ids=(chance.choice(new),)) if new else None


def _names_of(page: Page, fact: str) -> Names:
    value = page.value(fact)
    assert isinstance(value, Names)
    return value


def _typed_value(chance: random.Random, page: Page, value: Value) -> Edited | None:
    """A value is typed as the language prints it."""
    at = _between_words(chance, page)
    if at is None or value in page.sent.values.values():
        return None
    text = page.printed(Placeholder("typed", "", (), 0), {"typed": value}, "x")
    blank = "" if page.tag == "zh" else " "
    new = [*some_words(chance, page.tag, 2), words(f"{text}{blank}"), *some_words(chance, page.tag, 1)]
    return _edited(page, [*page.parts[:at], *new, *page.parts[at:]], typed=(value,))


def _is_printed(page: Page, name: str) -> bool:
    """Whether a fact of the piece has a country already."""
    return any(isinstance(each, Names) and name in each.ids for each in page.sent.values.values())


def _number(chance: random.Random, old: int, least: int) -> int:
    choices = [
        old + 1,
        old + 18,
        old * 10,
        chance.randint(least, 30),
        chance.randint(21, 99),
        chance.randint(100, 5000),
    ]
    return chance.choice([each for each in choices if each != old and each >= least])


def _revalued(page: Page, values: dict[str, Value]) -> Edited | None:
    """The page with other values, printed by rule wherever the facts stand."""
    if any(_has_own_words(page, fact) for fact in values):
        return None
    parts = list(page.parts)
    for fact in values:
        for index in page.facts[fact]:
            piece = page.parts[index].piece
            typed = _printed_at(page, index, piece, values) if isinstance(piece, Placeholder) else None
            if typed is None:
                return None
            parts[index] = replace(parts[index], text=typed, styles=bytes(len(typed)))
    if all(parts[index].text == page.parts[index].text for fact in values for index in page.facts[fact]):
        return None
    return _with_words_that_agree(page, parts, values)


def _has_own_words(page: Page, fact: str) -> bool:
    """Whether a placeholder has own words for the fact's value, which say nothing of another one."""
    pieces = [page.parts[index].piece for index in page.facts[fact]]
    return any(each.name == "as" for piece in pieces for each in getattr(piece, "filters", ()))


def _with_words_that_agree(page: Page, parts: list[Part], values: dict[str, Value]) -> Edited | None:
    """The parts with the words that agree with changed facts put right."""
    for index, part in enumerate(page.parts):
        piece = part.piece
        agrees = isinstance(piece, Placeholder) and not part.fact and piece.fact in values
        if agrees and isinstance(piece, Placeholder):
            typed = _printed_at(page, index, piece, values)
            if typed is None:
                return None
            parts[index] = replace(parts[index], text=typed, styles=bytes(len(typed)))
    asked = frozenset(fact for fact in values if _many_places(page, fact))
    return _edited(page, parts, changed=values, asked=asked, wording=page.sent.piece.wording)


def _many_places(page: Page, fact: str) -> bool:
    sent = page.sent.piece.facts[fact]
    return bool(sent.places) or sent.scope != "piece" or not page.sent.piece.is_original


def _printed_at(page: Page, index: int, piece: Placeholder, values: dict[str, Value]) -> str | None:
    return page.printed(piece, values, "".join(part.text for part in page.parts[:index]))


def _says(text: str, number: int) -> bool:
    match = _FIGURE.search(text)
    return bool(match and int(re.sub(r"\D", "", match.group())) == number)


def _grouped(page: Page, number: int) -> str:
    from reportgen.language.formats import figures_text

    return figures_text(page.sent.language.conventions, number)


def _names(chance: random.Random, page: Page) -> list[int]:
    found = [
        index
        for index, part in enumerate(page.parts)
        if isinstance(page.sent.values.get(part.fact), Names) and not getattr(part.piece, "item", "")
    ]
    return chance.sample(found, len(found))


def _list_edit(
    chance: random.Random, page: Page, change: Callable[[list[str]], list[str]], kind: str = ""
) -> Edited | None:
    for fact in _shuffled(chance, page, (Names,)):
        old = page.value(fact)
        assert isinstance(old, Names)
        if (
            old.many
            and len(old.ids) > 1
            and (not kind or old.kind == kind)
            and all(len(i) == 2 for i in old.ids if kind)
        ):
            ids = change(list(old.ids))
            if ids != list(old.ids):
                if old.order == "sorted":
                    kept = [each for each in old.ids if each in ids]
                    ids = [*kept, *(each for each in ids if each not in old.ids)]
                return _revalued(page, {fact: replace(old, ids=tuple(ids))})
    return None
