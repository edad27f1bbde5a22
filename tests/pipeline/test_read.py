"""What is done with what came back: facts as the user says, three sides, several copies, other languages, refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reportgen import pipeline
from reportgen.catalogue import Translation
from reportgen.catalogue.update import updated_catalogue
from reportgen.errors import InputError, UsageError
from reportgen.pipeline import translations
from reportgen.pipeline.read import ReadChoices, require_base
from tests.tools.came_back import SentOut, left_to_do, lines_of, open_ones, unlike
from tests.tools.edits import EditedWord
from tests.tools.opened_word import W

REPORT = """\
symbol: E/CN.15/2030/1
language: en
title: Courses for judges
masthead:
  organ: ecosoc
  body: ccpcj
  session: 29
  date: {date: 2030-03-02}
  agenda: {item: 4, title: Courses}
facts:
  unodc: {entity: unodc}
  members: {count: 53, of: members}
sections: [first]
"""

SECTION = """\
id: first
heading: The courses
paragraphs:
  - id: course
    facts:
      place: {place: NP}
      judges: {count: 40, of: judges}  # as reported in March
      started: {date: 2029-07-18}
    text: >
      A course for {{ judges }} judges was held in {{ place }}. It began on {{ started }}.
  - id: more
    facts: {sites: {count: 300, of: sites, qualifier: more_than}}
    text: In all, more than {{ sites }} sites were visited by {{ unodc }}.
  - id: plain
    text: The Commission has {{ members }} members.
  - id: end
    text: All {{ members }} were asked (see {{ para("course") }}).
