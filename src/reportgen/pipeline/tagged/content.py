"""The contents of PDF pages: decoration outside all tags is marked as such, and the texts of tags are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Matrix,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    String,
    parse_content_stream,
    unparse_content_stream,
)

from reportgen.pipeline.tagged.fonts import Font

Instruction: TypeAlias = Any
"""A ContentStreamInstruction, or an inline image."""

_PATHS = frozenset(("m", "l", "c", "v", "y", "h", "re"))
_PAINTED_PATHS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
_PAINTED_OBJECTS = frozenset(("Do", "sh", "INLINE IMAGE"))
_TEXTS = frozenset(("Tj", "TJ", "'", '"'))

_BEGIN_ARTIFACT = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
_END_ARTIFACT = ContentStreamInstruction([], Operator("EMC"))


@dataclass(slots=True)
class PageContent:
    """The marked content of a page by number: the place of its first text (x and y in points), and its text.

    `untagged_texts` and `decorations` (lines, pictures) count what the page paints outside all tags.
    """

    number: int
    starts: dict[int, tuple[float, float]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    untagged_texts: int = 0
    decorations: int = 0


def mark_page(pdf: Pdf, page: Page, fonts: dict[int, Font]) -> PageContent:
    """The contents of a page, after its untagged lines and pictures were made artifacts (ISO 32000-1, 14.8.2.2).

    Untagged texts are only counted: LibreOffice tags all text, so one without a tag may be more than decoration.
    """
    reader = _Reader(PageContent(page.obj.objgen[0]), _fonts_of(page, fonts))
    instructions = list(_with_artifacts(parse_content_stream(page), reader))
    page.obj.Contents = pdf.make_stream(unparse_content_stream(instructions))
    return reader.found


def _fonts_of(page: Page, fonts: dict[int, Font]) -> dict[str, Font]:
    """The fonts of a page by their names there, each read once in a file."""
    own: dict[str, Object] = dict(page.resources.get("/Font", Dictionary()).items())
    for each in own.values():
        fonts.setdefault(each.objgen[0], Font(each))
    return {name: fonts[each.objgen[0]] for name, each in own.items()}


def _with_artifacts(instructions: list[Instruction], reader: _Reader) -> Iterator[Instruction]:
    """The instructions with marks around untagged paths and pictures.

    A path is held back to its end, since a mark may not begin inside one.
    """
    path: list[Instruction] = []
    for instruction in instructions:
        operator = str(instruction.operator)
        bare = not reader.marks
        reader.read(operator, instruction)
        if operator in _PATHS or (path and operator in ("W", "W*")):
            path.append(instruction)
            continue
        paints = operator in _PAINTED_PATHS or operator in _PAINTED_OBJECTS
        if paints and bare:
            reader.found.decorations += 1
            yield from (_BEGIN_ARTIFACT, *path, instruction, _END_ARTIFACT)
        else:
            yield from (*path, instruction)
        path = []
    yield from path


class _Reader:
    """Follows the instructions of a page: the marks that are open, the font, and where text stands."""

    def __init__(self, found: PageContent, fonts: dict[str, Font]) -> None:
        self.found = found
        self.fonts = fonts
        self.marks: list[tuple[int | None, str | None]] = []
        self.page = Matrix()
        self.saved: list[Matrix] = []
        self.line = Matrix()
        self.font: Font | None = None

    def read(self, operator: str, instruction: Instruction) -> None:
        """Follow one instruction."""
        operands = instruction.operands
        match operator:
            case "BDC" | "BMC":
                self.marks.append(_mark(operands))
            case "EMC":
                del self.marks[-1:]
            case "q":
                self.saved.append(self.page)
            case "Q":
                self.page = self.saved.pop() if self.saved else Matrix()
            case "cm":
                self.page = Matrix(*map(float, operands)) @ self.page
            case "BT":
                self.line = Matrix()
            case "Tm":
                self.line = Matrix(*map(float, operands))
            case "Td" | "TD":
                self.line = Matrix(1, 0, 0, 1, *map(float, operands)) @ self.line
            case "Tf":
                self.font = self.fonts.get(str(operands[0]))
            case _ if operator in _TEXTS:
                self._text(operands)

    def _text(self, operands: Any) -> None:
        if not self.marks:
            self.found.untagged_texts += 1
        # Marks can be nested; the innermost one with a number owns the text.
        number = next((number for number, _ in reversed(self.marks) if number is not None), None)
        instead = next((text for _, text in reversed(self.marks) if text is not None), None)
        text = "".join(self.font.text(string, instead) for string in _strings(operands)) if self.font else ""
        if number is not None:
            place = self.line @ self.page
            self.found.starts.setdefault(number, (place.e, place.f))
            self.found.texts[number] = self.found.texts.get(number, "") + text


def _mark(operands: Any) -> tuple[int | None, str | None]:
    """The number of the marked content that begins here, and its replacement text, if it has them."""
    properties = operands[1] if len(operands) > 1 else None
    if not isinstance(properties, Dictionary):
        return None, None
    instead = properties.get("/ActualText")
    number = properties.get("/MCID")
    return (None if number is None else int(number)), (None if instead is None else str(instead))


def _strings(operands: Any) -> Iterator[bytes]:
    """The strings that an instruction shows."""
    for operand in operands:
        for each in operand if isinstance(operand, Array) else (operand,):
            if isinstance(each, String):
                yield bytes(each)
