"""Findings: what a check has to say. They accumulate; errors stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from reportgen.errors import Position, printed_message
from reportgen.record import record, replace

Severity = Literal["error", "warning", "note"]


@record
class Finding:
    """One remark of one rule about one place, in one language (empty: about the report itself)."""

    code: str
    severity: Severity
    message: str
    language: str = ""
    where: str = ""
    position: Position | None = None
    hint: str = ""

    def as_json(self) -> dict[str, Any]:
        """The finding as plain data."""
        fields = {name: getattr(self, name) for name in ("code", "severity", "language", "where", "message", "hint")}
        return {**fields, "position": str(self.position) if self.position else ""}

    def __str__(self) -> str:
        parts = [self.code, self.severity, self.language, self.where]
        head = " ".join(part for part in parts if part)
        return printed_message(f"{head}: {self.message}", self.position, self.hint)


MOST_ALIKE = 3
"""How many findings with one code, language and message are listed one by one."""


def told(findings: Iterable[Finding], every: bool = False) -> Iterator[str]:
    """The findings as text; of more than three alike only the first and their number, unless `every` is set."""
    alike: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.code, finding.severity, finding.language, finding.message), []).append(finding)
    for group in alike.values():
        if every or len(group) <= MOST_ALIKE:
            yield from (str(finding) for finding in group)
        else:
            more = f"{group[0].message}, and at {len(group) - 1:,} more places (reportgen check --every lists them)"
            yield str(replace(group[0], message=more))
