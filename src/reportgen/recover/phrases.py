"""A number together with its noun, whose words were edited or left as they were for another number."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts import Count, Period
from reportgen.language.recognition import Reading
from reportgen.record import replace
from reportgen.recover.fold import compared
from reportgen.recover.placement import Placement
from reportgen.recover.press import phrase_choice
from reportgen.recover.recovery import Opening, Recovery
from reportgen.recover.values import readings_in, said_instead
from reportgen.wording import Filter, Placeholder

_MORE_WORDS = 2
"""How many words longer than before an edited phrase may be; else the number stands alone, among other words."""


def release_phrases(recovery: Recovery) -> None:
    """Take out each phrase that says its number in no figure or word, where a number was typed before or behind it.

    In Arabic the phrase of one thing may be the words of "27 things".
    """
    for atom, placement in list(recovery.placements.items()):
        piece = placement.piece
        if isinstance(piece, Placeholder) and phrase_choice(piece) and recovery.is_in_window(placement):
            inside = Opening(placement.start, placement.end)
            if _typed_beside(recovery, placement) and not _numbers_in(recovery, inside):
                recovery.take_out(placement)
                recovery.release(atom)


def _typed_beside(recovery: Recovery, placement: Placement) -> bool:
    """Whether a number was typed right before or behind a placement."""
    return any(
        isinstance(each.value, Count)
        and recovery.is_free(each.start, each.end)
        and not recovery.text[min(each.end, placement.end) : max(each.start, placement.start)].strip()
        and (each.end <= placement.start or placement.end <= each.start)
        for each in recovery.readings
    )


def _numbers_in(recovery: Recovery, inside: Opening) -> bool:
    return any(
        isinstance(each.value, Count) and inside.start <= each.start and each.end <= inside.end
        for each in recovery.readings
    )


def place_uninflected(recovery: Recovery, atom: int) -> bool:
    """Place a phrase over a number with the words of any category, which then are put right; whether it is there."""
    for piece, choice, _, reading, value in _numbers(recovery, atom):
        for _, words in choice.options:
            before, _, behind = compared(_with_sign(recovery, words)).partition("#")
            start, end = reading.start - len(before), reading.end + len(behind)
            fits = (
                start >= 0 and recovery.text[start:end] == before + recovery.text[reading.start : reading.end] + behind
            )
            if fits and recovery.is_free(start, end) and recovery.edges.fit(start, end):
                recovery.place(Placement(start, end, atom, piece, value, "agreement"))
                return True
    return False


def place_reworded(recovery: Recovery, atom: int) -> bool:
    """Place a phrase over a number with other words, which the printed category takes; whether they are there."""
    for piece, choice, gap, reading, value in _numbers(recovery, atom):
        words, (start, end) = _words(recovery, choice, gap, reading, value)
        if words and not recovery.new.styles[start:end].strip(recovery.new.styles[start : start + 1]):
            reworded = replace(piece, filters=_with_option(recovery, piece, value, words))
            recovery.place(Placement(start, end, atom, reworded, value))
            return True
    return False


def _numbers(recovery: Recovery, atom: int) -> Iterator[tuple[Placeholder, Filter, Opening, Reading, Count | Period]]:
    """The numbers in the gaps of a phrase, with the value that its fact would have."""
    piece = recovery.sent.atoms[atom].piece
    said = recovery.press.said(piece)
    if not isinstance(piece, Placeholder) or not isinstance(said, Count | Period):
        return
    choice = phrase_choice(piece)
    for gap in recovery.gaps(atom) if choice else ():
        for reading in readings_in(recovery, gap):
            value = said_instead(said, reading.value)
            if not choice or not isinstance(value, Count | Period):
                continue
            if recovery.typed_readings.may_stand(reading.start, reading.end, [(value, False)]):
                yield piece, choice, gap, reading, value


def _with_sign(recovery: Recovery, words: str) -> str:
    """The words of a category with # for their number, also where they say it themselves: one official."""
    if "#" in words:
        return words
    for reading in recovery.language.recognizer.readings(words):
        if isinstance(reading.value, Count):
            return f"{words[: reading.start]}#{words[reading.end :]}"
    return f"# {words}"


def _words(
    recovery: Recovery, choice: Filter, gap: Opening, reading: Reading, value: Count | Period
) -> tuple[str, tuple[int, int]]:
    """The words of an edited phrase with # for its number, and where it stands; none where they are another text."""
    options = dict(choice.options)
    printed = options.get(recovery.language.plural_category(value.number), "#")
    before, _, behind = _with_sign(recovery, printed).partition("#")
    start = gap.start if before.strip() else reading.start
    end = gap.end if behind.strip() else reading.end
    while start < reading.start and not recovery.is_free(start, reading.start):
        start += 1
    while end > reading.end and not recovery.is_free(reading.end, end):
        end -= 1
    text = recovery.new.text
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    edited = f"{text[start : reading.start]}#{text[reading.end : end]}"
    longer = len(edited.split()) - len(printed.split()) > _MORE_WORDS or len(edited) > 2 * len(printed) + 12
    if longer or not edited.strip("# ") or "{{" in edited or "}}" in edited or edited.count("#") > 1:
        return "", (start, end)
    return edited, (start, end)


def _with_option(recovery: Recovery, piece: Placeholder, value: Count | Period, words: str) -> tuple[Filter, ...]:
    """The filters of a phrase whose printed category has other words."""
    category = recovery.language.plural_category(value.number)
    choice = phrase_choice(piece)
    assert choice is not None
    options = tuple((key, words if key == category else each) for key, each in choice.options)
    return tuple(replace(each, options=options) if each is choice else each for each in piece.filters)
