"""The words that differ between two texts as a person would mark them, and in one line: [-313-]{+331+}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

_WORD = re.compile(
    r"[\u3400-\u9fff]"
    r"|\d+(?:[\u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?"
    # Vowel signs of Arabic and combining accents are no letters for Unicode, and parts of words for us.
    r"|[^\W\u3400-\u9fff](?:[^\W\u3400-\u9fff]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])*(?:[.,/]\d+)*"
    r"|\S|\s+"
)
"""A word, one Chinese character, a figure with its separators (2,925), a symbol (A/80/590), a sign, a space."""
_AROUND = 4
"""How many words are shown before and behind a change."""
_LETTERS = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
"""A word without signs and blanks, which any two texts have in common."""
_ALIKE, _SHORT = 0.2, 200
"""How much of two texts must be the same words in one order, and the letters from which on that is asked.

Below it a text was written anew, and the words that both have are there by chance.
"""
_MOST = 4_000
"""How many words of each side are compared at once, since the cost may grow with their square."""

_SENTENCE_ENDS, _CLAUSE_ENDS = frozenset(".!?؟…。！？"), frozenset(",;:،؛—)，；：、）")


class Word(NamedTuple):
    """A word as it is printed; `kind` tells it from others of the same letters: in italics, the mark of a note."""

    text: str
    kind: str = ""


class WordEdit(NamedTuple):
    """Where a change begins and ends in the old words, and in the new ones."""

    since: int
    until: int
    start: int
    end: int

    @property
    def words(self) -> int:
        """How many words the longer side has."""
        return max(self.until - self.since, self.end - self.start)


def words_of(text: str) -> Iterator[str]:
    """The words, signs and spaces of a text, which are all of it."""
    return (match[0] for match in _WORD.finditer(text))


def word_edits(
    before: Sequence[Word], after: Sequence[Word], units: tuple[Sequence[int], Sequence[int]] = ((), ())
) -> list[WordEdit]:
    """The changes between two texts as a person would mark them, in their order.

    `units` number, on either side, the words of what is changed as a whole or not at all, such as a date; 0 is none.
    """
    partners = _partners(before, after)
    _part_units(partners, len(before), units)
    edits = _merged(_gaps(partners, len(before)), after)
    return _merged(_slid(edits, before, after), after)


def changed_words(old: str, new: str) -> str:
    """The words that differ, with a few around them; of a text that only one side has, the beginning."""
    if not old or not new:
        whole = _shortened(new or old)
        return f"{{+{whole}+}}" if new else f"[-{whole}-]" if old else ""
    if not _are_alike(old, new):
        return f"[-{old}-]{{+{new}+}}"
    before, after = (list(islice(words_of(text), _MOST)) for text in (old, new))
    edits = word_edits([Word(text) for text in before], [Word(text) for text in after])
    groups = _groups(edits, len(after))
    return " … ".join("".join(_printed(before, after, *group)).strip() for group in groups)


def _are_alike(old: str, new: str) -> bool:
    """Whether two texts are worth comparing word by word; short ones always are."""
    if max(len(old), len(new)) < _SHORT:
        return True
    before, after = (_LETTERS.findall(text) for text in (old, new))
    return Indel.normalized_similarity(before, after) >= _ALIKE


def _partners(before: Sequence[Word], after: Sequence[Word]) -> list[int]:
    """For each new word the place of the same old one, -1 where it is new: as many as can be, in one order.

    Long texts are compared by their sentences first.
    """
    found = [-1] * len(after)
    if max(len(before), len(after)) <= _MOST:
        _pair(found, before, after, 0, 0)
        return found
    olds, news = _sentences(before), _sentences(after)
    for code in Indel.opcodes(*(_keys(side, places) for side, places in ((before, olds), (after, news)))):
        since, until = olds[code.src_start], olds[code.src_end]
        start, end = news[code.dest_start], news[code.dest_end]
        if code.tag == "equal" or max(until - since, end - start) <= _MOST:
            _pair(found, before[since:until], after[start:end], since, start)
    return found


def _pair(found: list[int], before: Sequence[Word], after: Sequence[Word], since: int, start: int) -> None:
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            found[start + code.dest_start : start + code.dest_end] = range(since + code.src_start, since + code.src_end)


def _sentences(words: Sequence[Word]) -> list[int]:
    """Where sentences begin, and where the last one ends."""
    ends = [at + 1 for at, word in enumerate(words) if word.text in _SENTENCE_ENDS]
    return sorted({0, *ends, len(words)})


def _keys(words: Sequence[Word], places: Sequence[int]) -> list[tuple[Word, ...]]:
    return [tuple(words[since:until]) for since, until in pairwise(places)]


def _part_units(partners: list[int], olds: int, units: tuple[Sequence[int], Sequence[int]]) -> None:
    """Take the partners from units that are not the same as a whole on both sides."""
    if not any(map(any, units)):
        return
    spans = _spans(units[0]), _spans(units[1])
    while True:
        places = [-1] * olds
        for place, partner in enumerate(partners):
            if partner >= 0:
                places[partner] = place
        broken = [partners[span] for span in spans[1] if _is_broken(partners[span])]
        lost = {each for part in broken for each in part if each >= 0}
        lost |= {old for span in spans[0] if _is_broken(places[span]) for old in range(span.start, span.stop)}
        kept = [-1 if partner in lost else partner for partner in partners]
        if kept == partners:
            return
        partners[:] = kept


def _spans(units: Sequence[int]) -> list[slice]:
    """Where each unit begins and ends."""
    found: dict[int, slice] = {}
    for at, unit in enumerate(units):
        if unit:
            found[unit] = slice(found[unit].start if unit in found else at, at + 1)
    return list(found.values())


def _is_broken(partners: Sequence[int]) -> bool:
    """Whether only some words have partners, or others stand between these."""
    first, known = partners[0], any(each >= 0 for each in partners)
    return known and (first < 0 or list(partners) != list(range(first, first + len(partners))))


def _gaps(partners: Sequence[int], olds: int) -> Iterator[WordEdit]:
    """What stands between the words that both sides have."""
    since = start = 0
    for place, partner in [*enumerate(partners), (len(partners), olds)]:
        if partner < 0:
            continue
        if (partner, place) != (since, start):
            yield WordEdit(since, partner, start, place)
        since, start = partner + 1, place + 1


def _merged(edits: Iterator[WordEdit], after: Sequence[Word]) -> list[WordEdit]:
    """The changes, two made one where what stands between them is a blank, or little beside either."""
    found: list[WordEdit] = []
    for edit in edits:
        found.append(edit)
        while len(found) > 1 and _belong_together(found[-2], found[-1], after):
            last = found.pop()
            found[-1] = WordEdit(found[-1].since, last.until, found[-1].start, last.end)
    return found


def _belong_together(one: WordEdit, other: WordEdit, after: Sequence[Word]) -> bool:
    gap = other.start - one.end
    if gap > 4 and 2 * gap > min(one.words, other.words):
        return False  # as below, without looking at each word: so many are not all blanks
    between = after[one.end : other.start]
    # A mark that is struck out and set again would be another note.
    if any(not word.text for word in between):
        return False
    words = [word for word in between if not word.text.isspace()]
    return not words or 2 * len(between) <= min(one.words, other.words)


def _slid(edits: Sequence[WordEdit], before: Sequence[Word], after: Sequence[Word]) -> Iterator[WordEdit]:
    """The changes, those of one side alone moved to where a word, a clause or a sentence begins.

    The same text comes of "[one, ]two, " and "one, [two, ]" where both words are the same.
    """
    end = 0
    for index, edit in enumerate(edits):
        following = edits[index + 1].start if index + 1 < len(edits) else len(after)
        moved = edit
        if edit.since == edit.until:
            by = _best_shift(after, edit.start, edit.end, edit.start - end, following - edit.end)
            moved = WordEdit(edit.since + by, edit.until + by, edit.start + by, edit.end + by)
        elif edit.start == edit.end:
            by = _best_shift(before, edit.since, edit.until, edit.start - end, following - edit.end)
            moved = WordEdit(edit.since + by, edit.until + by, edit.start + by, edit.end + by)
        yield moved
        end = moved.end


def _best_shift(words: Sequence[Word], start: int, end: int, left: int, right: int) -> int:
    """How far a change of one side is best moved; at most so many words to either side."""
    shifts = [0]
    while -shifts[0] < left and words[start + shifts[0] - 1] == words[end + shifts[0] - 1]:
        shifts.insert(0, shifts[0] - 1)
    while shifts[-1] < right and words[start + shifts[-1]] == words[end + shifts[-1]]:
        shifts.append(shifts[-1] + 1)
    # Of equals the last: what is added to a list comes behind what was there.
    return max(shifts, key=lambda by: (_edge(words, start + by) + _edge(words, end + by), by))


def _edge(words: Sequence[Word], at: int) -> int:
    """How well a change begins or ends before a word, 0 (inside of one) to 6."""
    if at in (0, len(words)):
        return 6
    before = words[at - 1].text
    if before.isspace():
        ended = words[at - 2].text if at > 1 else ""
        return 5 if ended in _SENTENCE_ENDS else 4 if ended in _CLAUSE_ENDS else 3
    if before in _SENTENCE_ENDS or before in _CLAUSE_ENDS:
        return 4 if before >= "\u3000" else 1
    return 2 if words[at].text.isspace() else 0


def _groups(edits: list[WordEdit], length: int) -> Iterator[tuple[int, int, list[WordEdit]]]:
    """Changes near one another, with where in the new words what is shown round them begins and ends."""
    near = 2 * _AROUND
    group: list[WordEdit] = []
    for edit in edits:
        if group and edit.start - group[-1].end > 2 * near:
            yield max(group[0].start - near, 0), group[-1].end + near, group
            group = []
        group.append(edit)
    if group:
        yield max(group[0].start - near, 0), min(group[-1].end + near, length), group


def _printed(before: list[str], after: list[str], first: int, last: int, edits: list[WordEdit]) -> Iterator[str]:
    at = first
    for edit in edits:
        gone, come = "".join(before[edit.since : edit.until]), "".join(after[edit.start : edit.end])
        yield "".join(after[at : edit.start]) + (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
        at = edit.end
    yield "".join(after[at:last])


def _shortened(text: str) -> str:
    most = 10 * _AROUND
    words = list(islice(words_of(text), most + 1))
    return "".join(words[:most]).rstrip() + (" …" if len(words) > most else "")
