"""Names of the parts of a Word file that the writer makes and the reader looks for."""

from __future__ import annotations

PAGES = ("even", "default", "first")
"""The pages that headers and footers are for, as Word calls them."""


def furniture_part(kind: str, pages: str) -> str:
    """The name of a header or a footer (`kind`) of some pages."""
    return f"word/{kind}-{pages}.xml"
