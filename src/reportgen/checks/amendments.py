"""An issued document and its corrigenda say the same: every change has its item, and every item changes something."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.amendments.issued import Issued, faults_of_items, uncovered
from reportgen.checks.content import names_of
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.tree.sent import sent_document

CODES = {
    "RG097": Code(
        "a change of an issued text stands in no corrigendum",
        "Whoever holds the issued document and its corrigenda must be able to tell what the text is now. Take the "
        "change back, or write it into a corrigendum: reportgen amend REPORT --as corrigendum, which writes anew one "
        "that is still a draft.",
        proof=True,
    ),
    "RG098": Code(
        "an item of a corrigendum changes nothing",
        "Its words stand not once at its place in the issued document, or it was made for another text, or the text is "
        "the same with and without it. Write the corrigendum anew: reportgen amend REPORT --as corrigendum.",
        proof=True,
    ),
    "RG099": Code(
        "a corrigendum was made for another edition",
        "The digest that it keeps of the issued document is not that of the edition which it names. Write it anew: "
        "reportgen amend REPORT --as corrigendum.",
        proof=True,
    ),
    "RG100": Code(
        "a reissue says something else than what was issued",
        "It goes out for technical reasons, and its text is that of the issued document with its corrigenda. Take the "
        "change back; what is wrong in the text is a corrigendum, or a revision: reportgen amend REPORT.",
        proof=True,
    ),
}

_ANEW = "reportgen amend {} --as corrigendum"


def check(edition: Edition) -> Iterator[Finding]:
    """Carry out every corrigendum on the issued text, and compare what comes of it with what is printed today."""
    for tag, issued in edition.issued.items():
        if tag in edition.documents:
            yield from _items(edition, tag, issued)
            yield from _editions(tag, issued)
            yield from _covered(edition, tag, issued) if not issued.own else ()


def _items(edition: Edition, tag: str, issued: Issued) -> Iterator[Finding]:
    for fault in faults_of_items(issued, edition.languages[tag].conventions):
        if issued.own in ("", fault.symbol):
            message = f"item {fault.number} of {fault.symbol} about '{fault.piece}': {fault.why}"
            where = f"item-{fault.number}" if issued.own else fault.piece
            slug = issued.corrigenda[fault.symbol].report
            yield Finding("RG098", "error", message, tag, where, None, _ANEW.format(slug))


def _editions(tag: str, issued: Issued) -> Iterator[Finding]:
    for symbol, corrections in issued.corrigenda.items():
        if issued.own in ("", symbol) and corrections.before.get(tag) != issued.sent.identity.digest:
            message = f"{symbol} was made for another text than edition {corrections.edition} of {corrections.symbol}"
            yield Finding("RG099", "error", message, tag, "title", None, _ANEW.format(corrections.report))


def _covered(edition: Edition, tag: str, issued: Issued) -> Iterator[Finding]:
    """Findings for what the ledger takes for corrected, or does not know; all else it has refused (RG092)."""
    refused = {key for each in edition.audit.standings for key in each.issued.get(tag, ())} if edition.audit else set()
    document, amends = edition.documents[tag], edition.report.amends
    code, hint = "RG097", _ANEW.format(edition.report.slug)
    if amends and amends.kind == "reissue":
        code, hint = "RG100", f"reportgen amend {amends.report} --as corrigendum, or --as revision"
    names = names_of(document)
    for each in uncovered(issued, sent_document(document).pieces, edition.languages[tag].conventions):
        if each.piece not in refused:
            message = f"the text is not what {issued.sent.identity.symbol} and its corrigenda say"
            where = names.get(each.piece, each.piece)
            yield Finding(code, "error", message, tag, where, None, hint)
