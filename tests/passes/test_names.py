from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reportgen.assemble.prose import Prose
from reportgen.facts import Names, Value
from reportgen.language import Language
from reportgen.passes.names import settle_names
from reportgen.tree.inlines import Content, Italic, ListJoin, NameUse, PrintedFact, Text
from reportgen.tree.nodes import Document, Heading, Note, Paragraph, PlainParagraph, Subparagraph, Summary
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of

FACTS: dict[str, Value] = {
    "odd": Names("entity", ("oficina",)),
    "fon": Names("entity", ("fondo",)),
    "bank": Names("entity", ("banco",)),
    "league": Names("entity", ("liga",)),
    "country": Names("place", ("AA",)),
    "both": Names("entity", ("oficina", "liga"), many=True),
}

FULL, FIRST, SHORT = "la Oficina de Drogas", "la Oficina de Drogas [ODD]", "la ODD"

Settle = Callable[..., list[str]]


@pytest.fixture
def words(invented_language: Language) -> Callable[[str], Content]:
    return Prose(invented_language, FACTS.get, lambda _: None).content


@pytest.fixture
def settled(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> Settle:
    def texts(*paragraphs: str) -> list[str]:
        blocks = [Paragraph(f"p{index}", words(f"x {text}")) for index, text in enumerate(paragraphs)]
        document = settle_names(document_of(invented_language, *blocks), invented_language)
        return [plain_text(block.content).removeprefix("x ") for block in document.blocks]

    return texts


def test_full_name_with_its_short_form_at_first_use_and_short_after(settled: Settle) -> None:
    assert settled("{{ odd }}", "{{ odd }}, {{ odd }}", "{{ odd }}") == [FIRST, f"{SHORT}, {SHORT}", SHORT]


@pytest.mark.parametrize("paragraphs", [["{{ odd }}"], ["{{ odd }}", "{{ odd }}"], ["{{ odd }}, {{ odd }}"]])
def test_a_name_used_once_or_twice_is_always_full(settled: Settle, paragraphs: list[str]) -> None:
    assert ", ".join(settled(*paragraphs)).split(", ") == [FULL] * sum(text.count("odd") for text in paragraphs)


def test_every_name_is_counted_by_itself(settled: Settle) -> None:
    text = "{{ odd }}; {{ bank }}; {{ odd }}; {{ league }}; {{ odd }}; {{ league }}; {{ league }}"
    assert settled(text) == [f"{FIRST}; el banco mundial; {SHORT}; la liga 2000; {SHORT}; la liga 2000; la liga 2000"]


def test_a_name_that_is_always_introduced(settled: Settle) -> None:
    assert settled("{{ fon }}", "{{ fon }}") == ["el fondo [F.O.N.]", "FON"]


def test_a_name_that_needs_no_introduction(settled: Settle) -> None:
    assert settled("{{ bank }}", "{{ bank }}") == ["el banco mundial", "el banco"]


def test_a_name_without_a_short_form_is_always_full(settled: Settle) -> None:
    assert settled(*["{{ league }}"] * 4) == ["la liga 2000"] * 4


def test_full_short_and_third_are_as_asked(settled: Settle) -> None:
    assert settled("{{ odd | short }}", "{{ odd | full }}", "{{ odd | third }}") == [SHORT, FULL, "la Oficina"]


def test_what_is_forced_does_not_introduce_a_name(settled: Settle) -> None:
    found = settled("{{ odd | full }}", "{{ odd | third }}", "{{ odd }}", "{{ odd }}", "{{ odd | full }}")
    assert found == [FULL, "la Oficina", FIRST, SHORT, FULL]


@pytest.mark.parametrize(("name", "third"), [("fon", "FON"), ("league", "la liga 2000"), ("odd", "la Oficina")])
def test_third_of_a_name_that_has_none_is_its_shortest_form(settled: Settle, name: str, third: str) -> None:
    assert settled(f"{{{{ {name} | third }}}}") == [third]


def test_a_form_has_a_first_use_of_its_own_words(settled: Settle) -> None:
    of, bare = '{{ odd | form("of") }}', '{{ odd | form("bare") }}'
    assert settled(of, bare, of) == ["de la Oficina de Drogas [ODD]", "ODD", "de la ODD"]


def test_a_name_in_a_list_counts_and_is_introduced(settled: Settle) -> None:
    assert settled("{{ both }}", "{{ odd }}", "{{ odd }}") == [f"{FIRST} y la liga 2000", SHORT, SHORT]


def test_a_name_in_italics_counts(settled: Settle) -> None:
    assert settled("*{{ odd }}*", "**a {{ odd }}**", "{{ odd }}") == [FIRST, f"a {SHORT}", SHORT]


def test_a_name_at_the_start_of_a_sentence_is_raised(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    block = Paragraph("only", words("{{ odd }}. {{ odd }}. Y {{ odd }}. {{ odd | third }}. {{ league }}"))
    (found,) = settle_names(document_of(invented_language, block), invented_language).blocks
    assert plain_text(found.content) == ("La Oficina de Drogas [ODD]. La ODD. Y la ODD. La Oficina. La liga 2000")


def test_a_subparagraph_continues_the_text(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    blocks = [
        Paragraph("a", words("x {{ odd }}")),
        Subparagraph("b", 1, words("x {{ odd }}")),
        PlainParagraph("c", words("x {{ odd }}")),
    ]
    document = settle_names(document_of(invented_language, *blocks), invented_language)
    assert [plain_text(block.content) for block in document.blocks] == [f"x {FIRST}", f"x {SHORT}", f"x {SHORT}"]


def test_headings_are_never_short_and_introduce_nothing(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    blocks = [
        Heading("h1", 1, words("{{ odd }}")),
        Paragraph("a", words("x {{ odd }}, {{ odd }}, {{ odd }}")),
        Heading("h2", 1, words("{{ odd }} x {{ bank }}")),
        Paragraph("b", words("x {{ bank }}, {{ bank }}")),
    ]
    document = settle_names(document_of(invented_language, *blocks), invented_language)
    assert [plain_text(block.content) for block in document.blocks] == [
        "La Oficina de Drogas",
        f"x {FIRST}, {SHORT}, {SHORT}",
        "La Oficina de Drogas x el banco mundial",
        "x el banco mundial, el banco",
    ]


def test_uses_in_headings_do_not_count(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    headings = [Heading(f"h{number}", 1, words("{{ odd }}")) for number in range(5)]
    blocks = [*headings, Paragraph("a", words("x {{ odd }}, {{ odd }}"))]
    document = settle_names(document_of(invented_language, *blocks), invented_language)
    assert plain_text(document.blocks[-1].content) == f"x {FULL}, {FULL}"


def test_the_summary_is_a_text_of_its_own(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    three = words("x {{ odd }}, {{ odd }}, {{ odd }}")
    summary = Summary("summary", (Text("Resumen"),), (PlainParagraph("s", three), PlainParagraph("t", three)))
    document = settle_names(document_of(invented_language, summary, Paragraph("a", three)), invented_language)
    assert [plain_text(content_of(block)) for block in all_blocks(document)] == [
        "Resumen",
        f"x {FIRST}, {SHORT}, {SHORT}",
        f"x {SHORT}, {SHORT}, {SHORT}",
        f"x {FIRST}, {SHORT}, {SHORT}",
    ]


def test_uses_in_the_summary_do_not_count_in_the_body(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    summary = Summary("summary", (), (PlainParagraph("s", words("x {{ odd }}, {{ odd }}")),))
    body = Paragraph("a", words("x {{ odd }}"))
    document = settle_names(document_of(invented_language, summary, body), invented_language)
    texts = [plain_text(content_of(block)) for block in all_blocks(document)]
    assert texts == ["", f"x {FULL}, {FULL}", f"x {FULL}"]


@pytest.mark.parametrize(
    ("body", "in_the_note"),
    [
        ("x {{ odd }}, {{ odd }}, {{ odd }}", SHORT),
        ("x {{ odd }}, {{ odd }}", FULL),
        ("x {{ odd }}", FULL),
        ("x", FULL),
    ],
)
def test_a_footnote_is_short_only_where_the_body_introduced_the_name(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content],
    body: str, in_the_note: str,
) -> None:  # fmt: skip
    note = Note("n", words("x {{ odd }}, {{ odd }}, {{ odd }}"))
    document = document_of(invented_language, Paragraph("a", words(body)), notes=(note,))
    (found,) = settle_names(document, invented_language).notes
    assert plain_text(found.content) == f"x {in_the_note}, {in_the_note}, {in_the_note}"


def test_names_in_the_masthead_are_full(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:

    document = document_of(invented_language, Paragraph("a", words("x {{ odd }}, {{ odd }}, {{ odd }}")))
    document = replace(document, masthead=replace(document.masthead, title=words("{{ odd }}, {{ odd }}, {{ odd }}")))
    settled = settle_names(document, invented_language)
    assert plain_text(settled.masthead.title) == f"La Oficina de Drogas, {FULL}, {FULL}"
    assert plain_text(settled.blocks[0].content) == f"x {FIRST}, {SHORT}, {SHORT}"


def test_a_place_is_neither_full_nor_short(settled: Settle) -> None:
    assert settled(*["{{ country }}"] * 3) == ["la Republica de Aa"] * 3


def test_nothing_is_left_to_settle(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    block = Paragraph("a", words("*{{ both }}* {{ both }} {{ country }}"))
    (found,) = settle_names(document_of(invented_language, block), invented_language).blocks
    assert not [each for each in all_inlines(found.content) if isinstance(each, NameUse | ListJoin)]
    facts = [(each.fact, each.value) for each in all_inlines(found.content) if isinstance(each, PrintedFact)]
    assert facts == [
        ("both", "oficina"), ("both", "liga"), ("both", "oficina"), ("both", "liga"), ("country", "AA"),
    ]  # fmt: skip


def test_italics_inside_a_name_stay(
    invented_language: Language, document_of: Callable[..., Document], words: Callable[[str], Content]
) -> None:
    (found,) = settle_names(
        document_of(invented_language, Paragraph("a", words("x {{ league }}"))), invented_language
    ).blocks
    name = PrintedFact("league", "entity", "liga", (Text("la "), Italic((Text("liga"),)), Text(" 2000")))
    assert found.content == (Text("x "), name)


def test_first_use_in_english_and_chinese(tiny: Any) -> None:
    paragraph = "- id: {}\n  text: We met {{{{ unodc }}}}.\n"
    tiny.paragraphs("".join(paragraph.format(name) for name in ("a", "b", "c")))
    entry = 'msgctxt "{0}"\nmsgid "We met {{{{ unodc }}}}."\nmsgstr "我们会见了{{{{ unodc }}}}。"\n\n'
    tiny.catalogue("".join(entry.format(name) for name in ("a", "b", "c")))
    texts = {tag: [plain_text(content_of(block)) for block in tiny.build(tag).blocks[1:]] for tag in ("en", "zh")}
    assert texts == {
        "en": ["We met the United Nations Office on Drugs and Crime (UNODC).", "We met UNODC.", "We met UNODC."],
        "zh": [
            "我们会见了联合国毒品和犯罪问题办公室（毒品和犯罪问题办公室）。",
            "我们会见了毒品和犯罪问题办公室。",
            "我们会见了毒品和犯罪问题办公室。",
        ],
    }
