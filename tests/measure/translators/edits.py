"""What a translator may do: each changes the runs of a target so that all facts stand there still."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.measure.translators import words
from tests.measure.translators.pages import Page, Run, sentences, text_of


@dataclass(frozen=True)
class Legitimate:
    """What a translator gives back; `is_moved` says that notes on the order of facts have their place."""

    runs: tuple[Run, ...]
    is_moved: bool = False


Edit = Callable[[random.Random, Page], "Legitimate | None"]
_CASED = "fr es ru"


def as_it_is(_: random.Random, page: Page) -> Legitimate | None:
    return Legitimate(page.target)


def all_typed(_: random.Random, page: Page) -> Legitimate | None:
    """Figures and names are typed as the language prints them; only marks, references and looks stay codes."""
    return _typed(page, "figure", "name")


def figures_typed(_: random.Random, page: Page) -> Legitimate | None:
    return _typed(page, "figure")


def names_typed(_: random.Random, page: Page) -> Legitimate | None:
    return _typed(page, "name")


def one_typed(chance: random.Random, page: Page) -> Legitimate | None:
    found = [each for each in page.indexes("figure", "name") if _can_be_typed(page, page.target[each])]
    if not found:
        return None
    at = chance.choice(found)
    return Legitimate((*page.target[:at], page.target[at].typed(), *page.target[at + 1 :]))


def blanks_of_the_keyboard(_: random.Random, page: Page) -> Legitimate | None:
    """Figures typed with plain blanks, since nobody types narrow ones."""
    runs = tuple(
        run.typed(re.sub(r"[\u00a0\u202f]", " ", run.text)) if run.kind == "figure" else run for run in page.target
    )
    return Legitimate(runs) if runs != page.target else None


def codes_emptied(_: random.Random, page: Page) -> Legitimate | None:
    """A tool keeps the codes and drops what stands in them."""
    runs = tuple(replace(run, xml=_emptied(run.xml)) if run.kind == "figure" else run for run in page.target)
    return Legitimate(runs) if runs != page.target else None


def other_length_of_a_name(chance: random.Random, page: Page) -> Legitimate | None:
    """The short form for the full one in the same form, or the reverse."""
    for at in chance.sample(found := page.indexes("name"), len(found)):
        run = page.target[at]
        forms = page.forms_of(run)
        others = [each for texts in forms.values() if run.text in texts for each in texts if each != run.text]
        if others:
            typed = chance.choice(others)
            shown = typed if chance.random() < 0.5 else ""
            start, end = run.xml.index(">") + 1, run.xml.rindex("<")
            new = run.typed(typed) if shown else replace(run, text=typed, xml=run.xml[:start] + typed + run.xml[end:])
            return Legitimate((*page.target[:at], new, *page.target[at + 1 :]))
    return None


def other_words(chance: random.Random, page: Page) -> Legitimate | None:
    pairs = list(words.SYNONYMS[page.tag].items())
    for old, new in chance.sample(pairs, len(pairs)):
        pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)" if page.tag != "zh" else re.escape(old))
        places = [each for each in page.indexes("words") if pattern.search(page.target[each].text)]
        if places:
            at = chance.choice(places)
            typed = page.target[at].typed(pattern.sub(new, page.target[at].text, count=1))
            return Legitimate((*page.target[:at], typed, *page.target[at + 1 :]))
    return None


def words_added(chance: random.Random, page: Page) -> Legitimate | None:
    parts = sentences(page.target)
    at = chance.randrange(len(parts)) if parts else 0
    if not parts or parts[at][-1].kind != "words" or len(text_of(parts[at])) < 40:
        return None
    last = parts[at][-1]
    end = last.text.rstrip()
    if end[-1:] not in ".。" or (len(end) < 2 and len(parts[at]) > 1 and parts[at][-2].kind == "note"):
        return None
    parts[at][-1] = last.typed(end[:-1] + words.ADDED[page.tag] + end[-1] + last.text[len(end) :])
    return Legitimate(tuple(run for part in parts for run in part))


def sentences_exchanged(chance: random.Random, page: Page) -> Legitimate | None:
    """Two sentences in the other order, each with all that it says."""
    parts = sentences(page.target)
    if len(parts) < 3:
        return None
    at = chance.randrange(1, len(parts) - 1)
    one, two = parts[at], parts[at + 1]
    if page.tag != "zh" and not (text_of(one)[:1].isspace() and text_of(two)[:1].isspace()):
        return None
    parts[at], parts[at + 1] = two, one
    return Legitimate(tuple(run for part in parts for run in part), is_moved=True)


def opening_moved(chance: random.Random, page: Page) -> Legitimate | None:
    """What opens a sentence before its first comma goes to its end."""
    parts = sentences(page.target)
    for at in chance.sample(range(len(parts)), len(parts)):
        moved = _with_moved_opening(parts[at], page.tag)
        if moved:
            parts[at] = moved
            return Legitimate(tuple(run for part in parts for run in part), is_moved=True)
    return None


def two_edits(chance: random.Random, page: Page) -> Legitimate | None:
    first = other_words(chance, page) or words_added(chance, page)
    return first and all_typed(chance, replace(page, target=first.runs))


EDITS: dict[str, Edit] = {
    "as it is": as_it_is,
    "all typed": all_typed,
    "figures typed": figures_typed,
    "names typed": names_typed,
    "one typed": one_typed,
    "blanks of the keyboard": blanks_of_the_keyboard,
    "codes emptied": codes_emptied,
    "other length of a name": other_length_of_a_name,
    "other words": other_words,
    "words added": words_added,
    "sentences exchanged": sentences_exchanged,
    "opening moved": opening_moved,
    "reworded and typed": two_edits,
}
"""Each kind of edit that is to be accepted."""


def _typed(page: Page, *kinds: str) -> Legitimate | None:
    runs = tuple(run.typed() if run.kind in kinds and _can_be_typed(page, run) else run for run in page.target)
    return Legitimate(runs) if runs != page.target else None


def _can_be_typed(page: Page, run: Run) -> bool:
    """Whether anybody can read the value of a code in its words; those of half-yearly or of an article cannot be."""
    return run.kind != "name" or run.number in page.names


def _emptied(xml: str) -> str:
    return xml[: xml.index(">") + 1] + xml[xml.rindex("<") :]


def _with_moved_opening(sentence: list[Run], tag: str) -> list[Run] | None:
    comma = {"ar": "،", "zh": "，"}.get(tag, ",")
    if not sentence or sentence[-1].kind != "words" or sentence[-1].text.strip() not in (".", "。"):
        at_end = sentence and sentence[-1].kind == "words" and sentence[-1].text.rstrip()[-1:] in (".", "。")
        if not at_end:
            return None
    at = next((index for index, run in enumerate(sentence) if run.kind == "words" and comma in run.text), None)
    if at is None or at == 0 or any(run.kind == "note" for run in sentence):
        return None
    before, after = sentence[at].text.split(comma, 1)
    opening = [*sentence[:at], sentence[at].typed(before)]
    starts = next((run for run in opening if run.text.strip()), None)
    # What opens with its place or its date can as well end with it; the subject of a sentence cannot.
    if starts is None or not _is_adverbial(starts, tag) or len(text_of(opening)) > 40:
        return None
    rest = _begun([sentence[at].typed(after), *sentence[at + 1 :]], tag)
    # No sentence begins with a figure.
    if len(text_of(rest)) < 30 or text_of(rest)[:1].isdigit():
        return None
    last = rest[-1].text.rstrip()
    blank = "" if tag == "zh" else " "
    lead = text_of(opening)[:1] if text_of(opening)[:1].isspace() else ""
    if not opening[0].xml:
        opening[0] = opening[0].typed(opening[0].text.lstrip())
    return [
        Run("words", lead), *rest[:-1], rest[-1].typed(f"{last[:-1]}{blank}"), *opening,
        Run("words", last[-1] + rest[-1].text[len(last) :]),
    ]  # fmt: skip


def _is_adverbial(run: Run, tag: str) -> bool:
    opens = {"fr": ("En ", "Au ", "Dans "), "es": ("En ",), "ru": ("В ", "На "), "ar": ("في ", "وفي "), "zh": ("在",)}
    return run.text.lstrip().startswith(opens[tag])


def _begun(runs: list[Run], tag: str) -> list[Run]:
    """A sentence with a capital at its beginning, where it begins with words."""
    if not runs:
        return runs
    text = runs[0].text.lstrip()
    if runs[0].xml or tag not in _CASED:
        return [runs[0].typed(text) if not runs[0].xml else runs[0], *runs[1:]]
    return [runs[0].typed(text[:1].upper() + text[1:]), *runs[1:]]
