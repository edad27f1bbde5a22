"""How comparisons are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reportgen.comparison.files import Comparison


def print_comparison(comparison: Comparison) -> None:
    """What differs, as a table under a line that says of what."""
    from reportgen.comparison.table import rows, summary, table_lines

    click.echo(f"{comparison.old} → {comparison.new}: {summary(comparison.differences)}")
    recognised = comparison.recognised()
    if set(recognised) - {"id"}:
        click.echo("recognised: " + ", ".join(f"{count} by {how}" for how, count in recognised.items()))
    lines = "\n".join(table_lines(rows(comparison.differences)))
    if lines:
        click.echo(lines)  # at once: to send thousands of lines one by one takes longer than to compare them
    for message in comparison.masthead:
        click.echo(f"masthead: {message}")
    for where, message in comparison.citations:
        click.echo(f"{where}: {message}")
