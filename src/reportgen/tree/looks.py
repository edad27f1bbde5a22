"""How a document looks in its language: what writers need to know beside the text, as one plain frozen value."""

from __future__ import annotations

from reportgen.record import record

# Liberation Serif has the widths of Times New Roman, so lines and pages stay the same.
FALLBACKS = {
    "Times New Roman": "Liberation Serif",
    "SimSun": "Noto Serif CJK SC",
    "SimHei": "Noto Sans CJK SC",
    "Traditional Arabic": "Amiri",
    "Simplified Arabic": "Amiri",
}
"""Free fonts that stand in for those of UN documents where they are not installed."""


@record
class Page:
    """Page size and margins in twips; `side` is the right margin, and the left one unless `text` says how wide the
    text is. `widened`: letters are set wider and apart, as New York does."""

    width: int
    height: int
    side: int
    top: int
    bottom: int
    header: int
    footer: int
    widened: bool = True
    text: int = 0

    @property
    def text_width(self) -> int:
        """From margin to margin."""
        return self.text or self.width - 2 * self.side


@record
class Looks:
    """Typography of a language and settings of a report.

    `locale` is the language of the text (en-GB); `fonts` are names for the scripts latin, cjk and complex; patterns
    of labels are those of the language's conventions (`caption_labels`: of tables, figures and boxes, `annex_labels`:
    of annexes and appendices); `note_mark` is the pattern of a footnote's mark in the text.
    """

    tag: str
    locale: str
    script: str
    fonts: tuple[tuple[str, str], ...]
    heading_labels: tuple[str, ...]
    paragraph_label: str
    subparagraph_labels: tuple[str, ...]
    caption_labels: tuple[str, str, str]
    annex_labels: tuple[str, str]
    note_mark: str
    page: Page

    def font(self, script: str) -> str:
        """The font for a script: latin, cjk or complex."""
        return dict(self.fonts)[script]
