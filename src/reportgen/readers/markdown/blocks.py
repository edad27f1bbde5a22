"""Blocks of Markdown: headings, paragraphs, items of lists, cells of tables, quotations, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["heading", "text", "item", "cell", "note"]

# Repetitions are possessive where two of them could share a run of blanks: no line takes more than linear time.
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|\Z)")
_UNDERLINE = re.compile(r" {0,3}(=++|-++)[ \t]*+\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_NOTE = re.compile(r" {0,3}\[\^([^\[\]\s]{1,100})\]:[ \t]*")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]+\]:[ \t]*\S")
_ITEM = re.compile(r"([ \t]*)(?:([0-9]{1,9})([.)])|([-*+]))(?:[ \t]+|\Z)")
_TAGS_ALONE = re.compile(r"\s*+(?:</?[A-Za-z][^<>]*+>\s*+)++\Z")
_ANCHOR = re.compile(r'<a\s+(?:id|name)="')
_SEPARATOR = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+\Z")

_NO_TABLE = -1
_DEEPEST = 20
"""Lists nested deeper are counted as one."""


@dataclass
class Block:
    """A block as it is written: `level` of a heading, `counts` of the lists an item is in (None for bullets),
    `sign` behind its number, `key` of a note, `quoted` the quotation it stands in, from 1, `row` and `column` of a cell
    (heads are in row 0)."""

    kind: Kind
    text: str
    level: int = 0
    counts: tuple[int | None, ...] = ()
    sign: str = ""
    key: str = ""
    quoted: int = 0
    row: int = 0
    column: int = 0


@dataclass
class _List:
    indent: int
    sign: str
    count: int | None


@dataclass
class _Open:
    """The block that lines are added to."""

    block: Block
    lines: list[str] = field(default_factory=list)


class Blocks:
    """Cuts the lines of a text into blocks."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.open: _Open | None = None
        self.lists: list[_List] = []
        self.fence = ""
        self.comment = False
        self.quotes, self.quoted = 0, 0
        self.row = _NO_TABLE
        self.blank_before = True

    def read(self, lines: Iterable[str]) -> list[Block]:
        """The blocks of the lines."""
        for line in lines:
            self._line(line)
        self._close()
        return self.found

    def _line(self, line: str) -> None:
        if self._is_outside(line):
            return
        quote = _QUOTE.match(line)
        if bool(quote) != bool(self.quoted) and (quote or self.blank_before or self.open is None):
            self._close()
            self.quotes += quote is not None
            self.quoted = self.quotes if quote else 0
        text = line[quote.end() :] if quote else line
        if not text.strip():
            self._blank()
            self.quoted = self.quoted if quote else 0
        else:
            self._text(text)
            self.blank_before = False

    def _is_outside(self, line: str) -> bool:
        """Whether a line belongs to code or to a comment, which nobody numbers."""
        fence = _FENCE.match(line)
        if self.fence:
            if fence and fence[1].startswith(self.fence):
                self.fence = ""
            return True
        if fence:
            self._close()
            self.fence = fence[1]
            return True
        if self.comment or line.lstrip().startswith("<!--"):
            self.comment = "-->" not in line
            return True
        return False

    def _blank(self) -> None:
        self.blank_before = True
        self.row = _NO_TABLE
        if self.open and self.open.block.kind != "note":
            self._close()

    def _text(self, line: str) -> None:
        """A line that is not blank."""
        heading, underline = _HEADING.match(line), _UNDERLINE.match(line)
        if heading:
            self._begin(Block("heading", _heading_text(line[heading.end() :]), level=len(heading[1])))
            self._close()
        elif self._is_row(line):
            self._row(line)
        elif underline and self._runs_on() and self.open is not None:
            self.open.block.kind, self.open.block.level = "heading", 1 if underline[1].startswith("=") else 2
            self._close()
        elif _RULE.match(line) or (_DEFINITION.match(line) and not _NOTE.match(line)):
            self._close()
        elif not self._special(line):
            self._plain(line)

    def _special(self, line: str) -> bool:
        """A line that begins a note, an item or a row; False where it is none of them."""
        note, item = _NOTE.match(line), _ITEM.match(line)
        if note:
            self._begin(Block("note", line[note.end() :], key=note[1]))
        elif item and not self._continues_a_note(line) and not (self._runs_on() and item[2] not in (None, "1")):
            self._item(item, line[item.end() :])
        elif _TAGS_ALONE.match(line) and not _ANCHOR.search(line):
            self._close()
        else:
            return False
        return True

    def _runs_on(self) -> bool:
        """Whether a paragraph is open that the line may go on with; only a list that begins with 1 can break it."""
        return self.open is not None and self.open.block.kind == "text" and not self.blank_before

    def _plain(self, line: str) -> None:
        if self.open and (not self.blank_before or self._continues_a_note(line)):
            self.open.lines.append(line.strip(" \t"))
            return
        inside_item = self.lists and line.startswith((" ", "\t"))
        if not inside_item:
            self.lists = []
        self._begin(Block("text", line), keep_lists=True)

    def _continues_a_note(self, line: str) -> bool:
        return self.open is not None and self.open.block.kind == "note" and line.startswith(("  ", "\t"))

    def _item(self, match: re.Match[str], text: str) -> None:
        """An item: it goes on with the list of its indentation, or begins one inside the item before it."""
        indent, number = len(match[1].expandtabs(4)), match[2]
        sign = match[3] or match[4]
        while self.lists and indent < self.lists[-1].indent:
            self.lists.pop()
        if self.lists and (indent < self.lists[-1].indent + 2 or len(self.lists) == _DEEPEST):
            current = self.lists[-1]
            if current.sign == sign:
                current.count = current.count + 1 if current.count is not None else None
            else:
                self.lists[-1] = _List(indent, sign, int(number) if number else None)
        else:
            self.lists.append(_List(indent, sign, int(number) if number else None))
        counts = tuple(each.count for each in self.lists)
        self._begin(Block("item", text, counts=counts, sign=match[3] or ""), keep_lists=True)

    def _is_row(self, line: str) -> bool:
        """Whether a line belongs to a table: it begins with a bar, or follows the rule below heads without one."""
        if line.lstrip().startswith("|"):
            return True
        if self.row != _NO_TABLE:
            return "|" in line and not _HEADING.match(line)
        heads = self.open.lines[-1] if self.open and self._runs_on() else ""
        if not (self.open and "|" in heads and "|" in line and _SEPARATOR.match(line)):
            return False
        del self.open.lines[-1]
        self.open = self.open if self.open.lines else None
        self._row(heads)
        return True

    def _row(self, line: str) -> None:
        """The cells of a row that hold something, each with its place."""
        self._close()
        self.lists = []
        if _SEPARATOR.match(line):
            return
        self.row += 1
        inner = re.sub(r"(?<!\\)\|\Z", "", line.strip().removeprefix("|"))
        for column, cell in enumerate(re.split(r"(?<!\\)\|", inner), 1):
            if cell.strip():
                self.found.append(Block("cell", cell.strip(), quoted=self.quoted, row=self.row, column=column))

    def _begin(self, block: Block, keep_lists: bool = False) -> None:
        self._close()
        if not keep_lists:
            self.lists = []
        block.quoted = self.quoted
        self.open = _Open(block, [block.text.rstrip(" \t")])

    def _close(self) -> None:
        """The open block is complete; its lines are joined, since where they end means nothing."""
        if self.open:
            block = self.open.block
            block.text = " ".join(line.removesuffix("\\").rstrip(" \t") for line in self.open.lines if line)
            self.found.append(block)
            self.open = None


def _heading_text(text: str) -> str:
    """The text of a heading without the signs that may close it."""
    bare = text.strip(" \t")
    opened = bare.rstrip("#")
    return opened.rstrip(" \t") if not opened or opened[-1] in " \t" else bare


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown text, without the settings (YAML) it may begin with."""
    lines = text.split("\n")
    if lines[0].rstrip() == "---" and "---" in (line.rstrip() for line in lines[1:100]):
        end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
        lines = lines[end + 1 :]
    return Blocks().read(lines)
