"""Cross-references to text, after the numbers exist: "paras. 12–15 above"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import Position, ReferenceError, ReportgenError, raise_all, suggestion
from reportgen.language import Language
from reportgen.tree.inlines import Bold, Content, CrossReference, Inline, Italic, NoteMark, NumberReference, Text
from reportgen.tree.nodes import Block, Document, Heading, Note, Number, Paragraph, Subparagraph
from reportgen.tree.walk import all_blocks, all_inlines, content_of, map_block, map_inlines, map_masthead

_LABEL_ENDS = ". -–"
Parts = tuple[Text | NumberReference, ...]
_KINDS = {"para": (Paragraph, Subparagraph), "section": (Heading,)}


def resolve_references(document: Document, language: Language) -> Document:
    """The document in which every cross-reference has its text; all that point to nothing are raised at once."""
    resolver = _Resolver(language, _targets(document))
    masthead = map_masthead(document.masthead, resolver.content)
    blocks = tuple(resolver.block(block) for block in document.blocks)
    places = _places_of_notes(document)
    notes = tuple(resolver.note(note, places.get(note.id, 0)) for note in document.notes)
    raise_all(resolver.errors)
    return replace(document, masthead=masthead, blocks=blocks, notes=notes)


@dataclass(frozen=True, slots=True)
class _Target:
    block: Block
    number: Number
    order: int


def _targets(document: Document) -> dict[str, _Target]:
    targets: dict[str, _Target] = {}
    for order, block in enumerate(all_blocks(document)):
        number = getattr(block, "number", None)
        if number:
            targets[block.id] = _Target(block, number, order)
    return targets


def _places_of_notes(document: Document) -> dict[str, int]:
    """For each note, the place of the block that it is marked in."""
    return {
        inline.note: order
        for order, block in enumerate(all_blocks(document))
        for inline in all_inlines(content_of(block))
        if isinstance(inline, NoteMark)
    }


class _Resolver:
    def __init__(self, language: Language, targets: dict[str, _Target]) -> None:
        self.language, self.targets = language, targets
        self.errors: list[ReportgenError] = []
        self.order = 0

    def block(self, block: Block) -> Block:
        """The block with its references resolved, seen from its own place."""
        here = self.targets.get(block.id)
        self.order = here.order if here else self.order
        return map_block(block, self.content)

    def note(self, note: Note, order: int) -> Note:
        """The note with its references resolved, seen from the place of its mark."""
        self.order = order
        return replace(note, content=self.content(note.content))

    def content(self, content: Content) -> Content:
        """The inlines with their references resolved."""
        return map_inlines(content, self._inline)

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, CrossReference):
            return replace(inline, content=self._resolved(inline))
        if isinstance(inline, Italic | Bold):
            return replace(inline, content=self.content(inline.content))
        return inline

    def _resolved(self, reference: CrossReference) -> Parts:
        kind = {"paras": "para"}.get(reference.function, reference.function)
        found = [
            self._target(kind, name, reference.position) for name in (*reference.targets, *filter(None, [reference.to]))
        ]
        targets = [target for target in found if target]
        if len(targets) < len(found):
            return (Text("[?]"),)
        numbers = [NumberReference(each.block.id, self._cited(each)) for each in targets]
        if reference.form == "bare":
            return tuple(self._series(numbers))
        patterns = self.language.conventions.references
        words = patterns.get(f"{kind}_{reference.form}" if reference.form else kind)
        if words is None:
            message = f"a reference to a {kind} has no form '{reference.form}' in {self.language.tag}"
            self._fail(message, reference.position)
            return (Text("[?]"),)
        if reference.to:
            return self._filled(words["range"], {"first": [numbers[0]], "last": [numbers[-1]]})
        how_many = {1: "one", 2: "two" if "two" in words else "many"}.get(len(numbers), "many")
        text = self._filled(words[how_many], {"number": numbers, "numbers": self._series(numbers)})
        return self._directed(text, targets) if not reference.form and len(numbers) == 1 else text

    def _directed(
        self, text: tuple[Text | NumberReference, ...], targets: list[_Target]
    ) -> tuple[Text | NumberReference, ...]:
        """The words above or below, for one target."""
        patterns = self.language.conventions.references.get("direction")
        if not patterns:
            return text
        pattern = patterns["above" if targets[0].order < self.order else "below"]
        before, _, after = pattern.partition("{reference}")
        return tuple(part for part in (Text(before), *text, Text(after)) if part != Text(""))

    def _filled(self, pattern: str, fields: Mapping[str, Sequence[Text | NumberReference]]) -> Parts:
        parts: list[Text | NumberReference] = []
        rest = pattern
        while rest:
            words, opening, rest = rest.partition("{")
            if words:
                parts.append(Text(words))
            if opening:
                name, _, rest = rest.partition("}")
                parts += fields[name]
        return tuple(parts)

    def _series(self, numbers: list[NumberReference]) -> list[Text | NumberReference]:
        """The numbers joined as the language joins figures."""
        lists = self.language.conventions.lists
        rule, parts = lists.figures or lists, list[Text | NumberReference]()
        for index, number in enumerate(numbers):
            if index:
                last = index == len(numbers) - 1
                parts.append(Text((rule.pair if len(numbers) == 2 else rule.last) if last else rule.separator))
            parts.append(number)
        return parts

    def _cited(self, target: _Target) -> str:
        """The number as it is cited: "41", "76 (b)", "IV.B", without the stop or dash that ends its label."""
        if isinstance(target.block, Subparagraph):
            paragraph, *parts = target.number.path
            labels = [self.language.label("subparagraph", level, part) for level, part in enumerate(parts, 1)]
            return " ".join([str(paragraph), *labels])
        if isinstance(target.block, Heading):
            steps = enumerate(target.number.path, 1)
            labels = [self.language.label("heading", level, step).rstrip(_LABEL_ENDS) for level, step in steps]
            return self.language.conventions.labels.joined.join(labels)
        return target.number.label.rstrip(_LABEL_ENDS)

    def _target(self, kind: str, name: str, position: Position | None) -> _Target | None:
        target = self.targets.get(name)
        if target is None:
            hint = suggestion(name, self.targets)
            self._fail(f"the cross-reference '{name}' points to nothing", position, hint)
        elif not isinstance(target.block, _KINDS.get(kind, ())):
            what = type(target.block).__name__.lower()
            self._fail(f"'{name}' is a {what}; {kind}() does not refer to it", position)
            return None
        return target

    def _fail(self, message: str, position: Position | None, hint: str = "") -> None:
        self.errors.append(ReferenceError(message, position, hint))
