"""The parts beside the text: headers and footers, settings, properties."""

from __future__ import annotations

from reportgen.tree import nodes as tree
from reportgen.tree.looks import Looks
from reportgen.tree.masthead import joint_symbol
from reportgen.tree.text import plain_text
from reportgen.writers.docx.barcode import barcode
from reportgen.writers.docx.geometry import QR_BOTTOM, QR_RIGHT, QR_SIZE
from reportgen.writers.docx.media import DRAWING_NAMESPACES, Pictures, qr_code
from reportgen.writers.docx.revisions import Revisions
from reportgen.writers.docx.xml import HEADER, R, escape, field, paragraph, part

_NOT_BOLD = '<w:b w:val="0"/><w:bCs w:val="0"/>'


def header(document: tree.Document, which: str, revisions: Revisions) -> bytes:
    """The running head: the symbol left on even pages, right on odd ones, nothing on the first."""
    changes = document.changes
    second = document.masthead.second_symbol
    symbols = (changes.symbol if changes else document.symbol), document.symbol
    symbol = revisions.exchanged(*(_ltr(joint_symbol(each, second)) for each in symbols))
    # The masthead has the symbol already (as in issued documents).
    if which == "first":
        return part("hdr", paragraph("Header", ""))
    content = symbol if which == "even" else _tab() + symbol
    return part("hdr", paragraph("RunningHead", content, _rule("bottom") + _tabs(document)))


def footer(document: tree.Document, which: str, revisions: Revisions) -> bytes:
    """The running foot of later pages: page/total and job number, mirrored."""
    number = revisions.exchanged(*(_ltr(each, f'{_NOT_BOLD}<w:sz w:val="14"/>') for each in _job_numbers(document)))
    # Word and LibreOffice count pages anew when they lay out, so 1/1 is never seen.
    pages = field("PAGE", "1") + "<w:r><w:t>/</w:t></w:r>" + field("NUMPAGES", "1")
    content = pages + _tab() + number if which == "even" else number + _tab() + pages
    return part("ftr", paragraph("Footer", content, _tabs(document)))


def first_footer(document: tree.Document, revisions: Revisions) -> tuple[bytes, Pictures]:
    """The foot of the first page: job number, its barcode, and the QR code of the document's address."""
    head, pictures = document.masthead, Pictures("footer-first")
    code = ""
    if head.qr_code and document.symbol and head.printed:
        before = document.changes.symbol if document.changes else document.symbol
        code = _code(document, document.symbol, pictures)
        if before != document.symbol:
            code = revisions.exchanged(_code(document, before, pictures), code)
    content = paragraph("JobNumber", revisions.exchanged(*map(_ltr, _job_numbers(document))) + code)
    barcodes = [_barcode(number) for number in _job_numbers(document)]
    if any(barcodes) and head.barcode:
        bars = _bars(barcodes[1], pictures)
        if barcodes[0] != barcodes[1]:
            bars = revisions.exchanged(_bars(barcodes[0], pictures), bars)
        content += paragraph("Barcode", bars)
    return part("ftr", content, DRAWING_NAMESPACES), pictures


def _code(document: tree.Document, symbol: str, pictures: Pictures) -> str:
    """The run of the QR code of a symbol."""
    page, url = document.looks.page, f"https://undocs.org/{symbol}"
    at = ((page.width - page.side) / 20 - QR_RIGHT - QR_SIZE, page.height / 20 - QR_BOTTOM - QR_SIZE)
    # Placed on the page and not in the line: its corner stays where UN documents have it.
    return pictures.placed(qr_code(url), "png", (QR_SIZE, QR_SIZE), at, url)


def _job_numbers(document: tree.Document) -> tuple[str, str]:
    """The job numbers of the older and the newer one of two editions, the same of one."""
    now = document.masthead.job_number
    return document.changes.job_number if document.changes else now, now


def _barcode(job_number: str) -> str:
    """The barcode (Code 39, between asterisks) holds the digits alone: V.19-01520 is *1901520*."""
    digits = "".join(character for character in job_number if character.isdigit())
    return f"*{digits}*" if job_number else ""


def _bars(text: str, pictures: Pictures) -> str:
    """The run of a drawn barcode, with what it says as its text."""
    if not text:
        return ""
    data, size = barcode(text)
    return pictures.inline(data, "png", size, text)


def _ltr(text: str, properties: str = "") -> str:
    if not text:
        return ""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{rpr}<w:t>{escape(text)}</w:t></w:r>"


def _tab() -> str:
    return "<w:r><w:tab/></w:r>"


def _tabs(document: tree.Document) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{document.looks.page.text_width}"/></w:tabs>'


def _rule(side: str) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="2" w:space="1" w:color="auto"/></w:pBdr>'


def settings(looks: Looks) -> bytes:
    """Different even and odd pages, the newest layout rules (mode 15), and no w:updateFields, which raises a dialog."""
    east = looks.locale if looks.script == "han" else "zh-CN"
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", "15"), ("overrideTableStyleFontSizeAndJustification", "1"))
    )
    content = (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="475"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compat}</w:compat>"
        f'<w:themeFontLang w:val="{escape(looks.locale)}" w:eastAsia="{escape(east)}" w:bidi="ar-SA"/>'
    )
    return part("settings", content)


def core_properties(document: tree.Document, looks: Looks) -> bytes:
    """Title, symbol as subject, language, category; no date, since the same input gives the same bytes."""
    fields = {
        "dc:title": plain_text(document.masthead.title),
        "dc:subject": joint_symbol(document.symbol, document.masthead.second_symbol),
        "dc:creator": document.masthead.united_nations,
        "dc:language": looks.locale,
        "cp:category": plain_text(document.masthead.author),
    }
    content = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
    namespaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{HEADER}<cp:coreProperties {namespaces}>{content}</cp:coreProperties>".encode()


def relationships(targets: dict[str, tuple[str, str]], external: dict[str, str] | None = None) -> bytes:
    """A part of relationships: id to (type, target), and id to URL for those outside the package."""
    rows = [
        f'<Relationship Id="{name}" Type="{kind}" Target="{escape(target)}"/>'
        for name, (kind, target) in targets.items()
    ]
    rows += [
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{escape(url)}" TargetMode="External"/>'
        for name, url in (external or {}).items()
    ]
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEADER}<Relationships xmlns="{namespace}">{"".join(rows)}</Relationships>'.encode()
