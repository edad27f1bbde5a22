"""A file against a report: numbers, ids, order, notes and cross-references of what people edited and sent back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from reportgen.comparison.compare import compare
from reportgen.comparison.difference import Difference
from reportgen.comparison.fingerprints import word_set
from reportgen.comparison.mastheads import MastheadPart, above_the_text, compare_mastheads, parts_of
from reportgen.comparison.sides import Piece, of_lines
from reportgen.comparison.stable_lines import TITLE, note_owners
from reportgen.comparison.table import as_json, is_shown, numbers_differ
from reportgen.record import field, record, replace
from reportgen.tree import nodes as tree
from reportgen.tree.citation import cited
from reportgen.tree.inlines import Content, CrossReference, NumberReference
from reportgen.tree.line import Line, lines, note_line
from reportgen.tree.path import ANNEXES, Path
from reportgen.tree.walk import all_blocks, all_inlines, content_of

_IN_WORDS = ("table", "figure", "box", *ANNEXES)
# Word's Arabic letter formats write a bare alef where the UN's labels have one with hamza.
_ALEF = str.maketrans("أإآ", "ااا")
# A hundred lines are enough to tell by their words whether two texts are in one language.
_SAMPLE = 100
# Names and symbols stand in all six languages, so some words are always shared; one language shares far more.
_COMMON = 0.2


@record
class Citation:
    """A cross-reference to the number of a block, and what is printed of it."""

    target: str
    text: str


@record
class Lines:
    """The lines of a file or of a document, notes last.

    By their indexes: `marked_in` gives the line that marks a note first, `citations` the cross-references of a line.
    `typed` are those whose number was typed by hand; `sure`: the ids are those of an author, not bookmarks. The
    `language` and the parts of the `masthead` of a file are not known.
    """

    name: str
    lines: tuple[Line, ...]
    marked_in: Mapping[int, int] = field(default_factory=dict)
    citations: Mapping[int, tuple[Citation, ...]] = field(default_factory=dict)
    typed: frozenset[int] = frozenset()
    sure: bool = False
    language: str = ""
    masthead: tuple[MastheadPart, ...] = ()

    def vocabulary(self) -> frozenset[str]:
        """The words of the lines; of a long document, those of a sample of its lines."""
        return word_set(" ".join(line.text for line in self.lines[:: max(len(self.lines) // _SAMPLE, 1)]))

    def pieces(self, language: str) -> list[Piece]:
        """The lines as pieces; in their texts ids stand for the numbers of others."""
        steady = [
            Line(line.id, line.kind, line.path, line.label, _steady(line.text, self.citations.get(index, ())))
            for index, line in enumerate(self.lines)
        ]
        pieces = of_lines(steady, language, self.marked_in, self.typed)
        # Matching must not see numbers of cross-references, but a reader of the result must.
        return [replace(piece, printed=line.text) for piece, line in zip(pieces, self.lines, strict=True)]


@record
class Comparison:
    """What differs between two sides.

    `citations` are messages on cross-references, each with the id of its block; `masthead` are messages on the lines
    above the text.
    """

    old: str
    new: str
    differences: tuple[Difference, ...]
    citations: tuple[tuple[str, str], ...] = ()
    masthead: tuple[str, ...] = ()

    def numbers_differ(self) -> bool:
        """Whether a citation would go wrong, of a block or of the document itself."""
        return bool(self.citations or self.masthead) or any(numbers_differ(each) for each in self.differences)

    def recognised(self) -> dict[str, int]:
        """How many blocks both sides have, by how they were recognised: id, text, number."""
        pairs = Counter(each.found for each in self.differences if each.place not in ("inserted", "deleted"))
        return {how: pairs[how] for how in ("id", "text", "number") if pairs[how]}

    def as_json(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return {
            "old": self.old,
            "new": self.new,
            "numbers_differ": self.numbers_differ(),
            "recognised": self.recognised(),
            "differences": [as_json(each) for each in self.differences if is_shown(each)],
            "masthead": list(self.masthead),
            "references": [{"where": where, "message": message} for where, message in self.citations],
        }


def lines_of(document: tree.Document) -> Lines:
    """The lines of a document that was built, with the notes of its masthead."""
    blocks = list(all_blocks(document))
    notes = (*document.masthead.notes, *document.notes)
    contents = [*map(content_of, blocks), *(note.content for note in notes)]
    places = {block.id: index for index, block in enumerate(blocks)}
    owners = note_owners(document)
    marked_in = {index: places[owners[note.id]] for index, note in enumerate(notes, len(blocks)) if note.id in owners}
    citations = {index: tuple(_citations(content)) for index, content in enumerate(contents)}
    found = (*islice(lines(document), len(blocks)), *map(note_line, notes))
    name = f"{document.slug} ({document.language})"
    cited_there = {index: each for index, each in citations.items() if each}
    return Lines(
        name, found, marked_in, cited_there, sure=True, language=document.language, masthead=parts_of(document)
    )


def compare_lines(old: Lines, new: Lines) -> Comparison:
    """All that differs between two files or documents, in one language or two."""
    tag = "" if same_language(old, new) else "other"
    sure = old.sure and new.sure
    found = compare(old.pieces(""), new.pieces(tag), sure=sure)
    citations = [*_stale(new), *_dangling(new, found), *_lost(old, new, found)]
    masthead = () if tag else tuple(_mastheads(old, new))
    return Comparison(old.name, new.name, tuple(without_furniture(found)), tuple(citations), masthead)


def _mastheads(old: Lines, new: Lines) -> Iterator[str]:
    """How two mastheads differ, where at least one side is a document that was built."""
    # A file has no known parts, only text above its first block; so the built side says what to look for.
    if old.masthead:
        parts = new.masthead
        return compare_mastheads(old.masthead, " ".join(text for _, text in parts) or above_the_text(new.lines))
    return compare_mastheads(new.masthead, above_the_text(old.lines)) if new.masthead else iter(())


def same_language(old: Lines, new: Lines) -> bool:
    """Whether two texts are in one language; where that is not known, whether they have enough words in common."""
    if old.language and new.language:
        return old.language == new.language
    one, other = sorted((old.vocabulary(), new.vocabulary()), key=len)
    # Figures are the same in every language and prove nothing.
    plain = frozenset(word for word in one if not word.isdigit())
    return len(plain & other) >= _COMMON * len(plain)


def without_furniture(differences: Sequence[Difference]) -> Iterator[Difference]:
    """The differences without what a file has before and behind its text: masthead and title, rules, page numbers."""
    known = [index for index, each in enumerate(differences) if each.old or each.new or each.id not in ("", TITLE)]
    first, last = (known[0], known[-1]) if known else (0, len(differences))
    yield from (each for index, each in enumerate(differences) if first <= index <= last)


def _steady(text: str, citations: Sequence[Citation]) -> str:
    """The text with ids for the numbers of its cross-references."""
    parts, at = [], 0
    for citation in citations:
        found = text.find(citation.text, at) if citation.text else -1
        if found >= 0:
            parts += [text[at:found], f"#{citation.target}"]
            at = found + len(citation.text)
    return "".join([*parts, text[at:]])


def _stale(side: Lines) -> Iterator[tuple[str, str]]:
    """Cross-references whose printed number is not that of the block they point to."""
    targets = _targets(side, {citation.target for citations in side.citations.values() for citation in citations})
    for index, citations in side.citations.items():
        for citation in citations:
            known = targets.get(citation.target)
            if known and not _says(citation.text, *known[1:]):
                line = side.lines[index]
                message = f"says '{citation.text}', but {citation.target} is {known[0]}"
                yield line.id or cited(line.kind, line.path), message


def _dangling(side: Lines, differences: Sequence[Difference]) -> Iterator[tuple[str, str]]:
    """Cross-references that point to a block which is deleted: Word prints an error when it brings them up to date."""
    gone = {each.id for each in differences if each.place == "deleted"}
    # A block may be deleted and inserted under one id; then the bookmark is still there.
    gone -= {each.id for each in differences if each.place != "deleted"}
    for index, citations in side.citations.items():
        for target in dict.fromkeys(citation.target for citation in citations if citation.target in gone):
            line = side.lines[index]
            yield line.id or cited(line.kind, line.path), f"the cross-reference to {target} points to nothing"


def _says(text: str, labels: frozenset[str], in_words: bool) -> bool:
    """Whether a citation prints one of some labels; `in_words`: of the label "Table 2" it may print only "2"."""
    said = _letters(text)
    return said in labels or (in_words and any(label.endswith(said) for label in labels))


def _targets(side: Lines, wanted: Collection[str]) -> dict[str, tuple[str, frozenset[str], bool]]:
    """For each wanted id: how the block is cited, all ways to print its number, and whether its label has a word."""
    if not wanted:
        return {}
    labels: dict[tuple[str, Path], str] = {}
    found = {}
    for line in side.lines:
        family = "paragraph" if line.kind == "subparagraph" else line.kind
        own = _letters(line.label)
        # A subparagraph may be cited as (b) or as 41 (b): the chain holds the numbers above it.
        chain = labels.get((family, line.path[:-1]), "") + own
        labels[family, line.path] = chain
        if line.id in wanted and line.path:
            in_words = line.kind in _IN_WORDS
            found[line.id] = cited(line.kind, line.path), frozenset((own, chain)), in_words
    return found


def _lost(old: Lines, new: Lines, differences: Sequence[Difference]) -> Iterator[tuple[str, str]]:
    """Cross-references that only one side has, in blocks that both have."""
    # Many lines of a file have no id; kind and number then say which line it is.
    there = {line.id or (line.kind, line.path): old.citations.get(index, ()) for index, line in enumerate(old.lines)}
    present = [each for each in differences if each.place != "deleted"]
    for index, each in enumerate(present):
        before = each.old_id or each.id or (each.kind, each.old)
        wanted, found = there.get(before, ()), new.citations.get(index, ())
        if each.place != "inserted" and (wanted or found):
            where = each.id or cited(each.kind, each.new)
            now, then = (Counter(citation.target for citation in side) for side in (found, wanted))
            yield from ((where, f"the cross-reference to {target} is missing") for target in then - now)
            yield from ((where, f"a cross-reference to {target} was added") for target in now - then)


def _citations(content: Content) -> Iterator[Citation]:
    for inline in all_inlines(content):
        if isinstance(inline, CrossReference):
            yield from (
                Citation(part.target, part.label) for part in inline.content if isinstance(part, NumberReference)
            )


def _letters(label: str) -> str:
    """What counts of a label: letters and figures; programs write alef with and without hamza."""
    return "".join(character for character in label.translate(_ALEF) if character.isalnum()).casefold()
