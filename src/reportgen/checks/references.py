"""The same footnotes and cross-references at the same blocks in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition, times
from reportgen.finding import Finding
from reportgen.tree.inlines import NoteMark

LOOKS_AT = PAIRS
CODES = {
    "RG021": Code(
        "a footnote mark is missing or misplaced",
        "Each footnote is marked in the same paragraph in every language; else its number moves.",
        proof=True,
    ),
    "RG022": Code(
        "a cross-reference is missing",
        "The paragraphs that a paragraph refers to are the same in every language.",
        proof=True,
    ),
}


Pointer = tuple[str, str]
_WHAT = {"RG021": "the footnote mark", "RG022": "the cross-reference to"}


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the marks and references of each block with those of the original."""
    wanted = edition.originals()
    for document in edition.others():
        for content in edition.contents(document):
            found = _pointers(content)
            expected = _pointers(wanted[content.id]) if content.id in wanted else []
            if found != expected:
                yield from _compare(Counter(found), Counter(expected), document.language, content.where)


def _compare(here: Counter[Pointer], there: Counter[Pointer], tag: str, where: str) -> Iterator[Finding]:
    for code, name in sorted({*here, *there}):
        found, expected = here[code, name], there[code, name]
        if found != expected:
            message = f"{_WHAT[code]} '{name}' stands {times(found)}, {times(expected)} in the original"
            yield Finding(code, "error", message, tag, where)


def _pointers(content: CheckedContent) -> list[Pointer]:
    """What a block points to, as often as it does: footnotes and cross-references, each with the code of its rule."""
    found: list[Pointer] = []
    for each in content.pointers:
        if isinstance(each, NoteMark):
            found.append(("RG021", each.note))
        else:
            found += (("RG022", name) for name in (*each.targets, *filter(None, [each.to])))
    return found
