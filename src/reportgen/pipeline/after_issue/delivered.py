"""What an edition printed, taken from its delivered files where nobody kept it: reports issued before editions were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.comparison.compare import compare
from reportgen.comparison.files import without_furniture
from reportgen.comparison.older import OlderPiece
from reportgen.errors import InputError, Position, UsageError, raise_all
from reportgen.ledger.editions import of_edition
from reportgen.ledger.kept import dump_kept, kept_path, kept_sent, load_kept
from reportgen.ledger.model import LedgerEdition
from reportgen.pipeline.numbers import Built, language_of_file, lines_of_document, read_returned
from reportgen.pipeline.older import of_file
from reportgen.readers import ReadDocument
from reportgen.record import replace
from reportgen.tree.inlines import Inline, NoteMark
from reportgen.tree.printed import MASTHEAD, Identity, PrintedPiece, printed_digest
from reportgen.tree.printed_from import PrintedFrom
from reportgen.tree.sent import SentDocument, read_sent
from reportgen.tree.walk import map_leaves

_MOST_TOLD = 5


def keep_from_files(built: Built, paths: Sequence[Path]) -> tuple[LedgerEdition, Mapping[Path, bytes]]:
    """The edition that the report is held to, and the file with what delivered files show of it, one a language.

    An `InputError` where a file has another number or another text than the ledger, or is of another symbol.
    """
    report, workspace = built.report, built.workspace
    edition = built.ledger().current(report.symbol)
    if edition is None:
        raise UsageError(f"nothing of {report.symbol} is frozen", hint="--from is for what went out already")
    old = load_kept(workspace, report.slug, edition.number)
    texts = dict(old.texts) if old else {}
    for path in paths:
        read = read_returned(workspace, path)
        tag = _language(built, read, path)
        if tag not in edition.held():
            message = f"{tag} is not held to edition {edition.number} of {report.symbol}"
            raise InputError(message, Position(read.file), f"held: {', '.join(sorted(edition.held()))}")
        if tag in texts:
            message = f"edition {edition.number} keeps its text in {tag} already"
            raise InputError(message, Position(read.file), "what was kept is not replaced")
        raise_all(list(_faults(edition, read, path, tag)))
        texts[tag] = kept_sent(_sent(built, read, tag, edition))
    target = kept_path(workspace, report.slug, edition.number)
    return edition, {target: dump_kept(edition.number, edition.symbol, texts)}


def _language(built: Built, read: ReadDocument, path: Path) -> str:
    """The language of a file: its own word for it, else its name and its words."""
    if read.identity is None:
        return language_of_file(built, lines_of_document(read, path), path)
    if read.identity.symbol != built.report.symbol:
        message = f"the file is of {read.identity.symbol}, and not of {built.report.symbol}"
        raise InputError(message, Position(read.file), "give the file as it was delivered")
    return read.identity.language


def _faults(edition: LedgerEdition, read: ReadDocument, path: Path, tag: str) -> Iterator[InputError]:
    """What a file has otherwise than the ledger: numbers, texts, blocks."""
    pieces = lines_of_document(read, path).pieces(tag)
    wrong = [each for each in without_furniture(compare(of_edition(edition), pieces, sure=False))
             if each.change != "unchanged" and (each.old or each.new or each.id)]  # fmt: skip
    for each in wrong[:_MOST_TOLD]:
        message = f"'{each.id}' is {each.change} against edition {edition.number}"
        yield InputError(message, Position(read.file), "give the file as it was delivered")
    if len(wrong) > _MOST_TOLD:
        yield InputError(
            f"and {len(wrong) - _MOST_TOLD} more differ", Position(read.file), "give the files as they were delivered"
        )


def _sent(built: Built, read: ReadDocument, tag: str, edition: LedgerEdition) -> SentDocument:
    """The document that a file shows: what it carries of itself where that is its own text, else what a reader sees."""
    try:
        carried = read_sent(read.carried) if read.carried else None
    except ValueError:
        carried = None
    if carried and read.identity and carried.identity.digest == read.identity.digest:
        return replace(carried, identity=replace(carried.identity, edition=edition.number))
    older = of_file(read, built[tag])
    masthead = [PrintedPiece(name, MASTHEAD, (), "", content) for name, content in older.masthead.items()]
    pieces = (*masthead, *_with_note_ids(older.pieces, edition))
    identity = Identity(edition.symbol, edition.number, tag, printed_digest(pieces))
    return SentDocument(identity, pieces, PrintedFrom(built.report.language))


def _with_note_ids(pieces: Sequence[OlderPiece], edition: LedgerEdition) -> Iterator[PrintedPiece]:
    """The pieces; notes have the ids of the ledger, which knows them by their numbers, since Markdown has none."""
    ids = {block.path: block.id for block in edition.blocks if block.kind == "note"}
    names = {each.id: ids[each.path] for each in pieces if each.kind == "note" and each.path in ids}

    def named(inline: Inline) -> Inline:
        return replace(inline, note=names.get(inline.note, inline.note)) if isinstance(inline, NoteMark) else inline

    for each in pieces:
        content = map_leaves(each.content, named)
        yield PrintedPiece(names.get(each.id, each.id), each.kind, each.path, each.label, content)
