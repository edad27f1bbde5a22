"""The day of which a report has the names of States and bodies: `day_of(report)`."""

from __future__ import annotations

from reportgen.model.report import Report


def day_of(report: Report) -> str:
    """The date of the report, else the first day of the session it goes to (2019-03-15, 2019-03); empty in a draft
    that has neither."""
    masthead = report.masthead
    dated = masthead.date or (masthead.meeting.dates if masthead.meeting else None)
    return dated.date if dated else ""
