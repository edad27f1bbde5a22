"""Blocks of Markdown: headings, paragraphs, items of lists, cells of tables, quotations, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from reportgen.errors import InputError, Position
from reportgen.readers.markdown.inline import Definitions, ReadInline, html_text, inline
from reportgen.readers.markdown.syntax import DEEPEST, syntax

BlockKind = Literal["heading", "text", "html", "item", "cell", "note"]

_LINE_END = re.compile(r"(?<!\\)((?:\\\\)*)\\?[ \t]*\n[ \t]*")
CODE_INDENT = "\u2003"
"""The em space with which our Markdown indents subparagraphs, one for each level."""

_SETTINGS = re.compile(r"---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n){0,20}[\w-]+:(?:[^\n]*\n){1,100}?---[ \t]*(?:\n|\Z)")
"""Front matter (YAML) between two lines of hyphens; its length is bounded so that no text makes it slow."""


@dataclass
class MarkdownBlock:
    """A block as it is written: `level` of a heading, `counts` of the lists an item is in (None for bullets),
    `sign` behind its number, `key` of a note, `quoted` the quotation it stands in, from 1, `row` and `column` of a cell
    (heads are in row 0). `text` is its Markdown with each end of a line as a blank; of HTML, its tags and all."""

    kind: BlockKind
    text: str
    definitions: Definitions = field(default_factory=dict, repr=False)
    level: int = 0
    counts: tuple[int | None, ...] = ()
    sign: str = ""
    key: str = ""
    quoted: int = 0
    row: int = 0
    column: int = 0
    source: str = ""

    def content(self) -> ReadInline:
        """The text that is shown of the block."""
        return html_text(self.source) if self.kind == "html" else self.inline(self.source)

    def inline(self, part: str) -> ReadInline:
        """The text that is shown of a part of the block."""
        return inline(part, self.definitions)


@dataclass
class _List:
    """A list that is open: the number of its last item (None for bullets), and the sign behind it."""

    count: int | None
    sign: str


class _Blocks:
    """Makes blocks of the tokens of markdown-it; `begins_item` says that no block of the last item was met yet."""

    def __init__(self, definitions: Definitions, lines: list[str]) -> None:
        self.definitions, self.lines = definitions, lines
        self.found: list[MarkdownBlock] = []
        self.lists: list[_List] = []
        self.quotes, self.quoted, self.depth = 0, 0, 0
        self.level = 0
        self.row, self.column = 0, 0
        self.kind: BlockKind = "text"
        self.begins_item = False

    def read(self, tokens: Iterable[Token]) -> list[MarkdownBlock]:
        """The blocks in the order of the text, without code and rules, which nobody numbers."""
        for token in tokens:
            match token.type:
                case "inline":
                    self._add(self.kind, self._indent(token) + token.content)
                case "note":
                    self._add("note", token.content, key=token.info)
                case "html_block":
                    self._add("html", token.content)
                case "heading_open":
                    self.kind, self.level = "heading", int(token.tag[1])
                case "paragraph_open":
                    self.kind = "text"
                case "blockquote_open" | "blockquote_close":
                    self._quotation(token.nesting)
                case "table_open" | "tr_open" | "th_open" | "td_open":
                    self._table(token.type)
                case _:
                    self._list(token)
        return self.found

    def _add(self, kind: BlockKind, source: str, key: str = "") -> None:
        text = _LINE_END.sub(r"\1 ", source) if "\n" in source else source
        block = MarkdownBlock(kind, text, self.definitions, key=key, quoted=self.quoted, source=source)
        if kind == "cell":
            self.column += 1
            block.row, block.column = self.row, self.column
        elif self.begins_item and kind in ("text", "heading"):
            block.kind, block.sign = "item", self.lists[-1].sign
            block.counts = tuple(each.count for each in self.lists)
        elif kind == "heading":
            block.level = self.level
        self.begins_item = self.begins_item and kind in ("cell", "note")
        if source.strip():
            self.found.append(block)

    def _indent(self, token: Token) -> str:
        """The em spaces before a paragraph, which the parser strips and which say how deep it stands."""
        if not token.map or not token.content or self.kind != "text":
            return ""
        line = self.lines[token.map[0]]
        before = line.partition(token.content[:1])[0]
        return before[len(before.rstrip(CODE_INDENT)) :]

    def _quotation(self, nesting: int) -> None:
        """Quotations in a quotation are one with it."""
        self.depth += nesting
        if nesting > 0 and self.depth == 1:
            self.quotes += 1
        self.quoted = self.quotes if self.depth else 0

    def _table(self, kind: str) -> None:
        if kind == "table_open":
            self.row = -1
        elif kind == "tr_open":
            self.row, self.column = self.row + 1, 0
        else:
            self.kind = "cell"

    def _list(self, token: Token) -> None:
        """Follow lists and items; every item counts, even an empty one, as in a renderer."""
        if token.type == "ordered_list_open":
            self.lists.append(_List(int(token.attrs.get("start", 1)) - 1, token.markup))
        elif token.type == "bullet_list_open":
            self.lists.append(_List(None, ""))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            last = self.lists[-1]
            last.count = None if last.count is None else last.count + 1
            self.begins_item = True
        elif token.type == "list_item_close":
            self.begins_item = False


def blocks(text: str, shown: str = "") -> list[MarkdownBlock]:
    """The blocks of a Markdown text, without the settings (YAML) it may begin with.

    An `InputError` where lists and quotations are nested deeper than anyone can see.
    """
    definitions: Definitions = {}
    tokens: list[Token] = []
    source = _normalised(text)
    settings = _SETTINGS.match(source)
    source = source[settings.end() :] if settings else source
    syntax().block.parse(source, syntax(), definitions, tokens)
    if "too_deep" in definitions:
        raise InputError(
            f"lists and quotations are nested more than {DEEPEST // 2 - 1} deep",
            Position(shown),
            "move some of them up",
        )
    return _Blocks(definitions, source.split("\n")).read(tokens)


def _normalised(text: str) -> str:
    """The text with the ends of lines that the parser expects, and without the character that it does not."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
