from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import InputError
from reportgen.readers import ReadDocument, ReadMark, ReadReference, read_document
from reportgen.readers.markdown import limits, parse_markdown
from tests.tools.messages import as_expected

Row = tuple[str, tuple[int | str, ...], str, str]


def rows(text: str) -> list[Row]:
    return [(line.kind, line.path, line.label, line.text) for line in parse_markdown(text).lines()]


OURS = """\
United Nations \u2003 **E/1**

# The title

\\* E/2.

> <a id="summary"></a>*Summary*
>
> <a id="mandate"></a>The mandate.

## <a id="opening"></a>I\\. Opening

<a id="first"></a>1\\. One, see para. [2](#second).[^1]

<a id="second"></a>2\\. Two:

\u2003<a id="part"></a>(a) A part;

\u2003\u2003<a id="deep"></a>(i) a deeper one.

### <a id="inner"></a>A\\. Inner

3\\. Added by hand.[^2]

[^1]: A note, <https://example.org>.

[^2]: <a id="named"></a>Another.
"""


def test_ours() -> None:
    assert rows(OURS) == [
        ("plain", (), "", "United Nations \u2003 E/1"),
        ("plain", (), "", "The title"),
        ("summary", (), "", "Summary"),
        ("plain", (), "", "The mandate."),
        ("heading", (1,), "I.", "Opening"),
        ("paragraph", (1,), "1.", "One, see para. 2."),
        ("paragraph", (2,), "2.", "Two:"),
        ("subparagraph", (2, 1), "(a)", "A part;"),
        ("subparagraph", (2, 1, 1), "(i)", "a deeper one."),
        ("heading", (1, 1), "A.", "Inner"),
        ("paragraph", (3,), "3.", "Added by hand."),
        ("note", (), "*", "E/2."),
        ("note", (1,), "1", "A note, https://example.org."),
        ("note", (2,), "2", "Another."),
    ]


def test_ids_marks_references_and_what_was_typed() -> None:
    document = parse_markdown(OURS, "file.md")
    numbered = [line for line in document.blocks if line.line.label]
    assert [line.line.id for line in numbered] == ["opening", "first", "second", "part", "deep", "inner", ""]
    assert [line.typed for line in numbered] == [False] * 6 + [True]
    assert numbered[1].marks == (ReadMark("1", "1"),)
    assert numbered[1].references == (ReadReference("second", "2"),)
    assert [(note.line.id, note.key, note.marked_in) for note in document.notes[1:]] == [
        ("", "1", (5,)),
        ("named", "2", (10,)),
    ]
    assert (document.file, document.view) == ("file.md", "accepted")


COMMON = """\
---
title: Settings are no text
---

Title
=====

Intro *with* __marks__, `code_x`, snake_case, 5 * 3, [a link](https://example.org "title"), <b>bold</b><br>&amp; &lt;.

Section {#section}
---

1. one
2. two,
   goes on
   - a bullet
   1. inner
   1. inner two
7. three

   More of three.

4) another list
5) its second

* bullet

<!-- a comment
1. not a line
-->

```
1. not a line
```

| Head | Cell |
|------|:----:|
| 1. a | b \\| c |

***

## 3.1 Numbered heading ##

(b) typed

12\\. typed too[^later][^first]

[^first]: First in the file.
[^later]: Later
  goes on

    and on.
[^never]: Never marked.

[target]: https://example.org
"""


