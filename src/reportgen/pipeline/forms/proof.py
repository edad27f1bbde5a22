"""The proof of what forms have written: every language is built again, and must print what came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen import pipeline
from reportgen.errors import ReportgenError
from reportgen.model.report import Report
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.reading.halves import at_fault
from reportgen.pipeline.reading.plan import PlannedSources
from reportgen.pipeline.reading.sides import todays_side
from reportgen.record import record, replace
from reportgen.recover import recover
from reportgen.returned.changes import Change, Reason
from reportgen.returned.decisions import same_value
from reportgen.returned.operations import InsertBlock, SetFact
from reportgen.tree.inlines import Text
from reportgen.tree.text import plain_text


@record
class ProvedForms:
    """Changes that say what came back, and the files that hold them."""

    changes: tuple[Change, ...]
    files: Mapping[Path, bytes]


@dataclass(frozen=True)
class FormProof:
    """Makes the changes in memory, builds every language again, and holds what is printed against what came back."""

    built: Built

    def proved(self, changes: Sequence[Change]) -> ProvedForms:
        """The changes; those that cannot be made, or would print something else, are open."""
        left = list(changes)
        while True:
            ready = [index for index, each in enumerate(left) if each.operations]
            try:
                files, planned = self._planned(left, ready)
                refused = self._unlike(left, ready, planned) if files else {}
            except ReportgenError as error:
                files, refused = {}, at_fault(ready, lambda some: self._planned(left, some), error)
            if not refused:
                return ProvedForms(tuple(left), files)
            for index, (state, why) in refused.items():
                left[index] = replace(left[index], state=state, why=(*left[index].why, why), operations=())

    def _planned(self, changes: Sequence[Change], ready: Sequence[int]) -> tuple[Mapping[Path, bytes], Built]:
        plan = PlannedSources(self.built.workspace, self.built.report.slug, {})
        # Each new paragraph goes directly behind the last one that stands, so that the first of them comes last.
        plan.make([each for index in reversed(ready) for each in changes[index].operations])
        if not plan.files:
            return {}, self.built
        planned = Built(plan.now, pipeline.load(plan.now, self.built.report.slug))
        planned.original()  # what cannot be built at all is told here
        return plan.files, planned

    def _unlike(self, changes: Sequence[Change], ready: Sequence[int], planned: Built) -> dict[int, Reason]:
        """Why some changes do not say what came back, or cannot be printed in one of the languages."""
        report = planned.report
        facts = {(item.id, name): fact.value for item in report.all_items() for name, fact in item.all_facts().items()}
        found: dict[int, Reason] = {}
        for index in ready:
            for each in changes[index].operations:
                if isinstance(each, SetFact) and not same_value(facts.get((each.owner, each.name)), each.value):
                    found[index] = ("open", "the report would not hold this value")
        for tag in self.built.tags():
            new = {each.id: each.message for each in planned[tag].broken}
            old = {each.id for each in self.built[tag].broken}
            for name in new.keys() - old:
                block = self._block(report, name)
                blamed = [index for index in ready if changes[index].id == block]
                found |= dict.fromkeys(blamed or ready, ("open", f"it cannot be printed in {tag}: {new[name]}"))
        return found | self._prose(changes, ready, planned)

    def _block(self, report: Report, piece: str) -> str:
        return next((item.id for item in report.all_items() for name, _ in item.entries() if name == piece), piece)

    def _prose(self, changes: Sequence[Change], ready: Sequence[int], planned: Built) -> dict[int, Reason]:
        """The new paragraphs in the sender's own words that would print other ones."""
        new = {index: each for index in ready for each in changes[index].operations if isinstance(each, InsertBlock)}
        prose = {index: each for index, each in new.items() if each.block.key == "text"}
        if not prose:
            return {}
        side = todays_side(planned.workspace, planned.report, planned.original())
        language = pipeline.language(planned.workspace, planned.report.language, planned.report)
        found = dict[int, Reason]()
        printed = {each.id: each.content for each in side.pieces}
        for index, each in prose.items():
            piece, text = side.sent[each.block.id], changes[index].texts[1]
            again = recover(piece, (Text(text),), language)
            if again.wording != piece.wording or again.changed or again.proposed or again.gone:
                found[index] = ("open", f"it would print: {plain_text(printed[each.block.id])}")
        return found
