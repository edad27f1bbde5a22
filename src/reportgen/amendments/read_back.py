"""Items of a corrigendum as a reader of its file takes them: the words of a place and of an instruction alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from reportgen.amendments.applied import NotFound
from reportgen.amendments.places import places_of_pieces
from reportgen.assemble.corrections import FIRST, NEW, OLD, CorrectionWords
from reportgen.language import Language
from reportgen.language.sentences import split_sentences
from reportgen.model.corrections import EditVerb, TextEdit
from reportgen.record import record
from reportgen.tree.corrected import kept_words
from reportgen.tree.looked import LookedText
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text, raised

_OPERATIONS: tuple[EditVerb, ...] = ("replace", "delete", "insert", "rewrite", "remove")
_SECOND = "\ue003"
_BEHIND: Mapping[str, EditVerb] = {"after": "insert-after", "before": "insert-before", "in": "replace"}


@record
class FoundItem:
    """The piece of the issued document that an item is about, and what it says is to be done there."""

    piece: str
    edits: tuple[TextEdit, ...]


@record
class _Sentence:
    """A sentence that words name: its number, and whether something is done in it, behind or before it."""

    number: int = 0
    where: str = "in"


class ItemReader:
    """Reads items about one issued document in its language; the document is known by what it printed.

    `newer` is what is printed today: a cell that was empty printed nothing, and yet a reader of the table finds it.
    """

    def __init__(self, pieces: Sequence[PrintedPiece], language: Language, newer: Sequence[PrintedPiece] = ()) -> None:
        self._language, self._words = language, CorrectionWords(language)
        places = {**places_of_pieces(newer, language), **places_of_pieces(pieces, language)}
        self._texts = dict.fromkeys(places, "") | {each.id: plain_text(each.content) for each in pieces}
        self._places = {plain_text(self._words.place(place)): name for name, place in places.items()}

    def read(self, where: str, what: LookedText) -> FoundItem:
        """The item with these words; raises `NotFound` where they lead nowhere or say nothing that is known."""
        piece, sentence = self._place(where)
        if what.text == self._words.not_applicable:
            return FoundItem(piece, ())
        edits = self._instructions(what, 0, sentence, piece)
        if edits is None:
            raise NotFound(f"'{what.text}' is no instruction")
        return FoundItem(piece, edits)

    def _place(self, where: str) -> tuple[str, _Sentence]:
        if where in self._places:
            return self._places[where], _Sentence()
        for text, name in self._places.items():
            # Most places are told apart by their beginnings, and only then are all sentences worded.
            if where.startswith(text):
                for words, sentence in self._sentences(name):
                    if where == self._joined(text, words):
                        return name, sentence
        raise NotFound(f"'{where}' is no place of the document")

    def _joined(self, whole: str, part: str) -> str:
        before, _, behind = self._join.partition(_SECOND)
        return before.replace(FIRST, whole) + part + behind

    @cached_property
    def _join(self) -> str:
        return self._words.joined(FIRST, _SECOND)

    def _sentences(self, piece: str) -> Iterator[tuple[str, _Sentence]]:
        """The words for each sentence of a piece, and for the places behind and before it."""
        count = len(split_sentences(self._language.conventions, self._texts[piece]))
        for number in range(1, count + 1):
            for where, do in _BEHIND.items():
                yield self._words.sentence_text(do, number), _Sentence(number, where)

    def _instructions(
        self, what: LookedText, start: int, sentence: _Sentence, piece: str
    ) -> tuple[TextEdit, ...] | None:
        """All instructions from a place of the line on; None where the rest says something else."""
        for words, named in [("", sentence), *self._named_sentences(piece)]:
            prefix = self._told.replace(FIRST, words) if words else ""
            for variant in {prefix, raised(prefix)}:
                if what.text.startswith(variant, start):
                    found = self._one_and_more(what, start + len(variant), named, piece, sentence)
                    if found is not None:
                        return found
        return None

    def _one_and_more(
        self, what: LookedText, start: int, named: _Sentence, piece: str, sentence: _Sentence
    ) -> tuple[TextEdit, ...] | None:
        for do, pattern in self._patterns.items():
            # The shortest that leaves nothing unsaid behind it: quoted words may hold what parts instructions.
            for end in self._ends(what.text, start):
                match = pattern.fullmatch(what.text, start, end)
                if match is None:
                    continue
                edit = _edit(do, named, match, what)
                if end == len(what.text):
                    return (edit,)
                rest = self._instructions(what, end + len(self._separator), sentence, piece)
                if rest is not None:
                    return (edit, *rest)
        return None

    def _ends(self, text: str, start: int) -> Iterator[int]:
        """Where an instruction may end: before each sign that parts two of them, and at the end of the line."""
        at = text.find(self._separator, start)
        while at >= 0:
            yield at
            at = text.find(self._separator, at + 1)
        yield len(text)

    @cached_property
    def _separator(self) -> str:
        return self._words.several(FIRST, _SECOND).strip(FIRST + _SECOND)

    @cached_property
    def _told(self) -> str:
        return self._words.told(FIRST, _SECOND).removesuffix(_SECOND)

    def _named_sentences(self, piece: str) -> list[tuple[str, _Sentence]]:
        return list(self._sentences(piece))

    @cached_property
    def _patterns(self) -> dict[EditVerb, re.Pattern[str]]:
        return {do: _pattern(self._words.instruction_text(do)) for do in _OPERATIONS}


def _pattern(words: str) -> re.Pattern[str]:
    """What an instruction looks like: its words, and anything where something is quoted."""
    escaped = (
        re.escape(words[:1]) if words[:1] in OLD + NEW else f"(?:{re.escape(words[0])}|{re.escape(raised(words[0]))})"
    )
    rest = re.escape(words[1:]).replace(OLD, "(?P<old>.+?)").replace(NEW, "(?P<new>.*)")
    return re.compile(escaped + rest, re.DOTALL)


def _edit(do: EditVerb, sentence: _Sentence, match: re.Match[str], what: LookedText) -> TextEdit:
    quoted = {name: kept_words(what.part(*match.span(name))) for name in match.groupdict()}
    if do == "insert" and sentence.where != "in":
        do = _BEHIND[sentence.where]
    return TextEdit(do=do, sentence=sentence.number, **quoted)
