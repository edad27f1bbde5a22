"""What each language prints: numbers as often as the original, names at least once where the original has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition, times
from reportgen.facts import NAME_KINDS, SPREAD_OF
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.text import plain_text
from reportgen.wording import TYPED

LOOKS_AT = PAIRS
CODES = {
    "RG031": Code(
        "a figure is printed another number of times",
        "Counts, dates, years, percentages, amounts, periods and symbols stand as often as in the original. Print the "
        "fact with its placeholder, or with counted() or as() where the language has its own way of saying it.",
        proof=True,
    ),
    "RG032": Code(
        "a name is not printed",
        "A name that the original prints in a paragraph stands at least once in that paragraph. Repetitions and "
        "pronouns are the translator's.",
        proof=True,
    ),
    "RG033": Code(
        "a name is printed that the original has not",
        "The translation names something that the original does not name in that paragraph.",
        proof=True,
    ),
}

_RANGES = frozenset({"range", *SPREAD_OF.values()})
Printed = tuple[str, str]
FirstNames = Mapping[Printed, PrintedFact]
"""Where each name is printed first, by its fact and id."""


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the printed facts of each block with those of the original."""
    wanted = edition.originals()
    for document in edition.others():
        for content in edition.contents(document):
            if content.id in wanted:
                yield from _compare(edition, document.language, content, wanted[content.id])


def _compare(edition: Edition, tag: str, content: CheckedContent, wanted: CheckedContent) -> Iterator[Finding]:
    here, there = _printed(content), _printed(wanted)
    if here[0] == there[0] and here[1].keys() == there[1].keys():
        return
    original, where = edition.report.language, content.where
    for fact, value in sorted({*here[0], *there[0]}):
        found, expected = here[0][fact, value], there[0][fact, value]
        if found != expected:
            message = f"the fact '{fact}' ({value}) is printed {times(found)}, {times(expected)} in {original}"
            yield Finding("RG031", "error", message, tag, where)
    yield from _names_compared(edition, tag, content, here[1], there[1])


def _names_compared(
    edition: Edition, tag: str, content: CheckedContent, here: FirstNames, there: FirstNames
) -> Iterator[Finding]:
    """The names that only one side prints, in the words that a translator sees there."""
    for fact, value in sorted(there.keys() - here.keys()):
        first = there[fact, value]
        shown, own = plain_text(first.content), _own_name(edition.languages[tag], first.kind, value)
        also = f" ('{own}')" if own not in ("", shown) else ""
        message = f"the name '{shown}'{also} of the fact '{fact}' is not printed"
        yield Finding("RG032", "error", message, tag, content.where)
    for fact, value in sorted(here.keys() - there.keys()):
        shown, original = plain_text(here[fact, value].content), edition.report.language
        message = f"the name '{shown}' of the fact '{fact}' is printed, but not in {original}"
        yield Finding("RG033", "warning", message, tag, content.where)


def _own_name(language: Language, kind: str, name: str) -> str:
    """The plain name that a language has for an id; empty where it has none."""
    try:
        return language.name(kind, name).forms[""].full
    except KeyError:
        return ""


def _printed(content: CheckedContent) -> tuple[Counter[Printed], FirstNames]:
    """The numbers of a block with how often they stand, and its names."""
    numbers: Counter[Printed] = Counter()
    names: dict[Printed, PrintedFact] = {}
    # What is typed on purpose is no fact, and each language has its own words for it.
    for each in (fact for fact in content.facts if fact.kind != TYPED):
        # A translator may replace a repeated name by a pronoun, so names count once, numbers every time.
        if each.kind in NAME_KINDS:
            names.setdefault((each.fact, each.value), each)
        else:
            # A translation may print both ends of a range apart: "from 13 to 18" with two placeholders.
            ends = each.value.split("–") if each.kind in _RANGES else [each.value]
            numbers.update((each.fact, end) for end in ends)
    return numbers, names
