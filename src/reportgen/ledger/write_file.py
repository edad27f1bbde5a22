"""The ledger as a file: `inputs/<slug>/numbering.yaml`, one block a line, in an order that does not change.

editions:
  - edition: 1
    symbol: E/CN.15/2019/9
    insertions: renumber
    states:
      en: frozen
    changes:
      kenya-prisons: {change: inserted, after: kenya-police, why: "asked for by the Permanent Mission"}
    blocks:
      introduction: heading 1; words
      report-mandate: paragraph 1; agenda commission words to know the text again by
      compendium: note 1 in report-mandate; available compendium
    texts:
      en:
        report-mandate: 3f9c02d1aa-80b7e6f14c
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from reportgen.ledger.model import Accepted, Ledger, LedgerBlock, LedgerEdition
from reportgen.ledger.read_file import read_ledger
from reportgen.located import normalized, parse, read_text
from reportgen.workspace import Workspace, read_file

NAME = "numbering.yaml"

_HEADER = """\
# The numbers under which this report went out, and every change accepted since. Written by reportgen numbers freeze
# and reportgen numbers accept; one block a line, so that git shows and merges it.
"""


def load(workspace: Workspace, slug: str) -> Ledger:
    """The ledger of a report, empty where nothing was ever frozen; an `InputError` with its place where it is wrong."""
    path = workspace.find("inputs", slug, NAME)
    return _parsed(read_text(workspace, path), workspace.shown(path)) if path else Ledger()


def read(path: Path, shown: str) -> Ledger:
    """The ledger that a file holds, wherever it lies."""
    return _parsed(normalized(read_file(path, shown), shown), shown)


def path_of(workspace: Workspace, slug: str) -> Path:
    """Where the ledger of a report is written."""
    return workspace.root / "inputs" / slug / NAME


def dump(ledger: Ledger) -> str:
    """The text of the file."""
    return _HEADER + "editions:\n" + "".join(f"{line}\n" for edition in ledger.editions for line in _edition(edition))


@lru_cache(maxsize=8)
def _parsed(text: str, shown: str) -> Ledger:
    """The ledger of a text; kept, since the builds of six languages all ask for it."""
    return read_ledger(parse(text, shown))


def _edition(edition: LedgerEdition) -> Iterator[str]:
    yield f"  - edition: {edition.number}"
    yield f"    symbol: {_quoted(edition.symbol)}"
    yield f"    insertions: {edition.insertions}"
    yield from _mapping("    states", {tag: edition.states[tag] for tag in sorted(edition.states)})
    changes = sorted(edition.changes, key=lambda change: (change.id, change.key))
    yield from _mapping("    changes", {change.key: _accepted(change) for change in changes})
    yield from _mapping("    blocks", {block.id: _block(block) for block in edition.blocks})
    yield "    texts:" if edition.texts else "    texts: {}"
    # Sorted, so that freezing in another order of languages changes no line of the file.
    for tag in sorted(edition.texts):
        known = edition.texts[tag]
        order = [block.id for block in edition.blocks if block.id in known]
        yield from _mapping(f"      {tag}", {name: known[name] for name in order})


def _mapping(head: str, values: dict[str, str]) -> Iterator[str]:
    yield f"{head}:" if values else f"{head}: {{}}"
    indent = " " * (len(head) - len(head.lstrip()) + 2)
    yield from (f"{indent}{key}: {value}" for key, value in values.items())


def _block(block: LedgerBlock) -> str:
    number = ".".join(str(step) for step in block.path)
    head = f"{block.kind} {number}".rstrip() + (f" in {block.owner}" if block.owner else "")
    return f"{head}; {' '.join(block.words)}" if block.words else head


def _accepted(change: Accepted) -> str:
    fields = {"change": change.change, "after": change.after, "step": change.step}
    parts = [f"{name}: {value}" for name, value in fields.items() if value]
    if change.corrigendum:
        parts.append(f"corrigendum: {_quoted(change.corrigendum)}")
    if change.languages:
        parts.append(f"languages: [{', '.join(change.languages)}]")
    return f"{{{', '.join([*parts, f'why: {_quoted(change.why)}'])}}}"


def _quoted(text: str) -> str:
    """A scalar in the double quotes that YAML shares with JSON."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
