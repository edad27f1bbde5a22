"""Contents typed by hand, as a table or as lines with tabs: they only repeat the numbers of other blocks."""

from __future__ import annotations

import re

from reportgen.readers.docx.story import StoryParagraph

_TITLES = (
    "contents", "table of contents", "table des matières", "sommaire", "índice", "contenido", "содержание",
    "оглавление", "المحتويات", "محتويات", "目录", "目 录", "目次",
)  # fmt: skip
_STYLES = ("toc ", "table of figures", "index ")
_TITLE_STYLE = "toc heading"
_ENTRY = re.compile(r"(?:\t|[.…·]{3,}) ?[\divxlc]{1,5}(?:[-–][\divxlc]{1,5})?\Z", re.IGNORECASE)
_LONGEST_COLUMN_HEAD = 24
"""The longest line between title and entries that is taken for column heads ("Paragraphs  Page")."""


class TypedContents:
    """Tells which paragraphs are entries of contents, from the title on to the text that follows them."""

    def __init__(self) -> None:
        self.is_open = self.has_begun = False

    def holds(self, paragraph: StoryParagraph, style: str, heading: int) -> bool:
        """Whether the next paragraph of the file is an entry, by the name of its style or by where it stands."""
        name, text = style.casefold(), paragraph.content.text().strip()
        if name != _TITLE_STYLE and name.startswith(_STYLES):
            return True
        # Text boxes and notes hold no table of contents.
        if paragraph.place not in ("body", "table") or not text:
            return False
        in_table = paragraph.place == "table"
        if name == _TITLE_STYLE or text.casefold().partition("(")[0].strip(" :：") in _TITLES:
            self.is_open, self.has_begun = True, in_table
            return False
        if self.is_open and (in_table or _ENTRY.search(text)):
            self.has_begun = True
            return True
        # Above the first entry there may be the heads of columns; below the last one the text goes on.
        if not in_table:
            self.is_open &= not self.has_begun and not heading and len(text) <= _LONGEST_COLUMN_HEAD
        return False
