"""Confirm what a report took over from an earlier one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.amendments.carried import CarriedValue, dump_carried_over, only, unconfirmed
from reportgen.errors import UsageError, suggestion
from reportgen.model.report import Report, ReportPart
from reportgen.record import record


@record
class Confirmed:
    """The values that were confirmed, and those that are left."""

    values: tuple[CarriedValue, ...]
    left: tuple[CarriedValue, ...]


def confirmed_values(report: Report, names: Sequence[str]) -> tuple[Confirmed, bytes]:
    """Confirm values by what holds them, with the new text of `carried-over.yaml`.

    A name is that of a section, a block, one of its facts (`block/fact`), `masthead`, `masthead/session`, `report` or
    `report/year`. A `UsageError` where nothing was taken over, or where nothing of that name waits.
    """
    carried, waiting = report.carried_over, tuple(unconfirmed(report))
    if carried is None:
        hint = "reportgen new SLUG --from LAST begins a report that has something to confirm"
        raise UsageError(f"{report.slug} took nothing over from another report", hint=hint)
    blocks = _blocks_of_sections(report)
    chosen = tuple(value for name in names for value in _named(name, waiting, blocks))
    left = tuple(each for each in waiting if each not in chosen)
    # What has another value by now is confirmed by that, and leaves the file with the others.
    return Confirmed(chosen, left), dump_carried_over(
        only(carried, frozenset((each.owner, each.name) for each in left))
    )


def _named(name: str, waiting: Sequence[CarriedValue], blocks: Mapping[str, frozenset[str]]) -> list[CarriedValue]:
    owners = blocks.get(name, frozenset({name}))
    found = [each for each in waiting if each.owner in owners or each.key == name]
    if not found:
        still = {each.owner for each in waiting}
        sections = (section for section, ids in blocks.items() if ids & still)
        known = [*dict.fromkeys(each.owner for each in waiting), *sections, *(each.key for each in waiting)]
        hint = suggestion(name, known) or "reportgen check --every lists what waits: RG104"
        raise UsageError(f"nothing of '{name}' waits to be confirmed", hint=hint)
    return found


def _blocks_of_sections(report: Report) -> dict[str, frozenset[str]]:
    """The blocks of each section, annex and appendix with all sections below it, by its id."""
    found: dict[str, frozenset[str]] = {}

    def blocks(part: ReportPart) -> frozenset[str]:
        below = (*part.sections, *getattr(part, "appendices", ()))
        found[part.id] = frozenset(item.id for item in part.paragraphs).union(*map(blocks, below))
        return found[part.id]

    for part in (*report.sections, *report.annexes):
        blocks(part)
    if report.summary:
        found[report.summary.id] = frozenset(item.id for item in report.summary.paragraphs)
    return found
