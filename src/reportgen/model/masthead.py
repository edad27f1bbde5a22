"""The masthead as its author wrote it: what is not known is left out, and the draft prints well without it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from reportgen.model.date_facts import DateFact
from reportgen.model.symbol import JobNumber, SymbolText
from reportgen.model.written import Id, LanguageTag, Wording, Written

Distribution = Literal["general", "limited", "restricted"]
DutyStation = Literal["new-york", "geneva", "vienna", "nairobi"]
Author = Literal["secretary-general", "executive-director", "secretariat"]


class Meeting(Written):
    """Where and when the session meets."""

    place: Id
    dates: DateFact


class AgendaNote(Written):
    """What the asterisk behind the agenda item points to: the symbol of the provisional agenda."""

    symbol: SymbolText


class AgendaItem(Written):
    """The item of the agenda under which the report is considered."""

    item: Annotated[StrictInt, Field(ge=1)]
    part: Annotated[str, Field(pattern="^[a-z]$")] | None = None
    provisional: bool = False
    title: Wording | None = Field(default=None, description="left out where it is the title of the report")
    note: AgendaNote | None = None


class WrittenMasthead(Written):
    """All that stands above the summary."""

    printed: bool = Field(
        default=True, description="false: nothing stands above the text, and the title is not printed"
    )
    original: LanguageTag | None = Field(
        default=None, description="the language the document was first written in; left out where it is the report's"
    )
    duty_station: DutyStation = "new-york"
    organ: Id | None = Field(default=None, description="left out while it is not known: each line is a finding then")
    body: Id | None = None
    distribution: Distribution = "general"
    date: DateFact | None = Field(default=None, description="the date of submission; left out in a draft")
    session: Annotated[StrictInt, Field(ge=1)] | None = None
    meeting: Meeting | None = None
    agenda: AgendaItem | None = None
    author: Author = "secretary-general"
    late: bool = Field(default=False, description="a footnote says that the report came after the deadline, and why")
    reissued: DateFact | None = Field(
        default=None,
        description="the day of a reissue for technical reasons, of which the asterisk of the symbol tells",
    )
    emblem: str | None = Field(default=None, description="a PNG or JPEG file of the report's folder; none is shipped")
    qr_code: bool = Field(default=True, description="the QR code of https://undocs.org/<symbol> on the first page")
    barcode: bool = Field(default=True, description="the barcode of the job number on the first page")
    job_numbers: dict[str, JobNumber] = Field(default={}, description="per language; Vienna's differ")
