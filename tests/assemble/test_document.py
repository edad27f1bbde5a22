"""Names that the lexicon of a language has not, and what of a report comes into the tree."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.tree.nodes import Heading, Paragraph, Subparagraph, Summary
from reportgen.tree.text import plain_text
from tests.tools.messages import as_expected

FIRST = "inputs/tiny/sections/first.yaml"
ADD = " If not, add it to locales/en/lexicon/{}.yaml"
CODES = "\n  hint: countries go by their ISO 3166-1 alpha-2 code in capitals"


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ("{place: QQ}", f"18: there is no place 'QQ' in locales/en/lexicon{CODES}"),
        ("{place: id}", f"18: there is no place 'id' in locales/en/lexicon{CODES}"),
        ("{places: [ID, QQ]}", f"19: there is no place 'QQ' in locales/en/lexicon{CODES}"),
        (
            "{entity: unodk}",
            "19: there is no entity 'unodk' in locales/en/lexicon\n  hint: did you mean 'unodc'?"
            + ADD.format("entities"),
        ),
        (
            "{entity: qqqqqq}",
            "19: there is no entity 'qqqqqq' in locales/en/lexicon\n  hint: add it to locales/en/lexicon/entities.yaml",
        ),
        (
            "{entity: compendium}",
            "19: there is no entity 'compendium' in locales/en/lexicon\n"
            "  hint: 'compendium' is of the kind 'publication'",
        ),
        ("{entity: ID}", "19: there is no entity 'ID' in locales/en/lexicon\n  hint: 'ID' is of the kind 'place'"),
        (
            "{sdg: 18}",
            "16: there is no sdg '18' in locales/en/lexicon\n  hint: add it to locales/en/lexicon/goals.yaml",
        ),
    ],
)
def test_a_name_is_unknown(tiny, fact: str, message: str) -> None:
    tiny.paragraphs(f"- id: a\n  facts:\n    n: {fact}\n  text: The {{{{ n }}}}.\n")
    assert tiny.refusal("en") == f"{FIRST}:6:{message}"


def test_all_unknown_names_are_said_at_once(tiny) -> None:
    tiny.paragraphs(
        "- id: a\n  facts:\n    n: {places: [QQ, ID, QX]}\n    m: {instrument: qqqqqq}\n  text: '{{ n }} {{ m }}'\n"
    )
    assert tiny.refusal("en") == (
        f"{FIRST}:6:19: there is no place 'QQ' in locales/en/lexicon{CODES}\n"
        f"{FIRST}:6:19: there is no place 'QX' in locales/en/lexicon{CODES}\n"
        f"{FIRST}:7:23: there is no instrument 'qqqqqq' in locales/en/lexicon\n"
        "  hint: add it to locales/en/lexicon/instruments.yaml"
    )


HEAD = "symbol: A/99/1\ntitle: x\nsections: [first]\nmasthead:\n"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "  organ: ecosok\n",
            "5:10: there is no entity 'ecosok' in locales/en/lexicon\n  hint: did you mean 'ecosoc'?"
            + ADD.format("entities"),
        ),
        (
            "  organ: ecosoc\n  body: vienna\n",
            "6:9: there is no entity 'vienna' in locales/en/lexicon\n  hint: 'vienna' is of the kind 'place'",
        ),
        (
            "  organ: ecosoc\n  meeting: {place: viena, dates: {date: 2019-05-20, to: 2019-05-24}}\n",
            "6:20: there is no place 'viena' in locales/en/lexicon\n  hint: did you mean 'vienna'?"
            + ADD.format("places"),
        ),
    ],
)
def test_a_name_of_the_masthead_is_unknown(tiny, lines: str, message: str) -> None:
    tiny.report(HEAD + lines)
    assert tiny.refusal("en") == f"inputs/tiny/report.yaml:{message}"


def test_a_name_that_one_language_has_not(tiny) -> None:
    tiny.write("locales/en/lexicon/entities.yaml", "qqqqqq: {name: our office}\n")
    tiny.paragraphs("- id: a\n  facts:\n    n: {entity: qqqqqq}\n  text: This is {{ n }}.\n")
    assert tiny.build("en").blocks[-1].id == "a"
    with pytest.raises(InputError) as caught:
        tiny.build("zh")
    assert str(caught.value) == (
        f"{FIRST}:6:19: there is no entity 'qqqqqq' in locales/zh/lexicon\n"
        "  hint: add it to locales/zh/lexicon/entities.yaml"
    )


def test_a_report_without_agenda_and_meeting_is_built(tiny) -> None:
    head = tiny.build().masthead
    assert plain_text(head.organ) == "Economic and Social Council"
    assert (head.body, head.session, head.place_and_dates) == ((), (), ())
    assert (head.agenda_item, head.agenda_title, head.notes) == ((), (), ())


def test_blocks_stand_in_the_order_of_the_files(tiny) -> None:
    tiny.report("symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsummary: short\nsections: [first, last]\n")
    tiny.section("paragraphs:\n  - {id: in-short, text: Words.}\n", "short")
    tiny.section("id: last\nheading: The last section\nparagraphs: [{id: end, text: Words.}]\n", "last")
    tiny.section(
        "id: first\nheading: The first section\nparagraphs:\n  - id: a\n    text: 'Words:'\n    subparagraphs:\n"
        "      - {id: b, text: words, subparagraphs: [{id: c, text: words}]}\nsections:\n"
        "  - {id: inner, heading: Inner, paragraphs: [{id: d, text: Words.}]}\n"
    )
    shape = [(type(block), block.id, getattr(block, "level", 0)) for block in tiny.build().blocks]
    assert shape == [
        (Summary, "summary", 0),
        (Heading, "first", 1),
        (Paragraph, "a", 0),
        (Subparagraph, "b", 1),
        (Subparagraph, "c", 2),
        (Heading, "inner", 2),
        (Paragraph, "d", 0),
        (Heading, "last", 1),
        (Paragraph, "end", 0),
    ]


def test_all_faults_of_the_wording_are_said_at_once(tiny) -> None:
    tiny.paragraphs(
        "- id: a\n  facts: {n: {count: 3}}\n  text: 'The {{ n | full }}.'\n"
        "- id: b\n  text: 'The {{ unodc | figures }}.'\n"
    )
    found = [line.split(": ")[0] for line in as_expected(tiny.refusal("en"), "").splitlines()]
    assert found == [f"{FIRST}:6:16", f"{FIRST}:8:16"]


def test_a_refusal_in_a_translation_has_its_place_in_the_catalogue(tiny) -> None:
    tiny.paragraphs("- id: opening\n  text: 'The {{ unodc }}.'\n")
    tiny.catalogue('msgctxt "opening"\nmsgid "The {{ unodc }}."\nmsgstr ""\n"该{{ unodc }}"\n"和{{ unodk }}"\n')
    message = "locales/zh/tiny.po:5:3: no fact 'unodk' here\n  hint: did you mean 'unodc'?"
    assert tiny.refusal("zh") == message
