from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from unicodedata import normalize

import pypandoc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen import language as languages
from reportgen import pipeline
from reportgen.language import Language
from reportgen.tree.inlines import Bold, Inline, Italic, Link, NoteMark, NumberReference, PrintedFact, Text
from reportgen.tree.nodes import (
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    PlainParagraph,
    Subparagraph,
    Summary,
)
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace
from reportgen.writers import markdown

ENGLISH = languages.load(Workspace.at(), "en")
READERS = ("gfm", "markdown")
TAGS = ("en", "zh")


@pytest.fixture(scope="module")
def written(document_of: Callable[..., Document]) -> Callable[..., str]:
    def write(*blocks: Any, notes: tuple[Note, ...] = (), language: Language = ENGLISH) -> str:
        text = markdown.write(document_of(language, *blocks, notes=notes)).decode()
        # What the file says it is stands in a comment below the masthead, which no test of blocks is about.
        shown, comments = re.subn(r"\n<!-- reportgen symbol=.*-->\n", "", text)
        assert comments == 1
        return shown

    return write


@pytest.fixture(scope="module")
def body(written: Callable[..., str]) -> Callable[..., str]:
    """The Markdown of some blocks without that of the masthead."""
    return lambda *blocks, **more: written(*blocks, **more).removeprefix(written()[:-1]).strip("\n")


def paragraph(*content: Inline, number: int = 1) -> Paragraph:
    return Paragraph(f"p{number}", content, Number((number,), f"{number}."))


def test_the_masthead(written: Callable[..., str]) -> None:
    assert written() == (
        "United Nations \u2003 **A/99/1**\n\n**Council**\\\nDistr.: General\n\n# A title\n\n**Report**\n"
    )


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (paragraph(Text("Yes.")), '<a id="p1"></a>1\\. Yes.'),
        (Heading("h", 1, (Text("Asia"),), Number((4,), "IV.")), '## <a id="h"></a>IV\\. Asia'),
        (Heading("h", 2, (Text("Asia"),), Number((4, 1), "A.")), '### <a id="h"></a>A\\. Asia'),
        (Heading("h", 6, (Text("Asia"),), Number((1,), "a.")), '###### <a id="h"></a>a\\. Asia'),
        (Heading("h", 1, (Text("亚洲"),), Number((4,), "四.")), '## <a id="h"></a>四\\. 亚洲'),
        (Heading("h", 1, (Text("آسيا"),), Number((1,), "أولا -")), '## <a id="h"></a>أولا - آسيا'),
        (Subparagraph("s", 1, (Text("To go;"),), Number((1, 2), "(b)")), '\u2003<a id="s"></a>(b) To go;'),
        (Subparagraph("s", 2, (Text("To go;"),), Number((1, 2, 1), "i)")), '\u2003\u2003<a id="s"></a>i\\) To go;'),
        (PlainParagraph("p", (Text("Yes."),)), '<a id="p"></a>Yes.'),
        (
            Summary("summary", (Text("Summary"),), (PlainParagraph("s", (Text("Yes."),)),)),
            '> <a id="summary"></a>*Summary*\n>\n> <a id="s"></a>Yes.',
        ),
    ],
)
def test_a_block(body: Callable[..., str], block: Any, text: str) -> None:
    assert body(block) == text


@pytest.mark.parametrize(
    ("inline", "text"),
    [
        (Text("a*b_c`d[e]<f>#g~h|i\\j^k$l@m{n}"), "a\\*b\\_c\\`d\\[e\\]\\<f\\>\\#g\\~h\\|i\\\\j\\^k\\$l\\@m\\{n\\}"),
        (Text("A & B &amp; &#41; R&D; x"), "A & B \\&amp; \\&\\#41; R\\&D; x"),
        (Text("a - b -- c ... d. e: f :tada: 10:30"), "a - b \\-\\- c \\.\\.\\. d. e: f \\:tada: 10:30"),
        (Text("http://x.org, www.x.org"), "http\\://x.org, www\\.x.org"),
        (Text("a\nb\tc\u2028d"), "a b c d"),
        (Text("a\x00b\x07c\ufffed"), "abcd"),
        (Italic((Text("a b"),)), "*a b*"),
        (Bold((Text("a"), Italic((Text("b"),)))), "<strong>a*b*</strong>"),
        (Link("https://undocs.org/en/A/99/1?x=1&y=2_3"), "<https://undocs.org/en/A/99/1?x=1&y=2_3>"),
        (NoteMark("n", "2"), "[^2]"),
        (NoteMark("n", "*"), "\\*"),
        (NumberReference("asia", "76 (b)"), "[76 (b)](#asia)"),
        (PrintedFact("n", "count", "3", (Text("3_"),)), "3\\_"),
    ],
)
def test_an_inline(body: Callable[..., str], inline: Inline, text: str) -> None:
    assert body(PlainParagraph("p", (Text("x"), inline))) == f'<a id="p"></a>x{text}'


