"""One thing changed in one of the six files of the real report: `compare` names just that, and nothing unchanged.

DOCUMENTS names a folder of documents by others, never stored here: versions of one document have one name and a
language tag before the ending (report.en.docx, report.ar.docx). What is found in them is told and has no bound.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from reportgen.comparison.versions.disagreements import Disagreement
from reportgen.errors import OutputError, ReportgenError
from reportgen.facts import Count, Date, Names, Value
from reportgen.language.recognition import Reading
from reportgen.pipeline.compared_files import compare_files
from reportgen.pipeline.compared_sets import versions_by_name
from reportgen.workspace import Workspace
from tests.measure.case import Measure, Outcome
from tests.measure.compared.files import ROOT, SLUG, TAGS, Markdown, Pages, PlainText, Version, Word, WordOfOthers
from tests.measure.named.documents import FOLDER
from tests.tools.recognition import language_of

_WAYS: Mapping[str, type[Version]] = {
    "Markdown": Markdown,
    "Word": Word,
    "Word of others": WordOfOthers,
    "text": PlainText,
    "PDF": Pages,
}
_ROUNDS = ("Markdown", "Word", "Word of others", "text") * 4 + ("PDF",)
"""PDF is one of seventeen, since LibreOffice takes seconds to lay out each."""

_KINDS = ("figure", "date", "country", "note", "paragraph")
_ALLOWED = {
    "figure": {"figure", "goal", "amount", "per cent", "reference", "date", "symbol", "number", "ratio"},
    "date": {"date", "month", "figure"},
    "country": {"place"},
    "note": {"note"},
    "paragraph": {"paragraph", "subparagraph", "heading", "note"},
}
"""What a change may be told as; a note that is marked no more is gone with its mark, in Markdown."""


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    if number < len(_documents()):
        return _told(_documents()[number])
    kind, way = _KINDS[number % len(_KINDS)], _ROUNDS[number // len(_KINDS) % len(_ROUNDS)]
    tag = chance.choice(_WAYS[way].tags)
    try:
        return _changed(way, kind, tag, chance, folder)
    except OutputError as error:
        return Outcome(f"{way}: {kind}", "no place", True, str(error), column=tag)


def _changed(way: str, kind: str, tag: str, chance: random.Random, folder: Path) -> Outcome:
    """What became of one change in one of the six files; none fits a version that has no such thing."""
    version = _version(way, tag)
    paragraphs = version.paragraphs()
    for at in chance.sample(range(len(paragraphs)), len(paragraphs)):
        data, told = _other(kind, tag, version, at, paragraphs[at], chance)
        if data is not None:
            found = _found(way, folder, tag, data)
            said = "\n".join([paragraphs[at], told, *map(str, found)])
            return Outcome(f"{way}: {kind}", *_judged(kind, tag, found), said, column=tag)
    return Outcome(f"{way}: {kind}", "no place", True, column=tag)


def _judged(kind: str, tag: str, found: Sequence[Disagreement]) -> tuple[str, bool]:
    """What became of a change: it must be told, of the file that has it, in one place, and as what it is."""
    if not found:
        return "silent", False
    places = {each.place for each in found if not each.place.startswith("note ")}
    just = all(each.about in _ALLOWED[kind] for each in found) and len(places) <= 1
    return ("named", True) if just and all(each.odd == (tag,) for each in found) else ("named and more", False)


def _found(way: str, folder: Path, tag: str, data: bytes) -> tuple[Disagreement, ...]:
    """All that is told of the files of a kind, one of which has other bytes."""
    paths = {each: folder / f"{SLUG}.{each}.{_WAYS[way].ending}" for each in _WAYS[way].tags}
    for each, path in paths.items():
        path.write_bytes(data if each == tag else _version(way, each).data())
    return compare_files(Workspace.at(ROOT), list(paths.values())).found


@lru_cache(maxsize=len(_WAYS) * len(TAGS))
def _version(way: str, tag: str) -> Version:
    return _WAYS[way](tag)


def _other(
    kind: str, tag: str, version: Version, at: int, text: str, chance: random.Random
) -> tuple[bytes | None, str]:
    """The file with one thing changed in a paragraph, and what; no bytes where the paragraph has no such thing."""
    if kind == "paragraph":
        return version.without(at), "taken out"
    if kind == "note":
        return version.without_note(at), "its note is marked no more"
    stated = language_of(tag).recognizer.stated(text)
    fitting = [each for each in stated if _is(kind, each.value) and _stands_once(each, stated)]
    for each in chance.sample(fitting, len(fitting)):
        words = text[each.start : each.end]
        other = _OTHERS[kind](tag, each, words, chance)
        data = version.with_words(at, each.start, each.end, other) if other else None
        if data is not None:
            return data, f"{words} → {other}"
    return None, ""


def _is(kind: str, value: Value) -> bool:
    match value:
        case Date():
            return kind == "date"
        case Count():
            return kind == "figure"
        case Names():
            return kind == "country" and value.kind == "place" and value.ids[0].isupper()
        case _:
            return False


def _stands_once(reading: Reading, stated: Sequence[Reading]) -> bool:
    return sum(each.value == reading.value for each in stated) == 1


def _other_figure(_: str, __: Reading, words: str, chance: random.Random) -> str:
    """The figure with another last digit, where it is written in figures."""
    digit = words[-1:]
    return words[:-1] + str((int(digit) + chance.randint(1, 9)) % 10) if re.fullmatch(r"[1-9]\d+", words) else ""


def _other_date(_: str, __: Reading, words: str, chance: random.Random) -> str:
    return re.sub(r"20\d\d", str(chance.randint(2030, 2090)), words, count=1) if re.search(r"20\d\d", words) else ""


def _other_country(tag: str, reading: Reading, words: str, chance: random.Random) -> str:
    """Another country in the same form of its name."""
    lexicon = language_of(tag).lexicon
    assert isinstance(reading.value, Names)
    form = lexicon.entry("place", reading.value.ids[0]).forms.get(reading.form)
    other = lexicon.entry("place", chance.choice(("NO", "UY", "MN", "FJ", "EE"))).forms.get(reading.form)
    return other.full if form and other and words == form.full and other.full != words else ""


_OTHERS: dict[str, Callable[[str, Reading, str, random.Random], str]] = {
    "figure": _other_figure,
    "date": _other_date,
    "country": _other_country,
}


@lru_cache(maxsize=1)
def _documents() -> tuple[tuple[Path, ...], ...]:
    """The versions of each document in the folder of others, two to six of one name."""
    folder = os.environ.get(FOLDER)
    sets = versions_by_name(sorted(Path(folder).iterdir()) if folder else (), TAGS)
    return tuple(tuple(map(Path, paths)) for paths in sets.values() if 2 <= len(paths) <= 6)


def _told(paths: Sequence[Path]) -> Outcome:
    try:
        found = compare_files(Workspace.at(ROOT), paths).found
    except ReportgenError as error:
        return Outcome("documents of others", "refused", True, str(error))
    said = "\n".join(f"{each.place} {each.about} {dict(each.said)}" for each in found)
    return Outcome("documents of others", "read", True, said, counts={"disagreements": len(found)})


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if not outcome.passed:
            yield f"{outcome.kind} in {outcome.column}: {outcome.word}"


MEASURE = Measure(
    "one thing changed in one of six files is named, and just that", count=425, sample=10, tried=_tried, below=_below,
    seconds=60.0, patience=240.0,
)  # fmt: skip
