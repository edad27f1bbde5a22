"""The role of a block of Markdown (caption, source, summary), told from its form and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from reportgen.readers.captions import labelled, source_text
from reportgen.readers.markdown.blocks import MarkdownBlock

Role = Literal[
    "", "annex", "appendix", "table", "figure", "box", "alternative", "source", "letter-note", "summary", "quotation",
    "contents", "entry", "inside",
]  # fmt: skip

ANCHOR = re.compile(r'<a\s+(?:id|name)="([^"<>]*)"\s*/?>(?:</a>)?')
# Possessive (*+), so that a text full of backslashes cannot make the match exponential.
IMAGE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*+)\]\([^()\s]*(?:\s+\"[^\"()]*\")?\)\Z")
CAPTION = re.compile(r"([^*<>_\[\]]{1,60}?)\s*(?=(?:\*\*|<strong>)[^*\s])")
LETTER = re.compile(r"<sup>[*_]?([^\W\d_]{1,8}\u200d?)[*_]?</sup>[ \u00a0]*")
LABEL_END = "\u2003"
_ITALIC = re.compile(r"\*[^*]+\*|_[^_]+_")
_CONTENTS = re.compile(r"\*\*[^*]+\*\*(?:\u2003|\Z)")
_ENTRY = re.compile(r"\[(?:[^\[\]\\]|\\.)*+\]\(#")
_BOLD_LABEL = re.compile(r"\*{1,2}|<strong>|_{1,2}")


def bare(text: str) -> str:
    """The text of a block without its anchors."""
    return ANCHOR.sub("", text).strip()


def roles(blocks: Sequence[MarkdownBlock]) -> list[Role]:
    """The role of each block, empty where it has none."""
    return list(_Roles(blocks).all())


class _Roles:
    def __init__(self, blocks: Sequence[MarkdownBlock]) -> None:
        self.blocks = blocks
        self.bare = [bare(block.text) for block in blocks]
        self.sizes: dict[int, int] = {}
        for block in blocks:
            self.sizes[block.quoted] = self.sizes.get(block.quoted, 0) + 1
        self.quote: Role = ""
        self.is_below = False
        self.in_contents = False

    def all(self) -> Iterator[Role]:
        """The roles in the order of the blocks; sources and lettered notes count only below a table, figure or box."""
        for index, block in enumerate(self.blocks):
            found = self._heading(block) if block.kind == "heading" else self._role(index, block)
            self.in_contents = found in ("contents", "entry")
            if block.kind == "cell" or found in ("table", "figure", "box", "alternative"):
                self.is_below = True
            elif found not in ("source", "letter-note", "inside"):
                self.is_below = False
            yield found

    def _heading(self, block: MarkdownBlock) -> Role:
        text = block.content()
        known = labelled(text.text)
        if known and known.kind in ("annex", "appendix"):
            return "annex" if known.kind == "annex" else "appendix"
        # Our annexes are known by anchor and em space even where the word for them is not; then the level decides.
        own = bool(text.anchors) and LABEL_END in text.text
        return ("annex" if block.level <= 2 else "appendix") if own else ""

    def _role(self, index: int, block: MarkdownBlock) -> Role:
        text = self.bare[index]
        if block.kind == "item":
            return "entry" if self.in_contents and _ENTRY.match(text) else ""
        if block.kind != "text":
            return ""
        if block.quoted:
            return self._quoted(index, block)
        if IMAGE.match(text):
            return "alternative"
        if self._is_contents(index):
            return "contents"
        return self._caption(index, block) or self._below(index, block)

    def _quoted(self, index: int, block: MarkdownBlock) -> Role:
        text, is_first = self.bare[index], not index or self.blocks[index - 1].quoted != block.quoted
        if not is_first:
            return self._below(index, block) or ("inside" if self.quote in ("box", "summary") else "quotation")
        has_more = self.sizes[block.quoted] > 1
        is_italic = _ITALIC.fullmatch(text) is not None
        self.quote = "quotation"
        if has_more and CAPTION.match(text) and _anchored(block):
            self.quote = "box"
        elif has_more and is_italic and _anchored(block):
            self.quote = "summary"
        return self.quote

    def _below(self, index: int, block: MarkdownBlock) -> Role:
        """A source or a note below a table, a figure or a box."""
        text = self.bare[index]
        names = ANCHOR.findall(block.text)
        if any(name.endswith("/source") for name in names):
            return "source"
        if not self.is_below:
            return ""
        if source_text(self.blocks[index].inline(text).text) is not None:
            return "source"
        return "letter-note" if LETTER.match(text) else ""

    def _caption(self, index: int, block: MarkdownBlock) -> Role:
        """The role of a caption, which stands beside its table or figure.

        Ours have an anchor and a bold line and stand above, the only figure without a label; those of others are known
        by their words.
        """
        text, behind = self.bare[index], self._is_of(index + 1)
        if behind and _anchored(block) and (CAPTION.match(text) or (behind == "figure" and text.startswith("**"))):
            return behind
        known = labelled(_BOLD_LABEL.sub("", text)) if behind or self._is_of(index - 1) else None
        # Without a number, "Table" or "Figure" is just the first word of a sentence.
        if known and known.number and known.kind in ("table", "figure"):
            return "table" if known.kind == "table" else "figure"
        return ""

    def _is_of(self, index: int) -> Role:
        """What a caption beside this block would belong to: a table, a figure or nothing."""
        if not 0 <= index < len(self.blocks):
            return ""
        if self.blocks[index].kind == "cell":
            return "table"
        return "figure" if IMAGE.match(self.bare[index]) else ""

    def _is_contents(self, index: int) -> bool:
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        is_list = following is not None and following.kind == "item" and _ENTRY.match(self.bare[index + 1])
        return bool(is_list and _anchored(self.blocks[index]) and _CONTENTS.match(self.bare[index]))


def _anchored(block: MarkdownBlock) -> bool:
    return ANCHOR.match(block.text.lstrip()) is not None
