"""Computed facts worked out, and values with a proof compared with what they are computed from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportgen.computed import NotComputable, Quantity, computed, quantity_of, rounded
from reportgen.computed.bounds import Bounds, BoundsByQualifier
from reportgen.errors import InputError, ReportgenError
from reportgen.facts import Count, Percent, Qualified, Value
from reportgen.inputs.computed_tables import with_computed_tables
from reportgen.inputs.operands import Operands
from reportgen.model.blocks import Item
from reportgen.model.computed_facts import ComputedFact, ProvedFact
from reportgen.model.report import Report
from reportgen.model.written_fact import WrittenFact
from reportgen.record import replace

_MOST_SHOWN = 12


def compute(report: Report, bounds: BoundsByQualifier) -> tuple[Report, list[ReportgenError]]:
    """The report with its computed cells, every computed fact with its value; and what is wrong, with its place."""
    filled, errors = with_computed_tables(report, _Computing(report, bounds).operands)
    # Cells of one table may be computed from those of another, which are there in the next round.
    while errors:
        filled, left = with_computed_tables(filled, _Computing(filled, bounds).operands)
        if len(left) >= len(errors):
            break
        errors = left
    return filled, [*errors, *_Computing(filled, bounds).errors()]


class _Computing:
    """Works out the facts of one report; `open` are those that are being worked out."""

    def __init__(self, report: Report, bounds: BoundsByQualifier) -> None:
        self.report, self.bounds = report, bounds
        self.owners: dict[int, Item | None] = {}
        self.open: list[tuple[str, ComputedFact]] = []
        self.values: dict[int, Value] = {}
        self.failed: set[int] = set()
        self.operands = Operands(report, self.value_of)
        self.facts: list[tuple[str, WrittenFact]] = []
        for owner in (None, *report.all_items()):
            for name, fact in (owner.all_facts() if owner else report.facts).items():
                self.facts.append((name, fact))
                self.owners[id(fact)] = owner
                if isinstance(fact, ProvedFact) and fact.computed:
                    self.owners[id(fact.computed)] = owner

    def errors(self) -> Iterator[ReportgenError]:
        """Compute and prove every fact; what is wrong, each with its place."""
        for name, fact in self.facts:
            try:
                if isinstance(fact, ComputedFact):
                    self.value_of(fact)
                elif isinstance(fact, ProvedFact) and fact.computed:
                    self.prove(name, fact, fact.computed)
            except NotComputable as fault:
                place = fact.computed if isinstance(fact, ProvedFact) and fact.computed else fact
                position = place.place_of_value() or fact.place_of_value()
                yield InputError(f"'{name}' cannot be computed: {fault.message}", position, fault.hint)

    def value_of(self, fact: WrittenFact) -> Value:
        """The value of a fact; that of a computed one is worked out, once."""
        if not isinstance(fact, ComputedFact):
            return fact.value
        if id(fact) not in self.values:
            if any(each is fact for _, each in self.open):
                raise NotComputable("it is computed from itself", "an operand leads back to the fact: take it out")
            self.open.append(("", fact))
            try:
                found = computed(fact.operation, self.quantities(fact), fact.places)
                self.values[id(fact)] = replace(found, series=fact.series) if isinstance(found, Count) else found
            finally:
                self.open.pop()
            fact.find(self.values[id(fact)])
        return self.values[id(fact)]

    def quantities(self, fact: ComputedFact) -> list[Quantity]:
        return self.operands.of(fact, self.owners.get(id(fact)))

    def prove(self, name: str, fact: ProvedFact, proof: ComputedFact) -> None:
        """Raise an error where the value does not say what it is computed from, with the sum shown."""
        exact, said = self.value_of(proof), fact.value
        plain = replace(said, qualifier="exact") if isinstance(said, Qualified) else said
        one, other = _comparable(name, plain), _comparable(name, exact)
        if one.unit != other.unit:
            message = f"it is {said.kind}, and what is computed is {exact.kind} ({exact})"
            raise NotComputable(message, "the proof has the unit of the value")
        qualifier = said.qualifier if isinstance(said, Qualified) else "exact"
        bounds = self.bounds.get(qualifier, Bounds())
        holds = one.number == other.number if qualifier == "exact" else bounds.hold(one.number, other.number)
        if not holds:
            words = "" if qualifier == "exact" else f"{qualifier.replace('_', ' ')} "
            shown = self._shown(proof)
            message = f"it says {words}{plain}, and what is computed is {exact}{shown}"
            raise NotComputable(message, f"write {exact}, or correct what it is computed from")

    def _shown(self, proof: ComputedFact) -> str:
        """The numbers that were computed with, or the names that were counted."""
        quantities = self.quantities(proof)
        texts = [each.name if proof.operation == "distinct" else _number(each.number) for each in quantities]
        more = " …" if len(texts) > _MOST_SHOWN else ""
        joint = ", " if proof.operation in ("distinct", "rank") else " and "
        joint = " + " if proof.operation == "sum" else joint
        return f" ({joint.join(texts[:_MOST_SHOWN])}{more})" if texts else ""


def _comparable(name: str, value: Value) -> Quantity:
    quantity = quantity_of(name, value)
    return replace(quantity, unit="per cent") if isinstance(value, Percent) else quantity


def _number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{rounded(number, 6).normalize():f}"
