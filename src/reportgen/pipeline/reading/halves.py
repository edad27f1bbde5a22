"""Which of several changes cannot be made, found by halves: `at_fault(changes, ready, make, error)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.errors import ReportgenError
from reportgen.returned.changes import Reason


def at_fault(ready: Sequence[int], make: Callable[[Sequence[int]], object], error: ReportgenError) -> dict[int, Reason]:
    """The changes without which the others can be made, by index; `make` makes some of them, or raises."""
    if len(ready) == 1:
        return {ready[0]: ("open", f"it cannot be written: {error.message}")}
    found: dict[int, Reason] = {}
    for half in (ready[: len(ready) // 2], ready[len(ready) // 2 :]):
        try:
            make(half)
        except ReportgenError as inner:
            found |= at_fault(half, make, inner)
    # Each half can be made alone: the last change does not go with the others.
    return found or {ready[-1]: ("open", f"it cannot be written with the others: {error.message}")}
