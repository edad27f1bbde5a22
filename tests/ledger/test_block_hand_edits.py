"""Files of a report with every kind of block, edited by hand: each edit is named, harmless ones are no difference."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from lxml import etree

from reportgen import pipeline
from reportgen.comparison.files import Comparison
from reportgen.tree.nodes import Contents
from reportgen.workspace import Workspace
from tests.tools.opened_word import (
    OpenedWord,
    W,
    break_line,
    id_of,
    mark_revisions,
    names_in,
    new_paragraph,
    run_of,
    split_run,
    style_of,
    text_of,
    track_formatting,
)
from tests.tools.sent_files import (
    Sent,
    Told,
    assert_nothing_told,
    assert_told,
    placed,
    sent_out,
)

WORKSPACE = Workspace.at(Path(__file__).parents[1] / "cases" / "every-block")
REPORT = pipeline.load(WORKSPACE, "every-block")
LANGUAGES = ("en", "ar")
TIMES = 3
NEW = {"en": "Something wholly new about trains is said here.", "ar": "يقال هنا شيء جديد تماما عن القطارات."}
CAPTIONS = {"TableCaption": "table", "FigureCaption": "figure", "BoxHeading": "box"}


class Word(OpenedWord):
    """A Word file that a person has open."""

    def rows(self) -> list[etree._Element]:
        """The rows of tables of the report, without heads."""
        return [each for each in self.root.iter(W + "tr") if style_of(next(each.iter(W + "p"))).startswith("TableCell")]

    def in_annexes(self, style: str) -> list[etree._Element]:
        children = list(self.body)
        first = children.index(self.of("replies"))
        return [each for each in children[first:] if style_of(each) == style]


def whole(caption: etree._Element) -> list[etree._Element]:
    """A caption with its table or picture, its source and its notes."""
    found = [caption]
    following = caption.getnext()
    styles = ("FigurePicture", "TableNote", "BoxText", "BoxNote")
    while following is not None and (following.tag == W + "tbl" or style_of(following) in styles):
        found.append(following)
        following = following.getnext()
    return found


def seq_field(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of the SEQ field in a caption."""
    runs = paragraph.findall(W + "r")
    kinds = [
        run.find(W + "fldChar").get(W + "fldCharType") if run.find(W + "fldChar") is not None else "" for run in runs
    ]
    return runs[kinds.index("begin") : kinds.index("end") + 1]


def behind(word: Word, style: str, caption: etree._Element) -> dict[str, tuple[int, ...]]:
    """The captions behind one, each with the number it has when that is gone."""
    order = word.styled(style)
    return {id_of(each): (number - 1,) for number, each in enumerate(order, 1) if number > order.index(caption) + 1}


def delete_a_table(dice: random.Random, word: Word, tag: str) -> Told:
    style = dice.choice(list(CAPTIONS))
    caption = dice.choice(word.styled(style))
    name, gone = id_of(caption), whole(caption)
    renumbered, told = behind(word, style, caption), names_in(*gone)
    if style == "FigureCaption":
        told.add(f"{name}/alternative")
    for each in gone:
        each.getparent().remove(each)
    cited = any(name.replace("-", "_") in (each.text or "") for each in word.root.iter(W + "instrText"))
    lost = (f"the cross-reference to {name} points to nothing",) if cited else ()
    return Told(deleted=told, renumbered=renumbered, citations=lost)


def swap_two_captions(dice: random.Random, word: Word, tag: str) -> Told:
    """The captions alone: what stands below them stays."""
    one, other = sorted(dice.sample(range(4), 2))
    order = word.styled("TableCaption")
    first, second = order[one], order[other]
    place = etree.Element(W + "p")
    first.addprevious(place)
    second.addprevious(first)
    place.addprevious(second)
    place.getparent().remove(place)
    parts = names_in(*whole(first)[1:], *whole(second)[1:])
    return Told(moved={id_of(first), id_of(second)}, along=parts)


