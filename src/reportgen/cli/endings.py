"""How a command ends that was stopped by an error: one message and an exit code, and no traceback ever."""

from __future__ import annotations

import contextlib
import os
import sys

import click

from reportgen.errors import OutputError, ReportgenError, printable

INTERNAL = 70
"""The exit code of a fault in reportgen itself."""

_INTERRUPTED = 130


def end_after(error: Exception) -> int:
    """The exit code of a command that an error has stopped, once it is told what is wrong."""
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case click.ClickException():
            error.show()
            return error.exit_code
        case click.Abort():
            return _INTERRUPTED
        case ReportgenError():
            click.echo(str(error), err=True)
            return error.exit_code
        case BrokenPipeError():  # the reader of the pipe (head) has gone, which is no error
            sys.stderr.close()
            return 0
        case OSError():
            _leave_stdout()
            where = f"{printable(str(error.filename))}: " if error.filename else ""
            hint = "the system refuses it: see the disk, the name and the rights"
            click.echo(f"{where}cannot read or write: {error.strerror or error}\n  hint: {hint}", err=True)
            return OutputError.exit_code
        case MemoryError():
            click.echo("there is not enough memory\n  hint: part the report, or close other programs", err=True)
            return OutputError.exit_code
        case _:
            return _end_after_fault(error)


def _end_after_fault(error: Exception) -> int:
    if os.environ.get("REPORTGEN_TRACEBACK"):
        raise error
    message = f"reportgen has a fault: {type(error).__name__}: {error}\n  hint: REPORTGEN_TRACEBACK=1 shows where"
    click.echo(message, err=True)
    return INTERNAL


def _leave_stdout() -> None:
    """Send what stdout still holds to nowhere, so that Python does not fail over it once more at the end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
