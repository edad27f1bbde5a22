"""A percentage that stands beside the two numbers that it is computed from agrees with them.

Source: Editorial Manual, figures: shares and totals agree.

Passes (en): Of {{ whole }}, {{ part }} ({{ share }}) closed.
Passes (en): Of {{ whole }}, {{ part }} closed. In {{ wrong }} of the States it rained.
Fails (en): Of {{ whole }}, {{ part }} ({{ wrong }}) closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import Code, Edition
from reportgen.facts import Count, Percent, Value
from reportgen.finding import Finding
from reportgen.language.sentences import split_sentences
from reportgen.model.blocks import Item

CODES = {
    "RG310": Code(
        "a percentage that is not that of two numbers beside it",
        "The percentage is in brackets behind two numbers of its sentence, or close to the share that one number of "
        "the paragraph is of another, and not equal to it: see which of the three is wrong. A share that is computed "
        "({share: part, of: whole}) is always right.",
        severity="warning",
        source="Editorial Manual, figures",
    ),
}

_NEAR = Decimal(3)
"""Points within which a percentage is taken to be meant as the share of two numbers."""
_MOST = 6
_EXACT = Decimal("0.51")
"""Of the last place of a percentage that is rounded."""


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the percentages of the original with the counts of their sentence and of their paragraph."""
    for content in edition.contents(edition.original):
        kinds = {each.kind for each in content.facts}
        item = edition.owner_of(content.id)
        if item and not edition.is_worded_by_templates(content.id) and {"percent", "count"} <= kinds:
            yield from _in_piece(edition, content, item)


def _in_piece(edition: Edition, content: CheckedContent, item: Item) -> Iterator[Finding]:
    values, tag = edition.values_of(item), edition.report.language
    every = [(each.fact, start, values.get(each.fact)) for each, start, _ in content.fact_places]
    counts = _counts(every)
    for start, end in split_sentences(edition.languages[tag].conventions, content.text):
        within = [each for each in every if start <= each[1] < end]
        near = _counts(within)
        shares = [(name, at, value) for name, at, value in within if isinstance(value, Percent)]
        for name, at, value in shares:
            # Behind two numbers, in brackets, a percentage is nothing but their share.
            meant = len(shares) == 1 and len(near) == 2 and content.text[at - 1 : at] == "("
            yield from _compared(content, name, Decimal(value.number), near if meant else counts, tag, meant)


def _counts(places: Sequence[tuple[str, int, Value | None]]) -> list[int]:
    """The counts among printed facts, that of a fact which is printed twice once."""
    return list({name: value.number for name, _, value in places if isinstance(value, Count)}.values())


def _compared(
    content: CheckedContent, name: str, share: Decimal, counts: Sequence[int], tag: str, meant: bool
) -> Iterator[Finding]:
    pairs = [(part, whole) for part, whole in permutations(dict.fromkeys(counts), 2) if 0 < part < whole]
    if not pairs or len(counts) > _MOST:
        return
    exact = [Decimal(100) * part / whole for part, whole in pairs]
    off = [abs(each - share) for each in exact]
    nearest = min(range(len(pairs)), key=off.__getitem__)
    right = [*exact, *(_change(*pair) for pair in pairs)] if meant else [exact[nearest]]
    if not any(abs(each - share) <= _rounding(share) for each in right) and (meant or off[nearest] <= _NEAR):
        part, whole = pairs[nearest]
        message = f"{name} is {share} per cent; {part} of {whole} are {exact[nearest]:.1f} per cent"
        yield Finding("RG310", CODES["RG310"].severity, message, tag, content.where)


def _change(part: int, whole: int) -> Decimal:
    """By how much per cent the smaller number has grown to the greater one."""
    return Decimal(100) * (whole - part) / part


def _rounding(share: Decimal) -> Decimal:
    """Half of the last place of a percentage."""
    step = Decimal(1).scaleb(int(share.as_tuple().exponent)) if share != share.to_integral_value() else Decimal(1)
    return step * _EXACT
