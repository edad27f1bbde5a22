"""Files of translators: what goes out, and what of it is written when it comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import catalogue
from reportgen.catalogue.state_file import load_states
from reportgen.errors import InputError, UsageError
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translators.exported import exported_job
from reportgen.pipeline.translators.imported import Imported, import_units
from reportgen.record import replace
from reportgen.translation.units import GuardedPart, Job, NamePart, TranslationUnit, UnitPart, WordsPart
from reportgen.translation.xliff import write_xliff

TEXT = "In {{ country }}, {{ unodc }} trained {{ trained }} officials in {{ year }}.[^why]"
PARAGRAPHS = f"""\
- id: opening
  facts: {{country: {{place: ID}}, trained: {{count: 313}}, year: {{year: 2018}}}}
  text: "{TEXT}"
  notes: {{why: For good reasons indeed.}}
- {{id: second, text: The report is small.}}
"""
FRENCH = {
    "title": "Un bref rapport",
    "first": "La première partie",
    "second": "Le rapport est bref.",
    "why": "Pour de bonnes raisons.",
}

Fill = Callable[[TranslationUnit], "tuple[UnitPart, ...] | str"]


def values(unit: TranslationUnit) -> dict[str, GuardedPart]:
    return {part.name: part for part in unit.source if isinstance(part, GuardedPart)}


def opening(unit: TranslationUnit) -> tuple[UnitPart, ...]:
    """A translation with its values as codes and its names typed into theirs."""
    by = values(unit)
    names = {part.name: part for part in unit.source if isinstance(part, NamePart)}
    return (
        replace(names["country"], text="En Indonésie"), WordsPart(", "),
        replace(names["unodc"], text="l’Office des Nations Unies contre la drogue et le crime"),
        WordsPart(" a formé "), by["trained"], WordsPart(" fonctionnaires en "), by["year"], WordsPart("."), by["why"],
    )  # fmt: skip


@pytest.fixture
def built(tiny) -> Built:
    tiny.paragraphs(PARAGRAPHS)
    tiny.catalogue('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', "fr")
    return Built(tiny.workspace, tiny.load())


@pytest.fixture
def send(built: Built, tmp_path: Path) -> Callable[..., Imported]:
    """Fill a job as a translator would, and read what comes back."""

    def sent(edit: Callable[[Job], Job] = lambda job: job, partial: bool = False, **fills: Fill) -> Imported:
        job = exported_job(Built(built.workspace, built.report), "fr")
        units = tuple(replace(unit, target=_filled(unit, fills), state="translated") for unit in job.units)
        path = tmp_path / "job.xlf"
        path.write_bytes(write_xliff(edit(replace(job, units=units))))
        return import_units(Built(built.workspace, built.report), [path], partial)

    return sent


def _filled(unit: TranslationUnit, fills: dict[str, Fill]) -> tuple[UnitPart, ...]:
    fill = fills.get(unit.id, opening if unit.id == "opening" else lambda each: FRENCH[each.id])
    found = fill(unit)
    return (WordsPart(found),) if isinstance(found, str) else found


def written(built: Built, imported: Imported, tag: str = "fr") -> dict[str, str]:
    entries = catalogue.load(built.workspace.with_planned(imported.files), built.report.slug, tag).entries
    return {name: entry.text for name, entry in entries.items()}


def codes(imported: Imported) -> list[tuple[str, str]]:
    return [(each.code, each.id) for each in imported.findings() if each.severity == "error"]


IN_FRENCH = '{{ country | form("in") }}, {{ unodc }} a formé {{ trained }} fonctionnaires en {{ year }}.[^why]'


def test_units_stand_in_reading_order_with_facts_and_forms(built: Built) -> None:
    job = exported_job(built, "fr")
    assert [unit.id for unit in job.units] == ["title", "first", "opening", "second", "why"]
    unit = job.units[2]
    assert (unit.where, unit.heading, unit.state) == ("para. 1", "The first section", "new")
    assert "trained: 313" in unit.remarks
    [forms] = [each for each in unit.remarks if each.startswith("Indonesia")]
    assert "in: en Indonésie" in forms


def test_a_translation_with_codes_becomes_wording(built: Built, send) -> None:
    imported = send()
    assert (codes(imported), imported.accepted()) == ([], 5)
    assert written(built, imported)["opening"] == IN_FRENCH


def test_who_knows_no_codes_types_what_is_printed(built: Built, send) -> None:
    typed = "En Indonésie, l’Office des Nations Unies contre la drogue et le crime a formé 313 fonctionnaires en 2018."
    imported = send(opening=lambda unit: (WordsPart(typed), values(unit)["why"]))
    assert (codes(imported), written(built, imported)["opening"]) == ([], IN_FRENCH)


def test_what_comes_back_as_it_went_changes_nothing(built: Built, send, tmp_path: Path) -> None:
    now = built.workspace.with_planned(send().files)
    again = Built(now, built.report)
    assert exported_job(again, "fr").units == ()
    path = tmp_path / "again.xlf"
    path.write_bytes(write_xliff(exported_job(again, "fr", every=True)))
    imported = import_units(again, [path])
    assert (imported.unchanged(), imported.files) == (5, {})


def test_a_text_changed_here_since_is_not_overwritten(built: Built, send, tmp_path: Path) -> None:
    now = built.workspace.with_planned(send().files)
    job = exported_job(Built(now, built.report), "fr", every=True)
    units = tuple(
        replace(u, target=(WordsPart("Le rapport est court."),)) if u.id == "second" else u for u in job.units
    )
    path = tmp_path / "again.xlf"
    path.write_bytes(write_xliff(replace(job, units=units)))
    later = now.with_planned(send(second=lambda _: "Le rapport reste bref.").files)
    assert codes(import_units(Built(later, built.report), [path])) == [("RG506", "second")]


def test_another_value_over_a_figure_of_a_text_that_is_there(built: Built, send, tmp_path: Path) -> None:
    now = built.workspace.with_planned(send().files)
    job = exported_job(Built(now, built.report), "fr", every=True)
    path = tmp_path / "again.xlf"
    data = write_xliff(job).decode()
    start = data.index('<ph id="3"', data.index("<target", data.index("opening")))
    path.write_text(data[:start] + "331" + data[data.index("</ph>", start) + 5 :], "utf-8")
    assert ("RG504", "opening") in codes(import_units(Built(now, built.report), [path]))


def without(name: str) -> Fill:
    return lambda unit: tuple(part for part in opening(unit) if getattr(part, "name", "") != name)


def put(name: str, text: str) -> Fill:
    """A value or a name typed as some words."""
    return lambda unit: tuple(WordsPart(text) if getattr(part, "name", "") == name else part for part in opening(unit))


@pytest.mark.parametrize(
    ("fill", "code"),
    [
        (without("trained"), "RG504"),
        (put("trained", "331"), "RG504"),
        (without("country"), "RG504"),
        (without("why"), "RG021"),
        (lambda unit: (*opening(unit), values(unit)["trained"]), "RG503"),
        (put("country", "Chez les Javanais"), "RG504"),
        (lambda _: "In Indonesia the officials were trained by UNODC.", "RG504"),
    ],
)  # fmt: skip
def test_mistakes_are_refused_and_nothing_is_written(send, fill: Fill, code: str) -> None:
    imported = send(opening=fill)
    assert (code, "opening") in codes(imported)
    assert not imported.files


def test_a_form_that_the_lexicon_lacks_is_told_with_its_words(send) -> None:
    def fill(unit: TranslationUnit) -> tuple[UnitPart, ...]:
        return tuple(
            replace(part, text="Chez les Javanais") if getattr(part, "name", "") == "country" else part
            for part in opening(unit)
        )

    [finding] = [each for each in send(opening=fill).findings() if each.code == "RG507"]
    assert finding.message == "'Chez les Javanais' is no form of 'Indonesia' that the lexicon has"


def test_a_name_that_is_right_elsewhere_is_a_warning(built: Built, send) -> None:
    def fill(unit: TranslationUnit) -> tuple[UnitPart, ...]:
        name = next(part for part in unit.source if getattr(part, "name", "") == "country")
        return (*opening(unit)[:-2], WordsPart(", "), replace(name, text="chez les Javanais"), *opening(unit)[-2:])

    [finding] = [each for each in send(opening=fill).findings() if each.code == "RG507"]
    assert (finding.severity, finding.message) == (
        "warning", "'chez les Javanais' is no form of 'Indonesia' that the lexicon has",
    )  # fmt: skip


@pytest.fixture
def goals(tiny, tmp_path: Path) -> Callable[..., Imported]:
    """Fill a sentence with a list of two Goals by the texts of their codes, and read what comes back."""
    tiny.paragraphs("- {id: opening, facts: {goals: {sdgs: [5, 11]}}, text: 'It serves Goals {{ goals }} well.'}")
    tiny.catalogue('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', "fr")
    built = Built(tiny.workspace, tiny.load())

    def filled(one: str, other: str) -> Imported:
        job = exported_job(built, "fr")
        [unit] = [each for each in job.units if each.id == "opening"]
        first, second = (part for part in unit.source if isinstance(part, NamePart))
        target = (
            WordsPart("Il sert bien les objectifs "), replace(first, text=one), WordsPart(" et "),
            replace(second, text=other), WordsPart("."),
        )  # fmt: skip
        path = tmp_path / "job.xlf"
        path.write_bytes(write_xliff(replace(job, units=(replace(unit, target=target, state="translated"),))))
        return import_units(built, [path])

    return filled


def test_a_list_that_is_typed_is_no_unknown_form(goals: Callable[..., Imported]) -> None:
    assert [each for each in goals("5", "11").findings() if each.code == "RG507"] == []


def test_words_in_the_place_of_one_of_a_list_are_told(goals: Callable[..., Imported]) -> None:
    [finding] = [each for each in goals("5", "l’organisme compétent").findings() if each.code == "RG507"]
    assert "'l’organisme compétent' is no form of" in finding.message


def test_a_text_that_came_back_empty_is_told_and_stays(built: Built, send, tmp_path: Path) -> None:
    now = built.workspace.with_planned(send().files)
    job = exported_job(Built(now, built.report), "fr", every=True)
    units = tuple(replace(each, target=()) if each.id == "second" else each for each in job.units)
    path = tmp_path / "again.xlf"
    path.write_bytes(write_xliff(replace(job, units=units)))
    imported = import_units(Built(now, built.report), [path])
    assert [(each.code, each.severity, each.message) for each in imported.findings()] == [
        ("RG504", "warning", "it came back empty, and 'Le rapport est bref.' stays")
    ]
    assert not imported.files


def test_a_number_beside_its_noun_is_no_alarm_for_a_translator(tiny, tmp_path: Path) -> None:
    tiny.paragraphs("- {id: opening, facts: {n: {count: 43}}, text: 'It trained {{ n }} coaches.'}")
    tiny.catalogue('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', "ru")
    built = Built(tiny.workspace, tiny.load())
    job = exported_job(built, "ru")
    [unit] = [each for each in job.units if each.id == "opening"]
    target = (WordsPart("Обучены "), values(unit)["n"], WordsPart(" тренера."))
    path = tmp_path / "job.xlf"
    path.write_bytes(write_xliff(replace(job, units=(replace(unit, target=target, state="translated"),))))
    found = import_units(built, [path])
    assert [(each.code, each.severity) for each in found.findings() if each.code == "RG047"] == [("RG047", "note")]
    record = load_states(built.workspace.with_planned(found.files), built.report.slug, "ru")["opening"]
    assert record.decided == {"n": "few, figures"}


def test_a_short_form_that_is_a_common_word_is_the_name_inside_its_code(tiny, tmp_path: Path) -> None:
    text = 'In line with {{ sdgs | form("singular") }} {{ goal }}, it helped.'
    facts = "{sdgs: {instrument: sdgs}, goal: {sdg: 11}}"
    tiny.paragraphs(f"- {{id: opening, facts: {facts}, text: '{text}'}}")
    tiny.catalogue('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', "ru")
    built = Built(tiny.workspace, tiny.load())
    job = exported_job(built, "ru")
    [unit] = [each for each in job.units if each.id == "opening"]
    goals, goal = (part for part in unit.source if isinstance(part, NamePart))
    target = (
        WordsPart("В соответствии с "),
        replace(goals, text="целью"),
        WordsPart(" "),
        goal,
        WordsPart(" помогло."),
    )
    path = tmp_path / "job.xlf"
    path.write_bytes(write_xliff(replace(job, units=(replace(unit, target=target, state="translated"),))))
    found = import_units(built, [path])
    assert codes(found) == []
    assert written(built, found, "ru")["opening"].startswith('В соответствии с {{ sdgs | form("')


OWN_WORDS = """\
- id: opening
  facts: {every: {period: 6, unit: month}, bus: {count: 1}}
  text: >
    It sends {{ every | as("half-yearly", when="6 month") }} reports and has
    {{ bus | counted(one="a bus", other="# buses") }}.
