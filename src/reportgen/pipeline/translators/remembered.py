"""Translations that are kept and offered again: reports and TMX files into a memory, its matches into a job."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen import pipeline
from reportgen.catalogue.state import FINISHED
from reportgen.errors import InputError, Position
from reportgen.language import Language
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translators.exported import ExportedUnits
from reportgen.record import record, replace
from reportgen.translation.memory import Memory, MemoryMatch, MemorySegment, aligned_sentences, offered_text
from reportgen.translation.tmx import AlignedSegment, read_tmx
from reportgen.translation.units import (
    GuardedPart,
    Job,
    MarkedPart,
    NamePart,
    TranslationUnit,
    UnitMatch,
    UnitPart,
    WordsPart,
    parts_within,
    text_of_parts,
)
from reportgen.tree.citation import cited
from reportgen.tree.line import lines
from reportgen.workspace import Workspace, opened_file

_MOST_MATCHES = 3
_BATCH = 20_000


@record
class Remembered:
    """What was added for a source and a target language: how many segments are new, and how many there are now."""

    source: str
    target: str
    added: int
    size: int


def remember_report(memory: Memory, built: Built, tags: tuple[str, ...] = ()) -> list[Remembered]:
    """Keep the finished translations of a report, in the place of what was kept of it before."""
    original = pipeline.language(built.workspace, built.report.language, built.report)
    found = []
    for tag in tags or built.tags()[1:]:
        units = ExportedUnits(built, tag)
        languages = original, units.language
        pieces = [*_pieces(built, units), *_of_templates(built, tag)]
        sentences = (sentence for each in pieces for sentence in aligned_sentences(languages, each))
        added = memory.add(languages, (*pieces, *sentences), built.report.symbol)
        found.append(_told(memory, languages, added))
    return found


def remember_tmx(memory: Memory, workspace: Workspace, path: Path) -> list[Remembered]:
    """Keep the texts of a TMX file: the first language of each with all others that the workspace has.

    An `InputError` where it has no two of these languages.
    """
    known = {tag: pipeline.language(workspace, tag) for tag in workspace.languages()}
    added: dict[tuple[str, str], int] = {}
    waiting: dict[tuple[str, str], list[MemorySegment]] = {}
    with opened_file(path, str(path)) as stream:
        for segment in read_tmx(stream, str(path)):
            for tags, found in _of_tmx(segment, known):
                waiting.setdefault(tags, []).append(found)
                if len(waiting[tags]) >= _BATCH:
                    _add(memory, known, tags, waiting.pop(tags), added)
    for tags, segments in waiting.items():
        _add(memory, known, tags, segments, added)
    if not added:
        message = "the file has no text in two languages that are known here"
        raise InputError(message, Position(str(path)), f"languages: {', '.join(known)}")
    return [_told(memory, (known[one], known[other]), count) for (one, other), count in added.items()]


def with_matches(memory: Memory, workspace: Workspace, job: Job) -> Job:
    """The job with what the memory offers for texts that are new or changed; sentences where no whole text is alike."""
    offers = _Offers(memory, (pipeline.language(workspace, job.source), pipeline.language(workspace, job.target)))
    return replace(job, units=tuple(_with_matches(offers, unit) for unit in job.units))


def _with_matches(offers: _Offers, unit: TranslationUnit) -> TranslationUnit:
    return unit if unit.state in FINISHED else replace(unit, matches=tuple(offers.of(unit)))


@dataclass
class _Offers:
    memory: Memory
    languages: tuple[Language, Language]

    def of(self, unit: TranslationUnit) -> Iterator[UnitMatch]:
        """What is offered for a unit, the best first."""
        text = text_of_parts(unit.source)
        whole = [self._match(unit, text, each, 0) for each in self._found(text)]
        yield from whole
        if whole:
            return
        source, _ = self.languages
        start = 0
        for sentence in aligned_sentences((source, source), MemorySegment(text, text)):
            start = text.find(sentence.source, start)
            for each in self._found(sentence.source)[:1]:
                yield replace(self._match(unit, sentence.source, each, start), is_whole=False)

    def _found(self, text: str) -> list[MemoryMatch]:
        return self.memory.find(self.languages, text, most=_MOST_MATCHES)

    def _match(self, unit: TranslationUnit, text: str, match: MemoryMatch, start: int) -> UnitMatch:
        """A match as parts of the unit; its text begins at a place of the unit's."""
        places = dict(_placed(unit.source))
        used: set[int] = set()
        parts: list[UnitPart] = []
        for each in offered_text(match, self.languages, text).parts:
            if isinstance(each, str):
                parts.append(WordsPart(each))
                continue
            place = each.reading and (each.reading.start + start, each.reading.end + start)
            part = places.get(place) if place else None
            if isinstance(part, NamePart) and part.number not in used:
                parts.append(replace(part, text=each.text))
            elif isinstance(part, GuardedPart) and part.number not in used and each.is_plain:
                parts.append(part)
            else:
                parts.append(WordsPart(each.text))
                continue
            used.add(part.number)
        return UnitMatch(int(match.score), match.origin, match.segment.source, tuple(parts))


