"""Answer for it: how far a report is, at one look, with what is open before its issue."""

from __future__ import annotations

from collections import Counter

from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from reportgen import pipeline
from reportgen.catalogue.state import REVIEW_STATES
from reportgen.checks import codes
from reportgen.checks.submission import LIMIT
from reportgen.pipeline.status import LanguageStatus, language_status, open_points, words_by_section
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.pages.found import checked_tags
from reportgen.workbench.rows import held_tags
from reportgen.workbench.ruled import rule_findings
from reportgen.workbench.views import rendered, report_page

_ORDER = {"error": 0, "warning": 1, "note": 2}
_MOST_PLACES = 8


def _page(asked: Asked) -> Response:
    view, report = asked.view, asked.view.report(asked.slug)
    statuses = {tag: _status(asked, tag) for tag in view.tags(asked.slug)}
    # What waivers silence is asked of all languages; else no more of a long report is held than is shown.
    tags = tuple(statuses) if report.waivers else held_tags(view, asked.slug, asked.columns())
    documents = {tag: view.document(asked.slug, tag) for tag in tags}
    limit = report.length.words if report.length else LIMIT
    points = open_points(view.workspace, report, documents, tuple(statuses))
    sections = words_by_section(documents[report.language], is_han=False)
    values = {
        "statuses": statuses,
        "states": [state for state in REVIEW_STATES if any(each.pieces.get(state) for each in statuses.values())],
        "limit": limit,
        "words": statuses[report.language].length,
        "masthead": [each for each in points if each.code in ("RG401", "RG402", "RG404", "RG405", "RG406")],
        "points": [each for each in points if each.code not in ("RG401", "RG402", "RG404", "RG405", "RG406")],
        "sections": sections,
        "section_words": sum(count for _, count in sections) or 1,
    }
    return report_page(asked, "overview", values)


def _status(asked: Asked, tag: str) -> LanguageStatus:
    """How far a language is; of a long report, its document is forgotten again where it is not shown."""
    view, slug = asked.view, asked.slug
    report, language = view.report(slug), pipeline.language(view.workspace, tag, view.report(slug))
    is_held = tag in held_tags(view, slug, asked.columns())

    def status() -> LanguageStatus:
        document = view.document(slug, tag) if is_held else view.passing(slug, tag)
        return language_status(view.workspace, report, document, language)

    return view.once(("status", slug, tag), status)


def _findings(asked: Asked) -> Response:
    """The findings by rule, the worst first; of a long report, those about the languages that are shown."""
    found, known = rule_findings(asked, checked_tags(asked)), codes()
    counts = Counter((each.severity, each.code) for each in found)
    rows = []
    for (severity, code), count in sorted(counts.items(), key=lambda each: (_ORDER[each[0][0]], -each[1])):
        of_code = [each for each in found if each.code == code]
        places = [(each.id, each.number or each.id, each.language, each.message) for each in of_code[:_MOST_PLACES]]
        tags = sorted({each.language for each in of_code} - {""})
        meaning = {"title": known[code].title, "explanation": known[code].explanation} if code in known else {}
        row = {"code": code, "severity": severity, "count": count, "languages": tags, "places": places}
        rows.append({"title": "", "explanation": "", **row, **meaning})
    values = {"rows": rows, "slug": asked.slug, "total": len(found), "tags": checked_tags(asked)}
    return HTMLResponse(rendered("by_rule.html", values))


ROUTES = [
    Route("/r/{slug}/overview", about_report(_page)),
    Route("/r/{slug}/overview/findings", about_report(_findings)),
]
