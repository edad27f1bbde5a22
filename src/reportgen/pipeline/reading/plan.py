"""The files of a report as they are to be: what came back, written into the sources, all in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen import catalogue, pipeline
from reportgen.catalogue.decided import decided_by_facts
from reportgen.catalogue.load import Translation
from reportgen.catalogue.splice import AddEntry, CatalogueEdit, SetText, splice_entries
from reportgen.catalogue.state import Recorded, digest_of_wording
from reportgen.catalogue.state_file import load_states, write_states
from reportgen.catalogue.update import folded_lines
from reportgen.inputs.places import WrittenPlaces, written_places
from reportgen.model.report import Report, wordings
from reportgen.returned.operations import (
    AddFact,
    AddNote,
    DropFact,
    DropNote,
    Operation,
    SetFact,
    SetTranslation,
    SetWording,
)
from reportgen.returned.place_edits import place_edits
from reportgen.returned.printed_facts import facts_in, notes_in
from reportgen.returned.source_edits import SourceEdits
from reportgen.returned.value_edits import value_edits
from reportgen.workspace import Workspace

_OF_VALUES = (SetWording, SetFact, AddFact, DropFact, AddNote, DropNote)


@dataclass
class PlannedSources:
    """The sources of one report while operations are made on them; `files` are those that change."""

    workspace: Workspace
    slug: str
    files: dict[Path, bytes]

    @property
    def now(self) -> Workspace:
        """The workspace with the files as they are so far."""
        return self.workspace.with_planned(self.files)

    def make(self, operations: Sequence[Operation]) -> None:
        """Make all operations: texts and values first, then what changes places, then facts that nobody prints."""
        values = [each for each in operations if isinstance(each, _OF_VALUES)]
        moves = [each for each in operations if not isinstance(each, (*_OF_VALUES, SetTranslation))]
        translations = [each for each in operations if isinstance(each, SetTranslation)]
        places = written_places(self.now, self.slug)
        if values:
            self._take(value_edits(values, places), places)
        if moves:
            places = written_places(self.now, self.slug)
            self._take(place_edits(moves, places), places)
        if values or moves:
            places = written_places(self.now, self.slug)
            self._take(value_edits(list(_left_over(places, _touched(values, places))), places), places)
        if translations:
            self._translate(translations)

    def _take(self, edits: SourceEdits, places: WrittenPlaces) -> None:
        now = self.now
        self.files |= edits.made(places, {path: now.read(path) for path in edits.files(places)})

    def _translate(self, operations: Sequence[SetTranslation]) -> None:
        now = self.now
        report = pipeline.load(now, self.slug)
        for tag in dict.fromkeys(each.language for each in operations):
            texts = {each.piece: each for each in operations if each.language == tag}
            self.files |= translated(now, report, tag, texts)


def translated(
    workspace: Workspace, report: Report, tag: str, texts: Mapping[str, SetTranslation]
) -> dict[Path, bytes]:
    """The catalogue of a language with new texts, and what is recorded of them.

    A text that was made from an older source than today's is marked as one to review.
    """
    sources = {name: folded_lines(wording.text) for name, wording, _ in wordings(report)}
    old = catalogue.load(workspace, report.slug, tag)
    path = workspace.root / "locales" / tag / f"{report.slug}.po"
    found = catalogue.catalogue_path(workspace, report.slug, tag)
    data = workspace.read(found) if found else b""
    new = splice_entries(data, list(_entries(sources, old, texts)), workspace.shown(path))
    files = {path: new}
    language = pipeline.language(workspace, tag, report)
    entries = catalogue.load(workspace.with_planned(files), report.slug, tag)
    decided = decided_by_facts(report, language, Translation(entries.shown, entries.entries))
    states = load_states(workspace, report.slug, tag)
    for name, each in texts.items():
        made_from = folded_lines(each.source) or sources[name]
        target = digest_of_wording(entries.entries[name].text)
        states[name] = Recorded(digest_of_wording(made_from), target, "translated", decided.get(name, {}))
    state_path = path.with_name(f"{report.slug}.state.yaml")
    kept = workspace.find("locales", tag, state_path.name)
    files[state_path] = write_states(workspace.read(kept) if kept else b"", states, workspace.shown(state_path))
    return files


def _entries(
    sources: Mapping[str, str], old: Translation, texts: Mapping[str, SetTranslation]
) -> Iterator[CatalogueEdit]:
    """The edits of a catalogue; new entries stand behind those before them in the report."""
    before = ""
    for name, source in sources.items():
        if name in texts:
            text = folded_lines(texts[name].text)
            is_older = bool(texts[name].source) and folded_lines(texts[name].source) != source
            if name in old.entries:
                yield SetText(name, text, is_older, "" if is_older else source)
            else:
                yield AddEntry(name, source, text, before)
        if name in old.entries or name in texts:
            before = name


def _touched(values: Sequence[Operation], places: WrittenPlaces) -> set[str]:
    """The blocks whose wording changed."""
    return {places.blocks.get(each.piece, "") for each in values if isinstance(each, SetWording)} - {""}


def _left_over(places: WrittenPlaces, blocks: set[str]) -> Iterator[DropFact | DropNote]:
    """The facts and notes of some blocks that no wording of theirs needs any more."""
    for block in sorted(blocks):
        texts = [*places.texts_of(block)]
        marked = frozenset[str]().union(*map(notes_in, texts))
        unmarked = [note for note, owner in places.notes.items() if owner == block and note not in marked]
        yield from (DropNote(block, note) for note in unmarked)
        gone = {places.value(places.owners[block]).get("notes", {}).get(note) for note in unmarked}
        needed = frozenset[str]().union(*(facts_in(text) for text in texts if text not in gone))
        if "kind" in places.value(places.owners[block]):
            continue
        for (owner, name), place in places.facts.items():
            if owner == block and name not in needed and "inside" not in places.value(place):
                yield DropFact(owner, name)
