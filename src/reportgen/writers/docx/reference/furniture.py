"""Headers, footers and theme of a user's Word file, with their pictures and nothing else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml import etree

from reportgen.record import record
from reportgen.word.names import is_on, w
from reportgen.word.package import MOST_FURNITURE, Package, resolved
from reportgen.word.parts import PAGES, furniture_part
from reportgen.writers.docx.reference.harmless import is_harmless, make_harmless
from reportgen.writers.docx.reference.plain import remove

PICTURES = ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg")
"""Endings of the pictures that Word shows."""

LARGEST_PICTURES = 20_000_000
"""Bytes of all pictures in headers and footers, unpacked: they go into every document that is made."""

_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OWN = {(kind, which): furniture_part(kind, which) for kind in ("header", "footer") for which in PAGES}
_OF_THE_FILE = ("bookmarkStart", "bookmarkEnd", "proofErr")
"""Elements left out: bookmarks, whose names and ids might clash with ours, and marks of the spelling checker."""


@record
class Target:
    """The target of a relationship: a part of the file, or an address outside it."""

    kind: str
    name: str
    external: bool = False


@record
class SheetPart:
    """The XML of a header, a footer or the theme, with the targets it refers to by relationship id."""

    root: etree._Element
    targets: Mapping[str, Target]


class Furniture:
    """Reads headers, footers and theme; `media` collects their pictures by name."""

    def __init__(self, package: Package, main: str) -> None:
        self.package, self.main = package, main
        self.targets = _targets(package, main)
        self.media: dict[str, bytes] = {}
        self.size = 0

    def read(self, sections: Sequence[etree._Element], settings: Collection[str]) -> dict[tuple[str, str], SheetPart]:
        """The headers and footers that the last section shows, by kind and pages; empty where all are ours."""
        first = bool(sections) and is_on(sections[-1].find(w("titlePg")))
        shown = {"default", *(["even"] if "evenAndOddHeaders" in settings else []), *(["first"] if first else [])}
        names = {key: name for key, name in self._names(sections) if key[1] in shown}
        roots = {key: self._root(key[0], name) for key, name in names.items()}
        if _are_ours(names, roots):
            return {}
        return {key: self._part(names[key], _cleaned(root)) for key, root in roots.items()}

    def theme(self) -> SheetPart | None:
        """The theme, where there is one."""
        names = self.package.related(self.main, "theme")
        return self._part(names[0], self.package.present(names[0])) if names else None

    def _names(self, sections: Sequence[etree._Element]) -> Iterator[tuple[tuple[str, str], str]]:
        """The names of header and footer parts by kind and pages, section by section.

        Later ones win, since a section without a header of its own has that of the section before it.
        """
        for section in sections:
            for kind in ("header", "footer"):
                for reference in section.iterchildren(w(f"{kind}Reference")):
                    target = self.targets.get(reference.get(f"{_RELATIONSHIP_ID}id", ""))
                    if target is not None and target.kind == kind and not target.external:
                        yield (kind, reference.get(w("type"), "default")), target.name

    def _root(self, kind: str, name: str) -> etree._Element:
        root = self.package.present(name)
        self.package.check_elements(root, "headers and footers", MOST_FURNITURE)
        if root.tag != w(_ROOTS[kind]):
            raise self.package.error(f"the part '{name}' is no {kind}", "the file is damaged: save it anew from Word")
        return root

    def _part(self, name: str, root: etree._Element) -> SheetPart:
        known = _targets(self.package, name)
        # Before pictures are taken along, so that what is dropped brings none with it.
        make_harmless(root, {key for key, each in known.items() if _is_harmful(each)})
        used = {
            str(said)
            for each in root.iter()
            for key, said in each.attrib.items()
            if str(key).startswith(_RELATIONSHIP_ID)
        }
        astray = sorted(used - {"", *known})
        if astray:
            message = f"the part '{name}' refers to '{astray[0]}', which is not there"
            raise self.package.error(message, "the file is damaged: save it anew from Word")
        targets = {key: each for key, each in known.items() if key in used}
        for target in targets.values():
            self._take(name, target)
        return SheetPart(root, targets)

    def _take(self, part: str, target: Target) -> None:
        """Take a picture along; web addresses need nothing, and anything else is refused."""
        if target.kind == "hyperlink" and target.external:
            return
        ending = target.name.rpartition(".")[2].lower()
        if target.kind != "image" or target.external or ending not in PICTURES:
            what = "a picture outside the file" if target.external else f"'{target.name}' ({target.kind})"
            raise self.package.error(
                f"the part '{part}' holds {what}", "headers and footers can have text, fields, links and pictures"
            )
        self.package.check_present(target.name)
        if target.name in self.media:
            return
        self.size += self.package.archive.NameToInfo[target.name].file_size
        if self.size > LARGEST_PICTURES:
            raise self.package.error(
                f"the pictures of its headers and footers have more than {LARGEST_PICTURES:,} bytes"
            )
        self.media[target.name] = self.package.data(target.name)


def _is_harmful(target: Target) -> bool:
    """Whether it is a link that runs or opens something other than a page of the web or a mail."""
    return target.kind == "hyperlink" and target.external and not is_harmless(target.name)


def _targets(package: Package, part: str) -> dict[str, Target]:
    """All that a part refers to, by relationship id."""
    return {row.get("Id", ""): _target(row, posixpath.dirname(part)) for row in package.relationships(part)}


def _target(row: etree._Element, folder: str) -> Target:
    """What a relationship refers to; the kind is the last word of its type."""
    external = row.get("TargetMode") == "External"
    target = row.get("Target", "")
    return Target(row.get("Type", "").rpartition("/")[2], target if external else resolved(folder, target), external)


def _are_ours(names: Mapping[tuple[str, str], str], roots: Mapping[tuple[str, str], etree._Element]) -> bool:
    """Whether headers and footers are still as reportgen wrote them; then each document keeps its own.

    Otherwise a report written by reportgen and used as a style sheet would pass on its symbol.
    """
    if dict(names) != _OWN:
        return False
    text = {key: "".join(each.text or "" for each in root.iter(w("t"))) for key, root in roots.items()}
    job_number = text["footer", "default"].removesuffix("1/1")
    return (
        text["header", "first"] == ""
        and text["header", "even"] == text["header", "default"]
        and text["footer", "default"] == f"{job_number}1/1"
        and text["footer", "even"] == f"1/1{job_number}"
        and re.fullmatch(rf"{re.escape(job_number)}(\*[0-9]+\*)?", text["footer", "first"]) is not None
    )


def _cleaned(root: etree._Element) -> etree._Element:
    """The part without bookmarks, its runs of one look joined: a placeholder that Word has split is whole again."""
    for element in list(root.iter(*map(w, _OF_THE_FILE))):
        remove(element)
    for paragraph in root.iter(w("p")):
        _join(paragraph)
    return root


def _join(paragraph: etree._Element) -> None:
    before: etree._Element | None = None
    for run in list(paragraph):
        text = _only_text(run)
        into = _only_text(before) if before is not None else None
        if text is not None and into is not None and before is not None and _look(run) == _look(before):
            into.text = f"{into.text or ''}{text.text or ''}"
            into.set(_SPACE, "preserve")
            paragraph.remove(run)
        else:
            before = run


def _only_text(run: etree._Element) -> etree._Element | None:
    """The text of a run that holds one text and nothing else."""
    held = [each for each in run if each.tag != w("rPr")]
    return held[0] if run.tag == w("r") and len(held) == 1 and held[0].tag == w("t") else None


def _look(run: etree._Element) -> bytes:
    properties = run.find(w("rPr"))
    return etree.tostring(properties, with_tail=False) if properties is not None else b""
