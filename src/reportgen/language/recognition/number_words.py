"""Number words joined to one number: twenty-five, veintiuno mil, двадцать один, خمسة وعشرون, 三十五; 27.5 million."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.language.recognition.figures import MOST_DIGITS, FoundNumber
from reportgen.language.recognition.plain import Plain
from reportgen.record import record

_THOUSAND = 1000


@record
class NumberPart:
    """A figure or a number word; `scale` says that it only multiplies what stands before it (million)."""

    start: int
    end: int
    value: Decimal
    figure: FoundNumber | None = None
    scale: bool = False


_NOTHING = NumberPart(0, 0, Decimal(0))


@dataclass(slots=True)
class _Sum:
    """A number while it is read: `closed` are its thousands and above, `room` bounds what may still be added."""

    closed: Decimal
    group: Decimal
    room: Decimal

    @classmethod
    def of(cls, part: NumberPart) -> _Sum:
        """A number that begins with this part."""
        nothing, value = Decimal(0), part.value
        if part.figure:
            return cls(nothing, value, nothing)
        return cls(nothing, value, _place(value)) if value < _THOUSAND else cls(value, nothing, value)

    def take(self, part: NumberPart, inverted: bool) -> bool:
        """Whether the next part belongs to the number, which then holds it; `inverted`: units stand before tens."""
        value = part.value
        if value >= _THOUSAND and not part.figure:
            return self._scale(value) or (not part.scale and self._add(value))
        # Two hundred, two dozen: the only words below a thousand that multiply what stands before them.
        if (value == 100 or part.scale) and not part.figure and 1 <= self.group % _THOUSAND < 10:
            self.group, self.room = self.group * value, Decimal(100 if value == 100 else 0)
        elif value < self.room and (self.group or self.closed):
            self.group, self.room = self.group + value, min(self.room, Decimal(0) if part.figure else _place(value))
        elif inverted and 1 <= self.group % 100 < 10 and value in range(20, 100, 10):
            self.group, self.room = self.group + value, Decimal(0)
        else:
            return False
        return True

    def _scale(self, scale: Decimal) -> bool:
        """Whether "thousand" or "million" may follow here, after a smaller one (two thousand million) or a greater."""
        below = self.closed % (scale * _THOUSAND) if self.closed else Decimal(0)
        # A second "thousand" begins another number, and there must be something to count.
        if below >= scale or not (below or self.group):
            return False
        self.closed, self.group, self.room = self.closed - below + (below + self.group) * scale, Decimal(0), scale
        return True

    def _add(self, value: Decimal) -> bool:
        """Whether a thousand that nothing counts may follow: deux millions mille neuf cents."""
        if self.group or not self.closed or self.closed % (value * _THOUSAND):
            return False
        self.closed, self.room = self.closed + value, value
        return True

    def value(self) -> Decimal:
        return self.closed + self.group


def _place(value: Decimal) -> Decimal:
    """The bound for a word that may follow this one: below ten after twenty, nothing after seven."""
    place = Decimal(1)
    while value and value % (place * 10) == 0:
        place *= 10
    return place if value >= 20 else Decimal(0)


class Joining:
    """Joins the parts of numbers as one language does: by its connectors, and with units before or after tens."""

    def __init__(self, connectors: Iterable[str], inverted: bool) -> None:
        self._connectors, self._inverted = frozenset(connectors), inverted

    def numbers(self, parts: Sequence[NumberPart], plain: Plain) -> Iterator[FoundNumber]:
        """Every number that has a word in it; without blanks between words, whole runs are read by their places."""
        sums = self._runs(parts, plain) if "" in self._connectors else self._sums(parts, plain)
        for run, value in sums:
            if value is not None and value < 10**MOST_DIGITS and not all(part.figure for part in run):
                head, whole = run[0].figure, value.to_integral_value()
                # 27.5 million is 27500000, and not 27500000.0, which would be written so.
                value = Decimal(int(whole)) if value == whole else value
                yield FoundNumber(run[0].start, run[-1].end, value, figures=head is not None, head=head)

    def _sums(self, parts: Sequence[NumberPart], plain: Plain) -> Iterator[tuple[list[NumberPart], Decimal]]:
        """The runs of parts that make one number each, with the number."""
        run, total = list[NumberPart](), _Sum.of(_NOTHING)
        for number, part in enumerate(parts):
            near = run and self._beside(run[-1], part, plain) and self._may_follow(part, parts[number + 1 :], plain)
            if near and total.take(part, self._inverted):
                run.append(part)
                continue
            if run:
                yield run, total.value()
            run, total = [] if part.scale else [part], _Sum.of(part)
        if run:
            yield run, total.value()

    def _may_follow(self, part: NumberPart, behind: Sequence[NumberPart], plain: Plain) -> bool:
        """Whether a part may belong to the number before it: a figure (2 million 300) only before another scale."""
        return not part.figure or bool(
            behind and behind[0].value >= _THOUSAND and not behind[0].figure and self._beside(part, behind[0], plain)
        )

    def _runs(self, parts: Sequence[NumberPart], plain: Plain) -> Iterator[tuple[list[NumberPart], Decimal | None]]:
        """The parts that stand side by side, with their number; a blank may stand behind a figure (5 万)."""
        run = list[NumberPart]()
        for part in parts:
            if run and not (self._beside(run[-1], part, plain) and _may_join(run[-1], part)):
                yield run, _by_places(run)
                run = []
            run.append(part)
        if run:
            yield run, _by_places(run)

    def _beside(self, part: NumberPart, following: NumberPart, plain: Plain) -> bool:
        between = plain.small[part.end : following.start]
        if "" in self._connectors:
            return not between or (between == " " and part.figure is not None and following.figure is None)
        # "2 millions et 3,5 millions" are two numbers; "deux cent et un" is one.
        return part.end < following.start and between in self._connectors and not (following.figure and between.strip())


def _may_join(part: NumberPart, following: NumberPart) -> bool:
    """Whether two parts side by side are of one number: 3万5000, but not 2019 and 两 of 2019两年期."""
    if part.figure:
        return following.figure is None and following.value >= 100
    return following.figure is None or part.value >= 100


def _by_places(run: list[NumberPart]) -> Decimal | None:
    """The number of a run without blanks: 三十五 is three tens and five, 两百万 two hundred 万, 二〇一八 2018.

    None where it is no number: 三四 is three or four, 百 alone says "hundreds".
    """
    values = [part.value for part in run]
    if len(run) > 1 and all(value < 10 and not part.figure for value, part in zip(values, run, strict=True)):
        return Decimal("".join(map(str, values))) if len(run) > 3 or 0 in values[1:] else None
    if run[0].scale:
        return None
    whole = group = digit = highest = Decimal(0)
    for part in run:
        if part.figure or part.value < 10:
            digit = part.value
        elif part.value < 10_000:
            group, digit = group + (digit or 1) * part.value, Decimal(0)
        else:
            counted = group + digit
            whole = (whole + counted) * part.value if part.value > highest else whole + counted * part.value
            group, digit, highest = Decimal(0), Decimal(0), part.value
    return whole + group + digit
