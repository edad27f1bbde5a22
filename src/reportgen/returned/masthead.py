"""Lines of the masthead that came back other than they were sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from reportgen.model.report import AGENDA_TITLE, TITLE
from reportgen.readers.document import ReadMastheadLine
from reportgen.record import record, replace
from reportgen.recover import SentPiece
from reportgen.returned.changes import Change
from reportgen.returned.laid import LaidFile
from reportgen.returned.pieces import PieceReader
from reportgen.returned.sides import looks_alike, with_notes_named
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text

_FEWEST = 0.3
"""The share of its lines that a file has at least of a masthead, or it has none."""

_FIXED = "this line follows from report.yaml, or stands in the templates of the language: change it there"


@record
class MastheadReader:
    """Reads the masthead of one file."""

    laid: LaidFile
    pieces: PieceReader
    lines: Sequence[ReadMastheadLine]

    def changes(self) -> Iterator[Change]:
        """The changes of lines, none where the file has no masthead."""
        known = self.laid.sent.masthead()
        found = dict(self._paired(known))
        if len(found) < _FEWEST * len(known):
            return
        for piece in known:
            if piece.id != AGENDA_TITLE or not self._is_title(found):
                yield from self._change(piece, found.get(piece.id))

    def _paired(self, known: Sequence[PrintedPiece]) -> Iterator[tuple[str, Content]]:
        """The lines of the file by the ids of the pieces that they are: by id, by their text, by their place."""
        contents = [with_notes_named(line.content, self.laid.notes) for line in self.lines]
        by_id = {line.id: content for line, content in zip(self.lines, contents, strict=True) if line.id}
        yield from ((piece.id, by_id[piece.id]) for piece in known if piece.id in by_id)
        left = [piece for piece in known if piece.id not in by_id]
        others = [content for line, content in zip(self.lines, contents, strict=True) if not line.id]
        wanted = [plain_text(piece.content) for piece in left]
        there = [plain_text(content) for content in others]
        for _, start, end, first, last in SequenceMatcher(None, wanted, there, autojunk=False).get_opcodes():
            for offset in range(min(end - start, last - first)):
                yield left[start + offset].id, others[first + offset]

    def _change(self, piece: PrintedPiece, content: Content | None) -> Iterator[Change]:
        if self._is_in_other_language(content):
            return
        sent, today = self.laid.sent.sent.get(piece.id), self.laid.today.sent.get(piece.id)
        is_as_sent = content is not None and looks_alike(with_notes_named(piece.content, {}), content)
        if is_as_sent and not self.pieces.is_lost(sent, today):
            return
        texts = plain_text(piece.content), plain_text(content) if content else ""
        alarm = f"the line of the masthead is '{texts[1]}'" if content else "the line of the masthead is missing"
        change = Change(piece.id, piece.kind, "", self.pieces.language.tag, "reworded", texts=texts)
        if sent is not None and content is not None:
            change = self.pieces.read(_unmarked(sent), piece, without_marks(content), today)
            yield replace(change, where="") if change.state in ("done", "settled") else self._alarmed(change, alarm)
        elif not self._is_today(piece.id, content):
            yield self._alarmed(change, alarm).decided([("open", _FIXED)])

    def _is_in_other_language(self, content: Content | None) -> bool:
        """Whether a line is left as it was sent in another language, which may have more lines or fewer."""
        if self.laid.printed is None:
            return False
        known = (with_notes_named(each.content, {}) for each in self.laid.printed.masthead())
        return content is None or any(looks_alike(each, content) for each in known)

    def _is_title(self, found: Mapping[str, Content]) -> bool:
        """Whether the agenda title, which repeats the title where it has no words of its own, still does."""
        title, agenda = found.get(TITLE), found.get(AGENDA_TITLE)
        has_words = AGENDA_TITLE in self.laid.today.sent
        return not has_words and title is not None and agenda is not None and looks_alike(title, agenda)

    def _is_today(self, name: str, content: Content | None) -> bool:
        """Whether today prints what stands in the file."""
        printed = next((each.content for each in self.laid.today.masthead() if each.id == name), None)
        return content is not None and printed is not None and looks_alike(with_notes_named(printed, {}), content)

    def _alarmed(self, change: Change, alarm: str) -> Change:
        return replace(change, where="", alarms=(*change.alarms, alarm))


def _unmarked(piece: SentPiece) -> SentPiece:
    """The piece without the mark of its note, which stands in no wording."""
    return replace(piece, content=without_marks(piece.content))


def without_marks(content: Content) -> Content:
    """The inlines without the marks of notes."""
    return tuple(each for each in content if not isinstance(each, NoteMark))
