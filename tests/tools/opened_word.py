"""Word files as a test takes them apart: parts, styles, texts and bookmarks, and a file of ours that someone edits."""

from __future__ import annotations

import io
import random
import re
import zipfile
from copy import deepcopy
from html import unescape
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


class OpenedWord:
    """A Word file that a person has open; ids are read from the bookmarks that the writer sets."""

    def __init__(self, data: bytes) -> None:
        self.parts = parts_of(data)
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root.find(W + "body")

    def styled(self, *styles: str) -> list[etree._Element]:
        """The paragraphs in any of some styles."""
        return [each for each in self.root.iter(W + "p") if style_of(each) in styles]

    @property
    def numbered(self) -> list[etree._Element]:
        return self.styled("NumberedParagraph")

    def of(self, name: str) -> etree._Element:
        """The paragraph of an id."""
        return next(each for each in self.root.iter(W + "bookmarkStart") if id_in(each) == name).getparent()

    def fields(self, kind: str) -> list[etree._Element]:
        """The codes of the fields of a kind, such as REF."""
        return [each for each in self.root.iter(W + "instrText") if (each.text or "").split()[:1] == [kind]]

    def restart_numbering(self, paragraph: etree._Element) -> None:
        """As "restart at 1" does: the paragraph gets a list of its own."""
        numbering = etree.fromstring(self.parts["word/numbering.xml"])
        new = (
            f'<w:num xmlns:w="{W[1:-1]}" w:numId="900"><w:abstractNumId w:val="2"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        numbering.append(etree.fromstring(new))
        self.parts["word/numbering.xml"] = etree.tostring(numbering)
        set_list(paragraph, 900)

    def save(self, path: Path) -> Path:
        """Write the file with what was changed in its text."""
        path.write_bytes(self.data())
        return path

    def data(self) -> bytes:
        """The bytes of the file with what was changed in its text."""
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        return zipped(self.parts)


def style_of(paragraph: etree._Element) -> str:
    """The id of the style of a paragraph; empty where it names none."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(W + "val", "")


def text_of(paragraph: etree._Element) -> str:
    """The text of all runs."""
    return "".join(each.text or "" for each in paragraph.iter(W + "t"))


def squeezed(text: str) -> str:
    """The text without any white space, as programs break lines and indent in ways of their own."""
    return "".join(unescape(text).split())


def without_figures(text: str) -> str:
    """The text without figures, as the marks of notes are among them."""
    return re.sub(r"\(?\d+\)?", "", text)


def id_in(bookmark: etree._Element) -> str:
    """The id that a bookmark of ours stands for."""
    return str(bookmark.get(W + "name")).replace("__", "/").replace("_", "-")


def names_in(*elements: etree._Element) -> set[str]:
    """The ids of the bookmarks in some elements, but for those round numbers alone."""
    names = [id_in(start) for each in elements for start in each.iter(W + "bookmarkStart")]
    return {name for name in names if not name.endswith("/number")}


def id_of(paragraph: etree._Element) -> str:
    """The id of a paragraph: that of its first bookmark."""
    return id_in(next(paragraph.iter(W + "bookmarkStart")))


def run_of(text: str) -> etree._Element:
    """A run with a text and no looks of its own."""
    run = etree.Element(W + "r")
    piece = etree.SubElement(run, W + "t")
    piece.text = text
    piece.set(SPACE, "preserve")
    return run


def new_paragraph(like: etree._Element, text: str) -> etree._Element:
    """A paragraph in the looks of another."""
    paragraph = etree.Element(W + "p")
    paragraph.append(deepcopy(like.find(W + "pPr")))
    paragraph.append(run_of(text))
    return paragraph


def set_list(paragraph: etree._Element, number: int) -> None:
    """Give a paragraph a list by its number, which is stronger than the one of its style; 0 switches numbers off."""
    direct = f'<w:numPr xmlns:w="{W[1:-1]}"><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph.find(f"{W}pPr/{W}pStyle").addnext(etree.fromstring(direct))


def split_run(run: etree._Element, at: int) -> etree._Element:
    """Cut a run in two, as Word does where someone edited or where it checks the spelling; the second one."""
    second = deepcopy(run)
    for piece, half in ((run.find(W + "t"), slice(at)), (second.find(W + "t"), slice(at, None))):
        piece.text = piece.text[half]
        piece.set(SPACE, "preserve")
    run.addnext(second)
    return second


def break_line(piece: etree._Element, end: int, start: int) -> None:
    """Shift+Enter in a piece of text: what stands between two places becomes a line break."""
    rest = deepcopy(piece)
    piece.text, rest.text = piece.text[:end], piece.text[start:]
    line = etree.Element(W + "br")
    piece.addnext(line)
    line.addnext(rest)


def track_formatting(paragraph: etree._Element) -> None:
    """A tracked change that alters nothing but looks."""
    change = f'<w:pPrChange xmlns:w="{W[1:-1]}" w:id="77" w:author="A"><w:pPr/></w:pPrChange>'
    paragraph.find(W + "pPr").append(etree.fromstring(change))


def mark_revisions(dice: random.Random, *elements: etree._Element) -> None:
    """The numbers that Word gives to what one saving has touched."""
    for each in elements:
        each.set(W + "rsidR", f"{dice.randrange(16**8):08X}")
