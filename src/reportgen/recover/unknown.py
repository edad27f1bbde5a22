"""Names in capitals that were typed and that the lexicon lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.language.conventions import Conventions
from reportgen.language.sentences import begins_sentence
from reportgen.recover.answer import Question
from reportgen.recover.recovery import Recovery
from reportgen.recover.tokens import Token

_LETTERS = 3
"""How many letters a word with a capital has at least; shorter ones are labels of lists and initials."""

_BETWEEN = re.compile(r"[ \u00a0’'-]?")
"""What may stand between two words of one name."""


def unknown_names(recovery: Recovery) -> Iterator[Question]:
    """A question for each run of words with capitals that stands in typed text and is no name of the lexicon."""
    known = {*_words(recovery.sent.flat.text), *_no_names(recovery.language.conventions)}
    run: list[Token] = []
    for token in recovery.edges.tokens:
        if _is_capital(recovery, token, known):
            if run and not _BETWEEN.fullmatch(recovery.text[run[-1].end : token.start]):
                yield _question(recovery, run)
                run = []
            run.append(token)
        elif run:
            yield _question(recovery, run)
            run = []
    if run:
        yield _question(recovery, run)


def _is_capital(recovery: Recovery, token: Token, known: set[str]) -> bool:
    text = recovery.new.text
    word = text[token.start : token.end]
    if token.kind != "word" or len(word) < _LETTERS or not word[0].isupper() or word in known:
        return False
    return (
        recovery.is_free(token.start, token.end)
        and not begins_sentence(recovery.language.conventions, text[: token.start])
        and not any(each.start <= token.start and token.end <= each.end for each in recovery.readings)
    )


def _no_names(conventions: Conventions) -> set[str]:
    """Words with a capital that are no names: Government, July, Goal."""
    rule = conventions.recognition
    months = (text for texts in conventions.dates.months.values() for text in texts)
    numbered = (text for texts in rule.numbered.values() for text in texts)
    return {*rule.capitals, *months, *numbered}


def _words(text: str) -> set[str]:
    """The words of a text as they are written."""
    return set(re.findall(r"[^\W\d_]+", text))


def _question(recovery: Recovery, run: list[Token]) -> Question:
    start, end = run[0].start, run[-1].end
    words = recovery.new.text[start:end]
    return Question("unknown name", words, ("letters",), "", recovery.new.shown(start), recovery.new.shown(end))
