from __future__ import annotations

import pytest

from reportgen.comparison.words import changed_words


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("It trained 313 officials.", "It trained 331 officials.", "It trained [-313-]{+331+} officials."),
        ("It had 2,925 cases.", "It had 2,932 cases.", "It had [-2,925-]{+2,932+} cases."),
        ("They did agree.", "They did not agree.", "They did {+not +}agree."),
        ("more than 50 States", "50 States", "[-more than -]50 States"),
        ("共有 50 个国家", "共有 52 个国家", "共有 [-50-]{+52+} 个国家"),
        ("", "A new one.", "{+A new one.+}"),
        ("An old one.", "", "[-An old one.-]"),
        ("The same.", "The same.", ""),
    ],
)
def test_the_words_that_differ(old: str, new: str, shown: str) -> None:
    assert changed_words(old, new) == shown


def test_far_away_changes_are_shown_each_with_its_neighbours() -> None:
    middle = " ".join(f"word{number}" for number in range(40))
    shown = changed_words(f"One {middle} end.", f"Two {middle} finish.")
    assert shown == "[-One-]{+Two+} word0 word1 word2 word3 … word36 word37 word38 word39 [-end-]{+finish+}."


def test_changes_with_only_a_blank_between_them_are_one() -> None:
    assert changed_words("It had seven apples left.", "It had nine pears left.") == (
        "It had [-seven apples-]{+nine pears+} left."
    )


def test_long_texts_without_a_common_word_are_compared_at_once() -> None:
    old, new = (" ".join(f"{letter}{number}" for number in range(9_000)) for letter in "ab")
    assert changed_words(old, new).startswith("[-a0 a1")


def test_a_long_new_text_is_cut() -> None:
    assert len(changed_words("", "word " * 500)) < 200


@pytest.mark.parametrize("words", ["once {} long gone the", "旧{}老故昔的"])
def test_a_text_that_was_written_anew_is_shown_as_a_whole(words: str) -> None:
    # The signs and the last word are the same, as in any two texts.
    old, new = ("".join(f"{words.format(number + since)}, " for number in range(50)) for since in (0, 100))
    for word, other in (("once", "were"), ("long gone", "all there"), ("旧", "新"), ("老故昔", "今鲜现")):
        new = new.replace(word, other)
    assert changed_words(old, new) == f"[-{old}-]{{+{new}+}}"


def test_a_long_text_of_which_most_is_the_same_is_shown_by_its_changes() -> None:
    old = " ".join(f"word{number}" for number in range(60))
    assert changed_words(old, old.replace("word30", "other")) == (
        "word26 word27 word28 word29 [-word30-]{+other+} word31 word32 word33 word34"
    )
