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
    submission,
    totals,
    typed_digits,
)
from reportgen.checks.edition import Code, Edition, placed, places_of
from reportgen.checks.editorial import EDITORIAL
from reportgen.checks.settled import Waivers, require_known, settled_findings, waivers_of
from reportgen.checks.versions import VERSIONS
from reportgen.errors import Position
from reportgen.finding import Finding
from reportgen.model.report import wordings
from reportgen.model.written import Wording

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
    *VERSIONS,
    *EDITORIAL,
)
"""Modules of this folder and of its two rooms, in the order in which their findings are reported."""

__all__ = ["RULES", "Code", "Edition", "check", "codes", "rules_about", "waived"]


def check(edition: Edition) -> Iterator[Finding]:
    """What all rules have to say about an edition, each finding with the place of what it is about and a hint."""
    for rule in rules_about(edition):
        yield from rule()


def rules_about(edition: Edition) -> list[Callable[[], list[Finding]]]:
    """The rules one by one, each a function without arguments: they depend on nothing but the edition.

    An `InputError` where the report lowers or waives a rule that proves something, or one that is not there.
    """
    require_known(edition.report, codes())
    return [partial(lambda each: list(settled_findings(each(), edition.report)), each) for each in _unsettled(edition)]


def waived(edition: Edition) -> Waivers:
    """The findings that waivers of the report silence, and the waivers that silence nothing any more."""
    if not edition.report.waivers:
        return Waivers()
    found = [finding for rule in _unsettled(edition) for finding in rule()]
    return waivers_of(found, edition.report)


def _unsettled(edition: Edition) -> list[Callable[[], list[Finding]]]:
    """The rules, each a function that gives its findings with their places, waived ones too."""
    places: dict[str, Position] = {}
    originals: dict[str, Wording] = {}

    def findings_of(rule: Any) -> list[Finding]:
        found = []
        for finding in rule.check(edition):
            # Once for all rules, and not at all where there is no finding, as in most builds.
            if not places:
                places.update(places_of(edition.report))
                originals.update({name: wording for name, wording, _ in wordings(edition.report)})
            found.append(placed(finding, edition, places, originals))
        return found

    return [partial(findings_of, rule) for rule in RULES]


def codes() -> dict[str, Code]:
    """Every code with what it means, in the order of the codes."""
    return dict(sorted((code, meaning) for rule in (*RULES, submission) for code, meaning in rule.CODES.items()))
