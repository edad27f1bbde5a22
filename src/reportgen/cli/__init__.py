"""The command line: one module a verb. Results on stdout, progress and errors on stderr, no traceback ever."""

from __future__ import annotations

import atexit
import gc
import os
import sys

import click

from reportgen.cli.build import build
from reportgen.cli.check import check
from reportgen.cli.explain import explain
from reportgen.cli.new import new
from reportgen.cli.numbers import numbers
from reportgen.cli.schema import schema
from reportgen.cli.status import status
from reportgen.cli.translations import translations
from reportgen.errors import ReportgenError

INTERNAL = 70
"""The exit code of a fault in reportgen itself."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reportgen", prog_name="reportgen")
@click.option(
    "-C", "--workspace", "root", default=".", metavar="DIR", help="The folder with inputs/, locales/ and templates/."
)
@click.pass_context
def reportgen(context: click.Context, root: str) -> None:
    """Turn the facts and the wording of a UN report into numbered Word and Markdown, in six languages.

    REPORT is a folder under inputs/, its slug or its symbol; left out, the only one there is.

    Completion in the shell: eval "$(_REPORTGEN_COMPLETE=bash_source reportgen)", or zsh_source, fish_source.
    """
    context.obj = root


for _command in (build, check, status, numbers, translations, new, schema, explain):
    reportgen.add_command(_command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exit codes are those of the errors (0 done, 1 findings, 2 usage, 3 to 7 errors)."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins costs 20 ms, and there are none
    gc.set_threshold(500_000)  # a run makes many small values that live to its end
    atexit.register(gc.freeze)  # what lives to the end goes with the process: a last search for cycles costs 60 ms
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        reportgen.main(args=arguments, prog_name="reportgen", standalone_mode=False)
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
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if os.environ.get("REPORTGEN_TRACEBACK"):
            raise
        message = f"reportgen has a fault: {type(error).__name__}: {error}\n  hint: REPORTGEN_TRACEBACK=1 shows where"
        click.echo(message, err=True)
        sys.exit(INTERNAL)
