"""Native numbering: one list for headings, one for paragraphs with their parts, each linked from its styles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.tree.looks import Looks
from reportgen.writers.docx.geometry import INDENT, NUMBER_END, TAB, column
from reportgen.writers.docx.xml import escape, part

HEADINGS, PARAGRAPHS = 1, 2
"""Numbers of the two lists."""

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
    """Whether Word has a counter for a pattern; words (أولا) it has not."""
    match = _FIELD.search(pattern)
    return match is not None and match[1] in _FORMATS


def numbering(looks: Looks, literal_labels: Sequence[tuple[int, str]]) -> bytes:
    """The numbering part. `literal_labels` are the labels of headings that Word cannot count, as (level, label);
    they get lists of their own from 3 on, in their order."""
    headings = "".join(
        _level(index, _word(pattern, index), f"Heading{index + 1}", _heading_indent())
        for index, pattern in enumerate(looks.heading_labels[:6])
    )
    patterns = (looks.paragraph_label, *looks.subparagraph_labels[:4])
    paragraphs = "".join(
        _level(index, _word(pattern, index), _paragraph_style(index), _paragraph_indent(index))
        for index, pattern in enumerate(patterns)
    )
    literals = "".join(_literal(number, *label) for number, label in enumerate(literal_labels, PARAGRAPHS + 1))
    content = (
        _abstract(HEADINGS, headings)
        + _abstract(PARAGRAPHS, paragraphs)
        + f'<w:num w:numId="{HEADINGS}"><w:abstractNumId w:val="{HEADINGS}"/></w:num>'
        + f'<w:num w:numId="{PARAGRAPHS}"><w:abstractNumId w:val="{PARAGRAPHS}"/></w:num>'
        + literals
    )
    return part("numbering", content)


def _paragraph_style(level: int) -> str:
    return f"Subparagraph{level}" if level else "NumberedParagraph"


def _abstract(number: int, levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def _word(pattern: str, index: int) -> tuple[str, str]:
    """The number format and the level text of a pattern."""
    match = _FIELD.search(pattern)
    counter = match[1] if match else "decimal"
    return _FORMATS.get(counter, "decimal"), _FIELD.sub(f"%{index + 1}", pattern).rstrip()


def _level(index: int, word: tuple[str, str], style: str, layout: str) -> str:
    number_format, text = word
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:pStyle w:val="{style}"/><w:suff w:val="tab"/><w:lvlText w:val="{escape(text)}"/>{layout}</w:lvl>'
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


def _literal(number: int, level: int, label: str) -> str:
    override = (
        f'<w:lvlOverride w:ilvl="{level}"><w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{escape(label.rstrip())}"/>{_heading_indent()}</w:lvl></w:lvlOverride>'
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{HEADINGS}"/>{override}</w:num>'
