"""A PDF file of LibreOffice with the tags of PDF/UA-1 (ISO 14289-1), and with that claim only where it is proved.

LibreOffice writes the claim whenever asked. Yet its tags lack the labels of list items and notes, the ids of notes and
the links back from them, and it paints rules outside all tags. What is missing differs from version to version.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence

from pikepdf import Pdf

from reportgen.pipeline.tagged.content import PageContent, mark_page
from reportgen.pipeline.tagged.fonts import Font
from reportgen.pipeline.tagged.mends import mend
from reportgen.pipeline.tagged.proof import faults
from reportgen.pipeline.tagged.structure import Structure

__all__ = ["claim_faults", "tagged"]


def tagged(data: bytes, labels: Collection[str]) -> bytes:
    """The file with its tags mended; its claim to be PDF/UA-1 is kept only where the proof finds no fault.

    `labels` are those of the list items in the document. The date is left out: the same pages are the same bytes.
    """
    with Pdf.open(io.BytesIO(data)) as pdf:
        structure, pages, fonts = _read(pdf)
        for font in fonts:
            # Before the proof, which counts glyphs that stand for no text.
            font.map_codes()
        mend(structure, pages, labels)
        _settle_metadata(pdf, claims=not faults(structure, pages, fonts))
        stream = io.BytesIO()
        # The same pages must give the same bytes.
        pdf.save(stream, deterministic_id=True)
        return stream.getvalue()


def claim_faults(data: bytes) -> list[str]:
    """What keeps a file from being PDF/UA-1, in plain words, by the rules that LibreOffice or we could break."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        structure, pages, fonts = _read(pdf)
        bare = sum(page.decorations for page in pages)
        found = [f"7.1: {bare} lines or pictures are neither in a tag nor decoration"] if bare else []
        return found + faults(structure, pages, fonts)


def _read(pdf: Pdf) -> tuple[Structure, Sequence[PageContent], Sequence[Font]]:
    fonts: dict[int, Font] = {}
    pages = [mark_page(pdf, page, fonts) for page in pdf.pages]
    return Structure(pdf), pages, list(fonts.values())


def _settle_metadata(pdf: Pdf, claims: bool) -> None:
    """Remove the date and the ids made from it, and the claim where it is not true."""
    if "/CreationDate" in pdf.docinfo:
        del pdf.docinfo["/CreationDate"]
    for made_of_date in ("/ID", "/DocChecksum"):
        if made_of_date in pdf.trailer:
            del pdf.trailer[made_of_date]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.pop("xmp:CreateDate", None)
        if not claims:
            metadata.pop("pdfuaid:part", None)
