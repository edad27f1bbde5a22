"""Wordings that print something else than the file says, put right: letters for what is printed otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reportgen.adoption.lines import text_with_marks
from reportgen.adoption.wordings import literal_wording
from reportgen.record import record
from reportgen.tree.inlines import Bold, Content, Italic, NoteMark, PrintedFact
from reportgen.tree.text import plain_text
from reportgen.wording.written import literal

_LETTERS_UNTIL = 2
"""How often a wording may fail before all of it is letters."""


@record
class _Stretch:
    """What one placeholder prints, or text between two; `origin` is its place in the wording."""

    text: str
    origin: tuple[int, int] | None
    is_fact: bool


def mended(wording: str, printed: Content, wanted: Content, times: int) -> str:
    """A wording that prints what is wanted, where it has failed so many times before: letters for what is otherwise."""
    found = _respelled(wording, printed, wanted) if times < _LETTERS_UNTIL else None
    return literal_wording(wanted) if found in (None, wording) else found or ""


def prints(printed: Content, wanted: Content) -> bool:
    """Whether two contents say the same, marks of notes included, whatever blanks they have."""
    return text_with_marks(printed) == text_with_marks(wanted)


def _respelled(wording: str, printed: Content, wanted: Content) -> str | None:
    """The wording with letters for the facts that print otherwise; None where words differ too."""
    stretches = list(_stretches(printed))
    text = plain_text(wanted)
    changes: list[tuple[tuple[int, int], str]] = []
    at = 0
    for index, each in enumerate(stretches):
        if not each.is_fact:
            if not text.startswith(each.text, at):
                return None
            at += len(each.text)
            continue
        end = _end(text, at, each, stretches[index + 1 :])
        if end < 0 or each.origin is None:
            return None
        typed = text[at:end]
        if typed != each.text:
            changes.append((each.origin, literal(typed)))
        at = end
    return spliced(wording, changes) if at == len(text) else None


def _end(text: str, at: int, fact: _Stretch, behind: Sequence[_Stretch]) -> int:
    """Where what stands for a fact ends: as it prints, else before the words that follow; -1 where these are gone."""
    following = behind[0].text if behind and not behind[0].is_fact else ""
    if text.startswith(fact.text + following, at):
        return at + len(fact.text)
    if not behind:
        return len(text)
    return text.find(following, at) if following else -1


def spliced(wording: str, changes: Sequence[tuple[tuple[int, int], str]]) -> str:
    """The wording with other texts at some places."""
    for (start, end), text in sorted(changes, reverse=True):
        wording = wording[:start] + text + wording[end:]
    return wording


def _stretches(content: Content) -> Iterator[_Stretch]:
    """The parts of a printed content; neighbours of one placeholder are one, and so are words."""
    flat = list(_flat(content))
    for (is_fact, origin), group in groupby(flat, lambda each: (each.is_fact, each.origin if each.is_fact else None)):
        parts = list(group)
        yield _Stretch("".join(each.text for each in parts), origin, is_fact)


def _flat(content: Content) -> Iterator[_Stretch]:
    for inline in content:
        match inline:
            case PrintedFact():
                yield _Stretch(plain_text(inline.content), inline.origin, True)
            case Italic() | Bold():
                yield from _flat(inline.content)
            case NoteMark():
                pass
            case _:
                yield _Stretch(plain_text((inline,)), None, False)


def facts_left(facts: Mapping[str, object], wordings: Sequence[str]) -> list[str]:
    """The facts that some wordings still print, by their names."""
    text = "\n".join(wordings)
    return [name for name in facts if f"{{{{ {name} " in text or f"{{{{ {name}." in text]
