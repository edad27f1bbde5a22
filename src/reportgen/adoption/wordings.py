"""The wording of every piece of a draft, with a placeholder wherever one prints exactly what the file says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from reportgen.adoption.cells import value_cells
from reportgen.adoption.draft import DraftPiece, DraftReport, headings, owners
from reportgen.facts import Names, Value
from reportgen.language import Language
from reportgen.record import field, record
from reportgen.recover import SentFact, SentPiece, recover
from reportgen.recover.flat import Run, runs
from reportgen.tree.inlines import Content, Text
from reportgen.tree.text import legal_in_xml
from reportgen.wording.written import literal

_FACT_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_NUMBERED = re.compile(r"_\d+\Z")
_OF_THE_REPORT = 2
"""In how many blocks a name stands before it is a fact of the whole report."""

_LONGEST_RECOVERED = 20_000
"""Characters of the longest text in which facts are looked for: nobody writes a paragraph of ten pages."""


@record
class DraftWordings:
    """Wordings by the id of their piece, facts by the id of their block, and facts of the whole report."""

    wordings: Mapping[str, str]
    facts: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    report_facts: Mapping[str, Value] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def facts_of(self, owner: str) -> dict[str, Value]:
        """All facts that a block may print."""
        return {**self.report_facts, **self.facts.get(owner, {})}


def worded(draft: DraftReport, language: Language) -> DraftWordings:
    """The wordings of a draft in the language of its original, and the facts that they print."""
    wordings = {piece.id: literal_wording(piece.content) for piece in headings(draft)}
    facts: dict[str, dict[str, Value]] = {}
    unknown: list[str] = []
    values = value_cells(draft, language.conventions)
    for owned in owners(draft):
        own: dict[str, Value] = {}
        facts[owned.id] = own
        for piece in owned.pieces:
            if piece.id in values:
                continue
            wordings[piece.id], found = _recovered(piece, own, language)
            unknown += found
    names = _names(facts)
    shared = {name: value for name, (value, count) in names.items() if count >= _OF_THE_REPORT}
    for owned in owners(draft):
        renamed = dict(_renamed(facts[owned.id], names))
        for piece in owned.pieces:
            if piece.id in wordings:
                wordings[piece.id] = _with_names(wordings[piece.id], renamed)
        named = {renamed.get(name, name): value for name, value in facts[owned.id].items()}
        # A block may have a fact of its own, such as a count, under the name of a fact of the report.
        facts[owned.id] = {name: value for name, value in named.items() if shared.get(name) != value}
    return DraftWordings(wordings, facts, shared, tuple(dict.fromkeys(unknown)))


def literal_wording(content: Content) -> str:
    """The wording that prints a content as it is, without a fact."""
    words = ""
    for style, group in groupby(runs(content), lambda run: run.style):
        text = "".join(_literal(group))
        sign = _SIGNS[style]
        words += f"{sign}{text}{sign}" if text.strip() and sign else text
    return words.strip()


def translated_wording(
    piece: DraftPiece, content: Content, source: str, facts: Mapping[str, Value], language: Language
) -> str:
    """The wording of a piece in another language, with the facts of the original matched by value."""
    if len(source) > _LONGEST_RECOVERED or not facts:
        return literal_wording(content)
    sent = {name: SentFact(value) for name, value in facts.items()}
    blank = SentPiece(piece.id, "", (), sent, is_original=False, source=source)
    label, rest = _parted(piece, content)
    return label + (recover(blank, rest, language).wording or literal_wording(rest))


def _recovered(piece: DraftPiece, own: dict[str, Value], language: Language) -> tuple[str, list[str]]:
    """The wording of a piece, and the names in it that the lexicon lacks; its facts are added to those of its block."""
    known = {name: SentFact(value) for name, value in own.items()}
    size = sum(len(run.text) for run in runs(piece.content))
    if size > _LONGEST_RECOVERED:
        return literal_wording(piece.content), []
    label, content = _parted(piece, piece.content)
    found = recover(SentPiece(piece.id, "", (), known), content, language)
    own.update({each.name: each.value for each in found.proposed})
    unknown = [each.what for each in found.questions if each.kind == "unknown name" and _may_be_a_name(each.what)]
    return label + (found.wording or literal_wording(content)), unknown


def _may_be_a_name(words: str) -> bool:
    """Whether words with capitals are more than a common word with a capital: the Council, this Programme."""
    return " " in words or sum(map(str.isupper, words)) > 1


def _parted(piece: DraftPiece, content: Content) -> tuple[str, Content]:
    """The wording of the number that a text begins with, where it stays as text, and what stands behind it.

    A number of a paragraph is no fact.
    """
    first = content[0] if content and piece.begins_with_label else None
    if not isinstance(first, Text) or not first.text.endswith(" ") or len(content) < 2:
        return "", content
    return literal(legal_in_xml(first.text)), content[1:]


def _names(facts: Mapping[str, Mapping[str, Value]]) -> dict[str, tuple[Value, int]]:
    """The names that are facts by the name of their fact, made of their id, and in how many blocks each stands."""
    counts: Counter[Names] = Counter()
    for own in facts.values():
        # Each once, in the order of the text: that of a set is another one in every process.
        named = [value for value in own.values() if isinstance(value, Names) and _has_a_name(value)]
        counts.update(list(dict.fromkeys(named)))
    found: dict[str, tuple[Value, int]] = {}
    for value, count in counts.items():
        name = value.ids[0].replace("-", "_")
        if _FACT_NAME.fullmatch(name):
            # Of two kinds with one id the first keeps its name.
            found.setdefault(name, (value, count))
    return found


def _has_a_name(value: Names) -> bool:
    """Whether a fact is called by the id of its name; countries by their code would say little."""
    return len(value.ids) == 1 and value.kind not in ("place", "sdg", "language")


def _renamed(own: Mapping[str, Value], names: Mapping[str, tuple[Value, int]]) -> Iterator[tuple[str, str]]:
    """The facts of a block that get another name, old and new."""
    taken = set(own)
    for name, value in own.items():
        new = value.ids[0].replace("-", "_") if isinstance(value, Names) else ""
        if new in names and names[new][0] == value and (new not in taken or new == name):
            taken.add(new)
            yield name, new


def _with_names(wording: str, renamed: Mapping[str, str]) -> str:
    if not renamed:
        return wording
    return re.sub(r"(?<=\{\{ )[a-z0-9_]+(?=[ .])", lambda match: renamed.get(match[0], match[0]), wording)


_SIGNS = {0: "", 1: "*", 2: "**", 3: "***"}


def _literal(group: Iterable[Run]) -> Iterator[str]:
    for run in group:
        if run.note is not None:
            yield f"[^{run.note}]"
        elif run.url:
            yield f"<{run.text}>"
        else:
            yield literal(legal_in_xml(run.text))
