"""What recovery made of an edit, against what is true of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reportgen.facts import Names, Value
from reportgen.recover import Question, Recovered, recover
from reportgen.tree.inlines import Content
from reportgen.tree.text import plain_text
from reportgen.wording import placeholders, scan
from tests.measure.recovery.pages import Edited, Page, content_of_parts


@dataclass(frozen=True)
class Verdict:
    """How many facts there were, how many were wrong, and those of them of which nothing is said."""

    facts: int
    wrong: tuple[str, ...]
    silent: tuple[str, ...]
    asked: bool
    needless: tuple[Question, ...]
    exact: bool
    law: str
    found: Recovered


def verdict(page: Page, edited: Edited) -> Verdict:
    """The verdict on what became of an edited page."""
    came_back = content_of_parts(edited.parts)
    found = recover(page.sent.piece, came_back, page.sent.language)
    names = _names(page, edited)
    wrong = tuple(name for name in names if _fate(page, edited, found, name) != _true(edited, name))
    missing, proposed = _typed(edited, [*(each.value for each in found.proposed), *found.typed])
    wrong += tuple(f"typed {value}" for value in missing)
    told = {question.fact for question in found.questions} | {change.name for change in found.changed} | set(found.gone)
    same_asked = any(each.kind == "same fact" for each in found.questions)
    silent = tuple(
        name for name in wrong if name not in told and not same_asked and not _is_asked_by_value(page, found, name)
    )
    wrong += tuple(f"proposed {value}" for value in proposed)
    law = broken_law(page, came_back, found)
    expected = edited.asked | edited.gone
    # Words of a kind, and notes whose marks went with their sentence, are always asked about.
    of_kind = {"note", "words of a kind"} if page.sent.piece.of_kind else {"note"}
    needless = tuple(
        each
        for each in found.questions
        if not edited.may_ask and each.fact not in expected and each.kind not in of_kind
    )
    unasked = edited.asked - {each.fact for each in found.questions}
    wrong += tuple(f"not asked: {each}" for each in sorted(unasked))
    return Verdict(
        len(names) + len(edited.typed),
        wrong,
        silent,
        bool(found.questions),
        needless,
        edited.wording is None or found.wording == edited.wording,
        law,
        found,
    )


def _is_asked_by_value(page: Page, found: Recovered, name: str) -> bool:
    """Whether a question shows the value of a fact as it stands in the text, in a form that no fact prints."""
    facts = page.sent.piece.facts
    words = [each.what for each in found.questions if each.kind == "no form"] if name in facts else []
    readings = (reading for each in words for reading in page.sent.language.recognizer.readings(each))
    return any(reading.value == facts[name].value for reading in readings)


def _names(page: Page, edited: Edited) -> list[str]:
    return [name for name in page.facts if name in edited.places or name in edited.gone]


def _true(edited: Edited, name: str) -> tuple[object, ...]:
    if name in edited.gone:
        return ("gone",)
    if name in edited.changed:
        return ("changed", edited.changed[name])
    return ("kept", edited.places.get(name))


def _fate(page: Page, edited: Edited, found: Recovered, name: str) -> tuple[object, ...]:
    for change in found.changed:
        if change.name == name:
            if name in edited.asked and str(change.new) == str(change.old):
                continue
            return ("changed", change.new)
    printed = Counter(
        fact
        for placeholder in placeholders(scan(found.wording))
        if not any(each.name in ("plural", "agree") for each in placeholder.filters)
        for fact in (placeholder.fact,)
    )
    if name in found.gone or not printed[name]:
        return ("gone",)
    return ("kept", printed[name])


def _typed(edited: Edited, proposed: list[Value]) -> tuple[list[Value], list[Value]]:
    """The values that were typed and not told, and those that were told and not typed."""
    missing = []
    for value in edited.typed:
        same = [each for each in proposed if _same(each, value)]
        if same:
            proposed.remove(same[0])
        else:
            missing.append(value)
    return missing, proposed


def _same(one: Value, other: Value) -> bool:
    """Whether a text says the same of both."""
    if isinstance(one, Names) and isinstance(other, Names):
        return (one.kind, one.ids) == (other.kind, other.ids)
    return str(one) == str(other) and type(one) is type(other)


def broken_law(page: Page, came_back: Content, found: Recovered) -> str:
    """What is printed for the answer where it is not the text with what is ours put back; empty where it is."""
    values = {**{each.name: each.new for each in found.changed}, **{each.name: each.value for each in found.proposed}}
    try:
        printed = plain_text(page.sent.print(found.wording, values))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    text = plain_text(came_back)
    expected, at = "", 0
    for place in found.settled:
        expected += text[at : place.start] + place.ours
        at = place.end
    expected += text[at:]
    return "" if printed == expected else f"printed {printed!r}\nsettled {expected!r}"
