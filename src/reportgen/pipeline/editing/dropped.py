"""A file that came back, whatever it is: a document, a form of a field office, or one of translators' tools."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from reportgen.pipeline.editing.opened import built_now
from reportgen.pipeline.forms.received import is_form, read_forms
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.read import ReadChoices, read_copies, require_base
from reportgen.pipeline.session import SessionView
from reportgen.pipeline.translators.imported import import_units, is_for_translators_tools
from reportgen.record import field, record
from reportgen.returned.changes import Change

DroppedKind = Literal["document", "form", "translation"]


@record
class DroppedFile:
    """What came back in one file: lines that say what it is, its changes, comments, what was refused, what to write."""

    kind: DroppedKind
    said: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    is_base_known: bool = True
    files: Mapping[Path, bytes] = field(default_factory=dict)


def read_dropped(view: SessionView, slug: str, path: Path, choices: Mapping[str, Any]) -> DroppedFile:
    """What a file holds for a report as it is now; an `InputError` where it is of no kind that can be read.

    `choices` are those of `ReadChoices` by their names.
    """
    built = built_now(view, slug)
    if is_form(path):
        return _form(built, path, choices.get("why", ""))
    if is_for_translators_tools(path):
        return _translation(built, path)
    return _document(built, path, ReadChoices(**choices))


def taken_files(dropped: DroppedFile) -> Mapping[Path, bytes]:
    """The files to write, none where it is not known what was sent and nobody said that this is right."""
    return dropped.files


def _document(built: Built, path: Path, choices: ReadChoices) -> DroppedFile:
    reading = read_copies(built, [path], choices)
    is_known = all(copy.is_base_known for copy in reading.copies)
    if choices.only:
        require_base(reading, choices)
    notes = tuple(f"{note.piece}: {note.author}: {note.text}" for note in reading.notes)
    said = tuple(copy.said for copy in reading.copies)
    return DroppedFile("document", said, reading.changes, notes, (), is_known, reading.files)


def _form(built: Built, path: Path, why: str) -> DroppedFile:
    received = read_forms(built, [path], why)
    refused = tuple(f"{each.number}: {each.message}" for each in received.faults)
    said = tuple(each.said for each in received.forms)
    return DroppedFile("form", said, received.changes, (), refused, True, received.files)


def _translation(built: Built, path: Path) -> DroppedFile:
    imported = import_units(built, [path], True)
    said = (f"{imported.accepted()} ready, {imported.refused()} refused, {imported.unchanged()} as they were",)
    notes = tuple(f"{note.piece}: {note.author}: {note.text}" for note in imported.notes)
    return DroppedFile("translation", said, (), notes, tuple(map(str, imported.findings())), True, imported.files)
