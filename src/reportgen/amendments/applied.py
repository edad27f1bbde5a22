"""A text with the instructions of a corrigendum carried out, as a person carries them out with the issued copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportgen.language.conventions import Conventions
from reportgen.language.sentences import split_sentences
from reportgen.model.corrections import TextEdit
from reportgen.record import record
from reportgen.tree.corrected import looked_words
from reportgen.tree.looked import LookedText, plainly

_BLANKS = " \u00a0\u202f"
_CLOSING = ".,;:!?)”»؟،؛。，；：、）"


class NotFound(ValueError):
    """An instruction whose words do not stand once at its place, or whose place is not there."""


@record
class _Splice:
    start: int
    end: int
    new: LookedText


def applied(edits: Iterable[TextEdit], text: LookedText, conventions: Conventions) -> LookedText:
    """The text after all edits; every place and every word is looked for in the text before them.

    Raises `NotFound` where one does not lead to one place, or where a footnote mark would be lost.
    """
    found = sorted((_splice(each, text, conventions) for each in edits), key=lambda each: (each.start, each.end))
    for earlier, later in pairwise(found):
        if earlier.end > later.start:
            raise NotFound("two instructions change the same words")
    # From the end on, so that places stay: what comes at one place keeps the order of its instructions.
    for each in reversed(found):
        spliced = text.spliced(each.start, each.end, each.new)
        if spliced is None:
            raise NotFound("a footnote mark stands in the words")
        text = spliced
    return text


def _splice(edit: TextEdit, text: LookedText, conventions: Conventions) -> _Splice:
    start, end = _place(edit, text, conventions)
    old, new = looked_words(edit.old), looked_words(edit.new)
    blank = plainly("" if conventions.script == "han" else " ")
    match edit.do:
        case "rewrite" | "insert" | "remove":
            return _Splice(start, end, new)
        case "insert-after":
            return _Splice(end, end, blank.joined(new))
        case "insert-before":
            return _Splice(start, start, new.joined(blank))
        case "replace":
            at = _only(old.text, text.text[start:end]) + start
            return _Splice(at, at + len(old.text), new)
        case "delete":
            at = _only(old.text, text.text[start:end]) + start
            return _Splice(*_with_a_blank(text.text, at, at + len(old.text)), new)


def _place(edit: TextEdit, text: LookedText, conventions: Conventions) -> tuple[int, int]:
    """Where the sentence begins and ends that an edit names, or the whole text."""
    if not edit.sentence:
        return 0, len(text.text)
    sentences = split_sentences(conventions, text.text)
    if edit.sentence > len(sentences):
        raise NotFound(f"there is no sentence {edit.sentence}")
    return sentences[edit.sentence - 1]


def _only(words: str, text: str) -> int:
    places = list(_places(words, text)) if words else []
    if len(places) != 1:
        raise NotFound(f"'{words}' stands there {len(places)} times")
    return places[0]


def _places(words: str, text: str) -> Iterator[int]:
    """Where some words stand in a text, also where they overlap."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def stands_once(words: str, text: str) -> bool:
    """Whether some words stand in a text exactly once."""
    return len(list(_places(words, text))) == 1


def _with_a_blank(text: str, start: int, end: int) -> tuple[int, int]:
    """The words with the blank that goes when they do: that before them, else that behind them."""
    behind = text[end : end + 1]
    if start and text[start - 1] in _BLANKS and (not behind or behind in _BLANKS or behind in _CLOSING):
        return start - 1, end
    return (start, end + 1) if not start and behind and behind in _BLANKS else (start, end)
