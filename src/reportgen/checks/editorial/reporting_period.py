"""A date lies inside the reporting period, or is explained: `of` says what it is the date of.

Source: documentation guidelines: a report covers its period; what is older or still to come is said to be so.

Passes (en): "In {{ year }} it was short."
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition
from reportgen.facts import Date, DateRange, Value, Year
from reportgen.finding import Finding
from reportgen.model.report import Report, reporting_period_name

CODES = {
    "RG245": Code(
        "a date outside the reporting period that nobody explains",
        "The reporting period is the fact that `reporting_period` in report.yaml names, or the only year or dates of "
        "the whole report. Where another date is meant, `of` says what it is: "
        "{year: 2015, of: year in which the Rules were adopted}.",
        severity="warning",
        source="documentation guidelines",
    ),
}

FirstAndLastDay = tuple[Date, Date]
"""The first and the last day that a date may mean."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the dates that blocks declare."""
    period = _reporting_period(edition.report)
    for item in edition.report.all_items() if period else ():
        for name, fact in item.all_facts().items():
            bounds = _bounds(fact.value)
            # A date inside a name, such as that of an agenda, is that of the name.
            if period and bounds and not fact.of and not fact.inside and not _lies_in(bounds, period):
                message = f"'{name}', {fact.value}, is outside the reporting period, {_shown(period)}"
                hint = "correct it, or say with `of` what it is the date of"
                yield Finding("RG245", CODES["RG245"].severity, message, "", item.id, fact.place_of_value(), hint)


def _reporting_period(report: Report) -> FirstAndLastDay | None:
    """The first and last day of the period; none where the report names none and has no single year or dates."""
    fact = report.facts.get(reporting_period_name(report))
    return _bounds(fact.value) if fact else None


def _bounds(value: Value) -> FirstAndLastDay | None:
    match value:
        case Year():
            return Date(value.number, 1, 1), Date(value.number, 12, 31)
        case Date():
            return Date(value.year, value.month, value.day or 1), Date(value.year, value.month, value.day or 31)
        case DateRange():
            first, last = _bounds(value.start), _bounds(value.end)
            return (first[0], last[1]) if first and last else None
        case _:
            return None


def _lies_in(bounds: FirstAndLastDay, period: FirstAndLastDay) -> bool:
    return period[0] <= bounds[0] and bounds[1] <= period[1]


def _shown(period: FirstAndLastDay) -> str:
    first, last = period
    return str(first.year) if first == Date(last.year, 1, 1) and last == Date(first.year, 12, 31) else f"{first}/{last}"
