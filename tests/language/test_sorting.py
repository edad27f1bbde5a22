from __future__ import annotations

import pytest

from reportgen import language as languages
from reportgen.language import Language
from reportgen.language.rules import Sorting
from reportgen.language.sorting import sort_key
from reportgen.workspace import Workspace

PLAIN = Sorting()

COUNTRIES = ("BO", "CO", "SV", "ID", "KG", "MA", "NA", "PS", "TJ", "TN", "ZM", "US", "GM", "GB", "NL", "CI", "ST")


def in_order(names: list[str], rule: Sorting) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, rule))


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (PLAIN, ["Chad", "Côte d’Ivoire", "Croatia"]),
        (PLAIN, ["Åland", "Albania", "Élan", "Energy"]),
        (PLAIN, ["Niger", "Nigeria"]),
        (PLAIN, ["*Guide*", "Handbook", "*INSPIRE*"]),
        (PLAIN, ["eLearning", "Essential", "Europe"]),
        (PLAIN, ["Guinea", "Guinea-Bissau"]),
        (Sorting(fold={"ñ": "nz"}), ["Nube", "Ñandu", "Oro"]),
        (Sorting(ignore=("ال",)), ["الأردن", "تونس", "الجزائر"]),
        (Sorting(fold={" ": ""}), ["Guinée-Bissau", "Guinée équatoriale"]),
    ],
)
def test_names_in_order(rule: Sorting, names: list[str]) -> None:
    assert in_order(names[::-1], rule) == names
    assert in_order(names, rule) == names


def test_names_with_equal_keys_have_one_order() -> None:
    assert in_order(["resume", "résumé", "Resume"], PLAIN) == in_order(["Resume", "résumé", "resume"], PLAIN)


def test_countries_in_english() -> None:
    english = languages.load(Workspace.at(), "en")
    found = english.sorted_ids("place", COUNTRIES)
    assert " ".join(found) == "BO CO CI SV GM ID KG MA NA NL ST PS TJ TN GB US ZM"


def test_chinese_keeps_the_english_order() -> None:
    workspace = Workspace.at()
    english, chinese = (languages.load(workspace, tag).sorted_ids("place", COUNTRIES) for tag in ("en", "zh"))
    assert chinese == english


def test_a_language_sorts_by_the_name_in_tables_with_its_own_rule(invented_language: Language) -> None:
    found = invented_language.sorted_ids("place", ("NZ", "IT", "NI", "AA", "HO", "HI"))
    assert found == ("AA", "HI", "HO", "IT", "NI", "NZ")


def test_an_id_that_is_not_there(invented_language: Language) -> None:
    with pytest.raises(KeyError):
        invented_language.sorted_ids("place", ("AA", "QQ"))
