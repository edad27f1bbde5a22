"""The wording of an edition, piece by piece, for the rules that look at placeholders; this is no rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.edition import Edition
from reportgen.facts import Value, ends_of
from reportgen.finding import Finding, Severity
from reportgen.language import Language
from reportgen.model.blocks import Paragraph, Table
from reportgen.model.report import wordings
from reportgen.record import field, record
from reportgen.templates.kinds import kind_wording
from reportgen.wording import Fault, Placeholder, placeholders, scan


@record
class CheckedPiece:
    """One piece of wording in one language with the facts that it may print."""

    language: Language
    name: str
    text: str
    facts: Mapping[str, Value]
    in_table: bool = False
    _found: list[list[Placeholder]] = field(default_factory=list, init=False, compare=False, repr=False)

    def placeholders(self) -> list[Placeholder]:
        """The placeholders of facts; none where the text cannot be read, which is an error of its own elsewhere."""
        if not self._found:
            try:
                self._found.append(list(placeholders(scan(self.text))))
            except Fault:
                self._found.append([])
        return self._found[0]

    def value_of(self, placeholder: Placeholder) -> Value | None:
        """The value that a placeholder prints: its fact or one end of a range; None for one item of a list."""
        value, item = self.facts.get(placeholder.fact), placeholder.item
        ends = ends_of(value) if value else None
        if ends and item in ("low", "high"):
            return ends[item == "high"]
        return None if item else value

    def finding(self, code: str, severity: Severity, message: str, at: Placeholder, hint: str = "") -> Finding:
        """A finding at a placeholder of the piece."""
        return Finding(code, severity, message, self.language.tag, self.name, hint=hint, spot=at.origin)


def pieces(edition: Edition) -> Sequence[CheckedPiece]:
    """The wording of every checked language, including paragraphs worded by templates; the same for every rule."""
    return edition.once("pieces", lambda: tuple(_pieces(edition)))


def _pieces(edition: Edition) -> Iterator[CheckedPiece]:
    if edition.whole is None:
        return _all_pieces(edition)
    return (
        each for each in pieces(edition.whole) if each.name in edition.names and each.language.tag in edition.documents
    )


def _all_pieces(edition: Edition) -> Iterator[CheckedPiece]:
    for name, wording, owner in wordings(edition.report):
        facts, in_table = edition.values_of(owner), isinstance(owner, Table)
        for tag in edition.printing(name):
            language = edition.languages[tag]
            entry = edition.translations[tag].get(name) if tag in edition.translations else None
            if entry and entry.text:
                yield CheckedPiece(language, name, entry.text, facts, in_table)
            # A piece without a translation is reported once, by the rule for catalogues.
            elif tag == edition.report.language:
                yield CheckedPiece(language, name, wording.text, facts, in_table)
    for item in edition.report.all_items():
        if isinstance(item, Paragraph) and item.kind:
            yield from _of_a_kind(edition, item)


def _of_a_kind(edition: Edition, paragraph: Paragraph) -> Iterator[CheckedPiece]:
    for tag in edition.printing(paragraph.id):
        language = edition.languages[tag]
        text = kind_wording(paragraph, edition.report.facts_of(paragraph), language)
        yield CheckedPiece(language, paragraph.id, text, edition.values_of(paragraph))
