"""Cross-references to text, after the numbers exist: "paras. 12–15 above"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.errors import Position, ReferenceError, ReportgenError, raise_all, suggestion
from reportgen.language import Language
from reportgen.passes.reference_words import ReferenceParts, filled, joined_series
from reportgen.passes.targets import (
    CAPTIONED,
    OF_PARENT,
    TARGET_KINDS,
    IssuedNumbers,
    ReferenceTarget,
    targets_of,
)
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.citation import with_article
from reportgen.tree.editions import joined_texts
from reportgen.tree.inlines import Content, CrossReference, Inline, NoteMark, NumberReference, Text
from reportgen.tree.memory import ContentMemory, pointers_of
from reportgen.tree.path import ANNEXES, Path, Step, scope_of
from reportgen.tree.walk import (
    all_blocks,
    content_of,
    map_block,
    map_masthead,
    map_pointers,
    plain_blocks,
)


def resolve_references(
    document: tree.Document,
    language: Language,
    memory: ContentMemory | None = None,
    parent: IssuedNumbers | None = None,
) -> tree.Document:
    """The document with the text of every cross-reference; raises all that point to nothing at once.

    `parent` has the numbers of the issued document that this one amends, for references such as `para("parent:id")`.
    """
    resolver = _Resolver(language, targets_of(document), memory, parent)
    masthead = map_masthead(document.masthead, resolver.content)
    blocks = tuple(resolver.block(block) for block in plain_blocks(document))
    # "Above" and "below" in a footnote are seen from the paragraph that marks it.
    places = _places_of_notes(document, memory)
    notes = tuple(resolver.note(note, *places.get(note.id, (0, ()))) for note in document.notes)
    raise_all(resolver.errors)
    return replace(document, masthead=masthead, blocks=blocks, notes=notes)


def resolve_references_of(content: Content, name: str, document: tree.Document, language: Language) -> Content:
    """One content of the block or note `name` with its references to a document that is numbered; raises all errors."""
    resolver = _Resolver(language, targets_of(document))
    places = {block.id: (order, scope) for order, scope, block in _placed_blocks(document)}
    resolver.order, resolver.scope = places.get(name) or _places_of_notes(document, None).get(name, (0, ()))
    resolved = resolver.content(content)
    raise_all(resolver.errors)
    return resolved


def _placed_blocks(document: tree.Document) -> Iterator[tuple[int, Path, tree.Block]]:
    """Every block with its order and the path of its annex."""
    scope: Path = ()
    for order, block in enumerate(all_blocks(document)):
        scope = scope_of(block.number.path) if isinstance(block, tree.Annex) and block.number else scope
        yield order, scope, block


def _places_of_notes(document: tree.Document, memory: ContentMemory | None) -> dict[str, tuple[int, Path]]:
    """For each note, the order of the block that marks it and the path of its annex."""
    places: dict[str, tuple[int, Path]] = {}
    for order, scope, block in _placed_blocks(document):
        for each in pointers_of(memory, content_of(block)):
            if isinstance(each, NoteMark):
                places[each.note] = order, scope
    return places


class _Resolver:
    def __init__(
        self,
        language: Language,
        targets: Mapping[str, ReferenceTarget],
        memory: ContentMemory | None = None,
        parent: IssuedNumbers | None = None,
        is_afar: bool = False,
    ) -> None:
        self.language, self.targets, self.memory = language, targets, memory
        self.annexes = {each.number.path: each for each in targets.values() if each.kind in ANNEXES}
        self.chains = {(each.family, each.number.path): each for each in targets.values()}
        self.parent = _Resolver(language, parent.targets, is_afar=True) if parent else None
        # What stands in another document is neither above nor below.
        self.is_afar = is_afar
        self.errors: list[ReportgenError] = []
        self.order = 0
        self.scope: Path = ()

    def block(self, block: tree.Block) -> tree.Block:
        """The block with its references resolved, seen from its own place."""
        here = self.targets.get(block.id)
        # A block without a number (a table cell) stands where the numbered block before it does.
        self.order = here.order if here else self.order
        if isinstance(block, tree.Annex) and block.number:
            self.scope = block.number.path
        return map_block(block, self.content)

    def note(self, note: tree.Note, order: int, scope: Path) -> tree.Note:
        """The note with its references resolved, seen from the place of its mark."""
        self.order, self.scope = order, scope
        return replace(note, content=self.content(note.content))

    def content(self, content: Content) -> Content:
        """The inlines with their references resolved."""
        return map_pointers(content, self._pointer) if pointers_of(self.memory, content) else content

    def _pointer(self, pointer: NoteMark | CrossReference) -> Inline:
        if isinstance(pointer, CrossReference):
            is_of_parent = any(name.startswith(OF_PARENT) for name in (*pointer.targets, pointer.to))
            return replace(pointer, content=self._of_parent(pointer) if is_of_parent else self._resolved(pointer))
        return pointer

    def _of_parent(self, reference: CrossReference) -> Content:
        """The number of a block of the amended document as text, since no bookmark of this one leads there."""
        names = (*reference.targets, *filter(None, [reference.to]))
        wrong = [name for name in names if not name.startswith(OF_PARENT)]
        if self.parent is None or wrong:
            message = f"'{wrong[0]}' is no block of the parent" if wrong else "only an addendum has a parent"
            self._fail(message, reference.position, f"'{OF_PARENT}' stands before each id, and in addenda alone")
            return (Text("[?]"),)
        if not self.parent.targets:
            message = f"what the parent printed in {self.language.tag} was not kept"
            self._fail(message, reference.position, "reportgen numbers freeze PARENT --from FILE… keeps it")
            return (Text("[?]"),)
        here = replace(
            reference,
            targets=tuple(name.removeprefix(OF_PARENT) for name in reference.targets),
            to=reference.to.removeprefix(OF_PARENT),
        )
        parts = self.parent._resolved(here)
        self.errors += self.parent.errors
        self.parent.errors.clear()
        return joined_texts(Text(each.label) if isinstance(each, NumberReference) else each for each in parts)

    def _resolved(self, reference: CrossReference) -> ReferenceParts:
        kind = {"paras": "para"}.get(reference.function, reference.function)
        found = [
            self._target(kind, name, reference.position) for name in (*reference.targets, *filter(None, [reference.to]))
        ]
        targets = [target for target in found if target]
        # The error is kept already; the text only keeps the walk going to find the others.
        if len(targets) < len(found):
            return (Text("[?]"),)
        numbers = [self._number(each) for each in targets]
        # annex() refers to appendices too, which have words of their own.
        kind = "appendix" if targets[0].kind == "appendix" else kind
        patterns = self.language.conventions.references
        words = patterns.get(f"{kind}_{reference.form}" if reference.form not in ("", "bare") else kind)
        fault = self._fault(reference, kind, targets, words)
        if words is None or fault:
            self._fail(fault, reference.position, self._way_out(reference, words))
            return (Text("[?]"),)
        if reference.form == "bare":
            return tuple(joined_series(self.language, numbers))
        text = self._worded(words, numbers, reference, self._is_elsewhere(targets[0]))
        if targets[0].kind in (*TARGET_KINDS["para"], "heading", *ANNEXES):
            text = self._placed(text, targets[0])
        return self._directed(text, targets) if not reference.form and len(numbers) == 1 else text

    def _fault(
        self, reference: CrossReference, kind: str, targets: list[ReferenceTarget], words: Mapping[str, str] | None
    ) -> str:
        """Why a reference cannot be printed; empty where it can."""
        name = targets[0].id
        if words is None:
            return f"a reference to {with_article(kind)} has no form '{reference.form}' in {self.language.tag}"
        if len(targets) > 1 and "many" not in words:
            return f"{reference.function}() refers to one block"
        if len({scope_of(each.number.path) for each in targets}) > 1 and kind in ("para", "section"):
            return f"'{name}' and '{targets[-1].id}' are not numbered together"
        if reference.form == "bare" and not self._number(targets[0]):
            return f"the {kind} '{name}' is the only one and has no number"
        return ""

    def _way_out(self, reference: CrossReference, words: Mapping[str, str] | None) -> str:
        """What to write in place of a reference that cannot be printed."""
        if words is None:
            return f"take form() out, or add it to 'references' in locales/{self.language.tag}/conventions.yaml"
        return "take bare out" if reference.form == "bare" else "write a reference for each block"

    def _worded(
        self, words: Mapping[str, str], numbers: Sequence[ReferenceParts], reference: CrossReference, elsewhere: bool
    ) -> ReferenceParts:
        """The numbers with the words for one, two, many, a range, or for an annex that has no number."""
        if reference.to:
            return filled(words["range"], {"first": numbers[0], "last": numbers[-1]})
        if not numbers[0]:
            # "table {number}" is "the table" in some languages and "table" in others: without words, the latter.
            alone = words.get("only") or re.sub(r"[ \u00a0]?\{number\}", "", words["one"])
            return (Text(words.get("within", alone) if elsewhere else alone),)
        how_many = {1: "one", 2: "two" if "two" in words else "many"}.get(len(numbers), "many")
        return filled(words[how_many], {"number": numbers[0], "numbers": joined_series(self.language, numbers)})

    def _is_elsewhere(self, target: ReferenceTarget) -> bool:
        """Whether the words say in which annex the target stands: it is not the one that refers to it."""
        there, here = self._places(target)
        return there != here

    def _places(self, target: ReferenceTarget) -> tuple[Path, Path]:
        """The annex or appendix that a target stands in, and the one that refers to it."""
        there = scope_of(target.number.path)
        if target.kind in ANNEXES:
            return there[:-2], self.scope[: len(there) - 2]
        return there, self.scope

    def _placed(self, text: ReferenceParts, target: ReferenceTarget) -> ReferenceParts:
        """The words that say in which annex the target stands, where it is not the one that refers to it."""
        there, here = self._places(target)
        if there == here:
            return text
        patterns = self.language.conventions.references["place"]
        if not there:
            return filled(patterns["report"], {"reference": text})
        fields: dict[str, Sequence[Text | NumberReference]] = {"reference": text}
        pattern = patterns["appendix" if len(there) > 2 else "annex"]
        if target.kind in ANNEXES:
            pattern = patterns.get("appended", pattern)
        for name, part in (("number", there[:2]), ("appendix", there)):
            annex = self.annexes[part]
            fields[name] = self._number(annex)
            if not fields[name]:
                # A single annex has no number, and the blank before its place goes with it.
                pattern = re.sub(rf"[ \u00a0]?\{{{name}\}}", "", pattern)
        return filled(pattern, fields)

    def _directed(
        self, text: tuple[Text | NumberReference, ...], targets: list[ReferenceTarget]
    ) -> tuple[Text | NumberReference, ...]:
        """The reference with "above" or "below"; not for annexes, tables, or blocks of another annex."""
        patterns = self.language.conventions.references.get("direction")
        if (
            not patterns
            or self.is_afar
            or targets[0].family not in ("paragraph", "heading")
            or scope_of(targets[0].number.path) != self.scope
        ):
            return text
        pattern = patterns["above" if targets[0].order < self.order else "below"]
        before, _, after = pattern.partition("{reference}")
        return tuple(part for part in (Text(before), *text, Text(after)) if part != Text(""))

    def _number(self, target: ReferenceTarget) -> ReferenceParts:
        """The number as it is cited, without the end of its label: "41", "76 (b)", "IV.B", or "2" for "Table 2".

        Each part refers to its own block, so that Word shows the same once it counts again. A single annex has no
        number, and the result is empty.
        """
        path, kind = target.number.path, target.kind
        scope = scope_of(path)
        if counted := CAPTIONED.get(kind):
            if self.language.stands_alone(counted, target.number.label):
                return ()
            return (NumberReference(target.id, self.language.counter(counted, Step.of(path[-1]).figure)),)
        family, labels = target.family, self.language.conventions.labels
        chain = [self.chains.get((family, path[:length])) for length in range(len(scope) + 1, len(path) + 1)]
        join = labels.joined if kind == "heading" else labels.parted
        parts: list[Text | NumberReference] = []
        for each in filter(None, chain):  # a level that a report leaves out has no number
            parts += [Text(join)] if parts and join else []
            parts.append(NumberReference(each.id, each.number.cited))
        return tuple(parts)

    def _target(self, kind: str, name: str, position: Position | None) -> ReferenceTarget | None:
        target = self.targets.get(name)
        if target is None:
            hint = suggestion(name, self.targets) or "it takes the id of a block that has a number"
            self._fail(f"the cross-reference '{name}' points to nothing", position, hint)
        elif target.kind not in TARGET_KINDS.get(kind, ()):
            fitting = next((each for each, kinds in TARGET_KINDS.items() if target.kind in kinds), "")
            hint = f'write {{{{ {fitting}("{name}") }}}}' if fitting else "it takes the id of a block that has a number"
            self._fail(f"'{name}' is {with_article(target.kind)}; {kind}() does not refer to it", position, hint)
            return None
        return target

    def _fail(self, message: str, position: Position | None, hint: str) -> None:
        self.errors.append(ReferenceError(message, position, hint))
