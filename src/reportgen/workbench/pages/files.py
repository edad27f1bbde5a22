"""Files: every format to take along, and what comes back: dropped, looked at, taken or refused change by change."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen.comparison.words import changed_words
from reportgen.errors import UsageError
from reportgen.pipeline.editing.dropped import DroppedFile, read_dropped, taken_files
from reportgen.pipeline.forms.asked import FormMaker, form_path, written_form
from reportgen.returned.changes import Change
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.state import Workbench
from reportgen.workbench.views import report_page
from reportgen.writers import FORMATS, LAID_OUT, extension

_TYPES = {"html": "text/html; charset=utf-8", "json": "application/json"}
_DISCARDED = re.compile(r"[^\w.,()+ -]")


def _page(asked: Asked) -> Response:
    report = asked.view.report(asked.slug)
    sections = [(part.id, part.id) for _, part in report.all_parts()]
    return report_page(asked, "files", {"formats": [*FORMATS, *LAID_OUT], "sections": sections})


def _download(asked: Asked) -> Response:
    """A report in a language and a format, as `build` would write it."""
    tag, name = asked.request.path_params["tag"], asked.request.path_params["format"]
    if tag not in asked.view.tags(asked.slug) or name not in (*FORMATS, *LAID_OUT):
        raise UsageError("there is no such file", hint="choose one of the list")
    data = asked.workbench.session.written(asked.slug, tag, name)
    return _attachment(data, f"{asked.slug}.{tag}.{extension(name)}", _TYPES.get(name, "application/octet-stream"))


def _form(asked: Asked) -> Response:
    """A form for a field office."""
    built, kind = asked.view.built(asked.slug), asked.text("kind", "docx")
    if kind not in ("docx", "xlsx"):
        raise UsageError(f"there is no form as '{kind}'", hint="docx, or xlsx")
    tag = asked.text("tag", asked.original)
    made = FormMaker(built).form(asked.text("section"), tag, asked.text("office"), 1)
    return _attachment(written_form(built, made, kind), form_path(built, made, kind).name, "application/octet-stream")


def _attachment(data: bytes, name: str, kind: str) -> Response:
    # A page that was written is never shown as one of ours: it is saved.
    return Response(data, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


async def _drop(request: Request) -> Response:
    """A file that came back, kept for this server alone, and what is in it."""
    workbench: Workbench = request.app.state.workbench
    data = await request.body()
    name = _safe_name(request.query_params.get("name", ""))
    path = await asyncio.get_running_loop().run_in_executor(None, workbench.keep_upload, name, data)
    return await about_report(lambda asked: _read(asked, workbench.uploads.put(path)))(request)


def _safe_name(name: str) -> str:
    """The last part of a file's name in letters that are safe; a `UsageError` where nothing is left."""
    found = _DISCARDED.sub("_", name.replace("\\", "/").rpartition("/")[2]).lstrip(".")[-100:]
    if not Path(found).suffix:
        raise UsageError("the file has no ending", hint="Word files end in .docx, Markdown in .md")
    return found


def _read(asked: Asked, key: str) -> Response:
    path = asked.workbench.uploads.get(key)
    found = read_dropped(asked.view, asked.slug, path, _choices(asked))
    return JSONResponse({"key": key, **_told(asked, path, found)})


def _again(asked: Asked) -> Response:
    """The same file once more, with other choices."""
    return _read(asked, asked.text("key"))


def _take(asked: Asked) -> Response:
    """Write some changes of a file that was dropped."""
    path, ids = asked.workbench.uploads.get(asked.text("key")), asked.texts("ids")
    found: list[DroppedFile] = []

    def plan() -> Mapping[Path, bytes]:
        dropped = read_dropped(asked.view, asked.slug, path, {**_choices(asked), "only": ids})
        found.append(dropped)
        return taken_files(dropped)

    is_saved = asked.workbench.save(asked.slug, f"from {path.name}", plan)
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version, **_told(asked, path, found[0])})


def _choices(asked: Asked) -> dict[str, Any]:
    facts = asked.text("facts", "ask")
    if facts not in ("ask", "keep", "take"):
        raise UsageError(f"there is no choice '{facts}'", hint="ask, keep, or take")
    is_two_way = asked.text("two_way") == "yes"
    return {"facts": facts, "why": asked.text("why"), "language": asked.text("language"), "two_way": is_two_way}


def _told(asked: Asked, path: Path, found: DroppedFile) -> dict[str, Any]:
    """What a file holds, under the name that it had."""

    def named(lines: Iterable[str]) -> list[str]:
        shown = (str(path), asked.view.workspace.shown(path))
        return [line.replace(shown[0], path.name).replace(shown[1], path.name) for line in lines]

    changes = [_change(each) for each in found.changes if each.state != "done"]
    told = {"said": named(found.said), "refused": named(found.refused), "notes": named(found.notes)}
    return {"kind": found.kind, "known": found.is_base_known, "changes": changes, **told}


def _change(each: Change) -> dict[str, Any]:
    words = changed_words(*each.texts) if all(each.texts) else ""
    return {**each.as_json(), "words": words}


ROUTES = [
    Route("/r/{slug}/files", about_report(_page)),
    Route("/r/{slug}/files/get/{tag}.{format}", about_report(_download)),
    Route("/r/{slug}/files/form", about_report(_form)),
    Route("/r/{slug}/files/drop", _drop, methods=["POST"]),
    Route("/r/{slug}/files/again", about_report(_again), methods=["POST"]),
    Route("/r/{slug}/files/take", about_report(_take), methods=["POST"]),
]