def type_a_caption(dice: random.Random, word: Word, tag: str) -> Told:
    # Word cannot count with Arabic ordinals, so that the number of a figure is text there from the beginning.
    caption = dice.choice(word.styled("TableCaption", *(["FigureCaption"] if tag != "ar" else [])))
    style = style_of(caption)
    renumbered = behind(word, style, caption)
    runs = seq_field(caption)
    number = text_of(runs[3])
    runs[0].addprevious(run_of(number))
    for run in runs:
        run.getparent().remove(run)
    return Told(astray={id_of(caption): "its number is typed by hand"}, renumbered=renumbered)


def copy_a_caption(dice: random.Random, word: Word, tag: str) -> Told:
    """Its bookmarks are copied too, as programs other than Word do."""
    caption = dice.choice(word.styled("TableCaption"))
    target = dice.choice(word.styled("NumberedParagraph"))
    children = list(word.body)
    order = word.styled("TableCaption")
    place = sum(children.index(each) < children.index(target) for each in order)
    target.addprevious(deepcopy(caption))
    renumbered = {id_of(each): (number + 1,) for number, each in enumerate(order, 1) if number > place}
    return Told(inserted=1, renumbered=renumbered)


def delete_a_row(dice: random.Random, word: Word, tag: str) -> Told:
    row = dice.choice(word.rows())
    row.getparent().remove(row)
    return Told(deleted=names_in(row))


def insert_a_row(dice: random.Random, word: Word, tag: str) -> Told:
    """As Word does: a copy of the row, without bookmarks, filled anew."""
    row = dice.choice(word.rows())
    new = deepcopy(row)
    for number, paragraph in enumerate(new.iter(W + "p")):
        for each in list(paragraph)[1:]:
            paragraph.remove(each)
        paragraph.append(run_of(f"Train {number}"))
    row.addprevious(new)
    return Told(inserted=len(new.findall(W + "tc")))


def insert_in_an_annex(dice: random.Random, word: Word, tag: str) -> Told:
    like = dice.choice(word.in_annexes("NumberedParagraph"))
    like.addprevious(new_paragraph(like, NEW[tag]))
    return Told(inserted=1)


def delete_in_an_annex(dice: random.Random, word: Word, tag: str) -> Told:
    gone = word.of(dice.choice(("replies-explained", "reasons-given", "reply-languages")))
    gone.getparent().remove(gone)
    notes = {"replies-explained": "pages", "reasons-given": "reasons-note", "reply-languages": "reply-languages-note"}
    return Told(deleted={id_of(gone), notes[id_of(gone)]})


def insert_an_item(dice: random.Random, word: Word, tag: str) -> Told:
    like = dice.choice(word.styled("ListBullet", "ListBullet2"))
    like.addnext(new_paragraph(like, NEW[tag]))
    return Told(inserted=1)


def delete_the_heading_of_an_annex(dice: random.Random, word: Word, tag: str) -> Told:
    gone = word.of("questionnaire")
    gone.getparent().remove(gone)
    moved = {"questionnaire-use", "questionnaire-modules", "reply-languages", "structure", "languages-of-reply"}
    lost = "the cross-reference to questionnaire points to nothing"
    return Told(deleted={"questionnaire"}, moved={*moved, "terms"}, citations=(lost,))


def restart_the_list_of_an_annex(dice: random.Random, word: Word, tag: str) -> Told:
    paragraph = word.of(dice.choice(("replies-explained", "reasons-given", "questionnaire-modules", "offence-terms")))
    word.restart_numbering(paragraph)
    return Told(astray={id_of(paragraph): "the list restarts here"})


def change_a_reference(dice: random.Random, word: Word, tag: str) -> Told:
    tables = [each for each in word.fields("REF") if each.text.split()[1].endswith("__number")]
    found = dice.choice(tables).getparent()
    shown = found.getnext().getnext().find(W + "t")
    shown.text = "77"
    return Told(citations=("says '77', but",))


