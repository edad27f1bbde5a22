"""The language that the number of a paragraph is written in, where ordinals and number words follow it."""

from __future__ import annotations

from lxml import etree

from reportgen.readers.docx.numbering import Level
from reportgen.readers.docx.story import Properties
from reportgen.readers.docx.styles import Styles
from reportgen.word.names import value, w


class Languages:
    """The languages of a file: that of a number is its level's, else that of the paragraph mark, its style, the file.

    What is written from right to left has its language elsewhere; nothing is said of that.
    """

    def __init__(self, styles: Styles, root: etree._Element | None, settings: etree._Element | None) -> None:
        self.styles = styles
        self.usual = _usual(root) or value(settings.find(w("themeFontLang")) if settings is not None else None) or ""

    def of(self, level: Level | None, properties: Properties) -> str:
        """The tag of the language of a number (fr-FR); empty where the file does not say it."""
        chain = self.styles.chain(properties.style)
        turned = (properties.right_to_left, *(style.right_to_left for style in chain))
        if next((each for each in turned if each is not None), False):
            return ""
        said = (level.language if level else None, properties.language, *(style.language for style in chain))
        return next(filter(None, said), self.usual)


def _usual(root: etree._Element | None) -> str | None:
    """The language of the defaults of all text."""
    said = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}") if root is not None else None
    return value(said)
