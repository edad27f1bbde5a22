"""What every sheet (.xlsx) needs: `require_openpyxl()`, and `set_text(cell, text)` for what is never a formula."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from reportgen.errors import OutputError

_FORMULAS = ("=", "+", "-", "@", "'")


def require_openpyxl() -> None:
    """Raise an `OutputError` with the install line where openpyxl is not there."""
    if find_spec("openpyxl") is None:
        raise OutputError("a sheet needs openpyxl, which is not there", hint="pip install 'reportgen[sheets]'")


def set_text(cell: Any, text: str) -> None:
    """Make a text the value of a cell of openpyxl."""
    # Excel takes what begins with = + - @ for a formula, unless the cell says that it is text.
    cell.value, cell.data_type, cell.quotePrefix = text, "s", text[:1] in _FORMULAS
