"""Two to six files compared with one another, of whatever program and language; no report is needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from reportgen import pipeline
from reportgen.comparison.versions.disagreements import Disagreement, disagreements
from reportgen.comparison.versions.side_by_side import Version
from reportgen.comparison.versions.told_language import language_told_by
from reportgen.errors import InputError, Position, UsageError
from reportgen.language import Language
from reportgen.pipeline.numbers import lines_of_document, read_returned
from reportgen.pipeline.other_formats import read_foreign
from reportgen.readers import ReadDocument
from reportgen.record import record
from reportgen.workspace import Workspace

LEAST_FILES, MOST_FILES = 2, 6


@record
class ComparedFile:
    """A file that was compared: its name in messages, the language it is in, and how many paragraphs it has."""

    name: str
    file: str
    language: str
    paragraphs: int


@record
class ComparedFiles:
    """The files, and all on which they do not agree."""

    files: tuple[ComparedFile, ...]
    found: tuple[Disagreement, ...]


def compare_files(workspace: Workspace, paths: Sequence[Path], tags: Sequence[str] = ()) -> ComparedFiles:
    """How files differ; `tags` are their languages in order where they are known.

    A `UsageError` where there are too few or too many files, an `InputError` where one cannot be read or nothing tells
    its language.
    """
    if not LEAST_FILES <= len(paths) <= MOST_FILES:
        raise UsageError(f"{len(paths)} files: two to six are compared", hint="reportgen compare FILE FILE…")
    if tags and len(tags) != len(paths):
        raise UsageError(
            f"{len(tags)} languages for {len(paths)} files", hint="-l once a file, in their order, or never"
        )
    read = [read_returned(workspace, path, read_foreign) for path in paths]
    languages = [
        pipeline.language(workspace, tags[index]) if tags else language_of_read(workspace, path, each)
        for index, (path, each) in enumerate(zip(paths, read, strict=True))
    ]
    names = list(_names([each.tag for each in languages], paths))
    versions = [
        Version(name, lines_of_document(each, path), language, _notes(each))
        for name, each, path, language in zip(names, read, paths, languages, strict=True)
    ]
    files = tuple(
        ComparedFile(each.name, document.file, each.language.tag, len(document.blocks))
        for each, document in zip(versions, read, strict=True)
    )
    return ComparedFiles(files, tuple(disagreements(versions)))


def language_of_read(workspace: Workspace, path: Path, read: ReadDocument) -> Language:
    """The language of a file: what it says of itself, else its words, else a tag in its name, which may lie."""
    known = workspace.languages()
    if read.identity and read.identity.language in known:
        return pipeline.language(workspace, read.identity.language)
    languages = [pipeline.language(workspace, tag) for tag in known]
    found = language_told_by((each.line.text for each in read.blocks), languages)
    _, named = parted_name(path.stem, known)
    if found is None and named:
        return pipeline.language(workspace, named)
    if found is None:
        raise InputError("nothing tells in which language the file is", Position(read.file), "name it with -l")
    return found


def parted_name(stem: str, known: Collection[str]) -> tuple[str, str]:
    """A name of a file without the tag of a known language at its end, and that tag; empty where it has none.

    No other letters are one: budget-jan and budget-feb are two documents.
    """
    tags = "|".join(map(re.escape, known))
    match = re.fullmatch(rf"(?P<name>.+)[._-](?P<tag>{tags})", stem, re.IGNORECASE)
    return (match["name"], match["tag"].casefold()) if match else (stem, "")


def _names(tags: Sequence[str], paths: Sequence[Path]) -> Iterator[str]:
    """A name for each file: its language, or the name of the file where two are in one language."""
    times, used = Counter(tags), set[str]()
    for number, (tag, path) in enumerate(zip(tags, paths, strict=True), 1):
        name = tag if times[tag] == 1 else path.name
        name = f"{name} ({number})" if name in used else name
        used.add(name)
        yield name


def _notes(read: ReadDocument) -> dict[int, tuple[int, ...]]:
    """By line, the lines of the notes whose marks it has."""
    places = {each.key: index for index, each in enumerate(read.notes, len(read.blocks))}
    return {
        index: tuple(places[mark.note] for mark in each.marks if mark.note in places)
        for index, each in enumerate((*read.blocks, *read.notes))
        if each.marks
    }
