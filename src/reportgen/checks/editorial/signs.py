"""Signs that a keyboard puts in the place of others: straight apostrophes, hyphens for dashes, points for an ellipsis.

Source: Editorial Manual, punctuation; conventions.md C.2, dash and quotes.

Passes (en): The State’s plan – a good one – is here.
Fails (en): The State's plan is here.
Fails (en): The plan - a good one - is here.
Fails (fr): L'État est ici.
Fails (es): El plan - bueno - está aquí.
Fails (ru): План - хороший.
Fails (zh): 报告很短, 但是很好。
Fails (ar): التقرير قصير, لكنه جيد.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_patterns
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG202": Code(
        "a sign of the keyboard in the place of another",
        "Apostrophes are curly (’), dashes are longer than hyphens (–), Chinese and Arabic have commas, "
        "semicolons and question marks of their own. reportgen check --fix mends it.",
        severity="warning",
        source="Editorial Manual, punctuation; each language as its section has it",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for signs of the keyboard in what somebody typed."""
    message = "'{found}' is written '{instead}'"
    yield from listed_patterns(edition, "RG202", CODES["RG202"], lambda style: style.signs, message, is_safe=True)
