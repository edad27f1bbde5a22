"""A fact gets a new value in the notation of its author, and nothing else in the file changes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from reportgen.facts import Count, Date, DateRange, Money, Names, Ordinal, Percent, Period, Range, Symbol, Value, Year
from reportgen.located import parse
from reportgen.located.splice import splice
from reportgen.model.facts import Fact
from reportgen.model.notation import written_fact
from reportgen.returned.fact_edits import fact_edits

FACT = TypeAdapter(Fact)

CASES = [
    ("{count: 313, of: officials}  # all", Count(331), "{count: 331, of: officials}  # all"),
    ("{count: 313}", Count(313, "more_than"), "{count: 313, qualifier: more_than}"),
    ("{count: 313, of: people}", Count(50, "about"), "{count: 50, qualifier: about, of: people}"),
    ("{count: 60, qualifier: more_than, of: x}", Count(60), "{count: 60, of: x}"),
    ("{count: 60, qualifier: more_than}", Count(75, "at_least"), "{count: 75, qualifier: at_least}"),
    ("{count: 8, series: courses}", Count(12), "{count: 12, series: courses}"),
    ("{count: 8, series: courses, of: x}", Range(8, 9), "{range: [8, 9], of: x}"),
    ("{range: [13, 18]}", Range(12, 18), "{range: [12, 18]}"),
    ("{ordinal: 3}", Ordinal(4), "{ordinal: 4}"),
    ('{percent: "3.75"}', Percent(Decimal("4.5")), '{percent: "4.5"}'),
    ("{percent: 4.50}", Percent(Decimal("4.60")), "{percent: 4.60}"),
    ("{percent: 4.50}", Percent(Decimal("4.50"), "about"), "{percent: 4.50, qualifier: about}"),
    ("{money: 1500000, currency: USD}", Money(Decimal(1600000), "EUR"), "{money: 1600000, currency: EUR}"),
    ("{year: 2018} # so far", Year(2019), "{year: 2019} # so far"),
    ("{date: 2018-07-18}", Date(2018, 7, 8), "{date: 2018-07-08}"),
    ("{date: 2018-07-18}", Date(2018, 7), "{date: 2018-07}"),
    ("{date: 2019-05-20}", DateRange(Date(2019, 5, 20), Date(2019, 5, 24)), "{date: 2019-05-20, to: 2019-05-24}"),
    ("{date: 2019-05-20, to: 2019-05-24}", Date(2019, 5, 20), "{date: 2019-05-20}"),
    ("{period: 9, unit: month}", Period(2, "year"), "{period: 2, unit: year}"),
    ("{symbol: A/80/1}", Symbol("A/80/2"), "{symbol: A/80/2}"),
    ("{place: NP}", Names("place", ("BT",)), "{place: BT}"),
    ("{place: NP, of: x}", Names("place", ("BT", "NP"), True, "sorted"), "{places: [BT, NP], of: x}"),
    ("{places: [NP, BT], order: given}", Names("place", ("NP",), True), "{places: [NP], order: given}"),
    ("{places: [VN, KH]}", Names("place", ("KH", "LA", "VN"), True, "sorted"), "{places: [VN, KH, LA]}"),
    ("{entities: [who, undp]}", Names("entity", ("who", "unicef", "undp"), True), "{entities: [who, unicef, undp]}"),
    ("{entities: [who, undp]}", Names("entity", ("undp", "who"), True), "{entities: [undp, who]}"),
    ("{sdg: 16}", Names("sdg", ("5",)), "{sdg: 5}"),
    ("{sdgs: [5, 16]}", Names("sdg", ("5", "11", "16"), True), "{sdgs: [5, 11, 16]}"),
    ("{entity: who}", Names("place", ("NP",)), "{place: NP}"),
]


@pytest.mark.parametrize(("old", "value", "new"), CASES)
def test_the_notation_is_kept(old: str, value: Value, new: str) -> None:
    text = f"facts:\n  # about it\n  a: {old}\n  b: {{count: 1}}\n"
    written = parse(text, "x")["facts"]["a"]
    found = splice(text.encode(), fact_edits(("facts", "a"), written, value), "x").decode()
    assert found == text.replace(f"a: {old}\n", f"a: {new}\n")


@pytest.mark.parametrize(("old", "value", "new"), CASES)
def test_the_new_fact_has_the_value(old: str, value: Value, new: str) -> None:
    found = FACT.validate_python(parse(f"a: {new}", "x")["a"]).value
    if isinstance(value, Names):
        assert (found.kind, set(found.ids)) == (value.kind, set(value.ids))
    else:
        assert str(found) == str(value)
        assert getattr(found, "qualifier", "exact") == getattr(value, "qualifier", "exact")


@pytest.mark.parametrize(("old", "value", "new"), CASES)
def test_a_fact_that_has_the_value_is_left_alone(old: str, value: Value, new: str) -> None:
    assert fact_edits(("a",), parse(f"a: {new}", "x")["a"], value) == []


@pytest.mark.parametrize(("old", "value", "new"), CASES)
def test_a_new_fact_is_written_as_one_reads_it(old: str, value: Value, new: str) -> None:
    found = FACT.validate_python(written_fact(value)).value
    assert str(found) == str(value)


def test_blocks_stay_blocks() -> None:
    text = "a:\n  # which\n  entities:\n    - who   # first\n    - undp\n  of: x\n"
    edits = fact_edits(("a",), parse(text, "x")["a"], Names("entity", ("who", "unicef", "undp"), True))
    assert splice(text.encode(), edits, "x").decode() == text.replace("    - undp\n", "    - unicef\n    - undp\n")
