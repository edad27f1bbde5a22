"""The server: this machine alone, on a free port or a given one, until Ctrl-C."""

from __future__ import annotations

import gc
import socket
from pathlib import Path

import uvicorn

from reportgen.errors import ReportgenError, UsageError
from reportgen.workbench.app import application
from reportgen.workbench.rows import report_rows
from reportgen.workbench.state import Workbench

LOOPBACK = "127.0.0.1"
_NAMES = (LOOPBACK, "localhost")


class WorkbenchServer:
    """The workbench of the reports of a workspace, or of one, at its `address`, which holds a token for one browser.

    A `UsageError` where the port is taken.
    """

    def __init__(self, root: Path, only: str = "", port: int = 0) -> None:
        self._socket = _listening(port)
        self.port: int = self._socket.getsockname()[1]
        self.workbench = Workbench(root, only)
        _warm(self.workbench)
        app = application(self.workbench, [f"{name}:{self.port}" for name in _NAMES])
        self.address = f"http://{LOOPBACK}:{self.port}/?token={app.state.token}"
        config = uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=1, server_header=False)
        self._server = uvicorn.Server(config)

    def run(self) -> None:
        """Answer until `stop`, or Ctrl-C."""
        # A command ends before cycles matter; a server does not. What is there by now stays.
        gc.set_threshold(50_000, 20, 20)
        gc.collect()
        gc.freeze()
        self.workbench.watch()
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self.workbench.end()
            self._socket.close()

    def stop(self) -> None:
        """End what `run` does, from another thread."""
        self.workbench.end()
        self._server.should_exit = True


def _listening(port: int) -> socket.socket:
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
    for slug in [workbench.only] if workbench.only else workbench.session.reports()[:1]:
        try:
            view = workbench.session.now
            report_rows(view, slug, view.tags(slug)[:2])
        except ReportgenError:
            return
