"""The looks of runs: italics, bold and addresses, beyond those that the style of their paragraph has."""

from __future__ import annotations

from lxml import etree

from reportgen.readers.docx.styles import SILENT, Styles
from reportgen.word.names import VAL, is_on, w

ITALIC, BOLD, LINK = 1, 2, 4
"""A piece in italics and in bold has the look 3; one in the third link of a story, 3 × 4 more."""

_COMPLEX = (w("rtl"), w("cs"))
_STYLE = w("rStyle")
_SWITCHES = {w("i"): 0, w("iCs"): 1, w("b"): 2, w("bCs"): 3}


class RunLooks:
    """Tells the looks of runs by their properties."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles

    def of(self, properties: etree._Element) -> int:
        """The look of a run with these properties.

        Arabic runs follow w:iCs and w:bCs (ISO/IEC 29500-1, 17.3.2.26), all others w:i and w:b.
        """
        said, style, is_complex = list(SILENT), "", False
        for child in properties:
            if child.tag in _SWITCHES:
                said[_SWITCHES[child.tag]] = is_on(child)
            elif child.tag == _STYLE:
                style = child.get(VAL, "")
            elif child.tag in _COMPLEX:
                is_complex = bool(is_on(child))
        of_style = self.styles.looks(style) if style else SILENT
        # What a run says itself is stronger than its style.
        italic, bold = (of_style[at] if said[at] is None else said[at] for at in ((1, 3) if is_complex else (0, 2)))
        return (ITALIC if italic else 0) | (BOLD if bold else 0)
