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

_TEXT = ("summary", "contents", "sections", "annexes", "checks", "waivers", "length", "translations")
"""What an amendment has none of, or its own."""

_OWN_LINES = ("date", "late", "job_numbers")
"""Lines of the masthead that belong to the day of one document."""


_FIRST_SECTION = b"""\
id: additional-information
heading: Additional information
paragraphs:
  - id: additional-information-text
    text: "[What the addendum adds.]"   # write it, with its facts, as in any report: docs/blocks.md
"""


def corrigendum_files(
    report: Report, first: bytes, symbol: str, amends: Amends, corrections: Corrections
) -> dict[str, bytes]:
    """The files of a corrigendum by their names in its folder; `first` is report.yaml of its parent."""
    items = [_item(corrections, number) for number in range(1, len(corrections.items) + 1)]
    data = _first_file(report, first, symbol, amends, Insert(("corrections",), items))
    return {"report.yaml": data, "corrections.yaml": dump_corrections(corrections)}


def addendum_files(report: Report, first: bytes, symbol: str, amends: Amends) -> dict[str, bytes]:
    """The files of an addendum to begin with: the masthead of its parent, and one section to be written."""
    data = _first_file(report, first, symbol, amends, Insert(("sections",), ["additional"]))
    return {"report.yaml": data, "sections/additional.yaml": _FIRST_SECTION}


def _first_file(report: Report, first: bytes, symbol: str, amends: Amends, text: Insert) -> bytes:
    """The first file of the parent with another symbol, and another text in the place of its own."""
    edits: list[Edit] = [Replace(("symbol",), symbol)]
    edits += _deletions(parse(first.decode("utf-8-sig"), "report.yaml"), _names_used(report), text.path[0])
    if report.amends is None:
        edits.append(Insert(("amends",), amends.model_dump()))
    else:
        edits += [Replace(("amends", name), value) for name, value in amends.model_dump().items()]
    if text.path[0] in parse(first.decode("utf-8-sig"), "report.yaml"):
        # A list that is there keeps its place: its first item is exchanged, and the others go.
        return _with_one_section(splice(first, edits, "report.yaml"), text)
    return splice(first, [*edits, text], "report.yaml")


def _with_one_section(first: bytes, text: Insert) -> bytes:
    without = splice(first, [Delete(text.path)], "report.yaml")
    return splice(without, [text], "report.yaml")


def _item(corrections: Corrections, number: int) -> YamlData:
    item = corrections.items[number - 1]
    key: YamlData = {"piece": item.piece, "edition": corrections.edition, "number": number}
    return {"id": f"item-{number}", "correction": key}


def _deletions(data: dict[str, object], used: Sequence[str], kept: str | int) -> Iterator[Edit]:
    yield from (Delete((key,)) for key in _TEXT if key in data and key != kept)
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
