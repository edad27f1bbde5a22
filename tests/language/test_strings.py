"""Fixed strings, names and plural rules of the six languages against what United Nations documents and CLDR have."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from reportgen import pipeline
from reportgen.language import Language
from reportgen.templates.render import StandingWords
from reportgen.tree.inlines import NoteMark
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

FACTS = Path(__file__).parents[1] / "facts"
SHEET = json.loads((FACTS / "strings.json").read_text("utf-8"))
COUNTRIES = json.loads((FACTS / "countries.json").read_text("utf-8"))
TAGS = ("ar", "en", "es", "fr", "ru", "zh")
ORIGINALS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian", "zh": "chinese"}
ARTICLES = {"en": ("the ",), "fr": ("le ", "la ", "les ", "l’"), "es": ("el ", "la ", "los ", "las ")}

NAMES_THAT_DIFFER = {
    ("undp", "zh"): ("联合国开发计划署（开发计划署）", "the report of 2019 shortens so"),
    ("unfpa", "ar"): ("صندوق الأمم المتحدة للسكان", "no short form of its own: الصندوق is any fund"),
    ("srsg-vac", "fr"): (
        "Représentante spéciale du Secrétaire général chargée de la question de la violence contre les enfants",
        "as in A/73/276 of 2018; the sheet's wording is that of A/72/275",
    ),
    ("model-strategies-vaw", "es"): (
        "Estrategias y Medidas Prácticas Modelo Actualizadas para la Eliminación de la Violencia contra la Mujer en el "
        "Campo de la Prevención del Delito y la Justicia Penal",
        "so cited in General Assembly resolution 69/194; the sheet has it from own knowledge",
    ),
    ("model-strategies-vaw", "fr"): (
        "Stratégies et mesures concrètes types actualisées relatives à l’élimination de la violence contre les femmes "
        "dans le domaine de la prévention du crime et de la justice pénale",
        "so in a press release of 2010; the sheet has it from own knowledge",
    ),
    ("un-standards-and-norms", "ar"): (
        "معايير الأمم المتحدة وقواعدها في مجال منع الجريمة والعدالة الجنائية",
        "wording of the Council's resolutions; the sheet's is that of a web page",
    ),
}
"""What the lexicons have instead of the sheet's string, and why."""

COUNTRIES_THAT_DIFFER = {
    ("TL", "short", "ar"): ("تيمور - ليشتي", "a blank is missing in the sheet before the dash"),
    ("TL", "running", "ar"): ("تيمور - ليشتي", "a blank is missing in the sheet before the dash"),
    ("DO", "running", "zh"): ("多米尼加共和国", "in sentences; 多米尼加 alone is easily taken for Dominica, 多米尼克"),
}


def language_of(tag: str) -> Language:
    return pipeline.language(Workspace.at(), tag)


def string(key: str, tag: str) -> str:
    return str(SHEET["strings"][key][tag]["text"])


def report(language: str = "en", distribution: str = "general", author: str = "secretary-general") -> str:
    return f"""\
        symbol: A/99/1
        language: {language}
        title: x
        masthead:
          organ: ecosoc
          body: ccpcj
          distribution: {distribution}
          session: 28
          meeting: {{place: vienna, dates: {{date: 2019-05-20, to: 2019-05-24}}}}
          agenda: {{item: 7, provisional: true, note: {{symbol: E/CN.15/2019/1}}}}
          author: {author}
        sections: [first]
        """


@pytest.mark.parametrize("tag", TAGS)
def test_lines_of_the_masthead(tiny: Any, tag: str) -> None:
    tiny.report(report())
    masthead = tiny.build(tag).masthead
    assert masthead.united_nations == string("united_nations", tag)
    assert plain_text(masthead.organ) == string("ecosoc", tag)
    assert plain_text(masthead.body) == string("ccpcj", tag)
    assert plain_text(masthead.session) == string("session_28", tag)
    assert plain_text(masthead.place_and_dates) == string("place_dates", tag)
    assert plain_text(masthead.notes[0].content) == "E/CN.15/2019/1" + ("。" if tag == "zh" else ".")


@pytest.mark.parametrize("tag", TAGS)
def test_agenda_item_with_its_asterisk(tiny: Any, tag: str) -> None:
    tiny.report(report())
    item = tiny.build(tag).masthead.agenda_item
    shown = "".join("*" if isinstance(inline, NoteMark) else plain_text((inline,)) for inline in item)
    assert shown == string("item_provisional", tag).replace("6", "7")


@pytest.mark.parametrize("tag", TAGS)
def test_information_of_a_report_written_in_english(tiny: Any, tag: str) -> None:
    tiny.report(report())
    language_line = [] if tag == "en" else [string("language_line", tag)]
    wanted = [string("distr_general", tag), *language_line, "", string("original_english", tag)]
    lines = map(plain_text, tiny.build(tag).masthead.information)
    assert [line.replace("\u00a0", " ") for line in lines] == wanted


@pytest.mark.parametrize("original", ORIGINALS)
@pytest.mark.parametrize("tag", TAGS)
def test_original_language(tiny: Any, tag: str, original: str) -> None:
    tiny.report(report(language=original))
    last = plain_text(tiny.build(tag).masthead.information[-1])
    assert last.replace("\u00a0", " ") == string(f"original_{ORIGINALS[original]}", tag)


