"""A piece of wording as inlines of one language."""

from __future__ import annotations

from reportgen.errors import ReferenceError, ReportgenError, WordingError, suggestion
from reportgen.language import Language
from reportgen.language.sentences import begins_sentence
from reportgen.printing.placeholder import FindFact, Printer
from reportgen.printing.request import Refusal
from reportgen.record import record
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Inline,
    Italic,
    Link,
    NoteMark,
    PrintedFact,
    Text,
)
from reportgen.tree.kept_content import Locate
from reportgen.wording import (
    TYPED,
    Address,
    Fault,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    TypedText,
    WordingPiece,
    Words,
    scan,
)


@record
class Prose:
    """Turns wording into inlines; `find` gives the facts it may print, `notes` are the notes it may mark."""

    language: Language
    find: FindFact
    locate: Locate
    figured: frozenset[str] = frozenset()
    error: type[ReportgenError] = WordingError
    known: frozenset[str] = frozenset()
    notes: frozenset[str] | None = None

    def content(self, text: str) -> Content:
        """The inlines of a piece of wording; an error with its place where it cannot be printed."""
        try:
            pieces = scan(text.replace("\n", " "))
        except Fault as fault:
            raise self.error(fault.message, self.locate(fault.offset), fault.hint) from None
        return _Walk(self).pieces(pieces)


class _Walk:
    """One walk through the pieces, which keeps the text printed so far to know where sentences begin."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.printer = Printer(prose.language, prose.find, prose.figured)
        self.before = ""

    def pieces(self, pieces: tuple[WordingPiece, ...]) -> Content:
        inlines: list[Inline] = []
        for piece in pieces:
            inlines += self.piece(piece)
        return tuple(inlines)

    def piece(self, piece: WordingPiece) -> Content:
        match piece:
            case Words():
                self.before += piece.text
                return (Text(piece.text, piece.origin),)
            case Placeholder():
                return self.placeholder(piece)
            case ReferenceCall():
                return (self.reference(piece),)
            case TypedText():
                self.before += piece.text
                return (PrintedFact("", TYPED, piece.text, (Text(piece.text),), piece.origin),)
            case Marked():
                kind = Bold if piece.style == "bold" else Italic
                return (kind(self.pieces(piece.content), piece.origin),)
            case FootnoteMark():
                return (self.mark(piece),)
            case Address():
                self.before += piece.url
                return (Link(piece.url, piece.origin),)

    def placeholder(self, piece: Placeholder) -> Content:
        prose = self.prose
        value = prose.find(piece.fact)
        if value is None:
            hint = suggestion(piece.fact, prose.known) or "write it under 'facts:' of the report or of the block"
            raise prose.error(f"no fact '{piece.fact}' here", prose.locate(piece.offset), hint)
        try:
            content = self.printer.fact(piece, value, begins_sentence(prose.language.conventions, self.before))
        except Refusal as refusal:
            raise prose.error(refusal.message, prose.locate(piece.offset), refusal.hint) from None
        self.before += _ending(content)
        return content

    def mark(self, piece: FootnoteMark) -> NoteMark:
        notes = self.prose.notes
        if notes is not None and piece.note not in notes:
            message = f"there is no footnote '{piece.note}' here"
            hint = suggestion(piece.note, notes) or "only a block that has 'notes:' marks them; take the mark out"
            raise ReferenceError(message, self.prose.locate(piece.offset), hint)
        return NoteMark(piece.note, origin=piece.origin)

    def reference(self, piece: ReferenceCall) -> CrossReference:
        forms = [each for each in piece.filters if each.name in ("form", "brief", "bare")]
        wrong = [each for each in forms if len(each.arguments) != (each.name == "form") or each.options]
        if len(forms) != len(piece.filters) or len(forms) > 1 or wrong:
            hint = 'brief, bare or form("…")'
            message = "a cross-reference takes one filter of its own"
            raise self.prose.error(message, self.prose.locate(piece.offset), hint)
        form = (forms[0].arguments[0] if forms[0].name == "form" else forms[0].name) if forms else ""
        # A placeholder character: the words of a reference are not known yet, but something stands here.
        self.before += "\ufffc"
        position = self.prose.locate(piece.offset)
        return CrossReference(piece.function, piece.ids, piece.to, form, position=position, origin=piece.origin)


def _ending(content: Content) -> str:
    last = content[-1]
    if isinstance(last, PrintedFact):
        return _ending(last.content)
    return last.text if isinstance(last, Text) else "\ufffc"
