"""Comments of a file that came back, as review notes of the pieces that they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from reportgen.catalogue.notes import ReviewNote, note_key
from reportgen.model.report import TITLE
from reportgen.readers.document import ReadComment, ReadDocument
from reportgen.returned.changes import Change
from reportgen.returned.laid import LaidFile
from reportgen.tree.text import plain_text


@dataclass
class CommentReader:
    """Reads the comments of one file; `changes` are what came back in it, whose new blocks have no piece yet."""

    laid: LaidFile
    document: ReadDocument
    changes: Sequence[Change]

    def notes(self) -> Iterator[ReviewNote]:
        """The comments in their order; those that say the same at the same time have keys of their own."""
        times: Counter[str] = Counter()
        # Folders are of one machine: the name alone is the same for everybody.
        file = PurePath(self.document.file).name
        for each in self.document.comments:
            key = note_key(file, each.author, each.date, each.text)
            times[key] += 1
            if times[key] > 1:
                key = note_key(file, each.author, each.date, f"{each.text}\0{times[key]}")
            piece = self._piece(each)
            yield ReviewNote(key, piece, each.text, each.author, each.date, each.quote, file, each.resolved)

    def _piece(self, comment: ReadComment) -> str:
        """The piece that a comment is about: that of its line, else the next one above, else the title."""
        first = min(self.laid.file.places, default=0)
        if comment.line < first:
            return self._in_masthead(comment)
        above = (self.laid.file.places.get(index) for index in range(comment.line, first - 1, -1))
        named = (self._names.get(line, "") for line in above if line is not None)
        return next(filter(None, named), TITLE)

    @cached_property
    def _names(self) -> dict[int, str]:
        """The id of the piece that each line is, or will be."""
        laid = self.laid
        now = ((line, laid.named_now(piece)) for line, piece in laid.sent_of.items())
        return {
            **{line: piece.id for line, piece in laid.today_of.items()},
            **{line: piece.id for line, piece in now if piece},
            **{each.line: each.id for each in self.changes if each.line is not None},
        }

    def _in_masthead(self, comment: ReadComment) -> str:
        """The line of the masthead that a comment is about: of several in one block, that with the words it quotes."""
        if comment.line < 0:
            return TITLE
        block = self.document.blocks[comment.line].line.text
        texts = {line.id: plain_text(line.content) for line in self.document.masthead if line.id}
        there = {name: text for name, text in texts.items() if text and text in block}
        return next((name for name, text in there.items() if comment.quote in text), next(iter(there), TITLE))