def test_common_markdown() -> None:
    assert rows(COMMON) == [
        ("plain", (), "", "Title"),
        ("plain", (), "", "Intro with marks, code_x, snake_case, 5 * 3, a link, bold & <."),
        ("heading", (), "", "Section"),
        ("paragraph", (1,), "1.", "one"),
        ("paragraph", (2,), "2.", "two, goes on"),
        ("item", (), "", "a bullet"),
        ("subparagraph", (2, 1), "1.", "inner"),
        ("subparagraph", (2, 2), "2.", "inner two"),
        ("paragraph", (3,), "3.", "three"),
        ("plain", (), "", "More of three."),
        ("paragraph", (4,), "4)", "another list"),
        ("paragraph", (5,), "5)", "its second"),
        ("item", (), "", "bullet"),
        ("cell", (), "", "Head"),
        ("cell", (), "", "Cell"),
        ("paragraph", (1,), "1.", "a"),
        ("cell", (), "", "b | c"),
        ("heading", (1,), "3.1", "Numbered heading"),
        ("subparagraph", (5, 2), "(b)", "typed"),
        ("paragraph", (12,), "12.", "typed too"),
        ("note", (1,), "1", "Later goes on and on."),
        ("note", (2,), "2", "First in the file."),
    ]


def test_the_first_number_of_a_list_is_its_start() -> None:
    assert [row[2] for row in rows("5. five\n5. six\n1. seven\n")] == ["5.", "6.", "7."]


def test_a_paragraph_ends_a_list() -> None:
    assert [row[2] for row in rows("1. one\n\nBetween.\n\n1. one again\n")] == ["1.", "", "1."]


def test_a_figure_at_the_beginning_of_a_line_is_no_item() -> None:
    assert rows("It was adopted in\n2018. It was\n- a bullet\n") == [
        ("plain", (), "", "It was adopted in 2018. It was"),
        ("item", (), "", "a bullet"),
    ]
    assert [row[2] for row in rows("Text:\n1. one\n2. two\n")] == ["", "1.", "2."]


@pytest.mark.parametrize(
    ("line", "text"),
    [("# T #", "T"), ("## T ##  ", "T"), ("# C#", "C#"), ("#", ""), ("# #", ""), ("   # T", "T"), ("#T", "#T")],
)
def test_closed_headings(line: str, text: str) -> None:
    assert [row[3] for row in rows(f"# One\n\n{line}\n")][1:] == [text] * bool(text)


def test_quotations_in_quotations() -> None:
    assert rows("> > 1. one\n> > 2. two\n") == [("paragraph", (1,), "1.", "one"), ("paragraph", (2,), "2.", "two")]


def test_an_anchor_by_itself_belongs_to_what_follows() -> None:
    (line,) = parse_markdown('<a id="alone"></a>\n\nText.\n').blocks
    assert (line.line.id, line.line.text) == ("alone", "Text.")


def test_numbers_that_were_changed_by_hand_are_read_as_they_stand() -> None:
    text = OURS.replace("2\\. Two", "7\\. Two").replace("(a) A part", "(c) A part").replace("A\\. Inner", "B\\. Inner")
    assert [row[1] for row in rows(text) if row[2] in ("7.", "(c)", "B.")] == [(7,), (7, 3), (1, 2)]


def test_notes_are_counted_by_their_marks() -> None:
    text = OURS.replace("second).[^1]", "second).[^2]").replace("hand.[^2]", "hand.[^1]")
    notes = parse_markdown(text).notes[1:]
    assert [(note.key, note.line.label, note.line.text) for note in notes] == [
        ("2", "1", "Another."),
        ("1", "2", "A note, https://example.org."),
    ]


def test_right_to_left() -> None:
    text = (
        '<div dir="rtl" lang="ar">\n\n# عنوان\n\n## <a id="a"></a>ثانيا - مقدمة\n\n<a id="b"></a>41 - نص\n\n'
        '\u2003<a id="c"></a>(ه\u200d) جزء\n\n\u2003\u2003<a id="d"></a>’1‘ أعمق\n\n</div>\n'
    )
    assert rows(text) == [
        ("plain", (), "", "عنوان"),
        ("heading", (2,), "ثانيا -", "مقدمة"),
        ("paragraph", (41,), "41 -", "نص"),
        ("subparagraph", (41, 5), "(ه\u200d)", "جزء"),
        ("subparagraph", (41, 5, 1), "’1‘", "أعمق"),
    ]


