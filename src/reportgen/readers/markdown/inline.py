"""What stands inside a block of Markdown: the text as it is shown, with anchors, marks of notes and links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from reportgen.readers.markdown.syntax import syntax
from reportgen.tree.inlines import NoteMark
from reportgen.tree.seen import SeenRun

Definitions = MutableMapping[str, Any]
"""What one part of a text defines for the others: link targets by name, keys of notes."""

_ANCHOR = re.compile(r'<a\s+(?:id|name)="([^"<>]*)"')
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<tag>pre|script|style|textarea)\b.*?(?:</(?P=tag)>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_LOOK = re.compile(r"<(/?)(em|i|strong|b)>", re.IGNORECASE)
_TAGS = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
_SIGNS = re.compile(r"</?sup>|[*_]")
_ADDRESS = re.compile(r"https?://[^\s<>{}]+")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")


@dataclass
class ReadInline:
    """What a block holds: `notes` are the keys of its notes, `links` are (target, text)."""

    runs: list[SeenRun] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    def on_one_line(self) -> list[SeenRun]:
        """The runs with line breaks as blanks."""
        return [replace(run, text=run.text.replace("\n", " ").replace("\t", " ")) for run in self.runs]

    @property
    def text(self) -> str:
        """The text that is shown, on one line."""
        return "".join(run.text for run in self.runs).replace("\n", " ")


def inline(source: str, definitions: Definitions) -> ReadInline:
    """The text of a block of Markdown without its markup, on one line."""
    tokens: list[Token] = []
    syntax().inline.parse(source, syntax(), definitions, tokens)
    return _Shown().take(tokens)


def html_text(source: str) -> ReadInline:
    """The text of a block of HTML on one line, without tags, comments, code and scripts."""
    # Comments first, since they may hold tags.
    shown = _HIDDEN.sub("", source)
    text = " ".join(html.unescape(_TAG.sub(" ", shown)).split())
    return ReadInline([SeenRun(text)] if text else [], _ANCHOR.findall(shown))


class _Shown:
    """Collects what is shown of tokens, with the looks that are open at each place."""

    def __init__(self) -> None:
        self.found = ReadInline()
        self.looks = {"em": 0, "strong": 0}
        self.links: list[tuple[str, int]] = []

    def take(self, tokens: Iterable[Token]) -> ReadInline:
        """What is shown of some tokens."""
        for token in tokens:
            self._token(token)
        return self.found

    def _token(self, token: Token) -> None:
        match token.type:
            case "link_open":
                self.links.append((str(token.attrs.get("href", "")), len(self.found.runs)))
            case "link_close":
                self._close_link(*self.links.pop())
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                self.looks[token.tag] += token.nesting
            case "softbreak":
                self._write(" ")
            case "hardbreak":
                self._write("\n")
            case "image":
                self.take(token.children or ())
            case "note":
                self._mark(token.info)
            case "letter":
                letter = _SIGNS.sub("", token.content)
                self._mark(letter, letter)
            case "html_inline":
                self._html(token.content)
            case "text" | "text_special" | "code_inline":
                self._write(token.content)

    def _write(self, text: str) -> None:
        if text:
            self.found.runs.append(SeenRun(text, self.looks["em"] > 0, self.looks["strong"] > 0))

    def _mark(self, note: str, label: str = "") -> None:
        """The mark of a note; one without a letter is a footnote's, whose number nobody knows yet."""
        self.found.runs.append(SeenRun("", note=NoteMark(note, label)))
        if not label:
            self.found.notes.append(note)

    def _html(self, tag: str) -> None:
        self.found.anchors += _ANCHOR.findall(tag)
        match = _LOOK.match(tag)
        if match:
            self.looks[_TAGS[match[2].casefold()]] += -1 if match[1] else 1
        elif tag.casefold().startswith("<br"):
            self._write("\n")

    def _close_link(self, target: str, since: int) -> None:
        runs = self.found.runs
        text = "".join(run.text for run in runs[since:])
        self.found.links.append((unquote(target), text))
        # Only an address that is printed as it is can be written again as one.
        if _ADDRESS.fullmatch(text) and text == unquote(target) and not any(run.note for run in runs[since:]):
            runs[since:] = [replace(runs[since], text=text, link=True)]
