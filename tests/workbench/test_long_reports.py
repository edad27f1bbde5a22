"""A long report: rules are asked by another process, and no more languages are held than are shown."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra workbench is not installed")

from reportgen.workbench import rows

ANOTHER = 'msgctxt "opening"\nmsgid "x"\nmsgstr "{{ unodc }}..."\n'


def test_rules_say_the_same_of_a_long_report(tiny: Any, ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.paragraphs('- {id: opening, facts: {n: {count: 3}}, text: "They met  on {{ n }} days"}\n')
    tiny.catalogue(ANOTHER, "fr")
    tiny.catalogue(ANOTHER, "zh")
    address = "/r/tiny/findings?l=en,fr,zh"
    ask.server.workbench.refresh()
    short = ask.json(address)["findings"]
    monkeypatch.setattr(rows, "MOST_HELD", 0)
    ask.server.workbench.session.refresh()
    held: list[str] = []
    view = ask.server.workbench.session.now
    monkeypatch.setattr(type(view), "findings", lambda *given: held.append(str(given)) or ())
    found = ask.json(address)["findings"]
    assert held == []
    assert found == short
    assert {each["code"] for each in found["opening"]} >= {"RG201"}


def test_the_overview_of_a_long_report_forgets_what_is_not_shown(
    tiny: Any, ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.catalogue(ANOTHER, "fr")
    tiny.catalogue(ANOTHER, "zh")
    ask.server.workbench.refresh()
    monkeypatch.setattr(rows, "MOST_HELD", 0)
    status, _, text = ask("/r/tiny/overview?l=en,fr")
    assert status == 200
    assert 'lang="zh"' in text
    made = ask.server.workbench.session.now._made
    assert {tag for kind, *rest in made if kind == "document" for tag in rest[1:]} == {"en", "fr"}
    _, _, rules = ask("/r/tiny/overview/findings?l=en,fr")
    assert "asked about the languages that are shown: en, fr." in rules
