"""The bookmarks of one document: their names, which are unique in the file, and their numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reportgen.record import field, record
from reportgen.word.bookmarks import bookmark_name, hidden_bookmark, number_bookmark


@dataclass
class BookmarkCount:
    """How many bookmarks were set."""

    last: int = 0

    def following(self) -> int:
        """The number of the next bookmark."""
        self.last += 1
        return self.last


@record
class Bookmarks:
    """Names bookmarks by the ids of their blocks.

    `taken` are the ids of the newer edition that other blocks of the older one have too: these have hidden names, which
    begin with an underscore and are of no id.
    """

    count: BookmarkCount
    taken: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of_older(cls, count: BookmarkCount, taken: Collection[str]) -> Bookmarks:
        """The bookmarks of what only the older edition has."""
        return cls(count, {name: number for number, name in enumerate(taken, 1)})

    def name(self, block: str) -> str:
        """The name of the bookmark round a block."""
        return f"_was{self.taken[block]}" if block in self.taken else bookmark_name(block)

    def hidden(self, line: str, content: str) -> str:
        """A note or a line of the masthead between the ends of its bookmark, if its id is short enough for one."""
        name = hidden_bookmark(line)
        return self.marked(name, content) if name and content else content

    def number_name(self, block: str) -> str:
        """The name of the bookmark round the number of a caption."""
        return f"_was{self.taken[block]}_number" if block in self.taken else number_bookmark(block)

    def marked(self, name: str, content: str) -> str:
        """Some content between the ends of a bookmark."""
        number = self.count.following()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
