"""Phrases of the original that come again, and what stands for them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from reportgen.checks.versions import renderings
from reportgen.checks.versions.renderings import common_grams
from reportgen.pipeline.build import build_all, checked_edition

_VERBS = ("adopted", "revised", "printed", "funded", "discussed", "presented", "welcomed", "extended")

WORDS = ("states", "member", "the", "cooperation", "prison", "reform", "of", "training", "officers")
SIGNS = "会员国监狱改革合作的"


def said(tiny: Any, tag: str, translations: Sequence[str]) -> list[tuple[str, str]]:
    """The pieces that translate "action plan" otherwise, each with the message of its finding."""
    texts = [f"The action plan was {verb}." for verb in _VERBS]
    tiny.report("symbol: A/99/1\ntitle: T\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    paragraphs = "".join(f'- {{id: p{at}, text: "{text}"}}\n' for at, text in enumerate(texts))
    tiny.section(f"id: first\nheading: H\nparagraphs:\n{paragraphs}")
    pairs = enumerate(zip(texts, translations, strict=True))
    entries = (f'msgctxt "p{at}"\nmsgid "{one}"\nmsgstr "{other}"\n' for at, (one, other) in pairs)
    tiny.catalogue("\n".join(entries), tag)
    report = tiny.load()
    edition = checked_edition(tiny.workspace, report, build_all(tiny.workspace, report, ("en", tag)))
    return [(each.where, each.message) for each in renderings.check(edition)]


def test_letters_that_arabic_glues_to_a_word_make_no_other_one(tiny: Any) -> None:
    begins = ("", "و", "ف", "ب", "ل", "ك", "وب")
    translated = [f"{glued}خطة العمل نص{'abcdefg'[at]}." for at, glued in enumerate(begins)]
    ((where, message),) = said(tiny, "ar", [*translated, "البرنامج الوطني نص."])
    assert "(p7)" in where
    assert message == "'action plan' is translated otherwise than elsewhere (خطة العمل)"


def test_a_text_that_quotes_a_chinese_word_has_its_other_words_as_well(tiny: Any) -> None:
    translated = [f"Le plan d’action a été {verb}." for verb in _VERBS]
    quoting = "Le plan d’action, 计划, a été suivi."
    ((where, message),) = said(tiny, "fr", [quoting, *translated[1:-1], "Un programme national fut suivi."])
    assert "(p7)" in where
    assert "plan" in message


def test_what_is_no_word_of_a_phrase_asks_for_nothing_anew(
    tiny: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "store"))
    learned: list[object] = []
    odd_pieces = renderings._odd_pieces
    monkeypatch.setattr(renderings, "_odd_pieces", lambda *about: learned.append(about) or odd_pieces(*about))
    translated = [f"Le plan d’action a été {verb}." for verb in _VERBS]
    odd = "Un programme national fut suivi."
    first = said(tiny, "fr", [*translated[:-1], odd])
    assert len(first) == 1
    assert said(tiny, "fr", [*translated[:-1], odd]) == first
    # Neither another sign nor a word that no recurring phrase has changes what stands for the phrases.
    monkeypatch.setattr(f"{__name__}._VERBS", (*_VERBS[:-1], "prolonged indeed"))
    assert said(tiny, "fr", [*(f"{each[:-1]}!" for each in translated[:-1]), odd]) == first
    assert len(learned) == 1
    assert said(tiny, "fr", translated) == []
    assert len(learned) == 2


def every_run(text: str) -> set[tuple[str, ...]]:
    """All runs of a text, however rare: of stems, or of signs in Chinese."""
    if text[:1] in SIGNS:
        return {(text[at : at + size],) for size in range(2, 9) for at in range(len(text) - size + 1)}
    stems = [word[:5] for word in text.split()]
    return {tuple(stems[at : at + size]) for size in range(1, 5) for at in range(len(stems) - size + 1)}


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("is_chinese", [False, True])
def test_no_common_run_is_missed(seed: int, is_chinese: bool) -> None:
    chance = random.Random(seed)
    units, joint = (SIGNS, "") if is_chinese else (WORDS, " ")
    texts = {str(number): joint.join(chance.choices(units, k=chance.randrange(1, 30))) for number in range(12)}
    runs = {name: every_run(text) for name, text in texts.items()}
    counted = Counter(run for each in runs.values() for run in each)
    common = {run for run, count in counted.items() if count >= 3}
    assert common
    stretches = {
        name: [text if is_chinese else tuple(word[:5] for word in text.split())] for name, text in texts.items()
    }
    assert common_grams(stretches, 3) == {name: each & common for name, each in runs.items()}
