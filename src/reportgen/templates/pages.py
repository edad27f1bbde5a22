"""The page of a duty station, as templates/pages.yaml has it: the user's file goes before the installed one."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache

from reportgen.errors import InputError, suggestion
from reportgen.located import LocatedDict, read
from reportgen.tree.looks import Page
from reportgen.workspace import Workspace

_LENGTHS = tuple(field.name for field in fields(Page) if field.name not in ("widened", "text"))
_MOST = 31680
"""Twips that Word takes for the side of a page: 22 inches."""


@lru_cache(maxsize=8)
def page_of(workspace: Workspace, duty_station: str) -> Page:
    """The page of a duty station; an `InputError` with its place where a file says something else than a page."""
    for path in workspace.all("templates", "pages.yaml"):
        data = read(workspace, path)
        if duty_station in data:
            return _page(data, duty_station)
    raise InputError(f"there is no page '{duty_station}' in templates/pages.yaml")


def _page(data: LocatedDict, name: str) -> Page:
    page, at = data[name], data.values_at[name].position
    if not isinstance(page, LocatedDict):
        raise InputError("a page is a mapping of lengths", at, f"{name}: {{width: 11906, …}}")
    for key in page:
        if key not in (*_LENGTHS, "widened"):
            raise InputError(f"a page has no '{key}'", page.keys_at[key].position, suggestion(key, _LENGTHS))
    for key in _LENGTHS:
        if key not in page:
            raise InputError(f"the page has no '{key}'", at, f"add {key}: and a length in twips (1/20 of a point)")
        if type(page[key]) is not int or not 0 <= page[key] <= _MOST:
            message = f"expected a length from 0 to {_MOST} twips for '{key}', found {page[key]}"
            raise InputError(message, page.values_at[key].position, "1 mm is 56.7 twips")
    if page["width"] - 2 * page["side"] < _MOST // 10:
        raise InputError("the margins leave too little for the text", page.values_at["side"].position)
    widened = page.get("widened", False)
    if not isinstance(widened, bool):
        raise InputError("expected true or false for 'widened'", page.values_at["widened"].position)
    return Page(**{key: page[key] for key in _LENGTHS}, widened=widened)
