"""A length of time whose number alone is printed: its unit stands in the words, and changes with them."""

from __future__ import annotations

from reportgen.facts import Period, Unit
from reportgen.record import replace
from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Recovery


def read_units(recovery: Recovery) -> None:
    """Give each length of time in the sentences that differ the unit that its words have now: a three-month plan."""
    for placement in recovery.placements.values():
        said = placement.says
        if isinstance(said, Period) and recovery.is_in_window(placement):
            units = _units(recovery, placement, said)
            if units and said.unit not in units:
                placement.says = replace(said, unit=units[0])


def _units(recovery: Recovery, placement: Placement, said: Period) -> list[Unit]:
    """The units in which a number is read where it stands, if its words are new."""
    around = (
        each
        for each in recovery.readings
        if each.start <= placement.start and placement.end <= each.end
        if (each.start, each.end) != (placement.start, placement.end)
    )
    return [
        each.value.unit
        for each in around
        if isinstance(each.value, Period) and each.value.number == said.number
        if recovery.text[each.start : each.end] not in recovery.old_text
    ]
