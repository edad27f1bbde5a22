"""The words of a qualifier stand near its figure: more than 60, at least 75."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition, own_contents
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.model.facts import WrittenFact
from reportgen.tree.inlines import Bold, Content, Inline, Italic, PrintedFact
from reportgen.tree.text import plain_text

CODES = {
    "RG071": Code(
        "the words of a qualifier are missing",
        "A fact with a qualifier (more_than, at_least, up_to, about, nearly) is printed with the words for it close "
        "before or behind the figure. The words that count are listed in the language's conventions.",
    )
}

_NEAR = {"han": (10, 8)}
_NEAR_WORDS = (60, 24)
"""How many characters before and behind a figure its qualifier may stand; fewer where a character is a word."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look for the words of every qualifier in every language."""
    owners = {item.id: item for item in edition.report.all_items()}
    owners |= {name: item for item in edition.report.all_items() for name, _ in item.entries()}
    for document in edition.documents.values():
        language = edition.languages[document.language]
        for name, where, content in own_contents(document):
            if name in owners:
                facts = edition.report.facts_of(owners[name])
                for fact, qualifier in _bare(content, facts, language):
                    message = f"the words for '{qualifier}' are missing beside the fact '{fact}'"
                    words = language.conventions.qualifiers.get(qualifier, ())
                    hint = "one of: " + ", ".join(word.strip() for word in words)
                    yield Finding("RG071", "error", message, document.language, where, hint=hint)


def _flat(content: Content) -> Content:
    """The inlines without the marks of emphasis round them."""
    found: list[Inline] = []
    for inline in content:
        found += _flat(inline.content) if isinstance(inline, Italic | Bold) else (inline,)
    return tuple(found)


def _bare(content: Content, facts: dict[str, WrittenFact], language: Language) -> Iterator[tuple[str, str]]:
    """The printed facts of a block that want a qualifier and have none near them."""
    content = _flat(content)
    for index, inline in enumerate(content):
        if not isinstance(inline, PrintedFact) or inline.fact not in facts:
            continue
        qualifier = getattr(facts[inline.fact].value, "qualifier", "exact")
        if qualifier == "exact":
            continue
        before, behind = _NEAR.get(language.conventions.script, _NEAR_WORDS)
        text = plain_text(content[:index])[-before:] + plain_text((inline,)) + plain_text(content[index + 1 :])[:behind]
        words = language.conventions.qualifiers.get(qualifier, ())
        if not any(_stands(word, text.casefold(), language) for word in words):
            yield inline.fact, qualifier


def _stands(word: str, text: str, language: Language) -> bool:
    """Whether a word begins somewhere in the text; Chinese has no blanks, and Arabic joins small words to others."""
    if language.conventions.script in ("han", "arabic"):
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None
