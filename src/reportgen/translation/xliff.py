"""XLIFF 1.2 out: `write_xliff(job)`, valid against the strict schema of OASIS.

A unit keeps the id of its piece; figures are `<ph>` with what is printed as `equiv-text`, names are `<g>`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import assert_never

from reportgen.translation.units import (
    GuardedPart,
    Job,
    MarkedPart,
    NamePart,
    TranslationUnit,
    UnitPart,
    UnitState,
    WordsPart,
    text_of_parts,
)
from reportgen.translation.xml_text import xml_attribute, xml_text

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
DIGEST = "x-source-digest"
"""The type of the context in which a unit keeps the digest of the source wording it was made from."""

TEXT_DIGEST = "x-target-digest"
"""The type of the context with the digest of the text that the unit was sent with."""

OFFERED_DIGEST = "x-offered-digest"
"""The type of the context with the digest of a target that the memory offers, and nobody has looked at."""

_HEADING = "x-heading"
_ALIKE = 100
_STATES: dict[UnitState, str] = {
    "new": "needs-translation",
    "stale": "needs-review-translation",
    "needs review": "needs-review-translation",
    "translated": "translated",
    "reviewed": "signed-off",
    "final": "final",
}


def write_xliff(job: Job) -> bytes:
    """The job as a file, in UTF-8; the same job gives the same bytes."""
    return "\n".join(_lines(job)).encode()


def _lines(job: Job) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<xliff version="1.2" xmlns="{NAMESPACE}">'
    languages = f"source-language={xml_attribute(job.source)} target-language={xml_attribute(job.target)}"
    yield f'<file original={xml_attribute(job.symbol)} {languages} datatype="plaintext">'
    yield '<header><tool tool-id="reportgen" tool-name="reportgen"/></header>'
    yield "<body>"
    for unit in job.units:
        yield from _unit(unit, job)
    yield from ("</body>", "</file>", "</xliff>", "")


def _unit(unit: TranslationUnit, job: Job) -> Iterator[str]:
    offered = next((each for each in unit.matches if each.is_whole), None) if not unit.target else None
    yield f'<trans-unit id={xml_attribute(unit.id)} resname={xml_attribute(unit.where)} xml:space="preserve">'
    yield f"<source xml:lang={xml_attribute(job.source)}>{_content(unit.source)}</source>"
    if unit.target:
        yield _target(job, f'state="{_STATES[unit.state]}"', unit.target)
    elif offered:
        quality = "exact-match" if offered.score == _ALIKE else "fuzzy-match"
        yield _target(job, f'state="{_STATES["needs review"]}" state-qualifier="{quality}"', offered.target)
    else:
        # Tools such as OmegaT 3 show what stands in the target, and nothing where there is none.
        yield _target(job, f'state="{_STATES["new"]}"', unit.source)
    yield '<context-group purpose="information">'
    yield f'<context context-type="{DIGEST}">{unit.digest}</context>'
    if unit.text_digest:
        yield f'<context context-type="{TEXT_DIGEST}">{unit.text_digest}</context>'
    if offered:
        yield f'<context context-type="{OFFERED_DIGEST}">{digest_of_offer(offered.target)}</context>'
    if unit.heading:
        yield f'<context context-type="{_HEADING}">{xml_text(unit.heading)}</context>'
    yield "</context-group>"
    for remark in unit.remarks:
        yield f'<note from="reportgen" annotates="source">{xml_text(remark)}</note>'
    yield from _alternatives(unit, job)
    yield "</trans-unit>"


def _alternatives(unit: TranslationUnit, job: Job) -> Iterator[str]:
    """What was there before, and what the memory offers with the likeness of its source and where it is from."""
    if unit.previous and unit.target:
        yield from _alternative('alttranstype="previous-version"', unit.previous, unit.target, job)
    for each in unit.matches:
        quality = f'match-quality="{each.score}%" origin={xml_attribute(each.origin)}'
        yield from _alternative(f'{quality} alttranstype="proposal"', each.source, each.target, job)


def _alternative(about: str, source: str, target: tuple[UnitPart, ...], job: Job) -> Iterator[str]:
    yield f"<alt-trans {about}>"
    yield f"<source xml:lang={xml_attribute(job.source)}>{xml_text(source)}</source>"
    yield f"<target xml:lang={xml_attribute(job.target)}>{_content(target)}</target>"
    yield "</alt-trans>"


def _target(job: Job, state: str, target: tuple[UnitPart, ...]) -> str:
    return f"<target xml:lang={xml_attribute(job.target)} {state}>{_content(target)}</target>"


def digest_of_offer(parts: tuple[UnitPart, ...]) -> str:
    """What tells whether a text came back as it was offered: SHA-256 of what a reader sees, blanks apart."""
    return hashlib.sha256(" ".join(text_of_parts(parts).split()).encode()).hexdigest()


def _content(parts: tuple[UnitPart, ...]) -> str:
    return "".join(map(_part, parts))


def _part(part: UnitPart) -> str:
    match part:
        case WordsPart():
            return xml_text(part.text)
        case GuardedPart():
            # A mark without a number, as in the masthead, still needs something to be seen by.
            shown = xml_attribute(part.text or part.wording)
            return f'<ph id="{part.number}" ctype="x-{part.kind}" equiv-text={shown}>{xml_text(part.wording)}</ph>'
        case NamePart():
            return f'<g id="{part.number}" ctype="x-{part.kind}">{xml_text(part.text)}</g>'
        case MarkedPart():
            return f'<g id="{part.number}" ctype="{part.style}">{_content(part.parts)}</g>'
        case _:
            assert_never(part)
