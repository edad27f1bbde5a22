"""Printed text letter by letter: each with its look, marks of notes at their places between the letters."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.record import record
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.seen import SeenRun, seen_content, seen_runs

_Look = tuple[bool, bool]
"""Italic and bold; an address is text, since nobody quotes a part of one as an address."""

_PLAIN = (False, False)


@record
class LookedText:
    """A text with one look for each letter; `marks` are footnote marks, each with how many letters stand before it."""

    text: str
    looks: tuple[_Look, ...]
    marks: tuple[tuple[int, str], ...] = ()

    def part(self, start: int, end: int) -> LookedText:
        """The letters from `start` to `end`, without marks."""
        return LookedText(self.text[start:end], self.looks[start:end])

    def joined(self, other: LookedText) -> LookedText:
        """The text with another one behind it."""
        marks = (*self.marks, *((len(self.text) + at, note) for at, note in other.marks))
        return LookedText(self.text + other.text, self.looks + other.looks, marks)

    def spliced(self, start: int, end: int, new: LookedText) -> LookedText | None:
        """The text with other letters from `start` to `end`; None where nobody could say where a mark in them goes."""
        marks = []
        head, tail = self._kept_ends(start, end, new)
        for at, note in self.marks:
            # A mark beside the letters is none of them; one among them stays with what they keep.
            if at <= start or (at < end and at <= start + head):
                marks.append((at, note))
            elif at >= end - tail:
                marks.append((at + len(new.text) - (end - start), note))
            else:
                return None
        text = self.text[:start] + new.text + self.text[end:]
        return LookedText(text, (*self.looks[:start], *new.looks, *self.looks[end:]), tuple(marks))

    def _kept_ends(self, start: int, end: int, new: LookedText) -> tuple[int, int]:
        """How many letters at the beginning and at the end of a stretch its replacement has too."""
        old, least = self.text[start:end], min(end - start, len(new.text))
        head = next((at for at in range(least) if old[at] != new.text[at]), least)
        rest = least - head
        tail = next((at for at in range(rest) if old[-1 - at] != new.text[-1 - at]), rest)
        return head, tail

    def content(self) -> Content:
        """The inlines that look like it."""
        return seen_content(self._runs())

    def _runs(self) -> Iterator[SeenRun]:
        marks = dict[int, list[str]]()
        for at, note in self.marks:
            marks.setdefault(at, []).append(note)
        for at, (letter, look) in enumerate(zip(self.text, self.looks, strict=True)):
            yield from (SeenRun("", note=NoteMark(note)) for note in marks.get(at, ()))
            yield SeenRun(letter, *look)
        yield from (SeenRun("", note=NoteMark(note)) for note in marks.get(len(self.text), ()))


def looked(content: Content) -> LookedText:
    """What a reader sees of some inlines, letter by letter."""
    letters: list[str] = []
    looks: list[_Look] = []
    marks: list[tuple[int, str]] = []
    # Through seen inlines, in which blanks at the ends of a look are settled alike for all programs.
    for run in seen_runs(seen_content(seen_runs(content))):
        if run.note:
            marks.append((len(looks), run.note.note))
        else:
            letters.append(run.text)
            looks += [(run.italic, run.bold)] * len(run.text)
    return LookedText("".join(letters), tuple(looks), tuple(marks))


def plainly(text: str) -> LookedText:
    """A text without italics, bold, addresses and marks."""
    return LookedText(text, (_PLAIN,) * len(text))
