"""reportgen names: what the lexicon has, by words, in the languages that are asked for."""

from __future__ import annotations

import pytest

ORGAN = """\
bureau:
  name: {full: the Bureau of Small Things, short: BST, third: the Bureau}
  forms: {bare: {full: Bureau of Small Things, short: BST}}
  from: 1999
  to: 2018
  source: A/99/1
"""


def test_a_name_with_its_forms_years_and_source(tiny, run) -> None:
    tiny.write("locales/en/lexicon/entities.yaml", ORGAN)
    assert run("names", "bureau", "-l", "en") == (
        0,
        "entity bureau\n"
        "  en  the Bureau of Small Things | BST | the Bureau\n"
        "      bare: Bureau of Small Things | BST\n"
        "      years: 1999–2018\n"
        "      source: A/99/1\n",
        "",
    )


def test_a_doubt_is_told(tiny, run) -> None:
    tiny.write("locales/en/lexicon/entities.yaml", "lab: {name: the Laboratory, why: heard once}\n")
    assert run("names", "laboratory", "-l", "en")[1] == "entity lab\n  en  the Laboratory\n      not sure: heard once\n"


def test_a_language_that_lacks_the_name(tiny, run) -> None:
    tiny.write("locales/en/lexicon/entities.yaml", ORGAN)
    assert run("names", "BST", "-l", "en", "-l", "zh")[1].endswith("  zh  –\n")


@pytest.mark.parametrize(
    ("words", "id"),
    [
        (("unodc",), "entity unodc"),
        (("UNODC",), "entity unodc"),
        (("Human", "Rights", "Council"), "entity human-rights-council"),
        (("conseil", "de", "securite"), "entity security-council"),
        (("安理会",), "entity security-council"),
        (("الامين", "العام"), "entity secretary-general"),
        (("Совета", "Безопасности"), "entity security-council"),
        (("NE",), "place NE"),
        (("sdg-10.2",), ""),
        (("10.2",), "sdg 10.2"),
    ],
)
def test_what_is_found_by_any_form_whatever_its_case_and_accents(run, words: tuple[str, ...], id: str) -> None:
    code, out, _ = run("names", *words)
    assert [line for line in out.splitlines() if not line.startswith(" ")] == ([id] if id else [])
    assert code == (0 if id else 2)


def test_some_of_the_words_of_a_name_find_all_that_have_them(run) -> None:
    ids = [line for line in run("names", "migrant", "workers", "-l", "en")[1].splitlines() if line[0] != " "]
    assert ids == ["entity cmw", "instrument cmw-convention", "sdg 8.8"]


@pytest.mark.parametrize("word", ["undesa", "unodcc", "iso9", "secur", "xyzzy"])
def test_a_name_that_is_not_there_is_no_neighbour(run, word: str) -> None:
    code, out, err = run("names", word)
    assert (code, out) == (2, "")
    assert err.startswith(f"no name has the words '{word}'\n  hint: add it in each language, to locales/<tag>/lexicon/")


def test_of_many_names_each_takes_a_line(run) -> None:
    lines = run("names", "convention", "-l", "en")[1].splitlines()
    assert "instrument crc-convention" in lines
    assert not [line for line in lines if "bare:" in line]


def test_a_name_is_found_by_what_it_was_called_before(run) -> None:
    told = run("names", "Swaziland", "-l", "en", "-l", "zh")[1]
    assert told.startswith("place SZ\n  en  Eswatini\n")
    assert "      to 2018-04-18: Swaziland\n" in told
