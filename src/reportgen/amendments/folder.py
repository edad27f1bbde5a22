"""The files of a report that amends another one: its first file, made of its parent's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.amendments.corrigendum import dump_corrections
from reportgen.located import Delete, Edit, Insert, Replace, parse
from reportgen.located.edits import YamlData
from reportgen.located.splice import splice
from reportgen.model.corrections import Amends, Corrections
from reportgen.model.report import Report
from reportgen.wording import placeholders, scan

_TEXT = ("summary", "contents", "sections", "annexes", "checks", "waivers", "length", "translations", "amends")
"""What a corrigendum has none of."""

_OWN_LINES = ("date", "late", "job_numbers")
"""Lines of the masthead that belong to the day of one document."""


def corrigendum_files(
    report: Report, first: bytes, symbol: str, amends: Amends, corrections: Corrections
) -> dict[str, bytes]:
    """The files of a corrigendum by their names in its folder; `first` is report.yaml of its parent."""
    edits: list[Edit] = [Replace(("symbol",), symbol)]
    edits += _deletions(parse(first.decode("utf-8-sig"), "report.yaml"), _names_used(report))
    edits.append(Insert(("amends",), amends.model_dump()))
    edits.append(
        Insert(("corrections",), [_item(corrections, number) for number in range(1, len(corrections.items) + 1)])
    )
    return {"report.yaml": splice(first, edits, "report.yaml"), "corrections.yaml": dump_corrections(corrections)}


def _item(corrections: Corrections, number: int) -> YamlData:
    item = corrections.items[number - 1]
    key: YamlData = {"piece": item.piece, "edition": corrections.edition, "number": number}
    return {"id": f"item-{number}", "correction": key}


def _deletions(data: dict[str, object], used: Sequence[str]) -> Iterator[Edit]:
    yield from (Delete((key,)) for key in _TEXT if key in data)
    masthead, facts = data.get("masthead"), data.get("facts")
    if isinstance(masthead, dict):
        yield from (Delete(("masthead", key)) for key in _OWN_LINES if key in masthead)
    if isinstance(facts, dict):
        unused = [name for name in facts if name not in used]
        yield from [Delete(("facts",))] if len(unused) == len(facts) else [Delete(("facts", each)) for each in unused]


def _names_used(report: Report) -> list[str]:
    """The facts that the title and the title of the agenda item print."""
    agenda = report.masthead.agenda
    texts = [report.title, *([agenda.title] if agenda and agenda.title else [])]
    return [each.fact for text in texts for each in placeholders(scan(text.text))]
