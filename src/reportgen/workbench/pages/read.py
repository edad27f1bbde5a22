"""Read: languages in columns, row by row, with what the rules say in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from reportgen import catalogue, pipeline
from reportgen.catalogue.state import FINISHED
from reportgen.checks import codes
from reportgen.errors import UsageError
from reportgen.facts import NAME_KINDS
from reportgen.finding import Finding
from reportgen.pipeline import numbers
from reportgen.pipeline.editing import fact_rows
from reportgen.pipeline.editing.facts import keeper_of
from reportgen.pipeline.fixes import fixed_findings
from reportgen.pipeline.session import SessionView
from reportgen.pipeline.translations import reviews
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.path import whole_of
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.rows import RowBlocks, cell_html, held_tags, label_of, rows_of
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
        "is_long": len(held_tags(asked.view, asked.slug, columns)) < len(asked.view.tags(asked.slug)),
        "steps": asked.workbench.steps,
    }
    return report_page(asked, "read", values)


Skeleton = tuple[list[tuple[str, int]], list[tuple[str, int, str]]]


def _skeleton(rows: Sequence[RowBlocks]) -> Skeleton:
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
    rows, only = rows_of(asked.view, asked.slug, asked.columns()), asked.text("only", "all")
    if only not in _FILTERS:
        raise UsageError(f"there is no filter '{only}'", hint=f"one of: {', '.join(_FILTERS)}")
    if only == "all":
        return rows
    found = {"finding": _with_finding, "stale": _stale, "changed": _changed}[only](asked)
    return [each for each in rows if found & _ids_in(each)]


def _ids_in(row: RowBlocks) -> set[str]:
    return {
        row.id,
        row.id.removeprefix("note-"),
        *(inner.id for block in row.blocks.values() for inner in _inside(block)),
    }


def _inside(block: object) -> Iterator[tree.Block]:
    from reportgen.tree.walk import inner_blocks

    if isinstance(block, tree.Summary | tree.Box | tree.Table | tree.Figure):
        yield from inner_blocks(block)


def _with_finding(asked: Asked) -> set[str]:
    return {each.id for each in asked.view.findings(asked.slug, _checked(asked))} - {""}


def _checked(asked: Asked) -> tuple[str, ...]:
    """The languages that the rules are asked about: all, or of a long report those that are shown."""
    tags = held_tags(asked.view, asked.slug, asked.columns())
    return () if tags == asked.view.tags(asked.slug) else tags


def _stale(asked: Asked) -> set[str]:
    view, report = asked.view, asked.view.report(asked.slug)
    tags = view.tags(asked.slug)[1:]
    found = (reviews(view.workspace, report, pipeline.language(view.workspace, tag)) for tag in tags)
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
            [each for each in rows_of(asked.view, asked.slug, asked.columns()) if each.id in wanted],
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
        yield {"tag": tag, "html": cell_html(block, tag) if block else "", "label": own}


def _changes(asked: Asked) -> Response:
    """The rows that differ from those of a version, and whether the rows themselves are others."""
    version = asked.text("since")
    before = asked.workbench.view_of(int(version)) if version.isdecimal() else None
    now, columns = rows_of(asked.view, asked.slug, asked.columns()), asked.columns()
    told = {
        "version": asked.workbench.version,
        "steps": {"undo": asked.workbench.steps.last, "redo": asked.workbench.steps.next},
    }
    if before is None:
        return JSONResponse({**told, "all": True, "ids": []})
    old = {each.id: each.blocks for each in rows_of(before, asked.slug, columns)}
    if list(old) != [each.id for each in now]:
        return JSONResponse({**told, "all": True, "ids": []})
    ids = [each.id for each in now if any(old[each.id].get(tag) != each.blocks.get(tag) for tag in columns)]
    return JSONResponse({**told, "all": False, "ids": ids})


def _findings(asked: Asked) -> Response:
    """What the rules say, by row and in the order of the report; what is about no row stands under an empty id."""
    known = codes()
    rows = {name: row.id for row in rows_of(asked.view, asked.slug, asked.columns()) for name in _ids_in(row)}
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for index, each in enumerate(asked.view.findings(asked.slug, _checked(asked))):
        row = rows.get(each.id) or rows.get(whole_of(each.id), "")
        found[row].append({
            "index": index, "code": each.code, "severity": each.severity, "language": each.language,
            "message": each.message, "hint": each.hint, "piece": each.id, "words": each.words,
            "instead": each.instead, "title": known[each.code].title if each.code in known else "",
            "explanation": known[each.code].explanation if each.code in known else "",
        })  # fmt: skip
    return JSONResponse({"version": asked.workbench.version, "findings": found})


def _fix(asked: Asked) -> Response:
    """Mend one finding: its words are replaced where they stand."""
    code, tag, piece, words = (asked.text(name) for name in ("code", "language", "piece", "words"))
    found = [
        each for each in asked.view.findings(asked.slug, ())
        if (each.code, each.language, each.id, each.words) == (code, tag, piece, words) and each.instead is not None
    ]  # fmt: skip
    if not found:
        raise UsageError("the text was changed since", hint="look at it again")
    view = asked.view
    is_saved = asked.workbench.save(
        asked.slug, f"{code} mended in {piece}",
        lambda: fixed_findings(view.workspace, view.report(asked.slug), found[:1]),
    )  # fmt: skip
    return JSONResponse({"saved": is_saved, "version": asked.workbench.version})


def _search(asked: Asked) -> Response:
    """The rows in which some words stand, in any language, with the words around them."""
    wanted = asked.text("q").strip().casefold()
    found = []
    others = _other_texts(asked)
    for row in rows_of(asked.view, asked.slug, asked.columns()) if wanted else ():
        hit = _hit(row, wanted, others)
        if hit:
            found.append({"id": row.id, "label": label_of(next(iter(row.blocks.values()))), **hit})
        if len(found) >= _MOST_FOUND:
            break
    return JSONResponse(found)


_MOST_FOUND = 60


def _hit(row: RowBlocks, wanted: str, others: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The language in which some words stand in a row first, with the text around them; nothing where none has them."""
    texts = {tag: _text(block) for tag, block in row.blocks.items()}
    texts |= {tag: entries.get(row.id, "") for tag, entries in others.items()}
    for tag, text in texts.items():
        at = text.casefold().find(wanted)
        label = label_of(row.blocks[tag]).rstrip(". )").casefold() if tag in row.blocks else ""
        if at >= 0 or wanted in (row.id, label):
            start = max(at - 40, 0)
            return {"tag": tag, "text": text[start : start + 110]}
    return {}


