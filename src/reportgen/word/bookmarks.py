"""The id of a block as the name of its bookmark, and back: the writer codes it, the reader decodes it."""

from __future__ import annotations

import re

_ID = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?:__[a-z0-9]+(?:_[a-z0-9]+)*)?")
_COPY = re.compile(r"(?:_Copy_\d+)+\Z")
_LONGEST = 40
_NUMBER = "__number"
"""The end of the name of a bookmark around the number of a caption."""


def bookmark_name(name: str) -> str:
    """The bookmark of an id; Word allows letters, figures and underscores, so t/2-3 becomes t__2_3.

    Bookmarks have at most 40 characters, hence ids too.
    """
    return name.replace("-", "_").replace("/", "__")


def number_bookmark(name: str) -> str:
    """The bookmark round the number of a caption."""
    return f"{bookmark_name(name)}{_NUMBER}"


def is_of_number(bookmark: str) -> bool:
    """Whether a bookmark stands round the number of a caption."""
    return bookmark.endswith(_NUMBER)


def hidden_bookmark(name: str) -> str:
    """The bookmark of a line of the masthead or of a note, which Word's dialogs do not list; empty where the id is too
    long for one."""
    hidden = f"_{bookmark_name(name)}"
    return hidden if len(hidden) <= _LONGEST else ""


def hidden_id(bookmark: str) -> str:
    """The id of a line of the masthead or of a note by its bookmark; empty for all other bookmarks."""
    # LibreOffice reads the notes of a file more than once, and renames their bookmarks each time.
    name = _COPY.sub("", bookmark.removeprefix("_"))
    return id_of(name) if bookmark.startswith("_") and is_of_id(name) else ""


def is_of_id(bookmark: str) -> bool:
    """Whether a bookmark has the form of one that stands for an id."""
    return _ID.fullmatch(bookmark) is not None


def id_of(bookmark: str) -> str:
    """The id of a bookmark, or of one around its number; for a foreign bookmark, its own name."""
    name = bookmark.removesuffix(_NUMBER)
    return name.replace("__", "/").replace("_", "-") if is_of_id(name) else bookmark
