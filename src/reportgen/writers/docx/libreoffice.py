"""Two editions as LibreOffice needs them, so that it accepts and rejects what Word does; no text changes by it.

Seen in LibreOffice 7.4:
- What is inserted at the end of a paragraph and at the beginning of the next one is one change for it, which takes the
  end of the paragraph along. So a deletion stands last there.
- A deleted paragraph with the very text of something inserted has moved for it, and the second of the two then takes
  its looks over to the paragraph behind. So the first one is longer: the word beside it is deleted and inserted too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.editions import Kind, edition_of, joined_texts
from reportgen.tree.inlines import Bold, Content, Deleted, Inserted, Italic, PrintedFact, Text
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines, part_of

_LIKE = 2
"""By so many characters texts may differ that LibreOffice takes for the same."""
_WITH_PARAGRAPHS = (tree.Summary, tree.Box)
_PARAGRAPHS = (
    tree.Heading, tree.Paragraph, tree.Subparagraph, tree.PlainParagraph, tree.Quotation, tree.ListItem,
)  # fmt: skip


def told_apart(document: tree.Document) -> tree.Document:
    """The document with its changes so that no two of them are taken for one."""
    if document.changes is None:
        return document
    blocks = _unlike_moved(list(document.blocks))
    for index, block in enumerate(blocks):
        if isinstance(block, _WITH_PARAGRAPHS):
            follower = blocks[index + 1] if index + 1 < len(blocks) else None
            blocks[index] = replace(block, blocks=tuple(_apart([*block.blocks, follower])))
    return replace(document, blocks=tuple(_apart([*blocks, None])))


def _apart(parts: Sequence[Any]) -> Iterator[Any]:
    """The parts but for the last, which only follows: none ends with an insertion that the next one continues."""
    for part, following in pairwise(parts):
        content = getattr(part, "content", None) if edition_of(part) is None else None
        if content and isinstance(content[-1], Inserted) and _begins_inserted(following):
            yield replace(part, content=_deleted_last(content))
        else:
            yield part


def _begins_inserted(part: Any) -> bool:
    """Whether a paragraph, or the first one of a block, begins with inserted text."""
    if part is None or edition_of(part) is not None:
        return edition_of(part) is Inserted
    content: Content = part.heading if isinstance(part, tree.Summary) else part.content
    return bool(content) and isinstance(content[0], Inserted)


def _deleted_last(content: Content) -> Content:
    """The inlines with the deletion before the last insertion behind it; the last word is exchanged where none is."""
    *others, last = content
    assert isinstance(last, Inserted)
    if not others:
        return content
    before = others.pop()
    if isinstance(before, Deleted):
        return (*others, last, before)
    if isinstance(before, Text):
        rest, word = _last_word(before.text)
        kept = (Text(rest),) if rest else ()
        return (*others, *kept, Inserted(joined_texts((Text(word), *last.part))), Deleted((Text(word),)))
    if isinstance(before, Italic | Bold | PrintedFact):
        return (*others, Inserted((before, *last.part)), Deleted((before,)))
    return content


def _unlike_moved(blocks: list[tree.Tracked[tree.Block]]) -> list[tree.Tracked[tree.Block]]:
    """The blocks, the first of each pair of same texts made longer where other looks follow the second."""
    inserted = {text: index for index, block in reversed([*enumerate(blocks)]) for text in _inserted_texts(block)}
    for index, block in enumerate(blocks):
        other = inserted.get(_text(block)) if isinstance(block, Deleted) and _text(block) else None
        if other is None:
            continue
        first, second = sorted((index, other))
        if _looks(blocks[second]) == _looks(_following(blocks, second)):
            continue
        if edition_of(blocks[first]) is None:
            blocks[first] = _with_longer_insertion(blocks[first], _text(block))
        elif first + 1 < len(blocks):
            blocks[first + 1] = _exchanged_first(blocks[first + 1], edition_of(blocks[first]))
    return blocks


def _following(blocks: Sequence[tree.Tracked[tree.Block]], index: int) -> tree.Tracked[tree.Block] | None:
    """The block behind one, once all changes of its kind are undone."""
    kind = edition_of(blocks[index])
    return next((block for block in blocks[index + 1 :] if kind is None or edition_of(block) is not kind), None)


def _looks(block: tree.Tracked[tree.Block] | None) -> tuple[object, ...]:
    """What decides on the style of a paragraph."""
    part: Any = None if block is None else part_of(block)
    return type(part), getattr(part, "level", 0), getattr(part, "recommendation", False)


def _text(block: tree.Tracked[tree.Block]) -> str:
    """The text of a paragraph that one edition alone has; empty for all other blocks."""
    part: Any = part_of(block) if edition_of(block) else None
    return plain_text(part.content).strip() if isinstance(part, _PARAGRAPHS) else ""


def _inserted_texts(block: tree.Tracked[tree.Block]) -> Iterator[str]:
    """What is inserted, as a paragraph or inside of one."""
    if isinstance(block, Inserted):
        yield _text(block)
    elif isinstance(block, _PARAGRAPHS):
        pieces = (each.part for each in all_inlines(block.content) if isinstance(each, Inserted))
        yield from (plain_text(piece).strip() for piece in pieces)


def _exchanged_first(block: tree.Tracked[tree.Block], kind: Kind | None) -> tree.Tracked[tree.Block]:
    """The block with its first word deleted and inserted, what is of the kind before it first."""
    if not isinstance(block, _PARAGRAPHS) or not block.content or not isinstance(first := block.content[0], Text):
        return block
    word, blank, rest = first.text.partition(" ")
    if len(word) <= _LIKE:
        return block
    changes = (Inserted((Text(word),)), Deleted((Text(word),)))
    content = changes if kind is Inserted else changes[::-1]
    return replace(block, content=(*content, *((Text(blank + rest),) if blank else ()), *block.content[1:]))


def _with_longer_insertion(block: Any, text: str) -> Any:
    """The block, whose insertion of a text takes the word before it along."""
    content: list[Any] = list(block.content)
    for at, each in enumerate(content):
        if isinstance(each, Inserted) and plain_text(each.part).strip() == text and at:
            before = content[at - 1]
            rest, word = _last_word(before.text) if isinstance(before, Text) else ("", "")
            if len(word) > _LIKE:
                longer = Inserted(joined_texts((Text(word), *each.part)))
                content[at - 1 : at + 1] = [*([Text(rest)] if rest else []), Deleted((Text(word),)), longer]
            break
    return replace(block, content=tuple(content))


def _last_word(text: str) -> tuple[str, str]:
    """The text in two, before and from its last word of more than two characters."""
    rest, blank, word = text.rstrip(" ").rpartition(" ")
    end = text[len(text.rstrip(" ")) :]
    while blank and len(word) <= _LIKE:
        rest, blank, before = rest.rpartition(" ")
        word = f"{before} {word}"
    return rest + blank, word + end
