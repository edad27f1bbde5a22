"""Figures, names and cross-references of a piece that stand in another order than in the original."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, product

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition
from reportgen.facts import NAME_KINDS
from reportgen.finding import Finding
from reportgen.tree.inlines import CrossReference, PrintedFact
from reportgen.tree.text import plain_text

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
        "Facts of one kind, or figures of any kind, follow one another otherwise than in the original. Languages turn "
        "sentences round, so this is for the reviser: see which noun stands beside which number, and who did what to "
        "whom.",
    ),
}

_FIGURES = frozenset({"count", "range", "number", "percent", "money", "period", "rate", "ratio", "age"})
"""Kinds of figures that stand in one order, since any of them may be taken for another: three years, 50 officials.

Dates are told from them at sight, and languages put them first or last.
"""

Sequence = list[tuple[str, str]]
"""What stands where, in the order of the text: a key to compare, and what is said of it."""


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the order of facts of one kind, and of cross-references, in each block with that of the original."""
    originals = edition.contents(edition.original)
    wanted = {each.id: each for each in originals if not edition.is_worded_by_templates(each.id)}
    for document in edition.others():
        is_han = edition.languages[document.language].conventions.script == "han"
        for content in edition.contents(document):
            if content.id in wanted:
                yield from _compared(content, wanted[content.id], document.language, is_han)


def _compared(content: CheckedContent, original: CheckedContent, tag: str, is_han: bool) -> Iterator[Finding]:
    """What stands otherwise: facts, and where those stand alike the names of one fact that are printed one by one."""
    told: set[str] = set()
    for by_name in (False, True):
        here, there = _sequences(content, by_name), _sequences(original, by_name)
        for kind, found in here.items():
            # Chinese goes from the whole to the part, the country before its city: the reverse of the others.
            is_compared = kind not in told and not (is_han and kind == "place")
            order = _other_order(kind, found, there.get(kind, [])) if is_compared else ""
            if order:
                told.add(kind)
                yield _finding(kind, order, tag, content)
    for kind, order in (*_names_turned(content, original, is_han), *_figures_turned(content, original)):
        if kind not in told and not (kind == "figures" and told & _FIGURES):
            yield _finding(kind, order, tag, content)


def _figures_turned(content: CheckedContent, original: CheckedContent) -> Iterator[tuple[str, str]]:
    """How figures of several kinds stand in another order."""
    here, there = (
        [(each.fact, _fact_shown(each)) for each, _ in _printed(side.facts) if each.kind in _FIGURES]
        for side in (content, original)
    )
    order = _other_order("figures", here, there)
    if order:
        yield "figures", order


def _names_turned(content: CheckedContent, original: CheckedContent, is_han: bool) -> Iterator[tuple[str, str]]:
    """How names of one kind stand in another order, whether one placeholder prints them or several, by the kind."""
    here, there = _first_places(content), _first_places(original)
    for kind, places in here.items():
        wanted = there.get(kind, {})
        turned = _turned(places, wanted) if places.keys() == wanted.keys() else []
        if is_han and kind == "place":
            turned = _without_parts(turned, wanted)
        if turned:
            found, expected = (", ".join(_names_in_order(each)) for each in (places, wanted))
            yield kind, f"stand in the order {found}; in the original {expected}"


_NameKey = tuple[str, str]
"""The fact and the id of a name."""

_Turned = tuple[_NameKey, _NameKey]
_Places = dict[_NameKey, tuple[int, str]]
"""Where each name stands first, those of one list in one place, and its text."""


def _first_places(content: CheckedContent) -> dict[str, _Places]:
    found: defaultdict[str, _Places] = defaultdict(dict)
    names = (each for each in content.facts if each.kind in NAME_KINDS)
    for place, (_, together) in enumerate(groupby(names, key=lambda each: (each.fact, each.origin))):
        for each in together:
            found[each.kind].setdefault((each.fact, each.value), (place, plain_text(each.content)))
    return found


def _turned(here: _Places, there: _Places) -> list[_Turned]:
    """The pairs of names whose second one comes first here; a list has no order of its own."""
    wanted = [there[each][0] for each in sorted(here, key=lambda each: here[each][0])]
    if wanted == sorted(wanted):
        return []
    pairs = product(here, here)
    return [(one, two) for one, two in pairs if there[one][0] < there[two][0] and here[one][0] > here[two][0]]


def _without_parts(turned: list[_Turned], there: _Places) -> list[_Turned]:
    """Without the places that stand before all that lie in them, as Chinese has it; States lie in no other State."""
    names = Counter(fact for fact, _ in there)
    pairs = Counter((one, two) for (one, _), (two, _) in turned)
    return [
        (first, second)
        for first, second in turned
        if (first[1] + second[1]).isupper() or pairs[first[0], second[0]] < names[first[0]] * names[second[0]]
    ]


def _names_in_order(places: _Places) -> list[str]:
    return [text for _, text in sorted(places.values(), key=lambda each: each[0])]


def _finding(kind: str, order: str, tag: str, content: CheckedContent) -> Finding:
    if kind == "":
        return Finding("RG023", "warning", f"the cross-references {order}", tag, content.where)
    what = kind if kind == "figures" else f"facts of the kind {kind}"
    return Finding("RG038", "note", f"the {what} {order}", tag, content.where)


def _other_order(kind: str, here: Sequence, there: Sequence) -> str:
    """In which order the keys of a sequence stand, and in which in the original; empty where it is the same."""
    found, expected = tuple(key for key, _ in here), tuple(key for key, _ in there)
    if kind == "place" or sorted(found) != sorted(expected):
        # Languages repeat a name where others say "it", and that of a State wherever an adjective stands for it,
        # so that only first places can be compared.
        found, expected = tuple(dict.fromkeys(found)), tuple(dict.fromkeys(expected))
    # What is missing or too much has rules of its own; here both sides say the same.
    if found == expected or set(found) != set(expected):
        return ""
    return f"stand in the order {_said(found, here)}; in the original {_said(expected, there)}"


def _said(keys: Iterable[str], sequence: Sequence) -> str:
    shown = dict(reversed(sequence))
    return ", ".join(shown[key] for key in keys)


def _sequences(content: CheckedContent, by_name: bool) -> dict[str, Sequence]:
    """The facts by kind, and the targets of cross-references under "", in the order of the text, with what is said.

    A list of names is one fact, so that each language may sort it by its own rule; `by_name` tells the names of a fact
    apart that are printed one by one.
    """
    found: defaultdict[str, Sequence] = defaultdict(list)
    for each, values in _printed(content.facts):
        key = f"{each.fact} {' '.join(sorted(values))}" if by_name else each.fact
        found[each.kind].append((key, _fact_shown(each)))
    for pointer in content.pointers:
        if isinstance(pointer, CrossReference):
            found[""] += ((name, name) for name in (*pointer.targets, *filter(None, [pointer.to])))
    return found


def _fact_shown(fact: PrintedFact) -> str:
    return f"{fact.fact} ({plain_text(fact.content)})"


def _printed(facts: Iterable[PrintedFact]) -> Iterator[tuple[PrintedFact, list[str]]]:
    """Each printed fact with the values that one placeholder prints, which are one list."""
    for _, together in groupby(facts, key=lambda each: (each.fact, each.origin)):
        first, *others = together
        yield first, [first.value, *(each.value for each in others)]
