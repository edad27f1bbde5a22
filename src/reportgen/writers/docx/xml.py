"""Small pieces of WordprocessingML as text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from reportgen.tree.text import legal_in_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """The text for an element or an attribute, without what XML 1.0 cannot hold."""
    return legal_in_xml(text).translate(_ESCAPES)


def part(root: str, content: str, attributes: str = "") -> bytes:
    """A part whose root element is `w:root`; it always declares xmlns:r, without which some readers fail on notes."""
    return part_in_pieces(root, (content,), attributes)


def part_in_pieces(root: str, pieces: Iterable[str], attributes: str = "") -> bytes:
    """A part made of pieces, each of which is encoded by itself: the text of a long one would stand there thrice."""
    extra = f" {attributes}" if attributes else ""
    whole = chain([f"{HEADER}<w:{root} {NAMESPACES}{extra}>"], pieces, [f"</w:{root}>"])
    return b"".join(piece.encode() for piece in whole)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with its cached result."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    text = f'<w:r>{rpr}<w:t xml:space="preserve">{escape(result)}</w:t></w:r>'
    return field_mark("begin", instruction, rpr) + field_mark("separate", "", rpr) + text + field_mark("end", "", rpr)


def field_mark(kind: str, instruction: str = "", rpr: str = "") -> str:
    """The begin of a complex field with its instruction, the place where its result begins ("separate"), its end."""
    mark = f'<w:r>{rpr}<w:fldChar w:fldCharType="{kind}"/></w:r>'
    if instruction:
        mark += f'<w:r>{rpr}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return mark
