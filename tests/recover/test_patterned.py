"""Facts that are printed by a pattern: what was printed comes back, and so does another value, in six languages."""

from __future__ import annotations

import pytest

from reportgen.facts import Value
from tests.language.test_patterned import TAGS, VALUES
from tests.language.test_patterned import printed as text_of
from tests.recover.conftest import MakePrinted
from tests.recover.test_laws import another
from tests.tools.recognition import language_of

WORDS = {"ar": ("هدف", "هدف"), "en": ("aim", "aim"), "es": ("fin", "fin"), "fr": ("but", "but"), "ru": ("цель", "цель")}


def sentence(tag: str, text: str) -> str:
    """A text among words that say nothing of it."""
    before, behind = WORDS.get(tag, ("的", "的"))
    return f"{before}{text}{behind}。" if tag == "zh" else f"{before} {text} {behind}."


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("value", VALUES, ids=str)
def test_another_value_comes_back(printed: MakePrinted, tag: str, value: Value) -> None:
    new = another(value)
    assert new is not None
    wording = sentence(tag, "{{ n }}")
    piece = printed(tag, wording, {"n": value})
    assert piece.comes_back(sentence(tag, text_of(language_of(tag), value))).changed == ()
    found = piece.comes_back(sentence(tag, text_of(language_of(tag), new)))
    assert found.wording == wording
    assert [each.new for each in found.changed] == [new]
