"""A revision of an issued report: the whole text once more, under a symbol and in a folder of its own."""

from __future__ import annotations

import re

from reportgen.located import Delete, Edit, Insert, Replace
from reportgen.located.splice import splice
from reportgen.model.corrections import AmendmentKind, Amends
from reportgen.pipeline.after_issue.amend import Amendment, folder_name, issued_edition
from reportgen.pipeline.copied import copied_report
from reportgen.pipeline.numbers import Built

_REVISED = re.compile(r"/Rev\.(\d+)\*?\Z")
_OF_A_LANGUAGE = ("po", "state.yaml", "notes.yaml")


def amend_by_revision(built: Built, to: str = "") -> Amendment:
    """The files of a revision: those of the report with all its languages, its ledger and what was sent.

    The ledger knows the issued document, so that its numbers and its text can be compared with those of the revision
    until it is frozen, and afterwards.
    """
    report, workspace = built.report, built.workspace
    edition = issued_edition(built)
    match = _REVISED.search(report.symbol)
    base = report.symbol[: match.start()] if match else report.symbol.rstrip("*")
    number = int(match[1]) + 1 if match else 1
    symbol = f"{base}/Rev.{number}"
    stem = re.sub(r"(-rev\.\d+)?(-reissued)?\Z", "", report.slug)
    slug = folder_name(workspace, to, f"{stem}-rev.{number}")
    return with_whole_text(built, slug, symbol, "revision", edition.number)


def with_whole_text(
    built: Built, slug: str, symbol: str, kind: AmendmentKind, edition: int, reissued: str = ""
) -> Amendment:
    """The files of an amendment that has the text of the report it amends; `reissued` is the day of a reissue."""
    report, workspace = built.report, built.workspace
    files = copied_report(workspace, report.slug, slug, _OF_A_LANGUAGE)
    first = workspace.root / "inputs" / slug / "report.yaml"
    amends = Amends(kind=kind, report=report.slug, symbol=report.symbol, edition=edition).model_dump()
    edits: list[Edit] = [Replace(("symbol",), symbol)]
    if report.amends is None:
        edits.append(Insert(("amends",), amends, "facts" if report.facts else "sections"))
    else:
        edits += [Replace(("amends", name), value) for name, value in amends.items()]
    if report.masthead.reissued:
        edits.append(Delete(("masthead", "reissued")))
    if reissued:
        edits.append(Insert(("masthead", "reissued"), {"date": reissued}))
    files[first] = splice(files[first], edits, "report.yaml")
    return Amendment(slug, symbol, files)
