"""What is found in a report: what the rules say, mended with a button, and words in any language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reportgen import catalogue
from reportgen.checks import codes
from reportgen.errors import UsageError
from reportgen.pipeline.fixes import fixed_findings
from reportgen.pipeline.session import SessionView
from reportgen.tree import nodes as tree
from reportgen.tree.path import whole_of
from reportgen.tree.text import plain_text
from reportgen.tree.walk import content_of, inner_blocks
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.rows import RowBlocks, held_tags, label_of, report_rows
from reportgen.workbench.ruled import rule_findings


def checked_tags(asked: Asked, shown: Sequence[str] = ()) -> tuple[str, ...]:
    """The languages that the rules are asked about: none for all, or of a long report those that are shown."""
    tags = held_tags(asked.view, asked.slug, shown or asked.columns())
    return () if tags == asked.view.tags(asked.slug) else tags


def ids_in(row: RowBlocks) -> set[str]:
    """The ids of a row and of all that stands inside it."""
    return {
        row.id,
        row.id.removeprefix("note-"),
        *(inner.id for block in row.blocks.values() for inner in inner_parts(block)),
    }


def inner_parts(block: object) -> Iterator[tree.Block]:
    """The blocks that stand inside a block."""
    if isinstance(block, tree.Summary | tree.Box | tree.Table | tree.Figure):
        yield from inner_blocks(block)


def _findings(asked: Asked) -> Response:
    """What the rules say, by row and in the order of the report; what is about no row stands under an empty id."""
    known = codes()
    rows = {name: row.id for row in report_rows(asked.view, asked.slug, asked.columns()) for name in ids_in(row)}
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for index, each in enumerate(rule_findings(asked, checked_tags(asked))):
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
        each for each in rule_findings(asked, checked_tags(asked))
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
    for row in report_rows(asked.view, asked.slug, asked.columns()) if wanted else ():
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
    return " ".join(plain_text(each) for each in (*parts, *(content_of(inner) for inner in inner_parts(block))))


ROUTES = [
    Route("/r/{slug}/findings", about_report(_findings)),
    Route("/r/{slug}/fix", about_report(_fix), methods=["POST"]),
    Route("/r/{slug}/search", about_report(_search)),
]
