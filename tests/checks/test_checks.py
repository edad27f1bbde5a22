from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from reportgen import checks
from reportgen.checks import submission

FOLDER = Path(checks.__file__).parent


NO_RULES = {"__init__", "content", "document_text", "edition", "kept", "looking", "pieces", "settled", "submission"}


def test_every_file_is_a_rule_and_nothing_else() -> None:
    files = {path.stem for path in FOLDER.rglob("*.py")} - NO_RULES
    assert files == {rule.__name__.rpartition(".")[2] for rule in checks.RULES}
    assert len(set(checks.RULES)) == len(checks.RULES)


@pytest.mark.parametrize("rule", checks.RULES)
def test_a_rule_has_codes_of_its_own_that_explain_themselves(rule: ModuleType) -> None:
    own = rule.CODES
    assert own
    others = {code for other in checks.RULES if other is not rule for code in other.CODES}
    assert not own.keys() & others
    for code, meaning in own.items():
        assert re.fullmatch(r"RG\d{3}", code)
        assert meaning.title[0].islower()
        assert not meaning.title.endswith(".")
        assert len(meaning.explanation) > 20


def test_codes_are_those_of_all_rules_in_order() -> None:
    assert list(checks.codes()) == sorted(code for rule in (*checks.RULES, submission) for code in rule.CODES)


def test_every_code_that_a_rule_finds_is_explained() -> None:
    for rule in checks.RULES:
        text = Path(rule.__file__ or "").read_text("utf-8")
        found = set(re.findall(r'"(RG\d{3})"', text))
        assert found == set(rule.CODES)


def test_a_good_report_has_no_finding(findings: Callable[..., list[str]]) -> None:
    paragraphs = """
        - id: opening
          facts:
            country: {place: NE}
            trained: {count: 60, qualifier: more_than, of: judges}
            when: {date: 2018-07}
          text: In {{ country }}, more than {{ trained }} judges were trained in {{ when }}.[^source]
          notes: {source: 'See {{ country }}.'}
          subparagraphs:
            - {id: part, text: 'To go, as in {{ para("opening") | brief }};'}
    """
    assert findings(
        paragraphs,
        {
            "opening": "{{ when }}，{{ country }}超过{{ trained }}名法官接受了培训。[^source]",
            "source": "见{{ country }}。",
            "part": '去，如{{ para("opening") | brief }}；',
        },
    ) == []  # fmt: skip
