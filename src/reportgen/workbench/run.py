"""The server: this machine alone, on a free port or a given one, until Ctrl-C."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from reportgen.errors import UsageError
from reportgen.workbench.app import application
from reportgen.workbench.state import Workbench

LOOPBACK = "127.0.0.1"
_NAMES = (LOOPBACK, "localhost")


def serve(root: Path, only: str = "", port: int = 0, ready: Callable[[str], None] = lambda _: None) -> None:
    """Serve the reports of a workspace, or one; `ready` is told the address, with a token for one browser.

    A `UsageError` where the port is taken.
    """
    listening = _socket(port)
    port = listening.getsockname()[1]
    workbench = Workbench(root, only)
    _warm(workbench)
    app = application(workbench, [f"{name}:{port}" for name in _NAMES])
    config = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1, server_header=False)
    workbench.watch()
    ready(f"http://{LOOPBACK}:{port}/?token={app.state.token}")
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        workbench.end()
        listening.close()


def _socket(port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.bind((LOOPBACK, port))
    except OSError as error:
        found.close()
        hint = "leave --port out, and a free one is taken"
        raise UsageError(f"cannot listen at port {port}: {error.strerror}", hint=hint) from None
    found.listen(128)
    return found


def _warm(workbench: Workbench) -> None:
    """Build what the first page shows, so that it is there at once; what is wrong is told on the page."""
    from reportgen.errors import ReportgenError

    for slug in [workbench.only] if workbench.only else workbench.session.reports()[:1]:
        try:
            for tag in workbench.session.languages(slug):
                workbench.session.document(slug, tag)
        except ReportgenError:
            return
