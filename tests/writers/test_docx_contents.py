"""Lines of the contents in Word: where a label, a heading and the range of its paragraphs stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from reportgen import language as languages
from reportgen.tree.inlines import Content, Italic, Text
from reportgen.tree.nodes import Contents, ContentsEntry, Document
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace
from reportgen.writers import docx as writer
from reportgen.writers.docx.geometry import TAB
from reportgen.writers.docx.line_breaks import BREAK, text_width, with_breaks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Parts = Callable[[bytes], dict[str, bytes]]
Lines = Callable[[str, ContentsEntry], list[str]]


@pytest.fixture
def line(document_of: Callable[..., Document], parts: Parts) -> Lines:
    """A function: the pieces of the line of an entry, its tabs as "\\t", its line breaks as "\\n"."""

    def written(tag: str, entry: ContentsEntry) -> list[str]:
        language = languages.load(Workspace.at(), tag)
        block = Contents("contents", (Text("Contents"),), ("Paragraphs", "Page"), "{low}–{high}", 2, (entry,))
        data = writer.write(document_of(language, block))
        body = etree.fromstring(parts(data)["word/document.xml"])
        (found,) = (link for link in body.iter(W + "hyperlink"))
        signs = {W + "t": None, W + "tab": "\t", W + "br": "\n"}
        return [signs[each.tag] or each.text or "" for each in found.iter(*signs)]  # type: ignore[index]

    return written


@pytest.mark.parametrize(
    ("tag", "label", "gap"),
    [
        ("en", "II.", "\t"),
        ("en", "VIII.", "\t"),
        ("en", "Annex", " "),
        ("en", "XXVIII.", " "),
        ("es", "Anexo", " "),
        ("zh", "一.", "\t"),
        ("zh", "十一.", "\t"),
        ("zh", "二十一.", " "),
        ("zh", "附件一", " "),
        ("ar", "ألف -", " "),
    ],
)
def test_a_label_that_is_wider_than_the_indent_is_followed_by_a_blank(
    line: Lines, tag: str, label: str, gap: str
) -> None:
    text = "".join(line(tag, ContentsEntry("one", 1, label, (Text("x"),), "1")))
    assert text.startswith(f"{label}{gap}x\t1\t")


@pytest.mark.parametrize("tag", ["en", "ru", "zh", "ar"])
@pytest.mark.parametrize("length", range(30, 90, 4))
def test_a_heading_is_broken_before_the_column_of_paragraphs(line: Lines, tag: str, length: int) -> None:
    words = {"en": "Words of it ", "ru": "Слова его ", "zh": "文字，", "ar": "كلمات "}[tag] * 20
    heading = words[:length].strip()
    text = "".join(line(tag, ContentsEntry("one", 1, "I.", (Text(heading),), "135–140")))
    shown = text[text.index(heading[0]) : text.index("\t135")]
    lines = shown.split("\n")
    room = 9840 - 2 * 1267 - 2 * TAB - TAB - text_width("135–140")
    assert max(map(text_width, lines)) <= room
    assert len(lines) == 1 or text_width("".join(lines)) > room - text_width("Annex I ")
    assert ("" if tag == "zh" else " ").join(lines) == heading
    assert not any(each.startswith("，") for each in lines)


def test_breaks_stand_inside_italics_and_replace_one_blank() -> None:
    content: Content = (Text("aaaa bbbb "), Italic((Text("cccc dddd"),)), Text(" eeee"))
    found = with_breaks(content, 1200, 1200)
    assert plain_text(found) == f"aaaa bbbb{BREAK}cccc dddd{BREAK}eeee"
    assert found[1] == Italic((Text("cccc dddd"),))
    inside = with_breaks((Italic((Text("aaaaaaa bbbbbbb"),)),), 1200, 1200)
    assert inside == (Italic((Text(f"aaaaaaa{BREAK}bbbbbbb"),)),)


def test_a_word_that_is_longer_than_a_line_and_a_narrow_page_are_left_alone() -> None:
    assert with_breaks((Text("a" * 50),), 1300, 1300) == (Text("a" * 50),)
    assert with_breaks((Text("aaaa bbbb cccc dddd"),), 1000, 1000) == (Text("aaaa bbbb cccc dddd"),)


def test_a_narrow_page_keeps_the_heading_whole(document_of: Callable[..., Document], parts: Parts) -> None:
    language = languages.load(Workspace.at(), "en")
    entry = ContentsEntry("one", 6, "I.", (Text("Words of it " * 9),), "1")
    block = Contents("contents", (), ("", ""), "{low}–{high}", 6, (entry,))
    document = document_of(language, block)
    narrow = replace(document, looks=replace(document.looks, page=replace(document.looks.page, text=5102)))
    assert b"<w:br/>" not in parts(writer.write(narrow))["word/document.xml"]
