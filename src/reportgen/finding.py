"""Findings: what a check has to say. They accumulate; errors stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from reportgen.errors import Position, printed_message
from reportgen.record import record, replace

Severity = Literal["error", "warning", "note"]


_NAMED = re.compile(r"(?P<number>.*?)\s*\((?P<id>[^()\s]+)\)\Z", re.DOTALL)
"""The name of a place: "para. 41 (kyrgyzstan-reform)"."""


@record
class Finding:
    """One remark of one rule about one place, in one language (empty: about the report itself).

    `words` are those that it is about, and `spot` their start and end in the wording, where it is known. `instead` is
    what may safely be written there. `text` is the digest of the wording, by which a waiver knows that it is the same.
    """

    code: str
    severity: Severity
    message: str
    language: str = ""
    where: str = ""
    position: Position | None = None
    hint: str = ""
    words: str = ""
    spot: tuple[int, int] | None = None
    instead: str | None = None
    text: str = ""

    @property
    def id(self) -> str:
        """The id of the piece or block that it is about; empty where it is about none."""
        found = _NAMED.match(self.where)
        return found["id"] if found else "" if " " in self.where else self.where

    @property
    def number(self) -> str:
        """The number of its place: "para. 41"; empty where it has none."""
        found = _NAMED.match(self.where)
        return found["number"] if found else ""

    def as_json(self) -> dict[str, Any]:
        """The finding as plain data, as docs/checks.md describes it."""
        names = ("code", "severity", "language", "where", "number", "id", "message", "hint", "words", "text")
        at = self.position or Position("")
        place = {"position": str(at) if at.file else "", "file": at.file, "line": at.line, "column": at.column}
        return {**{name: getattr(self, name) for name in names}, **place, "fixable": self.instead is not None}

    def __str__(self) -> str:
        parts = [self.code, self.severity, self.language, self.where]
        head = " ".join(part for part in parts if part)
        return printed_message(f"{head}: {self.message}", self.position, self.hint)


MOST_ALIKE = 3
"""How many findings with one code, language and message are listed one by one."""

_QUOTED = re.compile("'[^']*'")


def told(findings: Iterable[Finding], every: bool = False) -> Iterator[str]:
    """The findings as text; of more than three alike only the first and their number, unless `every` is set."""
    for group in alike_findings(findings):
        if every or len(group) <= MOST_ALIKE:
            yield from (str(finding) for finding in group)
        else:
            more = f"{group[0].message}, and at {len(group) - 1:,} more places (reportgen check --every lists them)"
            yield str(replace(group[0], message=more))


def alike_findings(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings in groups that say the same of several places, in the order of the first of each."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        # Of findings about words, those about other words are alike too, unless they are errors.
        about_words = finding.words and finding.severity != "error"
        message = _QUOTED.sub("''", finding.message) if about_words else finding.message
        groups.setdefault((finding.code, finding.severity, finding.language, message), []).append(finding)
    return list(groups.values())
