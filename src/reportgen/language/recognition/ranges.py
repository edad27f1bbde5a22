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
        self._patterns: dict[str, list[_Pattern]] = {}
        for form, text in patterns:
            before, _, rest = plain_form(text).partition("{low}")
            between, _, behind = rest.partition("{high}")
            found = _Pattern(before, between, behind, "" if form == "default" else form)
            self._patterns.setdefault(_tight(between), []).append(found)

    def readings(self, plain: Plain, numbers: Sequence[FoundNumber]) -> Iterator[Reading]:
        """Every range of two whole numbers, the lower one first."""
        for low, high in pairwise(numbers):
            patterns = self._patterns.get(_tight(plain.small[low.end : high.start]), ()) if low.end < high.start else ()
            # 2 to 3 million: the word counts for both numbers and stays behind the range.
            figure = high.head or high
            ends = low.whole(), figure.whole()
            if patterns and ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
                value = Range(ends[0], ends[1])
                # 2018–2020 are two years rather than that many things.
                usual = not (low.is_year(plain.text) and high.is_year(plain.text))
                yield from _found(plain, low.start, figure.end, value, patterns, usual)


def _found(
    plain: Plain, start: int, end: int, value: Range, patterns: Iterable[_Pattern], usual: bool
) -> Iterator[Reading]:
    for each in patterns:
        if plain.small.endswith(each.before, 0, start) and plain.small.startswith(each.behind, end):
            yield Reading(start - len(each.before), end + len(each.behind), value, each.form, usual=usual)


def _tight(between: str) -> str:
    """What stands between two numbers, without blanks round a dash."""
    return between.strip() if between.strip() in ("-", "~") else between
