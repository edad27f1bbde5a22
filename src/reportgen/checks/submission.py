"""What an issued document may not lack: its masthead, its length, its place in the calendar of its session.

These are no findings about a draft: `build --final` asks for them, and `status` lists them.

Source: Editorial Manual, masthead and instructions; documentation guidelines (10-4-6 weeks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from reportgen.checks.edition import Code
from reportgen.checks.settled import Waivers
from reportgen.errors import Position
from reportgen.facts import Date
from reportgen.finding import Finding
from reportgen.model.report import Report
from reportgen.record import record

_MASTHEAD, _GUIDELINES = "Editorial Manual, masthead", "documentation guidelines"
CODES = {
    "RG401": Code("a line of the masthead is missing", "An issued document has a date, and what its organ asks for: "
                  "session, meeting, agenda item. Write the line into report.yaml.", source=_MASTHEAD),
    "RG402": Code("a job number is missing, or stands twice", "Each language has a job number; those of Vienna differ "
                  "by language, that of New York is one with a letter for each.", source=_MASTHEAD),
    "RG403": Code("a report that is too long", "Reports of the Secretariat have at most 8,500 words, notes and "
                  "headings counted; others 10,700. A waiver that was granted is recorded in report.yaml: "
                  "length: {words: 9500, why: …}.", source="Editorial Manual, instructions"),
    "RG404": Code("a symbol that does not fit the masthead", "Documents of the Economic and Social Council have the "
                  "year of their session in the symbol, those of the General Assembly its number.", source=_MASTHEAD),
    "RG405": Code("a date that does not fit the session", "A report is submitted ten weeks before its session, and "
                  "issued six weeks before; what comes later says why (late: true).", severity="warning",
                  source=_GUIDELINES),
    "RG406": Code("a line of last year", "A job number, or the symbol that a note points to, is of another year than "
                  "the document: it may have stood there since the last report.", severity="warning",
                  source=_MASTHEAD),
    "RG407": Code("a file that the report does not name", "A section or annex that report.yaml does not list is not "
                  "printed. List it, or take the file away.", severity="warning", source="docs/wording.md"),
    "RG408": Code("a waiver that silences nothing", "Its text has changed, or is mended: take the waiver out.",
                  severity="warning", source="docs/checks.md"),
    "RG409": Code("a finding that is waived", "Somebody has looked at it and said why it stays.", severity="note",
                  source="docs/checks.md"),
}  # fmt: skip

LIMIT = 8_500
"""Words of a report of the Secretariat, footnotes and headings counted (Editorial Manual, instructions)."""

_SUBMITTED, _ISSUED = timedelta(weeks=10), timedelta(weeks=6)
_YEAR = re.compile(r"/((?:19|20)\d\d)(?=/|$)")
_JOB_YEAR = re.compile(r"^[A-Z]*\.?(\d\d)")


@record
class Submission:
    """What is asked before a document is issued: words of the original, files that nobody names, waivers."""

    report: Report
    tags: tuple[str, ...]
    words: int
    left_out: tuple[str, ...] = ()
    waivers: Waivers = Waivers()


def points_before_issue(submission: Submission) -> Iterator[Finding]:
    """All that stands between a report and its issue, at once."""
    report = submission.report
    yield from _masthead(report)
    yield from _job_numbers(report, submission.tags)
    limit = report.length.words if report.length else LIMIT
    if submission.words > limit:
        message = f"the report has {submission.words:,} words; {limit:,} are the most"
        yield _about(report, "RG403", message, "length" if report.length else "symbol")
    yield from _symbol(report)
    yield from _dates(report)
    for name in submission.left_out:
        yield Finding("RG407", CODES["RG407"].severity, f"report.yaml does not name {name}", "", "", Position(name))
    for waiver in submission.waivers.lapsed:
        message = f"the waiver of {waiver.rule} for '{waiver.id}' silences nothing"
        yield Finding("RG408", CODES["RG408"].severity, message, waiver.language, waiver.id, waiver.position("rule"))
    for finding in submission.waivers.silent:
        message = f"waived: {finding.code}: {finding.message}"
        yield Finding("RG409", "note", message, finding.language, finding.where, finding.position)


def _about(report: Report, code: str, message: str, line: str = "masthead", language: str = "") -> Finding:
    at = report.position(line) or report.position("symbol")
    return Finding(code, CODES[code].severity, message, language, line, at)


def _masthead(report: Report) -> Iterator[Finding]:
    masthead = report.masthead
    wanted: Mapping[str, object] = {"date": masthead.date, "organ": masthead.organ}
    # A body has sessions and an agenda; a document of the Secretariat alone has neither.
    if masthead.body:
        wanted = {**wanted, "session": masthead.session, "meeting": masthead.meeting, "agenda": masthead.agenda}
    for name, value in wanted.items():
        if value is None:
            yield _about(report, "RG401", f"the masthead has no line '{name}'")


def _job_numbers(report: Report, tags: tuple[str, ...]) -> Iterator[Finding]:
    numbers = report.masthead.job_numbers
    for tag in tags:
        if tag not in numbers:
            yield _about(report, "RG402", "the job number is missing", "masthead", tag)
    first: dict[str, str] = {}
    for tag, number in numbers.items():
        other = first.setdefault(str(number), tag)
        if other != tag and str(number).startswith("V."):
            yield _about(report, "RG402", f"the job number {number} is that of '{other}'", "masthead", tag)


def _symbol(report: Report) -> Iterator[Finding]:
    masthead, symbol = report.masthead, report.symbol
    meeting = masthead.meeting.dates.value if masthead.meeting else None
    year = _YEAR.search(symbol)
    start = getattr(meeting, "start", meeting)
    if symbol.startswith("E/") and year and isinstance(start, Date) and int(year[1]) != start.year:
        yield _about(report, "RG404", f"the symbol says {year[1]}, the meeting is in {start.year}", "symbol")
    assembly = re.match(r"A/(\d{2,3})/", symbol)
    is_assembly = masthead.organ == "general-assembly" and not masthead.body
    if assembly and is_assembly and masthead.session and int(assembly[1]) != masthead.session:
        yield _about(
            report, "RG404", f"the symbol says session {assembly[1]}, the masthead {masthead.session}", "symbol"
        )


def _dates(report: Report) -> Iterator[Finding]:
    masthead = report.masthead
    issued = masthead.date.value if masthead.date else None
    meeting = masthead.meeting.dates.value if masthead.meeting else None
    start = getattr(meeting, "start", meeting)
    if isinstance(issued, Date):
        yield from _other_years(report, issued.year)
    if isinstance(issued, Date) and isinstance(start, Date) and issued.day and start.day:
        opens, dated = (date(each.year, each.month, each.day) for each in (start, issued))
        if dated >= opens:
            yield _about(report, "RG405", f"the date {dated} is not before the session, which opens on {opens}")
        elif dated > opens - _SUBMITTED and not masthead.late:
            message = f"the date {dated} is later than {opens - _SUBMITTED}, ten weeks before the session"
            yield _about(report, "RG405", f"{message}; it is to be issued by {opens - _ISSUED}")


def _other_years(report: Report, year: int) -> Iterator[Finding]:
    for tag, number in report.masthead.job_numbers.items():
        found = _JOB_YEAR.match(str(number))
        if found and int(found[1]) != year % 100:
            yield _about(report, "RG406", f"the job number {number} is of another year than the date", "masthead", tag)
    agenda = report.masthead.agenda
    noted, own = (
        _YEAR.search(each) for each in (str(agenda.note.symbol) if agenda and agenda.note else "", report.symbol)
    )
    if noted and own and noted[1] != own[1]:
        yield _about(report, "RG406", f"the note on the agenda points to a document of {noted[1]}")
