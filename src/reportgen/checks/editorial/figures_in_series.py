"""Numbers of one series are all in figures where the highest is: 14 judges and 9 prosecutors.

Source: UN Correspondence Manual: numbers in one series follow the rule of the highest.

Passes (en): In all, {{ many }} judges met. There were {{ few }} prosecutors.
Fails (en): In all, {{ many }} judges and {{ few }} prosecutors met.
Fails (en): In all, {{ few }} judges, {{ many }} officers and {{ part }} lawyers met.
Passes (en): In all, {{ part }} judges and {{ many }} officers met.
Passes (en): In all, {{ many }} judges from {{ few }} States met.
Fails (zh): {{ many }}名法官和{{ few }}名检察官出席了会议。
Fails (ar): وحضر الاجتماع {{ many }} قاضيا و{{ few }} من المدعين.
Fails (fr): En tout, {{ many }} juges et {{ few }} procureurs se sont réunis.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.facts import Count
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.tree.inlines import PrintedFact

LOOKS_AT = PIECES
CODES = {
    "RG246": Code(
        "numbers of one series in words and in figures",
        "Numbers of like things that follow one another stand all in figures where one of them does. Give their facts "
        "the same series: {count: 9, series: trained}.",
        severity="note",
        source="UN Correspondence Manual, numbers",
    ),
}

_NEAR = 32
"""Characters between two numbers of one series: the noun of the first, and what joins them."""

CountPlace = tuple[PrintedFact, int, int]


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the numbers of the original: the series of a fact is the same in every language."""
    for document in edition.documents.values():
        language = edition.languages[document.language]
        for content in edition.text_of(document).contents if document.language == edition.report.language else ():
            if sum(each.kind == "count" for each in content.facts) > 1:
                values = edition.values_of(edition.owner_of(content.id))
                for one, other in pairwise(each for each in content.fact_places if each[0].kind == "count"):
                    alone = any(getattr(values.get(each[0].fact), "series", "") for each in (one, other))
                    both = isinstance(values.get(one[0].fact), Count) and isinstance(values.get(other[0].fact), Count)
                    if both and not alone and _is_mixed(content, one, other, language):
                        yield _about(content, one, other, document.language)


def _is_mixed(content: CheckedContent, one: CountPlace, other: CountPlace, language: Language) -> bool:
    """Whether one of two numbers that are joined by a comma or by "and" is in words, and the other in figures."""
    between = content.text[one[2] : other[1]]
    if len(between) > _NEAR or content.has_facts_between(one[2], other[1]):
        return False
    lists = language.conventions.lists
    comma, last = lists.separator.strip(), lists.last.strip()
    # Chinese has no blanks round its "and", Arabic writes its own onto the next word.
    apart = language.conventions.script not in ("han", "arabic")
    ends_with_and = between.split()[-1:] == [last] if apart else between.rstrip().endswith(last.split()[-1])
    # A comma before "and" begins a clause, since lists have none there.
    is_clause = ends_with_and and between.rstrip().removesuffix(last).rstrip().endswith(comma)
    joined = not is_clause and (ends_with_and or between.rstrip().endswith(comma))
    in_figures = [any(map(str.isdigit, content.text[start:end])) for _, start, end in (one, other)]
    return joined and in_figures[0] != in_figures[1]


def _about(content: CheckedContent, one: CountPlace, other: CountPlace, tag: str) -> Finding:
    message = f"'{content.text[one[1] : one[2]]}' and '{content.text[other[1] : other[2]]}' are of one series"
    return content.finding("RG246", CODES["RG246"].severity, message, tag, one[1], other[2])
