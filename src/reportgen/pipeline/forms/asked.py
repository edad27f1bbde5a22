"""A form made of a report as it stands: `FormMaker(built).form(section, language, office)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportgen import pipeline
from reportgen.errors import OutputError, UsageError, suggestion
from reportgen.forms.answers import AnswerReader
from reportgen.forms.questions import AskedFact, ContributionForm, form_pieces, new_paragraphs
from reportgen.forms.words import form_words
from reportgen.model.written_fact import WrittenFact
from reportgen.pipeline.forms.kept import Contributions, kept_contributions, office_name
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.reading.sides import todays_side
from reportgen.returned.layout import Layout, layout_of
from reportgen.returned.sides import KnownSide
from reportgen.templates.kinds import kinds
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text

MOST_COPIES = 20
"""Empty paragraphs of each kind that a form may offer."""


@dataclass
class FormMaker:
    """Makes forms of one report; its sides are built once for all of them."""

    built: Built

    def __post_init__(self) -> None:
        self._sides: dict[str, KnownSide] = {}

    @cached_property
    def layout(self) -> Layout:
        """Which block each piece belongs to, and which part each block."""
        return layout_of(self.built.report)

    @cached_property
    def known(self) -> Contributions:
        """What was written of forms before."""
        return kept_contributions(self.built.workspace, self.built.report.slug)

    def side(self, tag: str) -> KnownSide:
        """What is printed today in a language."""
        if tag not in self._sides:
            self._sides[tag] = todays_side(self.built.workspace, self.built.report, self.built[tag])
        return self._sides[tag]

    def form(
        self, section: str, tag: str, office: str, copies: int = 1, received: int | None = None
    ) -> ContributionForm:
        """The form of a section (empty: the whole report); a `UsageError` where there is no such section or language.

        The section is named by its id. With `received`, it is the form that was made after so many had come in.
        """
        self._require(section, tag)
        report = self.built.report
        received = len(self.known.contributions) if received is None else received
        without = self.known.added_after(received)
        asked = [(piece, facts) for piece, facts in self._pieces(section, tag) if not self._owners(piece) & without]
        pieces = tuple(form_pieces(asked))
        first = 1 + sum(len(each.questions) for each in pieces)
        added = tuple(new_paragraphs(kinds(self.built.workspace), copies, bool(section), first))
        names = {each.id: plain_text(each.content) for each in self.side(tag).pieces}
        return ContributionForm(
            report.symbol,
            names.get("title", ""),
            section,
            names.get(section, ""),
            office,
            tag,
            copies,
            received,
            pieces,
            added,
        )

    def _require(self, section: str, tag: str) -> None:
        known = [name for name in self.layout.levels if name != self.layout.summary]
        if section and section not in known:
            hint = suggestion(section, known) or f"sections: {', '.join(known)}"
            raise UsageError(f"there is no section '{section}'", hint=hint)
        if tag not in self.built.tags():
            raise UsageError(f"the report is not written in '{tag}'", hint=f"languages: {', '.join(self.built.tags())}")

    def _pieces(self, section: str, tag: str) -> Iterator[tuple[PrintedPiece, Mapping[str, AskedFact]]]:
        """The pieces of a section, with the facts of theirs that may be asked for: none that is worked out."""
        side = self.side(tag)
        for piece in side.text():
            owner = self.layout.owners.get(piece.id, "")
            if owner and piece.id in side.sent and (not section or self._is_in(owner, section)):
                facts = side.sent[piece.id].facts.items()
                asked = {name: fact.value for name, fact in facts if fact.scope == "piece"}
                yield (
                    piece,
                    {name: AskedFact(owner, value, self._of(owner, name, tag)) for name, value in asked.items()},
                )

    def _owners(self, piece: PrintedPiece) -> frozenset[str]:
        return frozenset((piece.id, self.layout.owners.get(piece.id, "")))

    def _is_in(self, block: str, section: str) -> bool:
        """Whether a block stands in a section, or in one below it."""
        part = block
        while part and part != section:
            part = self.layout.parents.get(part, "")
        return part == section

    def _of(self, owner: str, name: str, tag: str) -> str:
        """What a figure counts, which authors say in the language of the report."""
        if tag != self.built.report.language:
            return ""
        fact = self._facts.get(owner, {}).get(name)
        return fact.of if fact else ""

    @cached_property
    def _facts(self) -> dict[str, dict[str, WrittenFact]]:
        return {item.id: item.all_facts() for item in self.built.report.all_items()}


def written_form(built: Built, form: ContributionForm, kind: str) -> bytes:
    """A form as the bytes of a file: "docx" or "xlsx"."""
    words = form_words(built.workspace, form.language)
    reader = AnswerReader(pipeline.language(built.workspace, form.language, built.report))
    if kind == "docx":
        from reportgen.forms.word_form import write_word_form

        return write_word_form(form, words, reader)
    if kind == "xlsx":
        from reportgen.forms.sheet import write_sheet_form

        return write_sheet_form(form, words, reader)
    raise OutputError(f"forms are not written as '{kind}'", hint="docx or xlsx")


def form_path(built: Built, form: ContributionForm, kind: str) -> Path:
    """Where a form goes unless somebody says so: outputs/<slug>/<slug>.form.<section>.<office>.<tag>.<kind>."""
    slug = built.report.slug
    parts = [slug, "form", form.section or "report", *filter(None, [office_name(form.office)]), form.language, kind]
    return built.workspace.root / "outputs" / slug / ".".join(parts)
