"""What makes the sense of a text another one: numbers, dates, names, qualifiers and negations that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.facts import Names, value_said
from reportgen.language.recognition import Recognizer
from reportgen.recover import Recovered

_QUESTIONS = {
    "gone": "the number or date '{what}' is printed no more",
    "qualifier": "the qualifier is another one: '{what}'",
    "computed": "'{what}' is worked out and was typed over",
    "same fact": "'{what}' may be another number or a changed one",
    "unknown name": "'{what}' is a name that the lexicon lacks",
    "reference": "the cross-reference '{what}' points to nothing that was sent",
}
"""Questions that say that the sense may be another one, as they are told."""


def alarms(recovered: Recovered, old: str, new: str, recognizer: Recognizer) -> Iterator[str]:
    """One sentence for each thing in a text that says something else than before."""
    for changed in recovered.changed:
        yield f"the {changed.old.kind} '{changed.name}' is {value_said(changed.new)}, and was {value_said(changed.old)}"
    for proposed in recovered.proposed:
        yield f"a {proposed.value.kind} was typed: {value_said(proposed.value)}"
    asked = {question.fact for question in recovered.questions}
    yield from (f"the fact '{name}' is printed no more" for name in recovered.gone if name not in asked)
    for question in recovered.questions:
        if question.kind in _QUESTIONS:
            yield _QUESTIONS[question.kind].format(what=question.what)
    yield from _words("negation", _negations(old, recognizer), _negations(new, recognizer))
    yield from _words("qualifier", _qualifiers(old, recognizer), _qualifiers(new, recognizer))


def _words(kind: str, before: Counter[str], now: Counter[str]) -> Iterator[str]:
    yield from (f"the {kind} '{word}' is gone" for word in before - now)
    yield from (f"the {kind} '{word}' is new" for word in now - before)


def _negations(text: str, recognizer: Recognizer) -> Counter[str]:
    return Counter(text[each.start : each.end].casefold() for each in recognizer.negations(text))


def _qualifiers(text: str, recognizer: Recognizer) -> Counter[str]:
    """The qualifiers that stand beside a number: "about" is an everyday word elsewhere."""
    numbers = [each for each in recognizer.readings(text) if not isinstance(each.value, Names)]
    starts, ends = {each.start for each in numbers}, {each.end for each in numbers}
    found: Counter[str] = Counter()
    for each in recognizer.qualifiers(text):
        behind = {each.start - blank for blank in (0, 1)} & ends
        before = {each.end + blank for blank in (0, 1)} & starts
        found[each.qualifier] += bool(behind if each.behind else before)
    return +found
