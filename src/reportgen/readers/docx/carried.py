"""What a Word file of ours was printed from, as it carries it; it is read where it is needed, and never trusted."""

from __future__ import annotations

from reportgen.errors import InputError
from reportgen.word.package import Package
from reportgen.word.sent import SENT_NAMESPACE

_MOST_ITEMS = 20
_ROOT, _LINE = (f"{{{SENT_NAMESPACE}}}{name}" for name in ("sent", "line"))


def read_carried(package: Package, main: str) -> str:
    """The text that `tree.sent.read_sent` reads; none where the file carries nothing that could be such."""
    names = [name for name in package.related(main, "customXml")[:_MOST_ITEMS] if name in package.archive.NameToInfo]
    return next(filter(None, (_text(package, name) for name in names)), "")


def _text(package: Package, name: str) -> str:
    try:
        # Items of others may be anything, and are not even parsed.
        if SENT_NAMESPACE.encode() not in package.data(name)[:500]:
            return ""
        root = package.root(name)
        return "\n".join(line.text or "" for line in root.iterchildren(_LINE)) if root.tag == _ROOT else ""
    # A file whose text can be read is not refused for what it carries.
    except InputError:
        return ""
