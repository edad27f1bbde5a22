"""Mistakes and edits of translators on exported XLIFF in five languages: refused or reported, or accepted as meant."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from reportgen.returned.printed_facts import facts_in
from tests.measure.case import Measure, Outcome
from tests.measure.translators.bench import TAGS, Answer, Given, given, pages
from tests.measure.translators.edits import EDITS, Legitimate
from tests.measure.translators.mistakes import MISTAKES, Mistake
from tests.measure.translators.pages import Page, Run, text_of, with_target
from tests.measure.translators.whole_files import FILE_MISTAKES

_CAUGHT, _ALARMS = 0.97, 0.01
_TRIES = 40
_ROUNDS = 8
"""How often each kind of mistake is made in each language, with a text that is there and with one that is new."""

_MISTAKES = (*MISTAKES, *FILE_MISTAKES)
_EDITS = tuple(f"edit: {name}" for name in EDITS)
_EDIT_ROUNDS = 14
_LEAST = len(_MISTAKES) * len(TAGS) * _ROUNDS
_COUNT = _LEAST + len(_EDITS) * len(TAGS) * _EDIT_ROUNDS


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    kinds, number = (_MISTAKES, number) if number < _LEAST else (_EDITS, number - _LEAST)
    kind, number = kinds[number % len(kinds)], number // len(kinds)
    tag, is_new = TAGS[number % len(TAGS)], number // len(TAGS) % 2 == 1
    found = pages(tag)[2]
    for page in chance.sample(found, min(len(found), _TRIES)):
        shown = page.with_codes_of_the_source() if is_new else page
        made = _made(chance, kind, shown)
        job = made and given(page, is_new)
        if job:
            return _outcome(kind, job, made, folder)
    return Outcome(kind, "no place", True, column=tag)


Made = Mistake | Legitimate | bytes


def _made(chance: random.Random, kind: str, page: Page) -> Made | None:
    """What a translator makes of a page; None where the kind applies to nothing in it."""
    if kind in FILE_MISTAKES:
        return bytes([chance.randrange(256)]) if len(text_of(page.target)) > 60 else None
    if kind in MISTAKES:
        found = MISTAKES[kind][1](chance, page)
        return found if found and found.runs != page.target else None
    return EDITS[kind.removeprefix("edit: ")](chance, page)


def _outcome(kind: str, job: Given, made: Made | None, folder: Path) -> Outcome:
    match made:
        case Mistake():
            return _mistaken(kind, job, made, folder)
        case Legitimate():
            return _edited(kind, job, made, folder)
        case bytes():
            return _whole_file(random.Random(made[0]), kind, job, folder)
        case _:
            raise AssertionError(kind)


def _mistaken(kind: str, job: Given, made: Mistake, folder: Path) -> Outcome:
    codes = MISTAKES[kind][0]
    right, answer = job.answer(job.page.target, folder), job.answer(made.runs, folder)
    said = answer.findings - right.findings
    about = [each.casefold() for each in made.about if each]
    fit = [each for each in said if each[1] in codes and (not about or any(one in each[2].casefold() for one in about))]
    is_understood = made.recovered and not said and _facts(answer) == _facts(right)
    word = "caught" if fit else "understood" if is_understood else "otherwise" if said else "silent"
    return _told(kind, word, bool(fit or is_understood), job, made.runs, answer, said)


def _whole_file(chance: random.Random, kind: str, job: Given, folder: Path) -> Outcome:
    codes, change = FILE_MISTAKES[kind]
    root = etree.fromstring(with_target(job.data, job.page.id, job.page.target))
    if not change(chance, root, job.page):
        return Outcome(kind, "no place", True, column=job.page.tag)
    right, answer = job.answer(job.page.target, folder), job.answer_to(etree.tostring(root), folder)
    said = answer.findings - right.findings
    caught = any(code in codes for _, code, _ in said)
    word = "caught" if caught else "otherwise" if said else "silent"
    return _told(kind, word, caught, job, job.page.target, answer, said)


def _edited(kind: str, job: Given, made: Legitimate, folder: Path) -> Outcome:
    answer = job.answer(made.runs, folder)
    # What is said of the text that stands in the report is no alarm about an edit of it.
    known = set() if job.is_new else _codes(_said_before(job))
    said = {each for each in answer.findings if each[1] not in known and not (made.is_moved and each[1] == "RG038")}
    alarms = {each for each in said if each[0] != "note"}
    is_right = bool(answer.wording) and _facts(answer) == _meant(job)
    word = "alarm" if alarms else "accepted" if is_right else "wrong"
    return _told(kind, word, word == "accepted", job, made.runs, answer, said)


def _codes(findings: frozenset[tuple[str, str, str]]) -> set[str]:
    return {code for _, code, _ in findings}


def _said_before(job: Given) -> frozenset[tuple[str, str, str]]:
    from reportgen import pipeline

    built = job.built
    documents = {job.page.tag: built[job.page.tag]}
    found = pipeline.check_documents(built.workspace, built.report, documents)
    return frozenset((each.severity, each.code, each.message) for each in found if each.id == job.page.id)


def _facts(answer: Answer) -> Counter[str]:
    return Counter(facts_in(answer.wording))


def _meant(job: Given) -> Counter[str]:
    """The facts of the text that is there, as the catalogue writes them."""
    from reportgen import catalogue
    from tests.measure.style.grounds import SLUG

    workspace = pages(job.page.tag)[1].workspace
    return Counter(facts_in(catalogue.load(workspace, SLUG, job.page.tag).entries[job.page.id].text))


def _told(kind: str, word: str, passed: bool, job: Given, runs: Sequence[Run], answer: Answer, said: object) -> Outcome:
    new = "new" if job.is_new else "known"
    lines = (
        f"{job.page.tag} {job.page.id} ({new}): {kind}: {word}",
        f"was   {text_of(job.page.target)}",
        f"typed {''.join(run.written() for run in runs)}",
        f"now   {answer.wording}",
        *(" ".join(each) for each in sorted(said)),  # type: ignore[call-overload]
    )
    return Outcome(kind, word, passed, "\n".join(lines), column=job.page.tag, counts={new: 1})


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    made = [each for each in outcomes if each.word != "no place"]
    for kinds, least, what in (
        (_MISTAKES, _CAUGHT, "mistakes are refused or reported with the right message"),
        (_EDITS, 1 - _ALARMS, "edits are accepted with the right placeholders"),
    ):
        mine = [each for each in made if each.kind in kinds]
        good = sum(each.passed for each in mine)
        if mine and good / len(mine) < least:
            yield f"{good} of {len(mine)} {what}, less than {least:.0%}"


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    yield "right/made", [*TAGS, "all", "silent", "otherwise"]
    made = [each for each in outcomes if each.word != "no place"]
    kinds = [each for each in (*_MISTAKES, *_EDITS) if any(one.kind == each for one in made)]
    groups = {"all mistakes": _MISTAKES, "all edits": _EDITS}
    for kind in (*kinds, *groups):
        mine = [each for each in made if each.kind in groups.get(kind, (kind,))]
        cells = [_share([each for each in mine if each.column == tag]) for tag in TAGS]
        words = Counter(each.word for each in mine)
        yield kind, [*cells, _share(mine), words["silent"], words["otherwise"] + words["wrong"] + words["alarm"]]


def _share(outcomes: Sequence[Outcome]) -> str:
    return f"{sum(each.passed for each in outcomes)}/{len(outcomes)}" if outcomes else "·"


MEASURE = Measure(
    "translators' mistakes are caught, and their edits accepted",
    count=_COUNT,
    sample=0,
    tried=_tried,
    below=_below,
    seconds=20.0,
    table=_table,
)
