"""Differences as a table that a person reads at a glance, and as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from reportgen.comparison.difference import Difference
from reportgen.comparison.words import changed_words
from reportgen.record import record
from reportgen.tree.citation import cited, cited_run
from reportgen.tree.path import PartId, Path, scope_of

_WIDEST = 60
"""The widest column; a longer cell, which foreign files can have, shifts only its own row."""

Answer = Callable[[Difference], str]


@record
class ChangeRow:
    """One line of the table; a run of blocks that only got other numbers is one row."""

    old: str
    new: str
    change: str
    block: str
    remark: str
    words: str = ""


def numbers_differ(difference: Difference) -> bool:
    """Whether a citation of the block would go wrong, or a number stands where none was; nobody cites a cell."""
    if difference.kind == "cell":
        return False
    if difference.astray or difference.place in ("renumbered", "moved"):
        return True
    return difference.place in ("inserted", "deleted") and bool(difference.old or difference.new or difference.id)


def is_shown(difference: Difference) -> bool:
    """Whether a difference is worth a row."""
    return difference.change != "unchanged" or difference.astray or _is_renamed(difference)


def rows(differences: Sequence[Difference], answer: Answer = lambda _: "") -> list[ChangeRow]:
    """The rows of all that changed; `answer` adds what is to be said of one: accepted, and why."""
    groups: list[list[Difference]] = []
    open_runs: dict[str, list[Difference]] = {}
    for each in without_parts([each for each in differences if is_shown(each)]):
        run = open_runs.get(each.kind)
        if _is_led(each, open_runs):
            continue
        if run and _follows(run, each):
            run.append(each)
            continue
        groups.append([each])
        # A run is kept open for each kind, since notes and tables stand between the paragraphs that were renumbered.
        open_runs[each.kind] = groups[-1] if _only_renumbered(each) else []
    return [_row(group[0], answer) if len(group) == 1 else _run_row(group) for group in groups]


def without_parts(differences: Sequence[Difference]) -> Iterator[Difference]:
    """The differences without the cells and other parts of what was inserted, deleted or moved as a whole."""
    wholes = {(each.id, each.place) for each in differences if each.structural}
    for each in differences:
        part = PartId.of(each.id)
        if not (part and (part.whole, each.place) in wholes):
            yield each


def table_lines(found: Sequence[ChangeRow]) -> Iterator[str]:
    """The rows as lines of text, in columns."""
    head = ChangeRow("old", "new", "change", "block", "")
    names = ("old", "new", "change", "block")
    widths = [min(_WIDEST, max(len(getattr(row, name)) for row in (head, *found))) for name in names]
    for row in (head, *found) if found else ():
        cells = (row.old, row.new, row.change, row.block)
        line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield f"{line}  {row.remark}".rstrip()
        if row.words:
            yield f"    {row.words}"


def as_json(difference: Difference, accepted: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A difference as plain data."""
    data: dict[str, Any] = {
        "id": difference.id,
        "kind": difference.kind,
        "change": difference.change,
        "old": list(difference.old),
        "new": list(difference.new),
        "reworded": list(difference.reworded),
        "reprinted": list(difference.reprinted),
        "found": difference.found,
        "remark": difference.remark,
    }
    if difference.texts != ("", ""):
        data["old_text"], data["new_text"] = difference.texts
    if difference.translated:
        data["translated"] = list(difference.translated)
    if difference.label:
        data["label"] = difference.label
    if difference.old_id:
        data["old_id"] = difference.old_id
    if accepted is not None and difference.structural:
        data["accepted"] = accepted.get(difference.key)
    return data


def summary(differences: Sequence[Difference]) -> str:
    """How many of each: 3 inserted, 35 renumbered, 62 unchanged."""
    order = ("inserted", "deleted", "moved", "renumbered", "reworded", "unchanged")
    counts = {change: sum(each.change == change for each in differences) for change in order}
    translated = sum(bool(each.translated) for each in differences)
    first = [f"{translated} of them translated since"] if translated else []
    return ", ".join([*(f"{count} {change}" for change, count in counts.items() if count), *first])


