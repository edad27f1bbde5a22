"""Translate: the queue of a language, one piece at a time with its source, matches, names and findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from reportgen import pipeline
from reportgen.catalogue.state import FINISHED, REVIEW_STATES
from reportgen.errors import UsageError
from reportgen.pipeline import translations
from reportgen.pipeline.editing.queue import queue_of, queued_piece
from reportgen.pipeline.translators.granted import Grant, granted
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.markup import marked_html
from reportgen.workbench.pages.found import checked_tags
from reportgen.workbench.ruled import rule_findings
from reportgen.workbench.views import report_page

_MOST = 500


def _page(asked: Asked) -> Response:
    tags = asked.view.tags(asked.slug)
    others, possible = tags[1:], [tag for tag in asked.view.workspace.languages() if tag not in tags]
    if not others:
        return report_page(asked, "translate", {"tag": "", "possible": possible})
    if not asked.text("tag"):
        return RedirectResponse(f"/r/{asked.slug}/translate?tag={others[0]}", 303)
    tag, only = asked.tag(), asked.text("only", "open")
    if tag == asked.original:
        raise UsageError(f"the report is written in '{tag}'", hint=f"one of: {', '.join(others)}")
    queue = queue_of(asked.view, asked.slug, tag)
    wanted = [each for each in queue.pieces if only == "every" or each.state == only or _is_open(only, each.state)]
    values = {
        "tag": tag,
        "others": others,
        "possible": possible,
        "queue": queue,
        "pieces": wanted[:_MOST],
        "only": only,
        "left": len(wanted),
        "states": REVIEW_STATES,
    }
    return report_page(asked, "translate", values)


def _begin(asked: Asked) -> Response:
    """Begin to translate into one more language, with an empty catalogue."""
    tag = asked.text("tag")
    if tag not in asked.view.workspace.languages() or tag in asked.view.tags(asked.slug):
        raise UsageError(f"'{tag}' is no language that can be begun", hint="load the page again")

    def plan() -> Mapping[Path, bytes]:
        workspace, report = asked.view.workspace, asked.view.report(asked.slug)
        return translations.update(workspace, report, [pipeline.language(workspace, tag, report)])

    is_saved = asked.workbench.save(asked.slug, f"{tag} begun", plan)
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version})


def _is_open(only: str, state: str) -> bool:
    return only == "open" and state not in FINISHED


def _piece(asked: Asked) -> Response:
    """All that a translator needs of one piece; its text is opened as any other is."""
    tag, name = asked.tag(), asked.text("piece")
    found = queued_piece(asked.view, asked.slug, tag, name)
    unit, matches = found.unit, found.matches
    return JSONResponse(
        {
            "where": unit.where,
            "heading": unit.heading,
            "state": unit.state,
            "why": unit.why,
            "source": marked_html(found.printed.content),
            "change": found.change,
            "matches": [
                {name: getattr(each, name) for name in ("score", "origin", "source", "text")} for each in matches
            ],
            "names": [{"fact": each.name, "said": each.said} for each in unit.facts],
        }
    )


def _findings(asked: Asked) -> Response:
    """What the rules say of one piece in its language."""
    tag, name = asked.tag(), asked.text("piece")
    found = rule_findings(asked, checked_tags(asked, (tag,)))
    return JSONResponse([
        {"code": each.code, "severity": each.severity, "message": each.message, "hint": each.hint}
        for each in found if each.language == tag and each.id == name
    ])  # fmt: skip


def _state(asked: Asked) -> Response:
    """Say how far a piece is: translated, reviewed or final, by whom, today."""
    tag, name, state = asked.tag(), asked.text("piece"), asked.text("state")
    if state not in FINISHED:
        raise UsageError(f"there is no state '{state}'", hint=f"one of: {', '.join(FINISHED)}")
    by, why = " ".join(asked.text("by").split()), " ".join(asked.text("why").split())
    grant = Grant(state, by, date.today().isoformat() if by else "", why)

    def plan() -> Mapping[Path, bytes]:
        now = asked.view
        return granted(now.workspace, now.report(asked.slug), tag, [name], grant)

    is_saved = asked.workbench.save(asked.slug, f"{name} is {state} in {tag}", plan)
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version})


ROUTES = [
    Route("/r/{slug}/translate", about_report(_page)),
    Route("/r/{slug}/translate/begin", about_report(_begin), methods=["POST"]),
    Route("/r/{slug}/translate/piece", about_report(_piece), methods=["POST"]),
    Route("/r/{slug}/translate/findings", about_report(_findings), methods=["POST"]),
    Route("/r/{slug}/translate/state", about_report(_state), methods=["POST"]),
]
