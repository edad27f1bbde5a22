"""What earlier runs wrote of the contents of a document, kept in the store: only what has changed is written anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from reportgen.store import digest_of_bytes, store_key
from reportgen.store.packs import open_pack
from reportgen.tree import nodes as tree
from reportgen.tree.content_digest import digest_of_content
from reportgen.tree.inlines import Content
from reportgen.tree.memory import ContentMemory

_Made = TypeVar("_Made")
_MOST = 300_000
"""What is kept of one language and format: three things for each content."""


class WrittenContents(ContentMemory):
    """What writers made of the contents of a document in a format: plain data, in the store."""

    def __init__(self, document: tree.Document, format_name: str) -> None:
        super().__init__()
        about = document.language, document.direction, document.looks, format_name
        self._pack = open_pack("written", store_key("written", *about), _MOST)

    def made(self, content: Content, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What a writer made of a content and all else that it depends on, which is the key."""
        name = digest_of_bytes(digest_of_content(content) + repr(key).encode("utf-8", "surrogatepass")).hex()
        found: _Made | None = self._pack.find(name)
        if found is None:
            found = make()
            self._pack.put(name, found)
        return found
