"""Cross-references that are typed: the number is not followed, and moves.

Source: docs/wording.md, cross-references; Editorial Manual, cite paragraphs by number.

Passes (en): See {{ para("opening") }}.
Passes (en): See paragraphs {{ para("opening") | bare }} and {{ para("opening") | bare }}.
Passes (en): It rests on paragraphs 14 and 21 of it, on paragraph 18 (a) of it and on more (ibid., paras. 17–20).
Fails (en): See paragraph twelve.
Fails (en): See paragraph 18 (a) above.
Fails (en): As noted in the paragraph above, it is short.
Fails (fr): Voir le paragraphe ci-dessus.
Fails (es): Véase el párrafo anterior.
Fails (ru): См. пункт выше.
Fails (zh): 见上文。
Fails (ar): انظر الفقرة أعلاه.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import shown
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG217": Code(
        "a cross-reference that is typed",
        'Write {{ para("id") }}, {{ section("id") }} or {{ table("id") }}: the number is then right in every language, '
        "also when it moves. A direction without a number leads nobody anywhere.",
        severity="warning",
        source="Editorial Manual, cross-references",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for cross-references in words in what somebody typed."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        for pattern in text.style.references:
            for content, start, end, match in text.matches(pattern):
                # Where a placeholder prints the number, the word before it alone is typed: figures 1 and 2.
                if content.is_typed(end - 1, end):
                    said = f"'{shown(match.group())}' is a cross-reference that is typed"
                    yield content.finding("RG217", CODES["RG217"].severity, said, text.language, start, end)
