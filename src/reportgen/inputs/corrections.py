"""The words of a corrigendum: `inputs/<slug>/corrections.yaml`, one line an item and language, as reportgen amend wrote
them.

report: e-cn.15-2019-9
symbol: E/CN.15/2019/9
edition: 1
before: {en: 4b4a6a572e66433d6ccd5bc874d4d718}
items:
  - number: 1
    piece: kenya-training
    languages:
      en: {"place": {"kind": "paragraph", "number": "12"}, "edits": [{"do": "replace", "old": "313", "new": "331"}], …}
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import InputError, Position, raise_all
from reportgen.inputs.terms import TERMS
from reportgen.located import read
from reportgen.located.validate import validated
from reportgen.model.corrections import Corrections
from reportgen.model.report import Report
from reportgen.tree.corrected import looked_words
from reportgen.workspace import Workspace

CORRECTIONS = "corrections.yaml"
_HINT = "reportgen amend writes the file; take it from git again"


def load_corrections(workspace: Workspace, slug: str) -> Corrections | None:
    """The words that a report's folder keeps as those of a corrigendum; None where it keeps none."""
    path = workspace.find("inputs", slug, CORRECTIONS)
    if path is None:
        return None
    found = validated(Corrections, read(workspace, path), TERMS)
    raise_all(list(_faults(found, workspace.shown(path))))
    return found


def read_corrections(workspace: Workspace, report: Report) -> Corrections:
    """The words of the items of a corrigendum; an `InputError` where an item has none, or others than it names."""
    found = load_corrections(workspace, report.slug)
    if found is None:
        message = f"there is no file inputs/{report.slug}/{CORRECTIONS}"
        raise InputError(message, report.position("corrections"), _HINT)
    raise_all(list(_unlike(report, found)))
    return found


def _faults(found: Corrections, shown: str) -> Iterator[InputError]:
    for index, item in enumerate(found.items, 1):
        if item.number != index:
            at = item.position("number") or Position(shown)
            yield InputError(f"expected the number {index}, found {item.number}", at, _HINT)
        for tag, correction in item.languages.items():
            try:
                for edit in correction.edits:
                    looked_words(edit.old), looked_words(edit.new)
            except ValueError:
                at = correction.position("edits") or Position(shown)
                yield InputError(f"the words of {tag} in item {item.number} cannot be read", at, _HINT)


def _unlike(report: Report, found: Corrections) -> Iterator[InputError]:
    """Items of the report that the file does not have under their number."""
    for index, item in enumerate(report.corrections, 1):
        key = item.correction
        kept = found.items[key.number - 1] if key.number <= len(found.items) else None
        if kept is None or kept.piece != key.piece or key.edition != found.edition:
            message = f"{CORRECTIONS} has no item {key.number} for '{key.piece}' of edition {key.edition}"
            yield InputError(message, item.position(), _HINT)
        elif key.number != index:
            yield InputError(f"expected item {index} here, found item {key.number}", item.position(), _HINT)
    if len(report.corrections) < len(found.items):
        message = f"{CORRECTIONS} has {len(found.items)} items, the report {len(report.corrections)}"
        yield InputError(message, report.position("corrections"), _HINT)
