"""The masthead of a report compared with the text above the first block of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.tree import nodes as tree
from reportgen.tree.line import Line, begins_text
from reportgen.tree.printed import MASTHEAD, masthead_pieces
from reportgen.tree.text import plain_text

MastheadPart = tuple[str, str]
"""The name of a part of a masthead (symbol, session), and its text."""

# Asterisks mark notes, and direction marks keep a symbol together in Arabic; neither is wording.
_MARKS = re.compile("[*\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SKIPPED = ("alternative", "note")
_MORE = 40
"""How many words of a file are looked at beyond those of the masthead, since someone may have added some."""

# Below this share of common words, the file has no masthead at all, and one message says so instead of ten.
_ENOUGH = 0.3


def parts_of(document: tree.Document) -> tuple[MastheadPart, ...]:
    """The parts of the masthead of a document that was built, in the order they are printed."""
    return tuple((_name(piece.id), plain_text(piece.content)) for piece in masthead_pieces(document))


def _name(piece: str) -> str:
    """The name of a part as people know it: information for masthead/information-2."""
    return piece.removeprefix(f"{MASTHEAD}/").rstrip("-0123456789").replace("-", " ")


def above_the_text(lines: Sequence[Line]) -> str:
    """What stands in a file before its first block that has an id, a number or the name of a summary."""
    found = []
    for line in lines:
        if begins_text(line):
            break
        if line.kind not in _SKIPPED:
            found.append(line.text)
    return " ".join(found)


def compare_mastheads(parts: Sequence[MastheadPart], text: str) -> Iterator[str]:
    """One sentence for each part that differs in a file: the symbol 'A/80/1' is 'A/80/11'."""
    wanted = [(index, word) for index, (_, said) in enumerate(parts) for word in _words(said)]
    found = _words(text)[: len(wanted) + _MORE]
    matcher = SequenceMatcher(None, [word for _, word in wanted], found, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < _ENOUGH * len(wanted):
        yield "it is not in the file"
        return
    places = [index for index, _ in wanted]
    for index in sorted(_changed(matcher, places)):
        yield _sentence(parts[index], " ".join(_instead(matcher, places, index, found)))


def _changed(matcher: SequenceMatcher[str], places: Sequence[int]) -> set[int]:
    """The indexes of the parts whose words differ; words behind the last part belong to the text and are left out."""
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    # An insertion has no words on this side (since == until) and is counted with the word it stands before.
    spans = [(since, max(until, since + 1)) for _, since, until, _, _ in codes if since < len(places)]
    return {place for since, until in spans for place in places[since:until]}


def _instead(matcher: SequenceMatcher[str], places: Sequence[int], index: int, found: Sequence[str]) -> Iterator[str]:
    """The words of a file that stand in the place of a part of the masthead."""
    since, until = places.index(index), len(places) - places[::-1].index(index)
    for kind, one, other, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield from found[first + max(since - one, 0) : max(last - max(other - until, 0), first)]
        elif since <= one < until:
            yield from found[first:last]


def _sentence(part: MastheadPart, instead: str) -> str:
    name, said = part
    return f"the {name} '{said}' is '{instead}'" if instead else f"the {name} '{said}' is missing"


def _words(text: str) -> list[str]:
    return [word for word in _MARKS.sub("", text).split() if word]
