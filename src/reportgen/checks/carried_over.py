"""Values that a report took over from an earlier one, and that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.amendments.carried import unconfirmed
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.model.report import WHOLE_REPORT

CODES = {
    "RG104": Code(
        "a value of last year that nobody has confirmed",
        "reportgen new --from takes over every figure, date and name of an earlier report, and moves its session, "
        "symbol and reporting year on. Write this year's value, or say with reportgen confirm that it stands.",
        severity="warning",
        source="docs/after-issue.md",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Name each value that still stands as it was taken over."""
    report = edition.report
    if report.carried_over is None:
        return
    earlier = report.carried_over.symbol or report.carried_over.report
    for each in unconfirmed(report):
        said = f"{each.name}: {each.said}" if each.name else each.said
        message = f"'{said}' was taken over from {earlier}"
        hint = f"write this year's, or: reportgen confirm {report.slug} {each.key}"
        where = "" if each.owner == WHOLE_REPORT else each.owner
        yield Finding("RG104", CODES["RG104"].severity, message, "", where, each.position, hint, words=said)
