from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reportgen import language as languages
from reportgen.errors import InputError, Position
from reportgen.facts import COMMON_NOUNS
from reportgen.facts.symbols import SYMBOL
from reportgen.language import Language
from reportgen.language.formats import FormError
from reportgen.language.lexicon import FILES, Lexicon, lexicon_files
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.language.lexicon_files import placed_entries, read_name
from reportgen.tree.text import marked_up, plain_text
from reportgen.workspace import Workspace

SHEET = json.loads((Path(__file__).parents[1] / "facts/e-cn.15-2019-9.json").read_text("utf-8"))
INSTALLED = Workspace(Path("."), Workspace.at().installed)
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
NAMED = ("place", "entity", "instrument", "law", "programme", "project", "publication", "event", "sdg", "language")
ID_HINT = "letters, figures, '-', '_' and '.' at the beginning of a line, then a colon"
FILE = "locales/xx/lexicon/entities.yaml"


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return languages.load(INSTALLED, request.param)


def every_text(entry: LexiconEntry) -> list[str]:
    texts = [text for form in entry.forms.values() for text in (form.full, form.short, form.third)]
    return [text for text in (*texts, entry.table, entry.abbreviation) if text]


def test_every_entry_can_be_read_and_printed(language: Language) -> None:
    entries = list(language.lexicon.entries())
    assert len(entries) > 1300
    for entry in entries:
        for text in every_text(entry):
            assert plain_text(marked_up(text)).strip() == plain_text(marked_up(text)) != ""


def test_a_form_is_short_where_the_name_is(language: Language) -> None:
    for entry in language.lexicon.entries():
        if entry.kind not in ("place", "sdg", "language"):
            for name, form in entry.forms.items():
                if name in ("", "bare"):
                    assert bool(form.short) == bool(entry.forms[""].short), (entry.kind, entry.id, name)


def test_a_name_with_a_short_form_has_an_abbreviation(language: Language) -> None:
    for entry in language.lexicon.entries():
        if entry.kind not in ("place", "sdg", "language") and entry.forms[""].short and entry.introduce != "never":
            assert entry.abbreviation, (entry.kind, entry.id)


def test_a_short_form_is_not_the_full_one(language: Language) -> None:
    for entry in language.lexicon.entries():
        for name, form in entry.forms.items():
            # French and Russian documents never shorten the Goals, and say so with a short form like the full one.
            if entry.kind not in ("place", "sdg", "language") and entry.id != "sdgs":
                assert form.short != form.full, (entry.kind, entry.id, name)


def test_classes_are_those_of_the_conventions(language: Language) -> None:
    known = {"", *language.conventions.agreement}
    assert not [entry.id for entry in language.lexicon.entries() if entry.agreement not in known]


def test_an_entry_declares_every_form_that_is_asked_of_its_kind(language: Language) -> None:
    asked = language.conventions.names.forms
    missing = [
        (entry.kind, entry.id, form)
        for entry in language.lexicon.entries()
        for form in asked.get(entry.kind, ())
        if form not in entry.forms
    ]
    assert asked or language.tag == "xx"
    assert missing == []


def test_every_form_has_the_variants_of_the_name(language: Language) -> None:
    """A third form that only some forms have would end a sentence in an error the day a name is used once more."""
    for entry in language.lexicon.entries():
        for form in language.conventions.names.forms.get(entry.kind, ()):
            if form != "title" and entry.forms[""].third:
                assert entry.forms[form].third, (entry.kind, entry.id, form)


def test_a_name_without_a_source_is_not_sure(language: Language) -> None:
    entries = [entry for entry in language.lexicon.entries() if entry.kind not in COMMON_NOUNS]
    assert [entry.id for entry in entries if entry.sure and not entry.source] == []
    assert sum(entry.sure for entry in entries) > 400


def test_a_source_is_a_symbol_or_an_address(language: Language) -> None:
    for entry in language.lexicon.entries():
        if entry.source:
            assert entry.source.startswith("https://") or re.fullmatch(SYMBOL, entry.source), (entry.id, entry.source)


