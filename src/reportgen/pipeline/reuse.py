"""What of a report's text stands as in earlier reports, which its author declares: from the memory of earlier texts.

Source: documentation guidelines for authors, reuse of text of earlier documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.language import Language
from reportgen.language.sentences import split_sentences
from reportgen.record import record, replace
from reportgen.translation.memory import LEAST_SCORE, Memory, MemoryMatch
from reportgen.translation.memory.segments import skeleton_of
from reportgen.tree import nodes as tree
from reportgen.tree.citation import cited
from reportgen.tree.line import lines

_NO_TEXTS = frozenset({"heading", "annex", "appendix", "contents", "alternative"})
"""Kinds of lines that nobody reads as text of a report: structure, and what stands for a picture."""

_MOST_WORDS_OF_A_LABEL = 3
"""Texts that are no longer say nothing of their own: a head of a table, a heading such as Introduction."""


@record
class ReusedText:
    """How many of the words of a block stand, values apart, in an earlier report, and in which.

    `sources` are the places that the words are from, as they are cited; `is_same` says that the values are the same
    as well.
    """

    id: str
    where: str
    words: int
    reused: int
    sources: tuple[str, ...]
    is_same: bool

    @property
    def share(self) -> float:
        """The share of its words that are reused, from 0 to 1."""
        return self.reused / self.words if self.words else 0.0


def reused_texts(memory: Memory, language: Language, document: tree.Document) -> Iterator[ReusedText]:
    """Each block and note of the original with its share, in reading order; headings and labels say nothing."""
    for line in lines(document):
        words = len(line.text.split())
        if line.kind not in _NO_TEXTS and words > _MOST_WORDS_OF_A_LABEL:
            found = list(_found_in(memory, language, line.text, document.symbol))
            sources = tuple(dict.fromkeys(match.origin for _, match in found))
            is_same = bool(found) and all(match.is_same for _, match in found)
            reused = sum(count for count, _ in found)
            yield ReusedText(line.id, cited(line.kind, line.path), words, reused, sources, is_same)


def _found_in(memory: Memory, language: Language, text: str, symbol: str) -> Iterator[tuple[int, MemoryMatch]]:
    """The parts of a text that stand in earlier reports, each with its words: the whole, else its sentences."""
    nearest = memory.earlier(language, text, LEAST_SCORE, symbol)
    if nearest and nearest.score == 100:
        yield len(text.split()), nearest
        return
    earlier = _sentences(language, nearest.segment.source) if nearest else []
    known = {_without_numbers(language, each): each for each in earlier}
    for sentence in _sentences(language, text):
        same = known.get(_without_numbers(language, sentence))
        match = replace(nearest, is_same=same == sentence) if nearest and same else None
        # A sentence may have come from another place than the rest of its paragraph.
        match = match or memory.earlier(language, sentence, but=symbol)
        if match:
            yield len(sentence.split()), match


def _without_numbers(language: Language, sentence: str) -> str:
    """A sentence without its values, and without the numbers of what it refers to, which move by themselves."""
    return re.sub(r"\d+", "#", skeleton_of(language, sentence).text)


def _sentences(language: Language, text: str) -> list[str]:
    return [text[start:end].strip() for start, end in split_sentences(language.conventions, text)]
