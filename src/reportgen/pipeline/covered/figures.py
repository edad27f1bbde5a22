"""The figures of a report against those of an earlier edition of it, or of another report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.facts import NAME_KINDS, Value, number_of, value_said
from reportgen.ledger.kept import load_kept
from reportgen.model.report import Report
from reportgen.pipeline.numbers import Built
from reportgen.record import record
from reportgen.tree.printed_from import ValuesByName


@record
class ComparedFigure:
    """A figure by the block that keeps it and its name, then and now; empty where there was or is none."""

    owner: str
    name: str
    before: str
    now: str
    change: str = ""

    def as_json(self) -> dict[str, Any]:
        """The figure as plain data."""
        return {"block": self.owner, "fact": self.name, "before": self.before, "now": self.now, "change": self.change}


def figures_against_edition(built: Built, number: int) -> list[ComparedFigure]:
    """The figures that are others than at a freeze; none where nothing was kept of it."""
    kept = load_kept(built.workspace, built.report.slug, number)
    sent = kept.document(built.report.language) if kept else None
    if sent is None:
        return []
    return list(_compared(sent.printed_from.facts, built.original().printed_from.facts))


def figures_against_report(built: Built, other: Report) -> list[ComparedFigure]:
    """The figures of the blocks that two reports have by the same ids, where they differ."""
    before: dict[str, ValuesByName] = {"": {name: fact.value for name, fact in other.facts.items()}}
    before |= {item.id: {name: fact.value for name, fact in item.all_facts().items()} for item in other.all_items()}
    return list(_compared(before, built.original().printed_from.facts))


def _compared(before: Any, now: Any) -> Iterator[ComparedFigure]:
    for owner in dict.fromkeys((*now, *before)):
        old, new = before.get(owner, {}), now.get(owner, {})
        for name in dict.fromkeys((*new, *old)):
            one, other = old.get(name), new.get(name)
            if one != other and not any(each is not None and each.kind in NAME_KINDS for each in (one, other)):
                yield ComparedFigure(owner, name, _said(one), _said(other), _change(one, other))


def _said(value: Value | None) -> str:
    return "" if value is None else value_said(value)


def _change(before: Value | None, now: Value | None) -> str:
    """The change in per cent, with its sign; empty where it means nothing."""
    old = number_of(before) if before is not None else None
    new = number_of(now) if now is not None else None
    if not old or new is None or before is None or now is None or before.kind != now.kind:
        return ""
    return f"{100 * (new - old) / old:+.0f}%"
