"""A Word file of ours as a person edits it, with and without tracked changes: words, paragraphs, notes and comments."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from tests.tools.opened_word import SPACE, OpenedWord, W, run_of

AUTHOR, DATE = "A. Officer", "2025-03-04T10:00:00Z"
_BOOKMARKS = (W + "bookmarkStart", W + "bookmarkEnd")


class EditedWord(OpenedWord):
    """A Word file that a person edits; `tracked` says whether changes are marked."""

    def __init__(self, data: bytes, tracked: bool = False) -> None:
        super().__init__(data)
        self.tracked = tracked
        self.changes = 9000
        self.notes_root = etree.fromstring(self.parts["word/footnotes.xml"])
        self.comments: list[str] = []

    def containing(self, words: str) -> etree._Element:
        """The paragraph of the text or of a note with these words."""
        for root in (self.root, self.notes_root):
            for each in root.iter(W + "p"):
                if words in text_in(each):
                    return each
        raise AssertionError(f"no paragraph has '{words}'")

    def note(self, number: int) -> etree._Element:
        """The paragraph of a footnote, by its w:id."""
        [found] = [each for each in self.notes_root if each.get(W + "id") == str(number)]
        return found.find(W + "p")

    def replace(self, paragraph: etree._Element, old: str, new: str) -> None:
        """Type other words in the place of some."""
        start = text_in(paragraph).index(old)
        run = self._cut(paragraph, start, start + len(old))
        if new:
            typed = run_of(new)
            if run.find(W + "rPr") is not None:
                typed.insert(0, deepcopy(run.find(W + "rPr")))
            run.addnext(self._marked("ins", typed) if self.tracked else typed)
        self._strike(run)

    def append(self, paragraph: etree._Element, text: str) -> None:
        """Type behind the last words of a paragraph."""
        last = [each for each in paragraph.iter(W + "r") if each.find(W + "t") is not None][-1]
        typed = run_of(text)
        last.addnext(self._marked("ins", typed) if self.tracked else typed)

    def insert_after(self, paragraph: etree._Element, text: str) -> etree._Element:
        """A new paragraph in the looks of the one before it."""
        new = etree.Element(W + "p")
        properties = deepcopy(paragraph.find(W + "pPr"))
        new.append(properties)
        typed = run_of(text)
        new.append(self._marked("ins", typed) if self.tracked else typed)
        if self.tracked:
            self._mark_paragraph(new, "ins")
        paragraph.addnext(new)
        return new

    def delete(self, paragraph: etree._Element) -> None:
        """Delete a paragraph."""
        if not self.tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iter(W + "r")):
            self._strike(run)
        self._mark_paragraph(paragraph, "del")

    def move_after(self, paragraph: etree._Element, after: etree._Element) -> None:
        """Cut a paragraph and paste it behind another one."""
        if self.tracked:
            copy = deepcopy(paragraph)
            for mark in list(copy.iter(*_BOOKMARKS)):
                mark.getparent().remove(mark)
            for run in list(copy.iter(W + "r")):
                run.getparent().replace(run, self._marked("ins", deepcopy(run)))
            self._mark_paragraph(copy, "ins")
            after.addnext(copy)
            self.delete(paragraph)
        else:
            after.addnext(paragraph)

    def split(self, paragraph: etree._Element, words: str) -> etree._Element:
        """Press Enter before some words."""
        at = text_in(paragraph).index(words)
        run = self._cut(paragraph, at, at + len(words))
        second = etree.Element(W + "p")
        second.append(deepcopy(paragraph.find(W + "pPr")))
        following = [run, *run.itersiblings()]
        paragraph.addnext(second)
        for each in following:
            if each.tag not in _BOOKMARKS:
                second.append(each)
        blanks = list(paragraph.iter(W + "t"))[-1:]
        for each in blanks:
            each.text = (each.text or "").rstrip()
        if self.tracked:
            self._mark_paragraph(paragraph, "ins")
        return second

    def merge(self, first: etree._Element, second: etree._Element) -> None:
        """Delete the end of a paragraph, so that the one behind it runs on."""
        if self.tracked:
            self.append(first, " ")
            self._mark_paragraph(first, "del")
            return
        first.append(run_of(" "))
        for each in list(second):
            if each.tag != W + "pPr":
                first.append(each)
        second.getparent().remove(second)

    def forget(self) -> None:
        """Take out what the file says of itself and what it carries, as other programs do."""
        for name in [name for name in self.parts if "custom" in name.lower() or "reportgen" in name]:
            del self.parts[name]
        for name in [name for name in self.parts if name.endswith(".rels") or name == "[Content_Types].xml"]:
            self.parts[name] = re.sub(rb"<(Relationship|Override)[^>]*(custom|reportgen)[^>]*/>", b"", self.parts[name])

    def footnote(self, paragraph: etree._Element, words: str, text: str) -> None:
        """Put a footnote behind some words."""
        end = text_in(paragraph).index(words) + len(words)
        run = self._cut(paragraph, end - len(words), end)
        name = str(1 + max(int(each.get(W + "id")) for each in self.notes_root))
        mark = f'<w:r xmlns:w="{W[1:-1]}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        reference = etree.fromstring(f'{mark}<w:footnoteReference w:id="{name}"/></w:r>')
        run.addnext(self._marked("ins", reference) if self.tracked else reference)
        body = f"<w:p>{mark}<w:footnoteRef/></w:r><w:r><w:t> {text}</w:t></w:r></w:p>"
        self.notes_root.append(etree.fromstring(f'<w:footnote xmlns:w="{W[1:-1]}" w:id="{name}">{body}</w:footnote>'))

    def without_footnote(self, paragraph: etree._Element) -> None:
        """Delete the mark of the first footnote of a paragraph, as Word does it."""
        run = next(each for each in paragraph.iter(W + "r") if each.find(W + "footnoteReference") is not None)
        self._strike(run)

    def comment(self, paragraph: etree._Element, words: str, text: str, author: str = AUTHOR, date: str = DATE) -> None:
        """Say something about some words."""
        start = text_in(paragraph).index(words)
        run = self._cut(paragraph, start, start + len(words))
        name = str(len(self.comments))
        before, end = etree.Element(W + "commentRangeStart"), etree.Element(W + "commentRangeEnd")
        before.set(W + "id", name)
        end.set(W + "id", name)
        reference = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:commentReference w:id="{name}"/></w:r>')
        run.addprevious(before)
        run.addnext(reference)
        run.addnext(end)
        said = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
        self.comments.append(f'<w:comment w:id="{name}" w:author="{author}" w:date="{date}">{said}</w:comment>')

    def data(self) -> bytes:
        """The bytes of the file with all that was changed."""
        self.parts["word/footnotes.xml"] = etree.tostring(self.notes_root, xml_declaration=True, encoding="UTF-8")
        if self.comments:
            self._add_comments()
        return super().data()

    def _add_comments(self) -> None:
        body = f'<w:comments xmlns:w="{W[1:-1]}">{"".join(self.comments)}</w:comments>'
        self.parts["word/comments.xml"] = body.encode()
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        for part, row, end in (
            (
                "word/_rels/document.xml.rels",
                f'<Relationship Id="rIdSaid" Type="{relation}" Target="comments.xml"/>',
                "</Relationships>",
            ),
            ("[Content_Types].xml", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/>', "</Types>"),
        ):
            self.parts[part] = self.parts[part].replace(end.encode(), (row + end).encode())

    def _cut(self, paragraph: etree._Element, start: int, end: int) -> etree._Element:
        """The run that holds some characters alone; those of several runs are put into the first."""
        for at in (end, start):
            self._cut_at(paragraph, at)
        runs, place = [], 0
        for run in _runs(paragraph):
            if start <= place < end:
                runs.append(run)
            place += len(_text(run))
        first = runs[0]
        piece = first.find(W + "t")
        piece.text = "".join(map(_text, runs))
        piece.set(SPACE, "preserve")
        for run in runs[1:]:
            run.getparent().remove(run)
        return first

    def _cut_at(self, paragraph: etree._Element, at: int) -> None:
        place = 0
        for run in _runs(paragraph):
            text = _text(run)
            if place < at < place + len(text):
                second = deepcopy(run)
                for each, half in ((run, text[: at - place]), (second, text[at - place :])):
                    piece = each.find(W + "t")
                    piece.text = half
                    piece.set(SPACE, "preserve")
                run.addnext(second)
                return
            place += len(text)

    def _strike(self, run: etree._Element) -> None:
        if not self.tracked:
            run.getparent().remove(run)
            return
        place = run.getparent()
        struck = self._marked("del", deepcopy(run))
        for piece in struck.iter(W + "t"):
            piece.tag = W + "delText"
        place.replace(run, struck)

    def _marked(self, kind: str, run: etree._Element) -> etree._Element:
        change = etree.Element(W + kind)
        self._sign(change)
        change.append(run)
        return change

    def _mark_paragraph(self, paragraph: etree._Element, kind: str) -> None:
        properties = paragraph.find(W + "pPr")
        looks = properties.find(W + "rPr")
        if looks is None:
            looks = etree.SubElement(properties, W + "rPr")
        self._sign(etree.SubElement(looks, W + kind))

    def _sign(self, change: etree._Element) -> None:
        self.changes += 1
        change.set(W + "id", str(self.changes))
        change.set(W + "author", AUTHOR)
        change.set(W + "date", DATE)


def text_in(paragraph: etree._Element) -> str:
    """The text of the runs of a paragraph that are not deleted."""
    return "".join(map(_text, _runs(paragraph)))


def _runs(paragraph: etree._Element) -> list[etree._Element]:
    return [run for run in paragraph.iter(W + "r") if run.find(W + "t") is not None]


def _text(run: etree._Element) -> str:
    return "".join(piece.text or "" for piece in run.iter(W + "t"))
