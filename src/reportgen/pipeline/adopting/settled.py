"""A report while it is adopted: worded and built in one language after the other until it prints what the files say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from reportgen import pipeline
from reportgen.adoption.aligned import ReadVersion, paired_lines, translated_drafts
from reportgen.adoption.cells import value_cells
from reportgen.adoption.draft import DraftPiece, DraftReport, all_pieces, figures_in, owners
from reportgen.adoption.files import report_files
from reportgen.adoption.lines import all_lines
from reportgen.adoption.masthead import FoundMasthead
from reportgen.adoption.mends import facts_left, mended, prints
from reportgen.adoption.name_styles import with_name_styles
from reportgen.adoption.structure import StandingHeadings, read_draft
from reportgen.adoption.stubs import KIND_OF_STUBS, NameStub, found_stubs, stub_entries
from reportgen.adoption.wordings import DraftWordings, translated_wording, worded
from reportgen.assemble import assemble
from reportgen.catalogue import Translated, Translation
from reportgen.catalogue.update import folded_lines, updated_catalogue
from reportgen.errors import InputError, Position
from reportgen.inputs.pictures import read_picture
from reportgen.language import Language
from reportgen.language.lexicon import lexicon_file
from reportgen.model.report import wordings
from reportgen.passes.names import settle_names
from reportgen.pipeline.memory import RememberedPieces
from reportgen.readers import ReadDocument
from reportgen.record import record, replace
from reportgen.templates.render import StandingWords
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content
from reportgen.tree.printed import printed_pieces
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace, is_there

_ROUNDS = 4
"""How often a wording is put right: a name that becomes letters may move the first use to another."""


@record
class AdoptedDifference:
    """A place at which the adopted report says something else than the file: its language, where, and both texts."""

    language: str
    where: str
    found: str
    printed: str


class AdoptedOriginal:
    """The report in the language of its original."""

    def __init__(
        self,
        workspace: Workspace,
        slug: str,
        version: ReadVersion,
        language: Language,
        head: FoundMasthead | None,
        with_stubs: bool = False,
    ) -> None:
        self.workspace, self.slug, self.version, self.language, self.head = workspace, slug, version, language, head
        draft = read_draft(version.document, language, _standing(workspace, language), version.begin)
        if not draft.sections:
            raise InputError("the file has no text", Position(version.document.file), "give one that has")
        self.draft = _titled(draft, head)
        self.stubs = self._with_stubs() if with_stubs else {}
        self.words = worded(self.draft, self.language)
        self._load()

    def settled(self) -> tree.Document:
        """The document, once every wording prints what it should or is letters."""
        texts, known = _Texts(tuple(all_pieces(self.draft)), self.language), RememberedPieces()
        while changes := texts.changes(self.words.wordings, assemble(self.report, self.language, pieces=known)):
            known.begin()
            self.words = _only_printed(replace(self.words, wordings={**self.words.wordings, **changes}), self.draft)
            self._load()
        return pipeline.build(self.planned, self.report, self.language.tag)

    def _with_stubs(self) -> dict[str, NameStub]:
        """The names that the lexicon lacks and the document introduces, known from here on."""
        texts = (plain_text(piece.content) for owned in owners(self.draft) for piece in owned.pieces)
        stubs = found_stubs(texts, self.language)
        if stubs:
            path = self.workspace.root / lexicon_file(self.language.tag, KIND_OF_STUBS)
            before = self.workspace.read(path).decode() if is_there(path) else ""
            entries = stub_entries(stubs, self.head.symbol if self.head else PurePath(self.version.document.file).name)
            text = f"{before.rstrip()}\n\n{entries}" if before.strip() else entries
            self.workspace = self.workspace.opened_anew({path: text.encode()}, with_made=False)
            self.language = pipeline.language(self.workspace, self.language.tag)
        return stubs

    def _load(self) -> None:
        """Read the report as the files hold it now, in the workspace as if they were written."""
        self.planned = self.workspace.opened_anew({**self.workspace.planned, **self.files()}, with_made=True)
        self.report = pipeline.load(self.planned, self.slug)
        # The workspace of the language, in which texts are assembled, does not know the files that are planned.
        for figure in figures_in(self.draft):
            read_picture(self.planned, self.report, figure.file, None)

    def files(self) -> dict[Path, bytes]:
        """The files of the report's folder."""
        head = {**({"symbol": self.head.symbol} if self.head else {}), "language": self.language.tag}
        masthead: Mapping[str, Any] = self.head.data if self.head else {"printed": False}
        folder = self.workspace.root / "inputs" / self.slug
        found = report_files(self.draft, self.words, self.language, head, masthead)
        return {folder / name: data for name, data in found.items()}

    def facts(self) -> int:
        """How many facts were found."""
        return sum(map(len, self.words.facts.values())) + len(self.words.report_facts)

    def taken(self) -> frozenset[int]:
        """The lines of the file that pieces are made of."""
        return frozenset(at for piece in all_pieces(self.draft) for at in piece.lines)


