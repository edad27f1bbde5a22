"""The six versions of the real report as files of a kind, and one of them with one paragraph or note changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Protocol

from reportgen import pipeline
from reportgen.pipeline.office import pdf_of
from reportgen.readers.docx import read_word
from reportgen.tree.line import Line
from reportgen.workspace import Workspace
from tests.tools.edits import EditedWord, text_in
from tests.tools.opened_word import W

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"
TAGS = ("en", "ar", "es", "fr", "ru", "zh")

_NUMBERED = re.compile(r'<a id="[\w-]+"></a>\d+(?:\\\.| -) ')
_MARK = re.compile(r"\[\^\d+\]")
_STYLES = ("NumberedParagraph", "Subparagraph")


class Version(Protocol):
    """One file: its paragraphs, and its bytes when one of them is another one or gone."""

    ending: ClassVar[str]
    tags: ClassVar[Sequence[str]]

    def __init__(self, tag: str) -> None: ...

    def paragraphs(self) -> Sequence[str]:
        """The words of its numbered paragraphs."""

    def data(self) -> bytes:
        """The file as it is."""

    def with_words(self, at: int, start: int, end: int, words: str) -> bytes | None:
        """The file with other words in a paragraph; none where they cannot be put there alone."""

    def without(self, at: int) -> bytes | None:
        """The file without a paragraph; none where a note would be gone with it."""

    def without_note(self, at: int, /) -> bytes | None:
        """The file without the first note of a paragraph; none where it has none."""


class Markdown:
    """A version in Markdown; a note that is marked no more is gone with its mark."""

    ending: ClassVar[str] = "md"
    tags: ClassVar[Sequence[str]] = TAGS

    def __init__(self, tag: str) -> None:
        self._lines = (ROOT / "outputs" / SLUG / f"{SLUG}.{tag}.md").read_text(encoding="utf-8").split("\n")
        found = [(at, _NUMBERED.match(line)) for at, line in enumerate(self._lines)]
        self._places = [(at, match.end()) for at, match in found if match]

    def paragraphs(self) -> Sequence[str]:
        return [self._lines[at][start:] for at, start in self._places]

    def data(self) -> bytes:
        return "\n".join(self._lines).encode()

    def with_words(self, at: int, start: int, end: int, words: str) -> bytes | None:
        line, before = self._places[at]
        text = self._lines[line]
        return self._with(line, [text[: before + start] + words + text[before + end :]])

    def without(self, at: int) -> bytes | None:
        line, _ = self._places[at]
        return None if _MARK.search(self._lines[line]) else self._with(line, [])

    def without_note(self, at: int) -> bytes | None:
        line, _ = self._places[at]
        text = self._lines[line]
        return self._with(line, [_MARK.sub("", text, count=1)]) if _MARK.search(text) else None

    def _with(self, at: int, lines: Sequence[str]) -> bytes:
        return "\n".join([*self._lines[:at], *lines, *self._lines[at + 1 :]]).encode()


class PlainText:
    """A version in plain text, as it is copied out of a Word file: with its numbers, without notes and their marks."""

    ending: ClassVar[str] = "txt"
    tags: ClassVar[Sequence[str]] = TAGS

    def __init__(self, tag: str) -> None:
        self._lines = [each.line for each in read_word(_word(tag), "file.docx").blocks]
        self._places = [at for at, line in enumerate(self._lines) if line.kind in ("paragraph", "subparagraph")]

    def paragraphs(self) -> Sequence[str]:
        return [self._lines[at].text for at in self._places]

    def data(self) -> bytes:
        return _as_text([_typed(each) for each in self._lines])

    def with_words(self, at: int, start: int, end: int, words: str) -> bytes | None:
        line = self._lines[self._places[at]]
        typed, before = _typed(line), len(_typed(line)) - len(line.text)
        return self._with(at, [typed[: before + start] + words + typed[before + end :]])

    def without(self, at: int) -> bytes | None:
        return self._with(at, [])

    def without_note(self, _: int) -> bytes | None:
        return None

    def _with(self, at: int, typed: Sequence[str]) -> bytes:
        place = self._places[at]
        before, behind = self._lines[:place], self._lines[place + 1 :]
        return _as_text([*map(_typed, before), *typed, *map(_typed, behind)])


class Word:
    """A version in Word."""

    ending: ClassVar[str] = "docx"
    tags: ClassVar[Sequence[str]] = TAGS

    def __init__(self, tag: str) -> None:
        self._tag = tag

    def paragraphs(self) -> Sequence[str]:
        return [text_in(each) for each in self._opened().styled(*_STYLES)]

    def data(self) -> bytes:
        return self._opened().data()

    def with_words(self, at: int, start: int, end: int, words: str) -> bytes | None:
        opened = self._opened()
        paragraph = opened.styled(*_STYLES)[at]
        text = text_in(paragraph)
        if text.count(text[start:end]) != 1:
            return None
        opened.replace(paragraph, text[start:end], words)
        return opened.data()

    def without(self, at: int) -> bytes | None:
        opened = self._opened()
        paragraph = opened.styled(*_STYLES)[at]
        if _has_note(paragraph):
            return None
        opened.delete(paragraph)
        return opened.data()

    def without_note(self, at: int) -> bytes | None:
        opened = self._opened()
        paragraph = opened.styled(*_STYLES)[at]
        if not _has_note(paragraph):
            return None
        opened.without_footnote(paragraph)
        return opened.data()

    def _opened(self) -> EditedWord:
        return EditedWord(_word(self._tag))


class WordOfOthers(Word):
    """A version in Word that says nothing of itself: no ids, no language, nothing carried."""

    def _opened(self) -> EditedWord:
        opened = super()._opened()
        opened.forget()
        for name in ("bookmarkStart", "bookmarkEnd"):
            for each in list(opened.root.iter(W + name)):
                each.getparent().remove(each)
        return opened


class Pages(WordOfOthers):
    """A version in PDF, laid out by LibreOffice; none in Arabic, whose letters a PDF has in another order."""

    ending: ClassVar[str] = "pdf"
    tags: ClassVar[Sequence[str]] = tuple(tag for tag in TAGS if tag != "ar")

    def data(self) -> bytes:
        return _pages(self._tag)

    def with_words(self, at: int, start: int, end: int, words: str) -> bytes | None:
        return _laid_out(super().with_words(at, start, end, words))

    def without(self, at: int) -> bytes | None:
        return _laid_out(super().without(at))

    def without_note(self, at: int) -> bytes | None:
        """The pages without a note and its mark.

        LibreOffice gives marks the texts of notes in their order, whatever their ids: one that nothing marks any more
        would be printed below the next mark, and two things would be changed.
        """
        opened = self._opened()
        paragraph = opened.styled(*_STYLES)[at]
        mark = next(paragraph.iter(W + "footnoteReference"), None)
        if mark is None:
            return None
        opened.without_footnote(paragraph)
        for note in [each for each in opened.notes_root if each.get(W + "id") == mark.get(W + "id")]:
            opened.notes_root.remove(note)
        return _laid_out(opened.data())


def _has_note(paragraph: object) -> bool:
    return next(paragraph.iter(W + "footnoteReference"), None) is not None  # type: ignore[attr-defined]


def _as_text(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join(paragraphs).encode()


def _typed(line: Line) -> str:
    return f"{line.label} {line.text}" if line.label else line.text


def _laid_out(word: bytes | None) -> bytes | None:
    return pdf_of(word) if word else None


@lru_cache(maxsize=len(TAGS))
def _pages(tag: str) -> bytes:
    return pdf_of(WordOfOthers(tag).data())


@lru_cache(maxsize=len(TAGS))
def _word(tag: str) -> bytes:
    workspace = Workspace.at(ROOT)
    return pipeline.write(pipeline.build(workspace, pipeline.load(workspace, SLUG), tag), "docx")
