"""Comments that came back as review notes: those that are new, and the files that keep them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportgen.catalogue.notes import ReviewNote, add_notes, is_known, load_notes, notes_path
from reportgen.pipeline.changes import reason_said
from reportgen.pipeline.numbers import Built


def new_notes(built: Built, tag: str, notes: Iterable[ReviewNote]) -> tuple[ReviewNote, ...]:
    """The notes that the report does not have yet in a language, those that stand in several copies once.

    Reasons that went out as comments are none.
    """
    kept = load_notes(built.workspace, built.report.slug, tag)
    reasons = {reason_said(change) for edition in built.ledger().editions for change in edition.changes}
    new: list[ReviewNote] = []
    for each in notes:
        # In one file the same words at the same time are said of two places.
        known = (*kept, *(other for other in new if other.file != each.file or other.key == each.key))
        if each.text not in reasons and not is_known(each, known):
            new.append(each)
    return tuple(new)


def notes_files(built: Built, notes: Mapping[str, Sequence[ReviewNote]]) -> dict[Path, bytes]:
    """The files of review notes with new ones, which are given by language."""
    workspace, slug = built.workspace, built.report.slug
    files = {}
    for tag, new in notes.items():
        path = notes_path(workspace, slug, tag)
        target = workspace.root / "locales" / tag / f"{slug}.notes.yaml"
        if new:
            files[target] = add_notes(workspace.read(path) if path else b"", new, workspace.shown(target))
    return files
