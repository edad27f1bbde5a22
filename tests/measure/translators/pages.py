"""A unit of an XLIFF file as a translator's tool shows it: runs of words and of codes, read from the file alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from xml.sax.saxutils import escape

from lxml import etree

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_IN = f"{{{NAMESPACE}}}"
_DECLARED = f' xmlns="{NAMESPACE}"'
_SENTENCE = re.compile(r"(?<=[\w)»”’%\u0621-\u064a])[.!?؟](?= |$)|[。！？]")
_FORM = re.compile(r"(?:^|; )(?:(?P<form>[\w.]+): )?(?P<texts>[^;]+)")


@dataclass(frozen=True)
class Run:
    """Words, or one code with what it shows: a figure, reference, note, address, name, or words in italics or bold."""

    kind: str
    text: str
    xml: str = ""
    number: str = ""
    fact: str = ""

    def typed(self, text: str | None = None) -> Run:
        """The same as words that somebody types."""
        return Run("words", self.text if text is None else text)

    def written(self) -> str:
        """The run as it stands in the file."""
        return self.xml or escape(self.text)


@dataclass(frozen=True)
class Named:
    """Which name of which fact a code prints, and all texts that the language has for it."""

    fact: str
    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A unit with its source, its target, and the notes that come with it; `names` by the numbers of their codes."""

    id: str
    tag: str
    where: str
    source: tuple[Run, ...]
    target: tuple[Run, ...]
    notes: tuple[str, ...]
    names: Mapping[str, Named] = field(default_factory=dict)

    def indexes(self, *kinds: str) -> list[int]:
        """Where runs of some kinds stand in the target."""
        return [index for index, run in enumerate(self.target) if run.kind in kinds]

    def with_codes_of_the_source(self) -> Page:
        """The unit for somebody who sees no earlier target: values are codes of the source, what it lacks is typed."""
        there = {run.number: run for run in self.source if run.number}
        return replace(self, target=tuple(_from_source(run, there) for run in self.target))

    @cached_property
    def forms(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The approved forms in the notes: by the name in the source language, by form, the texts it may have."""
        found = {}
        for note in self.notes:
            name, arrow, rest = note.partition(" → ")
            if arrow:
                rest = rest.split(" (not sure")[0]
                found[name] = {each["form"] or "": tuple(each["texts"].split(" / ")) for each in _FORM.finditer(rest)}
        return found

    def forms_of(self, run: Run) -> dict[str, tuple[str, ...]]:
        """The forms of the name that a run prints; none where the notes do not tell it apart."""
        fits = [each for each in self.forms.values() if any(run.text in texts for texts in each.values())]
        return fits[0] if len(fits) == 1 else {}


def _from_source(run: Run, there: dict[str, Run]) -> Run:
    if run.number and run.number not in there:
        return run.typed()
    if run.kind in ("words", "name", "looks"):
        return run
    return replace(run, xml=there[run.number].xml)


def sentences(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by sentence; what follows a full stop begins the next one."""
    found: list[list[Run]] = [[]]
    for run in runs:
        if run.kind != "words":
            found[-1].append(run)
            continue
        start = 0
        for match in _SENTENCE.finditer(run.text):
            found[-1].append(run.typed(run.text[start : match.end()]))
            found.append([])
            start = match.end()
        if run.text[start:]:
            found[-1].append(run.typed(run.text[start:]))
    # A mark of a note behind the full stop belongs to the sentence before.
    for before, after in pairwise(found):
        while after and after[0].kind == "note":
            before.append(after.pop(0))
    return [each for each in found if "".join(run.text for run in each).strip()]


def text_of(runs: Sequence[Run]) -> str:
    """What is read, without marks of notes."""
    return "".join(run.text for run in runs if run.kind != "note")


def pages_of(data: bytes, tag: str, names: Mapping[str, Mapping[str, Named]]) -> list[Page]:
    """The units of a file that have a target; `names` by the ids of the units and the numbers of their codes."""
    root = etree.fromstring(data)
    return [
        Page(
            unit.get("id", ""),
            tag,
            unit.get("resname", ""),
            tuple(_runs(unit.find(f"{_IN}source"))),
            tuple(_runs(unit.find(f"{_IN}target"))),
            tuple(each.text or "" for each in unit.iterfind(f"{_IN}note")),
            names.get(unit.get("id", ""), {}),
        )
        for unit in root.iter(f"{_IN}trans-unit")
        if unit.find(f"{_IN}target") is not None
    ]


def with_target(data: bytes, name: str, runs: Sequence[Run], state: str = "translated") -> bytes:
    """The file with another target of one unit."""
    root = etree.fromstring(data)
    unit = next(each for each in root.iter(f"{_IN}trans-unit") if each.get("id") == name)
    inner = "".join(run.written() for run in runs)
    target = etree.fromstring(f'<target{_DECLARED} state="{state}">{inner}</target>')
    old = unit.find(f"{_IN}target")
    if old is not None:
        unit.replace(old, target)
    else:
        source = unit.find(f"{_IN}source")
        source.addnext(target)
        target.tail = source.tail
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _runs(element: etree._Element) -> Iterator[Run]:
    if element.text:
        yield Run("words", element.text)
    for child in element:
        yield _code(child)
        if child.tail:
            yield Run("words", child.tail)


def _code(child: etree._Element) -> Run:
    kind, inner = (child.get("ctype") or "").removeprefix("x-"), "".join(child.itertext())
    tail, child.tail = child.tail, None
    xml = etree.tostring(child, encoding="unicode").replace(_DECLARED, "")
    child.tail = tail
    if etree.QName(child).localname == "ph":
        return Run(kind, child.get("equiv-text") or "", xml, child.get("id") or "", inner)
    kind = "looks" if kind in ("italic", "bold") else "name"
    return Run(kind, inner, xml, child.get("id") or "")
