"""What is printed as HTML in which facts can be pointed at: `marked_html(content)`."""

from __future__ import annotations

from typing import assert_never

from reportgen.tree import inlines
from reportgen.tree.inlines import Content
from reportgen.tree.text import text_html
from reportgen.writers.html.inlines import content_html


def marked_html(content: Content) -> str:
    """The inlines as HTML, facts and cross-references as elements that tell what they print."""
    return "".join(map(_inline, content))


def _inline(inline: inlines.Inline) -> str:
    match inline:
        case inlines.PrintedFact():
            about = f'data-fact="{text_html(inline.fact)}" data-kind="{text_html(inline.kind)}"'
            value = f'data-value="{text_html(inline.value)}"'
            return (
                f'<span class="fact" role="button" tabindex="-1" {about} {value}>{content_html(inline.content)}</span>'
            )
        case inlines.CrossReference():
            target = text_html(inline.targets[0]) if inline.targets else ""
            return f'<a class="ref" tabindex="-1" href="#row-{target}">{_text(inline.content)}</a>'
        case inlines.Italic():
            return f"<em>{marked_html(inline.content)}</em>"
        case inlines.Bold():
            return f"<strong>{marked_html(inline.content)}</strong>"
        case inlines.NoteMark():
            return (
                f'<sup><a tabindex="-1" href="#row-note-{text_html(inline.note)}">{text_html(inline.label)}</a></sup>'
            )
        case inlines.Inserted() | inlines.Deleted():
            return marked_html(inline.part)
        case inlines.Text() | inlines.NumberReference() | inlines.NameUse() | inlines.ListJoin():
            return content_html((inline,))
        case inlines.Link():
            return f'<span dir="ltr">{text_html(inline.url)}</span>'
        case _:
            assert_never(inline)


def _text(content: Content) -> str:
    from reportgen.tree.text import plain_text

    return text_html(plain_text(content))
