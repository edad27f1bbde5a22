"""Out to translators and back, in every format and language: what nobody touched stays, what was edited is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import catalogue, pipeline
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translators.exported import exported_job
from reportgen.pipeline.translators.imported import import_units
from reportgen.pipeline.translators.outcome import Imported
from reportgen.record import replace
from reportgen.translation.formats import JOB_FORMATS
from reportgen.translation.units import Job, TranslationUnit, UnitPart, WordsPart
from reportgen.workspace import Workspace

LANGUAGES = {"fr": "vraiment ", "es": "realmente ", "ru": "действительно ", "zh": "确实", "ar": "حقا "}
"""A word in each language that says no fact."""

FEW = 6

FromJob = Callable[[str, str, Callable[[Job], Job]], Imported]


@pytest.fixture(scope="module")
def built() -> Built:
    workspace = Workspace.at()
    return Built(workspace, pipeline.load(workspace, "e-cn.15-2019-9"))


@pytest.fixture
def sent(built: Built, tmp_path: Path) -> FromJob:
    """Write a job of all pieces, edited as a translator would, and read it back."""

    def back(format_name: str, tag: str, edit: Callable[[Job], Job]) -> Imported:
        form = JOB_FORMATS[format_name]
        path = tmp_path / f"job{form.endings[0]}"
        path.write_bytes(form.write(edit(exported_job(built, tag, every=True))))
        return import_units(built, [path])

    return back


def with_word(unit: TranslationUnit, word: str) -> TranslationUnit:
    """The unit with one more word in the middle of the longest words that stand between its values."""
    parts: list[UnitPart] = list(unit.target)
    at = max(range(len(parts)), key=lambda index: len(parts[index].text) if isinstance(parts[index], WordsPart) else 0)
    text = parts[at].text
    # Chinese has no blanks between words.
    place = len(text) // 2 if word == LANGUAGES["zh"] else text.index(" ", len(text) // 2 - 8) + 1
    parts[at] = WordsPart(f"{text[:place]}{word}{text[place:]}")
    return replace(unit, target=tuple(parts))


def edited_ids(job: Job) -> list[str]:
    """Some paragraphs, from all over the report."""
    long = [unit.id for unit in job.units if unit.where.startswith("para.") and len(unit.target) > 4]
    return long[:: len(long) // FEW]


@pytest.mark.parametrize("format_name", JOB_FORMATS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_nobody_touched_writes_nothing(sent: FromJob, format_name: str, tag: str) -> None:
    imported = sent(format_name, tag, lambda job: job)
    assert [str(each) for each in imported.findings()] == []
    assert (imported.files, imported.unchanged()) == ({}, 95)


@pytest.mark.parametrize("format_name", JOB_FORMATS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_exactly_the_edited_pieces_are_written(built: Built, sent: FromJob, format_name: str, tag: str) -> None:
    word, wanted = LANGUAGES[tag], []

    def edit(job: Job) -> Job:
        wanted.extend(edited_ids(job))
        return replace(job, units=tuple(with_word(each, word) if each.id in wanted else each for each in job.units))

    imported = sent(format_name, tag, edit)
    assert [str(each) for each in imported.findings() if each.severity == "error"] == []
    now = built.workspace.with_planned(imported.files)
    before, after = (
        {name: each.text for name, each in catalogue.load(each, built.report.slug, tag).entries.items()}
        for each in (built.workspace, now)
    )
    assert [name for name in after if after[name] != before[name]] == wanted
    assert all(after[name].replace(word, "") == before[name] for name in wanted)


def test_the_same_job_gives_the_same_bytes(built: Built) -> None:
    job = exported_job(built, "ar", every=True)
    assert [name for name, form in JOB_FORMATS.items() if form.write(job) != form.write(job)] == []
