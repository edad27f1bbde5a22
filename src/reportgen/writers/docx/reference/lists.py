"""Lists of a user's Word file beside ours: ours keep their numbers, the others get the numbers behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from reportgen.word.names import VAL, integer, value, w
from reportgen.writers.docx.numbering import APART
from reportgen.writers.docx.reference.match import Matches, id_of_style, is_of_paragraphs
from reportgen.writers.docx.reference.plain import remove
from reportgen.writers.docx.reference.style_sheet import StyleSheet

_BASES = {apart: base for base, apart in APART.items()}
_INDENT = f"{w('pPr')}/{w('ind')}"


def new_numbers(ours: etree._Element, sheet: StyleSheet, found: Matches) -> dict[int, int]:
    """The new numbers of the lists that styles, headers and footers of the sheet use, behind all of ours."""
    styles = sheet.styles.iterchildren(w("style"))
    using = [each for each in styles if id_of_style(each) not in found.ours or not is_of_paragraphs(each)]
    roots = [*using, *(part.root for part in sheet.furniture.values())]
    used = {integer(value(each)) for root in roots for each in root.iter(w("numId"))}
    highest = max((int(each.get(w("numId"), "0")) for each in ours.iter(w("num"))), default=0)
    return {number: highest + at for at, number in enumerate((each for each in sheet.lists if each in used), 1)}


def renumber(root: etree._Element, numbers: Mapping[int, int]) -> None:
    """Give lists their new numbers; a reference to a missing list becomes 0, which means no list."""
    for use in root.iter(w("numId")):
        use.set(VAL, str(numbers.get(integer(value(use)) or 0, 0)))


def merge_lists(ours: etree._Element, sheet: StyleSheet, found: Matches, numbers: Mapping[int, int]) -> None:
    """Indent our lists like the styles of the sheet, and add the lists of the sheet that are used."""
    _indent(ours, dict(_layouts(ours, sheet, found)))
    known = {*map(id_of_style, sheet.styles.iterchildren(w("style")))} - set(found.ours)
    highest = max(int(each.get(w("abstractNumId"), "0")) for each in ours.iter(w("abstractNum")))
    first = ours.find(w("num"))
    abstracts: dict[etree._Element, int] = {}
    for number, (own, abstract) in ((number, sheet.lists[number]) for number in numbers):
        if abstract not in abstracts and first is not None:
            abstracts[abstract] = highest + len(abstracts) + 1
            # Before the first w:num: the schema wants all abstract lists ahead of the lists.
            first.addprevious(_copied(abstract, "abstractNumId", abstracts[abstract], known))
        copy = _copied(own, "numId", numbers[number], known)
        for made_of in copy.iterchildren(w("abstractNumId")):
            made_of.set(VAL, str(abstracts[abstract]))
        ours.append(copy)


def _copied(element: etree._Element, name: str, number: int, known: Collection[str]) -> etree._Element:
    """A copy of a list under a new number, its levels linked only to `known` styles.

    A style that two lists claim would be numbered by either.
    """
    copy = deepcopy(element)
    copy.set(w(name), str(number))
    for link in list(copy.iter(w("pStyle"))):
        if value(link) not in known:
            remove(link)
    return copy


def _layouts(
    ours: etree._Element, sheet: StyleSheet, found: Matches
) -> Iterator[tuple[tuple[int, int], etree._Element]]:
    """The indents of the sheet's styles that are others than ours, by our abstract list and level."""
    indents = {id_of_style(each): each.find(_INDENT) for each in sheet.styles.iterchildren(w("style"))}
    for abstract in ours.iterchildren(w("abstractNum")):
        for level in abstract.iterchildren(w("lvl")):
            name = value(level.find(w("pStyle"))) or ""
            if name in found.ours:
                theirs, own = indents[name], found.ours[name].find(_INDENT)
                if theirs is not None and (own is None or theirs.items() != own.items()):
                    yield (_number(abstract, "abstractNumId"), _number(level, "ilvl")), theirs


def _indent(ours: etree._Element, layouts: Mapping[tuple[int, int], etree._Element]) -> None:
    """Let a level take the indents of its style where the sheet has its own; the number then starts at the indent."""
    for row in ours:
        made_of = row.find(w("abstractNumId"))
        abstract = int(made_of.get(VAL, "0")) if made_of is not None else _number(row, "abstractNumId")
        for level in row.iter(w("lvl")):
            indent = layouts.get((_BASES.get(abstract, abstract), _number(level, "ilvl")))
            side, properties = level.find(w("lvlJc")), level.find(w("pPr"))
            if indent is not None and side is not None and properties is not None:
                side.set(VAL, "left")
                properties[:] = [deepcopy(indent)]


def _number(element: etree._Element, name: str) -> int:
    return int(element.get(w(name), "0"))