EDITS = [
    delete_a_table, swap_two_captions, type_a_caption, copy_a_caption, delete_a_row, insert_a_row, insert_in_an_annex,
    delete_in_an_annex, insert_an_item, delete_the_heading_of_an_annex, restart_the_list_of_an_annex,
    change_a_reference,
]  # fmt: skip


def track_the_deletion_of_a_caption(word: Word, caption: etree._Element) -> None:
    attributes = {W + "id": "900", W + "author": "A", W + "date": "2021-01-01T00:00:00Z"}
    mark = etree.SubElement(etree.SubElement(caption.find(W + "pPr"), W + "rPr"), W + "del", attributes)
    assert mark is not None
    for run in caption.findall(W + "r"):
        for piece in run.findall(W + "t"):
            piece.tag = W + "delText"
        for piece in run.findall(W + "instrText"):
            piece.tag = W + "delInstrText"
        deleted = etree.Element(W + "del", attributes)
        run.addprevious(deleted)
        deleted.append(run)


@pytest.fixture(scope="module")
def sent() -> dict[str, Sent]:
    return sent_out(WORKSPACE, REPORT, LANGUAGES)


def assert_told_of_blocks(comparison: Comparison, told: Told) -> None:
    """What is told of every file, and of tables, figures and boxes their new numbers and who cites them."""
    assert_told(comparison, told)
    found = comparison.differences
    kinds = ("table", "figure", "box")
    if told.deleted or told.inserted or told.renumbered:
        assert {
            each.id: each.new for each in found if each.place == "renumbered" and each.kind in kinds
        } == told.renumbered
    for each in told.citations:
        assert any(each in message for _, message in comparison.citations)
    if not (told.citations or told.renumbered or told.moved or told.astray):
        assert comparison.citations == ()
    rows = not told.citations and all(
        "/" in name or not name for name in (*placed(found, "deleted"), *placed(found, "inserted"))
    )
    assert comparison.numbers_differ() or (rows and not told.moved)


@pytest.mark.parametrize("time", range(TIMES))
@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_edit_of_the_word_file_is_named(
    sent: dict[str, Sent], tmp_path: Path, tag: str, edit: Callable[..., Told], time: int
) -> None:
    word = Word(sent[tag].files["docx"])
    told = edit(random.Random(f"{edit.__name__} {time}"), word, tag)
    assert_told_of_blocks(sent[tag].compared(word.save(tmp_path / f"edited.{tag}.docx")), told)


def test_a_caption_whose_deletion_is_tracked(sent: dict[str, Sent], tmp_path: Path) -> None:
    word = Word(sent["en"].files["docx"])
    caption = word.of("examples")
    track_the_deletion_of_a_caption(word, caption)
    told = Told(deleted={"examples"}, moved=set(), renumbered={"list-of-replies": (3,)})
    found = sent["en"].compared(word.save(tmp_path / "tracked.en.docx"))
    told.along = names_in(*whole(caption)[1:])
    assert_told_of_blocks(found, replace(told, citations=("the cross-reference to examples points to nothing",)))


def test_a_caption_whose_tracked_deletion_is_rejected(sent: dict[str, Sent], tmp_path: Path) -> None:
    word = Word(sent["en"].files["docx"])
    track_the_deletion_of_a_caption(word, word.of("examples"))
    for deleted in list(word.root.iter(W + "del")):
        for run in deleted:
            deleted.addprevious(run)
            for piece in run.iter(W + "delText", W + "delInstrText"):
                piece.tag = (
                    piece.tag.replace("del", "").replace("Text", "t") if "Instr" not in piece.tag else W + "instrText"
                )
        deleted.getparent().remove(deleted)
    assert_nothing_told(sent["en"].compared(word.save(tmp_path / "rejected.en.docx")))


