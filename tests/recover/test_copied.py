"""A sentence that was copied prints the same facts again."""

from __future__ import annotations

from reportgen.facts import Count, Names
from tests.recover.conftest import MakePrinted

LANDS = Names("place", ("KH", "VN"), many=True, order="sorted")
FACTS = {"n": Count(5), "lands": LANDS, "m": Count(40, "more_than")}
FIRST = 'In {{ lands }}, the team trained {{ n | counted(one="one judge", other="# judges") }} in two long workshops.'
SECOND = "All of them went home with more than {{ m }} handbooks."


def test_a_copied_sentence_has_the_placeholders_of_the_first(printed: MakePrinted) -> None:
    came = printed("en", f"{FIRST} {SECOND}", FACTS)
    first = came.text[: came.text.index(" All")]
    found = came.comes_back(f"{came.text} {first}")
    assert found.wording == f"{FIRST} {SECOND} {FIRST}"
    assert (found.changed, found.proposed, found.gone, found.questions) == ((), (), (), ())


def test_a_copied_qualifier_is_asked_about_no_more_than_the_first(printed: MakePrinted) -> None:
    came = printed("en", f"{FIRST} {SECOND}", FACTS)
    second = came.text[came.text.index("All") :]
    found = came.comes_back(f"{came.text} {second}")
    assert found.wording == f"{FIRST} {SECOND} {SECOND}"
    assert (found.changed, found.questions) == ((), ())


def test_another_number_in_a_copy_is_a_new_fact(printed: MakePrinted) -> None:
    came = printed("en", f"{FIRST} {SECOND}", FACTS)
    first = came.text[: came.text.index(" All")].replace("five judges", "331 judges")
    found = came.comes_back(f"{came.text} {first}")
    assert found.changed == ()
    assert [each.value for each in found.proposed] == [Count(331)]
    assert found.wording.startswith(f"{FIRST} {SECOND} In {{{{ lands }}}}, the team trained {{{{ judges }}}} judges")


def test_a_few_words_are_the_same_by_chance(printed: MakePrinted) -> None:
    found = printed("en", "It met {{ n }} times. It was good.", {"n": Count(5)}).edited(
        "good.", "good. It met 5 people."
    )
    assert [each.value for each in found.proposed] == [Count(5)]
