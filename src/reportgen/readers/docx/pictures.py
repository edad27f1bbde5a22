"""The pictures of a Word file with their bytes, where they stand among its lines, and what they show."""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportgen.readers.document import ReadPicture
from reportgen.readers.docx.story import StoryParagraph
from reportgen.word.package import Package, resolved

_MOST_BYTES = 60_000_000
"""Of all pictures of a file, unpacked: those behind the one that would be more are named only."""

_IMAGE = "/image"


def read_pictures(
    package: Package, main: str, paragraphs: Sequence[StoryParagraph], listed: Sequence[int]
) -> Iterator[ReadPicture]:
    """The pictures of some paragraphs in reading order; `listed` are the indexes of those that are lines."""
    drawn = [(each, at, paragraph) for at, paragraph in enumerate(paragraphs) for each in paragraph.content.drawn]
    names = _names(package, main) if drawn else {}
    parts = _parts(package, [names.get(each.relationship, "") for each, *_ in drawn])
    for each, at, paragraph in drawn:
        line, name = bisect_left(listed, at), names.get(each.relationship, "")
        # In a line of text a picture stands behind the text, on a line of its own in its place.
        is_listed = line < len(listed) and listed[line] == at
        has_text = is_listed and bool(paragraph.content.text().strip())
        in_text = paragraph.place == "body" and paragraph.cell is None
        data, base = parts.get(name, b""), posixpath.basename(name)
        yield ReadPicture(
            line + has_text, base, data, each.width, each.description, is_listed and not has_text, in_text
        )


def _names(package: Package, main: str) -> dict[str, str]:
    """The names of the parts with pictures, by what the text calls them; pictures elsewhere are left out."""
    folder = posixpath.dirname(main)
    return {
        row.get("Id", ""): resolved(folder, row.get("Target", ""))
        for row in package.relationships(main)
        if row.get("Type", "").endswith(_IMAGE) and row.get("TargetMode", "") != "External"
    }


def _parts(package: Package, names: Sequence[str]) -> dict[str, bytes]:
    """The bytes of parts that are there, so far as there is room for them."""
    room, found = _MOST_BYTES, dict[str, bytes]()
    for name in dict.fromkeys(names):
        entry = package.archive.NameToInfo.get(name)
        if entry and entry.file_size <= room:
            found[name] = package.data(name)
            room -= len(found[name])
    return found
