"""What rules look at: a report and its documents in all languages, and how a finding names a place."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeVar

from reportgen.amendments.issued import Issued
from reportgen.amendments.parent import ParentEditions
from reportgen.catalogue import Review, Translated, Translation
from reportgen.catalogue.state import digest_of_wording
from reportgen.checks.content import CheckedContent, contents_of
from reportgen.checks.document_text import DocumentText
from reportgen.errors import Position
from reportgen.facts import Value
from reportgen.finding import Finding, Severity
from reportgen.language import Language
from reportgen.ledger.standing import Audit
from reportgen.model.blocks import Item
from reportgen.model.report import Report, wordings
from reportgen.model.written import Wording
from reportgen.record import field, record, replace
from reportgen.templates.render import MASTHEAD_TEMPLATE, StandingWords
from reportgen.tree import nodes as tree
from reportgen.tree.path import whole_of

_ID = re.compile(r"\(([^()\s]+)\)\Z")
"""The id of a block in the name of its place: "para. 41 (kyrgyzstan-reform)"."""

LooksAt = Literal["the edition", "pairs", "pieces"]
"""What a rule looks at, as its `LOOKS_AT` says; all of the edition where it says nothing."""

PIECES: LooksAt = "pieces"
"""One piece in one language at a time: its text, block and wording, the facts that it may print, its language."""

PAIRS: LooksAt = "pairs"
"""The same beside the same piece of the original. What a rule finds so is kept, and no piece is looked at twice."""

_Made = TypeVar("_Made")
_NONE: Mapping[str, Wording] = {}

_MASTHEAD_LINE = re.compile(r"(?P<name>[a-z ]+) of the masthead(?: \((?P<note>[a-z-]+)\))?")


@record
class Code:
    """What a code means, what to do about it, where the rule is from, and how bad it is to break it.

    A code with `proof` proves numbers, facts, parity, references or the ledger: nobody can lower or waive it.
    """

    title: str
    explanation: str
    proof: bool = False
    severity: Severity = "error"
    source: str = ""


@record
class Edition:
    """A report in all the languages that are checked; the original is among them or stands beside them.

    `recalled` has the texts of documents that the memory of translations has, by symbol and language.
    `audit` says how they stand to the ledger, where there is one, and `reviews` how far each piece is, by language.
    A `part` of an edition has one language and the pieces that are looked at, and knows the `whole`.
    `issued` are the issued documents that they are held to with all corrigenda, or that they correct, by language;
    `parent` has the editions of the document that an addendum belongs to.
    """

    report: Report
    original: tree.Document
    documents: Mapping[str, tree.Document]
    translations: Mapping[str, Translation]
    languages: Mapping[str, Language]
    audit: Audit | None = None
    reviews: Mapping[str, Mapping[str, Review]] = field(default_factory=dict)
    recalled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    whole: Edition | None = field(default=None, compare=False, repr=False)
    issued: Mapping[str, Issued] = field(default_factory=dict)
    parent: ParentEditions | None = None

    _texts: dict[int, DocumentText] = field(default_factory=dict, init=False, compare=False, repr=False)
    _made: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    _contents: dict[int, tuple[CheckedContent, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _values: dict[str, Mapping[str, Value]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def contents(self, document: tree.Document) -> tuple[CheckedContent, ...]:
        """Every piece of the masthead, every block and note of a document of this edition; the same for every rule."""
        # By identity, since comparing two documents takes as long as checking them.
        if id(document) not in self._contents:
            found = self.whole.contents(document) if self.whole else contents_of(document)
            # The words of a corrigendum are those of another document, printed as they stand there.
            quoted = {item.id for item in self.report.corrections}
            own = (each for each in found if whole_of(each.id) not in quoted)
            self._contents[id(document)] = tuple(each for each in own if not self.whole or each.id in self.names)
        return self._contents[id(document)]

    def originals(self) -> Mapping[str, CheckedContent]:
        """Every piece of the original by its id; the same for every rule."""
        return self.once("originals", lambda: {each.id: each for each in self.contents(self.original)})

    def part(self, tag: str, names: frozenset[str]) -> Edition:
        """What rules about pieces see of it: some pieces in one language, and their originals."""
        return replace(self, documents={tag: self.documents[tag]}, names=names, whole=self)

    def once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """What several rules ask for, made when the first of them does."""
        if name not in self._made:
            self._made[name] = make()
        made: _Made = self._made[name]
        return made

    def text_of(self, document: tree.Document) -> DocumentText:
        """The whole text of a document of this edition, in which a rule finds what it looks for at once."""
        if id(document) not in self._texts:
            language = self.languages[document.language]
            self._texts[id(document)] = DocumentText(document, self.contents(document), language)
        return self._texts[id(document)]

    def values_of(self, item: Item | None) -> Mapping[str, Value]:
        """The values of all facts that the wording of a block may print, those of the whole report among them."""
        if self.whole:
            return self.whole.values_of(item)
        name = item.id if item else ""
        if name not in self._values:
            # A fact of a block hides one of the report; the many of the report are not copied for each block.
            self._values[name] = (
                ChainMap(item.values(), self.values_of(None))  # type: ignore[arg-type]
                if item
                else {key: fact.value for key, fact in self.report.facts.items()}
            )
        return self._values[name]

    def owner_of(self, name: str) -> Item | None:
        """The block whose facts a piece may print; None for headings, the title and the masthead."""
        if self.whole:
            return self.whole.owner_of(name)
        return self.once("owners", lambda: _owners(self.report)).get(name)

    def is_worded_by_templates(self, name: str) -> bool:
        """Whether a paragraph is of a kind: in every language it is worded by those who answer for that language."""
        return bool(getattr(self.owner_of(name), "kind", None))

    def others(self) -> Iterator[tree.Document]:
        """The documents that are translations."""
        return (document for document in self.documents.values() if document.language != self.report.language)

    def printing(self, name: str) -> Iterator[str]:
        """The languages that can print their text of a piece."""
        return (tag for tag, each in self.documents.items() if all(piece.id != name for piece in each.broken))


def _owners(report: Report) -> dict[str, Item]:
    items: dict[str, Item] = {item.id: item for item in report.all_items()}
    return items | {name: item for item in items.values() for name, _ in item.entries()}


def times(count: int) -> str:
    """How often something stands: 1 time, 3 times."""
    return "1 time" if count == 1 else f"{count} times"


def wording_of(edition: Edition, tag: str, name: str, originals: Mapping[str, Wording]) -> Wording | Translated | None:
    """A piece of wording as it stands in a file of a language; None for what only templates word."""
    translation = edition.translations.get(tag)
    entry = translation.get(name) if translation else None
    return (entry if entry and entry.text else None) or (None if translation else originals.get(name))


def places_of(report: Report) -> dict[str, Position]:
    """The place in the files of each piece of wording and each block of the original, by id."""
    items = {item.id: item.position("kind") or item.position() for item in report.all_items()}
    pieces = {name: wording.position() for name, wording, _ in wordings(report)}
    return {name: at for name, at in (items | pieces).items() if at is not None}


def placed(
    finding: Finding, edition: Edition, places: Mapping[str, Position], originals: Mapping[str, Wording] = _NONE
) -> Finding:
    """The finding with the place of the wording in its language's catalogue or in the report, and with a hint."""
    match = _ID.search(finding.where)
    name = match[1] if match else finding.where
    translation = edition.translations.get(finding.language)
    entry = translation.get(name) if translation else None
    original = places.get(name) or places.get(name.partition("/")[0]) or places.get("title")
    wording = wording_of(edition, finding.language, name, originals)
    spot = finding.spot or _spot(finding, wording)
    at = wording.position(spot[0]) if wording and spot else None
    return replace(
        finding,
        # The nearest place that is known: the words, the template, the translation, the wording, its block, the title.
        position=finding.position or at or _in_template(finding, edition) or (entry.position() if entry else original),
        hint=finding.hint or f"reportgen explain {finding.code} says why, and what to do",
        spot=spot,
        text=digest_of_wording(wording.text) if wording else "",
    )


def _spot(finding: Finding, wording: Wording | Translated | None) -> tuple[int, int] | None:
    """Where the words of a finding stand in the wording; None where they stand nowhere, or more than once."""
    if wording is None or not finding.words or wording.text.count(finding.words) != 1:
        return None
    start = wording.text.index(finding.words)
    return start, start + len(finding.words)


def _in_template(finding: Finding, edition: Edition) -> Position | None:
    """The place of a line of the masthead in the template of its language; None for all else."""
    line = _MASTHEAD_LINE.fullmatch(finding.where)
    language = edition.languages.get(finding.language)
    if line is None or language is None:
        return None
    # The information block has several lines, which stand side by side in the template.
    name = line["note"] or line["name"].replace("information block", "distribution")
    block = name.replace(" ", "_").replace("-", "_")
    return StandingWords(language.workspace, language.tag, MASTHEAD_TEMPLATE, {}).position(block)
