"""The real report in a folder of its own, its exported files, and what import says of one that came back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportgen import catalogue, pipeline
from reportgen.errors import ReportgenError
from reportgen.facts import NAME_KINDS
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translators.exported import ExportedUnits, exported_job
from reportgen.pipeline.translators.imported import import_units
from reportgen.translation.units import NamePart, TranslationUnit, parts_within
from reportgen.translation.xliff import write_xliff
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.walk import all_inlines
from reportgen.workspace import Workspace
from tests.measure.style.grounds import SLUG, Ground, ground
from tests.measure.translators.pages import Named, Page, Run, pages_of, with_target

TAGS = ("ar", "es", "fr", "ru", "zh")


@dataclass(frozen=True)
class Answer:
    """What import says of a piece: (severity, code, message) of each finding, and the wording where it has one."""

    findings: frozenset[tuple[str, str, str]]
    wording: str = ""


@dataclass(frozen=True)
class Given:
    """A job as the translator gets it: a text that is there already, or a piece that is new in the language."""

    page: Page
    is_new: bool
    data: bytes
    built: Built

    def answer(self, runs: Sequence[Run], folder: Path) -> Answer:
        """What import says where the translator gives back some runs."""
        return self.answer_to(with_target(self.data, self.page.id, runs), folder)

    def answer_to(self, data: bytes, folder: Path) -> Answer:
        """What import says of a file."""
        path = folder / "job.xlf"
        path.write_bytes(data)
        try:
            imported = import_units(self.built, [path])
        except ReportgenError as error:
            return Answer(frozenset({("error", "refused", str(error))}))
        found = frozenset((each.severity, each.code, f"{each.message} {each.hint}") for each in imported.findings())
        if any(severity == "error" for severity, *_ in found):
            return Answer(found)
        now = self.built.workspace.with_planned(imported.files)
        return Answer(found, catalogue.load(now, SLUG, self.page.tag).entries[self.page.id].text)


@lru_cache(maxsize=1)
def report() -> Ground:
    """The report, copied once a process."""
    return ground("report", Path(tempfile.mkdtemp(prefix="translators-")))


@lru_cache(maxsize=len(TAGS))
def pages(tag: str) -> tuple[bytes, Built, list[Page]]:
    """The exported file of a language with every piece, the report it is of, and its units."""
    built = _built(Workspace.at(report().folder))
    data = write_xliff(exported_job(built, tag, every=True))
    units = ExportedUnits(built, tag)
    names = {unit.id: dict(_names(units, unit)) for unit in units.wanted(every=True)}
    return data, built, pages_of(data, tag, names)


def _names(units: ExportedUnits, unit: TranslationUnit) -> Iterator[tuple[str, Named]]:
    """The names of a target by the numbers of their codes."""
    codes = (each for each in parts_within(unit.target) if isinstance(each, NamePart) and each.kind in NAME_KINDS)
    inlines = all_inlines(units.target.sent[unit.id].content) if unit.target else ()
    printed = (each for each in inlines if isinstance(each, PrintedFact) and each.kind in NAME_KINDS)
    for code, fact in zip(codes, printed, strict=True):
        forms = units.language.name(fact.kind, fact.value).forms.values()
        texts = (text for each in forms for text in (each.full, each.short, each.third) if text)
        yield str(code.number), Named(fact.fact, fact.value, tuple(dict.fromkeys(texts)))


def given(page: Page, is_new: bool) -> Given | None:
    """The job with a page, in a report in which its text is there already or is not there yet.

    None for a new piece that nobody has to translate, since facts alone make it.
    """
    data, built, _ = pages(page.tag)
    if not is_new:
        return Given(page, False, data, built)
    before = _built(built.workspace.with_planned(report().changed_files(page.tag, {page.id: ""})))
    job = exported_job(before, page.tag)
    if page.id not in {unit.id for unit in job.units}:
        return None
    return Given(page.with_codes_of_the_source(), True, write_xliff(job), before)


def _built(workspace: Workspace) -> Built:
    return Built(workspace, pipeline.load(workspace, SLUG))
