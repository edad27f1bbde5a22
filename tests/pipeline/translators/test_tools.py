"""Translators' own tools: OmegaT, gettext, translate-toolkit; and the settings for OmegaT and Weblate."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from lxml import etree

from reportgen import language as languages
from reportgen import pipeline
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translators.exported import exported_job
from reportgen.pipeline.translators.imported import import_units
from reportgen.record import replace
from reportgen.translation.formats import JOB_FORMATS
from reportgen.translation.marked_text import marked_text
from reportgen.translation.po import write_po
from reportgen.translation.tmx import AlignedSegment, write_tmx
from reportgen.translation.units import WordsPart
from reportgen.translation.xliff import write_xliff
from reportgen.workspace import Workspace
from tests.tools.omegat import needs_omegat, omegat_project, translated_by_omegat
from tests.tools.schemas import needs_xliff_schema, xliff_schema

LANGUAGES = ("fr", "es", "ru", "zh", "ar")
SETTINGS = Path("docs/translators")

LEFT_OUT = {
    "fr": ("brackets", "puncspacing"),
    "es": ("brackets", "puncspacing"),
    "ru": ("brackets", "puncspacing", "doublequoting", "startcaps", "sentencecount"),
    "zh": ("brackets", "puncspacing", "doublequoting", "startpunc", "sentencecount"),
    "ar": ("brackets", "puncspacing", "doublequoting"),
}
"""What pofilter holds to the conventions of English in each language.

Signs and brackets are counted, though languages use others in other places; Russian and Arabic quotation marks are not
known; a Russian name begins with a capital where the English one has an article before it, and Chinese sentences are
cut otherwise.
"""

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


@pytest.fixture(scope="module")
def built() -> Built:
    workspace = Workspace.at()
    return Built(workspace, pipeline.load(workspace, "e-cn.15-2019-9"))


@pytest.fixture
def po_file(built: Built, tmp_path: Path, tag: str) -> Path:
    path = tmp_path / "job.po"
    path.write_bytes(write_po(exported_job(built, tag, every=True)))
    return path


@needs_xliff_schema
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_job_is_valid_by_the_strict_schema_of_oasis(built: Built, tmp_path: Path, tag: str) -> None:
    schema = xliff_schema(tmp_path)
    assert schema.validate(etree.fromstring(write_xliff(exported_job(built, tag, every=True)))), schema.error_log


@pytest.mark.external
@needs_omegat
@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_omegat_makes_of_a_job_is_what_was_in_it(built: Built, tmp_path: Path, tag: str) -> None:
    job = exported_job(built, tag, every=True)
    edited = next(unit for unit in job.units if isinstance(unit.target[-1], WordsPart) and len(unit.target) > 4)
    last = replace(edited.target[-1], text=edited.target[-1].text + " XX")
    units = tuple(replace(u, target=(*u.target[:-1], last)) if u is edited else u for u in job.units)
    files = {name: f"job{form.endings[0]}" for name, form in JOB_FORMATS.items()}
    sent = {file: JOB_FORMATS[name].write(replace(job, units=units)) for name, file in files.items()}
    target = translated_by_omegat(omegat_project(tmp_path / "project", tag, sent))
    # OmegaT empties an entry of a PO whose translation is its source, such as Introduction: it is left as it was.
    same = {"po": sum(marked_text(unit.source, True) == marked_text(unit.target, True) for unit in units)}
    for name, file in files.items():
        imported = import_units(built, [target / file])
        assert (name, imported.unchanged()) == (name, len(job.units) - 1 - same.get(name, 0))
        assert [each.id for each in imported.pieces if each.operations] == [edited.id]


@pytest.mark.external
@needs_omegat
def test_a_piece_that_is_new_can_be_translated_in_omegat(built: Built, tmp_path: Path) -> None:
    job = exported_job(built, "fr", every=True)
    [unit] = [replace(each, target=(), state="new") for each in job.units if each.id == "conclusions"]
    texts = ("en", unit.source), ("fr", (WordsPart("Ce qui est à faire"),))
    earlier = write_tmx([AlignedSegment("one", "", "", texts)], "en")
    sent = {"job.xlf": write_xliff(replace(job, units=(unit,)))}
    target = translated_by_omegat(omegat_project(tmp_path / "project", "fr", sent, earlier))
    [piece] = import_units(built, [target / "job.xlf"]).pieces
    assert [each.text for each in piece.operations] == ["Ce qui est à faire"]


@pytest.mark.external
@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs the Debian package gettext")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_gettext_takes_every_entry(po_file: Path) -> None:
    told = subprocess.run(["msgfmt", "--check", "-o", "-", po_file], capture_output=True, check=False)
    assert told.returncode == 0, told.stderr


@pytest.mark.external
@pytest.mark.parametrize("tag", LANGUAGES)
def test_translate_toolkit_finds_next_to_nothing(built: Built, po_file: Path, tag: str) -> None:
    # A program of its own, since its licence is another one (GPL).
    program = Path(sys.executable).with_name("pofilter")
    if not program.exists():
        pytest.skip("needs the package translate-toolkit")
    flagged = po_file.with_name("flagged.po")
    left_out = [f"--excludefilter={name}" for name in LEFT_OUT[tag]]
    translated = po_file.with_name("abbreviations")
    translated.write_text("\n".join(sorted(translated_abbreviations(built, tag))), "utf-8")
    options = ["--progress=none", f"--language={tag}", f"--musttranslatefile={translated}", *left_out]
    command = [program, *options, po_file, flagged]
    subprocess.run(command, capture_output=True, check=True)
    entries = [each for each in polib.pofile(str(flagged)) if each.msgctxt] if flagged.exists() else []
    assert len(entries) < 5, [each.tcomment for each in entries]


def translated_abbreviations(built: Built, tag: str) -> set[str]:
    """The abbreviations of the original that the lexicon of a language writes otherwise: UNODC is ONUDC."""
    theirs, ours = (languages.load(built.workspace, each).lexicon for each in ("en", tag))
    found: set[str] = set()
    for entry in theirs.entries():
        if entry.id in ours.ids(entry.kind):
            found |= abbreviations_of(entry) - abbreviations_of(ours.entry(entry.kind, entry.id))
    return found


def abbreviations_of(entry: LexiconEntry) -> set[str]:
    texts = (text for each in entry.forms.values() for text in (each.full, each.short, each.third))
    return set(_ABBREVIATION.findall(" ".join((entry.abbreviation, *texts))))


@pytest.mark.parametrize("tag", ["ar"])
def test_weblate_guards_every_mark_that_has_no_braces(po_file: Path) -> None:
    settings = json.loads((SETTINGS / "weblate.json").read_text("utf-8"))
    flags = settings["check_flags"]
    guarded = re.compile(re.search(r'placeholders:r"(.*?)"', flags)[1])
    marks = [
        mark for entry in polib.pofile(str(po_file)) for mark in re.findall(r"\[\^[^\]]*\]|<http[^>]*>", entry.msgid)
    ]
    assert {mark[0] for mark in marks} == {"[", "<"}
    assert all(guarded.fullmatch(mark) for mark in marks)
    assert "python-brace-format" in flags
    assert settings["allow_translation_propagation"] is False
