"""A pattern is looked for only in texts that have its words, in any case."""

from __future__ import annotations

import re

import pytest

from reportgen.facts import Cited
from reportgen.language.recognition import patterned
from reportgen.language.recognition.patterned import PatternedReadings
from reportgen.language.recognition.plain import Plain
from tests.tools.recognition import language_of, stated_in


@pytest.mark.parametrize("text", ["as in article 33 of it", "AS IN ARTICLE 33 OF IT"])
def test_words_are_found_in_any_case(text: str) -> None:
    found = PatternedReadings(language_of("en").conventions).readings(Plain(text))
    assert Cited("article", "33") in [each.value for each in found]


def test_what_has_none_of_the_words_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    readings, asked = PatternedReadings(language_of("en").conventions), list[str]()

    def counted(expression: str) -> re.Pattern[str]:
        asked.append(expression)
        return re.compile(expression)

    monkeypatch.setattr(patterned, "_compiled_expression", counted)
    assert list(readings.readings(Plain("Officers of many countries were trained."))) == []
    assert asked == []
    assert list(readings.readings(Plain("They met at noon.")))
    assert len(asked) == 1


@pytest.mark.parametrize(("text", "said"), [("rule 63", "63"), ("the rule 63 per cent follow", "63%")])
def test_a_number_with_a_unit_is_none_of_a_citation(text: str, said: str) -> None:
    found = [value for _, _, value in stated_in("en", text)]
    assert len(found) == 1
    assert said in found[0]
