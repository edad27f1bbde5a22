"""A report that has every kind of block, in English and Arabic: its numbers, references, contents and translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import pytest

from reportgen import catalogue, pipeline
from reportgen.model.blocks import Table as WrittenTable
from reportgen.model.report import Report, wordings
from reportgen.tree.inlines import CrossReference, NoteMark, PrintedFact
from reportgen.tree.line import kind_of, lines
from reportgen.tree.nodes import (
    Annex,
    Contents,
    Document,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quotation,
    Subparagraph,
    Table,
)
from reportgen.tree.text import UNTRANSLATED, plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workspace import Workspace

CASE = Path(__file__).parent / "cases/every-block"
SLUG = "every-block"
WORKSPACE = Workspace.at(CASE)


@pytest.fixture(scope="module")
def report() -> Report:
    return pipeline.load(WORKSPACE, SLUG)


@pytest.fixture(scope="module")
def documents(report: Report) -> Mapping[str, Document]:
    return pipeline.build_all(WORKSPACE, report)


def hard(text: str) -> str:
    """The text with a no-break space for each tilde."""
    return text.replace("~", "\u00a0")


def test_it_is_without_findings(report: Report) -> None:
    # Six levels of headings and lists of one sentence are what an editor would ask about.
    found = pipeline.check(WORKSPACE, report)
    assert [str(finding) for finding in found if finding.code not in ("RG224", "RG231")] == []


def test_it_holds_every_kind_of_block_at_every_level(documents: Mapping[str, Document]) -> None:
    for document in documents.values():
        blocks = list(all_blocks(document))
        assert {block.level for block in blocks if isinstance(block, Heading)} == {1, 2, 3, 4, 5, 6}
        assert {block.level for block in blocks if isinstance(block, Subparagraph)} == {1, 2, 3, 4}
        assert {block.level for block in blocks if isinstance(block, ListItem)} == {1, 2, 3}
        assert {block.level for block in blocks if isinstance(block, Annex)} == {1, 2}
        assert any(isinstance(block, Quotation) for block in blocks)
        assert any(isinstance(block, Paragraph) and block.recommendation for block in blocks)
        kinds = Counter(kind_of(block) for block in blocks)
        assert {kind: kinds[kind] for kind in ("table", "figure", "box", "annex", "appendix")} == {
            "table": 4, "figure": 2, "box": 2, "annex": 2, "appendix": 1
        }  # fmt: skip
        assert len(document.notes) == 40


NUMBERED = [
    ("introduction", (1,), "I.", "أولا -"),
    ("collection", (2,), "II.", "ثانيا -"),
    ("national-systems", (2, 1), "A.", "ألف -"),
    ("focal-point-tasks", (1,), "Box 1", "الإطار~1"),
    ("whole-state", ("box", 1, 1), "a", "أ"),
    ("institutions", ("box", 1, 2), "b", "ب"),
    ("recording-of-offences", (2, 1, 1), "1.", "1 -"),
    ("police-records", (2, 1, 1, 1), "(a)", "(أ)"),
    ("single-incidents", (2, 1, 1, 1, 1), "(i)", "’1‘"),
    ("checks-on-quality", (2, 1, 1, 1, 1, 1), "a.", "(1)"),
    ("checks-on-completeness", (2, 1, 1, 1, 1, 2), "b.", "(2)"),
    ("totals", (2, 1, 1, 1, 2), "(ii)", "’2‘"),
    ("court-records", (2, 1, 1, 2), "(b)", "(ب)"),
    ("recording-of-persons", (2, 1, 2), "2.", "2 -"),
    ("international-comparison", (2, 2), "B.", "باء -"),
    ("steps-by-region", (1,), "Table 1", "الجدول~1"),
    ("states-asked", ("table", 1, 1), "a", "أ"),
    ("in-full", ("table", 1, 2), "b", "ب"),
    ("europe", ("table", 1, 3), "c", "ج"),
    ("results", (3,), "III.", "ثالثا -"),
    ("offences-by-year", (2,), "Table 2", "الجدول~2"),
    ("offences-chart", (1,), "Figure I", "الشكل الأول"),
    ("gaps-chart", (2,), "Figure II", "الشكل الثاني"),
    ("several-answers", ("figure", 2, 1), "a", "أ"),
    ("examples", (3,), "Table 3", "الجدول~3"),
    ("assistance", (4,), "IV.", "رابعا -"),
    ("lessons", (2,), "Box 2", "الإطار~2"),
    ("conclusions", (5,), "V.", "خامسا -"),
    ("replies", ("annex", 1), "Annex I", "المرفق الأول"),
    ("replies-by-state", ("annex", 1, 1), "I.", "أولا -"),
    ("list-of-replies", (4,), "Table 4", "الجدول~4"),
    ("states-without-reply", ("annex", 1, 2), "II.", "ثانيا -"),
    ("questionnaire", ("annex", 2), "Annex II", "المرفق الثاني"),
    ("structure", ("annex", 2, 1), "I.", "أولا -"),
    ("languages-of-reply", ("annex", 2, 2), "II.", "ثانيا -"),
    ("terms", ("annex", 2, "appendix", 1), "Appendix", "التذييل"),
    ("offences-defined", ("annex", 2, "appendix", 1, 1), "I.", "أولا -"),
    ("persons", ("annex", 2, "appendix", 1, 2), "II.", "ثانيا -"),
]
TEXT_KINDS = ("paragraph", "subparagraph", "note")


@pytest.mark.parametrize(("tag", "column"), [("en", 2), ("ar", 3)])
def test_numbers_of_headings_and_other_blocks(documents: Mapping[str, Document], tag: str, column: int) -> None:
    found = [
        (line.id, line.path, line.label.replace("\u00a0", " "))
        for line in lines(documents[tag])
        if line.path and line.kind not in TEXT_KINDS
    ]
    assert found == [(row[0], row[1], str(row[column]).replace("~", " ")) for row in NUMBERED]


def test_paragraphs_run_through_the_body_and_anew_in_annexes(documents: Mapping[str, Document]) -> None:
    body = [(number,) for number in range(1, 26)]
    annexes = [(*annex, number) for annex in (("annex", 1), ("annex", 2), ("annex", 2, "appendix", 1))
               for number in (1, 2, 3)]  # fmt: skip
    for document in documents.values():
        assert [line.path for line in lines(document) if line.kind == "paragraph"] == body + annexes
        assert [line.path for line in lines(document) if line.kind == "note"] == [(n,) for n in range(1, 41)]


SUBPARAGRAPHS = [
    ((20, 1), "(a)", "(أ)"),
    ((20, 1, 1), "(i)", "’1‘"),
    ((20, 1, 1, 1), "a.", "أ -"),
    ((20, 1, 1, 1, 1), "i.", "1 -"),
    ((20, 1, 1, 1, 2), "ii.", "2 -"),
    ((20, 1, 1, 2), "b.", "ب -"),
    ((20, 1, 2), "(ii)", "’2‘"),
    ((20, 2), "(b)", "(ب)"),
    ((23, 1), "(a)", "(أ)"),
    ((23, 1, 1), "(i)", "’1‘"),
    ((23, 1, 2), "(ii)", "’2‘"),
    ((23, 2), "(b)", "(ب)"),
    (("annex", 2, 2, 1), "(a)", "(أ)"),
    (("annex", 2, 2, 2), "(b)", "(ب)"),
    (("annex", 2, 2, 3), "(c)", "(ج)"),
]


@pytest.mark.parametrize(("tag", "column"), [("en", 1), ("ar", 2)])
def test_subparagraphs(documents: Mapping[str, Document], tag: str, column: int) -> None:
    found = [(line.path, line.label) for line in lines(documents[tag]) if line.kind == "subparagraph"]
    assert found == [(row[0], row[column]) for row in SUBPARAGRAPHS]


REFERENCES = [
    ("summary-results", "annex I|section V below", "في المرفق الأول|الفرع~خامسا أدناه"),
    (
        "report-structure",
        "section II below|section III below|annex II|annex II, appendix|paragraphs 19 to 21",
        "الفرع~ثانيا أدناه|الفرع~ثالثا أدناه|في المرفق الثاني|المرفق الثاني، التذييل|في الفقرات~19 إلى 21",
    ),
    ("no-estimates", "paragraph 14 below", "الفقرة~14 أدناه"),
    ("national-focal-points", "box 1", "في الإطار~1"),
    ("focal-point-tasks/source", "annex II", "في المرفق الثاني"),
    ("institutions", "para. 8", "الفقرة~8"),
    ("recording-rules", "table 2", "الجدول~2"),
    ("common-classification", "table 1", "في الجدول~1"),
    ("definition", "annex II, appendix, section I", "المرفق الثاني، التذييل، الفرع~أولا"),
    ("states-asked", "annex I", "المرفق الأول"),
    ("scope-of-replies", "table 4", "في الجدول~4"),
    ("offences-trend", "table 2|figure I", "في الجدول~2|في الشكل~الأول"),
    ("offences-chart/source", "table 2", "الجدول~2"),
    ("gaps-introduction", "figure II", "الشكل~الثاني"),
    ("age-and-sex", "annex II", "المرفق الثاني"),
    ("examples-of-use", "table 3", "في الجدول~3"),
    ("levels", "paragraph 24 below", "الفقرة~24 أدناه"),
    ("personal-data", "annex II, appendix, paragraph 3", "المرفق الثاني، التذييل، الفقرة~3"),
    ("regional-assistance", "section II.B above", "الفرع~ثانيا - باء أعلاه"),
    ("lessons/2", "box 1", "الإطار~1"),
    ("assistance-follow-up", "box 2", "الإطار~2"),
    ("follow-up", "annex II, appendix", "المرفق الثاني، التذييل"),
    (
        "conclusions-progress",
        "section II.A.1 above|paragraphs 5 and 15",
        "الفرع~ثانيا - ألف - 1 أعلاه|في الفقرتين~5 و15",
    ),
    ("courts", "I|II", "الأول|الثاني"),
    ("means", "box 1", "في الإطار~1"),
    (
        "recommend-assistance",
        "paragraph 20 above|paragraph 20 (a) (i) a i above",
        "الفقرة~20 أعلاه|الفقرة~20 (أ) ’1‘ أ 1 أعلاه",
    ),
    ("next-survey", "annex II", "في المرفق الثاني"),
    ("replies-period", "section III of the present report", "الفرع~ثالثا من هذا التقرير"),
    ("late-replies", "paragraph 25 of the present report", "الفقرة~25 من هذا التقرير"),
    ("replies-explained", "table 4", "الجدول~4"),
    ("reasons-given", "paragraph 17 of the present report|table 1", "الفقرة~17 من هذا التقرير|في الجدول~1"),
    ("questionnaire-use", "paragraph 4 of the present report", "الفقرة~4 من هذا التقرير"),
    ("reasons", "figure II", "في الشكل~الثاني"),
    ("reply-languages", "section III of the present report", "الفرع~ثالثا من هذا التقرير"),
    ("terms-origin", "paragraph 2 below|annex II", "الفقرة~2 أدناه|المرفق الثاني"),
    ("knowledge", "annex II, paragraph 1", "المرفق الثاني، الفقرة~1"),
    ("personal-data-terms", "paragraph 20 (a) (i) b of the present report", "الفقرة~20 (أ) ’1‘ ب من هذا التقرير"),
]


@pytest.mark.parametrize(("tag", "column"), [("en", 1), ("ar", 2)])
def test_references(documents: Mapping[str, Document], tag: str, column: int) -> None:
    document = documents[tag]
    found = {}
    for name, content in [
        *((block.id, content_of(block)) for block in all_blocks(document)),
        *((note.id, note.content) for note in document.notes),
    ]:
        printed = [plain_text((each,)) for each in all_inlines(content) if isinstance(each, CrossReference)]
        if printed:
            found[name] = "|".join(printed)
    assert found == {row[0]: hard(row[column]) for row in REFERENCES}


CONTENTS = [
    ("introduction", 1, "I.", "1–2", "أولا -"),
    ("collection", 1, "II.", "3–13", "ثانيا -"),
    ("national-systems", 2, "A.", "4–12", "ألف -"),
    ("recording-of-offences", 3, "1.", "5–11", "1 -"),
    ("recording-of-persons", 3, "2.", "12", "2 -"),
    ("international-comparison", 2, "B.", "13", "باء -"),
    ("results", 1, "III.", "14–18", "ثالثا -"),
    ("assistance", 1, "IV.", "19–21", "رابعا -"),
    ("conclusions", 1, "V.", "22–25", "خامسا -"),
    ("replies", 1, "Annex I", "1–3", "المرفق الأول"),
    ("replies-by-state", 2, "I.", "2", "أولا -"),
    ("states-without-reply", 2, "II.", "3", "ثانيا -"),
    ("questionnaire", 1, "Annex II", "1–3", "المرفق الثاني"),
    ("structure", 2, "I.", "2", "أولا -"),
    ("languages-of-reply", 2, "II.", "3", "ثانيا -"),
    ("terms", 2, "Appendix", "1–3", "التذييل"),
    ("offences-defined", 3, "I.", "2", "أولا -"),
    ("persons", 3, "II.", "3", "ثانيا -"),
]


def contents_of(document: Document) -> Contents:
    (contents,) = (block for block in document.blocks if isinstance(block, Contents))
    return contents


def test_contents(documents: Mapping[str, Document]) -> None:
    english = [(each.target, each.level, each.label, each.paragraphs) for each in contents_of(documents["en"]).entries]
    assert english == [row[:4] for row in CONTENTS]
    arabic = [(each.target, each.level, each.label, each.paragraphs) for each in contents_of(documents["ar"]).entries]
    assert arabic == [(row[0], row[1], row[4], row[3].replace("–", "-")) for row in CONTENTS]


def test_contents_have_the_words_of_their_headings(documents: Mapping[str, Document]) -> None:
    for document in documents.values():
        headings = {block.id: plain_text(block.content) for block in document.blocks if not hasattr(block, "heading")}
        for entry in contents_of(document).entries:
            assert plain_text(entry.content) == headings[entry.target]
    assert contents_of(documents["en"]).columns == ("Paragraphs", "Page")
    assert contents_of(documents["ar"]).columns == ("الفقرات", "الصفحة")


def table(document: Document, name: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.id == name)


def grid(found: Table) -> list[list[str]]:
    return [[plain_text(cell.content) for cell in row] for row in found.rows]


def test_the_table_of_a_file(documents: Mapping[str, Document]) -> None:
    english, arabic = (table(documents[tag], "offences-by-year") for tag in ("en", "ar"))
    assert grid(english)[:2] == [["2016", "12,400", "31,050", ""], ["2017", "12,310", "30,600", "(1.2)"]]
    assert grid(arabic)[:2] == [
        ["2016", hard("12~400"), hard("31~050"), ""],
        ["2017", hard("12~310"), hard("30~600"), "(1.2)"],
    ]
    assert english.numeric == arabic.numeric == (True, True, True, True)


def test_a_table_of_text_has_facts_names_signs_and_empty_cells(documents: Mapping[str, Document]) -> None:
    english, arabic = (table(documents[tag], "examples") for tag in ("en", "ar"))
    assert grid(english) == [
        ["Argentina", "Training of 45 officials", "March 2020", "–"],
        ["Kenya", "New form for complaints", "", "Thirty per cent of cases with a known victim"],
        ["Namibia", "Training of 22 prosecutors, with the support of UNODC", "..", ""],
    ]
    assert grid(arabic)[0] == ["الأرجنتين", "تدريب 45 مسؤولا", "آذار/مارس 2020", "–"]
    assert [cell.id for row in arabic.rows for cell in row if not cell.content] == ["examples/2-3", "examples/3-4"]
    assert english.numeric == (False, False, False, False)


def test_a_table_with_notes_source_and_total(documents: Mapping[str, Document]) -> None:
    found = table(documents["en"], "steps-by-region")
    marked = [(cell.id, mark.note, mark.label) for cell in (*found.heads, *(cell for row in found.rows for cell in row))
              for mark in all_inlines(cell.content) if isinstance(mark, NoteMark)]  # fmt: skip
    assert marked == [
        ("steps-by-region/head-2", "states-asked", "a"),
        ("steps-by-region/head-4", "in-full", "b"),
        ("steps-by-region/3-1", "europe", "c"),
    ]
    assert (found.total, found.shares, found.numeric) == (True, (3, 2, 2, 2), (False, True, True, True))
    assert found.source is not None
    assert (found.source.label, plain_text(found.source.content)) == (
        "Source:", "Replies to the questionnaire of 2020."
    )  # fmt: skip


def test_the_long_table_has_a_state_in_each_row(documents: Mapping[str, Document], report: Report) -> None:
    for document in documents.values():
        found = table(document, "list-of-replies")
        states = [
            fact.value for row in found.rows for fact in all_inlines(row[0].content) if isinstance(fact, PrintedFact)
        ]
        assert len(states) == len(set(states)) == 40
        assert {cell.content[0].value for cell in (row[1] for row in found.rows)} == {"2015", "2016", "2018"}  # type: ignore[union-attr]
    assert grid(table(documents["ar"], "list-of-replies"))[0] == ["الجزائر", "2015", "..", "3"]


def test_figures_have_their_picture_and_words_for_it(documents: Mapping[str, Document]) -> None:
    found = [block for block in documents["ar"].blocks if isinstance(block, Figure)]
    assert [(block.picture.suffix, block.picture.size, block.width) for block in found] == [
        ("png", (560, 320), 280), ("jpeg", (720, 240), 360)
    ]  # fmt: skip
    assert all(block.picture.description == plain_text(block.alternative.content) for block in found)


def test_every_piece_has_a_translation_entry_of_its_own(report: Report) -> None:
    names = [name for name, _, _ in wordings(report)]
    assert len(names) == len(set(names))
    translation = catalogue.load(WORKSPACE, SLUG, "ar")
    assert list(translation.entries) == names
    assert all(entry.text and not entry.fuzzy for entry in translation.entries.values())


def test_cells_of_wording_are_entries_and_other_cells_are_not(report: Report) -> None:
    (examples,) = (item for item in report.all_items() if item.id == "examples")
    assert isinstance(examples, WrittenTable)
    assert [name for name, _ in examples.entries()] == [
        "examples",
        *(f"examples/head-{column}" for column in (1, 2, 3, 4)),
        *("examples/1-1", "examples/1-2", "examples/1-3"),
        *("examples/2-1", "examples/2-2", "examples/2-4"),
        *("examples/3-1", "examples/3-2"),
    ]


def test_one_cell_without_a_translation(tmp_path: Path) -> None:
    copytree(CASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / f"locales/ar/{SLUG}.po"
    text = path.read_text("utf-8")
    assert text.count('msgstr "استمارة جديدة للشكاوى"') == 1
    path.write_text(text.replace('msgstr "استمارة جديدة للشكاوى"', 'msgstr ""'), "utf-8")
    workspace = Workspace.at(tmp_path)
    loaded = pipeline.load(workspace, SLUG)
    found = [each for each in pipeline.check(workspace, loaded) if each.severity == "error"]
    assert [(finding.code, finding.where, finding.message) for finding in found] == [
        ("RG041", "examples/2-2", "the translation is missing")
    ]
    cell = table(pipeline.build(workspace, loaded, "ar"), "examples").rows[1][1]
    assert plain_text(cell.content) == f"{UNTRANSLATED[0]}New form for complaints{UNTRANSLATED[1]}"


def test_the_masthead(documents: Mapping[str, Document]) -> None:
    english, arabic = documents["en"].masthead, documents["ar"].masthead
    assert tuple(map(plain_text, (english.organ, english.body, english.session))) == (
        "Economic and Social Council", "Commission on Crime Prevention and Criminal Justice", "Thirtieth session"
    )  # fmt: skip
    assert (plain_text(english.place_and_dates), plain_text(arabic.place_and_dates)) == (
        "Vienna, 17–21 May 2021", "فيينا، 17-21 أيار/مايو 2021"
    )  # fmt: skip
    assert (english.job_number, arabic.job_number) == ("V.21-09801", "V.21-09802")
    assert plain_text(arabic.agenda_title) == "استخدام الإحصاءات في منع الجريمة"
    assert english.emblem is None
