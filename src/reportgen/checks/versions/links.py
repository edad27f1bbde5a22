"""The same addresses on the web, and footnote marks in the same order, in every language.

Source: parity of language versions.

Passes (fr): See <https://www.un.org>. → Voir <https://www.un.org>.
Fails (fr): See <https://www.un.org>. → Voir <https://www.un.org/fr>.
Fails (es): See <https://www.un.org>. → Véase la página.
Passes (fr): One[^seen] and two[^known]. → Un[^seen] et deux[^known].
Fails (fr): One[^seen] and two[^known]. → Un[^known] et deux[^seen].
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition
from reportgen.finding import Finding
from reportgen.tree.inlines import Link, NoteMark
from reportgen.tree.walk import all_inlines

LOOKS_AT = PAIRS
CODES = {
    "RG306": Code(
        "an address that is another one than in the original",
        "The addresses on the web are the same in every language; a page that has versions in several languages has "
        "one address that leads to all of them.",
        severity="warning",
        source="parity of language versions",
    ),
    "RG307": Code(
        "footnote marks in another order",
        "The footnotes of a paragraph follow one another as in the original: they are numbered in their order, and two "
        "that were exchanged have each other's number.",
        proof=True,
        source="parity of language versions",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the addresses and the marks of each piece with those of the original."""
    originals = edition.originals()
    for document in edition.others():
        for content in edition.contents(document):
            original = originals.get(content.id)
            if original and content.is_own and content.block:
                yield from _addresses(content, original, document.language)
                yield from _marks(content, original, document.language)


def _addresses(content: CheckedContent, original: CheckedContent, tag: str) -> Iterator[Finding]:
    if "://" not in content.text and "://" not in original.text:
        return
    here, there = (Counter(_links(each)) for each in (content, original))
    for url in (there - here) + (here - there):
        message = f"the address '{url}' stands {here[url]} times, {there[url]} times in the original"
        at = content.text.find(url)
        yield content.finding("RG306", CODES["RG306"].severity, message, tag, max(at, 0), max(at, 0) + len(url))


def _links(content: CheckedContent) -> list[str]:
    return [each.url for each in all_inlines(content.content) if isinstance(each, Link)]


def _marks(content: CheckedContent, original: CheckedContent, tag: str) -> Iterator[Finding]:
    here, there = ([each.note for each in one.pointers if isinstance(each, NoteMark)] for one in (content, original))
    if here != there and sorted(here) == sorted(there):
        message = f"the footnotes stand in the order {', '.join(here)}; in the original {', '.join(there)}"
        yield Finding("RG307", "error", message, tag, content.where)
