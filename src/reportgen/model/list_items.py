"""The items of a list as they are written: texts, or mappings with items of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Tag

from reportgen.model.written import Wording, Written, text_or


class ListItem(Written):
    """An item of a list with items of its own, up to three levels deep."""

    text: Wording
    list: tuple[AnyListItem, ...] = ()


AnyListItem = Annotated[Annotated[ListItem, Tag("<item>")] | Annotated[Wording, Tag("<text>")], text_or("<item>")]


def all_list_items(
    prefix: str, items: tuple[ListItem | Wording, ...], level: int
) -> Iterator[tuple[str, int, Wording]]:
    """Every item with its id, which the prefix begins, and its level, in reading order."""
    for number, item in enumerate(items, 1):
        yield f"{prefix}{number}", level, item.text if isinstance(item, ListItem) else item
        if isinstance(item, ListItem):
            yield from all_list_items(f"{prefix}{number}-", item.list, level + 1)
