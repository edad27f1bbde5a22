"""Faults planted in the real report in six languages are found at their place with the right code."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import reportgen
from reportgen.errors import ReportgenError
from reportgen.finding import Finding
from tests.measure.case import Measure, Outcome
from tests.measure.meaning.changes import Wording
from tests.measure.meaning.report import RealReport
from tests.measure.meaning.words import TAGS
from tests.measure.style.plants import MEANINGS, PLANTS

_KINDS = (*PLANTS, *(f"meaning: {name}" for name in MEANINGS))
_TRIES = 80
_STALE = {"RG042"}
"""A changed original makes its translations older, as it should."""
_FOUND, _MEANING, _ALARMS = 0.95, 0.85, 5
Said = set[tuple[str, str, str]]


class _Report(RealReport):
    """The real report, whose findings, notes too, are known by language."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.known: dict[tuple[str, ...], Said] = {}

    def found(self, tags: tuple[str, ...], reload: bool = False) -> Said:
        """Code, id and message of what the rules say; a refusal is a finding of its own."""
        try:
            findings: list[Finding] = reportgen.check(self.loaded() if reload else self.report, list(tags))
        except ReportgenError as error:
            return {("refused", "", str(error))}
        return {(each.code, each.id, each.message) for each in findings}

    def planted(self, piece: Wording, text: str) -> Said:
        """What is said of a changed text that was not said before; of the original in all languages."""
        tags = TAGS if piece.tag == "en" else (piece.tag,)
        if tags not in self.known:
            self.known[tags] = self.found(tags)
        path, data = self.change(piece, text)
        old = path.read_bytes()
        path.write_bytes(data)
        try:
            return self.found(tags, reload=piece.tag == "en") - self.known[tags]
        finally:
            path.write_bytes(old)


@lru_cache(maxsize=1)
def _report() -> _Report:
    """The report, copied once a process."""
    return _Report(Path(tempfile.mkdtemp(prefix="checks-")))


def _tried(chance: random.Random, number: int, _: Path) -> Outcome:
    if number < len(TAGS):
        return _alarms(TAGS[number])
    number -= len(TAGS)
    # The languages go round within a kind, whatever divisors the two numbers have.
    name, tag = _KINDS[number // len(TAGS) % len(_KINDS)], TAGS[number % len(TAGS)]
    codes, plant = PLANTS.get(name) or (frozenset[str](), MEANINGS[name.removeprefix("meaning: ")])
    for piece in chance.sample(pieces := _report().wordings(tag), min(len(pieces), _TRIES)):
        text = plant(chance, piece)
        if text is not None and text != piece.text:
            break
    else:
        return Outcome(name, "no place", True, column=tag)
    said = _report().planted(piece, text)
    right = {each for each in said if not codes or (each[0] in codes and each[1] == piece.id)}
    others = {each[0] for each in said} - codes - _STALE if codes else set()
    told = "\n".join(" ".join(each) for each in sorted(said))
    detail = f"{piece.tag} {piece.id}\n- {piece.text}\n+ {text}\n{told}"
    return Outcome(
        name, "found" if right else "silent", bool(right), detail, counts={"others": len(others)}, column=tag
    )


def _alarms(tag: str) -> Outcome:
    """What the rules say of the report as it is, but for notes on the order of facts."""
    said = [each for each in _report().found((tag,)) if each[0] not in ("RG038", "RG023")]
    told = "\n".join(" ".join(each) for each in said)
    return Outcome(
        "false alarms", f"{len(said)} said", len(said) <= _ALARMS, told, counts={"said": len(said)}, column=tag
    )


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if outcome.kind == "false alarms" and not outcome.passed:
            yield f"{outcome.column}: {outcome.counts['said']} findings about the report as it is"
    for about, least in (("", _FOUND), ("meaning: ", _MEANING)):
        tried = [each for each in _planted(outcomes) if each.kind.startswith("meaning: ") == bool(about)]
        found = sum(each.passed for each in tried)
        if tried and found / len(tried) < least:
            yield f"{about or 'faults: '}{found} of {len(tried)} found, less than {least:.0%}"


def _planted(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [each for each in outcomes if each.kind != "false alarms" and each.word != "no place"]


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    yield "found/planted", [*TAGS, "all", "false"]
    planted = _planted(outcomes)
    for kind in dict.fromkeys(each.kind for each in planted):
        mine = [each for each in planted if each.kind == kind]
        tried, found = Counter(each.column for each in mine), Counter(each.column for each in mine if each.passed)
        others = sum(each.counts.get("others", 0) for each in mine)
        cells = [f"{found[tag]}/{tried[tag]}" if tried[tag] else "·" for tag in TAGS]
        yield kind, [*cells, f"{found.total()}/{tried.total()}", others]
    alarms = {each.column: each.counts["said"] for each in outcomes if each.kind == "false alarms"}
    yield "said of the report", [*(alarms.get(tag, "·") for tag in TAGS), sum(alarms.values()), ""]


MEASURE = Measure(
    "faults planted in the real report are found",
    count=6 + len(_KINDS) * 6 * 8,
    sample=36,
    tried=_tried,
    below=_below,
    table=_table,
    seconds=20.0,
)
