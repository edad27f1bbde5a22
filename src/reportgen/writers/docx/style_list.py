"""The paragraph styles as data, with the looks of issued UN documents."""

from __future__ import annotations

from typing import Any

from reportgen.record import record
from reportgen.word import style_names as names
from reportgen.writers.docx.geometry import (
    BODY,
    END_RULE_INDENT,
    HEAD,
    HEAD_AFTER,
    HEAD_BEFORE,
    INDENT,
    NOTE,
    TAB,
    column,
)
from reportgen.writers.docx.numbering import BULLET_STYLES, BULLETS, HEADINGS, PARAGRAPHS


@record
class ParagraphStyle:
    """A paragraph style; lengths in twips, size in half-points."""

    id: str
    name: str
    based_on: str = "Normal"
    size: int = BODY
    line: int = 240
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 120
    left: int = 0
    right: int = 0
    first_line: int = 0
    hanging: int = 0
    justify: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    box: bool = False
    rule: int = 0
    font: str = ""
    natural: bool = False
    exact: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    leader: bool = False
    page_break: bool = False


def _headings() -> list[ParagraphStyle]:
    sizes = ((28, 300, True, False), (24, 270, True, False), (20, 240, True, False))
    looks = [*sizes, (20, 240, True, False), (20, 240, False, True), (20, 240, False, False)]
    return [
        ParagraphStyle(
            f"Heading{level}", f"heading {level}", size=size, line=line, bold=bold, italic=italic,
            before=240 if level < 3 else 120, after=120, left=INDENT, right=INDENT, hanging=INDENT - 851,
            keep_next=True, keep_lines=True, outline=level - 1, numbering=(HEADINGS, level - 1),
        )
        for level, (size, line, bold, italic) in enumerate(looks, 1)
    ]  # fmt: skip


def _subparagraphs() -> list[ParagraphStyle]:
    return [
        ParagraphStyle(
            f"Subparagraph{level}", f"Subparagraph {level}", left=INDENT, right=INDENT, first_line=level * TAB,
            justify="both", numbering=(PARAGRAPHS, level),
        )
        for level in range(1, 5)
    ]  # fmt: skip


def _recommendation_parts() -> list[ParagraphStyle]:
    return [
        ParagraphStyle(
            f"RecommendationPart{level}", f"Recommendation Part {level}", f"Subparagraph{level}", bold=True,
            left=INDENT, right=INDENT, first_line=level * TAB, justify="both",
        )
        for level in range(1, 5)
    ]  # fmt: skip


def _bullets() -> list[ParagraphStyle]:
    return [
        ParagraphStyle(
            style, f"List Bullet {level + 1}".removesuffix(" 1"), left=column(level + 2), right=INDENT, hanging=TAB,
            after=60, justify="both", numbering=(BULLETS, level),
        )
        for level, style in enumerate(BULLET_STYLES)
    ]  # fmt: skip


def _cells(style: str, name: str, **looks: Any) -> list[ParagraphStyle]:
    """The style of cells with text, and that of cells with numbers, which end in one line."""
    return [
        ParagraphStyle(style, name, before=40, after=40, **looks),
        ParagraphStyle(f"{style}Number", f"{name} Number", before=40, after=40, justify="right", **looks),
    ]


