"""The files of an adopted report as text: report.yaml, one file a section or annex, all found again when read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.adoption.cells import table_data
from reportgen.adoption.draft import (
    DraftBlock,
    DraftBox,
    DraftFigure,
    DraftList,
    DraftPart,
    DraftPiece,
    DraftReport,
    DraftTable,
    DraftText,
    figures_in,
    id_of_draft,
)
from reportgen.adoption.wordings import DraftWordings
from reportgen.facts import Value
from reportgen.language import Language
from reportgen.located.edits import YamlData
from reportgen.located.render import Renderer
from reportgen.located.scalars import LIKELY_WIDTH
from reportgen.model.notation import written_fact


def report_files(
    draft: DraftReport, words: DraftWordings, language: Language, head: Mapping[str, Any], masthead: Mapping[str, Any]
) -> dict[str, bytes]:
    """The files by their names in the folder of the report; `head` has its symbol, if any, and its language."""
    writer = _Writer(words, language)
    files = {"report.yaml": _text(writer.report(draft, head, masthead))}
    for folder, parts in (("sections", draft.sections), ("annexes", draft.annexes)):
        files |= {f"{folder}/{part.id}.yaml": _text(writer.part(part)) for part in parts}
    return files | {figure.file: figure.picture.data for figure in figures_in(draft)}


class _Writer:
    def __init__(self, words: DraftWordings, language: Language) -> None:
        self.words, self.language = words, language

    def report(self, draft: DraftReport, head: Mapping[str, Any], masthead: Mapping[str, Any]) -> dict[str, Any]:
        data: dict[str, Any] = {**head, "title": self.wording(draft.title) or "…", "masthead": dict(masthead)}
        if draft.agenda_title:
            data["masthead"]["agenda"] = {**masthead["agenda"], "title": self.wording(draft.agenda_title)}
        if self.words.report_facts:
            data["facts"] = _facts(self.words.report_facts)
        if draft.contents:
            data["contents"] = draft.contents
        if draft.summary:
            data["summary"] = {"paragraphs": [self.text(DraftText(each, "text")) for each in draft.summary]}
        data["sections"] = [part.id for part in draft.sections]
        if draft.annexes:
            data["annexes"] = [part.id for part in draft.annexes]
        return data

    def part(self, part: DraftPart) -> dict[str, Any]:
        data: dict[str, Any] = {"id": part.id}
        if part.heading:
            data["heading"] = self.wording(part.heading)
        if not part.numbered:
            data["numbered"] = False
        if part.blocks:
            data["paragraphs"] = [self.block(each) for each in part.blocks]
        for key, inner in (("sections", part.sections), ("appendices", part.appendices)):
            if inner:
                data[key] = [self.part(each) for each in inner]
        return data

    def block(self, block: DraftBlock) -> dict[str, Any]:
        match block:
            case DraftText():
                data = self.text(block)
            case DraftList():
                data = {"id": block.id, **self.facts(block), "list": self.items(block.items)}
            case DraftTable():
                table = table_data(block, self.words.wordings, self.language.conventions)
                data = {"id": block.id, **self.facts(block), "table": table}
            case DraftBox():
                inner = {
                    "heading": self.wording(block.heading),
                    "paragraphs": [self.wording(each) for each in block.paragraphs],
                }
                data = {"id": block.id, **self.facts(block), "box": inner}
            case DraftFigure():
                caption = {"caption": self.wording(block.caption)} if block.caption else {}
                shown = {"alternative": self.wording(block.alternative), "width": block.width}
                data = {"id": block.id, **self.facts(block), "figure": {"file": block.file, **caption, **shown}}
        if isinstance(block, DraftTable | DraftBox | DraftFigure) and block.source:
            data["source"] = self.wording(block.source)
        if block.notes:
            data["notes"] = {note.id: self.wording(note) for note in block.notes}
        return data

    def text(self, block: DraftText) -> dict[str, Any]:
        data = {"id": block.piece.id, **self.facts(block), block.key: self.wording(block.piece)}
        if block.parts:
            data["subparagraphs"] = [self.text(part) for part in block.parts]
        return data

    def items(self, items: Sequence[tuple[int, DraftPiece]]) -> list[Any]:
        """The items of a list as they stand in one another."""
        found: list[Any] = []
        for (_, first), *inner in _by_first(items):
            below = self.items(inner) if inner else []
            found.append({"text": self.wording(first), "list": below} if below else self.wording(first))
        return found

    def facts(self, block: DraftBlock) -> dict[str, Any]:
        own = self.words.facts.get(id_of_draft(block))
        return {"facts": _facts(own)} if own else {}

    def wording(self, piece: DraftPiece) -> str:
        return self.words.wordings.get(piece.id, "")


def _by_first(items: Sequence[tuple[int, DraftPiece]]) -> Iterator[list[tuple[int, DraftPiece]]]:
    """The items of the uppermost level, each with those that follow and lie deeper."""
    top = items[0][0]
    group: list[tuple[int, DraftPiece]] = []
    for item in items:
        if item[0] <= top and group:
            yield group
            group = []
        group.append(item)
    yield group


def _facts(facts: Mapping[str, Value]) -> dict[str, YamlData]:
    return {name: written_fact(value) for name, value in facts.items()}


def _text(data: Mapping[str, YamlData]) -> bytes:
    return "".join(_RENDERER.entry(key, value, 0, ()) for key, value in data.items()).encode()


_RENDERER = Renderer("", LIKELY_WIDTH)