def states_text(states: Mapping[str, str]) -> str:
    """The languages by their states: en issued; ar, fr frozen."""
    by_state: dict[str, list[str]] = {}
    for tag, state in states.items():
        by_state.setdefault(state, []).append(tag)
    return "; ".join(f"{', '.join(tags)} {state}" for state, tags in by_state.items())


def _only_renumbered(difference: Difference) -> bool:
    return difference.change == "renumbered" and not (
        difference.reworded or difference.astray or _is_renamed(difference) or difference.remark
    )


def _is_renamed(difference: Difference) -> bool:
    """Whether a block got another id; that of a part (t/2-1) changes with its place and does not count."""
    return bool(difference.old_id) and not PartId.of(difference.id)


def _is_led(difference: Difference, open_runs: Mapping[str, Sequence[Difference]]) -> bool:
    """Whether only the owner's number changed in the path of a subparagraph or a note of a table."""
    if not _only_renumbered(difference) or difference.kind not in ("subparagraph", "letter-note"):
        return False
    old, new = difference.old, difference.new
    if difference.kind == "letter-note":
        # The path of a lettered note begins with the kind and number of its owner.
        run = open_runs.get(str(old[0]))
        return bool(run) and old[0] == new[0] and old[-1] == new[-1] and _ends_with(run, old[1:-1], new[1:-1])
    run = open_runs.get("paragraph")
    at, behind = (len(scope_of(path)) + 1 for path in (old, new))
    return bool(run) and old[at:] == new[behind:] and _ends_with(run, old[:at], new[:behind])


def _ends_with(run: Sequence[Difference] | None, old: Path, new: Path) -> bool:
    return bool(run) and (run[-1].old, run[-1].new) == (old, new)  # type: ignore[index]


def _follows(run: Sequence[Difference], following: Difference) -> bool:
    """Whether a block continues a run: it has the next number on both sides."""
    alike = _only_renumbered(following) and following.found == run[-1].found
    return alike and _next(run[-1].old, following.old) and _next(run[-1].new, following.new)


def _next(path: Path, following: Path) -> bool:
    last, step = path[-1] if path else "", following[-1] if following else ""
    return isinstance(last, int) and isinstance(step, int) and following == (*path[:-1], last + 1)


def _run_row(run: Sequence[Difference]) -> ChangeRow:
    first, last = run[0], run[-1]
    return ChangeRow(
        cited_run(last.kind, first.old, last.old),
        cited_run(last.kind, first.new, last.new),
        "renumbered",
        f"{len(run)} blocks",
        f"{first.id} to {last.id}" + (f"; recognised by {first.found}" if first.found != "id" else ""),
    )


def _row(difference: Difference, answer: Answer) -> ChangeRow:
    kind = difference.kind
    old = "–" if difference.place == "inserted" else cited(difference.old_kind or kind, difference.old)
    new = "–" if difference.place == "deleted" else difference.label or cited(kind, difference.new)
    remarks = "; ".join(_remarks(difference, answer))
    return ChangeRow(old, new, difference.change, difference.id or "(no id)", remarks, _words(difference))


def _words(difference: Difference) -> str:
    """The words that differ; empty unless both texts are known and in one language."""
    old, new = difference.texts
    if difference.place in ("inserted", "deleted"):
        return changed_words(old, new)
    # The language of two files is not known, so their only tag is empty; of six languages the texts would not fit a
    # row.
    return changed_words(old, new) if old and new and difference.reworded == ("",) else ""


def _remarks(difference: Difference, answer: Answer) -> Iterator[str]:
    if difference.remark:
        yield difference.remark
    if _is_renamed(difference):
        yield f"its id was {difference.old_id}"
    tags = [tag for tag in difference.reworded if tag]
    if difference.reworded and (difference.change != "reworded" or tags):
        yield f"reworded in {', '.join(tags)}" if tags else "reworded"
    if difference.found != "id" and difference.place != "inserted" and difference.place != "deleted":
        yield f"recognised by {difference.found}"
    if answer(difference):
        yield answer(difference)
