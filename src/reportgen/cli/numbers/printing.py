"""How comparisons are printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reportgen.catalogue.notes import ReviewNote
    from reportgen.comparison.files import Comparison
    from reportgen.returned.changes import Change


_GONE, _NEW = re.compile(r"\[-(.*?)-\]", re.DOTALL), re.compile(r"\{\+(.*?)\+\}", re.DOTALL)


def comparison_lines(comparison: Comparison, told: Collection[str] = ()) -> Iterator[str]:
    """What differs, as a table under a line that says of what; `told` are blocks whose new words are told apart."""
    from reportgen.comparison.table import rows, summary, table_lines

    yield f"{comparison.old} → {comparison.new}: {summary(comparison.differences)}"
    recognised = comparison.recognised()
    if set(recognised) - {"id"}:
        yield "recognised: " + ", ".join(f"{count} by {how}" for how, count in recognised.items())
    # A number that follows from nothing is told here, whatever became of the words.
    shown = [each for each in comparison.differences if each.astray or each.change != "reworded" or each.id not in told]
    lines = "\n".join(table_lines(rows(shown)))
    if lines:
        yield lines  # at once: to send thousands of lines one by one takes longer than to compare them
    for message in comparison.masthead:
        yield f"masthead: {message}"
    for where, message in comparison.citations:
        yield f"{where}: {message}"


def print_changes(changes: Sequence[Change], notes: Sequence[ReviewNote], numbers: Mapping[str, str]) -> None:
    """Print the lines of `changes_lines`."""
    for line in changes_lines(changes, notes, numbers):
        click.echo(line)


def changes_lines(changes: Sequence[Change], notes: Sequence[ReviewNote], numbers: Mapping[str, str]) -> Iterator[str]:
    """What came back, with what is gone in red and what is new in green; click leaves colours out of files."""
    from reportgen.returned.told import told_changes

    for line in told_changes(changes, notes, numbers):
        line = _GONE.sub(lambda found: click.style(found[0], fg="red"), line)
        yield _NEW.sub(lambda found: click.style(found[0], fg="green"), line)
