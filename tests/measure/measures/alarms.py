"""False alarms: what the rules of style and of language versions say of clean texts that others wrote.

Goals and targets in six languages are always there; `DOCUMENTS=folder` adds documents, plain text or Word files, that
are read where they lie and never stored. What is typed there and is a fact or a placeholder in a report is no false
alarm: figures and names (RG051 to RG053), references to its own paragraphs (RG217), addresses (RG228).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.finding import Finding
from reportgen.pipeline.build import check, load
from reportgen.workspace import Workspace
from tests.measure.case import Measure, Outcome
from tests.measure.style.clean import GOALS, TAGS, clean_report, sources, tags_of
from tests.measure.style.prose import write_prose

_MOST = 1 / 20
"""Findings a paragraph."""

_TYPED = {"RG051", "RG052", "RG053", "RG217", "RG228"}
_FAULTS = {("ar", "RG201"), ("ar", "RG204"), ("ar", "RG205"), ("ru", "RG202")}
"""What is wrong in the goals themselves: a blank before ، and behind و, “…” for ”…“, and — where documents have –."""

_CASES = [(source, tag) for source in sources() for tag in tags_of(source)]


def _tried(_: random.Random, number: int, folder: Path) -> Outcome:
    source, tag = _CASES[number]
    data = clean_report(source)
    workspace = Workspace.at(folder)
    report = load(workspace, write_prose(folder, data))
    every = [each for each in check(workspace, report, [tag]) if each.language == tag and _is_counted(each)]
    said = [each for each in every if source != GOALS or (tag, each.code) not in _FAULTS]
    paragraphs = sum(tag in each for each in data["sections"][0]["paragraphs"])
    counts = {"paragraphs": paragraphs, "said": len(said), "faults": len(every) - len(said)}
    counts |= Counter(each.code for each in said)
    passed = len(said) <= _MOST * counts["paragraphs"]
    told = "\n".join(f"{each.code} {tag} {each.id} '{each.words[:200]}' {each.message[:200]}" for each in said)
    return Outcome(Path(source).name, "few" if passed else "many", passed, told, counts=counts, column=tag)


def _is_counted(finding: Finding) -> bool:
    return finding.code not in _TYPED and finding.id.startswith("clean-")


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for each in outcomes:
        if not each.passed:
            paragraphs, said = each.counts["paragraphs"], each.counts["said"]
            yield f"{each.kind} {each.column}: {said} findings in {paragraphs} paragraphs, more than one in 20"


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    yield "text", ["language", "paragraphs", "faults", "false", "share", "rules of the false ones"]
    for each in sorted(outcomes, key=lambda each: (each.kind, TAGS.index(each.column))):
        paragraphs, said = each.counts["paragraphs"], each.counts["said"]
        rules = ", ".join(f"{code} {count}" for code, count in each.counts.items() if code.startswith("RG"))
        yield (
            each.kind,
            [each.column, paragraphs, each.counts["faults"], said, f"{said / max(1, paragraphs):.1%}", rules or "·"],
        )


MEASURE = Measure(
    "clean texts have few findings", count=len(_CASES), sample=6, tried=_tried, below=_below, table=_table,
    seconds=120.0, patience=300.0,
)  # fmt: skip
