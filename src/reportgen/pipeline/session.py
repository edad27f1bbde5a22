"""A workspace that is being edited: `Session(workspace)` builds what is asked for, and later only what has changed.

One thread changes files, many may read. A change that nobody has saved is in the memory of the session alone: it
reaches neither the workspace nor the store. What others save is seen at the next change, or when `refresh` is called.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from reportgen.errors import ReportgenError, UsageError, suggestion
from reportgen.finding import Finding
from reportgen.inputs.by_file import RememberedModels
from reportgen.model.report import Report
from reportgen.pipeline.build import build, check_documents, load, report_languages, write
from reportgen.pipeline.memory import RememberedPieces
from reportgen.store import nothing_kept
from reportgen.tree import nodes as tree
from reportgen.tree.memory import ContentMemory
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace, is_there
from reportgen.workspace.remembered import RememberedFiles
from reportgen.workspace.witness import state_that_tells

if TYPE_CHECKING:
    from reportgen.pipeline.numbers import Built
    from reportgen.returned.sides import KnownSide

_Made = TypeVar("_Made")


class Session:
    """A workspace with changes that are not saved; what was built is remembered from one change to the next."""

    def __init__(self, workspace: Workspace | Path | str = ".") -> None:
        given = workspace if isinstance(workspace, Workspace) else Workspace.at(workspace)
        opened = Workspace(given.root, given.installed, given.planned, RememberedFiles())
        self._memory = _Memory(_signature_of_languages(opened, opened.planned))
        self._lock = RLock()
        self._view = SessionView(opened, self)

    def change(self, file: str | Path, text: str | bytes | None) -> None:
        """A file of the workspace as somebody is editing it, by its name from the folder; None: as it is saved."""
        with self._lock:
            workspace = self._view.workspace
            path = workspace.root / file
            planned = {**workspace.planned, path: text.encode() if isinstance(text, str) else text}
            self._open({name: data for name, data in planned.items() if data is not None})

    def refresh(self) -> None:
        """See what others have saved."""
        with self._lock:
            self._open(self._view.workspace.planned)

    def reports(self) -> tuple[str, ...]:
        """The slugs of the reports."""
        return self._view.workspace.reports()

    def languages(self, report: str = "") -> tuple[str, ...]:
        """The languages of a report: its own first; without a name that of the only one there is."""
        return self._view.tags(report)

    def document(self, report: str, tag: str) -> tree.Document:
        """A report in one language as it is now; an error where its files are wrong."""
        return self._view.document(report, tag)

    def findings(self, report: str = "", languages: Sequence[str] = ()) -> list[Finding]:
        """What all rules have to say about a report, by default in all its languages."""
        return list(self._view.findings(report, tuple(languages)))

    def printed(self, piece: str, report: str = "") -> dict[str, str]:
        """The text of a block or a note in every language; languages that have none of this id are left out."""
        view = self._view
        texts = {tag: view.text(report, tag, piece) for tag in self.languages(report)}
        return {tag: text for tag, text in texts.items() if text is not None}

    @property
    def now(self) -> SessionView:
        """The workspace as it is now, which later changes leave as it is."""
        return self._view

    def with_files(self, files: Mapping[Path, bytes]) -> SessionView:
        """The workspace as it would be with some files of reports, which nobody else sees."""
        workspace = self._view.workspace
        return SessionView(workspace.opened_anew({**workspace.planned, **files}, with_made=True), self)

    def written(self, report: str, tag: str, format_name: str) -> bytes:
        """A report in one language and format, as `build` would write it."""
        return self._view.written(report, tag, format_name)

    def _open(self, planned: Mapping[Path, bytes]) -> None:
        before = self._view.workspace
        signature = _signature_of_languages(before, planned)
        same = signature == self._memory.signature
        self._memory.signature = signature
        self._view = SessionView(before.opened_anew(planned, with_made=same), self)
        if not same:
            self._memory.languages.clear()


class _Memory:
    """What a session remembers from one change to the next: models by report, the rest by report and language."""

    def __init__(self, signature: object) -> None:
        self.signature = signature
        self.models: dict[str, RememberedModels] = {}
        self.languages: dict[tuple[str, str], _LanguageMemory] = {}

    def of(self, slug: str, tag: str) -> _LanguageMemory:
        """What is remembered of a report in a language."""
        return self.languages.setdefault((slug, tag), _LanguageMemory())


class _LanguageMemory:
    """The pieces that were printed, contents with their names, and what was written of these by format."""

    def __init__(self) -> None:
        self.pieces, self.names = RememberedPieces(), ContentMemory()
        self.written: dict[str, ContentMemory] = {}


class SessionView:
    """The workspace between two changes: everything in it is made once, when it is first asked for."""

    def __init__(self, workspace: Workspace, session: Session) -> None:
        self.workspace = workspace
        self._memory, self._lock, self._rules = session._memory, session._lock, RLock()
        self._made: dict[Hashable, Any] = {}

    def slug(self, report: str) -> str:
        """The slug of a report; of the only one there is, where none is named."""
        known = self.workspace.reports()
        if report in known or (not report and len(known) == 1):
            return report or known[0]
        raise UsageError(f"there is no report '{report}'", hint=suggestion(report, known))

    def report(self, slug: str) -> Report:
        known = self._memory.models.setdefault(slug, RememberedModels())
        return self.once(("report", slug), lambda: load(self.workspace, slug, known))

    def document(self, report: str, tag: str) -> tree.Document:
        slug = self.slug(report)
        return self.once(("document", slug, tag), lambda: self._built(slug, tag))

    def passing(self, report: str, tag: str) -> tree.Document:
        """A report in one language for one look at it: built anew where nobody else has asked, and not remembered."""
        slug = self.slug(report)
        found = self._made.get(("document", slug, tag))
        if isinstance(found, tree.Document):
            return found
        with self._lock, nothing_kept():
            return build(self.workspace, self.report(slug), tag)

    def _built(self, slug: str, tag: str) -> tree.Document:
        memory = self._memory.of(slug, tag)
        memory.pieces.begin()
        memory.names.begin()
        return build(self.workspace, self.report(slug), tag, lambda *_: memory.pieces, memory.names)

    def findings(self, report: str, tags: tuple[str, ...]) -> tuple[Finding, ...]:
        slug = self.slug(report)
        # Rules take a second: what is built meanwhile, as while somebody types, does not wait for them.
        for tag in tags or self.tags(slug):
            self.document(slug, tag)
        return self.once(("findings", slug, tags), lambda: self._checked(slug, tags), self._rules)

    def _checked(self, slug: str, tags: tuple[str, ...]) -> tuple[Finding, ...]:
        report = self.report(slug)
        documents = {tag: self.document(slug, tag) for tag in tags or report_languages(self.workspace, report)}
        return tuple(check_documents(self.workspace, report, documents))

    def tags(self, report: str) -> tuple[str, ...]:
        """The languages of a report, its own first."""
        return report_languages(self.workspace, self.report(self.slug(report)))

    def built(self, report: str) -> Built:
        """A report with its documents, each built when it is first asked for, as commands take it."""
        from reportgen.pipeline.numbers import Built

        slug = self.slug(report)
        return Built(self.workspace, self.report(slug), make=lambda tag: self.document(slug, tag))

    def side(self, report: str, tag: str) -> KnownSide:
        """What is printed now in a language, piece by piece, with what it is printed from."""
        from reportgen.pipeline.reading.sides import todays_side

        slug = self.slug(report)
        key, document = ("side", slug, tag), self.document(slug, tag)
        return self.once(key, lambda: todays_side(self.workspace, self.report(slug), document))

    def text(self, report: str, tag: str, piece: str) -> str | None:
        """The text of a block or a note; None where there is none of this id."""
        document = self.document(report, tag)
        blocks = (content_of(block) for block in all_blocks(document) if block.id == piece)
        notes = (note.content for note in document.notes if note.id == piece)
        return next((plain_text(content) for content in chain(blocks, notes)), None)

    def written(self, report: str, tag: str, format_name: str) -> bytes:
        document = self.document(report, tag)
        key = "file", document.slug, tag, format_name
        return self.once(key, lambda: self._written(document, format_name))

    def _written(self, document: tree.Document, format_name: str) -> bytes:
        written = self._memory.of(document.slug, document.language).written
        memory = written.setdefault(format_name, ContentMemory())
        memory.begin()
        return write(document, format_name, memory=memory)

    def once(
        self, key: Hashable, make: Callable[[], _Made], lock: AbstractContextManager[object] | None = None
    ) -> _Made:
        """What `make` gives the first time that a key is asked for, or the error that it raised."""
        found = self._made.get(key)
        if found is None:
            with lock or self._lock, nothing_kept():
                found = self._made.get(key)
                if found is None:
                    found = self._made[key] = _outcome(make)
        if isinstance(found, ReportgenError):
            raise found
        return found  # type: ignore[no-any-return]


def _outcome(make: Callable[[], Any]) -> Any:
    """What is made, or the error that says why it cannot be."""
    try:
        return make()
    except ReportgenError as error:
        return error


def _signature_of_languages(workspace: Workspace, planned: Mapping[Path, bytes]) -> object:
    """What changes when conventions, names, templates or pictures do, on which all that is made once depends."""
    shared = {path: data for path, data in planned.items() if not _is_of_a_report(workspace, path)}
    names = frozenset(map(str, planned))
    # A file that was changed just now equals nothing: its state would not tell one more change.
    states = {name: state_that_tells(name) or object() for name in _shared_files(workspace) if name not in names}
    return states, shared


def _shared_files(workspace: Workspace) -> Iterator[str]:
    """The files that many reports depend on: templates, conventions and lexicons."""
    for layer in workspace.layers:
        yield from _files_under(layer / "templates")
        for folder in _folders(layer / "locales"):
            yield from _files_under(folder / "lexicon")
            yield from (os.path.join(folder, name) for name in _OF_A_LANGUAGE if is_there(folder / name))


def _files_under(folder: Path) -> Iterator[str]:
    """The files under a folder, as texts: there are hundreds, and each change of a text asks for their states."""
    return (os.path.join(here, name) for here, _, names in os.walk(folder) for name in names)


_OF_A_LANGUAGE = ("conventions.yaml", "style.yaml")


def _folders(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if each.is_dir()]
    except OSError:
        return []


def _is_of_a_report(workspace: Workspace, path: Path) -> bool:
    """Whether a file is text of one report, on which nothing depends that reports share."""
    if path.is_relative_to(workspace.root / "inputs"):
        return path.suffix in (".yaml", ".csv")
    return (
        path.is_relative_to(workspace.root / "locales")
        and path.suffix in (".po", ".yaml")
        and (path.parent.name != "lexicon" and path.name not in _OF_A_LANGUAGE)
    )
