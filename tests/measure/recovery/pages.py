"""A printed piece as parts that a person may edit: words, and what each placeholder printed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import mkdtemp

from reportgen.facts import Value
from reportgen.language.sentences import begins_sentence
from reportgen.printing.names import named
from reportgen.printing.placeholder import Printer
from reportgen.printing.series import figured_series
from reportgen.recover.atoms import sent_text
from reportgen.recover.flat import BOLD, ITALIC
from reportgen.tree.inlines import Bold, Content, Inline, Italic, NoteMark, Text
from reportgen.tree.text import plain_text
from reportgen.wording import FootnoteMark, Placeholder
from tests.tools.sent_pieces import Sent, case_pieces, real_pieces

WORD = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+\s*|\s+")


@dataclass(frozen=True)
class Part:
    """A word with the blank behind it, or what a placeholder printed; `atom` is its index, -1 for words."""

    text: str
    wording: str
    styles: bytes
    atom: int = -1
    piece: object = None

    @property
    def fact(self) -> str:
        """The fact that it prints, or "" for words and for what prints none."""
        if not isinstance(self.piece, Placeholder) or any(
            each.name in ("plural", "agree") for each in self.piece.filters
        ):
            return ""
        return self.piece.fact


@dataclass
class Page:
    """One piece of a report with its parts."""

    sent: Sent
    parts: list[Part]

    @property
    def tag(self) -> str:
        return self.sent.language.tag

    @cached_property
    def facts(self) -> dict[str, list[int]]:
        """Where each fact stands among the parts."""
        found: dict[str, list[int]] = {}
        for index, part in enumerate(self.parts):
            if part.fact:
                found.setdefault(part.fact, []).append(index)
        return found

    def value(self, fact: str) -> Value:
        return self.sent.values[fact]

    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends among the parts."""
        ends = tuple(self.sent.language.conventions.sentence_ends)
        starts = [0]
        for index, part in enumerate(self.parts[:-1], 1):
            if part.atom < 0 and part.text.rstrip().endswith(ends) and not part.text.rstrip()[-2:-1].isupper():
                starts.append(index)
        return [(start, end) for start, end in zip(starts, [*starts[1:], len(self.parts)], strict=True)]

    def printed(self, placeholder: Placeholder, values: dict[str, Value], before: str) -> str | None:
        """What a placeholder prints behind a text, its names as the reader knows them; None where it cannot."""
        language = self.sent.language
        known = {**self.sent.values, **values}
        printer = Printer(language, known.get, figured_series(known.values(), language))
        try:
            content = printer.fact(placeholder, known[placeholder.fact], begins_sentence(language.conventions, before))
        except Exception:
            return None
        return plain_text(named(content, self.sent.place.fresh()))


@dataclass
class Edited:
    """What came back, and what is true of it.

    `changed` and `gone` are facts, `asked` those about which a question is right, `typed` the values that are new;
    `wording` is the true wording, None where more than one is right.
    """

    parts: list[Part]
    changed: dict[str, Value] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    typed: tuple[Value, ...] = ()
    places: dict[str, int] = field(default_factory=dict)
    wording: str | None = None
    may_ask: bool = False

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


def words(text: str) -> Part:
    """Something that a person typed."""
    return Part(text, text, bytes(len(text)))


def content_of_parts(parts: Sequence[Part]) -> Content:
    """The parts as the inlines that a reader of a file gives."""
    inlines: list[Inline] = []
    for part in parts:
        if isinstance(part.piece, FootnoteMark):
            inlines.append(NoteMark(part.piece.note))
            continue
        at = 0
        while at < len(part.text):
            end = at + 1
            while end < len(part.text) and part.styles[end] == part.styles[at]:
                end += 1
            inlines.append(_styled(Text(part.text[at:end]), part.styles[at]))
            at = end
    return tuple(inlines)


def _styled(inline: Inline, style: int) -> Inline:
    if style & ITALIC:
        inline = Italic((inline,))
    return Bold((inline,)) if style & BOLD else inline


def _page(sent: Sent) -> Page:
    found = sent_text(sent.piece.wording, sent.piece.content)
    assert found
    parts: list[Part] = []
    at, text = 0, found.flat.text
    for index, atom in enumerate(found.atoms):
        parts += _words(found, at, atom.start)
        style = found.flat.styles[atom.start : atom.end]
        parts.append(Part(text[atom.start : atom.end], found.source(atom), style, index, atom.piece))
        at = atom.end
    return Page(sent, [*parts, *_words(found, at, len(text))])


def _words(found: object, start: int, end: int) -> Iterator[Part]:
    flat, written = found.flat, found.written  # type: ignore[attr-defined]
    for match in WORD.finditer(flat.text, start, end):
        yield Part(match.group(), written(*match.span()), flat.styles[match.start() : match.end()])


@lru_cache(maxsize=8)
def all_pages(tag: str) -> list[Page]:
    """The pieces of the real report and of the cases in a language."""
    return [_page(each) for each in (*real_pieces(tag), *case_pieces(tag, _root()))]


@lru_cache(maxsize=8)
def pages(tag: str) -> list[Page]:
    """Those that print a fact."""
    return [page for page in all_pages(tag) if page.facts]


@lru_cache(maxsize=1)
def _root() -> Path:
    return Path(mkdtemp(prefix="recovery-"))


@lru_cache(maxsize=8)
def vocabulary(tag: str) -> list[str]:
    """Words of a language, small and without figures, as they stand in its pieces."""
    apart = qualifier_words(tag)
    found = (part.text.strip() for page in pages(tag) for part in page.parts if part.atom < 0)
    least, recognizer = 1 if tag == "zh" else 4, pages(tag)[0].sent.language.recognizer
    words_alone = {word for word in found if word.isalpha() and word == word.lower() and len(word) >= least} - apart
    # Words such as "third" or "years" would be facts that were typed, or parts of one.
    usual = (word for word in words_alone if sum(each.usual for each in recognizer.readings(f"3 {word}")) == 1)
    return sorted(word for word in usual if not recognizer.valueless(f"3 {word}"))


@lru_cache(maxsize=8)
def qualifier_words(tag: str) -> frozenset[str]:
    """The words of qualifiers: who changes them changes a fact."""
    texts = [text for each in pages(tag)[0].sent.language.conventions.qualifiers.values() for text in each]
    return frozenset(part for text in texts for part in (text if tag == "zh" else text.split()))


def some_words(chance: random.Random, tag: str, count: int) -> list[Part]:
    """Words of a language in no order, each with a blank behind it but in Chinese."""
    return [words(chance.choice(vocabulary(tag)) + ("" if tag == "zh" else " ")) for _ in range(count)]


def with_part(parts: Sequence[Part], index: int, text: str) -> list[Part]:
    """The parts with one that a person typed over."""
    return [*parts[:index], replace(parts[index], text=text, styles=bytes(len(text))), *parts[index + 1 :]]
