from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reportgen import language as languages
from reportgen.assemble.prose import Prose
from reportgen.errors import ErrorList, Position, ReferenceError
from reportgen.language import Language
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.tree.inlines import CrossReference, Italic, NumberReference, Text
from reportgen.tree.nodes import Document, Heading, Note, Paragraph, PlainParagraph, Subparagraph, Summary
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace
from tests.tools.messages import as_expected

Resolve = Callable[..., Document]


def content(language: Language, text: str) -> Any:
    return Prose(language, lambda _: None, lambda offset: Position("asia.yaml", 3, offset + 1)).content(text)


@pytest.fixture
def resolved(document_of: Resolve) -> Resolve:
    """The document in which paragraph 3 says some text, with others round it."""

    def resolve(language: Language, text: str) -> Document:
        blocks = [
            Heading("first", 1, ()),
            Paragraph("one", ()),
            Heading("first-a", 2, ()),
            Paragraph("two", ()),
            Subparagraph("two-a", 1, ()),
            Subparagraph("two-b", 1, ()),
            Subparagraph("two-b-one", 2, ()),
            Heading("first-b", 2, ()),
            Paragraph("three", content(language, text)),
            Paragraph("four", ()),
            Heading("second", 1, ()),
            Paragraph("five", ()),
        ]
        return resolve_references(number_blocks(document_of(language, *blocks), language), language)

    return resolve


@pytest.fixture
def in_english(resolved: Resolve) -> Callable[[str], str]:
    language = languages.load(Workspace.at(), "en")
    return lambda text: plain_text(resolved(language, text).blocks[8].content)


@pytest.fixture
def in_chinese(resolved: Resolve) -> Callable[[str], str]:
    language = languages.load(Workspace.at(), "zh")
    return lambda text: plain_text(resolved(language, text).blocks[8].content)


@pytest.fixture
def in_invented(resolved: Resolve, invented_language: Language) -> Callable[[str], str]:
    return lambda text: plain_text(resolved(invented_language, text).blocks[8].content)


CASES = [
    ('{{ para("one") }}', "paragraph 1 above", "上文第1段", "punto 1"),
    ('{{ para("four") }}', "paragraph 4 below", "下文第4段", "punto 4"),
    ('{{ paras("one", "four") }}', "paragraphs 1 and 4", "第1和4段", "puntos 1 & 4"),
    ('{{ paras("one", "two", "five") }}', "paragraphs 1, 2 and 5", "第1、2和5段", "puntos 1; 2 & 5"),
    ('{{ paras("one", to="four") }}', "paragraphs 1 to 4", "第1至4段", "puntos 1 a 4"),
    ('{{ para("one") | bare }}', "1", "1", "1"),
    ('{{ paras("one", "two", "five") | bare }}', "1, 2 and 5", "1、2和5", "1; 2 & 5"),
    ('{{ section("second") }}', "section II below", "下文第二节", "parte II"),
    ('{{ section("first") }}', "section I above", "上文第一节", "parte I"),
    ('{{ section("first-b") }}', "section I.B above", "上文第一.B节", "parte I.B"),
    ('{{ para("two-b") }}', "paragraph 2 (b) above", "上文第2(b)段", "punto 2 b)"),
    ('{{ para("two-b-one") }}', "paragraph 2 (b) (i) above", "上文第2(b)㈠段", "punto 2 b) i)"),
    ('{{ paras("two-a", "two-b") | bare }}', "2 (a) and 2 (b)", "2(a)和2(b)", "2 a) & 2 b)"),
]


