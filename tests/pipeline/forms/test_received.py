"""Forms filled in by a program that acts as a field office become facts and paragraphs, or the right message."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest

from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.facts import Count, Date, Names, Period
from reportgen.forms.rows import BOOKMARK
from reportgen.model.report import Report
from reportgen.pipeline.forms.asked import FormMaker, form_path
from reportgen.pipeline.forms.received import read_form_file
from reportgen.pipeline.returned_files import kind_of_file
from tests.pipeline.forms.conftest import ROOT, form_of
from tests.tools.filled_forms import asked_rows, fill_sheet, fill_word, number_of
from tests.tools.libreoffice import saved_by_libreoffice


def facts_of(report: Report, block: str) -> dict[str, object]:
    [item] = [each for each in report.all_items() if each.id == block]
    return {name: fact.value for name, fact in item.all_facts().items()}


EGYPT = "egypt-women-and-children"
RIGHT = {
    "en": {"more than 300": "more than 310", "675": "seven hundred", "five years": "6 years", "Egypt": "Iraq"},
    "fr": {"675": "1 250", "106": "110", "Égypte": "Iraq", "Liban": "Jordanie"},
    "ar": {"675": "٧٠٠", "106": "110", "مصر": "العراق", "لبنان": "الأردن"},
}


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_right_answers_become_facts_in_three_languages(desk, forms, tag: str) -> None:
    form = forms[tag, "docx"]
    rows = {stands: number for number, (_, stands) in reversed(asked_rows(form).items())}
    answers = {rows[stands]: answer for stands, answer in RIGHT[tag].items()}
    received = desk.read(fill_word(form, answers), apply=True)
    assert [each.state for each in received.changes] == ["ready"] * len(answers)
    assert not received.faults
    found = facts_of(desk.built().report, EGYPT)
    assert found["country"] == Names("place", ("IQ",))
    assert found["children"] == Count({"en": 700, "fr": 1250, "ar": 700}[tag])
    assert found["practitioners"] == Count(310 if tag == "en" else 300, "more_than")


def test_nothing_is_written_unless_asked_for_and_an_empty_form_changes_nothing(desk, forms) -> None:
    before = desk.section()
    received = desk.read(forms["en", "docx"])
    assert (received.changes, received.faults, received.files) == ((), (), {})
    desk.read(fill_word(forms["en", "docx"], {number_of(forms["en", "docx"], "675"): "700"}))
    assert desk.section() == before


def test_a_wrong_answer_is_answered_in_the_language_of_the_form(desk, forms) -> None:
    form = forms["fr", "docx"]
    number = number_of(form, "675")
    received = desk.read(fill_word(form, {number: "beaucoup"}), apply=True)
    [(_, lines)] = received.messages()
    assert lines[1] == f"Réponse {number} : « beaucoup » n’a pu être lu comme suit : nombre. Exemple : 1\u00a0250."
    assert not received.changes
    assert not received.files


def kind_rows(form: bytes, first: str) -> dict[str, int]:
    """The numbers of a kind of paragraph by what they ask, from the row that asks this."""
    rows = {number: asked for number, (asked, _) in asked_rows(form).items()}
    start = next(number for number, asked in rows.items() if asked.startswith(first))
    return {asked.split(" (")[0].split(";")[0]: number for number, asked in rows.items() if start <= number < start + 9}


def test_a_paragraph_of_facts_alone_is_printed_in_six_languages(desk, forms) -> None:
    form = forms["en", "docx"]
    rows = kind_rows(form, "provided by")
    answers = {
        rows["provided by"]: "UNODC", rows["country"]: "Jordan", rows["persons trained"]: "judges; lawyers",
        rows["number of persons trained"]: "45", rows["date"]: "12 May 2018", rows["duration"]: "3 weeks",
    }  # fmt: skip
    desk.read(fill_word(form, answers), apply=True)
    found = desk.built()
    assert facts_of(found.report, "training-jo") == {
        "actor": Names("entity", ("unodc",)),
        "place": Names("place", ("JO",)),
        "trainees": Names("group", ("judges", "lawyers"), True),
        "trained": Count(45),
        "date": Date(2018, 5, 12),
        "length": Period(3, "week"),
    }
    for tag in found.tags():
        document = pipeline.build(found.workspace, found.report, tag)
        assert "training-jo" not in {each.id for each in document.broken}


def test_a_half_filled_paragraph_is_not_taken(desk, forms) -> None:
    form = forms["en", "docx"]
    rows = kind_rows(form, "provided by")
    received = desk.read(fill_word(form, {rows["country"]: "Jordan"}))
    assert {(each.number, each.fault) for each in received.faults} == {
        (str(rows["provided by"]), "missing"),
        (str(rows["persons trained"]), "missing"),
    }
    assert not received.changes


def test_prose_becomes_a_paragraph_with_its_facts(desk, forms) -> None:
    form = forms["en", "docx"]
    last = max(asked_rows(form))
    text = "In Lebanon, 47 prison officers were trained in June 2018."
    received = desk.read(fill_word(form, {last: text}), apply=True)
    [change] = received.changes
    assert {each.name: each.new for each in change.facts}["place"] == Names("place", ("LB",))
    assert "{{ place }}" in desk.section()
    assert "47" not in desk.section().split("text: >")[-1]


def test_prose_in_another_language_is_left_to_a_translator(desk, forms) -> None:
    form = forms["fr", "docx"]
    received = desk.read(fill_word(form, {max(asked_rows(form)): "Au Liban, 47 agents ont été formés."}))
    [change] = received.changes
    assert change.state == "open"
    assert "translate" in change.why[0]


def test_placeholders_in_prose_are_letters(desk, forms) -> None:
    form = forms["en", "docx"]
    text = "The braces {{ unodc }} and *stars* are letters."
    received = desk.read(fill_word(form, {max(asked_rows(form)): text}))
    [change] = received.changes
    assert change.state in ("ready", "open")
    assert "{{ unodc }} and *stars*" not in "".join(str(each) for each in change.operations)


def test_a_second_form_of_the_office_is_compared_with_the_first(desk, forms) -> None:
    form = forms["en", "docx"]
    rows = kind_rows(form, "provided by")
    number = number_of(form, "675")
    training = {rows["provided by"]: "UNODC", rows["country"]: "Jordan", rows["persons trained"]: "judges"}
    desk.read(fill_word(form, {number: "700", **training}), apply=True)
    again = desk.read(fill_word(form, {number: "700", **training}))
    assert {each.state for each in again.changes} == {"done"}
    other = desk.read(fill_word(form, {number: "710", **training, rows["country"]: "Iraq"}))
    assert [each.state for each in other.changes] == ["ready", "open"]
    assert "the form of this office before said “700”" in other.changes[0].why
    assert "training/1.place: “Jordan”" in other.changes[1].why[0]


def test_another_office_cannot_take_back_what_one_has_changed(desk, forms) -> None:
    form = forms["en", "docx"]
    number = number_of(form, "675")
    desk.read(fill_word(form, {number: "700"}), apply=True)
    other = fill_word(_with_office(form, "Amman"), {number: "800"})
    [change] = desk.read(other).changes
    assert change.state == "conflict"
    assert "when the form was made it was “675”, and today it is “700”" in change.why[0]


def test_two_forms_at_once_that_clash_are_a_conflict(desk, forms) -> None:
    form = forms["en", "docx"]
    number = number_of(form, "675")
    one, other = fill_word(form, {number: "700"}), fill_word(_with_office(form, "Amman"), {number: "710"})
    received = desk.read(one, other, apply=True)
    assert [each.state for each in received.changes] == ["conflict", "conflict"]
    assert not received.files


def test_an_office_that_confirms_what_stands_clashes_with_one_that_changes_it(desk, forms) -> None:
    form = forms["en", "docx"]
    number = number_of(form, "675")
    one, other = fill_word(form, {number: "675"}), fill_word(_with_office(form, "Amman"), {number: "710"})
    received = desk.read(one, other, apply=True)
    assert [each.state for each in received.changes] == ["conflict", "conflict"]
    assert not received.files


@pytest.mark.parametrize(
    "offices",
    [
        ("United Nations Office on Drugs and Crime in Kenya", "United Nations Office on Drugs and Crime in Nigeria"),
        ("UNODC – Россия", "UNODC – Казахстан"),
    ],
)
def test_offices_whose_names_begin_alike_are_two(desk, forms, offices: tuple[str, str]) -> None:
    form = forms["en", "docx"]
    rows = kind_rows(form, "provided by")
    answers = {rows["provided by"]: "UNODC", rows["country"]: "Jordan", rows["persons trained"]: "judges"}
    one = fill_word(_with_office(form, offices[0]), answers)
    other = fill_word(_with_office(form, offices[1]), {**answers, rows["country"]: "Iraq"})
    assert [each.state for each in desk.read(one, other, apply=True).changes] == ["ready", "ready"]
    built = desk.built()
    paths = {form_path(built, FormMaker(built).form("middle-east", "en", each), "docx") for each in offices}
    assert len(paths) == 2


def _with_office(form: bytes, office: str) -> bytes:
    """The form as it was made for another office."""
    return _edited(form, b">Cairo<", f">{office}<".encode(), 1)


def _edited(data: bytes, old: bytes, new: bytes, count: int = -1) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            part = source.read(entry)
            target.writestr(entry, part.replace(old, new, count) if entry.filename == "word/document.xml" else part)
    return made.getvalue()


def test_an_older_form_is_refused_with_words_for_its_sender(desk, forms) -> None:
    path = desk.root / "inputs/e-cn.15-2019-9/sections/middle-east.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("{{ children }}", "675").replace("      children: {count: 675", "      #"), "utf-8")
    with pytest.raises(InputError, match="asks other questions than the report has today") as raised:
        desk.read(forms["fr", "docx"])
    assert "Ce formulaire n’est plus à jour" in raised.value.hint


def test_a_foreign_form_is_refused(desk, forms) -> None:
    foreign = _edited(forms["en", "docx"], b"RGF1:E/CN.15/2019/9:", b"RGF1:E/CN.15/2020/9:")
    with pytest.raises(InputError, match=r"the form is of E/CN\.15/2020/9"):
        desk.read(foreign)
    with pytest.raises(InputError, match="no form of reportgen"):
        desk.read(_edited(forms["en", "docx"], b"RGF1:", b"XYZ1:"))


def test_a_row_that_stands_twice_is_told_and_one_without_number_is_found_by_its_bookmark(desk, forms) -> None:
    form = forms["en", "docx"]
    number = number_of(form, "675")
    filled = fill_word(form, {number: "700"})
    unnumbered = _edited(filled, f"<w:t>{number}</w:t>".encode(), b"<w:t></w:t>", 1)
    [change] = desk.read(unnumbered).changes
    assert change.facts[0].new == Count(700)
    other = number_of(form, "106")
    twice = fill_word(form, {number: "700", other: "710"})
    twice = _edited(twice, f"<w:t>{other}</w:t>".encode(), f"<w:t>{number}</w:t>".encode(), 1)
    received = desk.read(twice)
    assert [each.fault for each in received.faults] == ["twice"]
    assert not received.changes


def test_a_sheet_is_read_as_the_word_file_is(desk, forms) -> None:
    import datetime

    number = number_of(forms["en", "docx"], "675")
    rows = kind_rows(forms["en", "docx"], "provided by")
    answers = {
        number: 700, rows["provided by"]: "UNODC", rows["country"]: "Jordan", rows["persons trained"]: "judges",
        rows["number of persons trained"]: 45, rows["date"]: datetime.date(2018, 5, 12),
    }  # fmt: skip
    received = desk.read(fill_sheet(forms["en", "xlsx"], answers), apply=True, suffix=".xlsx")
    assert not received.faults
    assert facts_of(desk.built().report, EGYPT)["children"] == Count(700)
    assert facts_of(desk.built().report, "training-jo")["date"] == Date(2018, 5, 12)


def test_a_formula_is_no_answer_and_as_prose_it_is_letters(desk, forms) -> None:
    number = number_of(forms["en", "docx"], "675")
    last = max(asked_rows(forms["en", "docx"]))
    filled = fill_sheet(forms["en", "xlsx"], {number: "=600+75", last: "=HYPERLINK(x)"})
    received = desk.read(filled, suffix=".xlsx")
    assert [each.fault for each in received.faults] == ["formula"]
    [change] = received.changes
    assert change.texts == ("", "=HYPERLINK(x)")


def test_a_row_of_a_sheet_that_lost_its_number_is_told(desk, forms) -> None:
    def lose(row) -> None:
        row[0].value, row[3].value = None, "700"

    received = desk.read(_sheet_with(forms, lose), suffix=".xlsx")
    assert [each.fault for each in received.faults] == ["lost"]


def _sheet_with(forms, change) -> bytes:
    """The sheet with a change in the row of the 675 children."""
    book = openpyxl.load_workbook(io.BytesIO(forms["en", "xlsx"]))
    number = number_of(forms["en", "docx"], "675")
    [row] = [row for row in book["Form"].iter_rows() if row[0].value == str(number)]
    change(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_percentage_is_no_count(desk, forms) -> None:
    def share(row) -> None:
        row[3].value, row[3].number_format = 0.12, "0%"

    received = desk.read(_sheet_with(forms, share), suffix=".xlsx")
    assert [each.fault for each in received.faults] == ["unreadable"]
    assert not received.changes


def test_a_document_that_names_a_form_is_none(tmp_path) -> None:
    document = docx.Document()
    document.add_paragraph("See platform_10.pdf and form_1.")
    document.save(str(tmp_path / "document.docx"))
    assert kind_of_file(tmp_path / "document.docx") == "document"


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_same_form_is_the_same_bytes(forms, tag: str, kind: str) -> None:
    from tests.pipeline.forms.conftest import ROOT, form_of

    assert form_of(ROOT, tag, kind) == forms[tag, kind]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut off", b"no form at all", b"\xd0\xcf\x11\xe0 old"])
def test_what_is_no_form_is_refused_in_one_line(desk, suffix: str, data: bytes) -> None:
    with pytest.raises(InputError) as raised:
        desk.read(data, suffix=suffix)
    assert len(str(raised.value).splitlines()) <= 2


def test_a_sheet_with_a_document_type_is_refused(desk, forms) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(forms["en", "xlsx"])) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            part = source.read(entry)
            bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' if entry.filename.endswith("sheet1.xml") else b""
            target.writestr(entry, bomb + part if bomb else part)
    with pytest.raises(InputError, match="document type"):
        desk.read(made.getvalue(), suffix=".xlsx")


def test_word_forms_have_no_macros_and_keep_every_way_to_find_an_entry(forms) -> None:
    with zipfile.ZipFile(io.BytesIO(forms["en", "docx"])) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.casefold()]
        text = archive.read("word/document.xml").decode()
    number = number_of(forms["en", "docx"], "675")
    assert f'w:name="{BOOKMARK.format(number=number)}"' in text
    assert 'w:val="egypt-women-and-children.children"' in text
    assert text.count("<w:listItem") > 1000


@pytest.mark.external
@pytest.mark.parametrize(("tag", "ending"), [("en", "docx"), ("ar", "odt"), ("zh", "doc")])
def test_a_form_that_libreoffice_saved_is_read_as_it_was_filled(desk, forms, tag: str, ending: str) -> None:
    form = forms[tag, "docx"]
    answers = {number: stands or f"{asked} {number}" for number, (asked, stands) in asked_rows(form).items()}
    saved = saved_by_libreoffice(fill_word(form, answers), ending)
    path = desk.root / f"saved.{ending}"
    path.write_bytes(saved)
    found = {row.number: row.answer.tidy.split() for row in read_form_file(path).rows}
    assert found == {number: answer.split() for number, answer in answers.items()}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_form_is_small_enough_for_e_mail_and_the_same_each_time(forms, kind: str) -> None:
    form = forms["ar", kind]
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        assert 4 * len(form) < sum(each.file_size for each in archive.infolist())
    assert form_of(ROOT, "ar", kind) == form
