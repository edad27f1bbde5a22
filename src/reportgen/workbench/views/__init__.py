"""Pages as HTML: the templates of this folder, in which every text is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from reportgen.workbench.asked import Asked

REPORT_PAGES = (("read", "Read and write"), ("facts", "Facts"), ("translate", "Translate"), ("overview", "Overview"),
         ("coverage", "Coverage"), ("numbers", "Numbers"), ("files", "Files"))  # fmt: skip
"""The pages of a report, as the bar at the top lists them."""

OWN_NAMES = {"ar": "العربية", "en": "English", "es": "Español", "fr": "Français", "ru": "Русский", "zh": "中文"}
"""The languages by their own names."""


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent)
    found = Environment(
        loader=loader, autoescape=select_autoescape(["html"]), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.globals |= {"pages": REPORT_PAGES, "name_of": lambda tag: OWN_NAMES.get(tag, tag)}
    return found


def rendered(template: str, values: dict[str, Any]) -> str:
    """A part of a page."""
    return _environment().get_template(template).render(values)


def shown_page(request: Request, template: str, values: dict[str, Any], status: int = 200) -> Response:
    """A page that is about no report."""
    return HTMLResponse(rendered(template, {"slug": "", "page": "", **values}), status)


def report_page(asked: Asked, page: str, values: dict[str, Any]) -> Response:
    """A page of a report, with all that its frame needs."""
    report, tags = asked.view.report(asked.slug), asked.view.tags(asked.slug)
    frame = {
        "page": page, "slug": asked.slug, "symbol": report.symbol, "tags": tags, "original": report.language,
        "directions": {tag: direction_of(asked, tag) for tag in tags}, "version": asked.workbench.version,
        "title": dict(REPORT_PAGES)[page],
    }  # fmt: skip
    return HTMLResponse(rendered(f"{page}.html", {**frame, **values}))


def direction_of(asked: Asked, tag: str) -> str:
    """ltr or rtl."""
    from reportgen import pipeline

    return pipeline.language(asked.view.workspace, tag).conventions.direction
