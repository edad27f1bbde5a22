"""Pictures of a file as figures: with their caption where the program counts alike, else without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.adoption.counted import CountedNumbers
from reportgen.adoption.draft import DraftFigure, DraftPiece
from reportgen.adoption.ids import DraftIds
from reportgen.adoption.lines import without_bold
from reportgen.adoption.tables import Put, TableReader
from reportgen.errors import InputError
from reportgen.facts.symbols import SYMBOL
from reportgen.inputs.pictures import checked_picture
from reportgen.readers import ReadDocument
from reportgen.readers.document import ReadPicture
from reportgen.tree.inlines import Text
from reportgen.tree.line import begins_text
from reportgen.tree.text import plain_text

_LEAST_WIDTH, _MOST_WIDTH, _USUAL_WIDTH = 20, 365, 360
"""Points that a figure may be wide, and is where nothing is said."""


class FigureReader:
    """Reads the pictures of one file from the line `begin` on; each is a figure once."""

    def __init__(
        self, document: ReadDocument, ids: DraftIds, counted: CountedNumbers, tables: TableReader, begin: int, word: str
    ) -> None:
        self.document, self.ids, self.counted, self.tables, self.word = document, ids, counted, tables, word
        self.waiting = list(usable_pictures(document, begin))
        self.captioned = dict(self._pairs())
        self.has_one = len(self.captioned) == 1

    def take_caption(self, at: int, put: Put) -> int:
        """Put the figure of a caption; the index of the line behind it, 0 where the caption is of none."""
        picture = self.captioned.pop(at, None)
        if picture is None:
            return 0
        lines, line = self.document.blocks, self.document.blocks[at]
        texts = range(at, self._behind_caption(at))
        titled = [index for index in texts if lines[index].line.text]
        if not titled or any(lines[index].marks for index in texts):
            return 0
        if not self.counted.takes_caption(line, "figure", self.has_one):
            return 0
        name = self.ids.of(line.line.id, lines[titled[0]].line.text, "figure")
        end = texts.stop + (picture.is_line and picture.line == texts.stop)
        below = self.tables.below(name, end, texts)
        caption = DraftPiece(name, tuple(texts), without_bold(below.marked(self.tables.content(titled))))
        self._put(name, picture, caption, put, below.source, below.notes)
        return below.end

    def put_waiting(self, at: int, put: Put) -> None:
        """Put the pictures that stand before a line and belong to no caption."""
        before = [each for each in self.waiting if each.line + each.is_line <= at]
        for picture in (each for each in before if each not in self.captioned.values()):
            text = picture.description
            self._put(self.ids.of("", text, "figure"), picture, None, put)

    def _put(
        self,
        name: str,
        picture: ReadPicture,
        caption: DraftPiece | None,
        put: Put,
        source: DraftPiece | None = None,
        notes: tuple[DraftPiece, ...] = (),
    ) -> None:
        self.waiting.remove(picture)
        shown = (Text(picture.description or (plain_text(caption.content) if caption else "") or self.word),)
        own = (picture.line,) if picture.is_line else ()
        content = self.tables.content(own) if own and picture.description else shown
        width = min(max(picture.width or _USUAL_WIDTH, _LEAST_WIDTH), _MOST_WIDTH)
        put(DraftFigure(name, picture, width, caption, DraftPiece(f"{name}/alternative", own, content), source, notes))

    def _pairs(self) -> Iterator[tuple[int, ReadPicture]]:
        """Captions with their pictures: the one above a picture, else the one below it."""
        taken: set[int] = set()
        for picture in self.waiting:
            end = picture.line + picture.is_line
            for at in (picture.line - 1, picture.line - 2, end):
                if at not in taken and self._is_caption(at) and (at == end or self._behind_caption(at) == picture.line):
                    taken.add(at)
                    yield at, picture
                    break

    def _is_caption(self, at: int) -> bool:
        lines = self.document.blocks
        return 0 <= at < len(lines) and lines[at].line.kind == "figure" and lines[at].cell is None

    def _behind_caption(self, at: int) -> int:
        """The line behind a caption, whose words may stand on the line below its label."""
        lines = self.document.blocks
        has_more = not lines[at].line.text and at + 1 < len(lines) and lines[at + 1].line.kind == "plain"
        return at + 1 + (has_more and lines[at + 1].cell is None)


def usable_pictures(document: ReadDocument, begin: int) -> Iterator[ReadPicture]:
    """The pictures that a report can show: PNG and JPEG between its paragraphs."""
    return (each for each in pictures_of_text(document, begin) if each.in_text and is_usable(each))


def pictures_of_text(document: ReadDocument, begin: int) -> Iterator[ReadPicture]:
    """The pictures below the masthead, whose emblem and codes are none of the report."""
    lines = document.blocks
    above = begin
    if not begin and any(re.fullmatch(SYMBOL, line.line.text.strip()) for line in lines if not begins_text(line.line)):
        above = next((at for at, line in enumerate(lines) if begins_text(line.line)), 0)
    return (each for each in document.pictures if not above or each.line + each.is_line > above)


def is_usable(picture: ReadPicture) -> bool:
    """Whether a report can show a picture."""
    try:
        checked_picture(picture.data, picture.name, None)
    except InputError:
        return False
    return True
