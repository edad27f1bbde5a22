"""One thing changed in one of the six files of the real report: `compare` names just that, and nothing unchanged.

DOCUMENTS names a folder of documents by others, never stored here: versions of one document have one name and a
language tag before the ending (report.en.docx, report.ar.docx). What is found in them is told and has no bound.
"""

from __future__ import annotations

import os
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from reportgen.comparison.versions.disagreements import Disagreement
from reportgen.errors import ReportgenError
from reportgen.facts import Count, Date, Names, Value
from reportgen.language.recognition import Reading
from reportgen.pipeline.compared_files import compare_files
from reportgen.workspace import Workspace
from tests.measure.case import Measure, Outcome
from tests.tools.recognition import language_of

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"
TAGS = ("en", "ar", "es", "fr", "ru", "zh")
_KINDS = ("figure", "date", "country", "note", "paragraph")
_ALLOWED = {
    "figure": {"figure", "goal", "amount", "per cent", "reference", "date", "symbol", "number", "ratio"},
    "date": {"date", "month", "figure"},
    "country": {"place"},
    "note": {"note"},
    "paragraph": {"paragraph", "subparagraph", "heading", "note"},
}
"""What a change may be told as; a note that is marked no more is gone with its mark, in Markdown."""

_NUMBERED = re.compile(r'<a id="[\w-]+"></a>\d+(?:\\\.| -) ')
_MARK = re.compile(r"\[\^\d+\]")


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    if number < len(_documents()):
        return _told(_documents()[number])
    kind, tag = _KINDS[number % len(_KINDS)], chance.choice(TAGS)
    lines = _text(tag).split("\n")
    places = [at for at, line in enumerate(lines) if _NUMBERED.match(line)]
    chance.shuffle(places)
    for at in places:
        changed = _changed(kind, tag, lines[at], chance)
        if changed is not None:
            found = _found(folder, tag, [*lines[:at], *([changed] if changed else []), *lines[at + 1 :]])
            said = "\n".join([lines[at], changed, *map(str, found)])
            return Outcome(kind, *_judged(kind, tag, found), said, column=tag)
    return Outcome(kind, "no place", True, column=tag)


def _judged(kind: str, tag: str, found: Sequence[Disagreement]) -> tuple[str, bool]:
    """What became of a change: it must be told, of the file that has it, in one place, and as what it is."""
    if not found:
        return "silent", False
    places = {each.place for each in found if not each.place.startswith("note ")}
    just = all(each.about in _ALLOWED[kind] for each in found) and len(places) <= 1
    return ("named", True) if just and all(each.odd == (tag,) for each in found) else ("named and more", False)


def _found(folder: Path, tag: str, lines: Sequence[str]) -> tuple[Disagreement, ...]:
    paths = {each: folder / f"{SLUG}.{each}.md" for each in TAGS}
    for each, path in paths.items():
        path.write_text("\n".join(lines) if each == tag else _text(each), encoding="utf-8")
    return compare_files(Workspace.at(ROOT), list(paths.values())).found


@lru_cache(maxsize=len(TAGS))
def _text(tag: str) -> str:
    return (ROOT / "outputs" / SLUG / f"{SLUG}.{tag}.md").read_text(encoding="utf-8")


def _changed(kind: str, tag: str, line: str, chance: random.Random) -> str | None:
    """The line with one thing changed, empty where it is taken out; None where it has no such thing."""
    if kind == "paragraph":
        # A note that only it marks would be gone too, and is another thing to name.
        return "" if not _MARK.search(line) else None
    if kind == "note":
        return _MARK.sub("", line, count=1) if _MARK.search(line) else None
    body = _NUMBERED.match(line)
    assert body is not None
    start = body.end()
    stated = language_of(tag).recognizer.stated(line[start:])
    fitting = [each for each in stated if _is(kind, each.value) and _stands_once(each, stated)]
    for each in chance.sample(fitting, len(fitting)):
        words = line[start + each.start : start + each.end]
        other = _OTHERS[kind](tag, each, words, chance)
        if other:
            return line[: start + each.start] + other + line[start + each.end :]
    return None


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
    folder = os.environ.get("DOCUMENTS")
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(Path(folder).iterdir()) if folder else ():
        groups[path.name.split(".")[0]].append(path)
    return tuple(tuple(paths) for paths in groups.values() if 2 <= len(paths) <= 6)


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
    "one thing changed in one of six files is named, and just that", count=100, sample=5, tried=_tried, below=_below,
    seconds=20.0,
)  # fmt: skip
