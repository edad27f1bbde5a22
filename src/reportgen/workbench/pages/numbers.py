"""Numbers: the editions, what changed since, each accepted with a reason, and the slip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from reportgen.comparison.difference import Difference
from reportgen.comparison.table import rows as table_rows
from reportgen.errors import ReportgenError, UsageError
from reportgen.ledger.standing import Standing
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translations import untranslated
from reportgen.tree.citation import cited
from reportgen.tree.text import plain_text
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.views import report_page


def _page(asked: Asked) -> Response:
    built = asked.view.built(asked.slug)
    ledger, audit = built.ledger(), numbers.check(built)
    standings = audit.standings if audit else ()
    values = {
        "editions": ledger.editions,
        "open": [each for standing in standings for each in _open(asked, standing)],
        "changed": [(each.edition, table_rows(each.differences, _answer(each))) for each in standings],
        "slip": _slip_lines(built) if ledger.editions else [],
        "missing": untranslated(asked.view.workspace, built.report, built.tags()),
    }
    return report_page(asked, "numbers", values)


def _slip_lines(built: Built) -> list[str]:
    """The slip, or why there is none yet: it says only what is settled."""
    try:
        return list(numbers.slip(built).text())
    except ReportgenError as error:
        return [error.message]


def _open(asked: Asked, standing: Standing) -> Iterator[dict[str, str]]:
    """The changes that nobody answers for."""
    printed = {each.id: plain_text(each.content) for each in asked.view.side(asked.slug, asked.original).pieces}
    wanted = {*standing.refused, *(key for keys in standing.issued.values() for key in keys)}
    for each in standing.differences:
        if each.key in wanted and each.key not in standing.accepted:
            where = cited(each.kind, each.new or each.old)
            yield {
                "id": each.id,
                "change": each.change,
                "where": where,
                "text": printed.get(each.id, each.texts[0])[:140],
            }


def _answer(standing: Standing) -> Any:
    def said(difference: Difference) -> str:
        return standing.accepted.get(difference.key, "")

    return said


def _accept(asked: Asked) -> Response:
    ids, why = asked.texts("ids"), " ".join(asked.text("why").split())
    if not why:
        raise UsageError("the reason is empty", hint="say who wanted the change, and why")

    def plan() -> Any:
        return numbers.accept(asked.view.built(asked.slug), ids, why).file()

    is_saved = asked.workbench.save(asked.slug, f"accepted: {', '.join(ids)}", plan)
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version})


def _freeze(asked: Asked) -> Response:
    tags, state = asked.texts("tags"), asked.text("state", "frozen")
    if state not in ("frozen", "issued"):
        raise UsageError(f"there is no state '{state}'", hint="frozen, or issued")

    def plan() -> Any:
        return numbers.freeze(asked.view.built(asked.slug), tags, state).files()  # type: ignore[arg-type]

    is_saved = asked.workbench.save(asked.slug, f"numbers {state}", plan)
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version})


def _slip(asked: Asked) -> Response:
    text = "\n".join(numbers.slip(asked.view.built(asked.slug)).text()) + "\n"
    head = {"content-disposition": f'attachment; filename="{asked.slug}.slip.txt"'}
    return PlainTextResponse(text, headers=head)


ROUTES = [
    Route("/r/{slug}/numbers", about_report(_page)),
    Route("/r/{slug}/numbers/accept", about_report(_accept), methods=["POST"]),
    Route("/r/{slug}/numbers/freeze", about_report(_freeze), methods=["POST"]),
    Route("/r/{slug}/numbers/slip.txt", about_report(_slip)),
]
