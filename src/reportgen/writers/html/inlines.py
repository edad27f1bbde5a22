"""Inlines as HTML; what would be taken for markup is escaped, and only addresses of the web become links."""

from __future__ import annotations

import re
from typing import assert_never

from reportgen.tree import inlines
from reportgen.tree.editions import Kind
from reportgen.tree.inlines import Inserted
from reportgen.tree.text import UNTRANSLATED, text_html

_ANCHORS = re.compile(r' (?:id="[^"]*"|(?:role="region" )?aria-labelledby="[^"]*"|href="#[^"]*")')
"""What is an anchor or needs one: a region without the anchor of its name would be one without a name."""

UNTRANSLATED_SPAN = '<span class="untranslated">'
"""How a text begins that stands in the language of the original, since it is not translated."""

_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def content_html(content: inlines.Content) -> str:
    """The inlines as HTML."""
    text = "".join(map(_inline, content))
    is_own = content[:1] != (inlines.Text(UNTRANSLATED[0]),)
    return text if is_own else f"{UNTRANSLATED_SPAN}{text}</span>"


def _inline(inline: inlines.Inline) -> str:
    match inline:
        case inlines.Text():
            return text_html(inline.text)
        case inlines.PrintedFact() | inlines.CrossReference():
            return content_html(inline.content)
        case inlines.Italic():
            return f"<em>{content_html(inline.content)}</em>"
        case inlines.Bold():
            return f"<strong>{content_html(inline.content)}</strong>"
        case inlines.Link():
            return _link(inline.url)
        case inlines.NoteMark():
            return both_html(_mark(inline.note, inline.was or inline.label), _mark(inline.note, inline.label))
        case inlines.NumberReference():
            return f'<a href="#{text_html(inline.target)}">{text_html(inline.label)}</a>'
        case inlines.Inserted() | inlines.Deleted():
            return edition_html(type(inline), content_html(inline.part))
        case inlines.NameUse() | inlines.ListJoin():
            raise AssertionError(f"{inline} is not settled")
        case _:
            assert_never(inline)


def _link(url: str) -> str:
    # javascript: and the like are printed and lead nowhere.
    return f'<a href="{text_html(url)}" dir="ltr">{text_html(url)}</a>' if _WEB.match(url) else text_html(url)


def _mark(note: str, label: str) -> str:
    """The mark of a note, which leads to it; a letter leads to the note below its table, figure or box."""
    if label.isdecimal() or label.startswith("*"):
        return f'<sup><a id="{note_mark_anchor(note)}" href="#{note_anchor(note)}" role="doc-noteref">{label}</a></sup>'
    return f'<sup><a href="#{text_html(note)}" role="doc-noteref"><i>{text_html(label)}</i></a></sup>'


def note_anchor(note: str) -> str:
    """The anchor of a footnote, which may have the id of a block."""
    return f"note-{text_html(note)}"


def note_mark_anchor(note: str) -> str:
    """The anchor of the mark of a footnote."""
    return f"mark-{text_html(note)}"


def edition_html(kind: Kind | None, text: str) -> str:
    """Some HTML as one edition alone has it, or as both have."""
    if kind is None or not text:
        return text
    if kind is Inserted:
        return f"<ins>{text}</ins>"
    # What the older edition alone has may have the ids of the newer one, and leads nowhere any more.
    return f"<del>{_ANCHORS.sub('', text)}</del>"


def both_html(old: str, new: str) -> str:
    """A text in the place of another; one that is the same stands once."""
    return new if old == new else edition_html(inlines.Deleted, old) + edition_html(Inserted, new)