def test_a_plain_paragraph_with_an_initial_is_not_numbered() -> None:
    assert rows('<a id="x"></a>A. Smith spoke.\n') == [("plain", (), "", "A. Smith spoke.")]


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "file.md"
    path.write_bytes(b"\xef\xbb\xbf# T\r\n\r\n1. one\r\n2. two\r\n")
    assert [line.label for line in read_document(path).lines()] == ["", "1.", "2."]


def test_what_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "file.md"
    path.write_bytes(b"1. one\n2. tw\xe9\n")
    with pytest.raises(InputError) as error:
        read_document(path, shown="file.md")
    assert str(error.value) == "file.md:2:1: the file is not UTF-8\n  hint: save it as UTF-8"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a" * (limits.MOST_MARKDOWN_CHARACTERS + 1), "the file has 7,000,001 characters, more than 7,000,000"),
        ("\n" * (limits.MOST_LINES + 1), "the file has 40,001 lines, more than 40,000"),
        ("|" * (limits.MOST_BARS + 1), "the file has 60,001 bars of tables, more than 60,000"),
        ("*" * (limits.MOST_SIGNS + 1), "the file has 120,001 signs of markup, more than 120,000"),
        ("1) a\n1. b\n" * (limits.MOST_BLOCKS // 2 + 1), "the file has 25,002 blocks, more than 25,000"),
        ("[" * 400, "the file has too many brackets that nothing closes"),
        ("![" * 400, "the file has too many brackets that nothing closes"),
    ],
)
def test_more_than_any_report_has(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "file.md"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as error:
        read_document(path, shown="file.md")
    assert as_expected(str(error.value), said) == f"file.md: {said}"


@settings(max_examples=300)
@given(st.text(alphabet="ab1. \n\t#*_`[]()^<>!&;:|\\-+=\u2003(a)é", max_size=200))
def test_any_text_is_read(text: str) -> None:
    document = parse_markdown(text)
    assert isinstance(document, ReadDocument)
    for line in document.lines():
        assert "\n" not in line.text
        assert line.label or not line.path


@pytest.mark.parametrize("piece", ["`", "*", "_", "<", '<a id="', "| ", "&", "\\", "<!--", "](", "[a](b)", "[a]: <"])
def test_a_long_line_of_markup_is_read(piece: str) -> None:
    for text in (piece * 2_000, f"# {piece * 2_000}", f"|{piece * 2_000}x", f"a {piece}" * 2_000):
        assert len(parse_markdown(text).blocks) < 2_001


@pytest.mark.parametrize("piece", ["[", "![", "[^", "[a](", "[a][", "*[", '[a](x "'])
def test_brackets_that_nothing_closes(piece: str) -> None:
    assert len(parse_markdown(piece * 200).blocks) == 1


@pytest.mark.parametrize("piece", ["[", "![", "[^", "[a][", "*["])
def test_too_many_brackets_that_nothing_closes(piece: str) -> None:
    with pytest.raises(InputError, match="too many brackets"):
        parse_markdown(piece * 5_000)


@pytest.mark.parametrize("piece", ["> ", "- ", "1. ", "> 1. "])
def test_what_is_nested_deeper_than_anyone_can_see_is_refused(piece: str) -> None:
    for times in (60, 100_000):
        with pytest.raises(InputError, match="nested more than 29 deep"):
            parse_markdown(piece * times + "x", "file.md")


def test_deep_lists_and_indents_are_read() -> None:
    items = "".join(f"{' ' * (3 * depth)}1. x\n" for depth in range(28))
    assert max(len(line.line.path) for line in parse_markdown(items).blocks) == 28
    (line,) = parse_markdown("\u2003" * 30_000 + "(a) x").blocks
    assert line.line.path == (1,) * 9


def test_notes_are_no_definitions_of_links() -> None:
    text = "a[^1][^no] [c][^1]\n[^1]: word\n\n  more\n\n[b]: /url\n\nc[^2]\n[^2]: two\n- d\n"
    document = parse_markdown(text)
    assert [line.line.text for line in document.blocks] == ["a[^no] [c]", "c", "d"]
    assert [note.line.text for note in document.notes] == ["word more", "two"]
