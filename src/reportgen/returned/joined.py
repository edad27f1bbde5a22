"""Two pieces that came back as one: a piece of both wordings and all facts, and who gave a fact another name."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.new_ids import free_name
from reportgen.record import record, replace
from reportgen.recover import SentFact, SentPiece
from reportgen.returned.decisions import same_value
from reportgen.tree.inlines import Content, Inline, PrintedFact, Text
from reportgen.wording import Fault, placeholders, scan

_BETWEEN = " "


@record
class JoinedPiece:
    """The piece that two are together; `renamed` gives the new name of each fact of the second one that has one."""

    piece: SentPiece
    renamed: Mapping[str, str]


def joined(first: SentPiece, second: SentPiece, name: str) -> JoinedPiece:
    """Two pieces as one with an id; facts of the second that are other ones of the same name get a free name."""
    renamed = {
        fact: free_name(fact, {*first.facts, *second.facts})
        for fact, known in second.facts.items()
        if fact in first.facts and not same_value(first.facts[fact].value, known.value)
    }
    wording = with_names(second.wording, renamed)
    facts: dict[str, SentFact] = {renamed.get(fact, fact): known for fact, known in second.facts.items()}
    start = len(first.wording) + len(_BETWEEN)
    origins = _moved_origins(second.wording, renamed, start)
    content = tuple(_moved(inline, renamed, origins) for inline in second.content)
    between = Text(_BETWEEN, (len(first.wording), start))
    piece = replace(
        first,
        id=name,
        wording=first.wording + _BETWEEN + wording,
        content=(*first.content, between, *content),
        facts={**facts, **first.facts},
    )
    return JoinedPiece(piece, renamed)


def with_names(wording: str, renamed: Mapping[str, str]) -> str:
    """The wording with other names for some of its facts; the same where it cannot be read."""
    for start, old in reversed(_places(wording, renamed)):
        wording = wording[:start] + renamed[old] + wording[start + len(old) :]
    return wording


def _places(wording: str, renamed: Mapping[str, str]) -> list[tuple[int, str]]:
    """Where the names of some facts stand in a wording."""
    try:
        found = [each for each in placeholders(scan(wording)) if each.fact in renamed]
    except Fault:
        return []
    return sorted((wording.index(each.fact, each.offset), each.fact) for each in found)


def _moved_origins(wording: str, renamed: Mapping[str, str], start: int) -> Mapping[int, int]:
    """The new place of each character of a wording that is renamed and stands behind another one."""
    moves, grown, places = {}, 0, dict(_places(wording, renamed))
    for at in range(len(wording) + 1):
        moves[at] = at + start + grown
        if at in places:
            grown += len(renamed[places[at]]) - len(places[at])
    return moves


def _moved(inline: Inline, renamed: Mapping[str, str], origins: Mapping[int, int]) -> Inline:
    """The inline with its facts renamed and its place in the joined wording."""
    if hasattr(inline, "content"):
        content: Content = tuple(_moved(each, renamed, origins) for each in inline.content)
        inline = replace(inline, content=content)  # type: ignore[arg-type]
    if isinstance(inline, PrintedFact):
        inline = replace(inline, fact=renamed.get(inline.fact, inline.fact))
    origin = getattr(inline, "origin", None)
    if origin is not None:
        inline = replace(inline, origin=(origins[origin[0]], origins[origin[1]]))  # type: ignore[arg-type]
    return inline
