"""Facts: every one with its paragraphs, edited once, what prints it shown in all languages before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.facts import value_said
from reportgen.pipeline.editing import edited_fact, fact_rows, printed_with
from reportgen.pipeline.editing.facts import FactRow
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.markup import marked_html
from reportgen.workbench.views import direction_of, report_page

_MOST = 250
_MOST_PIECES = 12


def _page(asked: Asked) -> Response:
    wanted, kind = asked.text("q").strip().casefold(), asked.text("kind")
    rows = fact_rows(asked.view, asked.slug)
    found = [each for each in rows if (not kind or each.kind == kind) and _has(each, wanted)]
    values = {
        "rows": found[:_MOST], "count": len(found), "kinds": sorted({each.kind for each in rows}),
        "kind": kind, "q": asked.text("q"),
    }  # fmt: skip
    return report_page(asked, "facts", values)


def _has(row: FactRow, wanted: str) -> bool:
    texts = (row.name, row.owner, row.said, row.printed, row.counts)
    return not wanted or any(wanted in each.casefold() for each in texts)


def _preview(asked: Asked) -> Response:
    """What prints a fact, now and with the value that was typed."""
    value, files = _edited(asked)
    row = _row(asked)
    pieces = row.pieces[:_MOST_PIECES] if row else ()
    printed = printed_with(asked.workbench.session, asked.slug, files, pieces)
    shown = {
        name: {tag: [marked_html(each) for each in contents] for tag, contents in texts.items()}
        for name, texts in printed.items()
    }
    directions = {tag: direction_of(asked, tag) for tag in asked.view.tags(asked.slug)}
    more = len(row.pieces) - len(pieces) if row else 0
    return JSONResponse({"value": value, "pieces": shown, "directions": directions, "more": more})


def _save(asked: Asked) -> Response:
    said = f"the fact {asked.text('name')}"
    is_saved = asked.workbench.save(asked.slug, said, lambda: _edited(asked)[1])
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version})


def _edited(asked: Asked) -> tuple[str, Mapping[Path, bytes]]:
    key = asked.text("owner"), asked.text("name")
    value, files = edited_fact(asked.workbench.session, asked.slug, key, asked.text("typed"), asked.text("why"))
    return value_said(value), files


def _row(asked: Asked) -> FactRow | None:
    key = asked.text("owner"), asked.text("name")
    return next((each for each in fact_rows(asked.view, asked.slug) if (each.owner, each.name) == key), None)


ROUTES = [
    Route("/r/{slug}/facts", about_report(_page)),
    Route("/r/{slug}/facts/preview", about_report(_preview), methods=["POST"]),
    Route("/r/{slug}/facts/save", about_report(_save), methods=["POST"]),
]
