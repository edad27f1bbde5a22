"""The command line: one module a verb. Results on stdout, progress and errors on stderr, no traceback ever."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys

import click

from reportgen.cli.build import build
from reportgen.cli.check import check
from reportgen.cli.explain import explain
from reportgen.cli.new import new
from reportgen.cli.numbers import numbers
from reportgen.cli.options import root_of
from reportgen.cli.schema import schema
from reportgen.cli.status import status
from reportgen.cli.translations import translations
from reportgen.errors import OutputError, ReportgenError, printable

INTERNAL = 70
"""The exit code of a fault in reportgen itself."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reportgen", prog_name="reportgen")
@click.option(
    "-C",
    "--workspace",
    "root",
    metavar="DIR",
    help="The folder with inputs/, locales/ and templates/; by default the nearest one upward that has a report.",
)
@click.pass_context
def reportgen(context: click.Context, root: str | None) -> None:
    """Turn the facts and the wording of a UN report into numbered Word and Markdown, in six languages.

    REPORT is a folder under inputs/, its slug or its symbol; left out, the only one there is.

    Completion in the shell: eval "$(_REPORTGEN_COMPLETE=bash_source reportgen)", or zsh_source, fish_source.
    """
    wants_help = not context.invoked_subcommand or context.resilient_parsing
    context.obj = "." if wants_help else root_of(root)


for _command in (build, check, status, numbers, translations, new, schema, explain):
    reportgen.add_command(_command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exit codes are those of the errors (0 done, 1 findings, 2 usage, 3 to 7 errors)."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins costs 20 ms, and there are none
    gc.set_threshold(500_000)  # a run makes many small values that live to its end
    atexit.register(gc.freeze)  # what lives to the end goes with the process: a last search for cycles costs 60 ms
    # Windows consoles may have an encoding without Arabic or Chinese.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        reportgen.main(args=arguments, prog_name="reportgen", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except ReportgenError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of the pipe (head) has gone, which is no error
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        _leave_stdout()
        where = f"{printable(str(error.filename))}: " if error.filename else ""
        hint = "the system refuses it: see the disk, the name and the rights"
        click.echo(f"{where}cannot read or write: {error.strerror or error}\n  hint: {hint}", err=True)
        sys.exit(OutputError.exit_code)
    except MemoryError:
        click.echo("there is not enough memory\n  hint: part the report, or close other programs", err=True)
        sys.exit(OutputError.exit_code)
    except Exception as error:
        if os.environ.get("REPORTGEN_TRACEBACK"):
            raise
        message = f"reportgen has a fault: {type(error).__name__}: {error}\n  hint: REPORTGEN_TRACEBACK=1 shows where"
        click.echo(message, err=True)
        sys.exit(INTERNAL)


def _leave_stdout() -> None:
    """Send what stdout still holds to nowhere, so that Python does not fail over it once more at the end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
