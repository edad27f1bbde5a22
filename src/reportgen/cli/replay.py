"""A run that need not be done again: what it printed the last time is printed once more."""

from __future__ import annotations

import os
import sys

from reportgen.store.runs import keep_run, unchanged_run

TYPE_CHECKING = False  # typing takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reportgen.workspace.witness import Witness

WITNESS = "reportgen.witness"
"""Where a command that may be kept finds the witness of what it asks the disk, in the meta data of its context."""

_arguments: list[str] = []


def replayed(arguments: Sequence[str]) -> int | None:
    """The exit code of a run that need not be done again, once all is printed; None where it must be done."""
    _arguments[:] = arguments
    found = unchanged_run(os.getcwd(), arguments)
    if found is None:
        return None
    lines, exit_code = found
    for stream, line in lines:
        print(line, file=sys.stderr if stream == "err" else sys.stdout)
    return exit_code


def print_and_keep(witness: Witness | None, lines: Sequence[tuple[str, str]], exit_code: int) -> None:
    """Print the lines of a run, each with "out" or "err" for where it goes, and keep the run where there is a witness.

    Lines with colours are printed and not kept: they are those of a terminal.
    """
    import click

    for stream, line in lines:
        click.echo(line, err=stream == "err")
    if witness and all(click.unstyle(line) == line for _, line in lines):
        keep_for_replay(witness, lines, {}, exit_code)


def keep_for_replay(
    witness: Witness, lines: Sequence[tuple[str, str]], written: Mapping[Path, bytes], exit_code: int
) -> None:
    """Keep the run that ends here: its lines, each with "out" or "err" for where it went, and the files it wrote."""
    witness.written(written.items())
    keep_run(os.getcwd(), _arguments, witness, lines, exit_code)
