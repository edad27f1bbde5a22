"""What the `numbers` commands do: reports, their ledgers and files brought together, in the order of the steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen import pipeline
from reportgen.comparison.compare import compare
from reportgen.comparison.files import (
    Citation,
    Comparison,
    Lines,
    compare_lines,
    lines_of,
    same_language,
    without_furniture,
)
from reportgen.comparison.fingerprints import Digest
from reportgen.comparison.sides import of_documents
from reportgen.errors import InputError, Position, TranslationError, raise_all
from reportgen.ledger import write_file as ledgers
from reportgen.ledger.accept import accept_changes as accepted
from reportgen.ledger.audit import audit
from reportgen.ledger.editions import of_edition
from reportgen.ledger.freeze import freeze_edition as frozen
from reportgen.ledger.kept import dump_kept, kept_language, kept_path, load_kept
from reportgen.ledger.model import Insertions, Ledger, LedgerEdition
from reportgen.ledger.slip import Slip
from reportgen.ledger.slip import slip_since as slip_of
from reportgen.ledger.standing import Audit, State
from reportgen.model.report import Report
from reportgen.pipeline.other_formats import read_any
from reportgen.readers import ReadDocument
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.workspace import Workspace

_MOST_LINES, _MOST_TEXT = 10_500, 6_000_000
"""Lines and characters of the largest file that is compared: room for 7,600 paragraphs of 90 words, in two seconds."""


@dataclass
class Built:
    """A report with its documents, each built when it is first asked for; by `make`, where somebody has them."""

    workspace: Workspace
    report: Report
    documents: dict[str, tree.Document] = field(default_factory=dict)
    make: Callable[[str], tree.Document] | None = None

    def __getitem__(self, tag: str) -> tree.Document:
        # A build takes most of the time of these commands, and many need one language only.
        if tag not in self.documents:
            self.documents[tag] = self.make(tag) if self.make else pipeline.build(self.workspace, self.report, tag)
        return self.documents[tag]

    def tags(self) -> tuple[str, ...]:
        """The languages that the report is written in, its own first."""
        return pipeline.report_languages(self.workspace, self.report)

    def original(self) -> tree.Document:
        """The document in the report's own language."""
        return self[self.report.language]

    def ledger(self) -> Ledger:
        """The ledger as it stands in the file; empty where there is none."""
        return ledgers.load(self.workspace, self.report.slug)

    def held(self, ledger: Ledger, tags: Sequence[str] = ()) -> dict[str, tree.Document]:
        """The documents of some languages and of all that the ledger holds."""
        current = ledger.current(self.report.symbol)
        return {tag: self[tag] for tag in dict.fromkeys((*tags, *(current.held() if current else ())))}


@dataclass(frozen=True, slots=True)
class WrittenLedgerFile:
    """A report to compare, in the language `tag`, or in that of the other side where `tag` is empty."""

    built: Built
    tag: str = ""


ComparedSource = WrittenLedgerFile | Ledger | Path
"""What can be compared: a report, a ledger, or a Word or Markdown file."""


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """A ledger before and after, and where it is written; `kept` is what else a freeze writes: what was printed."""

    path: Path
    before: Ledger
    after: Ledger
    kept: Mapping[Path, bytes] = field(default_factory=dict)

    def file(self) -> dict[Path, bytes]:
        """The ledger to write; empty where it did not change."""
        return {self.path: ledgers.dump(self.after).encode()} if self.after != self.before else {}

    def files(self) -> dict[Path, bytes]:
        """All files to write, together or not at all; none where nothing changed."""
        return {**self.file(), **self.kept}


def freeze(
    built: Built, tags: Sequence[str] = (), state: State = "frozen", insertions: Insertions | None = None
) -> LedgerChange:
    """The ledger with some languages at a state, by default all that the report is written in."""
    before = built.ledger()
    wanted = tags or built.tags()
    raise_all(list(_unprintable(built[tag] for tag in wanted)))
    documents = built.held(before, wanted)
    after = frozen(before, built.original(), documents, wanted, state, insertions)
    kept = dict(_kept(built, before, after, documents, wanted))
    return LedgerChange(ledgers.path_of(built.workspace, built.report.slug), before, after, kept)


