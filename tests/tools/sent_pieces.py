"""Every piece of a report as it was sent, and a way to print another wording in the place of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from shutil import copytree

from reportgen import catalogue, pipeline
from reportgen.assemble import assemble
from reportgen.assemble.blocks import in_tables
from reportgen.assemble.prose import Prose
from reportgen.catalogue.state import is_the_same_in_all_languages
from reportgen.facts import Value
from reportgen.language import Language
from reportgen.model.blocks import Item, Paragraph
from reportgen.model.report import Report, wordings
from reportgen.passes.number import number_blocks
from reportgen.passes.references import _Resolver
from reportgen.passes.targets import ReferenceTarget, targets_of
from reportgen.printing.names import FirstUses, named
from reportgen.printing.series import figured_series
from reportgen.recover import SentFact, SentPiece
from reportgen.templates.kinds import kind_wording
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NameUse, PrintedFact, Text
from reportgen.tree.path import Path as NumberPath
from reportgen.tree.path import scope_of
from reportgen.tree.text import UNTRANSLATED, plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of, map_block
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
TAGS = ("ar", "en", "es", "fr", "ru", "zh")
HEADINGS = (tree.Heading, tree.Annex)


@dataclass
class Place:
    """What a piece sees of the document: the names met before it, and where its references are seen from."""

    uses: FirstUses
    order: int = 0
    scope: NumberPath = ()

    def fresh(self) -> FirstUses:
        return FirstUses(self.uses.rule, self.uses.uses, self.uses.in_headings, set(self.uses.introduced))


_FUNCTIONS = {"heading": "section", "paragraph": "para", "subparagraph": "para", "appendix": "annex"}
"""The functions that refer to kinds of blocks which are called otherwise."""


@dataclass
class Sent:
    """A piece, and what is needed to print another wording there."""

    piece: SentPiece
    language: Language
    place: Place
    resolver: _Resolver
    values: Mapping[str, Value] = field(default_factory=dict)
    is_cell: bool = False

    def print(self, wording: str, values: Mapping[str, Value] | None = None) -> Content:
        """What a build prints for a wording in this place, with these values of facts."""
        known = {**self.values, **(values or {})}
        prose = Prose(self.language, known.get, lambda _: None, figured_series(known.values(), self.language))
        printed = prose.content(wording)
        settled = named(in_tables(printed, self.language) if self.is_cell else printed, self.place.fresh())
        self.resolver.order, self.resolver.scope = self.place.order, self.place.scope
        content = self.resolver.content(settled)
        assert not self.resolver.errors, self.resolver.errors
        return content


def real_pieces(tag: str) -> list[Sent]:
    """The pieces of the real report in a language."""
    return _pieces(Workspace.at(), "e-cn.15-2019-9", tag)


def case_pieces(tag: str, root: Path, slugs: Sequence[str] = ("every-block", "facts-only")) -> Iterator[Sent]:
    """The pieces of reports of tests/cases that have the language; `root` is an empty folder."""
    workspace = _cases(root)
    for slug in slugs:
        report = pipeline.load(workspace, slug)
        tags = TAGS if slug == "facts-only" else pipeline.report_languages(workspace, report)
        if tag in tags:
            yield from _pieces(workspace, slug, tag)


@lru_cache(maxsize=4)
def _cases(root: Path) -> Workspace:
    copytree(ROOT / "tests/cases/facts-only", root / "inputs/facts-only")
    copytree(ROOT / "tests/cases/every-block", root, dirs_exist_ok=True)
    return Workspace.at(root)


@lru_cache(maxsize=32)
def _pieces(workspace: Workspace, slug: str, tag: str) -> list[Sent]:
    report = pipeline.load(workspace, slug)
    own, original = pipeline.language(workspace, tag), pipeline.language(workspace, report.language)
    translation = None if tag == report.language else catalogue.load(workspace, slug, tag)
    document = assemble(report, own, translation, original)
    places = _names(document, own)
    numbered = number_blocks(document, own, {})
    targets = targets_of(numbered)
    resolver = _Resolver(own, targets)
    _seen_from(numbered, targets, places)
    texts = dict(_texts(report, translation, own))
    contents = {block.id: content_of(block) for block in (*all_blocks(document), *document.notes)}
    cells = {block.id for block in all_blocks(document) if isinstance(block, tree.Cell)}
    contents["title"] = document.masthead.title
    places["title"] = Place(FirstUses(own.conventions.names, in_headings=True))
    printed = _printed(contents)
    cited = {
        (_FUNCTIONS.get(target.kind, target.kind), plain_text(tuple(resolver._number(target)))): target.id
        for target in targets.values()
        if not scope_of(target.number.path)
    }
    found = []
    for name, (text, item) in texts.items():
        if name not in contents or not text:
            continue
        facts = report.facts_of(item)
        sent = {
            fact: SentFact(
                each.value,
                "report" if fact in report.facts and each is report.facts[fact] else "piece",
                tuple(sorted(printed[_owner(report, item, fact), fact] - {name})),
            )
            for fact, each in facts.items()
        }
        values = {fact: each.value for fact, each in sent.items()}
        one = Sent(SentPiece(name, text, (), sent), own, places[name], resolver, values, name in cells)
        content = one.print(text)
        kind = str(item.kind or "") if isinstance(item, Paragraph) and name == item.id else ""
        seen = places[name].uses
        one.piece = SentPiece(
            name,
            text,
            content,
            sent,
            {} if places[name].scope else cited,
            kind,
            tag == report.language,
            seen.in_headings,
            frozenset(seen.introduced),
        )
        found.append(one)
    return found


def _texts(report: Report, translation: object, own: Language) -> Iterator[tuple[str, tuple[str, Item | None]]]:
    for name, wording, item in wordings(report):
        text = wording.text
        if translation is not None:
            entry = translation.get(name)  # type: ignore[attr-defined]
            alone = text if is_the_same_in_all_languages(text) else ""
            text = entry.text if entry and entry.text else alone
        yield name, (text.rstrip("\n"), item)
    for item in report.all_items():
        if isinstance(item, Paragraph) and item.kind:
            yield item.id, (kind_wording(item, report.facts_of(item), own), item)


def _owner(report: Report, item: Item | None, fact: str) -> str:
    return item.id if item and fact in item.all_facts() else ""


def _printed(contents: Mapping[str, Content]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, content in contents.items():
        for inline in all_inlines(content):
            if isinstance(inline, PrintedFact | NameUse):
                found["", inline.fact].add(name)
    return found


def _names(document: tree.Document, own: Language) -> dict[str, Place]:
    """What was known of names before each piece."""
    from reportgen.passes.names import _uses, _without_alternative

    rule = own.conventions.names
    places: dict[str, Place] = {}
    headings = _Watching(FirstUses(rule, in_headings=True), document, places)
    summary = [block for block in document.blocks if isinstance(block, tree.Summary)]
    text = [block for block in document.blocks if not isinstance(block, tree.Summary)]
    body = _Watching(FirstUses(rule, _uses(text)), document, places)
    for blocks, walk in ((summary, _Watching(FirstUses(rule, _uses(summary)), document, places)), (text, body)):
        for block in blocks:
            if isinstance(block, tree.Figure):
                headings.content(block.alternative.content)
                map_block(_without_alternative(block), walk.content)
            else:
                map_block(block, headings.content if isinstance(block, HEADINGS) else walk.content)
    notes = _Watching(FirstUses(rule, introduced=set(body.names.introduced)), document, places)
    for note in document.notes:
        notes.content(note.content)
    return places


class _Watching:
    """Prints names and writes down what it knew before each piece."""

    def __init__(self, names: FirstUses, document: tree.Document, places: dict[str, Place]) -> None:
        self.names, self.places = names, places
        self.ids = {id(content_of(block)): block.id for block in (*all_blocks(document), *document.notes)}

    def content(self, content: Content) -> Content:
        if id(content) in self.ids:
            names = self.names
            before = FirstUses(names.rule, names.uses, names.in_headings, set(names.introduced))
            self.places[self.ids[id(content)]] = Place(before)
        return named(content, self.names)


def _seen_from(document: tree.Document, targets: Mapping[str, ReferenceTarget], places: Mapping[str, Place]) -> None:
    order, scope = 0, ()
    for block in all_blocks(document):
        here = targets.get(block.id)
        order = here.order if here else order
        if isinstance(block, tree.Annex) and block.number:
            scope = block.number.path
        if block.id in places:
            places[block.id].order, places[block.id].scope = order, scope


def is_untranslated(content: Content) -> bool:
    """Whether a piece is printed in the original, since it has no translation."""
    return bool(content) and content[0] == Text(UNTRANSLATED[0])
