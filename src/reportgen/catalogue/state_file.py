"""The review state as a file: `locales/<tag>/<slug>.state.yaml`, one piece a line, in the order of the alphabet.

format: 1
pieces:
  opening: {state: translated, source: 9f86d0…, target: 60303a…, decided: {trained: "other, figures"}}
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reportgen.catalogue.state import Recorded
from reportgen.located import Delete, Edit, Insert, Replace, YamlPath, parse, read_text
from reportgen.located.kept_text import normalized
from reportgen.located.validate import Terms, validated
from reportgen.store import digest_of_bytes, kept
from reportgen.workspace import Workspace

_HEADER = """\
# What each translation was made from, so that only what changed since comes back for review. Written by reportgen
# translations update; that a text is stale is worked out and stands nowhere.
format: 1
pieces:
"""
_TERMS = Terms(file="review state", hint="reportgen translations update writes this file: do not change it by hand")
_Fields = dict[str, str | dict[str, str]]
_SHA256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _WrittenPiece(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    state: Literal["translated", "needs review", "reviewed", "final"]
    source: _SHA256
    target: _SHA256
    decided: dict[str, str] = {}
    by: str = ""
    on: str = ""
    why: str = ""


class _WrittenStates(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    format: Literal[1]
    pieces: dict[str, _WrittenPiece] | None = None


def state_path(workspace: Workspace, slug: str, tag: str) -> Path | None:
    """The review state of a report in a language, or none."""
    return workspace.find("locales", tag, f"{slug}.state.yaml")


def load_states(workspace: Workspace, slug: str, tag: str) -> dict[str, Recorded]:
    """What is recorded of the pieces of a report, by id; empty where there is no file."""
    path = state_path(workspace, slug, tag)
    if path is None:
        return {}
    return read_states(read_text(workspace, path), workspace.shown(path))


def read_states(text: str, shown: str) -> dict[str, Recorded]:
    """The records of a file; an `InputError` with its place where it is wrong."""
    digest = digest_of_bytes(text.encode("utf-8", "surrogatepass"))
    data = kept("states", (digest,), lambda: tuple(_records(text, shown)))
    return {name: Recorded(*fields) for name, *fields in data}


def _records(text: str, shown: str) -> Iterator[tuple[Any, ...]]:
    """The id of each piece with the fields of its record, as plain data."""
    for name, each in (validated(_WrittenStates, parse(text, shown), _TERMS).pieces or {}).items():
        yield name, each.source, each.target, each.state, dict(each.decided), each.by, each.on, each.why


def write_states(data: bytes, pieces: Mapping[str, Recorded], shown: str) -> bytes:
    """The file with other records; `data` is the one from before, empty for a new one. Other lines keep their bytes."""
    if not data.strip():
        lines = "".join(f"  {name}: {_flow(pieces[name])}\n" for name in sorted(pieces))
        return (_HEADER + lines).encode()
    # Imported here, since a build reads files and edits none.
    from reportgen.located.splice import splice

    before = read_states(normalized(data, shown), shown)
    edits: list[Edit] = [Delete(("pieces", name)) for name in before if name not in pieces]
    for name in sorted(pieces):
        if name in before:
            edits += _edits(("pieces", name), as_data(before[name]), as_data(pieces[name]))
        else:
            # At its place in the alphabet, so that two people's additions seldom meet in git.
            later = next((each for each in before if each > name), "")
            edits.append(Insert(("pieces", name), as_data(pieces[name]), before=later))
    return splice(data, edits, shown)


def _edits(path: YamlPath, before: _Fields, after: _Fields) -> Iterator[Edit]:
    """The edits that turn one record into another."""
    yield from (Delete((*path, key)) for key in before if key not in after)
    for key, value in after.items():
        old = before.get(key)
        if isinstance(value, str) and isinstance(old, str):
            yield Replace((*path, key), value)
        elif old is None:
            yield Insert((*path, key), value)
        elif isinstance(value, dict) and isinstance(old, dict):
            yield from _edits((*path, key), dict(old), dict(value))


def as_data(record: Recorded) -> _Fields:
    """A record as it is written; what is empty is left out."""
    fields: _Fields = {
        "state": record.state, "source": record.source, "target": record.target,
        "decided": dict(record.decided), "by": record.by, "on": record.on, "why": record.why,
    }  # fmt: skip
    return {key: value for key, value in fields.items() if value}


def _flow(record: Recorded) -> str:
    parts = []
    for key, value in as_data(record).items():
        if isinstance(value, dict):
            parts.append(f"{key}: {{{', '.join(f'{name}: {_scalar(text)}' for name, text in value.items())}}}")
        else:
            parts.append(f"{key}: {_scalar(value)}")
    return "{" + ", ".join(parts) + "}"


def _scalar(text: str) -> str:
    return text if re.fullmatch(r"[\w ]+", text) else json.dumps(text, ensure_ascii=False)