def _kept(
    built: Built, before: Ledger, after: Ledger, documents: Mapping[str, tree.Document], wanted: Sequence[str]
) -> Iterator[tuple[Path, bytes]]:
    """The file with what was printed at a freeze, where it is new or changed.

    An edition that was there before keeps its other languages as they were, and those that are issued; in a new one all
    stand as they are now.
    """
    edition = after.current(built.report.symbol)
    if edition is None:
        return
    slug, number = built.report.slug, edition.number
    is_new = all(each.number != number for each in before.editions)
    old = load_kept(built.workspace, slug, number)
    texts = dict(old.texts) if old and not is_new else {}
    issued = {tag for each in before.editions if each.number == number for tag in each.issued()} & texts.keys()
    for tag in edition.held() if is_new else [each for each in wanted if each not in issued]:
        texts[tag] = kept_language(replace(documents[tag], edition=number))
    if not old or texts != old.texts:
        yield kept_path(built.workspace, slug, number), dump_kept(number, edition.symbol, texts)


def _unprintable(documents: Iterable[tree.Document]) -> Iterator[TranslationError]:
    """What keeps languages from being frozen: pieces in whose place the source would be held, and not their text."""
    for document in documents:
        for piece in document.broken:
            message = f"{document.language} cannot be frozen, as '{piece.id}' cannot be printed: {piece.message}"
            yield TranslationError(message, piece.position, piece.hint)


def accept(
    built: Built,
    ids: Sequence[str],
    why: str,
    corrigendum: str = "",
    languages: Sequence[str] = (),
    words: bool = False,
) -> LedgerChange:
    """The ledger with the changes of some blocks accepted; with `words`, also those of their wording."""
    before = built.ledger()
    current = before.current(built.report.symbol)
    # Only issued languages may not change their wording; of the others the structure is enough.
    issued = [tag for tag, state in current.states.items() if state == "issued"] if current else []
    documents = {tag: built[tag] for tag in (built.report.language, *issued)}
    after = accepted(before, built.original(), documents, ids, why, corrigendum, languages, words)
    return LedgerChange(ledgers.path_of(built.workspace, built.report.slug), before, after)


def slip(built: Built, since: int | None = None) -> Slip:
    """Old number to new number since an edition, by default the last one."""
    return slip_of(built.ledger(), built.original(), since)


def check(built: Built, tags: Sequence[str] = ()) -> Audit | None:
    """How the report stands to its ledger, in some languages or all it is written in; none where it has none."""
    ledger = built.ledger()
    if not ledger.editions:
        return None
    return audit(ledger, built.original(), {tag: built[tag] for tag in tags or built.tags()})


def compare_file(built: Built, path: Path, tag: str = "") -> Comparison:
    """A returned file compared with the report in the file's language, which is guessed where `tag` is empty."""
    return compare_read(built, read_returned(built.workspace, path), path, tag)


def compare_read(built: Built, document: ReadDocument, path: Path, tag: str = "") -> Comparison:
    """The same of a file that was read before, since reading a long one takes a third of comparing it."""
    found = lines_of_document(document, path)
    return compare_lines(_in_language_of(built, found, path, tag), found)


def compare_sources(workspace: Workspace, old: ComparedSource, new: ComparedSource) -> Comparison:
    """What differs between two reports, ledgers or files, or one of each."""
    if isinstance(old, Ledger) or isinstance(new, Ledger):
        return _compare_ledgers(workspace, old, new)
    sides = [_lines(workspace, side, other) for side, other in ((old, new), (new, old))]
    return compare_lines(sides[0], sides[1])


def lines_of_file(workspace: Workspace, path: Path) -> Lines:
    """The lines of a Word or Markdown file; an `InputError` where it cannot be read."""
    return lines_of_document(read_returned(workspace, path), path)


def read_returned(
    workspace: Workspace, path: Path, reader: Callable[[Path, str], ReadDocument] = read_any
) -> ReadDocument:
    """A file that came back; an `InputError` where it cannot be read, or is too large to compare."""
    read = reader(path, workspace.shown(path.resolve()))
    _check_size(read.file, [each.line.text for each in (*read.blocks, *read.notes)])
    return read


