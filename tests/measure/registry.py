"""The measures there are: one module of `measures/` each, by the name that ONLY takes."""

from __future__ import annotations

from importlib import import_module

from tests.measure.case import Measure

MEASURES = (
    "adoption",
    "alarms",
    "amendments",
    "bad-inputs",
    "budget",
    "checks",
    "comparison",
    "forms",
    "kills",
    "meaning",
    "memory",
    "mutants",
    "names",
    "recognition",
    "recovery",
    "round-trips",
    "splice",
    "store",
    "together",
    "tracked",
    "translators",
)
"""In the order in which they are run."""


def measure(name: str) -> Measure:
    """The measure of a name such as "bad-inputs"."""
    found: Measure = import_module(f"tests.measure.measures.{name.replace('-', '_')}").MEASURE
    return found
