"""Rules about a whole edition: each file is one rule with its codes; one line here registers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from reportgen.checks import (
    agreement,
    catalogue,
    declared_facts,
    facts_printed,
    ids,
    ledger,
    masthead,
    notes,
    numbering,
    order,
    own_words,
    qualifiers,
    references,
    script,
    totals,
    typed_digits,
)
from reportgen.checks.edition import Code, Edition, placed, places_of
from reportgen.errors import Position
from reportgen.finding import Finding

RULES = (
    ids,
    masthead,
    numbering,
    references,
    facts_printed,
    order,
    declared_facts,
    totals,
    catalogue,
    typed_digits,
    script,
    qualifiers,
    agreement,
    own_words,
    notes,
    ledger,
)
"""Modules of this folder, in the order in which their findings are reported."""

__all__ = ["RULES", "Code", "Edition", "check", "codes", "rules_about"]


def check(edition: Edition) -> Iterator[Finding]:
    """What all rules have to say about an edition, each finding with the place of what it is about and a hint."""
    for rule in rules_about(edition):
        yield from rule()


def rules_about(edition: Edition) -> list[Callable[[], list[Finding]]]:
    """The rules one by one, each a function without arguments: they depend on nothing but the edition."""
    places: dict[str, Position] = {}

    def findings_of(rule: Any) -> list[Finding]:
        found = []
        for finding in rule.check(edition):
            # Once for all rules, and not at all where there is no finding, as in most builds.
            places.update(places or places_of(edition.report))
            found.append(placed(finding, edition, places))
        return found

    return [partial(findings_of, rule) for rule in RULES]


def codes() -> dict[str, Code]:
    """Every code with what it means, in the order of the codes."""
    return dict(sorted((code, meaning) for rule in RULES for code, meaning in rule.CODES.items()))
