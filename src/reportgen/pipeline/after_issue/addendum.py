"""An addendum to an issued report: a report of its own, with the masthead of its parent and a text to be written."""

from __future__ import annotations

import re

from reportgen.amendments.folder import addendum_files
from reportgen.model.corrections import Amends
from reportgen.pipeline.after_issue.amend import Amendment, first_file, folder_name, issued_edition, with_languages
from reportgen.pipeline.after_issue.issued import reissued_slug, symbols_of_amendments
from reportgen.pipeline.numbers import Built

_ADDED = re.compile(r"/Add\.(\d+)\*?\Z")


def amend_by_addendum(built: Built, to: str = "") -> Amendment:
    """The files of the next addendum under the symbol of a report, in all languages that are issued."""
    report, workspace = built.report, built.workspace
    edition = issued_edition(built)
    slugs = filter(None, (report.slug, reissued_slug(report)))
    known = [symbol for each in slugs for _, symbol in symbols_of_amendments(workspace, each, "addendum")]
    number = 1 + max(map(_number_of, known), default=0)
    symbol = f"{report.symbol.rstrip('*')}/Add.{number}"
    slug = folder_name(workspace, to, f"{report.slug}-add.{number}")
    amends = Amends(kind="addendum", report=report.slug, symbol=report.symbol, edition=edition.number)
    names = addendum_files(report, first_file(built), symbol, amends)
    return Amendment(slug, symbol, with_languages(built, slug, names, edition.issued()))


def _number_of(symbol: str) -> int:
    """The number of an addendum; 0 for a symbol that has none."""
    match = _ADDED.search(symbol)
    return int(match[1]) if match else 0
