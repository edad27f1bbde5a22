"""A percentage that stands beside the two numbers that it is computed from agrees with them.

Source: Editorial Manual, figures: shares and totals agree.

Passes (fr): Of {{ whole }}, {{ part }} ({{ share }}) closed. → Sur {{ whole }}, {{ part }} ({{ share }}) sont closes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import Code, Edition
from reportgen.facts import Count, Percent
from reportgen.finding import Finding

CODES = {
    "RG310": Code(
        "a percentage that is nearly that of two numbers beside it",
        "The percentage is close to the share that one number of the sentence is of another, and not equal to it: see "
        "which of the three is wrong.",
        severity="warning",
        source="Editorial Manual, figures",
    ),
}

_NEAR = Decimal(3)
"""Points within which a percentage is taken to be meant as the share of two numbers."""
_MOST = 6


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the percentages of the original with the counts of their paragraph."""
    items = {name: item for item in edition.report.all_items() for name, _ in item.entries()}
    for content in edition.contents(edition.original):
        facts = {each.fact for each in content.facts if each.kind in ("percent", "count")}
        if content.id in items and any(each.kind == "percent" for each in content.facts):
            values = edition.values_of(items[content.id])
            shares = {name: value for name in facts if isinstance(value := values.get(name), Percent)}
            counts = [value.number for name in facts if isinstance(value := values.get(name), Count)]
            for name, share in shares.items():
                yield from _compared(content, name, Decimal(share.number), counts, edition.report.language)


def _compared(content: CheckedContent, name: str, share: Decimal, counts: list[int], tag: str) -> Iterator[Finding]:
    pairs = [(part, whole) for part in counts for whole in counts if 0 < part < whole]
    if not pairs or len(counts) > _MOST:
        return
    exact = [Decimal(100) * part / whole for part, whole in pairs]
    step = Decimal(1).scaleb(int(share.as_tuple().exponent)) if share != share.to_integral_value() else Decimal(1)
    nearest = min(range(len(pairs)), key=lambda index: abs(exact[index] - share))
    off = abs(exact[nearest] - share)
    if step * Decimal("0.51") < off <= _NEAR:
        part, whole = pairs[nearest]
        message = f"{name} is {share} per cent; {part} of {whole} are {exact[nearest]:.1f} per cent"
        yield Finding("RG310", CODES["RG310"].severity, message, tag, content.where)
