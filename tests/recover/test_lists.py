"""Lists of names: items more or fewer, in another order, or no list any more."""

from __future__ import annotations

import pytest

from reportgen.facts import Names
from tests.recover.conftest import MakePrinted

BOTH = Names("place", ("KH", "VN"), many=True, order="sorted")
WORDING = "It worked in {{ lands }} and elsewhere."


@pytest.mark.parametrize(
    ("new", "ids"),
    [
        ("Cambodia, Nepal and Viet Nam", ("KH", "VN", "NP")),
        ("Bhutan, Cambodia and Viet Nam", ("KH", "VN", "BT")),
        ("Cambodia, Viet Nam and Zambia", ("KH", "VN", "ZM")),
        ("Cambodia", ("KH",)),
        ("Nepal", ("NP",)),
    ],
)
def test_items_may_come_and_go(printed: MakePrinted, new: str, ids: tuple[str, ...]) -> None:
    found = printed("en", WORDING, {"lands": BOTH}).edited("Cambodia and Viet Nam", new)
    assert found.wording == WORDING
    assert [each.new for each in found.changed] == [Names("place", ids, many=True, order="sorted")]
    assert (found.proposed, found.gone, found.questions, found.settled) == ((), (), (), ())


@pytest.mark.parametrize("typed", ["Viet Nam and Cambodia", "Cambodia, and Viet Nam", "Viet Nam, Cambodia"])
def test_order_and_joints_of_a_sorted_list_are_ours(printed: MakePrinted, typed: str) -> None:
    found = printed("en", WORDING, {"lands": BOTH}).edited("Cambodia and Viet Nam", typed)
    assert found.wording == WORDING
    assert not found.changed
    assert [(place.kind, place.ours) for place in found.settled] == [("list", "Cambodia and Viet Nam")]


def test_the_order_of_a_list_in_the_order_given_is_its_author_s(printed: MakePrinted) -> None:
    given = Names("place", ("KH", "VN"), many=True, order="given")
    found = printed("en", WORDING, {"lands": given}).edited("Cambodia and Viet Nam", "Viet Nam and Cambodia")
    assert [each.new for each in found.changed] == [Names("place", ("VN", "KH"), many=True, order="given")]


def test_items_with_words_between_them_are_printed_one_by_one(printed: MakePrinted) -> None:
    found = printed("en", WORDING, {"lands": BOTH}).edited("Cambodia and Viet Nam", "Viet Nam and, later, Cambodia")
    assert found.wording == "It worked in {{ lands.VN }} and, later, {{ lands.KH }} and elsewhere."
    assert (found.changed, found.proposed, found.gone) == ((), (), ())


def test_an_item_that_is_printed_by_itself_may_become_another(printed: MakePrinted) -> None:
    piece = printed("en", "It worked in {{ lands.KH }} and in {{ lands.VN }}.", {"lands": BOTH})
    found = piece.edited("Cambodia", "Nepal")
    assert found.wording == "It worked in {{ lands.NP }} and in {{ lands.VN }}."
    assert [each.new.ids for each in found.changed if isinstance(each.new, Names)] == [("NP", "VN")]


def test_a_list_that_stands_elsewhere_whole_keeps_its_items(printed: MakePrinted) -> None:
    piece = printed("en", "{{ lands }} met. Later {{ lands }} agreed.", {"lands": BOTH})
    found = piece.edited("Later Cambodia and Viet Nam", "Later Cambodia")
    assert found.wording == "{{ lands }} met. Later {{ lands.KH }} agreed."
    assert (found.changed, found.questions) == ((), ())


def test_a_list_in_a_language_that_says_its_preposition_again(printed: MakePrinted) -> None:
    piece = printed("ru", 'Работа {{ lands | form("in") }} велась.', {"lands": BOTH})
    found = piece.edited("во Вьетнаме и в Камбодже", "во Вьетнаме, в Камбодже и Таиланде")
    assert found.wording == piece.piece.wording
    assert [each.new.ids for each in found.changed if isinstance(each.new, Names)] == [("KH", "VN", "TH")]


def test_a_name_that_lists_turn_round_stays_an_item_where_the_list_is_broken(printed: MakePrinted) -> None:
    lands = Names("place", ("BO", "KH"), many=True, order="sorted")
    came = printed("en", "It worked in {{ lands }}.", {"lands": lands})
    assert came.text == "It worked in Bolivia (Plurinational State of) and Cambodia."
    found = came.edited(" and Cambodia", " and, later, Cambodia")
    assert found.wording == "It worked in {{ lands.BO }} and, later, {{ lands.KH }}."
    assert (found.changed, found.gone) == ((), ())
    assert [(place.kind, place.ours) for place in found.settled] == [("name", "the Plurinational State of Bolivia")]


def test_blanks_round_the_joins_of_a_chinese_list_are_ours(printed: MakePrinted) -> None:
    found = printed("zh", "在{{ lands }}开展工作。", {"lands": BOTH}).edited("和", " 和 ")
    assert found.wording == "在{{ lands }}开展工作。"
    assert [place.kind for place in found.settled] == ["list"]
