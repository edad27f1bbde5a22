"""Labels of list items and notes as elements of their own; LibreOffice leaves them in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, String

from reportgen.pipeline.tagged.structure import (
    MarkedContent,
    Structure,
    is_element,
    kids,
    marked_content,
    page_object,
    set_kids,
)

_MOST_PIECES = 5
"""The most pieces of a label: LibreOffice cuts text wherever its direction changes."""

_LEFT_OUT = ("M", "Z", "C")
_TATWEEL = "\u0640"
_SIGNS = ("Po", "Pd", "Sm", "So", "Co", "No")
"""Unicode categories of labels of one character: bullets, and enclosed figures such as the Chinese ㈠."""

_ROMAN = re.compile("[ivxlc]+")


def mark_items(structure: Structure, texts: Mapping[MarkedContent, str], labels: Collection[str]) -> None:
    """Give list items their labels (ISO 14289-1, 7.6): a sign, or one of the `labels` of the document.

    An item that begins with neither is left as it is.
    """
    known = {_letters(label) for label in labels}
    for item in structure.of_kind("LI"):
        text = next(iter(structure.of_kind("P", item)), None)
        if text is not None and not _is_labelled(structure, item):
            _split_label(structure, item, text, _pieces(text, texts, known))
    for each in structure.of_kind("L"):
        label = next((kid for kid in structure.elements(each) if structure.kind(kid) == "Lbl"), None)
        if label is not None and "/ListNumbering" not in str(each.get("/A")):
            numbering = _numbering("".join(texts.get(content, "") for content in structure.contents_under(label)))
            _add_attributes(each, Dictionary(O=Name.List, ListNumbering=Name(f"/{numbering}")))


def mark_notes(structure: Structure) -> None:
    """Give notes labels (by now links back, else their first text) and unique ids (7.9)."""
    for number, note in enumerate(structure.of_kind("Note"), 1):
        # Padded, since the index of ids must be sorted as text.
        if "/ID" not in note:
            note.ID = String(f"note-{number:05}")
        text = next(iter(structure.of_kind("P", note)), None)
        if text is not None and not _is_labelled(structure, note):
            _split_label(structure, note, text, 1)


def _is_labelled(structure: Structure, item: Object) -> bool:
    return any(structure.kind(kid) == "Lbl" for kid in kids(item) if is_element(kid))


def _pieces(text: Object, texts: Mapping[MarkedContent, str], labels: Collection[tuple[str, ...]]) -> int:
    """How many pieces at the beginning of a text make its label; 0 where none do."""
    held = kids(text)[:_MOST_PIECES]
    pieces = [texts.get(content, "") if (content := marked_content(text, kid)) else "" for kid in held]
    for number in range(1, len(pieces) + 1):
        if _letters("".join(pieces[:number])) in labels:
            return number
    first = pieces[0].strip() if pieces else ""
    return int(len(first) == 1 and unicodedata.category(first) in _SIGNS)


def _letters(label: str) -> tuple[str, ...]:
    """The characters of a label in sorted order, without small signs.

    Pieces of Arabic come in the order in which they are painted, which is not that of the text.
    """
    letters = unicodedata.normalize("NFKD", label).replace(_TATWEEL, "")
    return tuple(sorted(letter for letter in letters if not unicodedata.category(letter).startswith(_LEFT_OUT)))


def _split_label(structure: Structure, item: Object, text: Object, pieces: int) -> None:
    """Move the first pieces of a text into a label before it, unless nothing would be left of the text."""
    held = kids(text)
    if 0 < pieces < len(held):
        label = structure.new("Lbl", item, page_object(text), held[:pieces])
        set_kids(text, held[pieces:])
        set_kids(item, [label, *kids(item)])


def _numbering(label: str) -> str:
    """How items are numbered, from the label of the first (ISO 32000-1, table 347)."""
    signs = "".join(_letters(label))
    if any(sign.isdigit() for sign in signs):
        return "Decimal"
    letters = "".join(filter(str.isalpha, signs))
    if not letters:
        return "Disc"
    return ("Upper" if letters.isupper() else "Lower") + ("Roman" if _ROMAN.fullmatch(letters.lower()) else "Alpha")


def _add_attributes(element: Object, attributes: Object) -> None:
    own: Any = element.get("/A", Array())
    before: Sequence[Any] = list(own) if isinstance(own, Array) else [own]
    element.A = Array([*before, attributes])