def other_looks(dice: random.Random, word: Word) -> None:
    """Bold letters and other fonts and alignments, in cells and captions too."""
    for run in word.root.iter(W + "r"):
        if run.find(W + "t") is not None and run.find(W + "rPr") is None and dice.random() < 0.4:
            properties = etree.Element(W + "rPr")
            etree.SubElement(properties, W + dice.choice(["b", "i", "smallCaps"]))
            run.insert(0, properties)
    for properties in word.root.iter(W + "pPr"):
        if properties.find(W + "jc") is None and properties.find(W + "rPr") is None and dice.random() < 0.3:
            etree.SubElement(properties, W + "jc").set(W + "val", "both")


def other_cell_styles(dice: random.Random, word: Word) -> None:
    """Cells and bullets set in other styles of the same kind."""
    for paragraph in word.styled("TableCell", "TableCellNumber"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        style.set(W + "val", dice.choice(["TableCell", "TableCellNumber", "TableTotal"]))


def other_columns(dice: random.Random, word: Word) -> None:
    for column in word.root.iter(W + "gridCol", W + "tcW"):
        column.set(W + "w", str(dice.randint(400, 4000)))


def line_breaks(dice: random.Random, word: Word) -> None:
    """Shift+Enter at a space, in cells, captions and headings of annexes too."""
    styles = (
        "TableCell",
        "TableHead",
        "TableCaption",
        "FigureCaption",
        "BoxText",
        "ListBullet",
        "AnnexHeading",
        "Quote",
    )
    for paragraph in word.styled(*styles):
        for run in paragraph.findall(W + "r"):
            piece = run.find(W + "t")
            match = re.search(r"(?<=\w) (?=\w)", piece.text) if piece is not None and piece.text else None
            if match and dice.random() < 0.5:
                break_line(piece, match.start(), match.end())


def split_runs(dice: random.Random, word: Word) -> None:
    for run in list(word.root.iter(W + "r")):
        piece = run.find(W + "t")
        if piece is not None and len(piece.text or "") > 3 and run.find(W + "rPr") is None and dice.random() < 0.4:
            split_run(run, dice.randint(1, len(piece.text) - 1))


def contents_brought_up_to_date(dice: random.Random, word: Word) -> None:
    """Word writes the lines anew, with pages and without ranges of paragraphs, and bookmarks of its own."""
    lines = word.styled("TOC1", "TOC2", "TOC3")
    field_marks = lines[0].findall(W + "r")[:3]
    for number, line in enumerate(lines):
        link = line.find(W + "hyperlink")
        target = link.get(W + "anchor")
        heading = next(
            each for each in word.root.iter(W + "bookmarkStart") if each.get(W + "name") == target
        ).getparent()
        name = f"_Toc{80000 + number}"
        heading.insert(1, etree.Element(W + "bookmarkStart", {W + "id": str(8000 + number), W + "name": name}))
        heading.append(etree.Element(W + "bookmarkEnd", {W + "id": str(8000 + number)}))
        for each in list(line)[1:]:
            if each not in field_marks and each.find(W + "fldChar") is None:
                line.remove(each)
        new = etree.Element(W + "hyperlink", {W + "anchor": name})
        new.append(run_of(f"{text_of(heading)} {dice.randint(1, 20)}"))
        field_marks[-1].addnext(new) if number == 0 else line.find(W + "pPr").addnext(new)


def fields_brought_up_to_date(dice: random.Random, word: Word) -> None:
    """As after Ctrl+A, F9: the results of all fields are written anew, in runs that look like before."""
    for mark in list(word.root.iter(W + "fldChar")):
        if mark.get(W + "fldCharType") == "begin":
            mark.set(W + "dirty", "true")
        if mark.get(W + "fldCharType") == "separate":
            result = mark.getparent().getnext()
            if result is not None and result.find(W + "t") is not None and result.find(W + "rPr") is None:
                properties = etree.Element(W + "rPr")
                etree.SubElement(properties, W + "noProof")
                result.insert(0, properties)


def simple_fields(dice: random.Random, word: Word) -> None:
    """SEQ fields in the short form."""
    for caption in word.styled(*CAPTIONS, "AnnexHeading"):
        if caption.find(f".//{W}instrText") is None:
            continue
        runs = seq_field(caption)
        simple = etree.Element(W + "fldSimple", {W + "instr": runs[1].find(W + "instrText").text})
        runs[0].addprevious(simple)
        simple.append(runs[3])
        for run in (*runs[:3], *runs[4:]):
            run.getparent().remove(run)


def comments(dice: random.Random, word: Word) -> None:
    for number, paragraph in enumerate(word.styled("TableCaption", "TableCell", "ListBullet", "AnnexHeading")):
        paragraph.insert(1, etree.Element(W + "commentRangeStart", {W + "id": str(number)}))
        paragraph.append(etree.Element(W + "commentRangeEnd", {W + "id": str(number)}))
        run = etree.SubElement(paragraph, W + "r")
        etree.SubElement(run, W + "commentReference", {W + "id": str(number)})


def bookmarks_of_word(dice: random.Random, word: Word) -> None:
    """_Toc, _Ref and _GoBack, before our own and round several paragraphs."""
    paragraphs = [each for each in word.body.iter(W + "p") if each.find(W + "pPr") is not None]
    for number, paragraph in enumerate(dice.sample(paragraphs, 60)):
        name = dice.choice([f"_Toc{number}", f"_Ref{number}", "_GoBack" if not number else f"_Hlk{number}"])
        paragraph.find(W + "pPr").addnext(
            etree.Element(W + "bookmarkStart", {W + "id": f"9{number}00", W + "name": name})
        )
        end = paragraphs[min(paragraphs.index(paragraph) + dice.randint(0, 2), len(paragraphs) - 1)]
        end.append(etree.Element(W + "bookmarkEnd", {W + "id": f"9{number}00"}))


def pictures_compressed(dice: random.Random, word: Word) -> None:
    for name in [each for each in word.parts if each.startswith("word/media/")]:
        word.parts[name] = b"\xff\xd8\xff\xe0other"
    for number, extent in enumerate(word.root.iter("{*}extent")):
        extent.set("cx", str(1_000_000 + number))


def formatting_tracked(dice: random.Random, word: Word) -> None:
    for paragraph in word.styled("TableCell", "TableCaption", "BoxText", "ListBullet"):
        track_formatting(paragraph)


def a_table_in_a_control(dice: random.Random, word: Word) -> None:
    """A content control round a table and its caption."""
    table = dice.choice([each for each in word.body.findall(W + "tbl") if each.find(f".//{W}tblHeader") is not None])
    control = etree.Element(W + "sdt")
    content = etree.SubElement(control, W + "sdtContent")
    caption = table.getprevious()
    caption.addprevious(control)
    content.extend([caption, table])


def spell_checked(dice: random.Random, word: Word) -> None:
    mark_revisions(dice, *word.root.iter(W + "p", W + "r", W + "tr"))
    for paragraph in word.styled("TableCell", "TableCaption"):
        paragraph.insert(1, etree.Element(W + "proofErr", {W + "type": "spellStart"}))


HARMLESS = [
    other_looks, other_cell_styles, other_columns, line_breaks, split_runs, contents_brought_up_to_date,
    fields_brought_up_to_date, simple_fields, comments, bookmarks_of_word, pictures_compressed, formatting_tracked,
    a_table_in_a_control, spell_checked,
]  # fmt: skip


@pytest.mark.parametrize("time", range(2))
@pytest.mark.parametrize("edit", HARMLESS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_harmless_edit_is_no_difference(
    sent: dict[str, Sent], tmp_path: Path, tag: str, edit: Callable[..., None], time: int
) -> None:
    word = Word(sent[tag].files["docx"])
    edit(random.Random(f"{edit.__name__} {time}"), word)
    assert_nothing_told(sent[tag].compared(word.save(tmp_path / f"edited.{tag}.docx")))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_contents_without_ranges_are_no_difference(sent: dict[str, Sent], tmp_path: Path, tag: str) -> None:
    path = tmp_path / f"pages.{tag}.docx"
    found = sent[tag].document
    blocks = tuple(
        replace(each, entries=tuple(replace(entry, paragraphs="", page="7") for entry in each.entries))
        if isinstance(each, Contents) else each
        for each in found.blocks
    )  # fmt: skip
    path.write_bytes(pipeline.write(replace(found, blocks=blocks), "docx"))
    assert_nothing_told(sent[tag].compared(path))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_file_that_a_program_saved_again_is_no_difference(
    sent: dict[str, Sent], saved_again: Callable[[bytes, str], Path], tag: str
) -> None:
    assert_nothing_told(sent[tag].compared(saved_again(sent[tag].files["docx"], tag)))


class Markdown:
    """A Markdown file that a person has open: its lines."""

    def __init__(self, data: bytes) -> None:
        self.lines = data.decode().split("\n")

    def at(self, name: str) -> int:
        """The line with the anchor of an id."""
        return next(index for index, line in enumerate(self.lines) if f'<a id="{name}"></a>' in line)

    def paragraph(self, at: int) -> tuple[int, int]:
        """The lines up to the next empty one."""
        return at, next(index for index in range(at, len(self.lines)) if not self.lines[index].strip("> "))

    def save(self, path: Path) -> Path:
        path.write_text("\n".join(self.lines), "utf-8")
        return path


def delete_a_table_of_markdown(dice: random.Random, file: Markdown, tag: str) -> Told:
    """The examples, which have neither source nor notes; nobody numbers the others anew."""
    start, _ = file.paragraph(file.at("examples"))
    _, end = file.paragraph(file.paragraph(start)[1] + 1)
    del file.lines[start:end]
    cells = {f"examples/{row}-{column}" for row in ("head", 1, 2, 3) for column in range(1, 5)}
    lost = "the cross-reference to examples points to nothing"
    return Told(deleted={"examples", *cells - {"examples/2-3", "examples/3-4"}}, citations=(lost,))


def delete_a_row_of_markdown(dice: random.Random, file: Markdown, tag: str) -> Told:
    row = dice.randint(1, 40)
    start = file.at("list-of-replies")
    bars = [index for index in range(start, len(file.lines)) if file.lines[index].startswith("|")]
    del file.lines[bars[row + 1]]
    return Told(deleted={f"list-of-replies/{row}-{column}" for column in range(1, 5)})


def insert_a_row_of_markdown(dice: random.Random, file: Markdown, tag: str) -> Told:
    start = file.at("list-of-replies")
    bars = [index for index in range(start, len(file.lines)) if file.lines[index].startswith("|")]
    file.lines.insert(bars[dice.randint(2, 41)], "| Train | 9871 | 9872 | 9873 |")
    return Told(inserted=4)


def change_the_number_of_a_table(dice: random.Random, file: Markdown, tag: str) -> Told:
    at = file.at("examples")
    file.lines[at] = file.lines[at].replace("3", "9", 1)
    return Told(astray={"examples": "the number jumps here: expected 3"}, renumbered={"examples": (9,)},
                citations=("says '3', but examples is table 9",))  # fmt: skip


def insert_in_an_annex_of_markdown(dice: random.Random, file: Markdown, tag: str) -> Told:
    at = file.at("reasons-given")
    number = re.search(r"</a>(3\S*( -)?) ", file.lines[at])
    assert number
    file.lines[at:at] = [f"{number[1]} {NEW[tag]}", ""]
    return Told(inserted=1, astray={"": "its number stands twice"})


def delete_the_heading_of_an_annex_of_markdown(dice: random.Random, file: Markdown, tag: str) -> Told:
    del file.lines[file.at("questionnaire")]
    moved = {
        "questionnaire-use",
        "questionnaire-modules",
        "reply-languages",
        "structure",
        "languages-of-reply",
        "terms",
    }
    return Told(deleted={"questionnaire"}, moved=moved, citations=("the cross-reference to questionnaire points",))


def change_a_reference_of_markdown(dice: random.Random, file: Markdown, tag: str) -> Told:
    links = [index for index, line in enumerate(file.lines) if "(#list-of-replies)" in line and "</a>" in line]
    at = dice.choice(links)
    file.lines[at] = re.sub(r"\[4\]\(#list", "[77](#list", file.lines[at], count=1)
    return Told(citations=("says '77', but list-of-replies is table 4",))


MARKDOWN_EDITS = [
    delete_a_table_of_markdown, delete_a_row_of_markdown, insert_a_row_of_markdown, change_the_number_of_a_table,
    insert_in_an_annex_of_markdown, delete_the_heading_of_an_annex_of_markdown, change_a_reference_of_markdown,
]  # fmt: skip


@pytest.mark.parametrize("edit", MARKDOWN_EDITS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_edit_of_the_markdown_is_named(
    sent: dict[str, Sent], tmp_path: Path, tag: str, edit: Callable[..., Told]
) -> None:
    file = Markdown(sent[tag].files["md"])
    told = edit(random.Random(edit.__name__), file, tag)
    assert_told_of_blocks(sent[tag].compared(file.save(tmp_path / f"edited.{tag}.md")), told)


def italics_with_underscores(text: str) -> str:
    """As formatters write them."""
    return re.sub(r"(?<![*\\])\*([^*\n]+)\*(?!\*)", r"_\1_", text)


def padded_tables(text: str) -> str:
    return re.sub(
        r"^\|(.*)\|$", lambda row: "|" + row[1].replace(" |", "      |") + "      |", text, flags=re.MULTILINE
    )


def wrapped_lines(text: str) -> str:
    """Every paragraph and note on lines of some eighty letters, where no line can begin a list."""
    return "\n".join(_wrapped(line) for line in text.split("\n"))


def _wrapped(line: str) -> str:
    if line[:1] in ("|", "#", "-", " ", "") or len(line) < 90:
        return line
    start = "> " if line.startswith(">") else "    " if line.startswith("[^") else ""
    return re.sub(r"(.{60,90}?) (?=[^\W\d_]{3,} )", lambda match: f"{match[1]}\n{start}", line)


@pytest.mark.parametrize("change", [italics_with_underscores, padded_tables, wrapped_lines])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_markdown_that_is_written_otherwise_is_no_difference(
    sent: dict[str, Sent], tmp_path: Path, tag: str, change: Callable[[str], str]
) -> None:
    text = sent[tag].files["md"].decode()
    path = tmp_path / f"changed.{tag}.md"
    path.write_text(change(text), "utf-8")
    assert path.read_text("utf-8") != text
    assert_nothing_told(sent[tag].compared(path))


FORMATTERS: dict[str, Sequence[str]] = {
    "pandoc": ("-f", "gfm", "-t", "gfm"),
    "prettier": ("--parser", "markdown", "--prose-wrap", "always"),
}


@pytest.mark.external
@pytest.mark.parametrize("program", FORMATTERS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_markdown_that_a_program_wrote_anew_is_no_difference(
    sent: dict[str, Sent], tmp_path: Path, tag: str, program: str
) -> None:
    command = which(program)
    if command is None:
        pytest.skip(f"{program} is not installed")
    path = tmp_path / f"formatted.{tag}.md"
    arguments = [command, *FORMATTERS[program]]
    found = subprocess.run(arguments, input=sent[tag].files["md"], check=True, capture_output=True, timeout=60)
    path.write_bytes(found.stdout)
    assert_nothing_told(sent[tag].compared(path))
