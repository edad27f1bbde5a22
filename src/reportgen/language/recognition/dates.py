"""Dates and ranges of dates by the patterns that print them, and by those that people type beside these."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.facts import Date, DateRange
from reportgen.language.conventions import Conventions
from reportgen.language.recognition import vocabulary
from reportgen.language.recognition.figures import FoundNumber
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.phrases import Hit
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading
from reportgen.language.recognition.span import Span, outside
from reportgen.language.rules import Forms
from reportgen.record import record

_FIGURE = re.compile(r"\d")
_FIELD = re.compile(r"\{(\w+)\}")
_IN_FIGURES = re.compile(r"(?<![\d/.-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{4}))(?![\d/-])")

_Fields = dict[str, int]
"""What a date says by the letters of its pattern: d1, m1 and y1, of the last day d2, m2 and y2."""


@dataclass(slots=True)
class _Step:
    """What may follow in a date, fields by their names and words as expressions, and the forms that end here."""

    fields: dict[str, _Step] = field(default_factory=dict)
    words: dict[str, tuple[re.Pattern[str], _Step]] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    """The form by the words that must stand before the date: on, from."""


@record
class _Places:
    """What may stand for a field, by the place where it starts: ends and values."""

    days: dict[int, list[tuple[int, int]]]
    months: dict[int, list[tuple[int, int]]]
    years: dict[int, list[tuple[int, int]]]

    def named(self, name: str) -> dict[int, list[tuple[int, int]]]:
        """What may stand for a field such as d1."""
        return {"d": self.days, "m": self.months, "y": self.years}[name[0]]


class DatePatterns:
    """Finds the dates of one language."""

    def __init__(self, conventions: Conventions) -> None:
        self._spaced = conventions.script != "han"
        self._first = _Step()
        rule = conventions.dates
        months = (rule.months_of_year, rule.months_of_years)
        for each in (rule.day, rule.month, rule.days_of_month, rule.days_of_year, rule.days_of_years, *months):
            for form, text in _forms(each):
                self._plant(text, form)
        for text in conventions.recognition.dates:
            self._plant(text, "")
        # "On 18 July" names a day whose year the paragraph has given.
        printed = (text for each in (rule.day, rule.days_of_month, rule.days_of_year) for _, text in _forms(each))
        for text in (*printed, *conventions.recognition.dates):
            if "{d" in text and text.count("{y") == 1:
                self._plant(_without_year(text), "")
        joins = {*vocabulary.list_joins(conventions), *_between_ends(conventions), "-", " - "}
        self._joins = re.compile("|".join(map(re.escape, sorted(joins - {""}, key=len, reverse=True))))
        self._days = {plain_form(text).lower(): day for day, text in rule.days.items()}

    def found(
        self, plain: Plain, numbers: Iterable[FoundNumber], ordinals: Iterable[tuple[int, int, int]], words: FoundWords
    ) -> tuple[list[Reading], list[Span]]:
        """Every date with a year as a reading, and those without as spans."""
        readings, undated = [*_in_figures(plain.text)] if plain.has_figures else [], list[Span]()
        months = [*words.of("month", "month in date")]
        if months:
            places = self._places(plain, numbers, ordinals, months)
            for start, last, fields, forms in self._all(plain, places):
                value = _date(fields)
                if "y1" not in fields and "y2" not in fields:
                    undated.append(Span(start, last, "date"))
                elif value:
                    readings += [
                        Reading(start - len(before), last, value, form)
                        for before, form in forms.items()
                        if plain.has_before(before, start)
                    ]
            readings += self._months_of_a_year(plain, months, readings)
            # 7月 alone is no seven.
            in_figures = (hit for hit in months if _FIGURE.search(plain.text, hit.start, hit.end))
            undated += outside([Span(hit.start, hit.end, "date") for hit in in_figures], readings)
        return readings, undated

    def _months_of_a_year(self, plain: Plain, months: Iterable[Hit], dates: Iterable[Reading]) -> Iterator[Reading]:
        """The months that share the year of one beside them: June in "June and July 2019", 7月 in 2019年6月和7月."""
        known = [(each.start if self._spaced else each.end, each.value) for each in dates]
        found = {at: value for at, value in known if isinstance(value, Date) and not value.day}
        for hit in sorted(months, key=lambda each: each.start, reverse=self._spaced):
            at, beside = (hit.start, self._behind) if self._spaced else (hit.end, self._before)
            month = found.get(beside(plain, hit))
            if month:
                found[at] = Date(month.year, int(hit.phrase.means))
                yield Reading(hit.start, hit.end, found[at])

    def _behind(self, plain: Plain, hit: Hit) -> int:
        """Where what is joined behind a month begins; -1 where nothing is."""
        join = self._joins.match(plain.small, hit.end)
        return join.end() if join else -1

    def _before(self, plain: Plain, hit: Hit) -> int:
        """Where what is joined before a month ends, by one sign or two; -1 where nothing is."""
        ends = (hit.start - length for length in (1, 2))
        return next((at for at in ends if self._joins.fullmatch(plain.small, max(at, 0), hit.start)), -1)

    def _all(self, plain: Plain, places: _Places) -> Iterator[tuple[int, int, _Fields, dict[str, str]]]:
        """Every date: where it starts and ends, its fields, and its forms by what stands before."""
        for name, step in self._first.fields.items():
            for start, found in places.named(name).items():
                for end, value in found:
                    yield from ((start, *rest) for rest in self._walk(step, end, {name: value}, plain, places))

    def _walk(
        self, step: _Step, at: int, fields: _Fields, plain: Plain, places: _Places
    ) -> Iterator[tuple[int, _Fields, dict[str, str]]]:
        """Every way to read on from a place: where it ends, with what fields, and the forms by what stands before."""
        if step.forms:
            yield at, fields, step.forms
        for name, following in step.fields.items():
            for end, value in places.named(name).get(at, ()):
                yield from self._walk(following, end, {**fields, name: value}, plain, places)
        for pattern, following in step.words.values():
            match = pattern.match(plain.small, at)
            if match:
                yield from self._walk(following, match.end(), fields, plain, places)

    def _places(
        self,
        plain: Plain,
        numbers: Iterable[FoundNumber],
        ordinals: Iterable[tuple[int, int, int]],
        months: Iterable[Hit],
    ) -> _Places:
        places = _Places({}, {}, {})
        for number in numbers:
            value = number.whole() or 0
            if 1 <= value <= 31:
                places.days.setdefault(number.start, []).append((number.end, value))
            elif 1000 <= value < 3000 and (number.is_year(plain.text) or not number.figures):
                places.years.setdefault(number.start, []).append((number.end, value))
        for start, end, value in ordinals:
            if 1 <= value <= 31:
                places.days.setdefault(start, []).append((end, value))
        for hit in months:
            places.months.setdefault(hit.start, []).append((hit.end, int(hit.phrase.means)))
        for text, day in self._days.items():
            for match in re.finditer(rf"\b{re.escape(text)}\b", plain.small):
                places.days.setdefault(match.start(), []).append((match.end(), day))
        return places

    def _plant(self, pattern: str, form: str) -> None:
        """Add a pattern; each field is named by its letter and by which of the two days it is of."""
        text = plain_form(pattern).lower()
        first, *rest = _FIELD.split(text)
        step = self._first
        for number, part in enumerate(rest):
            if number % 2 == 0:
                step = step.fields.setdefault(_field_name(part), _Step())
            elif part:
                expression = re.compile(self._tolerant(part))
                step = step.words.setdefault(part, (expression, _Step()))[1]
        step.forms.setdefault(first, form)
        step.forms.setdefault("", "")

    def _tolerant(self, words: str) -> str:
        """An expression for the words between two fields: blanks round a dash are as people like."""
        if words.strip() == "-":
            return " ?- ?"
        return re.escape(words) if self._spaced else f" ?{re.escape(words)} ?"


def _between_ends(conventions: Conventions) -> Iterator[str]:
    """What stands between the two ends of a range: to, –, 至."""
    printed = (text for _, text in _forms(conventions.ranges))
    for text in (*printed, *conventions.recognition.ranges):
        yield plain_form(text).partition("{low}")[2].partition("{high}")[0].lower()


def _in_figures(text: str) -> Iterator[Reading]:
    """Dates in figures, the day first (18/7/2018), else the month (7/18/2018), or from the year (2018-07-18)."""
    for match in _IN_FIGURES.finditer(text):
        if match[1]:
            orders = [(match[1], match[2], match[3])]
        else:
            orders = [(match[7], match[6], match[4]), (match[7], match[4], match[6])]
        found = [each for each in (_day(*map(int, order)) for order in orders) if each]
        for number, value in enumerate(dict.fromkeys(found)):
            yield Reading(*match.span(), value, usual=not number)


def _date(fields: Mapping[str, int]) -> Date | DateRange | None:
    """The date or the range of dates that the fields say; None where there is no such day."""
    year = fields.get("y1") or fields.get("y2") or 0
    month = fields.get("m1") or fields.get("m2") or 0
    start = _day(year, month, fields.get("d1", 0))
    if "d2" not in fields and ("m2" not in fields or "m1" not in fields or "d1" in fields):
        return start
    end = _day(fields.get("y2") or year, fields.get("m2") or month, fields.get("d2", 0))
    return DateRange(start, end) if start and end and start < end else None


def _day(year: int, month: int, day: int) -> Date | None:
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return Date(year, month, day) if 1000 <= year < 3000 else None


def _field_name(name: str) -> str:
    """The letter of a field of a pattern with its number: month_gen2 is m2, d is d1."""
    return name[0] + ("2" if name.endswith("2") else "1")


def _without_year(pattern: str) -> str:
    """The pattern without its year, as in "{d} {month}" or "{month}{d}日", for dates whose year was said before."""
    fields = [match for match in _FIELD.finditer(pattern) if not match[1].startswith("y")]
    year = pattern.index("{y")
    return pattern[fields[0].start() : fields[-1].end() if year > fields[0].start() else None]


def _forms(forms: Forms) -> Iterator[tuple[str, str]]:
    """The patterns by their forms, the default one first, under an empty name."""
    if isinstance(forms, str):
        yield "", forms
    else:
        for form in sorted(forms, key=lambda each: each != "default"):
            yield "" if form == "default" else form, forms[form]
