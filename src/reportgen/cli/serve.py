"""reportgen open and reportgen serve: the workbench in a browser."""

from __future__ import annotations

import importlib.util

import click

from reportgen.cli.options import Decorator, find_report, report_argument
from reportgen.errors import UsageError

_port: Decorator = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="The port of this machine; by default a free one.",
)


@click.command("open")
@report_argument
@_port
@click.pass_obj
def open_command(root: str, report: str | None, port: int) -> None:
    """Open a report in the browser: six languages side by side, to read, write, translate and answer for.

    What is saved there is written into inputs/ and locales/ by the functions of the other commands. Only this machine
    can reach it, and only the browser that opens the address. Ctrl-C ends it. It needs reportgen[workbench].
    """
    _require_extra()
    _, slug = find_report(root, report)
    _serve(root, slug, port, is_opened=True)


@click.command()
@report_argument
@_port
@click.pass_obj
def serve(root: str, report: str | None, port: int) -> None:
    """Serve the workbench and print its address, which holds a token for one browser; all reports, or one.

    As reportgen open, but no browser is started. Only this machine can reach it; from another one: ssh -L.
    """
    _require_extra()
    slug = find_report(root, report)[1] if report else ""
    _serve(root, slug, port, is_opened=False)


def _serve(root: str, slug: str, port: int, is_opened: bool) -> None:
    from reportgen.workbench.run import WorkbenchServer
    from reportgen.workspace import Workspace

    server = WorkbenchServer(Workspace.at(root).root, slug, port)
    click.echo(server.address)
    click.echo("Ctrl-C ends it", err=True)
    if is_opened:
        import webbrowser

        webbrowser.open(server.address)
    server.run()


def _require_extra() -> None:
    """Raise a `UsageError` where the packages of the extra are missing."""
    missing = [name for name in ("starlette", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        message = f"the workbench needs {' and '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not here"
        raise UsageError(message, hint="pip install reportgen[workbench]")
