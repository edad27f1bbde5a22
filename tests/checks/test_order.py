from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reportgen.checks import Edition, order

PARAGRAPHS = """
    - id: one
      facts:
        host: {place: NE}
        guest: {place: KE}
        partners: {places: [PE, ID]}
        judges: {count: 60}
        clerks: {count: 28}
      text: >
        {{ host }} trained {{ judges }} judges and {{ clerks }} clerks of {{ guest }} with {{ partners }}
        (see {{ para("two") }} and {{ para("three") }}).
    - {id: two, text: Words.}
    - {id: three, text: Words.}
"""
SAME = '{{ host }}{{ judges }}{{ clerks }}{{ guest }}{{ partners }}{{ para("two") }}{{ para("three") }}'
PLACE = "zh para. 1 (one):"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("judges", "judges", []),
        ("judges", "clerks",
         [f"RG038 note {PLACE} the facts of the kind count stand in the order clerks (28), judges (60); "
          "in the original judges (60), clerks (28)"]),
        ("host", "guest",
         [f"RG038 note {PLACE} the facts of the kind place stand in the order 肯尼亚, 尼日尔, 印度尼西亚, 秘鲁; "
          "in the original The Niger, Kenya, Indonesia, Peru"]),
        ('para("two")', 'para("three")',
         [f"RG023 warning {PLACE} the cross-references stand in the order three, two; in the original two, three"]),
    ],
)  # fmt: skip
def test_two_of_a_kind_that_were_exchanged(
    edition: Callable[..., Edition], one: str, other: str, said: list[str]
) -> None:
    text = SAME.replace(one, "\0").replace(other, one).replace("\0", other)
    assert [
        str(each) for each in order.check(edition(PARAGRAPHS, {"one": text, "two": "字。", "three": "字。"}))
    ] == said


def test_what_is_missing_is_told_by_other_rules(edition: Callable[..., Edition]) -> None:
    text = SAME.replace("{{ judges }}", "")
    assert list(order.check(edition(PARAGRAPHS, {"one": text, "two": "字。", "three": "字。"}))) == []


PLACES = """
    - id: one
      facts:
        city: {place: paris}
        country: {place: FR}
        region: {place: south-asia}
        countries: {places: [IN, NP, LK]}
        staff: {count: 50}
        length: {period: 3, unit: year}
      text: In {{ city }}, {{ country }}, {{ length }}, {{ staff }} staff; {{ countries }} in {{ region }}.
"""
LISTED = "{{ countries.IN }}、{{ countries.NP }}、{{ countries.LK }}"


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("{{ country }}{{ city }}{{ length }}{{ staff }}{{ region }}{{ countries }}", False),
        (f"{{{{ country }}}}{{{{ city }}}}{{{{ length }}}}{{{{ staff }}}}{{{{ region }}}}的{LISTED}", False),
        ("{{ country }}{{ city }}{{ length }}{{ staff }}{{ countries.LK }}{{ countries.IN }}{{ countries.NP }}在"
         "{{ region }}", False),
        # One of a list changed places with the region in which all of them lie, and a State with another.
        ("{{ city }}{{ country }}{{ length }}{{ staff }}{{ countries.IN }}的{{ region }}、{{ countries.NP }}、"
         "{{ countries.LK }}", True),
        ("{{ city }}{{ countries.IN }}{{ length }}{{ staff }}{{ country }}{{ countries.NP }}{{ countries.LK }}"
         "{{ region }}", True),
        # Figures of two kinds.
        ("{{ country }}{{ city }}{{ staff }}{{ length }}{{ region }}{{ countries }}", True),
    ],
)  # fmt: skip
def test_chinese_names_the_whole_before_its_parts_and_nothing_else_is_turned(
    edition: Callable[..., Edition], text: str, is_told: bool
) -> None:
    found = [each.code for each in order.check(edition(PLACES, {"one": text}))]
    assert found == (["RG038"] if is_told else [])


AGENCIES = """
    - id: one
      facts:
        office: {entity: unodc}
        agency: {entity: who}
      text: "{{ office }} paid {{ agency }}; {{ agency }} asked {{ office }}; {{ office }} told {{ agency }}."
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("office agency agency office office agency", ""),
        ("agency office agency office office agency", "agency, office, agency, office, office, agency"),
        ("office agency agency office agency office", "office, agency, agency, office, agency, office"),
        # Where one is said once more or once less, only the first places are compared.
        ("office agency office agency", ""),
        ("agency office agency", "agency, office"),
    ],
)
def test_names_of_bodies_are_compared_at_every_place_in_chinese_too(
    edition: Callable[..., Edition], text: str, said: str
) -> None:
    wording = "".join(f"{{{{ {name} }}}}" for name in text.split())
    messages = [each.message for each in order.check(edition(AGENCIES, {"one": wording}))]
    found = [each.partition("in the order ")[2].partition(";")[0] for each in messages]
    assert [re.sub(r" \([^,]*\)", "", each) for each in found] == ([said] if said else [])


PARTNERS = """
    - id: one
      facts:
        partners: {entities: [unodc, who, undp]}
      text: "{{ partners.unodc }} paid {{ partners.who }}, which asked {{ partners.undp }}."
"""


@pytest.mark.parametrize(
    ("names", "is_told"),
    [("unodc who undp", False), ("who unodc undp", True)],
)
def test_names_of_one_fact_that_are_printed_one_by_one(
    edition: Callable[..., Edition], names: str, is_told: bool
) -> None:
    wording = "".join(f"{{{{ partners.{name} }}}}" for name in names.split())
    found = list(order.check(edition(PARTNERS, {"one": wording})))
    assert ["partners (世界卫生组织" in each.message for each in found] == [True] * is_told


def test_a_list_stands_in_the_order_of_its_language(edition: Callable[..., Edition]) -> None:
    paid = "{{ partners.unodc }} paid {{ partners.who }}, which asked {{ partners.undp }}"
    text = PARTNERS.replace(paid, "{{ partners }}")
    assert list(order.check(edition(text, {"one": "{{ partners.who }}{{ partners.unodc }}{{ partners.undp }}"}))) == []
