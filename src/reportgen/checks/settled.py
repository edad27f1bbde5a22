"""What a report says of the rules themselves: other severities, and findings that are waived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.checks.edition import Code
from reportgen.errors import InputError, Position, raise_all, suggestion
from reportgen.finding import Finding
from reportgen.model.report import Report
from reportgen.model.waivers import Waiver
from reportgen.record import record, replace

_PROOF = "it proves numbers, facts, parity, references or the ledger; mend what it finds"


@record
class Waivers:
    """The findings that waivers silence, and the waivers that silence none: their texts have changed, or are mended."""

    silent: tuple[Finding, ...] = ()
    lapsed: tuple[Waiver, ...] = ()


def require_known(report: Report, known: Mapping[str, Code]) -> None:
    """Raise an `InputError` with its place for each rule that report.yaml lowers or waives, and that it may not."""
    errors = [_fault(code, known, report.key_position("checks", code), "lowered") for code in report.checks]
    errors += [_fault(each.rule, known, each.position("rule"), "waived") for each in report.waivers]
    raise_all([error for error in errors if error])


def _fault(code: str, known: Mapping[str, Code], at: Position | None, how: str) -> InputError | None:
    if code not in known:
        return InputError(f"there is no rule '{code}'", at, suggestion(code, known) or "reportgen explain lists them")
    return InputError(f"the rule {code} cannot be {how}", at, _PROOF) if known[code].proof else None


def settled_findings(findings: Iterable[Finding], report: Report) -> Iterator[Finding]:
    """The findings that are left, each as bad as the report has it."""
    for finding in findings:
        if waiver_of(finding, report) is None:
            severity = report.checks.get(finding.code, finding.severity)
            yield finding if severity == finding.severity else replace(finding, severity=severity)


def waiver_of(finding: Finding, report: Report) -> Waiver | None:
    """The waiver that silences a finding; it lapses with the text that it was given for."""
    about = finding.code, finding.id, finding.language or report.language
    mine = (each for each in report.waivers if (each.rule, each.id, each.language) == about)
    return next((each for each in mine if finding.text.startswith(each.text)), None)


def waivers_of(findings: Iterable[Finding], report: Report) -> Waivers:
    """What the waivers of a report do to some findings."""
    pairs = [(finding, waiver_of(finding, report)) for finding in findings]
    silent = tuple(finding for finding, waiver in pairs if waiver)
    lapsed = tuple(each for each in report.waivers if not any(each is waiver for _, waiver in pairs))
    return Waivers(silent, lapsed)