def test_a_name_has_been_one_before_it_was_another(language: Language) -> None:
    for entry in language.lexicon.entries():
        assert not entry.last_year or entry.first_year <= entry.last_year, entry.id


def test_what_is_not_sure_says_why(language: Language) -> None:
    assert not [entry.id for entry in language.lexicon.entries() if not entry.sure and not entry.why]


@pytest.mark.parametrize("kind", ["entity", "instrument", "law", "programme", "project", "publication", "event"])
def test_the_names_of_the_fact_sheet_are_there(language: Language, kind: str) -> None:
    assert SHEET["terms"][kind]
    assert not set(SHEET["terms"][kind]) - set(language.lexicon.ids(kind))


def test_the_places_of_the_fact_sheet_are_there(language: Language) -> None:
    assert len(SHEET["places"]) > 100
    assert not set(SHEET["places"]) - set(language.lexicon.ids("place"))


def test_all_seventeen_goals_are_there_with_their_titles(language: Language) -> None:
    for number in range(1, 18):
        entry = language.name("sdg", str(number))
        assert (entry.id, entry.forms[""].full) == (str(number), str(number))
        assert entry.form("title").full


def test_all_languages_have_the_same_names() -> None:
    english = languages.load(INSTALLED, "en").lexicon
    for tag in INSTALLED.languages():
        lexicon = languages.load(INSTALLED, tag).lexicon
        for kind in NAMED:
            assert set(lexicon.ids(kind)) == set(english.ids(kind)), (tag, kind)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_id_stands_once_in_all_files(tag: str) -> None:
    files = lexicon_files(Workspace(INSTALLED.installed, INSTALLED.installed), tag)
    ids = Counter(name for _, shown, data in files for name in placed_entries(data.decode(), shown))
    assert [name for name, times in ids.items() if times > 1] == []


def test_all_files_of_a_lexicon_are_read() -> None:
    read = {f"{name}.yaml" for names in FILES.values() for name in names}
    for tag in LANGUAGES:
        assert {path.name for path in (INSTALLED.installed / "locales" / tag / "lexicon").iterdir()} <= read


def test_an_id_has_one_kind() -> None:
    lexicon = languages.load(INSTALLED, "en").lexicon
    ids = [name for kind in FILES for name in lexicon.ids(kind)]
    assert len(ids) == len(set(ids))


@pytest.fixture
def lexicon(invented_language: Language) -> Lexicon:
    return invented_language.lexicon


def test_an_entry_with_forms(lexicon: Lexicon) -> None:
    entry = lexicon.entry("entity", "oficina")
    assert entry == LexiconEntry(
        id="oficina",
        kind="entity",
        forms={
            "": NameVariants("la Oficina de Drogas", "la ODD", "la Oficina"),
            "bare": NameVariants("Oficina de Drogas", "ODD", "Oficina"),
            "of": NameVariants("de la Oficina de Drogas", "de la ODD", "de la Oficina"),
        },
        abbreviation="ODD",
        agreement="f",
        table="ODD",
        sure=False,
        why="no document or page was found that has it",
    )
    assert entry.position == Position(FILE, 4, 1)


def test_a_name_alone_is_its_full_form(lexicon: Lexicon) -> None:
    entry = lexicon.entry("entity", "ecosoc")
    assert (entry.forms, entry.abbreviation, entry.table) == ({"": NameVariants("el Consejo")}, "", "el Consejo")


def test_a_text_that_is_folded_over_lines_has_no_line_break_at_its_end() -> None:
    folded = (
        "x:\n  name:\n    full: >\n      the long\n      name\n  forms:\n    of: >\n      of it\n  why: >\n    long\n"
    )
    entry = read_name("entity", "x", ("places.yaml", 1, folded))
    assert (entry.form("").full, entry.form("of").full, entry.why) == ("the long name", "of it", "long")


def test_running_and_list_forms_of_a_place(lexicon: Lexicon) -> None:
    entry = lexicon.entry("place", "AA")
    assert entry.form("") == NameVariants("la Republica de Aa", "Aa (Republica de)")
    assert entry.form("in") == NameVariants("en la Republica de Aa", "en Aa (Republica de)")
    assert entry.form("table") == NameVariants("Aa")


