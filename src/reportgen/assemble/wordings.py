"""Pieces of wording as inlines: in the language, or marked in the original where there is no translation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reportgen.assemble.pieces import KeptPieces, piece_key, printed_or_kept
from reportgen.assemble.prose import Prose
from reportgen.catalogue import Translated, Translation
from reportgen.catalogue.state import is_the_same_in_all_languages
from reportgen.errors import ReportgenError, TranslationError, WordingError
from reportgen.language import Language
from reportgen.model.blocks import Item, Paragraph
from reportgen.model.report import Report
from reportgen.model.written import Wording
from reportgen.printing.series import figured_series
from reportgen.record import replace
from reportgen.templates.kinds import kind_wording
from reportgen.templates.render import StandingWords
from reportgen.tree.inlines import Content, Text
from reportgen.tree.kept_content import Locate
from reportgen.tree.printed_from import PieceWording, PrintedFrom, ValuesByName
from reportgen.tree.text import UNTRANSLATED


@dataclass
class Worded:
    """Words the pieces of one report in one language; `errors` are kept until the whole tree was tried.

    `broken` are pieces that the language cannot print, by id, with what is wrong with them; `wordings` are those that
    were printed so far, `facts` the values that they may print, by the ids of their blocks, `sources` the wordings of
    the original, by id, where that is another language.
    """

    report: Report
    language: Language
    translation: Translation | None
    original: Language
    broken: dict[str, ReportgenError] = field(default_factory=dict)
    pieces: KeptPieces | None = None
    errors: list[ReportgenError] = field(default_factory=list)
    wordings: dict[str, PieceWording] = field(default_factory=dict)
    facts: dict[str, ValuesByName] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        values = {name: fact.value for name, fact in self.report.facts.items()}
        self.values = self.pieces.shared(values) if self.pieces else values
        self.facts[""] = self.values

    def printed_from(self) -> PrintedFrom:
        """What all that was worded so far was printed from."""
        facts = {owner: values for owner, values in self.facts.items() if values}
        return PrintedFrom(self.report.language, self.wordings, facts, self.sources)

    def keep(self, name: str, wording: PieceWording, facts: ValuesByName) -> None:
        """Keep the wording of a piece that was printed elsewhere, with the facts of its owner."""
        self.wordings[name] = wording
        self.facts[wording.owner] = facts

    def standing(self, block: str, **values: str) -> str:
        """Words that every report in the language may need."""
        return StandingWords(self.language.workspace, self.language.tag, "standing.j2", values).block(block)

    def text_of(self, paragraph: Paragraph) -> Content:
        """The inlines of a paragraph's text: worded by its author, or by the templates of its kind."""
        if paragraph.text:
            return self.piece(paragraph.id, paragraph.text, paragraph)
        return self._worded(
            paragraph.id,
            lambda: self._of_a_kind(paragraph, self.language),
            lambda: self._of_a_kind(paragraph, self.original),
        )

    def piece(self, name: str, wording: Wording, item: Item | None) -> Content:
        """The inlines of one piece."""
        entry = self.translation.get(name) if self.translation else None
        if self.translation:
            self.sources[name] = wording.text
        return self._worded(
            name,
            lambda: self._translated(name, entry, item, wording),
            lambda: self._printed(PieceWording(wording.text), self.original, name, item, wording.position),
        )

    def _worded(self, name: str, own: Callable[[], Content | None], source: Callable[[], Content]) -> Content:
        """A piece in the language; in the original, marked, where the language has no text or cannot print it."""
        try:
            if self.translation is None:
                return source()
            content = None if name in self.broken else self._unbroken(name, own)
            # Printed by the rules of the original language, so that the brackets hold its sentence unchanged.
            if content is None:
                content = (Text(UNTRANSLATED[0]), *source(), Text(UNTRANSLATED[1]))
                self.wordings[name] = replace(self.wordings[name], text="")
            return content
        except ReportgenError as error:
            self.errors.append(error)
            return ()

    def _unbroken(self, name: str, own: Callable[[], Content | None]) -> Content | None:
        """What the language prints; nothing where it cannot, which stops neither other pieces nor other languages."""
        try:
            return own()
        except ReportgenError as error:
            self.broken[name] = error
            return None

    def _translated(self, name: str, entry: Translated | None, item: Item | None, wording: Wording) -> Content | None:
        if entry is None or not entry.text:
            if is_the_same_in_all_languages(wording.text):
                return self._printed(PieceWording(wording.text), self.language, name, item, wording.position)
            return None
        return self._printed(PieceWording(entry.text), self.language, name, item, entry.position, TranslationError)

    def _of_a_kind(self, paragraph: Paragraph, language: Language) -> Content:
        text = kind_wording(paragraph, self.report.facts_of(paragraph), language)
        wording, position = PieceWording(text, kind=paragraph.kind or ""), paragraph.position("kind")
        return self._printed(wording, language, paragraph.id, paragraph, lambda _: position)

    def _printed(
        self,
        wording: PieceWording,
        language: Language,
        name: str,
        item: Item | None,
        locate: Locate,
        error: type[ReportgenError] = WordingError,
    ) -> Content:
        """The inlines of a wording in a language; it is kept, with the facts of its block."""
        self.wordings[name] = replace(wording, owner=item.id if item else "")
        own, place = self._own_facts(item), (language.tag, name)
        seen = wording.text, own, item.notes if item else None, self.values
        if self.pieces and (known := self.pieces.again(place, seen, locate)):
            return known
        # A fact of the paragraph hides one of the report with the same name.
        values = {**self.values, **own}
        figured = figured_series(values.values(), language)
        # A footnote may mark no footnotes.
        notes = frozenset(item.notes) if item and name not in item.notes else frozenset[str]()
        prose = Prose(language, values.get, locate, figured, error, frozenset(values), notes)
        key = piece_key(language, name, wording.text, values, figured, notes)
        content = printed_or_kept(self.pieces, key, prose.locate, lambda: prose.content(wording.text))
        if self.pieces:
            self.pieces.see(place, seen)
        return content

    def _own_facts(self, item: Item | None) -> ValuesByName:
        """The values of the facts of a block, which all its pieces may print."""
        if item is None:
            return {}
        return self.facts.setdefault(item.id, item.values())
