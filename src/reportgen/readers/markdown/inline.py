"""Markup inside a block of Markdown: the text as it is shown, with anchors, marks of notes and links."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

# Every repetition stops at the character that can begin another token: no text takes more than linear time.
_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?<!`)(?P<ticks>`++)(?P<code>[^`]++)`++
    | <a\s+(?:id|name)="(?P<anchor>[^"<>]*)"\s*/?>(?:</a>)?
    | <(?P<url>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>
    | (?P<letter><sup>(?:\*[^*<>]{1,20}\*|_[^_<>]{1,20}_)</sup>)
    | (?P<tag></?[A-Za-z!][^<>]*>)
    | \[\^(?P<note>[^\[\]\s]{1,100})\]
    | !?\[(?P<shown>(?:[^\[\]\\]|\\.)*+)\]\((?P<target>[^()\s]*)(?:\s+"[^"()]*")?\)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<stars>\*+)
    | (?P<underscores>_+)
    """,
    re.VERBOSE,
)


@dataclass
class Inline:
    """What a block holds: `notes` are the keys of its notes, `links` are (target, text)."""

    text: str = ""
    anchors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def inline(source: str) -> Inline:
    """The text of a block of Markdown without its markup."""
    found = Inline()
    parts: list[str] = []
    at = 0
    for match in _TOKEN.finditer(source):
        parts += (source[at : match.start()], _shown(match, found))
        at = match.end()
    found.text = "".join([*parts, source[at:]])
    return found


def _shown(match: re.Match[str], found: Inline) -> str:
    """What is shown of one token; anchors, notes and links are noted, marks of notes with letters are left out."""
    kind, said = match.lastgroup, match.groupdict()
    if kind == "anchor":
        found.anchors.append(said["anchor"])
        return ""
    if kind == "note":
        found.notes.append(said["note"])
        return ""
    if kind == "target":
        text = inline(said["shown"]).text
        found.links.append((said["target"], text))
        return text
    if kind == "letter":
        return ""
    if kind in ("stars", "underscores"):
        return "" if _is_emphasis(match, kind) else match.group()
    if kind == "tag":
        return " " if match.group().casefold().startswith("<br") else ""
    return html.unescape(said[kind]) if kind == "entity" else said[kind or "escaped"]


def _is_emphasis(match: re.Match[str], kind: str) -> bool:
    """Whether a run of * or _ is markup: it touches text, and _ stands at the edge of a word."""
    before = match.string[max(match.start() - 1, 0) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    is_inside = kind == "underscores" and before.isalnum() and after.isalnum()
    return bool(before.strip() or after.strip()) and not is_inside
