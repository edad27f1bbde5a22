"""Changes between two editions as CriticMarkup: {++inserted++}, {--deleted--}.

What begins a line of its own (a row, an item) takes its line break along, so that nothing is left of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reportgen.tree.editions import Kind, edition_of
from reportgen.tree.inlines import Deleted, Inserted
from reportgen.tree.nodes import Tracked
from reportgen.tree.walk import part_of

_Part = TypeVar("_Part")


def marked(kind: Kind | None, text: str) -> str:
    """Some text as one edition alone has it, or as both have."""
    if kind is None or not text:
        return text
    return f"{{++{text}++}}" if kind is Inserted else f"{{--{text}--}}"


def exchanged(old: str, new: str) -> str:
    """A text in the place of another; one that is the same stands once."""
    return new if old == new else marked(Deleted, old) + marked(Inserted, new)


def tracked_texts(parts: Iterable[Tracked[_Part]], write: Callable[[_Part], str]) -> list[str]:
    """The texts of some parts, each as its edition has it."""
    return [marked(edition_of(part), write(part_of(part))) for part in parts]


def joined_lines(lines: Sequence[tuple[Kind | None, str]], end: str = "\n") -> str:
    """Lines with an end between them, which one that is inserted or deleted takes along."""
    # Ends belong to the lines behind the first one that both editions have, and before it to those before.
    first = next((at for at, (kind, _) in enumerate(lines) if kind is None), len(lines))
    return "".join(
        marked(kind, f"{text}{end}" if at < first else f"{end * (at > first)}{text}")
        for at, (kind, text) in enumerate(lines)
    )
