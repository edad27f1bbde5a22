from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportgen import language as languages
from reportgen.errors import InputError, Position
from reportgen.language import Language
from reportgen.language.formats import FormError
from reportgen.language.lexicon import FILES, Lexicon, LexiconEntry, NameVariants
from reportgen.tree.text import marked_up, plain_text
from reportgen.workspace import Workspace

SHEET = json.loads((Path(__file__).parents[1] / "facts/e-cn.15-2019-9.json").read_text("utf-8"))
INSTALLED = Workspace(Path("."), Workspace.at().installed)
LANGUAGES = ("en", "zh")
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
    assert len(entries) > 390
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
            if entry.kind not in ("place", "sdg", "language"):
                assert form.short != form.full, (entry.kind, entry.id, name)


def test_classes_are_those_of_the_conventions(language: Language) -> None:
    known = {"", *language.conventions.agreement}
    assert not [entry.id for entry in language.lexicon.entries() if entry.agreement not in known]


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
    )
    assert entry.position == Position(FILE, 4, 1)


def test_a_name_alone_is_its_full_form(lexicon: Lexicon) -> None:
    entry = lexicon.entry("entity", "ecosoc")
    assert (entry.forms, entry.abbreviation, entry.table) == ({"": NameVariants("el Consejo")}, "", "el Consejo")


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
