"""The files of a report that amends another one: its first file, made of its parent's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.amendments.corrigendum import dump_corrections
from reportgen.located import Delete, Edit, Insert, Replace, parse
from reportgen.located.edits import YamlData
from reportgen.located.splice import splice
from reportgen.model.computed_facts import ComputedFact
from reportgen.model.corrections import Amends, Corrections
from reportgen.model.notation import written_fact
from reportgen.model.report import Report
from reportgen.model.written_fact import WrittenFact
from reportgen.wording import placeholders, scan

_FIRST = "report.yaml"
_TEXT = ("summary", "contents", "sections", "annexes", "corrections")
"""What an amendment has none of, or writes anew."""

_OWN_RULES = ("checks", "waivers", "length", "translations")
"""What is said of one text, and of no other."""

_OWN_LINES = ("date", "late", "reissued", "job_numbers")
"""Lines of the masthead that belong to the day of one document."""

_FIRST_SECTION = b"""\
id: additional-information
heading: Additional information
paragraphs:
  - id: additional-information-text
    text: "[What the addendum adds.]"   # write it, with its facts, as in any report: docs/blocks.md
# {{ para("parent:ID") }} is the number of a paragraph of the issued report, by its id there.
"""


def corrigendum_files(
    report: Report, first: bytes, symbol: str, amends: Amends, corrections: Corrections, draft: bytes = b""
) -> dict[str, bytes]:
    """The files of a corrigendum by their names in its folder; `first` is report.yaml of its parent.

    `draft` is its own where it is written anew: what is its own there stays.
    """
    items = [_item(corrections, number) for number in range(1, len(corrections.items) + 1)]
    texts = [*_own_of(draft), Insert(("corrections",), items)]
    return {
        "report.yaml": _first_file(report, first, symbol, amends, texts),
        "corrections.yaml": dump_corrections(corrections),
    }


def addendum_files(report: Report, first: bytes, symbol: str, amends: Amends) -> dict[str, bytes]:
    """The files of an addendum to begin with: the masthead of its parent, and one section to be written."""
    data = _first_file(report, first, symbol, amends, [Insert(("sections",), ["additional"])])
    return {"report.yaml": data, "sections/additional.yaml": _FIRST_SECTION}


def _first_file(report: Report, first: bytes, symbol: str, amends: Amends, texts: Sequence[Edit]) -> bytes:
    """The first file of the parent with another symbol, and other texts in the place of its own."""
    data = _parsed(first)
    used = _facts_used(report)
    kept = [name for name, fact in used.items() if not isinstance(fact, ComputedFact)]
    edits: list[Edit] = [Replace(("symbol",), symbol), *_deletions(data, kept)]
    added = [*_settled_facts(used, bool(kept)), *texts]
    if report.amends is None:
        added.insert(0, Insert(("amends",), amends.model_dump()))
    else:
        edits += [Replace(("amends", name), value) for name, value in amends.model_dump().items()]
    # One splice cannot delete a key and insert it again.
    return splice(splice(first, edits, _FIRST), added, _FIRST)


def _parsed(first: bytes) -> dict[str, Any]:
    return parse(first.decode("utf-8-sig"), _FIRST)


def _own_of(draft: bytes) -> Iterator[Edit]:
    """What a draft has of its own, as it stands there."""
    data = _parsed(draft) if draft else {}
    masthead = data.get("masthead") or {}
    yield from (Insert(("masthead", key), masthead[key]) for key in _OWN_LINES if key in masthead)
    yield from (Insert((key,), data[key]) for key in _OWN_RULES if key in data)


def _item(corrections: Corrections, number: int) -> YamlData:
    item = corrections.items[number - 1]
    key: YamlData = {"piece": item.piece, "edition": corrections.edition, "number": number}
    return {"id": f"item-{number}", "correction": key}


def _deletions(data: Mapping[str, Any], kept: Sequence[str]) -> Iterator[Edit]:
    yield from (Delete((key,)) for key in (*_TEXT, *_OWN_RULES) if key in data)
    masthead, facts = data.get("masthead"), data.get("facts")
    if isinstance(masthead, dict):
        yield from (Delete(("masthead", key)) for key in _OWN_LINES if key in masthead)
    if isinstance(facts, dict):
        unused = [name for name in facts if name not in kept]
        yield from [Delete(("facts",))] if len(unused) == len(facts) else [Delete(("facts", each)) for each in unused]
        # What proves a figure is no longer there.
        yield from (Delete(("facts", name, "computed")) for name in kept if "computed" in facts[name])


def _facts_used(report: Report) -> dict[str, WrittenFact]:
    """The facts that the title and the title of the agenda item print."""
    agenda = report.masthead.agenda
    texts = [report.title, *([agenda.title] if agenda and agenda.title else [])]
    names = [each.fact for text in texts for each in placeholders(scan(text.text))]
    return {name: report.facts[name] for name in names if name in report.facts}


def _settled_facts(used: Mapping[str, WrittenFact], has_others: bool) -> Iterator[Edit]:
    """Computed facts as figures: what they are computed from stays with the parent."""
    found = {
        name: {**written_fact(fact.value), **({"of": fact.of} if fact.of else {})}
        for name, fact in used.items()
        if isinstance(fact, ComputedFact)
    }
    if has_others:
        yield from (Insert(("facts", name), fact) for name, fact in found.items())
    elif found:
        yield Insert(("facts",), found)