def _other_texts(asked: Asked) -> dict[str, dict[str, str]]:
    """The wording of the languages of a long report that are not held, by language and id."""
    view, slug = asked.view, asked.slug
    tags = [tag for tag in view.tags(slug) if tag not in held_tags(view, slug, asked.columns())]
    return view.once(("texts", slug, tuple(tags)), lambda: {tag: _wordings(view, slug, tag) for tag in tags})


def _wordings(view: SessionView, slug: str, tag: str) -> dict[str, str]:
    return {name: entry.text for name, entry in catalogue.load(view.workspace, slug, tag).entries.items()}


def _text(block: Any) -> str:
    parts = [content_of(block)] if not isinstance(block, tree.Note) else [block.content]
    return " ".join(plain_text(each) for each in (*parts, *(content_of(inner) for inner in _inside(block))))


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
    own = pipeline.language(asked.view.workspace, tag)
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


def finding_row(finding: Finding) -> tuple[str, str]:
    """The severity and the code of a finding, by which they are counted."""
    return finding.severity, finding.code


ROUTES = [
    Route("/r/{slug}/read", about_report(_page)),
    Route("/r/{slug}/rows", about_report(_rows), methods=["GET", "POST"]),
    Route("/r/{slug}/changes", about_report(_changes)),
    Route("/r/{slug}/findings", about_report(_findings)),
    Route("/r/{slug}/fix", about_report(_fix), methods=["POST"]),
    Route("/r/{slug}/search", about_report(_search)),
    Route("/r/{slug}/fact", about_report(_fact)),
]