"""


def test_words_that_say_a_value_are_the_translators_own(tiny, tmp_path: Path) -> None:
    tiny.paragraphs(OWN_WORDS)
    tiny.catalogue('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', "fr")
    built = Built(tiny.workspace, tiny.load())
    job = exported_job(built, "fr")
    [unit] = [each for each in job.units if each.id == "opening"]
    every, bus = (part for part in unit.source if isinstance(part, NamePart))
    assert (every.text, bus.text) == ("half-yearly", "a bus")
    target = (
        WordsPart("Il envoie des rapports "), replace(every, text="semestriels"), WordsPart(" et possède "),
        replace(bus, text="un car"), WordsPart(" pour un an."),
    )  # fmt: skip
    path = tmp_path / "job.xlf"
    path.write_bytes(write_xliff(replace(job, units=(replace(unit, target=target, state="translated"),))))
    found = import_units(built, [path])
    assert codes(found) == []
    now = built.workspace.with_planned(found.files)
    assert written(built, found)["opening"] == (
        'Il envoie des rapports {{ every | as("semestriels", when="6 month") }} et possède '
        '{{ bus | as("un car", when="1") }} pour un an.'
    )
    # What comes back has the codes of its source, so that no tool misses one.
    [again] = [each for each in exported_job(Built(now, built.report), "fr", every=True).units if each.id == "opening"]
    assert [part.number for part in again.target if isinstance(part, NamePart)] == [every.number, bus.number]


def test_what_is_missing_is_told_by_its_name(send) -> None:
    messages = [each.message for each in send(opening=without("country")).findings() if each.code == "RG504"]
    assert any("'country' (l’Indonésie)" in each for each in messages), messages


def test_a_text_left_in_english_is_refused(send) -> None:
    assert codes(send(second=lambda _: "The report is small.")) == [("RG505", "second")]


def test_partial_writes_what_is_right(built: Built, send) -> None:
    imported = send(partial=True, opening=without("trained"))
    assert (imported.accepted(), imported.refused()) == (4, 1)
    assert written(built, imported) == FRENCH


def test_an_older_source_and_an_unknown_unit_are_refused(send) -> None:
    def edit(job: Job) -> Job:
        first, *_, last = job.units
        return replace(job, units=(replace(first, digest="0" * 64), replace(last, id="gone")))

    assert codes(send(edit)) == [("RG502", "title"), ("RG501", "gone")]


@pytest.mark.parametrize(
    ("change", "message"),
    [({"symbol": "A/1/1"}, "the file is of 'A/1/1'"), ({"target": "xx"}, "goes from 'en' to 'xx'")],
)  # fmt: skip
def test_a_file_of_something_else_is_refused(send, change: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        send(lambda job: replace(job, **change))


def test_nothing_goes_out_in_the_language_of_the_report(built: Built) -> None:
    with pytest.raises(UsageError, match="the report is written in 'en'"):
        exported_job(built, "en")
