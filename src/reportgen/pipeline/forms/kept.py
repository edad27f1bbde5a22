"""What offices have answered: `inputs/<slug>/contributions.yaml`, in the order in which it was written.

A form is compared with what the same office said before, and laid on the questions that there were before new
paragraphs came in by other forms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256

import yaml
from pydantic import BaseModel, ConfigDict

from reportgen.errors import InputError, Position
from reportgen.language.recognition.plain import plain_form
from reportgen.located import read
from reportgen.located.validate import Loc, Terms, unknown_field, validated
from reportgen.workspace import CONTRIBUTIONS, Workspace

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 40
_HEAD = "# What came in by forms, as it was typed; the next form of an office is compared with it (docs/forms.md).\n"


class Contribution(BaseModel):
    """What was written of one form: its office, section (empty: the whole report) and language, the answers by block
    and fact, and the blocks that were added."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    office: str = ""
    section: str = ""
    language: str
    answers: dict[str, str] = {}
    added: tuple[str, ...] = ()


class Contributions(BaseModel):
    """All that was written of forms, the oldest first."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    contributions: tuple[Contribution, ...] = ()

    def answers_of(self, section: str, office: str, received: int = 0) -> dict[str, str]:
        """What an office has answered for a section, its newest answers; only what came in after so many forms."""
        found: dict[str, str] = {}
        for each in self.contributions[received:]:
            if (each.section, office_key(each.office)) == (section, office_key(office)):
                found |= each.answers
        return found

    def added_after(self, received: int) -> frozenset[str]:
        """The blocks that came in after so many forms."""
        return frozenset(name for each in self.contributions[received:] for name in each.added)


def office_key(office: str) -> str:
    """What tells one office from another: its whole name, whatever its capitals and blanks."""
    return " ".join(plain_form(office).casefold().split())


def office_name(office: str) -> str:
    """A name of an office that a file can have: lower-case words, with a digest where they do not say all of it."""
    if not office_key(office):
        return ""
    decomposed = unicodedata.normalize("NFKD", office)
    words = "-".join(_WORD.findall(decomposed.encode("ascii", "ignore").decode().lower()))
    if words and len(words) <= _LONGEST and all(each.isascii() for each in decomposed if each.isalnum()):
        return words
    digest = sha256(office_key(office).encode()).hexdigest()[:8]
    return f"{words[:_LONGEST].strip('-')}-{digest}".strip("-")


def kept_contributions(workspace: Workspace, slug: str) -> Contributions:
    """What was written of forms before; an `InputError` where the file does not hold it."""
    path = workspace.find("inputs", slug, CONTRIBUTIONS)
    return validated(Contributions, read(workspace, path), _TERMS) if path else Contributions()


def written_contributions(known: Contributions, new: Sequence[Contribution]) -> bytes:
    """The bytes of the file with new contributions behind those that are known."""
    data = [each.model_dump(mode="json", exclude_defaults=True) for each in (*known.contributions, *new)]
    text = yaml.safe_dump({"contributions": data}, allow_unicode=True, sort_keys=False, width=120)
    return (_HEAD + text).encode()


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    return unknown_field(name, position, Contribution.model_fields)


_TERMS = Terms(file="contributions", extra=_unknown, hint="docs/forms.md says what stands in contributions.yaml")