@pytest.mark.parametrize("distribution", ["general", "limited", "restricted"])
@pytest.mark.parametrize("tag", TAGS)
def test_distribution(tiny: Any, tag: str, distribution: str) -> None:
    tiny.report(report(distribution=distribution))
    assert plain_text(tiny.build(tag).masthead.information[0]) == string(f"distr_{distribution}", tag)


@pytest.mark.parametrize(
    ("author", "key"),
    [("secretary-general", "report_sg"), ("executive-director", "report_ed"), ("secretariat", "note_secretariat")],
)
@pytest.mark.parametrize("tag", TAGS)
def test_author(tiny: Any, tag: str, author: str, key: str) -> None:
    tiny.report(report(author=author))
    masculine = string(key, tag).split(" / ")[0]
    assert plain_text(tiny.build(tag).masthead.author) == masculine


@pytest.mark.parametrize("tag", TAGS)
def test_standing_words(tag: str) -> None:
    for word in ("summary", "contents"):
        assert StandingWords(Workspace.at(), tag, "standing.j2", {}).block(word) == string(word, tag)
    for kind in ("table", "figure", "box", "annex", "appendix"):
        assert language_of(tag).uncounted(kind) == string(kind, tag)


@pytest.mark.parametrize("place", ["vienna", "new-york", "geneva"])
@pytest.mark.parametrize("tag", TAGS)
def test_cities(tag: str, place: str) -> None:
    assert language_of(tag).name("place", place).form("").full == string(place.replace("-", "_"), tag)


@pytest.mark.parametrize("tag", TAGS)
def test_months(tag: str) -> None:
    months = language_of(tag).conventions.dates.months
    assert list(months["gen" if tag == "ru" else "default"]) == SHEET["months_in_dates"][tag]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("kind", "names"), [("entity", "entities"), ("instrument", "standards")])
def test_names(kind: str, names: str, tag: str) -> None:
    for name, cells in SHEET[names].items():
        wanted, _ = NAMES_THAT_DIFFER.get((name, tag), (cells[tag]["text"], ""))
        assert introduced(kind, name, tag, with_short=wanted.endswith((")", "）"))) == wanted


def introduced(kind: str, name: str, tag: str, with_short: bool) -> str:
    """The name as it stands at first use, without its article."""
    language = language_of(tag)
    entry = language.name(kind, name)
    full = entry.forms.get("bare", entry.form("")).full
    pattern = language.conventions.names.first_use if with_short and entry.abbreviation else "{full}"
    return pattern.format(full=full, short=entry.abbreviation)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("form", ["short", "running"])
def test_countries(form: str, tag: str) -> None:
    lexicon, found, wanted = language_of(tag), {}, {}
    for code, names in COUNTRIES.items():
        entry = lexicon.name("place", code)
        found[code] = plain(entry.table if form == "short" else entry.form("").full, tag)
        differs = COUNTRIES_THAT_DIFFER.get((code, form, tag))
        wanted[code] = differs[0] if differs else plain(names[form][tag], tag)
    assert found == wanted
    assert len(found) == 197


def plain(name: str, tag: str) -> str:
    """The name without its article, with typographic apostrophes."""
    text = name.replace("'", "’").replace("\u00a0", " ")
    article = next((article for article in ARTICLES.get(tag, ()) if text.startswith(article)), "")
    return text.removeprefix(article)


def test_every_difference_is_one_still() -> None:
    sheet = {**SHEET["entities"], **SHEET["standards"]}
    assert [key for key, (text, _) in NAMES_THAT_DIFFER.items() if sheet[key[0]][key[1]]["text"] == text] == []
    differences = COUNTRIES_THAT_DIFFER.items()
    assert [key for key, (text, _) in differences if COUNTRIES[key[0]][key[1]][key[2]] == text] == []


NUMBERS = (*range(1200), *range(1990, 3001, 7), 10_000, 40_000, 99_999, *range(100_000, 1_000_000, 99_991))
MILLIONS = range(999_990, 1_000_006)


@pytest.mark.parametrize("tag", TAGS)
def test_plural_rules_are_those_of_cldr(tag: str) -> None:
    language, form = language_of(tag), Locale.parse(tag).plural_form
    fractions = [Decimal(text) for text in ("0.5", "1.5", "2.5", "3.75", "12.25")]
    for number in (*NUMBERS, *MILLIONS, *fractions):
        assert (number, language.plural_category(number)) == (number, form(number))
    assert set(language.plural_categories()) == {*form.tags, "other"}


@pytest.mark.parametrize("tag", TAGS)
def test_a_report_that_came_late_says_so_behind_its_author(tiny: Any, tag: str) -> None:
    tiny.report(report().replace("masthead:\n", "masthead:\n          late: true\n"))
    head = tiny.build(tag).masthead
    marks = [
        each.label for content in (head.agenda_item, head.author) for each in content if isinstance(each, NoteMark)
    ]
    labels = [note.number.label for note in head.notes if note.number]
    assert marks == labels == ["*", "**"]
    assert head.notes[1].id == "late-note"
    assert plain_text(head.notes[1].content) == string("late_note", tag)