def _placed(parts: tuple[UnitPart, ...]) -> Iterator[tuple[tuple[int, int], UnitPart]]:
    """The values of a unit with the place of each in its text."""
    at = 0
    for part in parts_within(parts):
        if isinstance(part, MarkedPart):
            continue
        length = len(text_of_parts((part,)))
        if length and not isinstance(part, WordsPart):
            yield (at, at + length), part
        at += length


def _pieces(built: Built, units: ExportedUnits) -> Iterator[MemorySegment]:
    """The finished translations of a report, as they are printed."""
    date = built.report.masthead.date
    day = date.date if date else ""
    for unit in units.wanted(every=True):
        source, target = text_of_parts(unit.source).strip(), text_of_parts(unit.target).strip()
        if unit.state in FINISHED and any(map(str.isalpha, source)) and target:
            yield MemorySegment(source, target, built.report.symbol, unit.where, unit.id, day)


def _of_templates(built: Built, tag: str) -> Iterator[MemorySegment]:
    """Paragraphs of facts alone, which templates word in every language: nobody translates them, yet they are text."""
    kinds = {item.id for item in built.report.all_items() if getattr(item, "kind", None)}
    if not kinds:
        return
    date = built.report.masthead.date
    targets = {line.id: line.text for line in lines(built[tag]) if line.id in kinds}
    for line in lines(built[built.report.language]):
        if line.id in targets and line.text.strip() and targets[line.id].strip():
            where = cited(line.kind, line.path)
            day = date.date if date else ""
            yield MemorySegment(line.text, targets[line.id], built.report.symbol, where, line.id, day)


def _of_tmx(segment: AlignedSegment, known: dict[str, Language]) -> Iterator[tuple[tuple[str, str], MemorySegment]]:
    texts = [(tag, text) for tag, parts in segment.texts if tag in known and (text := text_of_parts(parts).strip())]
    for tag, text in texts[1:]:
        source, original = texts[0]
        yield (source, tag), MemorySegment(original, text, segment.symbol, segment.where, segment.id, segment.date)


def _add(
    memory: Memory,
    known: dict[str, Language],
    tags: tuple[str, str],
    segments: list[MemorySegment],
    added: dict[tuple[str, str], int],
) -> None:
    languages = known[tags[0]], known[tags[1]]
    sentences = [sentence for each in segments for sentence in aligned_sentences(languages, each)]
    added[tags] = added.get(tags, 0) + memory.add(languages, (*segments, *sentences))


def _told(memory: Memory, languages: tuple[Language, Language], added: int) -> Remembered:
    tags = languages[0].tag, languages[1].tag
    return Remembered(*tags, added, memory.pairs().get(tags, 0))
