from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reportgen import language as languages
from reportgen.assemble.prose import Prose
from reportgen.errors import Position, ReferenceError, TranslationError, WordingError
from reportgen.facts import Count, Names, Value
from reportgen.language import Language
from reportgen.tree.inlines import Bold, CrossReference, Italic, Link, NameUse, NoteMark, PrintedFact, Text
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

FACTS: dict[str, Value] = {"five": Count(5), "many": Count(2925), "unodc": Names("entity", ("unodc",))}


def place(offset: int) -> Position:
    return Position("asia.yaml", 7, offset + 1)


def prose_of(language: Language) -> Prose:
    return Prose(language, FACTS.get, place, known=frozenset(FACTS))


@pytest.fixture(scope="module")
def english() -> Prose:
    return prose_of(languages.load(Workspace.at(), "en"))


@pytest.fixture(scope="module")
def chinese() -> Prose:
    return prose_of(languages.load(Workspace.at(), "zh"))


@pytest.fixture
def invented_prose(invented_language: Language) -> Prose:
    return prose_of(invented_language)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ five }} came. {{ five }} left.", "Five came. Five left."),
        ("*{{ five }}* came", "Five came"),
        ("He left.[^note] {{ five }} came.", "He left. Five came."),
        ("He left*. {{ five }} came*", "He left. Five came"),
        ("See <https://undocs.org>. {{ five }} came", "See https://undocs.org. Five came"),
        ('See {{ para("a") | bare }}. {{ five }} came', "See . Five came"),
        ('{{ para("a") }} {{ five }} came', " five came"),
        ("{{ unodc }} {{ five }}", "The United Nations Office on Drugs and Crime five"),
        ("“{{ five }} came”", "“Five came”"),
        ("In {{ five }}, {{ five }}", "In five, five"),
        ('{{ five | as("¿five") }}', "¿Five"),
        ("**{{ many }}** came", "Two thousand nine hundred and twenty-five came"),
    ],
)
def test_what_begins_a_sentence_is_raised(english: Prose, text: str, printed: str) -> None:
    assert plain_text(english.content(text)) == printed


def test_a_piece_of_wording_is_one_line(english: Prose) -> None:
    assert english.content("a\nb\n\nc") == (Text("a b  c"),)
    with pytest.raises(WordingError) as caught:
        english.content("a\nb {{ nothing }}")
    assert caught.value.position == place(4)


def test_a_name_that_begins_a_sentence_says_so(english: Prose) -> None:
    uses = [
        each for each in english.content("{{ unodc }} met. {{ unodc }} and {{ unodc }}") if isinstance(each, NameUse)
    ]
    assert [use.raised for use in uses] == [True, True, False]


def test_markup_becomes_inlines(english: Prose) -> None:
    content = english.content("a *b **c** {{ five }}* **d**[^e] <https://undocs.org/en/A/1>.")
    assert content == (
        Text("a "),
        Italic((Text("b "), Bold((Text("c"),)), Text(" "), PrintedFact("five", "count", "5", (Text("five"),)))),
        Text(" "),
        Bold((Text("d"),)),
        NoteMark("e"),
        Text(" "),
        Link("https://undocs.org/en/A/1"),
        Text("."),
    )


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ('{{ para("a") }}', CrossReference("para", ("a",))),
        ('{{ paras("a", "b") | brief }}', CrossReference("paras", ("a", "b"), form="brief")),
        ('{{ paras("a", to="d") | bare }}', CrossReference("paras", ("a",), to="d", form="bare")),
        ('{{ section("a") | form("gen") }}', CrossReference("section", ("a",), form="gen")),
    ],
)
def test_a_cross_reference(english: Prose, text: str, reference: CrossReference) -> None:
    (found,) = english.content(text)
    assert isinstance(found, CrossReference)
    assert (found, found.position) == (reference, place(0))


@pytest.mark.parametrize(
    "filters", ["brief | bare", 'form("a") | brief', "form", 'form("a", "b")', 'brief("a")', "words", 'form(x="a")']
)
def test_a_cross_reference_takes_one_filter_of_its_own(english: Prose, filters: str) -> None:
    with pytest.raises(WordingError) as caught:
        english.content(f'see {{{{ para("a") | {filters} }}}}')
    assert str(caught.value) == (
        'asia.yaml:7:5: a cross-reference takes one filter of its own\n  hint: brief, bare or form("…")'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a *b", "asia.yaml:7:3: '*' is not closed\n  hint: write \\* for an asterisk that is meant literally"),
        ("ab {{ fife }}", "asia.yaml:7:4: no fact 'fife' here\n  hint: did you mean 'five'?"),
        ("ab *c {{ nothing }}*", "asia.yaml:7:7: no fact 'nothing' here\n  hint: one of: five, many, unodc"),
        (
            "ab {{ five | third }}",
            "asia.yaml:7:4: 'third' takes a name; 'five' is a count\n  hint: write it without 'third'",
        ),
    ],
)
def test_what_is_wrong_has_its_place(english: Prose, text: str, message: str) -> None:
    with pytest.raises(WordingError) as caught:
        english.content(text)
    assert str(caught.value) == message


def test_the_error_is_of_the_class_that_the_text_belongs_to(english: Prose) -> None:
    translated = Prose(english.language, FACTS.get, place, error=TranslationError)
    for text in ("a *b", "{{ nothing }}", "{{ five | third }}", '{{ para("a") | words }}'):
        with pytest.raises(TranslationError):
            translated.content(text)


def test_a_mark_of_a_footnote_that_the_text_has_not(english: Prose) -> None:
    noted = replace(english, notes=frozenset({"source", "other"}))
    assert noted.content("a[^source]") == (Text("a"), NoteMark("source"))
    with pytest.raises(ReferenceError) as caught:
        noted.content("ab[^sorce]")
    assert str(caught.value) == "asia.yaml:7:3: there is no footnote 'sorce' here\n  hint: did you mean 'source'?"


def test_a_translation_marks_only_footnotes_of_its_paragraph(tiny: Any) -> None:
    tiny.paragraphs("- id: only\n  text: Yes.[^n]\n  notes: {n: A note.}")
    entry = 'msgctxt "{}"\nmsgid "x"\nmsgstr "{}"\n\n'
    tiny.catalogue(entry.format("only", "是。[^n]") + entry.format("n", "注[^n]"))
    assert tiny.refusal("zh") == (
        "locales/zh/tiny.po:7:10: there is no footnote 'n' here\n"
        "  hint: only a block that has 'notes:' marks them; take the mark out"
    )


@pytest.fixture
def in_tiny(tiny: Any) -> Callable[[str, str], str]:
    def printed(facts: str, text: str) -> str:
        tiny.paragraphs(f"- id: only\n  facts: {facts}\n  text: >\n    {text}\n")
        blocks = {block.id: block for block in tiny.build().blocks}
        return plain_text(blocks["only"].content)

    return printed


def test_a_series_that_has_a_figure_is_all_in_figures(in_tiny: Callable[[str, str], str]) -> None:
    facts = "{a: {count: 3, series: x}, b: {count: 12, series: x}, c: {count: 4}, d: {count: 5, series: y}}"
    assert in_tiny(facts, "They were {{ a }}, {{ b }}, {{ c }} and {{ d }}.") == "They were 3, 12, four and five."


def test_a_series_of_small_numbers_stays_in_words(in_tiny: Callable[[str, str], str]) -> None:
    facts = "{a: {count: 3, series: x}, b: {count: 9, series: x}}"
    assert in_tiny(facts, "They were {{ a }} and {{ b }}.") == "They were three and nine."
