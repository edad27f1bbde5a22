"""Mends of LibreOffice's tags, one function for each clause of ISO 14289-1; what is right is left alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pikepdf import Array, Dictionary, Name, Object

from reportgen.pipeline.tagged.content import PageContent
from reportgen.pipeline.tagged.items import mark_items, mark_notes
from reportgen.pipeline.tagged.structure import (
    MarkedContent,
    Structure,
    is_element,
    kids,
    links_of,
    marked_content,
    page_object,
    set_kids,
    write_indexes,
)

STANDARD: frozenset[str] = frozenset().union(
    ("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"),
    ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    ("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code"),
    ("Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
)
"""The standard kinds of elements (ISO 32000-1, 14.8.4)."""

_PRINTED = 4
_HELD_EMPTY = frozenset(("TD", "TH", "Figure", "Formula", "Form"))


def mend(structure: Structure, pages: Sequence[PageContent], labels: Collection[str]) -> None:
    """Mend the tags of a file, by what its pages paint and by the labels of list items in the document."""
    texts = {(page.number, number): text for page in pages for number, text in page.texts.items()}
    # In this order: labels of notes are the links made before; emptied elements are dropped; the indexes come last.
    settle_roles(structure)
    flatten_masthead(structure)
    link_back(structure, pages)
    mark_items(structure, texts, labels)
    mark_notes(structure)
    drop_empty(structure)
    settle_annotations(structure)
    write_indexes(structure)


def settle_roles(structure: Structure) -> None:
    """Map no standard kind to another (7.1): the style Quote has the name of the kind for inline quotations."""
    wrong = {f"/{kind}" for kind in STANDARD} & set(structure.roles)
    for element in structure.elements():
        name = str(element.S)
        if name in wrong:
            element.S = Name.BlockQuote if name == "/Quote" else Name(f"/{structure.kind(element)}")
    for name in wrong:
        del structure.roles[name], structure.root.RoleMap[name]


def flatten_masthead(structure: Structure) -> None:
    """Remove table tags from the masthead, which is a table for layout only and has no heads (7.5)."""
    for table in structure.of_kind("Table"):
        first = next(iter(structure.elements(table)), None)
        styles = {str(element.S) for element in structure.elements(table)}
        if first is not None and "/Masthead Organ" in styles and not structure.of_kind("TH", table):
            cells = structure.of_kind("TD", table)
            table.S = Name.Div
            set_kids(table, [kid for cell in cells for kid in kids(cell)])


def link_back(structure: Structure, pages: Sequence[PageContent]) -> None:
    """Tag untagged links around the text they cover (7.18.5): those from notes back to their marks."""
    holders = structure.holders()
    for page, content in zip(structure.pdf.pages, pages, strict=True):
        for link in links_of(page):
            number = None if "/StructParent" in link else _covered(link, content)
            covered = (content.number, -1 if number is None else number)
            if covered in holders:
                _wrap(structure, holders[covered], covered, link)


def _covered(link: Object, content: PageContent) -> int | None:
    """The first marked content whose text begins within a link."""
    left, bottom, right, top = (float(each) for each in link.Rect)
    covered = (number for number, (x, y) in content.starts.items() if left <= x <= right and bottom <= y <= top)
    return next(covered, None)


def _wrap(structure: Structure, holder: Object, content: MarkedContent, link: Object) -> None:
    held = kids(holder)
    at = next(at for at, kid in enumerate(held) if marked_content(holder, kid) == content)
    reference = Dictionary(Type=Name.OBJR, Obj=link, Pg=structure.pdf.get_object(content[0], 0))
    held[at] = structure.new("Link", holder, page_object(holder), [held[at], reference])
    set_kids(holder, held)


def drop_empty(structure: Structure) -> None:
    """Remove empty elements, such as paragraphs that only make room; cells stay, since rows need them."""
    _drop_empty(structure, structure.root)


def _drop_empty(structure: Structure, parent: Object) -> None:
    for kid in kids(parent):
        if is_element(kid):
            _drop_empty(structure, kid)
    held = [kid for kid in kids(parent) if not is_element(kid) or kids(kid) or structure.kind(kid) in _HELD_EMPTY]
    if len(held) < len(kids(parent)):
        set_kids(parent, held) if parent is not structure.root else setattr(parent, "K", Array(held))


def settle_annotations(structure: Structure) -> None:
    """Let annotations be reached in the order of the tags (7.18.3), and be printed as they are shown."""
    for page in structure.pdf.pages:
        links = links_of(page)
        if links:
            page.obj.Tabs = Name.S
        for link in links:
            link.F = int(link.get("/F", 0)) | _PRINTED