@pytest.mark.parametrize(("text", "english", "chinese", "invented_text"), CASES)
def test_references_in_three_languages(
    in_english: Callable[[str], str], in_chinese: Callable[[str], str], in_invented: Callable[[str], str],
    text: str, english: str, chinese: str, invented_text: str,
) -> None:  # fmt: skip
    joined = languages.load(Workspace.at(), "zh").conventions.labels.joined
    assert in_english(text) == english
    assert in_chinese(text) == chinese.replace("一.B", f"一{joined}B")
    assert in_invented(text) == invented_text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('{{ para("one") | brief }}', "para. 1"),
        ('{{ paras("one", "four") | brief }}', "paras. 1 and 4"),
        ('{{ paras("one", to="four") | brief }}', "paras. 1–4"),
        ('(see *{{ para("one") | brief }}*)', "(see para. 1)"),
    ],
)
def test_brief_references_in_english(in_english: Callable[[str], str], text: str, printed: str) -> None:
    assert in_english(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('{{ para("one") | form("gen") }}', "del punto 1"),
        ('{{ paras("one", "two") | form("gen") }}', "de los puntos 1 & 2"),
        ('{{ paras("one", to="four") | form("gen") }}', "de los puntos 1 a 4"),
    ],
)
def test_a_form_of_a_reference(in_invented: Callable[[str], str], text: str, printed: str) -> None:
    assert in_invented(text) == printed


def test_what_a_reference_becomes(resolved: Resolve) -> None:
    language = languages.load(Workspace.at(), "en")
    (found,) = resolved(language, '{{ paras("one", to="four") }}').blocks[8].content
    assert found == CrossReference(
        "paras", ("one",), to="four",
        content=(Text("paragraphs "), NumberReference("one", "1"), Text(" to "), NumberReference("four", "4")),
    )  # fmt: skip


def test_a_reference_in_italics_is_resolved(resolved: Resolve) -> None:
    language = languages.load(Workspace.at(), "en")
    (found,) = resolved(language, '*{{ para("one") | bare }}*').blocks[8].content
    assert isinstance(found, Italic)
    (reference,) = found.content
    assert isinstance(reference, CrossReference)
    assert reference.content == (NumberReference("one", "1"),)


def test_from_a_footnote_and_a_summary(document_of: Resolve) -> None:
    language = languages.load(Workspace.at(), "en")
    words = content(language, '{{ para("one") }}')
    summary = Summary("summary", (), (PlainParagraph("s", words),))
    first, last = content(language, "[^m]"), content(language, "[^n]")
    blocks = [Paragraph("zero", first), Paragraph("one", ()), Paragraph("two", last)]
    document = document_of(language, summary, *blocks, notes=(Note("m", words), Note("n", words)))
    found = resolve_references(number_blocks(document, language), language)
    assert plain_text(found.blocks[0].blocks[0].content) == "paragraph 2 below"
    assert [plain_text(note.content) for note in found.notes] == ["paragraph 2 below", "paragraph 2 above"]


def test_in_a_title_and_a_heading(document_of: Resolve) -> None:
    language = languages.load(Workspace.at(), "en")
    words = content(language, 'Follow-up to {{ para("one") | brief }}')
    document = document_of(language, Heading("h", 1, words), Paragraph("one", ()))
    document = replace(document, masthead=replace(document.masthead, title=words))
    found = resolve_references(number_blocks(document, language), language)
    assert plain_text(found.blocks[0].content) == "Follow-up to para. 1"
    assert plain_text(found.masthead.title) == "Follow-up to para. 1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('see {{ para("tow") }}', "5: the cross-reference 'tow' points to nothing\n  hint: did you mean 'two'?"),
        ('see {{ paras("one", to="nothing-like-it") }}', "5: the cross-reference 'nothing-like-it' points to nothing"),
        ('{{ para("first") }}', "1: 'first' is a heading; para() does not refer to it"),
        ('{{ section("one") }}', "1: 'one' is a paragraph; section() does not refer to it"),
        ('{{ section("two-a") }}', "1: 'two-a' is a subparagraph; section() does not refer to it"),
        ('{{ table("one") }}', "1: 'one' is a paragraph; table() does not refer to it"),
        ('{{ section("first") | brief }}', "1: a reference to a section has no form 'brief' in en"),
        ('{{ para("one") | form("gen") }}', "1: a reference to a para has no form 'gen' in en"),
    ],
)
def test_a_reference_that_points_to_nothing(in_english: Callable[[str], str], text: str, message: str) -> None:
    with pytest.raises(ReferenceError) as caught:
        in_english(text)
    assert as_expected(str(caught.value), message) == f"asia.yaml:3:{message}"


