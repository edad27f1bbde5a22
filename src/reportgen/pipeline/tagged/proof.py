"""What keeps a PDF file from being PDF/UA-1 (ISO 14289-1), by the rules that LibreOffice, a mend or a report can break.

This proof decides in every build whether the file may claim to be PDF/UA-1; tests ask two independent programs too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Object

from reportgen.pipeline.tagged.content import PageContent
from reportgen.pipeline.tagged.fonts import Font
from reportgen.pipeline.tagged.mends import STANDARD
from reportgen.pipeline.tagged.structure import Structure, annotation_of, is_element, kids, links_of, marked_contents

_BELOW = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
"""The kinds that elements of a kind may hold (7.2; ISO 32000-1, 14.8.4.3)."""

_ABOVE = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TD": {"TR"},
    "TH": {"TR"},
}


def faults(structure: Structure, pages: Sequence[PageContent], fonts: Sequence[Font]) -> list[str]:
    """One line for each fault, with its clause; empty where the file may claim to be PDF/UA-1."""
    found = [line for rule in _RULES for line in rule(structure)]
    found += _contents(structure, pages)
    found += [f"7.21.4: {font.name} is not embedded" for font in fonts if not font.is_embedded]
    found += [
        f"7.21.7: {len(font.unmapped)} glyphs of {font.name} stand for no text" for font in fonts if font.unmapped
    ]
    return found


def _catalogue(structure: Structure) -> Iterator[str]:
    root = structure.pdf.Root
    marks, viewer = (root.get(name, Dictionary()) for name in ("/MarkInfo", "/ViewerPreferences"))
    if not marks.get("/Marked") or marks.get("/Suspects") or not kids(structure.root):
        yield "6.2: the file is not tagged"
    if not str(root.get("/Lang", "")):
        yield "7.2: the file names no language"
    if not viewer.get("/DisplayDocTitle"):
        yield "7.1: the title is not shown in the title bar"
    with structure.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if not metadata.get("dc:title"):
            yield "7.1: the metadata have no title"


def _kinds(structure: Structure) -> Iterator[str]:
    for kind in sorted({structure.kind(element) for element in structure.elements()} - STANDARD):
        yield f"7.1: no role is given for {kind}"
    for name in sorted(STANDARD & {name.removeprefix("/") for name in structure.roles}):
        yield f"7.1: the standard kind {name} has another role"


def _nesting(structure: Structure) -> Iterator[str]:
    for element in structure.elements():
        kind = structure.kind(element)
        below = {structure.kind(kid) if is_element(kid) else "text" for kid in kids(element)}
        if kind in _BELOW and below - _BELOW[kind]:
            yield f"7.2: {kind} holds {', '.join(sorted(below - _BELOW[kind]))}"
        above = structure.kind(element.P) if "/S" in element.P else "nothing"
        if kind in _ABOVE and above not in _ABOVE[kind]:
            yield f"7.2: {kind} is below {above}"


def _lists(structure: Structure) -> Iterator[str]:
    for item in structure.of_kind("LI"):
        if [structure.kind(kid) for kid in kids(item) if is_element(kid)] != ["Lbl", "LBody"]:
            yield "7.6: a list item is not a label and a body"
    for each in structure.of_kind("L"):
        if "/ListNumbering" not in str(each.get("/A")):
            yield "7.6: a list does not say how it is numbered"


def _tables(structure: Structure) -> Iterator[str]:
    for table in structure.of_kind("Table"):
        heads = structure.of_kind("TH", table)
        if not heads:
            yield "7.5: a table has no heads"
        if any("/Scope" not in str(head.get("/A")) for head in heads):
            yield "7.5: a head of a table does not say what it heads"
        widths = {
            sum(_span(cell) for cell in structure.elements(row) if structure.kind(cell) in ("TH", "TD"))
            for row in structure.of_kind("TR", table)
        }
        if len(widths) > 1:
            yield "7.2: the rows of a table are not of one length"


def _span(cell: Object) -> int:
    own: Any = cell.get("/A", Array())
    attributes = list(own) if isinstance(own, Array) else [own]
    return next((int(each.ColSpan) for each in attributes if "/ColSpan" in each), 1)


def _headings(structure: Structure) -> Iterator[str]:
    levels = [
        int(kind[1])
        for kind in map(structure.kind, structure.elements())
        if kind in ("H1", "H2", "H3", "H4", "H5", "H6")
    ]
    for before, level in pairwise((0, *levels)):
        if level > before + 1:
            yield f"7.4: a heading of level {level} follows one of level {before}"


def _figures(structure: Structure) -> Iterator[str]:
    for figure in structure.of_kind("Figure"):
        if not str(figure.get("/Alt", "")).strip() and "/ActualText" not in figure:
            yield "7.3: a figure has no alternative text"


def _notes(structure: Structure) -> Iterator[str]:
    ids = Counter(str(note.get("/ID", "")) for note in structure.of_kind("Note"))
    if "" in ids:
        yield f"7.9: {ids['']} notes have no id"
    if any(number > 1 for name, number in ids.items() if name):
        yield "7.9: notes have the same id"


def _links(structure: Structure) -> Iterator[str]:
    held = [(annotation_of(kid), structure.kind(element)) for element in structure.elements() for kid in kids(element)]
    tagged = {
        int(annotation.get("/StructParent", -1))
        for annotation, kind in held
        if annotation is not None and kind == "Link"
    }
    for number, page in enumerate(structure.pdf.pages, 1):
        links = links_of(page)
        if links and page.obj.get("/Tabs") != Name.S:
            yield f"7.18.3: the links of page {number} do not follow the order of the tags"
        if any(int(link.get("/StructParent", -2)) not in tagged for link in links):
            yield f"7.18.5: a link on page {number} has no tag"
        if not all(str(link.get("/Contents", "")) for link in links):
            yield f"7.18.5: a link on page {number} has no description"
        if len(links) < len(page.obj.get("/Annots", [])):
            yield f"7.18.1: page {number} has annotations that are no links"


def _contents(structure: Structure, pages: Sequence[PageContent]) -> Iterator[str]:
    """Faults of texts outside all tags, and of marked content in no tag or in several."""
    held = Counter(content for element in structure.elements() for content in marked_contents(element))
    for number, page in enumerate(pages, 1):
        if page.untagged_texts:
            yield f"7.1: {page.untagged_texts} texts on page {number} are in no tag"
        if any(held[page.number, mark] != 1 for mark in page.texts):
            yield f"7.1: a text on page {number} is not in exactly one tag"


_RULES: tuple[Callable[[Structure], Iterator[str]], ...] = (
    _catalogue,
    _kinds,
    _nesting,
    _lists,
    _tables,
    _headings,
    _figures,
    _notes,
    _links,
)
