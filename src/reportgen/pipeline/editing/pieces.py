"""A piece as it was typed: what is to be done to the sources, and the files that do it, proved by printing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from reportgen.errors import ReportgenError
from reportgen.pipeline import language
from reportgen.pipeline.editing.opened import OpenedPiece, piece_reader
from reportgen.pipeline.reading.holds import accepted_ledger
from reportgen.pipeline.reading.plan import PlannedSources
from reportgen.pipeline.session import Session, SessionView
from reportgen.record import field, record, replace
from reportgen.recover import Recovered, SentPiece, recover
from reportgen.returned.changes import Change
from reportgen.returned.operations import Operation
from reportgen.returned.sides import looks_alike
from reportgen.tree.inlines import Content
from reportgen.tree.text import plain_text

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@record
class TypedPiece:
    """What a piece that was typed is: its wording with its facts, what becomes of it, and the files to write."""

    recovered: Recovered
    change: Change
    files: Mapping[Path, bytes] = field(default_factory=dict)


def read_typed(
    view: SessionView, opened: OpenedPiece, content: Content, answers: Mapping[str, str] = _NO_ANSWERS, why: str = ""
) -> TypedPiece:
    """What was typed, laid on what is there now; nothing is planned of it yet.

    `answers` are choices by the keys of questions, `why` is the reason for a change of a frozen report.
    """
    today = view.side(opened.slug, opened.language).sent.get(opened.id)
    reader = piece_reader(view, opened.slug, opened.language, why) if why else opened.reader
    recovered = recover(_with_facts_of(opened.sent, today), content, reader.language, answers)
    # What was answered is asked no more.
    left = replace(recovered, questions=tuple(each for each in recovered.questions if each.key not in answers))
    return TypedPiece(recovered, reader.change(opened.sent, opened.printed, content, today, left))


def edited_piece(
    session: Session, opened: OpenedPiece, content: Content, answers: Mapping[str, str] = _NO_ANSWERS, why: str = ""
) -> TypedPiece:
    """What was typed with the files that hold it; a change that is not ready, or would print otherwise, has none."""
    view = session.now
    fresh = replace(opened, reader=piece_reader(view, opened.slug, opened.language, why))
    typed = read_typed(view, fresh, content, answers, why)
    if typed.change.state != "ready":
        return typed
    try:
        files = planned_files(session, opened.slug, typed.change.operations, why)
        otherwise = _prints_otherwise(session.with_files(files), opened, content)
    except ReportgenError as error:
        return replace(typed, change=_refused(typed.change, error.message))
    if otherwise:
        return replace(typed, change=_refused(typed.change, f"it would print: {otherwise}"))
    return replace(typed, files=files)


def planned_files(session: Session, slug: str, operations: Iterable[Operation], why: str = "") -> dict[Path, bytes]:
    """The files with some operations made, and the ledger with what was accepted of them; an error where one fails."""
    view = session.now
    plan = PlannedSources(view.workspace, slug, {})
    plan.make(list(operations))
    after = session.with_files(plan.files)
    for tag in session.languages(slug):
        after.document(slug, tag)
    if plan.files and why:
        plan.files |= accepted_ledger(plan.now, slug, view.built(slug), why)
    return plan.files


def _with_facts_of(sent: SentPiece, today: SentPiece | None) -> SentPiece:
    """The piece with the facts that it has only today, which its writer may have seen meanwhile."""
    return replace(sent, facts={**(today.facts if today else {}), **sent.facts})


def _refused(change: Change, why: str) -> Change:
    return replace(change, state="open", why=(*change.why, why), operations=())


def _prints_otherwise(view: SessionView, opened: OpenedPiece, content: Content) -> str:
    """What would be printed in the place of what was typed, but for what reportgen decides; empty where nothing is."""
    side = view.side(opened.slug, opened.language)
    printed = next(each.content for each in side.pieces if each.id == opened.id)
    if looks_alike(printed, content):
        return ""
    known = side.sent[opened.id]
    found = recover(known, content, language(view.workspace, opened.language))
    is_ours = found.wording == known.wording and not (found.changed or found.proposed or found.gone)
    return "" if is_ours else plain_text(printed)
