"""What may be typed at a place of a text: facts of its paragraph, names of the lexicon with their forms, references."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reportgen.errors import ReportgenError
from reportgen.facts import value_said
from reportgen.language import Language
from reportgen.language.lookup import entries_beginning
from reportgen.pipeline import language
from reportgen.pipeline.editing.opened import OpenedPiece
from reportgen.pipeline.editing.preview import printed_alone
from reportgen.pipeline.session import SessionView
from reportgen.record import record
from reportgen.tree.text import plain_text

_MOST = 40


@record
class Offer:
    """Something to put into a text: what kind of thing it is, what is printed, and what it says."""

    kind: str
    text: str
    said: str
    fact: str = ""


def offers_for(view: SessionView, slug: str, tag: str, opened: OpenedPiece | None, typed: str) -> list[Offer]:
    """What goes with some letters or figures that were typed, what is nearest first."""
    own, wanted = language(view.workspace, tag), typed.strip().casefold()
    found = [_facts(own, opened, wanted), _names(own, wanted), _references(own, view, slug, tag, opened, wanted)]
    return list(islice((each for offers in found for each in offers), _MOST))


def _facts(own: Language, opened: OpenedPiece | None, wanted: str) -> Iterator[Offer]:
    """The facts that a piece may print, those of its own paragraph first."""
    if opened is None:
        return
    facts = sorted(opened.sent.facts.items(), key=lambda each: each[1].scope == "report")
    for name, fact in facts:
        said = value_said(fact.value)
        text = _printed(own, opened, f"{{{{ {name} }}}}")
        if text and (
            not wanted or wanted in name.casefold() or any(each.casefold().startswith(wanted) for each in (said, text))
        ):
            yield Offer("fact", text, f"{name} = {said}", name)


def _references(
    own: Language, view: SessionView, slug: str, tag: str, opened: OpenedPiece | None, wanted: str
) -> Iterator[Offer]:
    """Cross-references to paragraphs whose number, id or first words are wanted."""
    if opened is None or not wanted:
        return
    wanted = wanted.removeprefix("para").lstrip(". ")
    for piece in view.side(slug, tag).pieces:
        if piece.kind != "paragraph" or not piece.label:
            continue
        text = plain_text(piece.content)
        if piece.label.strip(". ") == wanted or (not wanted.isdecimal() and wanted in piece.id):
            printed = _printed(own, opened, f'{{{{ para("{piece.id}") }}}}')
            if printed:
                yield Offer("reference", printed, text[:80])


def _names(own: Language, wanted: str) -> Iterator[Offer]:
    if len(wanted) < 2 or wanted.isdecimal() or wanted.startswith("para"):
        return
    found = entries_beginning(own.lexicon, wanted, _MOST)
    # What is typed is most often the beginning of a name, and seldom a word in the midst of a long one.
    for entry in sorted(found, key=lambda each: len(each.forms[""].full)):
        for form, variants in entry.forms.items():
            yield Offer("name", variants.full.replace("*", ""), f"{entry.kind} {entry.id}{f', {form}' if form else ''}")


def _printed(own: Language, opened: OpenedPiece, wording: str) -> str:
    try:
        return plain_text(printed_alone(own, opened.shown[opened.language], f"a {wording}")).removeprefix("a ")
    except ReportgenError:
        return ""