@pytest.mark.parametrize(
    ("before", "inline", "after", "text"),
    [
        ("见", Italic((Text("《书》"),)), "的", "见<em>《书》</em>的"),
        ("见", Bold((Text("《书》"),)), "的", "见<strong>《书》</strong>的"),
        ("见", Italic((Text("书"),)), "的", "见*书*的"),
        ("a", Italic((Text(" b"),)), "c", "a<em> b</em>c"),
        ("a ", Italic((Text("“b”"),)), ", c", "a *“b”*, c"),
        ("a ", Italic(()), "c", "a c"),
    ],
)
def test_emphasis_next_to_punctuation(
    body: Callable[..., str], before: str, inline: Inline, after: str, text: str
) -> None:
    assert body(PlainParagraph("p", (Text(before), inline, Text(after)))) == f'<a id="p"></a>{text}'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2018. A report.", "2018\\. A report."),
        ("(a) A report.", "(a\\) A report."),
        ("i) A report.", "i\\) A report."),
        ("- A report.", "\\- A report."),
        ("+ A report.", "\\+ A report."),
        (": A report.", "\\: A report."),
        ("A report. 2018. x", "A report. 2018. x"),
    ],
)
def test_a_footnote_that_begins_like_a_list(body: Callable[..., str], text: str, shown: str) -> None:
    note = Note("n", (Text(text),), Number((1,), "1"))
    assert body(notes=(note,)) == f"[^1]: {shown}"


def test_right_to_left(written: Callable[..., str], document_of: Callable[..., Document]) -> None:
    document = document_of(ENGLISH, paragraph(Text("نعم.")))
    text = markdown.write(replace(document, direction="rtl")).decode()
    assert text.startswith('<div dir="rtl" lang="en-GB">\n\nUnited Nations')
    assert text.endswith('<a id="p1"></a>1\\. نعم.\n\n</div>\n')


def test_a_locale_is_escaped(document_of: Callable[..., Document]) -> None:
    document = document_of(ENGLISH, paragraph(Text("نعم.")))
    looks = replace(document.looks, locale='ar"><script>alert(1)</script>&')
    text = markdown.write(replace(document, direction="rtl", looks=looks)).decode()
    escaped = "ar&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"
    assert text.startswith(f'<div dir="rtl" lang="{escaped}">\n')
    assert "<script" not in text


def test_a_folder_in_the_link_of_a_picture_is_escaped(every: Any) -> None:
    document = replace(every.build(), slug="a) b[c]<d>")
    text = markdown.write(document).decode()
    links = re.findall(r"\]\((\S*\.png)\)$", text, re.MULTILINE)
    assert links
    assert all(link.startswith("a%29%20b%5Bc%5D%3Cd%3E/") for link in links)


# What pandoc reads.


def parsed(text: str, reader: str) -> list[Any]:
    return json.loads(pypandoc.convert_text(text, "json", format=reader))["blocks"]


PLAIN = {"Str", "Space", "SoftBreak", "LineBreak"}
INSIDE = {"Emph", "Strong", "Span", "Link", "Quoted", "Superscript", "Subscript", "Strikeout", "SmallCaps", "Cite"}


def inlines(node: Any) -> Iterator[dict[str, Any]]:
    """Every inline of some blocks, footnotes left out."""
    if isinstance(node, list):
        for each in node:
            yield from inlines(each)
    elif isinstance(node, dict) and node.get("t") != "Note":
        if "t" in node:
            yield node
        yield from inlines(node.get("c", []))


def text_of(node: Any) -> str:
    """The text of some inlines as a reader sees it."""
    found = ""
    for each in inlines(node):
        if each["t"] == "Str":
            found += each["c"]
        elif each["t"] in PLAIN:
            found += " "
        elif each["t"] in ("Code", "Math"):
            found += f"[{each['t']}]"
    return found


def squeezed(text: str) -> str:
    return normalize("NFC", " ".join(text.split()))


CHARACTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"))
WORDS = st.text(CHARACTERS, max_size=12)
TRICKY = st.sampled_from(
    ["*", "**", "_", "__", "`", "``", "[", "]", "[^1]", "[x](y)", "<b>", "</b>", "<!--", "#", "##", "~", "~~", "^", "$",
     "$x$", "$$", "\\", "\\\\", "&", "&amp;", "&#41;", "|", "!", "![x]", "@x", "[@x]", "{#x}", "{.x}", ":tada:", "--",
     "---", "...", "'", '"', "1.", "1)", "(a)", "-", "+", ":", "://", "http://x.org", "www.x.org", "a@b.org", " ",
     "  ", "\u00a0", "\u2003", "Mr. ", "p. ", "10:30", "\u200f", "=", "==", "%", "x", "ab", "é", "的", "。", "’s"]
)  # fmt: skip
TEXTS = st.lists(TRICKY | WORDS, max_size=8).map("".join)
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def readable(text: str) -> str:
    """The text as a document can hold it: breaks of lines are blanks."""
    return squeezed(re.sub("[\x1c-\x1f\x85\u2028\u2029]", " ", text))


