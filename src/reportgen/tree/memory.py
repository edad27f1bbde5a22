"""What was made of contents, by their identity: for whoever builds one document again and again, as it is edited.

Comparing two contents takes as long as making anew what is made of them, so it is asked whether they are the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeVar

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, CrossReference, NoteMark, Text
from reportgen.tree.walk import all_blocks, content_of, pointers

_Made = TypeVar("_Made")


class ContentMemory:
    """What was made of contents since `begin` and between the two calls of it before; all else is forgotten.

    Builds in between that asked for nothing do not count.
    """

    def __init__(self) -> None:
        # With each content itself: as long as it is here, no other one has its identity.
        self._now: dict[tuple[int, Hashable], tuple[Content, Any]] = {}
        self._before: dict[tuple[int, Hashable], tuple[Content, Any]] = {}
        self._begins = False
        self._finished: tuple[tree.Document, Any, tree.Document] | None = None

    def begin(self) -> None:
        """Begin to make things once more."""
        self._begins = True

    def made(self, content: Content, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives for a content and all else that it depends on, which is the key."""
        if self._begins:
            self._before, self._now, self._begins = self._now, {}, False
        place = id(content), key
        found = self._now.get(place) or self._before.get(place) or (content, make())
        self._now[place] = found
        made: _Made = found[1]
        return made

    def finished(self, document: tree.Document, key: Any, finish: Callable[[], tree.Document]) -> tree.Document:
        """What `finish` gives for a document and all else that it depends on, which is the key.

        It is not done again where nothing but the wordings have changed that the document was printed from: a text of
        the original changes no page of a translation.
        """
        known = self._finished
        if known is None or known[1] != key or not _is_same(known[0], document):
            known = self._finished = document, key, finish()
        introduced = known[2].printed_from.introduced
        return replace(known[2], printed_from=replace(document.printed_from, introduced=introduced))


def _is_same(document: tree.Document, other: tree.Document) -> bool:
    """Whether two documents hold the same at the same places of files, which equality leaves out."""
    return document == other and all(
        place == other_place and (content is other_content or _is_placed_alike(content, other_content))
        for (place, content), (other_place, other_content) in zip(_placed(document), _placed(other), strict=True)
    )


def _placed(document: tree.Document) -> Iterator[tuple[Any, Content]]:
    """Every content with the place of its block."""
    yield from ((None, content) for content in (document.masthead.title, document.masthead.agenda_title))
    yield from ((getattr(block, "position", None), content_of(block)) for block in all_blocks(document))
    yield from ((note.position, note.content) for note in document.notes)


def _is_placed_alike(content: Content, other: Content) -> bool:
    """Whether two equal contents have the same inlines, save words of templates, which have no place in a wording."""
    pairs = zip(content, other, strict=True)
    return all(each is same or (isinstance(each, Text) and each.origin is None) for each, same in pairs)


def made_of(memory: ContentMemory | None, content: Content, key: Hashable, make: Callable[[], _Made]) -> _Made:
    """What `make` gives for a content; what is remembered is not made again."""
    return make() if memory is None else memory.made(content, key, make)


def pointers_of(memory: ContentMemory | None, content: Content) -> list[NoteMark | CrossReference]:
    """The footnote marks and cross-references of a content, in reading order."""
    return made_of(memory, content, "pointers", lambda: pointers(content))
