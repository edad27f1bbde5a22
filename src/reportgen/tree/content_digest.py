"""The digest of a content, by which what was made of it is kept: the same in every process."""

from __future__ import annotations

import io
import pickle

from reportgen.errors import Position
from reportgen.store import digest_of_bytes
from reportgen.tree.inlines import Content

_known: dict[int, tuple[Content, bytes]] = {}
# With each content itself: as long as it is here, no other one has its identity.

_MOST = 100_000
"""Contents whose digests are remembered, those of ten thousand paragraphs in some languages."""


def digest_of_content(content: Content) -> bytes:
    """The digest of all that some inlines hold, but for their places in files."""
    known = _known.get(id(content))
    if known is None:
        if len(_known) >= _MOST:
            _known.clear()
        known = _known[id(content)] = content, digest_of_bytes(_all_of(content))
    return known[1]


def _all_of(content: Content) -> bytes:
    # A pickle is but the quickest way through all of it, and is never read. It must not depend on which texts are one
    # object: so it has no memory.
    data = io.BytesIO()
    pickler = pickle.Pickler(data, 5)
    pickler.fast = True
    pickler.dispatch_table = {Position: _no_place}
    pickler.dump(content)
    return data.getvalue()


def _no_place(_: Position) -> tuple[type[tuple[()]], tuple[()]]:
    """What stands for a place in a file: lines above that are moved change no content."""
    return tuple, ()
