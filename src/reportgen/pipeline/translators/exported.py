"""What goes to translators: a report and its translation into one language as units, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen import catalogue, pipeline
from reportgen.catalogue.load import Translation
from reportgen.catalogue.load import read as read_catalogue
from reportgen.catalogue.state import FINISHED, Review, digest_of_wording
from reportgen.catalogue.state_file import load_states
from reportgen.catalogue.update import folded_lines, update_reviewed
from reportgen.errors import UsageError
from reportgen.facts import Count, Names, Value, value_said
from reportgen.language import Language
from reportgen.language.plurals import numbers_by_category
from reportgen.model.report import wordings
from reportgen.model.written_fact import WrittenFact
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.reading.sides import todays_side
from reportgen.pipeline.translations import reviews
from reportgen.record import replace
from reportgen.recover.press import Press
from reportgen.returned.printed_facts import facts_with_words, shown_facts
from reportgen.returned.sides import KnownSide
from reportgen.translation.printed import PrintPlain, UnitNumbers
from reportgen.translation.units import FactRemark, Job, TranslationUnit, UnitPart
from reportgen.tree.citation import cited
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text
from reportgen.wording import Placeholder


def exported_job(built: Built, tag: str, every: bool = False) -> Job:
    """The pieces of a report to translate into a language: those that are new or changed, or every one."""
    units = ExportedUnits(built, tag)
    is_right_to_left = units.language.conventions.direction == "rtl"
    wanted = tuple(units.wanted(every))
    return Job(built.report.symbol, built.report.language, tag, wanted, units.updated, is_right_to_left)


@dataclass
class ExportedUnits:
    """Makes the units of a report for one language."""

    built: Built
    tag: str

    def __post_init__(self) -> None:
        original = self.built.report.language
        if self.tag == original:
            message = f"the report is written in '{original}': there is nothing to translate into it"
            raise UsageError(message, hint="name another language: -l TAG")

    def wanted(self, every: bool) -> Iterator[TranslationUnit]:
        """The units of the pieces that wait for somebody, or of every piece."""
        heading = ""
        for piece in self.source.pieces:
            if piece.kind == "heading":
                heading = plain_text(piece.content)
            review = self.reviews.get(piece.id)
            if review is not None and (every or review.state not in FINISHED):
                yield self.unit(piece, heading)

    def unit(self, piece: PrintedPiece, heading: str = "") -> TranslationUnit:
        """The unit of a piece of the original."""
        return replace(self.unit_without_remarks(piece, heading), facts=tuple(self._facts(piece.id)))

    def unit_without_remarks(self, piece: PrintedPiece, heading: str = "") -> TranslationUnit:
        """The unit of a piece, without what a translator should know of its facts, which takes longest to tell."""
        name = piece.id
        sent, review, numbers = self.source.sent[name], self.reviews[name], UnitNumbers(self._said_by_noun(name))
        source = numbers.source(piece.content, sent.wording, _plain(self.original, self.facts(name)))
        return TranslationUnit(
            name,
            cited(piece.kind, piece.path),
            "" if piece.kind == "heading" else heading,
            digest_of_wording(self._sources[name]),
            review.record.target if review.record else "",
            source,
            self._target(name, numbers) if review.state != "new" else (),
            review.state,
            review.why,
            previous=review.made_from if review.state == "stale" else "",
            values=dict(self._values(name)),
        )

    def _target(self, name: str, numbers: UnitNumbers) -> tuple[UnitPart, ...]:
        sent = self.target.sent.get(name)
        if sent is None or not sent.wording or name in self._broken:
            return ()
        return numbers.target(sent.content, sent.wording, _plain(self.language, self.facts(name)))

    @cached_property
    def by_id(self) -> Mapping[str, PrintedPiece]:
        """The pieces of the original that have a wording, by id."""
        return {piece.id: piece for piece in self.source.pieces if piece.id in self.reviews}

    @cached_property
    def source(self) -> KnownSide:
        """The original as it is printed today."""
        return todays_side(self.built.workspace, self.built.report, self.built.original())

    @cached_property
    def target(self) -> KnownSide:
        """The language as it is printed today."""
        return todays_side(self.built.workspace, self.built.report, self.built[self.tag])

    @cached_property
    def original(self) -> Language:
        """The language that the report is written in."""
        return pipeline.language(self.built.workspace, self.built.report.language, self.built.report)

    @cached_property
    def language(self) -> Language:
        """The language that the report is translated into."""
        return pipeline.language(self.built.workspace, self.tag, self.built.report)

    def facts(self, name: str) -> Mapping[str, Value]:
        """The values that a piece may print, by the names of their facts."""
        return {fact: each.value for fact, each in self.source.sent[name].facts.items()}

    def _values(self, name: str) -> Iterator[tuple[str, str]]:
        """The values that a piece prints, as they are written; a name is known by its words."""
        values = self.facts(name)
        for fact in sorted(shown_facts(self._sources[name]) & values.keys()):
            yield fact, "" if isinstance(values[fact], Names) else str(values[fact])

    def _said_by_noun(self, name: str) -> frozenset[str]:
        """The facts of a piece whose number the target language says in a noun alone."""
        values = self.facts(name).items()
        return frozenset(
            fact for fact, each in values if isinstance(each, Count) and self.language.says_by_noun(each.number)
        )

    @cached_property
    def reviews(self) -> Mapping[str, Review]:
        """The review state of each piece, by id."""
        return reviews(self.built.workspace, self.built.report, self.language)

    def wording(self, name: str) -> str:
        """The wording of a piece of the original, on one line."""
        return self._sources[name]

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return {name: folded_lines(wording.text) for name, wording, _ in wordings(self.built.report)}

    @cached_property
    def _broken(self) -> frozenset[str]:
        return frozenset(each.id for each in self.built[self.tag].broken)

    @cached_property
    def _written(self) -> Mapping[str, Mapping[str, WrittenFact]]:
        report = self.built.report
        return {name: report.facts_of(item) for name, _, item in wordings(report)}

    def updated(self) -> Translation:
        """The catalogue as it would be if it were brought up to date; header and flags are the translators'."""
        workspace, slug = self.built.workspace, self.built.report.slug
        old = catalogue.load(workspace, slug, self.tag)
        found = update_reviewed(self.built.report, self.language, old, load_states(workspace, slug, self.tag))
        return read_catalogue(found.text, old.shown)

    def _facts(self, name: str) -> Iterator[FactRemark]:
        """What a translator should know of the facts of a piece: what they say, and the forms of names."""
        values, source = self.facts(name), self._sources[name]
        plain, agreeing = _plain(self.language, values), facts_with_words(source)
        for fact in sorted(shown_facts(source)):
            value = values.get(fact)
            if isinstance(value, Names):
                yield from (FactRemark(fact, self._forms(value.kind, each), is_name=True) for each in value.ids)
            elif value is not None:
                about = self._written[name][fact].of if fact in self._written[name] else ""
                examples = self._examples if fact in agreeing else ""
                said = f"{value_said(value)}{f' ({about})' if about else ''}"
                yield FactRemark(fact, said, plain(Placeholder(fact, "", (), 0)), examples=examples)

    @cached_property
    def _examples(self) -> str:
        """The plural categories of the language, each with its first numbers."""
        found = numbers_by_category(tuple(self.language.conventions.plurals.items()))
        return "; ".join(f"{name}: {', '.join(map(str, numbers))} …" for name, numbers in found.items() if numbers)

    def _forms(self, kind: str, name: str) -> str:
        """The approved forms of a name, each with what it is asked for by."""
        entries = []
        for language in (self.original, self.language):
            try:
                entries.append(language.name(kind, name))
            except KeyError:
                return f"{kind} {name}: the lexicon of {self.tag} does not have it yet"
        theirs, ours = entries
        forms = "; ".join(
            " / ".join(dict.fromkeys(filter(None, (f"{form}: {each.full}" if form else each.full, each.short))))
            for form, each in ours.forms.items()
        )
        doubt = "" if ours.sure else f" (not sure: {ours.why})" if ours.why else " (not sure)"
        return f"{theirs.forms[''].full} → {forms}{doubt}"


def _plain(language: Language, values: Mapping[str, Value]) -> PrintPlain:
    """What a placeholder prints in a language inside a sentence; empty where it cannot be printed."""
    press = Press(language, values)

    def printed(placeholder: Placeholder) -> str:
        value = values.get(placeholder.fact)
        content = press.content(placeholder, value, at_start=False) if value is not None else None
        return plain_text(content) if content else ""

    return printed
