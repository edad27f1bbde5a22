from __future__ import annotations

import pytest

from tests.recover.conftest import MakePrinted


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("judges from Lashkargah", ["Lashkargah"]),
        ("judges from Deh Rawud and Ouinhi", ["Deh Rawud", "Ouinhi"]),
        ("judges. Afterwards, clerks", []),
        ("judges of the Government", []),
        ("judges of Kenya", []),
        ("judges (No. II)", []),
        ("judges in support of Goal 5", []),
        ("judges until 18 July", []),
    ],
)
def test_names_in_capitals_that_the_lexicon_lacks_are_named(printed: MakePrinted, typed: str, names: list[str]) -> None:
    found = printed("en", "It trained judges there.").edited("judges", typed)
    assert [each.what for each in found.questions if each.kind == "unknown name"] == names


def test_words_that_the_piece_has_already_are_known(printed: MakePrinted) -> None:
    found = printed("en", "The Lashkargah court met. Judges came.").edited("Judges came", "Judges of Lashkargah came")
    assert found.questions == ()
