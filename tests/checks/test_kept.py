"""Rules that look at pieces find in each what they find in all of them together, and look at none of them twice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import count
from types import ModuleType
from typing import Any

import pytest

from reportgen import checks, pipeline
from reportgen.checks import Edition
from reportgen.checks.editorial import EDITORIAL, blanks, doubled_words
from reportgen.checks.kept import findings_of_pieces, looks_at
from reportgen.finding import Finding
from reportgen.pipeline.build import checked_edition
from reportgen.store.packs import save_packs
from tests.checks.conftest import EXAMPLE_FACTS

_FAILS = re.compile(r"^(?:Fails|Passes) \((\w+)\): (.+)$", re.MULTILINE)
_ASKS_FOR_MORE = re.compile(r"\{\{ \w+\(|\[\^|\\")
"""In an example, what prints another block or a note."""
_BY_PIECES = [rule for rule in checks.RULES if looks_at(rule) != "the edition"]


@pytest.fixture
def faulty(tiny: Any) -> Callable[[str], Edition]:
    """A function: an edition of all examples of rules of style in one language, each a paragraph."""

    def make(tag: str) -> Edition:
        head = f"language: {tag}\nsymbol: A/99/1\ntitle: T\nmasthead: {{organ: ecosoc}}\n"
        tiny.report(f"{head}{EXAMPLE_FACTS}sections: [first]\n")
        texts = [text for rule in EDITORIAL for other, text in _FAILS.findall(rule.__doc__ or "") if other == tag]
        plain = [text.strip('"') if "{{" in text else text for text in texts if not _ASKS_FOR_MORE.search(text)]
        body = "".join(f"  - {{id: p{number}, text: {json.dumps(text)}}}\n" for number, text in enumerate(plain))
        tiny.section(f"id: first\nheading: H\nparagraphs:\n{body}")
        report = tiny.load()
        return checked_edition(tiny.workspace, report, pipeline.build_all(tiny.workspace, report, [tag]))

    return make


@pytest.mark.parametrize("tag", ["en", "fr", "zh", "ar"])
def test_a_rule_about_pieces_finds_in_each_what_it_finds_in_all(faulty: Callable[[str], Edition], tag: str) -> None:
    edition = faulty(tag)
    names = {each.id for each in edition.contents(edition.original)}
    found = 0
    for rule in _BY_PIECES:
        together = sorted(map(str, rule.check(edition)))
        one_by_one = sorted(str(each) for name in names for each in rule.check(edition.part(tag, frozenset({name}))))
        assert one_by_one == together, rule.__name__
        found += len(together)
    assert found > len(EDITORIAL) // 2


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> list[frozenset[str]]:
    """The pieces that a rule was asked to look at, each time that it was."""
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "store"))
    asked: list[frozenset[str]] = []
    check = blanks.check

    def counted(edition: Edition) -> Iterator[Finding]:
        asked.append(edition.names)
        return check(edition)

    monkeypatch.setattr(blanks, "check", counted)
    return asked


def test_no_piece_is_looked_at_twice(tiny: Any, looked: list[frozenset[str]]) -> None:
    tiny.paragraphs("- {id: one, text: 'The  plan.'}\n- {id: two, text: The plan.}\n")
    first = _found(tiny)
    assert looked.pop() >= {"one", "two", "title"}
    assert _found(tiny) == first
    tiny.paragraphs("- {id: one, text: 'The  plan.'}\n- {id: two, text: The  plan.}\n")
    assert len(_found(tiny)) == 2
    assert looked == [frozenset({"two"})]


def test_no_piece_is_looked_at_again_beside_fewer_languages(tiny: Any, looked: list[frozenset[str]]) -> None:
    tiny.paragraphs("- {id: one, text: 'The  plan.'}\n")
    tiny.catalogue('msgctxt "one"\nmsgid "The  plan."\nmsgstr "Le  plan."\n', "fr")
    assert [each.language for each in _found(tiny, "en", "fr")] == ["en", "fr"]
    looked.clear()
    assert [[each.language for each in _found(tiny, tag)] for tag in ("en", "fr")] == [["en"], ["fr"]]
    assert looked == []


def test_a_finding_that_was_kept_is_told_where_it_stands_now(tiny: Any, looked: list[frozenset[str]]) -> None:
    tiny.paragraphs("- {id: one, text: 'The  plan.'}\n")
    before = _found(tiny)
    tiny.paragraphs("- {id: zero, text: A plan.}\n- {id: one, text: 'The  plan.'}\n")
    after = _found(tiny)
    assert [(each.number, each.words) for each in (*before, *after)] == [("para. 1", "  "), ("para. 2", "  ")]
    assert after[0].position.line == before[0].position.line + 1
    assert looked[1:] == [frozenset({"zero"})]


def test_a_fact_that_has_changed_is_looked_at_again(tiny: Any, looked: list[frozenset[str]]) -> None:
    for number in (20, 30):
        tiny.paragraphs(f"- {{id: one, facts: {{n: {{count: {number}}}}}, text: 'Some {{{{ n }}}} plans.'}}\n")
        _found(tiny)
    assert looked[1:] == [frozenset({"one"})]


def test_a_rule_that_says_something_about_another_piece_is_wrong(tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.paragraphs("- {id: one, text: A plan.}\n")
    report, numbers = tiny.load(), count()
    edition = checked_edition(tiny.workspace, report, pipeline.build_all(tiny.workspace, report, ["en"]))
    elsewhere = [Finding("RG203", "note", "there", "en", f"elsewhere-{next(numbers)}")]
    monkeypatch.setattr(doubled_words, "check", lambda _: iter(elsewhere))
    with pytest.raises(AssertionError, match="doubled_words looks at pieces"):
        findings_of_pieces(edition, "en", [doubled_words])


def _found(tiny: Any, *tags: str) -> list[Any]:
    rules: list[ModuleType] = [blanks]
    report = tiny.load()
    edition = checked_edition(tiny.workspace, report, pipeline.build_all(tiny.workspace, report, tags or ["en"]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "RULES", tuple(rules))
        found = list(checks.check(edition))
    save_packs()
    return found