def test_a_form_that_a_name_has_not(lexicon: Lexicon) -> None:
    with pytest.raises(FormError) as caught:
        lexicon.entry("place", "AA").form("from")
    assert (caught.value.form, caught.value.forms) == ("from", ("bare", "in", "of", "pre"))


@pytest.mark.parametrize("name", ["5", "sdg-5"])
def test_goals_go_by_their_number(lexicon: Lexicon, name: str) -> None:
    assert lexicon.entry("sdg", name).id == "5"


def test_a_name_that_is_not_there(lexicon: Lexicon) -> None:
    with pytest.raises(KeyError):
        lexicon.entry("entity", "oficinas")


@pytest.mark.parametrize(
    ("kind", "name", "hint"),
    [
        ("entity", "oficinas", "did you mean 'oficina'? If not, add it to locales/xx/lexicon/entities.yaml"),
        ("place", "oficina", "'oficina' is of the kind 'entity'"),
        ("place", "qq", "countries go by their ISO 3166-1 alpha-2 code in capitals"),
        ("law", "penal-code", "add it to locales/xx/lexicon/laws.yaml"),
        ("entity", "zzz", "add it to locales/xx/lexicon/entities.yaml"),
    ],
)
def test_hint_for_an_unknown_id(lexicon: Lexicon, kind: str, name: str, hint: str) -> None:
    assert lexicon.hint(kind, name) == hint


def test_an_entry_of_the_user_stands_before_the_installed_one(tiny: Any) -> None:
    tiny.write("locales/en/lexicon/entities.yaml", "unodc: {name: {full: the Office of mine, short: OOM}}\n")
    lexicon = languages.load(tiny.workspace, "en").lexicon
    assert lexicon.entry("entity", "unodc").form("") == NameVariants("the Office of mine", "OOM")
    assert lexicon.entry("entity", "unodc").position == Position("locales/en/lexicon/entities.yaml", 1, 1)
    assert lexicon.entry("entity", "unicef").form("").short == "UNICEF"
    assert str(lexicon.entry("entity", "unicef").position).startswith("reportgen:locales/en/lexicon/entities.yaml:")


def test_a_name_of_the_user_in_another_file_of_its_kind_stands_before_the_installed_one(tiny: Any) -> None:
    tiny.write("locales/en/lexicon/organs.yaml", "unodc: {name: the Office of mine, source: A/1}\n")
    entry = languages.load(tiny.workspace, "en").lexicon.entry("entity", "unodc")
    assert (entry.form("").full, entry.sure, entry.source) == ("the Office of mine", True, "A/1")


@pytest.mark.parametrize(
    ("written", "sure", "why"),
    [
        ("source: A/80/1", True, ""),
        ("sure: true", True, ""),
        ("sure: false", False, "no document or page was found that has it"),
        ("sure: false, source: A/80/1, why: two names are in use", False, "two names are in use"),
    ],
)
def test_a_name_is_sure_where_it_has_a_source_or_says_so(invented: Any, written: str, sure: bool, why: str) -> None:
    invented.write(FILE, f"unodc: {{name: the Office, {written}}}\n")
    entry = languages.load(invented.workspace, "xx").name("entity", "unodc")
    assert (entry.sure, entry.why) == (sure, why)


def test_the_years_of_a_name(invented: Any) -> None:
    invented.write(FILE, "dpi: {name: the Department, from: 1946, to: 2018}\n")
    entry = languages.load(invented.workspace, "xx").name("entity", "dpi")
    assert (entry.first_year, entry.last_year) == (1946, 2018)


def test_a_target_goes_by_its_number() -> None:
    french = languages.load(INSTALLED, "fr")
    target = french.name("sdg", "10.2")
    assert (target.id, target.form("").full) == ("10.2", "10.2")
    assert target.form("title").full.endswith("de leur religion ou de leur statut économique ou autre")
    assert len(french.lexicon.ids("sdg")) == 17 + 169


