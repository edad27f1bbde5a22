"""A reissue for technical reasons: the issued text once more, with an asterisk at its symbol that says so."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from reportgen.errors import UsageError
from reportgen.pipeline.after_issue.amend import Amendment, folder_name, issued_edition
from reportgen.pipeline.after_issue.revision import with_whole_text
from reportgen.pipeline.numbers import Built


def amend_by_reissue(built: Built, day: str, to: str = "") -> Amendment:
    """The files of a reissue of that day: those of the report with all its languages, its ledger and what was sent.

    A `UsageError` where the day is none, or the report is a reissue itself.
    """
    report = built.report
    edition = issued_edition(built)
    if report.symbol.endswith("*"):
        hint = "what is wrong in it is a corrigendum, or a revision"
        raise UsageError(f"{report.symbol} is a reissue already", hint=hint)
    slug = folder_name(built.workspace, to, f"{report.slug}-reissued")
    return with_whole_text(built, slug, f"{report.symbol}*", "reissue", edition.number, reissued=_day(day))


def _day(text: str) -> str:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat()
    raise UsageError(f"'{text}' is no date", hint="write the day of the reissue as 2026-01-31")
