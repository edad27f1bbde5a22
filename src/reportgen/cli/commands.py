"""The command `reportgen` with all its verbs."""

from __future__ import annotations

import click

from reportgen.cli.adopt import adopt_document
from reportgen.cli.amend import amend
from reportgen.cli.build import build
from reportgen.cli.check import check
from reportgen.cli.compare import compare_versions
from reportgen.cli.confirm import confirm
from reportgen.cli.coverage import coverage_command
from reportgen.cli.explain import explain
from reportgen.cli.form import form
from reportgen.cli.memory import memory
from reportgen.cli.names import names
from reportgen.cli.new import new
from reportgen.cli.numbers import numbers
from reportgen.cli.options import root_of
from reportgen.cli.read import read
from reportgen.cli.replay import WITNESS
from reportgen.cli.schema import schema
from reportgen.cli.serve import open_command, serve
from reportgen.cli.status import status
from reportgen.cli.translations import translations
from reportgen.store import digest_of_bytes
from reportgen.workspace.witness import witnessed

_KEPT = (build.name, check.name, numbers.name)
"""The commands of which some end as they did before, where all that they ask the disk is the same."""


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
    if context.invoked_subcommand in _KEPT:
        context.meta[WITNESS] = context.with_resource(witnessed(digest_of_bytes))
    context.obj = "." if wants_help else root_of(root)


for _command in (
    build,
    check,
    status,
    coverage_command,
    numbers,
    amend,
    translations,
    memory,
    read,
    adopt_document,
    form,
    names,
    compare_versions,
    new,
    confirm,
    open_command,
    serve,
    schema,
    explain,
):
    reportgen.add_command(_command)
