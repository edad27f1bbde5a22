"""From one percentage, amount, year or time to another: 10–15 per cent, from $2 million to $3 million, 2018–2021."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reportgen.facts import Money, Percent, Spread, Time, Year, spread
from reportgen.language.conventions import Conventions
from reportgen.language.pattern_rules import named_forms
from reportgen.language.recognition.figures import FoundNumber
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading
from reportgen.record import record

_End = Percent | Money | Year | Time
_KINDS: Mapping[str, type[_End]] = {"percents": Percent, "amounts": Money, "years": Year, "times": Time}


@record
class _Pattern:
    """The words of a pattern round its two ends; `bare` says of each whether it stands there without its unit."""

    kind: str
    form: str
    before: str
    between: str
    behind: str
    bare: tuple[bool, bool]


class Spreads:
    """Finds the spreads of one language among the values that were read."""

    def __init__(self, conventions: Conventions) -> None:
        self._patterns = [
            _parted(kind, form, text)
            for kind in _KINDS
            for form, text in named_forms(getattr(conventions.patterns, kind))
        ]

    def readings(self, plain: Plain, values: Iterable[Reading], numbers: Iterable[FoundNumber]) -> Iterator[Reading]:
        """Every spread, by values and by numbers without a unit."""
        ends = [each for each in values if isinstance(each.value, Percent | Money | Year | Time)]
        bare = [each for each in numbers if each.usual]
        if not ends:
            return
        for pattern in self._patterns:
            yield from self._by(
                pattern, plain, [each for each in ends if type(each.value) is _KINDS[pattern.kind]], bare
            )

    def _by(self, pattern: _Pattern, plain: Plain, ends: list[Reading], bare: list[FoundNumber]) -> Iterator[Reading]:
        lows: list[tuple[int, int, _End | Decimal]] = _places(ends, bare, pattern.bare[0])
        highs: dict[int, list[tuple[int, _End | Decimal]]] = {}
        for start, end, value in _places(ends, bare, pattern.bare[1]):
            highs.setdefault(start, []).append((end, value))
        for start, end, low in lows:
            if not plain.small.startswith(pattern.between, end) or not plain.has_before(pattern.before, start):
                continue
            for last, high in highs.get(end + len(pattern.between), ()):
                found = _spread(pattern, low, high)
                if found and plain.small.startswith(pattern.behind, last):
                    place = start - len(pattern.before), last + len(pattern.behind)
                    yield Reading(*place, found, pattern.form)


def _places(ends: list[Reading], bare: list[FoundNumber], is_bare: bool) -> list[tuple[int, int, _End | Decimal]]:
    if is_bare:
        return [(each.start, each.end, each.value) for each in bare]
    found: list[tuple[int, int, _End | Decimal]] = []
    for each in ends:
        if isinstance(each.value, Percent | Money | Year | Time):
            found.append((each.start, each.end, each.value))
    return found


def _spread(pattern: _Pattern, low: _End | Decimal, high: _End | Decimal) -> Spread | None:
    """The spread of two ends of which one may stand without its unit; None where they are not in order."""
    first, last = _with_unit(pattern, low, high), _with_unit(pattern, high, low)
    match first, last:
        case Percent(), Percent() if first.number < last.number:
            return spread(first, last)
        case Money(), Money() if first.amount < last.amount and first.currency == last.currency:
            return spread(first, last)
        case Year(), Year() if first.number < last.number:
            return spread(first, last)
        case Time(), Time():
            return spread(first, last)
        case _:
            return None


def _with_unit(pattern: _Pattern, end: _End | Decimal, other: _End | Decimal) -> _End | None:
    if not isinstance(end, Decimal):
        return end
    if isinstance(other, Money):
        return Money(end, other.currency)
    return Percent(end) if pattern.kind == "percents" else None


def _parted(kind: str, form: str, text: str) -> _Pattern:
    plain = plain_form(text).lower()
    before, _, rest = plain.partition("{low")
    bare_low, _, rest = rest.partition("}")
    between, _, rest = rest.partition("{high")
    bare_high, _, behind = rest.partition("}")
    return _Pattern(kind, form, before, between, behind, (bool(bare_low), bool(bare_high)))
