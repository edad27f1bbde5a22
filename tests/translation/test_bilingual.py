"""The bilingual Word file out and in: locked facts, tracked changes, comments."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from reportgen.errors import InputError
from reportgen.record import replace
from reportgen.translation.bilingual import write_bilingual
from reportgen.translation.bilingual_file import is_bilingual, read_bilingual
from reportgen.translation.units import GuardedPart, Job, MarkedPart, NamePart, ReturnedUnit, TranslationUnit, WordsPart
from reportgen.word.fixed_archive import fixed_archive
from tests.tools.validators import VALIDATORS
from tests.tools.word_file import W

TRAINED = GuardedPart(2, "figure", "trained", "313", "{{ trained }}")
TARGET = (
    NamePart(1, "country", "place", "L’Indonésie"),
    WordsPart(" a formé "),
    TRAINED,
    WordsPart(" "),
    MarkedPart(3, "italic", (WordsPart("hommes"),)),
    GuardedPart(4, "note", "why", "1", "[^why]"),
)
UNIT = TranslationUnit("one", "para. 1", "First", "d" * 64, "e" * 64, (WordsPart("Men."),), TARGET, "translated")
JOB = Job("A/99/1", "en", "fr", (UNIT,))
READ = (
    NamePart(1, "", "", "L’Indonésie"),
    WordsPart(" a formé "),
    GuardedPart(2, "figure", "", "313", ""),
    WordsPart(" "),
    MarkedPart(0, "italic", (WordsPart("hommes"),)),
    GuardedPart(4, "note", "", "1", ""),
)


def edited(edit: Callable[..., None], job: Job = JOB) -> ReturnedUnit:
    document = docx.Document(io.BytesIO(write_bilingual(job)))
    edit(document, document.tables[0].rows[1].cells)
    stream = io.BytesIO()
    document.save(stream)
    [unit] = read_bilingual(stream.getvalue(), "job.docx").units
    return unit


def append(cell, xml: str) -> None:
    cell.paragraphs[0]._p.append(parse_xml(xml.replace("<w:", "<w:", 1).replace(">", f' xmlns:w="{W}">', 1)))


def test_a_table_comes_back_as_it_went() -> None:
    unit = edited(lambda *_: None)
    assert (unit.id, unit.digest, unit.text_digest, unit.is_done) == ("one", "d" * 12, "e" * 12, True)
    assert unit.target == READ


def test_facts_are_locked_and_names_are_not() -> None:
    document = docx.Document(io.BytesIO(write_bilingual(JOB)))
    controls = document.tables[0].rows[1].cells[2]._tc.findall(f".//{{{W}}}sdtPr")
    locks = {each.find(f"{{{W}}}tag").get(f"{{{W}}}val"): each.find(f"{{{W}}}lock") for each in controls}
    assert {tag: lock is not None and lock.get(f"{{{W}}}val") for tag, lock in locks.items()} == {
        "name-1": False, "figure-2": "sdtContentLocked", "note-4": "sdtContentLocked",
    }  # fmt: skip


def test_tracked_changes_are_accepted() -> None:
    def track(_: object, cells: list) -> None:
        append(cells[2], '<w:ins w:id="1" w:author="A"><w:r><w:t> enfin</w:t></w:r></w:ins>')
        append(cells[2], '<w:del w:id="2" w:author="A"><w:r><w:delText> jamais</w:delText></w:r></w:del>')

    assert edited(track).target == (*READ, WordsPart(" enfin"))


BOTH = (MarkedPart(3, "bold", (WordsPart("tous "), MarkedPart(4, "italic", (WordsPart("les hommes"),)))),)


def test_bold_and_italic_at_once_come_back() -> None:
    unit = replace(UNIT, target=BOTH)
    assert edited(lambda *_: None, Job("A/99/1", "en", "fr", (unit,))).target == (
        MarkedPart(0, "bold", (WordsPart("tous "), MarkedPart(0, "italic", (WordsPart("les hommes"),)))),
    )


def test_words_in_italics_that_word_parts_into_runs_are_one() -> None:
    def part(_: object, cells: list) -> None:
        for text in ("les", " femmes"):
            cells[2].paragraphs[0].add_run(text).italic = True

    assert edited(part).target == (*READ, MarkedPart(0, "italic", (WordsPart("les femmes"),)))


def test_arabic_is_bold_where_word_looks_for_it() -> None:
    job = Job("A/99/1", "en", "ar", (replace(UNIT, target=BOTH),), is_right_to_left=True)
    xml = docx.Document(io.BytesIO(write_bilingual(job))).tables[0].rows[1].cells[2]._tc.xml
    # Runs from right to left take their looks from properties of their own (ECMA-376, 17.3.2.2).
    assert (xml.count("<w:bCs/>"), xml.count("<w:iCs/>")) == (2, 1)

    def embolden(_: object, cells: list) -> None:
        append(cells[2], "<w:r><w:rPr><w:bCs/><w:rtl/></w:rPr><w:t>xyz</w:t></w:r>")

    [everything] = edited(embolden, job).target
    assert everything.parts[-1] == WordsPart("xyz")


def test_comments_come_back_with_their_unit() -> None:
    def comment(document, cells: list) -> None:
        run = cells[2].paragraphs[0].add_run(" oui")
        document.add_comment(run, text="Sûr ?", author="A. Réviseuse")

    [said] = edited(comment).comments
    assert (said.text, said.author) == ("Sûr ?", "A. Réviseuse")


def test_arabic_runs_from_right_to_left() -> None:
    data = write_bilingual(Job("A/99/1", "en", "ar", (UNIT,), is_right_to_left=True))
    document = docx.Document(io.BytesIO(data))
    source, target = (document.tables[0].rows[1].cells[index]._tc.xml for index in (1, 2))
    assert "<w:bidi/>" in target
    assert target.count("<w:rtl/>") == 6
    assert "<w:bidi/>" not in source


@pytest.mark.parametrize("validator", VALIDATORS)
def test_the_file_is_valid(validator: str, tmp_path: Path) -> None:
    path, empty = tmp_path / "job.docx", tmp_path / "empty.docx"
    path.write_bytes(write_bilingual(JOB))
    docx.Document().save(empty)
    # What is said of a document that python-docx begins with is none of ours.
    assert VALIDATORS[validator](path) == VALIDATORS[validator](empty)


def test_a_word_file_of_something_else_is_none() -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    assert is_bilingual(write_bilingual(JOB), "job.docx")
    assert not is_bilingual(stream.getvalue(), "other.docx")
    with pytest.raises(InputError, match="no table for revisers"):
        read_bilingual(stream.getvalue(), "other.docx")


def test_a_file_of_another_library_says_nothing_of_the_clock() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    docx.Document().save(first)
    later = docx.Document()
    later.core_properties.modified = docx.Document().core_properties.created
    later.save(second)
    assert fixed_archive(first.getvalue()) == fixed_archive(second.getvalue())
