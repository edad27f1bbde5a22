"""Rules about a whole edition: each file is one rule with its codes; one line here registers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from reportgen.checks import (
    agreement,
    amendments,
    beside_numbers,
    carried_over,
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
    parent,
    qualifiers,
    references,
    script,
    submission,
    totals,
    typed_digits,
)
from reportgen.checks.edition import Code, Edition, LooksAt, placed, places_of
from reportgen.checks.editorial import EDITORIAL
from reportgen.checks.kept import Rule, findings_of_pieces, looks_at
from reportgen.checks.settled import Waivers, require_known, settled_findings, waivers_of
from reportgen.checks.versions import VERSIONS
from reportgen.errors import Position
from reportgen.finding import Finding
from reportgen.model.report import wordings
from reportgen.model.written import Wording

RULES = (
    ids,
    masthead,
    carried_over,
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
    beside_numbers,
    agreement,
    own_words,
    notes,
    ledger,
    amendments,
    parent,
    *VERSIONS,
    *EDITORIAL,
)
"""Modules of this folder and of its two rooms, in the order in which their findings are reported."""

__all__ = ["RULES", "Code", "Edition", "check", "codes", "in_order", "tasks_about", "waived"]

RuleFindings = list[tuple[Rule, list[Finding]]]
"""What some rules found."""

RuleTask = Callable[[], RuleFindings]


def check(edition: Edition) -> Iterator[Finding]:
    """What all rules have to say about an edition, each finding with the place of what it is about and a hint."""
    return in_order([task() for task in tasks_about(edition)])


def tasks_about(edition: Edition) -> list[RuleTask]:
    """The work of all rules in parts, each a function without arguments: they depend on nothing but the edition.

    An `InputError` where the report lowers or waives a rule that proves something, or one that is not there.
    """
    require_known(edition.report, codes())

    def settled(task: RuleTask) -> RuleFindings:
        return [(rule, list(settled_findings(found, edition.report))) for rule, found in task()]

    return [partial(settled, task) for task in _tasks(edition)]


def in_order(done: Iterable[RuleFindings]) -> Iterator[Finding]:
    """The findings of all parts in the order of the rules, each by languages."""
    by_rule: dict[Rule, list[Finding]] = {rule: [] for rule in RULES}
    for part in done:
        for rule, found in part:
            by_rule[rule] += found
    return chain.from_iterable(by_rule.values())


def waived(edition: Edition) -> Waivers:
    """The findings that waivers of the report silence, and the waivers that silence nothing any more."""
    if not edition.report.waivers:
        return Waivers()
    found = [finding for task in _tasks(edition) for _, findings in task() for finding in findings]
    return waivers_of(found, edition.report)


def _tasks(edition: Edition) -> list[RuleTask]:
    """The rules in parts, each a function that gives its findings with their places, waived ones too."""
    places: dict[str, Position] = {}
    originals: dict[str, Wording] = {}

    def all_placed(found: Iterable[Finding]) -> list[Finding]:
        # Once for all rules, and not at all where there is no finding, as in most builds.
        found = list(found)
        if found and not places:
            places.update(places_of(edition.report))
            originals.update({name: wording for name, wording, _ in wordings(edition.report)})
        return [placed(finding, edition, places, originals) for finding in found]

    def of_edition(rule: Rule) -> RuleFindings:
        return [(rule, all_placed(rule.check(edition)))]

    def of_pieces(rules: Sequence[Rule], tag: str) -> RuleFindings:
        found = findings_of_pieces(edition, tag, rules)
        return [(rule, all_placed(each)) for rule, each in zip(rules, found, strict=True)]

    alike: dict[LooksAt, list[Rule]] = {}
    for rule in RULES:
        alike.setdefault(looks_at(rule), []).append(rule)
    whole: list[RuleTask] = [partial(of_edition, rule) for rule in alike.pop("the edition", ())]
    return whole + [partial(of_pieces, rules, tag) for tag in edition.documents for rules in alike.values()]


def codes() -> dict[str, Code]:
    """Every code with what it means, in the order of the codes."""
    return dict(sorted((code, meaning) for rule in (*RULES, submission) for code, meaning in rule.CODES.items()))
