"""The structure tree of a PDF file (ISO 32000-1, 14.7): elements, their content, and the way back from content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

MarkedContent: TypeAlias = tuple[int, int]
"""The object number of a page, and the number of a piece of marked content on it."""


class Structure:
    """The structure tree of a file, whose elements are dictionaries to be changed in place."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.root: Object = pdf.Root.get("/StructTreeRoot", Dictionary())
        self.roles = {name: str(kind) for name, kind in self.root.get("/RoleMap", Dictionary()).items()}

    def elements(self, under: Object | None = None) -> Iterator[Object]:
        """The elements below the root or below another element, in reading order."""
        for kid in kids(self.root if under is None else under):
            if is_element(kid):
                yield kid
                yield from self.elements(kid)

    def of_kind(self, kind: str, under: Object | None = None) -> list[Object]:
        """The elements of a standard kind such as "P", in reading order."""
        return [element for element in self.elements(under) if self.kind(element) == kind]

    def kind(self, element: Object) -> str:
        """The standard kind of an element, such as "P"; the last one where the role map leads to none."""
        name = str(element.S)
        # As many steps as there are roles, so that a role map that goes in a circle ends too.
        for _ in self.roles:
            name = self.roles.get(name, name)
        return name.removeprefix("/")

    def new(self, kind: str, parent: Object, page: Object | None, held: Sequence[Any]) -> Object:
        """A new element below another one with its content on a page; the caller puts it among the parent's kids."""
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent))
        if page is not None:
            element.Pg = page
        set_kids(element, held)
        return element

    def contents_under(self, element: Object) -> list[MarkedContent]:
        """The marked content of an element and of those below it."""
        return [content for each in (element, *self.elements(element)) for content in marked_contents(each)]

    def holders(self) -> dict[MarkedContent, Object]:
        """The element that holds each piece of marked content."""
        return {content: element for element in self.elements() for content in marked_contents(element)}


def is_element(kid: Any) -> bool:
    """Whether a kid is an element, and no content."""
    return isinstance(kid, Dictionary) and "/S" in kid


def annotation_of(kid: Any) -> Object | None:
    """The annotation that a kid refers to, if it does."""
    if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
        found: Object = kid.Obj
        return found
    return None


def page_object(element: Object) -> Object | None:
    """The page of an element's content; None where the element does not name it."""
    page: Object | None = element.get("/Pg")
    return page


def kids(element: Object) -> list[Any]:
    """The kids of an element: elements, numbers of marked content, references to content and annotations."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def set_kids(element: Object, held: Sequence[Any]) -> None:
    """Replace the kids of an element, and set it as the parent of those that are elements."""
    element.K = Array(held)
    for kid in held:
        if is_element(kid):
            kid.P = element


def marked_contents(element: Object) -> Iterator[MarkedContent]:
    """The marked content that an element holds itself."""
    for kid in kids(element):
        content = marked_content(element, kid)
        if content is not None:
            yield content


def marked_content(element: Object, kid: Any) -> MarkedContent | None:
    """The marked content that a kid of an element stands for, if it does: its page is its own or the element's."""
    if isinstance(kid, int):
        return (element.Pg.objgen[0], kid)
    if isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
        page: Object = kid.Pg if "/Pg" in kid else element.Pg
        return (page.objgen[0], int(kid.MCID))
    return None


def write_indexes(structure: Structure) -> None:
    """Rewrite the indexes that lead to elements: from content and annotations (14.7.4.4) and from ids (14.7.2)."""
    found = _holders_by_page(structure) | _holders_by_annotation(structure)
    numbers = Array([part for key in sorted(found) for part in (key, found[key])])
    structure.root.ParentTree = structure.pdf.make_indirect(Dictionary(Nums=numbers))
    structure.root.ParentTreeNextKey = max(found, default=-1) + 1
    named = sorted((str(each.ID), each) for each in structure.elements() if "/ID" in each)
    names = Array([part for name, each in named for part in (String(name), each)])
    structure.root.IDTree = structure.pdf.make_indirect(Dictionary(Names=names))


def _holders_by_page(structure: Structure) -> dict[int, Object]:
    """By the key of a page, what holds each piece of its marked content."""
    holders: dict[int, dict[int, Object]] = {}
    for (at, number), element in structure.holders().items():
        holders.setdefault(at, {})[number] = element
    found: dict[int, Object] = {}
    for page in structure.pdf.pages:
        own = holders.get(page.obj.objgen[0])
        if own:
            # Numbers without an owner need a null, since the array is indexed by them.
            every = [own.get(number) for number in range(max(own) + 1)]
            found[int(page.obj.StructParents)] = structure.pdf.make_indirect(Array(every))
    return found


def _holders_by_annotation(structure: Structure) -> dict[int, Object]:
    """By the key of an annotation, the element that refers to it; one without a key gets the next that is free."""
    held = [(annotation_of(kid), each) for each in structure.elements() for kid in kids(each)]
    linked = [(annotation, each) for annotation, each in held if annotation is not None]
    # Pages and annotations share one space of keys.
    taken = [int(page.obj.StructParents) for page in structure.pdf.pages if "/StructParents" in page.obj]
    taken += [int(annotation.StructParent) for annotation, _ in linked if "/StructParent" in annotation]
    free = max(taken, default=-1) + 1
    found = {}
    for annotation, element in linked:
        if "/StructParent" not in annotation:
            annotation.StructParent = free
            free += 1
        found[int(annotation.StructParent)] = element
    return found


def links_of(page: Page) -> list[Object]:
    """The links on a page."""
    return [each for each in page.obj.get("/Annots", []) if each.get("/Subtype") == Name.Link]
