"""All pages of the workbench as one application: a module of `pages` a page, one line here registers its routes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportgen.errors import OutputError, ReportgenError
from reportgen.workbench.guard import Guard
from reportgen.workbench.pages import answer, coverage, events, facts, files, found, numbers, read, translate, write
from reportgen.workbench.state import Workbench
from reportgen.workbench.views import shown_page

_PAGES = (read, found, write, facts, translate, answer, coverage, numbers, files, events)
STATIC = Path(__file__).with_name("static")


def application(workbench: Workbench, hosts: Iterable[str], token: str = "") -> Starlette:
    """The application; `hosts` are the names, with their port, that it answers to, `state.token` opens it once."""
    routes: list[Route | Mount] = [route for page in _PAGES for route in page.ROUTES]
    routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    token = token or secrets.token_urlsafe(32)
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=tuple(hosts), token=token)],
        exception_handlers={ReportgenError: _told_error, 404: _not_found},
    )
    app.state.workbench, app.state.token = workbench, token
    return app


def _told_error(request: Request, error: Exception) -> Response:
    """An error as the page or the script that asked for it can show it."""
    assert isinstance(error, ReportgenError)
    status = 409 if isinstance(error, OutputError) else 400
    if _asks_for_page(request):
        return shown_page(request, "error.html", {"error": error, "title": "Something is wrong"}, status)
    at = str(error.position) if error.position else ""
    return JSONResponse({"error": error.message, "at": at, "hint": error.hint}, status)


def _not_found(request: Request, error: Exception) -> Response:
    if _asks_for_page(request):
        return shown_page(request, "error.html", {"error": None, "title": "There is no such page"}, 404)
    return JSONResponse({"error": "there is no such page", "at": "", "hint": ""}, 404)


def _asks_for_page(request: Request) -> bool:
    return request.headers.get("sec-fetch-mode") == "navigate"
