"""Italics, bold and addresses in the runs of a Word file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.readers import read_document
from reportgen.tree.inlines import Bold, Content, Italic, Link, NoteMark, Text

STYLES = "".join(
    f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:rPr>{said}</w:rPr></w:style>'
    for name, based, said in (
        ("Emphasis", "", "<w:i/><w:iCs/>"),
        ("Quieter", '<w:basedOn w:val="Emphasis"/>', '<w:i w:val="0"/>'),
        ("Louder", '<w:basedOn w:val="Emphasis"/>', "<w:b/><w:bCs/>"),
        ("Letter", "", ""),
    )
).replace('w:name w:val="Letter"', 'w:name w:val="Letter Note Mark"')
ITALIC_PARAGRAPH = (
    '<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="Head"/><w:rPr><w:i/><w:b/></w:rPr></w:style>'
)


@pytest.fixture
def content(word) -> Callable[[str], Content]:
    def read(runs: str, properties: str = "") -> Content:
        path = word.write(f"<w:p>{properties}{runs}</w:p>", styles=STYLES + ITALIC_PARAGRAPH)
        return read_document(path).blocks[0].content

    return read


def run(text: str, said: str = "") -> str:
    return f'<w:r><w:rPr>{said}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


A, B = Text("a"), Text("b")


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        (run("a") + run("b"), (Text("ab"),)),
        (run("a", "<w:i/>"), (Italic((A,)),)),
        (run("a", '<w:i w:val="0"/>'), (A,)),
        (run("a", "<w:b/><w:i/>"), (Bold((Italic((A,)),)),)),
        (run("a", "<w:iCs/>"), (A,)),
        (run("ن", "<w:rtl/><w:iCs/>"), (Italic((Text("ن"),)),)),
        (run("ن", "<w:rtl/><w:i/>"), (Text("ن"),)),
        (run("ن", '<w:rtl w:val="0"/><w:i/>'), (Italic((Text("ن"),)),)),
        (run("a", '<w:rStyle w:val="Emphasis"/>'), (Italic((A,)),)),
        (run("a", '<w:rStyle w:val="Emphasis"/><w:i w:val="0"/>'), (A,)),
        (run("a", '<w:rStyle w:val="Quieter"/>'), (A,)),
        (run("a", '<w:rStyle w:val="Louder"/>'), (Bold((Italic((A,)),)),)),
        (run("a", '<w:rStyle w:val="Nothing"/>'), (A,)),
        (run("a", "<w:i/>") + run("b", "<w:i/>"), (Italic((Text("ab"),)),)),
        (run("a ", "<w:i/>") + run("b"), (Italic((A,)), Text(" b"))),
        (run("a", "<w:i/>") + "<w:r><w:tab/></w:r>" + run("b"), (Italic((A,)), Text(" b"))),
    ],
)
def test_looks_of_runs(content: Callable, runs: str, wanted: Content) -> None:
    assert content(runs) == wanted


def test_the_looks_of_a_paragraph_are_not_those_of_its_text(content: Callable) -> None:
    assert content(run("a") + run("b", "<w:i/>"), '<w:pPr><w:pStyle w:val="Head"/></w:pPr>') == (A, Italic((B,)))


ADDRESS = "https://un.org/a?b=1&amp;c=2"
LINKED = Link("https://un.org/a?b=1&c=2")


def field(result: str, instruction: str = 'HYPERLINK "https://un.org/"') -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        (f'<w:hyperlink r:id="x">{run(ADDRESS)}</w:hyperlink>', (LINKED,)),
        (f'<w:hyperlink r:id="x">{run(ADDRESS[:10])}{run(ADDRESS[10:])}</w:hyperlink>', (LINKED,)),
        (f'<w:hyperlink r:id="x">{run(ADDRESS, "<w:i/>")}</w:hyperlink>', (Italic((LINKED,)),)),
        (f'<w:hyperlink r:id="x">{run(ADDRESS)}</w:hyperlink>' * 2, (LINKED, LINKED)),
        (f'<w:hyperlink r:id="x">{run("the page")}</w:hyperlink>', (Text("the page"),)),
        (f'<w:hyperlink r:id="x">{run("https://un.org/ and more")}</w:hyperlink>', (Text("https://un.org/ and more"),)),
        (f'<w:hyperlink w:anchor="here">{run(ADDRESS)}</w:hyperlink>', (Text(LINKED.url),)),
        (run(ADDRESS), (Text(LINKED.url),)),
        (run("See ") + field(run(ADDRESS)) + run("."), (Text("See "), LINKED, Text("."))),
        (field(run(ADDRESS), "REF here"), (Text(LINKED.url),)),
        (f'<w:fldSimple w:instr="HYPERLINK x">{run(ADDRESS)}</w:fldSimple>{run(ADDRESS)}', (LINKED, Text(LINKED.url))),
    ],
)
def test_addresses(content: Callable, runs: str, wanted: Content) -> None:
    assert content(runs) == wanted


def test_a_letter_marks_a_note_below(word) -> None:
    letter = run("a", '<w:rStyle w:val="Letter"/>')
    path = word.write(
        f"<w:tbl><w:tr><w:tc><w:p>{run('1990')}{letter}</w:p></w:tc><w:tc><w:p>{letter}{run('x')}</w:p></w:tc></w:tr>"
        "</w:tbl>",
        styles=STYLES,
    )
    first, second = read_document(path).blocks
    assert first.content == (Text("1990"), NoteMark("a", "a"))
    assert second.content == (NoteMark("a", "a"), Text("x"))


def test_a_footnote_may_mark_a_footnote_in_a_broken_file(word) -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1"><w:p>{run("One", "<w:i/>")}{mark}</w:p><w:p>{run("more")}</w:p></w:footnote>'
    [note] = read_document(word.write(f"<w:p>{run('a')}{mark}</w:p>", footnotes=notes)).notes
    assert note.content == (Italic((Text("One"),)), Text(" more"))


def test_paragraphs_that_run_together_keep_their_looks(word) -> None:
    gone = '<w:pPr><w:rPr><w:del w:id="1" w:author="A" w:date="2019-05-20T10:00:00Z"/></w:rPr></w:pPr>'
    body = f"<w:p>{gone}{run('a')}{run('b', '<w:i/>')}</w:p><w:p>{run('a', '<w:b/>')}</w:p>"
    [line] = read_document(word.write(body)).blocks
    assert line.content == (A, Italic((B,)), Bold((A,)))
