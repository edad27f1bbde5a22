"""reportgen numbers: the numbers of a report, of its ledger and of files. One module a verb."""

from __future__ import annotations

import gc

import click

from reportgen.cli.numbers.accept import accept_command
from reportgen.cli.numbers.check import check
from reportgen.cli.numbers.diff import diff
from reportgen.cli.numbers.freeze import freeze_command
from reportgen.cli.numbers.show import show
from reportgen.cli.numbers.slip import slip_command


@click.group()
@click.pass_context
def numbers(context: click.Context) -> None:
    """Show the numbers of a report, fix them in its ledger, and compare them with those of files."""
    gc.disable()  # all that a command reads lives to its end: looking for garbage costs a third of the time
    context.call_on_close(_leave)


def _leave() -> None:
    """Collect garbage again, but leave out present objects, which live to the end of the process."""
    gc.freeze()
    gc.enable()


for _command in (show, freeze_command, check, accept_command, slip_command, diff):
    numbers.add_command(_command)
