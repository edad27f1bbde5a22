"""Two numbers with the words between them: 13–18, from five to ten, de 13 a 18, 13至18."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportgen.facts import Range
from reportgen.language.conventions import Conventions
from reportgen.language.recognition.figures import FoundNumber
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading
from reportgen.record import record


@record
class _Pattern:
    """The texts before, between and behind the two numbers, and the form that prints them."""

    before: str
    between: str
    behind: str
    form: str


class Ranges:
    """Finds the ranges of one language."""

    def __init__(self, conventions: Conventions) -> None:
        printed = conventions.ranges if isinstance(conventions.ranges, dict) else {"default": conventions.ranges}
        patterns = [*printed.items(), *(("default", text) for text in conventions.recognition.ranges)]
        self._reversed = conventions.direction == "rtl"
        self._patterns: dict[str, list[_Pattern]] = {}
        for form, text in patterns:
            before, _, rest = plain_form(text).partition("{low}")
            between, _, behind = rest.partition("{high}")
            found = _Pattern(before, between, behind, "" if form == "default" else form)
            self._patterns.setdefault(_tight(between), []).append(found)

    def readings(self, plain: Plain, numbers: Sequence[FoundNumber]) -> Iterator[Reading]:
        """Every range of two whole numbers, the lower one first; right to left some type 49-15 for 15-49."""
        for first, second in pairwise(numbers):
            between = _tight(plain.small[first.end : second.start]) if first.end < second.start else ""
            # 2 to 3 million: the word counts for both numbers and stays behind the range.
            figure = second.head or second
            low, high = first.whole(), figure.whole()
            if between not in self._patterns or low is None or high is None:
                continue
            if self._reversed and between == "-" and low > high:
                low, high = high, low
            if low < high:
                # 2018–2020 are two years rather than that many things.
                usual = not (first.is_year(plain.text) and second.is_year(plain.text))
                patterns = self._patterns[between]
                yield from _found(plain, first.start, figure.end, Range(low, high), patterns, usual)


def _found(
    plain: Plain, start: int, end: int, value: Range, patterns: Iterable[_Pattern], usual: bool
) -> Iterator[Reading]:
    for each in patterns:
        if plain.has_before(each.before, start) and plain.small.startswith(each.behind, end):
            yield Reading(start - len(each.before), end + len(each.behind), value, each.form, usual=usual)


def _tight(between: str) -> str:
    """What stands between two numbers, without blanks round a dash."""
    return between.strip() if between.strip() in ("-", "~") else between
