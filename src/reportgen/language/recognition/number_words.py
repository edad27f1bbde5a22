"""Number words joined to one number: twenty-five, veintiuno mil, двадцать один, خمسة وعشرون, 三十五."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.language.recognition.phrases import folded
from reportgen.language.recognition.span import Span


@dataclass(slots=True)
class _Number:
    """A number while it is read: `closed` are its thousands and above, `room` bounds what may still be added."""

    closed: int = 0
    group: int = 0
    room: int = 0

    @classmethod
    def of(cls, value: int) -> _Number:
        """A number that begins with this word."""
        return cls(0, value, _place(value)) if value < 1000 else cls(value, 0, value)

    def take(self, value: int, inverted: bool) -> bool:
        """Whether the next word belongs to the number, which then holds it; `inverted`: units stand before tens."""
        if value >= 1000:
            return self._scale(value)
        # Two hundred: the only word below a thousand that multiplies what stands before it.
        if value >= 100 and value % 100 == 0 and value == 100 and 1 <= self.group % 1000 < 10:
            self.group, self.room = self.group * 100, 100
        elif value < self.room and (self.group or self.closed):
            self.group, self.room = self.group + value, min(self.room, _place(value))
        elif inverted and 1 <= self.group % 100 < 10 and value in range(20, 100, 10):
            self.group, self.room = self.group + value, 0
        else:
            return False
        return True

    def _scale(self, value: int) -> bool:
        """Whether "thousand" or "million" may follow here; a greater scale never follows a smaller one."""
        # A scale needs something to count, and must be smaller than the ones before: two million three thousand.
        if not self.group or (self.closed and self.closed % (value * 1000)):
            return False
        self.closed, self.group, self.room = self.closed + self.group * value, 0, value
        return True

    def value(self) -> int:
        return self.closed + self.group


def _place(value: int) -> int:
    """The bound for a word that may follow this one: below ten after twenty, nothing after seven."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place if value >= 20 else 0


def joined(words: Iterable[Span], text: str, connectors: tuple[str, ...], inverted: bool = False) -> Iterator[Span]:
    """Words that make up one number joined to one span with its value; without blanks between words, a whole run."""
    run, number = list[Span](), _Number()
    for word in words:
        value = int(word.means[0])
        between = folded(text[run[-1].end : word.start]).lower() if run and run[-1].end <= word.start else None
        if between in connectors and ("" in connectors or number.take(value, inverted)):
            run.append(word)
            continue
        if run:
            yield _whole(run, number, connectors)
        run, number = [word], _Number.of(value)
    if run:
        yield _whole(run, number, connectors)


def _whole(run: list[Span], number: _Number, connectors: tuple[str, ...]) -> Span:
    # In Chinese the places of digits and units decide, so the words are read all together.
    value = _by_places([int(word.means[0]) for word in run]) if "" in connectors else number.value()
    return Span(run[0].start, run[-1].end, "number word", (str(value),))


def _by_places(values: list[int]) -> int:
    """The number of a run without blanks: 三十五 is three tens and five, 两百万 two hundred 万, 二〇一八 2018."""
    if all(value < 10 for value in values):
        return int("".join(map(str, values)))
    whole = group = digit = scale = 0
    for value in values:
        if value < 10:
            digit = value
        elif value < 10_000:
            group, digit = group + (digit or 1) * value, 0
        else:
            counted = group + digit
            whole = (whole + counted) * value if value > scale else whole + counted * value
            group, digit, scale = 0, 0, value
    return whole + group + digit
