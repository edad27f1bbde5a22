"""The strict schema of XLIFF 1.2 by OASIS, as a Debian package has it; it is not stored here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

_PACKAGE = "/usr/share/php/Symfony/Component/Translation/Resources/schemas"
_FOLDER = Path(os.environ.get("REPORTGEN_SCHEMAS", _PACKAGE))
_NAME = "xliff-core-1.2-strict.xsd"

needs_xliff_schema = pytest.mark.skipif(
    not _FOLDER.joinpath(_NAME).exists(),
    reason=f"needs the Debian package php-symfony-translation, or {_NAME} and xml.xsd in the folder REPORTGEN_SCHEMAS",
)


def xliff_schema(folder: Path) -> etree.XMLSchema:
    """The schema, made in a folder in which its parts find one another without the network."""
    for name in (_NAME, "xml.xsd"):
        text = _FOLDER.joinpath(name).read_text("utf-8")
        folder.joinpath(name).write_text(text.replace("http://www.w3.org/2001/xml.xsd", "xml.xsd"), "utf-8")
    return etree.XMLSchema(etree.parse(folder / _NAME))
