"""What a request asks for: the workbench, the report and the languages of its page, the data that it sends."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from reportgen.errors import UsageError, suggestion
from reportgen.pipeline.session import SessionView
from reportgen.record import record
from reportgen.workbench.state import Workbench

MOST_COLUMNS = 6


@record
class Asked:
    """A request about one report; `data` is what a script sent, empty for a page."""

    request: Request
    workbench: Workbench
    slug: str
    data: dict[str, Any]

    @property
    def view(self) -> SessionView:
        """The workspace as it is now."""
        return self.workbench.session.now

    @property
    def original(self) -> str:
        """The language that the report is written in."""
        return self.view.report(self.slug).language

    def text(self, name: str, default: str = "") -> str:
        """A text of the request, from its data or its address; a `UsageError` where it is none."""
        found = self.data.get(name, self.request.query_params.get(name, default))
        if not isinstance(found, str):
            raise UsageError(f"'{name}' is no text", hint="load the page again")
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, in the data or with commas in the address."""
        found = self.data.get(name)
        if found is None:
            return tuple(filter(None, self.request.query_params.get(name, "").split(",")))
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise UsageError(f"'{name}' is no list of texts", hint="load the page again")
        return tuple(found)

    def tag(self, name: str = "tag") -> str:
        """A language of the report; a `UsageError` where it is none."""
        tag, known = self.text(name), self.view.tags(self.slug)
        if tag not in known:
            raise UsageError(f"the report is not written in '{tag}'", hint=suggestion(tag, known))
        return tag

    def columns(self) -> tuple[str, ...]:
        """The languages that are shown side by side: those asked for, else the original and the first other one."""
        known = self.view.tags(self.slug)
        wanted = [tag for tag in dict.fromkeys(self.texts("l")) if tag in known]
        return tuple(wanted[:MOST_COLUMNS]) or known[:2]


PageMaker = Callable[[Asked], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def about_report(make: PageMaker) -> Endpoint:
    """The endpoint of a page or a script about one report; what it does runs beside the server's own loop."""

    async def endpoint(request: Request) -> Response:
        data = await _data(request)
        return await asyncio.get_running_loop().run_in_executor(None, partial(_answered, make, request, data))

    return endpoint


def _answered(make: PageMaker, request: Request, data: dict[str, Any]) -> Response:
    workbench: Workbench = request.app.state.workbench
    slug = request.path_params["slug"]
    if workbench.only and slug != workbench.only:
        raise UsageError(f"this server shows '{workbench.only}' alone", hint="reportgen serve shows all reports")
    return make(Asked(request, workbench, workbench.session.now.slug(slug), data))


async def _data(request: Request) -> dict[str, Any]:
    if request.method in ("GET", "HEAD") or request.headers.get("content-type") != "application/json":
        return {}
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise UsageError("the request cannot be read", hint="load the page again") from None
    if not isinstance(data, dict):
        raise UsageError("the request cannot be read", hint="load the page again")
    return data
