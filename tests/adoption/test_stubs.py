"""A name that a text introduces with a short form that spells it is a stub; all other capitals stay letters."""

from __future__ import annotations

import pytest

from reportgen.adoption.stubs import NameStub, found_stubs, stub_entries
from reportgen.language import Language, load
from reportgen.located import parse
from reportgen.workspace import Workspace


@pytest.fixture(scope="module")
def english() -> Language:
    return load(Workspace.at(), "en")


@pytest.mark.parametrize(
    ("text", "full", "short", "article"),
    [
        ("It met the Global Office of Sample Testing (GOST) twice.", "Global Office of Sample Testing", "GOST", "the "),
        ("The Office for Outer Orders of Peru (OOOP) met.", "Office for Outer Orders of Peru", "OOOP", "the "),
        ("Sample Aid International (SAI) met.", "Sample Aid International", "SAI", ""),
        ("with the League of Small Islands (LOSI)", "League of Small Islands", "LOSI", "the "),
        ("the Inter-Sample Board (ISB)", "Inter-Sample Board", "ISB", "the "),
    ],
)
def test_a_name_that_its_short_form_spells(english: Language, text: str, full: str, short: str, article: str) -> None:
    assert list(found_stubs([text], english).values()) == [NameStub(full, short, article)]


@pytest.mark.parametrize(
    "text",
    [
        "The Council (C) and the Programme met.",
        "Victims of gender-based violence (GBV) were heard.",
        "The Global Office of Sample Testing met.",
        "The Board (see Annex) met the Office (NGO).",
        "The United Nations Office on Drugs and Crime (UNODC) met.",
        "In Kenya, Sample Aid, International (SAI) met.",
        "Global Office of Testing (GOST)",
    ],
)
def test_common_words_known_names_and_other_brackets_are_no_stubs(english: Language, text: str) -> None:
    assert found_stubs([text], english) == {}


def test_a_short_form_of_two_names_is_left_out(english: Language) -> None:
    assert found_stubs(["the Sample Aid Board (SAB)", "the Small Animal Board (SAB)"], english) == {}


def test_ids_that_the_lexicon_has_are_not_taken(english: Language) -> None:
    [name] = found_stubs(["the Eastern Coast Office for Sample Orders in Chad (ECOSOC)"], english)
    assert english.lexicon.kind_of("ecosoc") == "entity"
    assert name.startswith("eastern-coast")


def test_an_entry_is_not_sure_and_says_why() -> None:
    stubs = {"gost": NameStub("Global Office of Sample Testing", "GOST", "the ")}
    entry = parse(stub_entries(stubs, "A/99/1"), "entities.yaml")["gost"]
    assert entry["name"] == {"full": "the Global Office of Sample Testing", "short": "GOST"}
    assert entry["forms"]["bare"]["full"] == "Global Office of Sample Testing"
    assert entry["sure"] is False
    assert "A/99/1" in entry["why"]
