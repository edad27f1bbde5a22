"""What stands beside a number is its own: Goal before the number of a Goal, and per cent behind a percentage alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.checks.content import IN_MASTHEAD, CheckedContent
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.language.conventions import Conventions
from reportgen.language.sentences import split_sentences
from reportgen.tree import nodes as tree

LOOKS_AT = PIECES
CODES = {
    "RG073": Code(
        "per cent beside a number that is none",
        "The fact is a count, and the words beside it say that it is a percentage. Write the noun that is counted, or "
        "make the fact a percentage: {percent: 29}.",
        proof=True,
    ),
    "RG074": Code(
        "the number of a Goal without the word for it",
        "A Goal is printed by its number, and the word stands before it in the same sentence: Goal 5, Goals 5, 11 and "
        "16. Another word (target 5) makes another thing of it.",
        proof=True,
    ),
}

_COUNTED = frozenset({"count", "range"})
_NUMBERED = frozenset({"sdg", "sdgs"})
_PROSE = (tree.Paragraph, tree.PlainParagraph, tree.Subparagraph, tree.Quotation, tree.Note, tree.ListItem)
_SIGNS = "[%٪％]"
_BLANKS = " \u00a0\u202f\n"


def check(edition: Edition) -> Iterator[Finding]:
    """Look at what is typed beside the counts and the Goals that each text prints."""
    for document in edition.documents.values():
        conventions = edition.languages[document.language].conventions
        for content in edition.contents(document):
            if content.is_own and not content.id.startswith(IN_MASTHEAD):
                yield from _percents(content, conventions, document.language)
                yield from _goals(content, conventions, document.language)


def _percents(content: CheckedContent, conventions: Conventions, tag: str) -> Iterator[Finding]:
    before, behind = _percent_words(conventions.recognition.percents, conventions.script)
    for fact, start, end in content.fact_places:
        if fact.kind not in _COUNTED:
            continue
        found = behind.match(content.text, end) or before.search(content.text, 0, start)
        if found and found.group() and content.is_typed(*found.span("words")):
            message = f"'{found['words']}' stands beside the count '{fact.fact}'"
            yield content.finding("RG073", "error", message, tag, *found.span("words"))


@lru_cache(maxsize=16)
def _percent_words(percents: tuple[str, ...], script: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says per cent before a number, at the end of a text, and behind one."""
    edge = "" if script == "han" else r"(?!\w)"
    before = [re.escape(each.partition("{n}")[0]) for each in percents if "{n}" in each]
    behind = [re.escape(each) for each in percents if "{n}" not in each]
    nothing = r"(?P<words>(?!))"
    return (
        re.compile(rf"(?P<words>{'|'.join(before)})\Z" if before else nothing),
        re.compile(rf"[{_BLANKS}]?(?P<words>{_SIGNS}|(?:{'|'.join(behind) or '(?!)'}){edge})"),
    )


def _goals(content: CheckedContent, conventions: Conventions, tag: str) -> Iterator[Finding]:
    for fact, start, end in content.fact_places:
        words = conventions.recognition.numbered.get("sdg", ()) if fact.kind in _NUMBERED else ()
        if not words or not content.text[start:end].isdecimal() or not isinstance(content.block, _PROSE):
            continue
        sentences = split_sentences(conventions, content.text)
        begin = next((first for first, last in sentences if first <= start < last), 0)
        if not any(word in content.text[begin:start] for word in words):
            message = f"the number {content.text[start:end]} of '{fact.fact}' has no '{words[0]}' before it"
            yield content.finding("RG074", "error", message, tag, start, end)
