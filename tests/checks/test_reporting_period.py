"""Dates outside of the reporting period."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen import pipeline

_REPORT = """\
symbol: A/99/1
title: T
masthead: {{organ: ecosoc}}
facts: {{year: {{year: 2018}}{more}}}
{named}sections: [first]
"""
_SECTION = """\
id: first
heading: H
paragraphs:
  - {{id: one, facts: {{day: {fact}}}, text: "In {{{{ year }}}} or on {{{{ day }}}}."}}
"""


def said(tiny: Any, fact: str, more: str = "", named: str = "") -> list[str]:
    tiny.report(_REPORT.format(more=more, named=named))
    tiny.section(_SECTION.format(fact=fact))
    return [each.message for each in pipeline.check(tiny.workspace, tiny.load()) if each.code == "RG245"]


@pytest.mark.parametrize(
    "fact",
    [
        "{date: 2018-05-01}",
        "{date: 2018-12}",
        "{year: 2018}",
        "{year: 2015, of: adoption}",
        "{date: 2018-01, to: 2018-03}",
    ],
)
def test_a_date_that_is_in_the_period_or_explained(tiny: Any, fact: str) -> None:
    assert said(tiny, fact) == []


@pytest.mark.parametrize("fact", ["{date: 2017-12-31}", "{date: 2018-12-20, to: 2019-01-10}", "{year: 2019}"])
def test_a_date_outside_of_the_period(tiny: Any, fact: str) -> None:
    assert len(said(tiny, fact)) == 1


def test_the_period_is_the_one_that_the_report_names(tiny: Any) -> None:
    more = ", period: {date: 2018-07-01, to: 2019-06-30}"
    assert said(tiny, "{date: 2018-05-01}", more) == []
    assert said(tiny, "{date: 2018-05-01}", more, "reporting_period: period\n") == [
        "'day', 2018-05-01, is outside the reporting period, 2018-07-01/2019-06-30"
    ]
