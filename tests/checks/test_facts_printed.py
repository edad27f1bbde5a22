from __future__ import annotations

from collections.abc import Callable

from reportgen.checks import Edition, facts_printed

PARAGRAPHS = """
    - id: one
      facts:
        country: {place: NE}
        other: {place: KE}
        trained: {count: 60}
        ages: {range: [13, 18]}
        when: {date: 2018-07}
      text: >
        In {{ country }} and {{ other }}, {{ trained }} of those aged {{ ages }} were trained in {{ when }};
        {{ trained }} in {{ country }}.
"""


def messages(edition: Callable[..., Edition], text: str) -> list[str]:
    return [str(each) for each in facts_printed.check(edition(PARAGRAPHS, {"one": text}))]


GOOD = "{{ country }}、{{ other }}{{ trained }}{{ ages }}{{ when }}{{ trained }}"


def test_the_same_facts(edition: Callable[..., Edition]) -> None:
    assert messages(edition, GOOD) == []


def test_names_may_be_said_more_often_or_less_and_words_may_be_chosen(edition: Callable[..., Edition]) -> None:
    text = (
        "{{ country }}{{ country }}{{ country }}{{ other }}{{ ages.low }}{{ ages.high }}"
        '{{ trained | as("六十") }}{{ trained | counted(other="#名") }}{{ when }}'
    )
    assert messages(edition, text) == []


def test_a_figure_that_is_not_printed(edition: Callable[..., Edition]) -> None:
    assert messages(edition, GOOD.removesuffix("{{ trained }}")) == [
        "RG031 error zh para. 1 (one): the fact 'trained' (60) is printed 1 time, 2 times in en"
    ]


def test_words_that_agree_print_no_figure(edition: Callable[..., Edition]) -> None:
    text = GOOD.removesuffix("{{ trained }}") + '{{ trained | plural(other="人") }}'
    assert messages(edition, text) == [
        "RG031 error zh para. 1 (one): the fact 'trained' (60) is printed 1 time, 2 times in en"
    ]


def test_a_figure_that_is_printed_too_often(edition: Callable[..., Edition]) -> None:
    assert messages(edition, GOOD + "{{ when }}{{ ages.low }}") == [
        "RG031 error zh para. 1 (one): the fact 'ages' (13) is printed 2 times, 1 time in en",
        "RG031 error zh para. 1 (one): the fact 'when' (2018-07) is printed 2 times, 1 time in en",
    ]


def test_a_name_that_is_not_printed(edition: Callable[..., Edition]) -> None:
    assert messages(edition, GOOD.replace("{{ other }}", "")) == [
        "RG032 error zh para. 1 (one): the name 'Kenya' ('肯尼亚') of the fact 'other' is not printed"
    ]


def test_a_name_that_the_original_has_not(edition: Callable[..., Edition]) -> None:
    assert messages(edition, GOOD + "{{ unodc }}") == [
        "RG033 warning zh para. 1 (one): the name '联合国毒品和犯罪问题办公室' of the fact 'unodc' "
        "is printed, but not in en"
    ]
