"""Which language a text is in."""

from __future__ import annotations

import pytest

from reportgen.comparison.versions.told_language import language_told_by
from tests.tools.recognition import TAGS, language_of

TEXTS = {
    "en": "The Office helped the Government to train the judges of the country.",
    "fr": "L’Office a aidé le Gouvernement à former les juges du pays.",
    "es": "La Oficina ayudó al Gobierno a capacitar a los jueces del país.",
    "ru": "Управление помогло правительству в подготовке судей.",
    "ar": "ساعد المكتب الحكومة على تدريب القضاة.",
    "zh": "UNODC 协助该国政府培训法官，并与 INTERPOL 合作。",
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_sentence_tells_its_language(tag: str) -> None:
    found = language_told_by([TEXTS[tag]], [language_of(each) for each in TAGS])
    assert found is not None
    assert found.tag == tag


def test_figures_tell_none() -> None:
    assert language_told_by(["12, 13"], [language_of(each) for each in TAGS]) is None
    assert language_told_by([TEXTS["ru"]], [language_of("en")]) is None
