"""Figures, names and cross-references of a piece that stand in another order than in the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition
from reportgen.finding import Finding
from reportgen.tree.inlines import CrossReference

LOOKS_AT = PAIRS
CODES = {
    "RG023": Code(
        "cross-references stand in another order",
        "The cross-references of a paragraph follow one another as in the original; two that were exchanged lead every "
        "reader of that language astray. Where the sentence really turns them round, say it in two sentences.",
        proof=True,
    ),
    "RG038": Code(
        "figures or names stand in another order",
        "Facts of one kind follow one another otherwise than in the original. Languages turn sentences round, so this "
        "is for the reviser: see which noun stands beside which number, and who did what to whom.",
    ),
}

Sequence = tuple[str, ...]


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the order of facts of one kind, and of cross-references, in each block with that of the original."""
    originals = edition.contents(edition.original)
    wanted = {each.id: each for each in originals if not edition.is_worded_by_templates(each.id)}
    for document in edition.others():
        for content in edition.contents(document):
            here = _sequences(content)
            if edition.languages[document.language].conventions.script == "han":
                # Chinese goes from the whole to the part, the country before its city: the reverse of the others.
                here.pop("place", None)
            there = _sequences(wanted[content.id]) if content.id in wanted else {}
            yield from _compare(here, there, document.language, content)


def _compare(
    here: dict[str, Sequence], there: dict[str, Sequence], tag: str, content: CheckedContent
) -> Iterator[Finding]:
    for kind, found in here.items():
        expected = there.get(kind, ())
        if kind == "place" or sorted(found) != sorted(expected):
            # Languages repeat a name where others say "it", and that of a State wherever an adjective stands for it,
            # so that only first places can be compared.
            found, expected = tuple(dict.fromkeys(found)), tuple(dict.fromkeys(expected))
        # What is missing or too much has rules of its own; here both sides say the same.
        if found == expected or set(found) != set(expected):
            continue
        order = f"stand in the order {', '.join(found)}; in the original {', '.join(expected)}"
        if kind == "":
            yield Finding("RG023", "warning", f"the cross-references {order}", tag, content.where)
        else:
            yield Finding("RG038", "note", f"the facts of the kind {kind} {order}", tag, content.where)


def _sequences(content: CheckedContent) -> dict[str, Sequence]:
    """The facts by kind, and the targets of cross-references under "", in the order of the text.

    A list of names is one fact, so that each language may sort it by its own rule.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in content.facts:
        found[each.kind].append(each.fact)
    for pointer in content.pointers:
        if isinstance(pointer, CrossReference):
            found[""] += (*pointer.targets, *filter(None, [pointer.to]))
    return {kind: tuple(names) for kind, names in found.items()}
