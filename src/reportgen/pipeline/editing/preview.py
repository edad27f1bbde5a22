"""What one piece would print while somebody types in it, in every language that is shown, without building the rest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.assemble.prose import Prose
from reportgen.errors import Position, ReportgenError
from reportgen.facts import Value
from reportgen.language import Language
from reportgen.passes.names import settle_names_of
from reportgen.passes.references import resolve_references_of
from reportgen.pipeline import language
from reportgen.pipeline.editing.opened import OpenedPiece, ShownPiece
from reportgen.printing.series import figured_series
from reportgen.recover import Recovered
from reportgen.tree.inlines import Content
from reportgen.workspace import Workspace


def printed_while_typed(
    workspace: Workspace, opened: OpenedPiece, recovered: Recovered
) -> dict[str, Content | ReportgenError]:
    """What the languages that are shown would print of a piece, or why they cannot; those without a text are left out.

    A translation has no facts of its own, so it changes no other language.
    """
    if not opened.reader.is_original:
        shown = opened.shown[opened.language]
        return {opened.language: _printed(workspace, opened.language, shown, recovered.wording, {})}
    values = values_of(recovered)
    texts = {
        tag: recovered.wording if tag == opened.language else shown.sent.wording for tag, shown in opened.shown.items()
    }
    return {tag: _printed(workspace, tag, opened.shown[tag], text, values) for tag, text in texts.items() if text}


def values_of(recovered: Recovered) -> dict[str, Value]:
    """The facts that a piece which was recovered has, or has otherwise, by name."""
    changed = {each.name: each.new for each in recovered.changed}
    return {**changed, **{each.name: each.value for each in recovered.proposed}}


def _printed(
    workspace: Workspace, tag: str, shown: ShownPiece, wording: str, values: Mapping[str, Value]
) -> Content | ReportgenError:
    try:
        return printed_alone(language(workspace, tag), shown, wording, values)
    except ReportgenError as error:
        return error


_NO_VALUES: Mapping[str, Value] = MappingProxyType({})


def printed_alone(own: Language, shown: ShownPiece, wording: str, values: Mapping[str, Value] = _NO_VALUES) -> Content:
    """A piece with another wording or other facts at its place in a document that stays as it is; an error otherwise.

    Names that are introduced above it are known, and numbers are those of the document.
    """
    sent = shown.sent
    facts = {name: each.value for name, each in sent.facts.items()} | dict(values)
    at = Position(sent.id)
    prose = Prose(own, facts.get, lambda _: at, figured_series(facts.values(), own), known=frozenset(facts))
    named = settle_names_of(prose.content(wording), own, sent.introduced, shown.frequent, sent.in_heading)
    return resolve_references_of(named, sent.id, shown.document, own)
