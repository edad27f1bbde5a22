"""What stands inside a block of Markdown: the text as it is shown, with anchors, marks of notes and links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from reportgen.readers.markdown.syntax import syntax

Definitions = MutableMapping[str, Any]
"""What one part of a text defines for the others: link targets by name, keys of notes."""

_ANCHOR = re.compile(r'<a\s+(?:id|name)="([^"<>]*)"')
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<tag>pre|script|style|textarea)\b.*?(?:</(?P=tag)>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")


@dataclass
class ReadInline:
    """What a block holds: `notes` are the keys of its notes, `links` are (target, text)."""

    text: str = ""
    anchors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def inline(source: str, definitions: Definitions) -> ReadInline:
    """The text of a block of Markdown without its markup, on one line."""
    tokens: list[Token] = []
    syntax().inline.parse(source, syntax(), definitions, tokens)
    found = ReadInline()
    found.text = _text(tokens, found)
    return found


def html_text(source: str) -> ReadInline:
    """The text of a block of HTML on one line, without tags, comments, code and scripts."""
    # Comments first, since they may hold tags.
    shown = _HIDDEN.sub("", source)
    text = " ".join(html.unescape(_TAG.sub(" ", shown)).split())
    return ReadInline(text, _ANCHOR.findall(shown))


def _text(tokens: Iterable[Token], found: ReadInline) -> str:
    """What is shown of some tokens; anchors, notes and links are noted."""
    parts: list[str] = []
    open_links: list[tuple[str, int]] = []
    for token in tokens:
        if token.type == "link_open":
            open_links.append((str(token.attrs.get("href", "")), len(parts)))
        elif token.type == "link_close":
            target, since = open_links.pop()
            found.links.append((unquote(target), "".join(parts[since:])))
        else:
            parts.append(_shown(token, found))
    return "".join(parts)


def _shown(token: Token, found: ReadInline) -> str:
    """The text that is shown of one token; marks of notes are noted and print nothing."""
    match token.type:
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return _text(token.children or (), found)
        case "note":
            found.notes.append(token.info)
        case "html_inline":
            found.anchors += _ANCHOR.findall(token.content)
            return " " if token.content.casefold().startswith("<br") else ""
        case "text" | "text_special" | "code_inline":
            return token.content
    return ""
