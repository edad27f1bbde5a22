"""Write: a piece is opened, read as it is typed, printed in the languages that are shown, and saved."""

from __future__ import annotations

from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.errors import ReportgenError, UsageError
from reportgen.facts import value_said
from reportgen.pipeline.editing import (
    OpenedPiece,
    TypedPiece,
    added_block,
    deleted_block,
    edited_piece,
    moved_block,
    open_piece,
    printed_while_typed,
    read_typed,
)
from reportgen.pipeline.editing.offers import offers_for
from reportgen.pipeline.editing.places import BlockEdit, proposed_id
from reportgen.returned.changes import Change
from reportgen.returned.decisions import question_said
from reportgen.tree.citation import cited
from reportgen.tree.text import plain_text
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.markup import marked_html
from reportgen.workbench.runs import content_of_runs, edited_runs


def _open(asked: Asked) -> Response:
    """A piece to write in: its text as runs, and the key under which it is open."""
    tag = asked.tag()
    opened = open_piece(asked.view, asked.slug, asked.text("piece"), tag, asked.columns())
    # What stands there in brackets is the original, which a translator does not edit.
    runs = edited_runs(opened.printed.content) if opened.sent.wording else []
    holds = opened.reader.holds
    told = {"where": _where(opened), "frozen": holds.frozen, "issued": holds.issued, "ofKind": opened.sent.of_kind}
    return JSONResponse({"key": asked.workbench.opened.put(opened), "runs": runs, **told})


def _where(opened: OpenedPiece) -> str:
    return cited(opened.printed.kind, opened.printed.path)


def _type(asked: Asked) -> Response:
    """What a piece would be as it is typed now, and what the languages would print."""
    opened = asked.workbench.opened.get(asked.text("key"))
    view = asked.view
    typed = read_typed(view, opened, content_of_runs(asked.data.get("runs")), _answers(asked), asked.text("why"))
    printed = printed_while_typed(view.workspace, opened, typed.recovered)
    cells = {
        tag: {"error": each.message} if isinstance(each, ReportgenError) else {"html": marked_html(each)}
        for tag, each in printed.items()
    }
    return JSONResponse({"cells": cells, **_told(opened, typed)})


def _save(asked: Asked) -> Response:
    """Write a piece as it was typed; where it cannot be, why."""
    opened = asked.workbench.opened.get(asked.text("key"))
    content, answers, why = content_of_runs(asked.data.get("runs")), _answers(asked), asked.text("why")
    found: list[TypedPiece] = []

    def plan() -> Any:
        found.append(edited_piece(asked.workbench.session, opened, content, answers, why))
        return found[0].files

    is_saved = asked.workbench.save(asked.slug, f"{_where(opened)} in {opened.language}", plan)
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version, **_told(opened, found[0])})


def _answers(asked: Asked) -> dict[str, str]:
    found = asked.data.get("answers", {})
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise UsageError("the answers cannot be read", hint="load the page again")
    return found


def _told(opened: OpenedPiece, typed: TypedPiece) -> dict[str, Any]:
    """What is said below the text: its state, facts that changed or are new, what is asked, what is put right."""
    change: Change = typed.change
    return {
        "state": change.state,
        "why": list(change.why),
        "facts": [
            {"name": each.name, "word": each.word, "old": each.old_stated, "new": each.new_stated,
             "printed": sorted({name for ids in each.printed.values() for name in ids if name != opened.id})}
            for each in change.facts
        ],
        "proposed": [{"name": each.name, "value": value_said(each.value)} for each in typed.recovered.proposed],
        "questions": [
            {"key": each.key, "fact": each.fact, "text": question_said(each), "choices": list(each.choices)}
            for each in change.questions
        ],
        "settled": [{"kind": each.kind, "ours": each.ours} for each in change.settled],
        "alarms": list(change.alarms),
        "wording": typed.recovered.wording,
    }  # fmt: skip


def _add(asked: Asked) -> Response:
    content, after = content_of_runs(asked.data.get("runs")), asked.text("after")
    name, why = asked.text("id").strip(), asked.text("why")
    return _block_saved(
        asked, "a paragraph added", lambda: added_block(asked.workbench.session, asked.slug, after, content, name, why)
    )


def _delete(asked: Asked) -> Response:
    name, why = asked.text("id"), asked.text("why")
    return _block_saved(asked, f"{name} deleted", lambda: deleted_block(asked.workbench.session, asked.slug, name, why))


def _move(asked: Asked) -> Response:
    name, after, why = asked.text("id"), asked.text("after"), asked.text("why")
    return _block_saved(
        asked, f"{name} moved", lambda: moved_block(asked.workbench.session, asked.slug, name, after, why)
    )


def _block_saved(asked: Asked, said: str, make: Any) -> Response:
    found: list[BlockEdit] = []

    def plan() -> Any:
        found.append(make())
        return found[0].files

    is_saved = asked.workbench.save(asked.slug, said, plan)
    return JSONResponse(
        {"saved": is_saved, "id": found[0].id, "why": list(found[0].why), "version": asked.workbench.version}
    )


def _propose(asked: Asked) -> Response:
    """The id that a new paragraph would get."""
    text = plain_text(content_of_runs(asked.data.get("runs")))
    return JSONResponse({"id": proposed_id(asked.workbench.session, asked.slug, asked.text("after"), text)})


def _offer(asked: Asked) -> Response:
    """Facts, names and references for what was typed behind a slash, or as a figure."""
    key = asked.text("key")
    opened = asked.workbench.opened.get(key) if key else None
    tag = opened.language if opened else asked.tag()
    found = offers_for(asked.view, asked.slug, tag, opened, asked.text("q"))
    return JSONResponse(
        [{"kind": each.kind, "text": each.text, "said": each.said, "fact": each.fact} for each in found]
    )


def _undo(asked: Asked) -> Response:
    return _step(asked, asked.workbench.steps.undo)


def _redo(asked: Asked) -> Response:
    return _step(asked, asked.workbench.steps.redo)


def _step(asked: Asked, step: Any) -> Response:
    said = step()
    asked.workbench.refresh()
    return JSONResponse({"saved": True, "said": said, "version": asked.workbench.version})


ROUTES = [
    Route(f"/r/{{slug}}/{name}", about_report(make), methods=["POST"])
    for name, make in (
        ("open", _open), ("type", _type), ("save", _save), ("add", _add), ("delete", _delete), ("move", _move),
        ("propose", _propose), ("offer", _offer), ("undo", _undo), ("redo", _redo),
    )
]  # fmt: skip
