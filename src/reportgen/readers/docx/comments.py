"""Comments as a Word file keeps them, in parts of their own: what was said by whom, what is settled, what answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reportgen.readers.docx.story import Story
from reportgen.word.names import w
from reportgen.word.package import MOST_NOTES, Package, resolved

_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_WORD_2013 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_LONGEST = 200


@dataclass(slots=True)
class SaidComment:
    """A comment by its key: `parent` is the key of the one that it answers."""

    key: str
    text: str
    author: str
    date: str
    resolved: bool = False
    parent: str = ""


def said_comments(package: Package, main: str, story: Story) -> dict[str, SaidComment]:
    """The comments of a file by their keys, in the order of their part; an answer is settled where its parent is."""
    root = package.related_root(main, "comments")
    if root is None:
        return {}
    package.check_count(len(root), "comments", MOST_NOTES)
    found: dict[str, SaidComment] = {}
    of_paragraph: dict[str, SaidComment] = {}
    for element in root.iterchildren(w("comment")):
        said = _said(element, story)
        found.setdefault(said.key, said)
        # Which comment a reply answers is said by the ids of their last paragraphs.
        of_paragraph.update((each.get(_PARAGRAPH_ID, ""), said) for each in element.iter(w("p")))
    for extended in _extended(package, main):
        said_there = of_paragraph.get(extended.get(f"{_WORD_2013}paraId", ""))
        parent = of_paragraph.get(extended.get(f"{_WORD_2013}paraIdParent") or "")
        if said_there is not None:
            said_there.resolved = extended.get(f"{_WORD_2013}done") in ("1", "true")
            said_there.parent = parent.key if parent and parent is not said_there else ""
    for each in found.values():
        each.resolved |= each.parent in found and found[each.parent].resolved
    return found


def _said(element: etree._Element, story: Story) -> SaidComment:
    texts = (paragraph.content.text().strip() for paragraph in story.read(element))
    author, date = (element.get(w(name), "")[:_LONGEST] for name in ("author", "date"))
    return SaidComment(element.get(w("id"), ""), "\n".join(filter(None, texts)), author, date)


def _extended(package: Package, main: str) -> Iterator[etree._Element]:
    """What Word 2013 and later say of each comment; none where the part is not there."""
    folder = main.rpartition("/")[0]
    for row in package.relationships(main):
        if row.get("Type") == _EXTENDED:
            name = resolved(folder, row.get("Target", ""))
            if name in package.archive.NameToInfo:
                yield from package.root(name).iter(f"{_WORD_2013}commentEx")
            return