"""

FRENCH = {
    "title": "Cours pour juges",
    "agenda-title": "Cours",
    "first": "Les cours",
    "course": "Un cours pour {{ judges }} juges a eu lieu en {{ place | form('in') }}. Il a commencé le {{ started }}.",
    "more": "En tout, plus de {{ sites }} sites ont été visités par {{ unodc }}.",
    "plain": "La Commission compte {{ members }} membres.",
    "end": 'Tous les {{ members }} ont été interrogés (voir {{ para("course") }}).',
}

Edit = Callable[[EditedWord], Any]


def words(old: str, new: str) -> Edit:
    return lambda word: word.replace(word.containing(old), old, new)


def nothing(_: EditedWord) -> None:
    """What somebody does who only looks."""


def both(*edits: Edit) -> Edit:
    def make(word: EditedWord) -> None:
        for each in edits:
            each(word)

    return make


FORTY = words("40 judges", "44 judges")


@pytest.fixture
def courses(sent_tiny: SentOut, tiny: Any) -> SentOut:
    """A report with facts of paragraphs and of its own, kept in two places and printed in several."""
    tiny.report(REPORT)
    tiny.section(SECTION)
    return sent_tiny


def states(reading: Any) -> list[tuple[str, str]]:
    return [(each.id, each.state) for each in reading.changes if each.state != "done"]


# Facts


def test_a_changed_fact_is_asked_for_and_nothing_of_its_piece_is_written(courses: SentOut) -> None:
    path = courses.edited(both(FORTY, words("It began", "All began"), words("In all", "In total")))
    reading = courses.apply(path)
    assert states(reading) == [("course", "open"), ("more", "ready")]
    assert reading.changes[0].why == ("'judges': --facts take writes 44, --facts keep leaves 40",)
    assert "It began" in courses.source("sections/first.yaml")
    assert "In total, more than {{ sites }}" in courses.source("sections/first.yaml")


def test_a_fact_that_is_kept_as_it_is_lets_its_words_be_written(courses: SentOut) -> None:
    path = courses.edited(both(FORTY, words("It began", "All began")))
    reading = courses.apply(path, facts="keep")
    text = courses.source("sections/first.yaml")
    assert open_ones(reading) == []
    assert "judges: {count: 40, of: judges}  # as reported" in text
    assert "All began on" in text


def test_a_fact_is_taken_where_it_is_kept_in_its_own_notation(courses: SentOut) -> None:
    edit = both(FORTY, words("Nepal", "Bhutan"), words("18 July 2029", "8 July 2029"), words("300", "310"))
    reading = courses.apply(courses.edited(edit), facts="take")
    text = courses.source("sections/first.yaml")
    assert open_ones(reading) == []
    assert "judges: {count: 44, of: judges}  # as reported in March" in text
    assert "place: {place: BT}" in text
    assert "started: {date: 2029-07-08}" in text
    assert "{sites: {count: 310, of: sites, qualifier: more_than}}" in text
    assert "{{ judges }} judges was held in {{ place }}. It began on {{ started }}." in text


def test_a_qualifier_is_part_of_its_fact(courses: SentOut) -> None:
    reading = courses.apply(courses.edited(words("more than 300", "about 300")), facts="take")
    assert open_ones(reading) == []
    assert "{sites: {count: 300, of: sites, qualifier: about}}" in courses.source("sections/first.yaml")


def test_another_qualifier_is_told_with_the_value(courses: SentOut) -> None:
    told = "\n".join(lines_of(courses.read(courses.edited(words("more than 300", "at least 300")))))
    assert "fact 'sites': more than 300 → at least 300" in told
    assert "--facts take writes at least 300, --facts keep leaves more than 300" in told


def test_a_changed_fact_joins_words_that_the_sources_changed_since(courses: SentOut, tiny: Any) -> None:
    path = courses.edited(FORTY)
    tiny.section(SECTION.replace("was held in", "took place in"))
    reading = courses.apply(path, facts="take")
    assert states(reading) == [("course", "ready")]
    text = courses.source("sections/first.yaml")
    assert "judges: {count: 44" in text
    assert "took place in" in text
    assert left_to_do(courses.read(path, facts="take")) == []


def italics(word: EditedWord) -> None:
    paragraph = word.containing("were asked")
    word.replace(paragraph, "were asked", "were asked")
    run = next(each for each in paragraph.iter(f"{W}r") if "were asked" in "".join(each.itertext()))
    looks = run.find(f"{W}rPr")
    etree.SubElement(etree.SubElement(run, f"{W}rPr") if looks is None else looks, f"{W}i")
    run.insert(0, run.find(f"{W}rPr"))


def test_italics_alone_are_shown_and_written(courses: SentOut) -> None:
    reading = courses.apply(courses.edited(italics))
    assert any("{+*+}were asked{+*+}" in line for line in lines_of(reading)), lines_of(reading)
    assert "*were asked*" in courses.source("sections/first.yaml")


def test_a_fact_of_the_whole_report_is_taken_and_all_that_prints_it_is_listed(courses: SentOut) -> None:
    reading = courses.apply(courses.edited(words("has 53", "has 54")), facts="take")
    [fact] = reading.changes[0].facts
    assert states(reading)[0] == ("plain", "ready")
    assert fact.printed == {"en": ("end",)}
    assert "members: {count: 54, of: members}" in courses.source("report.yaml")


def test_a_fact_that_came_back_with_two_values_is_a_conflict_whatever_is_said(courses: SentOut) -> None:
    path = courses.edited(both(words("has 53", "has 54"), words("All 53", "All 55")))
    for choice in ("ask", "take"):
        reading = courses.read(path, facts=choice)
        assert states(reading) == [("plain", "conflict"), ("end", "conflict")]
        assert reading.files == {}


def test_a_number_that_is_gone_is_asked_for(courses: SentOut) -> None:
    path = courses.edited(words("In all, more than 300 sites", "Many sites"))
    assert states(courses.read(path)) == [("more", "open")]
    assert states(courses.read(path, facts="keep"))[0][1] in ("open", "ready")
    reading = courses.apply(path, facts="take")
    assert open_ones(reading) == []
    text = courses.source("sections/first.yaml")
    assert "Many sites were visited by {{ unodc }}" in text
    assert "more_than" not in text


def test_new_figures_and_names_become_facts_of_their_paragraph(courses: SentOut) -> None:
    path = courses.edited(words("All 53 were asked", "All 53 were asked, 20 of them in Kenya on 3 March 2029"))
    reading = courses.apply(path)
    assert open_ones(reading) == []
    text = courses.source("sections/first.yaml")
    assert "{count: 20" in text
    assert "{place: KE}" in text
    assert "{date: 2029-03-03}" in text
    assert list(unlike(courses.read(path, two_way=True))) == []


def test_what_looks_like_a_placeholder_is_letters(courses: SentOut) -> None:
    typed = "*stars* {{ judges }} [^note] <https://x.y>"
    path = courses.edited(words("were asked", f"were {typed} asked"))
    reading = courses.apply(path)
    assert open_ones(reading) == []
    assert list(unlike(courses.read(path))) == []


def test_only_some_pieces_are_written(courses: SentOut) -> None:
    path = courses.edited(both(words("In all", "In total"), words("were asked", "were heard")))
    reading = courses.apply(path, only=("end",))
    assert states(reading) == [("end", "ready")]
    assert "In all" in courses.source("sections/first.yaml")
    assert "were heard" in courses.source("sections/first.yaml")


def test_applying_twice_changes_nothing(courses: SentOut) -> None:
    path = courses.edited(both(FORTY, words("It began", "All began"), words("were asked", "were heard")))
    assert courses.apply(path, facts="take").files
    again = courses.read(path, facts="take")
    assert again.files == {}
    assert left_to_do(again) == []


# Three sides


def test_what_was_changed_in_the_sources_meanwhile_stays(courses: SentOut, tiny: Any) -> None:
    sent = courses.edited(nothing, name="sent.docx")
    path = courses.edited(words("In all", "In total"))
    tiny.section(SECTION.replace("were asked", "were heard"))
    reading = courses.apply(path, sent=sent)
    assert states(reading) == [("more", "ready")]
    text = courses.source("sections/first.yaml")
    assert "were heard" in text
    assert "In total" in text


def test_words_that_both_changed_are_a_conflict(courses: SentOut, tiny: Any) -> None:
    sent = courses.edited(nothing, name="sent.docx")
    path = courses.edited(both(words("In all", "In total"), words("were asked", "were seen")))
    tiny.section(SECTION.replace("were asked", "were heard"))
    reading = courses.apply(path, sent=sent)
    assert states(reading) == [("more", "ready"), ("end", "conflict")]
    assert "were heard" in courses.source("sections/first.yaml")


def test_words_that_both_changed_alike_are_done(courses: SentOut, tiny: Any) -> None:
    sent = courses.edited(nothing, name="sent.docx")
    path = courses.edited(words("were asked", "were heard"))
    tiny.section(SECTION.replace("were asked", "were heard"))
    reading = courses.read(path, sent=sent)
    assert states(reading) == []
    assert not reading.is_open(written=False)


def test_a_fact_that_both_changed_is_a_conflict_whatever_is_said(courses: SentOut, tiny: Any) -> None:
    sent = courses.edited(nothing, name="sent.docx")
    path = courses.edited(FORTY)
    tiny.section(SECTION.replace("count: 40", "count: 43"))
    for choice in ("ask", "take"):
        reading = courses.read(path, sent=sent, facts=choice)
        assert states(reading) == [("course", "conflict")]
        assert reading.files == {}
    tiny.section(SECTION.replace("count: 40", "count: 44"))
    assert states(courses.read(path, sent=sent)) == []


def test_a_fact_that_only_the_sources_changed_stays(courses: SentOut, tiny: Any) -> None:
    sent = courses.edited(nothing, name="sent.docx")
    path = courses.edited(words("It began", "All began"))
    tiny.section(SECTION.replace("count: 40", "count: 43"))
    reading = courses.apply(path, sent=sent, facts="take")
    assert open_ones(reading) == []
    text = courses.source("sections/first.yaml")
    assert "{count: 43, of: judges}" in text
    assert "All began" in text


def forgotten(word: EditedWord) -> None:
    word.forget()


@pytest.mark.parametrize("name", ["forgotten.docx", "sent.md"])
def test_the_file_as_it_was_sent_serves_though_it_carries_nothing(courses: SentOut, tiny: Any, name: str) -> None:
    sent = courses.root / name
    if sent.suffix == ".md":
        sent.write_bytes(pipeline.write(courses.built()["en"], "md"))
        path = courses.root / "back.md"
        path.write_text(
            sent.read_text("utf-8").replace("In all", "In total").replace("40 judges", "44 judges"), "utf-8"
        )
    else:
        courses.edited(forgotten, name=name)
        path = courses.edited(both(words("In all", "In total"), FORTY, forgotten))
    tiny.section(SECTION.replace("were asked", "were heard").replace("2029-07-18", "2029-07-19"))
    reading = courses.apply(path, sent=sent, facts="take")
    require_base(reading, ReadChoices())
    assert states(reading) == [("course", "ready"), ("more", "ready")]
    text = courses.source("sections/first.yaml")
    assert all(each in text for each in ("were heard", "2029-07-19", "In total", "count: 44"))
    assert states(courses.read(path, sent=sent, facts="take")) == []


def test_a_block_that_the_sources_lost_or_got_since_the_file_was_sent_is_no_edit(courses: SentOut, tiny: Any) -> None:
    sent = courses.edited(forgotten, name="sent.docx")
    path = courses.edited(both(words("In all", "In total"), forgotten))
    lost = SECTION.replace("  - id: plain\n    text: The Commission has {{ members }} members.\n", "")
    tiny.section(lost + "  - id: new\n    text: Nobody has seen this one.\n")
    reading = courses.apply(path, sent=sent)
    assert states(reading) == [("more", "ready")]


def test_a_file_that_was_edited_before_it_was_sent_is_compared_as_it_was_sent(courses: SentOut) -> None:
    sent = courses.edited(words("In all", "All told"), name="sent.docx")
    path = courses.edited(both(words("In all", "All told"), words("were asked", "were heard")))
    assert states(courses.read(path)) == [("more", "ready"), ("end", "ready")]
    assert states(courses.read(path, sent=sent)) == [("end", "ready")]


def test_a_file_of_something_else_is_not_what_was_sent(courses: SentOut) -> None:
    other = courses.root / "other.md"
    other.write_text("# Something else\n\n1. A paragraph.\n", "utf-8")
    with pytest.raises(InputError, match="pieces of E/CN"):
        courses.read(courses.edited(FORTY), sent=other)


def test_nothing_is_written_without_knowing_what_was_sent(courses: SentOut, tiny: Any) -> None:
    def edit(word: EditedWord) -> None:
        word.replace(word.containing("were asked"), "were asked", "were seen")
        word.forget()

    reading = courses.read(courses.edited(edit))
    assert states(reading) == [("end", "ready")]
    assert not reading.copies[0].is_base_known
    with pytest.raises(UsageError, match="it is not known what was sent"):
        require_base(reading, ReadChoices())
    require_base(reading, ReadChoices(two_way=True))


# Copies


def test_copies_that_agree_are_taken_once(courses: SentOut) -> None:
    one = courses.edited(both(words("were asked", "were heard"), FORTY), name="one.docx")
    two = courses.edited(both(words("were asked", "were heard"), words("In all", "In total")), name="two.docx")
    reading = courses.apply(one, two, facts="take")
    assert states(reading) == [("course", "ready"), ("end", "ready"), ("more", "ready")]
    assert [Path(each).name for each in reading.changes[1].files] == ["one.docx", "two.docx"]
    text = courses.source("sections/first.yaml")
    assert text.count("were heard") == 1
    assert "count: 44" in text
    assert "In total" in text


def test_copies_that_clash_are_conflicts_of_their_paragraph(courses: SentOut) -> None:
    one = courses.edited(both(words("were asked", "were heard"), FORTY), name="one.docx")
    two = courses.edited(both(words("were asked", "were seen"), words("40 judges", "45 judges")), name="two.docx")
    three = courses.edited(words("In all", "In total"), name="three.docx")
    reading = courses.apply(one, two, three, facts="take")
    assert states(reading) == [
        ("course", "conflict"), ("course", "conflict"), ("end", "conflict"), ("end", "conflict"), ("more", "ready"),
    ]  # fmt: skip
    assert "In total" in courses.source("sections/first.yaml")


# Other languages


def french(courses: SentOut, tiny: Any) -> None:
    tiny.catalogue(updated_catalogue(tiny.load(), "fr", Translation("", {}), FRENCH), "fr")


def test_a_translated_file_fills_an_empty_catalogue(courses: SentOut, tiny: Any) -> None:
    french(courses, tiny)
    for forget in (False, True):
        path = courses.edited(EditedWord.forget if forget else nothing, "fr")
        tiny.catalogue("", "fr")
        reading = courses.apply(path, language="fr", two_way=True)
        assert open_ones(reading) == []
        text = (courses.root / "locales/fr/tiny.po").read_text("utf-8")
        assert "Un cours pour {{ judges }} juges" in text
        assert "{{ members }} membres" in text
        assert courses.source("sections/first.yaml") == SECTION
        assert list(unlike(courses.read(path, language="fr"))) == []
        assert {each.state for each in reviews(courses, "fr").values()} == {"translated"}


def test_a_translation_that_was_typed_over_the_original(courses: SentOut, tiny: Any) -> None:
    def edit(word: EditedWord) -> None:
        word.replace(word.containing("The Commission"), "The Commission has 53 members.", "La Commission a 53 membres.")
        word.replace(word.containing("40 judges"), "A course for 40", "Un cours pour 44")

    reading = courses.apply(courses.edited(edit), language="fr")
    assert states(reading) == [("course", "open"), ("plain", "ready")]
    assert "44" in reading.changes[0].why[0]
    assert any("44" in each for each in reading.changes[0].alarms)
    assert reviews(courses, "fr")["plain"].state == "translated"
    assert "La Commission a {{ members }} membres." in (courses.root / "locales/fr/tiny.po").read_text("utf-8")
    assert courses.source("sections/first.yaml") == SECTION


def test_a_figure_that_differs_in_a_translation_never_touches_the_inputs(courses: SentOut, tiny: Any) -> None:
    french(courses, tiny)
    path = courses.edited(both(words("40", "44"), words("ont été interrogés", "ont répondu")), "fr")
    for choice in ("ask", "take"):
        reading = courses.apply(path, facts=choice)
        assert states(reading)[0] == ("course", "open")
        assert "40 in the original" in reading.changes[0].why[0]
        assert courses.source("sections/first.yaml") == SECTION
    text = (courses.root / "locales/fr/tiny.po").read_text("utf-8")
    assert "ont répondu" in text
    assert "{{ judges }} juges" in text


def test_translations_become_stale_where_the_sense_may_have_changed(courses: SentOut, tiny: Any) -> None:
    french(courses, tiny)
    written = pipeline_update(courses, "fr")
    assert {each.state for each in reviews(courses, "fr").values()} == {"translated"}
    assert written
    courses.apply(courses.edited(both(words("were asked", "were seen"), FORTY)), facts="take")
    assert {name for name, each in reviews(courses, "fr").items() if each.state == "stale"} == {"end"}


def test_a_text_that_was_made_from_an_older_source_is_to_be_reviewed(courses: SentOut, tiny: Any) -> None:
    french(courses, tiny)
    path = courses.edited(words("ont été interrogés", "ont répondu"), "fr")
    tiny.section(SECTION.replace("were asked", "were heard"))
    assert open_ones(courses.apply(path)) == []
    assert reviews(courses, "fr")["end"].state == "stale"


def reviews(courses: SentOut, tag: str) -> dict[str, Any]:
    built = courses.built()
    return translations.reviews(courses.workspace, built.report, pipeline.language(courses.workspace, tag))


def pipeline_update(courses: SentOut, tag: str) -> list[Path]:
    """What `translations update` records of a catalogue."""
    built = courses.built()
    files = translations.update(courses.workspace, built.report, [pipeline.language(courses.workspace, tag)])
    for path, data in files.items():
        path.write_bytes(data)
    return list(files)


# Files that are none


def test_files_of_other_reports_and_broken_ones_are_refused(courses: SentOut, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.md"
    foreign.write_text("# A letter\n\nDear colleagues,\n\nThis is something else.\n", "utf-8")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(courses.edited(FORTY).read_bytes()[:2000])
    for path in (foreign, broken):
        with pytest.raises(InputError):
            courses.read(path)


def test_one_file_that_cannot_be_read_stops_all(courses: SentOut, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(InputError):
        courses.apply(courses.edited(FORTY), broken, facts="take")
    assert courses.source("sections/first.yaml") == SECTION
