"""What a Word file says it is, in its custom properties; a file that says it wrongly says nothing."""

from __future__ import annotations

from lxml import etree

from reportgen.readers.identity import identity_from
from reportgen.tree.printed import Identity
from reportgen.word import identity as names
from reportgen.word.package import Package

_PROPERTY = f"{{{names.CUSTOM_PROPERTIES}}}property"
_LONGEST = 200


def read_identity(package: Package) -> Identity | None:
    """The identity of a file of ours; None for a file of others, or one whose properties are no identity."""
    found = [name for name in package.related("", "custom-properties") if name in package.archive.NameToInfo]
    said = _texts(package.root(found[0])) if found else {}
    return identity_from(*(said.get(name, "") for name in (names.SYMBOL, names.EDITION, names.LANGUAGE, names.DIGEST)))


def _texts(root: etree._Element) -> dict[str, str]:
    """The texts of the properties by their names."""
    rows = ((each.get("name", ""), next(iter(each), None)) for each in root.iterchildren(_PROPERTY))
    return {name: (value.text or "")[:_LONGEST] for name, value in rows if value is not None}
