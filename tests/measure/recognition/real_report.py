"""The real report of the repository, printed and read again as if nothing else were known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import reportgen
from reportgen.facts import Names
from reportgen.language import Language, spelled
from reportgen.language.formats import FormError
from reportgen.language.recognition.plain import plain_form
from reportgen.tree.inlines import Bold, Content, Italic, PrintedFact
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from tests.measure.recognition.counted import Counted, Expected, count, joined
from tests.tools.recognition import language_of

_COMMON_NOUNS = ("group", "topic", "item", "language")


@lru_cache(maxsize=1)
def _report() -> reportgen.Report:
    return reportgen.load("inputs/e-cn.15-2019-9")


def counted_report(tag: str) -> Counted:
    """What is found of all that the report prints with a figure, with a number word from two, or by name."""
    language = language_of(tag)
    named: set[Names] = set()
    counted = []
    for block in all_blocks(reportgen.build(_report(), language=tag)):
        content = content_of(block)
        if content:
            text = plain_text(content)
            stated = language.recognizer.stated(text, named)
            named |= {each.value for each in stated if isinstance(each.value, Names)}
            facts = [*_facts(content)]
            expected = [each for each in facts if each.is_name or _is_figure(each, text, language)]
            counted.append(count(text, expected, stated, [each for each in facts if each not in expected]))
    return joined(counted)


def _facts(content: Content) -> Iterator[Expected]:
    """The facts that are printed, with their places in the text."""
    at = 0
    for inline in _flat(content):
        end = at + len(plain_text((inline,)))
        if isinstance(inline, PrintedFact) and inline.kind not in _COMMON_NOUNS:
            yield Expected(at, end, inline.kind, inline.value)
        at = end


def _flat(content: Content) -> Content:
    found: Content = ()
    for inline in content:
        found += _flat(inline.content) if isinstance(inline, Italic | Bold) else (inline,)
    return found


def _is_figure(fact: Expected, text: str, language: Language) -> bool:
    """Whether a number is printed with a figure or, from two, with its number word; the Arabic dual has neither."""
    words, number = plain_form(text[fact.start : fact.end]), fact.value.partition(" ")[0]
    if any(map(str.isdigit, words)):
        return True
    # What goes on behind the word is another word: a nine-month programme (девятимесячная) does not say nine.
    ends = r"(?![^\W\d_\u4e00-\u9fff])"
    return (
        number.isdecimal()
        and int(number) > 1
        and any(re.search(re.escape(each) + ends, words) for each in _words(int(number), language))
    )


def _words(number: int, language: Language) -> set[str]:
    found = set()
    for form in ("", *language.conventions.numbers.forms):
        try:
            word = spelled.number_in_words(language.conventions, number, form)
        except FormError:
            continue
        found |= {plain_form(word), plain_form(word).capitalize()} if word else set()
    return found