class AdoptedTranslation:
    """The report in another language, as a catalogue."""

    def __init__(
        self, original: AdoptedOriginal, version: ReadVersion, language: Language, head: FoundMasthead | None
    ) -> None:
        self.original, self.language = original, language
        pairs = paired_lines(original.version, version)
        titles = _titles(original.draft, head) if head and original.head else {}
        self.pieces = tuple(translated_drafts(original.draft, version, pairs, titles))
        self.planned, self.report = original.planned, original.report
        values = value_cells(original.draft, original.language.conventions)
        self.worded = tuple(piece for piece in self.pieces if piece.id not in values)
        self.texts = dict(self._texts(self.worded))

    def settled(self) -> tree.Document:
        """The document, once every text prints what its file says or is letters."""
        texts, known = _Texts(self.worded, self.language), RememberedPieces()
        while changes := texts.changes(self.texts, self._assembled(known)):
            known.begin()
            self.texts |= changes
        planned = self.planned.opened_anew({**self.planned.planned, **self.files()}, with_made=True)
        return pipeline.build(planned, self.report, self.language.tag)

    def files(self) -> dict[Path, bytes]:
        """The catalogue."""
        tag = self.language.tag
        text = updated_catalogue(self.report, tag, Translation("", {}), self.texts)
        return {self.original.workspace.root / "locales" / tag / f"{self.original.slug}.po": text.encode()}

    def taken(self) -> frozenset[int]:
        """The lines of the file that texts are made of."""
        return frozenset(at for piece in self.pieces for at in piece.lines)

    def _assembled(self, known: RememberedPieces) -> tree.Document:
        sources = {name: folded_lines(wording.text) for name, wording, _ in wordings(self.report)}
        entries = {
            name: Translated(name, sources[name], text, False, "", 0)
            for name, text in self.texts.items()
            if name in sources
        }
        return assemble(self.report, self.language, Translation("", entries), self.original.language, pieces=known)

    def _texts(self, pieces: Iterable[DraftPiece]) -> Iterator[tuple[str, str]]:
        words = self.original.words
        owned = {piece.id: each.id for each in owners(self.original.draft) for piece in each.pieces}
        for piece in pieces:
            facts, source = words.facts_of(owned.get(piece.id, "")), words.wordings[piece.id]
            known = {name: facts[name] for name in facts_left(facts, [source])}
            yield piece.id, translated_wording(piece, piece.content, source, known, self.language)


class _Texts:
    """The pieces of one language, and how often each was printed otherwise than its file has it."""

    def __init__(self, pieces: tuple[DraftPiece, ...], language: Language) -> None:
        self.pieces, self.language, self.times = pieces, language, Counter[str]()
        self.has_styles = False

    def changes(self, texts: Mapping[str, str], assembled: tree.Document) -> dict[str, str]:
        """The wordings that have to change, as they are then; none where all are printed as they stand."""
        settled = settle_names(assembled, self.language)
        printed = {each.id: each.content for each in printed_pieces(settled)}
        wrong = [piece for piece in self.pieces if piece.id in printed and not prints(printed[piece.id], piece.content)]
        if wrong and not self.has_styles:
            self.has_styles = True
            raw = {each.id: each.content for each in printed_pieces(assembled)}
            rule = self.language.conventions.names
            styled = with_name_styles(texts, self.pieces, raw, printed, rule)
            if styled:
                return styled
        found = {}
        for piece in wrong:
            if self.times[piece.id] < _ROUNDS:
                found[piece.id] = mended(texts[piece.id], printed[piece.id], piece.content, self.times[piece.id])
                self.times[piece.id] += 1
        return found


def differences(
    draft: DraftReport, pieces: Iterable[DraftPiece], document: tree.Document, read: ReadDocument
) -> Iterator[AdoptedDifference]:
    """Where a piece is not printed as the file has it, its number or its text."""
    printed = {each.id: each for each in printed_pieces(document)}
    lines = all_lines(read)
    for piece in pieces:
        found = printed.get(piece.id)
        if found is None:
            # The title of a document whose masthead is not printed stands in its text.
            if piece.id != draft.title.id:
                yield AdoptedDifference(document.language, piece.id, plain_text(piece.content), "")
            continue
        line = lines[piece.lines[0]].line if piece.lines and not piece.labelled else None
        wanted = _on_one_line(f"{line.label if line else ''} {plain_text(piece.content)}")
        text = _on_one_line(f"{found.label if line else ''} {plain_text(found.content)}")
        if wanted != text or not prints(found.content, piece.content):
            yield AdoptedDifference(document.language, piece.id, wanted, text)


def _standing(workspace: Workspace, language: Language) -> StandingHeadings:
    words = StandingWords(workspace, language.tag, "standing.j2", {})
    return StandingHeadings(words.block("summary"), words.block("contents"))


def _titled(draft: DraftReport, head: FoundMasthead | None) -> DraftReport:
    """The draft with the titles of its masthead."""
    if head is None:
        return draft
    agenda = DraftPiece("agenda-title", (), head.agenda_title) if head.agenda_title else None
    return replace(draft, title=replace(draft.title, content=head.title), agenda_title=agenda)


def _titles(draft: DraftReport, head: FoundMasthead) -> dict[str, Content]:
    """The titles of the masthead of another language, by their ids; that of the agenda item may be the same there."""
    found = {draft.title.id: head.title}
    return found | ({draft.agenda_title.id: head.agenda_title or head.title} if draft.agenda_title else {})


def _only_printed(words: DraftWordings, draft: DraftReport) -> DraftWordings:
    """The wordings with the facts that they still print."""
    facts = {}
    everywhere: list[str] = []
    for owned in owners(draft):
        texts = [words.wordings[piece.id] for piece in owned.pieces if piece.id in words.wordings]
        everywhere += texts
        own = words.facts.get(owned.id, {})
        facts[owned.id] = {name: own[name] for name in facts_left(own, texts)}
    shared = {name: words.report_facts[name] for name in facts_left(words.report_facts, everywhere)}
    return replace(words, facts=facts, report_facts=shared)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
