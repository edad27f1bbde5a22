"""Fields: instructions are hidden and results are text; fields that refer to a bookmark are cross-references.

The lines of a table of contents only repeat other blocks. SEQ fields are counted again, since their stored results
may be out of date.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.readers.docx.sequences import Counted, Sequences

_REFERRING = ("REF", "PAGEREF", "NOTEREF")


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A cross-reference to a bookmark, with the text that stands in the file."""

    bookmark: str
    text: str
    field: str


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    result: list[str] = field(default_factory=list)
    in_result: bool = False
    counted: Counted | None = None
    is_link: bool = False

    @property
    def kind(self) -> str:
        """The first word of the instruction: REF, SEQ, TOC."""
        return self.instruction.split(maxsplit=1)[0].upper() if self.instruction.strip() else ""


class Fields:
    """The fields that are open at a place of the text, the innermost last."""

    def __init__(self, sequences: Sequences) -> None:
        self.open: list[_Field] = []
        self.instructing = 0
        self.contents = 0
        self.sequences = sequences
        self.links: list[int] = []
        self.last_link = 0

    def begin(self, instruction: str) -> None:
        """A field with its whole instruction begins."""
        self.open.append(_Field(instruction, in_result=True))
        self._result_begins()

    def mark(self, kind: str) -> list[FoundReference]:
        """One of the marks of a field; its end gives the cross-reference, where it is one."""
        if kind == "begin":
            self.open.append(_Field())
            self.instructing += 1
        elif kind == "separate" and self.open and not self.open[-1].in_result:
            self.open[-1].in_result = True
            self.instructing -= 1
            self._result_begins()
        elif kind == "end":
            return self.end()
        return []

    def _result_begins(self) -> None:
        found = self.open[-1]
        self.contents += found.kind == "TOC"
        if found.kind == "SEQ":
            found.counted = self.sequences.count(found.instruction)
        elif found.kind == "HYPERLINK":
            found.is_link = True
            self.links.append(self.next_link())

    def next_link(self) -> int:
        """The number of the next link of the story."""
        self.last_link += 1
        return self.last_link

    def link(self) -> int:
        """The number of the link that is open at this place, 0 where none is."""
        return self.links[-1] if self.links else 0

    def counted(self) -> Counted | None:
        """What the innermost field has counted, where it has."""
        return self.open[-1].counted if self.open else None

    def end(self) -> list[FoundReference]:
        """The innermost field ends."""
        if not self.open:
            return []
        closed = self.open.pop()
        self.instructing -= not closed.in_result
        # A field may close without a result; then it was never counted as open contents.
        self.contents -= closed.in_result and closed.kind == "TOC"
        if closed.is_link:
            self.links.pop()
        words = closed.instruction.split()
        if len(words) < 2 or words[0].upper() not in _REFERRING:
            return []
        return [FoundReference(words[1].strip('"'), "".join(closed.result), " ".join(words))]

    def end_paragraph(self) -> list[FoundReference]:
        """Close fields without a result at the end of a paragraph: an instruction never runs on into the next."""
        found: list[FoundReference] = []
        while self.open and not self.open[-1].in_result:
            found += self.end()
        return found

    def instruct(self, text: str) -> None:
        """A part of the instruction of the innermost field."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].instruction += text

    def shows(self, text: str) -> bool:
        """Whether text is shown at this place; it is noted as the result of the innermost field."""
        # What stands in an instruction is no text; a counted result is written anew at the end.
        if self.instructing or self.counted():
            return False
        if self.open:
            self.open[-1].result.append(text)
        return True
