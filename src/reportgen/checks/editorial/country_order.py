"""States in a list stand in the order of the alphabet of each language.

Source: Editorial Manual, lists of States; conventions.md 0.1, country order.

Passes (en): The States are here.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition
from reportgen.facts import Names, is_country
from reportgen.finding import Finding

CODES = {
    "RG229": Code(
        "a list of States that is not in the order of the alphabet",
        "States stand in the alphabetical order of each language; a list with `order: given` is the same in all"
        " of them. Leave it out, unless the order says something.",
        severity="note",
        source="Editorial Manual, lists of States",
    ),
}


_FEW = 3


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the lists of States whose order is given."""
    language = edition.languages.get(edition.report.language)
    for item in edition.report.all_items() if language else ():
        for name, fact in item.all_facts().items():
            value = fact.value
            if not isinstance(value, Names) or value.order != "given" or len(value.ids) < _FEW:
                continue
            are_states = value.kind == "place" and all(map(is_country, value.ids))
            if are_states and language and language.sorted_ids("place", value.ids) != value.ids:
                message = f"the States of '{name}' are not in the order of the alphabet"
                yield Finding("RG229", CODES["RG229"].severity, message, "", item.id)
