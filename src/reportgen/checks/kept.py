"""What the rules found that look at pieces one by one, kept by all that they look at; this is no rule itself.

The same piece has the same findings wherever it stands: its number and its line are looked up when they are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition, LooksAt
from reportgen.checks.pieces import pieces
from reportgen.finding import Finding
from reportgen.model.blocks import Item
from reportgen.store import digest_of_bytes, store_key
from reportgen.store.packs import open_pack

_MOST = 100_000
"""Pieces of one language whose findings are kept, as many as pieces themselves."""


class Rule(Protocol):
    """A module with a rule; one that looks at less than the edition says so in `LOOKS_AT`."""

    CODES: dict[str, Code]
    __name__: str

    def check(self, edition: Edition, /) -> Iterator[Finding]:
        """What the rule has to say."""


def looks_at(rule: Rule) -> LooksAt:
    """What a rule looks at."""
    found: LooksAt = getattr(rule, "LOOKS_AT", "the edition")
    return found


def findings_of_pieces(edition: Edition, tag: str, rules: Sequence[Rule]) -> list[list[Finding]]:
    """What rules that look at the same find in a language, rule by rule, each in the order of the pieces."""
    contents = {each.id: each for each in edition.contents(edition.documents[tag])}
    pack = open_pack("findings", _shared_key(edition, tag, rules), _MOST)
    keys = _keys(edition, tag, contents, looks_at(rules[0]))
    kept = {name: pack.find(key) for name, key in keys.items()}
    new = frozenset(name for name, found in kept.items() if found is None)
    if new:
        for name, found in _found(edition.part(tag, new), rules, contents).items():
            pack.put(keys[name], found)
            kept[name] = found
    findings: list[list[Finding]] = [[] for _ in rules]
    for name, found in kept.items():
        for number, has_number, code, severity, message, hint, words, spot, instead in found:
            where = contents[name].where if has_number else name
            finding = Finding(code, severity, message, tag, where, None, hint, words, spot, instead)
            findings[number].append(finding)
    return findings


def _found(part: Edition, rules: Sequence[Rule], contents: Mapping[str, CheckedContent]) -> dict[str, tuple[Any, ...]]:
    """What the rules find in a part of an edition, as plain data by the ids of its pieces."""
    names = {contents[name].where: name for name in part.names if name in contents}
    found: dict[str, list[Any]] = {name: [] for name in part.names}
    for number, rule in enumerate(rules):
        for each in rule.check(part):
            name = names.get(each.where, each.where)
            assert name in found, f"{rule.__name__} looks at pieces, and says something about {each.where}"
            said = each.code, each.severity, each.message, each.hint, each.words, each.spot, each.instead
            found[name].append((number, each.where in names, *said))
    return {name: tuple(each) for name, each in found.items()}


def _shared_key(edition: Edition, tag: str, rules: Sequence[Rule]) -> str:
    """The key of what the rules say about pieces of a language: all that they look at beside the pieces."""
    # Where a piece is looked at by itself, it is the same whatever other languages are checked beside it.
    tags = edition.languages if looks_at(rules[0]) == PAIRS else (tag,)
    languages = tuple((tag, edition.languages[tag].digest, edition.languages[tag].digest_of_style) for tag in tags)
    facts = {name: fact.value for name, fact in edition.report.facts.items()}
    names = tuple(rule.__name__ for rule in rules)
    return store_key("findings", tag, edition.report.language, languages, names, facts)


def _keys(edition: Edition, tag: str, contents: Mapping[str, CheckedContent], reach: LooksAt) -> dict[str, str]:
    """The key of each piece of a language: what it prints, its wording, the facts of its block, and its original."""
    is_paired = reach == PAIRS and tag != edition.report.language
    originals = edition.originals()
    worded = {each.name: each.text for each in pieces(edition) if each.language.tag == tag}
    facts = edition.once("digests of facts", lambda: dict[str, bytes]())
    keys = {}
    for name in {**contents, **worded}:
        there = originals.get(name) if is_paired else None
        printed, original = contents[name].digest if name in contents else b"", there.digest if there else b""
        seen = name, printed, worded.get(name), _digest_of_facts(edition.owner_of(name), facts), original
        keys[name] = digest_of_bytes(repr(seen).encode("utf-8", "surrogatepass")).hex()
    return keys


def _digest_of_facts(owner: Item | None, known: dict[str, bytes]) -> bytes:
    """The digest of the facts of a block and of its kind; once for all its pieces and languages."""
    if owner is None:
        return b""
    if owner.id not in known:
        seen = getattr(owner, "kind", None), owner.values()
        known[owner.id] = digest_of_bytes(repr(seen).encode("utf-8", "surrogatepass"))
    return known[owner.id]
