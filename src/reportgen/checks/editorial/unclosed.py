"""What is opened is closed: brackets and quotation marks.

Source: what every reviser looks for.

Passes (en): It is (a) short and (b) “good”.
Fails (en): It is short (and good.
Fails (en): It is short and good).
Fails (en): It is “short and good.
Fails (fr): Il est « court et bon.
Fails (es): Es corto (y bueno.
Fails (ru): Он «короткий и хороший.
Fails (zh): 报告《很短。
Fails (ar): التقرير (قصير.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding

CODES = {
    "RG205": Code(
        "a bracket or quotation mark without its other half",
        "Each bracket and each quotation mark that opens has one that closes, in the same text.",
        severity="warning",
        source="all languages",
    ),
}


_LABEL = re.compile(r"(?:(?<=[;:,] )|\A)\w{1,4}\)")
"""The number of an item that is typed: a), ii)."""


def check(edition: Edition) -> Iterator[Finding]:
    """Count what opens and what closes in each piece."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        for first, last in map(tuple, ("()", "[]", *text.style.quote_pairs)):
            if text.text.count(first) != text.text.count(last):
                for content in text.contents:
                    found = Counter(_LABEL.sub(" ", content.text) if last == ")" else content.text)
                    if found[first] != found[last]:
                        more = first if found[first] > found[last] else last
                        at = content.text.rindex(more)
                        message = f"'{first}' stands {found[first]} times, '{last}' {found[last]} times"
                        severity = CODES["RG205"].severity
                        yield content.finding("RG205", severity, message, text.language, at, at + 1)
