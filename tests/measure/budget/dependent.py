"""What the budget report computes, computed here again from the figures alone, by rules written for this purpose.

The relations are those of the fact sheet: subtotals, totals, variances and shares of the tables, amounts of the text
that repeat them, and what is stated beside what it can be computed from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from tests.measure.budget.figures import row_numbers

Value = Callable[[str], Decimal]
Printed = tuple[str, str]
"""The piece and the fact; a cell has no fact."""

_FULL, _SHORT = "financial-resources", "resources-in-short"
_GROUPS = {
    "military": ("contingents", "police", "formed-units"),
    "civilian": ("international", "officers", "general", "volunteers", "temporary"),
    "operational": ("consultants", "travel", "facilities", "ground", "air", "technology", "medical-services", "other"),
}
_HEADS = {
    "contingents": "military-contingents", "formed-units": "formed-police-units",
    "international": "international-staff",
    "officers": "national-officers", "general": "national-general-service", "volunteers": "volunteers-line",
    "temporary": "general-temporary-assistance", "consultants": "consultants-line", "travel": "official-travel",
    "facilities": "facilities-line", "air": "air-operations", "technology": "communications-technology",
    "medical-services": "medical-line", "other": "other-supplies",
}  # fmt: skip
_THOUSAND, _DIGIT_OF_MILLIONS = Decimal(1000), Decimal(100_000)


def share(part: Decimal, whole: Decimal) -> Decimal:
    """A part in per cent of the whole, to one decimal."""
    return (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def millions(thousands: Decimal) -> Decimal:
    """Thousands as dollars, to hundreds of thousands."""
    return (thousands * _THOUSAND / _DIGIT_OF_MILLIONS).quantize(Decimal(1), ROUND_HALF_UP) * _DIGIT_OF_MILLIONS


def stated_wrongly(value: Value) -> bool:
    """Whether a figure is stated that its proof, computed from the others, contradicts."""
    spent, left = value("summary-expenditure/expenditure_prior"), _balance(value, "prior") * _THOUSAND
    utilization = share(spent, spent + left) != value("summary-expenditure/utilization_prior")
    return utilization or value("uniformed-personnel/military") != value("incumbency/mc-start/approved")


def dependent(value: Value) -> Mapping[Printed, Decimal]:
    """Every computed figure that the report prints, by where it stands."""
    found = {(cell, ""): number for cell, number in _tables(value)}
    return found | dict(_text(value)) | dict(_services(value))


def _cell(table: str, row: str, column: int) -> str:
    return f"{table}/{row_numbers()[f'{table}/{row}']}-{column}"


def _resources(value: Value) -> Mapping[str, tuple[Decimal, Decimal]]:
    """What each row of the table of resources was apportioned and spent."""

    def both(row: str) -> tuple[Decimal, Decimal]:
        return value(f"{_FULL}/{row}/apportionment"), value(f"{_FULL}/{row}/expenditure")

    rows = {row: both(row) for rows in _GROUPS.values() for row in rows}
    for group, members in _GROUPS.items():
        rows[f"sub-{group}"] = _added(rows[each] for each in members)
    rows["gross"] = rows["total"] = _added(rows[f"sub-{group}"] for group in _GROUPS)
    assessment = rows["staff-assessment"] = both("staff-assessment")
    rows["net"] = rows["gross"][0] - assessment[0], rows["gross"][1] - assessment[1]
    return rows


def _added(pairs: Iterator[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    both = list(pairs)
    return sum((one for one, _ in both), Decimal(0)), sum((other for _, other in both), Decimal(0))


def _variance(rows: Mapping[str, tuple[Decimal, Decimal]], row: str) -> Decimal:
    return rows[row][0] - rows[row][1]


def _balance(value: Value, period: str) -> Decimal:
    return sum((value(f"unencumbered-balance/{group}/{period}") for group in _GROUPS), Decimal(0))


def _cancelled(value: Value, period: str) -> Decimal:
    return sum((value(f"cancellation/{group}/{period}") for group in _GROUPS), Decimal(0))


def _revenue(value: Value) -> tuple[Decimal, Decimal, Decimal]:
    table = "other-revenue"
    return value(f"{table}/investment/amount"), value(f"{table}/miscellaneous/amount"), _cancelled(value, "current")


def _tables(value: Value) -> Iterator[tuple[str, Decimal]]:
    rows = _resources(value)
    written = {row for members in _GROUPS.values() for row in members} | {"staff-assessment"}
    for row, (apportioned, spent) in rows.items():
        if row not in written:
            yield from ((_cell(_FULL, row, 2), apportioned), (_cell(_FULL, row, 3), spent))
        yield _cell(_FULL, row, 4), apportioned - spent
        yield _cell(_FULL, row, 5), share(apportioned - spent, apportioned)
    for row in ("military", "civilian", "operational", "gross", "staff-assessment", "net", "total"):
        apportioned, spent = rows.get(f"sub-{row}") or rows[row]
        numbers = apportioned, spent, apportioned - spent, share(apportioned - spent, apportioned)
        yield from ((_cell(_SHORT, row, column), number) for column, number in enumerate(numbers, 2))
    for row, table in _HEADS.items():
        yield f"{table}/1-2", _variance(rows, row)
        yield f"{table}/1-3", share(_variance(rows, row), rows[row][0])
    yield from _trends(value, rows)
    yield from _position(value)


def _trends(value: Value, rows: Mapping[str, tuple[Decimal, Decimal]]) -> Iterator[tuple[str, Decimal]]:
    for column, period in enumerate(("earlier", "prior"), 2):
        yield _cell("unencumbered-balance", "total", column), _balance(value, period)
    for group in _GROUPS:
        yield _cell("unencumbered-balance", group, 4), _variance(rows, f"sub-{group}")
    yield _cell("unencumbered-balance", "total", 4), _variance(rows, "gross")
    for column, period in enumerate(("earlier", "prior", "current"), 2):
        yield _cell("cancellation", "total", column), _cancelled(value, period)
    yield _cell("other-revenue", "cancellation", 2), _cancelled(value, "current")
    yield _cell("other-revenue", "total", 2), sum(_revenue(value), Decimal(0))


def _position(value: Value) -> Iterator[tuple[str, Decimal]]:
    table = "financial-position"
    named = {
        row: value(f"{table}/{row}/amount") for row in ("cash", "advance", "accrued", "other-payable", "unencumbered")
    }
    liabilities = named["advance"] + named["accrued"] + named["other-payable"]
    credits = named["unencumbered"] + sum(_revenue(value), Decimal(0))
    left = named["cash"] - liabilities
    yield from (
        (_cell(table, row, 2), each)
        for row, each in zip(("investment", "miscellaneous", "cancelled"), _revenue(value), strict=True)
    )
    yield from ((_cell(table, "liabilities", 2), liabilities), (_cell(table, "net-cash", 2), left))
    yield _cell(table, "credits", 2), credits
    yield _cell(table, "shortfall", 2), left - credits - value(f"{table}/commitments/amount")


def _text(value: Value) -> Iterator[tuple[Printed, Decimal]]:
    rows = _resources(value)
    gross = rows["gross"]
    yield ("summary-expenditure", "expenditure"), millions(gross[1])
    yield ("summary-expenditure", "utilization"), share(gross[1], gross[0])
    yield ("summary-balance", "balance"), millions(_variance(rows, "gross"))
    for group in ("civilian", "operational"):
        yield ("summary-balance", group), millions(_variance(rows, f"sub-{group}"))
    yield ("summary-offset", "overrun"), millions(-_variance(rows, "sub-military"))
    yield ("recommended-appropriation", "recommended"), value("proposed-budget/gross")
    yield ("appropriation", "appropriated"), gross[0] * _THOUSAND
    for fact, start in (("contingent", "mc"), ("police", "police"), ("formed", "formed"),
                        ("international", "international"), ("volunteers", "volunteers")):  # fmt: skip
        yield ("proposed-budget", fact), value(f"incumbency/{start}-start/approved")
    national = value("incumbency/officers-start/approved") + value("incumbency/general-start/approved")
    yield ("proposed-budget", "national"), national
    yield ("uniformed-personnel", "formed"), value("incumbency/formed-start/actual")
    police = value("incumbency/police-start/actual") - value("uniformed-personnel/police_gao")
    yield ("uniformed-personnel", "police_bamako"), police
    holdings = ("capitalized", "below_threshold", "consumables", "non_serialized")
    yield ("asset-holdings", "total_assets"), sum((value(f"asset-holdings/{each}") for each in holdings), Decimal(0))
    balance, revenue = _variance(rows, "gross") * _THOUSAND, [each * _THOUSAND for each in _revenue(value)]
    yield ("note-balance", "balance"), balance
    yield ("note-revenue", "revenue"), sum(revenue, Decimal(0))
    yield from (
        (("note-revenue", fact), each)
        for fact, each in zip(("investment", "miscellaneous", "cancelled"), revenue, strict=True)
    )
    yield ("defer-credits", "credits"), balance + sum(revenue, Decimal(0))
    yield ("miscellaneous-revenue", "rest"), revenue[1] - value("other-revenue/refund")


def _services(value: Value) -> Iterator[tuple[Printed, Decimal]]:
    def added(*facts: str, block: str = "outputs") -> Decimal:
        return sum((value(f"{block}/{fact}") for fact in facts), Decimal(0))

    for piece in ("outputs/7-1", "outputs/11-1"):
        yield (piece, "aircraft"), added("fixed", "rotary", "standby")
    yield ("outputs/10-1", "hours"), added("fleet_hours", "charter_hours")
    yield ("outputs/14-1", "budget"), millions(_resources(value)["gross"][0])
    yield ("outputs/19-1", "generators"), added("generators_bamako", "generators_gao")
    yield ("outputs/26-1", "fuel"), added("fuel_air", "fuel_ground", "fuel_generators")
    completed = [value(f"outputs/{row}/completed") for row in ("fuel-air", "fuel-ground", "fuel-generators")]
    yield ("outputs/26-2", ""), sum(completed, Decimal(0))
    yield ("outputs/41-1", "evacuation"), added("level_three", "level_four")
    shares = "dmspc_share", "dos_share", "base_share", "centre_share"
    yield ("proposed-requests/2-2", "surge"), added(*shares, block="proposed-requests")
