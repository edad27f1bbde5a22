"""The items of a corrigendum as a language words them: "Paragraph 12, third sentence. For … read …".

The words stand in `templates/<tag>/amendments.j2`, one block each; what is quoted is printed as it was kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.assemble.prose import Prose
from reportgen.facts import Count, Ordinal, Value
from reportgen.language import Language
from reportgen.model.corrections import CorrectedPlace, EditVerb, PieceCorrection, TextEdit
from reportgen.record import record, replace
from reportgen.templates.render import FactReference, StandingWords
from reportgen.tree.corrected import looked_words
from reportgen.tree.inlines import Bold, Content, Inline, Italic, Text
from reportgen.tree.text import plain_text, raised_content

AMENDMENTS_TEMPLATE = "amendments.j2"
OLD, NEW, FIRST = "\ue000", "\ue001", "\ue002"
"""Letters of no language that stand for what is quoted, and for the instruction before, until they are put in."""

_SENTENCES = {"insert-after": "after_sentence", "insert-before": "before_sentence"}
_SAME_WORDS = {"insert-after": "insert", "insert-before": "insert"}


@record
class CorrectionWords:
    """What a language says around the words that are corrected."""

    language: Language

    def lines(self, correction: PieceCorrection) -> tuple[Content, Content]:
        """The line that says where, and the one that says what is to be done there."""
        edits = correction.edits
        where = {(self._sentence(each), each.sentence) for each in edits}
        if not edits:
            return self.place(correction.place), self._content(self._block("not_applicable", {}), {})
        if len(where) == 1:
            return self.place(correction.place, edits[0]), self._instructions(edits, False)
        return self.place(correction.place), self._instructions(edits, True)

    def place(self, place: CorrectedPlace, edit: TextEdit | None = None) -> Content:
        """The words for a place, and for the sentence of an edit in it."""
        facts: dict[str, Value] = {
            "nth": Ordinal(max(place.nth, 1)),
            "row": Count(place.row),
            "column": Ordinal(max(place.column, 1)),
        }
        text = self._place_wording(place)
        sentence = self._sentence(edit) if edit else ""
        text = self.joined(text, sentence) if sentence else text
        return raised_content(self._content(text, facts, edit.sentence if edit else 0))

    def instruction_text(self, do: str) -> str:
        """The words of an operation, with `OLD` and `NEW` for what is quoted, in quotation marks."""
        return plain_text(self._content(self._block(_SAME_WORDS.get(do, do), self._quotes), {}))

    def sentence_text(self, do: EditVerb, number: int) -> str:
        """The words for a sentence in which, behind or before which something is done."""
        wording = self._sentence(TextEdit(do=do, sentence=number))
        # Behind another letter, since no sentence begins here.
        return plain_text(self._content(FIRST + wording, {}, number)).removeprefix(FIRST)

    def told(self, place: str, instruction: str) -> str:
        """An instruction behind the words for its sentence."""
        return self._block("told", {"place": place, "instruction": instruction})

    def several(self, first: str, second: str) -> str:
        """Two instructions one behind the other."""
        return self._block("several", {"first": first, "second": second})

    def joined(self, whole: str, part: str) -> str:
        """A part of a place behind the whole."""
        return self._block("joined", {"whole": whole, "part": part})

    @property
    def not_applicable(self) -> str:
        """What an item says that does not concern the language."""
        return self._block("not_applicable", {})

    def heading(self, kind: str) -> Content:
        """The line below the title that says what a document is: Corrigendum; nothing for a revision."""
        return self._content(self._block(kind, {}), {})

    @property
    def _quotes(self) -> Mapping[str, str]:
        before, behind = self.language.conventions.quotes
        return {"old": f"{before}{OLD}{behind}", "new": f"{before}{NEW}{behind}"}

    def _instructions(self, edits: Sequence[TextEdit], in_sentences: bool) -> Content:
        """All instructions about a piece in one line, the quoted words put in."""
        parts: list[Inline] = []
        for index, edit in enumerate(edits):
            text, sentence = self._instruction(edit), self._sentence(edit) if in_sentences else ""
            text = self.told(sentence, text) if sentence else text
            content = self._content(self.several(FIRST, text) if index else text, {}, edit.sentence)
            parts += _filled(content if index else raised_content(content), edit)
        return tuple(parts)

    def _instruction(self, edit: TextEdit) -> str:
        return self._block(_SAME_WORDS.get(edit.do, edit.do), self._quotes)

    def _sentence(self, edit: TextEdit) -> str:
        """The wording for the sentence of an edit; empty where it is about the whole place."""
        if not edit.sentence:
            return ""
        return self._block(_SENTENCES.get(edit.do, "sentence"), {"nth": FactReference("sentence")})

    def _place_wording(self, place: CorrectedPlace) -> str:
        text = ""
        for block, values in self._steps(place):
            words = self._block(block, values)
            text = self.joined(text, words) if text else words
        return text

    def _steps(self, place: CorrectedPlace) -> Iterator[tuple[str, dict[str, Any]]]:
        """The parts of a place from the whole to the part, as blocks of the template with their values."""
        for block, number in zip(("annex", "appendix"), place.annex, strict=False):
            yield block, {"number": number}
        numbered = {"number": place.number, "line": place.line}
        nth = {"nth": FactReference("nth")}
        match place.kind:
            case _ if place.unnumbered:
                yield from self._anchor(place)
                yield f"unnumbered_{place.unnumbered}", nth
                if place.unnumbered != "heading":
                    yield from self._part(place)
            case "paragraph" | "heading" | "note":
                yield place.kind, numbered
            case "annex" | "appendix":
                yield place.kind, numbered
                yield "title", {}
            case "following":
                yield from self._anchor(place)
                yield "following", {}
                yield "nth_paragraph", nth
            case "summary" | "beginning":
                yield place.kind, {}
                yield "nth_paragraph", nth
            case "asterisk-note" | "information":
                yield "first_page", {}
                yield place.kind.replace("-", "_"), nth
            case "masthead":
                yield "first_page", {}
                yield "masthead_line", numbered
            case "contents":
                yield "contents", {}
            case _:
                yield place.owner, numbered
                yield from self._part(place)

    def _anchor(self, place: CorrectedPlace) -> Iterator[tuple[str, dict[str, Any]]]:
        """The numbered text that a place stands behind, or the beginning of the text."""
        # The heading of an annex is no heading of a section: its words stand alone.
        blocks = {"": "beginning", "heading": "section", "subparagraph": "paragraph"}
        yield blocks.get(place.owner, place.owner), {"number": place.number, "line": place.line}

    def _part(self, place: CorrectedPlace) -> Iterator[tuple[str, dict[str, Any]]]:
        """The part of a table, a figure or a box."""
        column = {"column": FactReference("column"), "row": FactReference("row")}
        match place.kind:
            case "caption":
                yield "title", {}
            case "box-paragraph":
                yield "nth_paragraph", {"nth": FactReference("nth")}
            case "letter-note":
                yield "letter_note", {"line": place.line}
            case "cell" | "head":
                yield place.kind, column
            case _:
                yield place.kind, {}

    def _block(self, name: str, values: Mapping[str, Any]) -> str:
        workspace, tag = self.language.workspace, self.language.tag
        return StandingWords(workspace, tag, AMENDMENTS_TEMPLATE, values).block(name)

    def _content(self, wording: str, facts: Mapping[str, Value], sentence: int = 0) -> Content:
        values: dict[str, Value] = {**facts, "sentence": Ordinal(max(sentence, 1))}
        locate = StandingWords(self.language.workspace, self.language.tag, AMENDMENTS_TEMPLATE, {}).position
        return _unlabelled(Prose(self.language, values.get, lambda _: locate()).content(wording))


def _unlabelled(content: Content) -> Content:
    """The inlines as text and looks alone: the numbers of a place are no facts of the corrigendum."""
    return tuple(_plainer(each) for each in content)


def _plainer(inline: Inline) -> Inline:
    if isinstance(inline, Italic | Bold):
        return replace(inline, content=_unlabelled(inline.content))
    return inline if isinstance(inline, Text) else Text(plain_text((inline,)))


def _filled(content: Content, edit: TextEdit) -> Iterator[Inline]:
    """The inlines with the quoted words in the places that wait for them."""
    quoted: dict[str, Content] = {
        OLD: looked_words(edit.old).content(), NEW: looked_words(edit.new).content(), FIRST: (),
    }  # fmt: skip
    for inline in content:
        if not isinstance(inline, Text):
            yield inline
            continue
        rest = inline.text
        while rest:
            at = min((rest.find(each) for each in quoted if each in rest), default=len(rest))
            if at:
                yield Text(rest[:at])
            yield from quoted.get(rest[at : at + 1], ())
            rest = rest[at + 1 :]
