"""The same footnotes and cross-references at the same blocks in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition, contents
from reportgen.finding import Finding
from reportgen.tree.inlines import Content, CrossReference, NoteMark
from reportgen.tree.walk import all_inlines

CODES = {
    "RG021": Code(
        "a footnote mark is missing or misplaced",
        "Each footnote is marked in the same paragraph in every language; else its number moves.",
    ),
    "RG022": Code(
        "a cross-reference is missing",
        "The paragraphs that a paragraph refers to are the same in every language.",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the marks and references of each block with those of the original."""
    wanted = {name: (_marks(content), _targets(content)) for name, _, content in contents(edition.original)}
    for document in edition.others():
        for name, where, content in contents(document):
            marks, targets = wanted.get(name, (Counter(), Counter()))
            for code, what, here, there in (
                ("RG021", "the footnote mark", _marks(content), marks),
                ("RG022", "the cross-reference to", _targets(content), targets),
            ):
                for each in sorted({*here, *there}):
                    if here[each] != there[each]:
                        message = f"{what} '{each}' stands {_times(here[each])}, {_times(there[each])} in the original"
                        yield Finding(code, "error", message, document.language, where)


def _marks(content: Content) -> Counter[str]:
    return Counter(each.note for each in all_inlines(content) if isinstance(each, NoteMark))


def _targets(content: Content) -> Counter[str]:
    references = [each for each in all_inlines(content) if isinstance(each, CrossReference)]
    return Counter(name for each in references for name in (*each.targets, *filter(None, [each.to])))


def _times(count: int) -> str:
    return "1 time" if count == 1 else f"{count} times"
