"""Numbers together with their nouns: other numbers, other words, and words left as they were."""

from __future__ import annotations

import pytest

from reportgen.facts import Count, Names
from tests.recover.conftest import MakePrinted

WORDING = 'It held {{ n | counted(one="one workshop", other="# workshops") }} there.'
RUSSIAN = '{{ n | form("m.gen") | counted(one="# сотрудника", few="# сотрудников", many="# сотрудников", other="#") }}'
ARABIC = (
    '{{ n | form("f") | counted(zero="صفر من المركبات", one="مركبة للأغذية", two="مركبتان", few="# مركبات للأغذية", '
    'many="# مركبة للأغذية", other="# مركبة للأغذية") }}'
)


@pytest.mark.parametrize(("typed", "number"), [("three workshops", 3), ("one workshop", 1), ("331 workshops", 331)])
def test_a_number_with_the_words_for_it_changes_the_fact(printed: MakePrinted, typed: str, number: int) -> None:
    found = printed("en", WORDING, {"n": Count(2)}).edited("two workshops", typed)
    assert found.wording == WORDING
    assert [each.new for each in found.changed] == [Count(number)]
    assert (found.questions, found.settled) == ((), ())


def test_words_that_were_not_inflected_are_put_right(printed: MakePrinted) -> None:
    found = printed("ru", f"Обучено {RUSSIAN}.", {"n": Count(313)}).edited("313 сотрудников", "321 сотрудников")
    assert found.wording == f"Обучено {RUSSIAN}."
    assert [each.new for each in found.changed] == [Count(321)]
    assert [(place.kind, place.ours) for place in found.settled] == [("agreement", "321 сотрудника")]


def test_a_figure_for_a_category_without_one_is_put_right(printed: MakePrinted) -> None:
    found = printed("en", WORDING, {"n": Count(2)}).edited("two workshops", "1 workshops")
    assert found.wording == WORDING
    assert [(place.kind, place.ours) for place in found.settled] == [("agreement", "one workshop")]


def test_other_words_are_taken_for_the_printed_category_and_asked_for_the_others(printed: MakePrinted) -> None:
    found = printed("en", WORDING, {"n": Count(2)}).edited("two workshops", "two seminars")
    assert found.wording == 'It held {{ n | counted(one="one workshop", other="# seminars") }} there.'
    assert [(each.kind, each.fact) for each in found.questions] == [("other words", "n")]


def test_one_category_leaves_nothing_to_ask(printed: MakePrinted) -> None:
    found = printed("zh", '举办了{{ n | counted(other="#期讲习班") }}。', {"n": Count(2)}).edited(
        "两期讲习班", "三次会议"
    )
    assert found.wording == '举办了{{ n | counted(other="#次会议") }}。'
    assert [each.new for each in found.changed] == [Count(3)]
    assert not found.questions


def test_a_phrase_without_its_number_is_gone(printed: MakePrinted) -> None:
    found = printed("en", WORDING, {"n": Count(2)}).edited("two workshops", "several workshops")
    assert found.wording == "It held several workshops there."
    assert found.gone == ("n",)
    assert [each.kind for each in found.questions] == ["gone"]


def test_a_number_before_a_phrase_that_says_none_belongs_to_it(printed: MakePrinted) -> None:
    piece = printed("ar", f"واشتُريت {ARABIC} هناك.", {"n": Count(1)})
    found = piece.edited("مركبة للأغذية", "27 مركبة للأغذية")
    assert found.wording == piece.piece.wording
    assert [each.new for each in found.changed] == [Count(27)]


def test_words_of_a_group_are_the_lexicon_s(printed: MakePrinted) -> None:
    facts = {"n": Count(53), "who": Names("group", ("prosecutors",), many=True)}
    piece = printed("en", 'It trained {{ n | of("who") }} there.', facts)
    found = piece.edited("53 prosecutors", "53 lawyers")
    assert found.wording == "It trained {{ n }} lawyers there."
    assert [each.kind for each in found.questions] == ["words of a group"]
    again = piece.edited("53 prosecutors", "31 prosecutors")
    assert again.wording == piece.piece.wording
    assert [each.new for each in again.changed] == [Count(31)]
