"""One report built as a whole: `build_report(order)` reads it, builds it, checks it and writes its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.errors import OutputError, UsageError
from reportgen.finding import Finding, told
from reportgen.pipeline.build import build, checked_edition, language, load, report_languages, style_sheet, write
from reportgen.pipeline.pieces import StoredPieces
from reportgen.pipeline.written_contents import WrittenContents
from reportgen.record import field, record
from reportgen.store.packs import save_packs
from reportgen.workspace import Workspace
from reportgen.workspace.journal import settle
from reportgen.workspace.writing import states_of, write_all
from reportgen.writers import LAID_OUT, REMEMBERING, STYLED, companion_files, extension

if TYPE_CHECKING:
    from reportgen.model.report import Report
    from reportgen.tree import nodes as tree
    from reportgen.writers.docx.reference.style_sheet import StyleSheet

    WithChanges = Callable[[dict[str, tree.Document]], dict[str, tree.Document]]

USUAL_FORMATS = ("docx", "md")

# Who saves faster than a build takes would otherwise keep it building for ever.
_TRIES = 3

_MANY = 100
"""Pieces printed anew from which a second process pays."""

DoTasks = Callable[[Sequence[Callable[[], Any]]], Sequence[Any]]
"""Does independent tasks and gives their results in their order: one by one, or side by side."""

Advance = Callable[[int], None]
"""Told after each file how many there will be."""


@record
class BuildOrder:
    """What is to be built: a report of the workspace in the folder `root`, by default in all its languages.

    `folder` is where its files go, by default outputs/<slug>; `reference` a Word file for the looks of docx and pdf.
    With `notes`, open review notes become comments; with `pages`, contents have page numbers; with `final`, nothing is
    written while there are findings. `since` is the number of a freeze, or a file that was sent: what has changed since
    is tracked, signed by `author` on the `date`. With `side_by_side`, HTML is one page with all languages in columns.
    Plain texts, so that an order can go to another process.
    """

    root: str
    slug: str
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL_FORMATS
    folder: str = ""
    reference: str = ""
    notes: bool = False
    final: bool = False
    pages: bool = False
    since: str = ""
    author: str = ""
    date: str = ""
    side_by_side: bool = False

    @property
    def target(self) -> Path:
        """The folder that the files go to."""
        return Path(self.folder) if self.folder else Path(self.root) / "outputs" / self.slug

    @property
    def asks_other_programs(self) -> bool:
        """Whether the result depends on LibreOffice, of which the digest of this program says nothing."""
        return self.pages or bool(set(self.formats) & set(LAID_OUT))


@record
class BuiltReport:
    """The files that were written, by path, none where `final` refused them, and what the rules have to say."""

    files: dict[Path, bytes] = field(repr=False)
    findings: tuple[Finding, ...] = ()

    @property
    def exit_code(self) -> int:
        """1 where a finding is an error, or nothing was written because of findings; else 0."""
        return 1 if not self.files or any(finding.severity == "error" for finding in self.findings) else 0

    def told_findings(self) -> list[str]:
        """The findings as they are printed."""
        return list(told(self.findings))


def one_by_one(tasks: Sequence[Callable[[], Any]]) -> Sequence[Any]:
    """The results of the tasks, in this process."""
    return [task() for task in tasks]


def build_report(
    order: BuildOrder,
    advance: Advance = lambda _: None,
    again: Callable[[], None] = lambda: None,
    do: DoTasks = one_by_one,
) -> BuiltReport:
    """The report, built and written; an error where it cannot be, and then nothing is written.

    Where its sources are changed meanwhile it is built anew, and `again` is called before. Once all trees are there,
    `do` does the rules and the writing.
    """
    settle(Path(order.root))
    sheet = style_sheet(Path(order.reference), order.reference) if order.reference else None
    for _ in range(_TRIES):
        # A workspace remembers what it has read.
        workspace = Workspace.at(order.root)
        # Taken before anything is read, so that no change can slip in between.
        before = states_of(workspace.sources(order.slug))
        built = _built(workspace, order, sheet, advance, do)
        if order.final and any(finding.severity != "note" for finding in built.findings):
            return BuiltReport({}, built.findings)
        is_current = _Unchanged(workspace, order.slug, before)
        if write_all(workspace.root, built.files, "choose another folder with -o", is_current):
            save_packs()
            return built
        again()
    raise OutputError(f"'{order.slug}' was changed {_TRIES} times while it was built", hint="run it again")


@record
class _Unchanged:
    """Whether the sources of a report are as they were, since other commands and editors may write meanwhile."""

    workspace: Workspace
    slug: str
    before: dict[Path, str]

    def __call__(self) -> bool:
        return states_of(self.workspace.sources(self.slug)) == self.before


def _built(
    workspace: Workspace, order: BuildOrder, sheet: StyleSheet | None, advance: Advance, do: DoTasks
) -> BuiltReport:
    """The files of the report and the findings about it; nothing is written yet."""
    from reportgen import checks

    report = load(workspace, order.slug)
    tags, with_changes = _compared(workspace, report, order)
    if order.side_by_side and len(tags) < 2:
        raise UsageError("one language has none beside it", hint="add -l TAG, or leave out --side-by-side")
    documents, printed = _all_built(workspace, report, tags)
    if order.pages:
        from reportgen.pipeline.pdf import with_pages

        documents = {tag: with_pages(document, sheet) for tag, document in documents.items()}
    shown = with_changes(documents)
    in_word = _with_notes(workspace, shown) if order.notes else shown
    rules = checks.tasks_about(checked_edition(workspace, report, documents))
    writing = _Writing(workspace, order, sheet, shown, in_word, advance).tasks()
    # What is left to do after a small change takes less time than a second process.
    done = (do if printed >= _MANY else one_by_one)([*rules, *writing])
    findings = tuple(checks.in_order(done[: len(rules)]))
    if order.final:
        from reportgen.pipeline.status import open_points

        findings += tuple(open_points(workspace, report, documents))
    files = {path: data for each in done[len(rules) :] for path, data in each.items()}
    return BuiltReport(files, findings)


@record
class _Writing:
    """The documents of a report that are to be written, by language: as they are shown, and as they are in Word."""

    workspace: Workspace
    order: BuildOrder
    sheet: StyleSheet | None
    shown: Mapping[str, tree.Document]
    in_word: Mapping[str, tree.Document]
    advance: Advance

    def tasks(self) -> list[Callable[[], dict[Path, bytes]]]:
        """One task a file, with those beside it."""
        alone = [name for name in self.order.formats if name != "html" or not self.order.side_by_side]
        count = len(self.shown) * len(alone) + self.order.side_by_side
        tasks = [partial(self._written, count, tag, name) for tag in self.shown for name in alone]
        return [*tasks, *([partial(self._beside, count)] if self.order.side_by_side else [])]

    def _written(self, count: int, tag: str, name: str) -> dict[Path, bytes]:
        document = (self.in_word if name == "docx" else self.shown)[tag]
        looks = self.sheet if name in STYLED else None
        is_kept = name in REMEMBERING and not (looks or document.changes)
        memory = WrittenContents(document, name) if is_kept else None
        data = write(document, name, looks, memory)
        self.advance(count)
        return named_files(document, name, data, self.order.target)

    def _beside(self, count: int) -> dict[Path, bytes]:
        """All languages on one page, which is named after them: slug.en-fr.html."""
        from reportgen.writers.html.side_by_side import PageColumn, write_side_by_side

        names = {tag: language(self.workspace, tag).conventions.own_name for tag in self.shown}
        data = write_side_by_side([PageColumn(document, names[tag]) for tag, document in self.shown.items()])
        self.advance(count)
        first = next(iter(self.shown.values()))
        return {self.order.target / _name(first, "-".join(self.shown), "html"): data}


def _all_built(workspace: Workspace, report: Report, tags: Sequence[str]) -> tuple[dict[str, tree.Document], int]:
    """The report in some languages, and how many pieces were printed that were not kept."""
    pieces: list[StoredPieces] = []

    def keeper(*about: Any) -> StoredPieces:
        pieces.append(StoredPieces(*about))
        return pieces[-1]

    documents = {tag: build(workspace, report, tag, keeper) for tag in tags}
    return documents, sum(each.printed for each in pieces)


def _with_notes(workspace: Workspace, documents: dict[str, tree.Document]) -> dict[str, tree.Document]:
    """The documents with the open review notes as comments."""
    from reportgen.pipeline.notes import with_comments

    return {tag: with_comments(workspace, each) for tag, each in documents.items()}


def _compared(workspace: Workspace, report: Report, order: BuildOrder) -> tuple[Sequence[str], WithChanges]:
    """The languages to write, and what gives their documents the changes since what the order names, if it does."""
    tags = tuple(dict.fromkeys(order.languages)) or report_languages(workspace, report)
    if not order.since:
        return tags, lambda documents: documents
    # Imported here, since comparisons and readers take longer to import than all that a build needs.
    from reportgen.pipeline.changes import older_source, signed, with_changes
    from reportgen.pipeline.numbers import Built

    author, date = signed(report, order.author, order.date)
    source = older_source(workspace, order.since)

    def changed(documents: dict[str, tree.Document]) -> dict[str, tree.Document]:
        built = Built(workspace, report, dict(documents))
        return {tag: with_changes(built, tag, source, author, date) for tag in documents}

    return source.languages(tags, is_said=bool(order.languages)), changed


def named_files(document: tree.Document, name: str, data: bytes, folder: Path) -> dict[Path, bytes]:
    """The file of a document in a format, by its path, and those of the pictures that stand beside it."""
    path = folder / _name(document, document.language, name)
    return {path: data, **{folder / other: picture for other, picture in companion_files(document, name).items()}}


def _name(document: tree.Document, tags: str, format_name: str) -> str:
    """The name of a file with a document in some languages: slug.en.docx, slug.en-fr.changes.html."""
    changes = ".changes" if document.changes else ""
    return f"{document.slug}.{tags}{changes}.{extension(format_name)}"
