"""Files edited by hand, Word and Markdown, in every language: each edit is named, harmless ones are no difference."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from reportgen import pipeline
from reportgen.word.bookmarks import bookmark_name
from reportgen.workspace import Workspace
from tests.tools.opened_word import (
    OpenedWord,
    W,
    break_line,
    id_in,
    id_of,
    mark_revisions,
    new_paragraph,
    run_of,
    set_list,
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
    sent_out,
)

WORKSPACE = Workspace.at(Path(__file__).parents[2])
REPORT = pipeline.load(WORKSPACE, "e-cn.15-2019-9")
LANGUAGES = pipeline.report_languages(WORKSPACE, REPORT)
TIMES = 6
NEW = {
    "ar": "هذه فقرة جديدة لم ترد في النص الأصلي وتتناول مسألة أخرى تماما",
    "zh": "这是一个全新的段落，原文中没有，讨论的是完全不同的问题",
    "ru": "Это совершенно новый пункт, которого не было в исходном тексте",
    "fr": "Ce paragraphe tout à fait nouveau ne figurait pas dans le texte",
    "es": "Este párrafo completamente nuevo no figuraba en el texto original",
    "en": "This wholly new paragraph did not stand in the original text",
}


class Word(OpenedWord):
    """A Word file that a person has open: its paragraphs by what they are."""

    def plain(self) -> list[etree._Element]:
        """Numbered paragraphs that nothing else depends on: no notes, fields or parts."""
        return [each for each in self.numbered if self.is_plain(each)]

    def is_plain(self, paragraph: etree._Element) -> bool:
        following = paragraph.getnext()
        has_parts = following is not None and style_of(following).startswith("Subparagraph")
        wanted = {each.text.split()[1] for each in self.fields("REF")}
        marked = any(True for name in ("footnoteReference", "instrText") for _ in paragraph.iter(W + name))
        return not has_parts and not marked and bookmark_name(id_of(paragraph)) not in wanted


def insert_paragraph(dice: random.Random, word: Word, tag: str) -> Told:
    like = dice.choice(word.numbered)
    like.addprevious(new_paragraph(like, f"{NEW[tag]}."))
    return Told(inserted=1)


def delete_paragraph(dice: random.Random, word: Word, tag: str) -> Told:
    gone = dice.choice(word.plain())
    gone.getparent().remove(gone)
    return Told(deleted={id_of(gone)})


def move_paragraph(dice: random.Random, word: Word, tag: str) -> Told:
    order = word.numbered
    moved = dice.choice(word.plain())
    target = dice.choice([each for each in order if abs(order.index(each) - order.index(moved)) > 1])
    target.addprevious(moved) if order.index(target) < order.index(moved) else target.addnext(moved)
    return Told(moved={id_of(moved)})


def type_a_number(dice: random.Random, word: Word, tag: str) -> Told:
    """Numbering switched off, and the number typed in its place."""
    paragraph = dice.choice(word.plain())
    number = word.numbered.index(paragraph) + 1
    set_list(paragraph, 0)
    first = next(paragraph.iter(W + "t"))
    first.text = f"{number}.\u00a0{first.text}" if dice.random() < 0.5 else f"{number}. {first.text}"
    return Told(astray={id_of(paragraph): "its number is typed by hand"})


def restart_the_list(dice: random.Random, word: Word, tag: str) -> Told:
    paragraph = dice.choice(word.numbered[1:])
    word.restart_numbering(paragraph)
    return Told(astray={id_of(paragraph): "the list restarts here"})


def reword(dice: random.Random, word: Word, tag: str) -> Told:
    paragraph = dice.choice(word.numbered)
    paragraph.append(run_of(f" {NEW[tag]}"))
    return Told(reworded={id_of(paragraph)})


def press_enter_inside(dice: random.Random, word: Word, tag: str) -> Told:
    """The bookmark now begins in one paragraph and ends in the next."""
    paragraph = dice.choice([each for each in word.plain() if len(splits(each)) > 0])
    run, at = dice.choice(splits(paragraph))
    rest = etree.Element(W + "p")
    rest.append(deepcopy(paragraph.find(W + "pPr")))
    second = split_run(run, at)
    for following in [second, *second.itersiblings()]:
        rest.append(following)
    paragraph.addnext(rest)
    return Told(inserted=1, reworded={id_of(paragraph)}, remarks={f"split from {id_of(paragraph)}"})


def splits(paragraph: etree._Element) -> list[tuple[etree._Element, int]]:
    """Runs with a place in the middle third of the whole text."""
    whole, before, found = len(text_of(paragraph)), 0, []
    for run in paragraph.findall(W + "r"):
        text = "".join(each.text or "" for each in run.iter(W + "t"))
        low, high = max(whole // 3 - before, 1), min(2 * whole // 3 - before, len(text) - 1)
        if len(run.findall(W + "t")) == 1 and low < high and whole > 60:
            found.append((run, (low + high) // 2))
        before += len(text)
    return found


def delete_a_paragraph_mark(dice: random.Random, word: Word, tag: str) -> Told:
    """Two paragraphs become one, which has both bookmarks."""
    plain = word.plain()
    pairs = [each for each in plain if each.getnext() in plain]
    paragraph = dice.choice(pairs)
    following = paragraph.getnext()
    paragraph.append(run_of(" "))
    for each in list(following)[1:]:
        paragraph.append(each)
    gone = id_in(paragraph.findall(W + "bookmarkStart")[1])
    following.getparent().remove(following)
    return Told(deleted={gone}, reworded={id_of(paragraph)}, remarks={f"merged into {id_of(paragraph)}"})


def swap_the_texts(dice: random.Random, word: Word, tag: str) -> Told:
    """Texts cut and pasted into one another's place: the bookmarks stay behind."""
    one, other = dice.sample([each for each in word.plain() if len(text_of(each)) > 80], 2)
    order = word.numbered
    pair = id_of(one), id_of(other)
    runs = [each.findall(W + "r") for each in (one, other)]
    places = [each.find(W + "bookmarkStart") for each in (one, other)]
    for place, moved in zip(places, reversed(runs), strict=True):
        for run in reversed(moved):
            place.addnext(run)
    if abs(order.index(one) - order.index(other)) == 1:
        return Told(swapped=set(pair))
    return Told(moved=set(pair))


