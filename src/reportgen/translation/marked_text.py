"""Parts of a unit as one line for files without codes of their own: `marked_text(parts)`, and `read_marked(text)`.

Marks are those of our wording: `[^why]` a footnote, `<https://…>` an address, `*italic*`, `**bold**`. Where a file is
to have codes, `{trained}` stands for a value that nobody may change. `{trained}[…]` are words that say its number.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import assert_never

from reportgen.facts import NAME_KINDS
from reportgen.record import replace
from reportgen.translation.units import (
    GuardedPart,
    MarkedPart,
    NamePart,
    TranslationUnit,
    UnitPart,
    WordsPart,
    joined_parts,
    parts_within,
)
from reportgen.wording import (
    Address,
    Fault,
    Filter,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    TypedText,
    WordingPiece,
    Words,
    scan,
)
from reportgen.wording.written import literal, written

_ESCAPED = re.compile(r"\\([\\*\[\]{}<>#])")
_CODE = re.compile(r"(?<!\\)\{([\w.:, -]+?)\}(?:\[([^\[\]]*)\])?")
"""A code, and the words in which a language says its value."""

_STARS = {"italic": "*", "bold": "**"}


def marked_text(parts: tuple[UnitPart, ...], is_coded: bool = False) -> str:
    """The parts as one line; with codes for figures and references, or with what is printed for them."""
    return "".join(_text(part, is_coded) for part in parts)


def read_marked(text: str) -> tuple[tuple[UnitPart, ...], str]:
    """The parts of such a line, values with number 0, and why it cannot be read; empty where it can."""
    try:
        line = " ".join(text.split("\n"))
        return joined_parts(_parts(scan(line), line)), ""
    except Fault as found:
        return (), f"{found.message}: {found.hint}"


def code_of(part: GuardedPart) -> str:
    """What stands for a value between braces: the name of its fact, `ref:` and the ids of what it refers to."""
    match part.kind:
        case "figure":
            name = part.wording.strip("{} ")
            return name if _CODE.fullmatch(f"{{{name}}}") else part.name
        case "reference":
            return f"ref:{part.name}"
        case "note" | "address":
            return part.name
        case _:
            assert_never(part.kind)


def own_words(name: str, words: str, value: str) -> Placeholder:
    """The placeholder of a fact for whose value a language has words of its own, such as a dual."""
    own = (Filter("as", (words.strip(),), (("when", value),)),) if words.strip() else ()
    return Placeholder(name, "", own, 0)


def numbered(parts: tuple[UnitPart, ...], sent: TranslationUnit) -> tuple[UnitPart, ...]:
    """The parts with the numbers that their values have in the unit; those of one name in their order."""
    return _Known(sent).numbered(parts)


class _Known:
    """The values of a unit by what stands for them; each is taken once, but for the last of its name."""

    def __init__(self, sent: TranslationUnit) -> None:
        self.values: defaultdict[str, deque[GuardedPart]] = defaultdict(deque)
        self.words: dict[str, NamePart] = {}
        self.facts = sent.values
        both = (part for side in (sent.target, sent.source) for part in parts_within(side))
        for part in {each.number: each for each in both if not isinstance(each, WordsPart)}.values():
            if isinstance(part, GuardedPart):
                self.values[code_of(part)].append(part)
            elif isinstance(part, NamePart) and part.kind not in NAME_KINDS:
                self.words[part.name] = part

    def numbered(self, parts: tuple[UnitPart, ...]) -> tuple[UnitPart, ...]:
        return tuple(map(self._numbered, parts))

    def _numbered(self, part: UnitPart) -> UnitPart:
        match part:
            case MarkedPart():
                return replace(part, parts=self.numbered(part.parts))
            case GuardedPart(number=0):
                there = self.values[part.name]
                # The last one stays, so that a value too many is told as one that stands there twice.
                return (there.popleft() if len(there) > 1 else there[0]) if there else self._typed(part, part.name)
            case NamePart(number=0, name=name) if name:
                words = self.words.get(name)
                return replace(part, number=words.number) if words else self._typed(part, name, part.text)
            case _:
                return part

    def _typed(self, part: UnitPart, name: str, words: str = "") -> UnitPart:
        """A code of a fact of the piece that stands for words in the source, as a placeholder that somebody typed."""
        if name not in self.facts:
            return part
        code = written(own_words(name, words, self.facts[name]))
        return GuardedPart(0, "figure", name, code, code)


def _text(part: UnitPart, is_coded: bool) -> str:
    match part:
        case WordsPart():
            return literal(part.text)
        case NamePart():
            text = literal(part.text)
            return text if part.kind in NAME_KINDS else f"{{{part.name}}}[{text}]"
        case GuardedPart(kind="note" | "address"):
            return part.wording
        case GuardedPart():
            return f"{{{code_of(part)}}}" if is_coded else literal(part.text)
        case MarkedPart():
            stars = _STARS[part.style]
            return f"{stars}{marked_text(part.parts, is_coded)}{stars}"
        case _:
            assert_never(part)


def _parts(pieces: tuple[WordingPiece, ...], line: str) -> Iterator[UnitPart]:
    for piece in pieces:
        match piece:
            case Words():
                yield from _words(line[piece.offset : piece.end])
            case Marked():
                yield MarkedPart(0, piece.style, joined_parts(_parts(piece.content, line)))
            case FootnoteMark():
                yield GuardedPart(0, "note", piece.note, "", f"[^{piece.note}]")
            case Address():
                yield GuardedPart(0, "address", piece.url, "", f"<{piece.url}>")
            case Placeholder() | ReferenceCall() | TypedText():
                code = written(piece)
                yield GuardedPart(0, "figure", code.strip("{} "), code, code)
            case _:
                assert_never(piece)


def _words(text: str) -> Iterator[UnitPart]:
    at = 0
    for match in _CODE.finditer(text):
        yield WordsPart(_ESCAPED.sub(r"\1", text[at : match.start()]))
        words = match[2]
        yield NamePart(0, match[1], "count", words) if words else GuardedPart(0, "figure", match[1], match[0], "")
        at = match.end()
    yield WordsPart(_ESCAPED.sub(r"\1", text[at:]))
