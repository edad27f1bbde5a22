"""What the lines of a file say as the content of a piece, with the marks of notes that the piece may have."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportgen.located.yaml import UNWRITABLE
from reportgen.readers import ReadDocument, ReadLine
from reportgen.tree.inlines import Bold, Content, CrossReference, Inline, NoteMark, Text
from reportgen.tree.text import plain_text
from reportgen.tree.walk import map_leaves, map_pointers, pointers, without_emphasis

NoteNamed = Callable[[NoteMark], str]
"""The id of the note that a mark is of; empty where it stays as text."""


def all_lines(document: ReadDocument) -> tuple[ReadLine, ...]:
    """The blocks and then the notes, as their indexes count them."""
    return (*document.blocks, *document.notes)


def content_of_lines(lines: Iterable[ReadLine], labelled: bool = False) -> Content:
    """The content of some lines, one behind the other, with their numbers as text where they are `labelled`."""
    found: list[Inline] = []
    for line in lines:
        content = map_leaves(line.content, _printable)
        label = line.line.label.strip() if labelled else ""
        if label:
            content = (Text(f"{label} "), *content) if plain_text(content) else (Text(label), *content)
        if content:
            found += [Text(" ")] if found else []
            found += content
    return tuple(found) if says_something(found) else ()


def begins_with_label(line: ReadLine, labelled: bool) -> bool:
    """Whether the content of a line begins with a number: most texts that keep theirs as text have none."""
    return labelled and bool(line.line.label.strip())


def is_blank(line: ReadLine) -> bool:
    """Whether a line has neither text nor number nor mark: blanks alone."""
    return not (line.line.text.strip() or line.line.label or line.marks)


def _printable(inline: Inline) -> Inline:
    """A text without the characters that no file of a report can hold."""
    if isinstance(inline, Text) and UNWRITABLE.search(inline.text):
        return Text(UNWRITABLE.sub("", inline.text))
    return inline


def says_something(content: Iterable[Inline]) -> bool:
    """Whether there is more than blanks in a content."""
    return any(isinstance(each, NoteMark) or plain_text((each,)).strip() for each in content)


def with_named_marks(content: Content, named: NoteNamed) -> Content:
    """The content with marks of the ids of their notes; marks without one are text."""

    def marked(mark: NoteMark | CrossReference) -> Inline:
        if not isinstance(mark, NoteMark):
            return mark
        name = named(mark)
        return NoteMark(name, mark.label) if name else Text(mark.label)

    return map_pointers(content, marked)


def unmarked(content: Content) -> Content:
    """The content without marks, as a title has it."""
    return map_pointers(content, lambda each: Text("") if isinstance(each, NoteMark) else each)


def without_bold(content: Content) -> Content:
    """The content as a heading has it, which is set in bold as a whole."""
    found: list[Inline] = []
    for inline in content:
        found += inline.content if isinstance(inline, Bold) else [inline]
    return tuple(found)


def in_bold(content: Content) -> Content:
    """The content in bold, but for marks and addresses at its ends."""
    inner = without_bold(content)
    return (Bold(inner),) if inner else ()


def is_bold(content: Content) -> bool:
    """Whether all that can be read is in bold."""
    return any(isinstance(each, Bold) for each in content) and all(
        isinstance(each, Bold | NoteMark) or not plain_text((each,)).strip() for each in content
    )


def labels_in(content: Content) -> list[str]:
    """The labels of the marks in a content, in reading order."""
    return [each.label for each in pointers(content) if isinstance(each, NoteMark)]


def text_with_marks(content: Content) -> str:
    """The text with the labels of its marks, which `plain_text` leaves out; blanks are single."""
    inlines = without_emphasis(content)
    said = (each.label if isinstance(each, NoteMark) else plain_text((each,)) for each in inlines)
    return " ".join("".join(said).split())
