"""Text, fields, bookmarks and notes of a Word file, as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.readers import ReadLine, ReadMark, ReadReference, read_document

REVISION = 'w:id="9" w:author="A" w:date="2019-05-20T10:00:00Z"'
RAISED = '<w:style w:type="character" w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


@pytest.fixture
def lines(word) -> Callable[..., tuple[ReadLine, ...]]:
    def read(body: str, view: str = "accepted", **parts: str) -> tuple[ReadLine, ...]:
        return read_document(word.write(body, **parts), view).blocks

    return read


def p(content: str, properties: str = "") -> str:
    return f"<w:p>{properties}{content}</w:p>"


def t(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def field(instruction: str, result: str) -> str:
    return (
        f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>{mark('separate')}{result}{mark('end')}"
    )


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (t("one ") + t("two"), "one two"),
        (t("one") + "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "one two three"),
        (t("one") + '<w:r><w:br w:type="page"/></w:r>' + t("two"), "onetwo"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>", "A\u2011B"),
        ('<w:r><w:sym w:font="Arial" w:char="00A7"/></w:r>' + t(" 3"), "§ 3"),
        (t("seen") + t(" hidden", "<w:vanish/>"), "seen"),
        (t("seen") + t(" too", '<w:vanish w:val="0"/>'), "seen too"),
        (f"<w:ins {REVISION}>{t('new')}</w:ins><w:del {REVISION}><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        (f'<w:hyperlink r:id="x">{t("link")}</w:hyperlink>', "link"),
        (f"<w:smartTag><w:sdt><w:sdtContent>{t('inner')}</w:sdtContent></w:sdt></w:smartTag>", "inner"),
        (f'<w:fldSimple w:instr=" SEQ Figure ">{t("3")}</w:fldSimple>', "1"),
        (t("page ") + field("PAGE", t("7")), "page 7"),
        (field("IF " + "x", t("shown")), "shown"),
        (mark("begin") + t("never shown"), ""),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase>"
         "</w:ruby></w:r>", "字"),
        ("<mc:AlternateContent><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r>"
         "</mc:Fallback></mc:AlternateContent>", "new"),
        (t(" 4\u00a0000 "), "4\u00a0000"),
    ],
)  # fmt: skip
def test_text(lines: Callable, content: str, text: str) -> None:
    assert "".join(line.line.text for line in lines(p(content))) == text


def test_nested_fields_show_the_outer_result(lines: Callable) -> None:
    inner = field("REF inner", t("inner"))
    outer = field(f"IF </w:instrText></w:r>{inner}<w:r><w:instrText>", t("outer"))
    assert [line.line.text for line in lines(p(outer))] == ["outer"]


def test_a_field_over_several_paragraphs(lines: Callable) -> None:
    begin = mark("begin") + "<w:r><w:instrText> INDEX </w:instrText></w:r>" + mark("separate")
    body = p(begin + t("one")) + p(t("two") + mark("end")) + p(t("three"))
    assert [line.line.text for line in lines(body)] == ["one", "two", "three"]


def test_contents_repeat_numbers_and_have_none(lines: Callable) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p("<w:r><w:t>IV.</w:t><w:tab/><w:t>Text</w:t></w:r>", '<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>')
    (line,) = lines(body, styles=styles)
    assert (line.line.kind, line.line.label, line.typed, line.style) == ("plain", "", False, "toc 1")


@pytest.mark.parametrize(
    ("content", "label", "kind", "path", "text"),
    [
        ("<w:r><w:t>12.</w:t><w:tab/><w:t>By hand</w:t></w:r>", "12.", "paragraph", (12,), "By hand"),
        (t("(a) by hand"), "(a)", "subparagraph", (1, 1), "by hand"),
        (t("二、标题"), "二、", "heading", (2,), "标题"),
        (t("ثانيا - عنوان"), "ثانيا -", "heading", (2,), "عنوان"),
    ],
)
def test_numbers_typed_by_hand(
    lines: Callable, content: str, label: str, kind: str, path: tuple[int, ...], text: str
) -> None:
    first, second = lines(p(t("counted"), NUMBERED) + p(content), numbering=LIST)
    assert (first.typed, first.line.label) == (False, "1.")
    assert second.typed
    assert (second.line.label, second.line.kind, second.line.path, second.line.text) == (label, kind, path, text)


def test_typed_headings_have_the_level_of_their_style(lines: Callable) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>'
        for level in (1, 2)
    )
    body = "".join(
        p(t(text), f'<w:pPr><w:pStyle w:val="H{level}"/></w:pPr>')
        for level, text in ((1, "I. One"), (2, "A. Two"), (2, "B. Three"), (1, "II. Four"), (1, "Five"))
    )
    found = [(line.line.label, line.line.path, line.line.text) for line in lines(body, styles=styles)]
    assert found == [
        ("I.", (1,), "One"),
        ("A.", (1, 1), "Two"),
        ("B.", (1, 2), "Three"),
        ("II.", (2,), "Four"),
        ("", (), "Five"),
    ]


def test_bookmarks_are_ids(lines: Callable) -> None:
    body = p(start(1, "the_opening") + t("one") + end(1)) + p(start(2, "_Ref12") + t("two") + end(2)) + p(t("three"))
    found = lines(body)
    assert [(line.line.id, line.anchors) for line in found] == [
        ("the-opening", ("the-opening",)),
        ("", ("_Ref12",)),
        ("", ()),
    ]


def test_a_bookmark_between_paragraphs_belongs_to_the_next(lines: Callable) -> None:
    body = p(t("one")) + start(1, "second") + p(t("two")) + end(1) + p(t("three"))
    assert [line.line.id for line in lines(body)] == ["", "second", ""]


def test_a_bookmark_goes_with_its_text(lines: Callable) -> None:
    body = p(start(1, "split"), NUMBERED) + p(t("text") + end(1), NUMBERED)
    assert [(line.line.label, line.line.id) for line in lines(body, numbering=LIST)] == [("1.", ""), ("2.", "split")]


def test_a_split_paragraph_keeps_the_id_at_its_first_half(lines: Callable) -> None:
    body = p(start(1, "split") + t("one")) + p(t("two") + end(1)) + p(end(2) + t("three"))
    assert [(line.line.id, line.within) for line in lines(body)] == [("split", ()), ("", ("split",)), ("", ())]


def test_a_bookmark_over_a_whole_document_says_nothing_of_its_lines(lines: Callable) -> None:
    body = p(start(1, "all") + t("first")) + p(t("line")) * 60 + p(t("last") + end(1))
    found = lines(body)
    assert [line.line.id for line in found if line.line.id] == ["all"]
    assert {line.within for line in found} == {()}


def test_bookmarks_in_and_behind_a_table(lines: Callable) -> None:
    cell = f"<w:tc>{p(t('cell'))}</w:tc>"
    body = f"<w:tbl>{start(1, 'row')}<w:tr>{cell}</w:tr>{end(1)}</w:tbl>" + p(t("text")) + start(2, "last") + end(2)
    assert [line.line.id for line in lines(body)] == ["row", "last"]


def test_of_two_bookmarks_with_one_name_the_first_is_the_id(lines: Callable) -> None:
    body = p(start(1, "twice") + t("one") + end(1)) + p(start(2, "twice") + t("two") + end(2))
    assert [line.line.id for line in lines(body)] == ["twice", ""]


def test_joined_paragraphs_have_both_bookmarks(lines: Callable) -> None:
    mark = f"<w:pPr><w:rPr><w:del {REVISION}/></w:rPr></w:pPr>"
    body = p(start(1, "first") + t("one ") + end(1), mark) + p(start(2, "second") + t("two") + end(2))
    (line,) = lines(body)
    assert (line.line.id, line.anchors, line.line.text) == ("first", ("first", "second"), "one two")


def test_a_deleted_paragraph_takes_its_bookmark_away(lines: Callable) -> None:
    mark = f"<w:pPr><w:rPr><w:del {REVISION}/></w:rPr></w:pPr>"
    gone = f"{start(1, 'gone')}<w:del {REVISION}><w:r><w:delText>one</w:delText></w:r></w:del>{end(1)}"
    body = p(gone, mark) + p(t("two"))
    assert [(line.line.id, line.line.text) for line in lines(body)] == [("", "two")]
    assert [(line.line.id, line.change) for line in lines(body, "original")] == [("gone", "deleted"), ("", "")]


def test_an_empty_paragraph_is_a_line_only_with_an_id(lines: Callable) -> None:
    body = p("") + p(start(1, "emptied") + end(1)) + p(start(2, "_GoBack") + end(2)) + p(t("text"))
    assert [(line.line.id, line.line.text) for line in lines(body)] == [("emptied", ""), ("", "text")]


@pytest.mark.parametrize("endless", [start(1, "open") + t("text"), t("text") + end(7), start(1, "") + t("text")])
def test_half_bookmarks_do_no_harm(lines: Callable, endless: str) -> None:
    assert [line.line.text for line in lines(p(endless))] == ["text"]


def test_cross_references(lines: Callable) -> None:
    body = p(
        t("see para. ") + field("REF the_opening \\w \\h", t("4") + t("1")) + t(" and ")
        + f'<w:fldSimple w:instr=" REF _Ref12 ">{t("5")}</w:fldSimple>'
        + f'<w:hyperlink w:anchor="asia">{t("there")}</w:hyperlink>' + field("PAGE", t("7"))
    )  # fmt: skip
    (line,) = lines(body)
    assert line.line.text == "see para. 41 and 5there7"
    assert line.references == (
        ReadReference("the-opening", "41", "REF the_opening \\w \\h"),
        ReadReference("_Ref12", "5", "REF _Ref12"),
        ReadReference("asia", "there", "link"),
    )


def test_places(lines: Callable) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(t('box'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    body = p(t("body")) + f"<w:tbl><w:tr><w:tc>{p(t('cell'))}</w:tc></w:tr></w:tbl>" + p(t("anchor") + box)
    found = {line.line.text: line.place for line in lines(body)}
    assert found == {"body": "body", "cell": "table", "anchor": "body", "box": "textbox"}


def footnotes(*texts: str) -> str:
    return "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r>{t(text)}</w:p></w:footnote>'
        for number, text in enumerate(texts, 2)
    ) + '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'  # fmt: skip


def test_notes_are_counted_in_the_order_of_their_marks(word) -> None:
    body = p(t("a") + note(4)) + p(t("b")) + p(t("c") + note(2) + note(4))
    document = read_document(word.write(body, footnotes=footnotes("Two.", "Three.", "Four.")))
    assert [line.marks for line in document.blocks] == [
        (ReadMark("4", "1"),),
        (),
        (ReadMark("2", "2"), ReadMark("4", "3")),
    ]
    assert [(each.line.label, each.line.path, each.line.text, each.marked_in) for each in document.notes] == [
        ("1", (1,), "Four.", (0, 2)),
        ("2", (2,), "Two.", (2,)),
    ]


def test_a_mark_of_the_author_s_own_takes_no_number(word) -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>**</w:t></w:r>'
    body = p(t("a") + own) + p(t("b") + note(3))
    document = read_document(word.write(body, footnotes=footnotes("** Own.", "Counted.")))
    assert [(line.line.text, line.marks) for line in document.blocks] == [
        ("a", (ReadMark("2", "**"),)),
        ("b", (ReadMark("3", "1"),)),
    ]
    assert [(each.line.label, each.line.path, each.line.text) for each in document.notes] == [
        ("**", (), "Own."),
        ("1", (1,), "Counted."),
    ]


def test_brackets_round_a_mark_belong_to_it(word) -> None:
    raised = '<w:rStyle w:val="Raised"/>'
    body = p(t("a ") + t("(", raised) + note(2) + t(")", raised) + t(" b (c)"))
    (line,) = read_document(word.write(body, styles=RAISED, footnotes=footnotes("Note."))).blocks
    assert line.line.text == "a  b (c)"


@pytest.mark.parametrize(
    ("settings", "section", "labels"),
    [
        ("", "", ["1", "2", "3"]),
        ('<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', "", ["a", "b", "c"]),
        ('<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>', "", ["5", "6", "7"]),
        ('<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>', "", ["1", "2", "1"]),
        ("", '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr>', ["I", "II", "3"]),
    ],
)
def test_how_notes_are_counted(word, settings: str, section: str, labels: list[str]) -> None:
    ends = f"<w:pPr><w:sectPr>{section}</w:sectPr></w:pPr>"
    body = p(t("a") + note(2)) + p(t("b") + note(3), ends) + p(t("c") + note(4))
    document = read_document(word.write(body, settings=settings, footnotes=footnotes("A", "B", "C")))
    assert [each.line.label for each in document.notes] == labels


def test_deleted_and_hidden_marks_count_only_where_they_are_seen(word) -> None:
    body = (
        p(t("a") + f"<w:del {REVISION}>{note(2)}</w:del>")
        + p(t("b") + '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="4"/></w:r>') + p(t("c") + note(3))
    )  # fmt: skip
    path = word.write(body, footnotes=footnotes("Deleted.", "Kept.", "Hidden."))
    accepted, original = (read_document(path, view) for view in ("accepted", "original"))
    assert [(each.line.label, each.line.text) for each in accepted.notes] == [("1", "Kept.")]
    assert [(each.line.label, each.line.text) for each in original.notes] == [("1", "Deleted."), ("2", "Kept.")]


def test_endnotes_come_after_footnotes(word) -> None:
    body = p(t("a") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + note(2))
    endnotes = f'<w:endnote w:id="2">{p(t("End."))}{p(t("More."))}</w:endnote>'
    document = read_document(word.write(body, footnotes=footnotes("Foot."), endnotes=endnotes))
    assert [(each.place, each.line.label, each.line.text) for each in document.notes] == [
        ("footnote", "1", "Foot."),
        ("endnote", "i", "End. More."),
    ]
    assert document.blocks[0].marks == (ReadMark("endnote 2", "i"), ReadMark("2", "1"))


def test_a_mark_without_a_note(word) -> None:
    document = read_document(word.write(p(t("a") + note(9)), footnotes=footnotes("Other.")))
    assert [(each.line.label, each.line.text) for each in document.notes] == [("1", "")]
