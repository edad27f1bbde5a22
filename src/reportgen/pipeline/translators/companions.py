"""What goes with a job: earlier texts as TMX, the lexicon as TBX, and a page of references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen import pipeline
from reportgen.facts import Cited, Names, Symbol, Value
from reportgen.language import Language
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.ledger.kept import load_kept
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translators.exported import ExportedUnits
from reportgen.record import record
from reportgen.returned.printed_facts import shown_facts
from reportgen.translation.reference import (
    CitedDocument,
    EarlierText,
    ReferenceName,
    ReferencePiece,
    write_reference,
)
from reportgen.translation.tbx import Term, write_tbx
from reportgen.translation.tmx import AlignedSegment, write_tmx
from reportgen.translation.units import TranslationUnit, text_of_parts
from reportgen.tree.text import plain_text

_WEB = "https://undocs.org/"
_ORGANS = {"general-assembly": "A", "economic-and-social-council": "E", "security-council": "S"}
_ADDRESS = re.compile(r"https?://\S+")
_SYMBOL = re.compile(r"[A-Z]+/\S+")
_CITABLE = ("instrument", "law", "publication")


@record
class Companion:
    """A file that goes with a job: its ending, and what makes it."""

    ending: str
    write: Callable[[Built, str], bytes]


def earlier_texts(built: Built, tag: str) -> bytes:
    """Every text of the report, and of the others of the workspace in its language, as TMX."""
    return write_tmx(_segments(built, tag), built.report.language)


def lexicon_terms(built: Built, tag: str) -> bytes:
    """The names that both languages have, sure and unsure, as TBX."""
    languages = [pipeline.language(built.workspace, each, built.report) for each in (built.report.language, tag)]
    first, second = ({(each.kind, each.id): each for each in one.lexicon.entries()} for one in languages)
    both = ((Term(built.report.language, first[key]), Term(tag, second[key])) for key in first if key in second)
    return write_tbx(both, built.report.language, f"{built.report.symbol}: {built.report.language} → {tag}")


def references_page(built: Built, tag: str) -> bytes:
    """What each piece said before, what it cites, and its names, as one page of HTML."""
    units = ExportedUnits(built, tag)
    title = f"{built.report.symbol}: {built.report.language} → {tag}"
    is_right_to_left = units.language.conventions.direction == "rtl"
    return write_reference(_References(built, tag, units).pieces(), title, tag, is_right_to_left)


COMPANIONS: Mapping[str, Companion] = {
    "tmx": Companion(".tmx", earlier_texts),
    "tbx": Companion(".tbx", lexicon_terms),
    "reference": Companion(".reference.html", references_page),
}
"""By the name that the command line takes."""


def _segments(built: Built, tag: str) -> Iterator[AlignedSegment]:
    own = built.report.slug
    for slug in (own, *(each for each in built.workspace.reports() if each != own)):
        report = built.report if slug == own else pipeline.load(built.workspace, slug)
        if report.language != built.report.language or tag not in pipeline.report_languages(built.workspace, report):
            continue
        units = ExportedUnits(built if slug == own else Built(built.workspace, report), tag)
        for unit in units.wanted(every=True):
            if unit.target and unit.state not in ("new", "stale"):
                texts = (report.language, unit.source), (tag, unit.target)
                yield AlignedSegment(unit.id, report.symbol, unit.where, texts)


@dataclass
class _References:
    built: Built
    tag: str
    units: ExportedUnits

    def pieces(self) -> Iterator[ReferencePiece]:
        """The pieces of the report that have a wording, in their order."""
        for unit in self.units.wanted(every=True):
            yield ReferencePiece(
                unit.id,
                unit.where,
                text_of_parts(unit.source),
                text_of_parts(unit.target),
                tuple(self._earlier(unit)),
                tuple(self._documents(unit)),
                tuple(self._names(unit)),
            )

    @cached_property
    def _editions(self) -> dict[str, list[dict[str, str]]]:
        """What was printed in each edition, in the original and in the language, by id."""
        found: dict[str, list[dict[str, str]]] = {}
        for edition in self.built.ledger().editions:
            kept = load_kept(self.built.workspace, self.built.report.slug, edition.number)
            sides = [kept.document(tag) if kept else None for tag in (self.built.report.language, self.tag)]
            texts = [{each.id: plain_text(each.content) for each in side.pieces} if side else {} for side in sides]
            found[f"edition {edition.number}"] = texts
        return found

    def _earlier(self, unit: TranslationUnit) -> Iterator[EarlierText]:
        if unit.previous:
            yield EarlierText("the text of today was made from", unit.previous, "")
        now = text_of_parts(unit.source), text_of_parts(unit.target)
        for name, (sources, targets) in self._editions.items():
            before = sources.get(unit.id, ""), targets.get(unit.id, "")
            if any(before) and before != now:
                yield EarlierText(name, *before)

    def _documents(self, unit: TranslationUnit) -> Iterator[CitedDocument]:
        values = self._values(unit)
        for fact in sorted(values):
            value = values[fact]
            symbol = _symbol(value)
            if symbol:
                yield CitedDocument(str(value), symbol, f"{_WEB}{symbol}")
            elif isinstance(value, Names) and value.kind in _CITABLE:
                yield from (self._instrument(value.kind, name) for name in value.ids)

    def _instrument(self, kind: str, name: str) -> CitedDocument:
        """The document of a name: its own symbol where the name says one, else the one in which the name was found."""
        entry = self.units.original.name(kind, name)
        full = entry.forms[""].full
        values = (each.value for each in self.units.original.recognizer.readings(full))
        said = next(filter(None, map(_symbol, values)), "")
        if said:
            return CitedDocument(full, said, f"{_WEB}{said}")
        address, symbol = _ADDRESS.search(entry.source), _SYMBOL.search(entry.source)
        web = address[0] if address else f"{_WEB}{symbol[0]}" if symbol else ""
        return CitedDocument(f"{full}, as named in" if web else full, symbol[0] if symbol and not address else "", web)

    def _names(self, unit: TranslationUnit) -> Iterator[ReferenceName]:
        for value in self._values(unit).values():
            for name in value.ids if isinstance(value, Names) else ():
                theirs = _entry(self.units.original, value.kind, name)
                ours = _entry(self.units.language, value.kind, name)
                shown = theirs.forms[""].full if theirs else name
                if ours is None:
                    yield ReferenceName(shown, (), f"the lexicon of {self.tag} does not have it")
                    continue
                forms = tuple((form, each.full) for form, each in ours.forms.items())
                doubt = "" if ours.sure else ours.why or "nobody has confirmed it"
                yield ReferenceName(shown, forms, doubt, ours.source)

    def _values(self, unit: TranslationUnit) -> dict[str, Value]:
        printed = shown_facts(self.units.source.sent[unit.id].wording)
        return {name: value for name, value in self.units.facts(unit.id).items() if name in printed}


def _entry(language: Language, kind: str, name: str) -> LexiconEntry | None:
    try:
        return language.name(kind, name)
    except KeyError:
        return None


def _symbol(value: Value) -> str:
    """The symbol of the document that a value cites; empty where it cites none."""
    match value:
        case Symbol():
            return value.text
        case Cited(kind="resolution") if value.organ in _ORGANS:
            return f"{_ORGANS[value.organ]}/RES/{value.number.replace(' ', '')}"
        case _:
            return ""
