from __future__ import annotations

import pytest

from reportgen.comparison.fingerprints import SKETCH, Digest, Fingerprint, digest, settled, sketch, word_set

ENGLISH = "Expert meetings were convened to review the forthcoming handbook on the quality of legal aid in prisons."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("two  spaces\tand\u00a0a\nbreak ", "two spaces and a break"),
        ("un\u00adseen\u200b \u200esigns\u200f", "unseen signs"),
        ("non\u2011breaking\u2010hyphen", "non-breaking-hyphen"),
        ("中文\n段落，第 41 段", "中文段落，第41段"),
        ("Cafe\u0301", "Café"),
        ("", ""),
    ],
)
def test_what_only_lays_out_a_text_is_settled(text: str, plain: str) -> None:
    assert settled(text) == plain


def test_a_digest_is_ten_hexadecimal_digits_of_the_settled_text() -> None:
    assert digest("a  text") == digest("a\ntext") == digest("a text")
    assert len(digest("a text")) == 10
    assert digest("a text") != digest("atext")


def test_words_are_long_ones_figures_and_pairs_of_chinese() -> None:
    assert word_set("The 76 cases of 2018, in MALAWI") == {"76", "cases", "2018", "malawi"}
    assert word_set("联合国") == {"联合", "合国"}
    assert word_set("段") == {"段"}


def test_a_sketch_is_sorted_and_short() -> None:
    many = " ".join(f"word{'abcdefghijklmnopqrst'[index]}" for index in range(20))
    assert len(sketch(many)) == SKETCH
    assert list(sketch(many)) == sorted(sketch(many))
    assert sketch("few words here") == ("here", "words")


def test_a_part_is_within_its_whole() -> None:
    whole, part = Fingerprint.of(ENGLISH), Fingerprint.of(ENGLISH[:50])
    assert part.within(whole) == pytest.approx(1, abs=0.2)
    assert whole.within(part) < 0.6
    assert Fingerprint.of("").within(whole) == 0
    assert whole.likeness(whole) == 1


def test_a_sketch_stands_for_its_text() -> None:
    long = " ".join(f"{word}{number}" for number in "abcdefgh" for word in word_set(ENGLISH))
    sampled = Fingerprint.sampled(sketch(long))
    assert sampled.likeness(Fingerprint.of(long)) == 1
    assert sampled.likeness(Fingerprint.of(ENGLISH)) == 0
    half = " ".join(long.split()[: len(long.split()) // 2])
    assert Fingerprint.of(half).within(sampled) == 1


@pytest.mark.parametrize("text", ["3f9c02d1aa", "3f9c02d1aa-80b7e6f14c"])
def test_a_digest_is_read_as_it_was_written(text: str) -> None:
    assert str(Digest.parse(text)) == text


def test_another_name_is_no_other_wording() -> None:
    assert not Digest("a", "w").reworded(Digest("b", "w"))
    assert Digest("a", "w").reworded(Digest("b", "x"))
    assert Digest("a", "w").reworded(Digest("b"))
    assert not Digest("a", "w").reworded(Digest("a"))
