"""A small report in English and Chinese, and what the rules say about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from reportgen import catalogue, checks, pipeline
from reportgen.checks import Edition
from reportgen.checks.editorial import EDITORIAL
from reportgen.checks.versions import VERSIONS
from reportgen.model.report import wordings
from reportgen.tree.nodes import Document

FIXED = {"title": "一份小报告", "first": "第一节"}

EXAMPLE_FACTS = """\
facts:
  country: {place: NE}
  island: {place: IS}
  islands: {place: BS}
  french: {place: FR}
  asian: {place: IN}
  prison: {place: zahle-prison}
  few: {count: 7}
  many: {count: 313}
  more: {count: 60, qualifier: more_than}
  share: {percent: 53.1}
  wrong: {percent: 35.1}
  part: {count: 95}
  whole: {count: 179}
  year: {year: 2018}
  day: {date: 2018-06-14}
  document: {symbol: E/CN.15/2019/9}
  odd: {symbol: E/CN.15/74/9}
"""
"""What the examples of rules of style print."""


_WITH_STYLE = {"test_examples", "test_page", "test_checks", "test_fixes", "test_waivers", "test_reporting_period"}


@pytest.fixture(autouse=True)
def _without_style(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of style have examples of their own: texts of other tests need not be written in good style."""
    if request.path.stem not in _WITH_STYLE:
        proofs = tuple(rule for rule in checks.RULES if rule not in (*VERSIONS, *EDITORIAL))
        monkeypatch.setattr(checks, "RULES", proofs)


@pytest.fixture
def write(tiny: Any) -> Callable[..., None]:
    """A function: write paragraphs, and the Chinese texts of some ids; a catalogue has the sources as they are."""

    def write_both(paragraphs: str, chinese: Mapping[str, str]) -> None:
        tiny.paragraphs(paragraphs)
        texts = {**FIXED, **chinese}
        sources = {name: wording.text for name, wording, _ in wordings(tiny.load())}
        entries = [(name, source, texts[name]) for name, source in sources.items() if name in texts]
        tiny.catalogue("".join(_entry(*entry) for entry in entries))

    return write_both


def _entry(name: str, source: str, text: str) -> str:
    """One entry of four lines."""
    quoted = [each.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") for each in (source, text)]
    return f'msgctxt "{name}"\nmsgid "{quoted[0]}"\nmsgstr "{quoted[1]}"\n\n'


@pytest.fixture
def findings(tiny: Any, write: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """A function: all that all rules say about paragraphs with their Chinese texts by id, as the rules say it."""
    monkeypatch.setattr(checks, "placed", lambda finding, *_: finding)

    def check(paragraphs: str, chinese: Mapping[str, str]) -> list[str]:
        write(paragraphs, chinese)
        return [str(finding) for finding in pipeline.check(tiny.workspace, tiny.load())]

    return check


@pytest.fixture
def edition(tiny: Any, write: Callable[..., None]) -> Callable[..., Edition]:
    """A function: an edition in English and Chinese, the Chinese document changed by a function."""

    def make(
        paragraphs: str, chinese: Mapping[str, str], change: Callable[[Document], Document] = lambda same: same
    ) -> Edition:
        write(paragraphs, chinese)
        report = tiny.load()
        english, other = tiny.build("en"), change(tiny.build("zh"))
        return Edition(
            report=report,
            original=english,
            documents={"en": english, "zh": other},
            translations={"zh": catalogue.load(tiny.workspace, "tiny", "zh")},
            languages={tag: pipeline.language(tiny.workspace, tag) for tag in ("en", "zh")},
        )

    return make
