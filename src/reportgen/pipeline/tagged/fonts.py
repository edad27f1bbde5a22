"""The characters that the codes of a PDF font stand for (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re

from pikepdf import Array, Name, Object

_LISTS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


class Font:
    """A font with the characters of its codes, and those codes that were shown without one."""

    def __init__(self, font: Object) -> None:
        self.font = font
        # Composite fonts (Type0) have codes of two bytes.
        self.width = 2 if font.get("/Subtype") == Name.Type0 else 1
        stream = font.get("/ToUnicode")
        self.characters = _characters(stream.read_bytes()) if stream is not None else {}
        self.unmapped: dict[int, str | None] = {}

    @property
    def name(self) -> str:
        """The name of the font, as the file has it."""
        return str(self.font.get("/BaseFont", "a font")).removeprefix("/")

    def text(self, shown: bytes, instead: str | None) -> str:
        """The text of a shown string; `instead` is the replacement text for glyphs without a character, if any."""
        codes = [int.from_bytes(shown[at : at + self.width]) for at in range(0, len(shown), self.width)]
        for code in codes:
            if not self.characters.get(code):
                self.unmapped[code] = self.unmapped.get(code) or instead
        return "".join(self.characters.get(code, "") for code in codes)

    @property
    def is_embedded(self) -> bool:
        """Whether the file holds the glyphs of the font."""
        descendants = self.font.get("/DescendantFonts")
        own = descendants[0] if isinstance(descendants, Array) else self.font
        descriptor = own.get("/FontDescriptor")
        return descriptor is not None and any(f"/FontFile{version}" in descriptor for version in ("", "2", "3"))

    def map_codes(self) -> None:
        """Map codes that the font does not map to the text that stands for them (ISO 14289-1, 7.21.7).

        LibreOffice leaves out glyphs of ligatures and of letters with marks, and gives their text where it shows them.
        """
        known = {code: text for code, text in self.unmapped.items() if text}
        if not known or "/ToUnicode" not in self.font:
            return
        lines = "\n".join(
            f"<{code:0{2 * self.width}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in known.items()
        )
        # a CMap lists at most 100 codes at a time, which no font of ours leaves out
        more = f"{len(known)} beginbfchar\n{lines}\nendbfchar\nendcmap".encode()
        stream = self.font.ToUnicode
        stream.write(stream.read_bytes().replace(b"endcmap", more, 1))
        self.characters |= known
        self.unmapped = {code: None for code in self.unmapped if code not in known}


def _characters(cmap: bytes) -> dict[int, str]:
    """The characters of a CMap by their codes."""
    found: dict[int, str] = {}
    for kind, entries in _LISTS.findall(cmap):
        tokens = [bracket or text for text, bracket in _HEX.findall(entries)]
        found |= _single(tokens) if kind == b"char" else _ranges(tokens)
    return found


def _single(tokens: list[bytes]) -> dict[int, str]:
    return {int(code, 16): _text(text) for code, text in zip(tokens[::2], tokens[1::2], strict=False)}


def _ranges(tokens: list[bytes]) -> dict[int, str]:
    """First and last code, then either the text of the first or a list of the texts of all."""
    found: dict[int, str] = {}
    waiting = iter(tokens)
    for first in waiting:
        codes = range(int(first, 16), int(next(waiting), 16) + 1)
        begin = next(waiting)
        if begin == b"[":
            found |= {code: _text(next(waiting)) for code in codes}
            next(waiting)
        else:
            text = _text(begin)
            found |= {code: text[:-1] + chr(ord(text[-1]) + code - codes.start) for code in codes}
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
