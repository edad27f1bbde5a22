"""The texts of blocks of Markdown as inlines, without the looks that a block has by its kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reportgen.readers.document import ReadMark, ReadMastheadLine
from reportgen.readers.markdown.blocks import MarkdownBlock
from reportgen.readers.markdown.inline import ReadInline
from reportgen.readers.markdown.roles import LABEL_END, Role
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.seen import SeenRun, part_of, seen_content

_LINES = re.compile(f"[\n{LABEL_END}]")
_STARS = re.compile(r"\*+")


def content_of_block(
    block: MarkdownBlock, role: Role, content: ReadInline, text: str, marks: Sequence[ReadMark]
) -> Content:
    """The inlines of the part of a block that has a text: what its line shows without label and number."""
    labels = {mark.note: mark.label for mark in marks}
    runs = [_labelled(run, labels) for run in content.on_one_line()]
    is_head = role == "summary" or (block.kind == "cell" and not block.row)
    return seen_content(_without_looks(part_of(runs, text), is_head))


def masthead_of_block(block: MarkdownBlock, marks: Collection[str]) -> Iterator[ReadMastheadLine]:
    """The lines of a block above the text; `marks` are those of the notes with asterisks, which stand in it as text."""
    runs = [part for run in block.content().runs for part in _parted(run, _LINES)]
    for is_end, group in groupby(runs, lambda run: _LINES.fullmatch(run.text) is not None):
        line = _without_looks([] if is_end else list(group))
        text = "".join(run.text for run in line).strip(" \u200e")
        if text:
            shown = [_marked(part, marks) for run in part_of(line, text) for part in _parted(run, _STARS)]
            yield ReadMastheadLine("", seen_content(shown))


def _labelled(run: SeenRun, labels: dict[str, str]) -> SeenRun:
    """A mark with the number that its note has."""
    if run.note is None or run.note.label:
        return run
    return replace(run, note=NoteMark(run.note.note, labels.get(run.note.note, "")))


def _without_looks(runs: list[SeenRun], is_head: bool = False) -> list[SeenRun]:
    """The runs of a block without bold where all of it is bold, as captions, totals and recommendations are printed.

    Heads of tables and the heading of a summary are printed in italics.
    """
    texts = [run for run in runs if run.text.strip()]
    if texts and all(run.bold for run in texts):
        runs = [replace(run, bold=False) for run in runs]
    if is_head and texts and all(run.italic for run in texts):
        runs = [replace(run, italic=False) for run in runs]
    return runs


def _parted(run: SeenRun, at: re.Pattern[str]) -> Iterator[SeenRun]:
    """The run, parted before and behind each place that a pattern finds."""
    yield from (replace(run, text=part) for part in re.split(f"({at.pattern})", run.text) if part)


def _marked(run: SeenRun, marks: Collection[str]) -> SeenRun:
    """The run; asterisks that mark a note as its mark."""
    return SeenRun("", note=NoteMark(run.text, run.text)) if run.text in marks else run