def lines_of_document(read: ReadDocument, path: Path) -> Lines:
    """The lines of a file that was read."""
    all_lines = (*read.blocks, *read.notes)
    first_note = len(read.blocks)
    # In Markdown every number is typed, so it is no fault there.
    counted_by_word = path.suffix.casefold() not in (".md", ".markdown")
    return Lines(
        read.file,
        tuple(each.line for each in all_lines),
        {index: each.marked_in[0] for index, each in enumerate(all_lines) if each.marked_in and index >= first_note},
        {
            index: tuple(Citation(reference.target, reference.text) for reference in each.references)
            for index, each in enumerate(all_lines)
            if each.references
        },
        frozenset(index for index, each in enumerate(all_lines) if each.typed and counted_by_word),
    )


def language_of_file(built: Built, found: Lines, path: Path) -> str:
    """The language of a file of a report: by a tag in its name, else by its words."""
    return _in_language_of(built, found, path).language


def _check_size(file: str, texts: Sequence[str]) -> None:
    """An error where the comparison of so much text would cost more than two seconds."""
    for count, most, what in (
        (len(texts), _MOST_LINES, "paragraphs, cells and notes"),
        (sum(map(len, texts)), _MOST_TEXT, "characters"),
    ):
        if count > most:
            message = f"the file has {count:,} {what}; at most {most:,} are compared"
            raise InputError(message, Position(file), hint="compare its parts, each as a file of its own")


def _compare_ledgers(workspace: Workspace, old: ComparedSource, new: ComparedSource) -> Comparison:
    names, sides = [], []
    # A ledger and a report have ids of authors; a file has bookmarks, which may be wrong.
    sure = not isinstance(old, Path) and not isinstance(new, Path)
    for side, other in ((old, new), (new, old)):
        if isinstance(side, Ledger):
            edition = side.editions[-1]
            names.append(f"{edition.symbol}, edition {edition.number}")
            sides.append(of_edition(edition))
        elif isinstance(side, WrittenLedgerFile):
            tags = (side.tag,) if side.tag else side.built.tags()
            names.append(side.built.report.slug)
            sides.append(of_documents(side.built.original(), {tag: side.built[tag] for tag in tags}))
        else:
            found = lines_of_file(workspace, side)
            names.append(found.name)
            sides.append(found.pieces(_closest(found, other.editions[-1]) if isinstance(other, Ledger) else ""))
    differences = compare(sides[0], sides[1], sure=sure)
    return Comparison(names[0], names[1], differences if sure else tuple(without_furniture(differences)))


def _closest(found: Lines, edition: LedgerEdition) -> str:
    """The language of an edition in which most texts of a file are known; empty where none is."""
    digests = {digest.printed for piece in found.pieces("") for digest in piece.digests.values()}
    known = {
        tag: sum(Digest.parse(text).printed in digests for text in texts.values())
        for tag, texts in edition.texts.items()
    }
    best = max(known, key=lambda tag: known[tag], default="")
    return best if known.get(best) else ""


def _lines(workspace: Workspace, side: ComparedSource, other: ComparedSource) -> Lines:
    if isinstance(side, Path):
        return lines_of_file(workspace, side)
    assert isinstance(side, WrittenLedgerFile)
    if isinstance(other, Path) and not side.tag:
        return _in_language_of(side.built, lines_of_file(workspace, other), other)
    return lines_of(side.built[side.tag or side.built.report.language])


def _in_language_of(built: Built, found: Lines, path: Path, tag: str = "") -> Lines:
    """The report in the language of a file: `tag`, else a tag in the file's name, else by its words."""
    named = [part for part in path.name.split(".") if part in built.tags()]
    for likely in filter(None, (tag, *named[-1:])):
        document = lines_of(built[likely])
        # A name may lie: report.fr.docx can hold the English text that somebody was to translate.
        if tag or same_language(document, found):
            return document
    # The last resort costs a build of every language.
    documents = [lines_of(built[each]) for each in built.tags()]
    return max(documents, key=lambda document: len(document.vocabulary() & found.vocabulary()))
