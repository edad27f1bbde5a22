"""Full and short names of a new translation as the original asks for them: `with_source_styles(wording, source)`."""

from __future__ import annotations

from collections import defaultdict

from reportgen.record import replace
from reportgen.wording import Fault, Filter, Placeholder, placeholders, scan
from reportgen.wording.written import written

_STYLES = ("full", "short", "third")


def with_source_styles(wording: str, source: str) -> str:
    """The wording with the name styles of the source, where both print a fact as often.

    What a translator types does not tell whether a short name was asked for or is the place's own; the original does.
    """
    try:
        ours, theirs = _by_fact(wording), _by_fact(source)
    except Fault:
        return wording
    edits: list[tuple[int, int, str]] = []
    for fact, found in ours.items():
        wanted = [_style(each) for each in theirs.get(fact, ())]
        if len(wanted) == len(found):
            edits += (
                _edit(each, style) for each, style in zip(found, wanted, strict=True) if style and not _style(each)
            )
    for start, end, text in sorted(edits, reverse=True):
        wording = wording[:start] + text + wording[end:]
    return wording


def _edit(placeholder: Placeholder, style: str) -> tuple[int, int, str]:
    start, end = placeholder.origin
    return start, end, written(replace(placeholder, filters=(*placeholder.filters, Filter(style))))


def _by_fact(wording: str) -> dict[str, list[Placeholder]]:
    found: dict[str, list[Placeholder]] = defaultdict(list)
    for each in placeholders(scan(wording)):
        found[each.fact].append(each)
    return found


def _style(placeholder: Placeholder) -> str:
    return next((each.name for each in placeholder.filters if each.name in _STYLES), "")
