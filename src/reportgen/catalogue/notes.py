"""Review notes as a file: `locales/<tag>/<slug>.notes.yaml`, what people said about pieces of a report in a language.

format: 1
notes:
  - {key: 9f86d081…, piece: opening, quote: "is small", text: Since when?, author: A. Officer,
     date: 2019-03-04T10:00:00Z, file: draft.docx, resolved: false, answer: ""}

A note never changes what is built. Comments of files that came back become notes; `resolved` and `answer` are written
by whoever settles them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reportgen.errors import InputError, Position, suggestion
from reportgen.located import Insert, parse, read_text
from reportgen.located.kept_text import normalized
from reportgen.located.validate import Loc, Terms, place_in, validated
from reportgen.record import field, record
from reportgen.workspace import Workspace

_FIELDS = ("key", "piece", "quote", "text", "author", "date", "file", "resolved", "answer")
ANSWER = "→ "
"""What stands before the answer to a note where both are one comment."""

_FIRST = """\
# What people said about this report in files that came back. A note never changes a build; write `resolved: true` where
# it is settled, and an answer if there is one.
format: 1
notes: []
"""


@record
class ReviewNote:
    """What somebody said about a piece of a report: `quote` are the words it is about, `file` is where it came from.

    `date` is as the file has it, empty where it has none.
    """

    key: str
    piece: str
    text: str
    author: str = ""
    date: str = ""
    quote: str = ""
    file: str = ""
    resolved: bool = False
    answer: str = ""
    position: Position | None = field(default=None, compare=False)

    def as_json(self) -> dict[str, Any]:
        """The note as plain data."""
        return {field: getattr(self, field) for field in _FIELDS}

    @property
    def said(self) -> str:
        """The note and its answer as one comment."""
        return f"{self.text}\n{ANSWER}{self.answer}" if self.answer else self.text

    @property
    def said_elsewhere(self) -> str:
        """The same where its piece is gone, so that it stands beside another one."""
        return f"{self.piece}: {self.said}"


class _WrittenNote(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    key: Annotated[str, Field(min_length=1)]
    piece: str
    quote: str = ""
    text: str
    author: str = ""
    date: str = ""
    file: str = ""
    resolved: bool = False
    answer: str = ""


class _WrittenNotes(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    format: Literal[1]
    notes: tuple[_WrittenNote, ...]


def note_key(file: str, author: str, date: str, text: str) -> str:
    """The key of a note: a digest of where it came from, so that a file that is read twice adds nothing."""
    return hashlib.sha256("\0".join((file, author, date, text)).encode()).hexdigest()[:32]


def notes_path(workspace: Workspace, slug: str, tag: str) -> Path | None:
    """The review notes of a report in a language, or none."""
    return workspace.find("locales", tag, f"{slug}.notes.yaml")


def load_notes(workspace: Workspace, slug: str, tag: str) -> tuple[ReviewNote, ...]:
    """The review notes of a report in a language, in the order of the file; none where there is no file."""
    path = notes_path(workspace, slug, tag)
    return read_notes(read_text(workspace, path), workspace.shown(path)) if path else ()


def read_notes(text: str, shown: str) -> tuple[ReviewNote, ...]:
    """The notes of a file; an `InputError` with its place where it is wrong, or where a key stands twice."""
    data = parse(text, shown)
    found: dict[str, ReviewNote] = {}
    for index, each in enumerate(validated(_WrittenNotes, data, _TERMS).notes):
        at = place_in(data, ("notes", index))
        if each.key in found:
            raise InputError(f"the note '{each.key}' stands twice", at, f"first at {found[each.key].position}")
        # A text in a block ends with a line break that nobody means.
        fields = {**dict(each), "text": each.text.strip("\n")}
        found[each.key] = ReviewNote(**fields, position=at)
    return tuple(found.values())


def add_notes(data: bytes, notes: Iterable[ReviewNote], shown: str) -> bytes:
    """The file with more notes behind the others; `data` is the one from before, empty for a new file.

    Notes whose key is there already are left out, and all other lines keep their bytes.
    """
    # Imported here, since a build reads files and edits none.
    from reportgen.located.splice import splice

    data = data if data.strip() else _FIRST.encode()
    known = read_notes(normalized(data, shown), shown)
    keys = {each.key for each in known}
    new = {each.key: each for each in notes if each.key not in keys}
    return splice(data, [Insert(("notes", len(known)), each.as_json()) for each in new.values()], shown)


def is_known(note: ReviewNote, notes: Sequence[ReviewNote]) -> bool:
    """Whether a comment is among some notes: by its key, or as one of ours that went out and came back."""
    return any(
        note.key == each.key
        or (
            (note.author, note.date) == (each.author, each.date)
            and note.text in (each.text, each.said, each.said_elsewhere)
        )
        for each in notes
    )


def _unknown(loc: Loc, name: str, position: Position) -> InputError:
    model: type[BaseModel] = _WrittenNotes if len(loc) == 1 else _WrittenNote
    return InputError(f"there is no field '{name}' here", position, suggestion(name, model.model_fields))


_TERMS = Terms(
    file="review notes",
    extra=_unknown,
    hint="reportgen read writes this file; change only 'resolved' and 'answer' of a note by hand",
)
