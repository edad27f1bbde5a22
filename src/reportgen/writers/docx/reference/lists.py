"""Lists of a Word file of the user's beside ours: ours keep their numbers, the others are numbered behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.word.style_sheet import SheetList, StyleSheet
from reportgen.writers.docx.numbering import APART
from reportgen.writers.docx.reference.match import Matches
from reportgen.writers.docx.xml import escape

_NUMBER = re.compile(r'<w:num w:numId="(\d+)"')
_USE = re.compile(r'<(\w+:numId \w+:val=")(\d+)("\s*/>)')
_ABSTRACT = re.compile(r'<w:abstractNum w:abstractNumId="(\d+)".*?</w:abstractNum>', re.DOTALL)
_LIST = re.compile(r'<w:num w:numId="\d+"><w:abstractNumId w:val="(\d+)"/>.*?</w:num>', re.DOTALL)
_LEVEL = re.compile(r'<w:lvl w:ilvl="(\d+)".*?</w:lvl>', re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"/>')
_LAYOUT = re.compile(r'<w:lvlJc w:val="\w+"/><w:pPr>.*?</w:pPr>')
_BASES = {apart: base for base, apart in APART.items()}


def new_numbers(text: str, sheet: StyleSheet, found: Matches) -> dict[int, int]:
    """The new numbers of the lists that styles, headers and footers of the sheet use, behind all of ours."""
    used = {each.list_number for each in sheet.styles if each.id not in found.ours or each.kind != "paragraph"}
    for part in sheet.furniture.values():
        used |= {int(each[2]) for each in _USE.finditer(part.xml)}
    highest = max((int(each) for each in _NUMBER.findall(text)), default=0)
    return {each.number: highest + at for at, each in enumerate(_used(sheet, used), 1)}


def _used(sheet: StyleSheet, used: set[int | None]) -> Iterator[SheetList]:
    return (each for each in sheet.lists if each.number in used)


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """XML whose lists have their new numbers; a list that the file has not is none."""
    return _USE.sub(lambda use: f"<{use[1]}{numbers.get(int(use[2]), 0)}{use[3]}", text)


def merged_numbering(text: str, sheet: StyleSheet, found: Matches, numbers: Mapping[int, int]) -> str:
    """The numbering part: our lists, indented as styles of the sheet say, then those of the sheet's that are used."""
    text = _indented(text, sheet, found)
    kept = [each for each in sheet.lists if each.number in numbers]
    highest = max(int(each) for each in _ABSTRACT.findall(text))
    abstracts: dict[int, int] = {}
    contents: list[str] = []
    for each in kept:
        if each.abstract not in abstracts:
            abstracts[each.abstract] = highest + len(abstracts) + 1
            contents.append(_abstract(abstracts[each.abstract], each, found))
    rows = "".join(
        f'<w:num w:numId="{numbers[each.number]}"><w:abstractNumId w:val="{abstracts[each.abstract]}"/>'
        f"{_unlinked(each.overrides, found)}</w:num>"
        for each in kept
    )
    before, first, behind = text.partition("<w:num ")
    return f"{before}{''.join(contents)}{first}{behind}".replace("</w:numbering>", f"{rows}</w:numbering>")


def _abstract(number: int, own: SheetList, found: Matches) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{_unlinked(own.content, found)}</w:abstractNum>'


def _unlinked(text: str, found: Matches) -> str:
    """Levels without the link to styles that our lists number."""
    return _STYLE.sub(lambda use: "" if use[1] in {escape(each) for each in found.ours} else use[0], text)


def _indented(text: str, sheet: StyleSheet, found: Matches) -> str:
    """Our lists; where the style of a level says its own indents, the number stands where they begin."""
    layouts = dict(_layouts(text, sheet, found))
    if not layouts:
        return text

    def within(block: re.Match[str]) -> str:
        abstract = int(block[1])
        base = _BASES.get(abstract, abstract)
        return _LEVEL.sub(lambda level: _laid_out(level[0], layouts.get((base, int(level[1])))), block[0])

    return _LIST.sub(within, _ABSTRACT.sub(within, text))


def _layouts(text: str, sheet: StyleSheet, found: Matches) -> Iterator[tuple[tuple[int, int], str]]:
    """The indents of the sheet's styles that are others than ours, by our abstract list and level."""
    indents = {escape(each.id): dict(each.paragraph).get("ind", "") for each in sheet.styles if each.id in found.ours}
    ours = {escape(name): style.xml for name, style in found.ours.items()}
    for block in _ABSTRACT.finditer(text):
        for level in _LEVEL.finditer(block[0]):
            style = _STYLE.search(level[0])
            indent = indents.get(style[1]) if style else None
            if style and indent and indent not in ours[style[1]]:
                yield (int(block[1]), int(level[1])), indent


def _laid_out(level: str, indent: str | None) -> str:
    if indent is None:
        return level
    return _LAYOUT.sub(lambda _: f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr>', level)
