"""The queue of a translator: what waits in a language, and one piece with all that helps to translate it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.comparison.words import changed_words
from reportgen.errors import UsageError, suggestion
from reportgen.pipeline.editing.opened import built_now
from reportgen.pipeline.session import SessionView
from reportgen.pipeline.translators.exported import ExportedUnits
from reportgen.pipeline.translators.progress import LanguageProgress, progress_of
from reportgen.pipeline.translators.recalled import MEMORY_FILE
from reportgen.record import record
from reportgen.translation.units import TranslationUnit, text_of_parts
from reportgen.tree.printed import PrintedPiece
from reportgen.workspace import is_file

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class RememberedText:
    """What was translated before and is like a text: how alike in per cent, where it stood, today's values in it."""

    score: int
    origin: str
    source: str
    text: str


@record
class QueuedPiece:
    """A piece of the original with its unit, what changed in it since it was translated, and what the memory offers."""

    printed: PrintedPiece
    unit: TranslationUnit
    change: str
    matches: tuple[RememberedText, ...]


def queue_of(view: SessionView, slug: str, tag: str) -> LanguageProgress:
    """How far every piece is in a language."""
    return view.once(("queue", slug, tag), lambda: progress_of(_units(view, slug, tag)))


def queued_piece(view: SessionView, slug: str, tag: str, name: str) -> QueuedPiece:
    """One piece for its translator; a `UsageError` where there is none of that id."""
    units = _units(view, slug, tag)
    printed = units.by_id.get(name)
    if printed is None:
        raise UsageError(f"there is no piece '{name}' to translate", hint=suggestion(name, units.by_id))
    unit = units.unit(printed)
    change = changed_words(unit.previous, units.wording(name)) if unit.previous else ""
    return QueuedPiece(printed, unit, change, tuple(_matches(view, units, unit)))


def _units(view: SessionView, slug: str, tag: str) -> ExportedUnits:
    return view.once(("units", slug, tag), lambda: ExportedUnits(built_now(view, slug), tag))


def _matches(view: SessionView, units: ExportedUnits, unit: TranslationUnit) -> Iterator[RememberedText]:
    """What the memory of the workspace has, the best first; nothing where there is no memory."""
    path = view.workspace.root / MEMORY_FILE
    if not is_file(path):
        return
    from reportgen.translation.memory import Memory, offered_text

    languages, text = (units.original, units.language), text_of_parts(unit.source)
    with Memory.at(path) as memory:
        for each in memory.find(languages, text, most=3):
            offered = offered_text(each, languages, text)
            yield RememberedText(int(each.score), each.origin, each.segment.source, offered.text)
