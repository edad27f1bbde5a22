"""What versions do not agree on, who says what, and who stands alone."""

from __future__ import annotations

import pytest

from reportgen.comparison.files import Lines
from reportgen.comparison.versions.disagreements import disagreements
from reportgen.comparison.versions.side_by_side import Version
from reportgen.tree.line import Line
from tests.tools.recognition import language_of

EN = ["In May 2018, 24 officials of Kenya met.", "They met again in Nepal.", "More than 60 initiatives were judged."]
FR = [
    "En mai 2018, 24 fonctionnaires du Kenya se sont réunis.",
    "Ils se sont réunis à nouveau au Népal.",
    "Plus de 60 initiatives ont été jugées.",
]
ES = [
    "En mayo de 2018 se reunieron 24 funcionarios de Kenya.",
    "Volvieron a reunirse en Nepal.",
    "Se evaluaron más de 60 iniciativas.",
]


def version(tag: str, texts: list[str], name: str = "", first: int = 1) -> Version:
    lines = tuple(Line("", "paragraph", (at,), f"{at}.", text) for at, text in enumerate(texts, first))
    return Version(name or tag, Lines(name or tag, lines), language_of(tag), {})


def found(*versions: Version) -> list[tuple[str, str, dict[str, tuple[str, ...]], tuple[str, ...]]]:
    return [(each.place, each.about, dict(each.said), each.odd) for each in disagreements(versions)]


def replaced(texts: list[str], old: str, new: str) -> list[str]:
    assert any(old in text for text in texts)
    return [text.replace(old, new) for text in texts]


def test_what_says_the_same_in_three_languages() -> None:
    assert found(version("en", EN), version("fr", FR), version("es", ES)) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "about", "said", "others"),
    [
        ("24", "25", "para. 1", "figure", "25", "24"),
        ("mai", "juin", "para. 1", "date", "2018-06", "2018-05"),
        ("Népal", "Pérou", "para. 2", "place", "Peru", "Nepal"),
        ("60", "61", "para. 3", "figure", "61", "60"),
    ],
)
def test_one_of_three_stands_alone(old: str, new: str, place: str, about: str, said: str, others: str) -> None:
    sides = version("en", EN), version("fr", replaced(FR, old, new)), version("es", ES)
    assert found(*sides) == [(place, about, {"en": (others,), "fr": (said,), "es": (others,)}, ("fr",))]


def test_of_two_nobody_stands_alone() -> None:
    sides = version("en", EN), version("fr", replaced(FR, "24", "25"))
    assert found(*sides) == [("para. 1", "figure", {"en": ("24",), "fr": ("25",)}, ())]


@pytest.mark.parametrize("lacking", ["en", "fr", "es"])
def test_a_paragraph_that_one_lacks_is_told_once(lacking: str) -> None:
    """The numbers behind it follow from it, also where the first version lacks it."""
    texts = {"en": list(EN), "fr": list(FR), "es": list(ES)}
    del texts[lacking][0]
    said = {tag: ("missing",) if tag == lacking else ("there",) for tag in texts}
    assert found(*(version(tag, each) for tag, each in texts.items())) == [("para. 1", "paragraph", said, (lacking,))]


def test_a_gap_in_the_numbers_is_no_further_difference() -> None:
    assert [each[1] for each in found(version("en", EN), version("fr", FR[1:], first=2))] == ["paragraph"]


def test_numbers_that_count_on_behind_a_missing_paragraph_pair_no_others() -> None:
    """Paragraphs without figures are told apart by their lengths alone, and so must not pair by number."""
    english = ["The 24 judges met.", *(f"It {'then ' * times}ended." for times in (1, 9, 3, 14, 2, 8)), "All 60 left."]
    french = ["Les 24 juges se sont réunis.", *(f"Elle a {'puis ' * times}fini." for times in (1, 9, 3, 14, 2, 8))]
    assert [(place, about) for place, about, *_ in found(version("en", english), version("fr", french[1:]))] == [
        ("para. 1", "paragraph"),
        ("para. 8", "paragraph"),
    ]


def test_figures_of_a_code_are_none_of_the_text() -> None:
    assert found(version("en", ["The project (GLOT63) ended."]), version("zh", ["项目（GL OT63）已结束。"])) == []


def test_numbers_that_follow_from_nothing() -> None:
    sides = version("en", EN), version("fr", FR, first=5)
    assert [(place, about) for place, about, *_ in found(*sides)] == [(f"para. {at}", "number") for at in (1, 2, 3)]


def test_two_versions_of_one_language_differ_in_words_too() -> None:
    sides = version("en", EN, "old.md"), version("en", replaced(EN, "again", "once more"), "new.md")
    ((place, about, said, odd),) = found(*sides)
    assert (place, about, odd) == ("para. 2", "words", ())
    assert "[-again-]{+once more+}" in said["new.md"][0]


def test_figures_in_other_words_agree() -> None:
    assert found(version("en", ["All 5 left."]), version("fr", ["Les cinq sont partis."])) == []
    assert found(version("en", ["Both two left."]), version("fr", ["Ils sont partis."])) == []


def test_references_by_figures() -> None:
    sides = version("en", ["See paragraph 12."]), version("fr", ["Voir paragraphe 13."])
    assert found(*sides) == [("para. 1", "reference", {"en": ("para 12",), "fr": ("para 13",)}, ())]


def test_a_word_that_names_a_country_and_its_capital_agrees_with_either() -> None:
    assert found(version("en", ["They met in Tunisia."]), version("es", ["Se reunieron en Túnez."])) == []
    assert found(version("es", ["Se reunieron en Túnez."]), version("en", ["They met in Tunisia."])) == []
    sides = version("en", ["They met in Tunisia."]), version("es", ["Se reunieron en Nepal."])
    assert [each[:2] for each in found(*sides)] == [("para. 1", "place")]
