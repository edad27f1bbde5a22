"""Documents become reports that build at once, print the same text, and have the numbers of the file."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from reportgen import pipeline
from reportgen.errors import InputError, OutputError, UsageError
from reportgen.pipeline.adopting.adopt import Adoption, adopt, write_adopted
from reportgen.readers import read_document
from reportgen.record import replace
from reportgen.tree.inlines import Bold, NoteMark, Text
from reportgen.tree.nodes import Document, Figure
from reportgen.tree.printed import printed_pieces
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks
from reportgen.workspace import Workspace
from reportgen.writers import written_bytes
from tests.tools.adopted import printed_again, said
from tests.tools.pictures import png

TAGS = ("en", "ar", "es", "fr", "ru", "zh")
GIF = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
Adopted = Callable[[str, str], tuple[Adoption, list[str]]]


@pytest.fixture
def adopted(tmp_path: Path) -> Adopted:
    """Adopts a text in a file of an ending; also the lines of the report, each number before its text."""

    def made(text: str, ending: str = "md") -> tuple[Adoption, list[str]]:
        path = tmp_path / f"document.{ending}"
        path.write_text(text, encoding="utf-8")
        workspace = Workspace.at(tmp_path)
        adoption = adopt(workspace, [path], "adopted")
        return adoption, said(printed_again(workspace, adoption, tmp_path / "again.docx"))

    return made


@pytest.fixture(scope="module")
def six_files(real_documents: dict[str, Document], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("six")
    paths = {tag: folder / f"report.{tag}.docx" for tag in TAGS}
    for tag, path in paths.items():
        path.write_bytes(written_bytes(real_documents[tag], "docx"))
    return paths


def test_six_word_files_give_back_the_six_texts(six_files: dict[str, Path], tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, list(six_files.values()), "adopted")
    assert (adoption.slug, adoption.languages) == ("adopted", TAGS)
    assert (adoption.differences, adoption.left_out) == ((), ())
    for tag, path in six_files.items():
        again = printed_again(workspace, adoption, tmp_path / f"again.{tag}.docx", tag)
        assert said(again) == said(read_document(path))


@pytest.mark.parametrize("tag", TAGS)
def test_one_language_alone_keeps_its_masthead(tag: str, six_files: dict[str, Path], tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [six_files[tag]], "adopted")
    assert (adoption.differences, adoption.left_out) == ((), ())
    report = pipeline.load(workspace.with_planned(adoption.files), "adopted")
    masthead = report.masthead
    assert (report.symbol, report.language, masthead.printed) == ("E/CN.15/2019/9", tag, True)
    assert masthead.original == (None if tag == "en" else "en")
    assert (masthead.organ, masthead.body, masthead.session) == ("ecosoc", "ccpcj", 28)
    assert masthead.agenda
    assert masthead.agenda.note
    agenda = masthead.agenda
    assert (agenda.item, agenda.provisional, agenda.note.symbol) == (7, True, "E/CN.15/2019/1")
    again = printed_again(workspace, adoption, tmp_path / "again.docx", tag)
    assert said(again) == said(read_document(six_files[tag]))


def test_what_a_file_says_is_found_in_its_facts(six_files: dict[str, Path], tmp_path: Path) -> None:
    adoption = adopt(Workspace.at(tmp_path), [six_files["en"]], "adopted")
    text = b"\n".join(adoption.files.values()).decode()
    for fact in ("{entity: unodc}", "{count: 313}", "{place: ID}", "{year: 2018}", "{date: 2018-05}", "session: 28"):
        assert fact in text
    assert "313 officials" not in text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Note\n\nSome text.\n\n## 2.1 Scope\n\nMore text.\n", ["Note", "Some text.", "2.1 Scope", "More text."]),
        ("Text before.\n\n1. One.\n\n2. Two.\n", ["Text before.", "1. One.", "2. Two."]),
        ("7. Seven.\n\n8. Eight.\n", ["7. Seven.", "8. Eight."]),
        ("Fruit:\n\n- apples\n  - red\n- pears\n", ["Fruit:", "apples", "red", "pears"]),
        ("Text.[^a]\n\n[^a]: A note in 2018.\n", ["Text.1", "1 A note in 2018."]),
        ("| | Year | Staff |\n|-|-|-|\n| a | 2018 | 1,250 |\n| b | 2019 | 12 |\n",
         ["Year", "Staff", "a", "2018", "1,250", "b", "2019", "12"]),
        ("**In bold**\n\nText *in italics* \\*and\\* {{ braces }}.\n",
         ["In bold", "Text in italics *and* {{ braces }}."]),
        ("UNODC met. The United Nations Office on Drugs and Crime (UNODC) left. UNODC came.\n",
         ["UNODC met. The United Nations Office on Drugs and Crime (UNODC) left. UNODC came."]),
    ],
)  # fmt: skip
def test_the_same_text_is_printed_with_the_same_numbers(adopted: Adopted, text: str, lines: list[str]) -> None:
    adoption, again = adopted(text, "md")
    assert again == lines
    assert (adoption.differences, adoption.left_out) == ((), ())


def test_plain_text_has_its_numbers(adopted: Adopted) -> None:
    _, again = adopted("A note\n\n1. In 2018, 12 met:\n\n(a) Here;\n\n(b) There.\n\n2. All left.\n", "txt")
    assert again == ["A note", "1. In 2018, 12 met:", "(a) Here;", "(b) There.", "2. All left."]


def test_another_language_is_laid_beside_the_original(tmp_path: Path) -> None:
    texts = {
        "en": "A note\n\nIn 2018, UNODC trained 313 officials in Kenya.\n\n1. They left.",
        "fr": "Une note\n\nEn 2018, l’ONUDC a formé 313 agents au Kenya.\n\n1. Ils sont partis.",
    }
    for tag, text in texts.items():
        (tmp_path / f"note.{tag}.md").write_text(text, encoding="utf-8")
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [tmp_path / "note.fr.md", tmp_path / "note.en.md"])
    catalogue = adoption.files[tmp_path / "locales/fr/note.po"].decode()
    assert adoption.languages == ("en", "fr")
    assert 'msgstr "En {{ year }}, ' in catalogue
    assert "a formé 313" not in catalogue
    again = printed_again(workspace, adoption, tmp_path / "again.docx", "fr")
    assert said(again) == ["Une note", "En 2018, l’ONUDC a formé 313 agents au Kenya.", "1. Ils sont partis."]


def test_all_figures_are_facts_where_a_text_goes_on_in_italics(adopted: Adopted, tmp_path: Path) -> None:
    text = "In 2018, UNODC trained 313 officers in Kenya, *inter alia*, in 2017."
    adoption, _ = adopted(f"{text}\n\n| | Year |\n|-|-|\n| {text} | 2018 |\n", "md")
    section = adoption.files[tmp_path / "inputs/adopted/sections/opening.yaml"].decode()
    assert adoption.facts == 9
    assert (section.count("{count: 313}"), section.count("{place: KE}")) == (2, 2)


def test_facts_of_another_language_are_matched_where_its_text_goes_on_in_italics(tmp_path: Path) -> None:
    (tmp_path / "note.en.md").write_text("In 2018, 313 officers left, *inter alia*, Kenya.\n", encoding="utf-8")
    (tmp_path / "note.fr.md").write_text("En 2018, 313 agents ont quitté, *notamment*, le Kenya.\n", encoding="utf-8")
    adoption = adopt(Workspace.at(tmp_path), [tmp_path / "note.en.md", tmp_path / "note.fr.md"])
    assert 'msgstr "En {{ year }}, {{ officers }} agents' in adoption.files[tmp_path / "locales/fr/note.po"].decode()


def test_every_process_writes_the_same_report(tmp_path: Path) -> None:
    bodies = "UNICEF, WHO, UNDP, UNFPA, UN-Women, UNESCO, FAO and UNODC"
    (tmp_path / "note.md").write_text(f"{bodies} met in 2018.\n\n1. {bodies} left.\n", encoding="utf-8")
    written = set()
    for seed in "1", "2", "3":
        root = tmp_path / seed
        root.mkdir()
        program = "from reportgen.cli import main; main()"
        command = [sys.executable, "-c", program, "-C", str(root), "adopt", str(tmp_path / "note.md")]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        written.add((root / "inputs/note/report.yaml").read_text("utf-8"))
    assert len(written) == 1
    assert "{entity: unfpa}" in written.pop()


def test_a_slug_that_is_there_is_refused(adopted: Adopted, tmp_path: Path) -> None:
    (tmp_path / "inputs/adopted").mkdir(parents=True)
    with pytest.raises(UsageError, match="inputs/adopted is there already"):
        adopted("Text.\n", "md")


def test_two_files_in_one_language_are_refused(tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text("The text of a document.\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"one\.md and two\.md are both in en"):
        adopt(Workspace.at(tmp_path), [tmp_path / "one.md", tmp_path / "two.md"])


@pytest.mark.parametrize(("name", "data"), [("a.docx", b"PK\x03\x04"), ("a.pdf", b"%PDF-1.7"), ("a.txt", b"\xff\xff"),
                                            ("a.md", b" \n"), ("a.xyz", b"text")])  # fmt: skip
def test_what_is_no_document_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError):
        adopt(Workspace.at(tmp_path), [tmp_path / name])


def test_the_report_passes_through_its_own_checks(adopted: Adopted, tmp_path: Path) -> None:
    adoption, _ = adopted("# Title\n\n1. In 2018, 12 prisons of Kenya were visited.\n", "md")
    workspace = Workspace.at(tmp_path).with_planned(adoption.files)
    found = pipeline.check(workspace, pipeline.load(workspace, "adopted"))
    assert [str(each) for each in found if each.severity == "error"] == []


def test_names_that_the_lexicon_lacks_become_stubs_beside_those_that_are_there(tmp_path: Path) -> None:
    lexicon = tmp_path / "locales/en/lexicon/entities.yaml"
    lexicon.parent.mkdir(parents=True)
    lexicon.write_text("# ours\nsab:\n  name: the Sample Board\n")
    text = "We met the Global Office of Sample Testing (GOST) and the Sample Board.\n\nGOST left.\n\nAll left GOST.\n"
    (tmp_path / "note.txt").write_text(text)
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [tmp_path / "note.txt"])
    assert (list(adoption.stubs), adoption.differences) == (["gost"], ())
    assert "{{ gost }} and {{ sab }}" in adoption.files[tmp_path / "inputs/note/sections/opening.yaml"].decode()
    assert adoption.files[lexicon].startswith(lexicon.read_bytes())
    write_adopted(workspace, adoption)
    again = pipeline.build(Workspace.at(tmp_path), pipeline.load(Workspace.at(tmp_path), "note"), "en")
    assert [plain_text(each.content) for each in printed_pieces(again)][-3:] == text.strip().split("\n\n")


def test_files_that_were_changed_meanwhile_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("All of them have left the country.\n")
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [tmp_path / "note.txt"])
    write_adopted(workspace, adoption)
    with pytest.raises(OutputError, match=r"inputs/note/report\.yaml was written while this command ran"):
        write_adopted(workspace, adoption)


def test_figures_come_with_their_pictures_in_every_language(
    every_documents: dict[str, Document], tmp_path: Path
) -> None:
    paths = {tag: tmp_path / f"every.{tag}.docx" for tag in ("en", "ar", "fr")}
    for tag, path in paths.items():
        path.write_bytes(written_bytes(every_documents[tag], "docx"))
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, list(paths.values()), "adopted")
    assert (adoption.differences, adoption.left_out) == ((), ())
    figures = [each for each in all_blocks(every_documents["en"]) if isinstance(each, Figure)]
    assert figures
    planned = workspace.with_planned(adoption.files)
    again = pipeline.build_all(planned, pipeline.load(planned, "adopted"))
    for tag in paths:
        shown = [each for each in all_blocks(again[tag]) if isinstance(each, Figure)]
        wanted = [each for each in all_blocks(every_documents[tag]) if isinstance(each, Figure)]
        assert [each.picture.data for each in shown] == [each.picture.data for each in wanted]
        assert [plain_text(each.content) for each in shown] == [plain_text(each.content) for each in wanted]
        assert [plain_text(each.alternative.content) for each in shown] == [
            plain_text(each.alternative.content) for each in wanted
        ]


def word_with_pictures(path: Path) -> None:
    """A file of others: a caption above, a caption below, a picture alone, one in a table, one of another kind."""
    word = docx.Document()

    def picture(width: int) -> None:
        word.add_picture(io.BytesIO(png(4, 3)), docx.shared.Pt(width))

    word.add_paragraph("A note on figures that others drew, with text of some length.")
    word.add_paragraph("Figure I\nOffences by State", style="Caption")
    picture(200)
    word.add_paragraph("Text between the two.")
    picture(5000)
    word.add_paragraph("Figure II\u2002Offences by year")
    word.add_paragraph("Text behind them.")
    picture(10)
    word.add_table(2, 1).cell(0, 0).paragraphs[0].add_run("Head").add_picture(io.BytesIO(png(4, 3)))
    word.add_paragraph().add_run().add_picture(io.BytesIO(GIF))
    word.save(str(path))


def test_pictures_of_others_become_figures_with_the_caption_beside_them(tmp_path: Path) -> None:
    word_with_pictures(tmp_path / "note.docx")
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [tmp_path / "note.docx"], "note")
    planned = workspace.with_planned(adoption.files)
    document = pipeline.build(planned, pipeline.load(planned, "note"), "en")
    figures = [each for each in all_blocks(document) if isinstance(each, Figure)]
    assert [(plain_text(each.content), each.number and each.number.label, each.width) for each in figures] == [
        ("Offences by State", "Figure I", 200),
        ("Offences by year", "Figure II", 365),
        ("", None, 20),
    ]
    assert {each.picture.data for each in figures} == {png(4, 3)}
    told = [(each.where, each.found) for each in adoption.left_out]
    assert told == [("picture", "image1.png"), ("picture", "image2.gif")]


def _foreign(path: Path, *lines: str) -> WordDocument:
    """A Word file with the cells of a masthead, and lines in bold below it."""
    word = docx.Document()
    head = word.add_table(2, 3)
    head.cell(0, 0).text, head.cell(0, 2).text, head.cell(1, 1).text = "United Nations", "A/80/591", "General Assembly"
    head.cell(1, 2).text = "Distr.: General\n12 November 2025\nOriginal: French"
    for text in (*lines[:-1], "Report of the Secretary-General", "I.\tIntroduction", "1.\tAll is well.", lines[-1]):
        word.add_paragraph().add_run(text).bold = True
    word.save(str(path))
    return word


def test_a_masthead_and_captions_that_no_style_tells_are_recognised(tmp_path: Path) -> None:
    titles = ("Eightieth session", "Agenda item 136", "Programme budget", "Field offices")
    word = _foreign(tmp_path / "un.docx", *titles, "Table 1")
    word.add_paragraph().add_run("Staff").bold = True
    rows = word.add_table(2, 2)
    for at, text in enumerate(("Posts", "2025", "Drivers", "12")):
        rows.cell(at // 2, at % 2).text = text
    word.save(str(tmp_path / "un.docx"))
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [tmp_path / "un.docx"])
    report = adoption.files[tmp_path / "inputs/a-80-591/report.yaml"].decode()
    for part in ("symbol: A/80/591", "organ: general-assembly", "session: 80", "item: 136", "title: Field offices"):
        assert part in report
    assert [(each.where, each.found, each.printed) for each in adoption.differences] == [("masthead", "", "English")]
    assert "Table 1 Staff" in said(printed_again(workspace, adoption, tmp_path / "again.docx"))


def test_two_titles_without_an_agenda_item_leave_the_masthead_as_text(tmp_path: Path) -> None:
    _foreign(tmp_path / "un.docx", "Eightieth session", "Programme budget", "Field offices", "All left.")
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [tmp_path / "un.docx"])
    again = said(printed_again(workspace, adoption, tmp_path / "again.docx"))
    assert (adoption.differences, adoption.left_out) == ((), ())
    assert {"Eightieth session", "Programme budget", "Field offices", "All left."} < set(again)


def test_a_title_of_a_masthead_may_have_a_footnote(real_documents: dict[str, Document], tmp_path: Path) -> None:
    document = real_documents["en"]
    [note], title = document.masthead.notes, document.masthead.title
    noted = replace(note, id="on-title", content=(Text("The report was late."),))
    masthead = replace(document.masthead, title=(*title, Bold((NoteMark("on-title", "**"),))), notes=(note, noted))
    short = replace(document, masthead=masthead, blocks=document.blocks[:3], notes=())
    (tmp_path / "noted.docx").write_bytes(written_bytes(short, "docx"))
    workspace = Workspace.at(tmp_path)
    adoption = adopt(workspace, [tmp_path / "noted.docx"], "noted")
    again = said(printed_again(workspace, adoption, tmp_path / "again.docx"))
    assert (adoption.differences, adoption.left_out) == ((), ())
    assert {f"{plain_text(title)}**", "** The report was late."} <= set(again)
