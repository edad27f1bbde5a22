"""The masthead as its author wrote it: what is not known is left out, and the draft prints well without it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, StrictInt, Tag, model_validator
from pydantic_core import PydanticCustomError

from reportgen.model.date_facts import DateFact
from reportgen.model.symbol import JobNumber, SymbolText
from reportgen.model.written import Id, LanguageTag, Wording, Written, text_or

Distribution = Literal["general", "limited", "restricted"]
DutyStation = Literal["new-york", "geneva", "vienna", "nairobi"]
Issuer = Literal["secretary-general", "executive-director", "secretariat"]
NumberedSession = Literal["regular", "special", "emergency-special", "resumed", "reconvened", "meeting", "year"]
YearlySession = Literal["yearly", "annual", "first-regular", "second-regular"]
YEARLY_SESSIONS: tuple[YearlySession, ...] = ("yearly", "annual", "first-regular", "second-regular")

Positive = Annotated[StrictInt, Field(ge=1)]
ItemPart = Annotated[str, Field(pattern=r"^[a-z]( \([ivx]+\))?$", description="a letter, or one with a number: a (ii)")]

ItemParts = Annotated[
    Annotated[tuple[ItemPart, ...], Field(min_length=1), Tag("<list>")] | Annotated[ItemPart, Tag("<text>")],
    Discriminator(lambda data: "<list>" if isinstance(data, list | tuple) else "<text>"),
]


class BodySession(Written):
    """A session that is no regular one with a number: `{number: 32, kind: special}`, `{year: 2026, kind: yearly}`."""

    kind: NumberedSession | YearlySession = "regular"
    number: Positive | None = None
    year: Annotated[StrictInt, Field(ge=1945, le=2999)] | None = None

    @model_validator(mode="after")
    def _number_or_year(self) -> Self:
        wanted = "year" if self.kind in YEARLY_SESSIONS else "number"
        other = "number" if wanted == "year" else "year"
        if getattr(self, wanted) is None or getattr(self, other) is not None:
            values: dict[str, Any] = {"kind": self.kind, "wanted": wanted, "at": ("kind",)}
            values["hint"] = f"such as {{{wanted}: {'2026' if wanted == 'year' else '32'}, kind: {self.kind}}}"
            raise PydanticCustomError("masthead", "a session of the kind '{kind}' has a '{wanted}' alone", values)
        return self


AnySession = Annotated[
    Annotated[BodySession, Tag("<session>")] | Annotated[Positive, Tag("<text>")], text_or("<session>")
]


class Meeting(Written):
    """Where and when the session meets; bodies that meet at their seat give the dates alone."""

    place: Id | None = None
    dates: DateFact


class AgendaNote(Written):
    """What the asterisk behind the agenda item points to: the symbol of the provisional agenda."""

    symbol: SymbolText


class FurtherItem(Written):
    """One more item of the agenda under which the report is considered."""

    item: Positive
    part: ItemParts | None = None
    title: Wording | None = Field(default=None, description="the title of the item")

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the item, none where it is all of it."""
        return (self.part,) if isinstance(self.part, str) else self.part or ()


class ListedItem(FurtherItem):
    """An item with the list that it is taken from: the agenda, the provisional one or the preliminary list."""

    provisional: bool = False
    preliminary: bool = Field(default=False, description="an item of the preliminary list of the General Assembly")
    further: Annotated[tuple[FurtherItem, ...], Field(max_length=4)] = Field(
        default=(), description="other items that it is considered under"
    )

    @model_validator(mode="after")
    def _one_list(self) -> Self:
        if self.provisional and self.preliminary:
            values = {"at": ("preliminary",), "hint": "the provisional agenda takes the place of the preliminary list"}
            raise PydanticCustomError("masthead", "an item is of one list alone", values)
        return self

    @property
    def items(self) -> tuple[FurtherItem, ...]:
        """All items, the first one first."""
        return (self, *self.further)

    @property
    def source_list(self) -> Literal["agenda", "provisional", "preliminary"]:
        """The list that the items are taken from."""
        return "preliminary" if self.preliminary else "provisional" if self.provisional else "agenda"


class AgendaItem(ListedItem):
    """The item of the agenda under which the report is considered."""

    title: Wording | None = Field(default=None, description="left out where it is the title of the report")
    note: AgendaNote | None = None


class JointOrgan(Written):
    """The other organ of a joint document, with its symbol of it; the symbol alone where the organ is the same."""

    symbol: SymbolText
    organ: Id | None = None
    session: AnySession | None = None
    agenda: ListedItem | None = None


class WrittenAuthor(Written):
    """Whose report or note it is: `{report: [special-rapporteur]}`, `{note: secretary-general}`."""

    report: Id | Annotated[tuple[Id, ...], Field(min_length=1)] | None = None
    note: Id | Annotated[tuple[Id, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _report_or_note(self) -> Self:
        if (self.report is None) == (self.note is None):
            values = {"hint": "such as {report: secretary-general} or {note: secretariat}"}
            raise PydanticCustomError("masthead", "an author has either a 'report' or a 'note'", values)
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The entities whose document it is."""
        found = self.report if self.report is not None else self.note or ()
        return (found,) if isinstance(found, str) else found


# Known to be right: one that is validated here would have its model built in every run.
AUTHORS = {
    "secretary-general": WrittenAuthor.model_construct(report="secretary-general"),
    "executive-director": WrittenAuthor.model_construct(report="executive-director"),
    "secretariat": WrittenAuthor.model_construct(note="secretariat"),
}
"""The authors that have a short form."""

AnyAuthor = Annotated[Annotated[WrittenAuthor, Tag("<author>")] | Annotated[Issuer, Tag("<text>")], text_or("<author>")]


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
    sub_body: Id | None = Field(default=None, description="a body of the body: the Advisory Committee of a council")
    committee: Id | None = Field(default=None, description="the main committee, which is named below the session")
    session: AnySession | None = Field(default=None, description="its number, or {number: 32, kind: special}")
    meeting: Meeting | None = None
    agenda: AgendaItem | None = None
    joint: JointOrgan | None = Field(default=None, description="a document of two organs: A/74/1–S/2019/1")
    author: AnyAuthor | None = Field(default="secretary-general", description="null: no line names an author")
    advance: bool = Field(default=False, description="above the organ stands that the version is not edited yet")
    late: bool = Field(default=False, description="a footnote says that the report came after the deadline, and why")
    reissued: DateFact | None = Field(
        default=None,
        description="the day of a reissue for technical reasons, of which the asterisk of the symbol tells",
    )
    emblem: str | None = Field(default=None, description="a PNG or JPEG file of the report's folder; none is shipped")
    qr_code: bool = Field(default=True, description="the QR code of https://undocs.org/<symbol> on the first page")
    barcode: bool = Field(default=True, description="the barcode of the job number on the first page")
    job_numbers: dict[str, JobNumber] = Field(default={}, description="per language; Vienna's differ")

    @property
    def issuer(self) -> WrittenAuthor | None:
        """Whose report or note it is, in its long form."""
        return AUTHORS[self.author] if isinstance(self.author, str) else self.author


def long_session(session: BodySession | int) -> BodySession:
    """A session in its long form."""
    return BodySession(number=session) if isinstance(session, int) else session
