"""Names that a file has in full where the program would print them short, and the reverse: they keep their style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.adoption.draft import DraftPiece
from reportgen.adoption.mends import spliced
from reportgen.language.rules import NamesRule
from reportgen.printing.names import possible_words, printed_name
from reportgen.record import record, replace
from reportgen.tree.inlines import Content, NameStyle, NameUse, NoteMark, PrintedFact
from reportgen.tree.printed_from import NameKey
from reportgen.tree.text import plain_text
from reportgen.tree.walk import without_emphasis

ContentsById = Mapping[str, Content]
"""Contents by the ids of their pieces."""


@record
class _TypedName:
    """A name as a file has it: its place in the wording, its style if one prints it, and its text."""

    piece: str
    key: NameKey
    origin: tuple[int, int]
    style: NameStyle
    text: str


def with_name_styles(
    wordings: Mapping[str, str],
    pieces: Iterable[DraftPiece],
    assembled: ContentsById,
    printed: ContentsById,
    rule: NamesRule,
) -> dict[str, str]:
    """The wordings that change so that every name is printed in the style that the file has it in.

    A name that is printed otherwise anywhere gets its style at all its places: a style at one moves its first use.
    """
    typed = [each for piece in pieces if piece.id in assembled for each in _typed(piece, assembled[piece.id], rule)]
    texts = {name: dict(_texts(content)) for name, content in printed.items()}
    wrong = {each.key for each in typed if texts[each.piece].get(each.origin) != each.text}
    changes: dict[str, list[tuple[tuple[int, int], str]]] = {}
    for each in typed:
        before = wordings[each.piece][slice(*each.origin)]
        if each.key in wrong and each.style != "auto" and before.endswith(" }}"):
            changes.setdefault(each.piece, []).append((each.origin, f"{before[:-3]} | {each.style} }}}}"))
    return {name: spliced(wordings[name], some) for name, some in changes.items()}


def _texts(content: Content) -> Iterator[tuple[tuple[int, int], str]]:
    """What the names in a content print, by their places."""
    for inline in without_emphasis(content):
        if isinstance(inline, PrintedFact) and inline.origin:
            yield inline.origin, plain_text(inline.content)


def _typed(piece: DraftPiece, assembled: Content, rule: NamesRule) -> Iterator[_TypedName]:
    """The names of a piece as its file has them; none from where the file says something else on."""
    text, at = plain_text(piece.content), 0
    inlines = [each for each in without_emphasis(assembled) if not isinstance(each, NoteMark)]
    for index, inline in enumerate(inlines):
        following = inlines[index + 1] if index + 1 < len(inlines) else None
        behind = "" if following is None or isinstance(following, NameUse) else plain_text((following,))
        if not isinstance(inline, NameUse):
            said = plain_text((inline,))
            if not text.startswith(said, at):
                return
            at += len(said)
            continue
        found = next((each for each in _styles(inline, rule) if text.startswith(each[1] + behind, at)), None)
        if found is None:
            return
        at += len(found[1])
        is_alone = sum(getattr(each, "origin", None) == inline.origin for each in inlines) == 1
        if inline.origin and is_alone and inline.style == "auto":
            yield _TypedName(piece.id, (inline.kind, inline.id), inline.origin, *found)


def _styles(use: NameUse, rule: NamesRule) -> Sequence[tuple[NameStyle, str]]:
    """The styles of a name with what they print, the longest first; what introduces a name has none of its own."""
    words: dict[str, NameStyle] = dict.fromkeys(possible_words(replace(use, style="auto"), rule), "auto")
    words |= {use.variants.third: "third", use.variants.short: "short", use.variants.full: "full"}
    said = [(style, plain_text(printed_name(use, each).content)) for each, style in words.items() if each]
    return sorted(said, key=lambda each: -len(each[1]))