def test_all_that_point_to_nothing_are_said_at_once(in_english: Callable[[str], str]) -> None:
    with pytest.raises(ErrorList) as caught:
        in_english('{{ para("tow") }} and {{ paras("one", "onne") }}')
    assert [str(error.position) for error in caught.value.errors] == ["asia.yaml:3:1", "asia.yaml:3:23"]
    assert caught.value.exit_code == 6


def test_a_summary_has_no_number_to_refer_to(document_of: Resolve) -> None:
    language = languages.load(Workspace.at(), "en")
    summary = Summary("summary", (), (PlainParagraph("s", ()),))
    document = document_of(language, summary, Paragraph("one", content(language, '{{ para("s") }}')))
    with pytest.raises(ReferenceError) as caught:
        resolve_references(number_blocks(document, language), language)
    assert str(caught.value) == "asia.yaml:3:1: the cross-reference 's' points to nothing\n  hint: one of: one"


NOTED = """\
- id: t
  table: {caption: Words, columns: [A], rows: [[1]]}
- id: b
  box: {heading: Words, paragraphs: [Words]}
"""
REFUSED = {
    "a table that is a paragraph": ('{{ table("a") }}', "'a' is a paragraph; table() does not refer to it"),
    "a paragraph that is a table": ('{{ para("t") }}', "'t' is a table; para() does not refer to it"),
    "a figure that is a box": ('{{ figure("b") }}', "'b' is a box; figure() does not refer to it"),
    "a section that is an annex": ('{{ section("one") }}', "'one' is an annex; section() does not refer to it"),
    "a figure that is not there": (
        '{{ figure("tt") }}',
        "the cross-reference 'tt' points to nothing\n  hint: did you mean 't'?",
    ),
    "an annex that is not there": (
        '{{ annex("ones") }}',
        "the cross-reference 'ones' points to nothing\n  hint: did you mean 'one'?",
    ),
    "a form that the language has not": (
        '{{ annex("one") | form("nosuch") }}',
        "a reference to an annex has no form 'nosuch' in en",
    ),
    "brief for a table": ('{{ table("t") | brief }}', "a reference to a table has no form 'brief' in en"),
    "two tables": ('{{ table("t", "t") }}', "table() refers to one block\n  hint: write a reference for each block"),
    "a range of tables": (
        '{{ table("t", to="t") }}',
        "table() refers to one block\n  hint: write a reference for each block",
    ),
    "the number of an annex that has none": (
        '{{ annex("one") | bare }}',
        "the annex 'one' is the only one and has no number",
    ),
    "paragraphs of the body and of an annex": (
        '{{ paras("a", "in-one") }}',
        "'a' and 'in-one' are not numbered together\n  hint: write a reference for each block",
    ),
    "a range into an annex": (
        '{{ paras("a", to="in-one") }}',
        "'a' and 'in-one' are not numbered together\n  hint: write a reference for each block",
    ),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_references_to_other_blocks_that_are_refused(tiny: Any, text: str, message: str) -> None:
    tiny.report("symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\nannexes: [one]\n")
    tiny.write("inputs/tiny/annexes/one.yaml", "id: one\nheading: x\nparagraphs: [{id: in-one, text: Words.}]\n")
    tiny.paragraphs(NOTED + f"- id: a\n  text: see {text}\n")
    assert as_expected(tiny.refusal("en"), message) == f"inputs/tiny/sections/first.yaml:9:15: {message}"


def test_a_reference_in_a_cell_has_its_place(tiny: Any) -> None:
    tiny.paragraphs("- id: t\n  table: {caption: Words, file: x.csv}\n")
    tiny.write("inputs/tiny/x.csv", "A,B\n1,\"see, {{ figure('t') }}\"\n")
    assert tiny.refusal("en") == (
        "inputs/tiny/x.csv:2:9: 't' is a table; figure() does not refer to it\n  hint: write {{ table(\"t\") }}"
    )


def test_a_table_whose_label_has_no_number(invented: Any) -> None:
    path = invented.root / "locales/xx/conventions.yaml"
    text = path.read_text("utf-8").replace("Tabula {decimal}", "Tabula")
    path.write_text(text.replace("references:\n", 'references:\n  table: {one: "tabula {number}"}\n'), "utf-8")
    invented.report("symbol: A/99/1\nlanguage: xx\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    invented.paragraphs(NOTED + "- id: a\n  text: \"see {{ table('t') }}\"\n")
    blocks = {block.id: block for block in invented.build("xx").blocks}
    assert plain_text(content_of(blocks["a"])) == "see tabula"


FROM_EVERYWHERE = {
    "para(body)": ("paragraph 1 above", "paragraph 1 of the present report", "paragraph 1 of the present report"),
    "section(first)": ("section I above", "section I of the present report", "section I of the present report"),
    "para(in-one)": ("annex I, paragraph 1", "paragraph 1 above", "annex I, paragraph 1"),
    "para(in-two)": ("annex II, paragraph 1", "annex II, paragraph 1", "annex II, paragraph 1"),
    "para(in-three)": ("annex II, appendix, paragraph 1",) * 2 + ("paragraph 1 above",),
    "section(part)": ("annex II, appendix, section I",) * 2 + ("section I above",),
    "annex(two)": ("annex II",) * 3,
    "annex(three)": ("annex II, appendix", "annex II, appendix", "the appendix"),
    "table(t)": ("table 1",) * 3,
    "box(b)": ("box 1",) * 3,
    "para(deep)": ("annex II, appendix, paragraph 2 (a) (i) a i",) * 2 + ("paragraph 2 (a) (i) a i below",),
}


@pytest.mark.parametrize(("asked", "printed"), FROM_EVERYWHERE.items(), ids=FROM_EVERYWHERE)
def test_references_into_and_out_of_annexes(tiny: Any, asked: str, printed: tuple[str, ...]) -> None:
    function, _, name = asked.rstrip(")").partition("(")
    text = f"x {{{{ {function}('{name}') }}}}"
    tiny.report("symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\nannexes: [one, two]\n")
    tiny.paragraphs(f'- id: body\n  text: Words.\n- id: from-body\n  text: "{text}"\n{NOTED}')
    one = f'[{{id: in-one, text: Words.}}, {{id: from-one, text: "{text}"}}]'
    tiny.write("inputs/tiny/annexes/one.yaml", f"id: one\nheading: x\nparagraphs: {one}\n")
    tiny.write("inputs/tiny/annexes/two.yaml", TWO.replace("TEXT", text))
    blocks = {block.id: block for block in all_blocks(tiny.build("en"))}
    found = [plain_text(content_of(blocks[f"from-{place}"]))[2:] for place in ("body", "one", "three")]
    assert found == list(printed)


TWO = """\
id: two
heading: x
paragraphs: [{id: in-two, text: Words.}]
appendices:
  - id: three
    heading: x
    paragraphs: []
    sections:
      - id: part
        heading: x
        paragraphs:
          - id: in-three
            text: Words.
          - id: from-three-host
            text: "Words:"
            subparagraphs:
              - id: from-three
                text: "TEXT"
                subparagraphs:
                  - {id: second, text: x, subparagraphs: [{id: third, text: x, subparagraphs: [{id: deep, text: x}]}]}
"""
