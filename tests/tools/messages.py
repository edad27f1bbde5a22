"""Messages that a test compares with what it expects of them."""

from __future__ import annotations

_HINT = "  hint: "


def as_expected(found: str, expected: str) -> str:
    """The messages to compare: where a test expects no hint in particular, those that are there are left out."""
    if _HINT in expected:
        return found
    return "\n".join(line for line in found.split("\n") if not line.startswith(_HINT))