def test_a_user_may_add_a_name(tiny: Any) -> None:
    tiny.write("locales/en/lexicon/places.yaml", "atlantis:\n  name: Atlantis\n")
    lexicon = languages.load(tiny.workspace, "en").lexicon
    assert lexicon.entry("place", "atlantis").form("").full == "Atlantis"
    assert lexicon.kind_of("atlantis") == "place"
    assert lexicon.kind_of("NE") == "place"
    assert lexicon.kind_of("lemuria") is None


def test_a_name_that_stands_twice(invented: Any) -> None:
    invented.write(FILE, "# first\n\nunodc:\n  name: one\nother: {name: two}\n\nunodc:\n  name: three\n")
    with pytest.raises(InputError) as caught:
        _ = languages.load(invented.workspace, "xx").lexicon
    assert str(caught.value) == f"{FILE}:7:1: the name 'unodc' stands twice\n  hint: first on line 3"


MAPPING = "\n  hint: write each key on a line of its own with a colon behind it, such as 'id: …'"
NAME = "a name is a text, or 'full' with 'short', or 'running' with 'list'\n  hint: see docs/lexicon.md"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("unodc: the Office\n", ":1:1: the entry 'unodc' has no 'name'\n  hint: see docs/lexicon.md"),
        ("# note\nunodc:\n  sure: true\n", ":3:3: the field 'name' is missing\n  hint: add 'name:'"),
        ("unodc:\n  name: x\n  form: {bare: y}\n",
         ":3:3: there is no field 'form' here\n  hint: did you mean 'forms'?"),
        ("unodc:\n  name: x\n  forms: bare\n",
         ":3:10: expected a mapping of keys to values for 'forms', found the text 'bare'" + MAPPING),
        ("unodc:\n  name: {short: x}\n", f":2:9: {NAME}"),
        ("unodc:\n  name: [x, y]\n", f":2:9: {NAME}"),
        ('unodc:\n  name: ""\n', f":2:9: {NAME}"),
        ("unodc:\n  name: {full: x, running: y}\n",
         f":2:9: {NAME}"),
        ("unodc:\n  name: x\n  forms:\n    bare: {abbr: y}\n",
         f":4:11: {NAME}"),
        ("unodc:\n  name: x\n  introduce: sometimes\n",
         ":3:14: 'sometimes' is not a valid introduce\n  hint: one of: always or never"),
        ("unodc:\n  name: x\n  sure: no\n",
         ":3:9: expected true or false for 'sure', found the text 'no'\n  hint: write true or false, without quotes"),
        ("unodc:\n  name: x\n  counted: {one: y}\n",

         ":3:18: expected a mapping of keys to values for 'one', found the text 'y'" + MAPPING),
        ("unodc:\n  name: x\n  name: y\n", ":3:3: the key 'name' stands twice\n  hint: first on line 2"),
        ("unodc:\n  name: x\nÉcole: {name: y}\n",
         f":3:1: 'École' is not the id of a name\n  hint: {ID_HINT}"),
    ],
)  # fmt: skip
def test_an_entry_that_is_wrong(invented: Any, text: str, message: str) -> None:
    invented.write(FILE, text)
    with pytest.raises(InputError) as caught:
        languages.load(invented.workspace, "xx").name("entity", "unodc")
    assert str(caught.value) == f"{FILE}{message}"


def test_a_file_that_begins_with_something_else(invented: Any) -> None:
    invented.write(FILE, "# names\n- unodc\n")
    with pytest.raises(InputError) as caught:
        _ = languages.load(invented.workspace, "xx").lexicon
    assert str(caught.value) == f"{FILE}:2:1: expected the id of a name\n  hint: {ID_HINT}"


def test_an_entry_is_read_only_when_it_is_asked_for(invented: Any) -> None:
    invented.write(FILE, "broken: {name: [}\nunodc: {name: the Office}\n")
    lexicon = languages.load(invented.workspace, "xx").lexicon
    assert lexicon.entry("entity", "unodc").form("").full == "the Office"
    with pytest.raises(InputError):
        lexicon.entry("entity", "broken")
