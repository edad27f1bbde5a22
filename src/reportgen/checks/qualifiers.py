"""The words of a qualifier stand near its figure: more than 60, at least 75."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition, contents
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.model.facts import WrittenFact
from reportgen.model.report import Paragraph, all_subparagraphs, paragraph_facts
from reportgen.tree.inlines import Content, PrintedFact
from reportgen.tree.text import plain_text

CODES = {
    "RG071": Code(
        "the words of a qualifier are missing",
        "A fact with a qualifier (more_than, at_least, up_to, about, nearly) is printed with the words for it close "
        "before or behind the figure. The words that count are listed in the language's conventions.",
    )
}

_BEFORE, _BEHIND = 60, 24


def check(edition: Edition) -> Iterator[Finding]:
    """Look for the words of every qualifier in every language."""
    owners = {name: paragraph for paragraph in edition.report.all_paragraphs() for name in _ids(paragraph)}
    for document in edition.documents.values():
        language = edition.languages[document.language]
        for name, where, content in contents(document):
            if name in owners:
                facts = paragraph_facts(owners[name])
                for fact, qualifier in _bare(content, facts, language):
                    message = f"the words for '{qualifier}' are missing beside the fact '{fact}'"
                    hint = "one of: " + ", ".join(language.conventions.qualifiers.get(qualifier, ()))
                    yield Finding("RG071", "error", message, document.language, where, hint=hint)


def _ids(paragraph: Paragraph) -> list[str]:
    return [paragraph.id, *(part.id for _, part in all_subparagraphs(paragraph)), *paragraph.notes]


def _bare(content: Content, facts: dict[str, WrittenFact], language: Language) -> Iterator[tuple[str, str]]:
    """The printed facts of a block that want a qualifier and have none near them."""
    for index, inline in enumerate(content):
        if not isinstance(inline, PrintedFact) or inline.fact not in facts:
            continue
        qualifier = getattr(facts[inline.fact].value, "qualifier", "exact")
        if qualifier == "exact":
            continue
        text = (
            plain_text(content[:index])[-_BEFORE:] + plain_text((inline,)) + plain_text(content[index + 1 :])[:_BEHIND]
        )
        words = language.conventions.qualifiers.get(qualifier, ())
        if not any(word in text.casefold() for word in words):
            yield inline.fact, qualifier