def drop_a_note_mark(dice: random.Random, word: Word, tag: str) -> Told:
    marks = [each for each in word.root.iter(W + "footnoteReference") if each.get(W + "customMarkFollows") is None]
    mark = dice.choice(marks)
    notes = [name for paragraph in REPORT.all_items() for name in paragraph.notes]
    run = mark.getparent()
    for around in (run, run.getprevious(), run.getnext()):
        if around.find(f"{W}rPr/{W}rStyle") is not None:
            around.getparent().remove(around)
    return Told(deleted={notes[marks.index(mark)]})


EDITS = [
    insert_paragraph, delete_paragraph, move_paragraph, type_a_number, restart_the_list, reword, press_enter_inside,
    delete_a_paragraph_mark, swap_the_texts, drop_a_note_mark,
]  # fmt: skip


@pytest.fixture(scope="module")
def sent() -> dict[str, Sent]:
    return sent_out(WORKSPACE, REPORT, LANGUAGES)


@pytest.mark.parametrize("time", range(TIMES))
@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_edit_of_the_word_file_is_named(
    sent: dict[str, Sent], tmp_path: Path, tag: str, edit: Callable[..., Told], time: int
) -> None:
    word = Word(sent[tag].files["docx"])
    told = edit(random.Random(f"{edit.__name__} {time}"), word, tag)
    comparison = sent[tag].compared(word.save(tmp_path / f"edited.{tag}.docx"))
    assert_told(comparison, told)
    assert comparison.numbers_differ() == (edit is not reword)


def other_fonts(dice: random.Random, word: Word) -> None:
    for run in word.root.iter(W + "r"):
        if dice.random() < 0.3:
            properties = run.find(W + "rPr")
            if properties is None:
                properties = etree.Element(W + "rPr")
                run.insert(0, properties)
            etree.SubElement(properties, W + "sz").set(W + "val", str(dice.randint(16, 40)))


