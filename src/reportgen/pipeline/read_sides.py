"""The sides that a file which came back is laid between: what was sent, and today's build."""

from __future__ import annotations

from reportgen import catalogue, pipeline
from reportgen.assemble.masthead import masthead_wordings
from reportgen.model.blocks import Paragraph
from reportgen.model.report import Report, wordings
from reportgen.recover import SentFact, SentPiece
from reportgen.returned.sides import KnownSide
from reportgen.tree import nodes as tree
from reportgen.tree.printed import printed_pieces
from reportgen.workspace import Workspace

TODAY = "today's sources"


def todays_side(workspace: Workspace, report: Report, document: tree.Document) -> KnownSide:
    """A build as a side."""
    pieces = tuple(printed_pieces(document))
    contents = {each.id: each.content for each in pieces}
    translation = catalogue.load(workspace, report.slug, document.language)
    is_original = document.language == report.language
    numbers: dict[tuple[str, str], str] = {}
    for each in pieces:
        if each.label:
            function = {"paragraph": "para", "subparagraph": "para", "heading": "section"}.get(each.kind, each.kind)
            numbers[function, each.label.strip().rstrip(".")] = each.id
    own = {name: SentFact(fact.value, "report") for name, fact in report.facts.items()}
    sent: dict[str, SentPiece] = {}
    rows = [
        *wordings(report),
        *((item.id, None, item) for item in report.all_items() if isinstance(item, Paragraph) and item.kind),
    ]
    for name, wording, item in rows:
        if name not in contents:
            continue
        text = (
            (wording.text if wording else "")
            if is_original
            else (translation.entries[name].text if name in translation.entries else "")
        )
        facts = {**own, **({key: SentFact(fact.value) for key, fact in item.all_facts().items()} if item else {})}
        kind = item.kind or "" if isinstance(item, Paragraph) and item.id == name else ""
        sent[name] = SentPiece(name, text, contents[name], facts, numbers, kind, is_original, item is None)
    for name, text, values in masthead_wordings(report, pipeline.language(workspace, document.language)):
        if name in contents:
            facts = {key: SentFact(value) for key, value in values.items()}
            sent[name] = SentPiece(name, text, contents[name], facts, numbers, "masthead", is_original, True)
    sources = {name: wording.text for name, wording, _ in wordings(report)}
    return KnownSide(TODAY, pieces, sent, sources)
