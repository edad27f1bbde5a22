"""A bilingual Word file for revisers: `write_bilingual(job)`, a table of number, source, target and status.

Facts are content controls that Word lets nobody edit or delete, names are controls that can be edited.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from reportgen.translation.units import GuardedPart, Job, MarkedPart, NamePart, TranslationUnit, UnitPart, WordsPart
from reportgen.translation.xml_text import xml_attribute, xml_text
from reportgen.word.fixed_archive import fixed_archive
from reportgen.word.names import w

if TYPE_CHECKING:
    from docx.document import Document

_W = w("").strip("{}")
SIGN = "reportgen"
DIGEST_LENGTH = 12
NO_TEXT = "-"
_STATES = ("new", "stale", "needs review", "translated", "reviewed", "final")
_WIDTHS = (1700, 5600, 5600, 1500)
"""Twips; together the width of a landscape A4 page between its margins."""

_HEADS = ("Number", "Source", "Target", "Status")
_LOOKS = {
    "bold": "<w:b/><w:bCs/>",
    "italic": "<w:i/><w:iCs/>",
    "grey": '<w:color w:val="7F7F7F"/>',
    "small": '<w:sz w:val="15"/><w:szCs w:val="15"/>',
    "shaded": '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>',
    "right to left": "<w:rtl/>",
}
"""Properties of a run, in the order in which they have to stand; Arabic takes its looks from those in `Cs`."""

_Looks = frozenset[str]
_PLAIN: _Looks = frozenset()
_SMALL: _Looks = frozenset({"grey", "small"})
_LONGEST = 60
"""Characters of a title or tag of a content control (Word takes 64)."""


def write_bilingual(job: Job) -> bytes:
    """The job as a Word file; the same job gives the same bytes."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    _set_page(document)
    document.core_properties.title = f"{job.symbol}: {job.source} → {job.target}"
    document.core_properties.author = document.core_properties.comments = ""
    # Word and LibreOffice keep the keywords of a file.
    document.core_properties.keywords = "; ".join((SIGN, job.symbol, job.source, job.target))
    document.add_paragraph(document.core_properties.title)
    document.element.body.insert(1, parse_xml("".join(_table(job))))
    stream = io.BytesIO()
    document.save(stream)
    return fixed_archive(stream.getvalue())


def _set_page(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    [section] = document.sections
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(21)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)


def _table(job: Job) -> Iterator[str]:
    yield f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/>'
    yield '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    yield from (f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    yield from (_cell(index, _paragraph(_run(head, frozenset({"bold"})))) for index, head in enumerate(_HEADS))
    yield "</w:tr>"
    for unit in job.units:
        yield from ("<w:tr>", *_row(unit, job), "</w:tr>")
    yield "</w:tbl>"


def _row(unit: TranslationUnit, job: Job) -> Iterator[str]:
    digests = f"{unit.digest[:DIGEST_LENGTH]} {unit.text_digest[:DIGEST_LENGTH] or NO_TEXT}"
    known = _run(f"{unit.id} {digests}", _SMALL)
    number = _control("unit", unit.where, known, "sdtContentLocked")
    yield _cell(0, _paragraph(_run(unit.where)) + _paragraph(number))
    yield _cell(1, _paragraph(_content(unit.source)) + "".join(map(_small, unit.remarks)))
    target = _content(unit.target, frozenset({"right to left"}) if job.is_right_to_left else _PLAIN)
    yield _cell(2, _paragraph(target, "<w:bidi/>" if job.is_right_to_left else ""))
    yield _cell(3, _paragraph(_status(unit.state)))


def _small(text: str) -> str:
    return _paragraph(_run(text, _SMALL))


def _status(state: str) -> str:
    items = "".join(f'<w:listItem w:displayText="{each}" w:value="{each}"/>' for each in _STATES)
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Status"/><w:tag w:val="state"/><w:dropDownList>{items}</w:dropDownList>'
        f"</w:sdtPr><w:sdtContent>{_run(state)}</w:sdtContent></w:sdt>"
    )


def _cell(column: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTHS[column]}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _paragraph(content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def _content(parts: tuple[UnitPart, ...], looks: _Looks = _PLAIN) -> str:
    return "".join(_part(part, looks) for part in parts)


def _part(part: UnitPart, looks: _Looks) -> str:
    match part:
        case WordsPart():
            return _run(part.text, looks)
        case GuardedPart():
            shown = _run(part.text or part.wording, looks | {"shaded"})
            return _control(f"{part.kind}-{part.number}", part.name, shown, "sdtContentLocked")
        case NamePart():
            return _control(f"name-{part.number}", part.name, _run(part.text, looks), "")
        case MarkedPart():
            return _content(part.parts, looks | {part.style})
        case _:
            assert_never(part)


def _control(tag: str, title: str, content: str, lock: str) -> str:
    locked = f'<w:lock w:val="{lock}"/>' if lock else ""
    named = f"<w:alias w:val={xml_attribute(title[:_LONGEST])}/><w:tag w:val={xml_attribute(tag)}/>"
    return f"<w:sdt><w:sdtPr>{named}{locked}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _run(text: str, looks: _Looks = _PLAIN) -> str:
    properties = "".join(written for name, written in _LOOKS.items() if name in looks)
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
