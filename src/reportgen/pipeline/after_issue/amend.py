"""What `reportgen amend` does: the ledger, what was sent and today's sources brought together, and proved before they
are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from reportgen.amendments.applied import NotFound, applied
from reportgen.amendments.corrigendum import BothTexts, items_between
from reportgen.amendments.folder import corrigendum_files
from reportgen.amendments.issued import corrected_pieces
from reportgen.amendments.read_back import ItemReader
from reportgen.catalogue import Translation
from reportgen.catalogue import load as load_catalogue
from reportgen.catalogue.update import updated_catalogue
from reportgen.errors import ReportgenError, UsageError
from reportgen.ledger import write_file as ledgers
from reportgen.ledger.accept import accept_changes
from reportgen.ledger.audit import audit
from reportgen.ledger.model import Ledger, LedgerEdition
from reportgen.model.corrections import Amends, Corrections
from reportgen.model.report import Report, wordings
from reportgen.pipeline.after_issue.issued import corrigenda_of, issued_texts, reissued_slug
from reportgen.pipeline.build import build, language, load, write
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translations import update
from reportgen.record import record, replace
from reportgen.tree.citation import listed
from reportgen.tree.looked import looked
from reportgen.tree.sent import SentDocument, sent_document
from reportgen.workspace import Workspace
from reportgen.workspace.slugs import require_slug


@record
class Amendment:
    """A report that amends another one: its folder's name, its symbol, and all files to write, or none of them.

    `items` are the pieces that it corrects, each with the languages that are changed.
    """

    slug: str
    symbol: str
    files: Mapping[Path, bytes]
    items: tuple[tuple[str, tuple[str, ...]], ...] = ()


def amend_by_corrigendum(built: Built, tags: Sequence[str] = (), to: str = "") -> Amendment:
    """A corrigendum to an issued report, with the ledger that knows what it corrects.

    `tags` are the languages whose changes it says, by default all that are issued; it is written in all of these. A
    corrigendum that is still a draft is written anew.
    """
    report, workspace = built.report, built.workspace
    edition = issued_edition(built)
    sent = issued_texts(workspace, report.slug, edition)
    wrong = [tag for tag in tags if tag not in sent]
    if wrong:
        raise UsageError(f"{listed(wrong)} is not issued as {report.symbol}", hint=f"issued: {', '.join(sent)}")
    known = corrigenda_of(workspace, report.slug)
    drafts = [each.slug for each in known if each.is_draft]
    before = [each.corrections for each in known if each.slug not in drafts[-1:]]
    texts = dict(_both(built, sent, before))
    items = items_between(texts, tags or tuple(sent))
    if not items:
        hint = "change the sources first; the items are what differs from what was issued"
        raise UsageError(f"nothing has changed since edition {edition.number} of {report.symbol}", hint=hint)
    number = len(before) + 1 + _of_reissued(workspace, report)
    symbol = f"{report.symbol.rstrip('*')}/Corr.{number}"
    slug = (
        _of_draft(workspace, to, drafts[-1]) if drafts else folder_name(workspace, to, f"{report.slug}-corr.{number}")
    )
    digests = {tag: each.identity.digest for tag, each in sent.items()}
    corrections = Corrections(
        report=report.slug, symbol=report.symbol, edition=edition.number, before=digests, items=items
    )
    files = _folder(built, slug, symbol, corrections, list(sent))
    _prove(workspace.with_planned(files), slug, texts, corrections)
    changed = {item.piece: tuple(tag for tag, said in item.languages.items() if said.edits) for item in items}
    ledger = _ledger(built, symbol, changed)
    path = ledgers.path_of(workspace, report.slug)
    return Amendment(slug, symbol, {**files, path: ledgers.dump(ledger).encode()}, tuple(changed.items()))


def _of_reissued(workspace: Workspace, report: Report) -> int:
    """How many corrigenda the document has that a reissue is of, whose numbers go on in its own."""
    reissued = reissued_slug(report)
    return len(corrigenda_of(workspace, reissued)) if reissued else 0


def issued_edition(built: Built) -> LedgerEdition:
    """The edition as which a report is issued."""
    symbol = built.report.symbol
    editions = [each for each in built.ledger().under(symbol) if each.issued()]
    if editions:
        return editions[-1]
    hint = f"reportgen numbers freeze {built.report.slug} --state issued, once it is; until then change it freely"
    raise UsageError(f"no language of {symbol} is issued", hint=hint)


def _both(
    built: Built, sent: Mapping[str, SentDocument], before: Sequence[Corrections]
) -> Iterator[tuple[str, BothTexts]]:
    for tag, document in sent.items():
        own = language(built.workspace, tag, built.report)
        old = corrected_pieces(document, before, own.conventions)
        yield tag, BothTexts(own, old, sent_document(built[tag]).pieces)


def folder_name(workspace: Workspace, to: str, usual: str) -> str:
    """The name of the folder that `--to` names, or the usual one; a `UsageError` where it is taken or elsewhere."""
    slug = _named(workspace, to, usual)
    require_slug(slug)
    if slug in workspace.reports():
        raise UsageError(f"there is a report '{slug}' already", hint="choose another folder with --to")
    return slug


def _of_draft(workspace: Workspace, to: str, draft: str) -> str:
    """The name of the folder of a draft, which is written anew where it is."""
    if _named(workspace, to, draft) != draft:
        hint = "leave --to out, or delete the draft first"
        raise UsageError(f"inputs/{draft} is this corrigendum, still a draft, and is written anew there", hint=hint)
    return draft


def _named(workspace: Workspace, to: str, usual: str) -> str:
    """The name of the folder that `--to` names, or the usual one."""
    path = Path(to or usual)
    inputs = (workspace.root / "inputs").resolve()
    if len(path.parts) > 1 and (workspace.root / path).resolve().parent != inputs:
        raise UsageError(f"'{to}' is no folder under inputs/", hint=f"--to inputs/{usual}")
    return path.name


def _folder(built: Built, slug: str, symbol: str, corrections: Corrections, tags: Sequence[str]) -> dict[Path, bytes]:
    """The files of a corrigendum, with catalogues that take their title from those of the parent."""
    report = built.report
    amends = Amends(kind="corrigendum", report=report.slug, symbol=report.symbol, edition=corrections.edition)
    workspace = built.workspace
    draft = workspace.read(workspace.root / "inputs" / slug / "report.yaml") if slug in workspace.reports() else b""
    names = corrigendum_files(report, first_file(built), symbol, amends, corrections, draft)
    return with_languages(built, slug, names, tags)


def first_file(built: Built) -> bytes:
    """report.yaml of a report."""
    first = built.workspace.find("inputs", built.report.slug, "report.yaml")
    assert first is not None
    return built.workspace.read(first)


def with_languages(built: Built, slug: str, names: Mapping[str, bytes], tags: Sequence[str]) -> dict[Path, bytes]:
    """The files of an amendment by their paths: those of its folder, the emblem of its parent, and its catalogues."""
    report, workspace = built.report, built.workspace
    folder = workspace.root / "inputs" / slug
    files = {folder / name: data for name, data in names.items()}
    if report.masthead.emblem:
        emblem = workspace.find("inputs", report.slug, report.masthead.emblem)
        files |= {folder / report.masthead.emblem: workspace.read(emblem)} if emblem else {}
    return {**files, **_catalogues(workspace.with_planned(files), slug, report, tags)}


def _catalogues(workspace: Workspace, slug: str, parent: Report, tags: Sequence[str]) -> dict[Path, bytes]:
    """The catalogues of an amendment: the texts of the parent for what both have, by id."""
    report = load(workspace, slug)
    names = {name for name, _, _ in wordings(report)}
    files: dict[Path, bytes] = {}
    others = [tag for tag in tags if tag != report.language]
    for tag in others:
        old = load_catalogue(workspace, parent.slug, tag).entries
        texts = {name: old[name].text for name in names if name in old}
        text = updated_catalogue(report, tag, Translation("", {}), texts)
        files[workspace.root / "locales" / tag / f"{slug}.po"] = text.encode()
    planned = workspace.with_planned(files)
    return {**files, **update(planned, report, [language(planned, tag, report) for tag in others])}


def _ledger(built: Built, symbol: str, changed: Mapping[str, tuple[str, ...]]) -> Ledger:
    """The ledger with every change of an issued piece accepted for its corrigendum, and no other change of that."""
    ledger = built.ledger()
    editions = tuple(
        replace(each, changes=tuple(change for change in each.changes if change.corrigendum != symbol))
        for each in ledger.editions
    )
    ledger = Ledger(editions)
    documents = {tag: built[tag] for tag in built.tags()}
    standings = audit(ledger, built.original(), documents).standings
    held = {key for each in standings for keys in each.issued.values() for key in keys}
    for name, tags in changed.items():
        if name in held:
            issued = {tag: built[tag] for tag in tags}
            ledger = accept_changes(ledger, built.original(), issued, [name], f"corrected by {symbol}", symbol, tags)
    return ledger


def _prove(workspace: Workspace, slug: str, texts: Mapping[str, BothTexts], corrections: Corrections) -> None:
    """Read the Word file of the corrigendum as anybody would, and carry out what it says on the issued text.

    Raises a `ReportgenError` where that is not, to the letter, what the sources print today.
    """
    report = load(workspace, slug)
    for tag, each in texts.items():
        found = said_in_word(write(build(workspace, report, tag), "docx"), each)
        wanted = {
            item.piece: looked(next((piece.content for piece in each.new if piece.id == item.piece), ()))
            for item in corrections.items
            if tag in item.languages and item.languages[tag].edits
        }
        if {name: found.get(name) for name in wanted} != wanted:
            wrong = [name for name in wanted if found.get(name) != wanted[name]]
            message = f"read back from Word in {tag}, the items about {listed(wrong)} do not lead to today's text"
            raise ReportgenError(message, None, "issue a revision instead")


def said_in_word(data: bytes, texts: BothTexts) -> dict[str, object]:
    """The pieces that a Word file of a corrigendum corrects, each as it reads once that is done."""
    from reportgen.readers.docx import read_word

    reader = ItemReader(texts.old, texts.language, texts.new)
    pieces = {each.id: looked(each.content) for each in texts.old}
    found: dict[str, object] = {}
    lines = read_word(data, "the corrigendum").blocks
    for where, what in pairwise(lines):
        if where.line.kind == "paragraph" and where.line.path and what.line.kind == "plain":
            try:
                item = reader.read(where.line.text, looked(what.content))
                if item.edits:
                    text = pieces.get(item.piece) or looked(())
                    found[item.piece] = applied(item.edits, text, texts.language.conventions)
            except NotFound:
                continue
    return found
