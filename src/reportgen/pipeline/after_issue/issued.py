"""What went out as issued, and the corrigenda to it: found in the workspace by the folders that keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.amendments.issued import Issued
from reportgen.errors import InputError, Position
from reportgen.inputs.corrections import CORRECTIONS, load_corrections
from reportgen.inputs.load import load
from reportgen.ledger import write_file as ledgers
from reportgen.ledger.kept import load_kept
from reportgen.ledger.model import LedgerEdition
from reportgen.located import read
from reportgen.model.corrections import AmendmentKind, Corrections
from reportgen.model.report import Report
from reportgen.record import record
from reportgen.tree.sent import SentDocument
from reportgen.workspace import Workspace

_NUMBER = re.compile(r"/Corr\.(\d+)\*?\Z")
_NO_EDITION = "reportgen numbers freeze keeps what is printed; for a report issued before, add --from FILE…"


@record
class Corrigendum:
    """A corrigendum in the workspace: its folder's name, its symbol, what it corrects; a draft until it is frozen."""

    slug: str
    symbol: str
    corrections: Corrections
    is_draft: bool

    @property
    def number(self) -> int:
        """Its number under the symbol of its parent."""
        match = _NUMBER.search(self.symbol)
        return int(match[1]) if match else 0


def corrigenda_of(workspace: Workspace, slug: str) -> list[Corrigendum]:
    """The corrigenda to a report in the order of their numbers."""
    found = []
    for name in workspace.reports():
        corrections = load_corrections(workspace, name) if workspace.find("inputs", name, CORRECTIONS) else None
        if corrections and corrections.report == slug:
            is_draft = workspace.find("inputs", name, ledgers.NAME) is None
            found.append(Corrigendum(name, load(workspace, name).symbol, corrections, is_draft))
    return sorted(found, key=lambda each: each.number)


def reissued_slug(report: Report) -> str:
    """The folder of the document that a report is the reissue of; empty where it is none."""
    return report.amends.report if report.amends and report.amends.kind == "reissue" else ""


def symbols_of_amendments(workspace: Workspace, slug: str, kind: AmendmentKind) -> Iterator[tuple[str, str]]:
    """The folders and symbols of all amendments of a kind to a report, as their first files have them.

    A report that cannot be read is no matter of another one, and is left out.
    """
    for name in workspace.reports():
        try:
            first = read(workspace, workspace.root / "inputs" / name / "report.yaml")
        except InputError:
            continue
        amends = first.get("amends")
        if isinstance(amends, dict) and (amends.get("kind"), amends.get("report")) == (kind, slug):
            yield name, str(first.get("symbol", ""))


def issued_texts(workspace: Workspace, slug: str, edition: LedgerEdition) -> dict[str, SentDocument]:
    """What an edition printed in each language that is issued; an `InputError` where nobody kept it."""
    kept = load_kept(workspace, slug, edition.number)
    found = {}
    for tag in edition.issued():
        document = kept.document(tag) if kept else None
        if document is None:
            message = f"what edition {edition.number} printed in {tag} was not kept"
            raise InputError(message, Position(f"inputs/{slug}/numbering.yaml"), _NO_EDITION)
        found[tag] = document
    return found


def issued_documents(workspace: Workspace, report: Report) -> dict[str, Issued]:
    """What a report is held to, of a corrigendum what it corrects, of a reissue what it is the same as, by language.

    Nothing where no corrigendum is about an issued report: the ledger alone holds it then.
    """
    amends = report.amends
    kind = amends.kind if amends else ""
    is_about_another = amends is not None and kind in ("corrigendum", "reissue")
    slug = amends.report if amends and is_about_another else report.slug
    symbol = amends.symbol if amends and is_about_another else report.symbol
    if workspace.find("inputs", slug, ledgers.NAME) is None:
        return {}
    corrigenda = {each.symbol: each.corrections for each in corrigenda_of(workspace, slug)}
    ledger = ledgers.load(workspace, slug)
    editions = [each for each in ledger.under(symbol) if each.issued()]
    if not (corrigenda or kind == "reissue") or not editions:
        return {}
    own = report.symbol if kind == "corrigendum" else ""
    texts = issued_texts(workspace, slug, editions[-1])
    return {tag: Issued(sent, corrigenda, own) for tag, sent in texts.items()}
