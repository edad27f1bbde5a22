"""The names of the properties by which a Word file says what it is; they stand in docProps/custom.xml.

Word and LibreOffice keep them, also in .odt and .doc, but LibreOffice makes a decimal of a number; so all are texts.
"""

from __future__ import annotations

CUSTOM_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

SYMBOL, EDITION, LANGUAGE, DIGEST = (f"reportgen.{name}" for name in ("symbol", "edition", "language", "digest"))
