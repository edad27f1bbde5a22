"""The one stream of events: the version that is shown, told whenever it changes; and the list of reports."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from reportgen.errors import ReportgenError
from reportgen.workbench.state import Workbench
from reportgen.workbench.views import shown_page

_PAUSE, _ALIVE = 0.1, 150


async def _events(request: Request) -> Response:
    workbench: Workbench = request.app.state.workbench

    async def versions() -> AsyncIterator[str]:
        told, quiet = 0, 0
        while not workbench.is_ended and not await request.is_disconnected():
            if workbench.version != told:
                told, quiet = workbench.version, 0
                yield f"data: {told}\n\n"
            quiet += 1
            if quiet % _ALIVE == 0:
                yield ": alive\n\n"
            await asyncio.sleep(_PAUSE)

    return StreamingResponse(versions(), media_type="text/event-stream")


async def _home(request: Request) -> Response:
    workbench: Workbench = request.app.state.workbench
    slugs = [workbench.only] if workbench.only else list(workbench.session.reports())
    if len(slugs) == 1:
        return RedirectResponse(f"/r/{slugs[0]}/read", 303)
    reports = [(slug, _symbol(workbench, slug)) for slug in slugs]
    return shown_page(request, "home.html", {"reports": reports, "title": "Reports"})


def _symbol(workbench: Workbench, slug: str) -> str:
    try:
        return workbench.session.now.report(slug).symbol
    except ReportgenError as error:
        return f"cannot be read: {error.message}"


ROUTES = [Route("/", _home), Route("/events", _events)]
