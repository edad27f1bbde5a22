"""Documents whose words a report quotes, as the memory of translations has them."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.report import Report
from reportgen.workspace import Workspace, is_file
from reportgen.workspace.witness import tell_unknown

MEMORY_FILE = "translations.memory"
"""The name of the memory beside inputs/ and locales/, where the user names no other."""


def recalled_texts(workspace: Workspace, report: Report, tags: Iterable[str]) -> dict[tuple[str, str], str]:
    """The texts of quoted documents by symbol and language, as far as the memory beside inputs/ has them.

    It is opened for a report alone that quotes something, since opening it takes longer than most rules.
    """
    symbols = {item.quoted.source for item in report.all_items() if item.quoted}
    if not symbols:
        return {}
    from reportgen.translation.memory import Memory

    path = workspace.root / MEMORY_FILE
    if not is_file(path):
        return {}
    tell_unknown()
    with Memory.at(path) as memory:
        texts = {(symbol, tag): memory.text_of(symbol, tag) for symbol in sorted(symbols) for tag in tags}
    return {key: text for key, text in texts.items() if text}
