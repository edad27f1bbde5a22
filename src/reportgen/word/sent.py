"""Where a Word file carries what it was printed from: a part of custom XML data, which Word keeps when it saves.

Word drops parts that it does not know. LibreOffice keeps this one in .docx, and loses it by way of .odt and .doc.
"""

from __future__ import annotations

SENT_NAMESPACE = "urn:reportgen:sent:1"
SENT_PART = "word/customXml/item1.xml"
SENT_PROPERTIES = "word/customXml/itemProps1.xml"
ITEM_ID = "{5F3C2E3B-7C3B-4D53-9C36-3D7B6F6D2A11}"
"""The id of our item among those of a file; it names the kind of data, and is the same in all files."""
