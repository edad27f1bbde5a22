"""Texts that somebody answers for: the files in which they are reviewed or final, or good for today's source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen import catalogue, pipeline
from reportgen.catalogue.state import FINISHED, GRANTED, FinishedState, Review
from reportgen.catalogue.state_file import load_states, write_states
from reportgen.catalogue.update import folded_lines
from reportgen.errors import UsageError, suggestion
from reportgen.model.report import Report, wordings
from reportgen.pipeline.reading.plan import translated
from reportgen.pipeline.translations import reviews
from reportgen.record import record, replace
from reportgen.returned.operations import SetTranslation
from reportgen.workspace import Workspace


@record
class Grant:
    """A state that texts are to have, who answers for it, on which day, and why where they are of an older source."""

    state: FinishedState
    by: str = ""
    on: str = ""
    why: str = ""


def granted(workspace: Workspace, report: Report, tag: str, ids: Sequence[str], grant: Grant) -> dict[Path, bytes]:
    """The files in which some texts have a state, by default all that wait for nothing else and have no higher one.

    A `UsageError` where nobody answers for it, a piece has no text, or is of an older source without a reason.
    """
    if grant.state in GRANTED and not (grant.by and grant.on):
        message = f"who says that it is {grant.state}, and on which day?"
        raise UsageError(message, hint="--by NAME (or REPORTGEN_BY) and --on DATE (or SOURCE_DATE_EPOCH)")
    found = reviews(workspace, report, pipeline.language(workspace, tag, report))
    known = {name: each for name, each in found.items() if each.record is not None}
    # Without ids nothing is lowered: what is final already stays so.
    below = FINISHED[: FINISHED.index(grant.state) + 1]
    names = [*_required(found, ids, grant)] if ids else [each for each in known if known[each].state in below]
    sources = {name: folded_lines(wording.text) for name, wording, _ in wordings(report)}
    entries = catalogue.load(workspace, report.slug, tag).entries
    texts = {name: SetTranslation(tag, name, sources[name], entries[name].text) for name in names}
    files = translated(workspace, report, tag, texts)
    now = workspace.with_planned(files)
    states = load_states(now, report.slug, tag)
    for name in names:
        states[name] = replace(states[name], state=grant.state, by=grant.by, on=grant.on, why=grant.why)
    path = next(path for path in files if path.name == f"{report.slug}.state.yaml")
    return {**files, path: write_states(files[path], states, workspace.shown(path))}


def _required(found: Mapping[str, Review], ids: Sequence[str], grant: Grant) -> Iterator[str]:
    for name in ids:
        if name not in found:
            raise UsageError(f"there is no piece '{name}' in the report", hint=suggestion(name, found))
        if found[name].record is None:
            raise UsageError(f"'{name}' has no text yet", hint="translate it first")
        if found[name].state == "stale" and not grant.why:
            message = f"'{name}' is of an older source: {found[name].why}"
            raise UsageError(message, hint="--why TEXT says why its text is good for today's source")
        yield name
