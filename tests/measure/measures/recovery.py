"""Edits of printed pieces in six languages: each fact ends as kept, changed, gone, proposed or asked, as is true."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.measure.case import Measure, Outcome
from tests.measure.recovery.drafting import DRAFTING
from tests.measure.recovery.edits import EDITS
from tests.measure.recovery.judge import Verdict, verdict
from tests.measure.recovery.pages import Edited, Page, pages
from tests.tools.sent_pieces import TAGS

_RIGHT, _UNASKED = 0.998, 0.97
"""Shares of facts that are right in each language, and of edits about which nothing needless is asked."""

_KINDS = EDITS | DRAFTING
_TRIES = 60


def _tried(chance: random.Random, number: int, _: Path) -> Outcome:
    kinds = list(_KINDS)
    kind, tag = kinds[number % len(kinds)], TAGS[number // len(kinds) % len(TAGS)]
    made = _made(chance, kind, tag)
    if made is None:
        return Outcome(kind, "no place", True, column=tag)
    found = verdict(*made)
    word = "silent" if found.silent else "wrong" if found.wrong else "unlawful" if found.law else "right"
    counts = {
        "facts": found.facts,
        "wrong": len(found.wrong),
        "silent": len(found.silent),
        "asked": int(found.asked),
        "needless": len(found.needless) > 0,
        "exact": int(found.exact),
        "unlawful": bool(found.law),
    }
    return Outcome(kind, word, word == "right", _told(*made, found), counts=counts, column=tag)


def _made(chance: random.Random, kind: str, tag: str) -> tuple[Page, Edited] | None:
    """A page with an edit of it; none where the kind of edit fits no page."""
    for _ in range(_TRIES):
        page = chance.choice(pages(tag))
        edited = _KINDS[kind](chance, page)
        if edited and edited.parts != page.parts:
            return page, edited
    return None


def _told(page: Page, edited: Edited, found: Verdict) -> str:
    answer = found.found
    lines = (
        f"{page.tag} {page.sent.piece.id}: {', '.join(found.wrong)}",
        f"was   {page.sent.piece.wording}",
        f"typed {edited.text}",
        f"now   {answer.wording}",
        f"true  {edited.changed} gone {sorted(edited.gone)} typed {edited.typed}",
        f"found {answer.changed} gone {answer.gone} proposed {answer.proposed} asked {answer.questions}",
        found.law,
    )
    return "\n".join(lines)


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    made = [outcome for outcome in outcomes if outcome.word != "no place"]
    for tag in TAGS:
        facts, wrong = (sum(each.counts[key] for each in made if each.column == tag) for key in ("facts", "wrong"))
        if facts and (facts - wrong) / facts < _RIGHT:
            yield f"{tag}: {wrong} of {facts} facts are wrong"
    for key, what in (("silent", "facts are wrong and nothing is said of them"), ("unlawful", "are printed otherwise")):
        count = sum(each.counts[key] for each in made)
        if count:
            yield f"{count} {what}"
    needless = sum(each.counts["needless"] for each in made)
    if made and 1 - needless / len(made) < _UNASKED:
        yield f"{needless} of {len(made)} edits need a question that nothing calls for"


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    """Wrong and all facts of each kind, by language; and what was asked, exact, and printed otherwise."""
    made = [outcome for outcome in outcomes if outcome.word != "no place"]
    yield "wrong/facts", [*TAGS, "all", "edits", "exact", "asked", "needless", "unlawful"]
    for kind in (*dict.fromkeys(each.kind for each in made), "all"):
        rows = [each for each in made if kind in (each.kind, "all")]
        sums = Counter[str]()
        for each in rows:
            sums.update(each.counts)
        by_tag = ([each for each in rows if each.column == tag] for tag in TAGS)
        cells = [_share(each) for each in by_tag]
        yield kind, [
            *cells, _share(rows), len(rows), sums["exact"], sums["asked"], sums["needless"], sums["unlawful"]
        ]  # fmt: skip


def _share(rows: Sequence[Outcome]) -> str:
    wrong, facts = (sum(each.counts[key] for each in rows) for key in ("wrong", "facts"))
    return f"{wrong}/{facts}"


MEASURE = Measure(
    "edited text keeps its facts",
    count=len(_KINDS) * 6 * 21,
    sample=len(_KINDS) * 2,
    tried=_tried,
    below=_below,
    seconds=10.0,
    table=_table,
)
