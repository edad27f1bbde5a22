"""Native numbering: one list for headings, one for paragraphs with their parts, each linked from its styles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.record import record
from reportgen.tree.looks import Looks
from reportgen.writers.docx.geometry import INDENT, NUMBER_END, TAB, column
from reportgen.writers.docx.xml import escape, part

HEADINGS, PARAGRAPHS, BULLETS = 1, 2, 3
"""Numbers of the lists of styles, and of the abstract lists that they are made from."""

APART = {HEADINGS: 4, PARAGRAPHS: 5}
"""Abstract lists for numbers between two others ("41 bis"), which must not advance the count."""

_FORMATS = {
    "decimal": "decimal",
    "roman": "upperRoman",
    "roman_lower": "lowerRoman",
    "latin": "lowerLetter",
    "latin_upper": "upperLetter",
    "chinese": "chineseCountingThousand",
    "chinese_parenthesized": "ideographEnclosedCircle",
    "letters": "arabicAbjad",
}
_FIELD = re.compile(r"\{(\w+)\}")


def is_counted(pattern: str) -> bool:
    """Whether Word has a counter for a pattern; it has none for words (أولا)."""
    match = _FIELD.search(pattern)
    return match is not None and match[1] in _FORMATS


@record
class OwnList:
    """A list beyond those of styles: at one level it has a literal label, or starts with another number."""

    abstract: int
    level: int
    label: str = ""
    start: int = 0


def numbering(looks: Looks, own: Sequence[OwnList]) -> bytes:
    """The numbering part: lists of styles first, then `own` in their order."""
    patterns = {
        HEADINGS: looks.heading_labels[:6],
        PARAGRAPHS: (looks.paragraph_label, *looks.subparagraph_labels[:4]),
    }
    used = {each.abstract for each in own}
    abstracts = [(base, base) for base in APART] + [(base, apart) for base, apart in APART.items() if apart in used]
    levels = {number: _levels(base, patterns[base], number == base) for base, number in abstracts}
    levels[BULLETS] = _bullets()
    content = (
        # The schema wants every abstractNum before the first num.
        "".join(_abstract(number, levels[number]) for number in sorted(levels))
        + "".join(_num(number, number, "") for number in (HEADINGS, PARAGRAPHS, BULLETS))
        + "".join(_num(number, each.abstract, _override(each)) for number, each in enumerate(own, BULLETS + 1))
    )
    return part("numbering", content)


def _levels(base: int, patterns: Sequence[str], with_styles: bool) -> str:
    """All levels of a list; `with_styles` holds for one abstract list only, since a style has one link."""
    return "".join(
        _level(index, _word(pattern, index), _style(base, index) if with_styles else "", _indent(base, index))
        for index, pattern in enumerate(patterns)
    )


def _bullets() -> str:
    """A level for each bullet."""
    return "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>{_bullet_indent(index)}</w:lvl>'
        for index, (style, sign) in enumerate(BULLET_STYLES.items())
    )


BULLET_STYLES = {"ListBullet": "•", "ListBullet2": "–", "ListBullet3": "·"}
"""Styles of list items by level, and their signs."""


def _bullet_indent(level: int) -> str:
    """The bullet one tab into the column, and all lines indented behind it."""
    left = column(level + 2)
    return (
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:right="{INDENT}" w:hanging="{TAB}"/></w:pPr>'
    )


def _style(base: int, level: int) -> str:
    return f"Heading{level + 1}" if base == HEADINGS else _paragraph_style(level)


def _indent(base: int, level: int) -> str:
    return _heading_indent() if base == HEADINGS else _paragraph_indent(level)


def _paragraph_style(level: int) -> str:
    return f"Subparagraph{level}" if level else "NumberedParagraph"


def _abstract(number: int, levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def _word(pattern: str, index: int) -> tuple[str, str]:
    """The number format and the level text of a pattern."""
    match = _FIELD.search(pattern)
    counter = match[1] if match else "decimal"
    # UN labels show the number of their own level alone, never those above it (1.2.3).
    return _FORMATS.get(counter, "decimal"), _FIELD.sub(f"%{index + 1}", pattern).rstrip()


def _level(index: int, word: tuple[str, str], style: str, layout: str) -> str:
    number_format, text = word
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'{linked}<w:suff w:val="tab"/><w:lvlText w:val="{escape(text)}"/>{layout}</w:lvl>'
    )


def _heading_indent() -> str:
    hanging = INDENT - NUMBER_END
    return (
        f'<w:lvlJc w:val="right"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{INDENT}"/></w:tabs>'
        f'<w:ind w:left="{INDENT}" w:hanging="{hanging}"/></w:pPr>'
    )


def _paragraph_indent(level: int) -> str:
    """The number stands at the margin of the column, and lines return to that margin: no hanging indent."""
    first = level * TAB
    return (
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{column(level + 1)}"/></w:tabs>'
        f'<w:ind w:left="{INDENT}" w:firstLine="{first}"/></w:pPr>'
    )


def _num(number: int, abstract: int, override: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _override(own: OwnList) -> str:
    """What a list changes of its abstract list: the start of a level, or its whole label."""
    if own.start:
        return f'<w:lvlOverride w:ilvl="{own.level}"><w:startOverride w:val="{own.start}"/></w:lvlOverride>'
    # A literal label keeps the layout of its level; only the text is another.
    base = HEADINGS if own.abstract in (HEADINGS, APART[HEADINGS]) else PARAGRAPHS
    # Where the font is another one, words may be wider than their tab, which is then passed over: a blank is left.
    label = own.label.rstrip()
    label += "\u00a0" if base == HEADINGS and label.endswith("-") else ""
    return (
        f'<w:lvlOverride w:ilvl="{own.level}"><w:lvl w:ilvl="{own.level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/><w:suff w:val="tab"/><w:lvlText w:val="{escape(label)}"/>'
        f"{_indent(base, own.level)}</w:lvl></w:lvlOverride>"
    )