def line_breaks(dice: random.Random, word: Word) -> None:
    """Shift+Enter at a space, or in Chinese between two letters."""
    for paragraph in dice.sample(word.numbered, 12):
        for run in paragraph.findall(W + "r"):
            piece = run.find(W + "t")
            text = piece.text if piece is not None else ""
            wide = [
                at
                for at in range(1, len(text))
                if "\u4e00" <= text[at - 1] <= "\u9fff" and "\u4e00" <= text[at] <= "\u9fff"
            ]
            places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text)] or wide
            if places:
                at = dice.choice(places)
                break_line(piece, at, at + (text[at] == " "))
                break


def split_runs(dice: random.Random, word: Word) -> None:
    """Word cuts runs where someone edited or where it checked the spelling."""
    for run in list(word.root.iter(W + "r")):
        piece = run.find(W + "t")
        if piece is not None and len(piece.text or "") > 5 and len(run.findall(W + "t")) == 1 and dice.random() < 0.4:
            split_run(run, dice.randint(1, len(piece.text) - 1))
            run.addnext(etree.Element(W + "proofErr", {W + "type": "spellStart"}))


def unbreakable_spaces(dice: random.Random, word: Word) -> None:
    for piece in word.root.iter(W + "t"):
        if piece.text and dice.random() < 0.2:
            piece.text = piece.text.replace(" ", "\u00a0", 1)


def formatting_tracked(dice: random.Random, word: Word) -> None:
    """Tracked changes that alter nothing but looks."""
    for paragraph in dice.sample(word.numbered, 10):
        track_formatting(paragraph)


def insertion_tracked(dice: random.Random, word: Word) -> None:
    """A piece deleted and typed again, with changes tracked: once accepted the text is the same."""
    for paragraph in dice.sample(word.numbered, 10):
        run = next((each for each in paragraph.findall(W + "r") if each.find(W + "t") is not None), None)
        if run is None:
            continue
        gone = deepcopy(run)
        for piece in gone.findall(W + "t"):
            piece.tag = W + "delText"
        attributes = {W + "id": "78", W + "author": "A", W + "date": "2019-01-01T00:00:00Z"}
        deleted, inserted = etree.Element(W + "del", attributes), etree.Element(W + "ins", attributes)
        run.addprevious(deleted)
        deleted.append(gone)
        run.addprevious(inserted)
        inserted.append(run)


def more_bookmarks(dice: random.Random, word: Word) -> None:
    for number, paragraph in enumerate(dice.sample(word.numbered, 8), 5000):
        start = etree.Element(W + "bookmarkStart", {W + "id": str(number), W + "name": f"_Ref{number}"})
        paragraph.find(W + "pPr").addnext(start)
        paragraph.append(etree.Element(W + "bookmarkEnd", {W + "id": str(number)}))


def empty_paragraphs(dice: random.Random, word: Word) -> None:
    for paragraph in dice.sample(word.numbered, 5):
        paragraph.addprevious(etree.Element(W + "p"))


def revision_marks(dice: random.Random, word: Word) -> None:
    mark_revisions(dice, *word.root.iter(W + "p", W + "r"))


HARMLESS = [
    other_fonts, line_breaks, split_runs, unbreakable_spaces, formatting_tracked, insertion_tracked, more_bookmarks,
    empty_paragraphs, revision_marks,
]  # fmt: skip


