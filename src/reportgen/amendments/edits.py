"""What differs between two texts as instructions for a reader: the fewest words that stand once in their sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rapidfuzz.distance import Indel

from reportgen.alignment import common_blocks
from reportgen.amendments.applied import NotFound, applied, stands_once
from reportgen.amendments.counted_sentences import CountedSentence, counted_sentences
from reportgen.comparison.words import words_of
from reportgen.language.conventions import Conventions
from reportgen.language.sentences import split_sentences
from reportgen.model.corrections import EditVerb, TextEdit
from reportgen.record import record
from reportgen.tree.corrected import kept_words
from reportgen.tree.looked import LookedText

_ALIKE = 0.4
"""How alike two sentences are that are one sentence reworded; below it, one was deleted and another inserted."""

_MOST_CHANGED = 0.7
"""The share of the words of a sentence from which on it is told as a whole."""

_APART = 1
"""Changes with no more words between them are told as one."""


@record
class _Way:
    """How to word changes: words that go as deletions, and which neighbours tell the place, those before or behind."""

    deletions: bool
    leftward: bool


_WAYS = (_Way(True, False), _Way(True, True), _Way(False, False), _Way(False, True))
"""Tried in this order, until one leads to the new text exactly: a footnote mark beside the words may rule some out."""


def edits_between(old: LookedText, new: LookedText, conventions: Conventions) -> tuple[TextEdit, ...]:
    """The instructions that make one text of the other, exactly; raises `NotFound` where none can be given.

    None can where a footnote mark was put elsewhere: its number is a citation too.
    """
    if not old.text or not new.text:
        return (TextEdit(do="remove" if old.text else "insert", new=kept_words(new)),)
    for way in _WAYS:
        edits = _by_sentences(old, new, conventions, way)
        if _is_exact(edits, old, new, conventions):
            return edits
    for edits in ((TextEdit(do="rewrite", new=kept_words(new)),), _behind_the_text(old, new, conventions)):
        if _is_exact(edits, old, new, conventions):
            return edits
    raise NotFound("a footnote mark stands elsewhere, which no instruction can say")


def _behind_the_text(old: LookedText, new: LookedText, conventions: Conventions) -> tuple[TextEdit, ...]:
    """What came behind the end of a text, as a sentence: a footnote mark there rules out every other way to say it."""
    last = len(split_sentences(conventions, old.text))
    at = len(old.text) if conventions.script == "han" else len(old.text) + 1
    behind = new.part(at, len(new.text))
    return (TextEdit(do="insert-after", sentence=last, new=kept_words(behind)),) if behind.text else ()


def _is_exact(edits: Sequence[TextEdit], old: LookedText, new: LookedText, conventions: Conventions) -> bool:
    try:
        return bool(edits) and applied(edits, old, conventions) == new
    except NotFound:
        return False


def _by_sentences(old: LookedText, new: LookedText, conventions: Conventions, way: _Way) -> tuple[TextEdit, ...]:
    before, after = counted_sentences(old, conventions), counted_sentences(new, conventions)
    edits: list[TextEdit] = []
    last = 0
    for one, other in _paired(before, after):
        number = before[one].number if one is not None else 0
        if one is not None:
            last = one + 1
        if one is None and other is not None:
            edits.append(_inserted(last, after[other].text))
        elif one is not None and other is None:
            edits.append(TextEdit(do="delete", sentence=number, old=kept_words(before[one].text)))
        elif one is not None and other is not None and before[one].text != after[other].text:
            # Words that stand once in the whole text need no sentence that somebody may count otherwise.
            named, where = (number, before[one].text) if before[one].is_plain else (0, old)
            edits += _in_sentence(number, named, before[one].text, after[other].text, where.text, way)
    return tuple(edits)


def _inserted(last: int, text: LookedText) -> TextEdit:
    if not last:
        return TextEdit(do="insert-before", sentence=1, new=kept_words(text))
    return TextEdit(do="insert-after", sentence=last, new=kept_words(text))


def _paired(old: Sequence[CountedSentence], new: Sequence[CountedSentence]) -> Iterator[tuple[int | None, int | None]]:
    """The sentences of both texts in order: the same ones, reworded ones, and those that one text has alone."""
    at, there = 0, 0
    for block in [*common_blocks([each.text for each in old], [each.text for each in new]), None]:
        end, until = (block.old, block.new) if block else (len(old), len(new))
        yield from _most_alike(old[at:end], new[there:until], at, there)
        if block:
            yield from block.pairs
            at, there = block.old + block.length, block.new + block.length


def _most_alike(
    old: Sequence[CountedSentence], new: Sequence[CountedSentence], at: int, there: int
) -> list[tuple[int | None, int | None]]:
    """Pairs of two runs of sentences, in order, whose likeness is the greatest in all."""

    @cache
    def best(one: int, other: int) -> tuple[float, tuple[tuple[int | None, int | None], ...]]:
        if one == len(old) or other == len(new):
            rest = [(at + index, None) for index in range(one, len(old))]
            return 0.0, (*rest, *((None, there + index) for index in range(other, len(new))))
        choices = []
        likeness = Indel.normalized_similarity(old[one].text.text, new[other].text.text)
        if likeness >= _ALIKE or len(old) == len(new) == 1:
            gain, pairs = best(one + 1, other + 1)
            choices.append((gain + likeness, ((at + one, there + other), *pairs)))
        gain, pairs = best(one + 1, other)
        choices.append((gain, ((at + one, None), *pairs)))
        gain, pairs = best(one, other + 1)
        choices.append((gain, ((None, there + other), *pairs)))
        return max(choices, key=lambda choice: choice[0])

    return list(best(0, 0)[1])


@record
class _Word:
    """A word or a run of blanks from `start` to `end`, with what tells it from others."""

    start: int
    end: int
    key: Any
    is_blank: bool


@record
class _Hunk:
    """Words `since` to `until` of the old sentence that became `start` to `end` of the new one."""

    since: int
    until: int
    start: int
    end: int


@record
class _Within:
    """A sentence, and the text in which words of it are looked for: the sentence itself, or all of them."""

    sentence: str
    where: str

    def words(self, span: tuple[int, int]) -> str:
        """The words from one letter of the sentence to another."""
        return self.sentence[slice(*span)]


def _in_sentence(number: int, named: int, old: LookedText, new: LookedText, where: str, way: _Way) -> list[TextEdit]:
    """The instructions for a sentence that was reworded.

    Its `number` is said where all of it is; words are looked for in `where`, under the number `named`.
    """
    before, after = _words(old), _words(new)
    hunks = _hunks(before, after)
    changed = sum(1 for each in hunks for word in before[each.since : each.until] if not word.is_blank)
    if changed > _MOST_CHANGED * sum(1 for word in before if not word.is_blank) and changed > 2:
        return [TextEdit(do="rewrite", sentence=number, new=kept_words(new))]
    found = _widened(hunks, before, after, _Within(old.text, where), way)
    return [
        _edit(named, old.part(*_span(before, each.since, each.until)), _new(new, after, each), way) for each in found
    ]


def _edit(number: int, old: LookedText, new: LookedText, way: _Way) -> TextEdit:
    do: EditVerb = "delete" if way.deletions and not new.text else "replace"
    return TextEdit(do=do, sentence=number, old=kept_words(old), new=kept_words(new))


def _new(text: LookedText, words: Sequence[_Word], hunk: _Hunk) -> LookedText:
    return text.part(*_span(words, hunk.start, hunk.end)) if hunk.start < hunk.end else text.part(0, 0)


def _span(words: Sequence[_Word], since: int, until: int) -> tuple[int, int]:
    return words[since].start, words[until - 1].end


def _words(text: LookedText) -> list[_Word]:
    found, at = [], 0
    for word in words_of(text.text):
        end = at + len(word)
        found.append(_Word(at, end, (word, text.looks[at:end]), not word.strip()))
        at = end
    return found


def _hunks(old: Sequence[_Word], new: Sequence[_Word]) -> list[_Hunk]:
    """Where two sentences differ; places with hardly a word between them are one."""
    found: list[_Hunk] = []
    at, there = 0, 0
    blocks = [(each.old, each.new, each.length) for each in common_blocks(
        [word.key for word in old], [word.key for word in new])]  # fmt: skip
    for one, other, length in [*blocks, (len(old), len(new), 0)]:
        if at < one or there < other:
            between = old[found[-1].until : at] if found else ()
            if found and sum(not word.is_blank for word in between) <= _APART:
                found[-1] = _Hunk(found[-1].since, one, found[-1].start, other)
            else:
                found.append(_Hunk(at, one, there, other))
        at, there = one + length, other + length
    return found


def _widened(
    hunks: Sequence[_Hunk], old: Sequence[_Word], new: Sequence[_Word], text: _Within, way: _Way
) -> list[_Hunk]:
    """The changes with as many words around each as it takes for its old words to stand once in the sentence."""
    waiting, found = list(hunks), list[_Hunk]()
    while waiting:
        hunk = waiting.pop(0)
        before = found[-1].until if found else 0
        behind = waiting[0].since if waiting else len(old)
        wide = _wide_enough(hunk, before, behind, old, new, text, way)
        if wide:
            found.append(wide)
        elif waiting:
            waiting[0] = _Hunk(hunk.since, waiting[0].until, hunk.start, waiting[0].end)
        elif found:
            last = found.pop()
            waiting.append(_Hunk(last.since, hunk.until, last.start, hunk.end))
        else:
            return [_Hunk(0, len(old), 0, len(new))]
    return found


def _wide_enough(
    hunk: _Hunk, before: int, behind: int, old: Sequence[_Word], new: Sequence[_Word], text: _Within, way: _Way
) -> _Hunk | None:
    """The change with the fewest words around it that make its old words stand once; None where all are too few."""
    left = [hunk.since, *(at for at in range(hunk.since - 1, before - 1, -1) if not old[at].is_blank)]
    right = [hunk.until, *(at + 1 for at in range(hunk.until, behind) if not old[at].is_blank)]
    for more in range(len(left) + len(right) - 1):
        fitting = []
        for one in range(max(0, more - len(right) + 1), min(more, len(left) - 1) + 1):
            since, until = left[one], right[more - one]
            around = _Hunk(since, until, hunk.start - (hunk.since - since), hunk.end + until - hunk.until)
            wide = _trimmed(around, old, new)
            if wide.since < wide.until and stands_once(text.words(_span(old, wide.since, wide.until)), text.where):
                fitting.append((_signs(old[since:until]), -one if way.leftward else one, wide))
        if fitting:
            return min(fitting, key=lambda each: each[:2])[2]
    return None


def _signs(words: Sequence[_Word]) -> int:
    """How many of some words are signs alone, which say a reader little."""
    return sum(not any(letter.isalnum() for letter in word.key[0]) and not word.is_blank for word in words)


def _trimmed(hunk: _Hunk, old: Sequence[_Word], new: Sequence[_Word]) -> _Hunk:
    """The change without blanks that both sides begin or end with."""
    since, until, start, end = hunk.since, hunk.until, hunk.start, hunk.end
    while since < until and start < end and old[since].is_blank and old[since].key == new[start].key:
        since, start = since + 1, start + 1
    while since < until and start < end and old[until - 1].is_blank and old[until - 1].key == new[end - 1].key:
        until, end = until - 1, end - 1
    if start == end:  # what goes takes its blank along, which nobody quotes
        while since < until and old[since].is_blank:
            since += 1
        while since < until and old[until - 1].is_blank:
            until -= 1
    return _Hunk(since, until, start, end)
