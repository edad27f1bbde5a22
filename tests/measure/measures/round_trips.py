"""Word files of the real report that go out and come back: untouched, edited, tracked, saved again by LibreOffice.

What was done must be shown. Once it is written, the report must print what came back, but for the places that are told,
and a second reading must find nothing.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from shutil import copytree, which

from reportgen import pipeline
from reportgen.pipeline.read import CameBack
from reportgen.workspace import Workspace
from tests.measure.case import Measure, Outcome
from tests.tools.came_back import SentOut, left_to_do, lines_of, open_ones, unlike
from tests.tools.edits import EditedWord
from tests.tools.returned_edits import EDITS, Edit

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"
TAGS = ("en", "ar", "es", "fr", "ru", "zh")
_WAYS = ("plain", "tracked", "libreoffice", "odt", "doc")
_FILTERS = {"libreoffice": "docx:MS Word 2007 XML", "odt": "odt", "doc": "doc:MS Word 97"}


def _nothing(_: EditedWord) -> None:
    """What somebody does who only looks."""


_UNTOUCHED = tuple(Edit("untouched", tag, "", _nothing, "") for tag in TAGS)


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    edits = (*_UNTOUCHED, *EDITS)
    edit = edits[number % len(edits)]
    way = _WAYS[number // len(edits) % len(_WAYS)]
    sent = SentOut(folder, SLUG)
    _lay(folder)
    path = _came_back(sent, edit, way)
    if path is None:
        return Outcome(edit.name, "no place", True, column=edit.tag)
    reading = sent.apply(path, facts="take", language=edit.tag)
    again = sent.read(path, facts="take", language=edit.tag)
    word = _word(edit, reading, again)
    said = [*lines_of(reading), "again", *lines_of(again), *map(str, left_to_do(again)), *unlike(again)]
    return Outcome(way, word, word == "right", "\n".join([f"{edit.tag} {edit.name}", *said]), column=edit.tag)


def _word(edit: Edit, reading: CameBack, again: CameBack) -> str:
    if not edit.shown:
        return "changed" if reading.changes or reading.files else "right"
    if not any(edit.piece in line for line in lines_of(reading)):
        return "not shown"
    if open_ones(reading):
        return "open"
    if left_to_do(again) or again.files:
        return "twice"
    return "unlike" if any(unlike(again)) else "right"


def _came_back(sent: SentOut, edit: Edit, way: str) -> Path | None:
    """The file as it comes back; none where the program that saves it is not here."""
    path = sent.root / f"sent.{edit.tag}.docx"
    path.write_bytes(_file(edit.tag))
    word = EditedWord(path.read_bytes(), tracked=way == "tracked")
    edit.make(word)
    word.save(path)
    return _saved_again(path, way) if way in _FILTERS else path


def _saved_again(path: Path, way: str) -> Path | None:
    office = which("soffice")
    if office is None:
        return None
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    out = path.parent / "saved"
    command = [office, profile, "--headless", "--convert-to", _FILTERS[way], "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.rmtree(path.parent / "profile", ignore_errors=True)
    return next(out.iterdir())


@lru_cache(maxsize=len(TAGS))
def _file(tag: str) -> bytes:
    """The Word file that goes out."""
    workspace = Workspace.at(ROOT)
    return pipeline.write(pipeline.build(workspace, pipeline.load(workspace, SLUG), tag), "docx")


def _lay(folder: Path) -> None:
    """The real report in a folder of its own."""
    copytree(ROOT / "inputs" / SLUG, folder / "inputs" / SLUG)
    for tag in TAGS:
        for path in (ROOT / "locales" / tag).glob(f"{SLUG}.*"):
            target = folder / "locales" / tag / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = Counter(f"{each.kind}: {each.word}" for each in outcomes if not each.passed)
    yield from (f"{count} of {len(outcomes)} are {what}" for what, count in wrong.most_common())


MEASURE = Measure(
    "files that come back are read rightly, and written so that they are printed again",
    count=(len(_UNTOUCHED) + len(EDITS)) * len(_WAYS),
    sample=8,
    tried=_tried,
    below=_below,
    seconds=30.0,
    patience=240.0,
)
