"""Read: languages in columns, row by row, with what the rules say in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from reportgen import pipeline
from reportgen.catalogue.state import FINISHED
from reportgen.errors import UsageError
from reportgen.facts import NAME_KINDS
from reportgen.pipeline import numbers
from reportgen.pipeline.editing import fact_rows
from reportgen.pipeline.editing.facts import keeper_of
from reportgen.pipeline.translations import reviews
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.pages.found import checked_tags, ids_in
from reportgen.workbench.rows import RowBlocks, cell_html, held_tags, is_long, label_of, report_rows
from reportgen.workbench.ruled import rule_findings
from reportgen.workbench.views import direction_of, rendered, report_page

CHUNK = 15
"""Rows that are asked for at once."""

_FILTERS = ("all", "finding", "stale", "changed")


def _page(asked: Asked) -> Response:
    rows, columns = _filtered(asked), asked.columns()
    chunks, headings = asked.view.once(("skeleton", asked.slug, asked.text("only"), columns), lambda: _skeleton(rows))
    first = _rows_html(asked, rows[:CHUNK], columns) if rows else ""
    values = {
        "columns": columns,
        "chunks": chunks,
        "headings": headings,
        "first": first,
        "only": asked.text("only", "all"),
        "count": len(rows),
        "is_long": is_long(asked.view, asked.slug),
        "steps": asked.workbench.steps,
    }
    return report_page(asked, "read", values)


RowSkeleton = tuple[list[tuple[str, int]], list[tuple[str, int, str]]]


def _skeleton(rows: Sequence[RowBlocks]) -> RowSkeleton:
    """The ids and the height in lines of all chunks of rows, and the headings with their ids and levels."""
    parts = [rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)]
    chunks = [(",".join(each.id for each in part), sum(map(_lines, part))) for part in parts]
    return chunks, [(each.id, each.level, _heading(each)) for each in rows if each.kind in _HEADINGS]


_HEADINGS = ("heading", "annex")


def _heading(row: RowBlocks) -> str:
    block = next(iter(row.blocks.values()))
    return f"{label_of(block)} {plain_text(block.content)}".strip()  # type: ignore[union-attr]


def _lines(row: RowBlocks) -> int:
    """About how many lines a row takes, so that what is not there yet has its height."""
    block = next(iter(row.blocks.values()))
    return 2 + len(plain_text(getattr(block, "content", ()))) // 55


def _filtered(asked: Asked) -> list[RowBlocks]:
    """The rows that are asked for: all, with a finding, with a stale translation, or changed since the freeze."""
    rows, only = report_rows(asked.view, asked.slug, asked.columns()), asked.text("only", "all")
    if only not in _FILTERS:
        raise UsageError(f"there is no filter '{only}'", hint=f"one of: {', '.join(_FILTERS)}")
    if only == "all":
        return rows
    found = {"finding": _with_finding, "stale": _stale, "changed": _changed}[only](asked)
    return [each for each in rows if found & ids_in(each)]


def _with_finding(asked: Asked) -> set[str]:
    return {each.id for each in rule_findings(asked, checked_tags(asked))} - {""}


def _stale(asked: Asked) -> set[str]:
    view, report = asked.view, asked.view.report(asked.slug)
    tags = view.tags(asked.slug)[1:]
    found = (reviews(view.workspace, report, pipeline.language(view.workspace, tag, report)) for tag in tags)
    return {name for each in found for name, review in each.items() if review.state not in FINISHED}


def _changed(asked: Asked) -> set[str]:
    audit = numbers.check(asked.view.built(asked.slug))
    return {
        one.id for each in (audit.standings if audit else ()) for one in each.differences if one.change != "unchanged"
    }


def _rows(asked: Asked) -> Response:
    """Some rows as HTML, by their ids."""
    wanted = set(asked.texts("ids"))
    return HTMLResponse(
        _rows_html(
            asked,
            [each for each in report_rows(asked.view, asked.slug, asked.columns()) if each.id in wanted],
            asked.columns(),
        )
    )


def _rows_html(asked: Asked, rows: Sequence[RowBlocks], columns: Sequence[str]) -> str:
    shown = [
        {
            "id": row.id,
            "kind": row.kind,
            "level": row.level,
            "label": _label(row, columns[0]),
            "cells": list(_cells(row, columns)),
        }
        for row in rows
    ]
    directions = {tag: direction_of(asked, tag) for tag in columns}
    return rendered("rows.html", {"rows": shown, "directions": directions, "slug": asked.slug})


def _label(row: RowBlocks, tag: str) -> str:
    block = row.blocks.get(tag)
    return label_of(block) if block else ""


def _cells(row: RowBlocks, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    first = _label(row, columns[0])
    for tag in columns:
        block = row.blocks.get(tag)
        label = label_of(block) if block else ""
        own = label if label != first else ""
        yield {"tag": tag, "html": cell_html(block) if block else "", "label": own}


def _changes(asked: Asked) -> Response:
    """The rows that differ from those of a version, and whether the rows themselves are others."""
    version = asked.text("since")
    before = asked.workbench.view_of(int(version)) if version.isdecimal() else None
    now, columns = report_rows(asked.view, asked.slug, asked.columns()), asked.columns()
    told = {
        "version": asked.workbench.version,
        "steps": {"undo": asked.workbench.steps.last, "redo": asked.workbench.steps.next},
    }
    if before is None:
        return JSONResponse({**told, "all": True, "ids": []})
    old = {each.id: each.blocks for each in report_rows(before, asked.slug, columns)}
    if list(old) != [each.id for each in now]:
        return JSONResponse({**told, "all": True, "ids": []})
    ids = [each.id for each in now if any(old[each.id].get(tag) != each.blocks.get(tag) for tag in columns)]
    return JSONResponse({**told, "all": False, "ids": ids})


def _fact(asked: Asked) -> Response:
    """What a fact says: its value, where it is kept, and what every language prints for it in this piece."""
    piece, name, tag = asked.text("piece"), asked.text("fact"), asked.tag()
    owner = keeper_of(asked.view, asked.slug, asked.original, piece, name)
    row = next((each for each in fact_rows(asked.view, asked.slug) if (each.owner, each.name) == (owner, name)), None)
    held = held_tags(asked.view, asked.slug, (tag,))
    printed = {each: _printed(asked, each, piece, name) for each in held}
    names = list(_names(asked, tag, piece, name))
    values = {
        "row": row,
        "name": name,
        "printed": printed,
        "names": names,
        "slug": asked.slug,
        "tags": asked.view.tags(asked.slug),
        "directions": {each: direction_of(asked, each) for each in printed},
    }
    return HTMLResponse(rendered("fact.html", values))


def _facts_in(asked: Asked, tag: str, piece: str, name: str) -> list[PrintedFact]:
    document = asked.view.document(asked.slug, tag)
    contents = [content_of(block) for block in all_blocks(document) if block.id == piece]
    contents += [note.content for note in document.notes if note.id == piece]
    contents += [document.masthead.title] if piece == "title" else []
    return [
        each
        for content in contents
        for each in all_inlines(content)
        if isinstance(each, PrintedFact) and each.fact == name
    ]


def _printed(asked: Asked, tag: str, piece: str, name: str) -> str:
    return " · ".join(dict.fromkeys(plain_text(each.content) for each in _facts_in(asked, tag, piece, name)))


def _names(asked: Asked, tag: str, piece: str, name: str) -> Iterator[dict[str, Any]]:
    """The entries of the lexicon that a fact prints, with source and doubt."""
    own = pipeline.language(asked.view.workspace, tag, asked.view.report(asked.slug))
    for kind, value in dict.fromkeys((each.kind, each.value) for each in _facts_in(asked, tag, piece, name)):
        for each in value.split() if kind in NAME_KINDS else ():
            entry = own.name(kind, each)
            forms = [(form, variants.full, variants.short) for form, variants in entry.forms.items()]
            yield {
                "id": each,
                "kind": kind,
                "source": entry.source,
                "sure": entry.sure,
                "why": entry.why,
                "forms": forms,
            }


ROUTES = [
    Route("/r/{slug}/read", about_report(_page)),
    Route("/r/{slug}/rows", about_report(_rows), methods=["GET", "POST"]),
    Route("/r/{slug}/changes", about_report(_changes)),
    Route("/r/{slug}/fact", about_report(_fact)),
]
