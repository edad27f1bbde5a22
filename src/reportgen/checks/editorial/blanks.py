"""Blanks: one between words, none before a stop, no-break ones where a language has them.

Source: Editorial Manual, punctuation; conventions.md C.2, space before : ; ? !

Passes (en): The report is short. It has one page (no more).
Fails (en): The report  is short.
Fails (en): The report is short .
Fails (en): The report ( short ) is here.
Passes (fr): Le rapport est court : une page.
Fails (fr): Le rapport est court: une page.
Fails (fr): Le rapport est court : une page.
Fails (es): El informe es corto : una página.
Fails (ru): Доклад короткий : одна страница.
Fails (zh): 报告 很短。
Fails (ar): التقرير قصير ، وفيه صفحة.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_patterns
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG201": Code(
        "blanks that are too many, missing, or may break",
        "One blank stands between words, none before a stop or inside brackets. French has a no-break blank "
        "before : ; ? ! and inside « »; Chinese has none between characters. reportgen check --fix mends it.",
        severity="warning",
        source="Editorial Manual, punctuation; each language as its section has it",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for blanks that are wrong in what somebody typed."""
    message = "'{found}' is written '{instead}'"
    yield from listed_patterns(edition, "RG201", CODES["RG201"], lambda style: style.blanks, message, is_safe=True)
