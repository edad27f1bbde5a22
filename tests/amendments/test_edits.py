from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from reportgen import language as languages
from reportgen.amendments.applied import NotFound, applied
from reportgen.amendments.edits import edits_between
from reportgen.language import Language
from reportgen.model.corrections import TextEdit
from reportgen.tree.inlines import Italic, NoteMark, Text
from reportgen.tree.looked import LookedText, looked, plainly
from reportgen.workspace import Workspace


@pytest.fixture(scope="module")
def english() -> Language:
    return languages.load(Workspace.at(Path(__file__).parents[2]), "en")


@pytest.fixture(scope="module")
def chinese() -> Language:
    return languages.load(Workspace.at(Path(__file__).parents[2]), "zh")


def between(old: str, new: str, language: Language) -> list[tuple[str, int, object, object]]:
    edits = edits_between(plainly(old), plainly(new), language.conventions)
    assert applied(edits, plainly(old), language.conventions) == plainly(new)
    return [(each.do, each.sentence, each.old, each.new) for each in edits]


THREE = "It began in 2018. It trained 313 officials. It ended."


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        pytest.param(THREE, THREE.replace("313", "331"), [("replace", 2, "313", "331")], id="a figure"),
        pytest.param("The end of it.", "An end of it.", [("replace", 0, "The", "An")], id="the only sentence"),
        pytest.param(
            "313 of 1,313.", "331 of 1,313.", [("replace", 0, "313 of", "331 of")], id="stands in another one"
        ),
        pytest.param("a b a c.", "a b x c.", [("replace", 0, "a c", "x c")], id="stands twice"),
        pytest.param(THREE, THREE.replace(" officials", ""), [("delete", 2, "officials", "")], id="a word goes"),
        pytest.param(
            THREE,
            THREE.replace("313", "313 senior"),
            [("replace", 2, "officials", "senior officials")],
            id="a word comes",
        ),
        pytest.param(
            THREE,
            "It began in 2018. It ended.",
            [("delete", 2, "It trained 313 officials.", "")],
            id="a sentence goes",
        ),
        pytest.param(
            THREE, f"{THREE} All is well.", [("insert-after", 3, "", "All is well.")], id="a sentence comes at the end"
        ),
        pytest.param(
            THREE, f"All is well. {THREE}", [("insert-before", 1, "", "All is well.")], id="a sentence comes first"
        ),
        pytest.param(
            THREE,
            THREE.replace("It ended.", "All is well. None was lost. It ended."),
            [("insert-after", 2, "", "All is well."), ("insert-after", 2, "", "None was lost.")],
            id="two sentences come side by side",
        ),
        pytest.param(
            THREE,
            f"{THREE} All is well. None was lost.",
            [("insert-after", 3, "", "All is well."), ("insert-after", 3, "", "None was lost.")],
            id="two sentences come at the end",
        ),
        pytest.param(
            THREE,
            f"All is well. None was lost. {THREE}",
            [("insert-before", 1, "", "All is well."), ("insert-before", 1, "", "None was lost.")],
            id="two sentences come first",
        ),
        pytest.param("", "12", [("insert", 0, "", "12")], id="an empty cell"),
        pytest.param("12", "", [("remove", 0, "", "")], id="a cell becomes empty"),
    ],
)
def test_the_fewest_words_that_stand_once(old: str, new: str, edits: object, english: Language) -> None:
    assert between(old, new, english) == edits


def test_chinese_has_no_blanks(chinese: Language) -> None:
    assert between("有313人。结束了。", "有331人。结束了。", chinese) == [("replace", 1, "313", "331")]
    assert between("开始了。结束了。", "开始了。很好。结束了。", chinese) == [("insert-after", 1, "", "很好。")]


def test_a_word_in_other_looks_is_another_word(english: Language) -> None:
    old, new = looked((Text("See the Manual."),)), looked((Text("See the "), Italic((Text("Manual"),)), Text(".")))
    [edit] = edits_between(old, new, english.conventions)
    assert (edit.old, edit.new) == ("Manual", [["i", ["Manual"]]])
    assert applied([edit], old, english.conventions) == new


def test_a_mark_beside_the_words_stays_where_it_is(english: Language) -> None:
    old = looked((Text("Less crime"), NoteMark("why"), Text(" in towns.")))
    new = looked((Text("Less crime"), NoteMark("why"), Text(" and fear in towns.")))
    assert applied(edits_between(old, new, english.conventions), old, english.conventions) == new


def test_a_mark_that_moved_is_nothing_for_a_corrigendum(english: Language) -> None:
    old, new = looked((Text("One"), NoteMark("a"), Text(" two."))), looked((Text("One two"), NoteMark("a"), Text(".")))
    with pytest.raises(NotFound, match="footnote mark"):
        edits_between(old, new, english.conventions)


@pytest.mark.parametrize(
    "edit",
    [
        TextEdit(do="replace", sentence=2, old="i", new="on"),
        TextEdit(do="replace", sentence=4, old="ended", new="on"),
        TextEdit(do="delete", old="It", new=""),
    ],
)
def test_words_that_do_not_stand_once_lead_nowhere(edit: TextEdit, english: Language) -> None:
    with pytest.raises(NotFound):
        applied([edit], plainly(THREE), english.conventions)


@pytest.mark.parametrize("seed", range(20))
def test_any_text_becomes_any_other(seed: int, english: Language) -> None:
    chance = random.Random(seed)
    words = ["the", "a", "of", "report", "States", "was", "313", "1,313", ",", ";", "and.", "said.", "it"]
    old, new = (" ".join(chance.choices(words, k=chance.randrange(1, 30))) for _ in range(2))
    between(old, new, english)


def test_letters_keep_their_looks_through_content() -> None:
    content = (Text("a "), Italic((Text("b"),)), NoteMark("n"), Text(" c"))
    assert looked(looked(content).content()) == looked(content)
    assert re.sub(r"\s", "", looked(content).text) == "abc"
    assert isinstance(looked(content).part(0, 1), LookedText)


def test_no_sentence_is_named_that_somebody_may_count_otherwise(english: Language) -> None:
    old = "It began early (see para. 12 above). Then it trained 313 officials. Later it trained more."
    assert between(old, old.replace("313", "331"), english) == [("replace", 0, "313", "331")]
    new = old.replace("it trained 313", "it hired 313").replace("it trained more", "it hired more")
    assert between(old, new, english) == [
        ("replace", 0, "trained 313", "hired 313"),
        ("replace", 0, "trained more", "hired more"),
    ]


def test_sentences_before_such_a_stop_are_named(english: Language) -> None:
    old = "It trained officials. It trained others (see para. 12 above). It ended."
    new = old.replace("It trained officials", "It hired officials")
    assert between(old, new, english) == [("replace", 1, "trained", "hired")]