@pytest.mark.parametrize("reader", READERS)
def test_any_text_survives(body: Callable[..., str], reader: str) -> None:
    @FEW
    @given(st.lists(TEXTS, min_size=1, max_size=80))
    def survives(texts: list[str]) -> None:
        written = body(*(paragraph(Text(text), number=number) for number, text in enumerate(texts, 1)))
        found = [squeezed(text_of(block)) for block in parsed(written, reader)]
        assert found == [squeezed(f"{number}. {readable(text)}") for number, text in enumerate(texts, 1)]

    survives()


@pytest.mark.parametrize("reader", READERS)
def test_any_text_survives_in_headings_and_notes(body: Callable[..., str], reader: str) -> None:
    @FEW
    @given(st.lists(TEXTS.filter(readable), min_size=1, max_size=40))
    def survives(texts: list[str]) -> None:
        notes = tuple(Note(f"n{number}", (Text(text),), Number((number,), str(number)))
                      for number, text in enumerate(texts, 1))  # fmt: skip
        headings = [Heading(f"h{number}", 1, (Text(text), NoteMark(f"n{number}", str(number))), Number((1,), "I."))
                    for number, text in enumerate(texts, 1)]  # fmt: skip
        blocks = parsed(body(*headings, notes=notes), reader)
        assert {block["t"] for block in blocks} == {"Header"}
        assert [squeezed(text_of(block)) for block in blocks] == [squeezed(f"I. {readable(text)}") for text in texts]
        found = [each for block in blocks for each in notes_in(block)]
        assert [squeezed(text_of(note["c"])) for note in found] == [readable(text) for text in texts]

    survives()


def notes_in(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("t") == "Note":
            yield node
        yield from notes_in(node.get("c", []))
    elif isinstance(node, list):
        for each in node:
            yield from notes_in(each)


@pytest.mark.parametrize("reader", READERS)
def test_any_emphasis_survives(body: Callable[..., str], reader: str) -> None:
    @FEW
    @given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.booleans()), min_size=1, max_size=60))
    def survives(cases: list[tuple[str, str, str, bool]]) -> None:
        blocks = [
            paragraph(Text(before), (Bold if bold else Italic)((Text(inside),)), Text(after), number=number)
            for number, (before, inside, after, bold) in enumerate(cases, 1)
        ]
        found = [squeezed(text_of(block)) for block in parsed(body(*blocks), reader)]
        assert found == [
            squeezed(f"{number}. {readable(before + inside + after)}")
            for number, (before, inside, after, _) in enumerate(cases, 1)
        ]

    survives()


@pytest.fixture(scope="module", params=TAGS)
def real(request: pytest.FixtureRequest) -> Document:
    workspace = Workspace.at()
    return pipeline.build(workspace, pipeline.load(workspace, "e-cn.15-2019-9"), request.param)


@pytest.fixture(scope="module", params=READERS)
def reader(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_no_renderer_renumbers(real: Document, reader: str) -> None:
    html = pypandoc.convert_text(markdown.write(real).decode(), "html", format=reader, extra_args=["--wrap=none"])
    body, _, _ = html.partition('<section id="footnotes"')
    assert "<ol" not in body
    assert "<li" not in body
    shown = re.sub(r"<[^>]*>", "", body)
    for number in range(1, 77):
        assert len(re.findall(rf"^{number}\. ", shown, re.MULTILINE)) == 1
    assert html.count('class="footnote-ref"') == 2


def test_every_block_is_read_with_its_label_and_text(real: Document, reader: str) -> None:
    blocks = parsed(markdown.write(real).decode(), reader)
    found = Counter(squeezed(text_of(block)) for block in blocks)
    for block in real.blocks:
        if isinstance(block, Heading | Paragraph | Subparagraph) and block.number:
            assert found[squeezed(f"{block.number.label} {plain_text(block.content)}")] == 1


def test_headings_are_headings(real: Document, reader: str) -> None:
    levels = [block["c"][0] for block in parsed(markdown.write(real).decode(), reader) if block["t"] == "Header"]
    wanted = [1, *(block.level + 1 for block in real.blocks if isinstance(block, Heading))]
    assert levels == wanted
    assert len(wanted) == 12


def test_two_footnotes_are_read(real: Document, reader: str) -> None:
    found = [squeezed(text_of(note["c"])) for note in notes_in(parsed(markdown.write(real).decode(), reader))]
    assert found == [squeezed(plain_text(note.content)) for note in real.notes]
    assert len(found) == 2


def test_anchors_are_unique_and_every_link_has_one(real: Document) -> None:
    text = markdown.write(real).decode()
    anchors = re.findall(r'<a id="([^"]+)"></a>', text)
    assert len(anchors) == len(set(anchors))
    assert len(anchors) == 76 + 11 + 5 + 3
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)


def test_every_block_stands_on_a_line_of_its_own(real: Document) -> None:
    lines = markdown.write(real).decode().split("\n")
    assert [line for line in lines if line.count('<a id="') > 1] == []


def test_the_same_document_gives_the_same_bytes(real: Document) -> None:
    assert markdown.write(real) == markdown.write(real)