STYLES: tuple[ParagraphStyle, ...] = (
    *_headings(),
    ParagraphStyle(
        "NumberedParagraph", "Numbered Paragraph", left=INDENT, right=INDENT, justify="both", numbering=(PARAGRAPHS, 0)
    ),
    *_subparagraphs(),
    ParagraphStyle(
        "Recommendation", "Recommendation", "NumberedParagraph", bold=True, left=INDENT, right=INDENT, justify="both"
    ),
    *_recommendation_parts(),
    ParagraphStyle("Quote", names.QUOTE, left=INDENT + TAB, right=INDENT + TAB, justify="both"),
    *_bullets(),
    ParagraphStyle(
        "TableCaption", names.TABLE_CAPTION, bold=True, before=120, left=INDENT, right=INDENT, keep_next=True
    ),
    *_cells("TableHead", names.TABLE_HEAD, size=14, line=180, italic=True, keep_next=True),
    *_cells("TableCell", names.TABLE_CELL, size=NOTE, line=210),
    *_cells("TableTotal", names.TABLE_TOTAL, size=NOTE, line=210, bold=True),
    ParagraphStyle("TableNote", names.TABLE_NOTE, size=NOTE, line=210, before=40, after=40, left=INDENT, right=INDENT),
    ParagraphStyle("BlockEnd", "Block End", size=8, line=120, after=0),
    ParagraphStyle(
        "FigureCaption", names.FIGURE_CAPTION, bold=True, before=120, left=INDENT, right=INDENT, keep_next=True
    ),
    ParagraphStyle("FigurePicture", "Figure Picture", left=INDENT, right=INDENT, keep_next=True),
    ParagraphStyle(
        "BoxHeading", names.BOX_HEADING, bold=True, left=INDENT, right=INDENT, before=120, keep_next=True, box=True
    ),
    ParagraphStyle("BoxText", names.BOX_TEXT, left=INDENT, right=INDENT, justify="both", box=True),
    ParagraphStyle("BoxNote", names.BOX_NOTE, size=NOTE, line=210, left=INDENT, right=INDENT, after=40, box=True),
    ParagraphStyle(
        "AnnexHeading",
        names.ANNEX_HEADING,
        size=28,
        line=300,
        bold=True,
        left=INDENT,
        right=INDENT,
        keep_next=True,
        keep_lines=True,
        outline=0,
        page_break=True,
    ),
    ParagraphStyle(
        "AppendixHeading",
        names.APPENDIX_HEADING,
        size=24,
        line=270,
        bold=True,
        left=INDENT,
        right=INDENT,
        keep_next=True,
        keep_lines=True,
        outline=1,
        page_break=True,
    ),
    ParagraphStyle(
        "TOCHeading", names.CONTENTS_HEADING, size=28, line=300, bold=True, before=240, left=INDENT, keep_next=True
    ),
    ParagraphStyle("ContentsColumns", names.CONTENTS_COLUMNS, size=14, line=180, italic=True, after=60, keep_next=True),
    *(ParagraphStyle(f"TOC{level}", f"toc {level}", after=60) for level in range(1, 7)),
    ParagraphStyle("ContentsEnd", "Contents End", size=8, line=120),
    ParagraphStyle("PlainText", "Unnumbered Paragraph", left=INDENT, right=INDENT, justify="both"),
    ParagraphStyle(
        "SummaryHeading",
        names.SUMMARY_HEADING,
        italic=True,
        left=INDENT,
        right=INDENT,
        first_line=TAB,
        before=120,
        keep_next=True,
        box=True,
    ),
    ParagraphStyle("SummaryText", "Summary Text", left=INDENT, right=INDENT, first_line=TAB, justify="both", box=True),
    ParagraphStyle(
        "Title", "Title", size=28, line=300, bold=True, before=240, after=120, left=INDENT, right=INDENT, keep_next=True
    ),
    ParagraphStyle(
        "Subtitle",
        "Subtitle",
        size=24,
        line=270,
        bold=True,
        before=120,
        after=240,
        left=INDENT,
        right=INDENT,
        keep_next=True,
    ),
    ParagraphStyle(
        "MastheadOrganization", "Masthead Organization", size=28, line=440, before=115, after=0, rule=4, exact=True
    ),
    ParagraphStyle("MastheadEmblem", "Masthead Emblem", before=125, after=0, left=94),
    ParagraphStyle("MastheadOrgan", "Masthead Organ", size=40, line=400, bold=True, before=140, after=0, natural=True),
    ParagraphStyle("MastheadInformation", "Masthead Information", after=0, exact=True),
    ParagraphStyle("MastheadDistribution", "Masthead Distribution", before=280, after=0, exact=True),
    ParagraphStyle("MastheadBody", "Masthead Body", size=28, line=300, bold=True, before=60, after=0),
    ParagraphStyle("MastheadSession", "Masthead Session", bold=True, before=60, after=0),
    ParagraphStyle("MastheadItemTitle", "Masthead Item Title", bold=True, after=0),
    ParagraphStyle("MastheadLine", "Masthead Line", after=0),
    ParagraphStyle(
        "FootnoteText", "footnote text", size=NOTE, line=210, after=40, left=INDENT, right=INDENT, hanging=240
    ),
    ParagraphStyle("FootnoteSeparator", "Footnote Separator", size=16, line=200, bold=True, after=80, left=792),
    ParagraphStyle("EndRule", "End Rule", before=240, after=0, left=END_RULE_INDENT, right=END_RULE_INDENT, rule=2),
    ParagraphStyle("Header", "header", size=HEAD, line=220, bold=True, after=0),
    ParagraphStyle("RunningHead", "Running Head", "Header", HEAD, 220, bold=True, before=HEAD_BEFORE, after=HEAD_AFTER),
    ParagraphStyle("JobNumber", "Job Number", line=240, after=0, left=100),
    ParagraphStyle("Barcode", "Barcode", size=24, line=240, after=40, left=100),
    ParagraphStyle("Footer", "footer", size=HEAD, line=220, bold=True, after=0),
)
