"""Facts of a report as rows: each with the pieces that print it, and edited once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.assemble.prose import Prose
from reportgen.errors import Position, UsageError
from reportgen.facts import Value, value_said
from reportgen.language import Language
from reportgen.model.written_fact import WrittenFact
from reportgen.passes.names import settle_names_of
from reportgen.pipeline import language
from reportgen.pipeline.editing.opened import copy_reader, piece_reader
from reportgen.pipeline.editing.pieces import planned_files
from reportgen.pipeline.reading.sides import computed_facts
from reportgen.pipeline.session import Session, SessionView
from reportgen.record import record
from reportgen.recover import SentFact, SentPiece, recover
from reportgen.returned.operations import SetFact
from reportgen.tree.inlines import Content, PrintedFact, Text
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines

FactKey = tuple[str, str]
"""The block that keeps a fact (empty: the whole report) and its name."""


@record
class FactRow:
    """A fact: its value as messages say it and as its language prints it, what it counts, and its place in a file."""

    owner: str
    name: str
    kind: str
    said: str
    printed: str
    pieces: tuple[str, ...]
    counts: str = ""
    at: str = ""
    is_computed: bool = False


def fact_rows(view: SessionView, report: str) -> list[FactRow]:
    """Every fact of a report in the order of its text, those of the whole report first."""
    slug = view.slug(report)
    return view.once(("facts", slug), lambda: list(_rows(view, slug)))


def edited_fact(
    session: Session, report: str, key: FactKey, typed: str, why: str = ""
) -> tuple[Value, dict[Path, bytes]]:
    """The value that was typed for a fact, as its language prints such, and the files that hold it.

    A `UsageError` where the text is no value of this kind, or the report is held.
    """
    slug = session.now.slug(report)
    tag = session.now.report(slug).language
    value = _typed_value(session.now, slug, tag, key, typed)
    holds = copy_reader(session.now, slug, tag, why).pieces(tag, {}).holds
    held = holds.issued or holds.frozen
    if held:
        raise UsageError(held, hint="a reason opens what is frozen")
    return value, planned_files(session, slug, [SetFact(*key, value)], why)


def printed_with(
    session: Session, report: str, files: Mapping[Path, bytes], pieces: Sequence[str]
) -> dict[str, dict[str, tuple[Content, Content]]]:
    """What some pieces print now and with some files, by id and language."""
    before, after = session.now, session.with_files(files)
    slug = before.slug(report)
    found: dict[str, dict[str, tuple[Content, Content]]] = {name: {} for name in pieces}
    for tag in session.languages(slug):
        old, new = (_contents(view, slug, tag) for view in (before, after))
        for name in pieces:
            if name in old and name in new:
                found[name][tag] = old[name], new[name]
    return found


def keeper_of(view: SessionView, slug: str, tag: str, piece: str, fact: str) -> str:
    """The block that keeps a fact which a piece prints; empty where the whole report does."""
    source = view.document(slug, tag).printed_from
    wording = source.wordings.get(piece)
    owner = wording.owner if wording else ""
    return owner if fact in source.facts.get(owner, {}) else ""


def _contents(view: SessionView, slug: str, tag: str) -> dict[str, Content]:
    return {each.id: each.content for each in view.side(slug, tag).pieces}


def _rows(view: SessionView, slug: str) -> Iterator[FactRow]:
    report = view.report(slug)
    written: dict[FactKey, WrittenFact] = {("", name): fact for name, fact in report.facts.items()}
    written |= {(item.id, name): fact for item in report.all_items() for name, fact in item.all_facts().items()}
    printed = _printed(view, slug, report.language)
    values = view.document(slug, report.language).printed_from.facts
    place = piece_reader(view, slug, report.language).facts.at
    own, computed = language(view.workspace, report.language), computed_facts(report)
    for (owner, name), fact in written.items():
        value = values.get(owner, {}).get(name)
        if value is None:
            continue
        at = place(owner, name)
        yield FactRow(
            owner,
            name,
            value.kind,
            value_said(value),
            _alone(own, name, value),
            tuple(dict.fromkeys(printed.get((owner, name), ()))),
            getattr(fact, "of", ""),
            str(at) if at else "",
            (owner, name) in computed,
        )


def _printed(view: SessionView, slug: str, tag: str) -> dict[FactKey, list[str]]:
    """The pieces that print each fact."""
    found: defaultdict[FactKey, list[str]] = defaultdict(list)
    for piece in view.side(slug, tag).pieces:
        for fact in facts_of_piece(piece):
            found[keeper_of(view, slug, tag, piece.id, fact.fact), fact.fact].append(piece.id)
    return found


def facts_of_piece(piece: PrintedPiece) -> Iterator[PrintedFact]:
    """The facts that a piece prints, in the order of its text."""
    return (each for each in all_inlines(piece.content) if isinstance(each, PrintedFact))


def _typed_value(view: SessionView, slug: str, tag: str, key: FactKey, typed: str) -> Value:
    owner, name = key
    old = view.document(slug, tag).printed_from.facts.get(owner, {}).get(name)
    row = next((each for each in fact_rows(view, slug) if (each.owner, each.name) == key), None)
    if old is None or row is None:
        raise UsageError(f"there is no fact '{name}' here", hint="see the list of facts")
    if row.is_computed:
        raise UsageError(f"'{name}' is worked out from other facts", hint="edit those")
    own = language(view.workspace, tag)
    # Between signs, since what stands alone could be a heading, or begin a sentence.
    wording = f"= {{{{ {name} }}}} ="
    sent = SentPiece("fact", wording, _content(own, wording, name, old), {name: SentFact(old)})
    found = recover(sent, (Text(f"= {typed.strip()} ="),), own)
    new = next((each.new for each in found.changed if each.name == name), None)
    if new is None or found.wording != wording or found.proposed:
        hint = f"write it like {row.printed}"
        raise UsageError(f"'{typed.strip()}' is no other {old.kind} as {tag} prints it", hint=hint)
    return new


def _alone(own: Language, name: str, value: Value) -> str:
    """A fact as the language prints it inside a sentence."""
    return plain_text(_content(own, f"= {{{{ {name} }}}} =", name, value)).removeprefix("= ").removesuffix(" =")


def _content(own: Language, wording: str, name: str, value: Value) -> Content:
    """A wording that prints one fact alone, names in full."""
    prose = Prose(own, {name: value}.get, lambda _: Position(name), known=frozenset([name]))
    return settle_names_of(prose.content(wording), own, frozenset(), frozenset(), in_heading=True)
