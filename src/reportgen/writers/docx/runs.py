"""Inlines as runs: split by script, right to left in Arabic, with Word's own footnotes and fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import assert_never

from reportgen.record import record, replace
from reportgen.tree import inlines
from reportgen.tree import nodes as tree
from reportgen.tree.editions import shared_ids
from reportgen.tree.looks import Looks
from reportgen.tree.memory import ContentMemory, made_of
from reportgen.tree.text import left_to_right
from reportgen.tree.walk import all_inlines, either_blocks
from reportgen.writers.docx.bookmarks import BookmarkCount, Bookmarks
from reportgen.writers.docx.revisions import Revisions
from reportgen.writers.docx.xml import escape, field

_LATIN = re.compile(r"[0-9]*[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9./:&’'_@#?=%+-]*(?: [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9./:&’'_-]*)*")
_ARABIC = re.compile("[\u0600-\u06ff]")
_AMBIGUOUS = re.compile("[“”‘’—…·]")


def runs_of(
    document: tree.Document,
    links: Mapping[str, str],
    count: BookmarkCount,
    revisions: Revisions,
    memory: ContentMemory | None = None,
) -> Runs:
    """The writer of runs for a document, and for what only the older one of its editions has."""
    # Footnotes of Word count from 1 in their part; ids below that are the separators.
    notes = (*document.masthead.notes, *document.notes)
    numbers = {note.id: number for number, note in enumerate(notes, 1)}
    captions = frozenset(block.id for block in either_blocks(document) if isinstance(block, tree.Noted | tree.Annex))
    runs = Runs(document.looks, numbers, links, Bookmarks(count), revisions, captions, memory=memory)
    if document.changes is None:
        return runs
    gone = {note.id: number for number, note in enumerate(document.changes.notes, len(notes) + 1)}
    hidden = Bookmarks.of_older(count, shared_ids(document))
    return replace(runs, older=replace(runs, notes={**numbers, **gone}, bookmarks=hidden))


@record
class Runs:
    """Writes the runs of one document.

    `notes` gives the w:id of each footnote, `links` the relationship id of each URL; `captions` are the blocks whose
    number has a bookmark of its own. `revisions` marks changes, `older` writes what only the older edition has.
    """

    looks: Looks
    notes: Mapping[str, int]
    links: Mapping[str, str]
    bookmarks: Bookmarks
    revisions: Revisions
    captions: frozenset[str] = frozenset()
    older: Runs | None = None
    memory: ContentMemory | None = None

    @property
    def rtl(self) -> bool:
        """Whether the text runs from right to left."""
        return self.looks.script == "arabic"

    def content(self, content: inlines.Content, properties: str = "") -> str:
        """The runs of some inlines; `properties` are run properties before those of language and direction."""
        if self.memory and made_of(self.memory, content, "plain", lambda: _is_plain(content)):
            return made_of(self.memory, content, properties, lambda: self._written(content, properties))
        return self._written(content, properties)

    def _written(self, content: inlines.Content, properties: str) -> str:
        return "".join(self.inline(inline, properties) for inline in content)

    def inline(self, inline: inlines.Inline, properties: str = "") -> str:
        """The runs of one inline."""
        match inline:
            case inlines.Text():
                return self.text(inline.text, properties)
            case inlines.PrintedFact():
                return self.content(inline.content, properties)
            case inlines.Italic():
                return self.content(inline.content, properties + "<w:i/><w:iCs/>")
            case inlines.Bold():
                return self.content(inline.content, "<w:b/><w:bCs/>" + properties)
            case inlines.Link():
                return self.link(inline, properties)
            case inlines.NoteMark():
                return self.note_mark(inline)
            case inlines.NumberReference():
                return self.reference(inline, properties)
            case inlines.CrossReference():
                return self.content(inline.content, properties)
            case inlines.Inserted():
                return self.revisions.runs("ins", self.content(inline.part, properties))
            case inlines.Deleted():
                return self.revisions.runs("del", (self.older or self).content(inline.part, properties))
            case inlines.NameUse() | inlines.ListJoin():
                raise AssertionError(f"{inline} is not settled")
            case _:
                assert_never(inline)

    def reference(self, inline: inlines.NumberReference, properties: str) -> str:
        """The number of another block as a REF field."""
        direction = "<w:rtl/>" if self.rtl and not _LATIN.search(inline.label) else ""
        # \n prints the paragraph number of the target; a caption has none, only the text in its bookmark.
        target = f"{self.bookmarks.name(inline.target)} \\n"
        if inline.target in self.captions:
            target = self.bookmarks.number_name(inline.target)
        return field(f"REF {target} \\h", inline.label, properties + direction)

    def text(self, text: str, properties: str = "") -> str:
        """Runs of plain text."""
        return "".join(self._run(piece, latin, properties) for piece, latin in self._split(text) if piece)

    def line(self, text: str) -> str:
        """A line of its own, such as one of the masthead; a line without Arabic letters runs from left to right."""
        if not text or not self.rtl or _ARABIC.search(text):
            return self.text(text)
        return self._run(left_to_right(text), True, "")

    def _split(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text in pieces, and whether each is Latin.

        w:rtl must not stand on Latin words (ISO/IEC 29500, 17.3.2.30): a symbol would be shown in the wrong order.
        """
        if not self.rtl:
            yield text, True
            return
        at = 0
        for match in _LATIN.finditer(text):
            yield text[at : match.start()], False
            yield match.group(), True
            at = match.end()
        yield text[at:], False

    def _run(self, text: str, latin: bool, properties: str) -> str:
        first = ""
        # These signs are in Latin and Chinese fonts alike; without the hint Word takes the narrow Latin ones.
        if self.looks.script == "han" and _AMBIGUOUS.search(text):
            first = '<w:rFonts w:hint="eastAsia"/>'
        last = "<w:rtl/>" if self.rtl and not latin else ""
        inner = first + properties + last
        rpr = f"<w:rPr>{inner}</w:rPr>" if inner else ""
        return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def link(self, link: inlines.Link, properties: str) -> str:
        """A web address as a hyperlink."""
        run = f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{escape(link.url)}</w:t></w:r>"
        return f'<w:hyperlink r:id="{self.links[link.url]}">{run}</w:hyperlink>'

    def note_mark(self, mark: inlines.NoteMark) -> str:
        """A footnote's mark: a number that Word counts, or an asterisk that takes none."""
        rtl = "<w:rtl/>" if self.rtl else ""
        style = f'<w:rPr><w:rStyle w:val="FootnoteReference"/>{rtl}</w:rPr>'
        # No footnote: a note below a table, whose mark is its letter.
        if mark.note not in self.notes:
            return self.revisions.exchanged(self.letter(mark.was or mark.label), self.letter(mark.label))
        number = self.notes[mark.note]
        if mark.label.startswith("*"):
            reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
            # LibreOffice prints a mark of more than one character twice, unless each stands in an element of its own
            text = "".join(f"<w:t>{escape(character)}</w:t>" for character in mark.label)
            return f"<w:r>{style}{reference}{text}</w:r>"
        before, _, after = self.looks.note_mark.partition("{label}")
        return (
            self._mark_text(before, style)
            + f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'
            + self._mark_text(after, style)
        )

    def letter(self, label: str) -> str:
        """The letter of a note below a table, a figure or a box.

        It is in italics by itself too: those of its style would cancel out those of a head (ISO/IEC 29500-1, 17.7.3).
        """
        properties = '<w:rStyle w:val="LetterNoteMark"/><w:i/><w:iCs/>' + ("<w:rtl/>" if self.rtl else "")
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{escape(label)}</w:t></w:r>"

    def _mark_text(self, text: str, style: str) -> str:
        return f"<w:r>{style}<w:t>{escape(text)}</w:t></w:r>" if text else ""


_PLAIN = (inlines.Text, inlines.PrintedFact, inlines.Italic, inlines.Bold)


def _is_plain(content: inlines.Content) -> bool:
    """Whether the runs of a content are the same wherever it stands: they depend on no numbers, links and bookmarks."""
    return all(isinstance(inline, _PLAIN) for inline in all_inlines(content))
