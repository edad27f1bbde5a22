"""Series of documents by their symbols, each with its masthead, from templates/series.yaml; the user's come first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, RootModel, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from reportgen.errors import InputError, Position, suggestion
from reportgen.located import read
from reportgen.located.validate import Loc, Terms, validated
from reportgen.model.masthead import YEARLY_SESSIONS, BodySession, DutyStation, NumberedSession, YearlySession
from reportgen.model.symbol import SymbolText
from reportgen.model.written import Id
from reportgen.record import record
from reportgen.workspace import Workspace

_FIELD = re.compile(r"\\\{(session|year)\\\}")


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class SessionRule(_Closed):
    """The number of a session from the year of its symbol: (year - `year_less`) / `step`, from the year `since` on."""

    year_less: StrictInt
    step: Annotated[StrictInt, Field(ge=1)] = 1
    since: StrictInt = 0


class Series(_Closed):
    """A series as the file has it."""

    organ: Id
    body: Id | None = None
    sub_body: Id | None = None
    committee: Id | None = None
    station: DutyStation = "new-york"
    place: Id | None = None
    session: NumberedSession | YearlySession | Literal["unknown", "none"] | SessionRule = "regular"
    agenda: Literal["agenda", "provisional", "none"] = "provisional"
    author: Id | Literal["none"] = "secretary-general"
    source: SymbolText | None = None
    sure: StrictBool = True
    why: str = ""

    @model_validator(mode="after")
    def _has_source_or_reason(self) -> Self:
        if bool(self.source) != self.sure or (not self.sure and not self.why):
            context = {"at": ("organ",), "hint": "give 'source', or 'sure: false' with 'why'"}
            raise PydanticCustomError(
                "series", "a series has a document that it was compared with, or a doubt", context
            )
        return self


@record
class FoundSeries:
    """A series, how its symbols begin, and the session that a symbol tells; none where it tells none."""

    begins: str
    series: Series
    session: BodySession | None

    @property
    def lacks_session(self) -> bool:
        """Whether the masthead has a session that the symbol does not tell."""
        return self.session is None and self.series.session != "none"


def series_of(workspace: Workspace, symbol: str) -> FoundSeries | None:
    """The series that says most of a symbol; none where no series has such symbols."""
    found = [(match, begins) for begins in all_series(workspace) if (match := _match(begins, symbol))]
    if not found:
        return None
    match, begins = max(found, key=lambda pair: len(pair[0][0]))
    series = all_series(workspace)[begins]
    return FoundSeries(begins, series, _session(series, {name: int(text) for name, text in match.groupdict().items()}))


def all_series(workspace: Workspace) -> Mapping[str, Series]:
    """Every series by how its symbols begin; an `InputError` with its place where a file holds another thing."""
    return workspace.once(("series",), lambda: _all_series(workspace))


def _all_series(workspace: Workspace) -> dict[str, Series]:
    found: dict[str, Series] = {}
    for path in reversed(workspace.all("templates", "series.yaml")):
        found |= validated(RootModel[dict[str, Series]], read(workspace, path), _TERMS).root
    return found


def _match(begins: str, symbol: str) -> re.Match[str] | None:
    """What the symbol of a document of a series begins with; none for other symbols."""
    pattern = _FIELD.sub(lambda field: rf"(?P<{field[1]}>\d+)", re.escape(begins))
    return re.match(rf"{pattern}(?=/|\Z)", symbol)


def _session(series: Series, told: dict[str, int]) -> BodySession | None:
    kind, year = series.session, told.get("year")
    if isinstance(kind, SessionRule):
        number = (year - kind.year_less) // kind.step if year and year >= kind.since else 0
        return BodySession(number=number) if number > 0 else None
    if kind in ("unknown", "none"):
        return None
    if kind in YEARLY_SESSIONS:
        return BodySession.model_validate({"kind": kind, "year": year}) if year else None
    return BodySession.model_validate({"kind": kind, "number": told["session"]}) if told.get("session") else None


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    return InputError(f"there is no field '{name}' here", position, suggestion(name, Series.model_fields))


_TERMS = Terms(
    file="series",
    sentences=frozenset({"series"}),
    missing_hints={name: f"add '{name}:'" for name in Series.model_fields},
    extra=_unknown,
    hint="the first lines of the installed templates/series.yaml say what stands there",
)
