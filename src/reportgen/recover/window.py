"""The sentences in which a text differs from what was sent; what stands before and behind them costs nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from reportgen.language import Language
from reportgen.language.conventions import Conventions
from reportgen.record import record
from reportgen.recover.atoms import Atom, SentText
from reportgen.recover.flat import Flat


@record
class Window:
    """Where the sentences that differ begin and end: in the text as it was sent, and in the new one."""

    old: tuple[int, int]
    new: tuple[int, int]

    def holds(self, atom: Atom) -> bool:
        """Whether an atom stands in it."""
        return self.old[0] <= atom.start and atom.end <= self.old[1]

    def shifted(self, at: int) -> int:
        """Where a place outside of it stands in the new text."""
        return at if at <= self.old[0] else at + self.new[1] - self.old[1]


def whole_text(sent: SentText, new: Flat) -> Window:
    """The window that holds all sentences."""
    return Window((0, len(sent.flat.text)), (0, len(new.text)))


def window(sent: SentText, new: Flat, language: Language) -> Window:
    """The window of a text: from the beginning of the first sentence that differs to the end of the last one."""
    old = sent.flat
    before, most = _same_before(old, new), min(len(old.text), len(new.text))
    behind = min(most - before, _same_behind(old, new))
    edges = _edges(sent, language.conventions)
    # A letter more, so that no blank was put before it, and two, so that the end of the sentence before is the same.
    start = max((each for each in edges if each < before), default=0)
    end = min((each for each in edges if each >= len(old.text) - behind + 2), default=len(old.text))
    return Window((start, end), (start, end + len(new.text) - len(old.text)))


def _same_before(old: Flat, new: Flat) -> int:
    """How many characters are the same from the beginning on, in all that they have."""
    texts = _common(lambda length: old.text[:length] == new.text[:length], min(len(old.text), len(new.text)))
    styles = _common(lambda length: old.styles[:length] == new.styles[:length], texts)
    return min([styles, *(at for at in old.notes if at < styles and old.notes[at] != new.notes.get(at))])


def _same_behind(old: Flat, new: Flat) -> int:
    """How many characters are the same before the end."""
    most, shift = min(len(old.text), len(new.text)), len(new.text) - len(old.text)
    texts = _common(lambda length: old.text[len(old.text) - length :] == new.text[len(new.text) - length :], most)
    styles = _common(lambda length: old.styles[len(old.text) - length :] == new.styles[len(new.text) - length :], texts)
    other = (at for at in old.notes if old.notes[at] != new.notes.get(at + shift))
    return min([styles, *(len(old.text) - at - 1 for at in other if len(old.text) - at <= styles)])


def _common(is_same: Callable[[int], bool], most: int) -> int:
    """The largest length that is the same: halved again and again, since comparing long texts costs little."""
    return bisect_left(range(1, most + 1), True, key=lambda length: not is_same(length))


def _edges(sent: SentText, conventions: Conventions) -> list[int]:
    """The places where a sentence of plain words ends and no emphasis reaches over it."""
    text, ends, blanks = sent.flat.text, conventions.sentence_ends, conventions.script != "han"
    return [
        at
        for at in range(2, len(text))
        if text[at - 1 - blanks] in ends
        if (not blanks or text[at - 1] == " ") and sent.sources[at - 1] is not None
        if not sent.emphasis[at] and (sent.sources[at] is not None or at in sent.covered)
    ]


def source_at(sent: SentText, at: int) -> int:
    """Where in the wording the part begins that printed the character at a place."""
    if at >= len(sent.flat.text):
        return len(sent.wording)
    place = sent.sources[at]
    return place[0] if place else sent.covered[at].piece.offset
