"""What was frozen or issued does not change unless someone answers for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.content import names_of
from reportgen.checks.edition import Code, Edition
from reportgen.comparison.difference import Difference
from reportgen.errors import Position
from reportgen.finding import Finding, Severity
from reportgen.ledger.standing import Standing
from reportgen.tree.path import whole_of
from reportgen.tree.walk import all_blocks

CODES = {
    "RG091": Code(
        "a change to a frozen report is not accepted",
        "A frozen report is with its translators: an insertion, a deletion or a move changes numbers in all languages "
        "and in every copy. Take it back, or let someone answer for it: reportgen numbers accept REPORT ID --why "
        '"…". All languages are then numbered anew together, and reportgen numbers slip says what became of which '
        "number.",
        proof=True,
    ),
    "RG092": Code(
        "an issued document is changed",
        "Numbers and text of an issued language are citations. Take the change back; or write the corrigendum that "
        "says it, which may concern one language (reportgen amend REPORT --as corrigendum); or revise the report under "
        "a symbol of its own (reportgen amend REPORT --as revision), which begins a new draft.",
        proof=True,
    ),
    "RG093": Code(
        "an accepted change is not made",
        "The ledger says that a change was accepted, and a slip may have gone out; but the report does not have it, or "
        "has it at another place. Make the change, or take its line out of numbering.yaml.",
        proof=True,
    ),
    "RG094": Code(
        "a frozen text has another wording",
        "New wording moves no number. It is reported, so that the translators hear of it.",
        proof=True,
    ),
    "RG095": Code(
        "the report has a new symbol",
        "The ledger's editions went out under another symbol, so nothing is held to them. Freeze the report when it "
        "goes out; until then it is a draft.",
        proof=True,
    ),
    "RG096": Code(
        "a number differs from the frozen one without reason",
        "No block was inserted, deleted or moved that would explain it. The ledger was changed by hand, or the report "
        "is numbered otherwise than it was.",
        proof=True,
    ),
}

_AMENDMENT = "reportgen amend {} --as corrigendum, or --as revision"


def check(edition: Edition) -> Iterator[Finding]:
    """Report the differences from the ledger that are not allowed."""
    audit = edition.audit
    if audit is None:
        return
    if audit.superseded:
        yield Finding("RG095", "note", f"the last edition went out as {audit.superseded}; this is a draft of a new one")
    names = names_of(edition.original)
    places = {block.id: getattr(block, "position", None) for block in all_blocks(edition.original)}
    for standing in audit.standings:
        yield from _Standing(standing, edition.report.slug, names, places).findings()


class _Standing:
    """Findings about the languages that are held to one edition."""

    def __init__(
        self, standing: Standing, slug: str, names: Mapping[str, str], places: Mapping[str, Position | None]
    ) -> None:
        self.standing, self.slug, self.names, self.places = standing, slug, names, places
        self.known = {each.id for each in standing.differences}
        self.frozen = [tag for tag, state in standing.states.items() if state == "frozen"]

    def findings(self) -> Iterator[Finding]:
        wholes: dict[str, list[Difference]] = {}
        for each in self.standing.differences:
            if each.key in self.standing.refused:
                wholes.setdefault(self._whole(each), []).append(each)
        for each in self.standing.differences:
            if each.id in wholes:
                yield self._refused(each, wholes[each.id])
            yield from self._issued(each)
            yield from self._reworded(each)
        # A draft may be renumbered freely.
        if self.frozen:
            yield from (self._unexplained(each) for each in self.standing.unexplained())
        for lost in self.standing.unmade:
            message = f"accepted as {lost.change} ({lost.why}), but not so in the report"
            yield Finding("RG093", "error", message, "", self.names.get(lost.id, lost.id), lost.position)

    def _whole(self, each: Difference) -> str:
        """The id of the table, figure or box of a part (t/2-3), so that many cells make one finding."""
        base = whole_of(each.id)
        return base if base in self.known else each.id

    def _refused(self, each: Difference, changed: Sequence[Difference]) -> Finding:
        since = f"since edition {self.standing.edition}, which is frozen in {', '.join(self.frozen)}"
        hint = f'reportgen numbers accept {self.slug} {each.id} --why "…"'
        said = _said(each) if each in changed else _said_of_parts(changed)
        return self._finding("RG091", "error", f"{said} {since}", each, hint=hint)

    def _issued(self, each: Difference) -> Iterator[Finding]:
        for tag, ids in self.standing.issued.items():
            if each.key in ids:
                what = f"{_said(each)} since" if each.place != "same" else "the text is not that of"
                message = f"{what} edition {self.standing.edition}, which is issued"
                yield self._finding("RG092", "error", message, each, tag, _AMENDMENT.format(self.slug))

    def _reworded(self, each: Difference) -> Iterator[Finding]:
        for tag in each.reworded:
            if tag in self.frozen:
                message = f"reworded since edition {self.standing.edition}, which is frozen"
                yield self._finding("RG094", "note", message, each, tag)

    def _unexplained(self, each: Difference) -> Finding:
        was = ".".join(str(step) for step in each.old)
        return self._finding("RG096", "error", f"it was {was} in edition {self.standing.edition}", each)

    def _finding(
        self, code: str, severity: Severity, message: str, each: Difference, tag: str = "", hint: str = ""
    ) -> Finding:
        where = self.names.get(each.id, each.id)
        position = each.position or self.places.get(each.id)
        return Finding(code, severity, message, tag, where, position, hint)


def _said_of_parts(parts: Sequence[Difference]) -> str:
    """What happened to parts of a block, in words: 4 parts inserted, 1 part deleted."""
    counts = Counter(each.place for each in parts)
    return ", ".join(f"{count} part{'s' * (count > 1)} {place}" for place, count in counts.items())


def _said(each: Difference) -> str:
    """What happened, in words: deleted (was paragraph 41), moved (was 12), inserted (split from …)."""
    was = ".".join(str(step) for step in each.old)
    notes = [f"was {was}" if was and each.place != "inserted" else "", each.remark]
    told = ", ".join(filter(None, notes))
    return f"{each.place} ({told})" if told else each.place
