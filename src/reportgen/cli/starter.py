"""The files of a report to start from, in its language and with the masthead of its series of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportgen.templates.series import FoundSeries
    from reportgen.workspace import Workspace

_MASTHEAD = re.compile(rb"(?m)^masthead:.*\n(?:[ #].*\n)*")
_EMPTY_MASTHEAD = """\
masthead:                           # what is missing here is a finding until it is written
  duty_station: new-york            # new-york, geneva, vienna or nairobi
# organ: ID                         # the organ the report goes to, an entity of the lexicon
# session: NUMBER
# meeting: {place: ID, dates: {date: YYYY-MM-DD, to: YYYY-MM-DD}}
# agenda: {item: NUMBER, provisional: true}
  author: secretary-general
"""
"""The masthead of a series that is not known: no line is that of another organ."""


def starter_files(workspace: Workspace, slug: str, language: str) -> dict[str, bytes]:
    """The files of the starter by their names in the workspace, worded in a language."""
    folder = workspace.installed / "templates" / "new"
    files = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        files[f"inputs/{slug}/{name}"] = _worded(workspace, path.read_bytes(), name, language)
    return files


def with_masthead(report: bytes, found: FoundSeries | None) -> bytes:
    """The text of report.yaml with the masthead of a series; one that waits for its lines where none is known."""
    text = "".join(f"{line}\n" for line in _lines(found)) if found else _EMPTY_MASTHEAD
    return _MASTHEAD.sub(lambda _: text.encode(), report, count=1)


def lines_to_write(found: FoundSeries | None) -> tuple[str, ...]:
    """The lines of a masthead that no symbol tells, and that its author has still to write."""
    if found is None:
        return ()
    names = {"session": found.lacks_session, "meeting": _meets(found), "agenda": found.series.agenda != "none"}
    return tuple(name for name, is_lacking in names.items() if is_lacking)


def _meets(found: FoundSeries) -> bool:
    """Whether the masthead says when the session is: all do, but for those of the General Assembly alone."""
    series = found.series
    return series.session != "none" and (series.organ != "general-assembly" or series.body is not None)


def _lines(found: FoundSeries) -> Iterator[str]:
    """The masthead of a series line by line; what is not known is a comment to be completed."""
    series, session = found.series, found.session
    said = f"compared with {series.source}" if series.source else f"to be confirmed: {series.why}"
    yield f"masthead:                           # documents {found.begins}: {said}"
    yield f"  duty_station: {series.station}"
    names = ("organ", "body", "sub_body", "committee")
    yield from (f"  {name}: {value}" for name in names if (value := getattr(series, name)))
    if session:
        is_plain = session.kind == "regular"
        number = f"number: {session.number}" if session.number else f"year: {session.year}"
        yield f"  session: {session.number}" if is_plain else f"  session: {{{number}, kind: {session.kind}}}"
    elif found.lacks_session:
        yield "# session: NUMBER"
    if _meets(found):
        place = f"place: {series.place}, " if series.place else ""
        yield f"# meeting: {{{place}dates: {{date: YYYY-MM-DD, to: YYYY-MM-DD}}}}"
    if series.agenda != "none":
        provisional = ", provisional: true" if series.agenda == "provisional" else ""
        yield f"# agenda: {{item: NUMBER{provisional}}}"
    yield f"  author: {_author(series.author)}"


def _author(name: str) -> str:
    from reportgen.model.masthead import AUTHORS

    if name == "none":
        return "null"
    return name if name in AUTHORS else f"{{report: {name}}}"


def _worded(workspace: Workspace, data: bytes, name: str, language: str) -> bytes:
    """A file of the starter with its wording in a language, from templates/TAG/new.yaml."""
    from reportgen.located import Replace, parse, read

    path = workspace.find("templates", language, "new.yaml")
    if path is None or language == "en":
        return data
    words = read(workspace, path)
    edits = [
        Replace(place, str(words[key])) for key, place in _wordings(parse(data.decode(), name), ()) if key in words
    ]
    edits += [Replace(("language",), language)] if name == "report.yaml" else []
    return _spliced(data, edits, name)


def _spliced(data: bytes, edits: list[Any], name: str) -> bytes:
    from reportgen.located.splice import splice

    return splice(data, edits, name)


def _wordings(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every wording of a file by the id of what it belongs to, with its place."""
    if isinstance(value, dict):
        owner = str(value.get("id", ""))
        for key, each in value.items():
            if key in ("heading", "text", "title") and isinstance(each, str):
                yield owner or key, (*path, key)
            elif key == "notes":
                yield from ((str(note), (*path, key, note)) for note in each)
            else:
                yield from _wordings(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _wordings(each, (*path, index))
