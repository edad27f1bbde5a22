"""Names that came back in a TBX file: what is otherwise than in the lexicons, and the files with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen import pipeline
from reportgen.errors import InputError, Position
from reportgen.language.lexicon import FILES, Lexicon, lexicon_file
from reportgen.language.lexicon_edits import entry_edits, file_key, written_entry
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.language.lexicon_files import placed_entries
from reportgen.located import normalized
from reportgen.located.edits import Edit
from reportgen.located.render import Renderer
from reportgen.located.scalars import LIKELY_WIDTH
from reportgen.located.splice import splice
from reportgen.record import record, replace
from reportgen.translation.tbx import LARGEST_TBX, Term, read_tbx
from reportgen.workspace import Workspace, is_there, read_file


@record
class ChangedName:
    """A name as it is to be, and as it was; None where the lexicon lacks it. `position` is its place in the TBX."""

    language: str
    name: LexiconEntry
    before: LexiconEntry | None
    position: Position

    def said(self) -> Iterator[str]:
        """What changes, a line each."""
        for form, variants in self.name.forms.items():
            old = self.before.forms.get(form) if self.before else None
            for variant in ("full", "short", "third"):
                was, now = getattr(old, variant, ""), getattr(variants, variant)
                if was != now:
                    shown = f"'{was}' → '{now}'" if was else f"'{now}' is new"
                    yield f"{form or 'name'}{'' if variant == 'full' else f', {variant}'}: {shown}"
        if self.before and self.before.sure != self.name.sure:
            yield "it is sure now" if self.name.sure else "it is not sure any more"

    def as_json(self) -> dict[str, Any]:
        """The change as plain data."""
        place = {"file": self.position.file, "line": self.position.line}
        return {"language": self.language, "kind": self.name.kind, "id": self.name.id, "said": [*self.said()], **place}


@record
class ImportedNames:
    """The names that are otherwise in a file than in the lexicons, and the files of the workspace as they are to be."""

    changes: tuple[ChangedName, ...]
    files: Mapping[Path, bytes]
    read: int

    def as_json(self) -> dict[str, Any]:
        """The import as plain data."""
        changes = [each.as_json() for each in self.changes]
        return {"read": self.read, "changes": changes, "to_write": [str(path) for path in self.files]}


def import_names(workspace: Workspace, path: Path) -> ImportedNames:
    """What a TBX file says of names: forms that are new or otherwise, all of it or nothing.

    What it does not have stays: tools lose what they do not know. An `InputError` where a kind or a language is
    unknown, or where the lexicon would not read a name back as the file has it.
    """
    shown = str(path)
    terms = read_tbx(read_file(path, shown, LARGEST_TBX), shown)
    lexicons: dict[str, Lexicon] = {}
    changes: list[ChangedName] = []
    for term in terms:
        _require_known(workspace, term, shown)
        lexicon = lexicons.setdefault(term.language, pipeline.language(workspace, term.language).lexicon)
        before = lexicon.entry(term.entry.kind, term.entry.id) if _has(lexicon, term.entry) else None
        name = _laid_on(before, term) if before else term.entry
        if name != before:
            changes.append(ChangedName(term.language, name, before, Position(shown, term.line)))
    files = _Files(workspace).with_changes(changes)
    _require_read_back(workspace.opened_anew(files, with_made=False), changes)
    return ImportedNames(tuple(changes), files, len(terms))


def _require_known(workspace: Workspace, term: Term, shown: str) -> None:
    position = Position(shown, term.line)
    if term.language not in workspace.languages():
        known = ", ".join(workspace.languages())
        raise InputError(f"the language '{term.language}' is not known here", position, f"languages: {known}")
    if term.entry.kind not in FILES:
        raise InputError(f"'{term.entry.kind}' is no kind of name", position, f"one of: {', '.join(FILES)}")
    if not term.entry.forms.get("", NameVariants("")).full:
        message = f"'{term.entry.kind}.{term.entry.id}' has no name without a form"
        raise InputError(message, position, "leave the term with the note x-form 'full' where it is")


def _has(lexicon: Lexicon, entry: LexiconEntry) -> bool:
    return {entry.id, file_key(entry)} & set(lexicon.ids(entry.kind)) != set()


def _laid_on(before: LexiconEntry, term: Term) -> LexiconEntry:
    """The entry that is there, with what the file has of it."""
    found = term.entry
    forms = {form: _variants(before.forms.get(form), each) for form, each in found.forms.items()}
    counted = {form: {**before.counted.get(form, {}), **each} for form, each in found.counted.items()}
    texts = ("abbreviation", "introduce", "agreement", "table", "source", "first_year", "last_year")
    said = {name: getattr(found, name) for name in texts if getattr(found, name)}
    sure = found.sure if term.says_how_sure else before.sure
    why = "" if sure and not before.sure else found.why or before.why
    return replace(
        before, forms={**before.forms, **forms}, counted={**before.counted, **counted}, sure=sure, why=why, **said
    )


def _variants(before: NameVariants | None, found: NameVariants) -> NameVariants:
    if before is None:
        return found
    return NameVariants(found.full or before.full, found.short or before.short, found.third or before.third)


@dataclass
class _Files:
    """Makes the files of lexicons with changed names."""

    workspace: Workspace

    def with_changes(self, changes: list[ChangedName]) -> dict[Path, bytes]:
        edits: defaultdict[Path, list[Edit]] = defaultdict(list)
        added: defaultdict[Path, list[LexiconEntry]] = defaultdict(list)
        for each in changes:
            path = self._own_file(each) if each.before else None
            if path and each.before:
                text, shown = normalized(self.workspace.read(path), str(path)), self.workspace.shown(path)
                edits[path] += entry_edits(text, shown, each.before, each.name)
            else:
                # What is installed is not ours to change: the whole entry goes before it.
                added[self.workspace.root / lexicon_file(each.language, each.name.kind)].append(each.name)
        files = {
            path: splice(self.workspace.read(path), each, self.workspace.shown(path)) for path, each in edits.items()
        }
        for path, names in added.items():
            before = files.get(path) or (self.workspace.read(path) if is_there(path) else b"")
            files[path] = _with_names(before.decode("utf-8"), names)
        return files

    def _own_file(self, change: ChangedName) -> Path | None:
        """The file of the workspace itself that has a name."""
        folder = self.workspace.root / "locales" / change.language / "lexicon"
        for name in FILES[change.name.kind]:
            path = folder / f"{name}.yaml"
            if is_there(path) and file_key(change.name) in self._ids(path):
                return path
        return None

    def _ids(self, path: Path) -> Mapping[str, object]:
        shown = self.workspace.shown(path)
        return self.workspace.once(
            ("names", path), lambda: placed_entries(normalized(self.workspace.read(path), shown), shown)
        )


def _with_names(before: str, names: list[LexiconEntry]) -> bytes:
    renderer = Renderer("", LIKELY_WIDTH)
    text = "".join(renderer.entry(file_key(each), written_entry(each), 0, ()) for each in names)
    return (f"{before.rstrip()}\n{text}" if before.strip() else text).encode()


def _require_read_back(workspace: Workspace, changes: list[ChangedName]) -> None:
    """The proof: each name is read from the new files as it came back."""
    for each in changes:
        found = pipeline.language(workspace, each.language).lexicon.entry(each.name.kind, each.name.id)
        if (found.forms, found.sure) != (each.name.forms, each.name.sure):
            message = f"'{each.name.kind}.{each.name.id}' cannot be written as it is"
            raise InputError(message, each.position, "make this change by hand in the lexicon")
