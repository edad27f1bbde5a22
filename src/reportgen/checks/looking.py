"""How most rules of style look: for words or patterns in the text that somebody typed; this is no rule itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.language.style import Style

Listed = Callable[[Style], dict[str, str]]
IsRight = Callable[[str, Language], bool]
"""Whether a phrase of a list is right in a language all the same."""


def listed_words(
    edition: Edition,
    code: str,
    rule: Code,
    choose: Listed,
    message: str,
    is_exact: bool = False,
    is_right: IsRight | None = None,
) -> Iterator[Finding]:
    """A finding for each word or phrase of a list; `{found}` and `{instead}` stand in the message.

    A phrase that is written as it stands is right, also where a part of it would not be; so is what `is_right`.
    """
    for document in edition.documents.values():
        text = edition.text_of(document)
        words = choose(text.style)
        for content, start, end, phrase in text.phrases(words, is_exact):
            if words[phrase] == phrase or (is_right and is_right(phrase, edition.languages[document.language])):
                continue
            said = message.format(found=content.text[start:end], instead=words[phrase])
            yield content.finding(code, rule.severity, said, text.language, start, end)


def listed_patterns(
    edition: Edition, code: str, rule: Code, choose: Listed, message: str, triggers: str = "", is_safe: bool = False
) -> Iterator[Finding]:
    """A finding for each match of a pattern of a list; where that `is_safe`, with what is written instead."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        for pattern, instead in choose(text.style).items():
            for content, start, end, match in text.matches(pattern, triggers):
                new = match.expand(instead)
                said = message.format(found=shown(match.group()), instead=shown(new))
                fix = new if is_safe else None
                yield content.finding(code, rule.severity, said, text.language, start, end, fix)


def shown(text: str) -> str:
    """A text whose no-break blanks can be seen in a message."""
    return text.replace("\u00a0", "␣").replace("\u202f", "␣")
