"""What travels with a job in one page of HTML: `write_reference(pieces, title, target)`.

For each piece what it said in earlier editions, the documents that it cites, and its names with their forms and doubts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.record import record
from reportgen.tree.text import text_html

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "section{border-top:1px solid #999;padding:.5em 0}h2{font-size:1.1em}dt{font-weight:bold}"
    "td{vertical-align:top;padding:.2em 1em .2em 0}.id,.doubt{color:#666}"
)


@record
class EarlierText:
    """What a piece said in an edition: its name, the source and the translation of that time."""

    edition: str
    source: str
    target: str


@record
class CitedDocument:
    """A document that a piece cites: as it is printed, its symbol, its address on the web; empty where it has none."""

    text: str
    symbol: str
    address: str


@record
class ReferenceName:
    """A name that a piece prints: in the original, its forms in the language, and why it is not sure."""

    name: str
    forms: tuple[tuple[str, str], ...]
    doubt: str = ""
    source: str = ""


@record
class ReferencePiece:
    """All that helps with one piece, in the order of the report."""

    id: str
    where: str
    source: str
    target: str
    earlier: tuple[EarlierText, ...] = ()
    documents: tuple[CitedDocument, ...] = ()
    names: tuple[ReferenceName, ...] = ()


def write_reference(pieces: Iterable[ReferencePiece], title: str, target: str, is_right_to_left: bool) -> bytes:
    """The page, in UTF-8; it asks for no other file, and the same pieces give the same bytes."""
    direction = f'lang="{text_html(target)}" dir="{"rtl" if is_right_to_left else "ltr"}"'
    return "\n".join(_lines(pieces, title, direction)).encode()


def _lines(pieces: Iterable[ReferencePiece], title: str, direction: str) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{text_html(title)}</title>'
    yield f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{text_html(title)}</h1>"
    for piece in pieces:
        yield f'<section id="{text_html(piece.id)}">'
        yield f'<h2>{text_html(piece.where)} <span class="id">{text_html(piece.id)}</span></h2>'
        yield f"<p>{text_html(piece.source)}</p>"
        if piece.target:
            yield f"<p {direction}>{text_html(piece.target)}</p>"
        yield from _earlier(piece, direction)
        yield from _documents(piece)
        yield from _names(piece, direction)
        yield "</section>"
    yield "</body>\n</html>\n"


def _earlier(piece: ReferencePiece, direction: str) -> Iterator[str]:
    for each in piece.earlier:
        yield f"<details><summary>{text_html(each.edition)}</summary><p>{text_html(each.source)}</p>"
        yield f"<p {direction}>{text_html(each.target)}</p></details>"


def _documents(piece: ReferencePiece) -> Iterator[str]:
    if not piece.documents:
        return
    yield "<ul>"
    for each in piece.documents:
        symbol = f" {text_html(each.symbol)}" if each.symbol and each.symbol not in each.text else ""
        address = f' <a href="{text_html(each.address)}">{text_html(each.address)}</a>' if each.address else ""
        yield f"<li>{text_html(each.text)}{symbol}{address}</li>"
    yield "</ul>"


def _names(piece: ReferencePiece, direction: str) -> Iterator[str]:
    if not piece.names:
        return
    yield "<table>"
    for each in piece.names:
        forms = "; ".join(text_html(f"{form}: {text}" if form else text) for form, text in each.forms)
        doubt = f'<span class="doubt">not sure: {text_html(each.doubt)}</span>' if each.doubt else ""
        source = f"{text_html(each.source)}" if each.source else ""
        yield f"<tr><td>{text_html(each.name)}</td><td {direction}>{forms}</td><td>{doubt}</td><td>{source}</td></tr>"
    yield "</table>"