@pytest.mark.parametrize("time", range(TIMES))
@pytest.mark.parametrize("edit", HARMLESS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_harmless_edit_is_no_difference(
    sent: dict[str, Sent], tmp_path: Path, tag: str, edit: Callable[..., None], time: int
) -> None:
    word = Word(sent[tag].files["docx"])
    edit(random.Random(f"{edit.__name__} {time}"), word)
    assert_nothing_told(sent[tag].compared(word.save(tmp_path / f"edited.{tag}.docx")))


class Markdown:
    """A Markdown file that a person has open: its parts between blank lines."""

    def __init__(self, data: bytes) -> None:
        self.parts = data.decode().split("\n\n")

    @property
    def numbered(self) -> list[int]:
        return [index for index, part in enumerate(self.parts) if NUMBERED.match(part)]

    def plain(self) -> list[int]:
        text = "\n\n".join(self.parts)
        return [
            index for index in self.numbered
            if "[^" not in self.parts[index] and "](#" not in self.parts[index]
            and f"](#{self.id_of(index)})" not in text and not self.parts[index + 1].startswith("\u2003")
        ]  # fmt: skip

    def id_of(self, index: int) -> str:
        match = re.search('id="([^"]+)"', self.parts[index])
        assert match
        return match[1]

    def save(self, path: Path) -> Path:
        path.write_text("\n\n".join(self.parts), "utf-8")
        return path


NUMBERED = re.compile(r'<a id="[^"]+"></a>(\d+)(\\\.| -)\s')


def insert_a_line(dice: random.Random, file: Markdown, tag: str) -> Told:
    at = dice.choice(file.numbered[1:])
    number = int(NUMBERED.match(file.parts[at])[1])
    file.parts.insert(at, f"{number}\\. {NEW[tag]}.")
    return Told(inserted=1, astray={"": "its number stands twice"})


def insert_and_number_the_rest(dice: random.Random, file: Markdown, tag: str) -> Told:
    at = dice.choice(file.numbered[1:])
    number = int(NUMBERED.match(file.parts[at])[1])
    for index in file.numbered:
        old = int(NUMBERED.match(file.parts[index])[1])
        if old >= number:
            file.parts[index] = file.parts[index].replace(f"</a>{old}", f"</a>{old + 1}", 1)
    file.parts.insert(at, f"{number}\\. {NEW[tag]}.")
    return Told(inserted=1)


def delete_a_line(dice: random.Random, file: Markdown, tag: str) -> Told:
    at = dice.choice(file.plain())
    name = file.id_of(at)
    del file.parts[at]
    return Told(deleted={name})


def change_a_number(dice: random.Random, file: Markdown, tag: str) -> Told:
    at = dice.choice(file.plain())
    number = int(NUMBERED.match(file.parts[at])[1])
    file.parts[at] = file.parts[at].replace(f"</a>{number}", f"</a>{number + 100}", 1)
    return Told(astray={file.id_of(at): f"the number jumps here: expected {number}"})


def swap_two_lines(dice: random.Random, file: Markdown, tag: str) -> Told:
    one, other = sorted(dice.sample(file.plain(), 2))
    names = {file.id_of(one), file.id_of(other)}
    between = [index for index in file.numbered if one < index < other]
    file.parts[one], file.parts[other] = file.parts[other], file.parts[one]
    return Told(moved=names) if between else Told(swapped=names)


def lose_an_anchor(dice: random.Random, file: Markdown, tag: str) -> Told:
    at = dice.choice(file.plain())
    file.parts[at] = re.sub('<a id="[^"]+"></a>', "", file.parts[at])
    return Told()


MARKDOWN_EDITS = [
    insert_a_line, insert_and_number_the_rest, delete_a_line, change_a_number, swap_two_lines, lose_an_anchor,
]  # fmt: skip


@pytest.mark.parametrize("time", range(TIMES))
@pytest.mark.parametrize("edit", MARKDOWN_EDITS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_edit_of_the_markdown_is_named(
    sent: dict[str, Sent], tmp_path: Path, tag: str, edit: Callable[..., Told], time: int
) -> None:
    file = Markdown(sent[tag].files["md"])
    told = edit(random.Random(f"{edit.__name__} {time}"), file, tag)
    comparison = sent[tag].compared(file.save(tmp_path / f"edited.{tag}.md"))
    assert_told(comparison, told)
    assert comparison.numbers_differ() == (edit is not lose_an_anchor)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_file_that_a_program_saved_again_is_no_difference(
    sent: dict[str, Sent], saved_again: Callable[[bytes, str], Path], tag: str
) -> None:
    assert_nothing_told(sent[tag].compared(saved_again(sent[tag].files["docx"], tag)))
