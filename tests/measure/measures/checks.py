"""Faults planted in three reports in six languages are found at their place with the right code; false alarms.

Faults of structure and of facts are made in small reports, each beside a twin that has none.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from reportgen.finding import Finding
from tests.measure.case import Measure, Outcome
from tests.measure.meaning.changes import Wording
from tests.measure.style.grounds import NAMES, TAGS, Ground, ground
from tests.measure.style.kinds import KINDS, Kind
from tests.measure.style.made import MADE, MadeFault

_PLANTED = 12
"""Faults of a kind and language: a third in each report, or half in each of two where the third has no such text."""

_LEAST = 8
"""Faults of a kind and language, where the reports have so many places for them."""

_MADE = 8
"""Reports of a kind and language that are made with a fault."""

_ROUNDS = 6
"""So often are the pieces gone through."""

_STALE = {"RG042"}
"""A changed original makes its translations older, as it should."""

_FOUND, _ALARMS = 0.95, 5
_NEAR = 12
"""Characters beside the change that a finding may be about: the word that was changed, or the sign beside it."""


@lru_cache(maxsize=1)
def _grounds() -> list[Ground]:
    """The reports, written once a process."""
    return [ground(name, Path(tempfile.mkdtemp(prefix="checks-"))) for name in NAMES]


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    # The languages go round within a kind.
    kind, tag = number // len(TAGS), TAGS[number % len(TAGS)]
    if kind == 0:
        return _alarms(tag)
    if kind <= len(KINDS):
        return _planted(chance, KINDS[kind - 1], tag)
    return _made(chance, MADE[(kind - len(KINDS) - 1) % len(MADE)], tag, folder)


def _made(chance: random.Random, fault: MadeFault, tag: str, folder: Path) -> Outcome:
    """Reports that have the fault and others without it, told apart."""
    counts, details = Counter(planted=_MADE), []
    for number in range(_MADE):
        faulty, sound = (fault.said(chance, tag, each, folder / f"{number}-{each}") for each in (True, False))
        counts.update(found=bool(faulty), others=len(sound))
        details += [f"{tag}: nothing is said of report {number}"] if not faulty else []
    passed = counts["found"] >= _FOUND * _MADE and not counts["others"]
    return Outcome(
        fault.name, "found" if passed else "silent", passed, "\n".join(details), counts=dict(counts), column=tag
    )


def _planted(chance: random.Random, kind: Kind, tag: str) -> Outcome:
    """Texts of three reports that are changed, and what is said of them."""
    there = [each for each in _grounds() if tag in each.tags]
    counts, details, known = Counter[str](), list[str](), set[tuple[str, str]]()

    def plant(place: Ground, wanted: int) -> None:
        for changed in _rounds(chance, kind, place.texts(tag), wanted, known):
            told, missed = _judged(kind, tag, place, changed)
            counts.update(told)
            details.extend(missed)

    for place in there:
        plant(place, _PLANTED // len(there))
    # Where one report has few places, the others make up for it.
    for place in there:
        plant(place, _LEAST - counts["planted"])
    if not counts["planted"]:
        return Outcome(kind.name, "no place", True, column=tag)
    passed = counts["found"] >= _FOUND * counts["planted"]
    return Outcome(
        kind.name, "found" if passed else "silent", passed, "\n".join(details), counts=dict(counts), column=tag
    )


def _rounds(
    chance: random.Random, kind: Kind, texts: Sequence[Wording], wanted: int, known: set[tuple[str, str]]
) -> Iterator[list[tuple[Wording, str]]]:
    """Pieces with their changed texts, each once a round: where few have a place, they are changed in several ways.

    `known` are the ids and texts that were there before, which no other change is the same as.
    """
    wanted += len(known)
    for _ in range(_ROUNDS if wanted > len(known) else 0):
        found: list[tuple[Wording, str]] = []
        for piece in chance.sample(list(texts), len(texts)):
            text = kind.plant(chance, piece, texts)
            if text is not None and text != piece.text and (piece.id, text) not in known and len(known) < wanted:
                known.add((piece.id, text))
                found.append((piece, text))
        if found:
            yield found


def _judged(
    kind: Kind, tag: str, place: Ground, changed: Sequence[tuple[Wording, str]]
) -> tuple[Counter[str], list[str]]:
    """How many of the changes are found, and what is said of those that are not."""
    counts, missed = Counter({"planted": len(changed)}), []
    for together in [[each] for each in changed] if kind.apart else [changed]:
        said = place.said(tag, {piece.id: text for piece, text in together})
        for piece, text in together:
            mine = [] if isinstance(said, str) else [each for each in said if each.id in _alike(place, piece, text)]
            found = any(each.code in kind.codes and _is_there(each, piece.text, text) for each in mine)
            others = {each.code for each in mine} - kind.codes - _STALE
            counts.update(found=found, others=len(others))
            if not found:
                told = said if isinstance(said, str) else "; ".join(f"{each.code} {each.message}" for each in mine)
                missed.append(f"{tag} {piece.id}\n- {piece.text}\n+ {text}\n= {told or 'nothing'}")
    return counts, missed


def _alike(place: Ground, piece: Wording, text: str) -> set[str]:
    """The piece, and those that have its original or its new text: a finding about two pieces names one of them."""
    if piece.tag == "en":
        return {piece.id}
    alike = (each.id for each in place.texts(piece.tag) if each.source == piece.source or each.text == text)
    return {piece.id, *alike}


def _is_there(finding: Finding, old: str, new: str) -> bool:
    """Whether a finding that says where it is says it of the change or what stands beside it."""
    if finding.spot is None:
        return True
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    left = min(len(old), len(new)) - start
    tail = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    return finding.spot[0] <= len(new) - tail + _NEAR and finding.spot[1] >= start - _NEAR


def _alarms(tag: str) -> Outcome:
    """What the rules say of the real report as it is, but for notes on the order of facts."""
    real = next(each for name, each in zip(NAMES, _grounds(), strict=True) if name == "report")
    said = [each for each in sorted(real.before(tag)) if each[0] not in ("RG038", "RG023")]
    told = "\n".join(" ".join(each) for each in said)
    return Outcome(
        "false alarms", f"{len(said)} said", len(said) <= _ALARMS, told, counts={"said": len(said)}, column=tag
    )


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if outcome.kind == "false alarms" and not outcome.passed:
            yield f"{outcome.column}: {outcome.counts['said']} findings about the report as it is"
    planted, found = (sum(each.counts[name] for each in _of_plants(outcomes)) for name in ("planted", "found"))
    if found < _FOUND * planted:
        yield f"{found} of {planted} faults found, less than {_FOUND:.0%}"


def _of_plants(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [each for each in outcomes if "planted" in each.counts]


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    yield "found/planted", [*TAGS, "all", "others"]
    made = _of_plants(outcomes)
    for kind in dict.fromkeys(each.kind for each in made):
        yield kind, _row([each for each in made if each.kind == kind])
    yield "all", _row(made)
    alarms = {each.column: each.counts["said"] for each in outcomes if each.kind == "false alarms"}
    yield "said of the report as it is", [*(alarms.get(tag, "·") for tag in TAGS), sum(alarms.values()), ""]


def _row(outcomes: Sequence[Outcome]) -> list[object]:
    planted, found, others = Counter[str](), Counter[str](), 0
    for each in outcomes:
        planted[each.column] += each.counts["planted"]
        found[each.column] += each.counts["found"]
        others += each.counts["others"]
    cells = [f"{found[tag]}/{planted[tag]}" if planted[tag] else "·" for tag in TAGS]
    return [*cells, f"{found.total()}/{planted.total()}", others or ""]


MEASURE = Measure(
    "faults planted in three reports are found",
    count=len(TAGS) * (1 + len(KINDS) + len(MADE)),
    sample=36,
    tried=_tried,
    below=_below,
    table=_table,
    seconds=60.0,
    patience=120.0,
)
