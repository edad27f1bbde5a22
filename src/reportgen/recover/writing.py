"""The new wording, put together: as it was where nothing changed, else what was typed, as letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.record import record
from reportgen.recover.answer import SettledPlace
from reportgen.recover.exact import PrintedPlace
from reportgen.recover.flat import BOLD, ITALIC
from reportgen.recover.fold import compared
from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Recovery
from reportgen.recover.window import source_at
from reportgen.wording import Address, FootnoteMark, Placeholder, ReferenceCall, TypedText
from reportgen.wording.written import literal, written

_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")


@record
class Stretch:
    """A part of the new text, from `start` to `end`, with its wording and the style that its wording has.

    `typed` holds for letters that are not written yet, so that neighbours are written together.
    """

    start: int
    end: int
    wording: str
    style: int
    typed: bool = False


@record
class _Anchor:
    """A token or placement of the new text, with its place in the text as it was sent, where it had one."""

    start: int
    end: int
    old: tuple[int, int] | None
    placement: Placement | None = None

    @property
    def is_restored(self) -> bool:
        """Whether it stands where the text has nothing, since it was put back."""
        return self.placement is not None and self.start == self.end


class WordingWriter:
    """Writes the wording of one piece; `printed` is what the placements print, by their starts."""

    def __init__(self, recovery: Recovery, printed: Mapping[int, PrintedPlace]) -> None:
        self.recovery, self.sent, self.new, self.printed = recovery, recovery.sent, recovery.new, printed
        self.settled: list[SettledPlace] = []

    def wording(self) -> str:
        """The whole wording."""
        old_start, old_end = self.recovery.window.old
        before = self.sent.wording[: source_at(self.sent, old_start)]
        behind = self.sent.wording[source_at(self.sent, old_end) :]
        return before + "".join(_marked_up(list(self.stretches()))) + behind

    def stretches(self) -> Iterator[Stretch]:
        """The text part by part: what stands before each anchor, and the anchor."""
        (start, end), (old_start, old_end) = self.recovery.window.new, self.recovery.window.old
        last = _Anchor(start, start, (old_start, old_start))
        for anchor in self.anchors():
            yield from self.between(last, anchor)
            yield from self.placed(anchor) if anchor.placement else self.kept(anchor)
            last = anchor
        yield from self.between(last, _Anchor(end, end, (old_end, old_end)))

    def anchors(self) -> list[_Anchor]:
        """What has a place of its own, in the order of the text."""
        recovery = self.recovery
        found = [self._anchor(each) for each in recovery.placed() if recovery.is_in_window(each)]
        for new, old in recovery.partner_of_new.items():
            token, sent = recovery.tokens[new], recovery.old[old]
            if sent.atom < 0 and not recovery.is_placed(token.start, token.end):
                found.append(_Anchor(token.start, token.end, (sent.start, sent.end)))
        return sorted(found, key=lambda each: (each.start, each.end))

    def _anchor(self, placement: Placement) -> _Anchor:
        sent = self.sent.atoms[placement.atom] if placement.atom >= 0 else None
        return _Anchor(placement.start, placement.end, (sent.start, sent.end) if sent else None, placement)

    def kept(self, anchor: _Anchor) -> Iterator[Stretch]:
        """A word or sign that stands as it was."""
        assert anchor.old
        old, new = self.sent.flat.text[slice(*anchor.old)], self.new.text[anchor.start : anchor.end]
        if old != new and _plain_blanks(old) != _plain_blanks(new):
            yield from self.typed(anchor.start, anchor.end)
            return
        self.settle(anchor.start, anchor.end, old)
        style = self.style(anchor.start, anchor.end, anchor.old)
        yield Stretch(anchor.start, anchor.end, self.sent.written(*anchor.old), style)

    def placed(self, anchor: _Anchor) -> Iterator[Stretch]:
        """What a placement is written as."""
        placement = anchor.placement
        assert placement
        start, end, piece = anchor.start, anchor.end, placement.piece
        sent = self.sent.atoms[placement.atom] if placement.atom >= 0 else None
        match piece:
            case Placeholder() | ReferenceCall() | TypedText():
                words = self.sent.source(sent) if sent and piece == sent.piece else written(piece)
            case FootnoteMark():
                # A mark whose note nobody knows cannot be written; it is asked about.
                words = f"[^{piece.note}]" if piece.note else ""
            case Address():
                words = f"<{piece.url}>"
        yield Stretch(start, end, words, self.placed_style(anchor))

    def placed_style(self, anchor: _Anchor) -> int:
        """The style in which a placement is written: without the italics that its name brings."""
        printed = self.printed.get(anchor.start)
        typed = self.new.styles[anchor.start : anchor.end]
        if anchor.old and (anchor.is_restored or typed == self.sent.flat.styles[slice(*anchor.old)]):
            return self.sent.emphasis[anchor.old[0]]
        brings_own = printed and printed.has_emphasis
        return 0 if brings_own or len(set(typed)) != 1 else typed[0]

    def between(self, before: _Anchor, behind: _Anchor) -> Iterator[Stretch]:
        """What stands between two anchors: the blanks as they were, or what was typed."""
        start, end = before.end, behind.start
        if start > end:
            return
        new, old = self.new.text[start:end], self.old_between(before, behind)
        if old is not None and not new.strip() and bool(new) == bool(self.sent.flat.text[slice(*old)]):
            self.settle(start, end, self.sent.flat.text[slice(*old)])
            if start < end:
                yield Stretch(start, end, self.sent.written(*old), self.style(start, end, old))
            return
        if old is not None and not new and (before.is_restored or behind.is_restored):
            yield Stretch(start, end, self.sent.written(*old), self.sent.emphasis[old[0]] if old[0] < old[1] else 0)
            return
        if new.isspace() and (start == 0 or end == len(self.new.text)):
            # No wording begins or ends with a blank.
            self.settle(start, end, "")
            return
        blank = self.no_break(before, behind) if new == " " else ""
        if blank:
            self.settle(start, end, blank)
            yield Stretch(start, end, blank, self.new.styles[start])
            return
        yield from self.typed(start, end)

    def old_between(self, before: _Anchor, behind: _Anchor) -> tuple[int, int] | None:
        """The place of the blanks that parted two anchors as they were sent; None where something else did."""
        if before.old is None or behind.old is None or before.old[1] > behind.old[0]:
            return None
        place = before.old[1], behind.old[0]
        return None if self.sent.flat.text[slice(*place)].strip() else place

    def no_break(self, before: _Anchor, behind: _Anchor) -> str:
        """The no-break space that stood on one side of a blank, by a sign or a figure that stands there still."""
        text = self.sent.flat.text
        if behind.old and behind.old[0] and text[behind.old[0] - 1] in "\u00a0\u202f":
            return text[behind.old[0] - 1]
        if before.old and text[before.old[1] : before.old[1] + 1] in ("\u00a0", "\u202f"):
            return text[before.old[1]]
        return ""

    def style(self, start: int, end: int, old: tuple[int, int]) -> int:
        """The style of words that stood before: as their wording had it, unless they were marked up otherwise."""
        if self.new.styles[start:end] == self.sent.flat.styles[slice(*old)]:
            return self.sent.emphasis[old[0]]
        return self.new.styles[start]

    def typed(self, start: int, end: int) -> Iterator[Stretch]:
        """Letters as they were typed, one stretch for each style; doubled blanks are one."""
        at = start
        while at < end:
            style, stop = self.new.styles[at], at + 1
            while stop < end and self.new.styles[stop] == style:
                stop += 1
            text = self.new.text[at:stop]
            for match in _BLANKS.finditer(text):
                self.settle(at + match.start(), at + match.end(), " ")
            yield Stretch(at, stop, _BLANKS.sub(" ", text), style, typed=True)
            at = stop

    def settle(self, start: int, end: int, ours: str) -> None:
        """Take down that something of ours stands in the place of a text."""
        if self.new.text[start:end] != ours:
            kind = "blank" if compared(self.new.text[start:end].strip()) == compared(ours.strip()) else "signs"
            self.settled.append(
                SettledPlace("blank" if kind == "blank" else "signs", self.new.shown(start), self.new.shown(end), ours)
            )


def _plain_blanks(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _marked_up(stretches: list[Stretch]) -> Iterator[str]:
    """The wording of all stretches, with the signs of mark-up where the style changes."""
    opened: list[int] = []
    words = ""
    for stretch in stretches:
        written = _switched(opened, stretch.style) + ("" if stretch.typed else stretch.wording)
        if written:
            yield literal(words, written) + written
            words = ""
        words += stretch.wording if stretch.typed else ""
    closing = _switched(opened, 0)
    yield literal(words, closing) + closing


def _switched(opened: list[int], style: int) -> str:
    """The signs that close and open mark-up until it has a style; what was opened last is closed first."""
    signs = ""
    while any(not each & style for each in opened):
        signs += _SIGNS[opened.pop()]
    for each in (BOLD, ITALIC):
        if each & style and each not in opened:
            opened.append(each)
            signs += _SIGNS[each]
    return signs


_SIGNS = {ITALIC: "*", BOLD: "**"}
