from __future__ import annotations

from typing import Any

import pytest


def places(book: Any) -> dict[str, str]:
    return {each.id: each.place for each in book.standing().differences if each.place != "same"}


def test_nothing_changed(frozen: Any) -> None:
    standing = frozen.standing()
    assert standing.is_clean()
    assert {each.change for each in standing.differences} == {"unchanged"}


def test_an_insertion_is_refused_until_it_is_accepted(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", "beta"])
    assert places(frozen) == {
        "new": "inserted", "beta": "renumbered", "gamma": "renumbered", "delta": "renumbered", "epsilon": "renumbered",
    }  # fmt: skip
    assert frozen.standing().refused == {"new"}
    frozen.accept("new", why="Asked for by the Committee")
    assert frozen.standing().refused == frozenset()
    assert frozen.standing().accepted == {"new": "Asked for by the Committee"}
    assert frozen.standing().is_clean()


def test_an_accepted_insertion_stays_accepted_when_others_come_before_it(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", "beta"])
    frozen.accept("new")
    frozen.write(one=["first-of-all", "alpha", "between", "new", "beta"])
    assert frozen.standing().refused == {"first-of-all", "between"}
    frozen.write(one=["new", "beta"])
    assert frozen.standing().refused == {"alpha"}


def test_an_accepted_insertion_at_another_place_is_not_made(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", "beta"])
    frozen.accept("new")
    frozen.write(one=["alpha", "beta", "new"])
    assert frozen.standing().refused == {"new"}
    assert [(each.id, each.change) for each in frozen.standing().unmade] == [("new", "inserted")]


def test_an_accepted_move_accuses_no_other(frozen: Any) -> None:
    frozen.write(one=["beta", "alpha"])
    frozen.accept(*frozen.standing().refused)
    assert frozen.standing().is_clean()
    frozen.write(two=["delta", "gamma", "epsilon"])
    assert len(frozen.standing().refused) == 1


def test_a_deletion_knows_its_line_in_the_ledger(frozen: Any) -> None:
    frozen.write(one=["alpha"])
    [deleted] = [each for each in frozen.standing().differences if each.place == "deleted"]
    assert str(deleted.position) == "inputs/tiny/numbering.yaml:14:7"


@pytest.mark.parametrize(("tags", "reworded"), [(["en"], ("en",)), (["en", "zh"], ("en", "zh")), (["zh"], ("zh",))])
def test_wording_is_compared_in_each_language(frozen: Any, tags: list[str], reworded: tuple[str, ...]) -> None:
    frozen.tiny.catalogue(CATALOGUE)
    frozen.freeze(["zh"])
    frozen.tiny.catalogue(CATALOGUE.replace("去年", "今年", 1))
    frozen.write(one=[("alpha", "Other wording altogether."), "beta"])
    [found] = [each for each in frozen.standing(tags).differences if each.change != "unchanged"]
    assert (found.id, found.reworded) == ("alpha", reworded)


def test_a_text_that_was_never_translated_does_not_change(frozen: Any) -> None:
    frozen.freeze(["zh"])
    frozen.write(one=[("alpha", "Other wording altogether."), "new", "beta"])
    found = {each.id: each for each in frozen.standing(["zh"]).differences if each.change != "unchanged"}
    assert (found["new"].place, found["beta"].place) == ("inserted", "renumbered")
    assert "alpha" not in found


def test_languages_in_draft_are_left_out(frozen: Any) -> None:
    assert frozen.audit(["zh"]).standings == ()


UNODC = """\
id: one
heading: The work of the year
paragraphs:
  - id: alpha
    text: The plan of {{ unodc }} for training was adopted by the board of auditors in spring.
  - id: beta
    text: Later, {{ unodc }} opened a helpline in Namibia, which {{ unodc }} and {{ unodc }} volunteers run.
"""


def test_another_first_use_is_no_other_wording(book: Any) -> None:
    book.write(two=[])
    book.tiny.report(
        "symbol: A/99/1\nlanguage: en\ntitle: T\nmasthead: {organ: ecosoc}\n"
        "facts: {unodc: {entity: unodc}}\nsections: [one]\n"
    )
    book.tiny.section(UNODC, "one")
    book.freeze()
    alpha = UNODC.index("  - id: alpha")
    book.tiny.section(UNODC[:alpha] + UNODC[UNODC.index("  - id: beta") :], "one")
    [beta] = [each for each in book.standing().differences if each.id == "beta"]
    assert (beta.change, beta.reworded, beta.reprinted) == ("renumbered", (), ("en",))
    assert book.findings() == ["RG091 alpha: deleted (was 1) since edition 1, which is frozen in en"]


def test_a_number_in_a_cross_reference_is_no_other_wording(book: Any) -> None:
    text = 'As said in {{ para("epsilon") }}, all is well.'
    book.write(one=[("alpha", f"'{text}'"), "beta"])
    book.freeze()
    book.write(two=["gamma", "new", "delta", "epsilon"])
    [alpha] = [each for each in book.standing().differences if each.id == "alpha"]
    assert alpha.change == "unchanged"


def test_an_issued_language_may_not_change_at_all(book: Any) -> None:
    book.freeze(["en"], state="issued")
    book.freeze(["zh"])
    book.write(one=[("alpha", "Other wording."), "new", "beta"])
    standing = book.standing(["en", "zh"])
    assert standing.issued == {"en": {"alpha", "new"}}
    assert standing.refused == {"new"}
    book.accept("new")
    assert book.standing(["en", "zh"]).issued == {"en": {"alpha", "new"}}
    assert book.standing(["zh"]).is_clean()
    book.accept("new", "alpha", why="An error in English", corrigendum="A/99/1/Corr.1", languages=["en"])
    assert book.standing(["en", "zh"]).issued == {"en": frozenset()}
    assert book.standing(["en", "zh"]).is_clean()


def test_numbers_that_nothing_explains(frozen: Any) -> None:
    path = frozen.tiny.root / "inputs/tiny/numbering.yaml"
    path.write_text(path.read_text().replace("delta: paragraph 4", "delta: paragraph 6"))
    assert [each.id for each in frozen.standing().unexplained()] == ["delta"]
    assert not frozen.standing().is_clean()
    assert frozen.findings() == ["RG096 para. 4 (delta): it was 6 in edition 1"]


CATALOGUE = """\
msgctxt "alpha"
msgid "During the year, judges in the juvenile courts of Kenya received training on detention."
msgstr "去年，肯尼亚少年法院的法官接受了关于拘留问题的培训。"

msgctxt "beta"
msgid "During the year, a helpline for survivors of violence was opened in Namibia by volunteers."
msgstr "去年，志愿者在纳米比亚为暴力幸存者开设了求助热线。"
"""


def test_a_translation_that_is_dropped_is_named(book: Any) -> None:
    book.tiny.catalogue(CATALOGUE)
    book.freeze(["zh"])
    assert dict(book.ledger().editions[0].texts["zh"])["gamma"] == "missing"
    book.tiny.catalogue(CATALOGUE[: CATALOGUE.index('msgctxt "beta"')])
    [found] = [each for each in book.standing(["zh"]).differences if each.change != "unchanged"]
    assert (found.id, found.change, found.reworded, found.remark) == (
        "beta",
        "reworded",
        ("zh",),
        "not translated in zh",
    )
