"""Mistakes of translators: each changes the runs of a target, and says what the report of it has to be about.

A kind has the codes that are right for it. Where a value or a name is concerned, the message has to show it as well.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tests.measure.recovery.spelled import spelled
from tests.measure.translators import words
from tests.measure.translators.pages import Page, Run, sentences, text_of

_VALUE = frozenset({"RG031", "RG040", "RG048", "RG049", "RG051", "RG503", "RG504"})
_NAME = frozenset({"RG032", "RG033", "RG053", "RG504", "RG507"})
_FORM = frozenset({"RG203", "RG241", "RG244", "RG504", "RG507", "RG508"})
_NOTE = frozenset({"RG021", "RG040", "RG503", "RG504"})
_LEFT = frozenset({"RG061", "RG062", "RG505"})
_DROPPED = frozenset({"RG031", "RG032", "RG302", "RG303", "RG504"})
_ORDER = frozenset({"RG038", "RG504"})


_SHOWN = re.compile(r'equiv-text="([^"]*)"')


@dataclass(frozen=True)
class Mistake:
    """What a translator gives back instead; `about` are words one of which the message has to have, if any."""

    runs: tuple[Run, ...]
    about: tuple[str, ...] = ()
    recovered: bool = False
    """Whether it is right as well to understand what was typed."""


Make = Callable[[random.Random, Page], Mistake | None]


def figure_dropped(chance: random.Random, page: Page) -> Mistake | None:
    at = _one(chance, page.indexes("figure"))
    return None if at is None else Mistake(_without(page, at), _about(page, page.target[at]))


def figure_doubled(chance: random.Random, page: Page) -> Mistake | None:
    at, to = _one(chance, page.indexes("figure")), _one(chance, _word_places(page))
    if at is None or to is None:
        return None
    runs = _with_typed_end(page, to, page.target[at])
    return Mistake(runs, _about(page, page.target[at]))


def figure_typed_a_second_time(chance: random.Random, page: Page) -> Mistake | None:
    at = _one(chance, [each for each in page.indexes("figure") if page.target[each].text.isdigit()])
    to = _one(chance, _word_places(page))
    if at is None or to is None or page.target[at].text == "1":
        return None
    return Mistake(_with_typed_end(page, to, page.target[at].typed()), _about(page, page.target[at]))


def figure_changed(chance: random.Random, page: Page) -> Mistake | None:
    """A slip of the keyboard: two digits change places, or one is another."""
    at = _one(chance, [each for each in page.indexes("figure") if any(map(str.isdigit, page.target[each].text))])
    if at is None:
        return None
    typed = _slip(chance, page.target[at].text)
    return Mistake(_with(page, at, page.target[at].typed(typed)), (*_about(page, page.target[at]), typed))


def code_altered(chance: random.Random, page: Page) -> Mistake | None:
    """The text inside the code itself is typed over."""
    at = _one(chance, page.indexes("figure"))
    if at is None:
        return None
    run = page.target[at]
    start, end = run.xml.index(">") + 1, run.xml.rindex("<")
    return Mistake(_with(page, at, replace(run, xml=f"{run.xml[:start]}75{run.xml[end:]}")), (*_about(page, run), "75"))


def figures_swapped(chance: random.Random, page: Page) -> Mistake | None:
    return _swapped(chance, page, page.indexes("figure"))


def figures_swapped_as_typed(chance: random.Random, page: Page) -> Mistake | None:
    found = _swapped(chance, page, [each for each in page.indexes("figure") if page.target[each].text.isdigit()])
    return found and replace(found, runs=tuple(run.typed() if run.kind == "figure" else run for run in found.runs))


def figure_typed_in_words(chance: random.Random, page: Page) -> Mistake | None:
    """Words where the language prints digits."""
    for at in _mixed(chance, page.indexes("figure")):
        text = page.target[at].text
        if text.isdigit() and 12 < int(text) < 1900 and (typed := spelled(page.tag, int(text))):
            return Mistake(_with(page, at, page.target[at].typed(typed)), _about(page, page.target[at]), recovered=True)
    return None


def figure_typed_in_other_words(chance: random.Random, page: Page) -> Mistake | None:
    """Words that say another number."""
    for at in _mixed(chance, page.indexes("figure")):
        text = page.target[at].text
        if text.isdigit() and 12 < int(text) < 1900 and (typed := spelled(page.tag, int(text) + 1)):
            return Mistake(_with(page, at, page.target[at].typed(typed)), (*_about(page, page.target[at]), typed))
    return None


def name_dropped(chance: random.Random, page: Page) -> Mistake | None:
    once = [each for each in page.indexes("name") if _is_once(page, each)]
    at = _one(chance, once)
    return None if at is None else Mistake(_without(page, at), _about(page, page.target[at]))


def name_of_another_country(chance: random.Random, page: Page) -> Mistake | None:
    if words.NAMED[page.tag] in text_of(page.target):
        return None
    places = [each for each in page.indexes("name") if 'ctype="x-place"' in page.target[each].xml]
    at = _one(chance, [each for each in places if _is_once(page, each)])
    if at is None:
        return None
    typed = words.COUNTRIES[page.tag]
    run = page.target[at]
    retyped = chance.choice([run.typed(typed), _renamed(run, typed)])
    return Mistake(_with(page, at, retyped), (*_about(page, run), words.NAMED[page.tag]))


def name_that_no_lexicon_has(chance: random.Random, page: Page) -> Mistake | None:
    at = _one(chance, [each for each in page.indexes("name") if _is_once(page, each)])
    if at is None:
        return None
    return Mistake(_with(page, at, _renamed(page.target[at], words.UNKNOWN[page.tag])), (words.UNKNOWN[page.tag],))


def names_swapped(chance: random.Random, page: Page) -> Mistake | None:
    return _swapped(chance, page, page.indexes("name"))


def plain_name_behind_a_preposition(chance: random.Random, page: Page) -> Mistake | None:
    return _other_form(chance, page, words.INTO_PREPOSITION[page.tag], is_plain=True)


def preposition_twice(chance: random.Random, page: Page) -> Mistake | None:
    return _other_form(chance, page, words.TWICE[page.tag], is_plain=False)


def plural_category_missing(chance: random.Random, page: Page) -> Mistake | None:
    return _typed_wording(chance, page, words.COUNTED[page.tag])


def sign_of_the_figure_missing(chance: random.Random, page: Page) -> Mistake | None:
    return _typed_wording(chance, page, words.WITHOUT_SIGN[page.tag])


def note_lost(chance: random.Random, page: Page) -> Mistake | None:
    at = _one(chance, page.indexes("note"))
    return None if at is None else Mistake(_without(page, at))


def note_twice(chance: random.Random, page: Page) -> Mistake | None:
    at, to = _one(chance, page.indexes("note")), _one(chance, _word_places(page))
    if at is None or to is None:
        return None
    return Mistake(_with_typed_end(page, to, page.target[at]))


def note_on_the_wrong_side(chance: random.Random, page: Page) -> Mistake | None:
    """The mark of a note changes places with the punctuation beside it."""
    for at in _mixed(chance, page.indexes("note")):
        runs = list(page.target)
        before, after = (runs[at - 1] if at else None), (runs[at + 1] if at + 1 < len(runs) else None)
        if after and after.kind == "words" and after.text[:1] in ".,;:":
            runs[at : at + 2] = [after.typed(after.text[:1]), runs[at], after.typed(after.text[1:])]
        elif before and before.kind == "words" and before.text[-1:] in "。，；：！？.":
            runs[at - 1 : at + 1] = [before.typed(before.text[:-1]), runs[at], before.typed(before.text[-1:])]
        else:
            continue
        return Mistake(tuple(run for run in runs if run.xml or run.text))
    return None


def left_in_the_source_language(chance: random.Random, page: Page) -> Mistake | None:
    if sum(len(run.text.split()) for run in page.source if run.kind == "words") < 2:
        return None
    return Mistake(page.source)


def sentence_left_in_the_source_language(chance: random.Random, page: Page) -> Mistake | None:
    mine, theirs = sentences(page.target), sentences(page.source)
    if len(mine) != len(theirs) or len(mine) < 2:
        return None
    at = chance.randrange(len(mine))
    if sum(len(run.text.split()) for run in theirs[at] if run.kind == "words") < 4:
        return None
    return Mistake(_joined([*mine[:at], theirs[at], *mine[at + 1 :]], page.tag))


def clause_left_in_the_source_language(chance: random.Random, page: Page) -> Mistake | None:
    """Some words of the source stand where a sentence of the target goes on."""
    runs = [run.text for run in page.source if run.kind == "words" and len(run.text.split()) >= 4]
    to = _one(chance, [each for each in _word_places(page) if len(page.target[each].text) > 10])
    if not runs or to is None:
        return None
    typed = chance.choice(runs).split()
    start = chance.randrange(len(typed) - 3)
    phrase = " ".join(typed[start : start + chance.randint(4, 8)])
    return Mistake(_with_typed_middle(page, to, phrase))


def sentence_dropped(chance: random.Random, page: Page) -> Mistake | None:
    mine = sentences(page.target)
    if len(mine) < 2:
        return None
    at = chance.randrange(len(mine))
    return Mistake(tuple(run for index, each in enumerate(mine) if index != at for run in each))


def half_of_the_text_missing(chance: random.Random, page: Page) -> Mistake | None:
    if len(text_of(page.target)) < 60:
        return None
    at = len(page.target) // 2
    return Mistake(page.target[:at]) if text_of(page.target[:at]).strip() else None


MISTAKES: dict[str, tuple[frozenset[str], Make]] = {
    "figure dropped": (_VALUE, figure_dropped),
    "figure doubled": (_VALUE, figure_doubled),
    "figure typed a second time": (_VALUE, figure_typed_a_second_time),
    "figure changed": (_VALUE, figure_changed),
    "code altered": (_VALUE, code_altered),
    "figures swapped": (_ORDER, figures_swapped),
    "figures swapped, typed": (_ORDER, figures_swapped_as_typed),
    "figure typed in words": (_VALUE | {"RG220"}, figure_typed_in_words),
    "another figure in words": (_VALUE, figure_typed_in_other_words),
    "name dropped": (_NAME, name_dropped),
    "name of another country": (_NAME, name_of_another_country),
    "name that no lexicon has": (_NAME, name_that_no_lexicon_has),
    "names swapped": (_ORDER, names_swapped),
    "plain name behind a preposition": (_FORM, plain_name_behind_a_preposition),
    "preposition twice": (_FORM, preposition_twice),
    "plural category missing": (_VALUE, plural_category_missing),
    "# missing": (_VALUE, sign_of_the_figure_missing),
    "note lost": (_NOTE, note_lost),
    "note twice": (_NOTE, note_twice),
    "note on the wrong side": (frozenset({"RG081"}), note_on_the_wrong_side),
    "left in the source language": (_LEFT, left_in_the_source_language),
    "a sentence left": (_LEFT, sentence_left_in_the_source_language),
    "a clause left": (_LEFT, clause_left_in_the_source_language),
    "sentence dropped": (_DROPPED, sentence_dropped),
    "half of it missing": (_DROPPED, half_of_the_text_missing),
}
"""Each kind with the codes that are right for it."""


def _one(chance: random.Random, found: Sequence[int]) -> int | None:
    return chance.choice(found) if found else None


def _mixed(chance: random.Random, found: list[int]) -> list[int]:
    return chance.sample(found, len(found))


def _about(page: Page, run: Run) -> tuple[str, ...]:
    """What a message may call a run: what it shows, the fact that its code has, or the name in another form."""
    shown = _SHOWN.search(run.xml)
    named = page.names.get(run.number) if run.kind == "name" else None
    return (run.text, run.fact.strip("{} "), shown[1] if shown else "", *(named.texts if named else ()))


def _with(page: Page, at: int, run: Run) -> tuple[Run, ...]:
    return (*page.target[:at], run, *page.target[at + 1 :])


def _without(page: Page, at: int) -> tuple[Run, ...]:
    return (*page.target[:at], *page.target[at + 1 :])


def _word_places(page: Page) -> list[int]:
    return [each for each in page.indexes("words") if len(page.target[each].text) > 3]


def _with_typed_end(page: Page, at: int, run: Run) -> tuple[Run, ...]:
    """A run put behind a word in the middle of other words."""
    return _put(page, at, [Run("words", " " if page.tag != "zh" else ""), run])


def _with_typed_middle(page: Page, at: int, phrase: str) -> tuple[Run, ...]:
    return _put(page, at, [Run("words", f" {phrase}")])


def _put(page: Page, at: int, runs: Sequence[Run]) -> tuple[Run, ...]:
    text = page.target[at].text
    cut = text.find(" ", 2) if page.tag != "zh" else 2
    cut = cut if cut > 0 else len(text)
    words_before, words_after = Run("words", text[:cut]), Run("words", text[cut:])
    return (*page.target[:at], words_before, *runs, words_after, *page.target[at + 1 :])


def _slip(chance: random.Random, text: str) -> str:
    places = [at for at, each in enumerate(text) if each.isdigit()]
    at = chance.choice(places)
    digit = chance.choice([each for each in "123456789" if each != text[at]])
    return text[:at] + digit + text[at + 1 :]


def _swapped(chance: random.Random, page: Page, found: list[int]) -> Mistake | None:
    """Two values of one kind exchange their places, and all words stay where they are."""
    for one in _mixed(chance, found):
        for other in _mixed(chance, found):
            first, second = page.target[one], page.target[other]
            if (
                one < other
                and _kind(first) == _kind(second)
                and first.text != second.text
                and not _is_one_name(page, first, second)
                and _is_fit(page, one, other)
            ):
                runs = list(page.target)
                runs[one], runs[other] = second, first
                return Mistake(tuple(runs), (first.text, second.text, *_about(page, first), *_about(page, second)))
    return None


def _is_one_name(page: Page, first: Run, second: Run) -> bool:
    """Whether two codes print the same name: its first use is full and later ones are short, wherever they stand."""
    named = page.names.get(first.number)
    return first.kind == "name" and named is not None and named == page.names.get(second.number)


def _kind(run: Run) -> str:
    """What a reader takes for one kind: a year beside a year, a count beside a count, a place beside a place."""
    if run.kind == "name":
        return run.xml.split('ctype="')[1].split('"')[0]
    return f"{run.kind} {run.text.isdigit() and len(run.text) == 4}"


def _is_fit(page: Page, one: int, other: int) -> bool:
    # Names side by side are a list, whose order is the language's own.
    between = text_of(page.target[one + 1 : other])
    return len(between.split()) > 3 or (page.tag == "zh" and len(between) > 6)


def _is_once(page: Page, at: int) -> bool:
    """Whether a name stands only here, in a code or typed (该办公室)."""
    run = page.target[at]
    named = page.names.get(run.number)
    typed = [each.text.casefold() for each in page.target if each.kind == "words"]
    if named and any(text.casefold() in each for text in named.texts for each in typed):
        return False
    others = [page.target[each] for each in page.indexes("name") if each != at]
    if any(_is_one_name(page, run, each) for each in others):
        return False
    forms = {text for texts in page.forms_of(run).values() for text in texts} | {run.text}
    return bool(page.forms_of(run)) and not any(
        each.text.casefold() in {f.casefold() for f in forms} for each in others
    )


def _renamed(run: Run, text: str) -> Run:
    start, end = run.xml.index(">") + 1, run.xml.rindex("<")
    return replace(run, text=text, xml=run.xml[:start] + text + run.xml[end:])


def _other_form(chance: random.Random, page: Page, before: dict[str, str], is_plain: bool) -> Mistake | None:
    for at in _mixed(chance, page.indexes("name")):
        run = page.target[at]
        forms = page.forms_of(run)
        for form, preposition in before.items():
            if run.text not in forms.get(form, ()):
                continue
            index = forms[form].index(run.text)
            plain = forms[""][min(index, len(forms[""]) - 1)] if is_plain else run.text
            glued = preposition.rstrip() + plain
            if run.text in (preposition + plain, glued) or preposition + plain == run.text:
                continue
            runs = (*page.target[:at], Run("words", preposition), _renamed(run, plain), *page.target[at + 1 :])
            return Mistake(runs, (plain, run.text, preposition.strip()))
    return None


def _typed_wording(chance: random.Random, page: Page, pattern: str) -> Mistake | None:
    at = _one(chance, [each for each in page.indexes("figure") if page.target[each].text.isdigit()])
    if at is None:
        return None
    fact = page.target[at].fact.strip("{} ")
    return Mistake(_with(page, at, page.target[at].typed(pattern.format(fact=fact))), (fact, page.target[at].text))


def _joined(parts: Sequence[Sequence[Run]], tag: str) -> tuple[Run, ...]:
    """Sentences with a blank between them where they lack one."""
    found: list[Run] = []
    for part in parts:
        starts = text_of(part)[:1]
        if found and not starts.isspace() and tag != "zh":
            found.append(Run("words", " "))
        found += part
    return tuple(found)
