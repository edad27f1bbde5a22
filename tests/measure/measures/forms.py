"""Forms filled in by a program that acts as a field office: right answers become facts, wrong ones are never taken.

Each case fills in one entry of a form of the real report, in one of six languages, in Word or as a sheet, and reads it.
Every fifth is right. Refused or left open is what becomes of a wrong one; written or passed over is silence.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from reportgen import pipeline
from reportgen.facts import Count, Date, Money, Names, Percent, Period, Value, Year
from reportgen.forms.answers import AnswerReader
from reportgen.forms.questions import ContributionForm, FormQuestion
from reportgen.pipeline.forms.asked import FormMaker, written_form
from reportgen.pipeline.forms.received import ReceivedForms, read_forms
from reportgen.pipeline.numbers import Built
from reportgen.returned.decisions import same_value
from reportgen.workspace import Workspace
from tests.measure.case import Measure, Outcome
from tests.tools.filled_forms import fill_sheet, fill_word
from tests.tools.recognition import language_of

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"
TAGS = ("en", "ar", "es", "fr", "ru", "zh")
SECTIONS = ("middle-east", "africa", "asia")
_SIGNS = (
    "n/a",
    "?",
    "=1+1",
    "=HYPERLINK(1)",
    "+",
    "@SUM(1)",
    "-",
    "xx",
    "{{ unodc }}",
    "9" * 40,
    "x" * 5000,
    "1;2",
    "…12",
)
"""What is an answer to no question that takes a value."""

_UNREADABLE: dict[str, tuple[str, ...]] = {
    "count": ("67x", "7oo", "-5", "1,2,3", "12-", "12/13", "USD 5", "2019-05-12", "½", "12 km", "12:30"),
    "place": ("12", "Atlantis", "Xyzland", "Jordann", "North Jordan", "JOR"),
    "entity": ("12", "UNODCC", "the bureau of nothing", "UNODC UNODC"),
    "date": ("31/02/2019", "2019-13-01", "03/04/2019", "0000-00-00", "2019-02-30", "12", "20190512"),
    "period": ("9", "9 km", "-9", "9 9", "1/2"),
    "money": ("1500", "XYZ 5", "USD", "-"),
    "percent": ("12 km", "12%%", "% of", "12/13"),
    "year": ("20190", "19", "2019.5", "2019-05-12"),
}


@lru_cache(maxsize=1)
def _maker() -> FormMaker:
    workspace = Workspace.at(ROOT)
    return FormMaker(Built(workspace, pipeline.load(workspace, SLUG)))


@lru_cache(maxsize=len(TAGS) * len(SECTIONS) * 2)
def _form(section: str, tag: str, kind: str) -> tuple[ContributionForm, bytes]:
    form = _maker().form(section, tag, "An office")
    return form, written_form(_maker().built, form, kind)


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    section, tag, kind = chance.choice(SECTIONS), chance.choice(TAGS), chance.choice(("docx", "docx", "xlsx"))
    form, data = _form(section, tag, kind)
    make = _right if number % 5 == 0 else chance.choice((_wrong, _wrong, _wrong, _misspelt, _several, _half_filled))
    made = make(form, tag, chance)
    if made is None:
        return Outcome(make.__name__.strip("_"), "no place", True, column=tag)
    question, answers, value = made
    path = folder / f"form.{kind}"
    path.write_bytes(fill_word(data, answers) if kind == "docx" else fill_sheet(data, answers))
    received = read_forms(_maker().built, [path])
    said = "\n".join([repr(answers), *(each.message for each in received.faults), *map(repr, received.changes)])
    word = _word(received, question, value)
    return Outcome(make.__name__.strip("_"), word, word not in ("silent", "lost"), said, column=tag)


def _word(received: ReceivedForms, question: FormQuestion, value: Value | None) -> str:
    """What became of an answer; of a right one, `value` is what it says."""
    new = [fact.new for each in received.changes if each.state == "ready" for fact in each.facts]
    if value is not None:
        if any(not isinstance(each, Decimal) and same_value(each, value) for each in new):
            return "taken"
        # The report may be unable to print a right value, and says so.
        return "open" if any(each.is_open and each.why for each in received.changes) else "lost"
    if received.faults and not any(each.state == "ready" for each in received.changes):
        return "refused"
    return "open" if any(each.is_open for each in received.changes) else "silent"


Made = tuple[FormQuestion, dict[int, str], Value | None] | None


def _right(form: ContributionForm, tag: str, chance: random.Random) -> Made:
    question = chance.choice([each for piece in form.pieces for each in piece.questions])
    value = _other(question, tag, chance)
    if value is None or same_value(value, question.value):
        return None
    return question, {question.number: AnswerReader(language_of(tag)).shown(value)}, value


def _other(question: FormQuestion, tag: str, chance: random.Random) -> Value | None:
    """Another value of the kind that stands, with the qualifier that stands."""
    match question.value:
        case Count() as value:
            return Count(chance.randint(2, 9000), value.qualifier, value.series)
        case Period() as value:
            return Period(chance.randint(2, 40), value.unit, value.qualifier)
        case Date(day=day) if day:
            return Date(chance.randint(2015, 2025), chance.randint(1, 12), chance.randint(1, 28))
        case Year():
            return Year(chance.randint(2000, 2030))
        case Percent() as value:
            return Percent(Decimal(chance.randint(1, 99)), value.qualifier)
        case Money() as value:
            return Money(Decimal(chance.randint(1, 99)) * 1000, value.currency, value.qualifier)
        case Names(kind="place", many=many, order=order) if question.takes_countries:
            ids = chance.sample(("NO", "UY", "MN", "FJ", "EE", "JO", "LB"), 3 if many else 1)
            return Names("place", tuple(ids), many, order)
        case _:
            return None


def _wrong(form: ContributionForm, tag: str, chance: random.Random) -> Made:
    """An answer that no question of its kind can take."""
    kinds = [each for each in form.questions() if each.value is not None and each.kinds[0] in _UNREADABLE]
    question = chance.choice(kinds)
    return question, {question.number: chance.choice((*_UNREADABLE[question.kinds[0]], *_SIGNS))}, None


def _misspelt(form: ContributionForm, tag: str, chance: random.Random) -> Made:
    """A name with a letter left out or twice, which is no other name."""
    named = [each for each in form.questions() if isinstance(each.value, Names) and not each.many]
    question = chance.choice(named)
    names = AnswerReader(language_of(tag)).names
    name = chance.choice(names.choices(question))
    at = chance.randrange(len(name))
    typed = chance.choice((name[:at] + name[at + 1 :], name[: at + 1] + name[at:]))
    if not typed.strip() or isinstance(names.of(question, typed), Names):
        return None
    return question, {question.number: typed}, None


def _several(form: ContributionForm, tag: str, chance: random.Random) -> Made:
    """Two names where one is asked for, or the same one twice."""
    question = chance.choice([each for each in form.questions() if isinstance(each.value, Names)])
    names = AnswerReader(language_of(tag)).names.choices(question)
    one, other = chance.sample(names, 2) if len(names) > 1 else (names[0], names[0])
    return question, {question.number: f"{one}; {one}" if question.many else f"{one}; {other}"}, None


def _half_filled(form: ContributionForm, tag: str, chance: random.Random) -> Made:
    """A paragraph of a kind with one of its required entries alone."""
    added = chance.choice([each for each in form.added if each.kind])
    required = [each for each in added.questions if each.required == "all"]
    question = chance.choice(required)
    names = AnswerReader(language_of(tag)).names.choices(question)
    return question, {question.number: chance.choice(names)}, None


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if not outcome.passed:
            yield f"{outcome.kind} in {outcome.column}: {outcome.word}: {outcome.detail[:200]}"


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    words = ("taken", "open", "refused", "silent", "lost", "no place")
    yield "answers", words
    for kind in sorted({each.kind for each in outcomes}):
        yield kind, [sum(each.kind == kind and each.word == word for each in outcomes) for word in words]


MEASURE: Measure = Measure(
    "a right answer in a form becomes its fact, and a wrong one is never taken", count=290, sample=6, tried=_tried,
    below=_below, seconds=30.0, table=_table,
)  # fmt: skip
